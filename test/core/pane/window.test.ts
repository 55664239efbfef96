import type { PaneEvent } from '../../../src/core/pane/event';
import { initialState, type State } from '../../../src/core/pane/state';
import { isGreen } from '../../../src/core/consent/verdict';
import { transition } from '../../../src/core/pane/transition';
import { screenOf } from '../../../src/core/pane/screens/screen';
import { answeredAs, grantedForTenant, noAccount, refused, SETUP } from '../../support/evidence';

const START = Date.UTC(2026, 0, 15, 9);
const SECOND = 1000;
const after = (state: State, afterMs: number, ...events: readonly PaneEvent[]): State =>
  events.reduce(
    (earlier, event) => transition(earlier, event, { nowMs: START + afterMs, fraction: 0.5 })[0],
    state,
  );

/** Nobody was signed in, and the sign-in window has been open since the start of the story. */
const windowOpen = after(
  initialState(SETUP),
  0,
  { type: 'opened', visible: true, online: true },
  answeredAs(1, noAccount),
  { type: 'sign-in-asked' },
);

const told = (kind: 'returned' | 'check-again', number: number): PaneEvent => ({
  type: 'hint-heard',
  request: 'D'.repeat(22),
  hint: { number, kind, at: new Date(START).toISOString() },
});

const NEWS: readonly PaneEvent[] = [
  { type: 'check-asked' },
  { type: 'peer-saw-change' },
  { type: 'focused' },
  told('check-again', 1),
];

describe('while a sign-in window is open', () => {
  test.each(NEWS)('a person at it is not disturbed by $type', (event) => {
    expect(after(windowOpen, 59 * SECOND, event).probing).toMatchObject({ number: 2, again: true });
  });

  test.each(NEWS)('one that may be lost holds up nobody: $type asks past it', (event) => {
    const asked = after(windowOpen, 60 * SECOND, event);
    expect(asked.probing).toMatchObject({ number: 3, manner: 'silent' });
    expect(isGreen(after(asked, 61 * SECOND, answeredAs(3, grantedForTenant)).verdict)).toBe(true);
  });

  test('what the service says while an approval is on its way is asked about past it', () => {
    const arriving = after(windowOpen, 30 * SECOND, told('returned', 1));
    expect(arriving.probing).toMatchObject({ number: 2, again: true });
    expect(after(arriving, 90 * SECOND, told('check-again', 2)).probing).toMatchObject({ number: 3 });
  });

  test.each([told('returned', 1), { type: 'focused' } as const])(
    'nothing more happens after $type: when the window may be lost, Microsoft is asked past it',
    (event) => {
      const news = after(windowOpen, 30 * SECOND, event);
      expect(after(news, 60 * SECOND, { type: 'time-came', timer: 'patience' }).probing).toMatchObject({
        number: 3,
        manner: 'silent',
      });
    },
  );

  test('nothing happens meanwhile: whoever takes more than a minute to sign in is heard', () => {
    const waiting = after(windowOpen, 61 * SECOND, { type: 'time-came', timer: 'patience' });
    expect(waiting.probing).toMatchObject({ number: 2, manner: 'interactive' });
    expect(isGreen(after(waiting, 80 * SECOND, answeredAs(2, grantedForTenant)).verdict)).toBe(true);
  });

  test('"Check now" can be pressed', () => {
    const button = screenOf(windowOpen).others.find(({ name }) => name === 'check-now');
    expect(button).toBeDefined();
    expect(button?.busy).toBe(false);
  });

  test('its late answer is not believed, but asked about', () => {
    const asked = after(windowOpen, 60 * SECOND, { type: 'check-asked' }, answeredAs(3, noAccount));
    const late = after(asked, 90 * SECOND, answeredAs(2, grantedForTenant));
    expect(late).toMatchObject({
      verdict: { kind: 'sign-in-needed' },
      probing: { number: 4, manner: 'silent' },
    });
    // Once: the same number means nothing any more.
    const answered = after(late, 91 * SECOND, answeredAs(4, grantedForTenant), answeredAs(2, noAccount));
    expect(answered.probing).toBeUndefined();
    expect(isGreen(answered.verdict)).toBe(true);
  });

  test('closed at last while the silent question runs: one more follows it', () => {
    const closed = refused('user_cancelled', { errorClass: 'auth', errorCode: 'user_cancelled' });
    const asked = after(windowOpen, 60 * SECOND, { type: 'check-asked' }, answeredAs(2, closed));
    expect(asked.probing).toMatchObject({ number: 3, again: true });
  });
});
