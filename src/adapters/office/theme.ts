import type { OutlookTheme } from '../../core/theme-kind';

/** Outlook's colours as office.js hands them over: each is absent in some hosts. */
export interface OfficeColours {
  readonly bodyBackgroundColor?: unknown;
  readonly bodyForegroundColor?: unknown;
}

/**
 * The theme that fits Outlook's colours, or, where it tells none, the browser's preference. Forced colours of the
 * operating system go before both.
 */
export function themeOf(
  colours: OfficeColours | null | undefined,
  media: (query: string) => boolean,
): OutlookTheme {
  const bodyBackground = hexColour(colours?.bodyBackgroundColor);
  const dark = bodyBackground === undefined ? media('(prefers-color-scheme: dark)') : isDark(bodyBackground);
  return {
    kind: media('(forced-colors: active)') ? 'high-contrast' : dark ? 'dark' : 'light',
    bodyBackground,
  };
}

/** `#rrggbb` in lower case out of `#rgb`, `#rrggbb` or `#rrggbbaa`, with or without the sign; undefined for anything else. */
export function hexColour(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const digits = /^#?([0-9a-f]{3}|[0-9a-f]{6}|[0-9a-f]{8})$/i.exec(value.trim())?.[1]?.toLowerCase();
  if (digits === undefined) return undefined;
  return digits.length === 3 ? `#${digits.replaceAll(/./g, '$&$&')}` : `#${digits.slice(0, 6)}`;
}

/** Whether white text reads better than black on a `#rrggbb` background (relative luminance of WCAG 2). */
function isDark(colour: string): boolean {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    linear(Number.parseInt(colour.slice(at, at + 2), 16) / 255),
  );
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  // Where the contrast to white, 1.05 / (l + 0.05), equals that to black, (l + 0.05) / 0.05.
  return luminance < 0.179;
}

const linear = (part: number): number => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
