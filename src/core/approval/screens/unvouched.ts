import { tell, type ApprovalMessage } from '../message';
import type { ApprovalScreenModel } from './model';
import type { Returned } from '../memory';
import type { ApprovalState, Place } from '../state';
import { showRequest, signIn } from './actions';
import { checksOf, detailsOf } from './checks';
import { mayLeave, screen } from './every-screen';
import { onceMore, verdictScreen, whySignIn } from './verdict';

/**
 * Nobody vouches for what the address says: it was made by hand, by Microsoft's portal, or by the straight link of a
 * pane. The page quotes it, neither believes nor denies it, and asks Microsoft.
 */
export function unvouchedScreen(
  state: ApprovalState,
  place: Extract<Place, { at: 'returned' }>,
): ApprovalScreenModel {
  const { verdict } = state.check;
  const isAsked = verdict.kind !== 'checking';
  const needsSignIn = verdict.kind === 'sign-in-needed' && verdict.cause !== 'account-not-in-tenant';
  if (verdict.kind === 'required' && saysNo(place)) return agreedScreen(state, place);
  if (isAsked && !needsSignIn) return verdictScreen(state);
  return screen(state, {
    ...checksOf(state),
    ...detailsOf(verdict, place.code),
    name: 'unasked',
    tone: 'plain',
    title: needsSignIn ? tell('approval.unasked.sign-in-title') : tell('approval.unasked.title'),
    lead: [quoted(place), ...(needsSignIn ? [whySignIn(verdict)] : mayLeave(state))],
    primary: needsSignIn ? signIn(state, tell('approval.action.sign-in-to-see')) : undefined,
    others: showRequest(state),
    busy: !isAsked,
  });
}

/**
 * Microsoft shows nothing either, so the address is not contradicted. It may have been another account, all the same. A
 * return through the service that lacks its mark is put together by somebody: there the title is Microsoft's word alone.
 */
const agreedScreen = (state: ApprovalState, { code, isDirect }: Returned): ApprovalScreenModel =>
  screen(state, {
    ...checksOf(state),
    ...detailsOf(state.check.verdict, code),
    name: 'unasked',
    tone: 'plain',
    title: isDirect ? tell('approval.returned.denied.title') : tell('approval.not-arrived.title'),
    ...onceMore(
      state,
      isDirect ? tell('approval.unasked.lead.agreed') : tell('approval.unasked.lead.refused'),
    ),
    others: [...showRequest(state), signIn(state, tell('approval.action.sign-in-other'))],
  });

/** What the address says, as its own word. */
function quoted(place: Extract<Place, { at: 'returned' }>): ApprovalMessage {
  if (place.outcome === 'accepted') return tell('approval.unasked.lead');
  return saysNo(place) ? tell('approval.unasked.lead.refused') : tell('approval.unasked.lead.other');
}

const saysNo = ({ outcome, isDirect }: Extract<Place, { at: 'returned' }>): boolean =>
  outcome === 'denied' || outcome === 'left' || (isDirect && outcome === 'failed');
