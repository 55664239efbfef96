import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { findChromium } from './chromium';
import { ICON_SIZES } from './icon-sizes';

const ASSETS = path.resolve(__dirname, '../../assets');
/** Below this many pixels the arrowheads would only blur the mark. */
const SMALL_BELOW = 32;

/** `npm run icons`: renders the icons of the manifest from assets/logo.svg and, for the smallest, logo-small.svg. */
async function main(): Promise<void> {
  const found = await findChromium();
  const browser = await chromium.launch({
    ...found,
    args: process.getuid?.() === 0 ? ['--no-sandbox', '--disable-gpu'] : ['--disable-gpu'],
  });
  try {
    const page = await browser.newPage({ deviceScaleFactor: 1 });
    for (const size of ICON_SIZES) {
      const name = size <= SMALL_BELOW ? 'logo-small.svg' : 'logo.svg';
      const svg = await readFile(path.join(ASSETS, name), 'utf8');
      await page.setViewportSize({ width: size, height: size });
      await page.setContent(
        `<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
      );
      await writeFile(
        path.join(ASSETS, `icon-${String(size)}.png`),
        await page.screenshot({ omitBackground: true }),
      );
    }
    console.log(`Drew ${String(ICON_SIZES.length)} icons into assets.`);
  } finally {
    await browser.close();
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
