import { readHomeTenant } from '../../../src/pages/operators/home-tenant';

const HOME = '7f1c2f6e-3a51-4f0b-9a55-0d1f2f3a4b5c';

function write(settings: string): void {
  document.body.innerHTML = `<script type="application/json" id="pane-settings">${settings}</script>`;
}

test('the vendor’s own tenant is read out of what the service has written', () => {
  write(JSON.stringify({ clientId: 'x', homeTenant: HOME.toUpperCase() }));
  expect(readHomeTenant(document)).toBe(HOME);
});

test.each([
  ['nothing of it', '{}'],
  ['something else', '{"homeTenant":"contoso.example"}'],
  ['a page that was not filled in', '__PANE_SETTINGS__'],
])('%s: anybody may sign in, and the service decides', (_what, settings) => {
  write(settings);
  expect(readHomeTenant(document)).toBeUndefined();
});
