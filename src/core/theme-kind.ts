/** How the host looks, as far as the palette is chosen by it. */
export const THEME_KINDS = ['light', 'dark', 'high-contrast'] as const;
export type ThemeKind = (typeof THEME_KINDS)[number];
