/** Named situations as plain data: what the tenant looks like, what is broken, and which window shows it. */
import type { Directory } from './entra/directory';
import type { SimulatedEntra } from './entra/entra';
import type { FaultSpec } from './entra/faults';
import type { GraphPermission } from './entra/seed';
import type { HostOptions } from './outlook/host-options';

/** One fact that a scenario establishes in the simulated tenant. Tenants are named by domain, people by UPN. */
export type Step =
  | { readonly set: 'granted'; readonly tenant: string; readonly without?: readonly GraphPermission[] }
  | { readonly set: 'granted-by-user'; readonly user: string; readonly without?: readonly GraphPermission[] }
  | { readonly set: 'user-consent'; readonly tenant: string; readonly policy: 'on' | 'off' | 'low-risk-only' }
  | { readonly set: 'assignment-required'; readonly tenant: string }
  | { readonly set: 'application-disabled'; readonly tenant: string }
  | { readonly set: 'conditional-access'; readonly tenant: string; readonly policy: 'block' | 'require-mfa' }
  | { readonly set: 'propagation-delay'; readonly delayMs: number }
  | { readonly set: 'opaque-graph-tokens' }
  | { readonly set: 'fault'; readonly fault: FaultSpec };

export interface Scenario {
  readonly name: string;
  readonly title: string;
  readonly story: string;
  readonly steps: readonly Step[];
  /** Is the product's service running? */
  readonly service: 'running' | 'stopped';
  readonly host: Partial<HostOptions>;
}

const CONTOSO = 'contoso.example';
const FABRIKAM = 'fabrikam.example';
const MIA = 'mia@contoso.example';

/** What an older version of ExtendSync did not ask for yet. */
const NEW_PERMISSIONS: readonly GraphPermission[] = [
  { scope: 'MailboxSettings.ReadWrite', kind: 'delegated' },
  { scope: 'Mail.ReadWrite', kind: 'application' },
];

function scenario(
  name: string,
  title: string,
  story: string,
  steps: readonly Step[],
  rest: Partial<Pick<Scenario, 'service' | 'host'>> = {},
): Scenario {
  return { name, title, story, steps, service: rest.service ?? 'running', host: rest.host ?? {} };
}

const faultEverywhere = (trouble: FaultSpec['trouble']): Step => ({ set: 'fault', fault: { trouble } });

const faultAtTokens = (trouble: FaultSpec['trouble']): Step => ({
  set: 'fault',
  fault: { trouble, families: ['token', 'broker', 'graph'] },
});

/** All scenarios, in the order in which the panel shows them. */
export const scenarios: readonly Scenario[] = [
  scenario(
    'not-asked',
    'Nobody has consented',
    'Mia opens the pane. Share with an admin, or grant as one.',
    [],
  ),
  scenario(
    'granted',
    'Granted for the organisation',
    'An admin consented before. The check is green at once.',
    [{ set: 'granted', tenant: CONTOSO }],
  ),
  scenario(
    'partial',
    'An older, smaller grant',
    'Consent was given before ExtendSync asked for two more permissions.',
    [{ set: 'granted', tenant: CONTOSO, without: NEW_PERMISSIONS }],
  ),
  scenario(
    'only-you',
    'Mia consented for herself',
    'Her own token has everything, but the organisation has not granted.',
    [{ set: 'granted-by-user', user: MIA }],
  ),
  scenario(
    'other-tenant',
    'Signed in from another organisation',
    "The mailbox is Contoso's, the account that signs in is Fabrikam's.",
    [{ set: 'granted', tenant: FABRIKAM }],
    { host: { person: 'bo', mailbox: MIA } },
  ),
  scenario(
    'consultant',
    'A consultant with a Contoso mailbox',
    'Carl works for Northwind and is a guest of Contoso, which has granted.',
    [{ set: 'granted', tenant: CONTOSO }],
    { host: { person: 'carl', mailbox: 'carl@contoso.example' } },
  ),
  scenario(
    'alias-domain',
    'A second domain of the same organisation',
    'contoso-mail.example and contoso.example are one tenant.',
    [{ set: 'granted', tenant: CONTOSO }],
    { host: { mailbox: 'mia@contoso-mail.example' } },
  ),
  scenario('declined-policy', 'Users may not consent', 'The organisation lets only administrators consent.', [
    { set: 'user-consent', tenant: CONTOSO, policy: 'off' },
  ]),
  scenario('user-not-assigned', 'Mia is not assigned', 'Granted, but only assigned people may use it.', [
    { set: 'granted', tenant: CONTOSO },
    { set: 'assignment-required', tenant: CONTOSO },
  ]),
  scenario('app-disabled', 'Switched off by an admin', 'Granted once, then disabled for sign-in.', [
    { set: 'granted', tenant: CONTOSO },
    { set: 'application-disabled', tenant: CONTOSO },
  ]),
  scenario(
    'conditional-access',
    'Stopped by conditional access',
    'Granted, but a policy blocks this access.',
    [
      { set: 'granted', tenant: CONTOSO },
      { set: 'conditional-access', tenant: CONTOSO, policy: 'block' },
    ],
  ),
  scenario(
    'throttled',
    'Microsoft throttles',
    'Every question is answered with 429 and a wait of 20 seconds.',
    [{ set: 'granted', tenant: CONTOSO }, faultAtTokens({ kind: 'throttle', retryAfterSeconds: 20 })],
  ),
  scenario(
    'loop-detected',
    'Microsoft sees a loop',
    'AADSTS50196: it says "invalid grant", but means "too often".',
    [{ set: 'granted', tenant: CONTOSO }, faultAtTokens({ kind: 'aadsts', number: 50196 })],
  ),
  scenario('microsoft-down', 'Microsoft is ill', 'Sign-in and Graph answer 503.', [
    { set: 'granted', tenant: CONTOSO },
    faultEverywhere({ kind: 'server-error', status: 503 }),
  ]),
  scenario(
    'garbage',
    'Answers that make no sense',
    'Sign-in and Graph answer with something that is no JSON.',
    [{ set: 'granted', tenant: CONTOSO }, faultAtTokens({ kind: 'garbage' })],
  ),
  scenario('unforeseen', 'A code nobody has seen', 'AADSTS999999 as an answer to every question.', [
    { set: 'granted', tenant: CONTOSO },
    faultAtTokens({ kind: 'aadsts', number: 999999, error: 'invalid_grant', text: 'Something quite new.' }),
  ]),
  scenario(
    'slow-propagation',
    'A grant that takes its time',
    'After consent Microsoft needs 20 seconds to tell its servers.',
    [{ set: 'propagation-delay', delayMs: 20_000 }],
  ),
  scenario(
    'opaque-tokens',
    'Tokens that cannot be read',
    'Graph tokens are opaque, as Microsoft says they may be.',
    [{ set: 'granted', tenant: CONTOSO }, { set: 'opaque-graph-tokens' }],
  ),
  scenario(
    'offline',
    'No connection',
    "Neither Microsoft nor ExtendSync's service can be reached.",
    [{ set: 'granted', tenant: CONTOSO }, faultEverywhere({ kind: 'cut' })],
    { service: 'stopped' },
  ),
  scenario(
    'service-stopped',
    "ExtendSync's service is away",
    'The pane works on its own and says what it can prove.',
    [],
    {
      service: 'stopped',
    },
  ),
  scenario('popup-blocked', 'Windows are blocked', 'The browser does not let the pane open a dialog.', [], {
    host: { popups: 'blocked' },
  }),
  scenario(
    'no-bridge',
    'An Outlook without the bridge',
    'Sign-in goes through a window, as in older Outlooks.',
    [],
    {
      host: { bridge: 'absent' },
    },
  ),
  scenario('windows-new', 'New Outlook on Windows', "The host refuses without Microsoft's number.", [], {
    host: { flavour: 'windows-new' },
  }),
  scenario(
    'stubborn-host',
    'A host that remembers refusals',
    'The broker repeats its refusal until somebody signs in.',
    [],
    {
      host: { memory: 'remembers-refusals' },
    },
  ),
];

/** Finds a scenario by name. */
export function findScenario(name: string): Scenario | undefined {
  return scenarios.find((known) => known.name === name);
}

function isIn(list: readonly GraphPermission[], permission: GraphPermission): boolean {
  return list.some((other) => other.scope === permission.scope && other.kind === permission.kind);
}

function take(directory: Directory, step: Step): void {
  const permissions = (without: readonly GraphPermission[] = []): readonly GraphPermission[] =>
    directory.application.requestedPermissions.filter((permission) => !isIn(without, permission));
  switch (step.set) {
    case 'granted':
      return directory.setTenantGrant(step.tenant, permissions(step.without));
    case 'granted-by-user':
      return directory.grantForUser(step.user, permissions(step.without));
    case 'user-consent':
      return directory.setUserConsentPolicy(step.tenant, step.policy);
    case 'assignment-required':
      return directory.setAssignmentRequired(step.tenant, true);
    case 'application-disabled':
      return directory.setApplicationEnabled(step.tenant, false);
    case 'conditional-access':
      return directory.setConditionalAccess(step.tenant, step.policy);
    case 'propagation-delay':
      return directory.setPropagationDelay(step.delayMs);
    case 'opaque-graph-tokens':
      return directory.setOpaqueGraphTokens(true);
    case 'fault':
      directory.injectFault(step.fault);
      return;
    default:
      return step satisfies never;
  }
}

/** Brings the tenant from any state into the scenario's: everything is reset first, sign-ins too. */
export function applyScenario(entra: Pick<SimulatedEntra, 'directory' | 'reset'>, chosen: Scenario): void {
  entra.reset();
  for (const step of chosen.steps) take(entra.directory, step);
}
