import axe from 'axe-core';
import { refusal } from './errors';
import {
  approvalPage,
  consentPage,
  errorPage,
  formPostPage,
  lookupPage,
  signedOutPage,
  signInPage,
} from './pages';

const target = { action: '/organizations/v2.0/adminconsent?state=1&scope=2', userId: 'somebody' };
const account = { userId: 'mia', name: 'Mia <b>Moreno</b>', upn: 'mia@contoso.example', signedIn: false };
const refused = refusal(90094, { appName: 'ExtendSync', tenant: 'Contoso' });
const consent = {
  appName: 'ExtendSync',
  publisher: 'ExtendSync',
  upn: 'adele@contoso.example',
  tenantName: 'Contoso',
  permissions: [
    { title: 'Read and change your mail', scope: 'Mail.ReadWrite', kind: 'delegated' as const },
    { title: 'Read directory data', scope: 'Directory.Read.All', kind: 'application' as const },
  ],
};

const SCREENS: readonly [string, string][] = [
  [
    'the account picker',
    signInPage({ action: '/x' }, 'ExtendSync', [account], { hinted: 'mia', cancellable: true }),
  ],
  ['admin consent', consentPage(target, { ...consent, reach: 'organisation' })],
  ['own consent', consentPage(target, { ...consent, reach: 'person' })],
  ['own consent of an administrator', consentPage(target, { ...consent, reach: 'choice' })],
  [
    'need admin approval',
    approvalPage(target, { appName: 'ExtendSync', upn: account.upn, refused, nowMs: 0 }),
  ],
  ['trouble', errorPage(refused, 0, target)],
  ['form post', formPostPage('https://pane.example/', new URLSearchParams({ code: '"><b>' }))],
  ['error lookup', lookupPage('65001<b>')],
  ['signed out', signedOutPage()],
];

/** Puts a whole page into jsdom's document, without running its scripts. */
function show(html: string): void {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  document.documentElement.replaceWith(document.importNode(parsed.documentElement, true));
}

describe.each(SCREENS)('%s', (_name, html) => {
  beforeEach(() => show(html));

  test('has no accessibility fault that a program can find', async () => {
    // Colours need a real layout; they are looked at in Chromium.
    const { violations, passes } = await axe.run(document, {
      rules: { 'color-contrast': { enabled: false } },
    });
    expect(violations.map((violation) => `${violation.id}: ${violation.help}`)).toEqual([]);
    expect(passes.length).toBeGreaterThan(5);
  });

  test('says that it is simulated, and loads nothing from elsewhere', () => {
    expect(document.body.textContent).toContain('SIMULATED');
    expect(document.title).toContain('SIMULATED');
    const loaded = [...document.querySelectorAll('[src], link[href]')].map(
      (element) => element.getAttribute('src') ?? element.getAttribute('href'),
    );
    expect(loaded).toEqual(['data:,']);
  });

  test('shows what comes from outside as text', () => {
    expect(document.querySelector('b')).toBeNull();
  });
});

test('an account button is called "name upn", and the hinted one has the focus', () => {
  show(SCREENS[0]![1]);
  const button = document.querySelector('button')!;
  const name = [...button.children]
    .filter((child) => child.getAttribute('aria-hidden') !== 'true')
    .map((child) => child.textContent)
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
  expect(name).toBe('Mia <b>Moreno</b> mia@contoso.example');
  expect(button.autofocus || button.hasAttribute('autofocus')).toBe(true);
});
