import fc from 'fast-check';
import {
  ATTEMPT_LIFETIME_MS,
  adminConsentUrl,
  checkLocalReturn,
  localAttempt,
  parseConsentReturn,
  LOOK_ENDS,
  parseLocalAttempt,
  useUp,
  type ConsentReturn,
} from '../../src/core/admin-consent';
import { dialogMessage, parseDialogMessage } from '../../src/core/dialog-message';
import { RETURN_OUTCOMES } from '../../src/core/api/requests';
import { parseTenantId, type TenantId } from '../../src/core/tenant';
import { damagedQuery } from '../support/damaged-query';

const tenantId = (text: string): TenantId => {
  const parsed = parseTenantId(text);
  if (!parsed) throw new Error(`not a tenant id: ${text}`);
  return parsed;
};
const CONTOSO = tenantId('11111111-aaaa-4bbb-8ccc-111111111111');
const FABRIKAM = tenantId('22222222-aaaa-4bbb-8ccc-222222222222');
const STATE = 'q7Xw9sT2uV4yZ6aB8cD0eF';
const NOW_MS = Date.parse('2026-11-24T10:00:00Z');

const returned = (query: string): ConsentReturn => parseConsentReturn(new URLSearchParams(query));

describe('the link', () => {
  test('asks Microsoft for everything that is registered, for one tenant, and comes back with the state', () => {
    const url = adminConsentUrl({
      loginOrigin: 'https://login.microsoftonline.com',
      tenant: CONTOSO,
      clientId: '33333333-aaaa-4bbb-8ccc-333333333333',
      scope: 'https://graph.microsoft.com/.default',
      redirectUri: 'https://app.example/consent/return?x=1&y=2',
      state: 'a&b=c+d e',
    });
    expect(url.origin + url.pathname).toBe(`https://login.microsoftonline.com/${CONTOSO}/v2.0/adminconsent`);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: '33333333-aaaa-4bbb-8ccc-333333333333',
      scope: 'https://graph.microsoft.com/.default',
      redirect_uri: 'https://app.example/consent/return?x=1&y=2',
      state: 'a&b=c+d e',
    });
  });

  test('without a tenant it is for organisations, in whichever cloud', () => {
    const url = adminConsentUrl({
      loginOrigin: 'https://login.partner.microsoftonline.cn',
      tenant: 'organizations',
      clientId: 'c',
      scope: 'https://microsoftgraph.chinacloudapi.cn/.default',
      redirectUri: 'https://app.example/consent/return',
      state: STATE,
    });
    expect(url.href).toContain('https://login.partner.microsoftonline.cn/organizations/v2.0/adminconsent?');
    expect(url.searchParams.get('scope')).toBe('https://microsoftgraph.chinacloudapi.cn/.default');
  });
});

describe('the return', () => {
  test('accepted, as Microsoft documents it', () => {
    const query =
      `admin_consent=True&tenant=${CONTOSO.toUpperCase()}&scope=https%3A%2F%2Fgraph.microsoft.com%2FMail.ReadWrite` +
      `&state=${STATE}`;
    expect(returned(query)).toEqual({ kind: 'accepted', tenant: CONTOSO, state: STATE });
    expect(returned(`admin_consent=TRUE&state=${STATE}`)).toEqual({ kind: 'accepted', state: STATE });
    // F11: a link made by hand, or the portal's button, sends none.
    expect(returned(`admin_consent=True&tenant=${CONTOSO}`)).toEqual({ kind: 'accepted', tenant: CONTOSO });
  });

  test('refused, as Microsoft documents it: the error stands beside admin_consent=True and wins', () => {
    const query =
      'admin_consent=True&error=consent_required&error_description=AADSTS65004%3a+The+resource+owner+or+' +
      `authorization+server+denied+the+request.%0d%0aTrace+ID%3a+0000aaaa&state=${STATE}`;
    expect(returned(query)).toEqual({
      kind: 'refused',
      error: 'consent_required',
      code: 'AADSTS65004',
      state: STATE,
    });
    expect(returned('error=server_error')).toEqual({ kind: 'refused', error: 'server_error' });
  });

  test.each([
    ['nothing at all', ''],
    ['consent that is not True', `admin_consent=False&state=${STATE}`],
    ['consent that is not True, with an error', `admin_consent=maybe&error=access_denied&state=${STATE}`],
    ['neither state nor tenant', 'admin_consent=True'],
    ['an empty state', `admin_consent=True&state=`],
    ['a tenant that is none', `admin_consent=True&tenant=contoso.com&state=${STATE}`],
    ['the tenant of nobody', `admin_consent=True&tenant=00000000-0000-0000-0000-000000000000&state=${STATE}`],
    ['two states', `admin_consent=True&state=${STATE}&state=other`],
    ['two tenants', `admin_consent=True&tenant=${CONTOSO}&tenant=${FABRIKAM}&state=${STATE}`],
    ['two scopes', `admin_consent=True&state=${STATE}&scope=a&scope=b`],
    ['two consents', `admin_consent=True&admin_consent=True&state=${STATE}`],
    ['two errors', `error=access_denied&error=server_error&state=${STATE}`],
    ['an error that is a script', `error=%3Cscript%3Ealert(1)%3C%2Fscript%3E&state=${STATE}`],
    ['an endless state', `admin_consent=True&state=${'s'.repeat(2049)}`],
    ['an endless error', `error=${'e'.repeat(101)}`],
    ['an endless description', `error=access_denied&error_description=${'d'.repeat(8193)}`],
  ])('%s is garbage', (_, query) => {
    expect(returned(query)).toEqual({ kind: 'garbage' });
  });

  test('whatever stands in the address, it is read or thrown away, and acceptance needs True and a state', () => {
    const name = fc.constantFrom(
      'admin_consent',
      'tenant',
      'state',
      'error',
      'error_description',
      'scope',
      'x',
    );
    const value = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('True', 'true', 'False', CONTOSO, STATE),
    );
    const good = fc.constantFrom<readonly (readonly [string, string])[]>(
      [
        ['admin_consent', 'True'],
        ['tenant', CONTOSO],
        ['state', STATE],
        ['scope', 'https://graph.microsoft.com/Mail.ReadWrite'],
      ],
      [
        ['admin_consent', 'True'],
        ['state', STATE],
      ],
      [
        ['error', 'access_denied'],
        ['error_description', 'AADSTS65004: The user declined.'],
        ['admin_consent', 'True'],
        ['state', STATE],
      ],
    );
    const met = { accepted: 0, refused: 0, garbage: 0 };
    fc.assert(
      fc.property(damagedQuery(good, name, value), (params) => {
        const result = parseConsentReturn(params);
        met[result.kind] += 1;
        if (result.kind !== 'accepted') return;
        expect(params.getAll('admin_consent').map((text) => text.toLowerCase())).toEqual(['true']);
        // An empty value says nothing.
        const said = (key: string): readonly string[] => params.getAll(key).filter((text) => text !== '');
        expect(said('state')).toEqual(result.state === undefined ? [] : [result.state]);
        expect(said('tenant').length).toBeLessThanOrEqual(1);
        expect(said('state').length + said('tenant').length).toBeGreaterThan(0);
        expect(params.getAll('error').join('')).toBe('');
      }),
      { numRuns: 500 },
    );
    expect(Math.min(met.accepted, met.refused, met.garbage)).toBeGreaterThan(20);
  });
});

describe('an attempt without the service', () => {
  const attempt = localAttempt(NOW_MS, STATE);
  const accepted: ConsentReturn = { kind: 'accepted', tenant: CONTOSO, state: STATE };
  const refused = (error: string, code?: string): ConsentReturn => ({
    kind: 'refused',
    error,
    state: STATE,
    ...(code === undefined ? {} : { code }),
  });

  test('accepted in time, for the right tenant', () => {
    expect(checkLocalReturn(attempt, accepted, NOW_MS + 30_000, CONTOSO)).toBe('accepted');
    expect(checkLocalReturn(attempt, accepted, NOW_MS + 30_000)).toBe('accepted');
    expect(checkLocalReturn(attempt, { kind: 'accepted', state: STATE }, NOW_MS, CONTOSO)).toBe('accepted');
  });

  test('accepted for another tenant', () => {
    expect(checkLocalReturn(attempt, accepted, NOW_MS, FABRIKAM)).toBe('other-tenant');
  });

  test('somebody said no', () => {
    expect(checkLocalReturn(attempt, refused('access_denied', 'AADSTS65004'), NOW_MS)).toBe('denied');
    expect(checkLocalReturn(attempt, refused('consent_required', 'AADSTS65004'), NOW_MS)).toBe('denied');
    expect(checkLocalReturn(attempt, refused('permission_denied'), NOW_MS)).toBe('denied');
  });

  test('somebody cancelled on the account picker, and has turned nothing down (U16)', () => {
    expect(checkLocalReturn(attempt, refused('access_denied'), NOW_MS)).toBe('left');
  });

  test.each(['AADSTS90093', 'AADSTS90094', 'AADSTS90095', 'AADSTS900941', 'AADSTS900981'])(
    '%s: somebody came whose role may not approve (U7)',
    (code) => {
      expect(checkLocalReturn(attempt, refused('access_denied', code), NOW_MS)).toBe('role-too-small');
    },
  );

  test('it failed, and nobody said no', () => {
    expect(checkLocalReturn(attempt, refused('server_error'), NOW_MS)).toBe('failed');
    expect(checkLocalReturn(attempt, refused('access_denied', 'AADSTS53003'), NOW_MS)).toBe('failed');
    expect(checkLocalReturn(attempt, refused('permission_denied', 'AADSTS53003'), NOW_MS)).toBe('failed');
    expect(checkLocalReturn(attempt, refused('access_denied', 'AADSTS9999999'), NOW_MS)).toBe('failed');
  });

  test('a refusal counts for five minutes, and an approval is there however long it took', () => {
    const [inTime, late] = [NOW_MS + ATTEMPT_LIFETIME_MS, NOW_MS + ATTEMPT_LIFETIME_MS + 1];
    expect(checkLocalReturn(attempt, refused('access_denied', 'AADSTS65004'), inTime)).toBe('denied');
    expect(checkLocalReturn(attempt, refused('access_denied', 'AADSTS65004'), late)).toBe('expired');
    expect(checkLocalReturn(attempt, accepted, late, CONTOSO)).toBe('accepted');
    expect(checkLocalReturn(attempt, accepted, late, FABRIKAM)).toBe('other-tenant');
  });

  test('it serves once', () => {
    const used = useUp(attempt, NOW_MS + 1000);
    expect(checkLocalReturn(used, accepted, NOW_MS + 2000, CONTOSO)).toBe('repeated');
  });

  test('forged: another state, no state, garbage, or no attempt at all', () => {
    expect(checkLocalReturn(attempt, { ...accepted, state: 'other' }, NOW_MS)).toBe('forged');
    expect(checkLocalReturn(attempt, { kind: 'refused', error: 'access_denied' }, NOW_MS)).toBe('forged');
    expect(checkLocalReturn(attempt, { kind: 'garbage' }, NOW_MS)).toBe('forged');
    expect(checkLocalReturn(undefined, accepted, NOW_MS)).toBe('forged');
  });

  test('it can be kept and read again; anything else is nothing', () => {
    const used = useUp(attempt, NOW_MS + 1);
    expect(parseLocalAttempt(JSON.parse(JSON.stringify(attempt)))).toEqual(attempt);
    expect(parseLocalAttempt(JSON.parse(JSON.stringify(used)))).toEqual(used);
    for (const other of [
      null,
      undefined,
      'text',
      [],
      {},
      { state: '', madeAtMs: 1 },
      { state: 's'.repeat(3000), madeAtMs: 1 },
      { state: STATE, madeAtMs: '1' },
      { state: STATE, madeAtMs: Number.NaN },
      { state: STATE, madeAtMs: 1, usedAtMs: 'yes' },
    ]) {
      expect(parseLocalAttempt(other)).toBeUndefined();
    }
  });
});

describe('the message from the dialog', () => {
  test('arrives as it was sent', () => {
    for (const outcome of [...RETURN_OUTCOMES, ...LOOK_ENDS]) {
      const message = { kind: 'consent-returned', outcome } as const;
      expect(parseDialogMessage(dialogMessage(message))).toEqual(message);
    }
    expect(parseDialogMessage(dialogMessage({ kind: 'closing' }))).toEqual({ kind: 'closing' });
  });

  test.each([
    ['no JSON', 'accepted'],
    ['null', 'null'],
    ['a list', '["extendsync.grant.1"]'],
    ['no type', '{"kind":"closing"}'],
    ['another version', '{"type":"extendsync.grant.2","kind":"closing"}'],
    ['another kind', '{"type":"extendsync.grant.1","kind":"granted"}'],
    ['an outcome that is none', '{"type":"extendsync.grant.1","kind":"consent-returned","outcome":"green"}'],
    ['no outcome', '{"type":"extendsync.grant.1","kind":"consent-returned"}'],
    ['too much', `{"type":"extendsync.grant.1","kind":"closing","x":"${'x'.repeat(1000)}"}`],
  ])('%s is nothing', (_, text) => {
    expect(parseDialogMessage(text)).toBeUndefined();
  });

  test('9.10: names the organisation in which it was approved by mistake, if it is an id, and after nothing else', () => {
    const message = { kind: 'consent-returned', outcome: 'other-tenant', tenant: FABRIKAM } as const;
    expect(parseDialogMessage(dialogMessage(message))).toEqual(message);
    for (const tenant of ['fabrikam.example', '', 7, null, { id: FABRIKAM }, `${FABRIKAM}/x`]) {
      const text = JSON.stringify({ type: 'extendsync.grant.1', ...message, tenant });
      expect(parseDialogMessage(text)).toEqual({ kind: 'consent-returned', outcome: 'other-tenant' });
    }
    const accepted = dialogMessage({ ...message, outcome: 'accepted' });
    expect(parseDialogMessage(accepted)).toEqual({ kind: 'consent-returned', outcome: 'accepted' });
  });

  test('carries nothing but its own fields', () => {
    const text =
      '{"type":"extendsync.grant.1","kind":"consent-returned","outcome":"accepted","token":"x","__proto__":{}}';
    expect(parseDialogMessage(text)).toEqual({ kind: 'consent-returned', outcome: 'accepted' });
  });

  test('no text makes it throw', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (text) => {
        expect(parseDialogMessage(text)).toBeUndefined();
      }),
    );
  });
});
