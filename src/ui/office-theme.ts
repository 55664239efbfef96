import {
  createDarkTheme,
  createLightTheme,
  type BrandVariants,
  type Theme as FluentTheme,
} from '@fluentui/react-components';
import { contrast, parseColour } from './colour';

/** What Outlook says about its looks. The host's adapter reports it. */
export interface OutlookTheme {
  readonly kind: 'light' | 'dark' | 'high-contrast';
  /** Outlook's colours as `#rrggbb`, where it tells them. */
  readonly bodyBackground?: string;
  readonly bodyForeground?: string;
}

/** ExtendSync's indigo, from near black (10) to near white (160), in the steps that Fluent's themes pick from. */
const INDIGO: BrandVariants = {
  10: '#05061a',
  20: '#12163b',
  30: '#1a215f',
  40: '#222b80',
  50: '#2b3796',
  60: '#3644ab',
  70: '#4351bd',
  80: '#4f5ecd',
  90: '#6371d9',
  100: '#7783e2',
  110: '#8b96e9',
  120: '#9fa8ef',
  130: '#b3baf4',
  140: '#c8cdf8',
  150: '#dce0fb',
  160: '#f0f1fe',
};

// WCAG 2.2, 1.4.3: text needs 4.5 to 1. The secondary text of Fluent's themes is paler than the first, so a background
// that comes from outside must leave it room.
const LEAST_CONTRAST_WITH_BACKGROUND = 8;

/**
 * The Fluent theme that fits into Outlook as it looks now. Outlook's own background is used where our text stays
 * readable on it; otherwise the theme's.
 */
export function fluentThemeFor(outlook: OutlookTheme): FluentTheme {
  if (outlook.kind === 'high-contrast') return highContrast();
  const theme = outlook.kind === 'dark' ? dark() : light();
  return { ...theme, ...backgroundFrom(outlook, theme) };
}

const light = (): FluentTheme => ({
  ...createLightTheme(INDIGO),
  ...softShapes,
});

const dark = (): FluentTheme => ({
  ...createDarkTheme(INDIGO),
  ...softShapes,
  // Step 100 is a little too faint for text on Fluent's dark grey.
  colorBrandForeground1: INDIGO[110],
  colorBrandForeground2: INDIGO[120],
  colorCompoundBrandForeground1: INDIGO[110],
  colorBrandForegroundLink: INDIGO[110],
});

const softShapes = {
  borderRadiusMedium: '6px',
  borderRadiusLarge: '8px',
  borderRadiusXLarge: '12px',
} as const;

function backgroundFrom(outlook: OutlookTheme, theme: FluentTheme): Partial<FluentTheme> {
  const background = outlook.bodyBackground === undefined ? undefined : parseColour(outlook.bodyBackground);
  const text = parseColour(theme.colorNeutralForeground1);
  if (!background || !text || contrast(background, text) < LEAST_CONTRAST_WITH_BACKGROUND) return {};
  return outlook.bodyBackground === undefined ? {} : { colorNeutralBackground1: outlook.bodyBackground };
}

/**
 * Every colour becomes one of the person's own, by the names that CSS gives them (CSS Color 4, system colours): they
 * hold both where the system forces its colours and where only Outlook is in high contrast.
 */
function highContrast(): FluentTheme {
  const theme: Record<string, string | number> = { ...light() };
  for (const name of Object.keys(theme)) {
    if (name.startsWith('color')) theme[name] = systemColour(name);
  }
  return theme as unknown as FluentTheme;
}

function systemColour(name: string): string {
  if (/Shadow|Transparent|SubtleBackground/.test(name)) return 'transparent';
  if (name.includes('Disabled')) return name.includes('Background') ? 'Canvas' : 'GrayText';
  if (/OnBrand/.test(name)) return 'HighlightText';
  if (/^color(Compound)?BrandBackground(?!2)/.test(name)) return 'Highlight';
  return /Foreground|Stroke|Border/.test(name) ? 'CanvasText' : 'Canvas';
}
