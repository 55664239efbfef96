import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { withEnvFile } from '../service/env-file';
import { addSettings } from './env-text';
import { createGraphApplications } from './graph-applications';
import { printedRegistration } from './printed-registration';
import { register } from './register';
import { readRegistrationSettings } from './registration-settings';
import { createSignIn } from './sign-in';

const USAGE = `npm run register -- [options]
  --origin <https origin>   where browsers will reach the service; else PUBLIC_ORIGIN
  --tenant <id or domain>   the organisation to sign in to; else the one that the account is at home in
  --secret                  a client secret instead of a certificate
  --folder <folder>         where the certificate and its key are put (secrets)
  --print                   only write the registration as JSON and Bicep; nobody signs in
  --out <folder>            where --print writes them (dist)
  --yes                     do not ask before changing`;

const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** Reads the words after the command; throws at one that it does not know, and names those that it knows. */
function readWishes() {
  try {
    return parseArgs({
      options: {
        origin: { type: 'string' },
        tenant: { type: 'string' },
        secret: { type: 'boolean', default: false },
        folder: { type: 'string', default: 'secrets' },
        print: { type: 'boolean', default: false },
        out: { type: 'string', default: 'dist' },
        yes: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`, {
      cause: error,
    });
  }
}

/** `npm run register`: see register.ts. */
async function main(): Promise<number> {
  const wishes = readWishes();
  if (wishes.help) {
    print(USAGE);
    return 0;
  }
  const environment = withEnvFile(process.env);
  const kept = environment['PUBLIC_ORIGIN'];
  if (wishes.origin !== undefined && kept && kept !== wishes.origin) {
    throw new Error(`PUBLIC_ORIGIN is ${kept} in the settings: change it there, or leave --origin out.`);
  }
  const settings = readRegistrationSettings(
    wishes.origin === undefined ? environment : { ...environment, PUBLIC_ORIGIN: wishes.origin },
  );
  if (wishes.print) {
    const { files, notes } = printedRegistration(settings);
    mkdirSync(wishes.out, { recursive: true });
    for (const [name, text] of Object.entries(files)) {
      writeFileSync(path.join(wishes.out, name), text);
      print(path.join(wishes.out, name));
    }
    for (const note of notes) print(note);
    return 0;
  }

  const envFile = process.env['ENV_FILE'] ?? '.env';
  if (envFile === '') {
    throw new Error('ENV_FILE is empty, so there is no file for the settings: name one, or leave it out.');
  }
  const { cloud } = settings;
  const getToken = createSignIn({ cloud, tenant: wishes.tenant ?? settings.homeTenant, say: print });
  // First of all, so that a sign-in that fails is told in its own words.
  await getToken();
  const isDone = await register(
    settings,
    { secret: wishes.secret, folder: wishes.folder },
    {
      graph: createGraphApplications({
        graphOrigin: cloud.graphOrigin,
        getToken,
        fetch: globalThis.fetch,
        pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
      }),
      now: () => new Date(),
      say: print,
      agree: (question) => (wishes.yes ? Promise.resolve(true) : agree(question)),
      keep(values) {
        const before = existsSync(envFile) ? readFileSync(envFile, 'utf8') : '';
        const { text, added } = addSettings(before, values);
        if (added.length > 0) writePrivately(envFile, text);
        return added;
      },
    },
  );
  if (isDone) print('Next: npm run build, then node dist/service/main.js, and deploy dist/manifest.xml.');
  return isDone ? 0 : 1;
}

/** For this user alone, a file that was there before too: a secret may stand in it. */
function writePrivately(file: string, text: string): void {
  if (existsSync(file)) chmodSync(file, 0o600);
  writeFileSync(file, text, { mode: 0o600 });
}

async function agree(question: string): Promise<boolean> {
  if (!process.stdin.isTTY) {
    print('Nobody can be asked here: run it in a terminal, or with --yes.');
    return false;
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return /^y(es)?$/i.test((await terminal.question(`${question} [y/N] `)).trim());
  } finally {
    terminal.close();
  }
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  },
);
