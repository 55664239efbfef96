type FramedWindow = Pick<Window, 'requestAnimationFrame' | 'setTimeout'>;

/** Runs `task` when the next frame has been painted, not in it. A page that nobody sees has no frames. */
export const afterFrame = (window: FramedWindow, task: () => void): void =>
  void window.requestAnimationFrame(() => void window.setTimeout(task, 0));

/** So long is a first frame waited for: a pane may be seen only later. */
const LIMIT_MS = 100;

/**
 * Runs `task` once, when what the page holds so far has been painted. Without this, scripts that come from a cache would run
 * first, and the person would look at nothing for as long.
 */
export function afterFirstFrame(window: FramedWindow, task: () => void): void {
  let isDone = false;
  const run = (): void => {
    if (isDone) return;
    isDone = true;
    task();
  };
  afterFrame(window, run);
  window.setTimeout(run, LIMIT_MS);
}
