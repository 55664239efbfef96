import type { CheckedTenant, Read, ShownState, TenantEntry } from '../../core/ledger/api';
import type { TenantState } from '../../core/ledger/state';
import type { Trouble } from '../../core/operators/asked';
import type { Notice, Refused, TenantList } from '../../core/operators/state';
import type { PermissionId } from '../../core/permissions';
import type { Situation } from '../../core/situation';
import { moment, number } from './formats';

/*
 * What the operators read, in English alone. It is no part of the catalogue in seven languages: that one is for the
 * customers' people, each sentence of it is translated and held to a glossary, and the pane carries its share of it. The
 * operators are the vendor's own few, and they read the states' names in this very form in the CSV, in the webhooks and in
 * the documentation.
 */

export const STATE_NAMES: Readonly<Record<ShownState, string>> = {
  granted: 'Granted',
  partial: 'Partly granted',
  'only-some-people': 'Only some people',
  withdrawn: 'Withdrawn',
  disabled: 'Disabled',
  'never-asked': 'Never granted',
  unproven: 'Unproven',
  'could-not-tell': 'No answer yet',
  unknown: 'Unknown',
  deleted: 'Deleted',
};

/** What each state means, in one sentence. */
export const STATE_MEANINGS: Readonly<Record<Read<TenantState>, string>> = {
  granted: 'Everything that the organisation needs is proved for everybody in it.',
  partial: 'Some of what it needs is granted for everybody, and some is missing.',
  'only-some-people': 'People have consented for themselves. Nothing is granted for everybody.',
  withdrawn: 'It was granted once, and is not any more.',
  disabled: 'ExtendSync is disabled in the organisation.',
  'never-asked': 'Nobody there has ever granted anything.',
  unproven: 'Nothing seems to be missing, and nothing proves what has been granted.',
  'could-not-tell': 'Microsoft has given no answer about it so far.',
  unknown: 'This page does not know the state: the service is newer. Load the page again.',
};

export const SITUATION_NAMES: Readonly<Record<Situation | 'unknown', string>> = {
  'autopilot-on': 'Autopilot is on',
  'autopilot-everyone': 'Autopilot for everyone',
  'autopilot-groups': 'Autopilot for groups',
  'no-autopilot': 'Without Autopilot',
  'group-edition': 'Group Edition',
  unknown: 'Not known',
};

export const PROOF_NAMES: Readonly<Record<NonNullable<TenantEntry['proof']>, string>> = {
  application: 'By ExtendSync itself, with its own permission',
  look: 'By the sign-in of somebody who is allowed to see the grants',
};

const SEEN_BY_NAMES: Readonly<Record<TenantEntry['seenBy'], string>> = {
  pane: 'one of its people in Outlook',
  approval: 'an approval',
  operator: 'an operator',
  'earlier-version': 'an earlier version of this service',
  unknown: 'a newer version of this service',
};

const NO_ANSWER: Readonly<Record<NonNullable<TenantEntry['trouble']>['because'], string>> = {
  refused: 'Microsoft refused to tell',
  throttled: 'Microsoft asked to wait',
  unreachable: 'Microsoft could not be reached',
  unexpected: 'Microsoft’s answer was not understood',
};
export const noAnswer = (because: NonNullable<TenantEntry['trouble']>['because']): string =>
  NO_ANSWER[because];

const TROUBLES: Readonly<Record<Trouble, string>> = {
  'not-renewed': 'Your sign-in could not be renewed: Microsoft could not be asked.',
  unreachable: 'The service could not be reached.',
  'store-unavailable': 'The service cannot reach its database now.',
  'keys-unavailable':
    'The service cannot check your sign-in now: it does not get the keys for that from Microsoft.',
  'domains-not-known':
    'Microsoft does not say now whose the domains are, so nothing was deleted. Try again in a moment.',
  throttled: 'The service asks to wait a little.',
  gone: 'The ledger holds no such organisation any more.',
  failed: 'The service’s answer was not what it should be.',
};
export const trouble = (why: Trouble): string => TROUBLES[why];

export function refusedSignIn({ why, code }: Refused): string {
  switch (why) {
    case 'left':
      return 'Microsoft’s window was closed before you had signed in.';
    case 'window-blocked':
      return 'The browser did not open Microsoft’s window. Allow this page to open windows, and try again.';
    case 'unreachable':
      return code === undefined
        ? 'Microsoft could not be reached.'
        : `Microsoft cannot sign you in now (${code}). Try again in a moment.`;
    case 'page-failed':
      return 'This page or your browser stopped the question to Microsoft. Load the page again, and try once more.';
    case 'nobody':
    case 'refused':
      return `Microsoft did not sign you in${code === undefined ? '.' : ` (${code}).`}`;
    default:
      return why satisfies never;
  }
}

export const SIGN_IN = {
  title: 'Organisations',
  lead: 'Which organisations have consented to ExtendSync, and what the others lack. For the people who run ExtendSync.',
  looking: 'Looking whether you are signed in…',
  button: 'Sign in',
  signingIn: 'Go on in Microsoft’s window…',
  expired: 'Your sign-in has ended. Sign in again to go on where you were.',
} as const;

export const NOT_OPERATOR = {
  title: 'This account is not allowed to see the organisations',
  lead: 'They are shown to people of the vendor’s own tenant who hold the role Consent.Operator. An administrator of that tenant assigns it under Enterprise applications, Users and groups. Sign in again afterwards: a sign-in from before does not have the role.',
  button: 'Sign in with another account',
} as const;

export const ACTIONS = {
  enter: 'Enter an organisation',
  csv: 'Download CSV',
  csvUnderWay: 'Making the file…',
  tryAgain: 'Try again',
  dismiss: 'Dismiss',
  cancel: 'Cancel',
  close: 'Close',
} as const;

export function notice(told: Notice): string {
  switch (told.kind) {
    case 'deleted':
      return `The data of ${told.name} was deleted.`;
    case 'csv-saved':
      return 'The file stands among your downloads.';
    case 'csv-not-saved':
      return told.why === 'browser'
        ? 'The browser did not take the file.'
        : `The file could not be made. ${trouble(told.why)}`;
    default:
      return told satisfies never;
  }
}

export const COUNTS = {
  title: 'Organisations by state',
  hint: 'Press a state to see only those organisations.',
  byDay: 'Show the numbers by day',
  byDayTitle: 'Organisations by state and day',
  day: 'Day',
  today: 'Now',
  failed: 'The numbers could not be read.',
} as const;

/** How a number has changed, in words: the line beside it is for the eye alone. */
export function change(difference: number, days: number): string {
  if (days === 0) return 'Counted since today';
  const span = days === 1 ? 'in 1 day' : `in ${String(days)} days`;
  if (difference === 0) return `No change ${span}`;
  return `${difference > 0 ? '+' : '−'}${number(Math.abs(difference))} ${span}`;
}

export const FILTERS = {
  search: 'Search',
  searchHint: 'Name, domain or tenant id',
  situation: 'Use of ExtendSync',
  anySituation: 'Any use',
  age: 'In this state for',
  anyAge: 'Any time',
  atLeast: (days: number): string => (days === 365 ? 'At least a year' : `At least ${String(days)} days`),
  sort: 'Sort by',
  clear: 'Clear filters',
} as const;

export const SORTS: readonly { readonly value: string; readonly label: string }[] = [
  { value: 'name', label: 'Name, A to Z' },
  { value: '-name', label: 'Name, Z to A' },
  { value: '-since', label: 'State, latest change first' },
  { value: 'since', label: 'State, oldest first' },
  { value: 'checked', label: 'Longest not checked first' },
  { value: '-checked', label: 'Last checked first' },
  { value: '-seen', label: 'Newest organisations first' },
  { value: 'seen', label: 'Oldest organisations first' },
];

export const COLUMNS = {
  name: 'Organisation',
  state: 'State',
  situation: 'Use',
  since: 'Since',
  checked: 'Last checked',
  requests: 'Open requests',
  facts: 'Facts',
} as const;

export const LIST = {
  label: 'Organisations',
  loading: 'Reading the list…',
  loadingMore: 'Reading more…',
  nothingYet: 'No organisation has shown itself yet',
  nothingYetLead:
    'One appears here as soon as somebody of it signs in to ExtendSync in Outlook, or an administrator approves. You can also enter one by its tenant id.',
  noMatch: 'No organisation matches',
  noMatchLead: 'Nothing in the ledger fits what you search for.',
  failed: 'The list could not be read',
  moreFailed: 'The rest of the list could not be read.',
  nameless: 'Name not known',
  deleted: 'Deleted at its own request',
  neverChecked: 'Never',
  noRequests: 'None',
  noAnswer: 'No answer last time',
} as const;

const shown = (count: number, isPart: boolean, hasMore: boolean): string => {
  const organisations = count === 1 ? '1 organisation' : `${number(count)} organisations`;
  if (hasMore) return `${organisations} so far; more come as you scroll`;
  return isPart ? `${organisations} so far` : organisations;
};

/** How much of the list is there. */
export function listStatus({ asking, shows, tenants, next }: TenantList): string {
  if (asking.phase === 'under-way' && shows !== 'this-query') return LIST.loading;
  // What has failed does not come by scrolling.
  const hasMore = next !== undefined && asking.phase !== 'failed';
  return shows === 'this-query' ? shown(tenants.length, next !== undefined, hasMore) : '';
}

/** Why the list, or the rest of it, does not stand there. */
export const listFailed = ({ shows }: TenantList, why: Trouble): string =>
  `${shows === 'this-query' ? LIST.moreFailed : `${LIST.failed}.`} ${trouble(why)}`;

export const countsFailed = (why: Trouble): string => `${COUNTS.failed} ${trouble(why)}`;

/** When what stands there was read: nothing reads it again by itself. */
export const asOf = (ms: number): string => `As of ${moment(new Date(ms).toISOString())}`;

export const lacks = (count: number): string =>
  count === 1 ? 'Lacks 1 permission' : `Lacks ${String(count)} permissions`;

export const waiting = (count: number): string => `${number(count)} waiting`;

export const PANEL = {
  label: 'Details of the organisation',
  check: 'Check again',
  checking: 'Asking Microsoft…',
  link: 'Copy a link for their administrator',
  linkMaking: 'Making the link…',
  linkCopied: 'The link is in your clipboard. It works for 30 days.',
  linkNotCopied: 'The browser did not copy the link. Select it and copy it by hand.',
  linkLabel: 'Link for their administrator',
  remove: 'Delete their data…',
  facts: 'Facts',
  history: 'History',
  missing: 'What is missing',
  noHistory: 'Nothing has changed since the organisation was first seen.',
  readingHistory: 'Reading the history…',
  tenantId: 'Tenant id',
  domains: 'Domains',
  situation: 'Use',
  proof: 'Proved',
  notProved: 'Not proved',
  checkedAt: 'Last checked',
  version: 'Granted version of the permissions',
  requests: 'Open requests',
  firstSeen: 'First seen',
  none: 'None',
} as const;

/** What came of "Check again". It names times, so that it stays true for as long as the panel stands open. */
export function checked({ tenant, question }: CheckedTenant): string | undefined {
  const { checkedAt, trouble: last } = tenant;
  if (question?.waitsUntil !== undefined)
    return `Microsoft has asked to wait. It can be asked again after ${momentAfter(question.waitsUntil)}.`;
  if (last) return `${noAnswer(last.because)} on ${moment(last.at)}.`;
  if (checkedAt === undefined) return undefined;
  return question?.asked === false
    ? `Microsoft was not asked again so soon: it has answered on ${moment(checkedAt)}.`
    : `Microsoft was asked on ${moment(checkedAt)}.`;
}
/** The first whole minute from then on: a moment is told without its seconds. */
const momentAfter = (iso: string): string => moment(new Date(Date.parse(iso) + 59_999).toISOString());

export const seenBy = (when: string, by: TenantEntry['seenBy']): string => `${when}, by ${SEEN_BY_NAMES[by]}`;
export const requests = (count: number, oldest: string | undefined): string =>
  count === 0 ? PANEL.none : `${number(count)}${oldest === undefined ? '' : `, the oldest ${oldest}`}`;
export const deletedOn = (day: string): string =>
  `The organisation asked for its data to be deleted. That was done on ${day}; only this entry is left.`;
export const byVersion = (version: number): string =>
  `Judged by version ${String(version)} of the permissions`;
export const sinceDay = (day: string): string => `Since ${day}`;

export const DELETION = {
  title: (name: string): string => `Delete the data of ${name}?`,
  lead: 'Do this when the organisation itself has asked for it. Its name, its domains and its history are deleted for good. An entry without a name stays, so that it is known that it was done.',
  confirm: 'Delete the data',
  underWay: 'Deleting…',
} as const;

export const ENTRY = {
  title: 'Enter an organisation',
  lead: 'Microsoft is asked how it stands, and it appears in the list. Nobody in the organisation is told.',
  field: 'Tenant id',
  hint: 'As 00000000-0000-0000-0000-000000000000',
  noTenantId: 'This is not a tenant id. It has 32 hexadecimal digits in five groups.',
  confirm: 'Enter',
  underWay: 'Asking Microsoft…',
} as const;

const KINDS = { delegated: 'for the signed-in person', application: 'for ExtendSync itself' } as const;

/** A permission by Microsoft's name, and whom it acts for. */
export function permission(id: PermissionId): { readonly scope: string; readonly kind: string } {
  const kind = id.startsWith('application:') ? 'application' : 'delegated';
  return { scope: id.slice(kind.length + 1), kind: KINDS[kind] };
}
