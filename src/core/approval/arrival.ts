import { parseConsentReturn, type ConsentReturn } from '../admin-consent';
import { LOOK_OUTCOMES, parseLookKey, type LookKey, type LookOutcome } from '../api/looks';
import { CONFIRM, RETURN_MARK } from '../api/paths';
import { parseRequestId, RETURN_OUTCOMES, type RequestId, type ReturnOutcome } from '../api/requests';
import { parseSituation, type Situation } from '../situation';
import { parseDomain, parseTenantId, type DomainName, type TenantId } from '../tenant';

/** Why the page was opened, read from its address. Whoever made the address, nothing in it is trusted. */
export type Arrival =
  /** The shared link. `confirm`: the approval is there already, and an administrator is to confirm it. */
  | { readonly kind: 'link'; readonly request: RequestId; readonly confirm: boolean }
  /** The dialog that a pane opened. */
  | {
      readonly kind: 'dialog';
      readonly confirm: boolean;
      readonly request?: RequestId | undefined;
      readonly tenant?: TenantId | DomainName | undefined;
      readonly situation?: Situation | undefined;
    }
  /** Our service sent the browser here after Microsoft: after a visit to the consent page, after a look, or after both. */
  | {
      readonly kind: 'returned';
      /** The service gave this very browser the mark in the address: it was the service that sent it here. */
      readonly isMarked: boolean;
      readonly outcome?: ReturnOutcome | undefined;
      readonly looked?: LookOutcome | undefined;
      readonly lookKey?: LookKey | undefined;
      readonly request?: RequestId | undefined;
      /** After `other-tenant`: the organisation in which it was approved. */
      readonly consentedIn?: TenantId | undefined;
      readonly code?: string | undefined;
    }
  /** Microsoft sent the browser here itself: the way without the service. */
  | { readonly kind: 'direct'; readonly returned: Exclude<ConsentReturn, { kind: 'garbage' }> }
  /** The service's own address: somebody without a link wants to see how things stand. */
  | { readonly kind: 'status' }
  /** No parameter of ours: a reload after the address was cleared, or somebody typed it. */
  | { readonly kind: 'bare' }
  | { readonly kind: 'garbage'; readonly dialog: boolean };

// Microsoft's longest return, with a description, stays below; what is longer was not made by anybody we know.
const MOST_CHARACTERS = 20_000;
const DIRECT = ['admin_consent', 'error', 'state'] as const;
const GARBAGE: Arrival = { kind: 'garbage', dialog: false };

/**
 * Reads the query part of the page's address (`location.search`). Parameters of others are left alone: the host adds its
 * own to a dialog's address. One of ours that is repeated or malformed spoils the whole.
 * @param cookies what the browser keeps for this page (`document.cookie`)
 */
export function parseArrival(search: string, cookies = ''): Arrival {
  if (search.length > MOST_CHARACTERS) return GARBAGE;
  const params = new URLSearchParams(search);
  if (params.has('mode')) return parseDialog(params);
  if (params.has('show')) {
    return one(params, 'show', (text) => (text === 'status' ? text : undefined)) === 'status'
      ? { kind: 'status' }
      : GARBAGE;
  }
  if (params.has('returned') || params.has('looked')) return parseReturned(params, cookies);
  const request = one(params, 'request', parseRequestId);
  const confirm = one(params, CONFIRM[0], parseConfirm);
  if (request === false || confirm === false) return GARBAGE;
  if (request !== undefined) return { kind: 'link', request, confirm: confirm === true };
  if (!DIRECT.some((name) => params.has(name))) return { kind: 'bare' };
  const returned = parseConsentReturn(params);
  return returned.kind === 'garbage' ? GARBAGE : { kind: 'direct', returned };
}

/** A text that is an AADSTS code and nothing else, fit to be shown; undefined for any other. */
export const parseShownCode = (text: string): string | undefined =>
  /^AADSTS\d{4,8}$/.test(text) ? text : undefined;

function parseReturned(params: URLSearchParams, cookies: string): Arrival {
  const request = one(params, 'request', parseRequestId);
  const outcome = one(params, 'returned', (text) => RETURN_OUTCOMES.find((name) => name === text));
  const looked = one(params, 'looked', (text) => LOOK_OUTCOMES.find((name) => name === text));
  const lookKey = one(params, 'look', parseLookKey);
  const tenant = one(params, 'tenant', parseTenantId);
  if (request === false || outcome === false || looked === false || lookKey === false) return GARBAGE;
  if (tenant === false) return GARBAGE;
  const consentedIn = outcome === 'other-tenant' ? tenant : undefined;
  // The code is only an explanation: a bad one is left out, and the rest holds.
  const code = one(params, 'code', parseShownCode) || undefined;
  const mark = one(params, RETURN_MARK.parameter, parseMark);
  const isMarked = mark !== undefined && mark !== false && mark === markIn(cookies);
  return { kind: 'returned', isMarked, outcome, looked, lookKey, request, consentedIn, code };
}

// 128 bits in base64url.
const parseMark = (text: string): string | undefined => (/^[\w-]{22}$/.test(text) ? text : undefined);

function markIn(cookies: string): string | undefined {
  const start = `${RETURN_MARK.cookie}=`;
  const found = cookies.split('; ').find((cookie) => cookie.startsWith(start));
  return found?.slice(start.length);
}

function parseDialog(params: URLSearchParams): Arrival {
  const mode = one(params, 'mode', (text) => (text === 'dialog' ? text : undefined));
  const request = one(params, 'request', parseRequestId);
  const tenant = one(params, 'tenant', (text) => parseTenantId(text) ?? parseDomain(text));
  const confirm = one(params, CONFIRM[0], parseConfirm);
  if (mode !== 'dialog') return GARBAGE;
  const situation = one(params, 'situation', parseSituation);
  if (request === false || tenant === false || situation === false || confirm === false) {
    return { kind: 'garbage', dialog: true };
  }
  return { kind: 'dialog', confirm: confirm === true, request, tenant, situation };
}

const parseConfirm = (text: string): true | undefined => (text === CONFIRM[1] ? true : undefined);

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
