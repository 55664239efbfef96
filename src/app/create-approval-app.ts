import { dialogMessage } from '../core/dialog-message';
import type { ConsentAnswer } from '../core/api/consent-answer';
import type { LookBegun, LookKey, NewLook } from '../core/api/looks';
import { PATHS } from '../core/api/paths';
import type { RequestEvent } from '../core/api/request-events';
import type { AttemptMade, NewRequest, RequestId, RequestShown } from '../core/api/requests';
import { approvalTransition } from '../core/approval/transition';
import { reportOfLook } from '../core/approval/look-report';
import { parseArrival } from '../core/approval/arrival';
import type { ApprovalEffect } from '../core/approval/effect';
import type { ApprovalEvent, ApprovalTimer } from '../core/approval/event';
import { parseTabMemory, TAB_MEMORY_KEY, toKeep } from '../core/approval/memory';
import { approvalScreenOf } from '../core/approval/screens/screen';
import type { ApprovalScreenModel } from '../core/approval/screens/model';
import { initialApprovalState, type ApprovalState } from '../core/approval/state';
import type { Setup } from '../core/setup';
import type { SituationChoice } from '../core/situation';
import type { DomainName, TenantId } from '../core/tenant';
import type {
  Answered,
  Chance,
  Clipboard,
  Clock,
  ConsentProbe,
  Log,
  Requests,
  Storage,
  Visibility,
} from '../ports';
import { createLoop } from './loop';
import { createStore, type Store } from './store';
import { createTimers } from './timers';
import { listenToVisibility } from './visibility';

/** The browser's tab (or the dialog's window) that the page stands in. */
export interface ApprovalTab {
  /** The query part of the address, as `location.search`. */
  search(): string;
  /** What the browser keeps for this page, as `document.cookie`; empty where it keeps nothing. */
  cookies(): string;
  /** Whether the window that opened this one can still be reached. */
  hasOpener(): boolean;
  /** Whether the browser comes back from a sign-in in this window. */
  isSignedIn(): boolean;
  /** Takes the browser to another page; false when it refused at once. */
  leave(url: string): boolean;
  /** Puts a path of our own into the address bar without loading it. */
  showAddress(path: string): void;
  close(): void;
  print(): void;
  /** The person came back to the page by Back or Forward, and the browser had kept it as it was. */
  onCameBack(hear: () => void): () => void;
}

/** Everything that the approval page needs of the world. */
export interface ApprovalPorts {
  readonly clock: Clock;
  readonly chance: Chance;
  readonly probe: ConsentProbe;
  /** Takes the browser to Microsoft's sign-in, and back to its address. Resolves to false where it is still here. */
  readonly signInHere: (tenant: TenantId | undefined) => Promise<boolean>;
  readonly requests: Pick<Requests, 'make'> & {
    /** `situation`: what the administrator answered; without it the request's suggestion counts. */
    attempt(id: RequestId, situation: SituationChoice | undefined): Promise<Answered<AttemptMade>>;
    /** Tells that somebody opened the request; answers what it asks. */
    opened(id: RequestId): Promise<Answered<RequestShown>>;
    /** What happened to the request so far. */
    history(id: RequestId): Promise<Answered<readonly RequestEvent[]>>;
  };
  /** An administrator's look at what is granted. */
  readonly looks: {
    begin(look: NewLook): Promise<Answered<LookBegun>>;
    /** What the look of this key found. `gone`: the service knows no such key. */
    read(key: LookKey): Promise<Answered<ConsentAnswer>>;
  };
  /** The tenant that Microsoft names for a domain; undefined on any doubt. */
  readonly discoverTenant: (domain: DomainName) => Promise<TenantId | undefined>;
  /** Tells the pane that opened the dialog. Answers whether it could be sent. */
  readonly tellParent: (text: string) => Promise<boolean>;
  readonly tab: ApprovalTab;
  /** Of this tab alone, and no longer than it. */
  readonly storage: Storage;
  readonly clipboard: Clipboard;
  readonly visibility: Visibility;
  readonly log: Log;
}

export interface ApprovalApp {
  /** What the page shows. */
  readonly screen: Store<ApprovalScreenModel>;
  readonly store: Store<ApprovalState>;
  /** Tells the app what happened. What must happen within a click (sign-in, clipboard) does, before it returns. */
  readonly send: (event: ApprovalEvent) => void;
  /** Ends every timer and subscription; later answers are dropped. */
  readonly stop: () => void;
}

/** The approval page's one loop: the pane's twin, on `core/approval`. */
export function createApprovalApp(ports: ApprovalPorts, setup: Setup): ApprovalApp {
  const initial = initialApprovalState(setup);
  const { clock, chance } = ports;
  const { store, send, stop } = createLoop({
    initial,
    transition: approvalTransition,
    perform,
    clock,
    chance,
  });
  const timers = createTimers<ApprovalTimer>(clock, (timer) => send({ type: 'time-came', timer }));
  const screen = createStore(approvalScreenOf(initial));
  const endings: (() => void)[] = [store.subscribe(() => screen.set(approvalScreenOf(store.getState())))];
  /** Resolves when the parent has been told all that it was to be told so far. */
  let told: Promise<unknown> = Promise.resolve();

  function perform(effect: ApprovalEffect): void {
    switch (effect.do) {
      case 'read-request':
        void readRequest(effect.id, effect.withHistory);
        return;
      case 'discover-tenant': {
        const { domain } = effect;
        void ports
          .discoverTenant(domain)
          .then((tenant) => send({ type: 'tenant-discovered', domain, tenant }));
        return;
      }
      case 'make-request':
        void makeRequest(effect.request);
        return;
      case 'make-attempt':
        void makeAttempt(effect.id, effect.situation);
        return;
      case 'make-look':
        void makeLook(effect.look);
        return;
      case 'keep':
        void ports.storage.write(TAB_MEMORY_KEY, toKeep(effect.memory));
        return;
      case 'tell-parent':
        told = ports
          .tellParent(dialogMessage(effect.message))
          .then((ok) => send({ type: 'parent-told', ok }));
        return;
      case 'leave':
        if (!ports.tab.leave(effect.url)) send({ type: 'redirect-refused' });
        return;
      case 'sign-in-here':
        void ports.signInHere(effect.tenant).then((gone) => {
          if (!gone) send({ type: 'sign-in-here-failed' });
        });
        return;
      case 'clear-address':
        ports.tab.showAddress(PATHS.approvalPage);
        return;
      case 'close-window':
        void told.then(() => ports.tab.close());
        return;
      case 'probe':
        void probe(effect);
        return;
      case 'copy': {
        const { what } = effect;
        void ports.clipboard.copy(effect.text).then((ok) => send({ type: 'copied', what, ok }));
        return;
      }
      case 'print':
        ports.tab.print();
        return;
      case 'schedule':
        timers.schedule(effect.timer, effect.delayMs);
        return;
      case 'cancel':
        timers.cancel(effect.timer);
        return;
      case 'log':
        ports.log.write(effect.event, effect.facts);
        return;
      default:
        effect satisfies never;
    }
  }

  async function readRequest(id: RequestId, withHistory: boolean): Promise<void> {
    // Asked side by side: the page waits for the slower one, and shows nothing that it takes back at once.
    const [answer, history] = await Promise.all([
      ports.requests.opened(id),
      withHistory ? ports.requests.history(id) : undefined,
    ]);
    send(
      answer.ok
        ? { type: 'request-shown', shown: answer.value, events: history?.ok ? history.value : [] }
        : { type: 'request-not-shown', why: answer.why },
    );
  }

  async function makeRequest(request: NewRequest | undefined): Promise<void> {
    const answer = request && (await ports.requests.make(request));
    send(
      answer?.ok
        ? { type: 'request-made', id: answer.value.id }
        : { type: 'request-not-made', state: ports.chance.id() },
    );
  }

  async function makeAttempt(id: RequestId, situation: SituationChoice | undefined): Promise<void> {
    const answer = await ports.requests.attempt(id, situation);
    if (answer.ok) {
      send({ type: 'attempt-made', made: answer.value });
      return;
    }
    const { why, retryAfterMs } = answer;
    send({ type: 'attempt-not-made', why, retryAfterMs, state: ports.chance.id() });
  }

  async function makeLook(look: NewLook): Promise<void> {
    const answer = await ports.looks.begin(look);
    send(
      answer.ok
        ? { type: 'look-begun', begun: answer.value }
        : { type: 'look-not-begun', why: answer.why, retryAfterMs: answer.retryAfterMs },
    );
  }

  async function probe({ number, manner, tenant, lookKey }: ProbeEffect): Promise<void> {
    if (lookKey !== undefined) {
      const answer = await ports.looks.read(lookKey);
      if (answer.ok) {
        send({ type: 'probe-answered', number, report: reportOfLook(answer.value), byLook: true });
        return;
      }
      if (answer.why === 'gone') send({ type: 'look-key-refused' });
    }
    const report = await ports.probe.probe(manner, tenant);
    send({ type: 'probe-answered', number, report });
  }

  async function arrive(): Promise<void> {
    const arrival = parseArrival(ports.tab.search(), ports.tab.cookies());
    const memory = parseTabMemory(await ports.storage.read(TAB_MEMORY_KEY));
    const { visibility } = ports;
    const hasOpener = ports.tab.hasOpener();
    send({
      type: 'arrived',
      arrival,
      memory,
      hasOpener,
      isSignedIn: ports.tab.isSignedIn(),
      visible: visibility.visible(),
      online: visibility.online(),
    });
  }

  endings.push(
    listenToVisibility(ports.visibility, send),
    ports.tab.onCameBack(() => send({ type: 'came-back' })),
  );
  void arrive();

  return {
    screen: screen.store,
    store,
    send,
    stop: () => {
      stop();
      timers.cancelAll();
      for (const end of endings) end();
    },
  };
}

type ProbeEffect = Extract<ApprovalEffect, { do: 'probe' }>;
