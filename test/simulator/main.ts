/** `npm start`: builds what is missing, starts the simulated world and says where it is. SIMULATED */
import { watchFile } from 'node:fs';
import path from 'node:path';
import { openInBrowser } from '../tools/open-in-browser';
import { buildWhenStale, MADE_BY_WEBPACK } from '../tools/stale-build';
import { whenToldToEnd } from '../tools/told-to-end';
import { PORTS } from './ports';
import { startWorld, type World, type WorldService } from './world';

const ROOT = path.resolve(__dirname, '../..');
const LOOK_EVERY_MS = 500;

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

/** A build under the running world takes away the scripts that the service's pages name; started anew it knows the new ones. */
function followBuilds(service: WorldService): void {
  let hasFailed = false;
  const relaunch = async (): Promise<void> => {
    // Who has stopped it in the panel does not want it back.
    if (!service.isRunning() && !hasFailed) return;
    try {
      await service.restart();
      hasFailed = false;
      console.log('dist was built anew, and the service was relaunched with it. Open the pane again.');
    } catch (error) {
      hasFailed = true;
      console.error(error instanceof Error ? error.message : error);
      console.error('The service does not run with this build. It is tried again after the next one.');
    }
  };
  let last = Promise.resolve();
  for (const file of MADE_BY_WEBPACK) {
    watchFile(path.join(ROOT, file), { interval: LOOK_EVERY_MS }, ({ mtimeMs }) => {
      // Zero: it is away, since it is just being made.
      if (mtimeMs > 0) last = last.then(relaunch);
    });
  }
}

async function main(): Promise<void> {
  whenToldToEnd(end);
  await buildWhenStale(MADE_BY_WEBPACK);
  world = await startWorld({ ports: PORTS, organisations: true });
  followBuilds(world.service);
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
