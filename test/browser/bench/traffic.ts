import type { BrowserContext, CDPSession } from '@playwright/test';
import { SIMULATED_HOST_PATH } from '../../simulator/pane-proxy';
import type { World } from '../../simulator/world';
import { watchMarks } from './marks';

/** Whose a request of the pane is. The host that the simulation injects is nobody's and is left out. */
export type Owner = 'ours' | 'office.js' | 'microsoft';

/** Longer than any answer takes in a world without faults. */
const TAIL_MS = 1_000;

/** One request of the pane's frame. */
export interface PaneRequest {
  readonly owner: Owner;
  readonly kind: string;
  /** Without query. */
  readonly path: string;
  /** Milliseconds from the navigation's start. */
  readonly startMs: number;
  readonly endMs: number | undefined;
  /** As transferred, with headers. */
  readonly bytes: number;
  readonly decodedBytes: number;
}

export interface Traffic {
  readonly verdictMs: number;
  /** Those that began before the verdict was on screen, in the order in which they began. */
  readonly requests: readonly PaneRequest[];
}

interface Entry {
  readonly url: URL;
  readonly kind: string;
  readonly wallMs: number;
  readonly startS: number;
  endS: number | undefined;
  bytes: number;
  decodedBytes: number;
}

/** Records the requests of the pane's frame from the navigation until it is asked for them. */
async function recordPane(devTools: CDPSession, pane: string): Promise<() => readonly Entry[]> {
  const entries = new Map<string, Entry>();
  let frameId: string | undefined;
  devTools.on('Network.requestWillBeSent', (sent) => {
    const url = new URL(sent.request.url);
    if (sent.type === 'Document' && url.origin + url.pathname === pane) frameId = sent.frameId;
    if (frameId === undefined || sent.frameId !== frameId || !url.protocol.startsWith('http')) return;
    entries.set(sent.requestId, {
      url,
      kind: sent.type ?? 'Other',
      wallMs: sent.wallTime * 1000,
      startS: sent.timestamp,
      endS: undefined,
      bytes: 0,
      decodedBytes: 0,
    });
  });
  devTools.on('Network.dataReceived', ({ requestId, dataLength }) => {
    const entry = entries.get(requestId);
    if (entry) entry.decodedBytes += dataLength;
  });
  devTools.on('Network.loadingFinished', ({ requestId, timestamp, encodedDataLength }) => {
    const entry = entries.get(requestId);
    if (!entry) return;
    entry.endS = timestamp;
    entry.bytes = encodedDataLength;
  });
  await devTools.send('Network.enable');
  return () => [...entries.values()];
}

function ownerOf(url: URL, world: World): Owner | undefined {
  if (url.origin === world.paneOrigin) return url.pathname === SIMULATED_HOST_PATH ? undefined : 'ours';
  if (url.origin === world.entra.origin) return 'microsoft';
  if (url.href.startsWith(new URL('.', world.officeJsUrl).href)) return 'office.js';
  throw new Error(`The pane asked somebody unforeseen: ${url.origin}${url.pathname}`);
}

/** Bytes of the page as a browser gets it in production: the world's proxy needs it uncompressed, to inject its host. */
async function pageBytes(world: World): Promise<number> {
  const { host, port } = world.service.address;
  const answer = await fetch(`http://${host}:${String(port)}/taskpane.html`, {
    headers: { 'accept-encoding': 'br' },
  });
  const length = Number(answer.headers.get('content-length'));
  if (answer.headers.get('content-encoding') !== 'br' || !(length > 0))
    throw new Error('The service did not send the page with brotli.');
  await answer.arrayBuffer();
  return length;
}

/** Opens the pane in a context without cache and watches its requests until the verdict. */
export async function measureTraffic(context: BrowserContext, world: World): Promise<Traffic> {
  const pane = `${world.paneOrigin}/taskpane.html`;
  const marks = await watchMarks(context);
  const page = await context.newPage();
  const recorded = await recordPane(await context.newCDPSession(page), pane);
  await page.goto(world.outlookUrl());
  const verdict = await marks.wait('verdict', pane);
  // What began before the verdict may end after it.
  await page.waitForTimeout(TAIL_MS);
  const entries = recorded();
  const page0 = entries.find(({ kind }) => kind === 'Document');
  if (!page0) throw new Error('The pane was not seen to load.');
  const documentBytes = await pageBytes(world);
  const requests: PaneRequest[] = [];
  for (const entry of entries) {
    const owner = ownerOf(entry.url, world);
    if (owner === undefined || entry.wallMs >= verdict.wallMs) continue;
    requests.push({
      owner,
      kind: entry.kind,
      path: entry.url.pathname,
      startMs: (entry.startS - page0.startS) * 1000,
      endMs: entry.endS === undefined ? undefined : (entry.endS - page0.startS) * 1000,
      bytes: entry === page0 ? documentBytes : entry.bytes,
      decodedBytes: entry.decodedBytes,
    });
  }
  return { verdictMs: verdict.atMs, requests };
}

/** The requests as a waterfall in text, one a line. */
export function renderWaterfall({ requests, verdictMs }: Traffic): string {
  const ms = (value: number | undefined): string =>
    (value === undefined ? '-' : value.toFixed(0)).padStart(6);
  const lines = requests.map(
    ({ owner, kind, path, startMs, endMs, bytes, decodedBytes }) =>
      `${ms(startMs)} ${ms(endMs)}  ${String(bytes).padStart(8)} ${String(decodedBytes).padStart(8)}  ${owner.padEnd(9)} ${kind.padEnd(10)} ${path}`,
  );
  return [
    ' start    end     bytes  decoded  (ms from navigation; bytes as transferred)',
    ...lines,
    `${ms(verdictMs)}         verdict on screen (slower than without a recorder)`,
  ].join('\n');
}
