import fc from 'fast-check';

import type { ConsentAnswer, PermissionAnswer } from '../../../src/core/api/consent-answer';
import type { CheckedAnswer } from '../../../src/core/consent/findings';
import { judge } from '../../../src/core/consent/judge';
import type { Evidence, ProbeReport } from '../../../src/core/consent/evidence';
import { PERMISSION_SET } from '../../../src/core/permission-set';
import { isGreen, isServiceAway } from '../../../src/core/consent/verdict';
import {
  ALL_DELEGATED,
  answer,
  answerUnproved,
  CONTOSO,
  CONTOSO_DOMAIN,
  domain,
  FABRIKAM,
  grantedForTenant,
  heard,
  MIA,
  noAccount,
  notConsented,
  nothingGranted,
  onlyMia,
  ownToken,
  partlyGranted,
  refusal,
  refused,
  unreachable,
} from '../../support/evidence';

const verdictOf = (report: ProbeReport) => judge(report, PERMISSION_SET);

describe('what the service heard from Microsoft', () => {
  test('every required permission for the tenant is green', () => {
    const verdict = verdictOf(grantedForTenant);
    expect(verdict).toMatchObject({
      kind: 'granted',
      breadth: 'tenant',
      because: 'all-granted-for-tenant',
      tenant: CONTOSO,
      checkedAtMs: Date.UTC(2026, 0, 15, 9),
    });
    expect(isGreen(verdict)).toBe(true);
  });

  test('optional permissions may be missing', () => {
    const verdict = verdictOf(heard(answer(({ required }) => (required ? 'tenant' : 'missing'))));
    expect(isGreen(verdict)).toBe(true);
  });

  test('one missing required permission is partial and is named', () => {
    const verdict = verdictOf(partlyGranted);
    expect(verdict).toMatchObject({ kind: 'partial', because: 'some-missing' });
    expect(
      verdict.kind === 'partial' &&
        verdict.findings.filter(({ state }) => state === 'missing').map(({ id }) => id),
    ).toEqual(['application:User.Read.All']);
  });

  test('nothing granted is required', () => {
    expect(verdictOf(nothingGranted)).toMatchObject({ kind: 'required', because: 'nothing-granted' });
  });

  test('the user alone is not the tenant', () => {
    expect(verdictOf(onlyMia)).toMatchObject({
      kind: 'granted',
      breadth: 'this-user',
      because: 'held-by-this-user',
    });
  });

  test('a service that may not read grants leaves it to the own token, and the breadth unproven', () => {
    const consent = answer(({ kind }) => (kind === 'application' ? 'missing' : 'not-known'));
    const report: ProbeReport = {
      ...heard(consent),
      seen: { kind: 'service', answer: consent, own: { kind: 'token', scopes: ALL_DELEGATED } },
    };
    expect(verdictOf(report)).toMatchObject({ kind: 'granted', breadth: 'unproven' });
  });

  test('and to the refusal of that token, when nobody consented', () => {
    const consent = answer(({ kind }) => (kind === 'application' ? 'missing' : 'not-known'));
    const report: ProbeReport = {
      ...heard(consent),
      seen: {
        kind: 'service',
        answer: consent,
        own: {
          kind: 'refused',
          refusal: {
            errorClass: 'interaction-required',
            errorCode: 'invalid_grant',
            text: 'AADSTS65001: no consent',
          },
        },
      },
    };
    expect(verdictOf(report)).toMatchObject({ kind: 'required', because: 'nothing-granted' });
  });

  test('a permission that the answer leaves out is not known, so not green', () => {
    const whole = answer(() => 'tenant');
    const short = {
      ...whole,
      permissions:
        whole.outcome === 'checked' ? whole.permissions.filter(({ scope }) => scope !== 'User.Read') : [],
    } as ConsentAnswer;
    expect(verdictOf(heard(short))).toMatchObject({ kind: 'unknown', because: 'some-not-known' });
  });

  test('an answer about another tenant than the account is not taken', () => {
    expect(verdictOf(heard(answer(() => 'tenant', FABRIKAM)))).toMatchObject({
      kind: 'unknown',
      because: 'answer-about-another-tenant',
    });
  });

  test('a disabled application and an unassigned user are blocked, even with every permission', () => {
    const whole = answer(() => 'tenant');
    for (const obstacle of ['application-disabled', 'user-not-assigned'] as const) {
      expect(verdictOf(heard({ ...whole, obstacle } as ConsentAnswer))).toMatchObject({
        kind: 'blocked',
        because: obstacle,
      });
    }
  });

  test('Microsoft throttling the service is not known, with the wait', () => {
    const busy: ConsentAnswer = {
      tenantId: CONTOSO,
      checkedAt: '2026-01-15T09:00:00.000Z',
      outcome: 'no-answer',
      because: 'throttled',
      retryAfterMs: 7000,
    };
    expect(verdictOf(heard(busy))).toMatchObject({ kind: 'unknown', cause: 'throttled', retryAfterMs: 7000 });
  });

  test.each([
    ['AADSTS500011', 'other-cloud'],
    ['AADSTS500014', 'tenant-blocked'],
    ['AADSTS900439', 'other-cloud'],
    // Switched off by an organisation it would be an answer; as none, it is switched off everywhere.
    ['AADSTS7000112', 'application-misconfigured'],
  ])(
    'where the service got no token for Graph (%s), the cause is not the organisation’s: %s',
    (code, cause) => {
      const silent: ConsentAnswer = {
        tenantId: CONTOSO,
        checkedAt: '2026-01-15T09:00:00.000Z',
        outcome: 'no-answer',
        because: 'refused',
        code,
      };
      expect(verdictOf(heard(silent))).toMatchObject({ kind: 'unknown', cause, code });
    },
  );
});

describe('another tenant', () => {
  test('the account of another tenant than the mailbox is not judged, even if everything is granted there', () => {
    const consultant: ProbeReport = {
      ...grantedForTenant,
      mailbox: { domain: domain('fabrikam.example'), tenant: FABRIKAM },
    };
    expect(verdictOf(consultant)).toMatchObject({
      kind: 'unknown',
      because: 'account-of-another-tenant',
      cause: 'other-tenant',
    });
  });

  test('an alias of the same tenant is the same tenant', () => {
    const alias: ProbeReport = {
      ...grantedForTenant,
      mailbox: { domain: domain('contoso-mail.example'), tenant: CONTOSO },
    };
    expect(isGreen(verdictOf(alias))).toBe(true);
  });

  test('a mail domain that Microsoft did not place must be the account’s very own', () => {
    const own: ProbeReport = { ...grantedForTenant, mailbox: { domain: CONTOSO_DOMAIN } };
    const foreign: ProbeReport = { ...grantedForTenant, mailbox: { domain: domain('elsewhere.example') } };
    expect(isGreen(verdictOf(own))).toBe(true);
    expect(verdictOf(foreign)).toMatchObject({ kind: 'unknown', because: 'mailbox-of-unknown-tenant' });
  });

  test('the domain of a guest’s account is of the organisation that the guest comes from', () => {
    const { account, ...report } = grantedForTenant;
    if (!account) throw new Error('The evidence has no account');
    const elsewhere = domain('fabrikam.example');
    const guest: ProbeReport = {
      ...report,
      account: { ...account, home: FABRIKAM, domain: elsewhere },
      mailbox: { domain: elsewhere },
    };
    expect(verdictOf(guest)).toMatchObject({ kind: 'unknown', because: 'mailbox-of-unknown-tenant' });
  });

  test('F13: of a domain that Microsoft did not place it says "could not tell", not "another account"', () => {
    const foreign = { domain: domain('elsewhere.example') };
    for (const report of [grantedForTenant, nothingGranted, ownToken(ALL_DELEGATED)]) {
      expect(verdictOf({ ...report, mailbox: foreign })).toEqual({
        kind: 'unknown',
        because: 'mailbox-of-unknown-tenant',
        cause: 'mailbox-not-placed',
        next: 'wait-and-retry',
        tenant: CONTOSO,
      });
    }
    const { account, ...rest } = grantedForTenant;
    if (!account) throw new Error('The evidence has no account');
    const { domain: _, ...nameless } = account;
    expect(verdictOf({ ...rest, account: nameless, mailbox: { domain: CONTOSO_DOMAIN } })).toMatchObject({
      because: 'mailbox-of-unknown-tenant',
    });
  });

  test('F13: a refusal is told as it is, whether the mailbox was placed or not', () => {
    const unplaced = { ...notConsented, mailbox: { domain: domain('elsewhere.example') } };
    expect(verdictOf(unplaced)).toMatchObject({ kind: 'required', code: 'AADSTS65001' });
  });

  describe('a mailbox that the host calls personal', () => {
    const personal = { domain: domain('personal-mail.example'), kind: 'personal' } as const;

    test('is no organisation’s: nobody is sent to sign in, to wait or to an administrator', () => {
      for (const report of [
        noAccount,
        notConsented,
        nothingGranted,
        grantedForTenant,
        ownToken(ALL_DELEGATED),
      ]) {
        expect(verdictOf({ ...report, mailbox: personal })).toEqual({
          kind: 'unknown',
          because: 'mailbox-is-personal',
          cause: 'personal-mailbox',
        });
      }
      const elsewhere = { ...personal, tenant: FABRIKAM };
      expect(verdictOf({ ...grantedForTenant, mailbox: elsewhere })).toMatchObject({
        cause: 'personal-mailbox',
      });
    });

    test('is the account’s, where Microsoft does not say whose its very domain is', () => {
      const own = { domain: CONTOSO_DOMAIN, kind: 'personal' } as const;
      expect(isGreen(verdictOf({ ...grantedForTenant, mailbox: own }))).toBe(true);
      const guest = {
        tenant: CONTOSO,
        domain: CONTOSO_DOMAIN,
        home: FABRIKAM,
        adminHint: 'not-known',
      } as const;
      expect(verdictOf({ ...grantedForTenant, account: guest, mailbox: own })).toMatchObject({
        cause: 'personal-mailbox',
      });
    });

    test('leaves Microsoft the wait that it wants', () => {
      const throttled = refused('AADSTS50196: loop', { retryAfterMs: 90_000 });
      expect(verdictOf({ ...throttled, mailbox: personal })).toMatchObject({
        cause: 'personal-mailbox',
        retryAfterMs: 90_000,
      });
    });

    test('is what Microsoft says of it, where that names the account’s tenant for its domain', () => {
      const mailbox = { ...personal, tenant: CONTOSO };
      expect(isGreen(verdictOf({ ...grantedForTenant, mailbox }))).toBe(true);
      expect(verdictOf({ ...notConsented, mailbox })).toMatchObject({ kind: 'required' });
    });
  });

  test('a mailbox on the organisation’s own server is the organisation’s', () => {
    const mailbox = { domain: CONTOSO_DOMAIN, tenant: CONTOSO, kind: 'on-premises' } as const;
    expect(verdictOf({ ...grantedForTenant, mailbox })).toEqual(verdictOf(grantedForTenant));
  });

  test('F15: where Outlook does not tell whose mailbox it is, green says so', () => {
    const { mailbox: _, ...report } = grantedForTenant;
    expect(verdictOf(report)).toMatchObject({ kind: 'granted', breadth: 'tenant', mailbox: 'not-known' });
    expect(verdictOf(grantedForTenant)).not.toHaveProperty('mailbox');
  });

  test('a refusal in the wrong tenant does not call this one required', () => {
    const consultant: ProbeReport = {
      ...notConsented,
      mailbox: { domain: domain('fabrikam.example'), tenant: FABRIKAM },
    };
    expect(verdictOf(consultant)).toMatchObject({ kind: 'unknown', cause: 'other-tenant' });
  });
});

describe('a refusal', () => {
  test('65001 means that consent is required', () => {
    expect(verdictOf(notConsented)).toMatchObject({
      kind: 'required',
      because: 'refusal-explained',
      code: 'AADSTS65001',
    });
  });

  test('a host that says InteractionRequired without a number: consent or sign-in, not known which', () => {
    const windows = refused('InteractionRequired { Context: Domain com.microsoft.oneauth Code 2 }', {
      errorCode: '2',
    });
    expect(verdictOf(windows)).toMatchObject({
      kind: 'sign-in-needed',
      maybeConsent: true,
      because: 'refusal-without-a-number',
    });
  });

  test('a loop that Entra broke off is not missing consent', () => {
    expect(
      verdictOf(
        refused(
          'AADSTS50196: The server terminated an operation because it encountered a client request loop',
        ),
      ),
    ).toMatchObject({ kind: 'unknown', code: 'AADSTS50196' });
  });

  test('a number that nobody foresaw is unknown, with the number', () => {
    expect(verdictOf(refused('AADSTS999999: something new', { errorClass: 'server' }))).toMatchObject({
      kind: 'unknown',
      because: 'unforeseen-refusal',
      code: 'AADSTS999999',
    });
  });

  test('F5: with the number, a sign-in is offered where MSAL says that a person has to act', () => {
    expect(verdictOf(refused('AADSTS999999: something new'))).toMatchObject({
      kind: 'sign-in-needed',
      because: 'unforeseen-refusal',
      maybeConsent: true,
      code: 'AADSTS999999',
      next: 'sign-in',
    });
  });
});

describe('the pane alone, with the service away', () => {
  test('a token for everything is not green, and says that it is unproven', () => {
    expect(verdictOf(ownToken(ALL_DELEGATED))).toMatchObject({
      kind: 'granted',
      breadth: 'unproven',
      because: 'token-holds-all',
    });
  });

  test('no token for the service is another reason than a service that is away', () => {
    const away = verdictOf(ownToken(ALL_DELEGATED));
    const noToken = verdictOf({
      ...ownToken(ALL_DELEGATED),
      seen: { kind: 'graph-token', scopes: ALL_DELEGATED, service: { why: 'no-token' } },
    });
    expect(noToken).toMatchObject({ kind: 'granted', breadth: 'unproven', cause: 'request-malformed' });
    expect([isServiceAway(away), isServiceAway(noToken)]).toEqual([true, false]);
  });

  test('a token that lacks a permission is partial', () => {
    expect(verdictOf(ownToken(['User.Read', 'openid', 'profile', 'email']))).toMatchObject({
      kind: 'partial',
      breadth: 'unproven',
      because: 'token-lacks-some',
    });
  });

  test('a token that cannot be read proves nothing', () => {
    expect(verdictOf(ownToken(undefined))).toMatchObject({ kind: 'unknown', because: 'token-unreadable' });
  });
});

test('nobody signed in, and no network', () => {
  expect(verdictOf(noAccount)).toMatchObject({
    kind: 'sign-in-needed',
    because: 'no-account',
    maybeConsent: false,
  });
  expect(verdictOf(unreachable)).toMatchObject({ kind: 'unknown', cause: 'network-unreachable' });
});

describe('whatever is seen', () => {
  const permissionAnswers: fc.Arbitrary<readonly PermissionAnswer[]> = fc.array(
    fc.record({
      scope: fc.constantFrom(...PERMISSION_SET.map(({ scope }) => scope), 'Files.Read'),
      kind: fc.constantFrom('delegated' as const, 'application' as const),
      state: fc.constantFrom(
        'tenant' as const,
        'this-user' as const,
        'missing' as const,
        'not-known' as const,
      ),
    }),
    { maxLength: 30 },
  );
  const tenant = fc.constantFrom(CONTOSO, FABRIKAM);
  const checked = fc.record({
    tenantId: tenant,
    checkedAt: fc.constant('2026-01-15T09:00:00Z'),
    outcome: fc.constant('checked' as const),
    permissions: permissionAnswers,
    proof: fc.constantFrom(
      { by: 'application' as const },
      { by: 'look' as const, seenAt: '2026-01-15T09:00:00Z' },
    ),
  });
  const noAnswer = fc.record({
    tenantId: tenant,
    checkedAt: fc.constant('2026-01-15T09:00:00Z'),
    outcome: fc.constant('no-answer' as const),
    because: fc.constantFrom(
      'refused' as const,
      'throttled' as const,
      'unreachable' as const,
      'unexpected' as const,
    ),
    code: fc.constantFrom('AADSTS65001', 'AADSTS700016', 'AADSTS50196', 'garbage'),
  });
  const text = fc.oneof(
    fc.string(),
    fc.constantFrom(
      'AADSTS65001',
      'AADSTS50196',
      'AADSTS90033',
      'AADSTS999999',
      '{"access_token":"granted"}',
      'admin_consent=True',
    ),
  );
  const anyRefusal = fc.record({
    errorClass: fc.constantFrom(
      'interaction-required' as const,
      'server' as const,
      'client-auth' as const,
      'browser-auth' as const,
      'auth' as const,
      'other' as const,
    ),
    errorCode: fc.oneof(
      fc.string(),
      fc.constantFrom('invalid_grant', 'temporarily_unavailable', 'no_network_connectivity', '2'),
    ),
    text,
  });
  const scopes = fc.option(fc.subarray([...ALL_DELEGATED, 'Files.Read']), { nil: undefined });
  const seen: fc.Arbitrary<Evidence> = fc.oneof(
    fc.record({ kind: fc.constant('service' as const), answer: fc.oneof(checked, noAnswer) }),
    fc.record({
      kind: fc.constant('service' as const),
      answer: checked,
      own: fc.oneof(
        fc.record({ kind: fc.constant('token' as const), scopes }),
        fc.record({ kind: fc.constant('refused' as const), refusal: anyRefusal }),
      ),
    }),
    fc.record({
      kind: fc.constant('graph-token' as const),
      scopes,
      service: fc.record({
        why: fc.constantFrom('unreachable' as const, 'throttled' as const, 'failed' as const),
      }),
    }),
    fc.record({ kind: fc.constant('refused' as const), refusal: anyRefusal }),
    fc.record({ kind: fc.constant('no-account' as const) }),
    fc.record({
      kind: fc.constant('unreachable' as const),
      what: fc.constantFrom('network' as const, 'microsoft' as const, 'host' as const),
    }),
  );
  const report: fc.Arbitrary<ProbeReport> = fc
    .record(
      {
        seen,
        silentTokenRequests: fc.nat(2),
        mailbox: fc.record({ domain: fc.constant(CONTOSO_DOMAIN), tenant }),
        account: fc.record({
          tenant,
          domain: fc.constant(CONTOSO_DOMAIN),
          adminHint: fc.constant('not-known' as const),
        }),
      },
      { requiredKeys: ['seen', 'silentTokenRequests'] },
    )
    .map((made) => made as ProbeReport);

  /** Everything granted for all, and zero to three places of it broken: what is made at random is hardly ever green. */
  const mostly = <T>(usual: T, ...others: readonly T[]): fc.Arbitrary<T> =>
    fc.oneof(
      { weight: 9, arbitrary: fc.constant(usual) },
      { weight: 1, arbitrary: fc.constantFrom(...others) },
    );
  const nearlyGreen: fc.Arbitrary<ProbeReport> = fc
    .record({
      application: fc.constantFrom('tenant' as const, 'missing' as const),
      broken: fc.array(
        fc.tuple(
          fc.constantFrom(...PERMISSION_SET),
          fc.constantFrom('tenant' as const, 'this-user' as const, 'missing' as const, 'not-known' as const),
        ),
        { maxLength: 2 },
      ),
      proof: fc.constantFrom(
        { by: 'application' as const },
        { by: 'look' as const, seenAt: '2026-01-15T09:00:00Z' },
        undefined,
      ),
      lostScope: mostly<string | undefined>(undefined, ...ALL_DELEGATED),
      own: mostly<'token' | 'unreadable' | 'refused' | 'none'>('token', 'unreadable', 'refused', 'none'),
      why: anyRefusal,
      told: mostly(CONTOSO, FABRIKAM),
      mailbox: mostly<typeof CONTOSO | undefined>(CONTOSO, FABRIKAM, undefined),
      account: mostly(CONTOSO, FABRIKAM),
    })
    .map(({ application, broken, proof, lostScope, own, why, told, mailbox, account }) => {
      const { proof: _, ...without } = answer((permission) => {
        const here = broken.find(([one]) => one === permission);
        if (here !== undefined) return here[1];
        return permission.kind === 'application' ? application : 'tenant';
      }, told) as CheckedAnswer;
      const named = ALL_DELEGATED.filter((scope) => scope !== lostScope);
      return {
        silentTokenRequests: 1,
        mailbox: { domain: CONTOSO_DOMAIN, tenant: mailbox },
        account: { tenant: account, domain: CONTOSO_DOMAIN, adminHint: 'not-known' },
        seen: {
          kind: 'service',
          answer: proof === undefined ? without : { ...without, proof },
          ...(own === 'none'
            ? {}
            : {
                own:
                  own === 'refused'
                    ? { kind: 'refused', refusal: why }
                    : { kind: 'token', scopes: own === 'token' ? named : undefined },
              }),
        },
      };
    });
  const anything = fc.oneof(report, nearlyGreen);

  test('nothing but a full proof is green', () => {
    let greens = 0;
    fc.assert(
      fc.property(anything, (one) => {
        if (!isGreen(verdictOf(one))) return;
        greens += 1;
        const { seen: evidence, account, mailbox } = one;
        // What the proof is, said a second time and in other words than in the core.
        expect(evidence.kind).toBe('service');
        if (evidence.kind !== 'service' || evidence.answer.outcome !== 'checked')
          throw new Error('green without a check');
        const { permissions, tenantId } = evidence.answer;
        const first = (scope: string, kind: string) =>
          permissions.find((told) => told.scope === scope && told.kind === kind);
        const wantsAutopilot = PERMISSION_SET.some(
          ({ scope, kind }) => kind === 'application' && first(scope, kind)?.state === 'tenant',
        );
        const byLook = evidence.answer.proof?.by === 'look';
        const own = evidence.own?.kind === 'token' ? evidence.own.scopes : undefined;
        for (const permission of PERMISSION_SET) {
          const { scope, kind, required, impliedByAnyGrant, provesGrants } = permission;
          if (!required || impliedByAnyGrant === true) continue;
          if (kind === 'application' && !wantsAutopilot) continue;
          const proofIsNotNeeded = wantsAutopilot || evidence.answer.proof?.by === 'application';
          if (kind === 'delegated' && provesGrants === true && proofIsNotNeeded) continue;
          expect(first(scope, kind)?.state).toBe('tenant');
          if (byLook && kind === 'delegated') expect(own).toContain(scope);
        }
        expect(account?.tenant).toBe(tenantId);
        if (mailbox?.tenant !== undefined) expect(mailbox.tenant).toBe(tenantId);
      }),
      { numRuns: 5000 },
    );
    // About a third of what is nearly green is so; a search that hardly meets a green proves nothing.
    expect(greens).toBeGreaterThan(200);
  });

  test('a full proof, once broken anywhere, is not green', () => {
    const required = PERMISSION_SET.filter(
      ({ required: isRequired, impliedByAnyGrant, provesGrants, kind }) =>
        isRequired && impliedByAnyGrant !== true && !(provesGrants === true && kind === 'delegated'),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...required),
        fc.constantFrom('this-user' as const, 'missing' as const, 'not-known' as const),
        (broken, state) => {
          const almost = heard(answer((permission) => (permission === broken ? state : 'tenant')));
          expect(isGreen(verdictOf(almost))).toBe(false);
        },
      ),
    );
  });

  /** Nothing granted, by an answer or by a refusal, and sometimes something of it that is not known. */
  const nearlyRequired: fc.Arbitrary<ProbeReport> = fc.oneof(
    fc
      .array(
        fc.tuple(
          fc.constantFrom(...PERMISSION_SET),
          fc.constantFrom('tenant' as const, 'this-user' as const, 'not-known' as const),
        ),
        { maxLength: 2 },
      )
      .map((broken) =>
        heard(answer((permission) => broken.find(([one]) => one === permission)?.[1] ?? 'missing')),
      ),
    anyRefusal.map((one) => refused(one.text, one)),
  );

  test('no throttle, network failure or unforeseen outcome is called required', () => {
    let byRefusal = 0;
    let byAnswer = 0;
    fc.assert(
      fc.property(fc.oneof(report, nearlyRequired), (one) => {
        const verdict = verdictOf(one);
        if (verdict.kind !== 'required') return;
        const { seen: evidence } = one;
        if (evidence.kind === 'refused') byRefusal += 1;
        else byAnswer += 1;
        // Required stands on a refusal that names missing consent, or on a check that found nothing for all.
        if (evidence.kind === 'refused') {
          expect(verdict.code ?? evidence.refusal.errorCode).toMatch(
            /^AADSTS(65001|700016)$|consent_required/,
          );
        } else {
          expect(evidence.kind === 'service' && evidence.answer.outcome).toBe('checked');
        }
      }),
      { numRuns: 5000 },
    );
    expect(byRefusal).toBeGreaterThan(100);
    expect(byAnswer).toBeGreaterThan(100);
  });

  test('something is missing, and of the rest nobody knows: nothing is called required', () => {
    const told = answer(({ kind }) => (kind === 'application' ? 'missing' : 'not-known'));
    expect(verdictOf(heard(told))).toMatchObject({ kind: 'partial', because: 'some-missing' });
  });

  test('half of Autopilot is granted, and the user holds the rest alone: what lacks is named', () => {
    const first = PERMISSION_SET.find(({ kind, required }) => kind === 'application' && required);
    const half = answer((permission) => {
      if (permission.kind === 'delegated') return 'this-user';
      return permission === first ? 'tenant' : 'missing';
    });
    expect(verdictOf(heard(half))).toMatchObject({ kind: 'partial', because: 'some-missing' });
  });

  test('a refusal of the own token tells its own id, which Microsoft’s support asks for', () => {
    const told = answerUnproved(({ kind }) => (kind === 'application' ? 'missing' : 'not-known'));
    const verdict = verdictOf({
      ...MIA,
      seen: {
        kind: 'service',
        answer: { ...told, correlationId: 'of-the-service' },
        own: {
          kind: 'refused',
          refusal: refusal('AADSTS53003: Access has been blocked.', { correlationId: 'of-the-refusal' }),
        },
      },
    });
    expect(verdict).toMatchObject({ because: 'refusal-explained', correlationId: 'of-the-refusal' });
  });

  test('an empty permission set proves nothing', () => {
    expect(isGreen(judge(grantedForTenant, []))).toBe(false);
  });
});
