import {
  createDarkTheme,
  createLightTheme,
  type BrandVariants,
  type Theme,
} from '@fluentui/react-components';
import { paletteFor } from '../office-theme';
import type { OutlookTheme } from '../../core/theme-kind';

/** ExtendSync's indigo, in the steps that Fluent's themes pick from. */
export const INDIGO: BrandVariants = {
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

// The pane's own colours lie over Fluent's, so that both pages are of one product.
const LIGHT: Theme = { ...createLightTheme(INDIGO), ...paletteFor({ kind: 'light' }) };
const DARK: Theme = { ...createDarkTheme(INDIGO), ...paletteFor({ kind: 'dark' }) };

/** Every colour is one of the person's own, by the names that CSS gives them (CSS Color 4, system colours). */
const HIGH_CONTRAST: Theme = {
  ...LIGHT,
  ...Object.fromEntries(
    Object.keys(LIGHT)
      .filter((name) => name.startsWith('color'))
      .map((name) => [name, systemColour(name)]),
  ),
  ...paletteFor({ kind: 'high-contrast' }),
};

function systemColour(name: string): string {
  if (name.includes('Transparent')) return 'transparent';
  if (name.includes('Disabled')) return name.includes('Background') ? 'Canvas' : 'GrayText';
  if (/OnBrand|ForegroundInverted/.test(name)) return 'HighlightText';
  if (/^color(?:Compound)?BrandBackground(?!2)/.test(name)) return 'Highlight';
  return /Foreground|Stroke|Border/.test(name) ? 'CanvasText' : 'Canvas';
}

/** Fluent's theme for what the browser prefers. */
export function fluentThemeFor({ kind }: OutlookTheme): Theme {
  if (kind === 'high-contrast') return HIGH_CONTRAST;
  return kind === 'dark' ? DARK : LIGHT;
}
