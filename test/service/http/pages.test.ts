import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { get as httpGet } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { parsePaneSettings } from '../../../src/core/api/pane-settings';
import { loadPages } from '../../../src/service/http/pages';
import { parseTenantId, type TenantId } from '../../../src/core/tenant';
import { SettingsError } from '../../../src/service/settings-error';
import { DEMO } from '../../simulator/entra/demo-seed';
import { onEachDatabase } from '../testing/on-each-database';
import { FIRST_SCRIPT, makePaneFolder, SCRIPT, SCRIPT_PATH, STYLE } from '../testing/pane-folder';
import { get, PUBLIC_ORIGIN } from '../testing/service-world';
import { sourceHash } from '../testing/source-hash';

const settingsIn = (html: string): unknown =>
  JSON.parse(/<script id="pane-settings" type="application\/json">(.*?)<\/script>/.exec(html)?.[1] ?? '');

onEachDatabase(
  (scene) => {
    const policyOf = async (page: string): Promise<Map<string, string>> => {
      const answer = await get(scene.app, page);
      return new Map(
        String(answer.headers['content-security-policy'])
          .split('; ')
          .map((directive) => [
            directive.slice(0, directive.indexOf(' ')),
            directive.slice(directive.indexOf(' ') + 1),
          ]),
      );
    };

    test('the pane finds its settings in the page', async () => {
      const { body, headers, statusCode } = await get(scene.app, '/taskpane.html');
      expect(statusCode).toBe(200);
      expect(headers['content-type']).toBe('text/html; charset=utf-8');
      expect(parsePaneSettings(settingsIn(body))).toEqual({
        version: '1.2.3',
        clientId: DEMO.appId,
        cloudName: 'custom',
        loginOrigin: scene.world.entra.origin,
        graphOrigin: scene.world.entra.origin,
        publicOrigin: PUBLIC_ORIGIN,
      });
      expect(body).toContain('href="https://office.example/lib/office.js"');
      expect(body).not.toMatch(/__PANE_SETTINGS__|__OFFICE_JS_URL__/);
    });

    test('no page holds the secret', async () => {
      for (const name of ['taskpane', 'grant', 'commands', 'redirect']) {
        expect((await get(scene.app, `/${name}.html`)).body).not.toContain(DEMO.clientSecret);
      }
    });

    test('operators sign in at the vendor’s own tenant, which no other page names; nobody may frame theirs', async () => {
      const home = '11111111-1111-4111-8111-111111111111';
      const app = await scene.world.startService(
        scene.empty.database,
        {},
        { homeTenant: parseTenantId(home) as TenantId },
      );
      const page = await get(app, '/operators');
      expect(page.statusCode).toBe(200);
      expect(settingsIn(page.body)).toMatchObject({ homeTenant: home, clientId: DEMO.appId });
      expect(page.headers['content-security-policy']).toContain("frame-ancestors 'none'");
      expect((await get(app, '/taskpane.html')).body).not.toContain(home);
    });

    test('the query of a page is for the page: it is served all the same', async () => {
      expect(
        (await get(scene.app, '/grant.html?request=AAAAAAAAAAAAAAAAAAAAAA&returned=accepted')).statusCode,
      ).toBe(200);
    });

    test('the policy names what the pane needs, and nothing else', async () => {
      const { origin } = scene.world.entra;
      expect(Object.fromEntries(await policyOf('/taskpane.html'))).toEqual({
        'default-src': "'none'",
        'script-src': `'self' ${sourceHash(FIRST_SCRIPT)} https://office.example https://ajax.aspnetcdn.com`,
        'style-src': `'self' ${sourceHash(STYLE)} ${sourceHash('')}`,
        'img-src': "'self' data:",
        'font-src': "'self'",
        'connect-src': `'self' ${origin}`,
        'frame-src': `'self' ${origin} https://office.example`,
        'frame-ancestors': 'https://outlook.example',
        'base-uri': "'none'",
        'form-action': "'none'",
        'object-src': "'none'",
      });
    });

    test('15.3: no policy allows evaluated script, and none a script in a page but the one that was built into it', async () => {
      for (const name of ['taskpane', 'grant', 'commands', 'redirect']) {
        const sources = (await policyOf(`/${name}.html`)).get('script-src') ?? '';
        expect(sources).not.toMatch(/unsafe|\*|http:/);
        expect(sources.match(/sha256-/g) ?? []).toHaveLength(name === 'taskpane' ? 1 : 0);
      }
    });

    test.each([
      ['/taskpane.html', 'https://outlook.example'],
      ['/commands.html', 'https://outlook.example'],
      ['/redirect.html', "'self' https://outlook.example"],
      ['/grant.html', "'none'"],
    ])('%s may be framed by %s', async (page, ancestors) => {
      expect((await policyOf(page)).get('frame-ancestors')).toBe(ancestors);
    });

    test('S21: the operators’ page alone parts from whoever opened it: the others stand in windows that others open', async () => {
      const parted = async (page: string) =>
        (await get(scene.app, page)).headers['cross-origin-opener-policy'];
      expect(await parted('/operators')).toBe('same-origin-allow-popups');
      for (const page of ['/taskpane.html', '/commands.html', '/redirect.html', '/grant.html'])
        expect([page, await parted(page)]).toEqual([page, undefined]);
    });

    test('a page without office.js trusts no office.js', async () => {
      expect((await policyOf('/redirect.html')).get('script-src')).toBe("'self'");
    });

    test('13.6: the address alone leads to the approval page, to sign in and see how things stand', async () => {
      const { headers, statusCode } = await get(scene.app, '/');
      expect([statusCode, headers.location]).toEqual([303, '/grant.html?show=status']);
      expect(headers['strict-transport-security']).toBeDefined();
    });

    test('a page is asked for again and has not changed', async () => {
      const first = await get(scene.app, '/taskpane.html');
      expect(first.headers['cache-control']).toBe('no-cache, no-transform, stale-if-error=86400');
      const etag = String(first.headers.etag);
      for (const known of [etag, `W/${etag}`, `"other", ${etag}`]) {
        const again = await get(scene.app, '/taskpane.html', { 'if-none-match': known });
        expect(again.statusCode).toBe(304);
        expect(again.body).toBe('');
        expect(again.headers['content-security-policy']).toBe(first.headers['content-security-policy']);
      }
      expect((await get(scene.app, '/taskpane.html', { 'if-none-match': '"other"' })).statusCode).toBe(200);
    });

    test.each([
      ['br', 'gzip, deflate, br', (raw: Buffer) => brotliDecompressSync(raw)],
      ['gzip', 'gzip, br;q=0', (raw: Buffer) => gunzipSync(raw)],
      [undefined, 'identity', (raw: Buffer) => raw],
      [undefined, '', (raw: Buffer) => raw],
    ])('a page is sent as %s to a browser that takes "%s"', async (encoding, accepted, unpack) => {
      const answer = await get(scene.app, '/grant.html', { 'accept-encoding': accepted });
      expect(answer.headers['content-encoding']).toBe(encoding);
      expect(answer.headers.vary).toBe('accept-encoding');
      expect(unpack(answer.rawPayload).toString()).toContain('<title>grant</title>');
    });

    test('hashed files may be kept for ever, and come compressed as they were built', async () => {
      const plain = await get(scene.app, SCRIPT_PATH);
      expect(plain.body).toBe(SCRIPT);
      expect(plain.headers['cache-control']).toBe('public, max-age=31536000, immutable');
      expect(plain.headers['cross-origin-resource-policy']).toBe('same-origin');
      expect(plain.headers['x-content-type-options']).toBe('nosniff');
      const packed = await get(scene.app, SCRIPT_PATH, { 'accept-encoding': 'br' });
      expect(packed.headers['content-encoding']).toBe('br');
      expect(packed.headers['content-type']).toMatch(/javascript/);
      expect(brotliDecompressSync(packed.rawPayload).toString()).toBe(SCRIPT);
    });

    test('icons may be shown by Outlook, and are asked for again after a day', async () => {
      const icon = await get(scene.app, '/assets/icon-16.png');
      expect(icon.headers['content-type']).toBe('image/png');
      expect(icon.headers['cache-control']).toBe('public, max-age=86400');
      expect(icon.headers['cross-origin-resource-policy']).toBe('cross-origin');
    });

    test.each([
      '/index.html',
      '/static/',
      '/static/none.js',
      '/static/..%2f..%2f..%2fetc%2fpasswd',
      '/../../../etc/passwd',
      `${SCRIPT_PATH}.br`,
      `${SCRIPT_PATH}.map`,
      '/taskpane.html/',
      '/.env',
      '/%00',
    ])('%s is not there', async (url) => {
      const answer = await get(scene.app, url);
      expect([400, 404]).toContain(answer.statusCode);
      expect(answer.headers['content-type']).toBe('application/problem+json');
    });

    test.each(['/static/../taskpane.html', '/static/%2e%2e/%2e%2e/package.json', '//etc/passwd'])(
      '%s, sent as it stands, leads nowhere',
      async (rawPath) => {
        if (!scene.app.server.listening) await scene.app.listen({ port: 0, host: '127.0.0.1' });
        const { port } = scene.app.server.address() as AddressInfo;
        const status = await new Promise<number | undefined>((resolve, reject) => {
          httpGet({ host: '127.0.0.1', port, path: rawPath, agent: false }, (response) => {
            response.resume();
            response.on('end', () => resolve(response.statusCode));
          }).on('error', reject);
        });
        expect([400, 404]).toContain(status);
      },
    );

    test('every answer carries the headers that keep browsers strict', async () => {
      for (const url of ['/taskpane.html', '/none', '/api/consent', SCRIPT_PATH, '/healthz']) {
        const { headers } = await get(scene.app, url);
        expect(headers['x-content-type-options']).toBe('nosniff');
        expect(headers['referrer-policy']).toBe('no-referrer');
        expect(headers['strict-transport-security']).toBe('max-age=63072000; includeSubDomains');
        // Office's dialogs talk to their opener.
        expect(headers).not.toHaveProperty('cross-origin-opener-policy');
        expect(headers).not.toHaveProperty('x-powered-by');
      }
    });

    test("on a developer's machine nothing binds localhost to https", async () => {
      const app = await scene.world.startService(
        scene.empty.database,
        {},
        { publicOrigin: 'https://localhost:3000' },
      );
      expect((await get(app, '/taskpane.html')).headers).not.toHaveProperty('strict-transport-security');
    });
  },
  { kinds: ['pglite'] },
);

describe('filling the pages in', () => {
  const pane = makePaneFolder();
  const facts = {
    version: '</script><script>alert(1)</script>&\u2028',
    clientId: DEMO.appId,
    cloud: {
      name: 'custom' as const,
      loginOrigin: 'https://login.example',
      graphOrigin: 'https://graph.example',
      officeJsUrl: 'https://office.example/office.js?a=1&b="\'<',
    },
    publicOrigin: PUBLIC_ORIGIN,
    hostOrigins: [],
    paneDir: pane.folder,
  };
  afterAll(() => pane.remove());

  test('no value can leave its place', () => {
    const [page] = loadPages(facts);
    const html = page?.bodies.identity.toString() ?? '';
    expect(html.match(/<script/g)).toHaveLength(2);
    expect(html).not.toContain('alert(1)</script>');
    expect(html).not.toContain('\u2028');
    expect(settingsIn(html)).toMatchObject({ version: facts.version });
    expect(html).toContain('href="https://office.example/office.js?a=1&amp;b=&quot;&#39;&lt;"');
  });

  test('15.3: a policy is made of the page as it was built: what is filled in allows no script', () => {
    const template = path.join(pane.folder, 'taskpane.html');
    const built = readFileSync(template, 'utf8');
    try {
      // A place in which a value could begin a script, should there ever be one.
      writeFileSync(template, built.replace('</body>', '<!-- __OFFICE_JS_URL__ --></body>'));
      const officeJsUrl = 'https://office.example/office.js#--><script>alert(1)</script>';
      const [page] = loadPages({ ...facts, cloud: { ...facts.cloud, officeJsUrl } });
      expect(page?.bodies.identity.toString()).toMatch(/alert\(1\)/);
      expect(page?.contentSecurityPolicy.match(/script-src[^;]*/)?.[0].match(/'sha256-[^']*'/g)).toEqual([
        sourceHash(FIRST_SCRIPT),
      ]);
    } finally {
      writeFileSync(template, built);
    }
  });

  test('text that means something to a replacement stays text', () => {
    const html = loadPages({ ...facts, version: "$& $' $`" })[0]?.bodies.identity.toString() ?? '';
    expect(settingsIn(html)).toMatchObject({ version: "$& $' $`" });
  });

  test('without host origins nobody frames the pane', () => {
    expect(loadPages(facts)[0]?.contentSecurityPolicy).toContain("frame-ancestors 'none'");
  });

  test('a folder without the pages is named by its setting', () => {
    expect(() => loadPages({ ...facts, paneDir: '/no/such/folder' })).toThrow(SettingsError);
    rmSync(path.join(pane.folder, 'grant.html'));
    expect(() => loadPages(facts)).toThrow(/PANE_DIR: .* holds no grant\.html/);
  });
});
