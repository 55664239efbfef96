import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import fastifyStatic from '@fastify/static';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { PaneSettings } from '../../core/api/pane-settings';
import { PATHS } from '../../core/api/paths';
import { OPERATOR_PATHS } from '../../core/ledger/api';
import type { App } from './app';
import { contentSecurityPolicy, type PageName } from './content-security-policy';
import { sendProblem } from './problem';
import type { Settings } from '../settings';
import { SettingsError } from '../settings-error';

/** Where each page is reached. */
const ADDRESSES: Readonly<Record<PageName, string>> = {
  taskpane: PATHS.pane,
  grant: PATHS.approvalPage,
  commands: PATHS.commandsPage,
  redirect: PATHS.redirectPage,
  operators: OPERATOR_PATHS.page,
};
const PAGE_NAMES = Object.keys(ADDRESSES) as readonly PageName[];
const YEAR_S = 365 * 24 * 60 * 60;
const DAY_S = 24 * 60 * 60;

type Encoding = 'br' | 'gzip' | 'identity';

/** A page as it is sent: filled in once, compressed once. */
export interface Page {
  readonly name: PageName;
  readonly contentSecurityPolicy: string;
  readonly bodies: Readonly<Record<Encoding, Buffer>>;
  readonly etags: Readonly<Record<Encoding, string>>;
}

type PageFacts = Pick<
  Settings,
  | 'version'
  | 'clientId'
  | 'publicOrigin'
  | 'homeTenant'
  | 'cloud'
  | 'hostOrigins'
  | 'paneDir'
  | 'supportAddress'
  | 'nestedAppAuth'
>;

/** JSON that may stand in a script element: nothing in it can end the element or the line (https://html.spec.whatwg.org/#restrictions-for-contents-of-script-elements). */
const scriptSafeJson = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

const attributeSafe = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll("'", '&#39;').replaceAll('<', '&lt;');

/** Reads the built pages and fills them in. Throws a `SettingsError` that names PANE_DIR when they are not there. */
export function loadPages(settings: PageFacts): readonly Page[] {
  const { version, clientId, publicOrigin, homeTenant, cloud, hostOrigins, paneDir } = settings;
  const { supportAddress, nestedAppAuth } = settings;
  const missing = PAGE_NAMES.filter((name) => !existsSync(path.join(paneDir, `${name}.html`)));
  if (missing.length > 0) {
    throw new SettingsError({
      PANE_DIR: `${path.resolve(paneDir)} holds no ${missing.map((name) => `${name}.html`).join(', ')}; \`npm run build\` makes the pages`,
    });
  }
  const paneSettings: PaneSettings = {
    version,
    clientId,
    cloudName: cloud.name,
    loginOrigin: cloud.loginOrigin,
    graphOrigin: cloud.graphOrigin,
    publicOrigin,
    supportAddress,
    nestedAppAuth,
  };
  return PAGE_NAMES.map((name) => {
    const template = readFileSync(path.join(paneDir, `${name}.html`), 'utf8');
    const html = template
      // The vendor's own tenant is where operators sign in, and nobody else's business.
      .replaceAll('__PANE_SETTINGS__', () =>
        scriptSafeJson(name === 'operators' ? { ...paneSettings, homeTenant } : paneSettings),
      )
      .replaceAll('__OFFICE_JS_URL__', () => attributeSafe(cloud.officeJsUrl));
    const identity = Buffer.from(html);
    const bodies = {
      identity,
      gzip: gzipSync(identity, { level: constants.Z_BEST_COMPRESSION }),
      br: brotliCompressSync(identity),
    };
    const digest = createHash('sha256').update(identity).digest('base64url').slice(0, 22);
    return {
      name,
      bodies,
      etags: { identity: `"${digest}"`, gzip: `"${digest}-gzip"`, br: `"${digest}-br"` },
      contentSecurityPolicy: contentSecurityPolicy({
        name,
        template,
        loginOrigin: cloud.loginOrigin,
        graphOrigin: cloud.graphOrigin,
        officeJsOrigin: template.includes('__OFFICE_JS_URL__')
          ? new URL(cloud.officeJsUrl).origin
          : undefined,
        hostOrigins,
      }),
    };
  });
}

/** Serves the pages from memory and everything else of the built pane from its folder. */
export async function pageRoutes(app: App, paneDir: string, pages: readonly Page[]): Promise<void> {
  for (const page of pages) {
    app.route({
      method: ['GET', 'HEAD'],
      url: ADDRESSES[page.name],
      schema: { hide: true },
      handler: (request, reply) => sendPage(request, reply, page),
    });
  }
  // Who types the installation's address wants to know how things stand.
  app.route({
    method: ['GET', 'HEAD'],
    url: '/',
    schema: { hide: true },
    handler: (_request, reply) =>
      reply.header('cache-control', 'no-store').redirect(PATHS.approvalStatus, 303),
  });
  await app.register(fastifyStatic, {
    root: path.resolve(paneDir),
    preCompressed: true,
    index: false,
    redirect: false,
    dotfiles: 'ignore',
    // Only what is meant for browsers: the raw pages hold placeholders, source maps hold the source.
    allowedPath: (file) => /^\/?(?:static|assets)\//.test(file) && !/\.(?:html|map|br|gz)$/.test(file),
    cacheControl: false,
    setHeaders: (response, file) => {
      const isHashed = /[\\/]static[\\/]/.test(file) && /\.[0-9a-f]{12}\./.test(path.basename(file));
      response.setHeader(
        'cache-control',
        isHashed ? `public, max-age=${String(YEAR_S)}, immutable` : `public, max-age=${String(DAY_S)}`,
      );
      // The icons are shown by Outlook, on its own origin; scripts and styles are nobody else's business.
      const isIcon = /[\\/]assets[\\/]/.test(file);
      response.setHeader('cross-origin-resource-policy', isIcon ? 'cross-origin' : 'same-origin');
    },
  });
}

function sendPage(request: FastifyRequest, reply: FastifyReply, page: Page): FastifyReply {
  const encoding = encodingFor(request.headers['accept-encoding']);
  const etag = page.etags[encoding];
  const openers = openerPolicyOf(page.name);
  if (openers !== undefined) reply.header('cross-origin-opener-policy', openers);
  reply
    .header('content-security-policy', page.contentSecurityPolicy)
    // A page that is rewritten on its way holds another script than its policy names.
    .header('cache-control', `no-cache, no-transform, stale-if-error=${String(DAY_S)}`)
    .header('vary', 'accept-encoding')
    .header('etag', etag);
  const known = request.headers['if-none-match'];
  if (known?.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag || tag.trim() === '*')) {
    return reply.code(304).send();
  }
  if (encoding !== 'identity') reply.header('content-encoding', encoding);
  return reply.type('text/html; charset=utf-8').send(page.bodies[encoding]);
}

/**
 * Whoever opens a page may send its window elsewhere later, unless the page parts from them
 * (https://html.spec.whatwg.org/multipage/browsers.html#cross-origin-opener-policies). Those that stand in Office's dialogs or in
 * windows of MSAL's talk to their openers. Nobody has to open the operators'; it opens the window in which they sign in.
 */
const openerPolicyOf = (name: PageName): string | undefined =>
  name === 'operators' ? 'same-origin-allow-popups' : undefined;

/** The smallest form that the browser takes (RFC 9110, section 12.5.3). */
function encodingFor(accepted: string | undefined): Encoding {
  const takes = (name: string): boolean =>
    (accepted ?? '')
      .split(',')
      .map((part) => part.trim().toLowerCase())
      .some((part) => part === name || (part.startsWith(`${name};`) && !/;\s*q=0(?:\.0*)?$/.test(part)));
  if (takes('br')) return 'br';
  return takes('gzip') ? 'gzip' : 'identity';
}

/** Answers what no route takes. */
export const answerNotFound = (_request: FastifyRequest, reply: FastifyReply): FastifyReply =>
  sendProblem(reply, 'not-found');
