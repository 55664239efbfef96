import { isServiceAway, missingIn } from '../../consent/verdict';
import { causeAndNext, causeMessage } from '../../shown/cause-message';
import { linesOf } from '../../shown/permission-lines';
import { tell } from '../message';
import type { GrantScreenModel } from './model';
import type { GrantState } from '../state';
import { beginAgain, signIn } from './actions';
import { checksOf, detailsOf } from './checks';
import { screen } from './every-screen';
import { meantValue, organisationValue } from './organisation';

/** Microsoft sent the person back with consent. That is not green: what follows is what Microsoft says when asked. */
export function acceptedScreen(state: GrantState): GrantScreenModel {
  const { verdict } = state.check;
  const shared = { ...checksOf(state), ...detailsOf(verdict) };
  switch (verdict.kind) {
    case 'checking':
      return screen(state, {
        ...shared,
        name: 'confirming',
        tone: 'plain',
        title: tell('grant.confirming.title'),
        lead: [tell('grant.confirming.lead'), tell('grant.may-leave')],
        busy: true,
      });
    case 'sign-in-needed':
      return verdict.cause === 'account-not-in-tenant'
        ? otherAccountScreen(state)
        : screen(state, {
            ...shared,
            name: 'sign-in',
            tone: 'plain',
            title: tell('grant.sign-in.title'),
            lead: [tell('grant.sign-in.lead'), tell('grant.may-leave')],
            primary: signIn(state, tell('grant.action.sign-in')),
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
        title: tell('grant.partial.title', { missing: missingIn(verdict.findings).length }),
        lead: [tell('grant.partial.lead', organisationValue(state))],
        permissions: linesOf(verdict.findings),
        ...beginAgain(state),
      });
    case 'granted':
      return screen(state, {
        ...shared,
        name: 'unproven',
        tone: 'attention',
        title: tell('grant.unproven.title'),
        lead: [
          verdict.breadth === 'this-user'
            ? tell('grant.unproven.lead.this-user')
            : isServiceAway(verdict)
              ? tell('grant.unproven.lead.service-away')
              : tell('grant.unproven.lead.unproven'),
          tell('grant.may-leave'),
        ],
        permissions: linesOf(verdict.findings),
      });
    case 'blocked':
      return screen(state, {
        ...shared,
        name: 'blocked',
        tone: 'stopped',
        title: tell('grant.blocked.title'),
        lead: [...causeAndNext(verdict)],
      });
    case 'unknown':
      return verdict.cause === 'other-tenant'
        ? otherAccountScreen(state)
        : screen(state, {
            ...shared,
            name: 'unknown',
            tone: 'attention',
            title: tell('grant.unknown.title'),
            lead: [causeMessage(verdict.cause), tell('grant.unknown.next')],
          });
    default:
      return verdict satisfies never;
  }
}

/** The account that is signed in has no place in the organisation that is meant, or its answer is about another one. */
function otherAccountScreen(state: GrantState): GrantScreenModel {
  return screen(state, {
    ...checksOf(state),
    ...detailsOf(state.check.verdict),
    name: 'other-account',
    tone: 'attention',
    title: tell('grant.other-account.title'),
    lead: [tell('grant.other-account.lead', meantValue(state)), tell('grant.may-leave')],
    primary: signIn(state, tell('grant.action.sign-in-other')),
  });
}

/** The straight link of a pane came back here. Anybody can write such an address: the page neither believes nor denies it. */
export function unaskedScreen(state: GrantState, refused: boolean): GrantScreenModel {
  const { verdict } = state.check;
  const asked = verdict.kind !== 'checking';
  if (asked && !refused && verdict.kind !== 'sign-in-needed') return acceptedScreen(state);
  return screen(state, {
    ...checksOf(state),
    ...detailsOf(verdict, state.place.at === 'returned' ? state.place.code : undefined),
    name: 'unasked',
    tone: 'plain',
    title: tell('grant.unasked.title'),
    lead: [
      refused ? tell('grant.unasked.lead.refused') : tell('grant.unasked.lead'),
      tell('grant.may-leave'),
    ],
    ...(verdict.kind === 'sign-in-needed'
      ? { primary: signIn(state, tell('grant.action.sign-in-to-see')) }
      : {}),
    busy: !asked,
  });
}

function spreading(state: GrantState): Pick<GrantScreenModel, 'title' | 'lead'> & Partial<GrantScreenModel> {
  const { verdictAtMs = 0, expectingUntilMs } = state.check;
  const accepted = state.place.at === 'returned' && state.place.outcome === 'accepted';
  if (accepted && verdictAtMs < expectingUntilMs) {
    return {
      title: tell('grant.spreading.title'),
      lead: [tell('grant.spreading.lead'), tell('grant.may-leave')],
    };
  }
  return {
    title: tell('grant.not-arrived.title'),
    lead: [tell('grant.not-arrived.lead')],
    ...beginAgain(state),
    others: [signIn(state, tell('grant.action.sign-in-other'))],
  };
}
