import type { ProbeReport } from '../../../src/core/consent/evidence';
import { isGreen } from '../../../src/core/consent/verdict';
import type { PaneEvent } from '../../../src/core/pane/event';
import { initialState, type State } from '../../../src/core/pane/state';
import { transition } from '../../../src/core/pane/transition';
import type { SituationChoice } from '../../../src/core/situation';
import {
  answer,
  answeredAs,
  grantedForTenant,
  heard,
  partlyGranted,
  seenByLook,
  SETUP,
} from '../../support/evidence';

const moment = { nowMs: Date.UTC(2026, 0, 15, 9), fraction: 0.5 };
const after = (state: State, ...events: readonly PaneEvent[]): State =>
  events.reduce((earlier, event) => transition(earlier, event, moment)[0], state);

/** A pane that is green for a situation, by this answer. */
function greenFor(situation: SituationChoice, report: ProbeReport): State {
  const state = after(
    initialState(SETUP),
    { type: 'opened', visible: true, online: true },
    { type: 'remembered', situation },
    answeredAs(1, report),
  );
  if (!isGreen(state.verdict)) throw new Error('The story begins with green');
  return state;
}

const toEveryone: PaneEvent = { type: 'situation-chosen', situation: 'autopilot-everyone' };

describe('green, and then the organisation needs more', () => {
  test('is open until Microsoft has been asked about it, which happens at once', () => {
    const changed = after(greenFor('no-autopilot', partlyGranted), toEveryone);
    expect(changed).toMatchObject({ verdict: { kind: 'checking' }, probing: { manner: 'silent' } });
    expect(after(changed, answeredAs(2, partlyGranted)).verdict.kind).toBe('partial');
    expect(isGreen(after(changed, answeredAs(2, grantedForTenant)).verdict)).toBe(true);
  });

  test('without a network it is not known, and asked about when the network is back', () => {
    const changed = after(greenFor('no-autopilot', partlyGranted), { type: 'went-offline' }, toEveryone);
    expect(changed.verdict).toMatchObject({ kind: 'unknown', cause: 'network-unreachable' });
    expect(changed.probing).toBeUndefined();
    expect(after(changed, { type: 'went-online' }).probing).toMatchObject({ manner: 'silent' });
  });

  test('what is kept of the budget for a return is there for the person’s own choice', () => {
    const dear = { ...partlyGranted, silentTokenRequests: 2 };
    let state = greenFor('no-autopilot', dear);
    for (let press = 0; press < 3; press += 1)
      state = after(state, { type: 'check-asked' }, answeredAs(state.asked + 1, dear));
    expect(after(state, toEveryone).probing).toMatchObject({ manner: 'silent' });
  });

  test('while Microsoft may not be asked it is not known, and the next question is planned', () => {
    let state = greenFor('no-autopilot', partlyGranted);
    for (let press = 0; press < 8; press += 1) {
      state = after(state, { type: 'check-asked' });
      if (state.probing)
        state = after(state, answeredAs(state.asked, { ...partlyGranted, silentTokenRequests: 2 }));
    }
    const changed = after(state, toEveryone);
    expect(changed.verdict).toMatchObject({ kind: 'unknown', cause: 'throttled' });
    expect(changed.nextAtMs).toBeGreaterThan(moment.nowMs);
  });

  test('the mailbox’s memory comes after the first answer: the same holds, and an open request stays', () => {
    const noShared = heard(answer(({ scope }) => (scope === 'Mail.ReadWrite.Shared' ? 'missing' : 'tenant')));
    const green = after(
      initialState(SETUP),
      { type: 'opened', visible: true, online: true },
      answeredAs(1, noShared),
    );
    expect(isGreen(green.verdict)).toBe(true);
    const remembered = after(green, {
      type: 'remembered',
      situation: 'group-edition',
      request: {
        link: 'https://login.example/x',
        madeAtMs: moment.nowMs,
        way: 'copy',
        sharedAtMs: moment.nowMs,
      },
    });
    expect(remembered).toMatchObject({ verdict: { kind: 'checking' }, request: { way: 'copy' } });
    expect(after(remembered, answeredAs(2, noShared)).verdict.kind).toBe('partial');
  });
});

test('green, and then it needs less: stays green, and is asked about all the same', () => {
  const changed = after(greenFor('autopilot-everyone', grantedForTenant), {
    type: 'situation-chosen',
    situation: 'no-autopilot',
  });
  expect(isGreen(changed.verdict)).toBe(true);
  expect(changed.probing).toMatchObject({ manner: 'silent' });
});

describe('green without Autopilot, and Mia was not sure whether their organisation uses it', () => {
  const opened: PaneEvent = { type: 'opened', visible: true, online: true };
  const notSure: PaneEvent = { type: 'remembered', situation: 'not-sure' };

  test('the mailbox’s memory comes after the first answer: it stays green, and nobody is asked again', () => {
    const green = after(initialState(SETUP), opened, answeredAs(1, seenByLook()), notSure);
    expect(green).toMatchObject({ verdict: { kind: 'granted', covers: 'group-edition' }, asked: 1 });
  });

  test('the memory is read once more without a network: it stays green', () => {
    const green = after(initialState(SETUP), opened, notSure, answeredAs(1, seenByLook()));
    expect(isGreen(after(green, { type: 'went-offline' }, notSure).verdict)).toBe(true);
  });
});
