/** `npm start`: builds what is missing, starts the simulated world and says where it is. SIMULATED */
import { openInBrowser } from '../tools/open-in-browser';
import { buildWhenStale } from '../tools/stale-build';
import { whenToldToEnd } from '../tools/told-to-end';
import { PORTS } from './ports';
import { startWorld, type World } from './world';

function banner(lines: readonly string[]): string {
  const width = Math.max(...lines.map((line) => line.length)) + 4;
  const edge = '='.repeat(width);
  return ['', edge, ...lines.map((line) => `  ${line}`), edge, ''].join('\n');
}

let world: World | undefined;

/** Ends the world and this process; before the world stands, at once. */
function end(): void {
  if (!world) process.exit(1);
  world.stop().then(
    () => process.exit(0),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
}

async function main(): Promise<void> {
  whenToldToEnd(end);
  await buildWhenStale();
  world = await startWorld({ ports: PORTS, organisations: true });
  const address = world.outlookUrl({ scenario: 'not-asked', panel: 'open' });
  console.log(
    banner([
      'ExtendSync in a SIMULATED Outlook. Nothing here is Microsoft; nobody real is asked.',
      '',
      `Open      ${address}`,
      '',
      `Outlook   ${world.outlookOrigin}`,
      `Pane      ${world.paneOrigin}`,
      `Microsoft ${world.entra.origin}`,
      `Operators ${world.paneOrigin}/operators  (sign in as Olga Operator; the panel fills it with organisations)`,
      '',
      'The certificate was made for this folder, so the browser warns: choose "Advanced", then "Continue to localhost".',
      'Firefox asks once for each of the three addresses; the page shows links to those that are still missing.',
      '',
      'Press Ctrl+C to end everything.',
    ]),
  );
  if (process.argv.includes('--open')) openInBrowser(address);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
