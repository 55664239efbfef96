/** Whether the next screen's title should take the focus. */
export interface FocusTrack {
  /** The person pressed something. */
  acted(): void;
  /** What the person had asked for has been answered, and the screen stayed. */
  answered(): void;
  /** A screen goes, with what is in it. */
  left(screen: HTMLElement): void;
  /** Asked once by the screen that comes. */
  wanted(): boolean;
}

/**
 * Focus follows the person: to the new title when an act of theirs brought the screen, or when the element that had the
 * focus went with the old one. A pane that does not have the focus never takes it: the person is writing a mail.
 */
export function createFocusTrack(): FocusTrack {
  let acted = false;
  let lost = false;
  return {
    acted: () => {
      acted = true;
    },
    answered: () => {
      acted = false;
    },
    left: (screen) => {
      lost = document.hasFocus() && screen.contains(document.activeElement);
    },
    wanted: () => {
      const wanted = lost || (acted && document.hasFocus());
      acted = false;
      lost = false;
      return wanted;
    },
  };
}
