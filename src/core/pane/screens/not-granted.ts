import { asksSituation } from '../../consent/asks-situation';
import { missingIn, type Finding, type Verdict } from '../../consent/verdict';
import { say, type Message } from '../message';
import { organisationValue } from '../request-facts';
import { isAdding, type State } from '../state';
import {
  CHANGE_SITUATION,
  checkNow,
  HELP,
  MANAGE,
  mayBeRemembered,
  signInFor,
  waysToApprove,
} from './actions';
import { screen } from './every-screen';
import type { Action, ScreenModel } from './model';
import { causeMessage } from '../../shown/cause-message';
import { linesOf } from '../../shown/permission-lines';

/** Some of what is needed is missing. */
export function partialScreen(state: State, verdict: Extract<Verdict, { kind: 'partial' }>): ScreenModel {
  const lacking = missingIn(verdict.findings);
  const missing = lacking.length;
  return screen(state, {
    name: 'partial',
    tone: 'attention',
    title: say('partial.title', { missing }),
    lead: [partialLead(state, lacking)],
    permissions: linesOf(verdict.findings),
    ...waysToApprove(state),
    others: [...suggestion(state), HELP, checkNow(state)],
  });
}

/** What changed since everything was granted: new permissions came, or one was taken back. */
function partialLead(state: State, lacking: readonly Finding[]): Message {
  const missing = lacking.length;
  const before = state.confirmation?.lastGranted;
  if (before === undefined || isAdding(state)) return say('partial.lead', { missing });
  return lacking.every(({ id }) => !before.includes(id))
    ? say('partial.lead.new-permissions', { missing })
    : say('partial.lead.was-granted', { missing });
}

/** Nobody has consented yet, or not any more; or a user has, for their own account alone (U17). */
export function requiredScreen(
  state: State,
  verdict: Extract<Verdict, { kind: 'required' | 'partial' }>,
): ScreenModel {
  const before = state.confirmation?.lastGrantedAtMs;
  const signIn = signInFor(state, verdict);
  // The first stands in sight: what may be the only way on is not looked for behind "More" (U9).
  const first = mayBeRemembered(state) ? signIn : [];
  return screen(state, {
    name: 'required',
    tone: 'attention',
    title: before !== undefined ? say('required.title.was-granted') : say('required.title'),
    lead: requiredLead(state, verdict),
    permissions: linesOf(verdict.findings),
    ...waysToApprove(state),
    others: [
      ...first,
      ...suggestion(state),
      // Access that was withdrawn may have left data behind, and that can be deleted on request.
      ...(before === undefined ? [] : [MANAGE]),
      ...(first.length === 0 ? signIn : []),
      HELP,
      checkNow(state),
    ],
  });
}

/** Whoever only shares is not asked for the situation, and may still suggest or change it. */
const suggestion = (state: State): readonly Action[] =>
  state.situation !== undefined || asksSituation(state.verdict, state.organisationSituation)
    ? [CHANGE_SITUATION]
    : [];

function requiredLead(
  state: State,
  verdict: Extract<Verdict, { kind: 'required' | 'partial' }>,
): readonly Message[] {
  const organisation = organisationValue(state);
  const before = state.confirmation?.lastGrantedAtMs;
  if (before !== undefined) return [say('required.lead.was-granted', { ...organisation, atMs: before })];
  if (verdict.kind === 'partial') return [say('required.lead.this-user', organisation)];
  const policy = verdict.cause === 'admin-approval-needed' ? [causeMessage(verdict.cause)] : [];
  return [say('required.about'), ...policy, say('required.lead', organisation)];
}
