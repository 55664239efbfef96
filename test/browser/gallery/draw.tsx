import type { ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';

/**
 * Draws what the address names, and draws anew whenever it changes: nothing of the screen before is left. The place says
 * which address it shows, once it does.
 */
export function drawByAddress(screenOf: (chosen: URLSearchParams) => Promise<ReactNode>): void {
  const place = document.querySelector<HTMLElement>('#pane');
  if (!place) throw new Error('The gallery has no place for a screen.');
  let root: Root | undefined;
  const draw = async (): Promise<void> => {
    const address = location.hash.slice(1);
    if (address === '') return;
    const screen = await screenOf(new URLSearchParams(address));
    root?.unmount();
    root = createRoot(place);
    root.render(screen);
    place.dataset['drawn'] = address;
  };
  window.addEventListener('hashchange', () => void draw());
  void draw();
}
