import type { Dialogs } from '../../ports';

/**
 * Dialogs whose script comes with what is fetched once a verdict is there: nobody approves before. A browser lets a window
 * open for some seconds after the click (https://developer.mozilla.org/en-US/docs/Web/Security/User_activation), so the
 * script may also come after it; one that does not come is asked for again by the next click.
 */
export function createLateDialogs(load: () => Promise<Dialogs>): Dialogs {
  let loading: Promise<Dialogs> | undefined;
  return {
    async open(url, hear) {
      loading ??= load();
      try {
        return await (await loading).open(url, hear);
      } catch {
        loading = undefined;
        return { ok: false, why: 'failed' };
      }
    },
    close() {
      loading?.then(
        (dialogs) => dialogs.close(),
        () => undefined,
      );
    },
  };
}
