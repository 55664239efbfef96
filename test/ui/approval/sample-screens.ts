import { LOOK_OUTCOMES } from '../../../src/core/api/looks';
import { PATHS } from '../../../src/core/api/paths';
import { RETURN_OUTCOMES } from '../../../src/core/api/requests';
import { answered, startCheck } from '../../../src/core/approval/check';
import type { Returned } from '../../../src/core/approval/memory';
import { endSpread } from '../../../src/core/asking/watch';
import { approvalScreenOf } from '../../../src/core/approval/screens/screen';
import type { ApprovalScreenModel } from '../../../src/core/approval/screens/model';
import { initialApprovalState, type ApprovalState } from '../../../src/core/approval/state';
import type { ProbeReport } from '../../../src/core/consent/evidence';
import {
  ALL_DELEGATED,
  answer,
  CONTOSO,
  CONTOSO_DOMAIN,
  domain,
  FABRIKAM,
  grantedForTenant,
  heard,
  noAccount,
  notConsented,
  onlyMia,
  ownToken,
  partlyGranted,
  refused,
  SETUP,
} from '../../support/evidence';

/*
 * A screen for every place of the approval page's story and every variant of one, made by core from states: what the
 * component tests render.
 */

/** The moment at which every sample is looked at: 24 November 2026, 10:42 UTC. */
export const SAMPLE_NOW_MS = Date.UTC(2026, 10, 24, 10, 42);
const DAY = 86_400_000;
const ID = 'AAAAAAAAAAAAAAAAAAAAAA';
const moment = { nowMs: SAMPLE_NOW_MS, fraction: 0.5 };

const fresh = initialApprovalState(SETUP);
const asked: ApprovalState = {
  ...fresh,
  request: { phase: 'read', id: ID, madeAtMs: SAMPLE_NOW_MS - DAY, expiresAtMs: SAMPLE_NOW_MS + 29 * DAY },
  organisation: { kind: 'domain', domain: CONTOSO_DOMAIN, lookup: 'over', tenant: CONTOSO },
};
const invited: ApprovalState = { ...asked, place: { at: 'invitation' } };
const inDialog: ApprovalState = {
  ...fresh,
  memory: { dialog: true },
  place: { at: 'dialog', to: 'approve' },
};
const url = `${SETUP.loginOrigin}${PATHS.approvalPage}`;

const returned = (outcome: Returned['outcome'], more: Partial<Returned> = {}): ApprovalState => ({
  ...asked,
  place: { at: 'returned', outcome, isBelieved: true, isDirect: false, ...more },
});
const checked = (state: ApprovalState, report: ProbeReport): ApprovalState => {
  const [asking] = startCheck(state, moment);
  return answered(asking, { number: asking.check.asked, report }, moment)[0];
};
const accepted = (report: ProbeReport): ApprovalState => checked(returned('accepted'), report);
/** The same, when nothing can be spreading any more. */
function acceptedLongAgo(report: ProbeReport): ApprovalState {
  const state = accepted(report);
  return { ...state, check: { ...state.check, watch: endSpread(state.check.watch) } };
}

/** The tab knows of no request and of no organisation. */
const NO_LINK = { request: { phase: 'none' }, organisation: undefined } as const;

const STATES = {
  opening: fresh,
  nothing: { ...fresh, place: { at: 'lost', why: 'nothing' } },
  damaged: { ...fresh, place: { at: 'lost', why: 'damaged' } },
  'damaged-in-dialog': { ...fresh, memory: { dialog: true }, place: { at: 'lost', why: 'damaged' } },
  gone: { ...invited, request: { phase: 'gone' } },
  invitation: invited,
  'invitation-by-id': { ...invited, organisation: { kind: 'tenant', tenant: CONTOSO } },
  'invitation-unverified': {
    ...invited,
    organisation: { kind: 'tenant', tenant: CONTOSO },
    claim: { domain: CONTOSO_DOMAIN, standing: 'unverified' },
  },
  'invitation-verified': {
    ...invited,
    organisation: { kind: 'tenant', tenant: CONTOSO },
    claim: { domain: CONTOSO_DOMAIN, standing: 'verified' },
  },
  'invitation-other-name': {
    ...invited,
    organisation: { kind: 'tenant', tenant: FABRIKAM },
    claim: { domain: CONTOSO_DOMAIN, standing: 'contradicted' },
  },
  'invitation-leaving': { ...invited, redirect: { phase: 'making-attempt' } },
  'invitation-offline': { ...invited, online: false },
  'invitation-throttled': {
    ...invited,
    redirect: { phase: 'failed', why: 'throttled', untilMs: SAMPLE_NOW_MS + 20_000 },
  },
  'invitation-refused': { ...invited, redirect: { phase: 'failed', why: 'answer-refused' } },
  'invitation-without-details': {
    ...fresh,
    place: { at: 'invitation' },
    request: { phase: 'unread', id: ID },
  },
  starting: { ...inDialog, redirect: { phase: 'making-request', purpose: 'go' } },
  'starting-to-confirm': {
    ...inDialog,
    place: { at: 'dialog', to: 'look' },
    redirect: { phase: 'making-look' },
  },
  'starting-overdue': {
    ...inDialog,
    redirect: {
      phase: 'leaving',
      errand: 'approve',
      url,
      expiresAtMs: SAMPLE_NOW_MS + 200_000,
      overdue: true,
    },
  },
  'back-in-dialog': { ...returned('accepted'), memory: { dialog: true }, parentHeard: true },
  'back-in-dialog-denied': { ...returned('denied'), memory: { dialog: true }, parentHeard: false },
  confirming: startCheck(returned('accepted'), moment)[0],
  'sign-in': accepted(noAccount),
  confirmed: accepted(grantedForTenant),
  'confirmed-without-autopilot': accepted(
    heard(
      answer(({ kind, feature }) =>
        kind === 'application' || feature === 'shared-mailboxes' ? 'missing' : 'tenant',
      ),
    ),
  ),
  'confirmed-for-groups': accepted(
    heard(answer(({ kind }) => (kind === 'application' ? 'missing' : 'tenant'))),
  ),
  'confirmed-copied': { ...accepted(grantedForTenant), copied: { what: 'receipt', ok: true } },
  spreading: accepted(notConsented),
  'not-arrived': acceptedLongAgo(notConsented),
  partial: acceptedLongAgo(partlyGranted),
  'partial-without-service': acceptedLongAgo(ownToken(['User.Read'])),
  'only-you': acceptedLongAgo(onlyMia),
  'service-away': acceptedLongAgo(ownToken(ALL_DELEGATED)),
  blocked: accepted(
    refused('AADSTS50105: not assigned', { correlationId: 'c0ffee00-0000-4000-8000-000000000001' }),
  ),
  unknown: accepted(refused('AADSTS9999991: new', { errorClass: 'server' })),
  'other-account': checked(
    { ...returned('accepted'), organisation: { kind: 'tenant', tenant: FABRIKAM } },
    grantedForTenant,
  ),
  unasked: {
    ...returned('accepted', { isBelieved: false, isDirect: true }),
    request: { phase: 'unread', id: ID },
  },
  'unasked-signed-out': checked(
    { ...returned('accepted', { isBelieved: false }), request: { phase: 'unread', id: ID } },
    noAccount,
  ),
  'unasked-refused': returned('failed', { isBelieved: false, isDirect: true, code: 'AADSTS65004' }),
  'unasked-agreed': checked(
    { ...returned('failed', { isBelieved: false, isDirect: true, code: 'AADSTS65004' }), ...NO_LINK },
    notConsented,
  ),
  'partial-without-link': checked(
    { ...returned('accepted', { isBelieved: false, isDirect: true }), ...NO_LINK },
    partlyGranted,
  ),
  'only-you-without-link': checked(
    { ...returned('accepted', { isBelieved: false, isDirect: true }), ...NO_LINK },
    onlyMia,
  ),
  'unasked-forged': returned('forged', { isBelieved: false }),
  'forged-without-request': { ...returned('forged'), ...NO_LINK },
  'failed-not-admin': returned('failed', { code: 'AADSTS90094' }),
  'role-too-small-copied': { ...returned('role-too-small'), copied: { what: 'link', ok: true } },
  'role-too-small-not-copied': { ...returned('role-too-small'), copied: { what: 'link', ok: false } },
  'to-confirm': { ...asked, place: { at: 'confirm' } },
  'confirm-service-away': {
    ...returned('accepted', { looked: 'sign-in-needed' }),
    redirect: { phase: 'failed', why: 'service-away' },
  },
  'confirm-in-dialog': {
    ...inDialog,
    place: { at: 'dialog', to: 'look' },
    redirect: { phase: 'failed', why: 'service-away' },
  },
  'approved-before': { ...invited, history: { approvedAtMs: SAMPLE_NOW_MS - DAY } },
  'invitation-visited': { ...invited, history: { visitedAtMs: SAMPLE_NOW_MS - 3_600_000 } },
  'invitation-denied': { ...invited, history: { deniedAtMs: SAMPLE_NOW_MS - 3_600_000 } },
  'invitation-coded-name': {
    ...invited,
    organisation: { kind: 'domain', domain: domain('xn--contos-53a.example'), lookup: 'over' },
  },
  'invitation-suggested': { ...invited, suggested: 'no-autopilot' },
  status: checked({ ...fresh, place: { at: 'status' } }, noAccount),
  'status-asking': startCheck({ ...fresh, place: { at: 'status' } }, moment)[0],
  'status-blocked': checked(
    { ...fresh, place: { at: 'status' } },
    refused('AADSTS50105: not assigned', { correlationId: 'c0ffee00-0000-4000-8000-000000000001' }),
  ),
  'status-not-approved': checked({ ...asked, place: { at: 'status' } }, notConsented),
  'looked-in-dialog': { ...returned('looked', { looked: 'may-not-read' }), memory: { dialog: true } },
  ...Object.fromEntries(
    LOOK_OUTCOMES.filter((looked) => looked !== 'confirmed' && looked !== 'incomplete').map((looked) => [
      `not-confirmed-${looked}`,
      returned(looked === 'sign-in-needed' ? 'accepted' : 'looked', { looked }),
    ]),
  ),
  // The longest words of all that a look leads to.
  'not-confirmed-disabled': returned('accepted', { looked: 'blocked', code: 'AADSTS7000112' }),
  ...Object.fromEntries(
    RETURN_OUTCOMES.filter((outcome) => outcome !== 'accepted').map((outcome) => [
      outcome,
      returned(outcome),
    ]),
  ),
} satisfies Readonly<Record<string, ApprovalState>>;

export const SAMPLE_SCREENS: ReadonlyMap<string, ApprovalScreenModel> = new Map(
  Object.entries<ApprovalState>(STATES).map(([name, state]) => [name, approvalScreenOf(state)]),
);

export function sampleScreen(name: keyof typeof STATES | 'denied' | 'expired'): ApprovalScreenModel {
  const model = SAMPLE_SCREENS.get(name);
  if (!model) throw new Error(`There is no sample screen ${name}`);
  return model;
}
