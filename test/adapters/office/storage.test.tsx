import { createBrowserLastStates } from '../../../src/adapters/browser/last-states';
import { openBrowserValues } from '../../../src/adapters/browser/storage';
import { createOfficeReady } from '../../../src/adapters/office/ready';
import { createOfficeStorage } from '../../../src/adapters/office/storage';
import { mailboxHash } from '../../../src/core/mailbox-hash';
import type { Storage } from '../../../src/ports';
import { ManualClock, runPendingPromises } from '../../support/manual-clock';
import { fakeOffice, giveOffice, takeOffice } from './fake-office';

/** Outlook's roaming settings: what is set counts at once, and is kept once saved. */
class Roaming {
  readonly values = new Map<string, unknown>();
  status: 'succeeded' | 'failed' | 'silence' = 'succeeded';
  get = (key: string): unknown => this.values.get(key);
  set = (key: string, value: unknown): void => void this.values.set(key, value);
  remove = (key: string): void => void this.values.delete(key);
  saveAsync = (done: (result: object) => void): void => {
    if (this.status !== 'silence') done({ status: this.status });
  };
}

let clock: ManualClock;

beforeEach(() => {
  clock = new ManualClock();
});

afterEach(() => {
  takeOffice();
  localStorage.clear();
  clock.mustBeIdle();
});

const storage = (): Storage =>
  createOfficeStorage(createOfficeReady(window, clock), clock, openBrowserValues(window));

describe('in the mailbox', () => {
  test('what is written is read, and undefined removes it', async () => {
    const roaming = new Roaming();
    giveOffice(fakeOffice({ roamingSettings: roaming }));
    const kept = storage();
    expect(await kept.read('request')).toBeUndefined();
    expect(await kept.write('request', { id: 'x' })).toBe(true);
    expect(await kept.read('request')).toEqual({ id: 'x' });
    expect(await kept.write('request', undefined)).toBe(true);
    expect([...roaming.values.keys()]).toEqual(['extendsync.times']);
    expect(await storage().read('request')).toBeUndefined();
  });

  test('more than there is room for is refused before the mailbox is asked', async () => {
    const roaming = new Roaming();
    giveOffice(fakeOffice({ roamingSettings: roaming }));
    expect(await storage().write('big', 'ä'.repeat(17_000))).toBe(false);
    const circle: { self?: object } = {};
    circle.self = circle;
    expect(await storage().write('circle', circle)).toBe(false);
    expect(roaming.values.size).toBe(0);
  });

  test('a mailbox that throws keeps nothing', async () => {
    const roaming = new Roaming();
    roaming.get = () => {
      throw new Error('unavailable');
    };
    giveOffice(fakeOffice({ roamingSettings: roaming }));
    expect(await storage().read('a')).toBeUndefined();
    expect(await storage().write('a', 1)).toBe(false);
  });
});

/** One mailbox at Exchange, and Outlook on a computer: the bag is loaded once, and a reload of the pane gets it again. */
class Exchange {
  saved: Readonly<Record<string, unknown>> = {};
  /** How many of the next savings it refuses. */
  refuses = 0;
  isSilent = false;

  startsOutlook() {
    const loaded = structuredClone(this.saved);
    return {
      opensPane: (mailbox: string | undefined = 'Mia@contoso.example'): Storage => {
        const roaming = new Roaming();
        for (const [key, value] of Object.entries(structuredClone(loaded))) roaming.set(key, value);
        roaming.saveAsync = (done) => {
          if (this.isSilent) return;
          const refused = this.refuses > 0;
          if (refused) this.refuses -= 1;
          else this.saved = structuredClone(Object.fromEntries(roaming.values));
          done({ status: refused ? 'failed' : 'succeeded' });
        };
        giveOffice(
          fakeOffice({
            roamingSettings: roaming,
            ...(mailbox === undefined ? {} : { mailbox: { userProfile: { emailAddress: mailbox } } }),
          }),
        );
        return storage();
      },
    };
  }
}

describe('a pane that is reloaded finds the settings as they were when Outlook started', () => {
  test('what was written since is read, and the next save does not lose it', async () => {
    const exchange = new Exchange();
    const outlook = exchange.startsOutlook();
    expect(await outlook.opensPane().write('request', { id: 'x' })).toBe(true);
    await clock.advance(1_000);
    const reloaded = outlook.opensPane();
    expect(await reloaded.read('request')).toEqual({ id: 'x' });
    expect(await outlook.opensPane().write('situation', 'mail')).toBe(true);
    expect(exchange.saved).toMatchObject({ request: { id: 'x' }, situation: 'mail' });
  });

  test('what was removed since stays removed', async () => {
    const exchange = new Exchange();
    await exchange.startsOutlook().opensPane().write('request', 'old');
    const outlook = exchange.startsOutlook();
    await clock.advance(1_000);
    expect(await outlook.opensPane().write('request', undefined)).toBe(true);
    expect(await outlook.opensPane().read('request')).toBeUndefined();
    await outlook.opensPane().write('situation', 'mail');
    expect(exchange.saved).not.toHaveProperty('request');
  });

  test('a pane that is closed while the mailbox is saving leaves what it has written to the next one', async () => {
    const exchange = new Exchange();
    exchange.saved = { request: 'old' };
    const outlook = exchange.startsOutlook();
    exchange.isSilent = true;
    // Nothing that follows has to wait for the mailbox: the next pane can read it already.
    expect(await outlook.opensPane().write('request', 'new')).toBe(true);
    expect(await outlook.opensPane().read('request')).toBe('new');
    await clock.advance(15_000);
    exchange.isSilent = false;
    await outlook.opensPane().write('situation', 'mail');
    expect(exchange.saved).toMatchObject({ request: 'new', situation: 'mail' });
  });

  test('what the mailbox refuses to save is tried once more', async () => {
    const exchange = new Exchange();
    const pane = exchange.startsOutlook().opensPane();
    exchange.refuses = 1;
    expect(await pane.write('request', 'new')).toBe(true);
    await runPendingPromises();
    expect(exchange.saved).toMatchObject({ request: 'new' });
  });

  test('what it refuses both times stays in this browser, and goes along with the next save', async () => {
    const exchange = new Exchange();
    const outlook = exchange.startsOutlook();
    exchange.refuses = 2;
    expect(await outlook.opensPane().write('request', 'new')).toBe(true);
    await runPendingPromises();
    expect(exchange.saved).toEqual({});
    await clock.advance(1_000);
    const reloaded = outlook.opensPane();
    expect(await reloaded.read('request')).toBe('new');
    await reloaded.write('situation', 'mail');
    expect(exchange.saved).toMatchObject({ request: 'new', situation: 'mail' });
  });

  test('of two values that are written at the same moment the next pane finds both', async () => {
    const outlook = new Exchange().startsOutlook();
    const pane = outlook.opensPane();
    await Promise.all([pane.write('request', 1), pane.write('confirmation', 2)]);
    const reloaded = outlook.opensPane();
    expect([await reloaded.read('request'), await reloaded.read('confirmation')]).toEqual([1, 2]);
  });

  test('two panes of one browser do not lose what the other has written', async () => {
    const exchange = new Exchange();
    const outlook = exchange.startsOutlook();
    const first = outlook.opensPane();
    await first.write('request', 1);
    const second = outlook.opensPane();
    await second.write('situation', 2);
    await clock.advance(1_000);
    await first.write('confirmation', 3);
    expect(exchange.saved).toMatchObject({ request: 1, situation: 2, confirmation: 3 });
  });

  test('what another computer has written later counts more than what this browser remembers', async () => {
    const exchange = new Exchange();
    await exchange.startsOutlook().opensPane().write('request', 'here');
    const here = new Map(Object.entries(localStorage));
    localStorage.clear();
    await clock.advance(1_000);
    await exchange.startsOutlook().opensPane().write('request', 'elsewhere');
    localStorage.clear();
    for (const [key, value] of here) localStorage.setItem(key, String(value));
    expect(await exchange.startsOutlook().opensPane().read('request')).toBe('elsewhere');
  });

  /** What one browser keeps, while the test is at another computer. */
  const setAside = (): (() => void) => {
    const kept = new Map(Object.entries(localStorage));
    localStorage.clear();
    return () => {
      localStorage.clear();
      for (const [key, value] of kept) localStorage.setItem(key, String(value));
    };
  };

  test('what another computer’s save has taken away is put back, key by key, the newest of each', async () => {
    const exchange = new Exchange();
    const atHome = exchange.startsOutlook();
    // At the office, meanwhile: a request is shared.
    await exchange.startsOutlook().opensPane().write('request', 'office');
    const office = setAside();
    // At home Outlook started before that, and stores its whole bag without it.
    await clock.advance(1_000);
    await atHome.opensPane().write('situation', 'home');
    expect(exchange.saved).not.toHaveProperty('request');
    office();
    const pane = exchange.startsOutlook().opensPane();
    expect(await pane.read('situation')).toBe('home');
    expect(await pane.read('request')).toBe('office');
    await runPendingPromises();
    expect(exchange.saved).toMatchObject({ request: 'office', situation: 'home' });
  });

  test('it is put back once, not by each pane that is opened on the old bag', async () => {
    const exchange = new Exchange();
    const atHome = exchange.startsOutlook();
    await exchange.startsOutlook().opensPane().write('request', 'office');
    const office = setAside();
    await clock.advance(1_000);
    await atHome.opensPane().write('situation', 'home');
    office();
    const outlook = exchange.startsOutlook();
    await outlook.opensPane().read('request');
    await runPendingPromises();
    exchange.saved = { ...exchange.saved, situation: 'of a third computer' };
    expect(await outlook.opensPane().read('request')).toBe('office');
    await runPendingPromises();
    expect(exchange.saved).toMatchObject({ situation: 'of a third computer' });
  });

  test('what was removed here stays removed, though another computer has saved it again', async () => {
    const exchange = new Exchange();
    await exchange.startsOutlook().opensPane().write('request', 'old');
    const atHome = exchange.startsOutlook();
    await clock.advance(1_000);
    await exchange.startsOutlook().opensPane().write('request', undefined);
    const office = setAside();
    await clock.advance(1_000);
    await atHome.opensPane().write('situation', 'home');
    expect(exchange.saved).toMatchObject({ request: 'old' });
    office();
    expect(await exchange.startsOutlook().opensPane().read('request')).toBeUndefined();
    await runPendingPromises();
    expect(exchange.saved).not.toHaveProperty('request');
    expect(exchange.saved).toMatchObject({ situation: 'home' });
  });

  describe('a clock that was ahead, and is right since', () => {
    const is = (aheadMs: number): void => {
      clock.now = () => new ManualClock().now() + aheadMs;
    };

    test.each([
      ['what is withdrawn stays withdrawn', undefined],
      ['what takes its place stays there', { id: 'new' }],
    ])('%s in the same Outlook and in the next', async (_what, later) => {
      const exchange = new Exchange();
      is(300_000);
      await exchange.startsOutlook().opensPane().write('request', { id: 'old' });
      is(60_000);
      const outlook = exchange.startsOutlook();
      await outlook.opensPane().write('request', later);
      expect(exchange.saved['request']).toEqual(later);
      expect(await outlook.opensPane().read('request')).toEqual(later);
      expect(await exchange.startsOutlook().opensPane().read('request')).toEqual(later);
    });

    test('that of another computer: what is withdrawn on this one, that one does not put back', async () => {
      const exchange = new Exchange();
      is(300_000);
      await exchange.startsOutlook().opensPane().write('request', { id: 'x' });
      const other = Object.entries<string>(localStorage);
      localStorage.clear();
      is(0);
      await exchange.startsOutlook().opensPane().write('request', undefined);
      localStorage.clear();
      for (const [name, text] of other) localStorage.setItem(name, text);
      is(300_000);
      expect(await exchange.startsOutlook().opensPane().read('request')).toBeUndefined();
      expect(exchange.saved['request']).toBeUndefined();
    });
  });

  test('S: the address of the mailbox is in no key of the browser, and what had it there is taken over', async () => {
    localStorage.setItem('extendsync.roaming:mia@contoso.example', '{"request":{"atMs":5,"value":"old"}}');
    const pane = new Exchange().startsOutlook().opensPane();
    expect(await pane.read('request')).toBe('old');
    await pane.write('situation', 'mail');
    expect(Object.keys(localStorage)).toHaveLength(1);
    expect(JSON.stringify(Object.entries(localStorage))).not.toMatch(/mia|contoso/);
  });

  test('another mailbox in the same browser has its own memory', async () => {
    await new Exchange().startsOutlook().opensPane('mia@contoso.example').write('request', 'of Mia');
    const adele = new Exchange().startsOutlook().opensPane('adele@contoso.example');
    expect(await adele.read('request')).toBeUndefined();
    expect(await new Exchange().startsOutlook().opensPane('MIA@contoso.example').read('request')).toBe(
      'of Mia',
    );
  });

  test('a pinned pane that goes to another account leaves the bag of the first one alone', async () => {
    const exchange = new Exchange();
    const pane = exchange.startsOutlook().opensPane('mia@contoso.example');
    await pane.write('request', 'of Mia');
    const { mailbox } = window.Office.context;
    Object.assign(mailbox.userProfile, { emailAddress: 'bo@fabrikam.example' });
    expect(await pane.read('request')).toBeUndefined();
    expect(await pane.write('request', 'of Bo')).toBe(true);
    expect(await pane.read('request')).toBe('of Bo');
    expect(exchange.saved).toMatchObject({ request: 'of Mia' });
    Object.assign(mailbox.userProfile, { emailAddress: 'mia@contoso.example' });
    expect(await pane.read('request')).toBe('of Mia');
    // Beside Bo's own Outlook it comes into Bo's bag.
    const bos = new Exchange();
    const own = bos.startsOutlook().opensPane('bo@fabrikam.example');
    expect(await own.read('request')).toBe('of Bo');
    await own.write('steps', []);
    expect(bos.saved).toMatchObject({ request: 'of Bo' });
  });

  test.each([
    '7',
    '"x"',
    'null',
    '[]',
    '{"request":7}',
    '{"request":{"value":1}}',
    '{"request":{"atMs":"1"}}',
  ])('garbage in the browser (%s) changes nothing', async (garbage) => {
    const exchange = new Exchange();
    exchange.saved = { request: 'kept', 'extendsync.times': garbage };
    localStorage.setItem(`extendsync.roaming:${mailboxHash('mia@contoso.example')}`, garbage);
    const pane = exchange.startsOutlook().opensPane();
    expect(await pane.read('request')).toBe('kept');
    expect(await pane.write('request', 'new')).toBe(true);
    expect(exchange.saved).toMatchObject({ request: 'new' });
  });

  test('a browser that is denied storage still keeps it in the mailbox', async () => {
    const roaming = new Roaming();
    giveOffice(fakeOffice({ roamingSettings: roaming }));
    const denied = openBrowserValues({
      get localStorage(): never {
        throw new DOMException('denied', 'SecurityError');
      },
    });
    const kept = createOfficeStorage(createOfficeReady(window, clock), clock, denied);
    expect(await kept.write('request', 1)).toBe(true);
    expect(await kept.read('request')).toBe(1);
    expect(roaming.values.get('request')).toBe(1);
    // Where the mailbox does not save either, nothing was kept.
    roaming.status = 'failed';
    expect(await kept.write('request', 2)).toBe(false);
    roaming.status = 'silence';
    const writing = kept.write('request', 3);
    await runPendingPromises();
    await clock.advance(15_000);
    expect(await writing).toBe(false);
  });
});

describe('where nobody has said whose mailbox it is', () => {
  test('the pane remembers what it has written, and the next one does not: it may be somebody else’s', async () => {
    const pane = storage();
    expect(await pane.write('request', [1, 'two'])).toBe(false);
    expect(await pane.read('request')).toEqual([1, 'two']);
    expect(await storage().read('request')).toBeUndefined();
    expect(localStorage).toHaveLength(0);
    await pane.write('request', undefined);
    expect(await pane.read('request')).toBeUndefined();
  });

  test('a bag that Outlook hands out is the only place, for the next bag may be somebody else’s', async () => {
    const bag = new Roaming();
    giveOffice(fakeOffice({ roamingSettings: bag }));
    expect(await storage().write('request', 'of Mia')).toBe(true);
    expect(await storage().read('request')).toBe('of Mia');
    expect(localStorage).toHaveLength(0);
    giveOffice(fakeOffice({ roamingSettings: new Roaming() }));
    expect(await storage().read('request')).toBeUndefined();
  });

  test('an Outlook that names nobody any more: neither the bag of the one whom it named is touched, nor the browser', async () => {
    const bag = new Roaming();
    giveOffice(
      fakeOffice({
        roamingSettings: bag,
        mailbox: { userProfile: { emailAddress: 'mia@contoso.example' } },
      }),
    );
    const pane = storage();
    await pane.write('request', 'of Mia');
    const kept = localStorage.length;
    Object.assign(window.Office.context.mailbox.userProfile, { emailAddress: undefined });
    expect(await pane.read('request')).toBeUndefined();
    expect(await pane.write('request', 'of nobody')).toBe(false);
    expect(await pane.read('request')).toBe('of nobody');
    expect(bag.values.get('request')).toBe('of Mia');
    expect(localStorage).toHaveLength(kept);
  });

  test('an Outlook that names it and hands out no bag has a memory for it all the same', async () => {
    giveOffice(fakeOffice({ mailbox: { userProfile: { emailAddress: 'mia@contoso.example' } } }));
    expect(await storage().write('request', 'of Mia')).toBe(true);
    expect(await storage().read('request')).toBe('of Mia');
    giveOffice(fakeOffice({ mailbox: { userProfile: { emailAddress: 'bo@fabrikam.example' } } }));
    expect(await storage().read('request')).toBeUndefined();
  });

  test('what an earlier version left there for everybody is read by nobody, and taken away', async () => {
    for (const office of [
      undefined,
      fakeOffice({ mailbox: { userProfile: { emailAddress: 'mia@contoso.example' } } }),
    ]) {
      if (office) giveOffice(office);
      localStorage.setItem('extendsync.request', '{"withWhom":"Adele"}');
      expect(await storage().read('request')).toBeUndefined();
      expect(localStorage).toHaveLength(0);
    }
  });
});

describe('in the browser', () => {
  test('a frame that is denied storage reads nothing and keeps nothing', () => {
    const denied = openBrowserValues({
      get localStorage(): never {
        throw new DOMException('denied', 'SecurityError');
      },
    });
    expect(denied.read('a')).toBeUndefined();
    expect(denied.write('a', 1)).toBe(false);
  });

  test('15.3: what is kept for the first look is there at once, and a frame that is denied storage has none', () => {
    const states = createBrowserLastStates(window);
    expect(states.read()).toBeUndefined();
    states.write({ version: 1 });
    expect(createBrowserLastStates(window).read()).toEqual({ version: 1 });
    states.write(undefined);
    expect(localStorage).toHaveLength(0);
    const denied = createBrowserLastStates({
      get localStorage(): never {
        throw new DOMException('denied', 'SecurityError');
      },
    } as unknown as Window);
    denied.write({ version: 1 });
    expect(denied.read()).toBeUndefined();
  });

  test('a full storage says so', () => {
    const full = openBrowserValues({
      localStorage: {
        getItem: () => null,
        setItem: () => {
          throw new DOMException('full', 'QuotaExceededError');
        },
      },
    } as unknown as Window);
    expect(full.write('a', 1)).toBe(false);
  });
});
