import { parseTenantQuery, type TenantPage, type TenantQuery } from '../../../src/core/ledger/api';
import type { Asked, WhyNot } from '../../../src/core/operators/asked';
import type { OperatorsEffect } from '../../../src/core/operators/effect';
import type { OperatorsEvent } from '../../../src/core/operators/event';
import { initialOperatorsState, type OperatorsState } from '../../../src/core/operators/state';
import { operatorsTransition } from '../../../src/core/operators/transition';
import { COUNTS, entriesOf, entryOf, HISTORY, idOf, NOW_MS } from './samples';

const queryOf = (text: string): TenantQuery => parseTenantQuery(new URLSearchParams(text));
const MOMENT = { nowMs: NOW_MS, fraction: 0.5 };
const FIRST: TenantPage = { tenants: entriesOf(3), next: 'c1' };
const LINK = 'https://pane.example/grant.html?request=AbCdEfGhIjKlMnOpQrStUv';

/** A page in an operator's hands: events go in, what it does to the world is kept. */
class Page {
  state: OperatorsState;
  effects: readonly OperatorsEffect[] = [];

  constructor(query = '') {
    this.state = initialOperatorsState(queryOf(query));
  }

  hears(event: OperatorsEvent): this {
    [this.state, this.effects] = operatorsTransition(this.state, event, MOMENT);
    return this;
  }

  /** Answers the last question of this kind that the page has asked just now. */
  does<D extends OperatorsEffect['do']>(what: D): Extract<OperatorsEffect, { do: D }> {
    const found = this.effects.find((effect) => effect.do === what);
    if (!found) throw new Error(`The page did not ${what}; it did ${JSON.stringify(this.effects)}.`);
    return found as Extract<OperatorsEffect, { do: D }>;
  }

  /** Signed in, with a first page and the counts. */
  static inUse(query = ''): Page {
    const page = Page.signedIn(query);
    const { number } = page.does('read-page');
    const counts = page.does('read-counts').number;
    return page
      .hears({ type: 'page-answered', number, answer: { ok: true, value: FIRST } })
      .hears({ type: 'counts-answered', number: counts, answer: { ok: true, value: COUNTS } });
  }

  static signedIn(query = ''): Page {
    return new Page(query).hears({ type: 'opened' }).hears({ type: 'signed-in', report: { ok: true } });
  }

  /** With the panel of the organisation number 1 open and read. */
  static withPanel(): Page {
    const page = Page.inUse().hears({ type: 'tenant-opened', id: idOf(1) });
    const { number } = page.does('read-tenant');
    return page.hears({
      type: 'tenant-answered',
      number,
      answer: { ok: true, value: { tenant: entryOf(1), history: HISTORY } },
    });
  }
}

const no = (why: WhyNot, retryAfterMs?: number): Asked<never> => ({ ok: false, why, retryAfterMs });

describe('signing in', () => {
  test('nobody is asked for a password while Microsoft knows who is there', () => {
    const page = new Page('state=partial').hears({ type: 'opened' });
    expect(page.effects).toEqual([{ do: 'sign-in', manner: 'silent' }]);
    page.hears({ type: 'signed-in', report: { ok: true } });
    expect(page.does('read-page').query.states).toEqual(['partial']);
    expect(page.does('read-page').cursor).toBeUndefined();
    expect(page.does('read-counts')).toBeDefined();
  });

  test('who is not signed in is offered to, without a complaint', () => {
    const page = new Page()
      .hears({ type: 'opened' })
      .hears({ type: 'signed-in', report: { ok: false, why: 'refused', code: 'AADSTS50058' } });
    expect(page.state.session).toEqual({ phase: 'signed-out', because: undefined });
    expect(page.effects).toEqual([]);
    page.hears({ type: 'sign-in-asked' });
    expect(page.effects).toEqual([{ do: 'sign-in', manner: 'popup' }]);
  });

  test('a window that was left says so, and can be opened again', () => {
    const page = new Page()
      .hears({ type: 'signed-in', report: { ok: false, why: 'nobody' } })
      .hears({ type: 'sign-in-asked' })
      .hears({ type: 'signed-in', report: { ok: false, why: 'left' } });
    expect(page.state.session).toMatchObject({ phase: 'signed-out', because: { why: 'left' } });
    page.hears({ type: 'sign-in-asked' });
    expect(page.state.session.phase).toBe('signing-in');
    page.hears({ type: 'signed-in', report: { ok: true } });
    expect(page.state.session).toMatchObject({ phase: 'signed-in', byClick: true });
  });

  test('a second press opens no second window', () => {
    const page = new Page().hears({ type: 'sign-in-asked' });
    expect(page.effects).toEqual([]);
  });

  test.each([
    ['signed-out', { phase: 'signed-out', because: 'expired' }],
    ['not-operator', { phase: 'not-operator' }],
  ] as const)('%s: nothing of the organisations stays on the page, and the query does', (why, session) => {
    const page = Page.withPanel().hears({ type: 'check-asked' });
    const { number } = page.does('check-tenant');
    page.hears({ type: 'query-changed', query: queryOf('text=wood'), typing: true });
    page.hears({ type: 'check-answered', number, answer: no(why) });
    expect(page.state).toMatchObject({ session, list: { tenants: [], shows: 'nothing' } });
    expect([page.state.open, page.state.counts.known]).toEqual([undefined, undefined]);
    expect(page.state.query.text).toBe('wood');
    expect(page.effects).toContainEqual({ do: 'cancel', timer: 'typing' });
  });

  test('a sign-in that could not be renewed for want of a network keeps the page, and scrolling on is tried again', () => {
    const page = Page.withPanel().hears({ type: 'end-neared' });
    const { number } = page.does('read-page');
    page.hears({ type: 'page-answered', number, answer: no('not-renewed') });
    expect(page.state).toMatchObject({
      session: { phase: 'signed-in' },
      list: { tenants: FIRST.tenants, asking: { phase: 'failed', why: 'not-renewed' } },
      open: { id: idOf(1), history: HISTORY },
    });
    page.hears({ type: 'retry-asked' });
    expect(page.does('read-page').cursor).toBe('c1');
  });

  test('a refusal of the sign-in before does not shut out who has signed in since', () => {
    const page = Page.signedIn();
    const [first, counts] = [page.does('read-page').number, page.does('read-counts').number];
    page
      .hears({ type: 'page-answered', number: first, answer: no('signed-out') })
      .hears({ type: 'sign-in-asked' })
      .hears({ type: 'signed-in', report: { ok: true } })
      .hears({ type: 'counts-answered', number: counts, answer: no('signed-out') });
    expect(page.state.session.phase).toBe('signed-in');
    expect(page.state.counts.asking.phase).toBe('under-way');
  });
});

describe('the list', () => {
  test('it is as old as its first page, and says nothing of its age while the rows are another query’s', () => {
    const page = Page.inUse();
    expect([page.state.list.readAtMs, page.state.counts.known?.readAtMs]).toEqual([NOW_MS, NOW_MS]);
    page.hears({ type: 'end-neared' });
    const later = { nowMs: NOW_MS + 3_600_000, fraction: 0.5 };
    const { number } = page.does('read-page');
    const next: OperatorsEvent = {
      type: 'page-answered',
      number,
      answer: { ok: true, value: { tenants: [] } },
    };
    expect(operatorsTransition(page.state, next, later)[0].list.readAtMs).toBe(NOW_MS);
    page.hears({ type: 'query-changed', query: queryOf('text=wood'), typing: false });
    expect([page.state.list.shows, page.state.list.readAtMs]).toEqual(['stale', undefined]);
    const first: OperatorsEvent = { ...next, number: page.does('read-page').number };
    expect(operatorsTransition(page.state, first, later)[0].list.readAtMs).toBe(later.nowMs);
  });

  test('a page that comes is shown, and the next one is asked for when its end nears', () => {
    const page = Page.inUse();
    expect(page.state.list).toMatchObject({ shows: 'this-query', next: 'c1', asking: { phase: 'idle' } });
    page.hears({ type: 'end-neared' });
    const { number, cursor } = page.does('read-page');
    expect(cursor).toBe('c1');
    page.hears({ type: 'end-neared' });
    expect(page.effects).toEqual([]);
    page.hears({
      type: 'page-answered',
      number,
      answer: { ok: true, value: { tenants: [entryOf(3)] } },
    });
    expect(page.state.list.tenants.map(({ tenantId }) => tenantId)).toEqual([0, 1, 2, 3].map(idOf));
    page.hears({ type: 'end-neared' });
    expect(page.effects).toEqual([]);
  });

  test('an organisation that moves into the next page meanwhile stands there once, with what is known now', () => {
    const page = Page.inUse().hears({ type: 'end-neared' });
    const { number } = page.does('read-page');
    const moved = { ...entryOf(1), name: 'moved' };
    page.hears({
      type: 'page-answered',
      number,
      answer: { ok: true, value: { tenants: [moved, entryOf(3)] } },
    });
    expect(page.state.list.tenants).toEqual([entryOf(0), moved, entryOf(2), entryOf(3)]);
  });

  test('no organisation at all is an answer', () => {
    const page = Page.signedIn();
    const { number } = page.does('read-page');
    page.hears({ type: 'page-answered', number, answer: { ok: true, value: { tenants: [] } } });
    expect(page.state.list).toMatchObject({ tenants: [], shows: 'this-query', asking: { phase: 'idle' } });
  });

  test('a first page that fails can be asked for again, and so can the counts', () => {
    const page = Page.signedIn();
    const [first, counts] = [page.does('read-page').number, page.does('read-counts').number];
    page
      .hears({ type: 'page-answered', number: first, answer: no('unreachable') })
      .hears({ type: 'counts-answered', number: counts, answer: no('failed') });
    expect(page.state.list).toMatchObject({
      shows: 'nothing',
      asking: { phase: 'failed', why: 'unreachable', retryAtMs: undefined },
    });
    page.hears({ type: 'retry-asked' });
    expect(page.does('read-page').cursor).toBeUndefined();
    expect(page.does('read-counts')).toBeDefined();
  });

  test('a page that follows and fails leaves the rows, and waits for the operator', () => {
    const page = Page.inUse().hears({ type: 'end-neared' });
    const { number } = page.does('read-page');
    page.hears({ type: 'page-answered', number, answer: no('unreachable') });
    expect(page.state.list).toMatchObject({ tenants: FIRST.tenants, asking: { phase: 'failed' } });
    page.hears({ type: 'end-neared' });
    expect(page.effects).toEqual([]);
    page.hears({ type: 'retry-asked' });
    expect(page.does('read-page').cursor).toBe('c1');
  });

  test('where the service names a time, the page asks again by itself, and an hour is the longest wait', () => {
    const page = Page.inUse().hears({ type: 'end-neared' });
    const { number } = page.does('read-page');
    page.hears({ type: 'page-answered', number, answer: no('throttled', 20_000) });
    expect(page.effects).toEqual([{ do: 'schedule', timer: 'page', delayMs: 20_000 }]);
    expect(page.state.list.asking).toMatchObject({ why: 'throttled', retryAtMs: NOW_MS + 20_000 });
    page.hears({ type: 'time-came', timer: 'page' });
    const again = page.does('read-page');
    page.hears({ type: 'page-answered', number: again.number, answer: no('throttled', 9e9) });
    expect(page.does('schedule').delayMs).toBe(3_600_000);
  });

  test('so it is with the counts and a history, each by its own time', () => {
    const counting = Page.signedIn();
    const { number } = counting.does('read-counts');
    counting.hears({ type: 'counts-answered', number, answer: no('throttled', 20_000) });
    expect(counting.effects).toEqual([{ do: 'schedule', timer: 'counts', delayMs: 20_000 }]);
    counting.hears({ type: 'time-came', timer: 'counts' });
    expect(counting.does('read-counts')).toBeDefined();
    // Once it is under way, no earlier time sets off another.
    counting.hears({ type: 'time-came', timer: 'counts' });
    expect(counting.effects).toEqual([]);

    const reading = Page.inUse().hears({ type: 'tenant-opened', id: idOf(1) });
    const asked = reading.does('read-tenant').number;
    reading.hears({ type: 'tenant-answered', number: asked, answer: no('throttled', 9e9) });
    expect(reading.effects).toEqual([{ do: 'schedule', timer: 'tenant', delayMs: 3_600_000 }]);
    reading.hears({ type: 'time-came', timer: 'tenant' });
    expect(reading.does('read-tenant').id).toBe(idOf(1));
    reading.hears({ type: 'tenant-closed' });
    expect(reading.does('cancel').timer).toBe('tenant');
  });

  test('counts that fail alone are asked for again alone', () => {
    const page = Page.signedIn();
    const { number } = page.does('read-counts');
    page.hears({ type: 'counts-answered', number, answer: no('failed') });
    page.hears({ type: 'retry-asked' });
    expect(page.effects.map((effect) => effect.do)).toEqual(['cancel', 'read-counts']);
  });

  test('a filter that changes while a page is under way: the late answer is dropped', () => {
    const page = Page.inUse().hears({ type: 'end-neared' });
    const late = page.does('read-page').number;
    page.hears({ type: 'query-changed', query: queryOf('state=withdrawn'), typing: false });
    expect(page.effects.map((effect) => effect.do)).toEqual(['show-query', 'cancel', 'cancel', 'read-page']);
    const { number, query } = page.does('read-page');
    expect(query.states).toEqual(['withdrawn']);
    expect(page.state.list.shows).toBe('stale');
    page.hears({ type: 'page-answered', number: late, answer: { ok: true, value: FIRST } });
    expect(page.state.list.asking).toEqual({ phase: 'under-way', number });
    page.hears({ type: 'page-answered', number, answer: { ok: true, value: { tenants: [entryOf(3)] } } });
    expect(page.state.list.tenants).toEqual([entryOf(3)]);
  });

  test('rows of another query do not outlive the failure of this one', () => {
    const page = Page.inUse().hears({
      type: 'query-changed',
      query: queryOf('state=withdrawn'),
      typing: false,
    });
    const { number } = page.does('read-page');
    page.hears({ type: 'page-answered', number, answer: no('failed') });
    expect(page.state.list).toMatchObject({ tenants: [], shows: 'nothing' });
  });

  test('who types is asked for once they have stopped, and nothing older counts', () => {
    const page = Page.inUse().hears({ type: 'end-neared' });
    const late = page.does('read-page').number;
    page.hears({ type: 'query-changed', query: queryOf('text=w'), typing: true });
    page.hears({ type: 'query-changed', query: queryOf('text=wo'), typing: true });
    expect(page.effects.map((effect) => effect.do)).toEqual(['show-query', 'cancel', 'schedule']);
    page.hears({ type: 'page-answered', number: late, answer: { ok: true, value: FIRST } });
    expect(page.state.list.shows).toBe('stale');
    page.hears({ type: 'time-came', timer: 'typing' });
    expect(page.does('read-page').query.text).toBe('wo');
  });

  test('before anybody has signed in a query is kept, and nothing is asked', () => {
    const page = new Page().hears({ type: 'query-changed', query: queryOf('text=w'), typing: false });
    expect(page.effects.map((effect) => effect.do)).toEqual(['show-query']);
  });
});

describe('an organisation', () => {
  test('is shown at once as the list has it, then with its history', () => {
    const page = Page.inUse().hears({ type: 'tenant-opened', id: idOf(1) });
    expect(page.state.open?.tenant).toEqual(entryOf(1));
    expect(page.state.open?.history).toBeUndefined();
    const { number } = page.does('read-tenant');
    const tenant = entryOf(1, { state: 'granted' });
    page.hears({
      type: 'tenant-answered',
      number,
      answer: { ok: true, value: { tenant, history: HISTORY } },
    });
    expect(page.state.open?.history).toBe(HISTORY);
    expect(page.state.list.tenants[1]).toBe(tenant);
  });

  test('a history that comes after another panel was opened is dropped', () => {
    const page = Page.inUse().hears({ type: 'tenant-opened', id: idOf(1) });
    const { number } = page.does('read-tenant');
    page.hears({ type: 'tenant-opened', id: idOf(2) });
    page.hears({
      type: 'tenant-answered',
      number,
      answer: { ok: true, value: { tenant: entryOf(1), history: HISTORY } },
    });
    expect(page.state.open?.id).toBe(idOf(2));
    expect(page.state.open?.history).toBeUndefined();
    page.hears({ type: 'tenant-closed' });
    expect(page.state.open).toBeUndefined();
  });

  test('a history that fails is asked for again when wanted', () => {
    const page = Page.inUse().hears({ type: 'tenant-opened', id: idOf(1) });
    const { number } = page.does('read-tenant');
    page.hears({ type: 'tenant-answered', number, answer: no('unreachable') });
    expect(page.state.open?.reading).toMatchObject({ phase: 'failed', why: 'unreachable' });
    page.hears({ type: 'tenant-retry-asked' });
    expect(page.does('read-tenant').id).toBe(idOf(1));
  });

  test('is checked again: the row, the panel, its history and the counts follow', () => {
    const page = Page.withPanel().hears({ type: 'check-asked' });
    const { number } = page.does('check-tenant');
    page.hears({ type: 'check-asked' });
    expect(page.effects).toEqual([]);
    const tenant = entryOf(1, { state: 'granted', missing: [] });
    page.hears({
      type: 'check-answered',
      number,
      answer: { ok: true, value: { tenant, question: { asked: true } } },
    });
    expect(page.state.open).toMatchObject({ tenant, check: { phase: 'checked' } });
    expect(page.state.list.tenants[1]).toBe(tenant);
    expect([page.does('read-tenant').id, page.does('read-counts').do]).toEqual([idOf(1), 'read-counts']);
  });

  test('a check that fails says so beside the button', () => {
    const page = Page.withPanel().hears({ type: 'check-asked' });
    const { number } = page.does('check-tenant');
    page.hears({ type: 'check-answered', number, answer: no('throttled', 5_000) });
    expect(page.state.open?.check).toEqual({ phase: 'failed', why: 'throttled', retryAtMs: NOW_MS + 5_000 });
    expect(page.state.open?.tenant).toEqual(entryOf(1));
  });

  test('a link for its administrator is made once and copied as often as wanted', () => {
    const page = Page.withPanel().hears({ type: 'link-asked' });
    const { number, domain } = page.does('make-link');
    expect(domain).toBe('bellows-college.example');
    page.hears({ type: 'link-answered', number, answer: { ok: true, value: LINK } });
    expect(page.effects).toEqual([{ do: 'copy-link', link: LINK }]);
    page.hears({ type: 'link-copied', ok: true });
    expect(page.state.open?.link).toEqual({ phase: 'made', link: LINK, isCopied: true });
    page.hears({ type: 'link-asked' });
    expect(page.effects).toEqual([{ do: 'copy-link', link: LINK }]);
    page.hears({ type: 'link-copied', ok: false });
    expect(page.state.open?.link).toMatchObject({ link: LINK, isCopied: false });
  });

  test('a link that cannot be made is asked for again', () => {
    const page = Page.withPanel().hears({ type: 'link-asked' });
    page.hears({ type: 'link-answered', number: page.does('make-link').number, answer: no('failed') });
    expect(page.state.open?.link).toMatchObject({ phase: 'failed' });
    page.hears({ type: 'link-asked' });
    expect(page.does('make-link').tenant).toBe(idOf(1));
  });

  test('its data is deleted once the operator has confirmed it, and not before', () => {
    const page = Page.withPanel().hears({ type: 'deletion-confirmed' });
    expect(page.effects).toEqual([]);
    page.hears({ type: 'deletion-asked' }).hears({ type: 'deletion-dismissed' });
    page.hears({ type: 'deletion-confirmed' });
    expect(page.effects).toEqual([]);
    page.hears({ type: 'deletion-asked' }).hears({ type: 'deletion-confirmed' });
    const { number, id } = page.does('delete-tenant');
    expect(id).toBe(idOf(1));
    page.hears({ type: 'deletion-answered', number, answer: { ok: true, value: true } });
    expect(page.state).toMatchObject({
      open: undefined,
      notice: { kind: 'deleted', name: 'Bellows College' },
    });
    expect(page.state.list.tenants.map(({ tenantId }) => tenantId)).toEqual([idOf(0), idOf(2)]);
    expect(page.does('read-counts')).toBeDefined();
  });

  test('a deletion that fails stays asked for; one of an organisation that is gone is done', () => {
    const page = Page.withPanel().hears({ type: 'deletion-asked' }).hears({ type: 'deletion-confirmed' });
    const { number } = page.does('delete-tenant');
    page.hears({ type: 'deletion-answered', number, answer: no('unreachable') });
    expect(page.state.open?.deletion).toMatchObject({ phase: 'failed', why: 'unreachable' });
    page.hears({ type: 'deletion-confirmed' });
    page.hears({ type: 'deletion-answered', number: page.does('delete-tenant').number, answer: no('gone') });
    expect(page.state.notice).toMatchObject({ kind: 'deleted' });
  });
});

describe('entering an organisation', () => {
  test('takes a tenant id and nothing else, and opens what was found', () => {
    const page = Page.inUse().hears({ type: 'entry-opened' });
    page.hears({ type: 'entry-asked', text: 'contoso.example' });
    expect(page.state.entry).toEqual({ phase: 'open', problem: 'no-tenant-id' });
    page.hears({ type: 'entry-asked', text: ` ${idOf(7).toUpperCase()} ` });
    const { number, id } = page.does('check-tenant');
    expect(id).toBe(idOf(7));
    page.hears({ type: 'check-answered', number, answer: { ok: true, value: { tenant: entryOf(7) } } });
    expect(page.state).toMatchObject({ entry: undefined, open: { id: idOf(7), tenant: entryOf(7) } });
    // It may belong anywhere in the list.
    expect(page.does('read-page').cursor).toBeUndefined();
    expect([page.does('read-tenant').id, page.does('read-counts').do]).toEqual([idOf(7), 'read-counts']);
  });

  test('a failure stays in the form', () => {
    const page = Page.inUse()
      .hears({ type: 'entry-opened' })
      .hears({ type: 'entry-asked', text: idOf(7) });
    const { number } = page.does('check-tenant');
    page.hears({ type: 'check-answered', number, answer: no('throttled') });
    expect(page.state.entry).toMatchObject({ phase: 'failed', why: 'throttled' });
  });

  test('while Microsoft is asked the form stays: nothing would take back that the organisation is entered', () => {
    const page = Page.inUse()
      .hears({ type: 'entry-opened' })
      .hears({ type: 'entry-asked', text: idOf(7) });
    const { number } = page.does('check-tenant');
    page.hears({ type: 'entry-dismissed' });
    expect(page.state.entry).toEqual({ phase: 'under-way', number });
    page.hears({ type: 'check-answered', number, answer: { ok: true, value: { tenant: entryOf(7) } } });
    expect(page.state).toMatchObject({ entry: undefined, open: { id: idOf(7) } });
  });

  test('the form is closed at any other time', () => {
    const page = Page.inUse().hears({ type: 'entry-opened' });
    page.hears({ type: 'entry-dismissed' });
    expect(page.state.entry).toBeUndefined();
  });
});

describe('CSV', () => {
  test.each<[Asked<boolean>, object]>([
    [{ ok: true, value: true }, { kind: 'csv-saved' }],
    [
      { ok: true, value: false },
      { kind: 'csv-not-saved', why: 'browser' },
    ],
    [no('unreachable'), { kind: 'csv-not-saved', why: 'unreachable' }],
  ])('%j ends in %j', (answer, notice) => {
    const page = Page.inUse('state=partial').hears({ type: 'csv-asked' });
    const { number, query } = page.does('save-csv');
    expect(query.states).toEqual(['partial']);
    page.hears({ type: 'csv-asked' });
    expect(page.effects).toEqual([]);
    page.hears({ type: 'csv-answered', number, answer });
    expect(page.state).toMatchObject({ csv: { phase: 'none' }, notice });
    expect(page.hears({ type: 'notice-dismissed' }).state.notice).toBeUndefined();
  });
});
