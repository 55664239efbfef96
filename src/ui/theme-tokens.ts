import type { Theme } from '@fluentui/react-components';

/**
 * The tokens of Fluent's design language that the pane uses, by Fluent's names. Fluent itself has some five hundred:
 * they and what makes them would be 9 KB before the verdict.
 */
export const COLOUR_NAMES = [
  'colorBrandBackground',
  'colorBrandBackground2',
  'colorBrandBackgroundHover',
  'colorBrandBackgroundPressed',
  'colorBrandForeground1',
  'colorBrandForeground2',
  'colorBrandStroke1',
  'colorNeutralBackground1',
  'colorNeutralBackground1Hover',
  'colorNeutralBackground1Pressed',
  'colorNeutralBackground3',
  'colorNeutralBackgroundDisabled',
  'colorNeutralForeground1',
  'colorNeutralForeground2',
  'colorNeutralForeground3',
  'colorNeutralForegroundDisabled',
  'colorNeutralForegroundOnBrand',
  'colorNeutralStencil1',
  'colorNeutralStroke1',
  'colorNeutralStroke2',
  'colorNeutralStrokeAccessible',
  'colorStatusDangerBackground1',
  'colorStatusDangerBackground2',
  'colorStatusDangerBorder1',
  'colorStatusDangerForeground1',
  'colorStatusSuccessBackground1',
  'colorStatusSuccessBackground2',
  'colorStatusSuccessBackground3',
  'colorStatusSuccessBorder1',
  'colorStatusSuccessForeground1',
  'colorStatusWarningBackground1',
  'colorStatusWarningBackground2',
  'colorStatusWarningBorder1',
  'colorStatusWarningForeground3',
  'colorStrokeFocus2',
] as const satisfies readonly (keyof Theme)[];

export type ColourName = (typeof COLOUR_NAMES)[number];

/** A theme's colours as CSS has them. */
export type Palette = Readonly<Record<ColourName, string>>;

/** What is the same in every theme. Corners are a step softer than Fluent's. */
const CONSTANTS = {
  borderRadiusMedium: '6px',
  borderRadiusLarge: '8px',
  borderRadiusXLarge: '12px',
  durationFaster: '100ms',
  durationFast: '150ms',
  // Fluent lists more names in the place of the system's own: each that is missing is looked for in vain.
  fontFamilyBase: "'Segoe UI', system-ui, sans-serif",
  fontFamilyMonospace: "Consolas, 'Courier New', Courier, monospace",
  fontSizeBase300: '14px',
  fontWeightSemibold: 600,
  lineHeightBase300: '20px',
} as const satisfies Partial<Record<keyof Theme, string | number>>;

/** For styles: colours are CSS variables, which `ThemeRoot` sets; the rest stands as it is. */
export const tokens = {
  ...(Object.fromEntries(COLOUR_NAMES.map((name) => [name, `var(--${name})`])) as Palette),
  ...CONSTANTS,
};
