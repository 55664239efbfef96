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
  /** The file that Outlook is given. */
  readonly manifest: string;
  /** Where the simulated Microsoft is steered. */
  readonly panel?: string | undefined;
  /** What the service has written so far. */
  log(): string;
  /** Resolves with an exit code when the person or the service has ended it. */
  readonly ended: Promise<number>;
  stop(): Promise<void>;
}

/** What the command can do to the machine. */
export interface Hands {
  /** Whether office-addin-debugging is there: it puts the add-in into Outlook on Windows. */
  canAdd(): boolean;
  debug(...args: readonly string[]): Promise<number>;
  /** The manifests that were given to Outlook before. */
  manifests(): readonly string[];
  serve(behind: Behind): Promise<Served>;
  openInBrowser(address: string): void;
  say(line: string): void;
  pause(): Promise<void>;
}

/** Microsoft's own short address of the page in Outlook on the web where add-ins are added. */
export const ADD_PAGE = 'https://aka.ms/olksideload';
export const PACKAGE = 'office-addin-debugging';
const DESKTOP = ['desktop', '--app', 'outlook', '--no-debug', '--no-live-reload'] as const;
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
  // Whoever tries the simulated one need not install anything more for it.
  const byHand = wish.outlook === 'web' || (wish.behind === 'simulated' && !hands.canAdd());
  if (!byHand && !hands.canAdd()) {
    sayWhatIsMissing(hands);
    return 1;
  }
  const served = await hands.serve(wish.behind);
  try {
    if (served.panel !== undefined) {
      hands.say(`Nothing behind the pane is Microsoft. Steer it at ${served.panel}`);
      hands.openInBrowser(served.panel);
    }
    const code = byHand
      ? await addByHand(served, hands)
      : await hands.debug('start', served.manifest, ...DESKTOP);
    if (code !== 0) return code;
    hands.say(
      `The add-in is served on ${DEVELOPMENT.paneOrigin}. End with Ctrl+C, then \`npm run sideload:stop\`.`,
    );
    return await served.ended;
  } finally {
    await served.stop();
  }
}

/** Opens Outlook's own page and waits until Outlook has asked for the pane; answers early when nothing is served any more. */
async function addByHand(served: Served, hands: Hands): Promise<number> {
  hands.say(
    [
      `In the page that opens (${ADD_PAGE}): My add-ins, Custom add-ins, Add a custom add-in, Add from file:`,
      `  ${served.manifest}`,
      'Then open a message and the add-in in it. Waiting for Outlook to load the pane ...',
    ].join('\n'),
  );
  hands.openInBrowser(ADD_PAGE);
  const ended = served.ended.then((code) => ({ code }));
  while (!PANE_WAS_LOADED.test(served.log())) {
    const end = await Promise.race([ended, hands.pause()]);
    if (end !== undefined) return end.code === 0 ? 1 : end.code;
  }
  hands.say('Outlook has loaded the pane.');
  return 0;
}

async function takeOut(hands: Hands): Promise<number> {
  if (!hands.canAdd()) {
    sayWhatIsMissing(hands);
    return 1;
  }
  let worst = 0;
  for (const manifest of hands.manifests()) worst = Math.max(worst, await hands.debug('stop', manifest));
  return worst;
}

const sayWhatIsMissing = ({ say }: Hands): void =>
  say(
    [
      `${PACKAGE} is not installed: it is optional, since a part of it does not build everywhere.`,
      `Install it with \`npm install --no-save ${PACKAGE}@7.0.0\`, or add and remove the add-in by hand:`,
      '`npm run sideload -- --web` opens the page for it.',
    ].join('\n'),
  );

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
  // It may stand beside the real add-in, so it has an id and a name of its own.
  const own = {
    ...here,
    CLOUD: 'custom',
    LOGIN_ORIGIN: loginOrigin,
    GRAPH_ORIGIN: loginOrigin,
    MANIFEST_ID: '51a0a7ed-1752-4e6d-aad0-ce1cd1212175',
  };
  const manifest = rewriteManifest(xml, addressesFrom(own, version));
  const place = '<DisplayName DefaultValue="ExtendSync"/>';
  if (!manifest.includes(place)) throw new Error(`manifest.xml has no ${place}.`);
  return manifest.replace(place, '<DisplayName DefaultValue="ExtendSync (SIMULATED)"/>');
}

/** Settings of the service for a real Outlook before the simulated Microsoft. */
export const forRealOutlook = (outlookOrigins: readonly string[]): Readonly<Record<string, string>> => ({
  OFFICE_JS_URL: CLOUDS.global.officeJsUrl,
  // With the Outlook of personal mailboxes: at the simulated Microsoft these have an organisation, too.
  HOST_ORIGINS: [...outlookOrigins, 'https://outlook.live.com'].join(','),
});
