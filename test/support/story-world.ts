import { createApp, type App, type Ports } from '../../src/app/create-app';
import {
  RETURN_FAILURES,
  type RequestEvent,
  type RequestEventKind,
  type ReturnFailure,
} from '../../src/core/api/request-events';
import type { NewRequest, RequestId } from '../../src/core/api/requests';
import type { DialogMessage } from '../../src/core/dialog-message';
import type { ProbeReport } from '../../src/core/consent/evidence';
import type { LetterOpened, PaneEvent } from '../../src/core/pane/event';
import { shareMessage } from '../../src/core/pane/share-message';
import type { ShareWay } from '../../src/core/share-way';
import { screenOf } from '../../src/core/pane/screens/screen';
import type { ActionName, ScreenModel, ShareAction } from '../../src/core/pane/screens/model';
import type { Answered, DialogEvent, HostProfile, Opened, PeerNews, Requests } from '../../src/ports';
import type { ProbeManner } from '../../src/core/consent/manner';
import { notConsented, SETUP, unreachable } from './evidence';
import { ManualClock, runPendingPromises } from './manual-clock';

/**
 * The world of the stories: the whole app under fake ports and a clock turned by hand. The fakes are people and
 * things, not mocks: Microsoft has a word, the mailbox remembers, panes of one browser hear each other.
 */

/** The service gives each request an id of its own. */
const idOf = (number: number): RequestId => String.fromCharCode(65 + number).repeat(22);

/** Whatever outlives a pane: Microsoft, the service, the mailbox's memory, the browser. */
export class StoryWorld {
  readonly clock = new ManualClock();
  /** What a question is answered with now. */
  microsoftSays: ProbeReport = notConsented;
  /** How long an answer takes. */
  answerMs = 100;
  serviceRuns = true;
  dialogOpens: Opened = { ok: true };
  /** How long the host takes to open a dialog, or to refuse it. */
  dialogMs = 0;
  /** How often a pane has closed what dialog may stand; once before it opens one. */
  closedDialogs = 0;
  /** How long Outlook takes to open a draft, and whether it does. */
  draftMs = 0;
  draftOpens: boolean | 'not-known' = true;
  clipboardWorks = true;
  visible = true;
  /** What the browser says of the network. */
  online = true;
  /** The browser says that there is no network, and there is one. */
  browserIsWrong = false;
  /** How long the mailbox takes to keep something. */
  savingMs = 0;
  /** Outlook answers after the time that the pane waits for it. */
  hostIsLate = false;

  readonly questions: ProbeManner[] = [];
  readonly opened: string[] = [];
  readonly drafts: string[] = [];
  readonly windows: string[] = [];
  copied: string | undefined;
  /** What the mailbox keeps. Mia has said before how their organisation uses ExtendSync. */
  readonly memory = new Map<string, unknown>([['extendsync.situation', 'autopilot-everyone']]);
  /** What the browser keeps for the first look of the next pane. */
  lastStates: unknown;
  readonly handedOver: string[] = [];
  /** How a letter comes up: an Outlook without drafts leaves it to the mail program. */
  letterOpens: LetterOpened = 'draft';
  readonly panes: Pane[] = [];
  /** How far the clock here is ahead of the service's. */
  aheadMs = 0;
  /** The names under which panes have stood in line to watch. */
  readonly watches: string[] = [];
  readonly withdrawn: string[] = [];
  /** The requests that the service was asked to make. */
  readonly asked: NewRequest[] = [];

  readonly #hintListeners = new Map<(event: RequestEvent) => void, RequestId>();
  readonly #goneListeners = new Map<() => void, RequestId>();
  #hints = 0;
  readonly #line: Pane[] = [];

  /** Where there is one, Microsoft and the service can be reached. */
  get hasNetwork(): boolean {
    return this.online || this.browserIsWrong;
  }

  get listeners(): number {
    return this.#hintListeners.size;
  }

  /** Something happens to a request, or to whichever is listened to, as the service tells it. */
  requestIs(told: RequestEventKind | ReturnFailure, request?: RequestId): void {
    this.#hints += 1;
    const failure = RETURN_FAILURES.find((name) => name === told);
    const kind = told === 'failed' || told === 'other-tenant' ? 'check-again' : told;
    const event = { number: this.#hints, kind, at: new Date(this.clock.now()).toISOString(), failure };
    for (const [hear, id] of [...this.#hintListeners]) {
      if (request === undefined || id === request) hear(event);
    }
  }

  /** Mia opens the pane. */
  async opensPane(): Promise<Pane> {
    const pane = new Pane(this);
    this.panes.push(pane);
    await runPendingPromises();
    return pane;
  }

  /** What the person sees happen while time passes. */
  async passes(ms: number): Promise<void> {
    await this.clock.advance(ms);
  }

  listen(id: RequestId, hear: (event: RequestEvent) => void, hearGone: () => void): () => void {
    this.#hintListeners.set(hear, id);
    this.#goneListeners.set(hearGone, id);
    return () => {
      this.#hintListeners.delete(hear);
      this.#goneListeners.delete(hearGone);
    };
  }

  /** The service has a request no more: its data was deleted, or an old copy of it was brought back. */
  forgets(request: RequestId): void {
    for (const [hearGone, id] of [...this.#goneListeners]) if (id === request) hearGone();
  }

  join(pane: Pane, hear: (news: PeerNews) => void): () => void {
    pane.hearPeers = hear;
    this.standsInLine(pane);
    return () => this.leavesLine(pane);
  }

  /** As the browser's locks have it: who is in sight stands in line, and the first one leads. */
  standsInLine(pane: Pane): void {
    if (!pane.isInSight || !pane.hearPeers || this.#line.includes(pane)) return;
    this.#line.push(pane);
    if (this.#line[0] === pane) this.#tellLeader();
  }

  leavesLine(pane: Pane): void {
    const place = this.#line.indexOf(pane);
    if (place < 0) return;
    this.#line.splice(place, 1);
    if (place === 0) this.#tellLeader();
  }

  #tellLeader(): void {
    const [leader] = this.#line;
    queueMicrotask(() => {
      if (leader !== undefined && leader === this.#line[0]) leader.hearPeers?.('leading');
    });
  }

  get requests(): Requests {
    const away = { ok: false, why: 'unreachable' } as const;
    return {
      make: (request) => {
        this.asked.push(request);
        const id = idOf(this.asked.length);
        const madeAt = new Date(this.clock.now() - this.aheadMs);
        const expiresAt = new Date(madeAt.getTime() + 30 * 86_400_000);
        return Promise.resolve(
          this.serviceRuns
            ? {
                ok: true,
                value: {
                  id,
                  link: `${SETUP.origin}/grant.html?request=${id}`,
                  madeAt: madeAt.toISOString(),
                  expiresAt: expiresAt.toISOString(),
                },
              }
            : away,
        );
      },
      withdraw: (id): Promise<Answered<true>> => {
        this.withdrawn.push(id);
        if (!this.serviceRuns) return Promise.resolve(away);
        this.requestIs('withdrawn', id);
        return Promise.resolve({ ok: true, value: true });
      },
    };
  }
}

/** As a plain browser introduces itself. */
const NO_HOST: HostProfile = { locale: 'en-US', canOpenDrafts: false };

const profileOf = (mailAddress: string): HostProfile => ({
  hostName: 'Outlook',
  locale: 'en-US',
  displayName: 'Mia',
  mailAddress,
  canOpenDrafts: true,
});

/** What the press sends, with the message as the panel composes it. */
function composed({ name, asks, way, facts }: ShareAction): PaneEvent {
  if (!facts) throw new Error(`There is no link for ${name} yet`);
  const { link, requesterName = '' } = facts;
  const request = {
    subject: 'Please approve',
    textBody: `${requesterName} asks: ${link}`,
    shortTextBody: link,
    htmlBody: link,
    chatText: 'Please approve',
    link,
  };
  return { type: asks, message: shareMessage(way, request) };
}

/** A pane that has had its first answer. */
export async function openPane(world: StoryWorld): Promise<Pane> {
  const pane = await world.opensPane();
  await world.passes(200);
  return pane;
}

/** One open pane and what a person does in it. */
export class Pane {
  readonly app: App;
  isOpen = true;
  isInSight: boolean;
  hearPeers: ((news: PeerNews) => void) | undefined;
  readonly #world: StoryWorld;
  #hearDialog: ((event: DialogEvent) => void) | undefined;
  #hearHost: ((profile: HostProfile) => void) | undefined;
  #hearVisibility: ((change: 'shown' | 'hidden' | 'online' | 'offline' | 'focused') => void) | undefined;

  constructor(world: StoryWorld) {
    this.#world = world;
    this.isInSight = world.visible;
    this.app = createApp(this.#ports(), SETUP);
  }

  get screen(): ScreenModel {
    return screenOf(this.app.store.getState());
  }

  /** Presses the button with this name; it must be on the screen. */
  async presses(name: ActionName | ShareAction['name']): Promise<void> {
    const { primary, choices = [], others, share, notice } = this.screen;
    const actions = [
      primary,
      ...choices.map(({ action }) => action),
      ...others,
      ...(share?.ways ?? []),
      notice?.action,
      notice?.reminder,
    ];
    const action = actions.find((one) => one?.name === name);
    if (!action) throw new Error(`There is no ${name} on the ${this.screen.name} screen`);
    await this.hears('asks' in action ? composed(action) : action.event);
  }

  async hears(event: PaneEvent): Promise<void> {
    this.app.send(event);
    await runPendingPromises();
  }

  async shares(way: ShareWay): Promise<void> {
    await this.presses('share');
    await this.presses(`share-${way}`);
    // They read where the message is by now, and go back.
    if (this.app.store.getState().sharing.phase === 'done') await this.presses('back');
  }

  async dialogSays(message: DialogMessage): Promise<void> {
    this.#hearDialog?.({ kind: 'message', message });
    await runPendingPromises();
  }

  /** The pane is pinned, and another mailbox is chosen; or the host introduces itself late. */
  async standsBeside(mailAddress: string, sharedMailAddress?: string): Promise<void> {
    const profile = profileOf(mailAddress);
    this.#hearHost?.(sharedMailAddress === undefined ? profile : { ...profile, sharedMailAddress });
    await runPendingPromises();
  }

  async dialogIs(event: DialogEvent): Promise<void> {
    this.#hearDialog?.(event);
    await runPendingPromises();
  }

  async becomes(change: 'shown' | 'hidden' | 'online' | 'offline' | 'focused'): Promise<void> {
    if (change === 'shown' || change === 'hidden') this.isInSight = change === 'shown';
    if (change === 'online' || change === 'offline') this.#world.online = change === 'online';
    this.#hearVisibility?.(change);
    if (change === 'shown') this.#world.standsInLine(this);
    if (change === 'hidden') this.#world.leavesLine(this);
    await runPendingPromises();
  }

  closes(): void {
    this.isOpen = false;
    this.app.stop();
  }

  #ports(): Ports {
    const world = this.#world;
    return {
      clock: world.clock,
      chance: { fraction: () => 0.5, id: () => 'CCCCCCCCCCCCCCCCCCCCCC' },
      probe: {
        probe: (manner) => {
          world.questions.push(manner);
          return new Promise((resolve) => {
            world.clock.after(world.answerMs, () =>
              resolve(world.hasNetwork ? world.microsoftSays : unreachable),
            );
          });
        },
      },
      requests: world.requests,
      hints: { listen: (...listening) => world.listen(...listening) },
      host: {
        ready: () => Promise.resolve(world.hostIsLate ? NO_HOST : profileOf('mia@contoso.example')),
        theme: () => ({ kind: 'light' }),
        onThemeChanged: () => () => undefined,
        onMailboxChanged: (hear) => {
          this.#hearHost = hear;
          return () => {
            this.#hearHost = undefined;
          };
        },
        openDraft: (draft) => {
          world.drafts.push(draft.textBody);
          const { draftMs, draftOpens } = world;
          if (draftMs === 0) return Promise.resolve(draftOpens);
          return new Promise((resolve) => void world.clock.after(draftMs, () => resolve(draftOpens)));
        },
        openWindow: (url) => {
          world.windows.push(url);
          return Promise.resolve(true);
        },
      },
      dialogs: {
        open: async (url, hear) => {
          world.opened.push(url);
          this.#hearDialog = hear;
          const { dialogOpens, dialogMs } = world;
          if (dialogMs > 0) await new Promise<void>((resolve) => void world.clock.after(dialogMs, resolve));
          return dialogOpens;
        },
        close: () => {
          world.closedDialogs += 1;
          this.#hearDialog = undefined;
        },
      },
      clipboard: {
        copy: (text) => {
          if (world.clipboardWorks) world.copied = text;
          return Promise.resolve(world.clipboardWorks);
        },
      },
      storage: {
        read: (key) => Promise.resolve(world.memory.get(key)),
        write: async (key, value) => {
          if (world.savingMs > 0)
            await new Promise<void>((resolve) => void world.clock.after(world.savingMs, resolve));
          if (value === undefined) world.memory.delete(key);
          else world.memory.set(key, structuredClone(value));
          return true;
        },
      },
      lastStates: {
        read: () => world.lastStates,
        write: (value) => {
          world.lastStates = structuredClone(value);
        },
      },
      visibility: {
        visible: () => world.visible,
        online: () => world.online,
        onChanged: (hear) => {
          this.#hearVisibility = hear;
          return () => {
            this.#hearVisibility = undefined;
          };
        },
      },
      peers: {
        join: (name, hear) => {
          world.watches.push(name);
          return world.join(this, hear);
        },
        tell: (news) => {
          for (const other of world.panes) if (other !== this && other.isOpen) other.hearPeers?.(news);
        },
      },
      log: { write: () => undefined },
      handOverDiagnostics: (how) => {
        world.handedOver.push(how);
        return Promise.resolve(true);
      },
      openLetter: (letter) => {
        world.handedOver.push(letter);
        return Promise.resolve(world.letterOpens);
      },
    };
  }
}
