import { readFileSync } from 'node:fs';
import path from 'node:path';
import { OUTLOOK_ORIGINS, readSettings } from '../../src/service/settings';
import { only, readManifestTree } from '../checks/manifest-tree';
import {
  ADD_PAGE,
  forRealOutlook,
  manifestFor,
  sideload,
  wishOf,
  type Hands,
  type Served,
  type Wish,
} from './sideloading';

/** 13.4: what the command does to a machine, as far as one without Outlook shows it: its calls. */

const PANE_LINE =
  '{"level":30,"method":"GET","route":"/taskpane.html","status":200,"tookMs":3,"msg":"answered"}\n';

class Machine implements Hands {
  readonly did: string[] = [];
  isInstalled = true;
  debugCode = 0;
  written = '';
  /** What happens while the command waits, one step a pause. */
  readonly meanwhile: (() => void)[] = [];
  end: (code: number) => void = () => undefined;

  canAdd = (): boolean => this.isInstalled;
  manifests = (): readonly string[] => ['real.xml', 'simulated.xml'];
  say = (): void => undefined;
  openInBrowser = (address: string): number => this.did.push(`opens ${address}`);
  debug = (...args: readonly string[]): Promise<number> => {
    this.did.push(args.slice(0, 2).join(' '));
    this.end(0);
    return Promise.resolve(this.debugCode);
  };
  pause = (): Promise<void> => {
    (this.meanwhile.shift() ?? (() => this.end(0)))();
    return Promise.resolve();
  };
  serve = (behind: Wish['behind']): Promise<Served> => {
    this.did.push(`serves ${behind}`);
    const ended = new Promise<number>((resolve) => {
      this.end = resolve;
    });
    return Promise.resolve({
      manifest: `${behind}.xml`,
      panel: behind === 'simulated' ? 'https://localhost:3001/?panel=alone' : undefined,
      log: () => this.written,
      ended,
      stop: () => {
        this.did.push('stops');
        return Promise.resolve();
      },
    });
  };
}

const run = async (words: readonly string[], prepare: (machine: Machine) => void = () => undefined) => {
  const machine = new Machine();
  prepare(machine);
  return { code: await sideload(wishOf(words), machine), did: machine.did };
};

test('the desktop’s Outlook gets the add-in by office-addin-debugging, and the service ends with it', async () => {
  expect(await run([])).toEqual({ code: 0, did: ['serves real', 'start real.xml', 'stops'] });
});

test('a refusal of office-addin-debugging is the command’s, and nothing goes on being served', async () => {
  const told = await run([], (machine) => {
    machine.debugCode = 3;
  });
  expect(told).toEqual({ code: 3, did: ['serves real', 'start real.xml', 'stops'] });
});

test('13.4: --simulated serves the simulated Microsoft, opens its panel beside Outlook, and adds its own manifest', async () => {
  expect(await run(['--simulated'])).toEqual({
    code: 0,
    did: ['serves simulated', 'opens https://localhost:3001/?panel=alone', 'start simulated.xml', 'stops'],
  });
});

test('13.4: --web opens the page for adding, and waits until Outlook has loaded the pane', async () => {
  const told = await run(['--web'], (machine) => {
    machine.meanwhile.push(
      () => {
        machine.written += '{"method":"GET","route":"/readyz","status":200}\n';
      },
      () => {
        machine.did.push('Outlook comes');
        machine.written += PANE_LINE;
        machine.end(0);
      },
    );
  });
  expect(told).toEqual({ code: 0, did: ['serves real', `opens ${ADD_PAGE}`, 'Outlook comes', 'stops'] });
});

test('13.4: a service that ends while it is waited for ends the command, with a failure', async () => {
  const told = await run(['--web'], (machine) => {
    machine.meanwhile.push(() => machine.end(0));
  });
  expect(told).toEqual({ code: 1, did: ['serves real', `opens ${ADD_PAGE}`, 'stops'] });
});

test('13.4: without office-addin-debugging the simulated one is added by hand, and the real one tells what is missing', async () => {
  const without = (machine: Machine): void => {
    machine.isInstalled = false;
    machine.written = PANE_LINE;
    machine.meanwhile.push(() => machine.end(0));
    const serve = machine.serve;
    machine.serve = async (behind) => {
      const served = await serve(behind);
      machine.end(0);
      return served;
    };
  };
  expect((await run(['--simulated'], without)).did).toEqual([
    'serves simulated',
    'opens https://localhost:3001/?panel=alone',
    `opens ${ADD_PAGE}`,
    'stops',
  ]);
  expect(await run([], without)).toEqual({ code: 1, did: [] });
  expect(await run(['stop'], without)).toEqual({ code: 1, did: [] });
});

test('stopping takes out every add-in that was put in', async () => {
  expect(await run(['stop'])).toEqual({ code: 0, did: ['stop real.xml', 'stop simulated.xml'] });
});

test('a word that nobody knows is refused before anything is done', () => {
  expect(() => wishOf(['--simulate'])).toThrow('There is no --simulate');
});

describe('the manifest that Outlook is given', () => {
  const xml = readFileSync(path.resolve(__dirname, '../../manifest.xml'), 'utf8');
  const read = (text: string) => {
    const app = readManifestTree(text);
    const attribute = (name: string) => only(app, name).attributes['DefaultValue'];
    return {
      id: only(app, 'Id').text,
      name: attribute('DisplayName'),
      domains: only(app, 'AppDomains').children.map(({ text: domain }) => domain),
    };
  };

  test('names this machine, whatever the settings of the installation are', () => {
    const settings = {
      PUBLIC_ORIGIN: 'https://consent.example.com',
      PANE_ORIGIN: 'https://pane.example.com',
    };
    const made = manifestFor({ settings }, xml, '0.1.0');
    expect(made).toContain('"https://localhost:3000/taskpane.html"');
    expect(made).not.toContain('example.com');
    expect(read(made).domains).toEqual(['https://login.microsoftonline.com']);
  });

  test('13.4: the simulated one lets dialogs go to the simulated sign-in, and stands beside the real add-in', () => {
    const made = manifestFor({ loginOrigin: 'https://localhost:3002' }, xml, '0.1.0');
    expect(made).toContain('"https://localhost:3000/taskpane.html"');
    expect(read(made)).toEqual({
      id: expect.not.stringContaining(read(xml).id) as string,
      name: 'ExtendSync (SIMULATED)',
      domains: ['https://localhost:3002'],
    });
  });
});

test('13.4: before a real Outlook the service takes Microsoft’s office.js, and lets Outlook’s own addresses show the pane', () => {
  const settings = readSettings({
    PUBLIC_ORIGIN: 'https://localhost:3000',
    CLIENT_ID: 'e57e4d57-4c00-4a11-9a00-000000000001',
    CLIENT_SECRET: 'secret',
    CLOUD: 'custom',
    LOGIN_ORIGIN: 'https://localhost:3002',
    GRAPH_ORIGIN: 'https://localhost:3002',
    NESTED_APP_AUTH: 'off',
    ...forRealOutlook(OUTLOOK_ORIGINS.global),
  });
  expect(new URL(settings.cloud.officeJsUrl).host).toBe('appsforoffice.microsoft.com');
  expect(settings.hostOrigins).toEqual([...OUTLOOK_ORIGINS.global, 'https://outlook.live.com']);
});
