import type { OutlookTheme } from '../core/theme-kind';
import { contrast, parseColour } from './colour';
import { COLOUR_NAMES, type ColourName, type Palette } from './theme-tokens';

/** Fluent's light theme with ExtendSync's indigo as its brand. A test holds it to Fluent's own. */
const LIGHT: Palette = {
  colorBrandBackground: '#4f5ecd',
  colorBrandBackground2: '#f0f1fe',
  colorBrandBackgroundHover: '#4351bd',
  colorBrandBackgroundPressed: '#222b80',
  colorBrandForeground1: '#4f5ecd',
  colorBrandForeground2: '#4351bd',
  colorBrandStroke1: '#4f5ecd',
  colorNeutralBackground1: '#ffffff',
  colorNeutralBackground1Hover: '#f5f5f5',
  colorNeutralBackground1Pressed: '#e0e0e0',
  colorNeutralBackground3: '#f5f5f5',
  colorNeutralBackgroundDisabled: '#f0f0f0',
  colorNeutralForeground1: '#242424',
  colorNeutralForeground2: '#424242',
  colorNeutralForeground3: '#616161',
  colorNeutralForegroundDisabled: '#bdbdbd',
  colorNeutralForegroundOnBrand: '#ffffff',
  colorNeutralStencil1: '#e6e6e6',
  colorNeutralStroke1: '#d1d1d1',
  colorNeutralStroke2: '#e0e0e0',
  colorNeutralStrokeAccessible: '#616161',
  colorStatusDangerBackground1: '#fdf3f4',
  colorStatusDangerBackground2: '#eeacb2',
  colorStatusDangerBorder1: '#eeacb2',
  colorStatusDangerForeground1: '#b10e1c',
  colorStatusSuccessBackground1: '#f1faf1',
  colorStatusSuccessBackground2: '#9fd89f',
  colorStatusSuccessBackground3: '#107c10',
  colorStatusSuccessBorder1: '#9fd89f',
  colorStatusSuccessForeground1: '#0e700e',
  colorStatusWarningBackground1: '#fff9f5',
  colorStatusWarningBackground2: '#fdcfb4',
  colorStatusWarningBorder1: '#fdcfb4',
  colorStatusWarningForeground3: '#bc4b09',
  colorStrokeFocus2: '#000000',
};

/** Fluent's dark theme with the same brand, except that brand text is a step lighter: Fluent's is faint on its grey. */
const DARK: Palette = {
  colorBrandBackground: '#4351bd',
  colorBrandBackground2: '#12163b',
  colorBrandBackgroundHover: '#4f5ecd',
  colorBrandBackgroundPressed: '#222b80',
  colorBrandForeground1: '#8b96e9',
  colorBrandForeground2: '#9fa8ef',
  colorBrandStroke1: '#7783e2',
  colorNeutralBackground1: '#292929',
  colorNeutralBackground1Hover: '#3d3d3d',
  colorNeutralBackground1Pressed: '#1f1f1f',
  colorNeutralBackground3: '#141414',
  colorNeutralBackgroundDisabled: '#141414',
  colorNeutralForeground1: '#ffffff',
  colorNeutralForeground2: '#d6d6d6',
  colorNeutralForeground3: '#adadad',
  colorNeutralForegroundDisabled: '#5c5c5c',
  colorNeutralForegroundOnBrand: '#ffffff',
  colorNeutralStencil1: '#575757',
  colorNeutralStroke1: '#666666',
  colorNeutralStroke2: '#525252',
  colorNeutralStrokeAccessible: '#adadad',
  colorStatusDangerBackground1: '#3b0509',
  colorStatusDangerBackground2: '#6e0811',
  colorStatusDangerBorder1: '#c50f1f',
  // Fluent's own #dc626d is too dark for small text on this ground (4.2:1): its palette's red for text stands here.
  colorStatusDangerForeground1: '#e37d80',
  colorStatusSuccessBackground1: '#052505',
  colorStatusSuccessBackground2: '#094509',
  colorStatusSuccessBackground3: '#107c10',
  colorStatusSuccessBorder1: '#107c10',
  colorStatusSuccessForeground1: '#54b054',
  colorStatusWarningBackground1: '#4a1e04',
  colorStatusWarningBackground2: '#8a3707',
  colorStatusWarningBorder1: '#f7630c',
  colorStatusWarningForeground3: '#f98845',
  colorStrokeFocus2: '#ffffff',
};

// WCAG 2.2, 1.4.3.
const LEAST_CONTRAST = 4.5;

/** What is written on the page's own ground, or drawn on it as a sign. */
const INKS = COLOUR_NAMES.filter((name) => /Foreground\d$/.test(name));

/**
 * The colours that fit into Outlook as it looks now. Outlook's own background is used where our text stays readable on
 * it; otherwise Fluent's.
 */
export function paletteFor(outlook: OutlookTheme): Palette {
  if (outlook.kind === 'high-contrast') return HIGH_CONTRAST;
  const palette = outlook.kind === 'dark' ? DARK : LIGHT;
  const { bodyBackground } = outlook;
  if (bodyBackground === undefined || !leavesTextReadable(bodyBackground, palette)) return palette;
  return { ...palette, colorNeutralBackground1: bodyBackground };
}

function leavesTextReadable(background: string, palette: Palette): boolean {
  const ground = parseColour(background);
  return (
    ground !== undefined &&
    INKS.every((name) => {
      const ink = parseColour(palette[name]);
      return ink !== undefined && contrast(ground, ink) >= LEAST_CONTRAST;
    })
  );
}

/**
 * Every colour is one of the person's own, by the names that CSS gives them (CSS Color 4, system colours): they hold
 * both where the system forces its colours and where only the page is told of high contrast.
 */
const HIGH_CONTRAST = Object.fromEntries(COLOUR_NAMES.map((name) => [name, systemColour(name)])) as Palette;

function systemColour(name: ColourName): string {
  if (name.includes('Disabled')) return name.includes('Background') ? 'Canvas' : 'GrayText';
  if (name.includes('OnBrand')) return 'HighlightText';
  if (name === 'colorNeutralStencil1') return 'GrayText';
  if (/^colorBrandBackground(?!2)/.test(name)) return 'Highlight';
  return /Foreground|Stroke|Border/.test(name) ? 'CanvasText' : 'Canvas';
}
