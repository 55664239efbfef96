import type { Theme } from '../host-options';

/** The four colours that Office hands to add-ins, as CSS hex. */
export interface OfficeColours {
  readonly bodyBackgroundColor: string;
  readonly bodyForegroundColor: string;
  readonly controlBackgroundColor: string;
  readonly controlForegroundColor: string;
}

const COLOURS: Readonly<Record<Theme, OfficeColours>> = {
  light: {
    bodyBackgroundColor: '#ffffff',
    bodyForegroundColor: '#242424',
    controlBackgroundColor: '#f5f5f5',
    controlForegroundColor: '#242424',
  },
  dark: {
    bodyBackgroundColor: '#292929',
    bodyForegroundColor: '#ffffff',
    controlBackgroundColor: '#1f1f1f',
    controlForegroundColor: '#ffffff',
  },
  black: {
    bodyBackgroundColor: '#000000',
    bodyForegroundColor: '#ffffff',
    controlBackgroundColor: '#141414',
    controlForegroundColor: '#ffffff',
  },
  'high-contrast': {
    bodyBackgroundColor: '#000000',
    bodyForegroundColor: '#ffff00',
    controlBackgroundColor: '#000000',
    controlForegroundColor: '#00ff00',
  },
};

/** The colours of one theme. */
export function officeColours(theme: Theme): OfficeColours {
  return COLOURS[theme];
}

/**
 * The payload of `officeThemeChanged`: office.js reads JSON text with whole numbers under the key 0 and turns the numbers
 * into hex colours itself (OSF.DDA.Theming.OfficeThemeChangedEventArgs).
 */
export function themeEventPayload(theme: Theme): Readonly<Record<number, string>> {
  const numbers = Object.fromEntries(
    Object.entries(officeColours(theme)).map(([name, hex]) => [name, Number.parseInt(hex.slice(1), 16)]),
  );
  return { 0: JSON.stringify(numbers) };
}
