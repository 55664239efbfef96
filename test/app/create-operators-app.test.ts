import {
  createOperatorsApp,
  type OperatorsApp,
  type OperatorsPorts,
} from '../../src/app/create-operators-app';
import type { Asked } from '../../src/core/operators/asked';
import { parseTenantQuery } from '../../src/core/ledger/api';
import { COUNTS, entriesOf, entryOf, HISTORY, idOf } from '../core/operators/samples';
import { ManualClock } from '../support/manual-clock';

const LINK = 'https://pane.example/grant.html?request=AbCdEfGhIjKlMnOpQrStUv';
const found = <T>(value: T): Promise<Asked<T>> => Promise.resolve({ ok: true, value });

/** An operator in front of the page. The service has three organisations. */
class Desk {
  readonly clock = new ManualClock();
  readonly asked: string[] = [];
  readonly addresses: string[] = [];
  readonly copied: string[] = [];
  readonly saved: string[] = [];
  readonly app: OperatorsApp;

  constructor(address = '', changes: Partial<OperatorsPorts['service']> = {}) {
    const note = (text: string): void => void this.asked.push(text);
    this.app = createOperatorsApp({
      clock: this.clock,
      chance: { fraction: () => 0.5, id: () => 'x' },
      signIn: {
        silent: () => (note('silent'), Promise.resolve({ ok: true })),
        popup: () => (note('popup'), Promise.resolve({ ok: true })),
      },
      service: {
        page: (query, cursor) => {
          note(`page ${query.text ?? ''} ${cursor ?? ''}`.trim());
          return found(
            cursor === undefined
              ? { tenants: entriesOf(3), next: 'c1' }
              : { tenants: entriesOf(6).slice(3), next: undefined },
          );
        },
        counts: () => (note('counts'), found(COUNTS)),
        tenant: (id) => (note(`tenant ${id}`), found({ tenant: entryOf(1), history: HISTORY })),
        check: (id) => (note(`check ${id}`), found({ tenant: entryOf(1), question: { asked: true } })),
        remove: (id) => (note(`remove ${id}`), found(true as const)),
        link: (id, domain) => (note(`link ${id} ${domain ?? ''}`), found(LINK)),
        csv: () => (note('csv'), found(new Blob(['a,b'], { type: 'text/csv' }))),
        ...changes,
      },
      clipboard: { copy: (text) => (this.copied.push(text), Promise.resolve(true)) },
      files: { save: (name) => (this.saved.push(name), Promise.resolve(true)) },
      address: { read: () => address, show: (query) => void this.addresses.push(query) },
    });
  }

  get state(): ReturnType<OperatorsApp['store']['getState']> {
    return this.app.store.getState();
  }
}

test('an operator opens the page, scrolls, looks at an organisation and does all that can be done', async () => {
  const desk = new Desk('state=partial');
  await desk.clock.advance(0);
  expect(desk.state.query.states).toEqual(['partial']);
  expect(desk.asked).toEqual(['silent', 'page', 'counts']);
  desk.app.send({ type: 'end-neared' });
  await desk.clock.advance(0);
  expect(desk.state.list).toMatchObject({ next: undefined, asking: { phase: 'idle' } });
  expect(desk.state.list.tenants).toHaveLength(6);

  desk.app.send({ type: 'tenant-opened', id: idOf(1) });
  await desk.clock.advance(0);
  expect(desk.state.open?.history).toBe(HISTORY);
  desk.app.send({ type: 'check-asked' });
  desk.app.send({ type: 'link-asked' });
  desk.app.send({ type: 'csv-asked' });
  await desk.clock.advance(0);
  expect(desk.state.open).toMatchObject({ check: { phase: 'checked' }, link: { isCopied: true } });
  expect(desk.copied).toEqual([LINK]);
  expect(desk.saved).toEqual(['organisations-2026-01-15.csv']);
  desk.app.send({ type: 'deletion-asked' });
  desk.app.send({ type: 'deletion-confirmed' });
  await desk.clock.advance(0);
  expect(desk.state.open).toBeUndefined();
  expect(desk.asked).toContain(`remove ${idOf(1)}`);
  desk.app.stop();
  desk.clock.mustBeIdle();
});

test('the query stands in the address, and the service hears of it once the typing has ended', async () => {
  const desk = new Desk();
  await desk.clock.advance(0);
  for (const text of ['w', 'wo', 'wood'])
    desk.app.send({
      type: 'query-changed',
      query: parseTenantQuery(new URLSearchParams({ text })),
      typing: true,
    });
  expect(desk.addresses).toEqual(['text=w', 'text=wo', 'text=wood']);
  await desk.clock.advance(300);
  expect(desk.asked.filter((text) => text.startsWith('page'))).toEqual(['page', 'page wood']);
  desk.app.stop();
  desk.clock.mustBeIdle();
});

test('the window opens within the click', async () => {
  const desk = new Desk('', { page: () => Promise.resolve({ ok: false, why: 'signed-out' }) });
  await desk.clock.advance(0);
  expect(desk.state.session).toEqual({ phase: 'signed-out', because: 'expired' });
  desk.app.send({ type: 'sign-in-asked' });
  expect(desk.asked.at(-1)).toBe('popup');
});

test('a stopped page has no timers, and late answers change nothing', async () => {
  const desk = new Desk('', {
    page: () => Promise.resolve({ ok: false, why: 'throttled', retryAfterMs: 60_000 }),
  });
  await desk.clock.advance(0);
  expect(desk.clock.pending).toBe(1);
  desk.app.send({ type: 'tenant-opened', id: idOf(1) });
  desk.app.stop();
  await desk.clock.advance(60_000);
  expect(desk.state.open?.history).toBeUndefined();
  desk.clock.mustBeIdle();
});

test('an organisation is entered', async () => {
  const desk = new Desk();
  await desk.clock.advance(0);
  desk.app.send({ type: 'entry-opened' });
  desk.app.send({ type: 'entry-asked', text: idOf(1) });
  await desk.clock.advance(0);
  expect(desk.state.open?.id).toBe(idOf(1));
  expect(desk.asked.filter((text) => text === `check ${idOf(1)}`)).toHaveLength(1);
});
