import { adminConsentUrl, ATTEMPT_LIFETIME_MS, localAttempt } from '../admin-consent';
import type { LookBegun } from '../api/looks';
import { PATHS } from '../api/paths';
import type { AttemptMade, RequestId } from '../api/requests';
import { consentScopeParameter, parseSituation } from '../situation';
import type { ApprovalEvent } from './event';
import { leave, remember, tellAndLeave } from './leaving';
import { copy, linkOf } from './link';
import {
  askedSet,
  askedTenant,
  nameAsked,
  requestIdOf,
  situationOf,
  type ApprovalState,
  type ApprovalStep,
  type Errand,
  type Redirect,
} from './state';
import { isDefinite, isGreen } from '../consent/verdict';
import type { Moment } from '../asking/watch';

// An attempt with less than this left is not worth going to Microsoft with: signing in alone takes longer.
const WORTH_GOING_MS = 60_000;

/**
 * Begins a fresh authorization, or goes on with the one that is on its way. The browser leaves only where there is a
 * network: its own error page has no words of ours. Where it says that there is none, the service's answer shows better.
 */
export function begin(state: ApprovalState, moment: Moment): ApprovalStep {
  if (!mayBegin(state)) return [state, []];
  // The request for a link is on its way: it serves as well.
  if (isMakingLink(state)) return [{ ...state, redirect: { phase: 'making-request', purpose: 'go' } }, []];
  const underWay = goOn(state, 'approve', moment);
  if (underWay !== undefined) return underWay;
  const id = requestIdOf(state);
  return id === undefined ? makeRequest(state, 'go') : makeAttempt(state, id);
}

const isMakingLink = ({ redirect }: ApprovalState): boolean =>
  redirect.phase === 'making-request' && redirect.purpose === 'copy';

function makeRequest(state: ApprovalState, purpose: 'go' | 'copy'): ApprovalStep {
  const tenant = nameAsked(state);
  const situation = parseSituation(situationOf(state));
  return [
    { ...state, redirect: { phase: 'making-request', purpose } },
    [
      { do: 'cancel', timer: 'redirect' },
      {
        do: 'make-request',
        request: tenant === undefined ? undefined : { tenant, situation },
      },
    ],
  ];
}

/** Copies the link, for somebody else to go on with. Who has signed in without one gets one first. */
export function passLinkOn(state: ApprovalState): ApprovalStep {
  const id = requestIdOf(state);
  if (id !== undefined) return copy(state, 'link', linkOf(state, id));
  if (!mayPassOn(state) || MAKING.has(state.redirect.phase)) return [state, []];
  return makeRequest({ ...state, copied: undefined }, 'copy');
}

/** Where somebody has signed in to see how things stand, and somebody else may be the one to go on. */
export const mayPassOn = (state: ApprovalState): boolean => state.place.at === 'status' && mayBegin(state);

/** Where an authorization can be begun. */
export function mayBegin(state: ApprovalState): boolean {
  const { place } = state;
  switch (place.at) {
    case 'dialog':
      return place.to === 'approve';
    case 'invitation':
      return requestIdOf(state) !== undefined;
    case 'status':
    case 'returned':
      // Without a request or an organisation nothing can be begun; once granted, nothing should be.
      return (
        !isGreen(state.check.verdict) &&
        (requestIdOf(state) !== undefined || state.organisation !== undefined)
      );
    // A second approval could be a smaller one than that which is to be confirmed.
    case 'confirm':
    case 'nowhere':
    case 'lost':
      return false;
    default:
      return place satisfies never;
  }
}

/** Begins an administrator's look at what is granted: they sign in at Microsoft, and nothing else happens there. */
export function beginLook(state: ApprovalState, moment: Moment): ApprovalStep {
  if (!mayLook(state)) return [state, []];
  const underWay = goOn(state, 'look', moment);
  if (underWay !== undefined) return underWay;
  const tenant = askedTenant(state) ?? nameAsked(state);
  const request = requestIdOf(state);
  const situation = parseSituation(situationOf(state));
  return [
    { ...state, redirect: { phase: 'making-look' } },
    [
      { do: 'cancel', timer: 'redirect' },
      {
        do: 'make-look',
        look: { tenant, request, situation },
      },
    ],
  ];
}

/**
 * Where a look can be begun: beside Microsoft's answer that an approval is there which nobody has confirmed, and after an
 * approval or a look that nothing has contradicted since. A look asks for the permission that proves the grant: where
 * nobody has granted that, Microsoft asks for consent, and Accept can grant it to one person alone. So a link that asks to
 * confirm is not enough: the approval can have been taken back since it was sent.
 */
export function mayLook({ place, memory, check: { verdict } }: ApprovalState): boolean {
  if (place.at === 'dialog') return place.to === 'look';
  if (verdict.next === 'confirm-as-admin') return true;
  // A pane opens its window for one beside its own answer of Microsoft's.
  if (place.at !== 'returned' || !(place.isBelieved || memory.dialog) || isDefinite(verdict)) return false;
  return place.outcome === 'accepted' || place.outcome === 'looked';
}

/** What is done about an errand that is under way, or cannot begin now; undefined where it begins anew. */
function goOn(state: ApprovalState, errand: Errand, moment: Moment): ApprovalStep | undefined {
  const { redirect } = state;
  if (MAKING.has(redirect.phase)) return [state, []];
  if (redirect.phase === 'telling') return leave(state, redirect);
  const isStillGood =
    state.online &&
    redirect.phase === 'leaving' &&
    redirect.errand === errand &&
    redirect.expiresAtMs - moment.nowMs > WORTH_GOING_MS;
  return isStillGood ? leave(state, redirect) : undefined;
}

const MAKING: ReadonlySet<Redirect['phase']> = new Set<Redirect['phase']>([
  'making-request',
  'making-attempt',
  'making-look',
]);

function makeAttempt(state: ApprovalState, id: RequestId): ApprovalStep {
  return [
    { ...state, redirect: { phase: 'making-attempt' } },
    [
      { do: 'cancel', timer: 'redirect' },
      { do: 'make-attempt', id, situation: state.answered },
    ],
  ];
}

/** The service has made the request. That of a dialog is kept, so that a reload does not make another. */
export function keepRequest(state: ApprovalState, id: RequestId): ApprovalStep {
  const { redirect, place } = state;
  if (redirect.phase !== 'making-request') return [state, []];
  const made: ApprovalState = {
    ...state,
    request: { phase: place.at === 'status' ? 'made' : 'unread', id },
  };
  if (redirect.purpose === 'copy') {
    return copy({ ...made, redirect: { phase: 'idle' } }, 'link', linkOf(made, id));
  }
  const [remembered, kept] = remember(made, {});
  const [asking, effects] = makeAttempt(remembered, id);
  return [asking, [...kept, ...effects]];
}

/** The service has made none: the way to Microsoft needs none, and a link does. */
export function goWithoutRequest(state: ApprovalState, random: string, moment: Moment): ApprovalStep {
  if (state.redirect.phase !== 'making-request') return [state, []];
  return isMakingLink(state)
    ? [{ ...state, redirect: unanswered(state) }, []]
    : goStraight(state, random, moment);
}

/** The service's authorization: its address must be Microsoft's consent page, as this installation knows it. */
export function takeAttempt(state: ApprovalState, made: AttemptMade, moment: Moment): ApprovalStep {
  if (state.redirect.phase !== 'making-attempt') return [state, []];
  return takeWay(state, { errand: 'approve', url: made.consentUrl }, moment);
}

/** The service's look: its address must be Microsoft's sign-in page. */
export function takeLook(state: ApprovalState, begun: LookBegun, moment: Moment): ApprovalStep {
  if (state.redirect.phase !== 'making-look') return [state, []];
  return takeWay(state, { errand: 'look', url: begun.lookUrl }, moment);
}

function takeWay(
  state: ApprovalState,
  { errand, url }: { readonly errand: Errand; readonly url: string },
  moment: Moment,
): ApprovalStep {
  if (!isAtMicrosoft(url, errand, state)) {
    return [{ ...state, redirect: { phase: 'failed', why: 'answer-refused' } }, []];
  }
  // It was made this moment, and lives from now. By a computer's clock that is fast, the service's time would be over.
  return tellAndLeave(state, { errand, url, expiresAtMs: moment.nowMs + ATTEMPT_LIFETIME_MS }, {});
}

/**
 * The service has made no attempt. Only a browser that can wait does so; everybody else goes straight to Microsoft. Who still
 * reads a request that is over is told so; who has read it begins without it.
 */
export function missAttempt(
  state: ApprovalState,
  event: Extract<ApprovalEvent, { type: 'attempt-not-made' }>,
  moment: Moment,
): ApprovalStep {
  if (state.redirect.phase !== 'making-attempt') return [state, []];
  if (event.why === 'gone' && !state.memory.dialog) {
    const over = withoutRequest(state);
    return state.place.at === 'invitation' ? [over, []] : begin(over, moment);
  }
  if (event.why === 'throttled' && !state.memory.dialog) {
    return [{ ...state, redirect: throttled(event.retryAfterMs, moment) }, []];
  }
  return goStraight(state, event.state, moment);
}

/** A look goes through the service and by no other way; it needs no request. */
export function missLook(
  state: ApprovalState,
  event: Extract<ApprovalEvent, { type: 'look-not-begun' }>,
  moment: Moment,
): ApprovalStep {
  if (state.redirect.phase !== 'making-look') return [state, []];
  if (event.why === 'gone' && requestIdOf(state) !== undefined) {
    return beginLook(withoutRequest(state), moment);
  }
  const redirect: Redirect =
    event.why === 'throttled' ? throttled(event.retryAfterMs, moment) : unanswered(state);
  return [{ ...state, redirect }, []];
}

/** The service has not answered. */
const unanswered = ({ online }: ApprovalState): Redirect => ({
  phase: 'failed',
  why: online ? 'service-away' : 'offline',
});

/** The request was withdrawn, or has run out: nothing more is begun for it. */
const withoutRequest = (state: ApprovalState): ApprovalState => ({
  ...state,
  redirect: { phase: 'idle' },
  request: { phase: 'gone' },
});

const throttled = (retryAfterMs: number | undefined, { nowMs }: Moment): Redirect => ({
  phase: 'failed',
  why: 'throttled',
  untilMs: retryAfterMs === undefined ? undefined : nowMs + retryAfterMs,
});

/** The way without the service: Microsoft will send the browser back to this page itself. */
function goStraight(state: ApprovalState, random: string, moment: Moment): ApprovalStep {
  if (!state.online) return [{ ...state, redirect: unanswered(state) }, []];
  const { setup } = state;
  const url = adminConsentUrl({
    loginOrigin: setup.loginOrigin,
    scope: consentScopeParameter(askedSet(state), setup.graphOrigin),
    clientId: setup.clientId,
    tenant: askedTenant(state) ?? 'organizations',
    redirectUri: new URL(PATHS.approvalPage, setup.origin).href,
    state: random,
  });
  const attempt = localAttempt(moment.nowMs, random);
  const expiresAtMs = moment.nowMs + ATTEMPT_LIFETIME_MS;
  return tellAndLeave(state, { errand: 'approve', url: url.href, expiresAtMs }, { attempt });
}

const PATH_ENDS: Readonly<Record<Errand, string>> = {
  approve: '/adminconsent',
  look: '/oauth2/v2.0/authorize',
};

function isAtMicrosoft(text: string, errand: Errand, { setup }: ApprovalState): boolean {
  try {
    const url = new URL(text);
    return url.origin === setup.loginOrigin && url.pathname.endsWith(PATH_ENDS[errand]);
  } catch {
    return false;
  }
}
