import type { CheckedAnswer } from '../../../../src/core/consent/findings';
import type { OwnToken, ProbeReport } from '../../../../src/core/consent/evidence';
import { judge } from '../../../../src/core/consent/judge';
import type { Finding, Verdict } from '../../../../src/core/consent/verdict';
import { approvalScreenOf } from '../../../../src/core/approval/screens/screen';
import { initialApprovalState } from '../../../../src/core/approval/state';
import { screenOf } from '../../../../src/core/pane/screens/screen';
import { initialState, type State } from '../../../../src/core/pane/state';
import { permissionId, type Permission } from '../../../../src/core/permissions';
import {
  ALL_BUT_PROOF,
  ALL_DELEGATED,
  answer,
  answerUnproved,
  MIA,
  ownToken,
  refusal,
  seenByLook,
  SETUP,
} from '../../../support/evidence';

/** What is said of an approval that lacks something is what was found of it, whatever else is known. */

const ONE = 'MailboxSettings.ReadWrite';
const without = (scopes: readonly string[]): readonly string[] => scopes.filter((scope) => scope !== ONE);
const approvedBefore: State['confirmation'] = {
  kind: 'granted',
  forTenant: true,
  atMs: 1,
  lastGrantedAtMs: 1,
  organisation: 'Contoso',
  // When that one was not asked for yet.
  lastGranted: SETUP.set.filter(({ scope }) => scope !== ONE).map(permissionId),
};

const paneScreen = (verdict: Verdict, confirmation?: State['confirmation']) =>
  screenOf({ ...initialState(SETUP), ...MIA, verdict, confirmation });
const pageScreen = (verdict: Verdict) => {
  const start = initialApprovalState(SETUP);
  return approvalScreenOf({ ...start, place: { at: 'status' }, check: { ...start.check, verdict } });
};
const saidBy = ({ title, lead }: ReturnType<typeof paneScreen> | ReturnType<typeof pageScreen>) =>
  [title, ...lead].map(({ key }) => key as string);

describe('where the service is away, a token that lacks something says nothing of the organisation', () => {
  test.each([
    ['one permission', without(ALL_DELEGATED)],
    ['all of them', []],
  ])('%s', (_, scopes) => {
    const verdict = judge(ownToken(scopes), SETUP.set);
    for (const screen of [paneScreen(verdict), paneScreen(verdict, approvedBefore)])
      expect(screen).toMatchObject({
        name: 'partial',
        lead: [{ key: 'partial.lead.not-known', values: { serviceAway: true } }],
      });
    expect(pageScreen(verdict).lead[0]).toEqual({
      key: 'approval.partial.lead.not-known',
      values: { serviceAway: true },
    });
  });
});

test('a look found everything, and one permission was taken back: the rest is neither the user’s own nor gone', () => {
  const verdict = judge(seenByLook(without(ALL_DELEGATED), 'no-autopilot'), SETUP.set);
  for (const screen of [paneScreen(verdict), paneScreen(verdict, approvedBefore)])
    expect(screen).toMatchObject({
      title: { key: 'partial.title', values: { missing: 1 } },
      lead: [{ key: 'partial.lead.not-known', values: { serviceAway: false } }],
    });
});

const DELEGATED = ['tenant', 'this-user', 'not-known', 'missing'] as const;
const OWN: readonly (OwnToken | undefined)[] = [
  undefined,
  ...[ALL_DELEGATED, ALL_BUT_PROOF, without(ALL_DELEGATED), without(ALL_BUT_PROOF), []].map(
    (scopes): OwnToken => ({ kind: 'token', scopes }),
  ),
  { kind: 'refused', refusal: refusal('AADSTS65001: not consented') },
];

/** Every answer of the service, by what most permissions, a single one, the proof and the application's stand as. */
function* reports(): Generator<ProbeReport> {
  const proofs: readonly CheckedAnswer['proof'][] = [
    undefined,
    { by: 'application' },
    { by: 'look', seenAt: '2026-01-15T09:00:00.000Z' },
  ];
  for (const proof of proofs)
    for (const situation of [undefined, 'no-autopilot'] as const)
      for (const most of DELEGATED)
        for (const one of DELEGATED)
          for (const proving of DELEGATED)
            for (const application of ['tenant', 'missing', 'not-known'] as const) {
              const stateOf = ({ kind, provesGrants, scope }: Permission) => {
                if (kind === 'application') return application;
                if (provesGrants === true) return proving;
                return scope === ONE ? one : most;
              };
              const seen = { ...(proof ? answer(stateOf) : answerUnproved(stateOf)), situation };
              for (const own of OWN)
                yield {
                  ...MIA,
                  seen: { kind: 'service', answer: { ...seen, proof } as CheckedAnswer, own },
                };
            }
}

/** What a sentence claims of the required permissions. */
const CLAIMS: Readonly<Record<string, (states: ReadonlySet<Finding['state']>) => boolean>> = {
  'required.lead.was-granted': (states) =>
    !['tenant', 'held', 'not-known'].some((it) => states.has(it as never)),
  'required.lead': (states) => !states.has('tenant'),
  'partial.lead': (states) => states.has('tenant'),
  'partial.lead.new-permissions': (states) =>
    states.has('tenant') && !['this-user', 'held', 'not-known'].some((it) => states.has(it as never)),
  'partial.title': (states) => states.has('missing'),
  'personal.lead.this-user': (states) => states.has('this-user'),
  'approval.partial.title': (states) => states.has('missing'),
  'approval.partial.lead': (states) => states.has('tenant'),
  'approval.not-arrived.lead.nobody': (states) => !states.has('tenant'),
  'approval.unproven.lead.this-user': (states) => states.has('this-user'),
};

test('nothing is said of an approval that was not found', () => {
  const wrong = new Set<string>();
  let claimed = 0;
  for (const report of reports()) {
    const verdict = judge(report, SETUP.set);
    if (!('findings' in verdict)) continue;
    const { findings } = verdict;
    const states = new Set(findings.flatMap(({ permission, state }) => (permission.required ? [state] : [])));
    const holdsProof = findings.some(
      ({ permission, state }) => permission.provesGrants === true && state === 'held',
    );
    const said = [paneScreen(verdict), paneScreen(verdict, approvedBefore), pageScreen(verdict)].flatMap(
      saidBy,
    );
    for (const key of said) {
      const holds = CLAIMS[key];
      if (holds === undefined) continue;
      claimed += 1;
      const isGone = key === 'required.lead.was-granted';
      if (!holds(states) || (isGone && holdsProof))
        wrong.add(`${key} of ${[...states].join(', ')}: ${verdict.because}`);
    }
  }
  expect([...wrong]).toEqual([]);
  expect(claimed).toBeGreaterThan(10_000);
});
