import { createApprovalApp, type ApprovalApp, type ApprovalPorts } from '../../src/app/create-approval-app';
import { parseDialogMessage, type DialogMessage } from '../../src/core/dialog-message';
import { RETURN_MARK } from '../../src/core/api/paths';
import type { ConsentAnswer } from '../../src/core/api/consent-answer';
import type { LookBegun, LookKey, NewLook } from '../../src/core/api/looks';
import type { RequestEvent } from '../../src/core/api/request-events';
import type {
  AttemptMade,
  NewRequest,
  RequestId,
  RequestMade,
  RequestShown,
} from '../../src/core/api/requests';
import type { ProbeReport } from '../../src/core/consent/evidence';
import { TAB_MEMORY_KEY, toKeep } from '../../src/core/approval/memory';
import type { ApprovalAction, ApprovalScreenModel } from '../../src/core/approval/screens/model';
import type { Situation, SituationChoice } from '../../src/core/situation';
import type { DomainName, TenantId } from '../../src/core/tenant';
import type { Answered } from '../../src/ports';
import type { ProbeManner } from '../../src/core/consent/manner';
import { CONTOSO, notConsented, SETUP, unreachable } from '../support/evidence';
import { ManualClock, runPendingPromises } from '../support/manual-clock';

/**
 * The world of the approval page's stories: one browser tab, the service, Microsoft and, for dialogs, a pane that listens.
 * A tab outlives its pages: whatever the page keeps in it is there again after Microsoft, and after a reload.
 */

export const REQUEST: RequestId = 'AAAAAAAAAAAAAAAAAAAAAA';
export const NEW_REQUEST: RequestId = 'BBBBBBBBBBBBBBBBBBBBBB';
const DAY = 86_400_000;
const MARK = 'MMMMMMMMMMMMMMMMMMMMMM';

type Refusal = Extract<Answered<never>, { ok: false }>;
export const AWAY: Refusal = { ok: false, why: 'unreachable' };

export class ApprovalWorld {
  readonly clock = new ManualClock();
  /** What the service answers instead, while it is not undefined. */
  serviceSays: Refusal | undefined;
  /** The request was withdrawn, or has run out. */
  requestIsOver = false;
  /** What the request asks: an organisation by its id or by its domain. */
  requestFor: string = 'contoso.example';
  /** What the asking side calls the organisation. */
  requestCalls: DomainName | undefined;
  /** What happened to the request before. */
  events: readonly RequestEvent[] = [];
  /** What a look found, by its key; the service knows no other key. */
  readonly looks = new Map<LookKey, ConsentAnswer>();
  /** Makes the answer of the service to the wish to look. */
  lookUrl = (): string => `${SETUP.loginOrigin}/${CONTOSO}/oauth2/v2.0/authorize?state=look`;
  /** What the organisation does with ExtendSync, as the request says. */
  situation: Situation | undefined;
  /** Makes the answer of the service to an attempt. */
  consentUrl = (id: RequestId): string =>
    `${SETUP.loginOrigin}/${CONTOSO}/v2.0/adminconsent?state=of-${id}-${String(this.attempts)}`;
  microsoftSays: ProbeReport = notConsented;
  /** What Microsoft says instead to a question that names a tenant. */
  microsoftSaysIn = new Map<TenantId, ProbeReport>();
  microsoftKnows: (domain: DomainName) => TenantId | undefined = () => CONTOSO;
  answerMs = 100;
  paneListens = true;
  /** Whether the window that opened this one can be reached: Microsoft's pages may part them for good. */
  hasOpener = true;
  /** How long office.js takes until the pane can be told. */
  tellingMs = 0;
  /** How far the person's clock is ahead of the service's. */
  fastByMs = 0;
  browserLeaves = true;
  /** Whether the browser goes to Microsoft's sign-in where it opens no window, and whether it comes back from there. */
  signInLeaves = true;
  isSignedIn = false;
  clipboardWorks = true;
  tabKeeps = true;
  visible = true;
  /** What the browser says of the network. */
  online = true;
  /** The browser says that there is no network, and there is one. */
  browserIsWrong = false;

  attempts = 0;
  readonly openings: RequestId[] = [];
  readonly made: NewRequest[] = [];
  /** What the administrator answered, with each attempt. */
  readonly answers: (SituationChoice | undefined)[] = [];
  readonly lookedFor: NewLook[] = [];
  readonly keysRead: LookKey[] = [];
  readonly questions: ProbeManner[] = [];
  /** The tenants that the questions were about; undefined for the account's own. */
  readonly askedIn: (TenantId | undefined)[] = [];
  readonly paneHeard: DialogMessage[] = [];
  /** The organisations that the page went to sign in for by itself. */
  readonly signInsHere: (TenantId | undefined)[] = [];
  /** Where the browser went. */
  readonly left: string[] = [];
  readonly tabMemory = new Map<string, unknown>();
  /** What the browser keeps for the page. */
  cookies = '';
  /** What stands in the address bar. */
  address = '';
  copied: string | undefined;
  printed = 0;
  closed = false;

  /** Where there is one, Microsoft and the service can be reached. */
  get hasNetwork(): boolean {
    return this.online || this.browserIsWrong;
  }

  /** The browser shows the page at this address. */
  async opens(search: string): Promise<Page> {
    this.address = `/grant.html${search}`;
    const page = new Page(this);
    await runPendingPromises();
    return page;
  }

  /** Comes back from Microsoft, through the service, to a tab that went there for the same request. */
  returns(search: string): Promise<Page> {
    return this.arrives(this.sentOn(search));
  }

  /** The service sends the browser to this address: it bears the service's mark, and so does the browser. */
  sentOn(search: string): string {
    const request = new URLSearchParams(search).get('request') ?? undefined;
    if (!this.tabMemory.has(TAB_MEMORY_KEY))
      this.tabMemory.set(TAB_MEMORY_KEY, toKeep({ dialog: false, request }));
    this.cookies = `theme=dark; ${RETURN_MARK.cookie}=${MARK}`;
    return `${search}&${RETURN_MARK.parameter}=${MARK}`;
  }

  /** Opens the page and lets everything answer that answers by itself. */
  async arrives(search: string): Promise<Page> {
    const page = await this.opens(search);
    await this.passes(3 * this.answerMs);
    return page;
  }

  async passes(ms: number): Promise<void> {
    await this.clock.advance(ms);
  }

  /** The state that the page sent to Microsoft the last time. */
  get sentState(): string {
    return new URL(this.left.at(-1) ?? 'https://nowhere.example').searchParams.get('state') ?? '';
  }

  after<T>(ms: number, value: () => T): Promise<T> {
    return new Promise((resolve) => {
      this.clock.after(ms, () => resolve(value()));
    });
  }
}

/** One page in the tab, from its loading until the browser leaves it. */
export class Page {
  readonly app: ApprovalApp;
  readonly #world: ApprovalWorld;
  #hearVisibility: ((change: 'shown' | 'hidden' | 'online' | 'offline' | 'focused') => void) | undefined;
  #hearCameBack: (() => void) | undefined;

  constructor(world: ApprovalWorld) {
    this.#world = world;
    this.app = createApprovalApp(this.#ports(), SETUP);
  }

  get screen(): ApprovalScreenModel {
    return this.app.screen.getState();
  }

  /** The keys of what is said. */
  get says(): readonly string[] {
    const { title, lead, notice } = this.screen;
    return [title, ...lead, ...(notice ? [notice.text] : [])].map(({ key }) => key);
  }

  get verdict(): ReturnType<ApprovalApp['store']['getState']>['check']['verdict'] {
    return this.app.store.getState().check.verdict;
  }

  /** Presses the button with this name; it must be on the screen and not be busy. */
  async presses(name: ApprovalAction['name']): Promise<void> {
    const { primary, others, checkNow } = this.screen;
    const action = [primary, ...others, checkNow].find((one) => one?.name === name);
    if (!action) throw new Error(`There is no ${name} on the ${this.screen.name} screen`);
    if (action.busy === true) throw new Error(`${name} is busy`);
    if ('composes' in action) {
      const { organisation = '', tenant, clientId, check } = action.composes;
      const text = [organisation, tenant, clientId, check].join('|');
      this.app.send({ type: 'receipt-copy-asked', text });
    } else this.app.send(action.event);
    await runPendingPromises();
  }

  async becomes(change: 'shown' | 'hidden' | 'online' | 'offline' | 'focused'): Promise<void> {
    if (change === 'online' || change === 'offline') this.#world.online = change === 'online';
    if (change === 'shown' || change === 'hidden') this.#world.visible = change === 'shown';
    this.#hearVisibility?.(change);
    await runPendingPromises();
  }

  /** The browser's Back button, on a page that the browser had kept. */
  async comesBack(): Promise<void> {
    this.#hearCameBack?.();
    await runPendingPromises();
  }

  /** The page goes: it must leave nothing running behind. */
  closes(): void {
    this.app.stop();
    if (this.#hearVisibility ?? this.#hearCameBack) throw new Error('The page left a subscription behind');
  }

  #ports(): ApprovalPorts {
    const world = this.#world;
    const answer = <T>(value: () => T): Promise<Answered<T>> =>
      world.after(world.answerMs, () =>
        world.hasNetwork ? (world.serviceSays ?? { ok: true, value: value() }) : AWAY,
      );
    const answerFor = <T>(request: RequestId | undefined, value: () => T): Promise<Answered<T>> =>
      request !== undefined && world.requestIsOver && request !== NEW_REQUEST
        ? world.after(world.answerMs, () => ({ ok: false, why: 'gone' }))
        : answer(value);
    const at = (ms: number): string => new Date(world.clock.now() - world.fastByMs + ms).toISOString();
    return {
      clock: world.clock,
      chance: { fraction: () => 0.5, id: () => 'CCCCCCCCCCCCCCCCCCCCCC' },
      probe: {
        probe: (manner, tenant) => {
          world.questions.push(manner);
          world.askedIn.push(tenant);
          return world.after(world.answerMs, () =>
            world.hasNetwork
              ? ((tenant && world.microsoftSaysIn.get(tenant)) ?? world.microsoftSays)
              : unreachable,
          );
        },
      },
      signInHere: (tenant) => {
        world.signInsHere.push(tenant);
        return Promise.resolve(world.signInLeaves);
      },
      requests: {
        make: (request) =>
          answer((): RequestMade => {
            world.made.push(request);
            return {
              id: NEW_REQUEST,
              link: `${SETUP.origin}/grant.html?request=${NEW_REQUEST}`,
              madeAt: at(0),
              expiresAt: at(30 * DAY),
            };
          }),
        attempt: (id, situation) =>
          answerFor(id, (): AttemptMade => {
            world.answers.push(situation);
            world.attempts += 1;
            return { consentUrl: world.consentUrl(id), expiresAt: at(300_000) };
          }),
        opened: (id) =>
          answerFor(id, (): RequestShown => {
            world.openings.push(id);
            return {
              tenant: world.requestFor,
              ...(world.requestCalls ? { domain: world.requestCalls } : {}),
              ...(world.situation ? { situation: world.situation } : {}),
              madeAt: at(-DAY),
              expiresAt: at(29 * DAY),
            };
          }),
        history: (id) => answerFor(id, () => world.events),
      },
      looks: {
        begin: (look) =>
          answerFor(look.request, (): LookBegun => {
            world.lookedFor.push(look);
            return { lookUrl: world.lookUrl(), expiresAt: at(300_000) };
          }),
        read: (key) =>
          world.after(world.answerMs, (): Answered<ConsentAnswer> => {
            world.keysRead.push(key);
            const found = world.looks.get(key);
            return world.serviceSays ?? (found ? { ok: true, value: found } : { ok: false, why: 'gone' });
          }),
      },
      discoverTenant: (domain) => world.after(world.answerMs, () => world.microsoftKnows(domain)),
      tellParent: (text) =>
        world.after(world.tellingMs, () => {
          const message = parseDialogMessage(text);
          if (world.paneListens && message) world.paneHeard.push(message);
          return world.paneListens;
        }),
      tab: {
        search: () => new URL(world.address, SETUP.origin).search,
        cookies: () => world.cookies,
        hasOpener: () => world.hasOpener,
        isSignedIn: () => world.isSignedIn,
        leave: (url) => {
          if (world.browserLeaves) world.left.push(url);
          return world.browserLeaves;
        },
        showAddress: (path) => {
          world.address = path;
        },
        close: () => {
          world.closed = true;
        },
        print: () => {
          world.printed += 1;
        },
        onCameBack: (hear) => {
          this.#hearCameBack = hear;
          return () => {
            this.#hearCameBack = undefined;
          };
        },
      },
      storage: {
        read: (key) => Promise.resolve(world.tabMemory.get(key)),
        write: (key, value) => {
          if (world.tabKeeps) world.tabMemory.set(key, structuredClone(value));
          return Promise.resolve(world.tabKeeps);
        },
      },
      clipboard: {
        copy: (text) => {
          if (world.clipboardWorks) world.copied = text;
          return Promise.resolve(world.clipboardWorks);
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
      log: { write: () => undefined },
    };
  }
}
