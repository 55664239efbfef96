import { isServiceAway, missingIn } from '../../consent/verdict';
import { causeAndNext, causeMessage } from '../../shown/cause-message';
import { linesOf } from '../../shown/permission-lines';
import { tell } from '../message';
import type { ApprovalScreenModel } from './model';
import type { ApprovalState } from '../state';
import { beginAgain, signIn } from './actions';
import { checksOf, detailsOf } from './checks';
import { screen } from './every-screen';
import { meantValue, organisationValue } from './organisation';

/** Microsoft sent the person back with consent. That is not green: what follows is what Microsoft says when asked. */
export function acceptedScreen(state: ApprovalState): ApprovalScreenModel {
  const { verdict } = state.check;
  const shared = { ...checksOf(state), ...detailsOf(verdict) };
  switch (verdict.kind) {
    case 'checking':
      return screen(state, {
        ...shared,
        name: 'confirming',
        tone: 'plain',
        title: tell('approval.confirming.title'),
        lead: [tell('approval.confirming.lead'), tell('approval.may-leave')],
        busy: true,
      });
    case 'sign-in-needed':
      return verdict.cause === 'account-not-in-tenant'
        ? otherAccountScreen(state)
        : screen(state, {
            ...shared,
            name: 'sign-in',
            tone: 'plain',
            title: tell('approval.sign-in.title'),
            lead: [tell('approval.sign-in.lead'), tell('approval.may-leave')],
            primary: signIn(state, tell('approval.action.sign-in')),
          });
    case 'required':
      return screen(state, {
        ...shared,
        ...spreading(state),
        name: 'spreading',
        tone: 'plain',
      });
    case 'partial':
      return screen(state, {
        ...shared,
        name: 'partial',
        tone: 'attention',
        title: tell('approval.partial.title', { missing: missingIn(verdict.findings).length }),
        lead: [tell('approval.partial.lead', organisationValue(state))],
        permissions: linesOf(verdict.findings),
        ...beginAgain(state),
      });
    case 'granted':
      return screen(state, {
        ...shared,
        name: 'unproven',
        tone: 'attention',
        title: tell('approval.unproven.title'),
        lead: [
          verdict.breadth === 'this-user'
            ? tell('approval.unproven.lead.this-user')
            : isServiceAway(verdict)
              ? tell('approval.unproven.lead.service-away')
              : tell('approval.unproven.lead.unproven'),
          tell('approval.may-leave'),
        ],
        permissions: linesOf(verdict.findings),
      });
    case 'blocked':
      return screen(state, {
        ...shared,
        name: 'blocked',
        tone: 'stopped',
        title: tell('approval.blocked.title'),
        lead: [...causeAndNext(verdict)],
      });
    case 'unknown':
      return verdict.cause === 'other-tenant'
        ? otherAccountScreen(state)
        : screen(state, {
            ...shared,
            name: 'unknown',
            tone: 'attention',
            title: tell('approval.unknown.title'),
            lead: [causeMessage(verdict.cause), tell('approval.unknown.next')],
          });
    default:
      return verdict satisfies never;
  }
}

/** The account that is signed in has no place in the organisation that is meant, or its answer is about another one. */
function otherAccountScreen(state: ApprovalState): ApprovalScreenModel {
  return screen(state, {
    ...checksOf(state),
    ...detailsOf(state.check.verdict),
    name: 'other-account',
    tone: 'attention',
    title: tell('approval.other-account.title'),
    lead: [tell('approval.other-account.lead', meantValue(state)), tell('approval.may-leave')],
    primary: signIn(state, tell('approval.action.sign-in-other')),
  });
}

/** The straight link of a pane came back here. Anybody can write such an address: the page neither believes nor denies it. */
export function unaskedScreen(state: ApprovalState, refused: boolean): ApprovalScreenModel {
  const { verdict } = state.check;
  const asked = verdict.kind !== 'checking';
  if (asked && !refused && verdict.kind !== 'sign-in-needed') return acceptedScreen(state);
  return screen(state, {
    ...checksOf(state),
    ...detailsOf(verdict, state.place.at === 'returned' ? state.place.code : undefined),
    name: 'unasked',
    tone: 'plain',
    title: tell('approval.unasked.title'),
    lead: [
      refused ? tell('approval.unasked.lead.refused') : tell('approval.unasked.lead'),
      tell('approval.may-leave'),
    ],
    ...(verdict.kind === 'sign-in-needed'
      ? { primary: signIn(state, tell('approval.action.sign-in-to-see')) }
      : {}),
    busy: !asked,
  });
}

function spreading(
  state: ApprovalState,
): Pick<ApprovalScreenModel, 'title' | 'lead'> & Partial<ApprovalScreenModel> {
  const { verdictAtMs = 0, expectingUntilMs } = state.check;
  const accepted = state.place.at === 'returned' && state.place.outcome === 'accepted';
  if (accepted && verdictAtMs < expectingUntilMs) {
    return {
      title: tell('approval.spreading.title'),
      lead: [tell('approval.spreading.lead'), tell('approval.may-leave')],
    };
  }
  return {
    title: tell('approval.not-arrived.title'),
    lead: [tell('approval.not-arrived.lead')],
    ...beginAgain(state),
    others: [signIn(state, tell('approval.action.sign-in-other'))],
  };
}
