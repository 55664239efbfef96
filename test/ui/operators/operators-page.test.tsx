import { act, cleanup, configure, fireEvent, render, screen, within } from '@testing-library/react';
import { useLayoutEffect, useSyncExternalStore, type ReactNode } from 'react';
import { createStore, type Store } from '../../../src/app/store';
import type { TenantEntry, TenantQuestion } from '../../../src/core/ledger/api';
import type { OperatorsEvent } from '../../../src/core/operators/event';
import type { Notice, OperatorsState } from '../../../src/core/operators/state';
import { TENANT_STATES } from '../../../src/core/ledger/state';
import type { OutlookTheme } from '../../../src/core/theme-kind';
import { OperatorsPage } from '../../../src/ui/operators/operators-page';
import { PANEL, STATE_NAMES } from '../../../src/ui/operators/words';
import { deletedEntry, entryOf, idOf } from '../../core/operators/samples';
import { listOf, SAMPLE_NOW_MS, SAMPLE_STATES, sampleState } from './sample-states';

// What is hidden from whom, the gallery examines with axe in a browser; here it would be worked out anew for each query.
configure({ defaultHidden: true });

let width = 1280;
/** jsdom knows no media: the window is as wide as the test says. */
function mediaOf(query: string): MediaQueryList {
  const most = /max-width: (\d+)px/.exec(query)?.[1];
  return {
    matches: most !== undefined && width <= Number(most),
    media: query,
    addEventListener: () => {},
    removeEventListener: () => {},
  } as unknown as MediaQueryList;
}

beforeEach(() => {
  width = 1280;
  // A window of few rows: jsdom takes its time with each.
  window.innerHeight = 240;
  window.matchMedia = mediaOf;
  window.scrollTo = () => {};
  window.ResizeObserver = class {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  };
});

/** @param beside what is drawn together with the page */
function renderPage(state: OperatorsState, beside?: (store: Store<OperatorsState>) => ReactNode) {
  const { store, set } = createStore(state);
  const { store: now, set: setNow } = createStore(SAMPLE_NOW_MS);
  const heard: OperatorsEvent[] = [];
  render(
    <>
      <OperatorsPage
        store={store}
        theme={createStore<OutlookTheme>({ kind: 'light' }).store}
        now={now}
        send={(event) => heard.push(event)}
      />
      {beside?.(store)}
    </>,
  );
  return {
    heard,
    become: (next: OperatorsState) => act(() => set(next)),
    passes: (ms: number) => act(() => setNow(now.getState() + ms)),
  };
}

const button = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name });
const press = (name: string | RegExp): boolean => fireEvent.click(button(name));
const key = (name: string): boolean =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key: name });
/** The page, without what is said aloud beside it. */
const inPage = () => within(screen.getByRole('main'));
/** What the panel says of what was asked for. */
const panelStatus = () => within(screen.getByRole('dialog')).getAllByRole('status')[0];
/** The row of an organisation, by the first column. */
function rowOf(name: string): HTMLElement {
  const row = screen.getByText(name).closest<HTMLElement>('[data-row]');
  if (!row) throw new Error(`${name} does not stand in the list.`);
  return row;
}

test.each([...SAMPLE_STATES.keys()])('the screen "%s" has one first heading', (name) => {
  renderPage(sampleState(name));
  expect(screen.getAllByRole('heading', { level: 1 })).toHaveLength(1);
});

describe('signing in', () => {
  test('one button, and nothing of the organisations', () => {
    const { heard } = renderPage(sampleState('signed-out'));
    press('Sign in');
    expect(heard).toEqual([{ type: 'sign-in-asked' }]);
    expect(screen.queryByRole('grid')).toBeNull();
  });

  test('the button keeps the focus while Microsoft’s window is open, and the list’s title takes it then', () => {
    const { heard, become } = renderPage(sampleState('signed-out'));
    act(() => button('Sign in').focus());
    become({ ...sampleState('signed-out'), session: { phase: 'signing-in' } });
    expect(button('Go on in Microsoft’s window…')).toHaveFocus();
    press('Go on in Microsoft’s window…');
    expect(heard).toEqual([]);
    become({ ...sampleState('list'), session: { phase: 'signed-in', after: 0, byClick: true } });
    expect(screen.getByRole('heading', { level: 1 })).toHaveFocus();
  });

  test('Microsoft’s refusal is told with its code', () => {
    renderPage(sampleState('sign-in-refused'));
    expect(screen.getByRole('alert')).toHaveTextContent('AADSTS50105');
  });

  test('who lacks the role reads which one, and can take another account', () => {
    const { heard } = renderPage(sampleState('not-operator'));
    expect(screen.getByText(/Consent\.Operator/)).toBeVisible();
    press('Sign in with another account');
    expect(heard).toEqual([{ type: 'sign-in-asked' }]);
  });
});

/** Does something when the page has been drawn and its effects have not run yet. */
function WhenDrawn({ store, then }: { readonly store: Store<OperatorsState>; readonly then: () => void }) {
  const state = useSyncExternalStore(store.subscribe, store.getState);
  useLayoutEffect(then, [state, then]);
  return null;
}

describe('what has come of things is said aloud', () => {
  const list = sampleState('list');
  const notice = (told: Notice): OperatorsState => ({ ...list, notice: told });
  const FAILED = { phase: 'failed', why: 'unreachable' } as const;
  const panel = sampleState('panel');

  test.each<[string, OperatorsState, OperatorsState, string]>([
    [
      'that somebody’s data was deleted',
      panel,
      notice({ kind: 'deleted', name: 'Adatum' }),
      'The data of Adatum was deleted.',
    ],
    ['that a file is there', list, notice({ kind: 'csv-saved' }), 'The file stands among your downloads.'],
    [
      'that there is no file',
      list,
      notice({ kind: 'csv-not-saved', why: 'unreachable' }),
      'The file could not be made. The service could not be reached.',
    ],
    [
      'that there is no list',
      sampleState('loading'),
      sampleState('failed'),
      'The list could not be read. The service could not be reached.',
    ],
    [
      'that the rest of it is missing',
      list,
      { ...list, list: { ...list.list, asking: FAILED } },
      'The rest of the list could not be read. The service could not be reached.',
    ],
    [
      'that the numbers are not new',
      list,
      { ...list, counts: { ...list.counts, asking: FAILED } },
      'The numbers could not be read. The service could not be reached.',
    ],
    [
      'that there is no history',
      panel,
      { ...panel, open: panel.open && { ...panel.open, history: undefined, reading: FAILED } },
      'The service could not be reached.',
    ],
    [
      'that the account may not see it',
      list,
      sampleState('not-operator'),
      'This account is not allowed to see the organisations',
    ],
  ])('%s', (_what, before, after, text) => {
    const { become } = renderPage(before);
    const regions = [...document.querySelectorAll('[role="status"], [role="alert"], [aria-live]')];
    become(after);
    const parts = regions.flatMap((one) => (one.childElementCount === 0 ? [one] : [...one.children]));
    expect(parts.filter((part) => part.isConnected && part.textContent === text)).toHaveLength(1);
    // Whatever lies over the page: Fluent hides all that has not this mark.
    expect(
      regions.some((one) => one.closest('[data-tabster-never-hide]')?.parentElement === document.body),
    ).toBe(true);
  });
});

describe('the list', () => {
  test('a key that comes between a drawing and its effects moves the focus all the same', () => {
    let isKeyDue = false;
    const pressOnce = (): void => {
      if (isKeyDue)
        document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'End', bubbles: true }));
      isKeyDue = false;
    };
    const { become } = renderPage(listOf(100), (store) => <WhenDrawn store={store} then={pressOnce} />);
    const row = (index: number) => document.querySelector<HTMLElement>(`[data-row="${String(index)}"]`);
    act(() => row(0)?.focus());
    isKeyDue = true;
    become({ ...listOf(100) });
    expect(row(99)).toHaveFocus();
  });

  test('draws what is in sight of ten thousand, and names its place to screen readers', () => {
    renderPage(listOf(10_000));
    const grid = screen.getByRole('grid', { name: 'Organisations' });
    expect(grid).toHaveAttribute('aria-rowcount', '10001');
    const rows = within(grid).getAllByRole('row');
    expect(rows.length).toBeLessThan(50);
    expect(rows[1]).toHaveAttribute('aria-rowindex', '2');
  });

  test('says each state in words, with what is missing', () => {
    renderPage(sampleState('list'));
    expect(rowOf('Bellows College')).toHaveTextContent('Partly granted');
    expect(rowOf('Bellows College')).toHaveTextContent('Lacks 2 permissions');
    expect(rowOf('Bellows College')).toHaveTextContent('2 waiting');
    expect(rowOf('Adatum')).toHaveTextContent('No answer last time');
  });

  test('ages go on while it stands there, and when it was read is told', () => {
    const { passes } = renderPage(sampleState('list'));
    // Its state changed a week ago, and Microsoft answered an hour ago.
    expect(rowOf('Bellows College')).toHaveTextContent('1 hour ago');
    passes(8 * 60 * 60_000);
    expect(rowOf('Bellows College')).toHaveTextContent('9 hours ago');
    expect(rowOf('Bellows College')).not.toHaveTextContent('1 hour ago');
    // Of the list, and of the numbers by state.
    expect(screen.getAllByText('As of 15 Jan 2026, 09:00 UTC')).toHaveLength(2);
  });

  test('asks for more when its end nears, and not before', () => {
    const far = renderPage(sampleState('list'));
    expect(far.heard).toEqual([]);
    const { list } = sampleState('list');
    far.become({ ...sampleState('list'), list: { ...list, tenants: list.tenants.slice(0, 20) } });
    expect(far.heard).toEqual([{ type: 'end-neared' }]);
    // A page may bring nothing that is new: the next one is asked for all the same.
    const short = { ...list, tenants: list.tenants.slice(0, 20), next: 'the page after it' };
    far.become({ ...sampleState('list'), list: short });
    expect(far.heard).toEqual([{ type: 'end-neared' }, { type: 'end-neared' }]);
  });

  test('another order begins at its beginning, wherever a key had led in the one before', () => {
    const whole = listOf(3_000);
    const { heard, become } = renderPage(whole);
    act(() => rowOf('Adatum').focus());
    key('End');
    expect(document.querySelector('[data-row="2999"]')).toHaveFocus();
    const { list } = sampleState('list');
    const query = { ...whole.query, descending: true };
    become({ ...whole, query, list: { ...whole.list, shows: 'stale' } });
    // A page of it has come, and the row that a key has led to is none of those in sight.
    become({ ...whole, query, list });
    expect(heard).toEqual([]);
    expect(rowOf('Adatum')).toHaveAttribute('tabindex', '0');
  });

  test('the keyboard leads along the rows and opens one', () => {
    const { heard } = renderPage(sampleState('list'));
    act(() => rowOf('Adatum').focus());
    key('ArrowDown');
    key('ArrowDown');
    expect(rowOf('Best For You Organics')).toHaveFocus();
    key('Home');
    expect(rowOf('Adatum')).toHaveFocus();
    key('Enter');
    expect(heard.at(-1)).toEqual({ type: 'tenant-opened', id: idOf(0) });
  });

  test('Page Down leaps over no row that nobody has seen, also where rows take more lines', () => {
    const plain = Element.prototype.getBoundingClientRect;
    const tall = jest.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (
      this: HTMLElement,
    ) {
      return this.dataset['row'] === undefined ? plain.call(this) : new DOMRect(0, 0, 600, 120);
    });
    renderPage(sampleState('list'));
    act(() => rowOf('Adatum').focus());
    key('PageDown');
    tall.mockRestore();
    expect(document.querySelector('[data-row="1"]')).toHaveFocus();
  });

  test('only one row is a stop of Tab', () => {
    renderPage(sampleState('list'));
    const stops = [...document.querySelectorAll<HTMLElement>('[data-row]')].filter(
      (row) => row.tabIndex === 0,
    );
    expect(stops).toEqual([rowOf('Adatum')]);
  });

  test('a column’s head sorts by it, and back', () => {
    const { heard, become } = renderPage(sampleState('list'));
    expect(screen.getByRole('columnheader', { name: 'Organisation' })).toHaveAttribute(
      'aria-sort',
      'ascending',
    );
    press('Since');
    const { query } = sampleState('list');
    expect(heard.at(-1)).toMatchObject({ query: { sort: 'since', descending: false }, typing: false });
    become({ ...sampleState('list'), query: { ...query, sort: 'since' } });
    press('Since');
    expect(heard.at(-1)).toMatchObject({ query: { sort: 'since', descending: true } });
  });

  test('in a narrow window a row is a card, and no head that nobody sees takes the focus', () => {
    width = 320;
    renderPage(sampleState('list'));
    expect(rowOf('Bellows College')).toHaveTextContent('Since 8 Jan 2026 · Lacks 2 permissions · 2 waiting');
    expect(screen.queryByRole('button', { name: 'Since' })).toBeNull();
  });

  test.each([1280, 320])('at %i pixels every cell has the head that is read out with it', (pixels) => {
    width = pixels;
    renderPage(sampleState('list'));
    const heads = screen.getAllByRole('columnheader').map(({ textContent }) => textContent);
    const cells = within(rowOf('Bellows College'))
      .getAllByRole('gridcell')
      .map(({ textContent }) => textContent);
    expect(cells).toHaveLength(heads.length);
    expect(cells[heads.indexOf('State')]).toMatch(/^Partly granted/);
    expect(cells[heads.indexOf(pixels === 320 ? 'Facts' : 'Since')]).toMatch(/8 Jan 2026/);
  });

  test('what could not be read can be read again, and the rows stay', () => {
    const { heard } = renderPage(sampleState('filtered'));
    expect(inPage().getByText(/The rest of the list could not be read/)).toBeVisible();
    expect(inPage().queryByText(/more come as you scroll/)).toBeNull();
    press('Try again');
    expect(heard.at(-1)).toEqual({ type: 'retry-asked' });
  });

  test('where the rest is read again by itself, the last row has the focus of the button that goes', () => {
    const state = sampleState('filtered');
    const { become } = renderPage(state);
    act(() => button('Try again').focus());
    become({ ...state, list: { ...state.list, asking: { phase: 'under-way', number: 9 } } });
    expect([...document.querySelectorAll('[data-row]')].at(-1)).toHaveFocus();
  });

  test('an empty ledger says how organisations come into it; an empty search, how to leave it', () => {
    const { heard, become } = renderPage(sampleState('empty'));
    expect(screen.getByText('No organisation has shown itself yet')).toBeVisible();
    become(sampleState('no-match'));
    fireEvent.click(screen.getAllByRole('button', { name: 'Clear filters' })[0] as HTMLElement);
    expect(heard.at(-1)).toMatchObject({ type: 'query-changed', query: { text: undefined, states: [] } });
  });

  test('its length is said aloud as it changes', () => {
    const { become } = renderPage(sampleState('loading'));
    const status = screen.getAllByRole('status').find((one) => one.textContent === 'Reading the list…');
    become(listOf(1));
    expect(status).toHaveTextContent('1 organisation');
  });
});

describe('the numbers', () => {
  test('each state has its own, how it has changed, and is a filter', () => {
    const { heard } = renderPage(sampleState('list'));
    for (const state of TENANT_STATES)
      expect(screen.getByRole('button', { name: new RegExp(`^${STATE_NAMES[state]}`) })).toHaveAttribute(
        'aria-pressed',
        'false',
      );
    press('Partly granted 27 −11 in 90 days');
    expect(heard.at(-1)).toMatchObject({ type: 'query-changed', query: { states: ['partial'] } });
  });

  test('where days lack on which nobody counted, the dates tell the span, and the line has its place by them', () => {
    const state = sampleState('list');
    const { known } = state.counts;
    if (!known) throw new Error('The sample has no numbers.');
    // The first of the 90 days, and the last one.
    const days = [...known.days.slice(0, 1), ...known.days.slice(-1)];
    renderPage({ ...state, counts: { ...state.counts, known: { ...known, days } } });
    const line = button('Partly granted 27 −11 in 90 days').querySelector('polyline');
    const places = line
      ?.getAttribute('points')
      ?.split(' ')
      .map((point) => point.split(',')[0]);
    expect(places).toEqual(['0.0', '98.9', '100.0']);
  });

  test('the day is counted in UTC, and yesterday is a day ago at any hour', () => {
    const state = sampleState('list');
    const { known } = state.counts;
    if (!known) throw new Error('The sample has no numbers.');
    const days = known.days.slice(-1);
    for (const readAtMs of [Date.UTC(2026, 0, 15), Date.UTC(2026, 0, 15, 23, 59)]) {
      renderPage({ ...state, counts: { ...state.counts, known: { ...known, days, readAtMs } } });
      expect(button(/^Partly granted 27 .* in 1 day$/)).toBeVisible();
      cleanup();
    }
  });

  test('that fail alone say why, and can be asked for again', () => {
    const state = sampleState('list');
    const asking = { phase: 'failed', why: 'unreachable' } as const;
    const { heard } = renderPage({ ...state, counts: { asking } });
    expect(
      inPage().getByText('The numbers could not be read. The service could not be reached.'),
    ).toBeVisible();
    press('Try again');
    expect(heard.at(-1)).toEqual({ type: 'retry-asked' });
  });

  test('a pressed state is let go by another press', () => {
    const { heard } = renderPage(sampleState('filtered'));
    press(/^Withdrawn/);
    expect(heard.at(-1)).toMatchObject({ query: { states: ['partial'] } });
  });

  test('every number behind the small lines stands in a table', () => {
    renderPage(sampleState('list'));
    press('Show the numbers by day');
    const table = within(screen.getByRole('dialog')).getByRole('table');
    const rows = within(table).getAllByRole('row');
    expect(rows).toHaveLength(92);
    expect(rows[1]).toHaveTextContent('Now682');
    press('Close');
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

describe('filters', () => {
  test('letters wait for the next one; a choice is asked for at once', () => {
    const { heard } = renderPage(sampleState('list'));
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'w' } });
    expect(heard.at(-1)).toMatchObject({ type: 'query-changed', query: { text: 'w' }, typing: true });
    fireEvent.change(screen.getByLabelText('Use of ExtendSync'), { target: { value: 'group-edition' } });
    expect(heard.at(-1)).toMatchObject({ query: { situation: 'group-edition' }, typing: false });
    fireEvent.change(screen.getByLabelText('Sort by'), { target: { value: '-seen' } });
    expect(heard.at(-1)).toMatchObject({ query: { sort: 'seen', descending: true } });
  });

  test('a number of days that only an address names is shown all the same', () => {
    renderPage(sampleState('filtered'));
    expect(screen.getByLabelText('In this state for')).toHaveDisplayValue('At least 45 days');
  });
});

describe('an organisation’s panel', () => {
  test('tells its state, what is missing, its history and what can be done', () => {
    const { heard } = renderPage(sampleState('panel'));
    const panel = within(screen.getByRole('dialog'));
    expect(panel.getByText('User.Read.All')).toBeVisible();
    expect(panel.getAllByRole('listitem').map(({ textContent }) => textContent)).toContainEqual(
      expect.stringContaining('Only some people'),
    );
    expect(panelStatus()).toHaveTextContent('Microsoft was asked on 15 Jan 2026, 09:00 UTC.');
    expect(panelStatus()).toHaveTextContent('The link is in your clipboard.');
    press('Check again');
    press('Copy a link for their administrator');
    press('Delete their data…');
    fireEvent.keyDown(screen.getByRole('dialog'), { key: 'Escape' });
    expect(heard.map(({ type }) => type)).toEqual([
      'check-asked',
      'link-asked',
      'deletion-asked',
      'tenant-closed',
    ]);
  });

  test.each<[string, Partial<TenantEntry>, TenantQuestion | undefined, string]>([
    [
      'wants to be left alone, and was not asked',
      { trouble: { because: 'throttled', at: '2026-01-15T09:00:00.000Z' } },
      { asked: false, waitsUntil: '2026-01-15T09:30:20.000Z' },
      'Microsoft has asked to wait. It can be asked again after 15 Jan 2026, 09:31 UTC.',
    ],
    [
      'has answered a moment before',
      {},
      { asked: false },
      'Microsoft was not asked again so soon: it has answered on 15 Jan 2026, 08:59 UTC.',
    ],
    [
      'was asked, and gave no answer',
      { trouble: { because: 'unreachable', at: '2026-01-15T09:00:00.000Z' } },
      { asked: true },
      'Microsoft could not be reached on 15 Jan 2026, 09:00 UTC.',
    ],
    ['was asked, by an older service', {}, undefined, 'Microsoft was asked on 15 Jan 2026, 08:59 UTC.'],
  ])('Microsoft %s: that is told, with the time', (_what, changes, question, text) => {
    const state = sampleState('panel');
    const { open } = state;
    if (!open) throw new Error('The sample has no panel.');
    const tenant = entryOf(1, { checkedAt: '2026-01-15T08:59:00.000Z', trouble: undefined, ...changes });
    renderPage({ ...state, open: { ...open, check: { phase: 'checked', found: { tenant, question } } } });
    expect(panelStatus()).toHaveTextContent(text);
  });

  test('a link that the browser did not copy stands there to be copied by hand', () => {
    const state = sampleState('panel');
    const { open } = state;
    if (open?.link.phase !== 'made') throw new Error('The sample has no link.');
    renderPage({ ...state, open: { ...open, link: { ...open.link, isCopied: false } } });
    expect(screen.getByLabelText('Link for their administrator')).toHaveValue(open.link.link);
    expect(panelStatus()).toHaveTextContent(/did not copy/);
  });

  test('deleting is asked about, and the way out comes first', () => {
    const { heard } = renderPage(sampleState('deletion'));
    const asks = within(screen.getByRole('alertdialog'));
    fireEvent.click(asks.getByRole('button', { name: 'Cancel' }));
    fireEvent.click(asks.getByRole('button', { name: 'Delete the data' }));
    expect(heard.map(({ type }) => type)).toEqual(['deletion-dismissed', 'deletion-confirmed']);
  });

  test('a deletion that Microsoft holds up says so, and not that the service is away', () => {
    const state = sampleState('deletion');
    const { open } = state;
    if (!open) throw new Error('The sample has no panel.');
    renderPage({ ...state, open: { ...open, deletion: { phase: 'failed', why: 'domains-not-known' } } });
    const told = within(screen.getByRole('alertdialog')).getByRole('alert');
    expect(told).toHaveTextContent(
      'Microsoft does not say now whose the domains are, so nothing was deleted.',
    );
  });

  test('of a deleted one nothing can be asked', () => {
    renderPage(sampleState('panel-deleted'));
    expect(screen.getByText(/only this entry is left/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Check again' })).toBeNull();
  });

  test('a deleted one stands in no state, in its row and in its panel', () => {
    const state = sampleState('panel-deleted');
    renderPage({ ...state, list: { ...state.list, tenants: [deletedEntry(6)] } });
    const row = document.querySelector<HTMLElement>('[data-row="0"]');
    const panel = screen.getByRole('dialog');
    for (const place of [row, panel]) {
      expect(place).toHaveTextContent(/Deleted(?! at)/);
      for (const untrue of ['No answer yet', 'Not known', 'Not proved', 'Never'])
        expect(place).not.toHaveTextContent(untrue);
    }
  });

  test('of a deleted one nobody knows what has changed: its history is gone, and nothing is said of it', () => {
    renderPage(sampleState('panel-deleted'));
    const panel = within(screen.getByRole('dialog'));
    expect(panel.queryByText(/^Nothing has changed/)).toBeNull();
    expect(panel.queryByRole('heading', { name: PANEL.history })).toBeNull();
    expect(panel.queryByText(PANEL.firstSeen)).toBeNull();
  });
});

describe('other things to do', () => {
  test('an organisation is entered by its tenant id', () => {
    const { heard } = renderPage(sampleState('entry'));
    expect(screen.getByText(/This is not a tenant id/)).toBeVisible();
    const field = screen.getByLabelText('Tenant id');
    fireEvent.change(field, { target: { value: idOf(7) } });
    press('Enter');
    expect(heard.at(-1)).toEqual({ type: 'entry-asked', text: idOf(7) });
  });

  test('while one is entered there is nothing to cancel', () => {
    const { heard } = renderPage({ ...sampleState('entry'), entry: { phase: 'under-way', number: 3 } });
    press('Cancel');
    expect(heard).toEqual([]);
  });

  test('CSV is asked for, and what became of it is told until it is dismissed', () => {
    const { heard } = renderPage(sampleState('filtered'));
    press('Download CSV');
    press('Dismiss');
    expect(heard.slice(-2).map(({ type }) => type)).toEqual(['csv-asked', 'notice-dismissed']);
    expect(inPage().getByText('The file stands among your downloads.')).toBeVisible();
  });
});
