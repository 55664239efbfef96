import { NOTHING_ASKED, type Asking } from '../asking/asking';
import type { RequestId } from '../api/requests';
import type { ApprovalEffect } from './effect';
import { NO_HISTORY, type History } from './history';
import { NO_MEMORY, type Returned, type TabMemory } from './memory';
import type { Setup } from '../setup';
import type { PermissionSet } from '../permissions';
import { permissionSetFor, type Situation, type SituationChoice } from '../situation';
import { domainNamed, parseTenantId, type DomainName, type TenantId } from '../tenant';

/** Where in the story the page is. */
export type Place =
  /** Nothing has been read yet. */
  | { readonly at: 'nowhere' }
  /** The address holds nothing to go by, or nonsense. */
  | { readonly at: 'lost'; readonly why: 'nothing' | 'damaged' }
  /** The shared link: an administrator reads what is asked. */
  | { readonly at: 'invitation' }
  /** An approval is there, and an administrator is asked to confirm it. */
  | { readonly at: 'confirm' }
  /** The dialog of a pane: goes on to Microsoft by itself, to approve or to confirm. */
  | { readonly at: 'dialog'; readonly to: Errand }
  /** Somebody signs in here to see how things stand. */
  | { readonly at: 'status' }
  /** Back from Microsoft. */
  | ({ readonly at: 'returned' } & Returned);

/** What the browser goes to Microsoft for: an approval, or an administrator's look at what is granted. */
export type Errand = 'approve' | 'look';

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
  /** Made here, for the organisation of who has signed in. */
  | { readonly phase: 'made'; readonly id: RequestId }
  | { readonly phase: 'gone' };

/** The organisation that is asked to approve. A domain is looked up at Microsoft, once. */
export type Organisation =
  | { readonly kind: 'tenant'; readonly tenant: TenantId }
  | {
      readonly kind: 'domain';
      readonly domain: DomainName;
      readonly lookup: 'idle' | 'under-way' | 'over';
      /** Undefined until Microsoft has named it, and where it knows no such name. */
      readonly tenant?: TenantId | undefined;
    };

/**
 * What the asking side calls the tenant that it named by id. Anybody can write anything there, so Microsoft is asked
 * which tenant the domain belongs to: until it has said that it is the same one, the name is shown as the sender's word.
 */
export interface Claim {
  readonly domain: DomainName;
  readonly standing: 'unverified' | 'verified' | 'contradicted';
}

/** The way to Microsoft. */
export type Redirect =
  | { readonly phase: 'idle' }
  /** `purpose`: the browser goes on to Microsoft with it, or its link is copied for somebody else. */
  | { readonly phase: 'making-request'; readonly purpose: 'go' | 'copy' }
  | { readonly phase: 'making-attempt' }
  | { readonly phase: 'making-look' }
  /** The pane is being told before the browser goes. */
  | ({ readonly phase: 'telling' } & Way)
  | ({
      readonly phase: 'leaving';
      /** The browser should have gone by now: a button is offered. */
      readonly overdue: boolean;
    } & Way)
  | {
      readonly phase: 'failed';
      readonly why: 'offline' | 'throttled' | 'answer-refused' | 'service-away';
      /** Until when the service asked to wait. */
      readonly untilMs?: number | undefined;
    };

/** An address of Microsoft's to go to, and until when what was begun there is accepted. */
export interface Way {
  readonly errand: Errand;
  readonly url: string;
  readonly expiresAtMs: number;
}

export interface ApprovalState {
  readonly setup: Setup;
  readonly visible: boolean;
  readonly online: boolean;
  readonly memory: TabMemory;
  readonly place: Place;
  readonly request: RequestSeen;
  /** What happened to the request before this page was opened. */
  readonly history: History;
  readonly organisation?: Organisation | undefined;
  readonly claim?: Claim | undefined;
  /** What the organisation does with ExtendSync, as the sender of the request suggests. */
  readonly suggested?: Situation | undefined;
  /** The same, as the administrator has answered here. */
  readonly answered?: SituationChoice | undefined;
  readonly redirect: Redirect;
  /** The questions to Microsoft. */
  readonly check: Asking;
  /** Who comes back from a sign-in in this window: the first question picks its answer up. */
  readonly comesSignedIn?: true | undefined;
  /** The browser opens no window to sign in, and goes to Microsoft itself; or it does not do that either. */
  readonly signInHere?: 'leaving' | 'failed' | undefined;
  /** Whether the pane has heard what was told last; undefined while nothing was answered. */
  readonly parentHeard?: boolean | undefined;
  /** What was to be copied last, and whether the browser did it. */
  readonly copied?: { readonly what: 'receipt' | 'link'; readonly ok: boolean } | undefined;
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
  history: NO_HISTORY,
  redirect: { phase: 'idle' },
  check: NOTHING_ASKED,
});

/** The permissions that are asked for. */
export const askedSet = (state: ApprovalState): PermissionSet =>
  permissionSetFor(situationOf(state), state.setup.set);

/** The situation that is asked for: the answer that was given here, else the sender's suggestion. */
export const situationOf = ({ answered, suggested }: ApprovalState): SituationChoice | undefined =>
  answered ?? suggested;

/** Whether an authorization is being begun, for the answer that stands on the page. */
export const isBegun = ({ redirect: { phase } }: ApprovalState): boolean =>
  phase.startsWith('making') || phase === 'telling';

/** The request that an attempt can be made for. */
export const requestIdOf = ({ request }: ApprovalState): RequestId | undefined =>
  'id' in request ? request.id : undefined;

/** The tenant that is asked, where its id is known. */
export const askedTenant = ({ organisation }: ApprovalState): TenantId | undefined => organisation?.tenant;

/** The organisation that a text names, by id or by domain; undefined for any other text. */
export function organisationNamed(text: string): Organisation | undefined {
  const tenant = parseTenantId(text);
  if (tenant !== undefined) return { kind: 'tenant', tenant };
  const domain = domainNamed(text);
  return domain === undefined ? undefined : { kind: 'domain', domain, lookup: 'idle' };
}

/** The organisation as it was named: by its id or by its domain. */
export const nameOf = (organisation: Organisation): TenantId | DomainName =>
  organisation.kind === 'tenant' ? organisation.tenant : organisation.domain;

/** The organisation as it was named, or undefined. */
export const nameAsked = ({ organisation }: ApprovalState): TenantId | DomainName | undefined =>
  organisation === undefined ? undefined : nameOf(organisation);
