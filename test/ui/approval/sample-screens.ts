import { PATHS, RETURN_OUTCOMES } from '../../../src/core/api';
import { answered, startCheck } from '../../../src/core/approval/check';
import { grantScreenOf } from '../../../src/core/approval/screens/screen';
import type { GrantScreenModel } from '../../../src/core/approval/screens/model';
import { initialGrantState, type GrantState } from '../../../src/core/approval/state';
import type { ProbeReport } from '../../../src/core/consent/evidence';
import {
  ALL_DELEGATED,
  CONTOSO,
  CONTOSO_DOMAIN,
  FABRIKAM,
  grantedForTenant,
  noAccount,
  notConsented,
  onlyMia,
  ownToken,
  partlyGranted,
  refused,
  SETUP,
} from '../../support/evidence';

/*
 * A screen for every place of the grant page's story and every variant of one, made by core from states: what the
 * component tests render.
 */

/** The moment at which every sample is looked at: 24 November 2026, 10:42 UTC. */
export const SAMPLE_NOW_MS = Date.UTC(2026, 10, 24, 10, 42);
const DAY = 86_400_000;
const ID = 'AAAAAAAAAAAAAAAAAAAAAA';
const moment = { nowMs: SAMPLE_NOW_MS, fraction: 0.5 };

const fresh = initialGrantState(SETUP);
const asked: GrantState = {
  ...fresh,
  request: { phase: 'read', id: ID, madeAtMs: SAMPLE_NOW_MS - DAY, expiresAtMs: SAMPLE_NOW_MS + 29 * DAY },
  meant: { kind: 'domain', domain: CONTOSO_DOMAIN, lookup: 'over', tenant: CONTOSO },
};
const invited: GrantState = { ...asked, place: { at: 'invitation' } };
const inDialog: GrantState = { ...fresh, memory: { dialog: true }, place: { at: 'dialog' } };
const url = `${SETUP.loginOrigin}${PATHS.grantPage}`;

const returned = (outcome: Extract<GrantState['place'], { at: 'returned' }>['outcome']): GrantState => ({
  ...asked,
  place: { at: 'returned', outcome },
});
const checked = (state: GrantState, report: ProbeReport): GrantState => {
  const [asking] = startCheck(state, moment);
  return answered(asking, { number: asking.check.asked, report }, moment)[0];
};
const accepted = (report: ProbeReport): GrantState => checked(returned('accepted'), report);

const STATES = {
  opening: fresh,
  nothing: { ...fresh, place: { at: 'lost', why: 'nothing' } },
  damaged: { ...fresh, place: { at: 'lost', why: 'damaged' } },
  'damaged-in-dialog': { ...fresh, memory: { dialog: true }, place: { at: 'lost', why: 'damaged' } },
  gone: { ...invited, request: { phase: 'gone' } },
  invitation: invited,
  'invitation-by-id': { ...invited, meant: { kind: 'tenant', tenant: CONTOSO } },
  'invitation-unverified': {
    ...invited,
    meant: { kind: 'tenant', tenant: CONTOSO },
    claim: { domain: CONTOSO_DOMAIN, standing: 'unverified' },
  },
  'invitation-verified': {
    ...invited,
    meant: { kind: 'tenant', tenant: CONTOSO },
    claim: { domain: CONTOSO_DOMAIN, standing: 'verified' },
  },
  'invitation-other-name': {
    ...invited,
    meant: { kind: 'tenant', tenant: FABRIKAM },
    claim: { domain: CONTOSO_DOMAIN, standing: 'contradicted' },
  },
  'invitation-leaving': { ...invited, departure: { phase: 'making-attempt' } },
  'invitation-offline': { ...invited, online: false },
  'invitation-throttled': {
    ...invited,
    departure: { phase: 'failed', why: 'throttled', untilMs: SAMPLE_NOW_MS + 20_000 },
  },
  'invitation-refused': { ...invited, departure: { phase: 'failed', why: 'answer-refused' } },
  'invitation-without-details': {
    ...fresh,
    place: { at: 'invitation' },
    request: { phase: 'unread', id: ID },
  },
  starting: { ...inDialog, departure: { phase: 'making-request' } },
  'starting-overdue': {
    ...inDialog,
    departure: { phase: 'leaving', url, expiresAtMs: SAMPLE_NOW_MS + 200_000, overdue: true },
  },
  'back-in-dialog': { ...returned('accepted'), memory: { dialog: true }, parentHeard: true },
  'back-in-dialog-denied': { ...returned('denied'), memory: { dialog: true }, parentHeard: false },
  confirming: startCheck(returned('accepted'), moment)[0],
  'sign-in': accepted(noAccount),
  confirmed: accepted(grantedForTenant),
  'confirmed-copied': { ...accepted(grantedForTenant), copied: true },
  spreading: accepted(notConsented),
  'not-arrived': {
    ...accepted(notConsented),
    check: { ...accepted(notConsented).check, expectingUntilMs: 0 },
  },
  partial: accepted(partlyGranted),
  'only-you': accepted(onlyMia),
  'service-away': accepted(ownToken(ALL_DELEGATED)),
  blocked: accepted(
    refused('AADSTS50105: not assigned', { correlationId: 'c0ffee00-0000-4000-8000-000000000001' }),
  ),
  unknown: accepted(refused('AADSTS9999991: new')),
  'other-account': checked(
    { ...returned('accepted'), meant: { kind: 'tenant', tenant: FABRIKAM } },
    grantedForTenant,
  ),
  unasked: checked({ ...fresh, place: { at: 'returned', outcome: 'unasked' } }, noAccount),
  'unasked-refused': {
    ...fresh,
    place: { at: 'returned', outcome: 'unasked', refused: true, code: 'AADSTS65004' },
  },
  'forged-without-request': { ...fresh, place: { at: 'returned', outcome: 'forged' } },
  'failed-not-admin': {
    ...asked,
    place: { at: 'returned', outcome: 'failed', code: 'AADSTS90094' },
  },
  ...Object.fromEntries(
    RETURN_OUTCOMES.filter((outcome) => outcome !== 'accepted').map((outcome) => [
      outcome,
      returned(outcome),
    ]),
  ),
} satisfies Readonly<Record<string, GrantState>>;

export const SAMPLE_SCREENS: ReadonlyMap<string, GrantScreenModel> = new Map(
  Object.entries<GrantState>(STATES).map(([name, state]) => [name, grantScreenOf(state)]),
);

export function sampleScreen(name: keyof typeof STATES | 'denied' | 'expired'): GrantScreenModel {
  const model = SAMPLE_SCREENS.get(name);
  if (!model) throw new Error(`There is no sample screen ${name}`);
  return model;
}
