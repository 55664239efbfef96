import { loadOffice } from '../../../src/pages/approval/load-office';
import { createPageTheme } from '../../../src/pages/shell/page-theme';
import { createTab } from '../../../src/pages/approval/tab';
import { createTabStorage } from '../../../src/pages/approval/tab-storage';

const page = window;

describe('the tab’s storage', () => {
  const storage = createTabStorage(page);
  beforeEach(() => window.sessionStorage.clear());

  test('keeps and forgets values, and has written when it returns', async () => {
    const written = storage.write('grant-page', { dialog: true });
    expect(window.sessionStorage.length).toBe(1);
    expect(await written).toBe(true);
    expect(await storage.read('grant-page')).toEqual({ dialog: true });
    expect(await storage.write('grant-page', undefined)).toBe(true);
    expect(await storage.read('grant-page')).toBeUndefined();
  });

  test('reads garbage as absent', async () => {
    window.sessionStorage.setItem('extendsync.grant-page', '{half');
    expect(await storage.read('grant-page')).toBeUndefined();
  });

  test('where the browser keeps nothing, nothing breaks', async () => {
    const denied = {
      get sessionStorage(): never {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
    } as unknown as Window;
    const none = createTabStorage(denied);
    expect(await none.read('grant-page')).toBeUndefined();
    expect(await none.write('grant-page', 1)).toBe(false);
  });
});

describe('the tab', () => {
  test.each([
    ['another window', {} as Window, true],
    ['nobody', null, false],
    ['itself, as office.js leaves it', page, false],
  ])('its opener is %s', (_, opener, expected) => {
    Object.assign(window, { opener });
    expect(createTab(page).hasOpener()).toBe(expected);
    Object.assign(window, { opener: null });
  });

  const { history } = window;
  afterEach(() => {
    Reflect.deleteProperty(history, 'replaceState');
    history.replaceState(null, '', '/taskpane.html');
  });

  test('clears its address although office.js took replaceState away', () => {
    history.replaceState(null, '', '/grant.html?state=secret');
    Object.defineProperty(history, 'replaceState', { value: null, configurable: true, writable: true });
    const tab = createTab(page);
    expect(tab.search()).toBe('?state=secret');
    tab.showAddress('/grant.html');
    expect(window.location.href).toBe('https://localhost:3000/grant.html');
  });

  test('S13: reads the service’s mark, and nothing where the browser lets nobody ask', () => {
    document.cookie = '__Host-extendsync-return=MMMMMMMMMMMMMMMMMMMMMM; Path=/; Secure; SameSite=Lax';
    expect(createTab(page).cookies()).toBe('__Host-extendsync-return=MMMMMMMMMMMMMMMMMMMMMM');
    const denied = {
      document: {
        get cookie(): never {
          throw new DOMException('The operation is insecure.', 'SecurityError');
        },
      },
    } as unknown as Window & typeof globalThis;
    expect(createTab(denied).cookies()).toBe('');
  });

  test('says that it could not leave where the browser refuses', () => {
    const refusing = {
      location: {
        assign: () => {
          throw new DOMException('refused', 'SecurityError');
        },
      },
    } as unknown as Window & typeof globalThis;
    expect(createTab(refusing).leave('https://login.example/')).toBe(false);
  });

  test('hears that it came back only where the browser had kept the page', () => {
    let cameBack = 0;
    const stop = createTab(page).onCameBack(() => {
      cameBack += 1;
    });
    const shown = (persisted: boolean): void => {
      const event = new Event('pageshow');
      Object.defineProperty(event, 'persisted', { value: persisted });
      window.dispatchEvent(event);
    };
    shown(false);
    expect(cameBack).toBe(0);
    shown(true);
    expect(cameBack).toBe(1);
    stop();
    shown(true);
    expect(cameBack).toBe(1);
  });
});

describe('office.js', () => {
  afterEach(() => {
    document.head.innerHTML = '';
  });

  test('is added once, from the address that the service wrote into the page', () => {
    document.head.innerHTML =
      '<meta name="office-js" content="https://office.example/office.js?a=1&amp;b=2" />';
    loadOffice(document);
    loadOffice(document);
    const scripts = [...document.querySelectorAll('script')];
    expect(scripts.map(({ id, src }) => [id, src])).toEqual([
      ['office-js', 'https://office.example/office.js?a=1&b=2'],
    ]);
  });

  test('a page without the address does without it', () => {
    loadOffice(document);
    expect(document.querySelector('script')).toBeNull();
  });
});

test('the look follows the system, forced colours before dark, and is light on paper', () => {
  const on = new Set<string>();
  const listeners: (() => void)[] = [];
  const fake = {
    matchMedia: (query: string) => ({
      get matches() {
        return on.has(query);
      },
      addEventListener: (_: string, hear: () => void) => listeners.push(hear),
    }),
  } as unknown as Window;
  const theme = createPageTheme(fake);
  const turn = (query: string): void => {
    on.add(query);
    for (const hear of listeners) hear();
  };
  expect(theme.getState()).toEqual({ kind: 'light' });
  turn('(prefers-color-scheme: dark)');
  expect(theme.getState()).toEqual({ kind: 'dark' });
  turn('(forced-colors: active)');
  expect(theme.getState()).toEqual({ kind: 'high-contrast' });
  turn('print');
  expect(theme.getState()).toEqual({ kind: 'light' });
});
