import { tell, type GrantMessage } from '../message';
import type { GrantNotice, GrantScreenModel } from './model';
import type { GrantState } from '../state';

type Own = Pick<GrantScreenModel, 'name' | 'tone' | 'title' | 'lead'> & Partial<GrantScreenModel>;

export function screen(state: GrantState, own: Own): GrantScreenModel {
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

function noticeOf(state: GrantState): GrantNotice | undefined {
  const { departure, request, place, check, claim } = state;
  const notice = (text: GrantMessage): GrantNotice => ({ tone: 'attention', text });
  if (!state.online) return notice(tell('grant.notice.offline'));
  if (departure.phase === 'failed' && departure.why === 'throttled') {
    const { untilMs } = departure;
    return notice(tell('grant.notice.throttled', untilMs === undefined ? {} : { untilMs }));
  }
  if (departure.phase === 'failed' && departure.why === 'answer-refused') {
    return notice(tell('grant.notice.answer-refused'));
  }
  if (place.at === 'invitation' && claim?.standing === 'contradicted') {
    return notice(tell('grant.notice.other-name', { domain: claim.domain }));
  }
  if (check.signInEnded === 'popup-blocked') return notice(tell('grant.notice.sign-in-blocked'));
  if (check.signInEnded === 'cancelled') return notice(tell('grant.notice.sign-in-cancelled'));
  return place.at === 'invitation' && request.phase === 'unread'
    ? notice(tell('grant.notice.details-missing'))
    : undefined;
}
