import { exchangeRoleFor } from './exchange/roles';
import { PERMISSION_SET } from './permission-set';
import { permissionId, requiredOf, type Permission, type PermissionSet, type ProvedBy } from './permissions';

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
 * The permissions that a situation needs, out of the whole set. While the situation is not known it is the whole set.
 * What proves the grant is required where nothing else can: with application permissions the application reads the
 * grants itself, and the delegated permission for it is only granted along.
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
      return provedByApplication(set);
    case 'autopilot-groups':
      // What Exchange grants for a group is to be revoked in Entra, and no token names it: its absence there is right.
      return provedByApplication(set).map((permission) =>
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

/**
 * The set where the application reads the grants by itself: nobody has to look, so the delegated permission for it may
 * be missing, as it is in every organisation that approved before it was asked for.
 */
export const provedByApplication = (set: PermissionSet): PermissionSet =>
  set.map((permission) =>
    permission.kind === 'delegated' && permission.provesGrants === true
      ? { ...permission, required: false }
      : permission,
  );

/** What is needed in a situation, where `proof` has shown what is granted. */
export function neededIn(
  situation: SituationChoice | undefined,
  proof: ProvedBy | undefined,
  set: PermissionSet,
): PermissionSet {
  const needed = permissionSetFor(situation, set);
  return proof === 'application' ? provedByApplication(needed) : needed;
}

/** A situation that needs less than the whole set. */
export type Covered = Extract<Situation, 'no-autopilot' | 'group-edition'>;

// The largest first. `undefined` is the whole set.
const POSSIBLE: readonly (Covered | undefined)[] = [undefined, 'group-edition', 'no-autopilot'];

/**
 * The situations that may count while nobody knows which it is: the largest one whose permissions are all granted does. An
 * organisation that approved the use without Autopilot lacks nothing for that; but where some application permissions
 * are granted it wants Autopilot, and lacks the rest of it.
 */
export const possibleSituations = (
  set: PermissionSet,
  isForAll: (permission: Permission) => boolean,
): readonly (Covered | undefined)[] =>
  set.some((permission) => permission.kind === 'application' && isForAll(permission))
    ? [undefined]
    : POSSIBLE;

/**
 * Whether a consent for the one situation grants everything that the other needs. Where it does not, its link must not
 * be sent to an organisation that is in the other: *"Granting tenant-wide admin consent may revoke permissions that have
 * already been granted tenant-wide"*
 * (https://learn.microsoft.com/en-us/entra/identity/enterprise-apps/grant-admin-consent).
 */
export function coversSituation(
  one: SituationChoice | undefined,
  other: SituationChoice | undefined,
  set: PermissionSet = PERMISSION_SET,
): boolean {
  const asked = new Set(permissionSetFor(one, set).map(permissionId));
  return requiredOf(permissionSetFor(other, set)).every((permission) => asked.has(permissionId(permission)));
}

/** The situation to ask for: what was answered now, unless that would take away what the organisation has. */
export const largerSituation = (answered: Situation, kept: Situation | undefined): Situation =>
  kept === undefined || coversSituation(answered, kept) ? answered : kept;

/** Whether the one situation needs more than the other: a consent for it covers the other, and not the other way round. */
export const needsMore = (one: SituationChoice | undefined, than: Situation): one is Situation =>
  one !== undefined && one !== 'not-sure' && coversSituation(one, than) && !coversSituation(than, one);

/** What a page is about in an organisation that does `kept`: that, or what is wanted there where it needs more. */
export const withMore = (kept: Situation, wanted: SituationChoice | undefined): Situation =>
  needsMore(wanted, kept) ? wanted : kept;

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

const ALL_STEPS: ReadonlySet<string> = new Set(Object.values(STEPS).flat());

/** Reads the steps that were kept; anything else is left out. */
export const parseSteps = (value: unknown): readonly SituationStep[] =>
  Array.isArray(value) ? value.filter((one): one is SituationStep => ALL_STEPS.has(String(one))) : [];

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
 * Graph, separated by blanks. Only Graph's scopes stand there: nothing says that one consent may name several resources,
 * and our own API needs none, because the registration pre-authorises its own client id for it.
 */
export function consentScopeParameter(set: PermissionSet, graphOrigin: string): string {
  const scopes = consentScopesFor(set);
  if (scopes === '.default') return `${graphOrigin}/.default`;
  return scopes.map((scope) => (OF_SIGN_IN.has(scope) ? scope : `${graphOrigin}/${scope}`)).join(' ');
}
