import { ATTEMPT_LIFETIME_MS, LOOK_ENDS } from '../admin-consent';
import { CONFIRM, DIALOG_LANGUAGE, PATHS } from '../api/paths';
import type { RequestId } from '../api/requests';
import { FORGET_DIALOG, MEMORY_KEYS, type StoredDialog } from './memory';
import type { Step } from './step';
import type { PaneEffect } from './effect';
import { askOnline, expectArrival, plan } from './probe';
import { isInSight, isStanding, type DialogEnd } from '../office-dialog';
import { EXPECTING_MS, needsNothing, situationToAsk, tenantOfRequest, type State } from './state';
import { parseSituation } from '../situation';
import type { TenantId } from '../tenant';
import { askSoon } from '../asking/asking';
import { endSpread, startSpread, type Moment } from '../asking/watch';

const CANCEL_ATTEMPT: PaneEffect = { do: 'cancel', timer: 'attempt' };

/** Opens the dialog on our own page, which goes on to Microsoft. It must happen within the click. */
export function openDialog(
  state: State,
  moment: Moment,
  { confirm = false }: { readonly confirm?: boolean | undefined } = {},
): Step {
  // A press that was on its way when the answer came: there is nothing left to grant.
  if (needsNothing(state, moment.nowMs) || isInSight(state.dialog)) return [state, []];
  const expecting = askSoon({ ...state, expectingUntilMs: moment.nowMs + EXPECTING_MS });
  const [planned, effects] = plan(
    { ...expecting, dialog: { phase: 'opening' }, confirming: confirm, view: 'verdict' },
    moment,
  );
  // An earlier window, whose word never came, may stand in the way, and its five minutes may run.
  return [
    planned,
    [
      { do: 'close-dialog' },
      CANCEL_ATTEMPT,
      { do: 'open-dialog', url: dialogUrl(state, confirm) },
      ...effects,
    ],
  ];
}

function dialogUrl(state: State, confirm: boolean): string {
  const url = new URL(PATHS.approvalPage, state.setup.origin);
  url.searchParams.set('mode', 'dialog');
  // A link that was handed to nobody stays out of it: what the service tells of the dialog's own request is about the dialog.
  const { id } = state.link;
  const tenant = tenantOfRequest(state);
  if (id !== undefined && id === state.request?.id) url.searchParams.set('request', id);
  // Beside the request as well: should it turn out to be of no use, the dialog still asks this organisation, for this.
  if (tenant !== undefined) url.searchParams.set('tenant', tenant);
  const situation = parseSituation(situationToAsk(state));
  if (situation !== undefined) url.searchParams.set('situation', situation);
  // Its browser may have another language than Outlook.
  const { locale } = state.host ?? {};
  if (locale !== undefined) url.searchParams.set(DIALOG_LANGUAGE, locale);
  // The page asks an administrator to look instead of to approve.
  if (confirm) url.searchParams.set(...CONFIRM);
  return url.href;
}

export const noteDialogOpen = (state: State): Step =>
  state.dialog.phase === 'opening' ? [{ ...state, dialog: { phase: 'open' } }, []] : [state, []];

/** The dialog has gone on to Microsoft. Its time is held to what an attempt can last at most. */
export function startAttempt(
  state: State,
  { expiresAtMs, request }: { readonly expiresAtMs: number; readonly request?: RequestId | undefined },
  moment: Moment,
): Step {
  if (!mayStillTell(state)) return [state, []];
  const leftMs = Math.min(expiresAtMs - moment.nowMs, ATTEMPT_LIFETIME_MS);
  if (leftMs <= 0) return expireAttempt(state);
  // Its request tells how it ends even where the window's word is lost. One that was shared is listened to already.
  const open: State = {
    ...state,
    dialog: { phase: 'open', attemptExpiresAtMs: moment.nowMs + leftMs, request },
  };
  const timer: PaneEffect = { do: 'schedule', timer: 'attempt', delayMs: leftMs };
  if (request === undefined || request === state.request?.id) return [open, [timer]];
  const window: StoredDialog = { id: request, untilMs: moment.nowMs + EXPECTING_MS };
  const [heard, listening] = listenToWindow(open, window);
  // The window outlives a pane that is loaded anew; the next one listens as well.
  const kept: PaneEffect = { do: 'store', key: MEMORY_KEYS.dialog, value: { ...window } };
  return [heard, [timer, ...listening, kept]];
}

/** Hears by its request what becomes of a window. Whoever has renewed it may have answered the one before, and no earlier one. */
export function listenToWindow(state: State, window: StoredDialog): Step {
  const before = state.windows.at(-1);
  const [left, leaving] = leaveWindows(state, (one) => one !== before || one.id === window.id);
  return [{ ...left, windows: [...left.windows, window] }, [...leaving, { do: 'listen', id: window.id }]];
}

/** In a window that is older than two attempts nobody answers any more. What was given there may still be on its way. */
export const leaveOldWindows = (state: State, { nowMs }: Moment): Step =>
  state.arriving ? [state, []] : leaveWindows(state, ({ untilMs }) => nowMs >= untilMs);

function leaveWindows(state: State, isOver: (window: StoredDialog) => boolean): Step {
  const over = state.windows.filter(isOver);
  if (over.length === 0) return [state, []];
  const windows = state.windows.filter((window) => !isOver(window));
  return [{ ...state, windows }, over.map(({ id }) => ({ do: 'stop-listening', id }))];
}

/** Whether the dialog's word still counts. */
export const mayStillTell = ({ dialog }: State): boolean =>
  dialog.phase === 'ended' ? dialog.awaitsWord === true : dialog.phase !== 'idle';

/** The five minutes are over. The dialog may still stand open; the person can renew with one click. */
export const expireAttempt = (state: State): Step =>
  isStanding(state.dialog)
    ? [
        {
          ...state,
          dialog: { ...state.dialog, phase: 'open', expired: true, attemptExpiresAtMs: undefined },
        },
        [CANCEL_ATTEMPT],
      ]
    : [state, []];

/**
 * Whether the dialog is for confirming. An approval that was withdrawn meanwhile has to be given anew: a look would find the
 * permission that it reads with gone, and Microsoft would ask one person for it.
 */
export const isConfirming = ({ confirming = false, verdict }: State): boolean =>
  confirming && verdict.kind !== 'required';

/** Whoever sits here has approved, or looked, in their own window: they need not ask an administrator for what that lets one do. */
export const isAdministrator = ({ dialog }: State): boolean =>
  dialog.phase === 'ended' && (dialog.how === 'accepted' || dialog.how === 'look-blocked');

/** A fresh attempt in a fresh dialog, within the click. A confirmation stays one: an approval could be a smaller one. */
export function renewDialog(state: State, moment: Moment): Step {
  const idle: State = { ...state, dialog: { phase: 'idle' } };
  return openDialog(idle, moment, { confirm: isConfirming(state) });
}

/**
 * Somebody approved for another organisation by mistake. Anybody can be told a wrong one: it is kept for undoing alone,
 * and it proves nothing.
 */
export const noteWhereConsented = (
  state: State,
  { consentedIn }: { readonly consentedIn?: TenantId | undefined },
): State => (consentedIn === undefined || !mayStillTell(state) ? state : { ...state, consentedIn });

// The dialog's own word says more than a hint that somebody came back: no approval is on its way. After any other end,
// Microsoft may have stored one: it is looked for, what the request tells still counts, and nothing is promised.
const REFUSED: readonly DialogEnd[] = ['denied', 'left', 'role-too-small'];
const NOT_APPROVED: ReadonlySet<DialogEnd> = new Set<DialogEnd>([...REFUSED, 'other-tenant', ...LOOK_ENDS]);

/** Whoever refuses takes back nothing that somebody else has given by the link. */
const isGivenByLink = ({ history }: State, how: DialogEnd): boolean =>
  REFUSED.includes(how) && history.some(({ kind }) => kind === 'returned' || kind === 'proved');

/**
 * The dialog is over, however. What it told is a hint: only the question that follows can turn anything green.
 * @param awaitsWord the service has told it: the window may still tell the same, and is closed then
 */
export function endDialog(state: State, how: DialogEnd, moment: Moment, awaitsWord?: true): Step {
  const { dialog } = state;
  if (!mayStillTell(state)) return [state, []];
  const { request } = dialog;
  const isOver = !awaitsWord && NOT_APPROVED.has(how);
  const [heard, leaving] = isOver ? leaveWindows(state, ({ id }) => id === request) : [state, []];
  const leave: PaneEffect[] = [CANCEL_ATTEMPT, ...leaving];
  if (!awaitsWord) leave.push({ do: 'close-dialog' });
  if (leaving.length > 0) leave.push(FORGET_DIALOG);
  // Told twice is told once.
  if (dialog.phase === 'ended' && dialog.how === how)
    return [{ ...heard, dialog: { ...dialog, awaitsWord } }, leave];
  const ended: State = {
    ...heard,
    dialog: { phase: 'ended', how, atMs: moment.nowMs, request, awaitsWord },
    expectingUntilMs: 0,
  };
  const [next, effects] = followEnd(ended, how, moment);
  return [next, [...leave, ...effects]];
}

function followEnd(ended: State, how: DialogEnd, moment: Moment): Step {
  switch (how) {
    case 'popup-blocked':
    case 'already-open':
    case 'not-supported':
    case 'dialog-failed':
      return plan(ended, moment);
    case 'accepted':
      return expectArrival(ended, { atMs: moment.nowMs, proved: false }, moment);
    default:
      return askOnline(
        NOT_APPROVED.has(how) && !isGivenByLink(ended, how)
          ? askSoon({ ...ended, arriving: undefined, watch: endSpread(ended.watch) })
          : { ...ended, watch: startSpread(ended.watch, moment.nowMs), nextAtMs: undefined },
        moment,
        { purpose: 'occasion' },
      );
  }
}

/**
 * The host says that the dialog is closed, and it told nothing. It may still stand: Microsoft's pages part a window from
 * whoever opened it, and then the host sees it no longer (https://github.com/OfficeDev/office-js/issues/6548). So as long as
 * its attempt can live it is waited for. Where the service cannot tell how it ends, Microsoft is asked soon and then less
 * often, for its word may have got lost with an approval given (https://github.com/OfficeDev/office-js/issues/5479).
 */
export function loseSight(state: State, moment: Moment): Step {
  const { dialog } = state;
  if (!isInSight(dialog)) return [state, []];
  const untilMs = dialog.attemptExpiresAtMs ?? moment.nowMs + ATTEMPT_LIFETIME_MS;
  const timer: PaneEffect = { do: 'schedule', timer: 'attempt', delayMs: untilMs - moment.nowMs };
  const unseen: State = {
    ...state,
    dialog: { ...dialog, phase: 'open', unseen: true },
    expectingUntilMs: untilMs,
  };
  if (dialog.request !== undefined) return [unseen, [timer]];
  const [next, effects] = askOnline(
    { ...unseen, watch: startSpread(state.watch, moment.nowMs), nextAtMs: undefined },
    moment,
    { purpose: 'occasion' },
  );
  return [next, [timer, ...effects]];
}

/**
 * The person wants the dialog gone, here or in its page. It told nothing that this pane understood: Microsoft is asked what
 * came of it.
 */
export function closeDialog(state: State, moment: Moment): Step {
  const { dialog } = state;
  if (!mayStillTell(state)) return [state, []];
  const leave: readonly PaneEffect[] = [{ do: 'close-dialog' }, CANCEL_ATTEMPT];
  if (dialog.phase === 'ended') return [{ ...state, dialog: { ...dialog, awaitsWord: undefined } }, leave];
  const closed: State = { ...state, dialog: { phase: 'idle' }, expectingUntilMs: 0 };
  const [next, effects] = askOnline(closed, moment, { purpose: 'occasion' });
  return [next, [...leave, ...effects]];
}
