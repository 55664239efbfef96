import type { PermissionSet } from '../permissions';
import type { TenantId } from '../tenant';
import { explain } from './entra-errors';
import type { Account, Evidence } from './evidence';
import { nextQuestion, type Ask, type NextQuestion, type SoFar } from './next-question';
import { isOutOfPlace } from './way-of-asking';

/*
 * The first question does not wait for Outlook to introduce itself, so that it is asked before the mailbox's tenant is
 * known. What came of it may not be what is asked about in the end.
 */

/** What one question has brought, and whose the token was; nobody's where there was none. */
export interface Heard {
  readonly seen: Evidence;
  readonly account: Account | undefined;
}

/** A refusal that has to be followed up is, in the mailbox's own tenant: `askLater` waits for that. */
export function nextQuestionAhead(
  soFar: SoFar,
  set: PermissionSet,
): NextQuestion | { readonly askLater: Ask } {
  const next = nextQuestion(soFar, set);
  const isRefused = (soFar.ownApiById ?? soFar.ownApi)?.kind === 'no-token';
  return isRefused && 'ask' in next ? { askLater: next.ask } : next;
}

/**
 * The answer that is reported; undefined where it is still to be asked. `later` is what came when the mailbox's tenant
 * was known, `isBridged` whether the host's broker, which gave the early one, is asked now as well.
 */
export function answerThatCounts<Answer extends Heard>({
  early,
  later,
  tenant,
  isBridged,
}: {
  readonly early: Answer | undefined;
  readonly later?: Answer | undefined;
  readonly tenant: TenantId | undefined;
  readonly isBridged: boolean;
}): Answer | undefined {
  if (later !== undefined) {
    // Where the account has no place in the mailbox's tenant, what it is in its own says whose account it is.
    return early?.account !== undefined && isOutOfPlace(later.seen) ? early : later;
  }
  return early !== undefined && isBridged && holdsForMailbox(early, tenant) ? early : undefined;
}

/**
 * Whether what was asked before the mailbox's tenant was known is what would be asked now. A token tells whose it is. A
 * refusal does not, so one that speaks of consent or of the account is asked for again in the mailbox's own tenant; one
 * that does not (a throttle above all) is taken at its word.
 */
export function holdsForMailbox({ seen, account }: Heard, tenant: TenantId | undefined): boolean {
  if (tenant === undefined) return true;
  if (account !== undefined) return account.tenant === tenant;
  return seen.kind !== 'refused' || explain(seen.refusal).verdict === 'unknown';
}
