import fc from 'fast-check';
import { parseConsentAnswer, type PermissionState } from '../../../src/core/api/consent-answer';
import type { CheckedAnswer } from '../../../src/core/consent/findings';
import { judge } from '../../../src/core/consent/judge';
import type { OwnToken, ProbeReport } from '../../../src/core/consent/evidence';
import { isGreen, type Verdict } from '../../../src/core/consent/verdict';
import { PERMISSION_SET, PERMISSION_SET_VERSION } from '../../../src/core/permission-set';
import type { Permission } from '../../../src/core/permissions';
import { SITUATIONS, type SituationChoice } from '../../../src/core/situation';
import {
  ALL_BUT_PROOF,
  ALL_DELEGATED,
  answer,
  answerByLook,
  answerUnproved,
  approvedNotConfirmed,
  heard,
  onlyMia,
  refusal,
  seenByLook,
  unproven,
} from '../../support/evidence';

const verdictOf = (report: ProbeReport, said?: SituationChoice) => judge(report, PERMISSION_SET, said);
const missingOf = (verdict: Verdict): readonly string[] =>
  'findings' in verdict
    ? verdict.findings.filter(({ state }) => state === 'missing').map(({ id }) => id)
    : [];
const withOwn = (report: ProbeReport, own: OwnToken | undefined): ProbeReport => {
  if (report.seen.kind !== 'service') throw new Error('Not an answer of the service');
  const { answer: told } = report.seen;
  return {
    ...report,
    seen: own === undefined ? { kind: 'service', answer: told } : { kind: 'service', answer: told, own },
  };
};
const isDelegated = ({ kind }: Permission): boolean => kind === 'delegated';

describe('the service has a newer set than this page', () => {
  type Told = CheckedAnswer['permissions'][number];
  /** The verdict of an answer as it comes over the wire. */
  const told = (
    more: readonly Told[],
    setVersion?: number,
    stateOf: (permission: Permission) => PermissionState = () => 'tenant',
  ): Verdict => {
    const known = answer(stateOf) as CheckedAnswer;
    const sent = { ...known, permissions: [...known.permissions, ...more], setVersion };
    return verdictOf(heard(parseConsentAnswer(JSON.parse(JSON.stringify(sent)))!));
  };
  const NEWER = PERMISSION_SET_VERSION + 1;
  const tasks: Told = { scope: 'Tasks.ReadWrite', kind: 'delegated', state: 'missing' };
  const allTasks: Told = { scope: 'Tasks.ReadWrite.All', kind: 'application', state: 'missing' };

  test.each([tasks, allTasks, { ...tasks, state: 'not-known' as const }])(
    'what it lists and this page does not know is not granted: no green, and the page is to be opened again (%j)',
    (one) => {
      expect(told([one], NEWER)).toMatchObject({ kind: 'unknown', cause: 'newer-version' });
    },
  );

  test('what was optional may be required now', () => {
    const verdict = told([], NEWER, ({ required }) => (required ? 'tenant' : 'missing'));
    expect(verdict).toMatchObject({ kind: 'unknown', cause: 'newer-version' });
  });

  test('nobody asks for an older list of permissions', () => {
    expect(told([tasks], NEWER, () => 'missing')).toMatchObject({ kind: 'unknown', cause: 'newer-version' });
  });

  test('everything that it lists is granted: green', () => {
    expect(isGreen(told([{ ...tasks, state: 'tenant' }], NEWER))).toBe(true);
  });

  test('a set that is not newer takes no green away, whatever else is listed', () => {
    for (const version of [undefined, PERMISSION_SET_VERSION, PERMISSION_SET_VERSION - 1])
      expect(isGreen(told([tasks, allTasks], version))).toBe(true);
  });

  test('an answer that this page does not understand', () => {
    const { tenantId, checkedAt } = answer(() => 'tenant');
    const report = heard({ tenantId, checkedAt, outcome: 'no-answer', because: 'newer-version' });
    expect(verdictOf(report)).toMatchObject({ kind: 'unknown', cause: 'newer-version' });
  });
});

describe('an administrator looked', () => {
  test.each(['no-autopilot', 'group-edition'] as const)(
    '%s: everything was found, and Mia’s own token holds it: green',
    (situation) => {
      for (const verdict of [
        verdictOf(seenByLook(), situation),
        verdictOf(seenByLook(ALL_DELEGATED, situation)),
      ]) {
        expect(verdict).toMatchObject({
          kind: 'granted',
          breadth: 'tenant',
          because: 'all-granted-for-tenant',
          proof: { by: 'look' },
        });
        expect(isGreen(verdict)).toBe(true);
      }
    },
  );

  test('the situation is not known: green for the largest that is proved, and says which', () => {
    expect(verdictOf(seenByLook())).toMatchObject({
      because: 'all-granted-for-tenant',
      covers: 'group-edition',
    });
    const withoutShared = heard(
      answerByLook((one) => (isDelegated(one) && one.feature !== 'shared-mailboxes' ? 'tenant' : 'missing')),
    );
    const seen = withOwn(withoutShared, { kind: 'token', scopes: ALL_DELEGATED });
    expect(verdictOf(seen)).toMatchObject({ because: 'all-granted-for-tenant', covers: 'no-autopilot' });
    expect(verdictOf(seen, 'not-sure')).toMatchObject({ covers: 'no-autopilot' });
    expect(missingOf(verdictOf(seen, 'group-edition'))).toEqual(['delegated:Mail.ReadWrite.Shared']);
  });

  test('what is known to be needed is named, whatever else is proved', () => {
    const verdict = verdictOf(seenByLook(), 'autopilot-everyone');
    expect(verdict).toMatchObject({ kind: 'partial', because: 'some-missing' });
    expect(missingOf(verdict)).toContain('application:Mail.ReadWrite');
  });

  test('what the service knows of the organisation wins over what a person said', () => {
    const kept = seenByLook(ALL_DELEGATED, 'autopilot-on');
    expect(verdictOf(kept, 'no-autopilot')).toMatchObject({ kind: 'partial', situation: 'autopilot-on' });
    expect(isGreen(verdictOf(seenByLook(ALL_DELEGATED, 'no-autopilot'), 'autopilot-on'))).toBe(true);
  });

  test('the approval was withdrawn since: Mia’s fresh token holds nothing of it', () => {
    expect(verdictOf(seenByLook(['User.Read']), 'no-autopilot')).toMatchObject({
      kind: 'required',
      because: 'token-contradicts-look',
    });
    const nothing = withOwn(seenByLook(), {
      kind: 'refused',
      refusal: refusal('AADSTS65001: no consent'),
    });
    expect(verdictOf(nothing, 'no-autopilot')).toMatchObject({
      kind: 'required',
      because: 'token-contradicts-look',
    });
  });

  test('withdrawn, and Mia consented alone: what only an administrator grants is not in the token', () => {
    const verdict = verdictOf(seenByLook(ALL_BUT_PROOF), 'no-autopilot');
    expect(verdict).toMatchObject({ kind: 'required', because: 'token-contradicts-look' });
    expect(missingOf(verdict)).toEqual(['delegated:Directory.Read.All']);
    expect(isGreen(verdictOf(seenByLook(ALL_BUT_PROOF)))).toBe(false);
  });

  test('a smaller approval took its place: what lacks is named', () => {
    const scopes = ALL_DELEGATED.filter((scope) => scope !== 'MailboxSettings.ReadWrite');
    const verdict = verdictOf(seenByLook(scopes), 'no-autopilot');
    expect(verdict).toMatchObject({
      kind: 'partial',
      breadth: 'unproven',
      because: 'token-contradicts-look',
    });
    expect(missingOf(verdict)).toEqual(['delegated:MailboxSettings.ReadWrite']);
  });

  test('an optional permission that the token lacks contradicts nothing', () => {
    const scopes = ALL_DELEGATED.filter((scope) => scope !== 'Mail.ReadWrite.Shared');
    expect(isGreen(verdictOf(seenByLook(scopes), 'no-autopilot'))).toBe(true);
  });

  test('there is no own token to agree, or nobody can read it: not green', () => {
    expect(verdictOf(withOwn(seenByLook(), undefined), 'no-autopilot')).toMatchObject({
      kind: 'unknown',
      because: 'some-not-known',
      cause: 'microsoft-unavailable',
    });
    const unreadable: OwnToken = { kind: 'token', scopes: undefined };
    expect(verdictOf(withOwn(seenByLook(), unreadable), 'no-autopilot')).toMatchObject({
      kind: 'unknown',
      because: 'token-unreadable',
    });
  });

  test('10.2: the own token needs a click: the click is offered', () => {
    for (const text of [
      'AADSTS50058: nobody is signed in',
      'AADSTS999998: new',
      'InteractionRequired (Code 2)',
    ]) {
      const seen = withOwn(seenByLook(), { kind: 'refused', refusal: refusal(text) });
      expect(verdictOf(seen, 'no-autopilot')).toMatchObject({ kind: 'sign-in-needed', next: 'sign-in' });
    }
  });

  test('the look found less than the situation needs', () => {
    const scopes = { kind: 'token', scopes: ALL_DELEGATED } as const;
    const less = answerByLook((one) =>
      isDelegated(one) && one.scope !== 'MailboxSettings.ReadWrite' ? 'tenant' : 'missing',
    );
    const verdict = verdictOf(withOwn(heard(less), scopes), 'no-autopilot');
    expect(verdict).toMatchObject({ kind: 'partial', because: 'some-missing' });
    expect(missingOf(verdict)).toEqual(['delegated:MailboxSettings.ReadWrite']);
  });

  test('the administrator had consented for themselves alone: the proof is nobody else’s', () => {
    const forOne = answerByLook((one) =>
      isDelegated(one) && one.provesGrants !== true ? 'tenant' : 'missing',
    );
    const seen = withOwn(heard(forOne), { kind: 'token', scopes: ALL_BUT_PROOF });
    expect(missingOf(verdictOf(seen, 'no-autopilot'))).toEqual(['delegated:Directory.Read.All']);
  });
});

describe('nobody looked', () => {
  test('what only an administrator grants is in Mia’s token: approved, not confirmed, with the one next step', () => {
    for (const said of [undefined, 'not-sure', 'no-autopilot', 'group-edition'] as const) {
      const verdict = verdictOf(approvedNotConfirmed, said);
      expect(verdict).toMatchObject({
        kind: 'granted',
        breadth: 'unproven',
        because: 'approved-not-confirmed',
        next: 'confirm-as-admin',
      });
      expect(isGreen(verdict)).toBe(false);
    }
  });

  test('where Autopilot is known to be needed, confirming is not what lacks', () => {
    expect(verdictOf(approvedNotConfirmed, 'autopilot-everyone')).toMatchObject({
      kind: 'granted',
      breadth: 'unproven',
      because: 'held-nobody-knows-for-whom',
    });
  });

  test('Mia’s token holds everything else: held, and nobody knows for whom', () => {
    for (const said of [undefined, 'no-autopilot'] as const) {
      expect(verdictOf(unproven, said)).toMatchObject({
        kind: 'granted',
        breadth: 'unproven',
        because: 'held-nobody-knows-for-whom',
      });
    }
  });

  test('Mia alone has consented', () => {
    expect(verdictOf(onlyMia)).toMatchObject({ breadth: 'this-user', because: 'held-by-this-user' });
  });

  test('U17: what single users hold is no part of the organisation’s approval', () => {
    const some = heard(
      answer(({ scope, kind }) =>
        kind === 'delegated' && scope !== 'Mail.ReadWrite' ? 'this-user' : 'missing',
      ),
    );
    expect(verdictOf(some)).toMatchObject({ kind: 'required', because: 'nothing-granted' });
  });

  test('10.2: the own token decides and needs a click: the click is offered', () => {
    const seen = withOwn(unproven, { kind: 'refused', refusal: refusal('AADSTS50076: second factor') });
    expect(verdictOf(seen)).toMatchObject({
      kind: 'sign-in-needed',
      because: 'refusal-explained',
      next: 'sign-in',
      code: 'AADSTS50076',
    });
  });
});

describe('openid, profile, email and offline_access', () => {
  const isOfSignIn = ({ impliedByAnyGrant }: Permission): boolean => impliedByAnyGrant === true;

  test('a grant that lists only the others is complete', () => {
    for (const state of ['missing', 'not-known'] as const) {
      const verdict = verdictOf(heard(answer((one) => (isOfSignIn(one) ? state : 'tenant'))));
      expect(isGreen(verdict)).toBe(true);
      expect(missingOf(verdict)).toEqual([]);
    }
  });

  test('a look and a token that name only the others are complete', () => {
    const told = answerByLook((one) => (isDelegated(one) && !isOfSignIn(one) ? 'tenant' : 'missing'));
    const scopes = PERMISSION_SET.filter((one) => isDelegated(one) && !isOfSignIn(one)).map(
      ({ scope }) => scope,
    );
    expect(isGreen(verdictOf(withOwn(heard(told), { kind: 'token', scopes }), 'no-autopilot'))).toBe(true);
  });

  test('they are missing only where everything is', () => {
    const verdict = verdictOf(heard(answer(() => 'missing')));
    expect(missingOf(verdict)).toHaveLength(PERMISSION_SET.length);
  });

  test('they are held as widely as the widest of the others, and alone they are no grant', () => {
    const personal = verdictOf(
      heard(answer((one) => (isOfSignIn(one) ? 'missing' : isDelegated(one) ? 'this-user' : 'missing'))),
    );
    expect(personal).toMatchObject({ kind: 'granted', breadth: 'this-user' });
    const alone = verdictOf(heard(answer((one) => (isOfSignIn(one) ? 'this-user' : 'missing'))));
    expect(alone).toMatchObject({ kind: 'required', because: 'nothing-granted' });
  });
});

describe('the application reads the grants', () => {
  test('the delegated proof may be missing, in every situation', () => {
    const old = heard(
      answer((one) => (isDelegated(one) && one.provesGrants === true ? 'missing' : 'tenant')),
    );
    for (const said of [...SITUATIONS, 'not-sure', undefined] as const) {
      expect(isGreen(verdictOf(old, said))).toBe(true);
    }
    expect(verdictOf(old)).toMatchObject({ covers: undefined, proof: { by: 'application' } });
  });

  test('where some of Autopilot is granted, the rest of it lacks', () => {
    const some = heard(answer(({ scope }) => (scope === 'User.Read.All' ? 'missing' : 'tenant')));
    expect(missingOf(verdictOf(some))).toEqual(['application:User.Read.All']);
    expect(isGreen(verdictOf(some))).toBe(false);
    expect(isGreen(verdictOf(some, 'no-autopilot'))).toBe(true);
  });

  test('names in another case are the same names', () => {
    const told = answer(() => 'tenant');
    if (told.outcome !== 'checked') throw new Error('Not a check');
    const loud = {
      ...told,
      permissions: told.permissions.map((one) => ({ ...one, scope: one.scope.toUpperCase() })),
    };
    expect(isGreen(verdictOf(heard(loud)))).toBe(true);
  });
});

test('every situation can turn green, and only for what it needs', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...SITUATIONS),
      fc.constantFrom(...SITUATIONS),
      fc.boolean(),
      (kept, said, byLook) => {
        const own = { kind: 'token', scopes: ALL_DELEGATED } as const;
        const told = byLook
          ? answerByLook(() => 'tenant', kept)
          : { ...answer(() => 'tenant'), situation: kept };
        const verdict = verdictOf(withOwn(heard(told), own), said);
        expect(isGreen(verdict)).toBe(true);
        expect(verdict).toMatchObject({ situation: kept });
      },
    ),
  );
});

test('a proof that nobody gave proves nothing without an administrator’s permission', () => {
  const told = answerUnproved(() => 'not-known');
  expect(verdictOf(heard(told))).toMatchObject({ kind: 'unknown', because: 'some-not-known' });
});
