/** How the host looks, as far as the palette is chosen by it. */
export const THEME_KINDS = ['light', 'dark', 'high-contrast'] as const;
export type ThemeKind = (typeof THEME_KINDS)[number];

/** What Outlook says about its looks. The host's adapter reports it. */
export type OutlookTheme = {
  readonly kind: ThemeKind;
  /** Outlook's colours as `#rrggbb`, where it tells them. */
  readonly bodyBackground?: string | undefined;
};
