import { readPaneSettings } from '../../../src/pages/shell/settings';

const settings = {
  version: '0.1.0',
  clientId: '1b0e7f6c-3c44-4a57-9f2d-0f2f7f1f8a11',
  cloudName: 'global',
  loginOrigin: 'https://login.microsoftonline.com',
  graphOrigin: 'https://graph.microsoft.com',
};
const pageWith = (text: string): Document =>
  new DOMParser().parseFromString(
    `<script type="application/json" id="pane-settings">${text}</script>`,
    'text/html',
  );

test('the settings that the service wrote into the page are read', () => {
  expect(readPaneSettings(pageWith(JSON.stringify(settings)))).toEqual(settings);
});

test.each([
  ['the placeholder that nobody filled', '__PANE_SETTINGS__'],
  ['nothing', ''],
  ['half a document', JSON.stringify(settings).slice(0, 40)],
  ['null', 'null'],
  ['settings without a client id', JSON.stringify({ ...settings, clientId: undefined })],
  [
    'a login origin that is no https origin',
    JSON.stringify({ ...settings, loginOrigin: 'http://evil.example' }),
  ],
])('%s gives no settings', (_what, text) => {
  expect(readPaneSettings(pageWith(text))).toBeUndefined();
});

test('a page without the element gives no settings', () => {
  expect(readPaneSettings(new DOMParser().parseFromString('<p></p>', 'text/html'))).toBeUndefined();
});
