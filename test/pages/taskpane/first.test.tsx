/*
 * 15.3: which part of MSAL a host needs, only a script can tell. The page's first one has it fetched beside the others.
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
  document.head.innerHTML = `<script type="application/json" id="pane-settings">${JSON.stringify(settings)}</script>`;
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
