import { adminConsentUrl } from '../admin-consent';
import { PATHS } from '../api/paths';
import type { RequestId, RequestMade } from '../api/requests';
import type { ProbeReport } from '../consent/evidence';
import { FORGET_REQUEST, isOver, MEMORY_KEYS, toStore, type StoredRequest } from './memory';
import type { PaneEffect } from './effect';
import { handedOn } from '../shown/handed-on';
import type { Step } from './step';
import type { ShareMessage } from './share-message';
import type { SharedBy, ShareWay } from '../share-way';
import { plan } from './probe';
import {
  domainOfRequest,
  isForTenant,
  needsNothing,
  situationToAsk,
  tenantOf,
  tenantOfRequest,
  type Link,
  type MadeLink,
  type Sharing,
  type State,
} from './state';
import {
  consentScopeParameter,
  needTheSame,
  parseSituation,
  permissionSetFor,
  type SituationChoice,
} from '../situation';
import { parseTenantId, type TenantId } from '../tenant';
import { askSoon } from '../asking/asking';
import { isGreen } from '../consent/verdict';
import type { Moment } from '../asking/watch';

// Whoever has asked more often than this needs no list of it.
const EARLIER_MOST = 10;

/** Whoever goes elsewhere in the pane hears all the same what becomes of what is on its way out. */
export const stillUnderWay = ({ sharing }: State): Sharing =>
  sharing.phase === 'under-way' ? sharing : { phase: 'idle' };

/** Shows the ways to share. */
export const startSharing = (state: State, moment: Moment): Step => showLink(state, 'sharing', moment);

/** Shows the link in one of its screens, and makes it unless there is one. */
export function showLink(state: State, view: 'sharing' | 'showing', moment: Moment): Step {
  // A press that was on its way when the answer came: there is nothing left to ask for.
  if (needsNothing(state, moment.nowMs)) return [state, []];
  const sharing: State = { ...state, view, sharing: stillUnderWay(state) };
  const { link } = state;
  const expired = link.phase === 'made' && isOver(link, moment.nowMs);
  if (link.phase === 'making') return waitOnceShown(sharing, moment);
  if (link.phase === 'made' && link.id !== undefined && !expired) {
    return waitOnceShown({ ...sharing, link: { ...link, link: handedOn(link.link, state.verdict) } }, moment);
  }
  // A straight link is made anew each time: the service may be back, and its link is the better one.
  const tenant = tenantOfRequest(state);
  const tenantId = tenant && parseTenantId(tenant);
  const domain = tenantId && domainOfRequest(state);
  const situation = parseSituation(situationToAsk(state));
  const request = tenant && {
    tenant,
    domain,
    situation,
  };
  const number = state.linksAsked + 1;
  return [
    {
      ...sharing,
      linksAsked: number,
      link: { phase: 'making', number, tenant: tenantId, situation: situationToAsk(state) },
    },
    [{ do: 'make-request', number, request }],
  ];
}

/**
 * Whoever stands before a link that has just lost its meaning, or was taken back, gets the right one. Where nothing is
 * left to ask for, they are back at how things stand.
 */
export function replaceLink(state: State, moment: Moment): Step {
  const { view, link } = state;
  if ((view !== 'sharing' && view !== 'showing') || link.phase !== 'none') return [state, []];
  const [shown, effects] = showLink(state, view, moment);
  return shown === state ? [{ ...state, view: 'verdict' }, []] : [shown, effects];
}

/** The service has made the request. One that was asked for something else, before, comes late and is dropped. */
export function keepLink(
  state: State,
  { number, made }: { readonly number: number; readonly made: RequestMade },
  moment: Moment,
): Step {
  if (state.link.phase !== 'making' || state.link.number !== number) return [state, []];
  const { tenant, situation } = state.link;
  const { id } = made;
  const link = handedOn(made.link, state.verdict);
  const endsAtMs = Date.parse(made.expiresAt);
  const toldAtMs = Date.parse(made.madeAt);
  // It was made this moment. By a clock here that is so fast that its days are over already, they begin now.
  const madeAtMs = endsAtMs <= moment.nowMs ? moment.nowMs : toldAtMs;
  const expiresAtMs = endsAtMs + madeAtMs - toldAtMs;
  return waitOnceShown(
    { ...state, link: { phase: 'made', id, link, madeAtMs, expiresAtMs, tenant, situation } },
    moment,
  );
}

/**
 * The link that asks for what this organisation needs, as far as it is known by now: the last one, else that of the
 * open request. A link for other permissions is none: it would ask for too much, or for too little.
 */
export function linkThatFits(state: State): Link {
  const { link, request } = state;
  if (link.phase !== 'none' && fits(state, link)) return link;
  return request && fits(state, request) ? linkOf(request) : { phase: 'none' };
}

/** Whether a link or a request asks this organisation, for what it needs. */
export const fits = (
  state: State,
  one: { readonly tenant?: TenantId | undefined; readonly situation?: SituationChoice | undefined },
): boolean => isForTenant(state, one) && needTheSame(one.situation, situationToAsk(state), state.setup.set);

/**
 * An answer tells whose organisation this is about. What was made for another one, before that was known or for an account
 * that has given way to this one, is neither shown nor handed on.
 */
export function followTenant(state: State, { mailbox, account }: ProbeReport, moment: Moment): Step {
  const about = { mailbox: mailbox ?? state.mailbox, account: account ?? state.account };
  // What was found out about the other one is not said of this one either.
  const known: State = isForTenant(about, { tenant: tenantOf(state) })
    ? state
    : {
        ...state,
        confirmation: undefined,
        organisationSituation: undefined,
        adding: undefined,
        arriving: undefined,
        fulfilled: undefined,
      };
  const kept: State = isForTenant(about, state.link)
    ? known
    : {
        ...known,
        link: { phase: 'none' },
        sharing: stillUnderWay(state),
        view: state.view === 'sharing' || state.view === 'showing' ? 'verdict' : state.view,
      };
  return kept.request && !isForTenant(about, kept.request)
    ? forgetRequest(kept, moment, FORGET_REQUEST)
    : [kept, []];
}

/**
 * The service tells what the organisation does with ExtendSync: it counts more than what a person here has said, and a
 * link that was made for less is used no more.
 */
export function followOrganisation(state: State, report: ProbeReport): State {
  const { seen, account, mailbox } = report;
  if (seen.kind !== 'service' || seen.answer.tenantId !== account?.tenant) return state;
  if (mailbox?.tenant !== undefined && mailbox.tenant !== account.tenant) return state;
  const { situation } = seen.answer;
  if (situation === undefined || situation === state.organisationSituation) return state;
  const known: State = { ...state, organisationSituation: situation };
  return { ...known, link: linkThatFits(known) };
}

/** The link of a request that was shared. */
export const linkOf = ({ id, link, madeAtMs, expiresAtMs, tenant, situation }: StoredRequest): MadeLink => ({
  phase: 'made',
  id,
  link,
  madeAtMs,
  expiresAtMs,
  tenant,
  situation,
});

/** The service is away: the link goes straight to Microsoft, and comes back to our approval page. */
export function useStraightLink(
  state: State,
  { number, state: random }: { readonly number: number; readonly state: string },
  moment: Moment,
): Step {
  if (state.link.phase !== 'making' || state.link.number !== number) return [state, []];
  const { tenant, situation } = state.link;
  const link = adminConsentUrl({
    loginOrigin: state.setup.loginOrigin,
    scope: consentScopeParameter(
      permissionSetFor(situationToAsk(state), state.setup.set),
      state.setup.graphOrigin,
    ),
    clientId: state.setup.clientId,
    tenant: tenant ?? 'organizations',
    redirectUri: new URL(PATHS.approvalPage, state.setup.origin).href,
    state: random,
  });
  return waitOnceShown(
    {
      ...state,
      link: { phase: 'made', link: link.href, madeAtMs: moment.nowMs, tenant, situation },
    },
    moment,
  );
}

/** The message goes out, unless it was composed for another link than the present one. */
export function chooseWay(state: State, message: ShareMessage, moment: Moment): Step {
  const { link, view, sharing } = state;
  if (view !== 'sharing' || link.phase !== 'made' || link.link !== message.link) return [state, []];
  if (sharing.phase === 'under-way') return [state, []];
  const { way } = message;
  // Outlook may open the draft when this pane is gone: the next one waits for the link in it, and takes the earlier one back.
  const replaces = state.request?.id === link.id ? undefined : state.request?.id;
  const begun = keepRequest({ ...requestOf(state, link, way, moment), replaces });
  return [{ ...state, sharing: { phase: 'under-way', way, link } }, [{ do: 'share', message }, begun]];
}

/** A short reminder of the open request: one click. */
export function remind(state: State, message: ShareMessage): Step {
  const { request } = state;
  if (!request || !fits(state, request) || state.sharing.phase === 'under-way') return [state, []];
  // It may have been shared to confirm an approval that was taken back since.
  const link: MadeLink = { ...linkOf(request), link: handedOn(request.link, state.verdict) };
  if (link.link !== message.link) return [state, []];
  return [
    { ...state, link, sharing: { phase: 'under-way', way: message.way, link, reminder: true } },
    [{ do: 'share', message }],
  ];
}

/** Shared: from now on the request is pending, here and wherever the mailbox roams. */
export function finishSharing(
  state: State,
  { way, ok }: { readonly way: ShareWay; readonly ok: boolean | 'not-known' },
  moment: Moment,
): Step {
  const { sharing } = state;
  if (sharing.phase !== 'under-way' || sharing.way !== way) return [state, []];
  // The organisation that it asks has given way to another one meanwhile: nobody here waits for it.
  if (!isForTenant(state, sharing.link))
    return [{ ...state, sharing: { phase: 'idle' } }, [keepRequest(state.request)]];
  const tried: State = { ...state, sharing: { phase: ok === true ? 'done' : 'failed', way } };
  // What the browser would not copy stands on the screen, to be copied by hand.
  if (ok === false && way !== 'copy') return [tried, [keepRequest(state.request)]];
  const by = sharing.reminder === true ? 'reminder' : ok === false ? 'screen' : way;
  return waitForAdministrator(tried, sharing.link, by, moment);
}

/** Whoever saw the code on a shared screen has the link: it is pending as if it had been sent. */
function waitOnceShown(state: State, moment: Moment): Step {
  const { link, request, view } = state;
  if (view !== 'showing' || link.phase !== 'made' || request?.link === link.link) return [state, []];
  return waitForAdministrator(state, link, 'screen', moment);
}

const keepRequest = (request: StoredRequest | undefined): PaneEffect => ({
  do: 'store',
  key: MEMORY_KEYS.request,
  value: request && toStore(request),
});

/** The open request as it is once its link has been handed on in this way. */
function requestOf(
  { request, history }: State,
  made: MadeLink,
  way: SharedBy,
  { nowMs }: Moment,
): StoredRequest {
  const { phase: _, ...link } = made;
  const shared = { ...link, way, sharedAtMs: nowMs };
  if (!request || request.id !== link.id) return shared;
  const before = [...(request.earlier ?? []), { way: request.way, atMs: request.sharedAtMs }];
  return {
    ...shared,
    heard: history.at(-1)?.number ?? request.heard,
    earlier: before.slice(-EARLIER_MOST),
    withWhom: request.withWhom,
  };
}

function waitForAdministrator(state: State, link: MadeLink, way: SharedBy, moment: Moment): Step {
  const again = state.request !== undefined && state.request.id === link.id;
  const replaced = again ? undefined : state.request?.id;
  const request = requestOf(state, link, way, moment);
  // Events are numbered within their request: an earlier one's would be taken for those that are to come.
  const history = again ? state.history : [];
  const [shared, reminding] = remindLater({ ...state, request, history }, moment);
  // Whoever has the earlier link would approve what is no longer asked for.
  const [left, withdrawing] = takeBack(shared, replaced, false);
  const [planned, effects] = plan(askSoon(left), moment);
  return [
    planned,
    [
      ...reminding,
      keepRequest(request),
      { do: 'tell-peers', news: 'request-shared' },
      // That of a window is listened to as before.
      ...(replaced === undefined ? [] : [{ do: 'stop-listening', id: replaced } as const]),
      ...(link.id === undefined ? [] : [{ do: 'listen', id: link.id } as const]),
      ...withdrawing,
      ...effects,
    ],
  ];
}

/** Of a link that goes straight to Microsoft: nobody waits for it any more, and that is all. */
const STILL_WORKS = { what: 'straight-withdrawal', ok: false } as const;

/** Takes the request back, everywhere. */
export function withdraw(state: State, moment: Moment): Step {
  if (!state.request) return [state, []];
  const { id } = state.request;
  const [forgotten, effects] = forgetRequest(
    // What was told about the request is told no more.
    { ...state, handedOver: id === undefined ? STILL_WORKS : undefined },
    moment,
    FORGET_REQUEST,
  );
  const [left, withdrawing] = takeBack(forgotten, id, true);
  return [left, [...effects, ...withdrawing]];
}

/** Has the service take a request back. The mailbox keeps it until the service has said that it did. */
function takeBack(state: State, id: RequestId | undefined, isAsked: boolean): Step {
  if (id === undefined) return [state, []];
  const withdrawing = [...state.withdrawing, id];
  return [{ ...state, withdrawing }, [keepWithdrawing(withdrawing), { do: 'withdraw-request', id, isAsked }]];
}

/** A pane was gone before it knew whether its new link went out: only the mailbox knows of the earlier one. */
export function takeBackReplaced(state: State): Step {
  const { request } = state;
  if (request?.replaces === undefined) return [state, []];
  const alone = { ...request, replaces: undefined };
  const [left, withdrawing] = takeBack({ ...state, request: alone }, request.replaces, false);
  return [left, [keepRequest(alone), ...withdrawing]];
}

const keepWithdrawing = (ids: readonly RequestId[]): PaneEffect => ({
  do: 'store',
  key: MEMORY_KEYS.withdrawing,
  value: ids.length > 0 ? ids : undefined,
});

/** Asks the service once more for what it has not taken back. */
export const takeBackAgain = (ids: readonly RequestId[]): readonly PaneEffect[] =>
  ids.map((id) => ({ do: 'withdraw-request', id, isAsked: false }));

/** Until the service has said so, nobody knows whether the link is dead. */
export function hearTakenBack(
  state: State,
  { id, ok, isAsked }: { readonly id: RequestId; readonly ok: boolean; readonly isAsked: boolean },
): Step {
  // It belongs to another mailbox, or has been said before.
  if (!state.withdrawing.includes(id)) return [state, []];
  const withdrawing = ok ? state.withdrawing.filter((other) => other !== id) : state.withdrawing;
  // Whoever reads that it is tried again hears that it worked.
  const isAwaited = ok && withdrawing.length === 0 && state.handedOver?.what === 'withdrawal';
  // It would be read as said of a link that was asked for since.
  const isOfAnother = ok && (state.request !== undefined || state.link.phase !== 'none');
  return [
    {
      ...state,
      withdrawing,
      handedOver:
        isAsked || isAwaited ? (isOfAnother ? undefined : { what: 'withdrawal', ok }) : state.handedOver,
    },
    ok ? [keepWithdrawing(withdrawing)] : [],
  ];
}

/**
 * Another pane has taken the request back, or put another one in its place: the mailbox tells which. What it keeps is
 * that pane's to write: this one may stand in an Outlook that has not heard of the new one.
 */
export function hearWithdrawal(state: State, moment: Moment): Step {
  if (!state.request) return [state, []];
  return forgetRequest(state, moment, { do: 'read-request', otherThan: state.request.link });
}

/**
 * Another pane of this mailbox has handed a link on: this one waits for the same, and makes no second one that the mailbox would
 * keep in its place. One that replaces what both have waited for comes with its withdrawal. A green pane has nobody to wait for,
 * and would take away what the other one waits for.
 */
export const hearShared = (state: State): Step => [
  state,
  state.request || isGreen(state.verdict) ? [] : [{ do: 'read-request', otherThan: '' }],
];

const GONE = { what: 'request', ok: false } as const;

/**
 * The service does not have the request: its link leads nowhere. What the mailbox keeps stays, as after a withdrawal: it may be
 * another one by now, and a service that has come to the wrong database has it again soon.
 */
export function hearGone(state: State, request: RequestId, moment: Moment): Step {
  if (state.request?.id !== request) return [state, []];
  return hearWithdrawal({ ...state, handedOver: GONE }, moment);
}

/** Its days are over, which is told beside an answer: somebody may have approved by it. */
export function endOldRequest(state: State, moment: Moment): Step {
  const { request, verdict } = state;
  if (!request || verdict.kind === 'checking' || !isOver(request, moment.nowMs)) return [state, []];
  const handedOver = request.id === undefined ? STILL_WORKS : GONE;
  return forgetRequest({ ...state, handedOver }, moment, FORGET_REQUEST);
}

/** The request is over: nobody waits for it any more. */
function forgetRequest(state: State, moment: Moment, remembering: PaneEffect): Step {
  const { sharing } = state;
  const id = state.request?.id;
  const [planned, effects] = plan(
    {
      ...state,
      request: undefined,
      link: { phase: 'none' },
      // Nor for what is on its way out with it.
      sharing: sharing.phase === 'under-way' && sharing.link.id === id ? { phase: 'idle' } : sharing,
      history: [],
      expectingUntilMs: 0,
      reminderDue: false,
    },
    moment,
  );
  return [
    planned,
    [
      // A window may stand, with a request of its own.
      ...(id === undefined ? [] : [{ do: 'stop-listening', id } as const]),
      { do: 'cancel', timer: 'reminder' },
      remembering,
      ...effects,
    ],
  ];
}

// Long enough to be patient, short enough not to be forgotten.
const REMINDER_MS = 24 * 60 * 60_000;

/** When the person is reminded that the request is still open. */
export const reminderAtMs = ({ sharedAtMs }: StoredRequest): number => sharedAtMs + REMINDER_MS;

/** A day after it was shared the person is reminded of it. */
export function remindLater(state: State, moment: Moment): Step {
  if (!state.request) return [state, []];
  const leftMs = reminderAtMs(state.request) - moment.nowMs;
  return leftMs <= 0
    ? [{ ...state, reminderDue: true }, []]
    : [{ ...state, reminderDue: false }, [{ do: 'schedule', timer: 'reminder', delayMs: leftMs }]];
}
