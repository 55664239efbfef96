import { createDarkTheme, createLightTheme } from '@fluentui/react-components';
import { contrast, parseColour, type Rgb } from '../../src/ui/colour';
import { paletteFor } from '../../src/ui/office-theme';
import { INDIGO } from '../../src/ui/operators/theme';
import { COLOUR_NAMES, type ColourName } from '../../src/ui/theme-tokens';

const rgb = (text: string): Rgb => {
  const colour = parseColour(text);
  if (!colour) throw new Error(`${text} is not a colour`);
  return colour;
};

const TEXTS = [
  'colorStatusDangerForeground1',
  'colorNeutralForeground1',
  'colorNeutralForeground2',
  'colorNeutralForeground3',
  'colorBrandForeground1',
] as const;

// Step 100, which Fluent takes for brand text in the dark, is too faint on its grey: ours is one lighter. So is its red.
const LIGHTER_IN_THE_DARK: Partial<Record<ColourName, string>> = {
  colorBrandForeground1: INDIGO[110],
  colorBrandForeground2: INDIGO[120],
  colorStatusDangerForeground1: '#e37d80',
};

test.each([
  ['light', createLightTheme(INDIGO), {}],
  ['dark', createDarkTheme(INDIGO), LIGHTER_IN_THE_DARK],
] as const)('the %s colours are Fluent’s own, with our brand', (kind, fluent, ours) => {
  const palette = paletteFor({ kind });
  const expected = Object.fromEntries(COLOUR_NAMES.map((name) => [name, fluent[name]]));
  expect(palette).toEqual({ ...expected, ...ours });
});

describe.each(['light', 'dark'] as const)('in Outlook’s %s theme', (kind) => {
  const theme = paletteFor({ kind });

  test.each(TEXTS)('%s can be read on the page and on its boxes', (name) => {
    for (const ground of [theme.colorNeutralBackground1, theme.colorNeutralBackground3]) {
      expect(contrast(rgb(theme[name]), rgb(ground))).toBeGreaterThanOrEqual(4.5);
    }
  });

  test('a quiet button’s words can be read under the pointer', () => {
    for (const ground of [theme.colorNeutralBackground1Hover, theme.colorNeutralBackground1Pressed]) {
      expect(contrast(rgb(theme.colorBrandForeground2), rgb(ground))).toBeGreaterThanOrEqual(4.5);
    }
  });

  test('the primary button’s words can be read in each of its states', () => {
    for (const ground of [
      theme.colorBrandBackground,
      theme.colorBrandBackgroundHover,
      theme.colorBrandBackgroundPressed,
    ]) {
      expect(contrast(rgb(theme.colorNeutralForegroundOnBrand), rgb(ground))).toBeGreaterThanOrEqual(4.5);
    }
  });
});

test('Outlook’s background is taken over where our text stays readable', () => {
  expect(paletteFor({ kind: 'light', bodyBackground: '#f3f2f1' }).colorNeutralBackground1).toBe('#f3f2f1');
  expect(paletteFor({ kind: 'dark', bodyBackground: '#1f1f1f' }).colorNeutralBackground1).toBe('#1f1f1f');
});

test.each(['#777777', '#000000', 'red', '', 'javascript:alert(1)', '#fff'])(
  'a background of "%s" under dark text is not taken over',
  (bodyBackground) => {
    const own = paletteFor({ kind: 'light' }).colorNeutralBackground1;
    expect(paletteFor({ kind: 'light', bodyBackground }).colorNeutralBackground1).toBe(own);
  },
);

// The second ones leave room for the first text alone: the links, the small print and the problems would be faint.
test.each([
  ['light', ['#ffffff', '#faf9f8', '#f3f2f1'], ['#f0f0f0', '#e6e6e6', '#d0d0d0', '#c0c0c0']],
  ['dark', ['#000000', '#1f1f1f', '#292929'], ['#363636', '#404040', '#4c4c4c']],
] as const)(
  'a %s background that leaves one of our texts or signs faint is not taken over',
  (kind, taken, left) => {
    const groundOn = (bodyBackground: string) => paletteFor({ kind, bodyBackground }).colorNeutralBackground1;
    expect(taken.map(groundOn)).toEqual(taken);
    const own = paletteFor({ kind }).colorNeutralBackground1;
    expect(left.map(groundOn)).toEqual(left.map(() => own));
  },
);

test('in high contrast every colour is one of the person’s own', () => {
  const theme = paletteFor({ kind: 'high-contrast', bodyBackground: '#ffffff' });
  const colours = Object.entries(theme).filter(([name]) => name.startsWith('color'));
  const own = new Set(['Canvas', 'CanvasText', 'GrayText', 'Highlight', 'HighlightText']);
  expect(colours.length).toBeGreaterThan(30);
  expect(colours.filter(([, value]) => !own.has(value))).toEqual([]);
  expect(theme.colorNeutralForeground1).toBe('CanvasText');
  expect(theme.colorNeutralBackground1).toBe('Canvas');
  expect(theme.colorBrandBackground).toBe('Highlight');
  expect(theme.colorNeutralForegroundOnBrand).toBe('HighlightText');
});

test('black and white are as far apart as colours can be', () => {
  expect(contrast([0, 0, 0], [255, 255, 255])).toBeCloseTo(21, 5);
  expect(contrast([10, 20, 30], [10, 20, 30])).toBe(1);
});
