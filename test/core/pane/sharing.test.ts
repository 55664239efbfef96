import type { RequestMade } from '../../../src/core/api/requests';
import type { PaneEvent } from '../../../src/core/pane/event';
import { initialState, type State } from '../../../src/core/pane/state';
import { screenOf } from '../../../src/core/pane/screens/screen';
import { transition } from '../../../src/core/pane/transition';
import {
  ALL_DELEGATED,
  answer,
  answeredAs,
  FABRIKAM,
  heard,
  notConsented,
  seenByLook,
  SETUP,
} from '../../support/evidence';

const nowMs = Date.UTC(2026, 0, 15, 9);
const moment = { nowMs, fraction: 0.5 };
const after = (state: State, ...events: readonly PaneEvent[]): State =>
  events.reduce((earlier, event) => transition(earlier, event, moment)[0], state);

const made = (letter: string): RequestMade => ({
  id: letter.repeat(22),
  link: `https://pane.example/grant.html?request=${letter.repeat(22)}`,
  madeAt: new Date(nowMs).toISOString(),
  expiresAt: new Date(nowMs + 30 * 86_400_000).toISOString(),
});

/** A pane that was told that nobody has consented, and has asked for a link for people alone. */
const askedForLink = (): State =>
  after(
    initialState(SETUP),
    { type: 'opened', visible: true, online: true },
    answeredAs(1, notConsented),
    { type: 'situation-chosen', situation: 'no-autopilot' },
    { type: 'share-asked' },
  );

describe('the situation changes while the service makes the request', () => {
  const changed = after(
    askedForLink(),
    { type: 'situation-chosen', situation: 'autopilot-everyone' },
    { type: 'share-asked' },
  );

  test('the earlier request comes late and is not taken for the new one', () => {
    const late = after(changed, { type: 'request-made', number: 1, made: made('A') });
    expect(late.link).toMatchObject({ phase: 'making', number: 2 });
    const link = after(late, { type: 'request-made', number: 2, made: made('B') }).link;
    expect(link).toMatchObject({ phase: 'made', id: 'B'.repeat(22), situation: 'autopilot-everyone' });
  });

  test('that the earlier one was not made says nothing of the new one', () => {
    expect(after(changed, { type: 'request-not-made', number: 1, state: 'random' }).link.phase).toBe(
      'making',
    );
  });
});

describe('a message that was composed for another link', () => {
  const message = { way: 'copy', link: made('A').link } as const;

  test('is not sent in place of the present one', () => {
    const replaced = after(
      askedForLink(),
      { type: 'request-made', number: 1, made: made('A') },
      { type: 'situation-chosen', situation: 'autopilot-everyone' },
      { type: 'share-asked' },
      { type: 'request-made', number: 2, made: made('B') },
    );
    expect(transition(replaced, { type: 'way-chosen', message }, moment)).toEqual([replaced, []]);
  });

  test('is no reminder of a request that was taken back', () => {
    const withdrawn = after(
      askedForLink(),
      { type: 'request-made', number: 1, made: made('A') },
      { type: 'way-chosen', message },
      { type: 'shared', way: 'copy', ok: true },
      { type: 'withdrawal-asked' },
    );
    expect(transition(withdrawn, { type: 'reminder-asked', message }, moment)).toEqual([withdrawn, []]);
  });
});

describe('shared once more', () => {
  const shared = after(
    askedForLink(),
    { type: 'request-made', number: 1, made: made('A') },
    { type: 'way-chosen', message: { way: 'copy', link: made('A').link } },
    { type: 'shared', way: 'copy', ok: true },
    { type: 'recipient-noted', withWhom: 'Adele' },
    {
      type: 'hint-heard',
      request: 'A'.repeat(22),
      hint: { number: 1, kind: 'made', at: new Date(nowMs).toISOString() },
    },
    {
      type: 'hint-heard',
      request: 'A'.repeat(22),
      hint: { number: 2, kind: 'denied', at: new Date(nowMs).toISOString() },
    },
  );

  test('the same request keeps its story, and with whom it is', () => {
    const again = after(
      shared,
      { type: 'share-asked' },
      { type: 'way-chosen', message: { way: 'teams', link: made('A').link, url: 'https://teams.example' } },
      { type: 'shared', way: 'teams', ok: true },
    );
    expect(again.request).toMatchObject({ id: 'A'.repeat(22), way: 'teams', withWhom: 'Adele' });
    expect(again.history.map(({ kind }) => kind)).toEqual(['made', 'denied']);
  });

  test('another request begins a story of its own, of which nothing is swallowed', () => {
    const another = after(
      shared,
      { type: 'situation-chosen', situation: 'autopilot-everyone' },
      { type: 'share-asked' },
      { type: 'request-made', number: 2, made: made('B') },
      { type: 'way-chosen', message: { way: 'copy', link: made('B').link } },
      { type: 'shared', way: 'copy', ok: true },
    );
    expect(another.request).toMatchObject({ id: 'B'.repeat(22) });
    expect([another.request?.withWhom, another.history]).toEqual([undefined, []]);
    const opened = { number: 2, kind: 'opened', at: new Date(nowMs).toISOString() } as const;
    expect(after(another, { type: 'hint-heard', request: 'B'.repeat(22), hint: opened }).history).toEqual([
      opened,
    ]);
  });
});

describe('the organisation turns out to do less than a link that was shared asks for, and has approved that', () => {
  const link = made('A').link;
  const green = after(
    initialState(SETUP),
    { type: 'opened', visible: true, online: true },
    answeredAs(1, notConsented),
    { type: 'situation-chosen', situation: 'autopilot-everyone' },
    { type: 'share-asked' },
    { type: 'request-made', number: 1, made: made('A') },
    { type: 'way-chosen', message: { way: 'copy', link } },
    { type: 'shared', way: 'copy', ok: true },
    { type: 'view-left' },
    { type: 'approval-asked' },
    { type: 'dialog-opened' },
    { type: 'attempt-started', expiresAtMs: nowMs + 300_000 },
    answeredAs(2, seenByLook(ALL_DELEGATED, 'no-autopilot')),
  );

  test('the window for the rest can be renewed, and the link be shared once more', () => {
    expect(green.verdict).toMatchObject({ kind: 'granted', breadth: 'tenant' });
    expect(screenOf(green).name).toBe('approving');
    const [, effects] = transition(green, { type: 'renewal-asked' }, moment);
    expect(effects.map((effect) => effect.do)).toContain('open-dialog');
    const sharing = after(green, { type: 'share-asked' });
    expect(screenOf(sharing)).toMatchObject({ name: 'sharing', share: { link } });
    expect(screenOf(after(sharing, { type: 'view-asked', view: 'showing' })).name).toBe('showing');
  });

  test('once nobody waits for the rest, there is nothing to begin', () => {
    const alone = after(green, { type: 'withdrawal-asked' });
    expect(transition(alone, { type: 'renewal-asked' }, moment)[1]).toEqual([]);
    expect(after(alone, { type: 'share-asked' }).view).toBe('verdict');
  });
});

describe('the link goes while somebody stands before it', () => {
  const { link } = made('A');
  const FOR_LESS = heard({ ...answer(() => 'missing'), situation: 'no-autopilot' });
  const asked = after(
    initialState(SETUP),
    { type: 'opened', visible: true, online: true },
    answeredAs(1, notConsented),
    { type: 'share-asked' },
  );
  const sharing = after(asked, { type: 'request-made', number: 1, made: made('A') });
  const learns = (state: State): State =>
    after(state, { type: 'check-asked' }, answeredAs(state.asked + 1, FOR_LESS));

  test('the organisation turns out to need another one: it is made', () => {
    for (const state of [asked, sharing]) {
      const learnt = learns(state);
      expect(learnt.link).toMatchObject({ phase: 'making', number: 2, situation: 'no-autopilot' });
      const replaced = after(learnt, { type: 'request-made', number: 2, made: made('B') });
      expect(screenOf(replaced)).toMatchObject({ name: 'sharing', share: { link: made('B').link } });
    }
  });

  const shared = after(
    sharing,
    { type: 'way-chosen', message: { way: 'copy', link } },
    { type: 'shared', way: 'copy', ok: true },
    { type: 'view-left' },
  );
  const withdrawn = { number: 2, kind: 'withdrawn', at: new Date(nowMs).toISOString() } as const;

  test.each(['sharing', 'showing'] as const)('a colleague takes the request back: %s', (view) => {
    const again =
      view === 'sharing'
        ? after(shared, { type: 'share-asked' })
        : after(shared, { type: 'view-asked', view });
    const heardOf = after(again, { type: 'hint-heard', request: made('A').id, hint: withdrawn });
    expect(heardOf).toMatchObject({ view, link: { phase: 'making', number: 2 } });
    // They had put another one in its place, which stays the one that is waited for.
    const other = { ...made('C'), madeAtMs: nowMs, way: 'copy', sharedAtMs: nowMs } as const;
    const remembered = after(
      heardOf,
      { type: 'remembered', request: { ...other, expiresAtMs: nowMs + 86_400_000 } },
      { type: 'request-made', number: 2, made: made('B') },
    );
    expect(remembered).toMatchObject({ link: { link: other.link }, request: { id: other.id } });
  });

  test('what is on its way out is what is waited for', () => {
    const pressed = after(
      sharing,
      { type: 'check-asked' },
      { type: 'way-chosen', message: { way: 'copy', link } },
    );
    const learnt = after(pressed, answeredAs(pressed.asked, FOR_LESS));
    expect(learnt.link.phase).toBe('making');
    const out = after(learnt, { type: 'shared', way: 'copy', ok: true });
    expect(out).toMatchObject({ sharing: { phase: 'done' }, request: { id: made('A').id, link } });
  });

  test.each<PaneEvent>([
    { type: 'withdrawal-asked' },
    { type: 'hint-heard', request: made('A').id, hint: withdrawn },
  ])(
    'what is on its way out with a request that is taken back is waited for by nobody: $type',
    (takenBack) => {
      const pressed = after(shared, { type: 'reminder-asked', message: { way: 'copy', link } }, takenBack);
      const [out, effects] = transition(pressed, { type: 'shared', way: 'copy', ok: true }, moment);
      expect([out.request, out.sharing.phase, effects]).toEqual([undefined, 'idle', []]);
    },
  );

  test('another message that is on its way out then is waited for all the same', () => {
    const other = after(
      shared,
      { type: 'situation-chosen', situation: 'no-autopilot' },
      { type: 'share-asked' },
      { type: 'request-made', number: 2, made: made('B') },
      { type: 'way-chosen', message: { way: 'copy', link: made('B').link } },
      { type: 'hint-heard', request: made('A').id, hint: withdrawn },
    );
    const out = after(other, { type: 'shared', way: 'copy', ok: true });
    expect(out).toMatchObject({ sharing: { phase: 'done' }, request: { id: made('B').id } });
  });

  test('a reminder that is on its way out for an organisation that has given way to another one is waited for by nobody', () => {
    // Outlook has not said whose mailbox it is.
    const { mailbox: _, ...mias } = notConsented;
    const bos = { ...mias, account: { tenant: FABRIKAM, adminHint: 'not-known' } } as const;
    const { mailbox: __, ...forLess } = FOR_LESS;
    const pressed = after(
      initialState(SETUP),
      { type: 'opened', visible: true, online: true },
      answeredAs(1, mias),
      { type: 'share-asked' },
      { type: 'request-made', number: 1, made: made('A') },
      { type: 'way-chosen', message: { way: 'copy', link } },
      { type: 'shared', way: 'copy', ok: true },
      { type: 'view-left' },
      { type: 'reminder-asked', message: { way: 'copy', link } },
      { type: 'check-asked' },
      answeredAs(2, forLess),
      { type: 'check-asked' },
      answeredAs(3, bos),
    );
    const out = after(pressed, { type: 'shared', way: 'copy', ok: true });
    expect(out.account?.tenant).toBe(FABRIKAM);
    expect(out.request).toBeUndefined();
    expect(out.sharing.phase).toBe('idle');
  });
});
