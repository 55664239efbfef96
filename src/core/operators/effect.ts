import type { TenantQuery } from '../ledger/api';
import type { DomainName, TenantId } from '../tenant';
import type { OperatorsTimer } from './event';

/** Everything that the page can do to the world, in the imperative. `app` performs them, in order. */
export type OperatorsEffect =
  /** `silent` shows nothing; `popup` opens Microsoft's window, within a click. */
  | { readonly do: 'sign-in'; readonly manner: 'silent' | 'popup' }
  /** Puts the query into the address, in place of the one before. */
  | { readonly do: 'show-query'; readonly query: TenantQuery }
  | {
      readonly do: 'read-page';
      readonly number: number;
      readonly query: TenantQuery;
      readonly cursor?: string | undefined;
    }
  | { readonly do: 'read-counts'; readonly number: number }
  | { readonly do: 'read-tenant'; readonly number: number; readonly id: TenantId }
  | { readonly do: 'check-tenant'; readonly number: number; readonly id: TenantId }
  | {
      readonly do: 'make-link';
      readonly number: number;
      readonly tenant: TenantId;
      readonly domain?: DomainName | undefined;
    }
  | { readonly do: 'copy-link'; readonly link: string }
  | { readonly do: 'delete-tenant'; readonly number: number; readonly id: TenantId }
  | { readonly do: 'save-csv'; readonly number: number; readonly query: TenantQuery }
  /** Sets the timer, in place of an earlier one of that name. */
  | { readonly do: 'schedule'; readonly timer: OperatorsTimer; readonly delayMs: number }
  | { readonly do: 'cancel'; readonly timer: OperatorsTimer };
