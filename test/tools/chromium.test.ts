import { existsSync } from 'node:fs';
import { findChromium, withoutWindow } from './chromium';

describe('finding a browser', () => {
  const before = process.env['CHROMIUM_PATH'];
  afterEach(() => {
    if (before === undefined) delete process.env['CHROMIUM_PATH'];
    else process.env['CHROMIUM_PATH'] = before;
  });

  test('takes the one that CHROMIUM_PATH names', async () => {
    process.env['CHROMIUM_PATH'] = process.execPath;
    expect(await findChromium({ mayInstall: false })).toEqual({ executablePath: process.execPath });
  });

  test('says so when CHROMIUM_PATH names nothing, and takes no other', async () => {
    process.env['CHROMIUM_PATH'] = '/nowhere/chromium';
    await expect(findChromium({ mayInstall: false })).rejects.toThrow(
      'CHROMIUM_PATH names /nowhere/chromium',
    );
  });

  test('else looks, and names only what is there', async () => {
    process.env['CHROMIUM_PATH'] = '';
    const found = await findChromium({ mayInstall: false });
    expect(found === undefined || existsSync(found.executablePath ?? '')).toBe(true);
  });

  test('journeys run in Debian’s Chromium without a window where it stands beside the other', async () => {
    const debian = { executablePath: '/usr/bin/chromium' };
    const shell = { executablePath: '/usr/bin/chromium-headless-shell' };
    expect(await withoutWindow(debian, () => Promise.resolve(true))).toEqual(shell);
    expect(await withoutWindow(debian, () => Promise.resolve(false))).toEqual(debian);
    const chrome = { executablePath: '/usr/bin/google-chrome' };
    expect(await withoutWindow(chrome, () => Promise.resolve(true))).toEqual(chrome);
  });
});
