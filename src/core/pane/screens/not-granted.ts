import { asksSituation } from '../../consent/asks-situation';
import { requiredIn, standingOf, type Standing } from '../../consent/findings';
import { lacksService, missingIn, type Verdict } from '../../consent/verdict';
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

type NotGranted = Extract<Verdict, { kind: 'required' | 'partial' }>;

/** Something that is needed is missing. What is said of the rest is what was found of it, whatever the verdict is called. */
export function notGrantedScreen(state: State, verdict: NotGranted): ScreenModel {
  const standing = standingOf(verdict.findings);
  return standing === 'nothing' || standing === 'for-one'
    ? requiredScreen(state, verdict, standing)
    : partialScreen(state, verdict, standing);
}

/** Some of what is needed is missing. */
function partialScreen(
  state: State,
  verdict: NotGranted,
  standing: Exclude<Standing, 'nothing' | 'for-one'>,
): ScreenModel {
  const missing = missingIn(verdict.findings).length;
  return screen(state, {
    name: 'partial',
    tone: 'attention',
    title: say('partial.title', { missing }),
    lead: [
      standing === 'for-all'
        ? partialLead(state, verdict)
        : say('partial.lead.not-known', { missing, serviceAway: lacksService(verdict) }),
      ...policyOf(verdict),
    ],
    permissions: linesOf(verdict.findings),
    ...waysToApprove(state),
    others: othersOf(state, verdict),
  });
}

/** What changed since everything was granted: new permissions came, or one was taken back. */
function partialLead(state: State, { findings }: NotGranted): Message {
  const lacking = missingIn(findings);
  const missing = lacking.length;
  const before = state.confirmation?.lastGranted;
  if (before === undefined || isAdding(state)) return say('partial.lead', { missing });
  const stands = requiredIn(findings).filter(({ state: found }) => found === 'tenant').length;
  return stands + missing === requiredIn(findings).length && lacking.every(({ id }) => !before.includes(id))
    ? say('partial.lead.new-permissions', { missing })
    : say('partial.lead.was-granted', { missing });
}

/** Nobody has consented yet, or not any more; or a user has, for their own account alone (U17). */
function requiredScreen(
  state: State,
  verdict: NotGranted,
  standing: Extract<Standing, 'nothing' | 'for-one'>,
): ScreenModel {
  const before = state.confirmation?.lastGrantedAtMs;
  const organisation = organisationValue(state);
  return screen(state, {
    name: 'required',
    tone: 'attention',
    title: before !== undefined ? say('required.title.was-granted') : say('required.title'),
    lead:
      before !== undefined
        ? [say('required.lead.was-granted', { ...organisation, atMs: before })]
        : standing === 'for-one'
          ? [say('required.lead.this-user', organisation), ...policyOf(verdict)]
          : [say('required.about'), ...policyOf(verdict), say('required.lead', organisation)],
    permissions: linesOf(verdict.findings),
    ...waysToApprove(state),
    // Access that was withdrawn may have left data behind, and that can be deleted on request.
    others: othersOf(state, verdict, before === undefined ? [] : [MANAGE]),
  });
}

/** Who may approve, where Microsoft's own window has said it. */
const policyOf = ({ cause }: NotGranted): readonly Message[] =>
  cause === 'admin-approval-needed' ? [causeMessage(cause)] : [];

function othersOf(state: State, verdict: NotGranted, more: readonly Action[] = []): readonly Action[] {
  const signIn = signInFor(state, verdict);
  // The first stands in sight: what may be the only way on is not looked for behind "More" (U9).
  const [first, later] = mayBeRemembered(state) ? [signIn, []] : [[], signIn];
  return [...first, ...suggestion(state), ...more, ...later, HELP, checkNow(state)];
}

/** Whoever only shares is not asked for the situation, and may still suggest or change it. */
const suggestion = (state: State): readonly Action[] =>
  state.situation !== undefined || asksSituation(state.verdict, state.organisationSituation)
    ? [CHANGE_SITUATION]
    : [];
