import type { Verdict } from '../consent/verdict';
import { PERMISSION_SET } from '../permission-set';
import { permissionId } from '../permissions';

/*
 * The words that may stand in the diagnostic file, by field, beside those lists that a union of the code is made of.
 * Whatever is on no list is withheld.
 */

/** A verdict's shapes are no list. This one names each kind, or it does not compile. */
const KIND_IS_KNOWN: Readonly<Record<Verdict['kind'], true>> = {
  checking: true,
  granted: true,
  partial: true,
  required: true,
  'sign-in-needed': true,
  blocked: true,
  unknown: true,
};
export const KINDS = Object.keys(KIND_IS_KNOWN);
// https://learn.microsoft.com/en-us/javascript/api/office/office.hosttype and office.platformtype
export const HOSTS = ['Outlook'] as const;
export const PLATFORMS = ['PC', 'OfficeOnline', 'Mac', 'iOS', 'Android', 'Universal'] as const;
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
export const PERMISSION_IDS: ReadonlySet<string> = new Set(PERMISSION_SET.map(permissionId));
