/** Why the service gave an operator no answer. */
export type WhyNot =
  /** Microsoft gives no token for this account any more, or the service does not take it. */
  | 'signed-out'
  /** The account may sign in, and lacks the role. */
  | 'not-operator'
  /** Nobody knows whether the sign-in still holds: Microsoft could not be asked to renew it, and so neither was the service. */
  | 'not-renewed'
  | 'unreachable'
  | 'throttled'
  /** The service stands, and has no database now. */
  | 'store-unavailable'
  /** The service stands, and has nothing now by which it could check a token. */
  | 'keys-unavailable'
  /** Nothing was deleted: Microsoft does not say now which domains go with it. */
  | 'domains-not-known'
  /** There is no such organisation in the ledger. */
  | 'gone'
  | 'failed';

/** What came of asking the service. */
export type Asked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly why: WhyNot; readonly retryAfterMs?: number | undefined };

/** What keeps an answer from the operator who is signed in. */
export type Trouble = Exclude<WhyNot, 'signed-out' | 'not-operator'>;

/** A token for the service, or why there is none. */
export type TokenReport =
  { readonly ok: true; readonly token: string } | Extract<SignInReport, { readonly ok: false }>;

/** What came of signing in. The token itself stays with the adapter. */
export type SignInReport =
  | { readonly ok: true }
  | {
      readonly ok: false;
      /**
       * `unreachable`: Microsoft gave no answer, or none about this account, and may give one in a while. `page-failed`: the page or
       * the browser failed by itself, and Microsoft has said nothing.
       */
      readonly why: 'nobody' | 'left' | 'window-blocked' | 'unreachable' | 'page-failed' | 'refused';
      /** Microsoft's, where there was one. */
      readonly code?: string | undefined;
    };
