import type { HostFacts, PaneEvent, TimerName } from './event';
import {
  endDialog,
  expireAttempt,
  leaveOldWindows,
  loseSight,
  closeDialog,
  noteDialogOpen,
  noteWhereConsented,
  renewDialog,
  startAttempt,
  openDialog,
} from './dialog';
import {
  lastHeardAtMs,
  answered,
  ask,
  askOnline,
  askWhenDue,
  hearStale,
  leaveOpen,
  outOfPatience,
  plan,
  unlessNobodyAsks,
  unschedule,
} from './probe';
import {
  chooseWay,
  endOldRequest,
  finishSharing,
  followOrganisation,
  followTenant,
  hearGone,
  hearShared,
  hearTakenBack,
  keepLink,
  remind,
  replaceLink,
  startSharing,
  takeBackAgain,
  useStraightLink,
  withdraw,
} from './sharing';
import { hearHint } from './hints';
import { takeTime } from './history';
import { dropOldNews } from './old-news';
import { MEMORY_KEYS, toStore } from './memory';
import { remember } from './remember';
import { initialState, type State } from './state';
import type { Step } from './step';
import {
  askSituation,
  chooseSituation,
  leaveView,
  noteRecipient,
  showView,
  tickStep,
  situationFirst,
} from './view';
import { isStanding } from '../office-dialog';
import { askSoon, provesNetwork } from '../asking/asking';
import { endSpread, FRESH_MS, isFresh, type Moment } from '../asking/watch';
import { isGreen } from '../consent/verdict';
import { ownDomainOf } from '../tenant';

// What is green changes rarely.
const GREEN_FRESH_MS = 60_000;

/**
 * The pane's whole behaviour. Pure: the moment is given, effects are data. Every event is allowed in every state; one
 * that does not belong there changes nothing.
 */
export function transition(state: State, event: PaneEvent, moment: Moment): Step {
  const [timed, effects] = takeTime(state, stepOf(state, event, moment), moment);
  const [next, ending] = endOldRequest(timed, moment);
  const [shown, making] = replaceLink(next, moment);
  const [heard, leaving] = leaveOldWindows(shown, moment);
  return [dropOldNews(state, unlessNobodyAsks(heard)), [...effects, ...ending, ...making, ...leaving]];
}

function stepOf(state: State, event: PaneEvent, moment: Moment): Step {
  switch (event.type) {
    case 'opened':
      return ask({ ...state, visible: event.visible, online: event.online }, 'silent', moment);
    case 'host-introduced':
      return meetHost(state, event.host, moment);
    case 'remembered':
      return remember(state, event, moment);
    case 'probe-answered':
      return hearAnswer(state, event, moment);
    case 'time-came':
      return timeCame(state, event.timer, moment);
    case 'check-asked':
      // Never with a window: whoever wants to sign in is offered just that.
      return ask(askSoon(state), 'silent', moment, { purpose: 'press' });
    case 'sign-in-asked':
      return ask(askSoon(state), 'interactive', moment);
    case 'approval-asked':
      return situationFirst(state) ?? openDialog(state, moment);
    case 'confirmation-asked':
      return openDialog(state, moment, { confirm: true });
    case 'renewal-asked':
      return renewDialog(state, moment);
    case 'dialog-given-up':
      return closeDialog(state, moment);
    case 'dialog-opened':
      return noteDialogOpen(state);
    case 'attempt-started':
      return startAttempt(state, event, moment);
    case 'dialog-refused':
      return endDialog(state, event.why === 'failed' ? 'dialog-failed' : event.why, moment);
    case 'dialog-told':
      return endDialog(noteWhereConsented(state, event), event.outcome, moment);
    case 'dialog-closed':
      return loseSight(state, moment);
    case 'share-asked':
      // The question goes to who can answer it: the administrator's page asks.
      return startSharing(state, moment);
    case 'situation-asked':
      return askSituation(state);
    case 'situation-chosen':
      return chooseSituation(state, event.situation, moment);
    case 'view-asked':
      return showView(state, event.view, moment);
    case 'view-left':
      return leaveView(state);
    case 'copy-asked':
      return [state, [{ do: 'copy', text: event.text }]];
    case 'diagnostics-asked':
      return [state, [{ do: 'hand-over-diagnostics', how: event.how }]];
    case 'letter-asked':
      return [state, [{ do: 'open-letter', letter: event.letter }]];
    case 'handed-over':
      return [{ ...state, handedOver: event }, []];
    case 'recipient-noted':
      return noteRecipient(state, event.withWhom);
    case 'request-made':
      return keepLink(state, event, moment);
    case 'request-not-made':
      return useStraightLink(state, event, moment);
    case 'way-chosen':
      return chooseWay(state, event.message, moment);
    case 'shared':
      return finishSharing(state, event, moment);
    case 'reminder-asked':
      return remind(state, event.message);
    case 'step-ticked':
      return tickStep(state, event.step, event.done);
    case 'withdrawal-asked':
      return withdraw(state, moment);
    case 'withdrawal-answered':
      return hearTakenBack(state, event);
    case 'hint-heard':
      return hearHint(state, event, moment);
    case 'request-gone':
      return hearGone(state, event.request, moment);
    case 'mailbox-changed':
      return beginAnew(state, event.host, moment);
    case 'lead-taken':
      return takeLead(state, moment);
    case 'peer-saw-change':
      return askOnline(state, moment, { fromPeer: true });
    case 'peer-shared':
      return hearShared(state);
    case 'shown':
      return askUnlessFresh({ ...state, visible: true }, moment);
    case 'focused':
      return askUnlessFresh(state, moment);
    case 'hidden':
      // Another pane may be in sight and takes the lead (`Peers`); this one hears when it is its turn again.
      return unschedule({ ...state, visible: false, leading: false });
    case 'went-online':
      return ask(askSoon({ ...state, online: true }), 'silent', moment);
    case 'went-offline':
      return plan(askSoon({ ...state, online: false }), moment);
    default:
      return event satisfies never;
  }
}

function hearAnswer(
  state: State,
  answer: Extract<PaneEvent, { type: 'probe-answered' }>,
  moment: Moment,
): Step {
  const { number, report } = answer;
  const { probing } = state;
  if (number !== probing?.number) return answered(state, answer, moment);
  const online = state.online || provesNetwork(report);
  // It was asked before the host told whose mailbox this is, and may be about another organisation (F15).
  if (probing.again && report.mailbox === undefined && state.host?.mailDomain !== undefined)
    return hearStale({ ...state, online }, report, moment);
  const [about, leaving] = followTenant({ ...state, online }, report, moment);
  const [next, effects] = answered(followOrganisation(about, report), answer, moment);
  // Whenever it is time to ask Microsoft, it is time to tell the service what it has not heard.
  return [next, [...leaving, ...effects, ...takeBackAgain(next.withdrawing)]];
}

/** A host that comes late tells whose mailbox it is after the question was asked without knowing it (F14, F15). */
function meetHost(state: State, host: HostFacts, moment: Moment): Step {
  const isNews = state.host !== undefined && state.host.mailDomain === undefined;
  const isTheirs = state.lastState?.organisation === host.mailDomain;
  const met: State = { ...state, host, lastState: isTheirs ? state.lastState : undefined };
  if (!isNews || host.mailDomain === undefined) return [met, []];
  // What was found was the account's organisation, and this mailbox may be another's: the answer tells.
  const open = host.mailDomain === ownDomainOf(state.account) ? met : leaveOpen(met);
  const [next, asking] = askOnline(askSoon({ ...open, confirmation: undefined }), moment);
  // What an earlier pane of this mailbox has kept lies with the mailbox, which nobody could name before. What was done here
  // before then goes there now.
  const { request, situation } = state;
  return [
    next,
    [
      ...(request ? [{ do: 'store', key: MEMORY_KEYS.request, value: toStore(request) } as const] : []),
      ...(situation ? [{ do: 'store', key: MEMORY_KEYS.situation, value: situation } as const] : []),
      { do: 'read-memory' },
      ...asking,
    ],
  ];
}

function timeCame(state: State, timer: TimerName, moment: Moment): Step {
  switch (timer) {
    case 'patience':
      return outOfPatience(state, moment);
    case 'attempt':
      return expireAttempt(state);
    case 'reminder':
      return [state.request ? { ...state, reminderDue: true } : state, []];
    case 'watch':
      return askWhenDue(state, moment);
    case 'history':
      // The time that it brings is all (`takeTime`).
      return [state, []];
    default:
      return timer satisfies never;
  }
}

/**
 * Another mailbox stands beside the pane: nothing of what is known is about it. The numbers of questions rise on, so that
 * answers about the earlier mailbox are late; and what was asked for it stays in the budget.
 */
function beginAnew(state: State, host: HostFacts, moment: Moment): Step {
  const { setup, visible, online, leading, asked, linksAsked, watch } = state;
  const anew: State = {
    ...initialState(setup),
    host,
    visible,
    online,
    leading,
    asked,
    linksAsked,
    watch: endSpread(watch),
  };
  const [opened, asking] = ask(anew, 'silent', moment, { purpose: 'occasion' });
  return [
    opened,
    [
      ...(isStanding(state.dialog) ? [{ do: 'close-dialog' } as const] : []),
      { do: 'stop-listening' },
      { do: 'cancel', timer: 'attempt' },
      { do: 'cancel', timer: 'reminder' },
      { do: 'cancel', timer: 'patience' },
      { do: 'read-memory' },
      ...asking,
    ],
  ];
}

function takeLead(state: State, moment: Moment): Step {
  const [planned, effects] = plan({ ...state, leading: true }, moment);
  return [planned, [{ do: 'log', event: 'lead-taken', facts: {} }, ...effects]];
}

function askUnlessFresh(state: State, moment: Moment): Step {
  const freshMs = isGreen(state.verdict) ? GREEN_FRESH_MS : FRESH_MS;
  const fresh = isFresh(lastHeardAtMs(state), freshMs, moment.nowMs);
  if (!fresh && state.online) return ask(state, 'silent', moment);
  return state.nextAtMs === undefined ? plan(state, moment) : [state, []];
}
