import { tokens } from './theme-tokens';

/**
 * A theme's tint, calmed towards the page's background: Fluent's tints are made for small badges and are loud on large
 * areas. `share` is the tint's part in percent.
 */
export const softTint = (tint: string, share: number): string =>
  `color-mix(in srgb, ${tint} ${String(share)}%, ${tokens.colorNeutralBackground1})`;
