import { NOT_ASKED, outcome, PASSED, type KnownFacts, type Outcome, type Surroundings } from './diagnosis';
import { BY_SERVICE, BY_TOKEN_ALONE } from './facts';

export function diagnoseService({ verdict, online }: KnownFacts): Outcome {
  if (!online) return outcome('not-known', 'offline', [{ do: 'check-network' }]);
  if (BY_SERVICE.has(verdict.because)) return PASSED;
  if (BY_TOKEN_ALONE.has(verdict.because)) {
    const reason = verdict.cause === 'throttled' ? 'throttled' : 'no-answer';
    return outcome('failed', reason, [{ do: 'check-now' }]);
  }
  if (verdict.because === 'no-answer') return outcome('not-known', 'no-answer', [{ do: 'check-now' }]);
  return NOT_ASKED;
}

export function diagnoseSignInKind({ verdict }: KnownFacts, { signIn }: Surroundings): Outcome {
  if (signIn === 'no-host') return outcome('failed', 'outside-outlook', [{ do: 'reopen-outlook' }]);
  if (verdict.cause === 'host-unavailable')
    return outcome('failed', 'host-silent', [{ do: 'reopen-outlook' }]);
  if (signIn === undefined) return NOT_ASKED;
  return signIn === 'bridge' ? PASSED : outcome('passed', 'standard-client');
}

export function diagnoseStorage({ verdict }: KnownFacts, { signIn, storage }: Surroundings): Outcome {
  if (storage === 'open') return PASSED;
  // Over the bridge the host keeps the session; only MSAL's standard client needs the browser's storage.
  if (storage === 'blocked')
    return signIn === 'bridge'
      ? outcome('passed', 'blocked-not-needed')
      : outcome('failed', 'blocked', [{ do: 'allow-third-party-storage' }]);
  // "No session", which is also what Entra says in a frame that may not see its own cookies.
  return verdict.code === 'AADSTS50058'
    ? outcome('not-known', 'maybe-blocked', [{ do: 'sign-in' }, { do: 'allow-third-party-storage' }])
    : NOT_ASKED;
}
