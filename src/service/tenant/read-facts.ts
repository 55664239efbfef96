import { isFields, type Fields } from '../../core/fields';
import type { LookFacts, TenantFacts } from './facts';

/*
 * Facts as the database has them: another version may have written them, which knows other kinds. What is not understood
 * counts as nothing kept, and is asked anew.
 */

const isTexts = (value: unknown): boolean =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');
const isText = (value: unknown): boolean => typeof value === 'string';
const isBoolean = (value: unknown): boolean => typeof value === 'boolean';
const orNothing = (value: unknown, is: (value: unknown) => boolean): boolean =>
  value === undefined || is(value);

const DIRECTORIES: Readonly<Record<string, (directory: Fields) => boolean>> = {
  'not-permitted': ({ enabled, assignmentRequired }) =>
    orNothing(enabled, isBoolean) && orNothing(assignmentRequired, isBoolean),
  'not-shown': ({ tenantName }) => orNothing(tenantName, isText),
  read: (directory) =>
    isText(directory['applicationId']) && isText(directory['graphId']) && isRead(directory),
};

const FACTS: Readonly<Record<string, (facts: Fields) => boolean>> = {
  token: ({ roles, directory }) =>
    orNothing(roles, isTexts) && isFields(directory) && isOfKind(directory, DIRECTORIES),
  'nothing-granted': ({ code }) => orNothing(code, isText),
  'application-disabled': ({ code }) => orNothing(code, isText),
  'no-answer': ({ because, retryAfterMs }) => isText(because) && orNothing(retryAfterMs, Number.isFinite),
};

const isRead = ({ tenantName, enabled, assignmentRequired, tenantScopes }: Fields): boolean =>
  orNothing(tenantName, isText) &&
  isBoolean(enabled) &&
  isBoolean(assignmentRequired) &&
  isTexts(tenantScopes);

function isOfKind(value: Fields, kinds: Readonly<Record<string, (value: Fields) => boolean>>): boolean {
  const { kind } = value;
  return typeof kind === 'string' && Object.hasOwn(kinds, kind) && kinds[kind]?.(value) === true;
}

/** What a check has found; undefined where this version does not understand it. */
export const readTenantFacts = (value: unknown): TenantFacts | undefined =>
  isFields(value) && isOfKind(value, FACTS) ? (value as unknown as TenantFacts) : undefined;

/** What a look has found; undefined where this version does not understand it. */
export const readLookFacts = (value: unknown): LookFacts | undefined =>
  isFields(value) && isRead(value) ? (value as unknown as LookFacts) : undefined;
