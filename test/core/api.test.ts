import fc from 'fast-check';
import { parseConsentAnswer } from '../../src/core/api/consent-answer';
import { LOOK_OUTCOMES, parseLookBegun, parseLookKey, parseNewLook } from '../../src/core/api/looks';
import { parsePaneSettings } from '../../src/core/api/pane-settings';
import { PATHS, requestLink } from '../../src/core/api/paths';
import { parseProblem } from '../../src/core/api/problem';
import {
  parseNumberedEvents,
  parseRequestEvent,
  parseRequestEvents,
  REQUEST_EVENT_KINDS,
} from '../../src/core/api/request-events';
import {
  parseAttemptMade,
  parseNewAttempt,
  parseNewRequest,
  parseRequestId,
  parseRequestShown,
  RETURN_OUTCOMES,
} from '../../src/core/api/requests';
import { parseRequestMade } from '../../src/core/api/request-made';
import { ownApiScope } from '../../src/core/consent/own-api';

const CONTOSO = '11111111-aaaa-4bbb-8ccc-111111111111';
const CLIENT_ID = '33333333-aaaa-4bbb-8ccc-333333333333';
const ID = 'q7Xw9sT2uV4yZ6aB8cD0eF';
const AT = '2026-11-24T10:00:00.000Z';

interface Contract {
  readonly name: string;
  readonly parse: (value: unknown) => unknown;
  /** Every field, as the service writes it. */
  readonly whole: Readonly<Record<string, unknown>>;
  readonly optional: readonly string[];
}

const PERMISSIONS = [
  { scope: 'Mail.ReadWrite', kind: 'delegated', state: 'tenant' },
  { scope: 'Mail.ReadWrite', kind: 'application', state: 'missing' },
  { scope: 'User.Read', kind: 'delegated', state: 'this-user' },
  { scope: 'offline_access', kind: 'delegated', state: 'not-known' },
];

const CONTRACTS: readonly Contract[] = [
  {
    name: 'pane settings',
    parse: parsePaneSettings,
    whole: {
      version: '1.2.3',
      clientId: CLIENT_ID,
      cloudName: 'usgov',
      loginOrigin: 'https://login.microsoftonline.us',
      graphOrigin: 'https://graph.microsoft.us',
      publicOrigin: 'https://consent.extendsync.example',
      supportAddress: 'help@extendsync.example',
      nestedAppAuth: 'off',
    },
    optional: ['publicOrigin', 'supportAddress', 'nestedAppAuth'],
  },
  {
    name: 'a checked answer',
    parse: parseConsentAnswer,
    whole: {
      tenantId: CONTOSO,
      tenantName: 'Contoso',
      checkedAt: AT,
      correlationId: 'c-1',
      situation: 'no-autopilot',
      outcome: 'checked',
      permissions: PERMISSIONS,
      obstacle: 'user-not-assigned',
      proof: { by: 'look', seenAt: AT },
    },
    optional: ['tenantName', 'correlationId', 'situation', 'obstacle', 'proof'],
  },
  {
    name: 'no answer',
    parse: parseConsentAnswer,
    whole: {
      tenantId: CONTOSO,
      tenantName: 'Contoso',
      checkedAt: AT,
      correlationId: 'c-1',
      situation: 'group-edition',
      outcome: 'no-answer',
      because: 'throttled',
      code: 'AADSTS90055',
      retryAfterMs: 0,
    },
    optional: ['tenantName', 'correlationId', 'situation', 'code', 'retryAfterMs'],
  },
  {
    name: 'a new request',
    parse: parseNewRequest,
    whole: { tenant: CONTOSO, domain: 'contoso.com', situation: 'autopilot-everyone' },
    optional: ['domain', 'situation'],
  },
  {
    name: 'a request that was made',
    parse: parseRequestMade,
    whole: { id: ID, link: `https://app.example/grant.html?request=${ID}`, madeAt: AT, expiresAt: AT },
    optional: [],
  },
  {
    name: 'a request that is shown',
    parse: parseRequestShown,
    whole: {
      tenant: CONTOSO,
      domain: 'contoso.com',
      situation: 'autopilot-everyone',
      madeAt: AT,
      expiresAt: AT,
    },
    optional: ['domain', 'situation'],
  },
  {
    name: 'an attempt',
    parse: parseAttemptMade,
    whole: { consentUrl: 'https://login.microsoftonline.com/x/v2.0/adminconsent', expiresAt: AT },
    optional: [],
  },
  {
    name: 'a look that was begun',
    parse: parseLookBegun,
    whole: { lookUrl: 'https://login.microsoftonline.com/x/oauth2/v2.0/authorize', expiresAt: AT },
    optional: [],
  },
  {
    name: 'an event',
    parse: parseRequestEvent,
    whole: { number: 1, kind: 'check-again', at: AT, failure: 'other-tenant' },
    optional: ['failure'],
  },
  {
    name: 'events',
    parse: parseRequestEvents,
    whole: { events: REQUEST_EVENT_KINDS.map((kind, number) => ({ number, kind, at: AT })) },
    optional: [],
  },
  {
    name: 'a problem',
    parse: parseProblem,
    whole: {
      type: 'urn:extendsync:problem:gone',
      title: 'Gone',
      status: 410,
      detail: 'Expired.',
      retryAfterMs: 1000,
    },
    optional: ['detail', 'retryAfterMs'],
  },
];

const without = (whole: Contract['whole'], field: string) =>
  Object.fromEntries(Object.entries(whole).filter(([name]) => name !== field));

describe.each(CONTRACTS)('$name', ({ name, parse, whole, optional }) => {
  const isEvents = name === 'events';
  const expected = isEvents ? whole['events'] : whole;
  // About a tenant and of a time: it is an answer, be it one that is not understood.
  const isAnswer = (field: string): boolean =>
    parse === parseConsentAnswer && field !== 'tenantId' && field !== 'checkedAt';
  const nothingFor = (field: string): unknown =>
    isAnswer(field) ? expect.objectContaining({ outcome: 'no-answer', because: 'newer-version' }) : undefined;

  test('arrives as it was sent, by way of JSON', () => {
    expect(parse(JSON.parse(JSON.stringify(whole)))).toEqual(expected);
  });

  test('carries nothing that the contract does not name', () => {
    expect(parse({ ...whole, token: 'secret', '0': 'x' })).toEqual(expected);
  });

  test('is nothing without a field that it must have, and the same less one without a field that it may have', () => {
    for (const field of Object.keys(whole)) {
      const rest = without(whole, field);
      expect(parse(rest)).toEqual(optional.includes(field) ? rest : nothingFor(field));
    }
  });

  test('is nothing when a field that it must have is of another kind', () => {
    for (const field of Object.keys(whole).filter((key) => !optional.includes(key))) {
      for (const wrong of [null, '', 'nonsense', Number.NaN, true, {}, [], [null]]) {
        // A version, a title, a type and a tenant's name may be any text; an empty list of events is a list.
        const anyText =
          wrong === 'nonsense' && /^(version|title|type|tenant)$/.test(field) && name !== 'a new request';
        const emptyList = Array.isArray(wrong) && wrong.length === 0 && /^(events|permissions)$/.test(field);
        const status = field === 'status' && typeof wrong === 'number';
        if (anyText || emptyList || status) continue;
        expect(parse({ ...whole, [field]: wrong })).toEqual(nothingFor(field));
      }
    }
  });

  test('is never made of anything else, and nothing makes it throw', () => {
    for (const other of [undefined, null, '', 'text', 0, true, [], [whole]])
      expect(parse(other)).toBeUndefined();
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true }), (value) => {
        expect(parse(value)).toBeUndefined();
      }),
    );
  });
});

describe('what must not slip through', () => {
  const settings = CONTRACTS[0]?.whole ?? {};
  const made = CONTRACTS[4]?.whole ?? {};
  const checked = CONTRACTS[1]?.whole ?? {};

  test.each([
    'http://login.microsoftonline.com',
    'https://login.microsoftonline.com/',
    'https://login.microsoftonline.com/common',
    'https://x.example?y',
    'javascript:alert(1)',
    ' https://x.example',
  ])('%j is no origin for settings', (origin) => {
    expect(parsePaneSettings({ ...settings, loginOrigin: origin })).toBeUndefined();
    expect(parsePaneSettings({ ...settings, graphOrigin: origin })).toBeUndefined();
  });

  test('a link or a consent address that is not https', () => {
    for (const link of ['http://app.example/grant.html', 'javascript:alert(1)', '//app.example', 'HTTPS']) {
      expect(parseRequestMade({ ...made, link })).toBeUndefined();
      expect(parseAttemptMade({ consentUrl: link, expiresAt: AT })).toBeUndefined();
    }
  });

  test('a state of a permission that a later version has: it counts as not known', () => {
    const permissions = [...PERMISSIONS, { scope: 'X', kind: 'delegated', state: 'granted' }];
    expect(parseConsentAnswer({ ...checked, permissions })).toEqual({
      ...checked,
      permissions: [...PERMISSIONS, { scope: 'X', kind: 'delegated', state: 'not-known' }],
    });
  });

  test.each([
    ['an outcome', { outcome: 'granted' }],
    ['an obstacle', { obstacle: 'something-new' }],
    ['a situation', { situation: 'autopilot-lite' }],
    ['a proof', { proof: { by: 'guess', seenAt: AT } }],
    ['a kind of permission', { permissions: [{ scope: 'X', kind: 'both', state: 'tenant' }] }],
    ['a permission without a name', { permissions: [{ scope: '', kind: 'delegated', state: 'tenant' }] }],
    ['a reason', { outcome: 'no-answer', because: 'tired' }],
  ])(
    '%s of a later version: nobody can tell here what the answer means, and that is known',
    (_what, more) => {
      expect(parseConsentAnswer({ ...checked, ...more })).toMatchObject({
        tenantId: CONTOSO,
        checkedAt: AT,
        outcome: 'no-answer',
        because: 'newer-version',
      });
    },
  );

  test('a situation or a proof that is none is not left out: what is needed, or proved, is not known then', () => {
    const notUnderstood = { outcome: 'no-answer', because: 'newer-version' };
    for (const situation of ['', null, 1])
      expect(parseConsentAnswer({ ...checked, situation })).toMatchObject(notUnderstood);
    for (const proof of ['application', null, {}, { by: 'look' }, { by: 'look', seenAt: 'yesterday' }])
      expect(parseConsentAnswer({ ...checked, proof })).toMatchObject(notUnderstood);
    expect(parseConsentAnswer({ ...checked, proof: { by: 'application', who: 'x' } })).toMatchObject({
      proof: { by: 'application' },
    });
  });

  test('times that are not ISO 8601 in UTC', () => {
    for (const at of [
      '24.11.2026',
      '2026-11-24',
      '2026-11-24T10:00:00',
      '2026-11-24T10:00:00+01:00',
      '2026-13-01T00:00:00Z',
    ]) {
      expect(parseRequestEvent({ number: 1, kind: 'opened', at })).toBeUndefined();
    }
  });

  test('a kind of event of a later version: the others stay, and its number counts', () => {
    const first = { number: 1, kind: 'made', at: AT };
    const proved = { number: 3, kind: 'proved', at: AT };
    const events = [first, { number: 2, kind: 'reminded', at: AT }, proved];
    expect(parseRequestEvents({ events })).toEqual([first, proved]);
    expect(parseNumberedEvents({ events })?.map(({ number, event }) => [number, event?.kind])).toEqual([
      [1, 'made'],
      [2, undefined],
      [3, 'proved'],
    ]);
  });

  test('numbers of events that are none, and waits into the past', () => {
    for (const number of [1.5, Number.POSITIVE_INFINITY, 2 ** 53, '1']) {
      expect(parseRequestEvent({ number, kind: 'opened', at: AT })).toBeUndefined();
    }
    expect(parseProblem({ type: 't', title: 'T', status: 429, retryAfterMs: -1 })).toEqual({
      type: 't',
      title: 'T',
      status: 429,
    });
  });

  test('text without end', () => {
    expect(parseConsentAnswer({ ...checked, tenantName: 'x'.repeat(2049) })).not.toHaveProperty('tenantName');
    expect(parsePaneSettings({ ...settings, version: 'x'.repeat(2049) })).toBeUndefined();
  });
});

describe('what begins an attempt or a look', () => {
  test('an attempt may say nothing, or the situation', () => {
    expect(parseNewAttempt(undefined)).toEqual({});
    expect(parseNewAttempt({})).toEqual({});
    expect(parseNewAttempt({ situation: 'no-autopilot', x: 1 })).toEqual({ situation: 'no-autopilot' });
    // Whoever is not sure asks for everything, which is an answer as well.
    expect(parseNewAttempt({ situation: 'not-sure' })).toEqual({ situation: 'not-sure' });
    for (const bad of [null, '', [], { situation: null }, { situation: 'everything' }, { situation: '' }])
      expect(parseNewAttempt(bad)).toBeUndefined();
  });

  test('a look may name a tenant, a request and a situation, and each must be one', () => {
    expect(parseNewLook({})).toEqual({});
    const whole = { tenant: CONTOSO, request: ID, situation: 'group-edition' };
    expect(parseNewLook({ ...whole, name: 'Mia' })).toEqual(whole);
    expect(parseNewLook({ tenant: 'Contoso.com' })).toEqual({ tenant: 'contoso.com' });
    for (const bad of [undefined, null, [], 'x']) expect(parseNewLook(bad)).toBeUndefined();
    for (const field of Object.keys(whole)) {
      for (const value of [null, '', 7, 'mia@contoso.com', `${ID}x`])
        expect(parseNewLook({ ...whole, [field]: value })).toBeUndefined();
    }
  });

  test('the sign-in page of a look is https', () => {
    for (const lookUrl of ['http://login.example', 'javascript:alert(1)', '', null])
      expect(parseLookBegun({ lookUrl, expiresAt: AT })).toBeUndefined();
  });

  test('no outcome has two names', () => {
    for (const names of [LOOK_OUTCOMES, RETURN_OUTCOMES, REQUEST_EVENT_KINDS])
      expect(new Set<string>(names).size).toBe(names.length);
  });
});

describe('ids and addresses', () => {
  test('the key of a look is as hard to guess as the id of a request', () => {
    expect(parseLookKey(ID)).toBe(ID);
    for (const text of ['', ID.slice(1), `${ID}a`, `${ID}\n`, `${ID.slice(1)}/`])
      expect(parseLookKey(text)).toBeUndefined();
    expect([PATHS.consentLook, PATHS.looks, PATHS.look(ID)]).toEqual([
      '/consent/look',
      '/api/looks',
      `/api/looks/${ID}`,
    ]);
  });

  test('a request id is 22 characters of base64url and nothing else', () => {
    expect(parseRequestId(ID)).toBe(ID);
    for (const text of [
      '',
      ID.slice(1),
      `${ID}a`,
      `${ID}\n`,
      `${ID.slice(1)}/`,
      `${ID.slice(1)}.`,
      `../${ID}`,
    ]) {
      expect(parseRequestId(text)).toBeUndefined();
    }
  });

  test('a new request may name a tenant by its id or by a domain', () => {
    expect(parseNewRequest({ tenant: CONTOSO.toUpperCase() })).toEqual({ tenant: CONTOSO });
    expect(parseNewRequest({ tenant: 'Contoso.com' })).toEqual({ tenant: 'contoso.com' });
    for (const tenant of ['common', 'organizations', 'mia@contoso.com']) {
      expect(parseNewRequest({ tenant })).toBeUndefined();
    }
  });

  test('beside a tenant id stands a domain and nothing personal; beside a domain nothing', () => {
    expect(parseNewRequest({ tenant: CONTOSO, domain: 'Contoso.com' })).toEqual({
      tenant: CONTOSO,
      domain: 'contoso.com',
    });
    for (const domain of ['mia@contoso.com', 'Contoso', '<b>contoso.com</b>', CONTOSO, '', 7, null]) {
      expect(parseNewRequest({ tenant: CONTOSO, domain })).toBeUndefined();
      // What is only shown is left out, and the request still opens.
      expect(parseRequestShown({ tenant: CONTOSO, domain, madeAt: AT, expiresAt: AT })).toEqual({
        tenant: CONTOSO,
        madeAt: AT,
        expiresAt: AT,
      });
    }
    expect(parseNewRequest({ tenant: 'fabrikam.com', domain: 'contoso.com' })).toBeUndefined();
  });

  test('the shared link carries the id and nothing personal', () => {
    const link = new URL(requestLink('https://app.example', ID));
    expect(link.pathname).toBe(PATHS.approvalPage);
    expect([...link.searchParams]).toEqual([['request', ID]]);
    expect(ownApiScope(CLIENT_ID)).toBe(`api://${CLIENT_ID}/access_as_user`);
    expect([PATHS.openings(ID), PATHS.attempts(ID), PATHS.events(ID), PATHS.request(ID)]).toEqual([
      `/api/requests/${ID}/openings`,
      `/api/requests/${ID}/attempts`,
      `/api/requests/${ID}/events`,
      `/api/requests/${ID}`,
    ]);
  });
});

test.each([
  '',
  'support',
  'help@localhost',
  'a@b.example, c@d.example',
  'help@extendsync.example?bcc=x@y.example',
  'Help <help@extendsync.example>',
  'help@extendsync.example\n',
  42,
])('a support address of %j is not taken into a letter', (supportAddress) => {
  const { whole } = CONTRACTS.find(({ name }) => name === 'pane settings')!;
  expect(parsePaneSettings({ ...whole, supportAddress })).toBeUndefined();
});
