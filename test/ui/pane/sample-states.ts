import { PERMISSION_SET } from '../../../src/core/permission-set';
import { permissionId, type Permission } from '../../../src/core/permissions';
import { initialState, type MadeLink, type State } from '../../../src/core/pane/state';
import type { RequestEvent } from '../../../src/core/api/request-events';
import { parseDomain, parseTenantId } from '../../../src/core/tenant';
import type { Finding } from '../../../src/core/consent/verdict';

/*
 * A state for every screen and every variant of one, as the pane meets them: what the component tests render, and what
 * the gallery shows. The screens themselves come from core.
 */

/** The moment at which every sample is looked at: 24 November 2026, 10:42 UTC. */
export const SAMPLE_NOW_MS = Date.UTC(2026, 10, 24, 10, 42);

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const now = SAMPLE_NOW_MS;

const tenant = parseTenantId('7d1f3a52-9d0c-4a86-8f0e-5b7c2a9e4d10')!;
const otherTenant = parseTenantId('2c9b6e14-5f3a-4d27-b1c8-91e4a7d3f620')!;
const domain = parseDomain('contoso.com')!;
const requestId = 'Q2x5bXBpYS1yZXF1ZXN0Xw';

const fresh: State = {
  ...initialState({
    set: PERMISSION_SET,
    clientId: '1b0e7f6c-3c44-4a57-9f2d-0f2f7f1f8a11',
    cloudName: 'global',
    loginOrigin: 'https://login.microsoftonline.com',
    graphOrigin: 'https://graph.microsoft.com',
    origin: 'https://extendsync.example',
  }),
  memoryRead: true,
};

const met: State = {
  ...fresh,
  host: { displayName: 'Mia Berger', mailDomain: domain, canOpenDrafts: true },
  mailbox: { domain, tenant },
  account: { tenant, domain, adminHint: 'not-known' },
  verdictAtMs: now - 8 * SECOND,
  nextAtMs: now + 25 * SECOND,
};

type Found = Finding['state'];
const findings = (stateOf: (permission: Permission) => Found): readonly Finding[] =>
  PERMISSION_SET.map((permission) => ({
    id: permissionId(permission),
    permission,
    state: stateOf(permission),
  }));

const allGranted = findings(() => 'tenant');
const noneGranted = findings(() => 'missing');
const someMissing = findings(({ feature, required }) =>
  required && feature === 'groups' ? 'missing' : required ? 'tenant' : 'not-known',
);
// What a token holds says nothing of anybody else.
const heldByMe = findings(({ kind }) => (kind === 'delegated' ? 'held' : 'not-known'));
const forMe = findings(({ kind }) => (kind === 'delegated' ? 'this-user' : 'not-known'));

const contoso = { tenant, tenantName: 'Contoso Manufacturing' } as const;
const required: State['verdict'] = {
  kind: 'required',
  because: 'nothing-granted',
  cause: 'not-consented',
  findings: noneGranted,
  ...contoso,
};

const request: State['request'] = {
  id: requestId,
  link: `https://extendsync.example/grant.html?request=${requestId}`,
  madeAtMs: now - 26 * MINUTE,
  expiresAtMs: now + 30 * DAY,
  way: 'draft',
  sharedAtMs: now - 25 * MINUTE,
};
const event = (number: number, kind: RequestEvent['kind'], agoMs: number): RequestEvent => ({
  number,
  kind,
  at: new Date(now - agoMs).toISOString(),
});
const madeLink: MadeLink = {
  phase: 'made',
  id: requestId,
  link: `https://extendsync.example/grant.html?request=${requestId}`,
  madeAtMs: now - 20 * SECOND,
  expiresAtMs: now + 30 * DAY,
};
const confirmLink: State['link'] = { ...madeLink, link: `${madeLink.link}&confirm=1` };
const waiting: State = { ...met, verdict: required, request, history: [event(1, 'made', 26 * MINUTE)] };
const onlyForMe: State['verdict'] = {
  kind: 'granted',
  because: 'held-by-this-user',
  breadth: 'this-user',
  findings: forMe,
  ...contoso,
};
const grantedState: State = {
  ...met,
  verdict: {
    kind: 'granted',
    because: 'all-granted-for-tenant',
    breadth: 'tenant',
    findings: allGranted,
    ...contoso,
  },
  nextAtMs: now + 15 * MINUTE,
};
const notConfirmed: State = {
  ...met,
  verdict: {
    kind: 'granted',
    because: 'approved-not-confirmed',
    breadth: 'unproven',
    next: 'confirm-as-admin',
    findings: findings(() => 'held').filter(({ permission }) => permission.kind === 'delegated'),
    ...contoso,
  },
};
const notAssigned: State['verdict'] = {
  kind: 'blocked',
  because: 'refusal-explained',
  cause: 'user-not-assigned',
  next: 'ask-admin-to-assign',
  code: 'AADSTS50105',
  correlationId: '0f6c2d1e-7a34-4b9a-9d38-6a2f4c5d7e11',
  ...contoso,
};
const silent: NonNullable<State['probing']> = {
  number: 3,
  manner: 'silent',
  askedAtMs: now,
  fromPeer: false,
  again: false,
};

export const SAMPLE_STATES = {
  checking: { ...fresh, probing: silent },
  'checking-last-state': {
    ...fresh,
    probing: silent,
    lastState: { organisation: domain, atMs: now - 28 * MINUTE },
  },
  granted: grantedState,
  'granted-with-steps': { ...grantedState, situation: 'autopilot-groups' },
  'granted-by-request': {
    ...grantedState,
    situation: 'no-autopilot',
    fulfilled: {
      request: { ...request, withWhom: 'Priya in IT' },
      history: [event(1, 'made', 26 * MINUTE), event(2, 'opened', 4 * MINUTE), event(3, 'returned', MINUTE)],
      atMs: now - 8 * SECOND,
    },
  },
  'granted-without-autopilot': {
    ...grantedState,
    verdict: {
      kind: 'granted',
      because: 'all-granted-for-tenant',
      breadth: 'tenant',
      covers: 'no-autopilot',
      findings: allGranted.filter(({ permission }) => permission.kind === 'delegated'),
      ...contoso,
    },
  },
  'granted-not-confirmed': notConfirmed,
  'granted-not-readable': {
    ...notConfirmed,
    confirming: true,
    dialog: { phase: 'ended', how: 'look-may-not-read', atMs: now },
  },
  arriving: { ...met, verdict: required, arriving: { sinceMs: now - 20 * SECOND, refusalsSince: 0 } },
  'arriving-remembered': {
    ...met,
    verdict: required,
    arriving: { sinceMs: now - MINUTE, provedAtMs: now - 40 * SECOND, refusalsSince: 2 },
    hostKeepsRefusal: true,
  },
  'granted-only-you': { ...met, verdict: onlyForMe },
  'granted-only-you-denied': {
    ...met,
    verdict: onlyForMe,
    request,
    history: [...waiting.history, event(2, 'denied', 2 * MINUTE)],
  },
  'granted-unproven': {
    ...met,
    verdict: {
      kind: 'granted',
      because: 'token-holds-all',
      breadth: 'unproven',
      findings: heldByMe,
      ...contoso,
    },
  },
  partial: {
    ...met,
    verdict: {
      kind: 'partial',
      because: 'some-missing',
      breadth: 'tenant',
      findings: someMissing,
      ...contoso,
    },
  },
  'partial-without-service': {
    ...met,
    verdict: {
      kind: 'partial',
      because: 'token-lacks-some',
      cause: 'service-unavailable',
      breadth: 'unproven',
      findings: findings(({ kind, scope }) => {
        if (kind === 'application') return 'not-known';
        return scope === 'MailboxSettings.ReadWrite' ? 'missing' : 'held';
      }),
      ...contoso,
    },
  },
  required: { ...met, verdict: required },
  'required-for-admin': { ...met, verdict: required, account: { tenant, domain, adminHint: 'may-approve' } },
  'required-for-user': {
    ...met,
    verdict: required,
    account: { tenant, domain, adminHint: 'may-not-approve' },
  },
  'required-after-grant': {
    ...met,
    verdict: required,
    confirmation: { kind: 'required', forTenant: true, atMs: now - MINUTE, lastGrantedAtMs: now - 3 * DAY },
  },
  'required-popup-blocked': {
    ...met,
    verdict: required,
    dialog: { phase: 'ended', how: 'popup-blocked', atMs: now },
  },
  'required-checking-again': { ...met, verdict: required, probing: silent },
  waiting,
  'waiting-opened': { ...waiting, history: [...waiting.history, event(2, 'opened', 4 * MINUTE)] },
  'waiting-denied': {
    ...waiting,
    history: [...waiting.history, event(2, 'opened', 4 * MINUTE), event(3, 'denied', 2 * MINUTE)],
  },
  approving: {
    ...met,
    verdict: required,
    dialog: { phase: 'open', attemptExpiresAtMs: now + 4 * MINUTE + 12 * SECOND },
  },
  'approving-to-confirm': {
    ...notConfirmed,
    confirming: true,
    dialog: { phase: 'open', attemptExpiresAtMs: now + 4 * MINUTE + 12 * SECOND },
  },
  'approving-unseen': {
    ...met,
    verdict: required,
    dialog: { phase: 'open', unseen: true, attemptExpiresAtMs: now + 4 * MINUTE + 12 * SECOND },
  },
  'approving-expired': {
    ...met,
    verdict: required,
    dialog: { phase: 'open', expired: true },
  },
  sharing: { ...met, verdict: required, view: 'sharing', link: madeLink },
  'sharing-confirm': { ...notConfirmed, view: 'sharing', link: confirmLink },
  'sharing-link-being-made': {
    ...met,
    verdict: required,
    view: 'sharing',
    link: { phase: 'making', number: 1 },
  },
  'sharing-straight': {
    ...met,
    verdict: required,
    view: 'sharing',
    link: {
      phase: 'made',
      link: `https://login.microsoftonline.com/${tenant}/v2.0/adminconsent?client_id=1b0e7f6c`,
      madeAtMs: now,
    },
  },
  'sharing-failed': {
    ...met,
    verdict: required,
    view: 'sharing',
    link: madeLink,
    sharing: { phase: 'failed', way: 'copy' },
  },
  'waiting-reminder': {
    ...waiting,
    request: { ...request, withWhom: 'Priya in IT', madeAtMs: now - DAY, sharedAtMs: now - DAY },
    history: [event(1, 'made', DAY)],
    reminderDue: true,
  },
  situation: { ...met, verdict: required, view: 'situation', afterSituation: 'approve' },
  'situation-chosen': { ...met, verdict: required, view: 'situation', situation: 'autopilot-groups' },
  showing: { ...met, verdict: required, view: 'showing', link: madeLink },
  'showing-confirm': { ...notConfirmed, view: 'showing', link: confirmLink },
  'showing-straight': {
    ...met,
    verdict: required,
    view: 'showing',
    link: {
      phase: 'made',
      link: `https://login.microsoftonline.com/${tenant}/v2.0/adminconsent?client_id=1b0e7f6c-3c44-4a57-9f2d-0f2f7f1f8a11&scope=https%3A%2F%2Fgraph.microsoft.com%2F.default&redirect_uri=https%3A%2F%2Fextendsync.example%2Fgrant.html&state=${requestId}`,
      madeAtMs: now,
    },
  },
  group: { ...grantedState, situation: 'autopilot-groups', view: 'group' },
  manage: { ...grantedState, situation: 'autopilot-everyone', view: 'manage' },
  'manage-revoked': { ...met, verdict: required, view: 'manage' },
  help: { ...met, verdict: required, view: 'help' },
  'help-not-assigned': { ...met, view: 'help', verdict: notAssigned },
  'help-wrong-tenant': {
    ...met,
    verdict: required,
    view: 'help',
    dialog: { phase: 'ended', how: 'other-tenant', atMs: now - MINUTE },
    consentedIn: otherTenant,
  },
  'help-handed-over': {
    ...met,
    verdict: required,
    view: 'help',
    handedOver: { what: 'diagnostics-copy', ok: false },
  },
  'sign-in': {
    ...met,
    verdict: { kind: 'sign-in-needed', because: 'no-account', cause: 'session-expired', maybeConsent: false },
  },
  'sign-in-either': {
    ...met,
    verdict: {
      kind: 'sign-in-needed',
      because: 'refusal-without-a-number',
      cause: 'consent-or-sign-in',
      maybeConsent: true,
    },
  },
  'other-tenant': {
    ...met,
    verdict: { kind: 'unknown', because: 'account-of-another-tenant', cause: 'other-tenant' },
  },
  blocked: { ...met, verdict: notAssigned },
  'blocked-administrator': {
    ...met,
    verdict: notAssigned,
    dialog: { phase: 'ended', how: 'accepted', atMs: now },
  },
  unknown: {
    ...met,
    verdict: {
      kind: 'unknown',
      because: 'refusal-explained',
      cause: 'throttled',
      next: 'wait-and-retry',
      code: 'AADSTS90055',
    },
    confirmation: {
      kind: 'granted',
      forTenant: true,
      atMs: now - 2 * HOUR,
      organisation: 'Contoso Manufacturing',
      lastGrantedAtMs: now - 2 * HOUR,
    },
  },
  offline: {
    ...met,
    online: false,
    verdict: { kind: 'unknown', because: 'no-answer', cause: 'network-unreachable', next: 'wait-and-retry' },
  },
} satisfies Readonly<Record<string, State>>;

export type SampleName = keyof typeof SAMPLE_STATES;
export const SAMPLE_NAMES = Object.keys(SAMPLE_STATES) as readonly SampleName[];
