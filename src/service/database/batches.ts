import { setImmediate as othersTurn } from 'node:timers/promises';
import type { Clock } from '../../ports';
import { systemClock } from '../clock';

/** So many questions go into one statement; more would keep the embedded database's thread for too long. */
const BATCH_AT_MOST = 200;
/** A statement of ours takes milliseconds. Nobody waits any longer for one that does not come back: the next is begun beside it. */
const SLOW_MS = 20;
/** So many statements of one kind are under way at most; the others of the pool's connections are for the rest. */
const AT_ONCE = 4;

interface Waiting<Question, Answer> {
  readonly question: Question;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Asks the database once for all who ask at the same moment. The rule: whoever asks while a statement is under way goes
 * into the next one. So every answer was read after its question had come; nothing is remembered, nothing can be out of
 * date, and no news is needed from other instances.
 * @param askAll answers all questions, in their order; where it fails, all of them fail
 * @param clock the machine's, as a connection that hangs knows no other
 */
export function inBatches<Question, Answer>(
  askAll: (questions: readonly Question[]) => Promise<readonly Answer[]>,
  clock: Clock = systemClock,
): (question: Question) => Promise<Answer> {
  let waiting: Waiting<Question, Answer>[] = [];
  let underWay = 0;
  /** Whether somebody comes for those who wait. */
  let isServed = false;

  const answer = async (batch: readonly Waiting<Question, Answer>[]): Promise<void> => {
    try {
      const answers = await askAll(batch.map(({ question }) => question));
      for (const [index, { resolve }] of batch.entries()) resolve(answers[index] as Answer);
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  };

  const serve = async (): Promise<void> => {
    let isSlow = false;
    while (!isSlow && waiting.length > 0) {
      // Requests that came together are read together: their questions stand in line by then.
      await othersTurn();
      const batch = waiting.slice(0, BATCH_AT_MOST);
      waiting = waiting.slice(BATCH_AT_MOST);
      const cancel = clock.after(SLOW_MS, () => {
        isSlow = true;
        isServed = false;
        begin();
      });
      await answer(batch);
      cancel();
    }
    underWay -= 1;
    if (!isSlow) isServed = false;
    begin();
  };
  const begin = (): void => {
    if (isServed || waiting.length === 0 || underWay >= AT_ONCE) return;
    isServed = true;
    underWay += 1;
    void serve();
  };

  return (question) =>
    new Promise((resolve, reject) => {
      waiting.push({ question, resolve, reject });
      begin();
    });
}
