import { createStandardPublicClientApplication } from '@azure/msal-browser';
import { keepOpen } from '../../../src/adapters/browser/own-open';
import { signInMayCure } from '../../../src/core/consent/click-cures';
import { judge } from '../../../src/core/consent/judge';
import { ownApiScope } from '../../../src/core/consent/own-api';
import { PERMISSION_SET } from '../../../src/core/permission-set';
import { parseTenantId, type TenantId } from '../../../src/core/tenant';
import { grantedForTenant } from '../../support/evidence';
import { DeniedChannel } from '../browser/broadcast-channels';
import { ManualClock } from '../../support/manual-clock';
import { CONTOSO, HostBridge } from './host-bridge';
import { CLIENT_ID, probeOf, SignIn, signsInThroughThePage } from './sign-in';

signsInThroughThePage();

test('the first silent question goes through a hidden frame with the mailbox as hint, the next by a fresh refresh', async () => {
  const signIn = new SignIn();
  signIn.answersInFrames();
  const clock = new ManualClock();
  const probe = probeOf(clock);
  const first = await probe.probe('silent');
  expect(first).toMatchObject({
    seen: { kind: 'service' },
    silentTokenRequests: 1,
    account: { tenant: CONTOSO, domain: 'contoso.example' },
  });
  const asked = signIn.authorized[0];
  expect(asked?.origin).toBe('https://login.microsoftonline.com');
  expect(asked?.pathname).toBe(`/${CONTOSO}/oauth2/v2.0/authorize`);
  expect(Object.fromEntries(asked?.searchParams ?? [])).toMatchObject({
    client_id: CLIENT_ID,
    redirect_uri: 'https://localhost:3000/redirect.html',
    login_hint: 'mia@contoso.example',
    prompt: 'none',
    code_challenge_method: 'S256',
  });
  expect(asked?.searchParams.get('scope')).toContain(ownApiScope(CLIENT_ID));

  expect((await probe.probe('silent')).seen.kind).toBe('service');
  expect(signIn.tokenRequests.map((request) => request.get('grant_type'))).toEqual([
    'authorization_code',
    'refresh_token',
  ]);
  expect(clock.pending).toBe(0);
  // Tokens in memory only: nothing of them is in either storage.
  expect(JSON.stringify([Object.entries(sessionStorage), Object.entries(localStorage)])).not.toMatch(
    /refresh|eyJ/,
  );
});

test('MSAL asks no broker outside the browser unless it is told to: that part may stay out of the built pane', async () => {
  const application = await createStandardPublicClientApplication({ auth: { clientId: CLIENT_ID } });
  const { system } = application.getConfiguration();
  expect(system).toMatchObject({ allowPlatformBroker: false });
});

test('Microsoft’s refusal in the frame keeps its number', async () => {
  const signIn = new SignIn();
  signIn.refusal = {
    error: 'interaction_required',
    error_description: 'AADSTS65001: The user or administrator has not consented',
  };
  signIn.answersInFrames();
  expect((await probeOf(new ManualClock()).probe('silent')).seen).toMatchObject({
    kind: 'refused',
    refusal: {
      errorClass: 'interaction-required',
      errorCode: 'interaction_required',
      text: 'AADSTS65001: The user or administrator has not consented',
    },
  });
});

describe('Microsoft’s words keep their meaning through MSAL', () => {
  test.each([
    ['F5', 'interaction_required', 160021, 'Application requested a user session which does not exist.'],
    ['F5', 'interaction_required', 50140, 'This error occurred due to "Keep me signed in" interrupt.'],
    ['F5', 'interaction_required', 50125, 'Sign-in was interrupted due to a password reset.'],
    ['F5', 'interaction_required', 50097, 'Device authentication is required.'],
    ['F5', 'interaction_required', 5900000, 'Something that nobody has heard of.'],
    ['F5', 'login_required', 50058, 'A silent sign-in request was sent but no user is signed in.'],
    ['F23', 'invalid_grant', 70000, 'The scopes requested are unauthorized or expired.'],
  ])('%s: %s, AADSTS%i: signing in is offered', async (_id, error, number, text) => {
    const signIn = new SignIn();
    signIn.refusal = { error, error_description: `AADSTS${String(number)}: ${text}` };
    signIn.answersInFrames();
    const verdict = judge(await probeOf(new ManualClock()).probe('silent'), PERMISSION_SET);
    expect(verdict).toMatchObject({ code: `AADSTS${String(number)}` });
    expect(signInMayCure(verdict)).toBe(true);
  });

  test.each([
    ['F6', 'unauthorized_client', 500014, { kind: 'blocked', next: 'ask-admin-to-enable' }],
    ['F21', 'invalid_client', 650052, { kind: 'required', next: 'approve' }],
    ['F22', 'invalid_request', 900439, { kind: 'unknown', cause: 'other-cloud', next: 'contact-support' }],
    ['F22', 'invalid_request', 900440, { kind: 'unknown', cause: 'other-cloud', next: 'contact-support' }],
    ['F22', 'invalid_request', 900382, { kind: 'unknown', cause: 'other-cloud', next: 'contact-support' }],
  ])('%s: %s, AADSTS%i: %j', async (_id, error, number, meaning) => {
    const signIn = new SignIn();
    signIn.refusal = { error, error_description: `AADSTS${String(number)}: as Entra writes it` };
    signIn.answersInFrames();
    const report = await probeOf(new ManualClock()).probe('silent');
    expect(judge(report, PERMISSION_SET)).toMatchObject({ code: `AADSTS${String(number)}`, ...meaning });
  });
});

test('a click opens one window, which asks for the words of the sign-in and our API, and for no consent of Graph’s', async () => {
  const signIn = new SignIn();
  window.open = () => signIn.window();
  const report = await probeOf(new ManualClock()).probe('interactive');
  expect(report).toMatchObject({ seen: { kind: 'service' }, account: { tenant: CONTOSO } });
  const scope = signIn.authorized[0]?.searchParams.get('scope')?.split(' ') ?? [];
  expect(new Set(scope)).toEqual(new Set(['openid', 'profile', 'offline_access', ownApiScope(CLIENT_ID)]));
});

test('without a name the person picks the account, for the last one may be the wrong one', async () => {
  const signIn = new SignIn();
  window.open = () => signIn.window();
  const named = probeOf(new ManualClock());
  await named.probe('interactive');
  expect(signIn.authorized[0]?.searchParams.get('prompt')).toBeNull();
  await probeOf(new ManualClock(), '').probe('interactive');
  expect(signIn.authorized[1]?.searchParams.get('prompt')).toBe('select_account');
});

test('a question about one certain tenant goes to that tenant, in silence and in a window', async () => {
  const signIn = new SignIn();
  signIn.answersInFrames();
  window.open = () => signIn.window();
  const fabrikam = parseTenantId('f0000000-0000-4000-8000-000000000002') as TenantId;
  const probe = probeOf(new ManualClock(), '');
  const silent = await probe.probe('silent', fabrikam);
  await probe.probe('interactive', fabrikam);
  await probe.probe('interactive');
  expect(signIn.authorized.map(({ pathname }) => pathname.split('/')[1])).toEqual([
    fabrikam,
    fabrikam,
    'organizations',
  ]);
  // Whose the token is, the token says: it is not taken to be of the tenant that was asked.
  expect(silent.account?.tenant).toBe(CONTOSO);
});

test('a window that the browser blocks is a refusal of the browser', async () => {
  window.open = () => null;
  expect((await probeOf(new ManualClock()).probe('interactive')).seen).toMatchObject({
    kind: 'refused',
    refusal: {
      errorClass: 'browser-auth',
      errorCode: expect.stringMatching(/^(popup_window_error|empty_window_error)$/) as string,
    },
  });
});

test('a window that is closed is noticed at once, and a second try is free', async () => {
  const signIn = new SignIn();
  window.open = () => {
    const child = signIn.window();
    child.location.assign = () => {
      child.close();
    };
    return child;
  };
  const probe = probeOf(new ManualClock());
  const cancelled = {
    seen: { kind: 'refused', refusal: { errorClass: 'browser-auth', errorCode: 'user_cancelled' } },
  };
  expect(await probe.probe('interactive')).toMatchObject(cancelled);
  expect(await probe.probe('interactive')).toMatchObject(cancelled);
});

test('a host that takes window.open over does not get the pane sent to the sign-in page', async () => {
  const signIn = new SignIn();
  const opened: string[] = [];
  window.open = () => {
    opened.push('browser');
    return signIn.window();
  };
  // As a page does that adds office.js; the script that signs in comes when Outlook has taken it over.
  keepOpen(window);
  const hosts = (): Window => {
    opened.push('host');
    return window;
  };
  window.open = hosts;
  const probe = probeOf(new ManualClock());
  expect((await probe.probe('interactive')).seen.kind).toBe('service');
  expect(opened).toEqual(['browser']);
  expect(window.open).toBe(hosts);
});

test('where the browser denies the pane its channels, the sign-in goes on without', async () => {
  const { BroadcastChannel } = window;
  window.BroadcastChannel = DeniedChannel as unknown as typeof BroadcastChannel;
  const signIn = new SignIn();
  signIn.answersInFrames();
  window.open = () => signIn.window();
  const standard = probeOf(new ManualClock());
  expect((await standard.probe('silent')).seen.kind).toBe('service');
  expect((await standard.probe('interactive')).seen.kind).toBe('service');

  window.BroadcastChannel = DeniedChannel as unknown as typeof BroadcastChannel;
  Object.assign(window, { nestedAppAuthBridge: new HostBridge(() => ({ error: { status: 'DISABLED' } })) });
  expect((await probeOf(new ManualClock()).probe('silent')).seen.kind).toBe('service');
  window.BroadcastChannel = BroadcastChannel;
});

test('whoever answers the pane’s own window has opened none: the pane stays where it is', async () => {
  window.open = () => window;
  expect((await probeOf(new ManualClock()).probe('interactive')).seen).toMatchObject({
    kind: 'refused',
    refusal: {
      errorClass: 'browser-auth',
      errorCode: expect.stringMatching(/^(popup_window_error|empty_window_error)$/) as string,
    },
  });
});

test('a broker that is switched off gives way to the standard client, in silence and in a window', async () => {
  const bridge = new HostBridge(() => ({ error: { status: 'DISABLED', code: 'x', description: 'off' } }));
  Object.assign(window, { nestedAppAuthBridge: bridge });
  const signIn = new SignIn();
  signIn.answersInFrames();
  window.open = () => signIn.window();
  const probe = probeOf(new ManualClock());
  expect(await probe.probe('silent')).toMatchObject({ seen: { kind: 'service' }, silentTokenRequests: 2 });
  expect((await probe.probe('interactive')).seen.kind).toBe('service');
  expect(bridge.tokensAsked.map(({ method }) => method)).toEqual(['GetToken']);
  expect(signIn.authorized).toHaveLength(2);
});

describe('F3, F4, F29: a broker that fails gives way to the standard client', () => {
  const SILENT_WORDS = [
    [
      'F3: by a persistent error',
      {
        status: 'PERSISTENT_ERROR',
        code: 'invalid_request',
        description: 'The origin is not valid for Nested App Auth.',
      },
    ],
    [
      'F3: by one that asks for a click',
      {
        status: 'USER_INTERACTION_REQUIRED',
        code: 'x',
        description: 'The origin is not valid for Nested App Auth.',
      },
    ],
    ['F3: by a persistent error of no name', { status: 'PERSISTENT_ERROR', code: '', description: '' }],
    ['F3: by an error without any field', {}],
    ['F3: by no error at all', undefined],
    ['F3: by null for an error', null],
    ['F3: by an error whose fields are null', { status: null, code: null, description: null }],
    ['F3: by a status in small letters', { status: 'persistent_error', code: 'invalid_request' }],
    [
      'F3: by other words for the origin',
      {
        status: 'PERSISTENT_ERROR',
        code: 'invalid_request',
        description: 'NestedAppAuth is not allowed for this domain.',
      },
    ],
    [
      'F4: with an inner code that asks for a click',
      { status: 'NESTED_APP_AUTH_UNAVAILABLE', code: 'interaction_required', description: '' },
    ],
    [
      'F4: with an inner code that would be a missing consent',
      { status: 'NESTED_APP_AUTH_UNAVAILABLE', code: 'consent_required', description: '' },
    ],
    [
      'F29: by its executor, called unavailable',
      { status: 'TRANSIENT_ERROR', code: 'native_executor_error' },
    ],
    [
      'F3: by a code of its own',
      { status: 'PERSISTENT_ERROR', code: '-2147186943', description: 'Unexpected' },
    ],
    ['F3: by a status of next year', { status: 'BROKEN', code: 'broken', description: 'Broken' }],
    [
      'F3: by a redirect that Entra does not know',
      {
        status: 'PERSISTENT_ERROR',
        code: 'invalid_request',
        description: 'AADSTS700046: Invalid Reply Address.',
      },
    ],
    [
      'F4: with an inner code',
      { status: 'NESTED_APP_AUTH_UNAVAILABLE', code: 'not_supported', description: 'No' },
    ],
    ['F4: without one', { status: 'NESTED_APP_AUTH_UNAVAILABLE' }],
    [
      'F29: by its executor',
      { status: 'PERSISTENT_ERROR', code: 'native_executor_error', description: 'Failed' },
    ],
  ] as const;

  test.each(SILENT_WORDS)('%s, in silence', async (_how, error) => {
    Object.assign(window, { nestedAppAuthBridge: new HostBridge(() => ({ error: error as never })) });
    const signIn = new SignIn();
    signIn.answersInFrames();
    const clock = new ManualClock();
    const probe = probeOf(clock);
    expect(await probe.probe('silent')).toMatchObject({
      seen: { kind: 'service' },
      account: { tenant: CONTOSO },
    });
    expect(clock.pending).toBe(0);
  });

  test.each(SILENT_WORDS)('%s, in the window of a click', async (_how, error) => {
    const bridge = new HostBridge(({ method }) =>
      method === 'GetToken'
        ? { error: { status: 'USER_INTERACTION_REQUIRED', code: '2', description: 'OneAuth' } }
        : { error: error as never },
    );
    Object.assign(window, { nestedAppAuthBridge: bridge });
    const signIn = new SignIn();
    let blocked = true;
    window.open = () => (blocked ? null : signIn.window());
    const probe = probeOf(new ManualClock());
    expect((await probe.probe('silent')).seen.kind).toBe('refused');
    // The click's permission did not last until the broker's word: the browser blocks the window, and the next click
    // opens it without the broker.
    expect((await probe.probe('interactive')).seen).toMatchObject({
      kind: 'refused',
      refusal: { errorCode: expect.stringMatching(/^(popup_window_error|empty_window_error)$/) as string },
    });
    blocked = false;
    expect((await probe.probe('interactive')).seen.kind).toBe('service');
    expect(bridge.asked.filter(({ method }) => method === 'GetTokenPopup')).toHaveLength(1);
  });

  test.each([
    { status: 'USER_CANCEL', code: 'x', description: 'closed' },
    { status: 'NO_NETWORK', code: 'x', description: 'offline' },
    { status: 'ACCOUNT_UNAVAILABLE', code: 'x', description: 'nobody' },
    { status: 'TRANSIENT_ERROR', code: 'temporarily_unavailable', description: 'later' },
    { status: 'TRANSIENT_ERROR', code: '429', description: 'too many' },
    { status: 'USER_INTERACTION_REQUIRED', code: '2', description: 'OneAuth' },
    { status: 'PERSISTENT_ERROR', code: 'invalid_client', description: 'AADSTS7000112: disabled' },
  ])('%j is no failure of the broker: nobody else is asked', async (error) => {
    Object.assign(window, { nestedAppAuthBridge: new HostBridge(() => ({ error })) });
    const signIn = new SignIn();
    signIn.answersInFrames();
    await probeOf(new ManualClock()).probe('silent');
    expect(signIn.authorized).toEqual([]);
  });
});

test('a broker that says Microsoft is unavailable: where nobody is signed in beside it, nobody is asked to sign in for that', async () => {
  const error = { status: 'TRANSIENT_ERROR', code: 'server_error', description: '' };
  Object.assign(window, { nestedAppAuthBridge: new HostBridge(() => ({ error })) });
  const signIn = new SignIn();
  signIn.refusal = { error: 'login_required', error_description: 'AADSTS50058: nobody is signed in' };
  signIn.answersInFrames();
  const { seen } = await probeOf(new ManualClock()).probe('silent');
  expect(seen).toMatchObject({ kind: 'refused', refusal: { errorCode: 'server_error' } });
  expect(judge({ ...grantedForTenant, seen }, PERMISSION_SET)).toMatchObject({
    kind: 'unknown',
    cause: 'microsoft-unavailable',
  });
});

describe('F2: a hidden frame that never comes back', () => {
  test('is a refusal that a window may cure', async () => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
    try {
      const signIn = new SignIn();
      signIn.framesAreLost = true;
      signIn.answersInFrames();
      window.open = () => signIn.window();
      const probe = probeOf(new ManualClock());
      const asked = probe.probe('silent');
      let answered = false;
      void asked.then(() => (answered = true));
      while (!answered) await jest.advanceTimersByTimeAsync(1_000);
      const { seen } = await asked;
      expect(seen).toMatchObject({ kind: 'refused', refusal: { errorCode: 'timed_out' } });
      jest.useRealTimers();
      expect((await probe.probe('interactive')).seen.kind).toBe('service');
    } finally {
      jest.useRealTimers();
    }
  });
});

describe('F7: the account signs in by another name than the mail address', () => {
  const noOneByThatName = {
    error: 'login_required',
    error_description:
      'AADSTS50058: A silent sign-in request was sent but no signed-in user does match the requested login hint.',
  };
  const nobody = {
    error: 'login_required',
    error_description: 'AADSTS50058: A silent sign-in request was sent but no user is signed in.',
  };
  const hintsOf = (signIn: SignIn): (string | null)[] =>
    signIn.authorized.map(({ searchParams }) => searchParams.get('login_hint'));

  test.each([noOneByThatName, nobody])(
    'in silence it is asked once more without the name: %j',
    async (refusal) => {
      const signIn = new SignIn();
      signIn.username = 'mia.upn@contoso.example';
      signIn.refuses = ({ searchParams }) => (searchParams.has('login_hint') ? refusal : undefined);
      signIn.answersInFrames();
      const probe = probeOf(new ManualClock());
      expect(await probe.probe('silent')).toMatchObject({
        seen: { kind: 'service' },
        silentTokenRequests: 2,
        account: { tenant: CONTOSO },
      });
      expect(hintsOf(signIn)).toEqual(['mia@contoso.example', null]);
    },
  );

  test('where it is known to be wrong, the window lets its user pick the account', async () => {
    const signIn = new SignIn();
    signIn.refuses = ({ searchParams }) =>
      searchParams.get('prompt') === 'none' ? noOneByThatName : undefined;
    signIn.answersInFrames();
    window.open = () => signIn.window();
    const probe = probeOf(new ManualClock());
    expect((await probe.probe('silent')).seen.kind).toBe('refused');
    expect((await probe.probe('interactive')).seen.kind).toBe('service');
    const asked = signIn.authorized.at(-1)?.searchParams;
    expect(asked?.get('prompt')).toBe('select_account');
    expect(asked?.get('login_hint')).toBeNull();
  });

  test('where nobody is signed in at all, the name goes with the window, and is asked for once in silence', async () => {
    const signIn = new SignIn();
    signIn.refuses = ({ searchParams }) => (searchParams.get('prompt') === 'none' ? nobody : undefined);
    signIn.answersInFrames();
    window.open = () => signIn.window();
    const probe = probeOf(new ManualClock());
    expect(await probe.probe('silent')).toMatchObject({ seen: { kind: 'refused' }, silentTokenRequests: 2 });
    expect(await probe.probe('silent')).toMatchObject({ seen: { kind: 'refused' }, silentTokenRequests: 1 });
    expect((await probe.probe('interactive')).seen.kind).toBe('service');
    expect(signIn.authorized.at(-1)?.searchParams.get('login_hint')).toBe('mia@contoso.example');
  });

  test('the refusal of the account itself counts more than that of the name', async () => {
    const signIn = new SignIn();
    signIn.refuses = ({ searchParams }) =>
      searchParams.has('login_hint')
        ? nobody
        : { error: 'interaction_required', error_description: 'AADSTS53003: blocked by conditional access' };
    signIn.answersInFrames();
    expect((await probeOf(new ManualClock()).probe('silent')).seen).toMatchObject({
      kind: 'refused',
      refusal: { text: 'AADSTS53003: blocked by conditional access' },
    });
  });

  test.each([
    ['an account without a password, as of a shared mailbox', 'AADSTS50057: The user account is disabled.'],
    [
      'an address that is none of an account',
      'AADSTS50034: The user account does not exist in the directory.',
    ],
  ])(
    'after a window by the name of %s, the next one lets its user pick',
    async (_what, error_description) => {
      const signIn = new SignIn();
      signIn.refuses = ({ searchParams }) =>
        searchParams.has('login_hint') ? { error: 'access_denied', error_description } : undefined;
      window.open = () => signIn.window();
      const probe = probeOf(new ManualClock());
      expect((await probe.probe('interactive')).seen.kind).toBe('refused');
      expect((await probe.probe('interactive')).seen.kind).toBe('service');
      expect(signIn.authorized.map(({ searchParams }) => searchParams.get('prompt'))).toEqual([
        null,
        'select_account',
      ]);
    },
  );
});

test('beside another mailbox the account of the first one is not used', async () => {
  const signIn = new SignIn();
  signIn.answersInFrames();
  let mailAddress = 'mia@contoso.example';
  const probe = probeOf(new ManualClock(), () => mailAddress);
  await probe.probe('silent');
  mailAddress = 'team@contoso.example';
  await probe.probe('silent');
  expect(signIn.tokenRequests.map((request) => request.get('grant_type'))).toEqual([
    'authorization_code',
    'authorization_code',
  ]);
  expect(signIn.authorized.map(({ searchParams }) => searchParams.get('login_hint'))).toEqual([
    'mia@contoso.example',
    'team@contoso.example',
  ]);
});

test('10.4: the click right after the pinned pane went to another mailbox asks for that mailbox’s account', async () => {
  const signIn = new SignIn();
  signIn.answersInFrames();
  let opened = 0;
  window.open = () => {
    opened += 1;
    return signIn.window();
  };
  let mailAddress = 'mia@contoso.example';
  const probe = probeOf(new ManualClock(), () => mailAddress);
  await probe.probe('silent');
  mailAddress = 'bo@fabrikam.example';
  const clicked = probe.probe('interactive');
  // Nothing has been awaited: the window opens while the click's permission lasts.
  expect(opened).toBe(1);
  await clicked;
  const asked = signIn.authorized[1];
  expect(asked?.searchParams.get('login_hint')).toBe('bo@fabrikam.example');
  expect(asked?.pathname.split('/')[1]).toBe('organizations');
  expect((await clicked).mailbox).toEqual({ domain: 'fabrikam.example' });
});
