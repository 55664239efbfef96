import { setImmediate as turn } from 'node:timers/promises';
import { inBatches } from '../../../src/service/database/batches';
import { ManualClock } from '../../support/manual-clock';

const SLOW_MS = 20;

/** A database that answers when it is told to. */
function slowDatabase() {
  const clock = new ManualClock();
  const statements: { readonly questions: readonly number[]; answer(): void; fail(): void }[] = [];
  const ask = inBatches<number, string>(
    (questions) =>
      new Promise((resolve, reject) => {
        statements.push({
          questions,
          answer: () => resolve(questions.map((question) => `answer ${String(question)}`)),
          fail: () => reject(new Error('away')),
        });
      }),
    clock,
  );
  return { clock, statements, ask };
}

const turns = async (): Promise<void> => {
  for (let index = 0; index < 3; index += 1) await turn();
};

test('who asks at the same moment is answered by one statement, each with their own answer', async () => {
  const { statements, ask } = slowDatabase();
  const answers = Promise.all([ask(1), ask(2), ask(1)]);
  await turns();
  expect(statements.map(({ questions }) => questions)).toEqual([[1, 2, 1]]);
  statements[0]?.answer();
  expect(await answers).toEqual(['answer 1', 'answer 2', 'answer 1']);
});

test('who asks while a statement is under way is answered by the next one, all together', async () => {
  const { clock, statements, ask } = slowDatabase();
  const first = ask(1);
  await turns();
  const rest = [ask(2)];
  await turns();
  rest.push(ask(3));
  await turns();
  expect(statements.map(({ questions }) => questions)).toEqual([[1]]);
  statements[0]?.answer();
  expect(await first).toBe('answer 1');
  await turns();
  expect(statements.map(({ questions }) => questions)).toEqual([[1], [2, 3]]);
  statements[1]?.answer();
  expect(await Promise.all(rest)).toEqual(['answer 2', 'answer 3']);
  await turns();
  clock.mustBeIdle();
});

test('a statement that hangs holds up nobody else, and no more than four are under way', async () => {
  const { clock, statements, ask } = slowDatabase();
  for (const question of [1, 2, 3, 4]) {
    void ask(question);
    await turns();
    await clock.advance(SLOW_MS);
  }
  const waiting = Promise.all([ask(5), ask(6)]);
  await turns();
  expect(statements.map(({ questions }) => questions)).toEqual([[1], [2], [3], [4]]);
  statements[1]?.answer();
  await turns();
  expect(statements[4]?.questions).toEqual([5, 6]);
  statements[4]?.answer();
  expect(await waiting).toEqual(['answer 5', 'answer 6']);
});

test('who waits behind a statement that hangs is asked for once it is slow, without anybody else coming', async () => {
  const { clock, statements, ask } = slowDatabase();
  void ask(1);
  await turns();
  const waiting = ask(2);
  await clock.advance(SLOW_MS - 1);
  expect(statements).toHaveLength(1);
  await clock.advance(1);
  await turns();
  statements[1]?.answer();
  expect(await waiting).toBe('answer 2');
});

test('one that fails, fails for those who are in it; the next asks again', async () => {
  const { statements, ask } = slowDatabase();
  const failing = Promise.allSettled([ask(1), ask(2)]);
  await turns();
  statements[0]?.fail();
  expect((await failing).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  const next = ask(3);
  await turns();
  statements[1]?.answer();
  expect(await next).toBe('answer 3');
});
