import fc from 'fast-check';
import {
  ask,
  askOnline,
  askWhenDue,
  giveUpWaiting,
  hearAnswer,
  NOTHING_ASKED,
  plan,
  type Asking,
  type AskingEffect,
  type AskingPage,
} from '../../../src/core/asking/asking';
import { BUDGET, TOKENS_PER_PROBE } from '../../../src/core/asking/watch';
import { judge } from '../../../src/core/consent/judge';
import { isGreen } from '../../../src/core/consent/verdict';
import { PERMISSION_SET } from '../../../src/core/permission-set';
import { grantedForTenant, noAccount, notConsented, refused, unreachable } from '../../support/evidence';

/** Whatever happens in whatever order, to a page of the simplest kind: the pane and the administrator's page embed the same. */

const START = Date.UTC(2026, 0, 15, 9);

const PAGE: AskingPage<Asking, never> = {
  isOnline: () => true,
  isAwake: () => true,
  watches: ({ verdict }) => !isGreen(verdict),
  modeOf: ({ verdict }) => (verdict.kind === 'unknown' ? 'failing' : 'pending'),
  judge: (_, report) => judge(report, PERMISSION_SET),
  follow: (_, state) => [state, []],
  silenceMeans: 'microsoft-unavailable',
};

const REPORTS = [
  grantedForTenant,
  notConsented,
  noAccount,
  unreachable,
  refused('AADSTS50196: loop', { retryAfterMs: 60_000 }),
  refused('user_cancelled', { errorClass: 'auth', errorCode: 'user_cancelled' }),
];

type Happening =
  | { readonly what: 'ask'; readonly manner: 'silent' | 'interactive' }
  | { readonly what: 'news' | 'due' | 'patience' }
  | { readonly what: 'answer'; readonly to: 'last' | 'overtaken' | 'earlier'; readonly report: number };

const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({
    what: fc.constant('ask' as const),
    manner: fc.constantFrom('silent' as const, 'interactive' as const),
  }),
  fc.record({ what: fc.constantFrom('news' as const, 'due' as const, 'patience' as const) }),
  fc.record({
    what: fc.constant('answer' as const),
    to: fc.constantFrom('last' as const, 'overtaken' as const, 'earlier' as const),
    report: fc.nat(REPORTS.length - 1),
  }),
);

type AskingStep = readonly [Asking, readonly AskingEffect[]];

function stepOf(state: Asking, seen: Happening, nowMs: number): AskingStep {
  const moment = { nowMs, fraction: 0.5 };
  switch (seen.what) {
    case 'ask':
      return ask(state, seen.manner, moment, PAGE);
    case 'news':
      return askOnline(state, moment, PAGE);
    case 'due':
      return state.nextAtMs === undefined || state.nextAtMs > nowMs
        ? plan(state, moment, PAGE)
        : askWhenDue(state, moment, PAGE);
    case 'patience':
      return giveUpWaiting(state, moment, PAGE);
    case 'answer': {
      const number =
        seen.to === 'last'
          ? state.asked
          : seen.to === 'overtaken'
            ? (state.overtaken ?? state.asked - 1)
            : state.asked - 2;
      return hearAnswer(state, { number, report: REPORTS[seen.report] ?? noAccount }, moment, PAGE);
    }
    default:
      return seen satisfies never;
  }
}

function checkStep(before: Asking, seen: Happening, [after, effects]: AskingStep, nowMs: number): void {
  const asked = effects.filter(({ do: name }) => name === 'probe');
  const planned = effects.findLast((effect) => 'timer' in effect && effect.timer === 'watch');
  expect(asked.length).toBeLessThanOrEqual(1);
  expect(after.asked).toBe(before.asked + asked.length);
  // What runs is the last question, and it was asked in this step or runs since before.
  if (after.probing) expect(after.probing.number).toBe(after.asked);
  if (asked.length === 1) expect(after.probing?.askedAtMs).toBe(nowMs);
  // A time that is promised has a timer, and a timer was promised.
  if (planned?.do === 'schedule') expect(after.nextAtMs).toBe(nowMs + planned.delayMs);
  if (planned?.do === 'cancel') expect(after.nextAtMs).toBeUndefined();
  if (asked.length === 1) expect(after.nextAtMs).toBeUndefined();
  // Only the answer to the question that runs turns anything green.
  if (!isGreen(before.verdict) && isGreen(after.verdict)) {
    expect(seen).toMatchObject({ what: 'answer', report: 0 });
    expect(before.probing?.number).toBe(before.asked);
  }
  // Whoever wanted to be told and has to wait is told until when, and a question ends the waiting.
  if (after.putOff) expect(after.nextAtMs ?? after.probing).toBeDefined();
  if (asked.length === 1) expect(after.putOff).toBeUndefined();
  // Nobody is left waiting for nothing: a question runs, one is planned, or nothing is open any more.
  const isOpen = !isGreen(after.verdict) && after.verdict.kind !== 'checking';
  if (isOpen && effects.length > 0) expect(after.probing ?? after.nextAtMs).toBeDefined();
}

test('one question at a time, each promised time has its timer, and only the last answer counts', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(happening, fc.nat(90_000)), { maxLength: 80, size: 'max' }),
      (happenings) => {
        let state = NOTHING_ASKED;
        let nowMs = START;
        const askedAtMs: number[] = [];
        for (const [seen, passedMs] of happenings) {
          nowMs += passedMs;
          const step = stepOf(state, seen, nowMs);
          checkStep(state, seen, step, nowMs);
          state = step[0];
          if (step[1].some((effect) => effect.do === 'probe' && effect.manner === 'silent'))
            askedAtMs.push(nowMs);
        }
        // A question costs at most what was reserved for it, and one token at least where it cost that.
        for (const lastMs of askedAtMs) {
          const within = askedAtMs.filter((atMs) => atMs > lastMs - BUDGET.windowMs && atMs <= lastMs);
          expect(within.length).toBeLessThanOrEqual(BUDGET.requests);
        }
      },
    ),
    { numRuns: 200 },
  );
  expect(TOKENS_PER_PROBE).toBeLessThan(BUDGET.requests);
});

test('a check that the budget does not allow yet is put off, and the state says until when', () => {
  const moment = (ms: number) => ({ nowMs: START + ms, fraction: 0.5 });
  let state = NOTHING_ASKED;
  for (let second = 0; second < 10; second += 1) {
    const [asked] = ask(state, 'silent', moment(second * 1000), PAGE, { purpose: 'occasion' });
    if (asked.putOff) {
      expect(asked.probing).toBeUndefined();
      expect(asked.nextAtMs).toBeGreaterThan(START + second * 1000);
      const [then] = ask(asked, 'silent', { nowMs: asked.nextAtMs ?? 0, fraction: 0.5 }, PAGE);
      expect(then.probing).toBeDefined();
      expect(then.putOff).toBeUndefined();
      return;
    }
    [state] = hearAnswer(asked, { number: asked.asked, report: notConsented }, moment(second * 1000), PAGE);
  }
  throw new Error('the budget has no end');
});

test('a check that was put off is kept where the page, green by now, would not ask by itself', () => {
  const moment = { nowMs: START, fraction: 0.5 };
  const answered = (state: Asking, report: (typeof REPORTS)[number], number = state.asked) =>
    hearAnswer(state, { number, report }, moment, PAGE)[0];
  const asked = (state: Asking) => ask(state, 'interactive', moment, PAGE)[0];
  // Microsoft asks for a pause, and the person signs in all the same: green. Then the window before that ends, in which
  // somebody may have signed in as well.
  const paused = answered(
    asked(asked(NOTHING_ASKED)),
    refused('AADSTS50196: loop', { retryAfterMs: 60_000 }),
  );
  const putOff = answered(answered(asked(paused), grantedForTenant), noAccount, 1);
  expect(putOff).toMatchObject({ putOff: true, nextAtMs: START + 60_000, verdict: { kind: 'granted' } });

  expect(plan(putOff, moment, PAGE)).toEqual([putOff, []]);
  const [hidden] = plan(putOff, moment, { ...PAGE, isAwake: () => false });
  expect(hidden.nextAtMs).toBeUndefined();
  // Nobody is there to be told.
  expect(hidden.putOff).toBeUndefined();
  const [then] = askWhenDue(putOff, { nowMs: START + 60_000, fraction: 0.5 }, PAGE);
  expect(then.probing).toBeDefined();
});

test('a page that does not ask by itself, looked at again and again, asks at the time that it names and no sooner', () => {
  const quiet: AskingPage<Asking, never> = { ...PAGE, watches: () => false };
  const moment = (nowMs: number) => ({ nowMs, fraction: 0.5 });
  let state = NOTHING_ASKED;
  let nowMs = START;
  while (state.nextAtMs === undefined) {
    nowMs += 4_000;
    [state] = ask(state, 'silent', moment(nowMs), quiet);
    if (state.probing)
      [state] = hearAnswer(state, { number: state.asked, report: notConsented }, moment(nowMs), quiet);
  }
  // The rest is kept for when an administrator comes back.
  const [again] = ask(state, 'silent', moment(nowMs + 4_000), quiet);
  expect(again).toMatchObject({ nextAtMs: state.nextAtMs, probing: undefined });
  expect(again.watch.spent.length).toBeLessThanOrEqual(BUDGET.requests / 2);
  const [then] = askWhenDue(again, moment(state.nextAtMs), quiet);
  expect(then.probing).toBeDefined();
});
