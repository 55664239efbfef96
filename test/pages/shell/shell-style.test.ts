import { readFileSync } from 'node:fs';
import path from 'node:path';
import { paletteFor } from '../../../src/ui/office-theme';
import { tokens } from '../../../src/ui/theme-tokens';

const PAGES = path.join(__dirname, '../../../src/pages');
const css = readFileSync(path.join(PAGES, 'shell/shell.css'), 'utf8');

describe('the style of the static shells', () => {
  const blockOf = (selector: string): string => {
    const [, after = ''] = css.split(`${selector} {`);
    return after.slice(0, after.indexOf('}'));
  };

  test.each([
    ['light', ':root'],
    ['dark', ":root:not([data-theme='light'])"],
    ['dark', ":root[data-theme='dark']"],
  ] as const)('has the colours of the %s theme for %s', (kind, selector) => {
    const block = blockOf(selector);
    const palette = paletteFor({ kind });
    expect(block).toContain(`--page: ${palette.colorNeutralBackground1};`);
    expect(block).toContain(`--text: ${palette.colorNeutralForeground1};`);
    expect(block).toContain(`--soft: ${palette.colorNeutralForeground2};`);
    expect(block).toContain(`--line: ${palette.colorNeutralStroke2};`);
    expect(block).toContain(`--bone: ${palette.colorNeutralStencil1};`);
    expect(block).toContain(`--accent: ${palette.colorBrandForeground1};`);
    expect(block).toContain(`--halo: ${palette.colorStatusSuccessBackground2};`);
    // The same in both.
    expect(blockOf(':root')).toContain(`--good: ${palette.colorStatusSuccessBackground3};`);
  });

  test.each(['shell/shell.css', 'redirect/redirect.html'])('has the fonts of the themes in %s', (file) => {
    const text = readFileSync(path.join(PAGES, file), 'utf8').replaceAll(/\s+/g, ' ');
    expect(text).toContain(`14px/20px ${tokens.fontFamilyBase};`);
  });

  test('fetches nothing, and ends no element that it is written into', () => {
    expect(css).not.toMatch(/url\(|@import/);
    expect(css).not.toContain('</');
  });

  test.each(['taskpane', 'approval', 'operators'])('is the only style of %s.html', (name) => {
    const html = readFileSync(path.join(PAGES, name, `${name}.html`), 'utf8');
    const styles = [...html.matchAll(/<style>([^]*?)<\/style>/g)].map(([, text]) => text?.trim());
    expect(styles).toEqual(["<%= require('../shell/shell.css?source') %>"]);
  });
});
