import type { CheckedTenant, TenantCounts, TenantPage, TenantQuery, TenantWithHistory } from '../ledger/api';
import type { TenantId } from '../tenant';
import type { Asked, SignInReport } from './asked';

/** Everything that can happen to the page, in the past tense. */
export type OperatorsEvent =
  | { readonly type: 'opened' }
  // What the operator asked for.
  | { readonly type: 'sign-in-asked' }
  /** `typing`: more letters may follow, so that the service is asked a moment later. */
  | { readonly type: 'query-changed'; readonly query: TenantQuery; readonly typing: boolean }
  /** The last rows that are there came into sight. */
  | { readonly type: 'end-neared' }
  | { readonly type: 'retry-asked' }
  | { readonly type: 'tenant-opened'; readonly id: TenantId }
  | { readonly type: 'tenant-closed' }
  | { readonly type: 'tenant-retry-asked' }
  | { readonly type: 'check-asked' }
  | { readonly type: 'link-asked' }
  | { readonly type: 'deletion-asked' }
  | { readonly type: 'deletion-dismissed' }
  | { readonly type: 'deletion-confirmed' }
  | { readonly type: 'csv-asked' }
  | { readonly type: 'entry-opened' }
  | { readonly type: 'entry-dismissed' }
  | { readonly type: 'entry-asked'; readonly text: string }
  | { readonly type: 'notice-dismissed' }
  // What came of it.
  | { readonly type: 'signed-in'; readonly report: SignInReport }
  | { readonly type: 'page-answered'; readonly number: number; readonly answer: Asked<TenantPage> }
  | { readonly type: 'counts-answered'; readonly number: number; readonly answer: Asked<TenantCounts> }
  | { readonly type: 'tenant-answered'; readonly number: number; readonly answer: Asked<TenantWithHistory> }
  | { readonly type: 'check-answered'; readonly number: number; readonly answer: Asked<CheckedTenant> }
  | { readonly type: 'link-answered'; readonly number: number; readonly answer: Asked<string> }
  | { readonly type: 'link-copied'; readonly ok: boolean }
  | { readonly type: 'deletion-answered'; readonly number: number; readonly answer: Asked<true> }
  /** `value`: whether the browser took the file. */
  | { readonly type: 'csv-answered'; readonly number: number; readonly answer: Asked<boolean> }
  | { readonly type: 'time-came'; readonly timer: OperatorsTimer };

/** `typing`: no letter has followed for a moment. The others: that may be asked for again, as the service wished. */
export type OperatorsTimer = 'typing' | 'page' | 'counts' | 'tenant';
