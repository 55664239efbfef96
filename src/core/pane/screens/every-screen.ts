import { isStanding } from '../../office-dialog';
import { say, type Message } from '../message';
import { organisationOf } from '../request-facts';
import type { State } from '../state';
import { FORGET, WITHDRAW } from './actions';
import { checksModel } from '../../shown/checks';
import type { Action, ScreenModel } from './model';
import { noticeOf } from './notice';

type Own = Pick<ScreenModel, 'name' | 'tone' | 'title' | 'lead' | 'others'> & Partial<ScreenModel>;

/** Under the same title their first sentences tell what has happened meanwhile: whoever does not see them waits for it. */
const NEWS_IN_LEAD: ReadonlySet<ScreenModel['name']> = new Set<ScreenModel['name']>([
  'waiting',
  'arriving',
  'approving',
  'blocked',
  'unknown',
  'granted-personally',
]);

/** Adds what every screen has. */
export function screen(state: State, own: Own): ScreenModel {
  const { verdict } = state;
  const { code, correlationId } = verdict;
  return {
    announcement: NEWS_IN_LEAD.has(own.name) ? [own.title, ...own.lead.slice(0, 1)] : [own.title],
    checks: checksModel(state, state),
    organisation: organisationOf(state),
    details: code === undefined ? undefined : { code, correlationId },
    ...own,
    lead: [...own.lead, ...aboutMailbox(state)],
    others: own.pending?.isOpen === true ? withWithdrawal(state, own.others) : own.others,
    notice: own.notice ?? noticeOf(state),
  };
}

/** Whose mailbox the verdict is about, where it is not simply the signed-in account's. */
function aboutMailbox({ view, dialog, verdict, host, mailbox }: State): readonly Message[] {
  if (view !== 'verdict' || isStanding(dialog)) return [];
  // Rule 6 of the design: a verdict is about the organisation of the mailbox (F15).
  if (verdict.kind === 'granted' && verdict.mailbox === 'not-known') return [say('mailbox.not-known')];
  if (verdict.kind === 'checking') return [];
  if (host?.isShared === true) return [say('mailbox.shared')];
  // Graph reaches mailboxes in Exchange Online alone
  // (https://learn.microsoft.com/en-us/exchange/troubleshoot/user-and-shared-mailboxes/rest-api-is-not-yet-supported-for-this-mailbox-error).
  return mailbox?.kind === 'on-premises' ? [say('mailbox.on-premises')] : [];
}

/** Wherever an open request is shown it can be taken back. Nobody comes for that: it stands behind everything else. */
const withWithdrawal = ({ request }: State, others: readonly Action[]): readonly Action[] => [
  ...others,
  request?.id === undefined ? FORGET : WITHDRAW,
];
