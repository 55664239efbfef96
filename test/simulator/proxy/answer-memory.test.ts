import { AnswerMemory, isMemorable } from './answer-memory';

const page = {
  method: 'GET',
  path: '/taskpane.html',
  status: 200,
  cacheControl: 'no-cache',
  setsCookie: false,
};

test('pages and static files are kept', () => {
  expect(isMemorable(page)).toBe(true);
  expect(isMemorable({ ...page, path: '/' })).toBe(true);
  expect(
    isMemorable({ ...page, path: '/main.3f2a.js', cacheControl: 'public, max-age=31536000, immutable' }),
  ).toBe(true);
});

test.each([
  ['an answer of the API', { path: '/api/consent' }],
  ['a file below the API', { path: '/api/openapi.json' }],
  ["Microsoft's return", { path: '/consent/return' }],
  ['health', { path: '/healthz' }],
  ['an error', { status: 500 }],
  ['something not modified', { status: 304 }],
  ['something that was posted', { method: 'POST' }],
  ['what must not be stored', { cacheControl: 'no-store' }],
  ['what is private', { cacheControl: 'private, max-age=60' }],
  ['what sets a cookie', { setsCookie: true }],
])('%s is not kept', (_what, change) => {
  expect(isMemorable({ ...page, ...change })).toBe(false);
});

test('an answer is found again by path and encoding', () => {
  const memory = new AnswerMemory();
  const answer = { status: 200, headers: {}, body: Buffer.from('x') };
  memory.keep('/a.js', 'br', answer);
  expect(memory.find('/a.js', 'br')).toBe(answer);
  expect(memory.find('/a.js', 'identity')).toBeUndefined();
});
