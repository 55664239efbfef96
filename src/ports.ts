import type { RequestEvent } from './core/api/request-events';
import type { NewRequest, RequestId, RequestMade } from './core/api/requests';
import type { MailboxKind, ProbeReport } from './core/consent/evidence';
import type { ProbeManner } from './core/consent/manner';
import type { DialogMessage } from './core/dialog-message';
import type {
  CheckedTenant,
  TenantCounts,
  TenantPage,
  TenantQuery,
  TenantWithHistory,
} from './core/ledger/api';
import type { Asked } from './core/operators/asked';
import type { DomainName, TenantId } from './core/tenant';
import type { OutlookTheme } from './core/theme-kind';
import type { PaneNews } from './core/pane/effect';

/*
 * The pane's ports: what it needs of the world. Each is small and has one adapter. Promises resolve, always: an expected
 * failure is a value. Whatever subscribes answers the function that ends the subscription.
 */

/** Time, whole: tests and the simulator turn one clock by hand. */
export interface Clock {
  /** Milliseconds since the Unix epoch. */
  now(): number;
  /** Runs `task` once after `ms` milliseconds. The returned function cancels it. */
  after(ms: number, task: () => void): () => void;
}

/** Randomness, for jitter and for ids. */
export interface Chance {
  /** From 0 (inclusive) to 1 (exclusive). */
  fraction(): number;
  /** 128 unguessable bits as 22 characters of base64url. */
  id(): string;
}

/** Asks Microsoft (and the service) once, with a fresh token. */
export interface ConsentProbe {
  /**
   * `silent` never shows anything. `interactive` may open a sign-in window, so it is asked only within a user's click.
   * `tenant`: asks as a member or guest of this tenant; without one, of the mailbox's, else of the account's own.
   */
  probe(manner: ProbeManner, tenant?: TenantId): Promise<ProbeReport>;
}

/** Requests at the service. */
export interface Requests {
  make(request: NewRequest): Promise<Answered<RequestMade>>;
  withdraw(id: RequestId): Promise<Answered<true>>;
}
export type Answered<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      readonly why: 'unreachable' | 'throttled' | 'gone' | 'failed';
      readonly retryAfterMs?: number | undefined;
    };

/**
 * What happens to a request, as it happens: server-sent events, long polling where they are cut. Reconnects by itself.
 * `hearGone`: the service does not know the request, or no more; there is nothing to hear.
 */
export interface Hints {
  listen(id: RequestId, hear: (event: RequestEvent) => void, hearGone: () => void): () => void;
}

export interface HostProfile {
  /** `Outlook`, or what else the host calls itself; undefined outside any host. */
  readonly hostName?: string;
  readonly platform?: string | undefined;
  /** BCP 47, as `de-DE`. */
  readonly locale: string;
  readonly displayName?: string | undefined;
  /** Of the signed-in account, as the host tells it. */
  readonly mailAddress?: string | undefined;
  /** Of the mailbox that the open item is in, where that is another person's or a shared one. */
  readonly sharedMailAddress?: string | undefined;
  /** Of the account's own mailbox, while the pane stands beside that. */
  readonly mailboxKind?: MailboxKind | undefined;
  readonly canOpenDrafts: boolean;
}

/** A mail draft as data; the body is plain text and, for hosts that take it, the same as HTML. */
export interface Draft {
  readonly to: readonly string[];
  readonly subject: string;
  readonly textBody: string;
  readonly htmlBody: string;
}

/** Outlook, or whatever the pane stands in. */
export interface Host {
  /** Resolves once the host has introduced itself, or has failed to within the adapter's time limit. */
  ready(): Promise<HostProfile>;
  /**
   * What the host tells of itself and of the mailbox has changed since it was last told: another mailbox or account in a
   * pinned pane, an item of a shared mailbox, or a host that came later than `ready` waits.
   */
  onMailboxChanged(hear: (profile: HostProfile) => void): () => void;
  theme(): OutlookTheme;
  onThemeChanged(hear: (theme: OutlookTheme) => void): () => void;
  /** `not-known`: the host has not answered, and the draft may open all the same. */
  openDraft(draft: Draft): Promise<boolean | 'not-known'>;
  /**
   * Opens an https or mailto address outside the pane; false when the host or the browser refused. Whether a mail program
   * answers a mailto address nobody can know.
   */
  openWindow(url: string): Promise<boolean>;
}

/** The Office dialog in which an admin grants. */
export interface Dialogs {
  /** Opens our own page. Resolves when it stands open or has been refused. One dialog at a time. */
  open(url: string, hear: (event: DialogEvent) => void): Promise<Opened>;
  close(): void;
}
export type Opened =
  | { readonly ok: true }
  | { readonly ok: false; readonly why: 'popup-blocked' | 'already-open' | 'not-supported' | 'failed' };
export type DialogEvent =
  /** From our own page: its origin was checked. */
  | { readonly kind: 'message'; readonly message: DialogMessage }
  | { readonly kind: 'closed' }
  | { readonly kind: 'failed'; readonly code: number };

/** Files for the person to keep. */
export interface Files {
  /** Offers text as a download; false when the browser would not. */
  save(name: string, text: string): Promise<boolean>;
}

export interface Clipboard {
  copy(text: string): Promise<boolean>;
}

/** Small values that roam with the mailbox (Office roaming settings). Of nobody's mailbox the next pane finds nothing. */
export interface Storage {
  read(key: string): Promise<unknown>;
  /** Resolves as soon as the next pane would read it; to false when it could not be kept. `undefined` removes. */
  write(key: string, value: unknown): Promise<boolean>;
}

/**
 * What this browser keeps for all accounts that use it, so that the next pane can show it before anybody is known. Read at
 * once, because the first look does not wait.
 */
export interface LastStates {
  read(): unknown;
  /** `undefined` removes. */
  write(value: unknown): void;
}

/** Whether anybody can see the pane and whether there is a network. */
export interface Visibility {
  visible(): boolean;
  online(): boolean;
  onChanged(hear: (change: 'shown' | 'hidden' | 'online' | 'offline' | 'focused') => void): () => void;
}

/** All open panes of one user in one browser: one of them watches for all. */
export interface Peers {
  /**
   * `hear('leading')` when this pane becomes the watcher. Who goes out of sight watches no more, and becomes the watcher
   * anew once it is seen again and its turn has come. Without locks in the browser, every pane in sight leads.
   */
  join(name: string, hear: (news: PeerNews) => void): () => void;
  tell(news: PaneNews): void;
}
export type PeerNews = 'leading' | PaneNews;

/** Causes and codes; never tokens, addresses or anything a person typed. */
export interface Log {
  write(event: string, facts: Readonly<Record<string, string | number | boolean>>): void;
}

/** What the operators' page asks the consent status service, with the token of whoever has signed in. */
export interface OperatorsService {
  page(query: TenantQuery, cursor?: string): Promise<Asked<TenantPage>>;
  counts(): Promise<Asked<TenantCounts>>;
  tenant(id: TenantId): Promise<Asked<TenantWithHistory>>;
  /** Microsoft is asked anew; an organisation that is not in the ledger is entered. */
  check(id: TenantId): Promise<Asked<CheckedTenant>>;
  remove(id: TenantId): Promise<Asked<true>>;
  /** A new request's link, for the organisation's administrator. */
  link(tenant: TenantId, domain?: DomainName): Promise<Asked<string>>;
  /** Everything that the query asks for, as a file. */
  csv(query: TenantQuery): Promise<Asked<Blob>>;
}
