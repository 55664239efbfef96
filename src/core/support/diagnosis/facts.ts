import { SERVICE_CHECKS, TOKEN_CHECKS } from '../../consent/check-name';
import type { CheckName, Verdict } from '../../consent/verdict';
import type { DiagnosisValues, KnownFacts } from './diagnosis';

/* What several diagnoses read from the facts. */

/** Verdicts that rest on an answer of our own service. */
export const BY_SERVICE: ReadonlySet<CheckName> = new Set(SERVICE_CHECKS);
/** Verdicts that rest on a Graph token, because the service gave no answer. */
export const BY_TOKEN_ALONE: ReadonlySet<CheckName> = new Set(TOKEN_CHECKS);

/** Microsoft gave the signed-in user a token for ExtendSync, so nothing that would refuse one stands in the way. */
export const hasToken = ({ because }: Verdict): boolean =>
  BY_SERVICE.has(because) || BY_TOKEN_ALONE.has(because);

/** An administrator of the right organisation has approved, and nobody has shown yet that it holds for everybody. */
export const isUnconfirmed = ({ because }: Verdict): boolean => because === 'approved-not-confirmed';

export const domainsOf = ({ mailbox, account }: KnownFacts): DiagnosisValues => ({
  mailDomain: mailbox?.domain,
  accountDomain: account?.domain,
});

export const withCode = (
  { code, correlationId }: Verdict,
  values: DiagnosisValues = {},
): DiagnosisValues => ({
  ...values,
  code,
  correlationId,
});

/** When somebody was last sent back with consent, in milliseconds; undefined where nobody was. */
export function returnedAtMs({ dialog, history }: KnownFacts): number | undefined {
  const times = history
    .filter(({ kind }) => kind === 'returned')
    .map(({ at }) => Date.parse(at))
    .filter((atMs) => Number.isFinite(atMs));
  if (dialog.phase === 'ended' && dialog.how === 'accepted') times.push(dialog.atMs);
  return times.length === 0 ? undefined : Math.max(...times);
}
