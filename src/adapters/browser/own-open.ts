/** A window with the browser's own `open` beside whatever stands in its place by now. */
type KeepingWindow = Window & { browsersOpen?: Window['open'] };

/**
 * Keeps the browser's own `window.open` for whoever comes later. Outlook may put a function of its own in its place as soon
 * as office.js has met it, also before the page's other scripts have come (office.js 1.1.110, `windowOpenOverrideHandler`).
 */
export function keepOpen(window: KeepingWindow | null): void {
  if (window) window.browsersOpen ??= window.open;
}

/** The browser's own `window.open`; in a page without office.js the one that stands there. */
export const keptOpen = (window: KeepingWindow): Window['open'] => window.browsersOpen ?? window.open;
