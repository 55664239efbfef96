import { createLateDialogs } from '../../../src/pages/taskpane/late-dialogs';
import type { Dialogs } from '../../../src/ports';
import { runPendingPromises } from '../../support/manual-clock';

const URL_OF_GRANT = 'https://localhost:3000/grant.html';

/** Dialogs that write down what is asked of them. */
function handMade(): { readonly dialogs: Dialogs; readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    dialogs: {
      open: (url) => {
        asked.push(`open ${url}`);
        return Promise.resolve({ ok: true });
      },
      close: () => {
        asked.push('close');
      },
    },
  };
}

test('the script is fetched for the first dialog, once, and what is asked comes in its order', async () => {
  const { dialogs, asked } = handMade();
  let loads = 0;
  const late = createLateDialogs(() => {
    loads += 1;
    return Promise.resolve(dialogs);
  });
  late.close();
  expect(loads).toBe(0);
  const first = late.open(`${URL_OF_GRANT}?1`, () => undefined);
  late.close();
  const second = late.open(`${URL_OF_GRANT}?2`, () => undefined);
  expect(await Promise.all([first, second])).toEqual([{ ok: true }, { ok: true }]);
  expect(asked).toEqual([`open ${URL_OF_GRANT}?1`, 'close', `open ${URL_OF_GRANT}?2`]);
  expect(loads).toBe(1);
});

test('a script that a cut network kept away: the dialog is refused, and the next click asks for it again', async () => {
  const { dialogs, asked } = handMade();
  let cut = true;
  const late = createLateDialogs(() => (cut ? Promise.reject(new Error('cut')) : Promise.resolve(dialogs)));
  const opening = late.open(URL_OF_GRANT, () => undefined);
  late.close();
  expect(await opening).toEqual({ ok: false, why: 'failed' });
  await runPendingPromises();
  cut = false;
  expect(await late.open(URL_OF_GRANT, () => undefined)).toEqual({ ok: true });
  expect(asked).toEqual([`open ${URL_OF_GRANT}`]);
});
