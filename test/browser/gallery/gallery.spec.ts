import { expect, test, type Page } from '@playwright/test';
import { LANGUAGES } from '../../../src/ui/strings/language';
import { SAMPLE_NAMES, type SampleName } from '../../ui/pane/sample-states';
import { draw, holdInEveryLook, unfold, type Look } from './looks';

/* Every screen of the pane in every look, and how it moves, is reached by the keyboard and keeps its foot. */

const LOOKS: readonly Look[] = [
  { name: 'light', width: 320, address: { theme: 'light', background: '#faf9f8' } },
  {
    name: 'dark-arabic',
    width: 400,
    address: { theme: 'dark', locale: 'ar-EG', background: '#1f1f1f' },
  },
  {
    name: 'high-contrast-german',
    width: 320,
    address: { theme: 'high-contrast', locale: 'de-DE' },
    forcedColors: true,
  },
  { name: 'light-japanese', width: 320, address: { theme: 'light', locale: 'ja-JP' } },
];

const gallery = holdInEveryLook({
  entry: './test/browser/gallery/gallery.tsx',
  screens: SAMPLE_NAMES,
  looks: LOOKS,
  title: (screen) => `the screen "${screen}" holds in every look`,
  inSight: async (page) => {
    await unfold(page);
    await fillGroup(page);
  },
});

test('the green check is drawn with motion only where motion is welcome', async ({ page }) => {
  const animations = (): Promise<number> => page.evaluate(() => document.getAnimations().length);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(`${gallery.origin()}/#screen=granted`);
  await page.locator('[data-green-check]').waitFor();
  expect(await animations()).toBe(0);
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await page.reload();
  await page.locator('[data-green-check]').waitFor();
  expect(await animations()).toBeGreaterThan(0);
});

test('U21: the keyboard reaches everything in the order of the page, asking first, and the focus can be seen', async ({
  page,
}) => {
  await page.goto(`${gallery.origin()}/#screen=required&theme=light`);
  await page.locator('h1').waitFor();
  const order: string[] = [];
  for (let stop = 0; stop < 6; stop += 1) {
    await page.keyboard.press('Tab');
    order.push(
      await page.evaluate(() => {
        const focused = document.activeElement;
        const outlined = [null, '::after'].some(
          (part) => focused && getComputedStyle(focused, part).outlineStyle === 'solid',
        );
        return `${focused?.textContent ?? ''}${outlined ? '' : ' (invisible)'}`;
      }),
    );
  }
  expect(order).toEqual([
    // U21: most who open the pane are no administrators.
    'Ask your administrator',
    'Approve as administrator',
    'Change how you use it',
    'Help',
    'What ExtendSync asks for (13)',
    'Check now',
  ]);
});

test('U18: the foot keeps its place at the edge, and hides nothing that has the focus', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 480 });
  await page.goto(`${gallery.origin()}/#screen=waiting-reminder&theme=light`);
  await expect(page.locator('[data-loading]')).toHaveCount(0);
  const foot = page.locator('footer');
  expect(await foot.evaluate((one) => one.getBoundingClientRect().bottom)).toBe(480);
  const hidden: string[] = [];
  for (let stop = 0; stop < 9; stop += 1) {
    await page.keyboard.press('Tab');
    const told = await page.evaluate(() => {
      const [focused, edge] = [document.activeElement, document.querySelector('footer')];
      if (!focused || !edge || focused === document.body || edge.contains(focused)) return '';
      const below = focused.getBoundingClientRect().bottom - edge.getBoundingClientRect().top;
      return below > 0 ? `${focused.textContent ?? ''} by ${String(below)}` : '';
    });
    if (told !== '') hidden.push(told);
  }
  expect(hidden).toEqual([]);
});

test('enlarged to 400 %, what has the focus is in sight as a whole, whichever way one comes to it', async ({
  page,
}) => {
  // WCAG 2.2, 1.4.10: a window of 1280 by 1024 pixels.
  await page.setViewportSize({ width: 320, height: 256 });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(`${gallery.origin()}/`);
  const cut: string[] = [];
  for (const screen of ['approving-unseen', 'blocked-administrator', 'help-wrong-tenant'] as const) {
    await draw(page, `screen=${screen}&theme=light`);
    for (const key of [...Array<string>(16).fill('Tab'), ...Array<string>(16).fill('Shift+Tab')]) {
      await page.keyboard.press(key);
      const told = await page.evaluate(() => {
        const focused = document.activeElement;
        if (!focused || focused === document.body) return '';
        const { top, bottom } = focused.getBoundingClientRect();
        return top < 0 || bottom > window.innerHeight ? (focused.textContent ?? '') : '';
      });
      if (told !== '') cut.push(`${screen}, ${key}: ${told}`);
    }
  }
  expect(cut).toEqual([]);
});

/** As high as the title of a screen with two lines. */
const TWO_LINES = 56;

test('in a low pane a long notice leaves room for the title, and is reached to its end', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 380 });
  await page.goto(`${gallery.origin()}/`);
  for (const screen of ['waiting-reminder', 'approving-unseen', 'granted-not-readable'] as const)
    for (const locale of LANGUAGES) {
      await draw(page, new URLSearchParams({ screen, theme: 'light', locale }).toString());
      await expect(page.locator('[data-notice]')).toBeVisible();
      await page.evaluate(() => window.scrollTo(0, 0));
      const [title, edge] = await Promise.all(
        ['h1', 'footer'].map((part) => page.locator(part).boundingBox()),
      );
      const lines = Math.min(title?.height ?? 0, TWO_LINES);
      expect((title?.y ?? 0) + lines, `${screen}, ${locale}`).toBeLessThanOrEqual(edge?.y ?? 0);
      const button = page.locator('[data-notice] button');
      if ((await button.count()) === 0) continue;
      await button.focus();
      await expect(button).toBeInViewport({ ratio: 1 });
    }
});

test('every sign is drawn strongly enough to be seen where a point of the screen is a pixel', async ({
  page,
}) => {
  await page.goto(`${gallery.origin()}/`);
  const faint: string[] = [];
  for (const screen of ['waiting', 'blocked', 'help', 'situation', 'sharing'] as const) {
    await draw(page, `screen=${screen}&theme=light`);
    faint.push(...(await page.evaluate(faintSigns)));
  }
  expect(faint).toEqual([]);
});

/** Signs of which no pixel has three quarters of their colour. Runs in the page. */
async function faintSigns(): Promise<readonly string[]> {
  const found: string[] = [];
  for (const sign of document.querySelectorAll<SVGElement>('main svg:not([data-qr])')) {
    const copy = sign.cloneNode(true) as SVGElement;
    copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
    copy.style.color = '#000';
    const picture = new Image();
    picture.src = `data:image/svg+xml,${encodeURIComponent(copy.outerHTML)}`;
    await picture.decode();
    const canvas = document.createElement('canvas');
    const pen = canvas.getContext('2d')!;
    pen.drawImage(picture, 0, 0);
    const { data } = pen.getImageData(0, 0, canvas.width, canvas.height);
    const strongest = Math.max(...data.filter((_, at) => at % 4 === 3));
    if (strongest < 192) found.push(`${sign.parentElement?.textContent ?? ''}: ${String(strongest)} of 255`);
  }
  return found;
}

test('in forced colours a link to Microsoft is underlined, in the person’s colour for links', async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto(`${gallery.origin()}/`);
  await draw(page, 'screen=manage&theme=high-contrast');
  const link = page.getByRole('link');
  await expect(link).toHaveCSS('text-decoration-line', 'underline');
  const linkText = await page.evaluate(() => {
    const probe = document.body.appendChild(document.createElement('i'));
    probe.style.color = 'LinkText';
    return getComputedStyle(probe).color;
  });
  await expect(link).toHaveCSS('color', linkText);
});

// No whole looks, which take the suite a minute each: one screen of each make-up, without axe, which has seen them.
test('at 320 pixels, no language breaks a word or cuts a hint', async ({ page }) => {
  const screens: readonly SampleName[] = [
    'required',
    'waiting-reminder',
    'sharing',
    'blocked',
    'granted',
    'manage',
  ];
  await page.setViewportSize({ width: 320, height: 720 });
  await page.goto(`${gallery.origin()}/`);
  const wrong: string[] = [];
  for (const locale of LANGUAGES)
    for (const screen of screens) {
      await draw(page, new URLSearchParams({ screen, theme: 'light', locale }).toString());
      await unfold(page);
      wrong.push(...(await page.evaluate(badlySet)).map((what) => `${screen}, ${locale}: ${what}`));
    }
  expect(wrong).toEqual([]);
});

/** Words that stand in two lines, and hints that are longer than their field. Runs in the page. */
function badlySet(): readonly string[] {
  // Addresses and names of permissions may break anywhere.
  const WORD = /(?<![^\s(«“¿¡])\p{L}{2,}(?=[\s.,:;?!)»”…]|$)(?!\.\p{L})/gu;
  const WRITTEN_WITHOUT_SPACES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  while (texts.nextNode()) {
    const { textContent, parentElement } = texts.currentNode;
    if (textContent === null || parentElement?.closest('script, style, pre, code')) continue;
    for (const { 0: word, index } of textContent.matchAll(WORD)) {
      if (WRITTEN_WITHOUT_SPACES.test(word)) continue;
      const range = document.createRange();
      range.setStart(texts.currentNode, index);
      range.setEnd(texts.currentNode, index + word.length);
      const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
      if (lines.size > 1) found.push(`${word} is broken`);
    }
  }
  const pen = document.createElement('canvas').getContext('2d')!;
  for (const field of document.querySelectorAll<HTMLInputElement>('input[placeholder]')) {
    const { font, paddingLeft, paddingRight } = getComputedStyle(field);
    pen.font = font;
    const room = field.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
    if (pen.measureText(field.placeholder).width > room) found.push(`${field.placeholder} is cut`);
  }
  return found;
}

/** The screen about the group shows what it is for once a group has been named. */
async function fillGroup(page: Page): Promise<void> {
  if ((await page.locator('[data-group]').count()) === 0) return;
  const [group, make] = [
    page.locator('[data-group] input').first(),
    page.locator('[data-action="make-script"]'),
  ];
  await group.fill('Sales EMEA');
  await make.click();
  await page.locator('[data-group] input').nth(1).fill('*');
}
