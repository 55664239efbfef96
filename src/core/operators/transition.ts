import type { Moment } from '../asking/watch';
import type { Asked } from './asked';
import type { OperatorsEvent, OperatorsTimer } from './event';
import {
  askAfterTyping,
  changeQuery,
  readNextPage,
  retry,
  retryCounts,
  retryPage,
  takeCounts,
  takePage,
  troubleOf,
} from './list';
import {
  askDeletion,
  checkTenant,
  deleteTenant,
  dismissEntry,
  enterTenant,
  makeLink,
  noteCopy,
  openTenant,
  retryTenant,
  takeCheck,
  takeDeletion,
  takeLink,
  takeTenant,
} from './organisation';
import { shutOut, signIn, takeSignIn } from './session';
import { awaits, type OperatorsState, type OperatorsStep } from './state';

/**
 * The whole behaviour of the operators' page. Pure: the moment is given, effects are data. Every event is allowed in
 * every state; one that does not belong there changes nothing.
 */
export function operatorsTransition(
  state: OperatorsState,
  event: OperatorsEvent,
  moment: Moment,
): OperatorsStep {
  const { session } = state;
  // Whatever was asked, an answer that shuts the operator out does, unless it was for the sign-in before.
  const concerns = 'answer' in event && session.phase === 'signed-in' && event.number > session.after;
  return (concerns ? shutOut(state, event.answer) : undefined) ?? step(state, event, moment);
}

function step(state: OperatorsState, event: OperatorsEvent, moment: Moment): OperatorsStep {
  switch (event.type) {
    case 'opened':
      return [state, [{ do: 'sign-in', manner: 'silent' }]];
    case 'sign-in-asked':
      return signIn(state);
    case 'signed-in':
      return takeSignIn(state, event.report);
    case 'query-changed':
      return changeQuery(state, event.query, event.typing);
    case 'end-neared':
      return readNextPage(state);
    case 'retry-asked':
      return retry(state);
    case 'page-answered':
      return takePage(state, event.number, event.answer, moment);
    case 'counts-answered':
      return takeCounts(state, event.number, event.answer, moment);
    case 'tenant-opened':
      return isSignedIn(state) ? openTenant(state, event.id) : [state, []];
    case 'tenant-closed':
      return [{ ...state, open: undefined }, [{ do: 'cancel', timer: 'tenant' }]];
    case 'tenant-retry-asked':
      return retryTenant(state);
    case 'tenant-answered':
      return takeTenant(state, event.number, event.answer, moment);
    case 'check-asked':
      return checkTenant(state);
    case 'check-answered':
      return takeCheck(state, event.number, event.answer, moment);
    case 'link-asked':
      return makeLink(state);
    case 'link-answered':
      return takeLink(state, event.number, event.answer, moment);
    case 'link-copied':
      return noteCopy(state, event.ok);
    case 'deletion-asked':
      return askDeletion(state, true);
    case 'deletion-dismissed':
      return askDeletion(state, false);
    case 'deletion-confirmed':
      return deleteTenant(state);
    case 'deletion-answered':
      return takeDeletion(state, event.number, event.answer, moment);
    case 'csv-asked':
      return saveCsv(state);
    case 'csv-answered':
      return takeCsv(state, event.number, event.answer);
    case 'entry-opened':
      return isSignedIn(state)
        ? [{ ...state, entry: { phase: 'open' }, notice: undefined }, []]
        : [state, []];
    case 'entry-dismissed':
      return dismissEntry(state);
    case 'entry-asked':
      return enterTenant(state, event.text);
    case 'notice-dismissed':
      return [{ ...state, notice: undefined }, []];
    case 'time-came':
      return AT[event.timer](state);
    default:
      return event satisfies never;
  }
}

const AT: Readonly<Record<OperatorsTimer, (state: OperatorsState) => OperatorsStep>> = {
  typing: askAfterTyping,
  page: retryPage,
  counts: retryCounts,
  tenant: retryTenant,
};

const isSignedIn = ({ session }: OperatorsState): boolean => session.phase === 'signed-in';

/** The file holds what the query asks for, as the service has it at that moment. */
function saveCsv(state: OperatorsState): OperatorsStep {
  if (!isSignedIn(state) || state.csv.phase === 'under-way') return [state, []];
  const number = state.asked + 1;
  return [
    { ...state, asked: number, csv: { phase: 'under-way', number }, notice: undefined },
    [{ do: 'save-csv', number, query: state.query }],
  ];
}

function takeCsv(state: OperatorsState, number: number, answer: Asked<boolean>): OperatorsStep {
  if (!awaits(state.csv, number)) return [state, []];
  const done: OperatorsState = { ...state, csv: { phase: 'none' } };
  if (!answer.ok) return [{ ...done, notice: { kind: 'csv-not-saved', why: troubleOf(answer.why) } }, []];
  return answer.value
    ? [{ ...done, notice: { kind: 'csv-saved' } }, []]
    : [{ ...done, notice: { kind: 'csv-not-saved', why: 'browser' } }, []];
}
