import fc from 'fast-check';

import type { ConsentAnswer, PermissionAnswer } from '../../../src/core/api/consent-answer';
import {
  nextQuestion,
  type GraphReply,
  type NextQuestion,
  type NoToken,
  type OwnApiReply,
  type SoFar,
} from '../../../src/core/consent/next-question';
import type { Refusal } from '../../../src/core/consent/refusal';
import { PERMISSION_SET } from '../../../src/core/permission-set';
import { CONTOSO } from '../../support/evidence';

const next = (soFar: Partial<SoFar>): NextQuestion => nextQuestion({ byId: false, ...soFar }, PERMISSION_SET);

const refusal = (text: string, errorCode = 'invalid_grant'): Refusal => ({
  errorClass: 'interaction-required',
  errorCode,
  text,
});
const refusedWith = (text: string): Extract<NoToken, { kind: 'refused' }> => ({
  kind: 'refused',
  refusal: refusal(text),
});
const noToken = (seen: NoToken): { kind: 'no-token'; seen: NoToken } => ({ kind: 'no-token', seen });
const nobody: NoToken = { kind: 'no-account' };
const silence: NoToken = { kind: 'unreachable', what: 'microsoft' };

const answered = (answer: ConsentAnswer): OwnApiReply => ({ kind: 'answer', answer });
const checked = (
  stateOf: (scope: string, kind: PermissionAnswer['kind']) => PermissionAnswer['state'],
  more: Partial<Extract<ConsentAnswer, { outcome: 'checked' }>> = {},
): ConsentAnswer => ({
  tenantId: CONTOSO,
  checkedAt: '2026-01-15T09:00:00Z',
  outcome: 'checked',
  permissions: PERMISSION_SET.map(({ scope, kind }) => ({ scope, kind, state: stateOf(scope, kind) })),
  ...more,
});
const allTold = checked(() => 'tenant');
const delegatedOpen = checked((_scope, kind) => (kind === 'delegated' ? 'not-known' : 'missing'));
const seenByAnAdministrator = checked(() => 'tenant', {
  proof: { by: 'look', seenAt: '2026-01-15T08:00:00Z' },
});
const trouble: OwnApiReply = { kind: 'trouble', trouble: { why: 'timeout' } };
const graphToken: GraphReply = { kind: 'token', scopes: ['User.Read'] };

describe('what is asked', () => {
  test.each<[what: string, Partial<SoFar>, NextQuestion]>([
    ['first: our own API', {}, { ask: 'own-api' }],
    ['first, where 90009 was seen before: by the bare id', { byId: true }, { ask: 'own-api-by-id' }],
    [
      'after 90009: the same by the bare id',
      { ownApi: noToken(refusedWith('AADSTS90009: for itself')) },
      { ask: 'own-api-by-id' },
    ],
    ...['AADSTS65001', 'AADSTS500011', 'AADSTS90094', 'AADSTS700016', 'AADSTS90008'].map(
      (code): [string, Partial<SoFar>, NextQuestion] => [
        `after ${code}, which would say that consent is missing: Graph`,
        { ownApi: noToken(refusedWith(`${code}: no`)) },
        { ask: 'graph' },
      ],
    ),
    [
      'after a missing consent that only the word tells: Graph',
      { ownApi: noToken({ kind: 'refused', refusal: refusal('no', 'consent_required') }) },
      { ask: 'graph' },
    ],
    [
      'after 90009 by the bare id as well: Graph',
      {
        ownApi: noToken(refusedWith('AADSTS90009: for itself')),
        ownApiById: noToken(refusedWith('AADSTS90009: for itself')),
      },
      { ask: 'graph' },
    ],
    [
      'after 65001 by the bare id: Graph',
      { byId: true, ownApiById: noToken(refusedWith('AADSTS65001: no')) },
      { ask: 'graph' },
    ],
    ['where the service is away: Graph', { ownApi: trouble }, { ask: 'graph' }],
    [
      'beside an answer that leaves delegated ones open: Graph',
      { ownApi: answered(delegatedOpen) },
      { ask: 'graph' },
    ],
    [
      'beside an answer that rests on a look: Graph',
      { ownApi: answered(seenByAnAdministrator) },
      { ask: 'graph' },
    ],
  ])('%s', (_what, soFar, expected) => {
    expect(next(soFar)).toEqual(expected);
  });
});

describe('what is the evidence', () => {
  test.each<[what: string, Partial<SoFar>, NextQuestion]>([
    [
      'a whole answer of the service',
      { ownApi: answered(allTold) },
      { evidence: { kind: 'service', answer: allTold } },
    ],
    [
      'the same by the bare id, whatever was said before',
      { ownApi: noToken(refusedWith('AADSTS90009: for itself')), ownApiById: answered(allTold) },
      { evidence: { kind: 'service', answer: allTold } },
    ],
    [
      'an obstacle, whatever else is open',
      { ownApi: answered(checked(() => 'not-known', { obstacle: 'application-disabled' })) },
      {
        evidence: {
          kind: 'service',
          answer: checked(() => 'not-known', { obstacle: 'application-disabled' }),
        },
      },
    ],
    [
      'a refusal that says nothing of consent',
      { ownApi: noToken(refusedWith('AADSTS50058: nobody is signed in')) },
      { evidence: refusedWith('AADSTS50058: nobody is signed in') },
    ],
    ['nobody who is signed in', { ownApi: noToken(nobody) }, { evidence: nobody }],
    ['silence', { ownApi: noToken(silence) }, { evidence: silence }],
    [
      'the answer with what the user holds',
      { ownApi: answered(seenByAnAdministrator), graph: graphToken },
      { evidence: { kind: 'service', answer: seenByAnAdministrator, own: graphToken } },
    ],
    [
      'the answer with the refusal of the user’s token',
      { ownApi: answered(delegatedOpen), graph: noToken(refusedWith('AADSTS65001: no')) },
      { evidence: { kind: 'service', answer: delegatedOpen, own: refusedWith('AADSTS65001: no') } },
    ],
    [
      'the answer alone where Graph’s token brought nothing',
      { ownApi: answered(delegatedOpen), graph: noToken(silence) },
      { evidence: { kind: 'service', answer: delegatedOpen } },
    ],
    [
      'the Graph token where the service is away',
      { ownApi: trouble, graph: graphToken },
      { evidence: { kind: 'graph-token', scopes: ['User.Read'], service: { why: 'timeout' } } },
    ],
    [
      'the Graph token where our own API alone is refused',
      { ownApi: noToken(refusedWith('AADSTS65001: no')), graph: graphToken },
      { evidence: { kind: 'graph-token', scopes: ['User.Read'], service: { why: 'no-token' } } },
    ],
    [
      'Graph’s refusal, not our own API’s',
      {
        ownApi: noToken(refusedWith('AADSTS500011: our own')),
        graph: noToken(refusedWith('AADSTS65001: Graph')),
      },
      { evidence: refusedWith('AADSTS65001: Graph') },
    ],
    [
      'the window’s word, where it says who may consent and Graph only that nobody has (U25)',
      {
        ownApi: noToken(refusedWith('AADSTS90094: an administrator')),
        graph: noToken(refusedWith('AADSTS65001: Graph')),
      },
      { evidence: refusedWith('AADSTS90094: an administrator') },
    ],
    [
      'Graph’s word, where it says something else',
      {
        ownApi: noToken(refusedWith('AADSTS90094: an administrator')),
        graph: noToken(refusedWith('AADSTS50105: not assigned')),
      },
      { evidence: refusedWith('AADSTS50105: not assigned') },
    ],
    [
      'silence about Graph, for our own API’s refusal is never believed alone',
      { ownApi: noToken(refusedWith('AADSTS500011: our own')), graph: noToken(silence) },
      { evidence: silence },
    ],
  ])('%s', (_what, soFar, expected) => {
    expect(next(soFar)).toEqual(expected);
  });

  test('the words of the sign-in, which come along with any grant, are not asked for', () => {
    const words = ['openid', 'profile', 'email', 'offline_access'];
    const openWords = checked((scope) => (words.includes(scope) ? 'not-known' : 'tenant'));
    expect(next({ ownApi: answered(openWords) })).toEqual({
      evidence: { kind: 'service', answer: openWords },
    });
  });

  test('what an organisation does not need may stay open', () => {
    const openProof = checked((scope) => (scope === 'Directory.Read.All' ? 'not-known' : 'tenant'), {
      situation: 'autopilot-everyone',
      proof: { by: 'application' },
    });
    expect(next({ ownApi: answered(openProof) })).toEqual({
      evidence: { kind: 'service', answer: openProof },
    });
  });
});

const codes = ['AADSTS90009', 'AADSTS90008', 'AADSTS65001', 'AADSTS50058', 'AADSTS50196', 'no number'];
const noTokens = fc.oneof(
  fc.constantFrom(...codes).map((code) => noToken(refusedWith(`${code}: text`))),
  fc.constantFrom(nobody, silence).map(noToken),
);
const ownReplies: fc.Arbitrary<OwnApiReply> = fc.oneof(
  noTokens,
  fc.constant(trouble),
  fc.constantFrom(allTold, delegatedOpen, seenByAnAdministrator).map(answered),
);
const graphReplies: fc.Arbitrary<GraphReply> = fc.oneof(noTokens, fc.constant(graphToken));

test('whatever is heard, nothing is asked twice and three questions are the most', () => {
  fc.assert(
    fc.property(fc.boolean(), ownReplies, ownReplies, graphReplies, (byId, ownApi, ownApiById, graph) => {
      const replies = { 'own-api': { ownApi }, 'own-api-by-id': { ownApiById }, graph: { graph } };
      const asked: string[] = [];
      const soFar: SoFar = { byId };
      for (;;) {
        const step = nextQuestion(soFar, PERMISSION_SET);
        if ('evidence' in step) break;
        expect(asked).not.toContain(step.ask);
        asked.push(step.ask);
        Object.assign(soFar, replies[step.ask]);
      }
      expect(asked.length).toBeGreaterThan(0);
    }),
  );
});
