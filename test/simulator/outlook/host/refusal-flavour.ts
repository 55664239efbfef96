import type { Flavour } from '../host-options';

/** Entra's error, as far as the broker needs it; `status` is the HTTP status, 0 when nothing was answered at all. */
export interface EntraRefusal {
  readonly status: number;
  readonly error: string;
  readonly errorDescription: string;
  readonly suberror?: string;
}

/** The error that goes over the bridge; statuses of msal-browser 5.30, src/naa/BridgeStatusCode.ts. */
export interface BridgeError {
  readonly status:
    | 'USER_INTERACTION_REQUIRED'
    | 'USER_CANCEL'
    | 'NO_NETWORK'
    | 'TRANSIENT_ERROR'
    | 'PERSISTENT_ERROR'
    | 'DISABLED'
    | 'ACCOUNT_UNAVAILABLE'
    | 'NESTED_APP_AUTH_UNAVAILABLE';
  readonly code?: string;
  readonly subError?: string;
  readonly description?: string;
}

const NEEDS_SOMEBODY = new Set([
  'invalid_grant',
  'interaction_required',
  'consent_required',
  'login_required',
]);
const SERVER_BUSY = new Set(['temporarily_unavailable', 'server_error']);

function statusOf(refusal: EntraRefusal): BridgeError['status'] {
  if (refusal.status === 0) return 'NO_NETWORK';
  if (refusal.status === 429 || refusal.status >= 500 || SERVER_BUSY.has(refusal.error))
    return 'TRANSIENT_ERROR';
  if (NEEDS_SOMEBODY.has(refusal.error)) return 'USER_INTERACTION_REQUIRED';
  return 'PERSISTENT_ERROR';
}

/** OneAuth's own numbering of its statuses; 2 is what new Outlook on Windows gives for "interaction required". */
const ONE_AUTH_CODE: Readonly<Partial<Record<BridgeError['status'], readonly [code: string, name: string]>>> =
  {
    USER_INTERACTION_REQUIRED: ['2', 'InteractionRequired'],
    NO_NETWORK: ['4', 'NoNetwork'],
    TRANSIENT_ERROR: ['5', 'ServerTemporarilyUnavailable'],
  };

/**
 * Words Entra's refusal as one kind of Outlook does.
 *
 * @param refusal what Entra said to the broker
 * @param flavour whose way of speaking
 * @returns the bridge's error. The number and the suberror are there only where that kind of Outlook passes them on.
 */
export function wordRefusal(refusal: EntraRefusal, flavour: Flavour): BridgeError {
  const status = statusOf(refusal);
  switch (flavour) {
    case 'web':
      return {
        status,
        code: refusal.error,
        description: refusal.errorDescription,
        ...(refusal.suberror === undefined ? {} : { subError: refusal.suberror }),
      };
    case 'windows-new': {
      const [code, name] = ONE_AUTH_CODE[status] ?? ['0', 'Unexpected'];
      const detail = JSON.stringify({
        Description: '(pii)',
        Domain: 'com.microsoft.oneauth',
        Error: refusal.error,
        SubStatus: refusal.suberror ?? '',
        Tag: '4s7mu',
      });
      return { status, code, description: `${name} ${detail}` };
    }
    case 'windows-classic':
      return { status, code: refusal.error };
    case 'mac':
      return { status: status === 'USER_INTERACTION_REQUIRED' ? status : 'PERSISTENT_ERROR' };
    case 'mobile':
      return { status, description: 'Authentication failed.' };
    default:
      return flavour satisfies never;
  }
}
