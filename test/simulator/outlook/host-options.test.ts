import { defaultHostOptions, hostOptionsQuery, parseHostOptions, type HostOptions } from './host-options';

test('an empty address is Mia in an Outlook with the bridge', () => {
  expect(parseHostOptions('')).toEqual(defaultHostOptions);
  expect(defaultHostOptions).toMatchObject({ person: 'mia', bridge: 'present', paneWidthPx: 320 });
});

test('every option survives the way through the address', () => {
  const all: HostOptions = {
    person: 'adele@contoso.example',
    mailbox: 'mia@contoso-mail.example',
    owner: 'support@contoso.example',
    accountType: 'outlookCom',
    bridge: 'absent',
    flavour: 'windows-new',
    memory: 'remembers-refusals',
    scopes: 'omitted',
    popups: 'blocked',
    trouble: 'dialog-message-lost',
    clipboard: 'allowed',
    theme: 'high-contrast',
    language: 'pt-BR',
    paneWidthPx: 800,
    item: 'appointment-organizer',
    page: 'grant.html?request=1',
    panel: 'open',
  };
  expect(parseHostOptions(hostOptionsQuery(all))).toEqual(all);
});

test('what equals the default is left out of the address', () => {
  expect(hostOptionsQuery({ person: 'mia', theme: 'dark', paneWidthPx: 320 })).toBe('theme=dark');
});

test.each([
  ['bridge=maybe', { bridge: 'present' }],
  ['theme=%00', { theme: 'light' }],
  ['language=../../etc', { language: 'en-US' }],
  ['mailbox=<script>', { mailbox: '' }],
  ['owner=nobody', { owner: '' }],
  ['accountType=imap', { accountType: 'office365' }],
  ['page=//evil.example/x.html', { page: 'taskpane.html' }],
  ['page=..%2Fsecret.html', { page: 'taskpane.html' }],
  ['width=wide', { paneWidthPx: 320 }],
  ['width=1', { paneWidthPx: 240 }],
  ['width=99999', { paneWidthPx: 900 }],
  ['person=%20', { person: 'mia' }],
  ['panel=gone', { panel: 'closed' }],
])('%s is not believed', (query, expected) => {
  expect(parseHostOptions(query)).toMatchObject(expected);
});
