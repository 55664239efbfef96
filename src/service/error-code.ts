/**
 * PostgreSQL's SQLSTATE (https://www.postgresql.org/docs/current/errcodes-appendix.html), or the code of what the system
 * has refused, a connection or a file.
 */
export const codeOf = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;

/** Whether PostgreSQL says it. The system's codes are words, and some of them as long: EPIPE, EBUSY. */
export const isSqlState = (code: string | undefined): code is string =>
  code !== undefined && /^(?!E[A-Z]{4}$)[0-9A-Z]{5}$/.test(code);

/** In the way of what is to be written: read_only_sql_transaction, disk_full, and class 58, the system beneath PostgreSQL. */
const TAKES_NO_WRITES = /^(?:25006|53100|58)/;
export const isWriteRefused = (code: string | undefined): boolean =>
  isSqlState(code) && TAKES_NO_WRITES.test(code);

/**
 * Whether it is the database that is away, and not the statement that is wrong. By the class of the SQLSTATE: 08 connection,
 * 28 who may connect, 40 others were in the way, 53 resources, 57 operator's intervention.
 */
export const isAway = (code: string | undefined): boolean =>
  isSqlState(code) && (/^(?:08|28|40|53|57)/.test(code) || TAKES_NO_WRITES.test(code));

/** Of two that wait for each other PostgreSQL ends one: serialization_failure, deadlock_detected. */
const OVERTAKEN: readonly unknown[] = ['40001', '40P01'];
export const isOvertaken = (error: unknown): boolean => OVERTAKEN.includes(codeOf(error));

/** A right is missing, or there is no schema in which this role may do anything: insufficient_privilege, invalid_schema_name. */
const RIGHT_MISSING: readonly unknown[] = ['42501', '3F000'];
export const isMissingRight = (error: unknown): error is Error =>
  error instanceof Error && RIGHT_MISSING.includes(codeOf(error));

/** The words for it, as the driver or the system has them; a refusal at several addresses has a code and no words. */
export function reasonOf(cause: unknown): string {
  if (typeof cause !== 'object' || cause === null) return 'no answer';
  const message = 'message' in cause && typeof cause.message === 'string' ? cause.message : '';
  return message || codeOf(cause) || 'no answer';
}
