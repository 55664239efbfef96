import { createOfficeDialogs } from '../../../src/adapters/office/dialogs';
import { tellParent } from '../../../src/adapters/office/parent';
import { createOfficeReady, type OfficeReady } from '../../../src/adapters/office/ready';
import { dialogMessage, type DialogMessage } from '../../../src/core/dialog-message';
import type { DialogEvent, Dialogs } from '../../../src/ports';
import { ManualClock, runPendingPromises } from '../../support/manual-clock';
import { dialogUi, fakeOffice, giveOffice, takeOffice } from './fake-office';

const ORIGIN = 'https://localhost:3000';
const URL_OF_GRANT = `${ORIGIN}/grant.html`;
const RETURNED: DialogMessage = { kind: 'consent-returned', outcome: 'accepted' };
const TEXT = dialogMessage(RETURNED);
let clock: ManualClock;
let ready: OfficeReady;
let heard: DialogEvent[];
const hear = (event: DialogEvent): void => {
  heard.push(event);
};
const realOpen = window.open;

beforeEach(() => {
  clock = new ManualClock();
  heard = [];
});

afterEach(() => {
  takeOffice();
  window.open = realOpen;
  Object.assign(window, { opener: null });
  clock.mustBeIdle();
});

async function dialogs(): Promise<Dialogs> {
  ready = createOfficeReady(window, clock);
  await ready.whenReady();
  return createOfficeDialogs(window, ready, clock, ORIGIN);
}

describe('an Office dialog', () => {
  test('opens without a question of the host and hands on what our page says', async () => {
    const { ui, asked, dialog } = dialogUi();
    giveOffice(fakeOffice({ ui }));
    const outlook = await dialogs();
    expect(await outlook.open(URL_OF_GRANT, hear)).toEqual({ ok: true });
    expect(asked).toEqual([
      {
        url: URL_OF_GRANT,
        options: expect.objectContaining({ promptBeforeOpen: false, displayInIframe: false }) as object,
      },
    ]);
    dialog.says(TEXT, ORIGIN);
    // Hosts before DialogOrigin 1.1 do not tell the origin.
    dialog.says(TEXT);
    for (const forged of ['', '{}', '{"type":"extendsync.grant.1","kind":"granted"}', 'granted', '[]'])
      dialog.says(forged, ORIGIN);
    expect(heard).toEqual([
      { kind: 'message', message: RETURNED },
      { kind: 'message', message: RETURNED },
    ]);
    outlook.close();
  });

  test('another origin’s words, and what are no words, are not handed on', async () => {
    const { ui, dialog } = dialogUi();
    giveOffice(fakeOffice({ ui }));
    const outlook = await dialogs();
    await outlook.open(URL_OF_GRANT, hear);
    dialog.says(TEXT, 'https://evil.example');
    dialog.says(TEXT, `${ORIGIN}.evil.example`);
    dialog.says({ granted: true }, ORIGIN);
    dialog.says(undefined, ORIGIN);
    expect(heard).toEqual([]);
    outlook.close();
  });

  test.each([
    [12009, 'popup-blocked'],
    [12011, 'popup-blocked'],
    [5001, 'failed'],
  ])('the host’s code %i is %s', async (refuses, why) => {
    giveOffice(fakeOffice({ ui: dialogUi({ refuses }).ui }));
    const outlook = await dialogs();
    // A person or a browser that wants no window gets no other one.
    window.open = () => {
      throw new Error('A plain window was opened');
    };
    expect(await outlook.open(URL_OF_GRANT, hear)).toEqual({ ok: false, why });
    // The way is free for the next try.
    expect(await outlook.open(URL_OF_GRANT, hear)).toEqual({ ok: false, why });
  });

  test('the user closes it, once, and another can be opened', async () => {
    const { ui, dialog } = dialogUi();
    giveOffice(fakeOffice({ ui }));
    const outlook = await dialogs();
    await outlook.open(URL_OF_GRANT, hear);
    expect(await outlook.open(URL_OF_GRANT, hear)).toEqual({ ok: false, why: 'already-open' });
    dialog.event(12006);
    dialog.event(12006);
    expect(heard).toEqual([{ kind: 'closed' }]);
    expect(await outlook.open(URL_OF_GRANT, hear)).toEqual({ ok: true });
    outlook.close();
  });

  test.each([12006, 12002, 12003])(
    'F1: what our page says after the host’s %i is heard as long as no other dialog takes its place',
    async (code) => {
      const { ui, dialog } = dialogUi();
      giveOffice(fakeOffice({ ui }));
      const outlook = await dialogs();
      await outlook.open(URL_OF_GRANT, hear);
      dialog.event(code);
      dialog.says(TEXT, ORIGIN);
      dialog.says(TEXT, 'https://evil.example');
      expect(heard).toEqual([
        expect.objectContaining({ kind: code === 12006 ? 'closed' : 'failed' }),
        { kind: 'message', message: RETURNED },
      ]);
      outlook.close();
      expect(dialog.closedTimes).toBe(1);
      dialog.says(TEXT, ORIGIN);
      expect(heard).toHaveLength(2);
    },
  );

  test('F1: a host that writes 12006 as text has said that it is closed', async () => {
    const { ui, dialog } = dialogUi();
    giveOffice(fakeOffice({ ui }));
    const outlook = await dialogs();
    await outlook.open(URL_OF_GRANT, hear);
    dialog.event('12006');
    expect(heard).toEqual([{ kind: 'closed' }]);
    outlook.close();
  });

  test('F1: a window that the host calls closed is closed before the next one opens', async () => {
    const { ui, dialog } = dialogUi();
    giveOffice(fakeOffice({ ui }));
    const outlook = await dialogs();
    await outlook.open(URL_OF_GRANT, hear);
    dialog.event(12006);
    expect(await outlook.open(URL_OF_GRANT, hear)).toEqual({ ok: true });
    expect(dialog.closedTimes).toBe(1);
    outlook.close();
  });

  test.each(['by status', 'by throwing'])(
    'F25: a host that still believes in another dialog, and says so %s, gets a plain window instead',
    async (how) => {
      const throws = {
        displayDialogAsync: () => {
          throw Object.assign(new Error('A dialog is opened already.'), { code: 12007 });
        },
      };
      giveOffice(fakeOffice({ ui: how === 'by status' ? dialogUi({ refuses: 12007 }).ui : throws }));
      const opened: string[] = [];
      const child = { closed: false, close: () => (child.closed = true) };
      window.open = (url) => {
        opened.push(String(url));
        return child as unknown as Window;
      };
      const outlook = await dialogs();
      expect(await outlook.open(URL_OF_GRANT, hear)).toEqual({ ok: true });
      expect(opened).toEqual([URL_OF_GRANT]);
      expect(await outlook.open(URL_OF_GRANT, hear)).toEqual({ ok: false, why: 'already-open' });
      outlook.close();
      expect(child.closed).toBe(true);
    },
  );

  test.each([12004, 12005])(
    'a host that does not trust our address (%i), as beside an older manifest, gets a plain window instead',
    async (refuses) => {
      giveOffice(fakeOffice({ ui: dialogUi({ refuses }).ui }));
      const opened: string[] = [];
      window.open = (url) => {
        opened.push(String(url));
        return opened.length > 1 ? null : ({ closed: false, close: () => undefined } as unknown as Window);
      };
      const outlook = await dialogs();
      expect(await outlook.open(URL_OF_GRANT, hear)).toEqual({ ok: true });
      expect(opened).toEqual([URL_OF_GRANT]);
      outlook.close();
      // Where that is blocked, to allow pop-ups is the way on.
      expect(await outlook.open(URL_OF_GRANT, hear)).toEqual({ ok: false, why: 'popup-blocked' });
    },
  );

  test.each([
    ['as text', { status: 'failed', error: { code: '12007' } }],
    ['as text by throwing', undefined],
  ])('F25: a host that writes the code %s has said the same', async (_how, answer) => {
    const ui = {
      displayDialogAsync: (_url: string, _options: object, done: (result: unknown) => void) => {
        if (answer === undefined) throw Object.assign(new Error('opened already'), { code: '12007' });
        done(answer);
      },
    };
    giveOffice(fakeOffice({ ui }));
    const opened: string[] = [];
    window.open = (url) => {
      opened.push(String(url));
      return { closed: false, close: () => undefined } as unknown as Window;
    };
    const outlook = await dialogs();
    expect(await outlook.open(URL_OF_GRANT, hear)).toEqual({ ok: true });
    expect(opened).toEqual([URL_OF_GRANT]);
    outlook.close();
  });

  test.each([
    ['nothing', undefined],
    ['null', null],
    ['a success without a dialog', { status: 'succeeded' }],
    ['a refusal without a reason', { status: 'failed' }],
    ['a refusal with null for a reason', { status: 'failed', error: null }],
    [
      'a dialog that cannot be listened to',
      {
        status: 'succeeded',
        value: {
          addEventHandler: () => {
            throw new Error('not here');
          },
        },
      },
    ],
  ])('10.2: a host that answers with %s has refused, and the next try is free', async (_what, answer) => {
    const ui = {
      displayDialogAsync: (_url: string, _options: object, done: (result: unknown) => void) => done(answer),
    };
    giveOffice(fakeOffice({ ui }));
    const outlook = await dialogs();
    for (const _try of [1, 2])
      expect(await outlook.open(URL_OF_GRANT, hear)).toEqual({ ok: false, why: 'failed' });
  });

  test('F25: where the browser blocks that window too, it is a blocked window', async () => {
    giveOffice(fakeOffice({ ui: dialogUi({ refuses: 12007 }).ui }));
    window.open = () => null;
    const outlook = await dialogs();
    expect(await outlook.open(URL_OF_GRANT, hear)).toEqual({ ok: false, why: 'popup-blocked' });
  });

  test('a host that throws the reason has refused for that reason', async () => {
    giveOffice(
      fakeOffice({
        ui: {
          displayDialogAsync: () => {
            throw Object.assign(new Error('blocked'), { code: 12011 });
          },
        },
      }),
    );
    expect(await (await dialogs()).open(URL_OF_GRANT, hear)).toEqual({ ok: false, why: 'popup-blocked' });
  });

  test('a page that does not load is a failure with the host’s code', async () => {
    const { ui, dialog } = dialogUi();
    giveOffice(fakeOffice({ ui }));
    await (await dialogs()).open(URL_OF_GRANT, hear);
    dialog.event(12002);
    expect(heard).toEqual([{ kind: 'failed', code: 12002 }]);
  });

  test('after close() nothing is heard any more', async () => {
    const { ui, dialog } = dialogUi();
    giveOffice(fakeOffice({ ui }));
    const outlook = await dialogs();
    await outlook.open(URL_OF_GRANT, hear);
    outlook.close();
    outlook.close();
    expect(dialog.closedTimes).toBe(1);
    dialog.event(12006);
    expect(heard).toEqual([]);
  });

  test('a host that does not answer is given up, and its late dialog is closed', async () => {
    const { ui, dialog, answerNow } = dialogUi({ silent: true });
    giveOffice(fakeOffice({ ui }));
    const outlook = await dialogs();
    const opened = outlook.open(URL_OF_GRANT, hear);
    await clock.advance(60_000);
    expect(await opened).toEqual({ ok: false, why: 'failed' });
    answerNow();
    expect(dialog.closedTimes).toBe(1);
  });

  test.each(['comes after all', 'never comes'])(
    'a slow dialog that %s says nothing of the one that was opened in its place',
    async (how) => {
      const slow = dialogUi({ silent: true });
      const quick = dialogUi();
      const ui = { ...slow.ui };
      giveOffice(fakeOffice({ ui }));
      const outlook = await dialogs();
      const first = outlook.open(URL_OF_GRANT, hear);
      outlook.close();
      // Nobody waits for it any more.
      clock.mustBeIdle();
      expect(await first).toEqual({ ok: false, why: 'failed' });
      Object.assign(ui, quick.ui);
      expect(await outlook.open(URL_OF_GRANT, hear)).toEqual({ ok: true });
      if (how === 'comes after all') slow.answerNow();
      expect(slow.dialog.closedTimes).toBe(how === 'comes after all' ? 1 : 0);
      quick.dialog.says(TEXT, ORIGIN);
      expect(heard).toEqual([{ kind: 'message', message: RETURNED }]);
      expect(quick.dialog.closedTimes).toBe(0);
      outlook.close();
    },
  );

  test('a host that throws has refused', async () => {
    giveOffice(
      fakeOffice({
        ui: {
          displayDialogAsync: () => {
            throw new Error('not here');
          },
        },
      }),
    );
    expect(await (await dialogs()).open(URL_OF_GRANT, hear)).toEqual({ ok: false, why: 'failed' });
  });
});

describe('a browser window where there is no Office dialog', () => {
  function childWindow(): { child: Window & { closed: boolean }; says(data: unknown, from?: object): void } {
    const child = { closed: false, close: () => (child.closed = true) } as unknown as Window & {
      closed: boolean;
    };
    return {
      child,
      says: (data, from = {}) =>
        window.dispatchEvent(new MessageEvent('message', { data, origin: ORIGIN, source: child, ...from })),
    };
  }

  test('its words count when they come from it and from our origin', async () => {
    const { child, says } = childWindow();
    window.open = () => child;
    const browser = await dialogs();
    expect(await browser.open(URL_OF_GRANT, hear)).toEqual({ ok: true });
    const message = { kind: 'extendsync-dialog-message', text: TEXT };
    says(message, { origin: 'https://evil.example' });
    says(message, { source: window });
    says({ ...message, text: 7 });
    says({ ...message, kind: 'another' });
    says(null);
    says(message);
    // As office.js sends it, where it takes the window for a dialog of its own.
    says(TEXT);
    expect(heard).toEqual([
      { kind: 'message', message: RETURNED },
      { kind: 'message', message: RETURNED },
    ]);
    browser.close();
    expect(child.closed).toBe(true);
    says(message);
    expect(heard).toHaveLength(2);
  });

  test('closing it is noticed within half a second', async () => {
    const { child } = childWindow();
    window.open = () => child;
    const browser = await dialogs();
    await browser.open(URL_OF_GRANT, hear);
    await clock.advance(5_000);
    expect(heard).toEqual([]);
    expect(await browser.open(URL_OF_GRANT, hear)).toEqual({ ok: false, why: 'already-open' });
    child.closed = true;
    await clock.advance(500);
    expect(heard).toEqual([{ kind: 'closed' }]);
    browser.close();
  });

  test('F1: a window that only looks closed, for its page keeps its opener away, is still heard', async () => {
    const { child, says } = childWindow();
    window.open = () => child;
    const browser = await dialogs();
    await browser.open(URL_OF_GRANT, hear);
    child.closed = true;
    await clock.advance(500);
    says({ kind: 'extendsync-dialog-message', text: TEXT });
    expect(heard).toEqual([{ kind: 'closed' }, { kind: 'message', message: RETURNED }]);
    // It stands in nobody's way.
    expect(await browser.open(URL_OF_GRANT, hear)).toEqual({ ok: true });
    browser.close();
  });

  test('a host that opens the window by itself answers the pane’s own window, which is left alone', async () => {
    let closed = 0;
    window.open = () => window;
    const realClose = window.close;
    window.close = () => (closed += 1);
    const browser = await dialogs();
    expect(await browser.open(URL_OF_GRANT, hear)).toEqual({ ok: true });
    browser.close();
    window.close = realClose;
    expect(closed).toBe(0);
  });

  test('a blocked window is refused', async () => {
    const browser = await dialogs();
    window.open = () => null;
    expect(await browser.open(URL_OF_GRANT, hear)).toEqual({ ok: false, why: 'popup-blocked' });
    window.open = () => {
      throw new DOMException('no', 'SecurityError');
    };
    expect(await browser.open(URL_OF_GRANT, hear)).toEqual({ ok: false, why: 'popup-blocked' });
  });
});

describe('from the page in the dialog to the pane', () => {
  test('by Office, to our own origin alone', async () => {
    const sent: unknown[] = [];
    giveOffice(fakeOffice({ ui: { messageParent: (...args: unknown[]) => sent.push(args) } }));
    expect(await tellParent(window, createOfficeReady(window, clock), clock, ORIGIN, TEXT)).toBe(true);
    expect(sent).toEqual([[TEXT, { targetOrigin: ORIGIN }]]);
  });

  test('by the window’s opener where Office is not there or refuses', async () => {
    const sent: unknown[] = [];
    Object.assign(window, { opener: { postMessage: (...args: unknown[]) => sent.push(args) } });
    expect(await tellParent(window, createOfficeReady(window, clock), clock, ORIGIN, 'a')).toBe(true);
    giveOffice(
      fakeOffice({
        ui: {
          messageParent: () => {
            throw new Error('not a dialog');
          },
        },
      }),
    );
    expect(await tellParent(window, createOfficeReady(window, clock), clock, ORIGIN, 'b')).toBe(true);
    expect(sent).toEqual([
      [{ kind: 'extendsync-dialog-message', text: 'a' }, ORIGIN],
      [{ kind: 'extendsync-dialog-message', text: 'b' }, ORIGIN],
    ]);
  });

  test.each(['by Office', 'to the opener'])(
    'a word %s has been told when the opener has heard it: whoever leaves before has lost it',
    async (how) => {
      const opener = new EventTarget();
      const posted: unknown[] = [];
      const post = (data: unknown): void => {
        posted.push(data);
      };
      Object.assign(window, { opener: Object.assign(opener, { postMessage: post }) });
      if (how === 'by Office') giveOffice(fakeOffice({ ui: { messageParent: post } }));
      let told: boolean | undefined;
      const telling = tellParent(window, createOfficeReady(window, clock), clock, ORIGIN, 'going').then(
        (ok) => (told = ok),
      );
      while (posted.length === 0) await Promise.resolve();
      opener.dispatchEvent(new MessageEvent('message', { data: { text: 'something else' } }));
      opener.dispatchEvent(new MessageEvent('message', { data: null }));
      await runPendingPromises();
      expect(told).toBeUndefined();
      opener.dispatchEvent(new MessageEvent('message', { data: posted[0] }));
      await telling;
      expect(told).toBe(true);
    },
  );

  test('an opener that stands still, and one of another origin, keep nobody waiting', async () => {
    let sent = 0;
    giveOffice(fakeOffice({ ui: { messageParent: () => (sent += 1) } }));
    Object.assign(window, { opener: new EventTarget() });
    const telling = tellParent(window, createOfficeReady(window, clock), clock, ORIGIN, 'going');
    while (sent === 0) await Promise.resolve();
    await clock.advance(1_000);
    expect(await telling).toBe(true);
    const foreign = {
      addEventListener: () => {
        throw new DOMException('no', 'SecurityError');
      },
    };
    Object.assign(window, { opener: foreign });
    expect(await tellParent(window, createOfficeReady(window, clock), clock, ORIGIN, 'going')).toBe(true);
  });

  test.each([
    ['knows no messageParent', {}],
    [
      'cannot send',
      {
        messageParent: () => {
          throw new Error('not a dialog');
        },
      },
    ],
  ])(
    'the pane hears what a page whose office.js %s says to the opener of its Office dialog',
    async (_how, atThePage) => {
      const { ui, dialog } = dialogUi();
      giveOffice(fakeOffice({ ui }));
      const outlook = await dialogs();
      await outlook.open(URL_OF_GRANT, hear);
      giveOffice(fakeOffice({ ui: atThePage }));
      // office.js of the pane hands on whatever the window of its dialog posts, as it is.
      const opener = { postMessage: (data: unknown) => dialog.says(data, ORIGIN) };
      Object.assign(window, { opener });
      expect(await tellParent(window, createOfficeReady(window, clock), clock, ORIGIN, TEXT)).toBe(true);
      dialog.says({ kind: 'extendsync-dialog-message', text: TEXT }, 'https://evil.example');
      expect(heard).toEqual([{ kind: 'message', message: RETURNED }]);
      outlook.close();
    },
  );

  test('a page that nobody opened has nobody to tell', async () => {
    expect(await tellParent(window, createOfficeReady(window, clock), clock, ORIGIN, 'a')).toBe(false);
  });
});
