import { isGreen } from '../../consent/verdict';
import type { DialogEnd } from '../../office-dialog';
import { isAdministrator } from '../dialog';
import { say, sayLater } from '../message';
import type { State } from '../state';
import { handedOn } from '../../shown/handed-on';
import { newsOf, requestFacts } from '../request-facts';
import { fits, reminderAtMs } from '../sharing';
import { PASS_ON, RENEW, signInFor } from './actions';
import { causeMessage } from '../../shown/cause-message';
import type { Notice } from './model';

/** What became of the last thing that the person did, or what stands in the way at the moment. */
export function noticeOf(state: State): Notice | undefined {
  const { dialog, verdict } = state;
  const { handedOver } = state;
  const [signIn] = state.notRenewed ? signInFor(state, state.notRenewed.verdict) : [];
  // The window may lie behind another one, and be asked for once more.
  if (state.probing?.manner === 'interactive')
    return { tone: 'plain', text: sayLater('notice.sign-in-window'), action: signIn };
  if (handedOver) {
    return handedOver.ok
      ? { tone: 'good', text: sayLater(`handed-over.${handedOver.what}`) }
      : { tone: 'attention', text: sayLater(`not-handed-over.${handedOver.what}`) };
  }
  const shared = sharingNotice(state);
  if (shared) return shared;
  if (!state.online) return { tone: 'attention', text: say('notice.offline') };
  const isGreenNow = isGreen(verdict) && !state.notRenewed;
  // What came of the last press is told before what is true all the time.
  if (state.signInEnded !== undefined && !isGreenNow)
    return { tone: 'attention', text: causeMessage(state.signInEnded), action: signIn };
  if (state.notRenewed) {
    const { cause } = state.notRenewed.verdict;
    const throttled = cause === 'throttled' || cause === 'loop-detected';
    return {
      tone: 'plain',
      text: say(throttled ? 'notice.not-renewed.throttled' : 'notice.not-renewed'),
      action: signIn,
    };
  }
  if (isGreenNow) return undefined;
  // What was given in the person's own window was taken, and their account is kept out all the same.
  const isKeptOut = verdict.kind === 'blocked' && isAdministrator(state);
  // Whoever shares has gone on, and an approval on its way needs nothing more: the whole screen says so.
  if ((state.arriving && !isKeptOut) || state.view === 'sharing' || state.view === 'showing')
    return undefined;
  const reminder = reminderOf(state);
  // Of a window that has ended and what came of the request since, the later one is told.
  if (
    dialog.phase === 'ended' &&
    dialog.atMs >= Math.max(reminder?.dueAtMs ?? 0, requestNewsAtMs(state, dialog.how))
  ) {
    const how = isKeptOut && !state.confirming ? 'accepted' : dialog.how;
    if (how === 'accepted' && !isKeptOut) return undefined;
    const action = how === 'role-too-small' ? PASS_ON : undefined;
    return { tone: 'attention', text: sayLater(`dialog-ended.${how}`), action };
  }
  if (dialog.unseen && !dialog.expired)
    return { tone: 'plain', text: sayLater('notice.window-unseen'), action: RENEW };
  return reminder?.notice;
}

/**
 * When the request was shared, or an administrator last did something with it: that is told where it stands. How the window
 * itself failed is told here alone.
 */
const requestNewsAtMs = (state: State, how: DialogEnd): number => {
  const news = newsOf(state);
  const atMs = news && news.failure !== how ? Date.parse(news.at) : 0;
  return Math.max(state.request?.sharedAtMs ?? 0, atMs);
};

/** The request has been open for a day. */
function reminderOf(state: State): { readonly dueAtMs: number; readonly notice: Notice } | undefined {
  const { verdict, request } = state;
  // Everything is held, and nothing can prove more: there is nothing left to remind anybody of.
  const held = verdict.kind === 'granted' && verdict.breadth === 'unproven';
  // A link that asks for too little by now is not sent once more: a new one takes its place.
  if (!request || !state.reminderDue || state.arriving || held || !fits(state, request)) return undefined;
  return {
    dueAtMs: reminderAtMs(request),
    notice: {
      tone: 'plain',
      text: say('notice.reminder', { withWhom: request.withWhom }),
      reminder: {
        name: 'remind',
        label: sayLater('action.remind'),
        // In the way that this Outlook has.
        way: state.host?.canOpenDrafts === false ? 'mail' : 'draft',
        facts: {
          ...requestFacts(state, { id: request.id, link: handedOn(request.link, state.verdict) }),
          reminder: true,
        },
        busy: state.sharing.phase === 'under-way',
        asks: 'reminder-asked',
      },
    },
  };
}

/** Where the message is by now. Nobody knows whether it was sent. */
export function sharingNotice({ sharing }: State): Notice | undefined {
  switch (sharing.phase) {
    case 'done':
      return { tone: 'good', text: sayLater(`share-done.${sharing.way}`) };
    case 'failed':
      return { tone: 'attention', text: sayLater(`share-failed.${sharing.way}`) };
    case 'idle':
    case 'under-way':
      return undefined;
    default:
      return sharing satisfies never;
  }
}
