/**
 * The browser's channels between its pages; undefined where there are none, or where this page may open none: Firefox denies
 * them to a frame of another site, as its storage, where the person blocks cookies of other sites.
 */
export function allowedChannel(window: Window & typeof globalThis): typeof BroadcastChannel | undefined {
  try {
    new window.BroadcastChannel('').close();
    return window.BroadcastChannel;
  } catch {
    return undefined;
  }
}
