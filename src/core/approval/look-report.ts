import type { ConsentAnswer } from '../api/consent-answer';
import type { ProbeReport } from '../consent/evidence';

/**
 * What the service tells of a look, as a probe's report. The look was taken minutes ago at most, with a fresh token of an
 * administrator of that very tenant: it stands in the place of the user's own token, which nobody is asked for here.
 */
export function reportOfLook(answer: ConsentAnswer): ProbeReport {
  const permissions = answer.outcome === 'checked' ? answer.permissions : [];
  const scopes = permissions
    .filter(({ kind, state }) => kind === 'delegated' && state === 'tenant')
    .map(({ scope }) => scope);
  return {
    seen: { kind: 'service', answer, own: { kind: 'token', scopes } },
    silentTokenRequests: 0,
    account: { tenant: answer.tenantId, adminHint: 'not-known' },
  };
}
