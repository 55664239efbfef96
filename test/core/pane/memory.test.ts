import { parseStoredRequest } from '../../../src/core/pane/memory';

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
  ['a link that is a script', { link: 'javascript:alert(1)' }],
  ['a link without encryption', { link: KEPT.link.replace('https:', 'http:') }],
  ['no link', { link: undefined }],
  ['an id that is none', { id: 'short' }],
  ['a way that nobody shares by', { way: 'pigeon' }],
  ['a time that is none', { sharedAtMs: 'yesterday' }],
  ['another version', { version: 2 }],
])('%s is no request', (_, wrong) => {
  expect(parseStoredRequest({ ...KEPT, ...wrong })).toBeUndefined();
});
