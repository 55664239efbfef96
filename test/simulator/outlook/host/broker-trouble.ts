import type { HostTrouble } from '../host-trouble';
import type { BridgeRequest } from './bridge-messages';
import type { BridgeError } from './refusal-flavour';

/** What a broker in trouble answers to everything, or undefined where it does its work. */
export function brokenAnswer(
  trouble: HostTrouble,
  method: BridgeRequest['method'],
): BridgeError | 'silence' | undefined {
  switch (trouble) {
    case 'broker-never-ready':
      return 'silence';
    case 'broker-silent':
      return method === 'GetInitContext' ? undefined : 'silence';
    case 'broker-refuses-origin':
      return {
        status: 'PERSISTENT_ERROR',
        description: 'The origin is not valid for Nested App Auth.',
      };
    case 'broker-says-nothing':
      return { status: 'PERSISTENT_ERROR', code: '', description: '' };
    case 'broker-unavailable':
      return { status: 'NESTED_APP_AUTH_UNAVAILABLE', code: 'not_supported' };
    case 'broker-window-fails':
      if (method === 'GetToken')
        return { status: 'USER_INTERACTION_REQUIRED', code: 'interaction_required', description: '' };
      return { status: 'PERSISTENT_ERROR', code: 'native_executor_error' };
    default:
      return undefined;
  }
}
