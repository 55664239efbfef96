/*
 * 15.3: which parts of MSAL and of office.js a host needs, only a script can tell. The page's first one has them fetched
 * beside the others.
 */

const SETTINGS = {
  version: '0.1.0',
  clientId: '2d3c4b5a-1111-4222-8333-944445555666',
  cloudName: 'global',
  loginOrigin: 'https://login.microsoftonline.com',
  graphOrigin: 'https://graph.microsoft.com',
};

/** Runs the script in a page with these settings; answers what it has fetched ahead. */
async function fetchedAhead(settings: object): Promise<readonly string[]> {
  document.head.innerHTML = `
    <script type="application/json" id="pane-settings">${JSON.stringify(settings)}</script>
    <script type="text/plain" id="office-js" src="https://office.example/1/office.js"></script>`;
  const script = document.createElement('script');
  Object.assign(script.dataset, { bridged: '/bridged.js', standard: '/standard.js' });
  Object.defineProperty(document, 'currentScript', { value: script, configurable: true });
  jest.resetModules();
  await import('../../../src/pages/taskpane/first');
  return [...document.head.querySelectorAll<HTMLLinkElement>('link[rel="preload"]')].map(
    ({ href }) => new URL(href).pathname,
  );
}

afterEach(() => {
  Reflect.deleteProperty(document, 'currentScript');
  Reflect.deleteProperty(window, 'nestedAppAuthBridge');
  document.head.replaceChildren();
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
  const links = [...document.head.querySelectorAll<HTMLLinkElement>('link[rel="preload"]')];
  expect(links.map(({ crossOrigin }) => crossOrigin)).toEqual([null, 'anonymous', 'anonymous', null]);
});
