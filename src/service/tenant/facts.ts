import type { NO_ANSWERS } from '../../core/api/consent-answer';

/**
 * What Microsoft said about the application in one tenant, as facts: nobody has judged them yet. They are kept as JSON
 * in the database, so they hold plain values only.
 */
export type TenantFacts = { readonly correlationId?: string | undefined } & (
  | {
      readonly kind: 'token';
      /** The application permissions in the token's `roles`; undefined when they could not be read. */
      readonly roles?: readonly string[] | undefined;
      readonly directory: DirectoryFacts;
    }
  /** Entra knows no service principal of ours in the tenant, or nobody consented to anything. */
  | { readonly kind: 'nothing-granted'; readonly code: string }
  | { readonly kind: 'application-disabled'; readonly code: string }
  | {
      readonly kind: 'no-answer';
      readonly because: (typeof NO_ANSWERS)[number];
      readonly code?: string | undefined;
      readonly retryAfterMs?: number | undefined;
    }
);

export type DirectoryFacts =
  /**
   * Directory.Read.All is missing, or Graph would not let us read: nothing is known of the delegated grant. What our own
   * service principal says of itself is undefined where Graph did not tell.
   */
  | {
      readonly kind: 'not-permitted';
      readonly enabled?: boolean | undefined;
      readonly assignmentRequired?: boolean | undefined;
    }
  /** Graph does not show (yet) what the token proves to be there. */
  | { readonly kind: 'not-shown'; readonly tenantName?: string | undefined }
  | {
      readonly kind: 'read';
      readonly tenantName?: string | undefined;
      /** Object ids of our service principal and of Microsoft Graph's, in this tenant. */
      readonly applicationId: string;
      readonly graphId: string;
      readonly enabled: boolean;
      readonly assignmentRequired: boolean;
      /** Delegated scopes for Microsoft Graph that are granted for everybody in the tenant. */
      readonly tenantScopes: readonly string[];
    };

/** What is known of the asking user alone; `undefined` scopes: it could not be read. */
export interface PersonalFacts {
  readonly scopes: readonly string[] | undefined;
  /** Whether Graph names an assignment of the user to the application; undefined: not asked, or no clear answer. */
  readonly assigned?: boolean | undefined;
}

/** What a look found, for everybody in the tenant. It is Microsoft's word, whoever read it, and names nobody. */
export interface LookFacts {
  readonly tenantName?: string | undefined;
  readonly enabled: boolean;
  readonly assignmentRequired: boolean;
  /** Delegated scopes for Microsoft Graph that are granted for everybody in the tenant. */
  readonly tenantScopes: readonly string[];
}
