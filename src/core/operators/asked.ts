/** Why the service gave an operator no answer. */
export type WhyNot =
  /** There is no token, or the service does not take it any more. */
  | 'signed-out'
  /** The account may sign in, and lacks the role. */
  | 'not-operator'
  | 'unreachable'
  | 'throttled'
  /** There is no such organisation in the ledger. */
  | 'gone'
  | 'failed';

/** What came of asking the service. */
export type Asked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly why: WhyNot; readonly retryAfterMs?: number | undefined };

/** What keeps an answer from the operator who is signed in. */
export type Trouble = Exclude<WhyNot, 'signed-out' | 'not-operator'>;

/** What came of signing in. The token itself stays with the adapter. */
export type SignInReport =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly why: 'nobody' | 'left' | 'window-blocked' | 'unreachable' | 'refused';
      /** Microsoft's, where there was one. */
      readonly code?: string | undefined;
    };
