import type { CheckedTenant, TenantChange, TenantCounts, TenantEntry, TenantQuery } from '../ledger/api';
import type { TenantId } from '../tenant';
import type { SignInReport, Trouble } from './asked';
import type { OperatorsEffect } from './effect';

/** Who looks at the page. */
export type Session =
  /** The browser is asked whether somebody is signed in at Microsoft. */
  | { readonly phase: 'looking' }
  | {
      readonly phase: 'signed-out';
      /** The service did not take the token any more; else what came of the last try. */
      readonly because?: 'expired' | Refused | undefined;
    }
  /** Microsoft's window is open. */
  | { readonly phase: 'signing-in' }
  /**
   * Answers to questions up to number `after` were for whoever was signed in before. `byClick`: the operator pressed the
   * button, which has gone.
   */
  | { readonly phase: 'signed-in'; readonly after: number; readonly byClick: boolean }
  | { readonly phase: 'not-operator' };
export type Refused = Extract<SignInReport, { ok: false }>;

/** A question to the service, by the number that its answer has to bring. */
export interface UnderWay {
  readonly phase: 'under-way';
  readonly number: number;
}
export interface Failed {
  readonly phase: 'failed';
  readonly why: Trouble;
  /** When it is asked again by itself. */
  readonly retryAtMs?: number | undefined;
}

/** The list, page by page. */
export interface TenantList {
  readonly tenants: readonly TenantEntry[];
  /** Where the next page begins; undefined on the last one, and before the first. */
  readonly next?: string | undefined;
  /** When the first page came; undefined where the rows are not those of this query. */
  readonly readAtMs?: number | undefined;
  /** `stale`: the rows are those of the query before, and stand until the first page of this one has come. */
  readonly shows: 'nothing' | 'stale' | 'this-query';
  readonly asking: UnderWay | Failed | { readonly phase: 'idle' };
}

/** The counts, and when they came. */
export interface ReadCounts extends TenantCounts {
  readonly readAtMs: number;
}

/** The organisation in the panel beside the list. */
export interface OpenTenant {
  readonly id: TenantId;
  /** Known at once where it was opened from the list. */
  readonly tenant?: TenantEntry | undefined;
  /** The newest first; undefined until it was read. */
  readonly history?: readonly TenantChange[] | undefined;
  readonly reading: UnderWay | Failed | { readonly phase: 'idle' };
  readonly check: Act | { readonly phase: 'checked'; readonly found: CheckedTenant };
  readonly link: LinkAsked;
  readonly deletion: Act | { readonly phase: 'to-confirm' };
}
/** Something that the operator asked for. */
type Act = { readonly phase: 'none' } | UnderWay | Failed;

/** The link for the organisation's administrator. */
export type LinkAsked =
  | Act
  | {
      readonly phase: 'made';
      readonly link: string;
      /** Undefined while the browser is copying it. */
      readonly isCopied?: boolean | undefined;
    };

/** The form in which an operator enters an organisation that has not shown itself. */
export type Entry =
  { readonly phase: 'open'; readonly problem?: 'no-tenant-id' | undefined } | UnderWay | Failed;

/** What became of the last thing that was asked for, where no other place shows it. */
export type Notice =
  | { readonly kind: 'deleted'; readonly name: string }
  | { readonly kind: 'csv-saved' }
  | { readonly kind: 'csv-not-saved'; readonly why: Trouble | 'browser' };

export interface OperatorsState {
  readonly session: Session;
  readonly query: TenantQuery;
  readonly list: TenantList;
  /** The last counts stay while newer ones are asked for. */
  readonly counts: {
    readonly known?: ReadCounts | undefined;
    readonly asking: UnderWay | Failed | { readonly phase: 'idle' };
  };
  readonly open?: OpenTenant | undefined;
  readonly entry?: Entry | undefined;
  readonly csv: UnderWay | { readonly phase: 'none' };
  readonly notice?: Notice | undefined;
  /** The number of the last question: answers bring theirs along, and late ones are dropped. */
  readonly asked: number;
}

/** The next state, and what is to be done to the world, in order. */
export type OperatorsStep = readonly [OperatorsState, readonly OperatorsEffect[]];

export const NO_LIST: TenantList = { tenants: [], shows: 'nothing', asking: { phase: 'idle' } };

/** The page before anything has happened. */
export const initialOperatorsState = (query: TenantQuery): OperatorsState => ({
  session: { phase: 'looking' },
  query,
  list: NO_LIST,
  counts: { asking: { phase: 'idle' } },
  csv: { phase: 'none' },
  asked: 0,
});

/** Whether this is the answer that a place waits for. */
export const awaits = (place: { readonly phase: string }, number: number): boolean =>
  place.phase === 'under-way' && (place as UnderWay).number === number;
