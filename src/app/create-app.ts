import type { RequestId } from '../core/api/requests';
import { nonEmpty } from '../core/fields';
import { mailboxHash } from '../core/mailbox-hash';
import { keepLastState, lastStateIn } from '../core/pane/last-state';
import {
  MEMORY_KEYS,
  parseStoredConfirmation,
  parseRequestIds,
  parseStoredDialog,
  parseStoredRequest,
} from '../core/pane/memory';
import { transition } from '../core/pane/transition';
import type { PaneEffect } from '../core/pane/effect';
import type { Handed, HostFacts, Letter, LetterOpened, PaneEvent, TimerName } from '../core/pane/event';
import { initialState, type State } from '../core/pane/state';
import type { Setup } from '../core/setup';
import { parseSituationChoice, parseSteps } from '../core/situation';
import { domainOfAddress } from '../core/tenant';
import type {
  Chance,
  Clipboard,
  Clock,
  ConsentProbe,
  DialogEvent,
  Dialogs,
  Hints,
  Host,
  HostProfile,
  LastStates,
  Log,
  Opened,
  PeerNews,
  Peers,
  Requests,
  Storage,
  Visibility,
} from '../ports';
import { shareRequest } from './share-request';
import { createLoop } from './loop';
import type { Store } from './store';
import { createTimers } from './timers';
import { listenToVisibility } from './visibility';

/** Everything that the pane needs of the world. */
export interface Ports {
  readonly clock: Clock;
  readonly chance: Chance;
  readonly probe: ConsentProbe;
  readonly requests: Requests;
  readonly hints: Hints;
  readonly host: Host;
  readonly dialogs: Dialogs;
  readonly clipboard: Clipboard;
  readonly storage: Storage;
  readonly lastStates: LastStates;
  readonly visibility: Visibility;
  readonly peers: Peers;
  readonly log: Log;
  /** Makes the diagnostic file and hands it to the person. Resolves to false when it could not be handed over. */
  readonly handOverDiagnostics: (how: 'download' | 'copy', state: State) => Promise<boolean>;
  /** Opens a prepared message to the vendor or an administrator, as a draft or in the mail program. */
  readonly openLetter: (letter: Letter, state: State) => Promise<LetterOpened>;
}

export interface App {
  readonly store: Store<State>;
  /** Tells the app what happened. What must happen within a click (dialog, clipboard, sign-in) is begun before it returns. */
  readonly send: (event: PaneEvent) => void;
  /** Ends every timer and subscription; later answers are dropped. */
  readonly stop: () => void;
}

/**
 * The one loop: events go through `core/pane/transition`, the effects that come out are performed here. The same
 * call makes the pane, the demo and the stories in the tests.
 */
export function createApp(ports: Ports, setup: Setup): App {
  const { clock, chance } = ports;
  const { store, send, stop } = createLoop({
    initial: { ...initialState(setup), lastState: lastStateIn(ports.lastStates.read(), clock.now()) },
    transition,
    perform,
    clock,
    chance,
  });
  const timers = createTimers<TimerName>(clock, (timer) => send({ type: 'time-came', timer }));
  const endings: (() => void)[] = [];
  /** By the request that is listened to. */
  const listening = new Map<RequestId, () => void>();
  /** What the service has been asked to take back, and has not answered. */
  const takingBack = new Set<RequestId>();
  let leavePeers: (() => void) | undefined;
  let met: Whose = {};
  let peersName: string | undefined;
  /** The last dialog that was asked for. */
  let opening: Promise<Opened> | undefined;
  /** Resolves when other panes can read what was written last. */
  let stored: Promise<unknown> = Promise.resolve();
  let stopped = false;

  function perform(effect: PaneEffect): void {
    switch (effect.do) {
      case 'probe': {
        const { number } = effect;
        void ports.probe
          .probe(effect.manner)
          .then((report) => send({ type: 'probe-answered', number, report }));
        return;
      }
      case 'schedule':
        timers.schedule(effect.timer, effect.delayMs);
        return;
      case 'cancel':
        timers.cancel(effect.timer);
        return;
      case 'open-dialog': {
        const mine = (opening = ports.dialogs.open(effect.url, hearDialog));
        void mine.then((opened) => {
          // What becomes of a dialog says nothing of the one that has taken its place.
          if (mine === opening)
            send(opened.ok ? { type: 'dialog-opened' } : { type: 'dialog-refused', why: opened.why });
        });
        return;
      }
      case 'close-dialog':
        ports.dialogs.close();
        return;
      case 'make-request':
        void makeRequest(effect);
        return;
      case 'withdraw-request':
        void withdrawRequest(effect);
        return;
      case 'share': {
        const { message } = effect;
        void shareRequest(ports, message).then((ok) => send({ type: 'shared', way: message.way, ok }));
        return;
      }
      case 'copy':
        void handOver('copy', ports.clipboard.copy(effect.text));
        return;
      case 'hand-over-diagnostics':
        void handOver(`diagnostics-${effect.how}`, ports.handOverDiagnostics(effect.how, store.getState()));
        return;
      case 'open-letter':
        void openLetter(effect.letter);
        return;
      case 'listen':
        listen(effect.id);
        return;
      case 'stop-listening':
        stopListening(effect.id);
        return;
      case 'read-memory':
        void readMemory();
        return;
      case 'read-request':
        void readRequest(effect.otherThan);
        return;
      case 'store':
        stored = ports.storage.write(keyBeside(met, effect.key), effect.value);
        return;
      case 'keep-last-state': {
        const { lastStates } = ports;
        lastStates.write(keepLastState(lastStates.read(), effect.news, clock.now()));
        return;
      }
      case 'tell-peers':
        void stored.then(() => ports.peers.tell(effect.news));
        return;
      case 'log':
        ports.log.write(effect.event, effect.facts);
        return;
      default:
        effect satisfies never;
    }
  }

  async function handOver(what: Handed, handing: Promise<boolean>): Promise<void> {
    send({ type: 'handed-over', what, ok: await handing });
  }

  async function openLetter(letter: Letter): Promise<void> {
    const opened = await ports.openLetter(letter, store.getState());
    send(
      opened === 'mail'
        ? { type: 'handed-over', what: `mail-${letter}`, ok: true }
        : { type: 'handed-over', what: `letter-${letter}`, ok: opened !== false },
    );
  }

  async function makeRequest({
    number,
    request,
  }: Extract<PaneEffect, { do: 'make-request' }>): Promise<void> {
    const answer = request && (await ports.requests.make(request));
    send(
      answer?.ok
        ? { type: 'request-made', number, made: answer.value }
        : { type: 'request-not-made', number, state: ports.chance.id() },
    );
  }

  async function withdrawRequest({
    id,
    isAsked,
  }: Extract<PaneEffect, { do: 'withdraw-request' }>): Promise<void> {
    if (takingBack.has(id)) return;
    takingBack.add(id);
    await stored;
    const answer = await ports.requests.withdraw(id);
    takingBack.delete(id);
    // What the service does not know works no more.
    send({ type: 'withdrawal-answered', id, isAsked, ok: answer.ok || answer.why === 'gone' });
  }

  function hearDialog(event: DialogEvent): void {
    if (event.kind !== 'message') {
      send({ type: 'dialog-closed' });
      return;
    }
    const told = event.message;
    if (told.kind === 'consent-returned') {
      send({ type: 'dialog-told', outcome: told.outcome, consentedIn: told.tenant });
    } else if (told.kind === 'attempt-started') {
      send({ type: 'attempt-started', expiresAtMs: told.expiresAtMs, request: told.request });
    } else {
      send({ type: 'dialog-given-up' });
    }
  }

  function listen(request: RequestId): void {
    listening.get(request)?.();
    listening.set(
      request,
      ports.hints.listen(
        request,
        (hint) => send({ type: 'hint-heard', request, hint }),
        () => send({ type: 'request-gone', request }),
      ),
    );
  }

  function stopListening(request?: RequestId): void {
    for (const [id, end] of [...listening]) {
      if (request !== undefined && id !== request) continue;
      end();
      listening.delete(id);
    }
  }

  function meetHost(profile: HostProfile): void {
    if (stopped) return;
    const before = met;
    met = whoseOf(profile);
    const host = hostFactsOf(profile);
    // A name that comes late is no change.
    const isOther = WHOSE.some((part) => before[part] !== undefined && before[part] !== met[part]);
    send({ type: isOther ? 'mailbox-changed' : 'host-introduced', host });
    // One watcher for all panes of one account and organisation: the others watch for themselves.
    const { organisation = '', account = '' } = met;
    const name = `extendsync-watch:${mailboxHash(isApart(met) ? `${organisation} ${account}` : account)}`;
    if (name === peersName) return;
    peersName = name;
    leavePeers?.();
    leavePeers = ports.peers.join(name, (news) => send({ type: EVENT_OF[news] }));
  }

  async function readRequest(otherThan: string): Promise<void> {
    const request = parseStoredRequest(await read('request'), setup);
    if (request && request.link !== otherThan) send({ type: 'remembered', request });
  }

  async function readMemory(): Promise<void> {
    // Beside which mailbox it is read, the host tells.
    await ports.host.ready();
    const beside = peersName;
    const [request, confirmation, situation, steps, dialog, withdrawing] = await Promise.all([
      read('request').then((kept) => parseStoredRequest(kept, setup)),
      read('confirmation').then(parseStoredConfirmation),
      read('situation').then(parseSituationChoice),
      read('steps').then(parseSteps),
      read('dialog').then(parseStoredDialog),
      read('withdrawing').then(parseRequestIds),
    ]);
    // Another mailbox has been chosen meanwhile: its own is read.
    if (beside === peersName)
      send({ type: 'remembered', request, confirmation, situation, steps, dialog, withdrawing });
  }

  const read = (what: keyof typeof MEMORY_KEYS): Promise<unknown> =>
    ports.storage.read(keyBeside(met, MEMORY_KEYS[what]));

  endings.push(listenToVisibility(ports.visibility, send));
  // The question goes out first; what follows happens while it is under way.
  send({ type: 'opened', visible: ports.visibility.visible(), online: ports.visibility.online() });
  endings.push(ports.host.onMailboxChanged(meetHost));
  void ports.host.ready().then(meetHost);
  void readMemory();

  return {
    store,
    send,
    stop: () => {
      stopped = true;
      stop();
      timers.cancelAll();
      for (const end of endings) end();
      stopListening();
      leavePeers?.();
    },
  };
}

const EVENT_OF = {
  leading: 'lead-taken',
  'verdict-changed': 'peer-saw-change',
  'request-shared': 'peer-shared',
} as const satisfies Readonly<Record<PeerNews, PaneEvent['type']>>;

/**
 * Whose organisation the verdict is about, by the mailbox's domain (of a shared one where the open item is in it), and who
 * is signed in. From one mailbox to another of the same organisation nothing changes but whose it is.
 */
type Whose = { readonly [part in (typeof WHOSE)[number]]?: string | undefined };
const WHOSE = ['organisation', 'account'] as const;

const mailboxOf = ({ sharedMailAddress, mailAddress }: HostProfile): string | undefined =>
  sharedMailAddress ?? mailAddress;

const whoseOf = (profile: HostProfile): Whose => ({
  organisation: organisationOf(mailboxOf(profile)),
  account: profile.mailAddress?.toLowerCase(),
});

/** What is no address has no domain, and is an organisation of its own. */
const organisationOf = (address = ''): string | undefined =>
  domainOfAddress(address) ?? nonEmpty(address.toLowerCase());

/** Whether the mailbox is another organisation's than the account. */
const isApart = ({ organisation, account }: Whose): boolean =>
  organisation !== undefined && organisation !== organisationOf(account);

/**
 * Where something is kept. An account's memory goes with it to every mailbox that it opens; what was found out beside
 * another organisation's lies apart, for it is about that organisation alone.
 */
const keyBeside = (whose: Whose, key: string): string =>
  isApart(whose) ? `${key}:${mailboxHash(whose.organisation ?? '')}` : key;

function hostFactsOf(profile: HostProfile): HostFacts {
  const mailbox = mailboxOf(profile);
  return {
    displayName: profile.displayName,
    mailDomain: mailbox === undefined ? undefined : domainOfAddress(mailbox),
    isShared: profile.sharedMailAddress !== undefined,
    canOpenDrafts: profile.canOpenDrafts,
    locale: profile.locale,
  };
}
