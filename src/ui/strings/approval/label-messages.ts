import type { PermissionLabels } from '../permissions/catalogue';

/** The words that the page's components add to those of its screens: labels of facts, and the receipt. */
export interface ApprovalLabelMessages extends PermissionLabels {
  /** The heading over the facts of the request, for those who do not see the card. */
  'facts.title': None;
  'facts.organisation': None;
  'facts.organisation-id': None;
  /** The label of a name that only the asking side gives, and that name. */
  'facts.asked-for': None;
  'facts.asked-for-unverified': { readonly domain: string };
  /** The request names none: it is the organisation of whoever signs in. */
  'facts.organisation-not-named': None;
  /** Nobody is named: whoever sent the link asks. */
  'facts.asked-by': None;
  'facts.asked-by-words': None;
  /** A name in the coded form of letters outside of ASCII. */
  'facts.punycode': None;
  'facts.application': None;
  'facts.publisher': None;
  'facts.client-id': None;
  'facts.made': { readonly atMs: number };
  'facts.expires': { readonly atMs: number };

  'asked.title': { readonly count: number };
  /** Of a permission that the link grants along and that is not needed. */
  'asked.comes-along': None;

  'details.title': None;
  'details.code': None;
  'details.correlation-id': None;

  'receipt.title': None;
  'receipt.confirmed': None;
  'receipt.check': None;
  'receipt.check-words': None;
  /** Proved by an administrator who signed in. */
  /** `time` is a stamp: a receipt is read on other days, and elsewhere. */
  'receipt.look-words': { readonly time: string };
  'receipt.approved-by': None;
  'receipt.approved-by-words': None;
  'receipt.permissions': None;
}

type None = Readonly<Record<never, never>>;
