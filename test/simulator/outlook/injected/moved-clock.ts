/**
 * The pane's end of the world's clock: dates and timers of this page go by it. The proxy says where it stands when the page loads,
 * the Outlook page when it is put forward while the pane is open.
 */

interface Waiting {
  readonly dueMs: number;
  readonly run: () => void;
  timer: number;
}

function aheadIn(data: unknown): number | undefined {
  if (typeof data !== 'object' || data === null || !('simulatedAheadMs' in data)) return undefined;
  return typeof data.simulatedAheadMs === 'number' ? data.simulatedAheadMs : undefined;
}

/** Sets the page's clock; called before any other script of the page runs. */
export function moveClock(hostOrigin: string, firstAheadMs: number): void {
  let aheadMs = firstAheadMs;
  const RealDate = Date;
  const realSetTimeout = window.setTimeout.bind(window);
  const realClearTimeout = window.clearTimeout.bind(window);
  const waiting = new Map<number, Waiting>();
  const now = (): number => RealDate.now() + aheadMs;

  window.Date = new Proxy(RealDate, {
    construct: (target, parts, as) =>
      Reflect.construct(target, parts.length === 0 ? [now()] : parts, as) as object,
    apply: () => new RealDate(now()).toString(),
    get: (target, name) => (name === 'now' ? now : (Reflect.get(target, name) as unknown)),
  });

  function wait(id: number, one: Waiting): void {
    realClearTimeout(one.timer);
    one.timer = realSetTimeout(
      () => {
        waiting.delete(id);
        one.run();
      },
      Math.max(0, one.dueMs - now()),
    );
  }
  window.setTimeout = ((task: TimerHandler, ms = 0, ...given: unknown[]) => {
    const run = (): void => {
      if (typeof task === 'function') (task as (...all: unknown[]) => void)(...given);
    };
    const id = realSetTimeout(() => {
      waiting.delete(id);
      run();
    }, ms);
    waiting.set(id, { dueMs: now() + ms, run, timer: id });
    return id;
  }) as typeof window.setTimeout;
  window.clearTimeout = ((id?: number) => {
    if (id === undefined) return;
    const one = waiting.get(id);
    waiting.delete(id);
    realClearTimeout(one?.timer ?? id);
  }) as typeof window.clearTimeout;

  window.addEventListener('message', (event) => {
    if (event.source !== window.parent || event.origin !== hostOrigin) return;
    const said = aheadIn(event.data);
    if (said === undefined) return;
    event.stopImmediatePropagation();
    aheadMs = said;
    for (const [id, one] of waiting) wait(id, one);
    // Whoever comes back to a window after a day looks at it first: the pane hears of that as always.
    window.dispatchEvent(new Event('focus'));
  });
}
