import fc from 'fast-check';

import type { ConsentAnswer } from '../../../src/core/api/consent-answer';
import type { ProbeReport } from '../../../src/core/consent/evidence';
import { initialState, type State } from '../../../src/core/pane/state';
import type { PaneEffect } from '../../../src/core/pane/effect';
import type { PaneEvent } from '../../../src/core/pane/event';
import { transition } from '../../../src/core/pane/transition';
import type { ScreenModel } from '../../../src/core/pane/screens/model';
import { screenOf } from '../../../src/core/pane/screens/screen';
import { permissionSetFor } from '../../../src/core/situation';
import { isGreen } from '../../../src/core/consent/verdict';
import { BUDGET, TOKENS_PER_PROBE } from '../../../src/core/asking/watch';
import {
  answer,
  answeredAs,
  approvedNotConfirmed,
  declined,
  domain,
  FABRIKAM,
  grantedForTenant,
  heard,
  noAccount,
  notConsented,
  onlyMia,
  ownToken,
  ALL_DELEGATED,
  partlyGranted,
  refused,
  SETUP,
  unreachable,
} from '../../support/evidence';
import { wayOnMissing } from './ways-on';

const START = Date.UTC(2026, 0, 15, 9);
const REQUEST_ID = 'AAAAAAAAAAAAAAAAAAAAAA';
const at = (nowMs: number): string => new Date(nowMs).toISOString();

/** All that is required but in group edition, which needs mailboxes that a group shares. */
const notShared = heard(answer(({ scope }) => (scope === 'Mail.ReadWrite.Shared' ? 'missing' : 'tenant')));

/** Everything is granted, and the service found what stops this user all the same. */
const stopped = (obstacle: 'user-not-assigned' | 'application-disabled'): ProbeReport =>
  heard({ ...answer(() => 'tenant'), obstacle } as ConsentAnswer);

/** Outlook told a mailbox that Microsoft places nowhere, one of another organisation, and none. */
const ofUnplacedMailbox = { ...grantedForTenant, mailbox: { domain: domain('elsewhere.example') } };
const ofOtherTenant = {
  ...grantedForTenant,
  mailbox: { domain: domain('fabrikam.example'), tenant: FABRIKAM },
};
const { mailbox: _, ...withoutMailbox } = grantedForTenant;

const REPORTS: readonly ProbeReport[] = [
  grantedForTenant,
  notConsented,
  partlyGranted,
  notShared,
  onlyMia,
  declined,
  unreachable,
  noAccount,
  ownToken(ALL_DELEGATED),
  refused('AADSTS50196: loop', { retryAfterMs: 60_000 }),
  // What stands in the way, each with its own cure (10.3).
  stopped('user-not-assigned'),
  stopped('application-disabled'),
  refused('AADSTS50057: this account is disabled'),
  refused('AADSTS53003: policy'),
  refused('AADSTS900439: another cloud'),
  refused('AADSTS650056: misconfigured'),
  refused('stuck', { errorClass: 'other', errorCode: 'native_executor_error' }),
  { ...unreachable, seen: { kind: 'unreachable', what: 'host' } } as const,
  ofUnplacedMailbox,
  ofOtherTenant,
  withoutMailbox,
  approvedNotConfirmed,
  refused('user_cancelled', { errorClass: 'auth', errorCode: 'user_cancelled' }),
];

/** Every event that can come, answers to the current and to an older question among them. */
function eventsIn(state: State, nowMs: number): readonly PaneEvent[] {
  return [
    { type: 'opened', visible: true, online: true },
    { type: 'host-introduced', host: { canOpenDrafts: true } },
    { type: 'host-introduced', host: { canOpenDrafts: true, isShared: true } },
    { type: 'remembered' },
    {
      type: 'remembered',
      request: {
        id: REQUEST_ID,
        link: 'https://pane.example/grant.html?request=x',
        madeAtMs: nowMs,
        way: 'copy',
        sharedAtMs: nowMs,
      },
      confirmation: { kind: 'granted', forTenant: true, atMs: nowMs, lastGrantedAtMs: nowMs },
    },
    ...REPORTS.map((report) => answeredAs(state.asked, report)),
    // Late ones are dropped, whatever they say.
    ...REPORTS.slice(0, 11).map((report) => answeredAs(state.asked - 1, report)),
    { type: 'time-came', timer: 'watch' },
    { type: 'time-came', timer: 'patience' },
    { type: 'time-came', timer: 'attempt' },
    { type: 'check-asked' },
    { type: 'sign-in-asked' },
    { type: 'approval-asked' },
    { type: 'renewal-asked' },
    { type: 'dialog-given-up' },
    { type: 'share-asked' },
    { type: 'view-left' },
    { type: 'situation-asked' },
    { type: 'situation-chosen', situation: 'autopilot-everyone' },
    { type: 'situation-chosen', situation: 'no-autopilot' },
    { type: 'situation-chosen', situation: 'group-edition' },
    { type: 'remembered', situation: 'group-edition' },
    { type: 'view-asked', view: 'showing' },
    { type: 'view-asked', view: 'help' },
    { type: 'recipient-noted', withWhom: 'Adele' },
    { type: 'copy-asked', text: 'text' },
    { type: 'handed-over', what: 'copy', ok: false },
    { type: 'time-came', timer: 'reminder' },
    {
      type: 'way-chosen',
      message: {
        way: 'draft',
        link: state.link.phase === 'made' ? state.link.link : 'https://pane.example/other',
        draft: { subject: 'subject', textBody: 'text', htmlBody: 'text' },
      },
    },
    {
      type: 'reminder-asked',
      message: { way: 'mail', link: state.request?.link ?? 'https://pane.example/other', url: 'mailto:?' },
    },
    { type: 'shared', way: 'draft', ok: true },
    { type: 'shared', way: 'draft', ok: false },
    { type: 'shared', way: 'draft', ok: 'not-known' },
    { type: 'withdrawal-asked' },
    { type: 'request-gone', request: REQUEST_ID },
    { type: 'withdrawal-answered', id: REQUEST_ID, ok: true, isAsked: true },
    { type: 'withdrawal-answered', id: REQUEST_ID, ok: false, isAsked: true },
    { type: 'dialog-opened' },
    { type: 'attempt-started', expiresAtMs: nowMs + 300_000 },
    { type: 'dialog-refused', why: 'popup-blocked' },
    { type: 'dialog-told', outcome: 'accepted' },
    { type: 'dialog-told', outcome: 'forged' },
    { type: 'dialog-closed' },
    {
      type: 'request-made',
      number: state.linksAsked,
      made: { id: REQUEST_ID, link: 'https://pane.example/x', madeAt: at(nowMs), expiresAt: at(nowMs + 1e9) },
    },
    { type: 'request-not-made', number: state.linksAsked, state: REQUEST_ID },
    {
      type: 'hint-heard',
      request: state.request?.id ?? REQUEST_ID,
      hint: { number: state.history.length + 1, kind: 'returned', at: at(nowMs) },
    },
    {
      type: 'hint-heard',
      request: state.request?.id ?? REQUEST_ID,
      hint: { number: state.history.length + 1, kind: 'opened', at: at(nowMs) },
    },
    {
      type: 'hint-heard',
      request: state.request?.id ?? REQUEST_ID,
      hint: { number: 1, kind: 'withdrawn', at: at(nowMs) },
    },
    {
      type: 'mailbox-changed',
      host: { canOpenDrafts: true, mailDomain: domain('fabrikam.example') },
    },
    { type: 'lead-taken' },
    { type: 'peer-saw-change' },
    { type: 'peer-shared' },
    { type: 'shown' },
    { type: 'focused' },
    { type: 'hidden' },
    { type: 'went-online' },
    { type: 'went-offline' },
  ];
}

/** What differs between two states for the person in front of the pane and for the loop; times and counts do not. */
const shapeOf = (state: State): string =>
  [
    state.verdict.kind,
    'breadth' in state.verdict ? state.verdict.breadth : '',
    permissionSetFor(state.situation, SETUP.set).length < SETUP.set.length ? 'delegated only' : 'whole set',
    state.view === 'sharing' ? `${state.view}/${state.link.phase}/${state.sharing.phase}` : state.view,
    state.dialog.phase,
    state.request === undefined ? 'no request' : 'request',
    state.probing?.manner ?? 'not asking',
    state.visible && state.online ? 'awake' : 'asleep',
    state.leading ? 'leading' : 'following',
  ].join(', ');

/** What Microsoft must have said: everything, or all that an organisation without Autopilot needs. */
const provesGreen = (report: ProbeReport, { situation }: State): boolean =>
  report === grantedForTenant ||
  report === withoutMailbox ||
  (report === partlyGranted && (situation === 'no-autopilot' || situation === 'group-edition')) ||
  (report === notShared && situation !== 'group-edition');

/** Whether Microsoft's word is there for every permission that this organisation needs. */
const coversNeeds = ({ verdict, situation }: State): boolean =>
  permissionSetFor(situation, SETUP.set).every(
    (permission) =>
      !permission.required ||
      (verdict.kind === 'granted' &&
        verdict.findings.some(
          ({ id, state }) => id === `${permission.kind}:${permission.scope}` && state === 'tenant',
        )),
  );

const TELLS_WHAT_WAS_DONE = /^(not-)?handed-over\.|^share-(done|failed)\./;

/** Something has come after what the person did last, and the screen of the verdict is where it is told. */
const isNews = (before: State, event: PaneEvent, after: State): boolean =>
  event.type !== 'handed-over' &&
  event.type !== 'shared' &&
  event.type !== 'withdrawal-asked' &&
  event.type !== 'request-gone' &&
  event.type !== 'withdrawal-answered' &&
  after.view === 'verdict' &&
  (after.verdict.kind !== before.verdict.kind ||
    after.dialog.phase !== before.dialog.phase ||
    after.notRenewed !== before.notRenewed ||
    after.online !== before.online ||
    after.view !== before.view);

const MOMENT = { nowMs: START, fraction: 0.5 };

/** Of what the screen offers, what would change nothing. */
function lostPresses(state: State): readonly string[] {
  const { name, primary, choices = [], others, notice, share, situations = [], steps = [] } = screenOf(state);
  const presses = [primary, ...choices.map(({ action }) => action), ...others, notice?.action].flatMap(
    (one) => (one === undefined || one.busy ? [] : [{ name: one.name, event: one.event }]),
  );
  // The link that is shown is neither sent nor copied by a way.
  const ways = [...(name === 'sharing' ? (share?.ways ?? []) : []), notice?.reminder].flatMap((one) =>
    one?.facts === undefined || one.busy || one.off
      ? []
      : [
          {
            name: one.name,
            event: { type: one.asks, message: { way: 'copy', link: one.facts.link } } as const,
          },
        ],
  );
  const answers = situations.map(({ situation, event }) => ({ name: situation, event }));
  const ticks = steps.flatMap(({ name: step, tick }) => (tick ? [{ name: step, event: tick }] : []));
  return [...presses, ...ways, ...answers, ...ticks]
    .filter(({ event }) => {
      const [after, effects] = transition(state, event, MOMENT);
      return after === state && effects.length === 0;
    })
    .map((lost) => `${lost.name} on ${name}`);
}

/** What must hold of every step, wherever it starts; answers the screen after it. */
function checkStep(
  before: State,
  event: PaneEvent,
  [after, effects]: readonly [State, readonly PaneEffect[]],
): ScreenModel {
  const fail = (what: string, where = ''): never => {
    throw new Error(`${what}: ${event.type} in ${shapeOf(before)}${where}`);
  };
  const becameGreen = !isGreen(before.verdict) && isGreen(after.verdict);
  if (
    becameGreen &&
    !(
      event.type === 'probe-answered' &&
      provesGreen(event.report, before) &&
      event.number === before.probing?.number
    )
  ) {
    fail("green without Microsoft's word");
  }
  if (isGreen(after.verdict) && !coversNeeds(after)) fail('green for less than is needed');
  const model = screenOf(after);
  if (
    (model.name === 'granted') !==
    (isGreen(after.verdict) &&
      after.view === 'verdict' &&
      after.dialog.phase !== 'open' &&
      after.dialog.phase !== 'opening')
  ) {
    fail('the granted screen and the verdict disagree');
  }
  if ((model.tone === 'good') !== (model.name === 'granted')) fail(`green tone on ${model.name}`);
  if (isGreen(after.verdict) && after.request) fail('a request is pending although granted');
  if (effects.filter((effect) => effect.do === 'probe').length > 1) fail('two questions at once');
  if (after.asked < before.asked) fail('numbers must rise');
  const planned = effects.findLast((effect) => 'timer' in effect && effect.timer === 'watch');
  if (planned?.do === 'schedule' && after.nextAtMs === undefined) fail('a hidden timer');
  if (planned?.do === 'cancel' && after.nextAtMs !== undefined) fail('a promised check without a timer');
  // A window that may be lost is asked past as soon as the budget allows: only there a question is planned beside one.
  if (
    after.probing?.manner === 'silent' &&
    after.nextAtMs !== undefined &&
    planned?.do !== 'cancel' &&
    before.nextAtMs === undefined
  ) {
    fail('asking and planning at once');
  }
  if (!after.visible && planned?.do === 'schedule') fail('a timer while nobody looks');
  if (after.visible && !after.online && !after.probing && after.nextAtMs === undefined)
    fail('believes the browser that there is no network');
  // Only a person, the plan, or a pane that knows nothing yet, asks where the browser says that there is no network.
  const asksOffline = !after.online && effects.some((effect) => effect.do === 'probe');
  const mayAsk = ['check-asked', 'sign-in-asked', 'time-came', 'mailbox-changed'].includes(event.type);
  if (asksOffline && !mayAsk) fail('a question without a network');
  if (TELLS_WHAT_WAS_DONE.test(model.notice?.text.key ?? '') && isNews(before, event, after))
    fail(`${model.notice?.text.key ?? ''} hides what is new`);
  if (after.arriving && model.notice?.reminder) fail('reminds of an approval that is on its way');
  if ((after.view === 'sharing' || after.view === 'showing') && after.link.phase === 'none')
    fail('shares no link, and none is made');
  if (event.type === 'shared' && before.sharing.phase === 'under-way' && before.sharing.way === event.way) {
    if (after.sharing.phase === 'under-way') fail('a message that is out is still on its way');
  }
  const opened = effects.find((effect) => effect.do === 'open-dialog');
  if (
    after.verdict.kind === 'required' &&
    event.type === 'renewal-asked' &&
    opened?.url.includes('confirm=1')
  )
    fail('confirms an approval that is gone');
  if (after.verdict.kind === 'required' && model.title.key === 'approving.title.confirm')
    fail('speaks of confirming an approval that is gone');
  const missing = wayOnMissing(after, model);
  if (missing !== undefined) fail(missing, `, on ${model.name}`);
  const stuck =
    model.primary === undefined &&
    model.choices === undefined &&
    model.others.length === 0 &&
    model.share === undefined;
  const goesOnByItself =
    model.name === 'checking' && (after.probing !== undefined || after.nextAtMs !== undefined);
  if (stuck && !goesOnByItself) fail('no way on');
  // Whether the pane leads or not.
  const isDue = event.type === 'time-came' && event.timer === 'watch' && before.nextAtMs !== undefined;
  if (isDue && after.probing === undefined && after.nextAtMs === undefined)
    fail('a promised check that is not made');
  return model;
}

test('every reachable state keeps its promises under every event', () => {
  const seen = new Map<string, State>();
  const start = initialState(SETUP);
  const queue: { readonly state: State; readonly nowMs: number }[] = [{ state: start, nowMs: START }];
  seen.set(shapeOf(start), start);
  const names = new Set<string>();
  const lost = new Set<string>();
  let steps = 0;
  // The list grows while it is walked. The space of shapes is finite; the limit only ends a mistake.
  for (const { state, nowMs } of queue) {
    for (const event of eventsIn(state, nowMs)) {
      steps += 1;
      if (steps > 2_000_000) throw new Error('The states do not come to an end');
      const step = transition(state, event, { nowMs, fraction: 0.5 });
      // Nothing has changed: what must hold was looked at when the state was reached.
      if (step[0] === state && step[1].length === 0) continue;
      names.add(checkStep(state, event, step).name);
      const shape = shapeOf(step[0]);
      if (!seen.has(shape)) {
        seen.set(shape, step[0]);
        for (const press of lostPresses(step[0])) lost.add(press);
        // Six minutes on, so that the budget never hides a way through.
        queue.push({ state: step[0], nowMs: nowMs + 360_000 });
      }
    }
  }
  expect(seen.size).toBeGreaterThan(500);
  expect([...lost]).toEqual([]);
  expect([...names].toSorted()).toEqual([
    'approving',
    'arriving',
    'blocked',
    'checking',
    'granted',
    'granted-personally',
    'help',
    'other-tenant',
    'partial',
    'required',
    'sharing',
    'showing',
    'sign-in',
    'situation',
    'unknown',
    'waiting',
  ]);
});

test('however long and in whatever order things happen, silent questions keep within the budget', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(1000), fc.nat(45_000), fc.double({ min: 0, max: 0.999, noNaN: true })), {
        maxLength: 150,
        size: 'max',
      }),
      (happenings) => {
        let state = initialState(SETUP);
        let nowMs = START;
        const tokensAt: number[] = [];
        for (const [choice, passedMs, fraction] of happenings) {
          const untilMs = nowMs + passedMs;
          const happens = (event: PaneEvent): void => {
            const step = transition(state, event, { nowMs, fraction });
            checkStep(state, event, step);
            state = step[0];
            for (const effect of step[1]) {
              if (effect.do === 'probe' && effect.manner === 'silent') {
                tokensAt.push(...Array.from({ length: TOKENS_PER_PROBE }, () => nowMs));
              }
            }
          };
          // What is planned comes at its time.
          if (state.nextAtMs !== undefined && state.nextAtMs <= untilMs) {
            nowMs = Math.max(nowMs, state.nextAtMs);
            happens({ type: 'time-came', timer: 'watch' });
          }
          nowMs = untilMs;
          const events = eventsIn(state, nowMs);
          const event = events[choice % events.length];
          if (event) happens(event);
        }
        // Each question may cost two tokens; those that cost one were given back, so only the certain ones count here.
        for (const lastMs of new Set(tokensAt)) {
          const questions =
            tokensAt.filter((other) => other > lastMs - BUDGET.windowMs && other <= lastMs).length /
            TOKENS_PER_PROBE;
          expect(questions).toBeLessThanOrEqual(BUDGET.requests);
        }
      },
    ),
    { numRuns: 1000 },
  );
});
