import { waitFor } from '@testing-library/react';
import { createMsalProbe, type ProbeParts } from '../../../src/adapters/msal/probe';
import { askOf } from '../../../src/adapters/msal/sign-in-here';
import type { ConsentAnswer } from '../../../src/core/api/consent-answer';
import type { PaneSettings } from '../../../src/core/api/pane-settings';
import { judge } from '../../../src/core/consent/judge';
import { ownApiScope } from '../../../src/core/consent/own-api';
import { PERMISSION_SET } from '../../../src/core/permission-set';
import type { Permission } from '../../../src/core/permissions';
import { parseTenantId, type TenantId } from '../../../src/core/tenant';
import type { ConsentAsked } from '../../../src/adapters/service/client';
import type { HostProfile } from '../../../src/ports';
import { ManualClock, runPendingPromises } from '../../support/manual-clock';
import { closeBroadcastChannelsAfterEach } from '../browser/broadcast-channels';
import {
  CONTOSO,
  HostBridge,
  miasToken,
  tokenOf,
  type BridgeAnswer,
  type BridgeQuestion,
} from './host-bridge';

const CLIENT_ID = '2d3c4b5a-1111-4222-8333-944445555666';
const OWN_SCOPE = ownApiScope(CLIENT_ID);
const GRAPH_SCOPE = 'https://graph.microsoft.com/.default';
const contoso = parseTenantId(CONTOSO) as TenantId;
const fabrikam = parseTenantId('f0000000-0000-4000-8000-000000000002') as TenantId;

const SETTINGS: PaneSettings = {
  version: '0.1.0',
  clientId: CLIENT_ID,
  cloudName: 'global',
  loginOrigin: 'https://login.microsoftonline.com',
  graphOrigin: 'https://graph.microsoft.com',
};

const ownToken = miasToken({ accessToken: tokenOf({ scp: 'access_as_user' }), scope: OWN_SCOPE });
const refusedWith = (error: Readonly<Record<string, unknown>>): BridgeAnswer => ({ error });

const allTold: ConsentAnswer = {
  tenantId: contoso,
  checkedAt: '2026-01-15T09:00:00Z',
  outcome: 'checked',
  permissions: PERMISSION_SET.map(({ scope, kind }) => ({ scope, kind, state: 'tenant' })),
};

/** What Outlook says of itself beside Mia's mailbox. */
const BESIDE_MIA = {
  hostName: 'Outlook',
  locale: 'en-US',
  mailAddress: 'mia@contoso.example',
  canOpenDrafts: true,
} as const satisfies HostProfile;

class Desk {
  readonly clock = new ManualClock();
  readonly bridge = new HostBridge(() => ownToken);
  readonly tokensAtService: string[] = [];
  online = true;
  service: () => Promise<ConsentAsked> = () => Promise.resolve({ ok: true, answer: allTold });

  constructor() {
    Object.assign(window, { nestedAppAuthBridge: this.bridge });
  }

  probe(parts: Partial<ProbeParts> = {}): ReturnType<typeof createMsalProbe> {
    return createMsalProbe({
      settings: SETTINGS,
      permissionSet: PERMISSION_SET,
      origin: 'https://localhost:3000',
      host: () => Promise.resolve(BESIDE_MIA),
      discoverTenant: () => Promise.resolve(contoso),
      service: {
        consent: (token) => {
          this.tokensAtService.push(token);
          return this.service();
        },
      },
      clock: this.clock,
      online: () => this.online,
      window,
      fetch: () => Promise.reject(new Error('Graph is not asked in this story.')),
      ...parts,
    });
  }

  /** Answers by the scope that is asked for. */
  answersByScope(answers: Readonly<Record<string, BridgeAnswer>>): void {
    this.bridge.answers((question) => answers[question.tokenParams?.scope ?? ''] ?? 'silence');
  }
}

const scopesAsked = (questions: readonly BridgeQuestion[]): readonly (string | undefined)[] =>
  questions.map(({ tokenParams }) => tokenParams?.scope);

closeBroadcastChannelsAfterEach();

afterEach(() => {
  Reflect.deleteProperty(window, 'nestedAppAuthBridge');
});

describe('a silent question through the host’s bridge', () => {
  test('a fresh token of our API, for the mailbox’s tenant, brings the service’s answer', async () => {
    const desk = new Desk();
    const report = await desk.probe().probe('silent');
    expect(report).toEqual({
      seen: { kind: 'service', answer: allTold },
      silentTokenRequests: 1,
      mailbox: { domain: 'contoso.example', tenant: CONTOSO },
      account: { tenant: CONTOSO, domain: 'contoso.example', adminHint: 'not-known' },
    });
    expect(desk.bridge.tokensAsked).toMatchObject([
      {
        method: 'GetToken',
        tokenParams: {
          clientId: CLIENT_ID,
          scope: OWN_SCOPE,
          // The broker's own account, without waiting for Outlook; it turns out to be the mailbox's tenant.
          authority: 'https://login.microsoftonline.com/organizations',
          forceRefresh: true,
        },
      },
    ]);
    expect(desk.tokensAtService).toEqual([tokenOf({ scp: 'access_as_user' })]);
    expect(desk.clock.pending).toBe(0);
  });

  test('the token does not wait for Outlook to introduce itself', async () => {
    const desk = new Desk();
    let introduce: (profile: HostProfile) => void = () => undefined;
    const asked = desk.probe({ host: () => new Promise((resolve) => (introduce = resolve)) }).probe('silent');
    await waitFor(() => expect(desk.tokensAtService).toHaveLength(1));
    introduce({
      locale: 'en-US',
      mailAddress: 'mia@contoso.example',
      canOpenDrafts: true,
    });
    expect(await asked).toMatchObject({ seen: { kind: 'service' }, silentTokenRequests: 1 });
    expect(desk.clock.pending).toBe(0);
  });

  test('the tenant of the account’s domain is asked for beside the service, before Outlook has named a mailbox', async () => {
    const desk = new Desk();
    const discovered: string[] = [];
    let introduce: (profile: HostProfile) => void = () => undefined;
    let answer: (asked: ConsentAsked) => void = () => undefined;
    desk.service = () => new Promise((resolve) => (answer = resolve));
    const asked = desk
      .probe({
        host: () => new Promise((resolve) => (introduce = resolve)),
        discoverTenant: (domain) => {
          discovered.push(domain);
          return Promise.resolve(contoso);
        },
      })
      .probe('silent');
    await waitFor(() => expect(desk.tokensAtService).toHaveLength(1));
    expect(discovered).toEqual(['contoso.example']);
    answer({ ok: true, answer: allTold });
    introduce({
      locale: 'en-US',
      mailAddress: 'mia@contoso.example',
      canOpenDrafts: true,
    });
    expect(await asked).toMatchObject({ seen: { kind: 'service' }, mailbox: { tenant: CONTOSO } });
  });

  test('a token of another tenant than the mailbox’s is asked for again, in the mailbox’s', async () => {
    const desk = new Desk();
    const report = await desk.probe({ discoverTenant: () => Promise.resolve(fabrikam) }).probe('silent');
    expect(desk.bridge.tokensAsked.map(({ tokenParams }) => tokenParams?.authority)).toEqual([
      'https://login.microsoftonline.com/organizations',
      `https://login.microsoftonline.com/${fabrikam}`,
    ]);
    expect(report).toMatchObject({ silentTokenRequests: 2, mailbox: { tenant: fabrikam } });
  });

  test('an account that the mailbox’s tenant refuses is named by its own tenant', async () => {
    const desk = new Desk();
    desk.bridge.answers((question) =>
      question.tokenParams?.authority?.endsWith('/organizations') === true
        ? ownToken
        : refusedWith({
            status: 'USER_INTERACTION_REQUIRED',
            code: 'invalid_grant',
            description: 'AADSTS50020: User account does not exist in tenant',
          }),
    );
    const report = await desk.probe({ discoverTenant: () => Promise.resolve(fabrikam) }).probe('silent');
    expect(report).toMatchObject({
      seen: { kind: 'service' },
      mailbox: { tenant: fabrikam },
      account: { tenant: CONTOSO },
    });
  });

  test('a host that declares no nested app authentication is not answered for by its bridge', async () => {
    const desk = new Desk();
    const asked = desk.probe({ mayHaveBroker: () => Promise.resolve(false) }).probe('silent');
    await desk.clock.advance(15_000);
    expect((await asked).seen.kind).not.toBe('service');
  });

  test('13.4: a bridge to the real Microsoft is left alone where the settings say so', async () => {
    const desk = new Desk();
    const asked = desk.probe({ settings: { ...SETTINGS, nestedAppAuth: 'off' } }).probe('silent');
    await desk.clock.advance(30_000);
    expect((await asked).seen.kind).not.toBe('service');
    expect(desk.bridge.tokensAsked).toEqual([]);
  });

  test('the second question asks the host again and not MSAL’s cache', async () => {
    const desk = new Desk();
    const probe = desk.probe();
    await probe.probe('silent');
    desk.bridge.answers(() =>
      refusedWith({
        status: 'USER_INTERACTION_REQUIRED',
        code: 'invalid_grant',
        description: 'AADSTS65001: revoked',
      }),
    );
    const report = await probe.probe('silent');
    expect(report.seen).toMatchObject({ kind: 'refused', refusal: { text: 'AADSTS65001: revoked' } });
    // The account that it was asked with is still known.
    expect(report.account?.tenant).toBe(CONTOSO);
  });

  test('the pane goes on to another mailbox: its refusal is not put down to the account of the one before', async () => {
    const desk = new Desk();
    let mailAddress: string = BESIDE_MIA.mailAddress;
    const probe = desk.probe({
      host: () => Promise.resolve({ ...BESIDE_MIA, mailAddress }),
    });
    expect((await probe.probe('silent')).account?.tenant).toBe(CONTOSO);
    mailAddress = 'bo@fabrikam.example';
    desk.bridge.answers(() =>
      refusedWith({
        status: 'USER_INTERACTION_REQUIRED',
        code: 'invalid_grant',
        description: 'AADSTS65001: not granted',
      }),
    );
    const report = await probe.probe('silent');
    expect(report.seen.kind).toBe('refused');
    expect(report.account).toBeUndefined();
  });

  test('without a tenant for the mailbox’s domain, Microsoft is asked for any organisation', async () => {
    const desk = new Desk();
    const report = await desk.probe({ discoverTenant: () => Promise.resolve(undefined) }).probe('silent');
    expect(desk.bridge.tokensAsked[0]?.tokenParams?.authority).toBe(
      'https://login.microsoftonline.com/organizations',
    );
    expect(report.mailbox).toEqual({ domain: 'contoso.example' });
  });

  test('F13: where Microsoft does not place the mail domain, an account of another domain is nobody’s contradiction', async () => {
    const desk = new Desk();
    const report = await desk
      .probe({
        host: () =>
          Promise.resolve({
            locale: 'en-US',
            mailAddress: 'mia@contoso-mail.example',
            canOpenDrafts: true,
          }),
        discoverTenant: () => Promise.resolve(undefined),
      })
      .probe('silent');
    expect(report.mailbox).toEqual({ domain: 'contoso-mail.example' });
    expect(judge(report, PERMISSION_SET)).toMatchObject({
      kind: 'unknown',
      because: 'mailbox-of-unknown-tenant',
    });
  });

  test('10.4: beside a shared mailbox the verdict is about its owner’s organisation, and the account is the signed-in one', async () => {
    const desk = new Desk();
    const report = await desk
      .probe({
        host: () =>
          Promise.resolve({
            locale: 'en-US',
            mailAddress: 'mia@contoso.example',
            sharedMailAddress: 'team@fabrikam.example',
            canOpenDrafts: true,
          }),
        discoverTenant: (domain) => Promise.resolve(domain === 'fabrikam.example' ? fabrikam : contoso),
      })
      .probe('silent');
    expect(report).toMatchObject({
      mailbox: { domain: 'fabrikam.example', tenant: fabrikam },
      account: { tenant: CONTOSO, domain: 'contoso.example' },
    });
    expect(judge(report, PERMISSION_SET)).toMatchObject({ kind: 'unknown', cause: 'other-tenant' });
  });

  test.each([
    [['62e90394-69f5-4237-9190-012177145e10'], 'may-approve'],
    [['E8611AB8-C189-46E8-94E1-60213AB1F814'], 'may-approve'],
    // Cloud Application Administrator, Application Administrator, and any member.
    [['158c047a-c907-4556-b7ef-446551a6b5f7'], 'may-approve-delegated'],
    [['9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3'], 'may-approve-delegated'],
    // AI Administrator.
    [['d2562ede-74db-457e-a7b6-544e236ebb61'], 'may-approve-delegated'],
    [['9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3', '62e90394-69f5-4237-9190-012177145e10'], 'may-approve'],
    [['b79fbf4d-3ef9-4689-8143-76b194e85509'], 'may-not-approve'],
    [[], 'may-not-approve'],
    ['62e90394-69f5-4237-9190-012177145e10', 'not-known'],
  ])('roles %j in the id token hint %s', async (wids, adminHint) => {
    const desk = new Desk();
    desk.bridge.answers(() => miasToken({ accessToken: 'opaque', idClaims: { wids } }));
    expect((await desk.probe().probe('silent')).account?.adminHint).toBe(adminHint);
  });
});

describe('the host refuses', () => {
  // The last number: how many tokens were asked for. A refusal for want of consent or of an account may have been
  // another tenant's, and is asked for again in the mailbox's; one for want of consent then also for Graph.
  test.each([
    [
      {
        status: 'USER_INTERACTION_REQUIRED',
        code: 'invalid_grant',
        subError: 'consent_required',
        description: 'AADSTS65001: not consented',
      },
      { errorClass: 'interaction-required', errorCode: 'invalid_grant', text: 'AADSTS65001: not consented' },
      3,
    ],
    [
      {
        status: 'USER_INTERACTION_REQUIRED',
        code: '2',
        description: '(pii), InteractionRequired {Domain com.microsoft.oneauth}',
      },
      {
        errorClass: 'interaction-required',
        errorCode: '2',
        text: '(pii), InteractionRequired {Domain com.microsoft.oneauth}',
      },
      2,
    ],
    [
      { status: 'TRANSIENT_ERROR', code: 'temporarily_unavailable', description: 'AADSTS90033: try later' },
      { errorClass: 'server', errorCode: 'temporarily_unavailable', text: 'AADSTS90033: try later' },
      1,
    ],
    [
      { status: 'PERSISTENT_ERROR', code: 'invalid_client', description: 'AADSTS7000112: disabled' },
      { errorClass: 'server', errorCode: 'invalid_client', text: 'AADSTS7000112: disabled' },
      2,
    ],
    [
      { status: 'USER_CANCEL', code: 'x', description: 'closed' },
      { errorClass: 'client-auth', errorCode: 'user_canceled' },
      2,
    ],
    [
      { status: 'NESTED_APP_AUTH_UNAVAILABLE', code: 'broker_missing', description: 'no broker' },
      { errorClass: 'client-auth', errorCode: 'broker_missing', text: 'no broker' },
      1,
    ],
    [
      { status: 'A_WORD_OF_NEXT_YEAR', code: 'new', description: 'news' },
      { errorClass: 'auth', errorCode: 'new', text: 'news' },
      1,
    ],
    [{ status: 'PERSISTENT_ERROR' }, { errorClass: 'server', errorCode: '' }, 1],
  ])('%j', async (error, refusal, silentTokenRequests) => {
    const desk = new Desk();
    desk.bridge.answers(() => refusedWith(error));
    const report = await desk.probe().probe('silent');
    expect(report).toMatchObject({ seen: { kind: 'refused', refusal }, silentTokenRequests });
    expect(desk.tokensAtService).toEqual([]);
    expect(desk.clock.pending).toBe(0);
  });

  test('no network is no refusal', async () => {
    const desk = new Desk();
    desk.bridge.answers(() => refusedWith({ status: 'NO_NETWORK', code: 'x', description: 'offline' }));
    expect((await desk.probe().probe('silent')).seen).toEqual({ kind: 'unreachable', what: 'network' });
  });

  test('no account is no refusal', async () => {
    const desk = new Desk();
    desk.bridge.answers(() =>
      refusedWith({ status: 'ACCOUNT_UNAVAILABLE', code: 'x', description: 'nobody' }),
    );
    const report = await desk.probe().probe('silent');
    expect(report.seen).toEqual({ kind: 'no-account' });
    expect(report.account).toBeUndefined();
  });

  test('an error that is not even an object is passed on as what it is', async () => {
    const desk = new Desk();
    desk.bridge.answers(() => ({ error: {} }));
    expect((await desk.probe().probe('silent')).seen).toMatchObject({
      kind: 'refused',
      refusal: { errorClass: 'auth', errorCode: 'unknown_error' },
    });
  });
});

describe('the host says nothing', () => {
  test('to a token request: after 15 seconds it is the host that does not answer', async () => {
    const desk = new Desk();
    desk.bridge.answers(() => 'silence');
    const asked = desk.probe().probe('silent');
    await desk.clock.advance(15_000);
    expect(await asked).toMatchObject({
      seen: { kind: 'unreachable', what: 'host' },
      silentTokenRequests: 1,
    });
    expect(desk.clock.pending).toBe(0);
  });

  test('with the network gone, it is the network', async () => {
    const desk = new Desk();
    desk.bridge.answers(() => 'silence');
    const asked = desk.probe().probe('silent');
    await runPendingPromises();
    desk.online = false;
    await desk.clock.advance(15_000);
    expect((await asked).seen).toEqual({ kind: 'unreachable', what: 'network' });
  });

  test('garbage on the bridge is as good as nothing', async () => {
    const desk = new Desk();
    desk.bridge.answers(() => ({ raw: '<html>not json' }));
    const asked = desk.probe().probe('silent');
    await desk.clock.advance(15_000);
    expect((await asked).seen).toEqual({ kind: 'unreachable', what: 'host' });
  });

  test('to MSAL’s introduction: the next question introduces itself anew', async () => {
    const desk = new Desk();
    desk.bridge.introducesItself(false);
    const probe = desk.probe();
    const first = probe.probe('silent');
    await desk.clock.advance(15_000);
    expect(await first).toMatchObject({
      seen: { kind: 'unreachable', what: 'host' },
      silentTokenRequests: 0,
    });

    desk.bridge.introducesItself(true);
    expect((await probe.probe('silent')).seen.kind).toBe('service');
    expect(desk.clock.pending).toBe(0);
  });

  test('an answer after the limit changes nothing', async () => {
    const desk = new Desk();
    desk.bridge.answers(() => 'silence');
    const probe = desk.probe();
    const first = probe.probe('silent');
    await desk.clock.advance(15_000);
    await first;
    desk.bridge.answers(() => ownToken);
    const second = probe.probe('silent');
    const late = desk.bridge.tokensAsked[0];
    desk.bridge.postMessage(JSON.stringify({ ...late, messageType: 'NestedAppAuthRequest' }));
    expect((await second).seen.kind).toBe('service');
    expect((await first).seen).toEqual({ kind: 'unreachable', what: 'host' });
  });
});

describe('two questions at once', () => {
  test('each gets its own answer, whichever comes first', async () => {
    const desk = new Desk();
    let number = 0;
    desk.bridge.answers(() => {
      number += 1;
      return number === 1
        ? ownToken
        : refusedWith({
            status: 'USER_INTERACTION_REQUIRED',
            code: 'invalid_grant',
            description: 'AADSTS65001: no',
          });
    });
    let answerFirst = (_asked: ConsentAsked): void => undefined;
    desk.service = () =>
      new Promise((resolve) => {
        answerFirst = resolve;
      });
    const probe = desk.probe();
    const first = probe.probe('silent');
    await runPendingPromises();
    const second = await probe.probe('silent');
    answerFirst({ ok: true, answer: allTold });
    expect(second.seen.kind).toBe('refused');
    expect((await first).seen).toEqual({ kind: 'service', answer: allTold });
    expect((await first).silentTokenRequests).toBe(1);
    // Ahead, in the mailbox's tenant, and for Graph.
    expect(second.silentTokenRequests).toBe(3);
    expect(desk.clock.pending).toBe(0);
  });
});

describe('the service gives no answer', () => {
  const away: ConsentAsked = { ok: false, trouble: { why: 'unreachable' } };

  const refusesItself = (code: string): BridgeAnswer =>
    refusedWith({
      status: 'PERSISTENT_ERROR',
      code: 'invalid_request',
      description: `${code}: Application is requesting a token for itself.`,
    });
  const ownScopeById = `${CLIENT_ID}/access_as_user`;
  const everything = miasToken({ accessToken: tokenOf({ scp: 'User.Read openid profile' }) });

  test('a broker that refuses the application a token for itself is asked by the application’s bare id', async () => {
    const desk = new Desk();
    desk.answersByScope({ [OWN_SCOPE]: refusesItself('AADSTS90009'), [ownScopeById]: ownToken });
    const probe = desk.probe();
    expect(await probe.probe('silent')).toMatchObject({
      seen: { kind: 'service', answer: allTold },
      silentTokenRequests: 2,
    });
    // It is remembered: the next question costs one token again, and the click's window asks by it too.
    expect(await probe.probe('silent')).toMatchObject({ seen: { kind: 'service' }, silentTokenRequests: 1 });
    expect((await probe.probe('interactive')).seen.kind).toBe('service');
    expect(desk.bridge.tokensAsked.at(-1)).toMatchObject({
      method: 'GetTokenPopup',
      tokenParams: { scope: ownScopeById },
    });
  });

  test('the bare id is remembered as soon as AADSTS90009 was seen, also where a click is needed by it', async () => {
    const desk = new Desk();
    const needsClick = refusedWith({
      status: 'USER_INTERACTION_REQUIRED',
      code: '2',
      description: 'OneAuth',
    });
    desk.answersByScope({ [OWN_SCOPE]: refusesItself('AADSTS90009'), [ownScopeById]: needsClick });
    const probe = desk.probe();
    expect((await probe.probe('silent')).seen).toMatchObject({
      kind: 'refused',
      refusal: { errorCode: '2' },
    });
    desk.answersByScope({ [OWN_SCOPE]: refusesItself('AADSTS90009'), [ownScopeById]: ownToken });
    expect((await probe.probe('interactive')).seen.kind).toBe('service');
  });

  test('whoever signs in without a window asks by it as well, and so does the page that comes back from there', async () => {
    const desk = new Desk();
    desk.answersByScope({ [OWN_SCOPE]: refusesItself('AADSTS90009'), [ownScopeById]: ownToken });
    const probe = desk.probe();
    expect(probe.nextSignIn()).toEqual({ ask: 'own-api', scopes: [OWN_SCOPE] });
    await probe.probe('silent');
    const next = probe.nextSignIn();
    expect(next).toEqual({ ask: 'own-api-by-id', scopes: [ownScopeById] });
    expect(desk.probe({ wentFor: askOf(`#code=x&state=MSALs.own|${next.ask}`) }).nextSignIn()).toEqual(next);
    const graph = { ask: 'graph', scopes: [GRAPH_SCOPE] };
    expect(desk.probe({ wentFor: askOf('#error=x&state=MSALs.own%7Cgraph') }).nextSignIn()).toEqual(graph);
    for (const answer of ['#code=x', '#state=MSALs.own', '#state=MSALs.own|nonsense'])
      expect(askOf(answer)).toBeUndefined();
  });

  test.each(['AADSTS65001', 'AADSTS500011', 'AADSTS90094', 'AADSTS700016'])(
    '%s for our own API is not believed where Graph has given a token',
    async (code) => {
      const desk = new Desk();
      desk.answersByScope({ [OWN_SCOPE]: refusesItself(code), [GRAPH_SCOPE]: everything });
      const { seen } = await desk.probe().probe('silent');
      expect(seen).toMatchObject({ kind: 'graph-token', service: { why: 'no-token' } });
    },
  );

  test.each([
    ['AADSTS500011', { kind: 'unknown', cause: 'other-cloud', next: 'contact-support' }],
    ['AADSTS500014', { kind: 'blocked', cause: 'tenant-blocked' }],
  ])('%s for Graph is Graph’s own trouble: nobody is led to approve', async (code, meant) => {
    const desk = new Desk();
    desk.answersByScope({ [OWN_SCOPE]: refusesItself('AADSTS65001'), [GRAPH_SCOPE]: refusesItself(code) });
    expect(judge(await desk.probe().probe('silent'), PERMISSION_SET)).toMatchObject({ ...meant, code });
  });

  test.each(['AADSTS90009', 'AADSTS90008'])(
    'where %s stands in the way of our own API, Graph’s token tells what is granted to Mia',
    async (code) => {
      const desk = new Desk();
      desk.answersByScope({
        [OWN_SCOPE]: refusesItself(code),
        [ownScopeById]: refusesItself(code),
        [GRAPH_SCOPE]: everything,
      });
      expect(await desk.probe().probe('silent')).toMatchObject({
        seen: {
          kind: 'graph-token',
          scopes: ['User.Read', 'openid', 'profile'],
          service: { why: 'no-token' },
        },
        account: { tenant: CONTOSO },
      });
      expect(desk.tokensAtService).toEqual([]);
    },
  );

  test('where Graph’s token is refused as well, its refusal is the one that counts', async () => {
    const desk = new Desk();
    desk.answersByScope({
      [OWN_SCOPE]: refusesItself('AADSTS90008'),
      [GRAPH_SCOPE]: refusedWith({
        status: 'USER_INTERACTION_REQUIRED',
        code: 'invalid_grant',
        description: 'AADSTS65001: nobody has consented',
      }),
    });
    expect((await desk.probe().probe('silent')).seen).toMatchObject({
      kind: 'refused',
      refusal: { text: expect.stringContaining('AADSTS65001') as string },
    });
  });

  test('Microsoft names the scopes in a Graph token, and only those count', async () => {
    const desk = new Desk();
    desk.service = () => Promise.resolve(away);
    desk.answersByScope({
      [OWN_SCOPE]: ownToken,
      // The host says nothing of scopes: MSAL then repeats what was asked for.
      [GRAPH_SCOPE]: miasToken({ accessToken: tokenOf({ scp: 'User.Read openid  profile' }) }),
    });
    const report = await desk.probe().probe('silent');
    expect(report.seen).toEqual({
      kind: 'graph-token',
      scopes: ['User.Read', 'openid', 'profile'],
      service: { why: 'unreachable' },
    });
    expect(report.silentTokenRequests).toBe(2);
    expect(scopesAsked(desk.bridge.tokensAsked)).toEqual([OWN_SCOPE, GRAPH_SCOPE]);
    expect(desk.bridge.tokensAsked[1]?.tokenParams?.forceRefresh).toBe(true);
  });

  test.each([
    'opaque-token',
    'a.b.c',
    `x.${Buffer.from('[]').toString('base64url')}.y`,
    tokenOf({ scp: 7 }),
    tokenOf({}),
  ])('a token that names none (%s) proves nothing about this set', async (accessToken) => {
    const desk = new Desk();
    desk.service = () => Promise.resolve(away);
    desk.answersByScope({ [OWN_SCOPE]: ownToken, [GRAPH_SCOPE]: miasToken({ accessToken }) });
    expect((await desk.probe().probe('silent')).seen).toEqual({
      kind: 'graph-token',
      scopes: undefined,
      service: { why: 'unreachable' },
    });
  });

  test('Graph itself proves a set that only reads', async () => {
    const desk = new Desk();
    desk.service = () => Promise.resolve(away);
    desk.answersByScope({ [OWN_SCOPE]: ownToken, [GRAPH_SCOPE]: miasToken({ accessToken: 'opaque' }) });
    const asked: string[] = [];
    const readsOnly: readonly Permission[] = [
      { scope: 'User.Read', kind: 'delegated', required: true, feature: 'profile', namedInTokens: true },
    ];
    const report = await desk
      .probe({
        permissionSet: readsOnly,
        fetch: (input) => {
          asked.push(String(input));
          return Promise.resolve(new Response('{}', { status: 200 }));
        },
      })
      .probe('silent');
    expect(report.seen).toMatchObject({ kind: 'graph-token', scopes: ['User.Read'] });
    expect(asked).toEqual(['https://graph.microsoft.com/v1.0/me']);
  });

  test('Microsoft’s refusal of the Graph token is what is reported', async () => {
    const desk = new Desk();
    desk.service = () => Promise.resolve(away);
    desk.answersByScope({
      [OWN_SCOPE]: ownToken,
      [GRAPH_SCOPE]: refusedWith({
        status: 'USER_INTERACTION_REQUIRED',
        code: 'invalid_grant',
        description: 'AADSTS65001: no',
      }),
    });
    const report = await desk.probe().probe('silent');
    expect(report.seen).toMatchObject({ kind: 'refused', refusal: { text: 'AADSTS65001: no' } });
    expect(report.account?.tenant).toBe(CONTOSO);
  });
});

describe('the service leaves delegated permissions untold', () => {
  const halfTold: ConsentAnswer = {
    ...allTold,
    outcome: 'checked',
    permissions: PERMISSION_SET.map(({ scope, kind }) => ({
      scope,
      kind,
      state: kind === 'delegated' ? 'not-known' : 'missing',
    })),
  };

  test('a Graph token goes with its answer', async () => {
    const desk = new Desk();
    desk.service = () => Promise.resolve({ ok: true, answer: halfTold });
    desk.answersByScope({
      [OWN_SCOPE]: ownToken,
      [GRAPH_SCOPE]: miasToken({ accessToken: tokenOf({ scp: 'User.Read' }) }),
    });
    const report = await desk.probe().probe('silent');
    expect(report.seen).toEqual({
      kind: 'service',
      answer: halfTold,
      own: { kind: 'token', scopes: ['User.Read'] },
    });
    expect(report.silentTokenRequests).toBe(2);
  });

  test('a refusal goes with it as well, and silence does not', async () => {
    const desk = new Desk();
    desk.service = () => Promise.resolve({ ok: true, answer: halfTold });
    desk.answersByScope({
      [OWN_SCOPE]: ownToken,
      [GRAPH_SCOPE]: refusedWith({
        status: 'USER_INTERACTION_REQUIRED',
        code: 'invalid_grant',
        description: 'AADSTS65001: no',
      }),
    });
    expect((await desk.probe().probe('silent')).seen).toMatchObject({
      kind: 'service',
      own: { kind: 'refused', refusal: { text: 'AADSTS65001: no' } },
    });

    desk.answersByScope({ [OWN_SCOPE]: ownToken });
    const asked = desk.probe().probe('silent');
    await desk.clock.advance(15_000);
    expect((await asked).seen).toEqual({ kind: 'service', answer: halfTold });
  });

  test('a disabled application is no reason to ask for more', async () => {
    const desk = new Desk();
    const answer: ConsentAnswer = { ...halfTold, outcome: 'checked', obstacle: 'application-disabled' };
    desk.service = () => Promise.resolve({ ok: true, answer });
    expect(await desk.probe().probe('silent')).toMatchObject({
      seen: { kind: 'service', answer },
      silentTokenRequests: 1,
    });
  });
});

test('beside an answer that rests on an administrator’s look, Graph’s token tells what Mia holds', async () => {
  const desk = new Desk();
  const answer: ConsentAnswer = { ...allTold, proof: { by: 'look', seenAt: '2026-01-15T08:00:00Z' } };
  desk.service = () => Promise.resolve({ ok: true, answer });
  desk.answersByScope({
    [OWN_SCOPE]: ownToken,
    [GRAPH_SCOPE]: miasToken({ accessToken: tokenOf({ scp: 'User.Read Directory.Read.All' }) }),
  });
  expect(await desk.probe().probe('silent')).toMatchObject({
    seen: { kind: 'service', answer, own: { kind: 'token', scopes: ['User.Read', 'Directory.Read.All'] } },
    silentTokenRequests: 2,
  });
});

describe('an interactive question', () => {
  test('asks the broker for its window, within the click once the pane is prepared', async () => {
    const desk = new Desk();
    const probe = desk.probe();
    await probe.probe('silent');
    const asked = probe.probe('interactive');
    // Nothing has been awaited: the question is out while the click's permission lasts.
    expect(desk.bridge.tokensAsked.map(({ method }) => method)).toEqual(['GetToken', 'GetTokenPopup']);
    expect(await asked).toMatchObject({ seen: { kind: 'service' }, silentTokenRequests: 0 });
  });

  test('works as the first question as well', async () => {
    const desk = new Desk();
    expect((await desk.probe().probe('interactive')).seen.kind).toBe('service');
    expect(desk.bridge.tokensAsked).toMatchObject([
      { method: 'GetTokenPopup', tokenParams: { scope: OWN_SCOPE } },
    ]);
  });

  describe('Graph alone was refused', () => {
    const byLook: ConsentAnswer = { ...allTold, proof: { by: 'look', seenAt: '2026-01-15T08:00:00Z' } };
    const graphRefused = (description: string): BridgeAnswer =>
      refusedWith({ status: 'USER_INTERACTION_REQUIRED', code: 'interaction_required', description });
    /** Our own API's token comes without a window; Graph's with one. */
    const refusedUntilWindow = (description: string): Desk => {
      const desk = new Desk();
      desk.service = () => Promise.resolve({ ok: true, answer: byLook });
      let hadWindow = false;
      desk.bridge.answers(({ method, tokenParams }) => {
        if (tokenParams?.scope === OWN_SCOPE) return ownToken;
        hadWindow ||= method === 'GetTokenPopup';
        return hadWindow
          ? miasToken({ accessToken: tokenOf({ scp: 'Mail.ReadWrite' }), scope: GRAPH_SCOPE })
          : graphRefused(description);
      });
      return desk;
    };
    const clicks = async (desk: Desk) => {
      const probe = desk.probe();
      await probe.probe('silent');
      const before = desk.bridge.tokensAsked.length;
      const { seen, silentTokenRequests } = await probe.probe('interactive');
      const asked = desk.bridge.tokensAsked
        .slice(before)
        .map(({ method, tokenParams }) => [method, tokenParams?.scope]);
      return { seen, silentTokenRequests, asked };
    };

    test.each([
      ['a second factor is wanted for it', 'AADSTS50076: second factor'],
      ['somebody has to sign in, and nobody says why', ''],
    ])('%s: the click’s window is for it, and our own API is asked silently', async (_why, description) => {
      const desk = refusedUntilWindow(description);
      expect(await clicks(desk)).toMatchObject({
        seen: { kind: 'service', own: { kind: 'token', scopes: ['Mail.ReadWrite'] } },
        silentTokenRequests: 1,
        asked: [
          ['GetTokenPopup', GRAPH_SCOPE],
          ['GetToken', OWN_SCOPE],
        ],
      });
    });

    test('for consent: a window for Graph would ask for it, so the click’s is for our own API', async () => {
      const desk = refusedUntilWindow('AADSTS65001: not consented');
      expect((await clicks(desk)).asked).toEqual([
        ['GetTokenPopup', OWN_SCOPE],
        ['GetToken', GRAPH_SCOPE],
      ]);
    });
  });

  test('a user who takes their time is waited for, but not for ever', async () => {
    const desk = new Desk();
    desk.bridge.answers(() => 'silence');
    const asked = desk.probe().probe('interactive');
    let ended = false;
    void asked.then(() => (ended = true));
    await desk.clock.advance(9 * 60_000);
    expect(ended).toBe(false);
    await desk.clock.advance(60_000);
    expect((await asked).seen).toEqual({ kind: 'unreachable', what: 'host' });
    expect(desk.clock.pending).toBe(0);
  });
});
