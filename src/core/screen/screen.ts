import type { Cause } from '../consent/cause';
import { say, type Message, type ReasonOf } from '../message';
import type { LaterView } from '../onboarding/event';
import { neededSet, type State } from '../onboarding/state';
import { approverRolesFor } from '../permissions';
import type {
  Action,
  ActionName,
  ChecksModel,
  Choice,
  Notice,
  PendingModel,
  PermissionLine,
  ScreenModel,
  ShareModel,
  StepLine,
} from './model';
import {
  organisationOf,
  organisationValue,
  requestFacts,
  type RequestWords,
} from '../onboarding/request-facts';
import { parseSituation, SITUATIONS, stepsFor, type SituationStep } from '../situation';
import { isServiceAway, confirmedAtMs, isGreen, type Finding, type Verdict } from '../consent/verdict';

/** What the pane shows in a state. Pure: the same state gives the same screen. */
export function screenOf(state: State, words: RequestWords): ScreenModel {
  if (state.view === 'sharing' || state.view === 'showing') return sharingScreen(state, words);
  if (state.view === 'situation') return situationScreen(state);
  if (state.view !== 'verdict') return laterScreen(state, state.view);
  if (state.grant.phase === 'opening' || state.grant.phase === 'open') return grantingScreen(state);
  const { verdict } = state;
  switch (verdict.kind) {
    case 'checking':
      return screen(state, {
        name: 'checking',
        tone: 'plain',
        title: say('checking.title'),
        lead: [say('checking.lead')],
        others: [],
      });
    case 'granted':
      return verdict.breadth === 'tenant' ? grantedScreen(state, verdict) : personalScreen(state, verdict);
    case 'partial':
      return state.request ? waitingScreen(state, verdict.findings) : partialScreen(state, verdict);
    case 'required':
      return state.request ? waitingScreen(state, verdict.findings) : requiredScreen(state, verdict);
    case 'sign-in-needed':
      return signInScreen(state, verdict);
    case 'blocked':
      return blockedScreen(state, verdict);
    case 'unknown':
      return verdict.cause === 'other-tenant' ? otherTenantScreen(state) : unknownScreen(state, verdict);
    default:
      return verdict satisfies never;
  }
}

type Own = Pick<ScreenModel, 'name' | 'tone' | 'title' | 'lead' | 'others'> & Partial<ScreenModel>;

/** Adds what every screen has. */
function screen(state: State, own: Own): ScreenModel {
  const { verdict } = state;
  const details = {
    ...(verdict.code === undefined ? {} : { code: verdict.code }),
    ...(verdict.correlationId === undefined ? {} : { correlationId: verdict.correlationId }),
  };
  const organisation = organisationOf(state);
  const notice = own.notice ?? noticeOf(state);
  return {
    announcement: own.title,
    checks: checksOf(state),
    ...(organisation === undefined ? {} : { organisation }),
    ...(verdict.code === undefined ? {} : { details }),
    ...own,
    ...(notice ? { notice } : {}),
  };
}

const action = (name: ActionName, label: Message, event: Action['event'], busy = false): Action => ({
  name,
  label,
  event,
  ...(busy ? { busy } : {}),
});

const GRANT = action('grant', say('action.grant'), { type: 'grant-asked' });
const SHARE = action('share', say('action.share'), { type: 'share-asked' });
const HELP = action('help', say('action.help'), { type: 'view-asked', view: 'help' });
const MANAGE = action('manage', say('action.manage'), { type: 'view-asked', view: 'manage' });
const GROUP = action('group', say('action.group'), { type: 'view-asked', view: 'group' });
const SHOW = action('show', say('action.show'), { type: 'view-asked', view: 'showing' });
const CHANGE_SITUATION = action('change-situation', say('action.change-situation'), {
  type: 'situation-asked',
});
const BACK = action('back', say('action.back'), { type: 'view-left' });

const checkNow = (state: State): Action =>
  action('check-now', say('action.check-now'), { type: 'check-asked' }, state.probing !== undefined);

function grantedScreen(state: State, verdict: Extract<Verdict, { kind: 'granted' }>): ScreenModel {
  const { steps } = stepsOf(state);
  return screen(state, {
    name: 'granted',
    tone: 'good',
    title: say('granted.title'),
    lead: [
      steps?.some((step) => step.state !== 'done') === true
        ? say('granted.lead.steps', organisationValue(state))
        : say('granted.lead', organisationValue(state)),
    ],
    ...(state.verdictAtMs === undefined ? {} : { confirmedAtMs: confirmedAtMs(verdict, state.verdictAtMs) }),
    permissions: linesOf(verdict.findings),
    ...(steps === undefined ? {} : { steps }),
    ...fulfilledOf(state),
    others: [MANAGE, HELP, checkNow(state)],
  });
}

function personalScreen(state: State, verdict: Extract<Verdict, { kind: 'granted' }>): ScreenModel {
  const personal = verdict.breadth === 'this-user';
  const changeSituation = state.situation === undefined ? [] : [CHANGE_SITUATION];
  if (!personal && verdict.because !== 'token-holds-all' && !canProveForTenant(state)) {
    // To ask an administrator once more would prove no more.
    return screen(state, {
      name: 'granted-personally',
      tone: 'plain',
      title: say('personal.title.unproven'),
      lead: [say('personal.lead.delegated-only')],
      permissions: linesOf(verdict.findings),
      others: [SHARE, ...changeSituation, HELP, checkNow(state)],
      ...pendingOf(state),
    });
  }
  return screen(state, {
    name: 'granted-personally',
    tone: 'attention',
    title: personal ? say('personal.title.this-user') : say('personal.title.unproven'),
    lead: [
      personal
        ? say('personal.lead.this-user')
        : isServiceAway(verdict)
          ? say('personal.lead.service-away')
          : say('personal.lead.unproven'),
    ],
    permissions: linesOf(verdict.findings),
    ...waysToGrant(state),
    others: [...changeSituation, HELP, checkNow(state)],
    ...pendingOf(state),
  });
}

/** Whether the permissions that are needed let the service read what is granted for the whole organisation. */
const canProveForTenant = (state: State): boolean =>
  neededSet(state).some(({ kind }) => kind === 'application');

function partialScreen(state: State, verdict: Extract<Verdict, { kind: 'partial' }>): ScreenModel {
  const missing = verdict.findings.filter(
    ({ permission, state: found }) => permission.required && found === 'missing',
  ).length;
  return screen(state, {
    name: 'partial',
    tone: 'attention',
    title: say('partial.title', { missing }),
    lead: [partialLead(state, verdict.findings, missing)],
    permissions: linesOf(verdict.findings),
    ...waysToGrant(state),
    others: [...(state.situation === undefined ? [] : [CHANGE_SITUATION]), HELP, checkNow(state)],
  });
}

/** What changed since everything was granted: new permissions came, or one was taken back. */
function partialLead(state: State, findings: readonly Finding[], missing: number): Message {
  const before = state.confirmation?.lastGranted;
  if (before === undefined) return say('partial.lead', { missing });
  const lacking = findings.filter(
    ({ permission, state: found }) => permission.required && found === 'missing',
  );
  return lacking.every(({ id }) => !before.includes(id))
    ? say('partial.lead.new-permissions', { missing })
    : say('partial.lead.was-granted', { missing });
}

function requiredScreen(state: State, verdict: Extract<Verdict, { kind: 'required' }>): ScreenModel {
  const before = state.confirmation?.lastGrantedAtMs;
  return screen(state, {
    name: 'required',
    tone: 'attention',
    title: before !== undefined ? say('required.title.was-granted') : say('required.title'),
    lead: [
      before === undefined
        ? say('required.lead', organisationValue(state))
        : say('required.lead.was-granted', { ...organisationValue(state), atMs: before }),
    ],
    permissions: linesOf(verdict.findings),
    ...waysToGrant(state),
    others: [...(state.situation === undefined ? [] : [CHANGE_SITUATION]), HELP, checkNow(state)],
  });
}

/**
 * Grant for those who can, share for the others; where the role is not known it is the person's choice, not our guess.
 */
function waysToGrant(state: State): Pick<ScreenModel, 'primary' | 'choices'> {
  const roles = approverRolesFor(neededSet(state));
  switch (state.account?.adminHint ?? 'not-known') {
    case 'may-approve':
      return { primary: GRANT, choices: [{ action: SHARE, explanation: say('choice.share') }] };
    case 'may-not-approve':
      return { primary: SHARE, choices: [{ action: GRANT, explanation: say('choice.grant', { roles }) }] };
    case 'not-known': {
      const choices: readonly Choice[] = [
        { action: GRANT, explanation: say('choice.grant', { roles }) },
        { action: SHARE, explanation: say('choice.share') },
      ];
      return { choices };
    }
  }
}

function waitingScreen(state: State, findings: readonly Finding[]): ScreenModel {
  const last = state.history.findLast(({ kind }) => kind !== 'made' && kind !== 'check-again')?.kind;
  const lead =
    last === 'returned'
      ? say('waiting.lead.returned')
      : last === 'denied'
        ? say('waiting.lead.denied')
        : last === 'opened'
          ? say('waiting.lead.opened')
          : say('waiting.lead');
  return screen(state, {
    name: 'waiting',
    tone: 'plain',
    title: say('waiting.title'),
    lead: [lead],
    primary: checkNow(state),
    others: [
      action('share', say('action.share-again'), { type: 'share-asked' }),
      GRANT,
      action('withdraw', say('action.withdraw'), { type: 'withdrawal-asked' }),
      HELP,
    ],
    permissions: linesOf(findings),
    ...pendingOf(state),
  });
}

function grantingScreen(state: State): ScreenModel {
  const { grant } = state;
  const expired = grant.phase === 'open' && grant.expired === true;
  const expiresAtMs = grant.phase === 'open' ? grant.attemptExpiresAtMs : undefined;
  const renew = action('renew', say('action.renew'), { type: 'renewal-asked' });
  const close = action('close-dialog', say('action.close-dialog'), { type: 'grant-given-up' });
  return screen(state, {
    name: 'granting',
    tone: expired ? 'attention' : 'plain',
    title: say('granting.title'),
    lead: [expired ? say('granting.lead.expired') : say('granting.lead')],
    ...(expiresAtMs === undefined ? {} : { attemptExpiresAtMs: expiresAtMs }),
    ...(expired ? { primary: renew, others: [close, SHARE] } : { others: [renew, close, SHARE] }),
  });
}

function situationScreen(state: State): ScreenModel {
  return screen(state, {
    name: 'situation',
    tone: 'plain',
    title: say('situation.title'),
    lead: [say('situation.lead')],
    situations: [...SITUATIONS, 'not-sure' as const].map((situation) => ({
      situation,
      label: say(`situation.${situation}`),
      hint: say(`situation-hint.${situation}`),
      isChosen: state.situation === situation,
      event: { type: 'situation-chosen', situation },
    })),
    others: [BACK],
  });
}

/** A screen whose contents are made where they are drawn, from code that is fetched when it is asked for. */
function laterScreen(state: State, view: Exclude<LaterView, 'showing'>): ScreenModel {
  return screen(state, {
    name: view,
    tone: 'plain',
    title: say(`${view}.title`),
    lead: [say(`${view}.lead`)],
    others: [BACK],
  });
}

/** What is to be done in the organisation's situation. What the verdict proves is done; the rest is the person's to tick. */
function stepsOf(state: State): { readonly steps?: readonly StepLine[] } {
  const situation = parseSituation(state.situation);
  if (!situation) return {};
  const proved: ReadonlySet<SituationStep> = new Set([
    'switch-autopilot-on',
    'grant-for-organisation',
    'verify-consent',
  ]);
  const green = isGreen(state.verdict);
  const names = stepsFor(situation);
  const next = names.find((name) => !(green && proved.has(name)));
  return {
    steps: names.map((name) => ({
      name,
      label: say(`situation-step.${name}`),
      state: green && proved.has(name) ? 'done' : name === next ? 'next' : 'later',
      ...(name === 'limit-in-exchange' ? { action: GROUP } : {}),
    })),
  };
}

function sharingScreen(state: State, words: RequestWords): ScreenModel {
  const { link } = state;
  const made = link.phase === 'made' ? link : undefined;
  const straightToMicrosoft = made !== undefined && made.id === undefined;
  const showing = state.view === 'showing';
  const busy = state.sharing.phase === 'under-way' ? state.sharing.way : undefined;
  const way = (name: 'draft' | 'copy' | 'mail' | 'teams'): Action =>
    action(`share-${name}`, say(`action.share-${name}`), { type: 'way-chosen', way: name }, busy === name);
  const message = made && words(requestFacts(state, made.link, straightToMicrosoft));
  const share: ShareModel = {
    ...(made ? { link: made.link } : {}),
    straightToMicrosoft,
    // Outlook's own draft comes first where the host can open one.
    ways: [
      ...(state.host?.canOpenDrafts === false ? [] : [way('draft')]),
      way('copy'),
      way('mail'),
      way('teams'),
    ],
    ...(message ? { subject: message.subject, preview: message.preview } : {}),
  };
  const failed: Notice | undefined =
    state.sharing.phase === 'failed'
      ? { tone: 'attention', text: say(`share-failed.${state.sharing.way}`) }
      : undefined;
  return screen(state, {
    name: showing ? 'showing' : 'sharing',
    tone: 'plain',
    title: showing ? say('showing.title') : say('sharing.title'),
    lead: showing
      ? [say('showing.lead')]
      : [
          straightToMicrosoft ? say('sharing.lead.straight') : say('sharing.lead', organisationValue(state)),
          say('required.approvers', { roles: approverRolesFor(neededSet(state)) }),
        ],
    share,
    others: showing ? [SHARE, BACK] : [SHOW, BACK],
    ...(failed ? { notice: failed } : {}),
  });
}

function signInScreen(state: State, verdict: Extract<Verdict, { kind: 'sign-in-needed' }>): ScreenModel {
  const signIn = action(
    'sign-in',
    say('action.sign-in'),
    { type: 'sign-in-asked' },
    state.probing?.manner === 'interactive',
  );
  return screen(state, {
    name: 'sign-in',
    tone: 'plain',
    title: verdict.maybeConsent ? say('sign-in.title.either') : say('sign-in.title'),
    lead: [
      verdict.maybeConsent ? say('sign-in.lead.either') : causeMessage(verdict.cause ?? 'not-signed-in'),
    ],
    primary: signIn,
    others: [...(verdict.maybeConsent ? [SHARE, GRANT] : [SHARE]), HELP, checkNow(state)],
    ...pendingOf(state),
  });
}

function otherTenantScreen(state: State): ScreenModel {
  const mailDomain = state.mailbox?.domain ?? state.host?.mailDomain;
  return screen(state, {
    name: 'other-tenant',
    tone: 'attention',
    title: say('other-tenant.title'),
    lead: [
      say('other-tenant.lead', mailDomain === undefined ? {} : { mailDomain }),
      say('other-tenant.lead.consultant'),
    ],
    primary: action(
      'sign-in',
      say('action.sign-in-other'),
      { type: 'sign-in-asked' },
      state.probing?.manner === 'interactive',
    ),
    others: [SHARE, HELP, checkNow(state)],
  });
}

function blockedScreen(state: State, verdict: Extract<Verdict, { kind: 'blocked' }>): ScreenModel {
  return screen(state, {
    name: 'blocked',
    tone: 'stopped',
    title: say('blocked.title'),
    lead: [causeMessage(verdict.cause), ...(verdict.next === undefined ? [] : [say(`next.${verdict.next}`)])],
    primary: checkNow(state),
    // Where an administrator can lift it by approving, the one who reads this may be that administrator.
    others: [...(verdict.next === 'grant' ? [GRANT] : []), SHARE, HELP],
    ...pendingOf(state),
  });
}

function unknownScreen(state: State, verdict: Extract<Verdict, { kind: 'unknown' }>): ScreenModel {
  return screen(state, {
    name: 'unknown',
    tone: 'attention',
    title: say('unknown.title'),
    lead: [
      causeMessage(verdict.cause),
      ...(verdict.next === undefined ? [] : [say(`next.${verdict.next}`)]),
      lastConfirmed(state),
    ],
    primary: checkNow(state),
    others:
      state.verdict.kind === 'unknown' && state.confirmation?.forTenant === true ? [HELP] : [SHARE, HELP],
    ...pendingOf(state),
  });
}

function lastConfirmed({ confirmation }: State): Message {
  if (!confirmation) return say('unknown.never-confirmed');
  const values = {
    atMs: confirmation.atMs,
    ...(confirmation.organisation === undefined ? {} : { organisation: confirmation.organisation }),
  };
  switch (confirmation.kind) {
    case 'granted':
      return confirmation.forTenant
        ? say('unknown.last-granted', values)
        : say('unknown.last-personal', values);
    case 'partial':
      return say('unknown.last-partial', values);
    case 'required':
      return say('unknown.last-required', values);
    default:
      return confirmation.kind satisfies never;
  }
}

const causeMessage = (cause: Cause): Message => say(`cause.${cause}`);

const LINE_STATE = {
  tenant: 'granted',
  'this-user': 'granted-to-you',
  held: 'granted-to-you',
  missing: 'missing',
  'not-known': 'not-known',
} as const;

/** The permissions with what was found of each. */
export const linesOf = (findings: readonly Finding[]): readonly PermissionLine[] =>
  findings.map(({ id, permission, state }) => ({
    id,
    permission,
    state: LINE_STATE[state],
    reason: reasonOf(id),
  }));

const REASONS: ReadonlySet<string> = new Set<ReasonOf>([
  'delegated:openid',
  'delegated:profile',
  'delegated:email',
  'delegated:offline_access',
  'delegated:User.Read',
  'delegated:Mail.ReadWrite',
  'delegated:MailboxSettings.ReadWrite',
  'delegated:Mail.ReadWrite.Shared',
  'application:Mail.ReadWrite',
  'application:User.Read.All',
  'application:Directory.Read.All',
  'application:Calendars.ReadWrite',
]);
const isReason = (id: string): id is ReasonOf => REASONS.has(id);

/** Why ExtendSync needs a permission, in a person's words. */
export const reasonOf = (id: string): Message => say(`reason.${isReason(id) ? id : 'other'}`);

function pendingOf(state: State): { readonly pending?: PendingModel } {
  const { request } = state;
  if (!request) return {};
  return {
    pending: {
      sharedAtMs: request.sharedAtMs,
      way: request.way,
      ...(request.expiresAtMs === undefined ? {} : { expiresAtMs: request.expiresAtMs }),
      ...(request.withWhom === undefined ? {} : { withWhom: request.withWhom }),
      isOpen: true,
      history: historyOf(state.history),
    },
  };
}

const historyOf = (events: State['history']): PendingModel['history'] =>
  events
    .filter(({ kind }) => kind !== 'check-again')
    .map(({ kind, at }) => ({ atMs: Date.parse(at), text: say(`history.${kind}`) }));

/** The request that led to the grant, with its whole story. */
function fulfilledOf({ fulfilled }: State): { readonly pending?: PendingModel } {
  if (!fulfilled) return {};
  const { request, history, atMs } = fulfilled;
  return {
    pending: {
      sharedAtMs: request.sharedAtMs,
      way: request.way,
      ...(request.withWhom === undefined ? {} : { withWhom: request.withWhom }),
      isOpen: false,
      history: [...historyOf(history), { atMs, text: say('history.granted') }],
    },
  };
}

function checksOf(state: State): ChecksModel {
  return {
    busy: state.probing !== undefined,
    ...(state.verdictAtMs === undefined ? {} : { lastAtMs: state.verdictAtMs }),
    ...(state.nextProbeAtMs === undefined ? {} : { nextAtMs: state.nextProbeAtMs }),
    ...(state.online ? (state.visible ? {} : { paused: 'hidden' }) : { paused: 'offline' }),
  };
}

function noticeOf(state: State): Notice | undefined {
  const { grant, verdict } = state;
  const { handedOver } = state;
  if (handedOver) {
    return handedOver.ok
      ? { tone: 'plain', text: say(`handed-over.${handedOver.what}`) }
      : { tone: 'attention', text: say(`not-handed-over.${handedOver.what}`) };
  }
  if (!state.online) return { tone: 'attention', text: say('notice.offline') };
  if (verdict.kind === 'granted' && verdict.breadth === 'tenant') return undefined;
  if (state.signInEnded !== undefined) return { tone: 'attention', text: causeMessage(state.signInEnded) };
  if (grant.phase === 'ended') {
    if (grant.how !== 'accepted') return { tone: 'attention', text: say(`grant-ended.${grant.how}`) };
    return { tone: 'plain', text: state.probing ? say('grant-ended.accepted') : say('notice.spreading') };
  }
  if (state.request && state.reminderDue) {
    const { withWhom } = state.request;
    return {
      tone: 'plain',
      text: say('notice.reminder', withWhom === undefined ? {} : { withWhom }),
      action: action('remind', say('action.remind'), { type: 'share-asked' }),
    };
  }
  return state.refusedAfterReturn ? { tone: 'plain', text: say('notice.broker-remembers') } : undefined;
}
