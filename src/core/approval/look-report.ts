import type { ConsentAnswer } from '../api/consent-answer';
import { LOOK_KEY_LIFETIME_MS } from '../api/looks';
import type { OwnToken, ProbeReport } from '../consent/evidence';

/** What the service tells by the key of a look, as a probe's report. */
export const reportOfLook = (answer: ConsentAnswer): ProbeReport => ({
  seen: { kind: 'service', answer, own: ownIn(answer) },
  silentTokenRequests: 0,
  account: { tenant: answer.tenantId, adminHint: 'not-known' },
});

/**
 * A look that was taken minutes ago, with a fresh token of an administrator of that very tenant, stands in the place of the
 * user's own token, which nobody is asked for here. An older one does not: whoever came now may have read nothing, and what
 * was approved may be withdrawn since.
 */
function ownIn(answer: ConsentAnswer): OwnToken | undefined {
  if (answer.outcome !== 'checked') return undefined;
  const { checkedAt, permissions, proof } = answer;
  // It belongs to this visit for as long as its key opens anything. What a clock that was wrong has dated ahead does not.
  const isOfVisit =
    proof?.by !== 'look' ||
    Math.abs(Date.parse(checkedAt) - Date.parse(proof.seenAt)) <= LOOK_KEY_LIFETIME_MS;
  if (!isOfVisit) return undefined;
  const scopes = permissions
    .filter(({ kind, state }) => kind === 'delegated' && state === 'tenant')
    .map(({ scope }) => scope);
  return { kind: 'token', scopes };
}
