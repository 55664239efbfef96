import { keepLastState, lastStateIn, STANDS_MS } from '../../../src/core/pane/last-state';
import { domain } from '../../support/evidence';

const NOW = Date.UTC(2026, 0, 15, 9);
const HOUR = 60 * 60_000;
const contoso = domain('contoso.example');
const fabrikam = domain('fabrikam.example');

const approved = (organisation = contoso, atMs = NOW) => ({ organisation, approved: true, atMs }) as const;
const withdrawn = (organisation = contoso, atMs = NOW) => ({ organisation, approved: false, atMs }) as const;
const kept = (...states: readonly unknown[]) => ({ version: 1, states });

test('15.3: what was confirmed last is shown for a day, and names no more than the organisation and the time', () => {
  const browser = keepLastState(undefined, approved(), NOW);
  expect(browser).toEqual(kept(approved()));
  expect(lastStateIn(browser, NOW + STANDS_MS - 1)).toEqual({ organisation: contoso, atMs: NOW });
  expect(lastStateIn(browser, NOW + STANDS_MS)).toBeUndefined();
});

test('15.3: an answer that says otherwise takes it away, and with nothing to show nothing is kept', () => {
  const browser = keepLastState(undefined, approved(), NOW);
  expect(keepLastState(browser, withdrawn(), NOW + HOUR)).toBeUndefined();
  expect(keepLastState(undefined, withdrawn(), NOW)).toBeUndefined();
});

test('15.3: who signs out leaves nothing behind, of whichever organisation', () => {
  const both = keepLastState(keepLastState(undefined, approved(), NOW), approved(fabrikam), NOW);
  expect(keepLastState(both, 'forget-all', NOW)).toBeUndefined();
});

test('15.3: a browser that two organisations use shows neither, until one of them has not come for a day', () => {
  const both = keepLastState(keepLastState(undefined, approved(), NOW), approved(fabrikam, NOW + HOUR), NOW);
  expect(lastStateIn(both, NOW + HOUR)).toBeUndefined();
  expect(lastStateIn(both, NOW + STANDS_MS)?.organisation).toBe(fabrikam);
  // Neither does one where another organisation was answered that nothing is approved.
  const other = keepLastState(keepLastState(undefined, approved(), NOW), withdrawn(fabrikam), NOW);
  expect(lastStateIn(other, NOW)).toBeUndefined();
});

test('15.3: an answer renews the time of its own organisation, and what is a day old goes', () => {
  const first = keepLastState(undefined, approved(), NOW);
  const renewed = keepLastState(first, approved(contoso, NOW + HOUR), NOW + HOUR);
  expect(renewed).toEqual(kept(approved(contoso, NOW + HOUR)));
  const later = NOW + HOUR + STANDS_MS;
  expect(keepLastState(renewed, approved(fabrikam, later), later)).toEqual(kept(approved(fabrikam, later)));
});

test.each([
  ['nothing', undefined],
  ['a text', 'contoso.example'],
  ['no list', { version: 1, states: 'contoso.example' }],
  ['another version', { version: 2, states: [approved()] }],
  ['no version', { states: [approved()] }],
  ['markup as a name', kept({ ...approved(), organisation: '<img src=x onerror=alert(1)>.example' })],
  ['a sentence as a name', kept({ ...approved(), organisation: 'Everybody may do everything.' })],
  ['a name without end', kept({ ...approved(), organisation: `${'a.'.repeat(10_000)}example` })],
  ['no name', kept({ approved: true, atMs: NOW })],
  ['a time in words', kept({ ...approved(), atMs: '2026-01-15' })],
  ['a time in the future', kept(approved(contoso, NOW + HOUR))],
  ['no time at all', kept({ ...approved(), atMs: Number.NaN })],
  ['time without end', kept({ ...approved(), atMs: -Infinity })],
  ['a yes that is none', kept({ ...approved(), approved: 'yes' })],
  ['not approved', kept(withdrawn())],
  ['one that is good beside one that is not', kept(approved(), { ...approved(fabrikam), atMs: 'now' })],
  ['more than is ever kept', kept(approved(), withdrawn(), withdrawn())],
])('15.3: %s in the browser’s storage is ignored, and does not stay', (_what, found) => {
  expect(lastStateIn(found, NOW)).toBeUndefined();
  expect(keepLastState(found, withdrawn(), NOW)).toBeUndefined();
});
