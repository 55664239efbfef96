import type { ReturnOutcome } from '../api';
import type { Cause } from '../consent/cause';
import { entraError } from '../consent/entra-errors';
import { tell, type GrantMessage } from './message';
import { mayBegin } from './departure';
import type {
  AskedPermission,
  FactsModel,
  GrantAction,
  GrantNotice,
  GrantScreenModel,
  ReceiptModel,
  SectionModel,
} from './screen-model';
import { checksHere } from './check';
import { askedSet, type GrantState, type Place } from './state';
import { say } from '../message';
import { approverRolesFor, permissionId, type PermissionSet } from '../permissions';
import { reasonOf } from '../screen/permission-lines';
import type { ChecksModel, PermissionLine, Tone } from '../screen/model';
import { isServiceAway, confirmedAtMs, isGreen, type Finding, type Verdict } from '../consent/verdict';

/** Who publishes ExtendSync: the manifest's ProviderName, and a test holds them together. */
export const PUBLISHER = 'ExtendSync';

/** What the grant page shows in a state at a time. Pure: the same input gives the same screen. */
export function grantScreenOf(state: GrantState): GrantScreenModel {
  const { place } = state;
  switch (place.at) {
    case 'nowhere':
      return openingScreen(state);
    case 'lost':
      return lostScreen(state, place.why);
    case 'invitation':
      return invitationScreen(state);
    case 'dialog':
      return startingScreen(state);
    case 'returned':
      return state.memory.dialog ? dialogReturnScreen(state, place) : returnScreen(state, place);
    default:
      return place satisfies never;
  }
}

type Own = Pick<GrantScreenModel, 'name' | 'tone' | 'title' | 'lead'> & Partial<GrantScreenModel>;

function screen(state: GrantState, own: Own): GrantScreenModel {
  const notice = own.notice ?? noticeOf(state);
  return {
    dialog: state.memory.dialog,
    announcement: own.title,
    others: [],
    busy: false,
    ...own,
    ...(notice ? { notice } : {}),
  };
}

function openingScreen(state: GrantState): GrantScreenModel {
  return screen(state, {
    name: 'opening',
    tone: 'plain',
    title: tell('grant.opening.title'),
    lead: [tell('grant.opening.lead')],
    busy: true,
  });
}

const CLOSE: GrantAction = {
  name: 'close',
  label: tell('grant.action.close'),
  event: { type: 'close-asked' },
};

function lostScreen(state: GrantState, why: 'nothing' | 'damaged'): GrantScreenModel {
  const { dialog } = state.memory;
  return screen(state, {
    name: 'lost',
    tone: 'attention',
    title: why === 'damaged' ? tell('grant.damaged.title') : tell('grant.lost.title'),
    lead: [
      why === 'damaged' ? tell('grant.damaged.lead') : tell('grant.lost.lead'),
      dialog ? tell('grant.lost.next-in-dialog') : tell('grant.lost.next'),
    ],
    ...(dialog ? { primary: CLOSE } : {}),
  });
}

function invitationScreen(state: GrantState): GrantScreenModel {
  const { request } = state;
  if (request.phase === 'gone') {
    return screen(state, {
      name: 'gone',
      tone: 'attention',
      title: tell('grant.gone.title'),
      lead: [tell('grant.gone.lead'), tell('grant.gone.next')],
    });
  }
  // The request's own words come within a moment; a page that grows under the reader's eyes is worse than that moment.
  if (request.phase === 'reading' && state.meant === undefined) return openingScreen(state);
  return screen(state, {
    name: 'invitation',
    tone: 'plain',
    title: tell('grant.invitation.title', domainValue(state)),
    lead: [
      tell('grant.invitation.lead', domainValue(state)),
      tell('grant.approvers', { roles: approverRolesFor(askedSet(state)) }),
    ],
    facts: factsOf(state),
    asked: askedOf(askedSet(state)),
    primary: continueAction(state, tell('grant.action.continue')),
    primaryNote: tell('grant.invitation.decide'),
    others:
      request.phase === 'unread'
        ? [{ name: 'try-again', label: tell('grant.action.try-again'), event: { type: 'details-asked' } }]
        : [],
    sections: sectionsOf(askedSet(state)),
  });
}

function startingScreen(state: GrantState): GrantScreenModel {
  const { departure } = state;
  const waits =
    departure.phase === 'idle' ||
    departure.phase === 'failed' ||
    (departure.phase === 'leaving' && departure.overdue);
  return screen(state, {
    name: 'starting',
    tone: waits ? 'attention' : 'plain',
    title: tell('grant.starting.title'),
    lead: [waits ? tell('grant.starting.overdue') : tell('grant.starting.lead')],
    ...(waits
      ? { primary: continueAction(state, tell('grant.action.continue')), others: [CLOSE] }
      : { busy: true }),
  });
}

/** In a dialog the pane goes on by itself, and closes this window; this page only says so. */
function dialogReturnScreen(state: GrantState, place: Extract<Place, { at: 'returned' }>): GrantScreenModel {
  const { outcome } = place;
  const titles = wordsOf(outcome);
  return screen(state, {
    name: 'returned-in-dialog',
    tone: outcome === 'accepted' ? 'plain' : 'attention',
    title: titles.title,
    lead: [
      ...(outcome === 'accepted' ? [] : titles.lead),
      state.parentHeard === false ? tell('grant.outlook-not-told') : tell('grant.outlook-goes-on'),
    ],
    primary: CLOSE,
    others:
      outcome !== 'accepted' && mayBegin(state)
        ? [continueAction(state, tell('grant.action.begin-again'))]
        : [],
    ...(place.code === undefined ? {} : { details: { code: place.code } }),
  });
}

function returnScreen(state: GrantState, place: Extract<Place, { at: 'returned' }>): GrantScreenModel {
  const { verdict } = state.check;
  if (isGreen(verdict) && verdict.kind === 'granted') return confirmedScreen(state, verdict);
  if (place.outcome === 'accepted') return acceptedScreen(state);
  if (place.outcome === 'unasked') return unaskedScreen(state, place.refused === true);
  return outcomeScreen(state, place.outcome, place.code);
}

/** Microsoft's own word for the whole organisation: the one green screen of the page. */
function confirmedScreen(
  state: GrantState,
  verdict: Extract<Verdict, { kind: 'granted' }>,
): GrantScreenModel {
  const permissions = linesOf(verdict.findings);
  const organisation = verdict.tenantName ?? domainOf(state);
  const receipt: ReceiptModel = {
    ...(organisation === undefined ? {} : { organisation }),
    tenant: verdict.tenant,
    publisher: PUBLISHER,
    clientId: state.setup.clientId,
    confirmedAtMs: confirmedAtMs(verdict, state.check.verdictAtMs ?? 0),
    check: verdict.because,
    permissions,
  };
  return screen(state, {
    name: 'confirmed',
    tone: 'good',
    title: tell('grant.confirmed.title'),
    lead: [
      tell('grant.confirmed.lead', organisation === undefined ? {} : { organisation }),
      tell('grant.may-leave'),
    ],
    receipt,
    permissions,
    others: [
      { name: 'copy', label: tell('grant.action.copy-receipt'), event: { type: 'copy-asked' } },
      { name: 'print', label: tell('grant.action.print'), event: { type: 'print-asked' } },
    ],
    sections: sectionsOf(askedSet(state)).filter(({ name }) => name === 'revoke'),
    ...(state.copied === undefined
      ? {}
      : {
          notice: state.copied
            ? { tone: 'good', text: tell('grant.notice.copied') }
            : { tone: 'attention', text: tell('grant.notice.not-copied') },
        }),
  });
}

/** Microsoft sent the person back with consent. That is not green: what follows is what Microsoft says when asked. */
function acceptedScreen(state: GrantState): GrantScreenModel {
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
        title: tell('grant.partial.title', { missing: missingOf(verdict.findings) }),
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
        lead: [
          causeMessage(verdict.cause),
          ...(verdict.next === undefined ? [] : [say(`next.${verdict.next}`)]),
        ],
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
function unaskedScreen(state: GrantState, refused: boolean): GrantScreenModel {
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

type Unaccepted = Exclude<ReturnOutcome, 'accepted'>;

const TONES: Readonly<Record<Unaccepted, Tone>> = {
  denied: 'plain',
  expired: 'attention',
  repeated: 'plain',
  forged: 'attention',
  'other-tenant': 'attention',
  failed: 'attention',
};

/** Every other outcome has its words and its next step. */
function outcomeScreen(state: GrantState, outcome: Unaccepted, code: string | undefined): GrantScreenModel {
  const { verdict } = state.check;
  const { title, lead } = wordsOf(outcome);
  const meant = outcome === 'other-tenant' ? meantName(state) : undefined;
  const again = beginAgain(state);
  const other = verdict.kind === 'sign-in-needed' ? [signIn(state, tell('grant.action.sign-in-to-see'))] : [];
  return screen(state, {
    ...checksOf(state),
    ...detailsOf(verdict, code),
    name: outcome,
    tone: TONES[outcome],
    title,
    lead: [
      ...lead,
      ...(outcome === 'failed' && code !== undefined ? explanationOf(code, askedSet(state)) : []),
      ...(meant === undefined ? [] : [tell('grant.meant', { organisation: meant })]),
      ...(again.primary === undefined ? [tell('grant.ask-for-new-link')] : []),
    ],
    ...again,
    others: other,
  });
}

/** What Microsoft's code means, where it is one of those we know; of the most frequent also who could have approved. */
function explanationOf(code: string, set: PermissionSet): readonly GrantMessage[] {
  const cause = entraError(code)?.cause;
  if (cause === undefined) return [];
  return cause === 'admin-approval-needed'
    ? [causeMessage(cause), tell('grant.approvers', { roles: approverRolesFor(set) })]
    : [causeMessage(cause)];
}

/** The title and the sentences of an outcome, the same in a dialog and in a browser. */
function wordsOf(outcome: ReturnOutcome | 'unasked'): {
  readonly title: GrantMessage;
  readonly lead: readonly GrantMessage[];
} {
  if (outcome === 'unasked') {
    return { title: tell('grant.unasked.title'), lead: [tell('grant.unasked.lead')] };
  }
  if (outcome === 'accepted') {
    return { title: tell('grant.confirming.title'), lead: [tell('grant.confirming.lead')] };
  }
  return {
    title: tell(`grant.returned.${outcome}.title`),
    lead: [tell(`grant.returned.${outcome}.lead`)],
  };
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

function continueAction(state: GrantState, label: GrantMessage): GrantAction {
  const { phase } = state.departure;
  const busy =
    phase === 'making-request' ||
    phase === 'making-attempt' ||
    phase === 'telling' ||
    (state.departure.phase === 'leaving' && !state.departure.overdue);
  return { name: 'continue', label, event: { type: 'continue-asked' }, ...(busy ? { busy } : {}) };
}

const beginAgain = (state: GrantState): Pick<GrantScreenModel, 'primary'> =>
  mayBegin(state) ? { primary: continueAction(state, tell('grant.action.begin-again')) } : {};

function signIn(state: GrantState, label: GrantMessage): GrantAction {
  const busy = state.check.probing?.manner === 'interactive';
  return { name: 'sign-in', label, event: { type: 'sign-in-asked' }, ...(busy ? { busy } : {}) };
}

/** The times of the checks, and the button that asks now: where the page asks by itself. */
function checksOf(state: GrantState): Pick<GrantScreenModel, 'checks' | 'checkNow'> {
  if (!checksHere(state)) return {};
  const { probing, verdictAtMs, nextAtMs } = state.check;
  const checks: ChecksModel = {
    busy: probing !== undefined,
    ...(verdictAtMs === undefined ? {} : { lastAtMs: verdictAtMs }),
    ...(nextAtMs === undefined ? {} : { nextAtMs }),
    ...(state.online ? (state.visible ? {} : { paused: 'hidden' }) : { paused: 'offline' }),
  };
  return {
    checks,
    checkNow: {
      name: 'check-now',
      label: tell('grant.action.check-now'),
      event: { type: 'check-asked' },
      ...(probing === undefined ? {} : { busy: true }),
    },
  };
}

function noticeOf(state: GrantState): GrantNotice | undefined {
  const { departure, request, place, check, claim } = state;
  const notice = (text: GrantMessage): GrantNotice => ({ tone: 'attention', text });
  if (!state.online) return notice(tell('grant.notice.offline'));
  if (departure.phase === 'failed' && departure.why === 'throttled') {
    const { untilMs } = departure;
    return notice(tell('grant.notice.throttled', untilMs === undefined ? {} : { untilMs }));
  }
  if (departure.phase === 'failed' && departure.why === 'answer-refused') {
    return notice(tell('grant.notice.answer-refused'));
  }
  if (place.at === 'invitation' && claim?.standing === 'contradicted') {
    return notice(tell('grant.notice.other-name', { domain: claim.domain }));
  }
  if (check.signInEnded === 'popup-blocked') return notice(tell('grant.notice.sign-in-blocked'));
  if (check.signInEnded === 'cancelled') return notice(tell('grant.notice.sign-in-cancelled'));
  return place.at === 'invitation' && request.phase === 'unread'
    ? notice(tell('grant.notice.details-missing'))
    : undefined;
}

function factsOf(state: GrantState): FactsModel {
  const { request, meant, claim, setup } = state;
  return {
    ...(meant === undefined
      ? {}
      : {
          organisation:
            meant.kind === 'domain'
              ? { text: meant.domain, isId: false }
              : {
                  text: meant.tenant,
                  isId: true,
                  ...(claim === undefined || claim.standing === 'contradicted'
                    ? {}
                    : { domain: { name: claim.domain, isVerified: claim.standing === 'verified' } }),
                },
        }),
    publisher: PUBLISHER,
    clientId: setup.clientId,
    ...(request.phase === 'read' ? { madeAtMs: request.madeAtMs, expiresAtMs: request.expiresAtMs } : {}),
  };
}

const askedOf = (set: PermissionSet): readonly AskedPermission[] =>
  set.map((permission) => {
    const id = permissionId(permission);
    return { id, permission, reason: reasonOf(id) };
  });

function sectionsOf(set: PermissionSet): readonly SectionModel[] {
  // Said only as long as it is true of the set.
  const maySend = set.some(({ scope }) => scope.startsWith('Mail.Send'));
  return [
    {
      name: 'not-done',
      title: tell('grant.not-done.title'),
      lines: [
        tell('grant.not-done.passwords'),
        ...(maySend ? [] : [tell('grant.not-done.no-sending')]),
        tell('grant.not-done.other-apps'),
        tell('grant.not-done.not-here'),
      ],
      openAtFirst: true,
    },
    {
      name: 'revoke',
      title: tell('grant.revoke.title'),
      lines: [tell('grant.revoke.where'), tell('grant.revoke.how'), tell('grant.revoke.effect')],
      openAtFirst: false,
    },
  ];
}

const LINE_STATE = {
  tenant: 'granted',
  'this-user': 'granted-to-you',
  held: 'granted-to-you',
  missing: 'missing',
  'not-known': 'not-known',
} as const;

const linesOf = (findings: readonly Finding[]): readonly PermissionLine[] =>
  findings.map(({ id, permission, state }) => ({
    id,
    permission,
    state: LINE_STATE[state],
    reason: reasonOf(id),
  }));

const missingOf = (findings: readonly Finding[]): number =>
  findings.filter(({ permission, state }) => permission.required && state === 'missing').length;

/**
 * What support needs: the code of the return, else that of the last answer with its correlation id. That nobody is signed
 * in needs no support.
 */
function detailsOf(verdict: Verdict, codeOfReturn?: string): Pick<GrantScreenModel, 'details'> {
  if (codeOfReturn !== undefined) return { details: { code: codeOfReturn } };
  const { code, correlationId } = verdict;
  if (code === undefined || verdict.kind === 'sign-in-needed') return {};
  return { details: { code, ...(correlationId === undefined ? {} : { correlationId }) } };
}

const causeMessage = (cause: Cause): GrantMessage => say(`cause.${cause}`);

/** The organisation's domain: the one that was asked by, or one that Microsoft knows as the same tenant's. */
function domainOf({ meant, claim }: GrantState): string | undefined {
  if (meant?.kind === 'domain') return meant.domain;
  return claim?.standing === 'verified' ? claim.domain : undefined;
}

const meantName = (state: GrantState): string | undefined => domainOf(state) ?? state.meant?.tenant;

type OrganisationValue = { readonly organisation?: string };
const valueOf = (organisation: string | undefined): OrganisationValue =>
  organisation === undefined ? {} : { organisation };
const domainValue = (state: GrantState): OrganisationValue => valueOf(domainOf(state));
const meantValue = (state: GrantState): OrganisationValue => valueOf(meantName(state));
const organisationValue = (state: GrantState): OrganisationValue =>
  valueOf(state.check.verdict.tenantName ?? domainOf(state));
