import { refusal, type Refusal } from './errors';
import type { RefusalDetails } from './refusal-table';

/** The families of routes that a fault can be limited to. */
export const ROUTE_FAMILIES = ['openid', 'authorize', 'token', 'broker', 'adminconsent', 'graph'] as const;
export type RouteFamily = (typeof ROUTE_FAMILIES)[number];

/** What goes wrong. Times are in the unit that the name says. */
export type Trouble =
  | { readonly kind: 'latency'; readonly delayMs: number }
  /** 429; `retryAfter` is the header's value: seconds, or an HTTP date when `asDate` is set. */
  | { readonly kind: 'throttle'; readonly retryAfterSeconds?: number; readonly asDate?: boolean }
  | { readonly kind: 'server-error'; readonly status?: number; readonly retryAfterSeconds?: number }
  | {
      readonly kind: 'garbage';
      readonly body?: string;
      readonly status?: number;
      readonly contentType?: string;
    }
  /** Never answers. `frames`: only the silent frame of a page waits in vain, windows are answered (F2: msal-js#1088, #1161, #6863). */
  | { readonly kind: 'silence'; readonly frames?: boolean }
  /** Closes the connection: without any answer, or in the middle of the body. */
  | { readonly kind: 'cut'; readonly midBody?: boolean }
  /** Any AADSTS number; class, suberror, text and claims override the known ones. */
  | {
      readonly kind: 'aadsts';
      readonly number: number;
      readonly error?: string;
      readonly suberror?: string;
      readonly text?: string;
      readonly claims?: string;
    };

export interface FaultSpec {
  readonly trouble: Trouble;
  /** Absent: every family. */
  readonly families?: readonly RouteFamily[];
  /** Tenant id or domain. */
  readonly tenant?: string;
  /** The tenant exactly as the request's path names it, e.g. one domain of several (F13). */
  readonly segment?: string;
  /** User id or user principal name. */
  readonly user?: string;
  /** Only what goes without a screen (prompt=none), as MSAL's silent sign-in and the look do. */
  readonly silently?: boolean;
  /** How many requests it hits before it is gone. Absent: until cleared. */
  readonly times?: number;
}

export interface Fault extends FaultSpec {
  readonly id: string;
  readonly hits: number;
}

/** What is known of a request when faults are looked up. */
export interface FaultScene {
  readonly family: RouteFamily;
  readonly tenantId: string | undefined;
  /** First segment of the path. */
  readonly segment: string;
  readonly inFrame: boolean;
  readonly silent: boolean;
  readonly userId: string | undefined;
}

/** The faults that are set, in the order in which they were set. */
export class FaultBoard {
  #faults: Fault[] = [];
  #last = 0;

  inject(spec: FaultSpec): string {
    this.#last += 1;
    const id = `fault-${this.#last}`;
    this.#faults.push({ ...spec, id, hits: 0 });
    return id;
  }

  clear(id?: string): void {
    this.#faults = id === undefined ? [] : this.#faults.filter((fault) => fault.id !== id);
  }

  list(): readonly Fault[] {
    return this.#faults;
  }

  /**
   * Uses up and answers the faults for this request that were not `seen` yet, up to the first one that ends the request. It is asked
   * again as tenant and user become known in the course of one request, so that a fault hits a request once.
   */
  take(scene: FaultScene, seen: Set<string>): readonly Trouble[] {
    const troubles: Trouble[] = [];
    for (const fault of this.#faults) {
      if (seen.has(fault.id) || !matches(fault, scene)) continue;
      seen.add(fault.id);
      this.#use(fault.id);
      troubles.push(fault.trouble);
      if (fault.trouble.kind !== 'latency') break;
    }
    return troubles;
  }

  #use(id: string): void {
    this.#faults = this.#faults
      .map((fault) => (fault.id === id ? { ...fault, hits: fault.hits + 1 } : fault))
      .filter((fault) => fault.times === undefined || fault.hits < fault.times);
  }
}

function matches(fault: Fault, scene: FaultScene): boolean {
  return (
    (fault.families === undefined || fault.families.includes(scene.family)) &&
    (fault.silently !== true || scene.silent) &&
    (fault.segment === undefined || fault.segment.toLowerCase() === scene.segment.toLowerCase()) &&
    (scene.inFrame || fault.trouble.kind !== 'silence' || fault.trouble.frames !== true) &&
    (fault.tenant === undefined || fault.tenant === scene.tenantId) &&
    (fault.user === undefined || fault.user === scene.userId)
  );
}

/** The refusal that a fault orders, about the application, tenant and person that the request is about. */
export function refusalOf(trouble: Extract<Trouble, { kind: 'aadsts' }>, details: RefusalDetails): Refusal {
  const { number, error, suberror, text, claims } = trouble;
  return refusal(number, details, {
    ...(error === undefined ? {} : { error }),
    ...(suberror === undefined ? {} : { suberror }),
    ...(text === undefined ? {} : { text }),
    ...(claims === undefined ? {} : { claims }),
  });
}
