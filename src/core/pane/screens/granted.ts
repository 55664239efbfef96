import { confirmedAtMs, isServiceAway, type Verdict } from '../../consent/verdict';
import { say } from '../message';
import { organisationValue } from '../request-facts';
import { neededSet, type State } from '../state';
import {
  ADD_AUTOPILOT,
  APPROVE,
  CHANGE_SITUATION,
  CONFIRM,
  PASS_ON,
  checkNow,
  HELP,
  MANAGE,
  SHARE,
  waysToApprove,
} from './actions';
import { screen } from './every-screen';
import type { ScreenModel } from './model';
import { fulfilledOf, pendingOf } from './pending';
import { linesOf } from '../../shown/permission-lines';
import { stepsOf } from './steps';
import { newsLead } from './waiting';

/** Granted for the whole organisation: the one screen with the green check. */
export function grantedScreen(state: State, verdict: Extract<Verdict, { kind: 'granted' }>): ScreenModel {
  const steps = stepsOf(state);
  const { covers } = verdict;
  const isWithoutAutopilot =
    covers !== undefined || neededSet(state).every(({ kind }) => kind === 'delegated');
  return screen(state, {
    name: 'granted',
    tone: 'good',
    title: say('granted.title'),
    lead: [
      covers !== undefined
        ? say(`granted.covers.${covers}`, organisationValue(state))
        : steps?.some((step) => step.state !== 'done') === true
          ? say('granted.lead.steps', organisationValue(state))
          : say('granted.lead', organisationValue(state)),
    ],
    confirmedAtMs: state.verdictAtMs === undefined ? undefined : confirmedAtMs(verdict, state.verdictAtMs),
    permissions: linesOf(verdict.findings),
    steps,
    // A request for more than is needed here goes on.
    pending: pendingOf(state) ?? fulfilledOf(state),
    others: [...(isWithoutAutopilot ? [ADD_AUTOPILOT] : []), MANAGE, HELP, checkNow(state)],
  });
}

/** A token for everything, without proof that all of it is the whole organisation's. */
export function personalScreen(state: State, verdict: Extract<Verdict, { kind: 'granted' }>): ScreenModel {
  const personal = verdict.breadth === 'this-user';
  if (verdict.next === 'confirm-as-admin') {
    // An approval is there. Nobody has to approve once more; an administrator shows that it holds for everybody. Whose
    // account may not read what is granted passes the link on.
    const { dialog } = state;
    const mayNotRead = dialog.phase === 'ended' && dialog.how === 'look-may-not-read';
    return screen(state, {
      name: 'granted-personally',
      tone: 'plain',
      title: say('personal.title.approved'),
      lead: [say('personal.lead.approved')],
      permissions: linesOf(verdict.findings),
      primary: mayNotRead ? PASS_ON : CONFIRM,
      others: [mayNotRead ? CONFIRM : PASS_ON, MANAGE, HELP, checkNow(state)],
      pending: pendingOf(state),
    });
  }
  const changeSituation = state.situation === undefined ? [] : [CHANGE_SITUATION];
  if (!personal && isServiceAway(verdict)) {
    // Everything may well be approved: nobody is asked to approve it before that is known (U8). It is asked again soon.
    return screen(state, {
      name: 'granted-personally',
      tone: 'attention',
      title: say('personal.title.unproven'),
      lead: [say('personal.lead.service-away')],
      permissions: linesOf(verdict.findings),
      others: [HELP, ...changeSituation, SHARE, APPROVE, checkNow(state)],
      pending: pendingOf(state),
    });
  }
  return screen(state, {
    name: 'granted-personally',
    tone: 'attention',
    title: personal ? say('personal.title.this-user') : say('personal.title.unproven'),
    lead: [
      ...(state.request ? [newsLead(state)] : []),
      personal ? say('personal.lead.this-user') : say('personal.lead.unproven'),
    ],
    permissions: linesOf(verdict.findings),
    ...waysToApprove(state),
    others: [...changeSituation, HELP, checkNow(state)],
    pending: pendingOf(state),
  });
}
