import { linkOf } from '../link';
import { tell, type ApprovalMessage } from '../message';
import { CLOSE } from './actions';
import type { ApprovalNotice, ApprovalScreenModel } from './model';
import { requestIdOf, type ApprovalState } from '../state';

type Own = Pick<ApprovalScreenModel, 'name' | 'tone' | 'title' | 'lead'> & Partial<ApprovalScreenModel>;

/** Under the same title their sentences tell what has happened meanwhile: whoever does not see them waits for it. */
const NEWS_IN_LEAD: ReadonlySet<ApprovalScreenModel['name']> = new Set<ApprovalScreenModel['name']>([
  'starting',
  'returned-in-dialog',
]);

export const screen = (state: ApprovalState, own: Own): ApprovalScreenModel => ({
  dialog: state.memory.dialog,
  announcement: NEWS_IN_LEAD.has(own.name) ? [own.title, ...own.lead] : [own.title],
  others: [],
  busy: false,
  notice: noticeOf(state),
  ...own,
  ...(isPartedReturn(state) ? backToOutlook(own) : {}),
});

/** The window of a pane that it cannot tell anything any more. */
const isPartedReturn = ({ memory, place }: ApprovalState): boolean =>
  place.at === 'returned' && memory.hadOpener === true && !memory.dialog;

/** Who stands here has come from Outlook: nobody else waits for them, and nobody closes the window for them. */
const backToOutlook = ({ lead, others = [] }: Own): Pick<ApprovalScreenModel, 'lead' | 'others'> => ({
  lead: [...lead, tell('approval.back-to-outlook')],
  others: [...others, CLOSE],
});

/** Whoever came by a request has done their part: nobody waits for this page. Without one it is the only place to read it. */
export const mayLeave = (state: ApprovalState): readonly ApprovalMessage[] =>
  isPartedReturn(state) || requestIdOf(state) === undefined ? [] : [tell('approval.may-leave')];

function noticeOf(state: ApprovalState): ApprovalNotice | undefined {
  if (!state.online) return attention(tell('approval.notice.offline'));
  return noticeOfRedirect(state) ?? noticeOfCopy(state) ?? noticeOfSignIn(state) ?? noticeOfRequest(state);
}

const attention = (text: ApprovalMessage): ApprovalNotice => ({ tone: 'attention', text });

/** Why the browser has not gone to Microsoft. */
function noticeOfRedirect({ redirect }: ApprovalState): ApprovalNotice | undefined {
  if (redirect.phase !== 'failed') return undefined;
  switch (redirect.why) {
    case 'offline':
      return undefined;
    case 'throttled':
      return attention(tell('approval.notice.throttled', { untilMs: redirect.untilMs }));
    case 'answer-refused':
      return attention(tell('approval.notice.answer-refused'));
    case 'service-away':
      return attention(tell('approval.notice.service-away'));
    default:
      return redirect.why satisfies never;
  }
}

function noticeOfCopy(state: ApprovalState): ApprovalNotice | undefined {
  const { copied } = state;
  const id = requestIdOf(state);
  if (copied === undefined) return undefined;
  if (copied.what === 'receipt') {
    return copied.ok
      ? { tone: 'good', text: tell('approval.notice.copied') }
      : attention(tell('approval.notice.not-copied'));
  }
  if (copied.ok) return { tone: 'good', text: tell('approval.notice.link-copied') };
  return id === undefined
    ? undefined
    : attention(tell('approval.notice.link-not-copied', { link: linkOf(state, id) }));
}

function noticeOfSignIn({ check, signInHere }: ApprovalState): ApprovalNotice | undefined {
  // The browser is on its way to sign in without a window.
  if (signInHere === 'leaving') return undefined;
  if (check.signInEnded === 'popup-blocked') return attention(tell('approval.notice.sign-in-blocked'));
  return check.signInEnded === 'cancelled' ? attention(tell('approval.notice.sign-in-cancelled')) : undefined;
}

/** What whoever reads the request should know before they go on. */
function noticeOfRequest({ place, claim, request, history }: ApprovalState): ApprovalNotice | undefined {
  if (place.at !== 'invitation' && place.at !== 'confirm') return undefined;
  if (claim?.standing === 'contradicted') {
    return attention(tell('approval.notice.other-name', { domain: claim.domain }));
  }
  if (request.phase === 'unread' && place.at === 'invitation')
    return attention(tell('approval.notice.details-missing'));
  const { visitedAtMs, deniedAtMs } = history;
  if (visitedAtMs !== undefined) {
    return { tone: 'plain', text: tell('approval.notice.been-there', { atMs: visitedAtMs }) };
  }
  return deniedAtMs === undefined
    ? undefined
    : { tone: 'plain', text: tell('approval.notice.turned-down', { atMs: deniedAtMs }) };
}
