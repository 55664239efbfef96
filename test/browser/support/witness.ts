/** Watches every page of a journey: what may never happen is told at the end, whatever else the journey is about. */
import type { BrowserContext, Request } from '@playwright/test';

/** What a page tells by the binding below. */
type Tale =
  { readonly kind: 'csp'; readonly text: string } | { readonly kind: 'green'; readonly text: string };

const BINDING = 'tellTheWitness';

/**
 * Runs in every frame before any script of the page. It listens only: to breaches of the content security policy, and to
 * a green check that is drawn.
 */
function listenInPage(binding: string): void {
  const tell = (tale: { kind: string; text: string }): void => {
    const call = (window as unknown as Record<string, ((tale: unknown) => Promise<void>) | undefined>)[
      binding
    ];
    void call?.(tale);
  };
  document.addEventListener('securitypolicyviolation', (event) => {
    tell({ kind: 'csp', text: `${event.violatedDirective} ${event.blockedURI} in ${event.documentURI}` });
  });
  let isGreen = false;
  new MutationObserver(() => {
    const green = document.querySelector('[data-green-check]') !== null;
    if (green && !isGreen) tell({ kind: 'green', text: document.title });
    isGreen = green;
  }).observe(document, { childList: true, subtree: true });
}

/** Watches the pages that a browser context opens from now on, and tells whoever is the witness then. */
export async function watch(context: BrowserContext, witness: () => Witness): Promise<void> {
  await context.exposeBinding(BINDING, (_source, tale: Tale) => witness().hear(tale));
  await context.addInitScript(listenInPage, BINDING);
  context.on('console', (message) => {
    if (message.type() === 'error')
      witness().complain(`console: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => witness().complain(`thrown: ${String(error.error())}`));
  context.on('request', (request) => witness().seeRequest(request));
}

/** What a journey has seen beside its own steps. */
export class Witness {
  readonly #origins: ReadonlySet<string>;
  readonly #complaints: string[] = [];
  readonly #greens: string[] = [];
  readonly #mails: string[] = [];
  readonly #expected: RegExp[] = [];
  readonly #visits = new Set<string>();

  /** `origins`: the only ones that anything may be asked of. */
  constructor(origins: readonly string[]) {
    this.#origins = new Set(origins);
  }

  /** The journey breaks things on purpose: complaints like these belong to it. */
  expects(...complaints: readonly RegExp[]): void {
    this.#expected.push(...complaints);
  }

  /** The journey leads a person to this origin, in a window of its own. */
  allowsVisitTo(origin: string): void {
    this.#visits.add(origin);
  }

  /** What may never happen and did. */
  complaints(): readonly string[] {
    return this.#complaints.filter((text) => !this.#expected.some((pattern) => pattern.test(text)));
  }

  /** The pages that ever drew a green check, be it for an instant. */
  greens(): readonly string[] {
    return this.#greens;
  }

  /** The addresses that the mail program was called with. */
  mails(): readonly string[] {
    return this.#mails;
  }

  hear(tale: Tale): void {
    if (tale.kind === 'csp') this.complain(`content security policy: ${tale.text}`);
    else this.#greens.push(tale.text);
  }

  seeRequest(request: Request): void {
    const url = new URL(request.url());
    if (url.protocol === 'mailto:') {
      this.#mails.push(url.href);
      return;
    }
    if (url.protocol === 'data:' || url.protocol === 'blob:' || url.protocol === 'about:') return;
    if (this.#origins.has(url.origin)) return;
    if (request.isNavigationRequest() && this.#visits.has(url.origin)) return;
    this.complain(`asked of a stranger: ${request.url()}`);
  }

  complain(text: string): void {
    this.#complaints.push(text);
  }
}
