import { CONSENT_LIMIT_MS, parseConsentAnswer, type ConsentAnswer } from '../../core/api/consent-answer';
import { PATHS } from '../../core/api/paths';
import type { ServiceTrouble } from '../../core/consent/evidence';
import { askService, type CallerAccess, type ServiceReply } from './answer';

/** What the pane and the approval page both ask the consent status service. Nothing here ever rejects. */
export interface ServiceClient {
  /** `GET /api/consent` with an access token of our own API. */
  consent(accessToken: string): Promise<ConsentAsked>;
}

export type ConsentAsked =
  | { readonly ok: true; readonly answer: ConsentAnswer }
  | { readonly ok: false; readonly trouble: ServiceTrouble };

export function createServiceClient(access: CallerAccess): ServiceClient {
  return {
    async consent(accessToken) {
      const reply = await askService(access, {
        method: 'GET',
        path: PATHS.consent,
        bearer: accessToken,
        // Past this the pane does better to ask Microsoft itself.
        limitMs: CONSENT_LIMIT_MS,
      });
      if (reply.kind === 'answer') access.accepted.token = accessToken;
      else if (reply.kind === 'refusal' && reply.status === 401) access.accepted.token = undefined;
      return consentOf(reply);
    },
  };
}

function consentOf(reply: ServiceReply): ConsentAsked {
  switch (reply.kind) {
    case 'answer': {
      const answer = parseConsentAnswer(reply.body);
      return answer === undefined
        ? { ok: false, trouble: { why: 'not-the-contract' } }
        : { ok: true, answer };
    }
    case 'garbage':
      return { ok: false, trouble: { why: 'not-the-contract' } };
    case 'unreachable':
      return { ok: false, trouble: { why: 'unreachable' } };
    case 'timeout':
      return { ok: false, trouble: { why: 'timeout' } };
    case 'refusal':
      return { ok: false, trouble: { why: whyRefused(reply.status), retryAfterMs: reply.retryAfterMs } };
    default:
      return reply satisfies never;
  }
}

function whyRefused(status: number): ServiceTrouble['why'] {
  if (status === 429) return 'throttled';
  if (status === 401 || status === 403) return 'refused-token';
  // What a proxy says when the service behind it is not there.
  return status === 502 || status === 503 || status === 504 ? 'unreachable' : 'failed';
}
