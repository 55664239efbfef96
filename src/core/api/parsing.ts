/*
 * The contract between the pane and the consent status service, one file of this room for each part. Times travel as
 * ISO 8601 strings in UTC. Everything that arrives is parsed here, once; a `parse…` function answers undefined for
 * anything that is not the contract's.
 */

export const isoTime = (value: unknown): string | undefined =>
  typeof value === 'string' &&
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(value) &&
  !Number.isNaN(Date.parse(value))
    ? value
    : undefined;
export const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value.length > 0 && value.length <= 2048 ? value : undefined;
export const oneOf = <const T extends string>(value: unknown, names: readonly T[]): T | undefined =>
  names.find((name) => name === value);
export const amount = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : undefined;

export const httpsOrigin = (value: unknown): string | undefined =>
  typeof value === 'string' && /^https:\/\/[^/?#]+$/.test(value) ? value : undefined;

/** Parses every item, or nothing: a list with one bad item is not the contract's. */
export function parseAll<T>(
  value: unknown,
  parse: (item: unknown) => T | undefined,
): readonly T[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const parsed = value.map(parse);
  return parsed.every((item) => item !== undefined) ? parsed : undefined;
}
