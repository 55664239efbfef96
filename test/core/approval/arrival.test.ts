import fc from 'fast-check';
import { RETURN_OUTCOMES } from '../../../src/core/api/requests';
import { parseArrival, parseShownCode } from '../../../src/core/approval/arrival';
import { damagedQuery } from '../../support/damaged-query';
import { CONTOSO } from '../../support/evidence';

const ID = 'AAAAAAAAAAAAAAAAAAAAAA';

test.each([
  [`?request=${ID}`, { kind: 'link', request: ID, confirm: false }],
  ['?mode=dialog', { kind: 'dialog', confirm: false }],
  [`?mode=dialog&request=${ID}`, { kind: 'dialog', confirm: false, request: ID }],
  [`?mode=dialog&tenant=${CONTOSO.toUpperCase()}`, { kind: 'dialog', confirm: false, tenant: CONTOSO }],
  ['?mode=dialog&tenant=Contoso.Example', { kind: 'dialog', confirm: false, tenant: 'contoso.example' }],
  [
    `?request=${ID}&returned=accepted`,
    { kind: 'returned', isMarked: false, outcome: 'accepted', request: ID },
  ],
  ['?returned=forged', { kind: 'returned', isMarked: false, outcome: 'forged' }],
  [
    `?request=${ID}&returned=failed&code=AADSTS650051`,
    { kind: 'returned', isMarked: false, outcome: 'failed', request: ID, code: 'AADSTS650051' },
  ],
  [
    `?admin_consent=True&tenant=${CONTOSO}&state=s&scope=x`,
    { kind: 'direct', returned: { kind: 'accepted', tenant: CONTOSO, state: 's' } },
  ],
  [
    '?error=access_denied&error_description=AADSTS65004%3A%20no&state=s',
    {
      kind: 'direct',
      returned: { kind: 'refused', error: 'access_denied', code: 'AADSTS65004', state: 's' },
    },
  ],
  [`?request=${ID}&confirm=1`, { kind: 'link', request: ID, confirm: true }],
  ['?mode=dialog&confirm=1', { kind: 'dialog', confirm: true }],
  [
    `?request=${ID}&returned=accepted&looked=confirmed&look=${ID}`,
    { kind: 'returned', isMarked: false, outcome: 'accepted', looked: 'confirmed', lookKey: ID, request: ID },
  ],
  ['?looked=may-not-read', { kind: 'returned', isMarked: false, looked: 'may-not-read' }],
  // F11: a link made by hand, or the portal's own button, sends no state.
  [
    `?admin_consent=True&tenant=${CONTOSO}`,
    { kind: 'direct', returned: { kind: 'accepted', tenant: CONTOSO } },
  ],
  ['?show=status', { kind: 'status' }],
  ['', { kind: 'bare' }],
  ['?utm_source=mail', { kind: 'bare' }],
])('%s', (search, arrival) => {
  expect(parseArrival(search)).toEqual(arrival);
});

test.each([
  '?show=everything',
  '?show=status&show=status',
  '?request=',
  '?request=short',
  `?request=${ID}&request=${ID}`,
  `?request=${ID}%00`,
  '?returned=granted',
  '?returned=accepted&returned=accepted',
  `?request=bad&returned=accepted`,
  '?looked=granted',
  '?looked=confirmed&look=short',
  `?request=${ID}&confirm=yes`,
  '?mode=dialog&confirm=1&confirm=1',
  '?mode=popup',
  '?mode=dialog&mode=dialog',
  '?mode=dialog&tenant=not a tenant',
  '?mode=dialog&request=bad',
  '?admin_consent=maybe&state=s',
  '?state=s',
  '?error=<script>&state=s',
  `?request=${ID}&${'x'.repeat(30_000)}`,
])('%s is garbage', (search) => {
  expect(parseArrival(search).kind).toBe('garbage');
});

test('garbage of a dialog is known to be a dialog’s, so that it can be closed', () => {
  expect(parseArrival('?mode=dialog&tenant=%00')).toEqual({ kind: 'garbage', dialog: true });
});

test('S13: an address bears the service’s mark where the browser has the very same one', () => {
  const isMarked = (search: string, cookies: string): boolean => {
    const arrival = parseArrival(search, cookies);
    if (arrival.kind !== 'returned') throw new Error(`This is no return: ${search}`);
    return arrival.isMarked;
  };
  const cookie = `a=b; __Host-extendsync-return=${ID}; c=d`;
  expect(isMarked(`?returned=denied&mark=${ID}`, cookie)).toBe(true);
  expect(isMarked(`?looked=failed&mark=${ID}`, `__Host-extendsync-return=${ID}`)).toBe(true);
  for (const [search, cookies] of [
    [`?returned=denied&mark=${ID}`, ''],
    [`?returned=denied&mark=${ID}`, `x__Host-extendsync-return=${ID}`],
    [`?returned=denied&mark=${ID}`, `__Host-extendsync-return=B${ID.slice(1)}`],
    [`?returned=denied&mark=${ID}&mark=${ID}`, cookie],
    ['?returned=denied&mark=', '__Host-extendsync-return='],
    ['?returned=denied', '__Host-extendsync-return='],
    ['?returned=denied', cookie],
  ] as const)
    expect(isMarked(search, cookies)).toBe(false);
});

test('a bad code is left out and the rest holds', () => {
  expect(parseArrival('?returned=failed&code=<b>')).toEqual({
    kind: 'returned',
    isMarked: false,
    outcome: 'failed',
  });
  expect(parseArrival('?returned=failed&code=AADSTS1&code=AADSTS2')).toEqual({
    kind: 'returned',
    isMarked: false,
    outcome: 'failed',
  });
});

test('whatever stands in an address, reading it never throws, and only our own words come out', () => {
  const value = fc.oneof(
    fc.string(),
    fc.constantFrom(...RETURN_OUTCOMES, ID, CONTOSO, 'dialog', 'True', 'AADSTS65001'),
  );
  const name = fc.constantFrom(
    'mode',
    'request',
    'tenant',
    'returned',
    'looked',
    'look',
    'confirm',
    'code',
    'show',
    'admin_consent',
    'error',
    'error_description',
    'state',
    'utm_source',
  );
  const good = fc.constantFrom<readonly (readonly [string, string])[]>(
    [['request', ID]],
    [
      ['request', ID],
      ['confirm', '1'],
    ],
    [
      ['mode', 'dialog'],
      ['request', ID],
      ['tenant', CONTOSO],
    ],
    [
      ['request', ID],
      ['returned', 'failed'],
      ['code', 'AADSTS650051'],
    ],
    [
      ['request', ID],
      ['returned', 'accepted'],
      ['looked', 'confirmed'],
      ['look', ID],
    ],
    [
      ['returned', 'other-tenant'],
      ['tenant', CONTOSO],
    ],
    [
      ['admin_consent', 'True'],
      ['tenant', CONTOSO],
      ['state', 's'],
    ],
    [['show', 'status']],
    [],
  );
  const met = new Map<string, number>();
  fc.assert(
    fc.property(damagedQuery(good, name, value), (params) => {
      const arrival = parseArrival(`?${params.toString()}`);
      met.set(arrival.kind, (met.get(arrival.kind) ?? 0) + 1);
      const request = 'request' in arrival ? arrival.request : undefined;
      const { code, outcome, lookKey, consentedIn } =
        arrival.kind === 'returned'
          ? arrival
          : ({} as Partial<Extract<typeof arrival, { kind: 'returned' }>>);
      expect(request ?? ID).toMatch(/^[A-Za-z0-9_-]{22}$/);
      expect(lookKey ?? ID).toMatch(/^[A-Za-z0-9_-]{22}$/);
      expect(code ?? 'AADSTS65001').toMatch(/^AADSTS\d{4,8}$/);
      expect(RETURN_OUTCOMES).toContain(outcome ?? 'denied');
      expect(consentedIn ?? CONTOSO).toBe(CONTOSO);
      // Without the cookie nothing in an address is the service's own word.
      if (arrival.kind === 'returned') expect(arrival.isMarked).toBe(false);
    }),
    { numRuns: 1000 },
  );
  for (const kind of ['link', 'dialog', 'returned', 'direct', 'status', 'bare', 'garbage'])
    expect([kind, (met.get(kind) ?? 0) > 10]).toEqual([kind, true]);
});

test('a code is a code and nothing else', () => {
  expect(parseShownCode('AADSTS65001')).toBe('AADSTS65001');
  for (const text of ['aadsts65001', 'AADSTS65001 ', 'AADSTS', 'AADSTS123456789', 'x AADSTS65001'])
    expect(parseShownCode(text)).toBeUndefined();
});
