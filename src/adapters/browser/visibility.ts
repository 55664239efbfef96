import type { Visibility } from '../../ports';

/** What the browser tells of the pane's visibility, focus and network. */
export function createBrowserVisibility(window: Window): Visibility {
  const { document, navigator } = window;
  return {
    visible: () => document.visibilityState === 'visible',
    online: () => navigator.onLine,
    onChanged(hear) {
      const turned = (): void => {
        hear(document.visibilityState === 'visible' ? 'shown' : 'hidden');
      };
      const focused = (): void => {
        hear('focused');
      };
      const wentOnline = (): void => {
        hear('online');
      };
      const wentOffline = (): void => {
        hear('offline');
      };
      document.addEventListener('visibilitychange', turned);
      window.addEventListener('focus', focused);
      window.addEventListener('online', wentOnline);
      window.addEventListener('offline', wentOffline);
      return () => {
        document.removeEventListener('visibilitychange', turned);
        window.removeEventListener('focus', focused);
        window.removeEventListener('online', wentOnline);
        window.removeEventListener('offline', wentOffline);
      };
    },
  };
}
