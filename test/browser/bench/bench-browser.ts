import { createHash, X509Certificate } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { chromium, type Browser, type BrowserContext, type LaunchOptions } from '@playwright/test';
import { loadCertificate } from '../../tools/certificates';
import { findChromium, withoutWindow } from '../../tools/chromium';

/**
 * In the place of Playwright's own list, of which the last counts: that one switches off that storage is kept apart by the
 * site around a frame, and a pane of another site than Outlook's would have none. The rest are of it: what asks the internet
 * at the start, and what delays a first paint.
 */
const SWITCHED_OFF = [
  'HttpsUpgrades',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
];

const CONTEXT = { locale: 'en-US', timezoneId: 'UTC', viewport: { width: 1280, height: 800 } } as const;

/**
 * Chromium as the browser tests start it, but with the world's certificate trusted by its key: what comes over a
 * connection with a certificate error is never cached, and a warm start could not be measured.
 */
async function launchOptions(rules: readonly string[]): Promise<LaunchOptions> {
  const { cert } = await loadCertificate();
  const key = new X509Certificate(cert).publicKey.export({ type: 'spki', format: 'der' });
  return {
    ...(await withoutWindow(await findChromium())),
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--disable-features=${SWITCHED_OFF.join(',')}`,
      `--host-resolver-rules=${rules.join(',')}`,
      // All pages stay in one process, where the benchmark sees them and slows them down, although they are of several sites.
      '--disable-site-isolation-trials',
      `--ignore-certificate-errors-spki-list=${createHash('sha256').update(key).digest('base64')}`,
    ],
  };
}

/** A browser whose every fresh context has nothing cached. */
export interface ColdBrowser {
  readonly version: string;
  readonly rules: readonly string[];
  /** A context of its own, closed when `run` has ended. */
  withFreshContext<T>(run: (context: BrowserContext) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** `rules` say where it finds the world's names: Chromium's `--host-resolver-rules`. */
export async function launchColdBrowser(rules: readonly string[]): Promise<ColdBrowser> {
  const browser: Browser = await chromium.launch(await launchOptions(rules));
  return {
    version: browser.version(),
    rules,
    async withFreshContext(run) {
      const context = await browser.newContext(CONTEXT);
      try {
        return await run(context);
      } finally {
        await context.close();
      }
    },
    close: () => browser.close(),
  };
}

/** A browser with a profile on disk, as people have: its caches, those for compiled script too, outlive a page. */
export async function withProfile<T>(
  rules: readonly string[],
  run: (context: BrowserContext) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'extendsync-bench-'));
  try {
    const context = await chromium.launchPersistentContext(folder, {
      ...(await launchOptions(rules)),
      ...CONTEXT,
    });
    try {
      return await run(context);
    } finally {
      await context.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}
