/**
 * PostgreSQL's SQLSTATE (https://www.postgresql.org/docs/current/errcodes-appendix.html), or the code of what the system
 * has refused, a connection or a file.
 */
export const codeOf = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;

/** A right is missing, or there is no schema in which this role may do anything: insufficient_privilege, invalid_schema_name. */
const RIGHT_MISSING: readonly unknown[] = ['42501', '3F000'];
export const isMissingRight = (error: unknown): error is Error =>
  error instanceof Error && RIGHT_MISSING.includes(codeOf(error));
