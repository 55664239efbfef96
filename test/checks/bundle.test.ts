import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { examineBundle } from './bundle';

const PARTS =
  '<script type="application/json">__PANE_SETTINGS__</script><link rel="preload" href="__OFFICE_JS_URL__" />';
const PAGE = `${PARTS}<script data-entry="/static/taskpane.js">first()</script>`;
const AT_ONCE = '//# allFunctionsCalledOnLoad\n';
const MAP = JSON.stringify({ sources: ['webpack://extendsync/./src/pages/taskpane/index.tsx'] });

describe('the bundle check', () => {
  let dist: string;
  beforeEach(async () => {
    dist = await mkdtemp(path.join(tmpdir(), 'bundle-'));
    await put('pane/taskpane.html', PAGE);
    await put('pane/static/taskpane.js', `${AT_ONCE}run();`);
    await put('pane/assets/logo.svg.br', 'compressed');
    await put('maps/static/taskpane.js.map', MAP);
    await put('service/main.js', 'serve();');
    await chunks({ initial: ['static/taskpane.js'], lazy: [] });
  });
  afterEach(() => rm(dist, { recursive: true, force: true }));

  const put = async (name: string, content: string | Uint8Array): Promise<void> => {
    await mkdir(path.dirname(path.join(dist, name)), { recursive: true });
    await writeFile(path.join(dist, name), content);
  };
  const chunks = (taskpane: unknown): Promise<void> => put('chunks.json', JSON.stringify({ taskpane }));
  /** A script that no compression makes smaller, with its compressed twin of exactly that size. */
  const script = async (name: string, bytes: number, begin = AT_ONCE): Promise<void> => {
    await put(`pane/${name}`, begin + 'x'.repeat(2048));
    await put(`pane/${name}.br`, randomBytes(bytes));
  };

  test('a clean build passes', () => {
    expect(examineBundle(dist).problems).toEqual([]);
  });

  test('no build at all is an error', async () => {
    await rm(path.join(dist, 'chunks.json'));
    expect(() => examineBundle(dist)).toThrow('npm run build');
  });

  test('a development build is called one, and nothing is held against it', async () => {
    await rm(path.join(dist, 'pane/assets'), { recursive: true });
    await put('pane/static/taskpane.js.map', MAP);
    expect(() => examineBundle(dist)).toThrow('holds a development build: run `npm run build` first');
  });

  test('lazy scripts count unless their name says that they come later; of languages the largest counts', async () => {
    await script('static/taskpane.js', 10_000);
    await script('static/login.js', 20_000);
    await script('static/sharing.js', 400_000, '');
    await script('static/de.js', 3_000, '');
    await script('static/ja.js', 5_000, '');
    const first = randomBytes(2_000).toString('base64');
    await put('pane/taskpane.html', `${PARTS}<script data-entry="/static/taskpane.js">${first}</script>`);
    const ofFirst = brotliCompressSync(first).length;
    const page = {
      initial: ['static/taskpane.js'],
      lazy: [
        { name: 'login', files: ['static/login.js'] },
        { name: 'later-sharing', files: ['static/sharing.js', 'static/login.js'] },
        { name: 'words-de', files: ['static/de.js'] },
        { name: 'words-ja', files: ['static/ja.js'] },
      ],
    };
    await chunks(page);
    const report = examineBundle(dist);
    expect(report.totalBytes).toBe(35_000 + ofFirst);
    expect(ofFirst).toBeGreaterThan(2_000);
    expect(report.totals).toEqual({ bridged: 35_000 + ofFirst, standard: 35_000 + ofFirst });
    expect(report.problems).toEqual([]);
  });

  test.each([
    ['bridged', 150_000],
    ['standard', 169_500],
  ] as const)('15.3: one byte too many fails, in a %s host by its own part of MSAL', async (kind, budget) => {
    await script('static/taskpane.js', 100_000);
    await chunks({
      initial: ['static/taskpane.js'],
      lazy: [{ name: `msal-${kind}`, files: ['static/msal.js'] }],
    });
    const rest = budget - 100_000 - brotliCompressSync('first()').length;
    await script('static/msal.js', rest + 1);
    expect(examineBundle(dist).problems).toEqual([
      expect.stringContaining(`script before the verdict, ${kind} host`),
    ]);
    await script('static/msal.js', rest);
    expect(examineBundle(dist).problems).toEqual([]);
  });

  test('15.2: what runs before the verdict, and nothing else, is compiled at once', async () => {
    await put('pane/static/taskpane.js', 'run();');
    await put('pane/static/help.js', `${AT_ONCE}help();`);
    expect(examineBundle(dist).problems.toSorted()).toEqual([
      expect.stringContaining('help.js makes Chromium compile all of it'),
      expect.stringContaining('taskpane.js runs before the verdict'),
    ]);
  });

  test.each([
    ['pane/static/taskpane.js', `${AT_ONCE}"SIMULATED"`, 'SIMULATED'],
    ['service/main.js', '"SIMULATED"', 'SIMULATED'],
    ['pane/grant.html', '<p>SIMULATED</p>', 'SIMULATED'],
    ['pane/static/a.js.map', MAP, 'everybody can fetch it'],
    ['maps/a.map', JSON.stringify({ sources: ['webpack://x/./test/simulator/world.ts'] }), 'test equipment'],
    [
      'service/main.js.map',
      JSON.stringify({ sources: ['webpack://x/./test/support/a.ts'] }),
      'test equipment',
    ],
    ['pane/static/taskpane.js', `${AT_ONCE}URL.canParse(a)`, 'Safari 16.4 does not know'],
    ['pane/taskpane.html', PAGE.replace('first()', 'Promise.withResolvers()'), 'Safari 16.4 does not know'],
    ['pane/grant.html', '<script>alert(1)</script>', 'inline script'],
    ['pane/taskpane.html', PARTS, '0 inline scripts'],
    ['pane/taskpane.html', `${PAGE}<script>two()</script>`, '2 inline scripts'],
    ['pane/taskpane.html', `${PARTS}<script type="module">first()</script>`, 'does not name'],
    ['pane/taskpane.html', `${PARTS}<script>first("__PANE_SETTINGS__")</script>`, 'placeholder in a script'],
    ['pane/grant.html', '<body onload="x()">', 'event handler'],
    ['pane/taskpane.html', PAGE.replace('__OFFICE_JS_URL__', '/x.js'), 'lost __OFFICE_JS_URL__'],
    ['pane/static/big.js', `big(${' '.repeat(2000)})`, 'not compressed'],
  ])('%s with the wrong content fails (%#)', async (name, content, why) => {
    await put(name, content);
    expect(examineBundle(dist).problems).toEqual([expect.stringContaining(why)]);
  });

  test('15.3: a pane’s page that begins and then loads nothing fails', async () => {
    await chunks({ initial: [], lazy: [] });
    expect(examineBundle(dist).problems).toContain('the page taskpane loads no script');
  });

  test('a folder named test inside of a package is not ours', async () => {
    await put('maps/a.map', JSON.stringify({ sources: ['webpack://x/./node_modules/some-lib/test/a.js'] }));
    expect(examineBundle(dist).problems).toEqual([]);
  });
});
