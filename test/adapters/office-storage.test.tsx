import { createBrowserStorage } from '../../src/adapters/browser-storage';
import { createOfficeReady } from '../../src/adapters/office-ready';
import { createOfficeStorage } from '../../src/adapters/office-storage';
import type { Storage } from '../../src/ports';
import { ManualClock, settle } from '../support/manual-clock';
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
  createOfficeStorage(createOfficeReady(window, clock), clock, createBrowserStorage(window));

describe('in the mailbox', () => {
  test('what is written is read, and undefined removes it', async () => {
    const roaming = new Roaming();
    giveOffice(fakeOffice({ roamingSettings: roaming }));
    const kept = storage();
    expect(await kept.read('request')).toBeUndefined();
    expect(await kept.write('request', { id: 'x' })).toBe(true);
    expect(await kept.read('request')).toEqual({ id: 'x' });
    expect(await kept.write('request', undefined)).toBe(true);
    expect([...roaming.values.keys()]).toEqual([]);
    expect(localStorage).toHaveLength(0);
  });

  test('what could not be saved does not look saved', async () => {
    const roaming = new Roaming();
    giveOffice(fakeOffice({ roamingSettings: roaming }));
    const kept = storage();
    await kept.write('request', 'old');
    roaming.status = 'failed';
    expect(await kept.write('request', 'new')).toBe(false);
    expect(await kept.read('request')).toBe('old');
    roaming.status = 'silence';
    const writing = kept.write('other', 'new');
    await settle();
    await clock.advance(15_000);
    expect(await writing).toBe(false);
    expect(await kept.read('other')).toBeUndefined();
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
      throw new Error('ill');
    };
    giveOffice(fakeOffice({ roamingSettings: roaming }));
    expect(await storage().read('a')).toBeUndefined();
    expect(await storage().write('a', 1)).toBe(false);
  });
});

describe('in the browser, where there is no mailbox', () => {
  test('what is written is read by the next pane', async () => {
    expect(await storage().write('request', [1, 'two'])).toBe(true);
    expect(await storage().read('request')).toEqual([1, 'two']);
    expect(await storage().write('request', undefined)).toBe(true);
    expect(await storage().read('request')).toBeUndefined();
  });

  test('garbage that somebody else has left reads as absent', async () => {
    localStorage.setItem('extendsync.request', '{not json');
    expect(await storage().read('request')).toBeUndefined();
  });

  test('a frame that is denied storage reads nothing and keeps nothing', async () => {
    const denied = createBrowserStorage({
      get localStorage(): never {
        throw new DOMException('denied', 'SecurityError');
      },
    } as unknown as Window);
    expect(await denied.read('a')).toBeUndefined();
    expect(await denied.write('a', 1)).toBe(false);
  });

  test('a full storage says so', async () => {
    const full = createBrowserStorage({
      localStorage: {
        getItem: () => null,
        setItem: () => {
          throw new DOMException('full', 'QuotaExceededError');
        },
      },
    } as unknown as Window);
    expect(await full.write('a', 1)).toBe(false);
  });
});
