import { isFresh, SPREADING_MS } from '../../asking/watch';
import { anotherAccountMayCure, signInMayCure, waitingMayCure } from '../../consent/click-cures';
import {
  arrivesWithinMs,
  isServiceAway,
  lacksService,
  missingIn,
  showsLess,
  standingOf,
  type Verdict,
} from '../../consent/verdict';
import { causeAndNext, causeMessage } from '../../shown/cause-message';
import { sayShared } from '../../shown/message';
import { permissionId } from '../../permissions';
import { needsMore } from '../../situation';
import { linesOf } from '../../shown/permission-lines';
import { tell, type ApprovalMessage } from '../message';
import type { ApprovalAction, ApprovalScreenModel } from './model';
import { mayLook } from '../redirect';
import { askedSet, situationOf, type ApprovalState } from '../state';
import { beginAgain, confirmAction, copyLink, signIn } from './actions';
import { checksOf, detailsOf } from './checks';
import { mayLeave, screen } from './every-screen';
import { answeredNameAndId, knownName } from './organisation';
import { mendOf } from './outcome';

/** What Microsoft says when it is asked after a return, or for somebody who wants to see how things stand. */
export function verdictScreen(state: ApprovalState): ApprovalScreenModel {
  const { verdict } = state.check;
  if (isSpreading(state)) return spreadingScreen(state);
  const shared = { ...checksOf(state), ...detailsOf(verdict) };
  switch (verdict.kind) {
    case 'checking':
      // The window was the first question, and has told nothing: whoever closed it can open it again.
      if (state.check.signInEnded !== undefined) return signInScreen(state);
      return screen(state, {
        ...shared,
        ...checkingWords(state),
        name: 'confirming',
        tone: 'plain',
        busy: true,
      });
    case 'sign-in-needed':
      return verdict.cause === 'account-not-in-tenant' ? otherAccountScreen(state) : signInScreen(state);
    case 'required':
      return standingOf(verdict.findings) === 'for-all'
        ? partialScreen(state, verdict)
        : notArrivedScreen(state);
    case 'partial':
      return partialScreen(state, verdict);
    case 'granted':
      return screen(state, {
        ...shared,
        name: 'unproven',
        tone: 'attention',
        title: tell('approval.unproven.title'),
        ...unprovenParts(state, verdict),
        others: isServiceAway(verdict) ? [] : copyLink(state),
        permissions: linesOf(verdict.findings),
      });
    case 'blocked':
      return screen(state, {
        ...shared,
        name: 'blocked',
        tone: 'stopped',
        title: tell('approval.blocked.title'),
        ...blockedParts(state, verdict),
        others: signInsFor(state, verdict),
      });
    case 'unknown':
      return verdict.cause === 'other-tenant'
        ? otherAccountScreen(state)
        : screen(state, {
            ...shared,
            name: 'unknown',
            tone: 'attention',
            title: tell('approval.unknown.title'),
            lead: [
              causeMessage(verdict.cause),
              waitingMayCure(verdict) ? tell('approval.unknown.next') : sayShared('next.contact-support'),
            ],
            others: signInsFor(state, verdict),
          });
    default:
      return verdict satisfies never;
  }
}

/** Some of it lacks. That a part of the organisation's approval is there is said only where it was seen. */
const partialScreen = (
  state: ApprovalState,
  verdict: Extract<Verdict, { kind: 'required' | 'partial' }>,
): ApprovalScreenModel =>
  screen(state, {
    ...checksOf(state),
    ...detailsOf(verdict),
    name: 'partial',
    tone: 'attention',
    title: tell('approval.partial.title', { missing: missingIn(verdict.findings).length }),
    ...onceMore(
      state,
      standingOf(verdict.findings) === 'for-all'
        ? tell('approval.partial.lead', { organisation: answeredNameAndId(state) })
        : tell('approval.partial.lead.not-known', { serviceAway: lacksService(verdict) }),
    ),
    permissions: linesOf(verdict.findings),
    others: copyLink(state),
  });

type Parts = Pick<ApprovalScreenModel, 'lead' | 'primary'>;

/**
 * What an approval cures: the way to begin is there, or it is said where one comes from. `advice` stands only beside the
 * button.
 */
export function onceMore(state: ApprovalState, what: ApprovalMessage, ...advice: ApprovalMessage[]): Parts {
  const primary = beginAgain(state);
  return { lead: [what, ...(primary === undefined ? [tell('approval.ask-for-new-link')] : advice)], primary };
}

/**
 * What stops it. Who came back from Microsoft's page is the administrator whom the pane's next steps send people to. Of
 * anybody else nobody knows which of the two they are.
 */
function blockedParts(state: ApprovalState, verdict: Extract<Verdict, { kind: 'blocked' }>): Parts {
  const [cause, ...next] = causeAndNext(verdict);
  if (verdict.next === 'approve') return onceMore(state, cause, ...next);
  const mend = mendOf(verdict.cause);
  if (!hasReturned(state)) return { lead: [cause, ...next, tell('approval.mend.yourself'), mend] };
  const taken = hasAccepted(state) ? [tell('approval.blocked.taken')] : [];
  return { lead: [...taken, cause, mend] };
}

/** The sign-in that may cure it. */
function signInsFor(state: ApprovalState, verdict: Verdict): readonly ApprovalAction[] {
  if (anotherAccountMayCure(verdict)) return [signIn(state, tell('approval.action.sign-in-other'))];
  return signInMayCure(verdict) ? [signIn(state, tell('approval.action.sign-in-to-see'))] : [];
}

const hasReturned = ({ place }: ApprovalState): boolean => place.at === 'returned' && place.isBelieved;

const hasAccepted = ({ place }: ApprovalState): boolean =>
  place.at === 'returned' && place.isBelieved && place.outcome === 'accepted';

const checkingWords = (state: ApprovalState): Pick<ApprovalScreenModel, 'title' | 'lead'> =>
  hasReturned(state)
    ? {
        title: tell('approval.confirming.title'),
        lead: [tell('approval.confirming.lead'), ...mayLeave(state)],
      }
    : { title: tell('approval.unasked.title'), lead: [tell('approval.opening.lead')] };

function signInScreen(state: ApprovalState): ApprovalScreenModel {
  const returned = hasReturned(state);
  return screen(state, {
    ...checksOf(state),
    name: 'sign-in',
    tone: 'plain',
    title: returned ? tell('approval.sign-in.title') : tell('approval.unasked.sign-in-title'),
    lead: returned ? [tell('approval.sign-in.lead'), ...mayLeave(state)] : [whySignIn(state.check.verdict)],
    primary: signIn(
      state,
      returned ? tell('approval.action.sign-in') : tell('approval.action.sign-in-to-see'),
    ),
  });
}

/** Why Microsoft tells nothing before somebody signs in. */
export const whySignIn = ({ cause }: Verdict): ApprovalMessage =>
  cause === 'several-accounts' ? causeMessage(cause) : tell('approval.unasked.next');

/** The account that is signed in has no place in the organisation that is asked, or its answer is about another one. */
const otherAccountScreen = (state: ApprovalState): ApprovalScreenModel =>
  screen(state, {
    ...checksOf(state),
    ...detailsOf(state.check.verdict),
    name: 'other-account',
    tone: 'attention',
    title: tell('approval.other-account.title'),
    lead: [tell('approval.other-account.lead', { organisation: knownName(state) }), ...mayLeave(state)],
    primary: signIn(state, tell('approval.action.sign-in-other')),
  });

/** It was given, and Microsoft can be expected to show it any moment. */
function isSpreading(state: ApprovalState): boolean {
  const { verdict, verdictAtMs, watch } = state.check;
  return (
    hasAccepted(state) &&
    verdictAtMs !== undefined &&
    (lacksAsked(state) || isGrowing(state)) &&
    isFresh(watch.spreadFromMs, arrivesWithinMs(verdict, SPREADING_MS), verdictAtMs)
  );
}

/**
 * Something of what was asked for is missing so far. What else the organisation does needs more, and nothing of that comes with
 * this approval.
 */
function lacksAsked(state: ApprovalState): boolean {
  const { verdict } = state.check;
  if (!showsLess(verdict)) return false;
  const asked = new Set(askedSet(state).map(permissionId));
  const missing = missingIn(verdict.findings);
  return missing.length === 0 || missing.some(({ id }) => asked.has(id));
}

/** More was approved than the organisation had, and of that nothing is known yet. */
function isGrowing(state: ApprovalState): boolean {
  const { because, situation: kept } = state.check.verdict;
  return because === 'some-not-known' && kept !== undefined && needsMore(situationOf(state), kept);
}

const spreadingScreen = (state: ApprovalState): ApprovalScreenModel =>
  screen(state, {
    ...checksOf(state),
    ...detailsOf(state.check.verdict),
    name: 'spreading',
    tone: 'plain',
    title: tell('approval.spreading.title'),
    lead: [tell('approval.spreading.lead'), ...mayLeave(state)],
  });

/** Somebody has been at Microsoft's page, here or by the same link before. Who only asks how it stands waits for nothing. */
const knowsOfVisit = ({ place, history }: ApprovalState): boolean =>
  place.at === 'returned' || history.visitedAtMs !== undefined || history.approvedAtMs !== undefined;

function notArrivedScreen(state: ApprovalState): ApprovalScreenModel {
  const again = beginAgain(state);
  const other = signIn(state, tell('approval.action.sign-in-other'));
  return screen(state, {
    ...checksOf(state),
    ...detailsOf(state.check.verdict),
    name: 'not-arrived',
    tone: 'plain',
    title: tell('approval.not-arrived.title'),
    lead: knowsOfVisit(state)
      ? [tell('approval.not-arrived.lead')]
      : [
          tell('approval.not-arrived.lead.nobody'),
          ...(again === undefined ? [] : [tell('approval.not-arrived.next')]),
        ],
    primary: again ?? other,
    others: again === undefined ? [] : [...copyLink(state), other],
  });
}

/** Something is granted, and not, or not certainly, for the whole organisation. Each cause has its own way on. */
function unprovenParts(state: ApprovalState, verdict: Extract<Verdict, { kind: 'granted' }>): Parts {
  if (verdict.breadth === 'this-user') return onceMore(state, tell('approval.unproven.lead.this-user'));
  // Nothing can be confirmed without the service: the page waits for it.
  if (isServiceAway(verdict)) {
    return { lead: [tell('approval.unproven.lead.service-away'), ...mayLeave(state)] };
  }
  const lead = tell('approval.unproven.lead.unproven');
  return mayLook(state)
    ? { lead: [lead, tell('approval.confirm.how')], primary: confirmAction(state) }
    : onceMore(state, lead);
}
