import { tell, type ApprovalMessage } from '../message';
import type { ApprovalNotice, ApprovalScreenModel } from './model';
import type { ApprovalState } from '../state';

type Own = Pick<ApprovalScreenModel, 'name' | 'tone' | 'title' | 'lead'> & Partial<ApprovalScreenModel>;

export function screen(state: ApprovalState, own: Own): ApprovalScreenModel {
  const notice = own.notice ?? noticeOf(state);
  return {
    dialog: state.memory.dialog,
    announcement: own.title,
    others: [],
    busy: false,
    ...own,
    ...(notice ? { notice } : {}),
  };
}

function noticeOf(state: ApprovalState): ApprovalNotice | undefined {
  const { redirect, request, place, check, claim } = state;
  const notice = (text: ApprovalMessage): ApprovalNotice => ({ tone: 'attention', text });
  if (!state.online) return notice(tell('approval.notice.offline'));
  if (redirect.phase === 'failed' && redirect.why === 'throttled') {
    const { untilMs } = redirect;
    return notice(tell('approval.notice.throttled', untilMs === undefined ? {} : { untilMs }));
  }
  if (redirect.phase === 'failed' && redirect.why === 'answer-refused') {
    return notice(tell('approval.notice.answer-refused'));
  }
  if (place.at === 'invitation' && claim?.standing === 'contradicted') {
    return notice(tell('approval.notice.other-name', { domain: claim.domain }));
  }
  if (check.signInEnded === 'popup-blocked') return notice(tell('approval.notice.sign-in-blocked'));
  if (check.signInEnded === 'cancelled') return notice(tell('approval.notice.sign-in-cancelled'));
  return place.at === 'invitation' && request.phase === 'unread'
    ? notice(tell('approval.notice.details-missing'))
    : undefined;
}
