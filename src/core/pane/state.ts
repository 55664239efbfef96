import { NOTHING_ASKED, type Asking } from '../asking/asking';
import type { RequestEvent } from '../api/request-events';
import { ARRIVING_MS } from '../api/request-news';
import type { RequestId } from '../api/requests';
import type { LastState } from './last-state';
import type { StoredConfirmation, StoredDialog, StoredRequest } from './memory';
import type { Dialog } from '../office-dialog';
import type { HandedOver, HostFacts, LaterView } from './event';
import type { ShareWay } from '../share-way';
import type { PermissionSet } from '../permissions';
import type { Setup } from '../setup';
import {
  largerSituation,
  needsMore,
  parseSituation,
  permissionSetFor,
  withMore,
  type Situation,
  type SituationChoice,
  type SituationStep,
} from '../situation';
import { ownDomainOf, type DomainName, type TenantId } from '../tenant';
import { isGreen, type Verdict } from '../consent/verdict';

/** The link to be shared. */
export type Link =
  | { readonly phase: 'none'; readonly id?: undefined; readonly tenant?: undefined }
  | {
      readonly phase: 'making';
      readonly id?: undefined;
      readonly number: number;
      readonly tenant?: TenantId | undefined;
      readonly situation?: SituationChoice | undefined;
    }
  | {
      readonly phase: 'made';
      readonly id?: RequestId | undefined;
      readonly link: string;
      readonly madeAtMs: number;
      readonly expiresAtMs?: number | undefined;
      /** Whom it asks for an approval; undefined where only a domain was known, or nothing. */
      readonly tenant?: TenantId | undefined;
      /** What the organisation was said to do with ExtendSync when it was made; undefined: it asks for everything. */
      readonly situation?: SituationChoice | undefined;
    };

export type MadeLink = Extract<Link, { phase: 'made' }>;

/** What became of the last attempt to share. */
export type Sharing =
  | { readonly phase: 'idle' }
  /** `link`: what goes out, whatever has become of the present link until that is heard. */
  | {
      readonly phase: 'under-way';
      readonly way: ShareWay;
      readonly link: MadeLink;
      readonly reminder?: true | undefined;
    }
  /** It is open in another program, or copied: nobody knows whether it was sent. */
  | { readonly phase: 'done'; readonly way: ShareWay }
  | { readonly phase: 'failed'; readonly way: ShareWay };

/**
 * How long somebody is expected to act: an attempt lives five minutes and can be renewed, and whoever is at it, or has opened
 * the link, may take two of them.
 */
export const EXPECTING_MS = 10 * 60_000;

/** An approval on its way. */
export interface Arriving {
  readonly sinceMs: number;
  /** When the service had proof, by its own question to Microsoft. */
  readonly provedAtMs?: number | undefined;
  /** How many times the host's broker refused since then. */
  readonly refusalsSince: number;
}

export interface State extends Asking {
  readonly setup: Setup;
  readonly host?: HostFacts | undefined;
  readonly visible: boolean;
  readonly online: boolean;
  /** Whether this pane watches for all panes of the user. */
  readonly leading: boolean;

  /** The last answer that was one, in this pane or in an earlier one. */
  readonly confirmation?: StoredConfirmation | undefined;
  /** What this browser has kept of an earlier pane: shown until it is known whose mailbox this is, or what holds now. */
  readonly lastState?: LastState | undefined;
  /** Whether what earlier panes kept has been read. Nothing is written over before. */
  readonly memoryRead: boolean;

  /** Until when somebody is expected to act, or a grant to spread. */
  readonly expectingUntilMs: number;
  /** An administrator came back from Microsoft with an approval that no answer shows yet. */
  readonly arriving?: Arriving | undefined;
  /** The last question had no answer. `verdict` is what was proved before, and still stands. */
  readonly notRenewed?: { readonly verdict: Verdict; readonly atMs: number } | undefined;
  /** How many times in a row the host's broker refused a token as if nothing had been granted. */
  readonly refusals: number;
  /** The approval is proved, and the host's broker still refuses: it remembers the old answer until somebody signs in. */
  readonly hostKeepsRefusal: boolean;

  /** What the organisation does with ExtendSync, by the service's answer: an administrator's look has shown it. */
  readonly organisationSituation?: Situation | undefined;
  /** The same, as a person here has said it: it counts until the organisation's own is known. */
  readonly situation?: SituationChoice | undefined;
  /** What a person chose here when the organisation's own was known: where it needs more, this pane is about all of it. */
  readonly adding?: SituationChoice | undefined;
  readonly view: 'verdict' | 'sharing' | 'situation' | LaterView;
  /** What the user wanted when they were asked for the situation. */
  readonly afterSituation?: 'approve' | undefined;
  readonly dialog: Dialog;
  /** The requests of the last windows, as long as somebody may answer there: they are listened to. */
  readonly windows: readonly StoredDialog[];
  /** The last dialog was opened to confirm an approval, not to give one. Whatever begins it anew does the same. */
  readonly confirming?: boolean | undefined;
  /** Another organisation in which somebody approved by mistake, as the dialog told it. It is for undoing alone. */
  readonly consentedIn?: TenantId | undefined;
  readonly link: Link;
  /** The number of the last request that the service was asked to make. */
  readonly linksAsked: number;
  readonly sharing: Sharing;
  /** What became of the last thing that was to leave the pane (a copy, a file, a letter). */
  readonly handedOver?: HandedOver | undefined;
  /** The steps that a person has ticked: what nobody but a person can know. */
  readonly stepsDone: readonly SituationStep[];
  /** Taken back here, and not by the service as far as it has said: their links may still work. */
  readonly withdrawing: readonly RequestId[];
  readonly request?: StoredRequest | undefined;
  /** The administrator has had the request for a day. */
  readonly reminderDue: boolean;
  /** The request that led to the grant, and what happened to it, for as long as this pane is open. */
  readonly fulfilled?:
    | {
        readonly request: StoredRequest;
        readonly history: readonly RequestEvent[];
        readonly atMs: number;
      }
    | undefined;
  readonly history: readonly RequestEvent[];
}

/** The pane before anything has happened. */
export const initialState = (setup: Setup): State => ({
  ...NOTHING_ASKED,
  setup,
  visible: true,
  online: true,
  leading: false,
  memoryRead: false,
  expectingUntilMs: 0,
  refusals: 0,
  hostKeepsRefusal: false,
  view: 'verdict',
  dialog: { phase: 'idle' },
  windows: [],
  link: { phase: 'none' },
  linksAsked: 0,
  stepsDone: [],
  withdrawing: [],
  sharing: { phase: 'idle' },
  reminderDue: false,
  history: [],
});

/** The permissions that this pane is about. */
export const neededSet = ({ organisationSituation: kept, situation, adding, setup }: State): PermissionSet =>
  permissionSetFor(kept === undefined ? situation : withMore(kept, adding), setup.set);

/**
 * The situation whose words and steps are shown: what a person has said, unless it needs more than this pane is about. Then
 * its steps are not under way, and what is proved for less proves none of them.
 */
export function situationShown({
  organisationSituation: kept,
  situation,
  adding,
}: State): Situation | undefined {
  const said = parseSituation(situation);
  if (kept === undefined) return said;
  const about = withMore(kept, adding);
  return needsMore(said, about) ? about : said;
}

/** Whether somebody here is adding to what the organisation does. */
export const isAdding = ({ adding, organisationSituation: kept }: State): boolean =>
  kept !== undefined && needsMore(adding, kept);

/**
 * Whether the open request asks for more than this pane is about, and nobody has answered it: what is green without it does
 * not fulfil it.
 */
const waitsForMore = (
  { organisationSituation: kept, adding, request, history }: State,
  nowMs: number,
): boolean =>
  kept !== undefined &&
  needsMore(request?.situation, withMore(kept, adding)) &&
  !history.some(({ kind, at }) => kind === 'returned' && nowMs - Date.parse(at) >= ARRIVING_MS);

/** Whether nothing is left to ask for: green, and no open request is for more. */
export const needsNothing = (state: State, nowMs: number): boolean =>
  isGreen(state.verdict) && !waitsForMore(state, nowMs);

/**
 * What a link asks for: what a person here has said, but never less than the organisation has. A smaller consent can take
 * a larger one away.
 */
export function situationToAsk({
  situation,
  organisationSituation,
}: Pick<State, 'situation' | 'organisationSituation'>): SituationChoice | undefined {
  const said = parseSituation(situation);
  return said === undefined
    ? (organisationSituation ?? situation)
    : largerSituation(said, organisationSituation);
}

/** The tenant that this pane is about, where it is known. */
export const tenantOf = ({ mailbox, account }: Pick<State, 'mailbox' | 'account'>): TenantId | undefined =>
  mailbox === undefined ? account?.tenant : mailbox.tenant;

/** Whether a link or a request is for the tenant that this pane is about, as far as either is known. */
export const isForTenant = (
  state: Pick<State, 'mailbox' | 'account'>,
  { tenant }: { readonly tenant?: TenantId | undefined },
): boolean => {
  const about = tenantOf(state);
  return tenant === undefined || about === undefined || tenant === about;
};

/** The tenant (or at least the domain) that a request is for; undefined while neither is known. */
export const tenantOfRequest = (state: State): TenantId | DomainName | undefined =>
  state.mailbox?.tenant ?? state.account?.tenant ?? state.mailbox?.domain ?? state.host?.mailDomain;

/** A domain of the tenant that a request names by its id: of the mailbox, or of the account that the id is from. */
export const domainOfRequest = ({ mailbox, account }: State): DomainName | undefined =>
  mailbox?.tenant === undefined ? ownDomainOf(account) : mailbox.domain;
