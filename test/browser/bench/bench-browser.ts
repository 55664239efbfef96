import { createHash, X509Certificate } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { chromium, type Browser, type BrowserContext, type LaunchOptions } from '@playwright/test';
import { loadCertificate } from '../../tools/certificates';
import { findChromium } from '../../tools/chromium';

const CONTEXT = { locale: 'en-US', timezoneId: 'UTC', viewport: { width: 1280, height: 800 } } as const;

/**
 * Chromium as the browser tests start it, but with the world's certificate trusted by its key: what comes over a
 * connection with a certificate error is never cached, and a warm start could not be measured.
 */
async function launchOptions(): Promise<LaunchOptions> {
  const { cert } = await loadCertificate();
  const key = new X509Certificate(cert).publicKey.export({ type: 'spki', format: 'der' });
  return {
    ...(await findChromium()),
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--ignore-certificate-errors-spki-list=${createHash('sha256').update(key).digest('base64')}`,
    ],
  };
}

/** A browser whose every fresh context has nothing cached. */
export interface ColdBrowser {
  readonly version: string;
  /** A context of its own, closed when `run` has ended. */
  withFreshContext<T>(run: (context: BrowserContext) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export async function launchColdBrowser(): Promise<ColdBrowser> {
  const browser: Browser = await chromium.launch(await launchOptions());
  return {
    version: browser.version(),
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
export async function withProfile<T>(run: (context: BrowserContext) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'extendsync-bench-'));
  try {
    const context = await chromium.launchPersistentContext(folder, {
      ...(await launchOptions()),
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
