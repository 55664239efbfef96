import {
  parseRequestIds,
  parseStoredConfirmation,
  parseStoredRequest as parse,
} from '../../../src/core/pane/memory';
import { SETUP } from '../../support/evidence';

const parseStoredRequest = (value: unknown, setup = SETUP) => parse(value, setup);

const KEPT = {
  version: 1,
  id: 'AAAAAAAAAAAAAAAAAAAAAA',
  link: 'https://pane.example/grant.html?request=AAAAAAAAAAAAAAAAAAAAAA',
  madeAtMs: 1_000,
  expiresAtMs: 2_000,
  sharedAtMs: 1_500,
  way: 'mail',
};

test('what the mailbox keeps of a request is read again', () => {
  expect(parseStoredRequest(KEPT)).toMatchObject({ link: KEPT.link, madeAtMs: 1_000, expiresAtMs: 2_000 });
});

test('it is kept whom it asks; what names nobody was kept by an older version', () => {
  const tenant = 'c0000000-0000-4000-8000-000000000001';
  expect(parseStoredRequest({ ...KEPT, tenant })?.tenant).toBe(tenant);
  for (const none of [undefined, 7, 'contoso.example'])
    expect(parseStoredRequest({ ...KEPT, tenant: none })).toMatchObject({
      link: KEPT.link,
      tenant: undefined,
    });
});

test.each([
  ['a link that is a script', { id: undefined, link: 'javascript:alert(1)' }],
  ['neither a link nor an id', { id: undefined, link: undefined }],
  ['a link that is no text, and has none', { id: undefined, link: { toString: 1, valueOf: 1 } }],
  ['an id that is none', { id: 'short' }],
  ['a way that nobody shares by', { way: 'pigeon' }],
  ['a time that is none', { sharedAtMs: 'yesterday' }],
  ['a time that no date can tell', { sharedAtMs: 8.65e15 }],
  ['another version', { version: 2 }],
])('%s is no request', (_, wrong) => {
  expect(parseStoredRequest({ ...KEPT, ...wrong })).toBeUndefined();
});

describe('S22: whatever stands in the mailbox, the link that the pane hands on is its own', () => {
  const ELSEWHERE = 'https://evil.example/grant.html?request=AAAAAAAAAAAAAAAAAAAAAA';
  const straight = (changed: Readonly<Record<string, string>> = {}, origin = SETUP.loginOrigin): string => {
    const url = new URL('/organizations/v2.0/adminconsent', origin);
    url.search = new URLSearchParams({ client_id: SETUP.clientId, ...changed }).toString();
    return url.href;
  };
  const linkIn = (changed: object, setup = SETUP) => parseStoredRequest({ ...KEPT, ...changed }, setup)?.link;

  test.each([
    ['another address', ELSEWHERE],
    ['another request', KEPT.link.replace(/A+$/, 'B'.repeat(22))],
    ['another page', 'https://pane.example/operators'],
    ['more than was asked for', `${KEPT.link}&returned=accepted`],
    ['no encryption', KEPT.link.replace('https:', 'http:')],
    ['a script', 'javascript:alert(1)'],
    ['nothing', undefined],
    ['a name before the address', KEPT.link.replace('https://', 'https://pane.example@evil.example/')],
  ])('the link of a request is made of its id: %s', (_what, link) => {
    expect(linkIn({ link })).toBe(KEPT.link);
  });

  test('and asks to confirm where it did', () => {
    expect(linkIn({ link: `${KEPT.link}&confirm=1` })).toBe(`${KEPT.link}&confirm=1`);
  });

  test('and stands under the service’s own name, where the pane has another one', () => {
    const setup = { ...SETUP, publicOrigin: 'https://consent.example' };
    expect(linkIn({ link: ELSEWHERE }, setup)).toBe(KEPT.link.replace('pane.example', 'consent.example'));
  });

  test('a link straight to Microsoft is one of Microsoft’s, for this application', () => {
    const own = straight();
    expect(linkIn({ id: undefined, link: own })).toBe(own);
    for (const link of [
      ELSEWHERE,
      straight({ client_id: 'e0000000-0000-4000-8000-00000000dead' }),
      straight({}, 'https://login.evil.example'),
      `${SETUP.loginOrigin}/organizations/v2.0/adminconsent`,
    ])
      expect(linkIn({ id: undefined, link })).toBeUndefined();
  });
});

test('a time that no date can tell is no confirmation: to show it would end the pane', () => {
  const kept = { version: 1, kind: 'granted', forTenant: true, atMs: 1_000 };
  expect(parseStoredConfirmation(kept)).toMatchObject({ atMs: 1_000 });
  expect(parseStoredConfirmation({ ...kept, atMs: 8.65e15 })).toBeUndefined();
});

test('of what is still to be taken back only ids are read, whatever else stands there', () => {
  const { id } = KEPT;
  expect(parseRequestIds([id, [id], null, 7, JSON.parse('{"toString":"no function","valueOf":1}')])).toEqual([
    id,
  ]);
});
