import type { ReasonMessages } from '../../../core/shown/message';
import type { Sentence } from '../catalogue';

/** What a list of permissions says of each, beside its reason. */
export interface PermissionLabels {
  /** The headings of the two groups: whom a permission acts for. */
  'permissions.delegated': None;
  'permissions.application': None;
  /** openid, profile, email and offline_access in one line. */
  'permissions.sign-in': None;
  'permission.granted': None;
  'permission.granted-to-you': None;
  'permission.held-by-you': None;
  'permission.missing': None;
  'permission.not-known': None;
  'permission.optional': None;
}

type None = Readonly<Record<never, never>>;

/** The words of a list of permissions. The approval page says them at once, the pane once a verdict is there. */
export interface PermissionCatalogue {
  readonly reasons: { readonly [K in keyof ReasonMessages]: Sentence<ReasonMessages[K]> };
  readonly labels: { readonly [K in keyof PermissionLabels]: Sentence<PermissionLabels[K]> };
}
