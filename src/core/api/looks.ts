import { isFields } from '../fields';
import { parseSituation, type Situation } from '../situation';
import { parseDomain, parseTenantId, type DomainName, type TenantId } from '../tenant';
import { isoTime } from './parsing';
import { ARRIVING_MS } from './request-news';
import { parseRequestId, type RequestId } from './requests';

/** How long the page may read what a look found: as long as a grant may take to spread. */
export const LOOK_KEY_LIFETIME_MS = ARRIVING_MS;

/** The key of a look: 22 characters of base64url (128 bits). Whoever holds it may read what the look found, for its lifetime. */
export type LookKey = string;
export const parseLookKey = (text: string): LookKey | undefined => parseRequestId(text);

/** `POST /api/looks`: an administrator wants to confirm a grant that is there already. */
export interface NewLook {
  /** The tenant that the grant is looked up in; without it, that of the account that signs in. */
  readonly tenant?: TenantId | DomainName | undefined;
  /** The request whose waiting panes are told. */
  readonly request?: RequestId | undefined;
  readonly situation?: Situation | undefined;
}
export interface LookBegun {
  /** Microsoft's sign-in page, which leads back to the service. */
  readonly lookUrl: string;
  readonly expiresAt: string;
}

/** What a look found, as the approval page's address tells it. A hint for people, never a verdict. */
export const LOOK_OUTCOMES = [
  /** Every permission that the situation needs is granted for the whole organisation. */
  'confirmed',
  /** The grants were read, and some of what is needed is not among them. */
  'incomplete',
  /** Microsoft wants the administrator to sign in, which cannot happen unseen. */
  'sign-in-needed',
  /** Microsoft does not let the person in, however often they sign in: the code says why. */
  'blocked',
  /** The person may not read the organisation's grants. */
  'may-not-read',
  'other-tenant',
  'expired',
  'repeated',
  'forged',
  'failed',
] as const;
export type LookOutcome = (typeof LOOK_OUTCOMES)[number];

export function parseNewLook(value: unknown): NewLook | undefined {
  if (!isFields(value)) return undefined;
  const named = typeof value['tenant'] === 'string' ? value['tenant'] : undefined;
  const tenant = named === undefined ? undefined : (parseTenantId(named) ?? parseDomain(named));
  const request = parseRequestId(value['request']);
  const situation = parseSituation(value['situation']);
  if (value['tenant'] !== undefined && !tenant) return undefined;
  if (value['request'] !== undefined && !request) return undefined;
  if (value['situation'] !== undefined && !situation) return undefined;
  return { tenant, request, situation };
}

export function parseLookBegun(value: unknown): LookBegun | undefined {
  if (!isFields(value)) return undefined;
  const { lookUrl } = value;
  const expiresAt = isoTime(value['expiresAt']);
  return typeof lookUrl === 'string' && lookUrl.startsWith('https://') && expiresAt
    ? { lookUrl, expiresAt }
    : undefined;
}
