import { createOperatorSignIn, type OperatorSignIn } from '../../../src/adapters/msal/operator-sign-in';
import { ownApiScope, ownApiScopeById } from '../../../src/core/consent/own-api';
import { ManualClock } from '../../support/manual-clock';
import { CONTOSO } from './host-bridge';
import { CLIENT_ID, contoso, SignIn, signsInThroughThePage } from './sign-in';

signsInThroughThePage();

// MSAL reads the time itself: how long a token holds is told from now.
const clock = new ManualClock(Date.now());

let isOnline = true;
beforeEach(() => {
  isOnline = true;
});

const operatorsSignIn = (home: { readonly tenant?: typeof contoso } = { tenant: contoso }): OperatorSignIn =>
  createOperatorSignIn({
    settings: { clientId: CLIENT_ID, loginOrigin: 'https://login.microsoftonline.com' },
    origin: 'https://localhost:3000',
    homeTenant: home.tenant,
    window,
    clock,
    online: () => isOnline,
  });
/** The operator's token, where there is one. */
const tokenOf = async (operator: OperatorSignIn): Promise<string | undefined> => {
  const report = await operator.token();
  return report.ok ? report.token : undefined;
};
const tenantAsked = (address: URL | undefined): string | undefined => address?.pathname.split('/')[1];
const scopeAsked = (address: URL | undefined): readonly string[] =>
  address?.searchParams.get('scope')?.split(' ') ?? [];

test('whoever is signed in at Microsoft is taken in silence, in the vendor’s own tenant', async () => {
  const signIn = new SignIn();
  signIn.answersInFrames();
  const operator = operatorsSignIn();
  expect(await operator.token()).toEqual({ ok: false, why: 'nobody' });
  expect(await operator.silent()).toEqual({ ok: true });
  expect(tenantAsked(signIn.authorized[0])).toBe(CONTOSO);
  expect(scopeAsked(signIn.authorized[0])).toContain(ownApiScope(CLIENT_ID));
  const token = await tokenOf(operator);
  expect(token).toMatch(/^ey/);
  // It holds: Microsoft is not asked again for each question to the service.
  expect(await tokenOf(operator)).toBe(token);
  expect(signIn.tokenRequests).toHaveLength(1);
  // Tokens in memory only: nothing of them is in either storage.
  expect(JSON.stringify([Object.entries(sessionStorage), Object.entries(localStorage)])).not.toMatch(
    /refresh|eyJ/,
  );
});

test('a token that ends or is refused is renewed in silence, once for all who ask', async () => {
  const signIn = new SignIn();
  signIn.answersInFrames();
  const operator = operatorsSignIn();
  await operator.silent();
  const first = await tokenOf(operator);
  await clock.advance(3_600_000);
  const [second, same] = await Promise.all([tokenOf(operator), tokenOf(operator)]);
  expect(second).not.toBe(first);
  expect(same).toBe(second);
  expect(signIn.tokenRequests.map((request) => request.get('grant_type'))).toEqual([
    'authorization_code',
    'refresh_token',
  ]);
  operator.forget();
  expect(await tokenOf(operator)).not.toBe(second);
  expect(signIn.tokenRequests).toHaveLength(3);
});

test('a token that ends while there is no network is renewed once there is one', async () => {
  const signIn = new SignIn();
  signIn.answersInFrames();
  const operator = operatorsSignIn();
  await operator.silent();
  const first = await tokenOf(operator);
  await clock.advance(3_600_000);
  const { fetch } = window;
  window.fetch = () => Promise.reject(new TypeError('Failed to fetch'));
  expect(await operator.token()).toEqual({ ok: false, why: 'unreachable' });
  isOnline = false;
  expect(await operator.token()).toEqual({ ok: false, why: 'unreachable' });
  isOnline = true;
  window.fetch = fetch;
  expect(await tokenOf(operator)).toMatch(/^ey/);
  expect(await tokenOf(operator)).not.toBe(first);
});

test.each([
  ['is unwell', 'server_error', 'AADSTS90033: a transient error has occurred', 'unreachable'],
  ['does not renew it', 'invalid_grant', 'AADSTS50173: the grant was revoked', 'refused'],
])('a token that ends while Microsoft %s: %s', async (_what, error, error_description, why) => {
  const signIn = new SignIn();
  signIn.answersInFrames();
  const operator = operatorsSignIn();
  await operator.silent();
  await clock.advance(3_600_000);
  signIn.refusal = { error, error_description };
  expect(await operator.token()).toMatchObject({ ok: false, why });
});

test('nobody there: the click opens a window in which the account is picked', async () => {
  const signIn = new SignIn();
  signIn.refusal = { error: 'login_required', error_description: 'AADSTS50058: nobody is signed in' };
  signIn.answersInFrames();
  let opened = 0;
  window.open = () => {
    opened += 1;
    return signIn.window();
  };
  const operator = operatorsSignIn({});
  expect(await operator.silent()).toMatchObject({ ok: false, code: 'AADSTS50058' });
  signIn.refusal = undefined;
  const signingIn = operator.popup();
  expect(opened).toBe(1);
  expect(await signingIn).toEqual({ ok: true });
  expect(tenantAsked(signIn.authorized[1])).toBe('organizations');
  expect(signIn.authorized[1]?.searchParams.get('prompt')).toBe('select_account');
  expect(await tokenOf(operator)).toMatch(/^ey/);
});

test('a window that the browser blocks, and one that was left, are told apart', async () => {
  window.open = () => null;
  expect(await operatorsSignIn().popup()).toMatchObject({ ok: false, why: 'window-blocked' });
  const signIn = new SignIn();
  window.open = () => {
    const child = signIn.window();
    child.location.assign = () => child.close();
    return child;
  };
  expect(await operatorsSignIn().popup()).toMatchObject({ ok: false, why: 'left' });
});

test('an exception of the page or the browser is no refusal of Microsoft’s', async () => {
  const broken = (): never => {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  };
  window.open = broken;
  expect(await operatorsSignIn().popup()).toEqual({ ok: false, why: 'page-failed' });
  const appending = jest.spyOn(document.body, 'appendChild').mockImplementation(broken);
  expect(await operatorsSignIn().silent()).toEqual({ ok: false, why: 'page-failed' });
  appending.mockRestore();
});

test('where Entra takes only the bare id of the application, it is asked by that', async () => {
  const signIn = new SignIn();
  signIn.refuses = (authorize) =>
    scopeAsked(authorize).includes(ownApiScope(CLIENT_ID))
      ? { error: 'invalid_resource', error_description: 'AADSTS90009: requesting a token for itself' }
      : undefined;
  signIn.answersInFrames();
  expect(await operatorsSignIn().silent()).toEqual({ ok: true });
  expect(scopeAsked(signIn.authorized[1])).toContain(ownApiScopeById(CLIENT_ID));
});

test('Microsoft’s refusal keeps its number', async () => {
  const signIn = new SignIn();
  signIn.refusal = { error: 'access_denied', error_description: 'AADSTS50105: not assigned to a role' };
  window.open = () => signIn.window();
  expect(await operatorsSignIn().popup()).toEqual({ ok: false, why: 'refused', code: 'AADSTS50105' });
});
