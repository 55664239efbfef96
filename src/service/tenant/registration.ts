import type { Cause } from '../../core/consent/cause';
import { explain } from '../../core/consent/entra-errors';
import type { TenantId } from '../../core/tenant';
import type { Clock } from '../../ports';
import type { Shortcoming } from '../shortcoming';
import { timeLimit } from '../clock';
import type { AskAppToken } from './app-token';
import type { TenantFacts } from './facts';
import type { TenantReader } from './reader';

const ASK_AGAIN_MS = 60 * 60_000;
/** While home gives no token, whoever mends it need not wait long. */
const ASK_AGAIN_WITHOUT_TOKEN_MS = 60_000;
/** A check may have to wait for this as well. After a slow answer of the tenant the pane may have gone on: it asks anew. */
export const ASK_LIMIT_MS = 2_000;

/** What is said of a tenant while nobody can tell a fault of the registration from a tenant that has granted nothing. */
const NOT_KNOWN: TenantFacts = { kind: 'no-answer', because: 'unexpected' };

/**
 * How the registration stands at home: `unknown` or `disabled` from the moment when Entra says so until it gives a token
 * again, `no-token` while any other answer leaves it open.
 */
export type Standing = 'known' | 'unknown' | 'disabled' | 'no-token';

/**
 * Asks in the registration's home tenant whether Entra knows the application: with a wrong client id, or a registration
 * that was deleted, Entra answers for every tenant as if nobody had granted anything (AADSTS700016). While it is so,
 * nobody is judged. A registration that its owner has deactivated, or Microsoft, gets no token in any tenant
 * (https://learn.microsoft.com/en-us/entra/identity/enterprise-apps/deactivate-app-registration), as if each one's
 * administrator had switched it off: while home says so as well, none is said to have done it.
 */
export interface RegistrationCheck {
  /** A reader that answers nothing while the registration is unknown, and doubts what may be about it while it is disabled. */
  guard(reader: TenantReader): TenantReader;
  /**
   * Whether a tenant's word that it has granted nothing, or switched the application off, may be believed: asks home now, one question for all who come
   * meanwhile, since what home said before may be older than the fault. True where home gives a token, and has not been
   * found unknown for `forMs`.
   */
  vouches(forMs: number): Promise<boolean>;
  /** What is said in place of such a word that home does not vouch for. The same refusal at home shows that the fault is ours. */
  inPlaceOf(facts: TenantFacts): TenantFacts;
  /** What an operator is told while home gives no token; undefined while it does. */
  trouble(): Shortcoming | undefined;
  /** Asks, and goes on asking every hour. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

const isAtFault = (standing: Standing): boolean => standing === 'unknown' || standing === 'disabled';

/** Any other refusal says nothing of the registration: where it was at fault, it stays so. */
function standingAfter(cause: Cause | undefined, before: Standing): Standing {
  if (cause === 'application-not-in-tenant') return 'unknown';
  if (cause === 'application-disabled') return 'disabled';
  return isAtFault(before) ? before : 'no-token';
}

export function createRegistrationCheck(parts: {
  readonly homeTenant: TenantId;
  readonly askToken: AskAppToken;
  readonly clock: Clock;
  /** Told when the standing changes, and after each question as long as it is `unknown` or `disabled`. */
  readonly onStanding: (standing: Standing, code: string | undefined) => void;
}): RegistrationCheck {
  const { homeTenant, askToken, clock, onStanding } = parts;
  // Nobody need be told that it is as it should be.
  let standing: Standing = 'known';
  let refusedWith: string | undefined;
  let unknownAtMs = Number.NEGATIVE_INFINITY;
  let isStopped = false;
  let cancel = (): void => undefined;
  let asking: Promise<Standing> | undefined;

  const ask = async (): Promise<Standing> => {
    cancel();
    const limit = timeLimit(clock, ASK_LIMIT_MS);
    const answer = await askToken(homeTenant, limit.signal).finally(() => limit.end());
    const { cause, code } = answer.ok ? { cause: undefined, code: undefined } : explain(answer.refusal);
    const before = standing;
    refusedWith = code;
    standing = answer.ok ? 'known' : standingAfter(cause, before);
    if (standing === 'unknown') unknownAtMs = clock.now();
    if (isAtFault(standing) || standing !== before) onStanding(standing, code);
    if (!isStopped)
      cancel = clock.after(
        answer.ok ? ASK_AGAIN_MS : ASK_AGAIN_WITHOUT_TOKEN_MS,
        () => void askUnlessAsking(),
      );
    return standing;
  };
  const askUnlessAsking = (): Promise<Standing> =>
    (asking ??= ask().finally(() => {
      asking = undefined;
    }));

  /** Where home says the same, it was no administrator. */
  const saidAtHome = (facts: TenantFacts): TenantFacts | undefined =>
    standing === 'disabled' && facts.kind === 'application-disabled'
      ? { ...facts, kind: 'no-answer', because: 'refused' }
      : undefined;

  return {
    inPlaceOf: (facts) => saidAtHome(facts) ?? NOT_KNOWN,
    trouble: () =>
      standing === 'known'
        ? undefined
        : {
            because: `Entra gives it no token in HOME_TENANT (${refusedWith ?? 'no answer'})`,
            change:
              'see what the doctor says of token and credential. Where both are well, start the service again: it goes on with the settings and files of its start',
          },
    guard: (reader) => ({
      async read(tenant) {
        if (standing === 'unknown') return NOT_KNOWN;
        const facts = await reader.read(tenant);
        return saidAtHome(facts) ?? facts;
      },
      readPersonal: (...question) => reader.readPersonal(...question),
    }),
    async vouches(forMs) {
      return (await askUnlessAsking()) === 'known' && clock.now() - unknownAtMs >= forMs;
    },
    async start() {
      await askUnlessAsking();
    },
    async stop() {
      isStopped = true;
      cancel();
      await asking;
      cancel();
    },
  };
}
