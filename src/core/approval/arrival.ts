import { parseConsentReturn, type ConsentReturn } from '../admin-consent';
import { parseRequestId, RETURN_OUTCOMES, type RequestId, type ReturnOutcome } from '../api';
import { parseSituation, type Situation } from '../situation';
import { parseDomain, parseTenantId, type DomainName, type TenantId } from '../tenant';

/** Why the grant page was opened, read from its address. Whoever made the address, nothing in it is trusted. */
export type Arrival =
  /** The shared link. */
  | { readonly kind: 'link'; readonly request: RequestId }
  /** The dialog that a pane opened. */
  | {
      readonly kind: 'dialog';
      readonly request?: RequestId;
      readonly tenant?: TenantId | DomainName;
      readonly situation?: Situation;
    }
  /** Our service sent the browser here after Microsoft. */
  | {
      readonly kind: 'returned';
      readonly outcome: ReturnOutcome;
      readonly request?: RequestId;
      readonly code?: string;
    }
  /** Microsoft sent the browser here itself: the way without the service. */
  | { readonly kind: 'direct'; readonly returned: Exclude<ConsentReturn, { kind: 'garbage' }> }
  /** No parameter of ours: a reload after the address was cleared, or somebody typed it. */
  | { readonly kind: 'bare' }
  | { readonly kind: 'garbage'; readonly dialog: boolean };

// Microsoft's longest return, with a description, stays below; what is longer was not made by anybody we know.
const MOST_CHARACTERS = 20_000;
const DIRECT = ['admin_consent', 'error', 'state'] as const;

/**
 * Reads the query part of the page's address (`location.search`). Parameters of others are left alone: the host adds its
 * own to a dialog's address. One of ours that is repeated or malformed spoils the whole.
 */
export function parseArrival(search: string): Arrival {
  if (search.length > MOST_CHARACTERS) return { kind: 'garbage', dialog: false };
  const params = new URLSearchParams(search);
  if (params.has('mode')) return parseDialog(params);
  const garbage: Arrival = { kind: 'garbage', dialog: false };
  const request = one(params, 'request', parseRequestId);
  if (params.has('returned')) {
    const outcome = one(params, 'returned', (text) => RETURN_OUTCOMES.find((name) => name === text));
    if (outcome === undefined || outcome === false || request === false) return garbage;
    // The code is only an explanation: a bad one is left out, and the rest holds.
    const code = one(params, 'code', parseShownCode);
    return {
      kind: 'returned',
      outcome,
      ...(request === undefined ? {} : { request }),
      ...(code === undefined || code === false ? {} : { code }),
    };
  }
  if (request === false) return garbage;
  if (request !== undefined) return { kind: 'link', request };
  if (!DIRECT.some((name) => params.has(name))) return { kind: 'bare' };
  const returned = parseConsentReturn(params);
  return returned.kind === 'garbage' ? garbage : { kind: 'direct', returned };
}

/** A text that is an AADSTS code and nothing else, fit to be shown; undefined for any other. */
export const parseShownCode = (text: string): string | undefined =>
  /^AADSTS\d{4,8}$/.test(text) ? text : undefined;

function parseDialog(params: URLSearchParams): Arrival {
  const mode = one(params, 'mode', (text) => (text === 'dialog' ? text : undefined));
  const request = one(params, 'request', parseRequestId);
  const tenant = one(params, 'tenant', (text) => parseTenantId(text) ?? parseDomain(text));
  if (mode !== 'dialog') return { kind: 'garbage', dialog: false };
  const situation = one(params, 'situation', parseSituation);
  if (request === false || tenant === false || situation === false) return { kind: 'garbage', dialog: true };
  return {
    kind: 'dialog',
    ...(request === undefined ? {} : { request }),
    ...(tenant === undefined ? {} : { tenant }),
    ...(situation === undefined ? {} : { situation }),
  };
}

/** The one value of a parameter: undefined where it is absent, false where it is repeated or not what it should be. */
function one<T>(
  params: URLSearchParams,
  name: string,
  parse: (text: string) => T | undefined,
): T | undefined | false {
  const values = params.getAll(name);
  const [value] = values;
  if (value === undefined) return undefined;
  const parsed = values.length === 1 ? parse(value) : undefined;
  return parsed === undefined ? false : parsed;
}
