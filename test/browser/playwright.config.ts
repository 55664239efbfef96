import { defineConfig } from '@playwright/test';
import { findChromium, withoutWindow } from '../tools/chromium';

/** Root has no user namespaces to build Chromium's sandbox with, as in most containers. */
const asRoot = process.getuid?.() === 0;

async function config() {
  const chromium = await withoutWindow(await findChromium());
  return defineConfig({
    testDir: '.',
    testMatch: '**/*.spec.ts',
    outputDir: '../../test-results/browser',
    globalSetup: './build-when-stale.ts',
    workers: 2,
    fullyParallel: false,
    retries: 0,
    timeout: 60_000,
    expect: { timeout: 10_000 },
    forbidOnly: process.env['CI'] !== undefined,
    reporter: [['line'], ['json', { outputFile: '../../test-results/browser.json' }]],
    use: {
      ignoreHTTPSErrors: true,
      locale: 'en-US',
      timezoneId: 'UTC',
      // Recording every action costs more than half of a journey's time: TRACE=1 asks for it, for the test that fails.
      trace: process.env['TRACE'] === undefined ? 'off' : 'retain-on-failure',
      // Otherwise every page is pictured at its end, for whether the test has failed is known only then.
      screenshot: process.env['TRACE'] === undefined ? 'off' : 'only-on-failure',
    },
    projects: [
      {
        name: 'chromium',
        use: {
          browserName: 'chromium',
          ...(chromium.channel === undefined ? {} : { channel: chromium.channel }),
          launchOptions: {
            ...(chromium.executablePath === undefined ? {} : { executablePath: chromium.executablePath }),
            args: [
              ...(asRoot ? ['--no-sandbox'] : []),
              '--disable-gpu',
              '--disable-quic',
              '--no-first-run',
              '--disable-background-networking',
              '--disable-component-update',
              '--disable-sync',
              '--ignore-certificate-errors',
            ],
          },
        },
      },
    ],
  });
}

export default config();
