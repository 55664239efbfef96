import { entraError } from '../consent/entra-errors';
import { domainOfAddress, parseDomain } from '../tenant';
import { redact } from './redact';

/** Stands where something else stood than what a field is for. */
export const WITHHELD = 'withheld';

/** A word of the list; anything else is withheld, and nothing stays nothing. */
export function word(value: unknown, list: readonly string[]): string | undefined {
  if (value === undefined) return undefined;
  return typeof value === 'string' && list.includes(value) ? value : WITHHELD;
}

/** A text of the pattern, in which the sieve finds nothing; anything else is withheld. */
export function fitting(value: unknown, pattern: RegExp): string | undefined {
  if (value === undefined) return undefined;
  // A telephone number can be written like a version.
  return typeof value === 'string' && pattern.test(value) && redact(value) === value ? value : WITHHELD;
}

// Numbers with dots and at most a word of the few that releases are named by; Office's builds are longer than others.
export const VERSION =
  /^(?:16\.\d{1,3}\.\d{4,8}(?:\.\d{4,5})?|\d{1,5}(?:\.\d{1,5}){1,3}(?:-(?:alpha|beta|rc|dev)(?:\.\d{1,3})?)?)$/;
export const SET_VERSION = /^\d{1,2}\.\d{1,2}$/;
export const LOCALE = /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?$/;
const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const AADSTS = /^AADSTS\d{4,8}$/;

/** An id as Microsoft writes them. */
export const guid = (value: unknown): string | undefined => fitting(value, GUID)?.toLowerCase();

/** Microsoft's code; one that is no AADSTS code (a host's own word) is withheld. */
export const codeOf = (value: unknown): string | undefined =>
  typeof value === 'string' && entraError(value) !== undefined ? value : fitting(value, AADSTS);

/** The domain of an address, or a domain; where the sieve would change it, it is neither. */
export function mailDomain(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  const domain =
    typeof value !== 'string'
      ? undefined
      : value.includes('@')
        ? domainOfAddress(value)
        : redact(value) === value
          ? parseDomain(value)
          : undefined;
  return domain === undefined || redact(domain) !== domain ? WITHHELD : domain;
}

// The latest time that a Date can hold (ECMA-262, 21.4.1.1).
const LAST_MS = 8.64e15;

/** Milliseconds since the epoch as ISO 8601 in UTC. */
export const time = (atMs: unknown): string | undefined =>
  typeof atMs === 'number' && Math.abs(atMs) <= LAST_MS ? new Date(atMs).toISOString() : undefined;

/** A time of the service, read and written anew. */
export const timeOfText = (text: unknown): string | undefined =>
  typeof text === 'string' ? time(Date.parse(text)) : undefined;

// Beyond a day nothing is planned; a number that could be something else (of a telephone) is left out.
export const duration = (value: unknown): number | undefined =>
  typeof value === 'number' && value >= 0 && value <= 86_400_000 ? Math.round(value) : undefined;

export const count = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 1000 ? value : undefined;
