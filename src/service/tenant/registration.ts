import { explain } from '../../core/consent/entra-errors';
import type { TenantId } from '../../core/tenant';
import type { Clock } from '../../ports';
import { timeLimit } from '../clock';
import type { AskAppToken } from './app-token';
import type { TenantReader } from './reader';

const ASK_AGAIN_MS = 60 * 60_000;
/** While it is wrong, whoever mends it need not wait long. */
const ASK_AGAIN_WHILE_WRONG_MS = 60_000;
const ASK_LIMIT_MS = 7_000;

/**
 * Asks in the registration's home tenant whether Entra knows the application: with a wrong client id, or a registration
 * that was deleted, Entra answers for every tenant as if nobody had granted anything (AADSTS700016). While it is so,
 * nobody is judged.
 */
export interface RegistrationCheck {
  /** A reader that answers nothing while the registration is not known. */
  guard(reader: TenantReader): TenantReader;
  /** Asks, and goes on asking every hour. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

export function createRegistrationCheck(parts: {
  readonly homeTenant: TenantId;
  readonly askToken: AskAppToken;
  readonly clock: Clock;
  readonly onChanged: (isKnown: boolean, code: string | undefined) => void;
}): RegistrationCheck {
  const { homeTenant, askToken, clock, onChanged } = parts;
  let isKnown = true;
  let isStopped = false;
  let cancel = (): void => undefined;
  let working: Promise<void> = Promise.resolve();

  const ask = async (): Promise<void> => {
    const limit = timeLimit(clock, ASK_LIMIT_MS);
    const answer = await askToken(homeTenant, limit.signal).finally(() => limit.end());
    const { cause, code } = answer.ok ? { cause: undefined, code: undefined } : explain(answer.refusal);
    const wasKnown = isKnown;
    // Any other refusal says nothing of the registration, and changes nothing.
    if (answer.ok || cause === 'application-not-in-tenant') isKnown = answer.ok;
    if (!isKnown || !wasKnown) onChanged(isKnown, code);
    if (!isStopped) cancel = clock.after(isKnown ? ASK_AGAIN_MS : ASK_AGAIN_WHILE_WRONG_MS, run);
  };
  const run = (): void => {
    working = ask();
  };

  return {
    guard: (reader) => ({
      read: async (tenant) => (isKnown ? reader.read(tenant) : { kind: 'no-answer', because: 'unexpected' }),
      readPersonal: (...question) => reader.readPersonal(...question),
    }),
    async start() {
      run();
      await working;
    },
    async stop() {
      isStopped = true;
      cancel();
      await working;
      cancel();
    },
  };
}
