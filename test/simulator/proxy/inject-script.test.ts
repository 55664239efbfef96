import { injectFirstScript } from './inject-script';

const TAG = '<script src="/simulated-host.js"></script>';
const inject = (html: string): string => injectFirstScript(html, '/simulated-host.js');

test('the script stands before every other script and the rest stays as it was', () => {
  const page =
    '<!doctype html>\n<html lang="en"><head data-x="1">\n<script src="a.js"></script></head><body>\u00e9</body></html>';
  const injected = inject(page);
  expect(injected.indexOf(TAG)).toBeLessThan(injected.indexOf('a.js'));
  expect(injected.replace(TAG, '')).toBe(page);
});

test('a header is not a head', () => {
  expect(inject('<!doctype html><html><header></header></html>')).toBe(
    `<!doctype html><html>${TAG}<header></header></html>`,
  );
});

test.each([
  ['no head', '<!doctype html><html><body></body></html>', `<!doctype html><html>${TAG}<body></body></html>`],
  ['no html element', '<!DOCTYPE html><p>x', `<!DOCTYPE html>${TAG}<p>x`],
  ['nothing at all', '', TAG],
])('a page with %s is served as well', (_what, page, expected) => {
  expect(inject(page)).toBe(expected);
});
