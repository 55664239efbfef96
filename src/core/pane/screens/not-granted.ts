import { asksSituation } from '../../consent/asks-situation';
import { lacksService, missingIn, standingOf, type Standing, type Verdict } from '../../consent/verdict';
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

/**
 * Something that is needed is missing: some of it; or nobody has consented yet, or not any more, unless for their own
 * account alone (U17). What is said of the rest is what was found of it, whatever the verdict is called.
 */
export function notGrantedScreen(state: State, verdict: NotGranted): ScreenModel {
  const { findings, cause } = verdict;
  const standing = standingOf(findings);
  const isPart = standing !== 'nothing';
  const before = isPart ? undefined : state.confirmation?.lastGrantedAtMs;
  const organisation = organisationValue(state);
  // Who may approve, where Microsoft's own window has said it.
  const policy = cause === 'admin-approval-needed' ? [causeMessage(cause)] : [];
  const signIn = signInFor(state, verdict);
  // The first stands in sight: what may be the only way on is not looked for behind "More" (U9).
  const first = mayBeRemembered(state) ? signIn : [];
  return screen(state, {
    name: isPart ? 'partial' : 'required',
    tone: 'attention',
    ...(isPart
      ? {
          title: say('partial.title', { missing: missingIn(findings).length }),
          lead: [partialLead(state, verdict, standing), ...policy],
        }
      : before === undefined
        ? {
            title: say('required.title'),
            lead: [say('required.about'), ...policy, say('required.lead', organisation)],
          }
        : {
            title: say('required.title.was-granted'),
            lead: [say('required.lead.was-granted', { ...organisation, atMs: before })],
          }),
    permissions: linesOf(findings),
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

/** What changed since everything was granted: new permissions came, or one was taken back. */
function partialLead(state: State, verdict: NotGranted, standing: Exclude<Standing, 'nothing'>): Message {
  const { findings } = verdict;
  const lacking = missingIn(findings);
  const missing = lacking.length;
  if (standing === 'not-known')
    return say('partial.lead.not-known', { missing, serviceAway: lacksService(verdict) });
  const before = state.confirmation?.lastGranted;
  if (before === undefined || isAdding(state)) return say('partial.lead', { missing });
  const isRestKnown = findings.every(
    ({ permission, state: found }) => !permission.required || found === 'tenant' || found === 'missing',
  );
  return isRestKnown && lacking.every(({ id }) => !before.includes(id))
    ? say('partial.lead.new-permissions', { missing })
    : say('partial.lead.was-granted', { missing });
}

/** Whoever only shares is not asked for the situation, and may still suggest or change it. */
const suggestion = (state: State): readonly Action[] =>
  state.situation !== undefined || asksSituation(state.verdict, state.organisationSituation)
    ? [CHANGE_SITUATION]
    : [];
