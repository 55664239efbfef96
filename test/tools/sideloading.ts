import { CLOUDS } from '../../src/core/cloud';
import { addressesFrom, DEVELOPMENT, rewriteManifest } from './manifest-addresses';

/** What stands behind the pane: the registration of the settings at Microsoft, or the simulated world. */
export type Behind = 'real' | 'simulated';

export interface Wish {
  readonly action: 'start' | 'stop';
  readonly behind: Behind;
  /** `web`: the browser's Outlook, where the person adds the manifest by hand. */
  readonly outlook: 'desktop' | 'web';
}

/** What is served while Outlook shows it. */
export interface Served {
  /** Where the simulated Microsoft is steered. */
  readonly panel?: string | undefined;
  /** What the service has written so far. */
  log(): string;
  /** Resolves with an exit code when the person or the service has ended it. */
  readonly ended: Promise<number>;
  stop(): Promise<void>;
}

/** An add-in that was put into Outlook, or was to be: by Microsoft's tool, or by the person. */
export interface Addition {
  readonly behind: Behind;
  readonly way: 'by-tool' | 'by-hand';
}

/** What the command can do to the machine. */
export interface Hands {
  /** Whether office-addin-debugging can put the add-in into Outlook: it is there, and knows Outlook on this system. */
  canAdd(): boolean;
  /** Runs it. Its exit code says little: where it could not do what it was told it says so, and answers 0. */
  debug(...args: readonly string[]): Promise<number>;
  manifestOf(behind: Behind): string;
  /** Keeps in mind what has to be taken out one day. */
  remember(addition: Addition): void;
  remembered(): readonly Addition[];
  /** Begins to serve; the log tells when it stands. Rejects with the reason where settings or certificate are missing. */
  serve(behind: Behind): Promise<Served>;
  openInBrowser(address: string): void;
  say(line: string): void;
  pause(): Promise<void>;
}

/** Microsoft's own short address of the page in Outlook on the web where add-ins are added. */
export const ADD_PAGE = 'https://aka.ms/olksideload';
export const PACKAGE = 'office-addin-debugging';
const DESKTOP = ['desktop', '--app', 'outlook', '--no-debug', '--no-live-reload'] as const;
const IN_THE_PAGE = `In the page that opens (${ADD_PAGE}): My add-ins, Custom add-ins`;
/** The simulated one may stand beside the real add-in, so it has a name of its own. */
const NAMES: Readonly<Record<Behind, string>> = { real: 'ExtendSync', simulated: 'ExtendSync (SIMULATED)' };
/** The line that the service writes when it stands (Fastify's own). */
const STANDS = /"msg":"Server listening at /;
/** The line that the service writes when somebody has got the pane's page. */
const PANE_WAS_LOADED = /"method":"GET","route":"\/taskpane\.html","status":(?:200|304)\b/;

/** Reads the words after the command; throws at one that it does not know. */
export function wishOf(args: readonly string[]): Wish {
  const unknown = args.find((word) => !['stop', '--simulated', '--web'].includes(word));
  if (unknown !== undefined) throw new Error(`There is no ${unknown}: --simulated and --web are known.`);
  return {
    action: args.includes('stop') ? 'stop' : 'start',
    behind: args.includes('--simulated') ? 'simulated' : 'real',
    outlook: args.includes('--web') ? 'web' : 'desktop',
  };
}

/** Puts the pane into the person's own Outlook and serves it until they end it. Answers an exit code. */
export async function sideload(wish: Wish, hands: Hands): Promise<number> {
  if (wish.action === 'stop') return takeOut(hands);
  const served = await hands.serve(wish.behind);
  try {
    const code = (await endBefore(STANDS, served, hands)) ?? (await putIn(wish, served, hands));
    if (code !== undefined) return code;
    hands.say(
      `The add-in is served on ${DEVELOPMENT.paneOrigin}. End with Ctrl+C, then \`npm run sideload:stop\`.`,
    );
    return await served.ended;
  } finally {
    await served.stop();
  }
}

/** Has the add-in put into Outlook and waits until Outlook has asked for the pane. Answers an exit code where that failed. */
async function putIn({ behind, outlook }: Wish, served: Served, hands: Hands): Promise<number | undefined> {
  if (served.panel !== undefined) {
    hands.say(`Nothing behind the pane is Microsoft. Steer it at ${served.panel}`);
    hands.openInBrowser(served.panel);
  }
  const way = outlook === 'web' || !hands.canAdd() ? 'by-hand' : 'by-tool';
  hands.remember({ behind, way });
  const manifest = hands.manifestOf(behind);
  if (way === 'by-tool') {
    hands.say(`${PACKAGE} adds it to your mailbox, for which Microsoft 365 may ask you to sign in.`);
    const code = await hands.debug('start', manifest, ...DESKTOP);
    if (code !== 0) return code;
    hands.say('Where it could not (see above), end with Ctrl+C and start again with --web.');
  } else {
    hands.say(`${IN_THE_PAGE}, Add a custom add-in, Add from file:\n  ${manifest}`);
    hands.openInBrowser(ADD_PAGE);
  }
  hands.say('Then open a message and the add-in in it. Waiting for Outlook to load the pane ...');
  const code = await endBefore(PANE_WAS_LOADED, served, hands);
  if (code === undefined) hands.say('Outlook has loaded the pane.');
  return code;
}

/** Waits until the service has written such a line; answers an exit code where it ended before, which is a failure. */
async function endBefore(line: RegExp, served: Served, hands: Hands): Promise<number | undefined> {
  const ended = served.ended.then((code) => ({ code }));
  while (!line.test(served.log())) {
    const end = await Promise.race([ended, hands.pause()]);
    if (end !== undefined) return end.code === 0 ? 1 : end.code;
  }
  return undefined;
}

async function takeOut(hands: Hands): Promise<number> {
  const all = hands.remembered();
  const [byTool, byHand] = (['by-tool', 'by-hand'] as const).map((way) =>
    all.filter((addition) => addition.way === way).map(({ behind }) => behind),
  );
  if (all.length === 0) hands.say('Nothing was put into Outlook from this folder.');
  let worst = 0;
  for (const behind of byTool ?? []) {
    if (hands.canAdd()) worst = Math.max(worst, await hands.debug('stop', hands.manifestOf(behind)));
    else {
      hands.say(
        `${PACKAGE} put ${NAMES[behind]} in and is gone: \`npm install --no-save ${PACKAGE}@7.0.0\` first.`,
      );
      worst = 1;
    }
  }
  if (byHand !== undefined && byHand.length > 0) {
    // Nobody here can see whether that was done, so the next time says it again.
    hands.say(`${IN_THE_PAGE}: remove ${byHand.map((behind) => NAMES[behind]).join(' and ')}.`);
    hands.openInBrowser(ADD_PAGE);
  }
  return worst;
}

/** The manifest that Outlook is given: the pane on this machine, and the sign-in of what stands behind it. */
export function manifestFor(
  behind:
    { readonly loginOrigin: string } | { readonly settings: Readonly<Record<string, string | undefined>> },
  xml: string,
  version: string,
): string {
  const here = { PUBLIC_ORIGIN: DEVELOPMENT.paneOrigin, PANE_ORIGIN: DEVELOPMENT.paneOrigin };
  if ('settings' in behind) {
    return rewriteManifest(xml, addressesFrom({ ...behind.settings, ...here }, version));
  }
  const { loginOrigin } = behind;
  // An id of its own, for the same reason as its name.
  const own = {
    ...here,
    CLOUD: 'custom',
    LOGIN_ORIGIN: loginOrigin,
    GRAPH_ORIGIN: loginOrigin,
    MANIFEST_ID: '51a0a7ed-1752-4e6d-aad0-ce1cd1212175',
  };
  const manifest = rewriteManifest(xml, addressesFrom(own, version));
  const named = (name: string): string => `<DisplayName DefaultValue="${name}"/>`;
  if (!manifest.includes(named(NAMES.real))) throw new Error(`manifest.xml has no ${named(NAMES.real)}.`);
  return manifest.replace(named(NAMES.real), named(NAMES.simulated));
}

/** Settings of the service for a real Outlook before the simulated Microsoft. */
export const forRealOutlook = (outlookOrigins: readonly string[]): Readonly<Record<string, string>> => ({
  OFFICE_JS_URL: CLOUDS.global.officeJsUrl,
  // With the Outlook of personal mailboxes: at the simulated Microsoft these have an organisation, too.
  HOST_ORIGINS: [...outlookOrigins, 'https://outlook.live.com'].join(','),
});
