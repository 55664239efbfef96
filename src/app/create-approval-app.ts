import { dialogMessage } from '../core/admin-consent';
import { PATHS, type NewRequest, type RequestId, type RequestShown } from '../core/api';
import { approvalTransition } from '../core/approval/transition';
import { parseArrival } from '../core/approval/arrival';
import type { ApprovalEffect } from '../core/approval/effect';
import type { ApprovalEvent, ApprovalTimer } from '../core/approval/event';
import { parseTabMemory, TAB_MEMORY_KEY, toKeep } from '../core/approval/memory';
import { approvalScreenOf } from '../core/approval/screens/screen';
import type { ApprovalScreenModel, ReceiptModel } from '../core/approval/screens/model';
import { initialApprovalState, type ApprovalState } from '../core/approval/state';
import type { Setup } from '../core/setup';
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

/** The browser's tab (or the dialog's window) that the page stands in. */
export interface ApprovalTab {
  /** The query part of the address, as `location.search`. */
  search(): string;
  /** Takes the browser to another page; false when it refused at once. */
  leave(url: string): boolean;
  /** Puts a path of our own into the address bar without loading it. */
  showAddress(path: string): void;
  close(): void;
  print(): void;
  /** The person came back to the page by Back or Forward, and the browser had kept it as it was. */
  onCameBack(hear: () => void): () => void;
}

/** Everything that the grant page needs of the world. */
export interface ApprovalPorts {
  readonly clock: Clock;
  readonly chance: Chance;
  readonly probe: ConsentProbe;
  readonly requests: Pick<Requests, 'make' | 'attempt'> & {
    /** Tells that somebody opened the request; answers what it asks. */
    opened(id: RequestId): Promise<Answered<RequestShown>>;
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
  /** Writes the receipt in the person's language, as plain text. */
  readonly composeReceipt: (receipt: ReceiptModel) => string;
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

/** The grant page's one loop: the pane's twin, on `core/approval`. */
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
        void ports.requests
          .opened(effect.id)
          .then((answer) =>
            send(
              answer.ok
                ? { type: 'request-shown', shown: answer.value }
                : { type: 'request-not-shown', why: answer.why },
            ),
          );
        return;
      case 'discover-tenant': {
        const { domain } = effect;
        void ports
          .discoverTenant(domain)
          .then((tenant) =>
            send({ type: 'tenant-discovered', domain, ...(tenant === undefined ? {} : { tenant }) }),
          );
        return;
      }
      case 'make-request':
        void makeRequest(effect.request);
        return;
      case 'make-attempt':
        void makeAttempt(effect.id);
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
      case 'clear-address':
        ports.tab.showAddress(PATHS.grantPage);
        return;
      case 'close-window':
        void told.then(() => ports.tab.close());
        return;
      case 'probe': {
        const { number } = effect;
        void ports.probe
          .probe(effect.manner, effect.tenant)
          .then((report) => send({ type: 'probe-answered', number, report }));
        return;
      }
      case 'copy-receipt': {
        const { receipt } = screen.store.getState();
        if (receipt === undefined) return;
        void ports.clipboard.copy(ports.composeReceipt(receipt)).then((ok) => send({ type: 'copied', ok }));
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

  async function makeRequest(request: NewRequest | undefined): Promise<void> {
    const answer = request && (await ports.requests.make(request));
    send(
      answer?.ok
        ? { type: 'request-made', id: answer.value.id }
        : { type: 'request-not-made', state: ports.chance.id() },
    );
  }

  async function makeAttempt(id: RequestId): Promise<void> {
    const answer = await ports.requests.attempt(id);
    if (answer.ok) {
      send({ type: 'attempt-made', made: answer.value });
      return;
    }
    const { why, retryAfterMs } = answer;
    const wait = retryAfterMs === undefined ? {} : { retryAfterMs };
    send({ type: 'attempt-not-made', why, ...wait, state: ports.chance.id() });
  }

  async function arrive(): Promise<void> {
    const arrival = parseArrival(ports.tab.search());
    const memory = parseTabMemory(await ports.storage.read(TAB_MEMORY_KEY));
    const { visibility } = ports;
    send({ type: 'arrived', arrival, memory, visible: visibility.visible(), online: visibility.online() });
  }

  const CHANGES = {
    shown: 'shown',
    hidden: 'hidden',
    focused: 'focused',
    online: 'went-online',
    offline: 'went-offline',
  } as const;
  endings.push(
    ports.visibility.onChanged((change) => send({ type: CHANGES[change] })),
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
