import { exchangeRoleFor } from './exchange/roles';
import { ownApiScope } from './consent/own-api';
import { permissionId, type PermissionSet } from './permissions';

/** What an organisation does with ExtendSync, as far as it changes which permissions are needed and what comes next. */
export const SITUATIONS = [
  /** Autopilot is on already: consent was given when it was switched on. */
  'autopilot-on',
  /** Autopilot for the whole organisation: switching it on grants. */
  'autopilot-everyone',
  'autopilot-groups',
  /** No Autopilot; access is needed all the same, from every organisation, since 25 October 2023. */
  'no-autopilot',
  'group-edition',
] as const;
export type Situation = (typeof SITUATIONS)[number];

/** What a person can answer; `not-sure` asks for the whole set, and is not asked again either. */
export type SituationChoice = Situation | 'not-sure';

/** Reads a situation; undefined for anything else. */
export const parseSituation = (value: unknown): Situation | undefined =>
  SITUATIONS.find((situation) => situation === value);

/** Reads an answer that was kept; undefined for anything else. */
export const parseSituationChoice = (value: unknown): SituationChoice | undefined =>
  value === 'not-sure' ? value : parseSituation(value);

/**
 * The permissions that a situation needs, out of the whole set. While the situation is not known it is the whole set:
 * nothing may turn green by a guess.
 *
 * ASSUMPTION, for the product's owner to confirm: without Autopilot nothing runs without a signed-in user, so no
 * application permission is needed; and Group Edition works in mailboxes that a group shares, so that
 * `Mail.ReadWrite.Shared` is required there instead of optional.
 */
export function permissionSetFor(situation: SituationChoice | undefined, set: PermissionSet): PermissionSet {
  switch (situation) {
    case undefined:
    case 'not-sure':
    case 'autopilot-on':
    case 'autopilot-everyone':
      return set;
    case 'autopilot-groups':
      // What Exchange grants for a group is to be revoked in Entra, and no token names it: its absence there is right.
      return set.map((permission) =>
        exchangeRoleFor(permission) === undefined ? permission : { ...permission, required: false },
      );
    case 'no-autopilot':
      return delegatedOf(set);
    case 'group-edition':
      return delegatedOf(set).map((permission) =>
        permission.feature === 'shared-mailboxes' ? { ...permission, required: true } : permission,
      );
    default:
      return situation satisfies never;
  }
}

/** Whether two answers need the very same of the whole set: the same permissions, with the same ones required. */
export function needTheSame(
  one: SituationChoice | undefined,
  other: SituationChoice | undefined,
  set: PermissionSet,
): boolean {
  const needsOf = (situation: SituationChoice | undefined): string =>
    permissionSetFor(situation, set)
      .map((permission) => `${permissionId(permission)} ${String(permission.required)}`)
      .join();
  return needsOf(one) === needsOf(other);
}

const delegatedOf = (set: PermissionSet): PermissionSet => set.filter(({ kind }) => kind === 'delegated');

/** One thing to do; a message key in the screens is `situation-step.<name>`. */
export type SituationStep =
  /** Switching Autopilot on in ExtendSync's own administration, which asks for consent by itself. */
  | 'switch-autopilot-on'
  | 'grant-for-organisation'
  | 'verify-consent'
  | 'check-autopilot-prerequisites'
  | 'choose-group'
  | 'limit-in-exchange'
  | 'revoke-unlimited-in-entra'
  | 'test-limit'
  | 'check-shared-mailboxes';

const STEPS: Readonly<Record<Situation, readonly SituationStep[]>> = {
  'autopilot-on': ['verify-consent', 'check-autopilot-prerequisites'],
  'autopilot-everyone': ['switch-autopilot-on', 'verify-consent', 'check-autopilot-prerequisites'],
  // The limit comes before the revocation, so that Autopilot is never without access in between.
  'autopilot-groups': [
    'grant-for-organisation',
    'verify-consent',
    'choose-group',
    'limit-in-exchange',
    'revoke-unlimited-in-entra',
    'test-limit',
    'check-autopilot-prerequisites',
  ],
  'no-autopilot': ['grant-for-organisation', 'verify-consent'],
  'group-edition': ['grant-for-organisation', 'verify-consent', 'check-shared-mailboxes'],
};

/** What is to be done in a situation, in order. */
export const stepsFor = (situation: Situation): readonly SituationStep[] => STEPS[situation];

/**
 * What the admin consent link has to name: `.default` where application permissions are in the set (no other scope
 * covers them), else the delegated scopes one by one, so that no application permission is granted along with them.
 */
export const consentScopesFor = (set: PermissionSet): '.default' | readonly string[] =>
  set.some(({ kind }) => kind === 'application') ? '.default' : set.map(({ scope }) => scope);

// These belong to the sign-in and to no resource (https://learn.microsoft.com/en-us/entra/identity-platform/scopes-oidc).
const OF_SIGN_IN: ReadonlySet<string> = new Set(['openid', 'profile', 'email', 'offline_access']);

/**
 * The same as the link's `scope` parameter
 * (https://learn.microsoft.com/en-us/entra/identity-platform/v2-admin-consent): with the resource before each scope of
 * Graph, separated by blanks. `.default` covers everything that the registration asks for; scopes that are named one by
 * one need our own service's among them, or a person's token for it would still be refused after the consent. One
 * consent may cover several resources
 * (https://learn.microsoft.com/en-us/entra/identity-platform/v2-oauth2-auth-code-flow, "scope").
 */
export function consentScopeParameter(set: PermissionSet, graphOrigin: string, clientId: string): string {
  const scopes = consentScopesFor(set);
  if (scopes === '.default') return `${graphOrigin}/.default`;
  return [
    ...scopes.map((scope) => (OF_SIGN_IN.has(scope) ? scope : `${graphOrigin}/${scope}`)),
    ownApiScope(clientId),
  ].join(' ');
}
