import { createBrowserChance } from '../../../src/adapters/browser/chance';
import { createBrowserClipboard } from '../../../src/adapters/browser/clipboard';
import { createBrowserClock } from '../../../src/adapters/browser/clock';
import { createBrowserLog } from '../../../src/adapters/browser/log';
import { TIMED_OUT, within } from '../../../src/adapters/browser/time-limit';
import { createBrowserVisibility } from '../../../src/adapters/browser/visibility';
import { keepAnswerForMsal, SIGN_IN_PAGE, takeAnswer } from '../../../src/adapters/msal/redirect';
import { parseRequestId } from '../../../src/core/api/requests';
import { ManualClock } from '../../support/manual-clock';

describe('the clock', () => {
  test('runs a task once, and not when it was cancelled', async () => {
    const clock = createBrowserClock();
    const ran: string[] = [];
    const cancel = clock.after(0, () => ran.push('cancelled'));
    cancel();
    await new Promise<void>((resolve) => {
      clock.after(-5, () => {
        ran.push('ran');
        resolve();
      });
    });
    expect(ran).toEqual(['ran']);
    expect(Math.abs(clock.now() - Date.now())).toBeLessThan(1_000);
  });

  describe('a long wait', () => {
    beforeEach(() => jest.useFakeTimers());
    afterEach(() => jest.useRealTimers());

    test('is over at its time, and not before', () => {
      let ended = false;
      createBrowserClock().after(15 * 60_000, () => (ended = true));
      jest.advanceTimersByTime(15 * 60_000 - 1);
      expect(ended).toBe(false);
      jest.advanceTimersByTime(1);
      expect(ended).toBe(true);
      expect(jest.getTimerCount()).toBe(0);
    });

    test('is over within a minute of waking where the computer slept through its end: no timer runs meanwhile', () => {
      let ended = false;
      createBrowserClock().after(15 * 60_000, () => (ended = true));
      jest.advanceTimersByTime(90_000);
      jest.setSystemTime(Date.now() + 8 * 60 * 60_000);
      expect(ended).toBe(false);
      jest.advanceTimersByTime(60_000);
      expect(ended).toBe(true);
    });

    test('is no longer where the clock is set back', () => {
      let ended = false;
      createBrowserClock().after(15 * 60_000, () => (ended = true));
      jest.setSystemTime(Date.now() - 8 * 60 * 60_000);
      jest.advanceTimersByTime(15 * 60_000);
      expect(ended).toBe(true);
    });

    test('ends with its cancelling, at any time', () => {
      let ended = false;
      const cancel = createBrowserClock().after(15 * 60_000, () => (ended = true));
      jest.advanceTimersByTime(5 * 60_000);
      cancel();
      jest.advanceTimersByTime(60 * 60_000);
      expect(ended).toBe(false);
      expect(jest.getTimerCount()).toBe(0);
    });
  });

  test('a wait longer than a timer can hold does not fire at once', async () => {
    const clock = createBrowserClock();
    let fired = false;
    const cancel = clock.after(2 ** 40, () => (fired = true));
    await new Promise((resolve) => clock.after(5, () => resolve(undefined)));
    cancel();
    expect(fired).toBe(false);
  });
});

describe('chance', () => {
  test('an id is 22 characters that no two ids share', () => {
    const chance = createBrowserChance(window.crypto);
    const ids = new Set(Array.from({ length: 200 }, () => chance.id()));
    expect(ids.size).toBe(200);
    for (const id of ids) expect(parseRequestId(id)).toBe(id);
  });

  test('every bit of an id counts, and a fraction is never 1', () => {
    const full = createBrowserChance({
      getRandomValues: (into) => {
        if (into instanceof Uint8Array) into.fill(0xff);
        if (into instanceof Uint32Array) into.fill(0xffff_ffff);
        return into;
      },
    });
    expect(full.id()).toBe('_____________________w');
    expect(full.fraction()).toBeLessThan(1);
    expect(full.fraction()).toBeGreaterThan(0.999);
  });
});

describe('a time limit', () => {
  const rejectedWithText = async (): Promise<never> => {
    await Promise.resolve();
    const text: unknown = 'text';
    throw text;
  };

  test('lets a result through in time, and drops a late one', async () => {
    const clock = new ManualClock();
    expect(await within(clock, 100, Promise.resolve('a'))).toBe('a');
    let finish = (_value: string): void => undefined;
    const late = within(
      clock,
      100,
      new Promise<string>((resolve) => {
        finish = resolve;
      }),
    );
    await clock.advance(100);
    finish('late');
    expect(await late).toBe(TIMED_OUT);
    expect(clock.pending).toBe(0);
  });

  test('passes a failure on as it was, and keeps what was no error as the cause', async () => {
    const clock = new ManualClock();
    const error = new TypeError('broken');
    await expect(within(clock, 100, Promise.reject(error))).rejects.toBe(error);
    await expect(within(clock, 100, rejectedWithText())).rejects.toMatchObject({
      cause: 'text',
    });
    expect(clock.pending).toBe(0);
  });
});

describe('the log', () => {
  test('keeps the last two hundred entries, oldest first', () => {
    const log = createBrowserLog({ now: () => 7 });
    for (let number = 0; number < 205; number += 1) log.write('verdict', { number });
    expect(log.recent()).toHaveLength(200);
    expect(log.recent()[0]).toEqual({ atMs: 7, event: 'verdict', facts: { number: 5 } });
    expect(log.recent().at(-1)?.facts).toEqual({ number: 204 });
  });

  test.each(['mia@contoso.example', 'eyJhbGciOi.eyJ0aWQi.c2ln', 'x'.repeat(81)])(
    'does not keep %s',
    (secret) => {
      const log = createBrowserLog({ now: () => 7 });
      log.write('verdict', { secret, code: 'AADSTS65001' });
      expect(log.recent()[0]?.facts).toEqual({ secret: 'withheld', code: 'AADSTS65001' });
    },
  );
});

describe('the clipboard', () => {
  afterEach(() => {
    Reflect.deleteProperty(navigator, 'clipboard');
    Reflect.deleteProperty(document, 'execCommand');
    document.body.replaceChildren();
  });

  const giveApi = (writeText: (text: string) => Promise<void>): void => {
    Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
  };
  const giveCommand = (command: () => boolean): string[] => {
    const copied: string[] = [];
    Object.assign(document, {
      execCommand: () => {
        copied.push((document.activeElement as HTMLTextAreaElement).value);
        return command();
      },
    });
    return copied;
  };

  test('takes the text by the Clipboard API', async () => {
    const copied: string[] = [];
    giveApi((text) => {
      copied.push(text);
      return Promise.resolve();
    });
    expect(await createBrowserClipboard(window).copy('a link')).toBe(true);
    expect(copied).toEqual(['a link']);
  });

  test('where the frame may not, by the copy command, and the focus goes back', async () => {
    giveApi(() => Promise.reject(new DOMException('denied', 'NotAllowedError')));
    const button = document.createElement('button');
    document.body.append(button);
    button.focus();
    const copied = giveCommand(() => true);
    expect(await createBrowserClipboard(window).copy('a link\nof two lines')).toBe(true);
    expect(copied).toEqual(['a link\nof two lines']);
    expect(document.activeElement).toBe(button);
    expect(document.querySelector('textarea')).toBeNull();
  });

  test('says so when neither works', async () => {
    giveCommand(() => false);
    expect(await createBrowserClipboard(window).copy('a link')).toBe(false);
    giveCommand(() => {
      throw new Error('no');
    });
    expect(await createBrowserClipboard(window).copy('a link')).toBe(false);
    expect(document.querySelector('textarea')).toBeNull();
  });
});

describe('visibility', () => {
  afterEach(() => {
    Reflect.deleteProperty(document, 'visibilityState');
    Reflect.deleteProperty(navigator, 'onLine');
  });

  test('tells what changes, until nobody listens', () => {
    let state = 'visible';
    let onLine = true;
    Object.defineProperty(document, 'visibilityState', { get: () => state, configurable: true });
    Object.defineProperty(navigator, 'onLine', { get: () => onLine, configurable: true });
    const visibility = createBrowserVisibility(window);
    const heard: string[] = [];
    const stop = visibility.onChanged((change) => heard.push(change));
    state = 'hidden';
    document.dispatchEvent(new Event('visibilitychange'));
    expect(visibility.visible()).toBe(false);
    state = 'visible';
    document.dispatchEvent(new Event('visibilitychange'));
    expect(visibility.visible()).toBe(true);
    window.dispatchEvent(new Event('focus'));
    onLine = false;
    window.dispatchEvent(new Event('offline'));
    expect(visibility.online()).toBe(false);
    onLine = true;
    window.dispatchEvent(new Event('online'));
    expect(heard).toEqual(['hidden', 'shown', 'focused', 'offline', 'online']);
    stop();
    document.dispatchEvent(new Event('visibilitychange'));
    for (const name of ['focus', 'online', 'offline']) window.dispatchEvent(new Event(name));
    expect(heard).toHaveLength(5);
  });
});

describe('the page that Microsoft comes back to', () => {
  function page(parts: {
    readonly opener?: object | null;
    readonly framed?: boolean;
    /** The page of the tab that has gone to sign in. */
    readonly signsIn?: string;
    readonly hash?: string;
  }): {
    window: Parameters<typeof keepAnswerForMsal>[0];
    addresses: string[];
    closed: () => boolean;
  } {
    const addresses: string[] = [];
    let isClosed = false;
    const self = {
      location: {
        origin: 'https://pane.example',
        pathname: '/redirect.html',
        hash: parts.hash ?? '#code=x',
        replace: (url: string) => addresses.push(url),
      },
      sessionStorage: { getItem: (key: string) => (key === SIGN_IN_PAGE ? (parts.signsIn ?? null) : null) },
      history: { replaceState: (_state: unknown, _title: string, url: string) => addresses.push(url) },
      close: () => (isClosed = true),
      opener: parts.opener ?? null,
      parent: {} as object,
    };
    if (parts.framed !== true) self.parent = self;
    return { window: self as never, addresses, closed: () => isClosed };
  }

  test.each([[{ opener: {} }], [{ framed: true }]])(
    'keeps still while somebody may read its address (%j)',
    async (parts) => {
      const clock = new ManualClock();
      const { window, addresses, closed } = page(parts);
      expect(keepAnswerForMsal(window, clock)).toBe('awaited');
      await clock.advance(29_999);
      expect(addresses).toEqual([]);
      await clock.advance(1);
      // Left behind: the answer does not stay in the address bar.
      expect(addresses).toEqual(['/redirect.html']);
      expect(closed()).toBe(true);
      expect(clock.pending).toBe(0);
    },
  );

  test('with nobody to read it, the answer goes at once', () => {
    const clock = new ManualClock();
    const { window, addresses } = page({});
    expect(keepAnswerForMsal(window, clock)).toBe('nobody-waits');
    expect(addresses).toEqual(['/redirect.html']);
    expect(clock.pending).toBe(0);
  });

  /** An answer whose state says, as MSAL writes it, whether a window was opened for it or the page itself has gone. */
  const answerTo = (interactionType: 'redirect' | 'popup'): string => {
    const state = btoa(JSON.stringify({ id: '1', meta: { interactionType } }));
    return `#code=x&state=${encodeURIComponent(state)}`;
  };
  const OF_PAGE = answerTo('redirect');

  test.each([['alone', {}] as const, ['opened by another page, as by a web mail', { opener: {} }] as const])(
    'a page that has gone to sign in without a window gets the answer: %s',
    (_how, parts) => {
      const clock = new ManualClock();
      const { window, addresses } = page({ ...parts, signsIn: '/grant.html?request=abc', hash: OF_PAGE });
      expect(keepAnswerForMsal(window, clock)).toBe('awaited');
      expect(addresses).toEqual([`/grant.html?request=abc${OF_PAGE}`]);
      expect(clock.pending).toBe(0);
    },
  );

  test.each([{ opener: {} }, { framed: true }])(
    'a window or a frame has a copy of what the page kept, and its own answer (%j)',
    async (parts) => {
      const clock = new ManualClock();
      const hash = answerTo('popup');
      const { window, addresses } = page({ ...parts, signsIn: '/grant.html', hash });
      expect(keepAnswerForMsal(window, clock)).toBe('awaited');
      expect(addresses).toEqual([]);
      await clock.advance(30_000);
    },
  );

  test.each([
    ['another page', { signsIn: '/taskpane.html' }],
    ['another site', { signsIn: 'https://elsewhere.example/grant.html' }],
    ['another site, by its name alone', { signsIn: '//elsewhere.example/grant.html' }],
    ['nonsense', { signsIn: 'https://' }],
    ['no answer', { signsIn: '/grant.html', hash: '' }],
    ['an answer to nobody', { signsIn: '/grant.html', hash: '#code=x&state=%%%' }],
  ])('and nobody else: %s', (_what, parts) => {
    const { window, addresses } = page({ hash: OF_PAGE, ...parts });
    expect(keepAnswerForMsal(window, new ManualClock())).toBe('nobody-waits');
    expect(addresses).toEqual(['/redirect.html']);
  });

  test('the page takes the answer out of its address, once', () => {
    window.history.replaceState(null, '', '/grant.html?request=abc#code=x');
    expect(takeAnswer(window)).toBeUndefined();
    window.sessionStorage.setItem(SIGN_IN_PAGE, '/grant.html?request=abc');
    window.history.replaceState(null, '', '/grant.html?request=abc#code=x');
    expect(takeAnswer(window)).toBe('#code=x');
    expect(window.location.href).toMatch(/\/grant\.html\?request=abc$/);
    expect(window.sessionStorage.getItem(SIGN_IN_PAGE)).toBeNull();
    expect(takeAnswer(window)).toBeUndefined();
  });
});
