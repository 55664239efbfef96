import { readFileSync } from 'node:fs';
import path from 'node:path';
import { keptOpen } from '../../../src/adapters/browser/own-open';
import { officeScript } from '../../../src/adapters/office/script';

/*
 * 15.3: the page's first script stands in the page. It has fetched what only a script can tell, says what the first frame
 * is to say, and has the other scripts run after that frame.
 */

const SETTINGS = {
  version: '0.1.0',
  clientId: '2d3c4b5a-1111-4222-8333-944445555666',
  cloudName: 'global',
  loginOrigin: 'https://login.microsoftonline.com',
  graphOrigin: 'https://graph.microsoft.com',
};

const NOW_MS = Date.UTC(2026, 10, 24, 10, 42);
const OFFICE = 'https://office.example/1/office.js';
const file = path.join(__dirname, '../../../src/pages/taskpane/taskpane.html');

/** The page as the service sends it, up to its first script. */
const page = (settings: object): string =>
  readFileSync(file, 'utf8')
    .replaceAll(/<%[^]*?%>/g, '')
    .replace('__PANE_SETTINGS__', JSON.stringify(settings))
    .replace('__OFFICE_JS_URL__', OFFICE);

/** Runs the script at the end of the page, with these settings. Answers how its first frame comes. */
async function runFirst(settings: object = SETTINGS): Promise<() => void> {
  const parsed = new DOMParser().parseFromString(page(settings), 'text/html');
  document.head.replaceChildren(...parsed.head.childNodes);
  document.body.replaceChildren(...parsed.body.childNodes);
  const script = document.createElement('script');
  Object.assign(script.dataset, {
    entry: '/entry.js',
    bridged: '/bridged.js',
    standard: '/standard.js',
    screens: '/react.js /screens.js',
  });
  Object.defineProperty(document, 'currentScript', { value: script, configurable: true });
  let frame = (): void => undefined;
  jest.spyOn(window, 'requestAnimationFrame').mockImplementation((task) => {
    frame = () => task(0);
    return 1;
  });
  jest.resetModules();
  await import('../../../src/pages/taskpane/first');
  return () => frame();
}

/** What it has fetched ahead before the first frame; the page itself fetches office.js so. */
async function fetchedAhead(settings: object): Promise<readonly string[]> {
  await runFirst(settings);
  return linked();
}

const linked = (): readonly string[] => links().map(({ href }) => new URL(href).pathname);
const links = (): readonly HTMLLinkElement[] => [
  ...document.head.querySelectorAll<HTMLLinkElement>('link[rel="preload"]:not(#office-js-ahead)'),
];
const scripts = (): readonly string[] =>
  [...document.head.querySelectorAll<HTMLScriptElement>('script[src]')].map((one) => `${one.id} ${one.src}`);
const words = (name: string): string | null | undefined =>
  document.querySelector(`[data-shell="${name}"]`)?.textContent;

/** What the browser tells of the page: the bytes that were sent, and those that it takes. jsdom tells nothing. */
function tellOfPage(transferSize: number, encodedBodySize: number): void {
  const getEntriesByType = (): readonly object[] => [{ transferSize, encodedBodySize }];
  Object.assign(window.performance, { getEntriesByType });
}

beforeEach(() => {
  jest.useFakeTimers({ now: NOW_MS });
  tellOfPage(5_640, 5_340);
});

afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
  Reflect.deleteProperty(document, 'currentScript');
  Reflect.deleteProperty(window, 'nestedAppAuthBridge');
  Reflect.deleteProperty(window, 'browsersOpen');
  document.head.replaceChildren();
  document.body.replaceChildren();
  document.documentElement.lang = '';
  delete document.documentElement.dataset['theme'];
  document.documentElement.dir = '';
  window.localStorage.clear();
  window.name = '';
});

test('15.3: a host without a bridge gets the standard part, one with a bridge the small one', async () => {
  expect(await fetchedAhead(SETTINGS)).toEqual(['/standard.js']);
  Object.assign(window, { nestedAppAuthBridge: {} });
  expect(await fetchedAhead(SETTINGS)).toEqual(['/bridged.js']);
});

test('15.3: a bridge that the settings leave alone is none; without settings nothing is fetched', async () => {
  Object.assign(window, { nestedAppAuthBridge: {} });
  expect(await fetchedAhead({ ...SETTINGS, nestedAppAuth: 'off' })).toEqual(['/standard.js']);
  expect(await fetchedAhead({})).toEqual([]);
});

test('15.3: what office.js will ask for is fetched in the way in which it asks for it', async () => {
  window.name = JSON.stringify({ hostInfo: 'Outlook$Web$16.01$de-DE$telemetry$$$16' });
  expect(await fetchedAhead(SETTINGS)).toEqual([
    '/standard.js',
    '/1/outlook-web-16.01.js',
    '/1/de-de/office_strings.js',
    '/1/de-de/outlook_strings.js',
  ]);
  expect(links().map(({ crossOrigin }) => crossOrigin)).toEqual([null, 'anonymous', 'anonymous', null]);
});

test('15.3: the screens are fetched after all others, when the page has been painted', async () => {
  const frame = await runFirst();
  expect(linked()).toEqual(['/standard.js']);
  frame();
  jest.advanceTimersByTime(0);
  expect(linked()).toEqual(['/standard.js', '/react.js', '/screens.js']);
  expect(links().map((link) => link.getAttribute('fetchpriority') ?? link.fetchPriority)).toEqual([
    undefined,
    'low',
    'low',
  ]);
});

test('15.3: what the browser has already is not asked for ahead, but for the part of MSAL', async () => {
  window.name = JSON.stringify({ hostInfo: 'Outlook$Web$16.01$de-DE$telemetry$$$16' });
  tellOfPage(300, 5_340);
  const frame = await runFirst();
  frame();
  jest.advanceTimersByTime(0);
  expect(linked()).toEqual(['/standard.js']);
  expect(scripts()).toHaveLength(3);
});

test('15.3: the page is painted before MSAL, the pane’s own script and office.js are added, in this order', async () => {
  const frame = await runFirst();
  expect(scripts()).toEqual([]);
  frame();
  expect(scripts()).toEqual([]);
  jest.advanceTimersByTime(0);
  const { origin } = window.location;
  const all = [` ${origin}/standard.js`, ` ${origin}/entry.js`, `office-js ${OFFICE}`];
  expect(scripts()).toEqual(all);
  jest.advanceTimersByTime(10_000);
  expect(scripts()).toEqual(all);
});

test.each(['load', 'error'])(
  '15.3: where there is a bridge, office.js starts when the pane’s own script has come to its end (%s)',
  async (end) => {
    Object.assign(window, { nestedAppAuthBridge: {} });
    const frame = await runFirst();
    frame();
    jest.advanceTimersByTime(10_000);
    const { origin } = window.location;
    expect(scripts()).toEqual([` ${origin}/bridged.js`, ` ${origin}/entry.js`]);
    // The pane's own script waits for the events of this element.
    expect(document.querySelector('script#office-js')).not.toBeNull();
    document.querySelector('script[src="/entry.js"]')?.dispatchEvent(new Event(end));
    expect(scripts()).toEqual([` ${origin}/bridged.js`]);
    jest.advanceTimersByTime(0);
    expect(scripts()).toEqual([` ${origin}/bridged.js`, `office-js ${OFFICE}`]);
  },
);

test.each(['error', 'load'])(
  '15.3: a script that has come to its end (%s) is taken away: the next attempt would wait for it',
  async (end) => {
    const frame = await runFirst();
    frame();
    jest.advanceTimersByTime(0);
    for (const script of document.querySelectorAll('script[src="/standard.js"], script[src="/entry.js"]'))
      script.dispatchEvent(new Event(end));
    expect(scripts()).toEqual([`office-js ${OFFICE}`]);
    const isTold = document.querySelector('[data-shell="late"][role="alert"]') !== null;
    expect(isTold).toBe(end === 'error');
  },
);

test('a pane whose own script does not come asks for it again, until it comes', async () => {
  const frame = await runFirst();
  frame();
  jest.advanceTimersByTime(0);
  const entries = (): readonly HTMLScriptElement[] => [
    ...document.querySelectorAll<HTMLScriptElement>('script[src="/entry.js"]'),
  ];
  for (const pauseMs of [3_000, 3_000, 3_000]) {
    expect(entries()).toHaveLength(1);
    entries()[0]?.dispatchEvent(new Event('error'));
    expect(document.querySelector('[data-shell="late"][role="alert"]')).not.toBeNull();
    jest.advanceTimersByTime(pauseMs - 1);
    expect(entries()).toHaveLength(0);
    jest.advanceTimersByTime(1);
  }
  entries()[0]?.dispatchEvent(new Event('load'));
  jest.advanceTimersByTime(600_000);
  expect(entries()).toHaveLength(0);
});

test('15.3: without office.js the pane finds another script to wait for than the one that has failed', async () => {
  const frame = await runFirst();
  frame();
  jest.advanceTimersByTime(0);
  const failed = document.querySelector('script#office-js');
  failed?.dispatchEvent(new Event('error'));
  const another = officeScript(document);
  expect(another?.src).toBe(OFFICE);
  expect(another).not.toBe(failed);
});

test('the browser’s own window.open is kept before office.js can give it away to Outlook', async () => {
  const own = window.open;
  const frame = await runFirst();
  frame();
  jest.advanceTimersByTime(0);
  expect(scripts()).toContain(`office-js ${OFFICE}`);
  window.open = () => window;
  expect(keptOpen(window)).toBe(own);
  window.open = own;
});

test('15.3: a pane that nobody sees has no frames, and starts all the same', async () => {
  await runFirst();
  jest.advanceTimersByTime(100);
  expect(scripts()).toHaveLength(3);
});

test('15.3: whatever is wrong with the settings, the scripts run: they say what is wrong', async () => {
  const frame = await runFirst({ version: 7 });
  frame();
  jest.advanceTimersByTime(0);
  expect(scripts()).toEqual([` ${window.location.origin}/entry.js`, `office-js ${OFFICE}`]);
});

const kept = (organisation: string, ageMs: number): string =>
  JSON.stringify({ version: 1, states: [{ organisation, approved: true, atMs: NOW_MS - ageMs }] });

test('15.3: the first frame speaks the person’s language, and says what was confirmed last', async () => {
  jest.spyOn(window.navigator, 'language', 'get').mockReturnValue('ar');
  window.localStorage.setItem('extendsync.last-states', kept('contoso.com', 60_000));
  await runFirst();
  expect(document.documentElement).toMatchObject({ lang: 'ar', dir: 'rtl' });
  expect(words('title')).toBe('جارٍ التحقق من وصول مؤسستك…');
  expect(words('organisation')).toBe('contoso.com');
  expect(words('approved-before')).toContain('تمت الموافقة');
});

test.each([
  ['is too old', kept('contoso.com', 25 * 60 * 60_000)],
  ['is forged', '{"version":1,"states":[{"organisation":"<b>","approved":true,"atMs":1}]}'],
  ['is no JSON', '{'],
  ['is absent', undefined],
])('15.3: what was kept and %s is not shown', async (_what, text) => {
  if (text !== undefined) window.localStorage.setItem('extendsync.last-states', text);
  await runFirst();
  expect(document.querySelector<HTMLElement>('[data-shell="last-state"]')?.hidden).toBe(true);
  expect(words('title')).toBe('Checking your organisation’s access…');
});

test.each([
  ['"dark"', 'dark'],
  ['"light"', 'light'],
  ['"blue"', ''],
])('the first frame looks as Outlook did last in this browser: %s', async (text, theme) => {
  window.localStorage.setItem('extendsync.theme', text);
  await runFirst();
  expect(document.documentElement.dataset['theme']).toBe(theme);
});
