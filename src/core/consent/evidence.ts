import type { ConsentAnswer } from '../api/consent-answer';
import type { Refusal } from './refusal';
import type { DomainName, TenantId } from '../tenant';

/**
 * What one probe saw, as facts. An adapter reports it; only `core/consent` has an opinion on it.
 */
export type Evidence =
  /**
   * The service took our token and told what Microsoft said about the tenant. Where that rests on an administrator's
   * look, or leaves required delegated permissions `not-known`, a fresh Graph token was asked for as well: `own` tells
   * what Microsoft said to that.
   */
  | { readonly kind: 'service'; readonly answer: ConsentAnswer; readonly own?: OwnToken | undefined }
  /**
   * There is a fresh delegated Graph token but no answer from the service. `scopes` are those that Microsoft named in
   * the token (or that Graph confirmed), undefined when nothing could be read; never those that were asked for.
   */
  | {
      readonly kind: 'graph-token';
      readonly scopes: readonly string[] | undefined;
      readonly service: ServiceTrouble;
    }
  /** Microsoft, or the host's broker, refused a token. */
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** Nobody is signed in, and nobody was asked to. */
  | { readonly kind: 'no-account' }
  /** No answer came at all. */
  | {
      readonly kind: 'unreachable';
      /** `page`: a part of the page itself did not come, though there is a network. */
      readonly what: 'network' | 'microsoft' | 'host' | 'page';
      readonly retryAfterMs?: number | undefined;
    };

/** What the signed-in user's own Graph token shows: the scopes that Microsoft named in it, or why there is none. */
export type OwnToken =
  | { readonly kind: 'token'; readonly scopes: readonly string[] | undefined }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** Why the service gave no answer although there was a token for it (or none could be had for it). */
export interface ServiceTrouble {
  readonly why:
    | 'unreachable'
    | 'timeout'
    | 'throttled'
    | 'refused-token'
    | 'failed'
    | 'not-the-contract'
    /** Microsoft or the broker gave no token for the service, though it gave one for Graph. */
    | 'no-token';
  readonly retryAfterMs?: number | undefined;
}

export interface ProbeReport {
  readonly seen: Evidence;
  /** How many tokens were asked for silently: the watch has a budget of them. */
  readonly silentTokenRequests: number;
  readonly mailbox?: Mailbox | undefined;
  readonly account?: Account | undefined;
}

/** The mailbox that the pane is open beside: its domain, and the tenant that Microsoft names for the domain. */
export interface Mailbox {
  readonly domain: DomainName;
  readonly tenant?: TenantId | undefined;
  readonly kind?: MailboxKind | undefined;
}

/** By the host's word, where it is none of Microsoft 365: on an Exchange server of the organisation's own, or a person's. */
export type MailboxKind = 'on-premises' | 'personal';

/** The account that a token was for (or that was asked with). */
export interface Account {
  readonly tenant: TenantId;
  /** Where the account is at home, when that is another tenant: the account is a guest in `tenant`. */
  readonly home?: TenantId | undefined;
  readonly domain?: DomainName | undefined;
  readonly adminHint: AdminHint;
}

/**
 * What the roles in the account's id token (`wids` claim) may approve: everything, delegated permissions alone, or
 * nothing. `not-known` where the token does not tell. It only orders the choices on the screen and proves nothing.
 */
export type AdminHint = 'may-approve' | 'may-approve-delegated' | 'may-not-approve' | 'not-known';
