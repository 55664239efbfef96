import { SPREADING_MS } from '../../asking/watch';
import { isGreen, type Finding } from '../../consent/verdict';
import { myAppsUrl } from '../portals';
import { NOT_ASKED, outcome, PASSED, type KnownFacts, type Outcome, type Surroundings } from './diagnosis';
import { isUnconfirmed, returnedAtMs } from './facts';

/** What is no older, or ahead of the clock here, has just happened: it is told without a time. */
const SECOND_MS = 1000;

export function diagnoseSpread(facts: KnownFacts, { nowMs }: Surroundings): Outcome {
  const { verdict, hostKeepsRefusal } = facts;
  const atMs = returnedAtMs(facts);
  if (isGreen(verdict)) return PASSED;
  // Nobody has to wait for what their own token shows: whether everybody has it, only a look tells.
  if (isUnconfirmed(verdict)) return outcome('passed', 'arrived');
  if (atMs === undefined) return outcome('does-not-apply', 'nobody-returned');
  const values = { returnedAtMs: atMs };
  // The service's clock may be ahead of ours: a return in the future has just happened.
  const sinceMs = Math.max(0, nowMs - atMs);
  if (sinceMs < SPREADING_MS)
    return outcome(
      'not-known',
      'spreading',
      [{ do: 'wait', untilMs: Math.min(atMs, nowMs) + SPREADING_MS }, { do: 'check-now' }],
      sinceMs < SECOND_MS ? {} : values,
    );
  if (verdict.kind === 'required' || verdict.kind === 'partial' || hostKeepsRefusal)
    return outcome('failed', 'still-refused', [{ do: 'check-now' }, { do: 'reopen-outlook' }], values);
  return outcome('not-known', 'not-proven', [{ do: 'check-now' }], values);
}

export function diagnoseBreadth({ verdict, setup }: KnownFacts): Outcome {
  const findings: readonly Finding[] = 'findings' in verdict ? verdict.findings : [];
  if (verdict.kind === 'required')
    return outcome('does-not-apply', 'nothing-granted-yet', [{ do: 'approve' }]);
  if (isGreen(verdict)) return PASSED;
  if (findings.length === 0) return NOT_ASKED;
  // Approved by an administrator: whether for everybody, an administrator's look tells, and no second approval.
  if (isUnconfirmed(verdict))
    return outcome('not-known', 'not-proven', [{ do: 'confirm' }, { do: 'share' }, { do: 'check-now' }]);
  if (findings.some(({ state }) => state === 'this-user')) {
    const url = myAppsUrl(setup.cloudName);
    return outcome('failed', 'only-you', [
      { do: 'approve' },
      { do: 'share' },
      ...(url === undefined ? [] : [{ do: 'open-my-apps', url } as const]),
    ]);
  }
  if (findings.some(({ state }) => state === 'held' || state === 'not-known'))
    return outcome('not-known', 'not-proven', [{ do: 'check-now' }, { do: 'share' }]);
  return PASSED;
}
