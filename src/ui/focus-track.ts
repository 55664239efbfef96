/** Where the focus goes when the next screen comes. */
export interface FocusTrack {
  /** The person pressed something. */
  acted(): void;
  /** What the person had asked for has been answered, and the screen stayed. */
  answered(): void;
  /** A screen goes, with what is in it. */
  left(screen: HTMLElement): void;
  /** Asked once by the screen that comes: what in it should take the focus. */
  heirIn(screen: HTMLElement): HTMLElement | null;
}

/**
 * Focus follows the person: to the new title when an act of theirs brought the screen, or when the element that had the
 * focus went with the old one. Whoever writes in a field goes on writing where the new screen has the same one, by its
 * name. A pane that does not have the focus never takes it: the person is writing a mail.
 */
export function createFocusTrack(): FocusTrack {
  let acted = false;
  /** The name of the element that had the focus in the screen that went, empty where it has none. */
  let lost: string | undefined;
  return {
    acted: () => {
      acted = true;
    },
    answered: () => {
      acted = false;
    },
    left: (screen) => {
      const focused = document.hasFocus() ? document.activeElement : null;
      lost = screen.contains(focused) ? (focused?.getAttribute('name') ?? '') : undefined;
    },
    heirIn: (screen) => {
      const name = lost ?? (acted && document.hasFocus() ? '' : undefined);
      acted = false;
      lost = undefined;
      if (name === undefined) return null;
      const same = name === '' ? null : screen.querySelector<HTMLElement>(`[name="${name}"]`);
      return same ?? screen.querySelector('[data-screen-title]');
    },
  };
}
