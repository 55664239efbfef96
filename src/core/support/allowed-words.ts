import type { CloudName } from '../cloud';
import { CAUSES as CAUSE_NAMES, NEXT_STEPS as STEP_NAMES } from '../consent/cause';
import { CHECK_NAMES } from '../consent/check-name';
import type { Breadth, Finding, Verdict } from '../consent/verdict';
import type { SharedBy } from '../share-way';
import { PERMISSION_SET } from '../permission-set';
import { permissionId } from '../permissions';
import type { WatchMode } from '../asking/watch';

/*
 * The words that may stand in the diagnostic file, by field. Whatever is on no list is withheld.
 */

/** The lists hold every word of their union, or they do not compile. */
type AllOf<T extends string> = Readonly<Record<T, true>>;
const allOf = <T extends string>(words: readonly T[]): AllOf<T> =>
  Object.fromEntries(words.map((one) => [one, true])) as AllOf<T>;

export const KINDS: AllOf<Verdict['kind']> = {
  checking: true,
  granted: true,
  partial: true,
  required: true,
  'sign-in-needed': true,
  blocked: true,
  unknown: true,
};
export const CHECKS = allOf(CHECK_NAMES);
export const CAUSES = allOf(CAUSE_NAMES);
export const NEXT_STEPS = allOf(STEP_NAMES);
export const BREADTHS: AllOf<Breadth> = { tenant: true, 'this-user': true, unproven: true };
export const FOUND: AllOf<Finding['state']> = {
  tenant: true,
  'this-user': true,
  held: true,
  missing: true,
  'not-known': true,
};
export const MODES: AllOf<WatchMode> = {
  spreading: true,
  expecting: true,
  pending: true,
  idle: true,
  granted: true,
  failing: true,
};
export const WAYS: AllOf<SharedBy> = {
  draft: true,
  copy: true,
  mail: true,
  teams: true,
  screen: true,
  reminder: true,
};
export const CLOUD_NAMES: AllOf<CloudName> = {
  global: true,
  usgov: true,
  'usgov-dod': true,
  china: true,
  custom: true,
};
export const THEMES: AllOf<'light' | 'dark' | 'high-contrast'> = {
  light: true,
  dark: true,
  'high-contrast': true,
};
export const SIGN_INS: AllOf<'bridge' | 'standard' | 'no-host'> = {
  bridge: true,
  standard: true,
  'no-host': true,
};
export const MANNERS: AllOf<'silent' | 'interactive'> = { silent: true, interactive: true };
// https://learn.microsoft.com/en-us/javascript/api/office/office.hosttype and office.platformtype
export const HOSTS: AllOf<'Outlook'> = { Outlook: true };
export const PLATFORMS: AllOf<'PC' | 'OfficeOnline' | 'Mac' | 'iOS' | 'Android' | 'Universal'> = {
  PC: true,
  OfficeOnline: true,
  Mac: true,
  iOS: true,
  Android: true,
  Universal: true,
};
// https://learn.microsoft.com/en-us/javascript/api/requirement-sets/common/office-add-in-requirement-sets
export const REQUIREMENT_SETS = [
  'Mailbox',
  'NestedAppAuth',
  'DialogApi',
  'DialogOrigin',
  'IdentityAPI',
  'OpenBrowserWindowApi',
  'SharedRuntime',
  'RibbonApi',
] as const;
/** What the watch writes into the log. */
export const WATCH_EVENTS: AllOf<'probe-asked' | 'probe-planned' | 'probe-answered' | 'lead-taken'> = {
  'probe-asked': true,
  'probe-planned': true,
  'probe-answered': true,
  'lead-taken': true,
};
export const PERMISSION_IDS: ReadonlySet<string> = new Set(PERMISSION_SET.map(permissionId));
