import { expect, test, type Frame, type Locator, type Page } from '@playwright/test';
import { axeViolations } from './axe';

/** A screen in front of a person: its document, its picture, and how the look around it is changed. */
export interface Shown {
  readonly page: Page;
  readonly document: () => Frame;
  readonly picture: Locator;
  /** Outlook's own theme; a plain browser has none. */
  readonly changeTheme?: (theme: 'light' | 'dark' | 'high-contrast') => Promise<void>;
}

const LOOKS = [
  { name: 'light', colorScheme: 'light', forcedColors: 'none' },
  { name: 'dark', colorScheme: 'dark', forcedColors: 'none' },
  { name: 'high-contrast', colorScheme: 'dark', forcedColors: 'active' },
] as const;
type Look = (typeof LOOKS)[number];

/** The narrowest that the product promises to be usable in (WCAG 2.2, 1.4.10). */
const NARROW_PX = 320;

/**
 * Examines a screen in light, dark and forced colours: axe finds nothing, and at 320 pixels nothing scrolls sideways. The
 * pictures are kept in test-results/screens.
 */
export const holdsInEveryLook = (name: string, shown: Shown): Promise<void> => holdsIn(LOOKS, name, shown);

/** The same in light alone: for words, which are as long and as wide in every other look. */
export const holdsInLight = (name: string, shown: Shown): Promise<void> =>
  holdsIn(
    LOOKS.filter((look) => look.name === 'light'),
    name,
    shown,
  );

async function holdsIn(looks: readonly Look[], name: string, shown: Shown): Promise<void> {
  await test.step(`the screen "${name}" holds in ${looks.map((look) => look.name).join(', ')}`, async () => {
    const { page, document, picture } = shown;
    for (const { name: look, colorScheme, forcedColors } of looks) {
      await page.emulateMedia({ colorScheme, forcedColors, reducedMotion: 'reduce' });
      await shown.changeTheme?.(look);
      await expect.poll(() => lookOf(document()), `the look of ${name}`).toBe(look);
      await endColourChanges(document());
      expect(await axeViolations(document(), { iframes: false }), `axe on ${name}, ${look}`).toEqual([]);
      const { width, overflow } = await sideways(document());
      expect(width, `${name} is examined at its narrowest`).toBeLessThanOrEqual(NARROW_PX);
      expect(overflow, `${name} scrolls sideways, ${look}`).toBe(0);
      await picture.screenshot({ path: `test-results/screens/${name}.${look}.png` });
    }
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none', reducedMotion: 'reduce' });
    await shown.changeTheme?.('light');
  });
}

/**
 * What the page looks like by its own account: what lies behind the title. The forced colours are the browser's, and the page's
 * own palette goes over to them a moment later.
 */
const lookOf = (frame: Frame): Promise<Look['name'] | 'not-yet'> =>
  frame.evaluate(() => {
    if (matchMedia('(forced-colors: active)').matches) {
      const title = document.querySelector('h1');
      const accent = title && getComputedStyle(title).getPropertyValue('--colorBrandBackground');
      return accent === 'Highlight' ? 'high-contrast' : 'not-yet';
    }
    let colour: string | undefined;
    for (
      let at: Element | null = document.querySelector('h1');
      at && colour === undefined;
      at = at.parentElement
    ) {
      const { backgroundColor } = getComputedStyle(at);
      if (!backgroundColor.endsWith(', 0)')) colour = backgroundColor;
    }
    const [red = 255, green = 255, blue = 255] = (colour?.match(/\d+/g) ?? []).map(Number);
    return (red + green + blue) / 3 < 128 ? 'dark' : 'light';
  });

/** Colours that are still on their way from one look to the next are nobody's colours. */
const endColourChanges = (frame: Frame): Promise<void> =>
  frame.evaluate(() => {
    const changes = (): readonly Animation[] =>
      document.getAnimations().filter((animation) => animation instanceof CSSTransition);
    // What inherits a colour begins its own change when that colour has come.
    for (let now = changes(); now.length > 0; now = changes()) for (const change of now) change.finish();
  });

const sideways = (frame: Frame): Promise<{ readonly width: number; readonly overflow: number }> =>
  frame.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return { width: clientWidth, overflow: scrollWidth - clientWidth };
  });
