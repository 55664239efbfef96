import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';

export const STYLE = 'body{margin:0}';
export const SCRIPT_PATH = '/static/taskpane.0123456789ab.js';
export const SCRIPT = `console.info(${JSON.stringify('x'.repeat(2000))});`;

/** Stands in the pane's page itself. */
export const FIRST_SCRIPT = 'console.info(document.currentScript.dataset.entry);';

/** A folder as the build makes it, small. The returned function removes it. */
export function makePaneFolder(): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'extendsync-pane-'));
  mkdirSync(path.join(folder, 'static'));
  mkdirSync(path.join(folder, 'assets'));
  for (const name of ['taskpane', 'grant', 'commands', 'operators']) {
    writeFileSync(
      path.join(folder, `${name}.html`),
      `<!doctype html><html lang="en"><head><title>${name}</title><style>${STYLE}</style>` +
        '<script id="pane-settings" type="application/json">__PANE_SETTINGS__</script>' +
        (name === 'taskpane'
          ? `<link rel="preload" as="script" href="__OFFICE_JS_URL__"></head><body><script data-entry="${SCRIPT_PATH}">${FIRST_SCRIPT}</script>`
          : `<script id="office-js" async src="__OFFICE_JS_URL__"></script><script defer src="${SCRIPT_PATH}"></script></head><body>`) +
        '</body></html>',
    );
  }
  writeFileSync(
    path.join(folder, 'redirect.html'),
    '<!doctype html><html lang="en"><title>redirect</title></html>',
  );
  writeFileSync(path.join(folder, SCRIPT_PATH), SCRIPT);
  writeFileSync(path.join(folder, `${SCRIPT_PATH}.br`), brotliCompressSync(SCRIPT));
  writeFileSync(path.join(folder, 'static/taskpane.0123456789ab.js.map'), '{}');
  writeFileSync(path.join(folder, 'assets/icon-16.png'), Buffer.from('89504e470d0a1a0a', 'hex'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
