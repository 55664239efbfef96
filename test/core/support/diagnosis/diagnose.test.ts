import fc from 'fast-check';
import { CLOUD_NAMES, CLOUDS } from '../../../../src/core/cloud';
import { initialState } from '../../../../src/core/pane/state';
import { PERMISSION_SET } from '../../../../src/core/permission-set';
import { permissionId } from '../../../../src/core/permissions';
import { parseDomain, parseTenantId } from '../../../../src/core/tenant';
import { diagnose } from '../../../../src/core/support/diagnosis/diagnose';
import {
  DIAGNOSES,
  type Diagnosis,
  type DiagnosisName,
  type KnownFacts,
  type Surroundings,
} from '../../../../src/core/support/diagnosis/diagnosis';
import { SPREADING_MS } from '../../../../src/core/asking/watch';
import { applicationsUrl } from '../../../../src/core/support/portals';
import type { Finding, Verdict } from '../../../../src/core/consent/verdict';

const CONTOSO = parseTenantId('11111111-aaaa-4bbb-8ccc-111111111111')!;
const FABRIKAM = parseTenantId('22222222-aaaa-4bbb-8ccc-222222222222')!;
const CONTOSO_COM = parseDomain('contoso.com')!;
const CONTOSO_DE = parseDomain('contoso.de')!;
const FABRIKAM_COM = parseDomain('fabrikam.com')!;
const CLIENT_ID = '33333333-aaaa-4bbb-8ccc-333333333333';
const NOW_MS = Date.parse('2026-03-02T10:00:00Z');
const LOGIN = CLOUDS.global.loginOrigin;

const findings = (state: Finding['state']): readonly Finding[] =>
  PERMISSION_SET.map((permission) => ({ id: permissionId(permission), permission, state }));

const GREEN: Verdict = {
  kind: 'granted',
  because: 'all-granted-for-tenant',
  breadth: 'tenant',
  tenant: CONTOSO,
  findings: findings('tenant'),
};
const REQUIRED: Verdict = {
  kind: 'required',
  because: 'refusal-explained',
  cause: 'not-consented',
  code: 'AADSTS65001',
  correlationId: '55555555-aaaa-4bbb-8ccc-555555555555',
  findings: findings('missing'),
};
const NOTHING_GRANTED: Verdict = {
  kind: 'required',
  because: 'nothing-granted',
  cause: 'not-consented',
  findings: findings('missing'),
};

const MIA: KnownFacts = {
  setup: { clientId: CLIENT_ID, cloudName: 'global' },
  verdict: REQUIRED,
  online: true,
  mailbox: { domain: CONTOSO_COM, tenant: CONTOSO },
  account: { tenant: CONTOSO, domain: CONTOSO_COM },
  dialog: { phase: 'idle' },
  history: [],
  hostKeepsRefusal: false,
};

const run = (
  facts: Partial<KnownFacts> = {},
  surroundings: Partial<Surroundings> = {},
): readonly Diagnosis[] => diagnose({ ...MIA, ...facts }, { nowMs: NOW_MS, ...surroundings });

function diagnosed(
  name: DiagnosisName,
  facts: Partial<KnownFacts> = {},
  surroundings: Partial<Surroundings> = {},
): Diagnosis {
  const found = run(facts, surroundings).find((one) => one.name === name);
  if (!found) throw new Error(`No diagnosis ${name}`);
  return found;
}

/** Result and reason in one line, and what to do. */
const told = ({ result, reason, next }: Diagnosis): readonly string[] => [
  `${result}: ${reason}`,
  ...next.map((step) => step.do),
];

const without = <K extends keyof KnownFacts>(key: K): KnownFacts => {
  const { [key]: _, ...rest } = MIA;
  return rest as KnownFacts;
};

const returned = (agoMs: number) => ({
  number: 1,
  kind: 'returned' as const,
  at: new Date(NOW_MS - agoMs).toISOString(),
});

describe('all diagnoses together', () => {
  test("the app's state is facts as it is", () => {
    const state = initialState({
      set: PERMISSION_SET,
      clientId: CLIENT_ID,
      cloudName: 'global',
      loginOrigin: LOGIN,
      graphOrigin: CLOUDS.global.graphOrigin,
      origin: 'https://consent.extendsync.example',
    });
    const diagnoses = diagnose(state, { nowMs: NOW_MS });
    expect(diagnoses.map(({ name }) => name)).toEqual(DIAGNOSES);
    // Before the first answer nothing is claimed either way.
    expect(diagnoses.filter(({ result }) => result === 'passed' || result === 'failed')).toEqual([]);
  });

  test('a healthy organisation fails nothing', () => {
    const diagnoses = run({ verdict: GREEN }, { signIn: 'bridge', storage: 'open' });
    expect(diagnoses.filter(({ result }) => result === 'failed' || result === 'not-known')).toEqual([]);
  });

  test('whatever the facts say, each diagnosis has one result, and a failed one has a next step', () => {
    const arbitraryVerdict = fc.constantFrom<Verdict>(
      GREEN,
      REQUIRED,
      NOTHING_GRANTED,
      { kind: 'checking', because: 'nobody-asked-yet' },
      { kind: 'sign-in-needed', because: 'no-account', maybeConsent: false },
      { kind: 'blocked', because: 'user-not-assigned', cause: 'user-not-assigned' },
      { kind: 'blocked', because: 'refusal-explained', cause: 'conditional-access', code: 'AADSTS53003' },
      { kind: 'blocked', because: 'application-disabled', cause: 'application-disabled' },
      { kind: 'unknown', because: 'no-answer', cause: 'host-unavailable' },
      { kind: 'unknown', because: 'answer-about-another-tenant', cause: 'other-tenant' },
      {
        kind: 'granted',
        because: 'token-holds-all',
        breadth: 'unproven',
        tenant: CONTOSO,
        findings: findings('held'),
      },
    );
    const tenant = fc.constantFrom(undefined, CONTOSO, FABRIKAM);
    const domain = fc.constantFrom(CONTOSO_COM, CONTOSO_DE, FABRIKAM_COM);
    fc.assert(
      fc.property(
        fc.record({
          verdict: arbitraryVerdict,
          online: fc.boolean(),
          mailbox: fc.option(fc.tuple(domain, tenant)),
          account: fc.option(fc.tuple(fc.constantFrom(CONTOSO, FABRIKAM), fc.option(domain))),
          cloudName: fc.constantFrom(...CLOUD_NAMES),
          how: fc.constantFrom('accepted', 'other-tenant', 'denied', 'failed'),
          ended: fc.boolean(),
          atMs: fc.oneof(fc.integer(), fc.constantFrom(Number.NaN, Number.MAX_SAFE_INTEGER)),
          at: fc.oneof(fc.string(), fc.constantFrom(new Date(NOW_MS).toISOString(), '')),
          consentedIn: tenant,
          signIn: fc.constantFrom(undefined, 'bridge', 'standard', 'no-host'),
          storage: fc.constantFrom(undefined, 'open', 'blocked'),
          hostKeepsRefusal: fc.boolean(),
        }),
        (seen) => {
          const diagnoses = diagnose(
            {
              setup: { clientId: CLIENT_ID, cloudName: seen.cloudName },
              verdict: seen.verdict,
              online: seen.online,
              ...(seen.mailbox === null
                ? {}
                : {
                    mailbox: {
                      domain: seen.mailbox[0],
                      ...(seen.mailbox[1] === undefined ? {} : { tenant: seen.mailbox[1] }),
                    },
                  }),
              ...(seen.account === null
                ? {}
                : {
                    account: {
                      tenant: seen.account[0],
                      ...(seen.account[1] === null ? {} : { domain: seen.account[1] }),
                    },
                  }),
              dialog: seen.ended
                ? { phase: 'ended', how: seen.how as 'accepted', atMs: seen.atMs }
                : { phase: 'idle' },
              history: [{ number: 1, kind: 'returned', at: seen.at }],
              hostKeepsRefusal: seen.hostKeepsRefusal,
              consentedIn: seen.consentedIn,
            },
            {
              nowMs: NOW_MS,
              ...(seen.signIn === undefined ? {} : { signIn: seen.signIn }),
              ...(seen.storage === undefined ? {} : { storage: seen.storage }),
            },
          );
          expect(diagnoses.map(({ name }) => name)).toEqual(DIAGNOSES);
          for (const { result, next } of diagnoses) {
            if (result === 'failed') expect(next.length).toBeGreaterThan(0);
            for (const step of next) {
              if (step.do === 'wait') expect(step.untilMs).toBeLessThanOrEqual(NOW_MS + SPREADING_MS);
              if ('url' in step && step.url !== undefined) expect(new URL(step.url).protocol).toBe('https:');
            }
          }
          // None of them may blame the consent that Microsoft has just confirmed.
          if (seen.verdict === GREEN) {
            const aboutConsent = diagnoses.filter(({ name }) =>
              ['consent-tenant', 'grant-spread', 'consent-breadth'].includes(name),
            );
            expect(aboutConsent.map(({ result }) => result)).toEqual(['passed', 'passed', 'passed']);
          }
        },
      ),
    );
  });
});

describe('the mailbox and the account', () => {
  test('the same tenant', () => {
    expect(told(diagnosed('mailbox-of-account'))).toEqual(['passed: as-it-should-be']);
    expect(told(diagnosed('alias-domain'))).toEqual(['does-not-apply: same-domain']);
    expect(told(diagnosed('consultant'))).toEqual(['does-not-apply: as-it-should-be']);
  });

  test('two domains of one tenant are aliases', () => {
    const facts = { mailbox: { domain: CONTOSO_DE, tenant: CONTOSO } };
    expect(told(diagnosed('mailbox-of-account', facts))).toEqual(['passed: as-it-should-be']);
    expect(told(diagnosed('alias-domain', facts))).toEqual(['passed: alias']);
    expect(diagnosed('alias-domain', facts).values).toEqual({
      mailDomain: 'contoso.de',
      accountDomain: 'contoso.com',
    });
  });

  test('another tenant: the wrong account, or a consultant, who may ignore the missing check mark', () => {
    const facts = { account: { tenant: FABRIKAM, domain: FABRIKAM_COM } };
    expect(told(diagnosed('mailbox-of-account', facts))).toEqual([
      'failed: other-tenant',
      'sign-in-with-other-account',
    ]);
    expect(told(diagnosed('consultant', facts))).toEqual([
      'not-known: consultant-or-wrong-account',
      'ignore-missing-mark',
      'sign-in-with-other-account',
    ]);
    expect(told(diagnosed('alias-domain', facts))).toEqual(['does-not-apply: other-tenant']);
  });

  test('a mailbox that is none of Microsoft 365 is told as the first thing that is wrong', () => {
    const personal = { domain: CONTOSO_COM, kind: 'personal' } as const;
    const verdict = { kind: 'unknown', because: 'mailbox-is-personal', cause: 'personal-mailbox' } as const;
    expect(told(diagnosed('mailbox-of-account', { mailbox: personal, verdict }))).toEqual([
      'failed: personal',
      'sign-in-with-other-account',
    ]);
    const own = { domain: CONTOSO_COM, tenant: CONTOSO, kind: 'on-premises' } as const;
    expect(told(diagnosed('mailbox-of-account', { mailbox: own, verdict: GREEN }))).toEqual([
      'failed: on-premises',
    ]);
  });

  test('a guest is told that this organisation’s approval counts, and its domain is nobody’s alias', () => {
    const account = { tenant: CONTOSO, home: FABRIKAM, domain: FABRIKAM_COM };
    expect(told(diagnosed('mailbox-of-account', { account }))).toEqual(['passed: guest']);
    expect(told(diagnosed('alias-domain', { account }))).toEqual(['does-not-apply: other-tenant']);
    expect(told(diagnosed('consultant', { account, verdict: GREEN }))).toEqual(['does-not-apply: guest']);
    expect(told(diagnosed('consultant', { account }))).toEqual([
      'does-not-apply: guest',
      'ignore-missing-mark',
      'sign-in-with-other-account',
    ]);
  });

  test('Microsoft says that the account is not in the tenant', () => {
    const verdict: Verdict = {
      kind: 'sign-in-needed',
      because: 'refusal-explained',
      cause: 'account-not-in-tenant',
      code: 'AADSTS50020',
      maybeConsent: false,
    };
    const found = diagnosed('consultant', { verdict });
    expect(told(found)[0]).toBe('failed: account-not-in-tenant');
    expect(found.values.code).toBe('AADSTS50020');
  });

  test("the mailbox's tenant could not be found out: the same domain will do, another proves nothing", () => {
    expect(told(diagnosed('mailbox-of-account', { mailbox: { domain: CONTOSO_COM } }))[0]).toBe(
      'passed: same-domain',
    );
    const other = { mailbox: { domain: FABRIKAM_COM } };
    expect(told(diagnosed('mailbox-of-account', other))[0]).toBe('not-known: tenant-not-named');
    expect(told(diagnosed('alias-domain', other))[0]).toBe('not-known: tenant-not-named');
    expect(told(diagnosed('consultant', other))[0]).toBe('not-known: tenant-not-named');
  });

  test('the domain of a guest’s account proves nothing either: it is of the organisation that the guest comes from', () => {
    const facts = {
      mailbox: { domain: FABRIKAM_COM },
      account: { tenant: CONTOSO, home: FABRIKAM, domain: FABRIKAM_COM },
    };
    expect(told(diagnosed('mailbox-of-account', facts))[0]).toBe('not-known: tenant-not-named');
    expect(told(diagnosed('consultant', facts))[0]).toBe('not-known: tenant-not-named');
  });

  test('nothing is said while a side is missing', () => {
    for (const name of ['mailbox-of-account', 'alias-domain', 'consultant'] as const) {
      const noMailbox = diagnose(without('mailbox'), { nowMs: NOW_MS }).find((one) => one.name === name);
      const noAccount = diagnose(without('account'), { nowMs: NOW_MS }).find((one) => one.name === name);
      expect(noMailbox?.reason).toBe('mailbox-not-known');
      expect(noAccount?.reason).toBe('account-not-known');
      expect([noMailbox?.result, noAccount?.result]).toEqual(['not-known', 'not-known']);
      // One way to sign in is enough.
      expect(noAccount?.next).toEqual(name === 'mailbox-of-account' ? [{ do: 'sign-in' }] : []);
    }
  });

  test('a service that answers about another tenant outweighs domains that agree', () => {
    const verdict: Verdict = {
      kind: 'unknown',
      because: 'answer-about-another-tenant',
      cause: 'other-tenant',
    };
    expect(told(diagnosed('mailbox-of-account', { verdict }))[0]).toBe('failed: other-tenant');
  });
});

describe('consent in the wrong tenant', () => {
  const wrongApproval = { dialog: { phase: 'ended', how: 'other-tenant', atMs: NOW_MS - 1000 } } as const;

  test('how to give it in the right one, and to undo the other', () => {
    const found = diagnosed('consent-tenant', { ...wrongApproval, consentedIn: FABRIKAM });
    expect(told(found)).toEqual(['failed: wrong-tenant', 'approve-for-tenant', 'undo-consent']);
    expect(found.next).toEqual([
      { do: 'approve-for-tenant', tenant: CONTOSO_COM },
      {
        do: 'undo-consent',
        tenant: FABRIKAM,
        url: `https://portal.azure.com/${FABRIKAM}/#view/Microsoft_AAD_IAM/StartboardApplicationsMenuBlade/~/AppAppsPreview`,
      },
    ]);
  });

  test('where it was is not known: the list of applications without a tenant', () => {
    const found = diagnosed('consent-tenant', wrongApproval);
    expect(found.next).toEqual([
      { do: 'approve-for-tenant', tenant: CONTOSO_COM },
      {
        do: 'undo-consent',
        url: 'https://portal.azure.com/#view/Microsoft_AAD_IAM/StartboardApplicationsMenuBlade/~/AppAppsPreview',
      },
    ]);
  });

  test("the mailbox's tenant is not known: its domain names the right one", () => {
    const found = diagnosed('consent-tenant', { ...wrongApproval, mailbox: { domain: CONTOSO_DE } });
    expect(found.next[0]).toEqual({ do: 'approve-for-tenant', tenant: CONTOSO_DE });
  });

  test('right by now: only the undoing is left', () => {
    const found = diagnosed('consent-tenant', { ...wrongApproval, verdict: GREEN, consentedIn: FABRIKAM });
    expect(told(found)).toEqual(['passed: right-now-wrong-before', 'undo-consent']);
  });

  test('the very tenant of the mailbox is not a wrong one', () => {
    expect(told(diagnosed('consent-tenant', { consentedIn: CONTOSO }))).toEqual([
      'does-not-apply: nobody-returned',
    ]);
  });

  test('the right one was approved after it: nobody is sent to approve once more', () => {
    const dialog = { phase: 'ended', how: 'accepted', atMs: NOW_MS - 1000 } as const;
    expect(told(diagnosed('consent-tenant', { dialog, consentedIn: FABRIKAM }))).toEqual([
      'not-known: not-proven',
      'check-now',
      'undo-consent',
    ]);
  });

  test('in a national cloud its own portal, in an own cloud no link that would be wrong', () => {
    expect(applicationsUrl('china', CONTOSO)).toContain('https://portal.azure.cn/');
    expect(applicationsUrl('usgov', undefined)).toContain('https://portal.azure.us/');
    expect(applicationsUrl('custom', CONTOSO)).toBeUndefined();
    const own = { setup: { clientId: CLIENT_ID, cloudName: 'custom' } } as const;
    expect(diagnosed('consent-tenant', { ...wrongApproval, ...own }).next[1]).toEqual({ do: 'undo-consent' });
    expect(told(diagnosed('consent-tenant', { ...wrongApproval, ...own }))).toEqual([
      'failed: wrong-tenant',
      'approve-for-tenant',
      'undo-consent',
    ]);
  });
});

describe('what the organisation stops', () => {
  const blocked = (cause: 'user-not-assigned' | 'application-disabled' | 'conditional-access'): Verdict => ({
    kind: 'blocked',
    because: 'refusal-explained',
    cause,
    code: 'AADSTS50105',
    correlationId: 'corr',
  });

  test('the user is not assigned', () => {
    const found = diagnosed('user-assigned', { verdict: blocked('user-not-assigned') });
    expect(told(found)).toEqual(['failed: not-assigned', 'assign-user']);
    expect(found.values).toEqual({ code: 'AADSTS50105', correlationId: 'corr' });
    expect(found.next[0]).toMatchObject({ tenant: CONTOSO });
  });

  test('the application is disabled', () => {
    expect(told(diagnosed('application-enabled', { verdict: blocked('application-disabled') }))).toEqual([
      'failed: disabled',
      'enable-application',
    ]);
    expect(told(diagnosed('user-assigned', { verdict: blocked('application-disabled') }))[0]).toBe(
      'not-known: not-asked-yet',
    );
  });

  test('the application is not there at all, which no more than a grant cures', () => {
    const verdict: Verdict = { ...REQUIRED, cause: 'application-not-in-tenant' };
    expect(told(diagnosed('application-enabled', { verdict }))).toEqual([
      'does-not-apply: not-in-tenant-yet',
      'approve',
    ]);
  });

  test.each([
    ['conditional-access', 'failed: policy', 'ask-admin-about-policy'],
    ['device-not-compliant', 'failed: device', 'ask-admin-about-policy'],
    ['multi-factor-needed', 'failed: multi-factor', 'sign-in'],
  ] as const)('%s', (cause, line, step) => {
    const verdict: Verdict = { kind: 'blocked', because: 'refusal-explained', cause };
    expect(told(diagnosed('conditional-access', { verdict }))).toEqual([line, step]);
  });

  test('a token was given, so none of these stands in the way', () => {
    for (const name of ['user-assigned', 'application-enabled', 'conditional-access'] as const)
      expect(told(diagnosed(name, { verdict: NOTHING_GRANTED }))).toEqual(['passed: as-it-should-be']);
  });

  test('a refusal for want of consent says nothing about them', () => {
    for (const name of ['user-assigned', 'application-enabled', 'conditional-access'] as const)
      expect(diagnosed(name).result).toBe('not-known');
  });
});

describe('a grant that is on its way', () => {
  test('nobody has come back', () => {
    expect(told(diagnosed('grant-spread'))).toEqual(['does-not-apply: nobody-returned']);
  });

  test('just now: wait, with the time until when', () => {
    const found = diagnosed('grant-spread', { history: [returned(60_000)] });
    expect(told(found)).toEqual(['not-known: spreading', 'wait', 'check-now']);
    expect(found.next[0]).toEqual({ do: 'wait', untilMs: NOW_MS - 60_000 + SPREADING_MS });
    expect(found.values.returnedAtMs).toBe(NOW_MS - 60_000);
  });

  test('within the second, and ahead of our clock: it has just happened, and is told without a time', () => {
    const saidOf = (agoMs: number): unknown =>
      diagnosed('grant-spread', { history: [returned(agoMs)] }).values.returnedAtMs;
    expect([999, 0, -3_600_000].map(saidOf)).toEqual([undefined, undefined, undefined]);
    expect(saidOf(1000)).toBe(NOW_MS - 1000);
  });

  test('long enough, and still refused', () => {
    expect(told(diagnosed('grant-spread', { history: [returned(SPREADING_MS)] }))).toEqual([
      'failed: still-refused',
      'check-now',
      'reopen-outlook',
    ]);
  });

  test('long enough, but Microsoft gives no answer: that proves nothing', () => {
    const verdict: Verdict = { kind: 'unknown', because: 'no-answer', cause: 'network-unreachable' };
    expect(told(diagnosed('grant-spread', { verdict, history: [returned(SPREADING_MS)] }))[0]).toBe(
      'not-known: not-proven',
    );
  });

  test('the dialog counts as well as the link, and the later of the two decides', () => {
    const dialog = { phase: 'ended', how: 'accepted', atMs: NOW_MS - 1000 } as const;
    expect(
      diagnosed('grant-spread', { dialog, history: [returned(SPREADING_MS * 2)] }).values.returnedAtMs,
    ).toBe(NOW_MS - 1000);
  });

  test('a clock that is ahead, and a time that is none', () => {
    const ahead = diagnosed('grant-spread', { history: [returned(-3_600_000)] });
    expect(ahead.next[0]).toEqual({ do: 'wait', untilMs: NOW_MS + SPREADING_MS });
    expect(
      told(diagnosed('grant-spread', { history: [{ number: 1, kind: 'returned', at: 'yesterday' }] })),
    ).toEqual(['does-not-apply: nobody-returned']);
  });

  test('a denial is no return', () => {
    const history = [{ ...returned(1000), kind: 'denied' as const }];
    expect(told(diagnosed('grant-spread', { history }))).toEqual(['does-not-apply: nobody-returned']);
  });
});

describe('how far the consent reaches', () => {
  test('only you', () => {
    const verdict: Verdict = {
      kind: 'granted',
      because: 'held-by-this-user',
      breadth: 'this-user',
      tenant: CONTOSO,
      findings: findings('this-user'),
    };
    expect(told(diagnosed('consent-breadth', { verdict }))).toEqual([
      'failed: only-you',
      'approve',
      'share',
      'open-my-apps',
    ]);
    const china = { setup: { clientId: CLIENT_ID, cloudName: 'china' } } as const;
    expect(told(diagnosed('consent-breadth', { verdict, ...china }))).toEqual([
      'failed: only-you',
      'approve',
      'share',
    ]);
  });

  test('the service is away: a token alone proves nothing about the organisation', () => {
    const verdict: Verdict = {
      kind: 'granted',
      because: 'token-holds-all',
      cause: 'service-unavailable',
      breadth: 'unproven',
      tenant: CONTOSO,
      findings: findings('held'),
    };
    expect(told(diagnosed('consent-breadth', { verdict }))[0]).toBe('not-known: not-proven');
    expect(told(diagnosed('service-reachable', { verdict }))).toEqual(['failed: no-answer', 'check-now']);
  });

  test('nothing is granted yet', () => {
    expect(told(diagnosed('consent-breadth'))).toEqual(['does-not-apply: nothing-granted-yet', 'approve']);
  });
});

describe('the ground that it stands on', () => {
  test('the service answered', () => {
    expect(told(diagnosed('service-reachable', { verdict: NOTHING_GRANTED }))).toEqual([
      'passed: as-it-should-be',
    ]);
  });

  test('the service was never asked: a refusal came first', () => {
    expect(told(diagnosed('service-reachable'))[0]).toBe('not-known: not-asked-yet');
  });

  test('offline nothing can be told, not even what was true before', () => {
    expect(told(diagnosed('service-reachable', { online: false, verdict: GREEN }))).toEqual([
      'not-known: offline',
      'check-network',
    ]);
  });

  test('a throttled service is there', () => {
    const verdict: Verdict = { kind: 'unknown', because: 'token-unreadable', cause: 'throttled' };
    expect(told(diagnosed('service-reachable', { verdict }))[0]).toBe('failed: throttled');
  });

  test('with the bridge, without it, outside Outlook, and with a host that does not answer', () => {
    expect(told(diagnosed('sign-in-kind', {}, { signIn: 'bridge' }))).toEqual(['passed: as-it-should-be']);
    expect(told(diagnosed('sign-in-kind', {}, { signIn: 'standard' }))).toEqual(['passed: standard-client']);
    expect(told(diagnosed('sign-in-kind', {}, { signIn: 'no-host' }))[0]).toBe('failed: outside-outlook');
    const verdict: Verdict = { kind: 'unknown', because: 'no-answer', cause: 'host-unavailable' };
    expect(told(diagnosed('sign-in-kind', { verdict }, { signIn: 'bridge' }))[0]).toBe('failed: host-silent');
    expect(told(diagnosed('sign-in-kind'))[0]).toBe('not-known: not-asked-yet');
  });

  test('storage that is blocked matters only without the bridge', () => {
    expect(told(diagnosed('storage-allowed', {}, { storage: 'blocked', signIn: 'bridge' }))).toEqual([
      'passed: blocked-not-needed',
    ]);
    expect(told(diagnosed('storage-allowed', {}, { storage: 'blocked', signIn: 'standard' }))).toEqual([
      'failed: blocked',
      'allow-third-party-storage',
    ]);
    expect(told(diagnosed('storage-allowed', {}, { storage: 'open' }))).toEqual(['passed: as-it-should-be']);
  });

  test('"no session" from Entra may mean blocked cookies', () => {
    const verdict: Verdict = {
      kind: 'sign-in-needed',
      because: 'refusal-explained',
      cause: 'not-signed-in',
      code: 'AADSTS50058',
      maybeConsent: false,
    };
    expect(told(diagnosed('storage-allowed', { verdict }))).toEqual([
      'not-known: maybe-blocked',
      'sign-in',
      'allow-third-party-storage',
    ]);
  });
});
