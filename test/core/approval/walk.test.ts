import { LOOK_OUTCOMES } from '../../../src/core/api/looks';
import type { RequestEventKind } from '../../../src/core/api/request-events';
import { RETURN_OUTCOMES } from '../../../src/core/api/requests';
import { approvalTransition } from '../../../src/core/approval/transition';
import type { ApprovalEvent } from '../../../src/core/approval/event';
import type { ApprovalEffect } from '../../../src/core/approval/effect';
import { NO_MEMORY, type TabMemory } from '../../../src/core/approval/memory';
import { approvalScreenOf } from '../../../src/core/approval/screens/screen';
import type { ApprovalScreenModel } from '../../../src/core/approval/screens/model';
import { initialApprovalState, type ApprovalState } from '../../../src/core/approval/state';
import { isGreen } from '../../../src/core/consent/verdict';
import {
  ALL_DELEGATED,
  answer,
  approvedNotConfirmed,
  CONTOSO,
  FABRIKAM,
  CONTOSO_DOMAIN,
  grantedForTenant,
  heard,
  noAccount,
  notConsented,
  onlyMia,
  ownToken,
  partlyGranted,
  refused,
  SETUP,
  unproven,
  unreachable,
} from '../../support/evidence';
import { wayOnMissing } from './ways-on';

/** Walks every state of the approval page that any sequence of events can reach, and looks at each step. */

const LOOK_URL = `${SETUP.loginOrigin}/${CONTOSO}/oauth2/v2.0/authorize?state=x`;
const START = Date.UTC(2026, 0, 15, 9);
const ID = 'AAAAAAAAAAAAAAAAAAAAAA';
const at = (ms: number): string => new Date(ms).toISOString();

const KEY = 'KKKKKKKKKKKKKKKKKKKKKK';
const MEMORIES: readonly TabMemory[] = [
  NO_MEMORY,
  { dialog: true, tenant: CONTOSO, attempt: { state: 'ours', madeAtMs: START } },
  { dialog: true, request: ID, tenant: CONTOSO },
  { dialog: false, request: ID, tenant: CONTOSO, attempt: { state: 'ours', madeAtMs: START } },
  { dialog: false, request: ID },
  { dialog: true, hadOpener: true, request: ID, tenant: CONTOSO },
  { dialog: false, returned: { outcome: 'accepted', isBelieved: true, isDirect: false } },
];
const ARRIVALS = [
  { kind: 'link', request: ID, confirm: false },
  { kind: 'link', request: ID, confirm: true },
  { kind: 'dialog', confirm: false },
  { kind: 'dialog', confirm: false, request: ID },
  { kind: 'dialog', confirm: false, tenant: CONTOSO },
  { kind: 'dialog', confirm: true, tenant: CONTOSO },
  ...LOOK_OUTCOMES.flatMap((looked) => [
    { kind: 'returned', isMarked: true, outcome: 'accepted', looked, lookKey: KEY, request: ID } as const,
    { kind: 'returned', isMarked: true, looked, request: ID } as const,
    { kind: 'returned', isMarked: false, looked, request: ID } as const,
  ]),
  ...RETURN_OUTCOMES.flatMap((outcome) => [
    { kind: 'returned', isMarked: true, outcome, request: ID } as const,
    { kind: 'returned', isMarked: true, outcome, code: 'AADSTS650051' } as const,
    { kind: 'returned', isMarked: false, outcome, request: ID } as const,
  ]),
  { kind: 'direct', returned: { kind: 'accepted', tenant: CONTOSO, state: 'ours' } },
  { kind: 'direct', returned: { kind: 'accepted', tenant: FABRIKAM, state: 'ours' } },
  { kind: 'direct', returned: { kind: 'refused', error: 'access_denied', state: 'other' } },
  { kind: 'bare' },
  { kind: 'status' },
  { kind: 'garbage', dialog: true },
] as const;
const REPORTS = [
  grantedForTenant,
  notConsented,
  partlyGranted,
  onlyMia,
  unproven,
  approvedNotConfirmed,
  noAccount,
  unreachable,
  ownToken(ALL_DELEGATED),
  refused('AADSTS50105: no'),
  // What another account cures, what any sign-in may cure, and what only we can mend.
  refused('AADSTS50057: disabled'),
  refused('stuck', { errorClass: 'other', errorCode: 'native_executor_error' }),
  refused('AADSTS900439: another cloud'),
];

function eventsIn(state: ApprovalState, nowMs: number): readonly ApprovalEvent[] {
  if (state.place.at === 'nowhere') {
    return ARRIVALS.flatMap((arrival) =>
      MEMORIES.flatMap((memory) =>
        [true, false].map(
          (online) =>
            ({
              type: 'arrived',
              arrival,
              memory,
              hasOpener: false,
              isSignedIn: false,
              visible: true,
              online,
            }) as const,
        ),
      ),
    );
  }
  const url = `${SETUP.loginOrigin}/${CONTOSO}/v2.0/adminconsent?state=x`;
  return [
    {
      type: 'arrived',
      arrival: { kind: 'bare' },
      memory: NO_MEMORY,
      hasOpener: false,
      isSignedIn: false,
      visible: true,
      online: true,
    },
    { type: 'sign-in-here-failed' },
    { type: 'situation-answered', situation: 'no-autopilot' },
    { type: 'continue-asked' },
    { type: 'confirm-asked' },
    { type: 'request-asked' },
    { type: 'details-asked' },
    { type: 'check-asked' },
    { type: 'sign-in-asked' },
    { type: 'close-asked' },
    { type: 'receipt-copy-asked', text: 'a receipt' },
    { type: 'link-copy-asked' },
    { type: 'print-asked' },
    ...['contoso.example', CONTOSO, FABRIKAM].map(
      (tenant) =>
        ({
          type: 'request-shown',
          shown: { tenant, madeAt: at(nowMs), expiresAt: at(nowMs + 1e9) },
          events: [],
        }) as const,
    ),
    ...(['proved', 'returned', 'denied'] satisfies RequestEventKind[]).map(
      (kind) =>
        ({
          type: 'request-shown',
          shown: { tenant: CONTOSO, madeAt: at(nowMs), expiresAt: at(nowMs + 1e9) },
          events: [{ number: 1, kind, at: at(nowMs) }],
        }) as const,
    ),
    {
      type: 'request-shown',
      shown: { tenant: CONTOSO, domain: CONTOSO_DOMAIN, madeAt: at(nowMs), expiresAt: at(nowMs + 1e9) },
      events: [],
    },
    { type: 'tenant-discovered', domain: CONTOSO_DOMAIN, tenant: FABRIKAM },
    ...(['unreachable', 'throttled', 'gone', 'failed'] as const).flatMap((why) => [
      { type: 'request-not-shown', why } as const,
      { type: 'attempt-not-made', why, state: 'random' } as const,
      { type: 'look-not-begun', why } as const,
    ]),
    { type: 'tenant-discovered', domain: CONTOSO_DOMAIN, tenant: CONTOSO },
    { type: 'tenant-discovered', domain: CONTOSO_DOMAIN },
    { type: 'request-made', id: ID },
    { type: 'request-not-made', state: 'random' },
    { type: 'attempt-made', made: { consentUrl: url, expiresAt: at(nowMs + 300_000) } },
    { type: 'attempt-made', made: { consentUrl: 'https://evil.example/', expiresAt: at(nowMs) } },
    { type: 'look-begun', begun: { lookUrl: LOOK_URL, expiresAt: at(nowMs + 300_000) } },
    { type: 'look-begun', begun: { lookUrl: url, expiresAt: at(nowMs) } },
    { type: 'look-key-refused' },
    { type: 'parent-told', ok: true },
    { type: 'parent-told', ok: false },
    { type: 'redirect-refused' },
    ...REPORTS.map((report) => ({ type: 'probe-answered', number: state.check.asked, report }) as const),
    { type: 'probe-answered', number: state.check.asked - 1, report: grantedForTenant },
    { type: 'probe-answered', number: state.check.asked - 1, report: notConsented },
    { type: 'probe-answered', number: state.check.asked, report: grantedForTenant, byLook: true },
    {
      type: 'probe-answered',
      number: state.check.asked,
      report: heard(answer(() => 'missing')),
      byLook: true,
    },
    { type: 'copied', what: 'receipt', ok: true },
    { type: 'copied', what: 'link', ok: false },
    ...(['watch', 'patience', 'telling', 'redirect'] as const).map(
      (timer) => ({ type: 'time-came', timer }) as const,
    ),
    { type: 'came-back' },
    { type: 'shown' },
    { type: 'hidden' },
    { type: 'focused' },
    { type: 'went-online' },
    { type: 'went-offline' },
  ];
}

/**
 * What differs between two states for the way that the story can take from there. What is only shown (which outcome,
 * which cause) does not: each step's screen is looked at whether or not the walk goes on from it.
 */
const shapeOf = ({
  history,
  place,
  memory,
  request,
  organisation,
  claim,
  redirect,
  check,
  visible,
  online,
}: ApprovalState): string =>
  [
    ...placeOf(place),
    place.at === 'invitation' && history.approvedAtMs !== undefined ? 'approved before' : '',
    memory.dialog ? 'dialog' : memory.hadOpener ? 'parted' : 'browser',
    'id' in request ? (request.phase === 'reading' ? 'reading' : 'known') : request.phase,
    // A name is read before anybody goes on; elsewhere it changes nothing.
    place.at === 'invitation' ? (claim?.standing ?? 'no name') : '',
    organisation === undefined
      ? 'anybody'
      : organisation.kind === 'domain'
        ? `domain ${organisation.lookup}`
        : organisation.tenant,
    'purpose' in redirect && redirect.purpose === 'copy'
      ? 'making a link'
      : redirect.phase.replace(/^making-(request|attempt)$/, 'making'),
    // Whoever is on the way to Microsoft goes there whatever is known so far.
    ...(isGoing(redirect)
      ? ['going']
      : [isGreen(check.verdict) ? 'green' : check.verdict.kind, check.probing?.manner ?? 'not asking']),
    visible && online ? 'awake' : 'asleep',
  ].join(', ');

const isGoing = ({ phase }: ApprovalState['redirect']): boolean => phase !== 'idle' && phase !== 'failed';

function placeOf(place: ApprovalState['place']): readonly string[] {
  if (place.at !== 'returned') return [place.at, 'to' in place ? place.to : ''];
  const { outcome, isBelieved, lookKey } = place;
  return [
    // The outcomes after which the page goes its own way; after the others it goes that of a denial.
    WALKED.has(outcome) ? outcome : 'denied',
    isBelieved ? 'believed' : 'quoted',
    lookKey === undefined ? 'no key' : 'key',
  ];
}

const WALKED: ReadonlySet<string> = new Set(['accepted', 'denied', 'left', 'looked']);

/** Screens that are an end: what was asked for is done, or only the colleague's new link leads on. Their words say so. */
const ENDS: ReadonlySet<ApprovalScreenModel['name']> = new Set<ApprovalScreenModel['name']>([
  'confirmed',
  'gone',
  'lost',
]);

/**
 * Why a screen leads nowhere, or undefined (issue 10, 3). Whoever can cure it is offered the cure as the one primary
 * action; where only time can, the next question is planned, or the screen says that it waits for the network.
 */
function deadEnd(state: ApprovalState, model: ApprovalScreenModel): string | undefined {
  const { name, primary, busy, checks } = model;
  const needs = (action: NonNullable<typeof primary>['name']): string | undefined =>
    primary?.name === action ? undefined : `${name} without ${action}`;
  const asksAgain =
    checks !== undefined && (checks.busy || checks.nextAtMs !== undefined || checks.paused !== undefined);
  switch (name) {
    case 'invitation':
      // Where somebody may have approved, that is looked at first.
      if (state.history.visitedAtMs !== undefined) return needs('sign-in');
      return 'id' in state.request || state.organisation ? needs('continue') : undefined;
    case 'left':
    case 'partial':
      return 'id' in state.request || state.organisation ? needs('continue') : undefined;
    case 'confirm':
      return needs('confirm');
    case 'role-too-small':
      if ('id' in state.request) return needs('pass-on');
      return state.organisation ? needs('continue') : undefined;
    case 'sign-in':
    case 'other-account':
    case 'approved-before':
    case 'to-confirm':
      return needs('sign-in');
    case 'returned-in-dialog':
      return needs('close');
    case 'blocked':
    case 'unknown': {
      const { cause } = state.check.verdict;
      const said = model.lead.map(({ key }) => key);
      if (SIGN_IN_CURES.has(cause ?? '') && !model.others.some((one) => one.name === 'sign-in'))
        return `${name}, ${cause ?? ''}, without a sign-in`;
      if (cause === 'other-cloud' && said.includes('approval.unknown.next'))
        return 'promises that asking again helps';
      return asksAgain ? undefined : `${name}, and nobody asks again`;
    }
    case 'unproven':
      return (primary ?? asksAgain) ? undefined : 'unproven with nothing to do and nobody asking';
    default:
      return ENDS.has(name) ||
        busy ||
        primary !== undefined ||
        model.others.length > 0 ||
        asksAgain ||
        saysHow(model)
        ? undefined
        : `${name} leads nowhere`;
  }
}

/** By a window of the person's own choice. */
const SIGN_IN_CURES: ReadonlySet<string> = new Set([
  'account-disabled',
  'unrecognised',
  'page-failed',
  'host-unavailable',
]);

/** The words tell whom to ask for a new link. */
const saysHow = ({ lead }: ApprovalScreenModel): boolean =>
  lead.some(({ key }) => key === 'approval.ask-for-new-link');

function checkStep(
  before: ApprovalState,
  event: ApprovalEvent,
  [after, effects]: readonly [ApprovalState, readonly ApprovalEffect[]],
): ApprovalScreenModel {
  const fail = (what: string): never => {
    throw new Error(`${what}: ${event.type} in ${shapeOf(before)}`);
  };
  const model = approvalScreenOf(after);
  if (!isGreen(before.check.verdict) && isGreen(after.check.verdict)) {
    const proved =
      event.type === 'probe-answered' &&
      event.report === grantedForTenant &&
      event.number === before.check.probing?.number;
    if (!proved) fail('green without Microsoft’s word');
    if (after.organisation?.kind === 'tenant' && after.organisation.tenant !== CONTOSO)
      fail('green for another organisation');
  }
  if (after.claim?.standing === 'verified' && before.claim?.standing !== 'verified') {
    if (event.type !== 'tenant-discovered' || event.tenant !== after.organisation?.tenant)
      fail('a name verified without Microsoft’s word');
  }
  if ((model.tone === 'good') !== (model.name === 'confirmed')) fail(`green tone on ${model.name}`);
  if (model.name === 'confirmed' && !isGreen(after.check.verdict)) fail('confirmed without proof');
  if ((model.receipt !== undefined) !== (model.name === 'confirmed')) fail('a receipt of nothing');
  for (const effect of effects) {
    if (effect.do === 'leave') {
      if (!effect.url.startsWith(`${SETUP.loginOrigin}/`)) fail(`leaves to ${effect.url}`);
      if (!after.online) fail('leaves without a network');
    }
    if (effect.do === 'probe' && after.memory.dialog) fail('a dialog asks although its pane does');
    const isPanes = after.memory.dialog || after.memory.hadOpener === true;
    if (effect.do === 'make-request' && !isPanes && after.organisation === undefined)
      fail('makes a request for nobody');
    if (effect.do === 'tell-parent' && !after.memory.dialog) fail('tells who cannot hear');
    if (effect.do === 'close-window' && !isPanes) fail('closes what no pane has opened');
  }
  if (effects.filter((effect) => effect.do === 'probe').length > 1) fail('two questions at once');
  if (effects.filter((effect) => effect.do === 'leave').length > 1) fail('leaves twice');
  const planned = effects.findLast((effect) => 'timer' in effect && effect.timer === 'watch');
  if (planned?.do === 'schedule' && after.check.nextAtMs === undefined) fail('a hidden timer');
  if (planned?.do === 'cancel' && after.check.nextAtMs !== undefined)
    fail('a promised check without a timer');
  if (isGreen(after.check.verdict) && after.check.nextAtMs !== undefined) fail('asks on although confirmed');
  if (after.memory.dialog && !model.busy && model.primary === undefined) fail('a dialog with no way on');
  const ending = deadEnd(after, model);
  if (ending !== undefined) fail(ending);
  const missing = wayOnMissing(after, model);
  if (missing !== undefined) fail(`${missing}, on ${model.name}`);
  if (after.place.at === 'returned' && !after.place.isBelieved && STATED_AS_FACT.has(model.name))
    fail('an address that nobody vouches for is stated as a fact (S13)');
  return model;
}

/** A button that can be pressed does something: the screen is another one, or something goes on in the world. */
function idleButton(state: ApprovalState, nowMs: number): string | undefined {
  // Without a network the notice says so already; and while one way to Microsoft is made, the others wait for it.
  if (!state.online || state.redirect.phase.startsWith('making')) return undefined;
  const shown = approvalScreenOf(state);
  const idle = [shown.primary, ...shown.others].find((action) => {
    if (action === undefined || action.busy === true || !('event' in action)) return false;
    const [next, effects] = approvalTransition(state, action.event, { nowMs, fraction: 0.5 });
    return effects.length === 0 && JSON.stringify(approvalScreenOf(next)) === JSON.stringify(shown);
  });
  return idle && `${idle.name} does nothing on ${shown.name}`;
}

/** Screens that say what somebody did at Microsoft. */
const STATED_AS_FACT: ReadonlySet<string> = new Set(['spreading', 'confirm', ...RETURN_OUTCOMES]);

test('every reachable state keeps its promises under every event', () => {
  const start = initialApprovalState(SETUP);
  const seen = new Set([shapeOf(start)]);
  const queue: { readonly state: ApprovalState; readonly nowMs: number }[] = [{ state: start, nowMs: START }];
  const names = new Set<string>();
  let steps = 0;
  // The list grows while it is walked. The space of shapes is finite; the limit only ends a mistake.
  for (const { state, nowMs } of queue) {
    for (const event of eventsIn(state, nowMs)) {
      steps += 1;
      if (steps > 8_000_000) throw new Error('The states do not come to an end');
      const step = approvalTransition(state, event, { nowMs, fraction: 0.5 });
      if (step[0] === state && step[1].length === 0) continue;
      names.add(checkStep(state, event, step).name);
      const shape = shapeOf(step[0]);
      if (!seen.has(shape)) {
        seen.add(shape);
        const idle = idleButton(step[0], nowMs);
        if (idle !== undefined) throw new Error(`${idle}: ${shape}`);
        // A minute on, so that the budget does not hide a way through.
        queue.push({ state: step[0], nowMs: nowMs + 60_000 });
      }
    }
  }
  expect(seen.size).toBeGreaterThan(500);
  expect([...names].toSorted()).toEqual([
    'approved-before',
    'blocked',
    'confirm',
    'confirmed',
    'confirming',
    'denied',
    'expired',
    'failed',
    'forged',
    'gone',
    'invitation',
    'left',
    'lost',
    'not-arrived',
    'opening',
    'other-account',
    'other-tenant',
    'partial',
    'repeated',
    'returned-in-dialog',
    'role-too-small',
    'sign-in',
    'spreading',
    'starting',
    'to-confirm',
    'unasked',
    'unknown',
    'unproven',
  ]);
});
