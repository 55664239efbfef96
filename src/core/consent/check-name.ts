/** Checks of an answer of our own service. */
export const SERVICE_CHECKS = [
  'answer-about-another-tenant',
  'service-could-not-tell',
  'application-disabled',
  'user-not-assigned',
  'all-granted-for-tenant',
  /** The user's own token holds the permission that only an administrator can grant; no look has confirmed it for all. */
  'approved-not-confirmed',
  'held-by-this-user',
  'held-nobody-knows-for-whom',
  /** A look found the grants, and the user's own fresh token does not hold them. */
  'token-contradicts-look',
  'nothing-granted',
  'some-missing',
  'some-not-known',
] as const;

/** Checks of a Graph token, where the service gave no answer. */
export const TOKEN_CHECKS = ['token-holds-all', 'token-lacks-some', 'token-unreadable'] as const;

/** The named checks of `core/consent` that give a verdict; shown in diagnostics and asserted by tests. */
export const CHECK_NAMES = [
  'nobody-asked-yet',
  'no-account',
  'account-of-another-tenant',
  /** Nobody could tell to which tenant the mailbox belongs, and its domain is not the account's. */
  'mailbox-of-unknown-tenant',
  'mailbox-is-personal',
  'refusal-explained',
  'refusal-without-a-number',
  'unforeseen-refusal',
  'no-answer',
  ...SERVICE_CHECKS,
  ...TOKEN_CHECKS,
] as const;
export type CheckName = (typeof CHECK_NAMES)[number];
