import { NOTHING_ASKED, type Asking } from '../asking/asking';
import type { RequestId, ReturnOutcome } from '../api';
import type { ApprovalEffect } from './effect';
import { NO_MEMORY, type TabMemory } from './memory';
import type { Setup } from '../setup';
import type { PermissionSet } from '../permissions';
import { permissionSetFor, type Situation } from '../situation';
import { parseDomain, parseTenantId, type DomainName, type TenantId } from '../tenant';

/** Where in the story the page is. */
export type Place =
  /** Nothing has been read yet. */
  | { readonly at: 'nowhere' }
  /** The address holds nothing to go by, or nonsense. */
  | { readonly at: 'lost'; readonly why: 'nothing' | 'damaged' }
  /** The shared link: an admin reads what is asked. */
  | { readonly at: 'invitation' }
  /** The dialog of a pane: goes on to Microsoft by itself. */
  | { readonly at: 'dialog' }
  /** Back from Microsoft. `unasked`: by a way that this tab had not begun. */
  | {
      readonly at: 'returned';
      readonly outcome: ReturnOutcome | 'unasked';
      readonly code?: string;
      readonly refused?: true;
    };

/** The request of the service that the page is about. */
export type RequestSeen =
  | { readonly phase: 'none' }
  | { readonly phase: 'reading'; readonly id: RequestId }
  | {
      readonly phase: 'read';
      readonly id: RequestId;
      readonly madeAtMs: number;
      readonly expiresAtMs: number;
    }
  /** The service has not told what is asked: it still may answer when an attempt is wanted. */
  | { readonly phase: 'unread'; readonly id: RequestId }
  | { readonly phase: 'gone' };

/** The organisation that is asked to approve. A domain is looked up at Microsoft, once. */
export type Organisation =
  | { readonly kind: 'tenant'; readonly tenant: TenantId }
  | {
      readonly kind: 'domain';
      readonly domain: DomainName;
      readonly lookup: 'idle' | 'under-way' | 'over';
      readonly tenant?: TenantId;
    };

/**
 * What the asking side calls the tenant that it named by id. Anybody can write anything there, so Microsoft is asked
 * which tenant the domain belongs to: until it has said that it is the same one, the name is shown as hearsay.
 */
export interface Claim {
  readonly domain: DomainName;
  readonly standing: 'unverified' | 'verified' | 'contradicted';
}

/** The way to Microsoft. */
export type Redirect =
  | { readonly phase: 'idle' }
  | { readonly phase: 'making-request' }
  | { readonly phase: 'making-attempt' }
  /** The pane is being told before the browser goes. */
  | { readonly phase: 'telling'; readonly url: string; readonly expiresAtMs: number }
  | {
      readonly phase: 'leaving';
      readonly url: string;
      readonly expiresAtMs: number;
      /** The browser should have gone by now: a button is offered. */
      readonly overdue: boolean;
    }
  | {
      readonly phase: 'failed';
      readonly why: 'offline' | 'throttled' | 'answer-refused';
      /** Until when the service asked to wait. */
      readonly untilMs?: number;
    };

/** The questions to Microsoft after the return. */
export interface Check extends Asking {
  /** Until when a grant can be expected to spread. */
  readonly expectingUntilMs: number;
}

export interface ApprovalState {
  readonly setup: Setup;
  readonly visible: boolean;
  readonly online: boolean;
  readonly memory: TabMemory;
  readonly place: Place;
  readonly request: RequestSeen;
  readonly organisation?: Organisation;
  readonly claim?: Claim;
  /** What the organisation does with ExtendSync, as the asking person has said. */
  readonly situation?: Situation;
  readonly redirect: Redirect;
  readonly check: Check;
  /** Whether the pane has heard what was told last; undefined while nothing was answered. */
  readonly parentHeard?: boolean;
  /** Whether the receipt could be copied; undefined while nobody has asked. */
  readonly copied?: boolean;
}

/** The next state, and what is to be done to the world, in order. */
export type ApprovalStep = readonly [ApprovalState, readonly ApprovalEffect[]];

/** The page before anything has happened. */
export const initialApprovalState = (setup: Setup): ApprovalState => ({
  setup,
  visible: true,
  online: true,
  memory: NO_MEMORY,
  place: { at: 'nowhere' },
  request: { phase: 'none' },
  redirect: { phase: 'idle' },
  check: { ...NOTHING_ASKED, expectingUntilMs: 0 },
});

/** The permissions that are asked for. */
export const askedSet = (state: ApprovalState): PermissionSet =>
  permissionSetFor(state.situation, state.setup.set);

/** The request that an attempt can be made for. */
export const requestIdOf = ({ request }: ApprovalState): RequestId | undefined =>
  'id' in request ? request.id : undefined;

/** The tenant that is meant, where its id is known. */
export const askedTenant = ({ organisation }: ApprovalState): TenantId | undefined => organisation?.tenant;

/** The organisation that a text names, by id or by domain; undefined for any other text. */
export function organisationNamed(text: string): Organisation | undefined {
  const tenant = parseTenantId(text);
  if (tenant !== undefined) return { kind: 'tenant', tenant };
  const domain = parseDomain(text);
  return domain === undefined ? undefined : { kind: 'domain', domain, lookup: 'idle' };
}

/** The organisation as it was named: by its id or by its domain. */
export const nameOf = (organisation: Organisation): TenantId | DomainName =>
  organisation.kind === 'tenant' ? organisation.tenant : organisation.domain;
