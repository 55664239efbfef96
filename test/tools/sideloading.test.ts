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
  type Addition,
  type Hands,
  type Served,
  type Wish,
} from './sideloading';

/** 13.4: what the command does to a machine, as far as one without Outlook shows it: its calls. */

const STANDS_LINE = '{"level":30,"time":1796026531788,"msg":"Server listening at https://127.0.0.1:3000"}\n';
const PANE_LINE =
  '{"level":30,"method":"GET","route":"/taskpane.html","status":200,"tookMs":3,"msg":"answered"}\n';

class Machine implements Hands {
  readonly did: string[] = [];
  readonly said: string[] = [];
  readonly outlookHas: Addition[] = [];
  isWindows = true;
  /** What office-addin-debugging answers, which is 0 for nearly every failure, too. */
  debugCode = 0;
  written = STANDS_LINE;
  /** What happens while the command waits, one step a pause; then the person ends it. */
  readonly meanwhile: (() => void)[] = [];
  end: (code: number) => void = () => undefined;

  canAdd = (): boolean => this.isWindows;
  manifestOf = (behind: Wish['behind']): string => `${behind}.xml`;
  remember = (addition: Addition): number => this.outlookHas.push(addition);
  remembered = (): readonly Addition[] => this.outlookHas;
  say = (line: string): number => this.said.push(line);
  openInBrowser = (address: string): number => this.did.push(`opens ${address}`);
  debug = (...args: readonly string[]): Promise<number> => {
    this.did.push(args.slice(0, 2).join(' '));
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
      panel: behind === 'simulated' ? 'https://localhost:3001/?panel=alone' : undefined,
      log: () => this.written,
      ended,
      stop: () => {
        this.did.push('stops');
        return Promise.resolve();
      },
    });
  };
  /** Outlook gets the pane's page, and its person has seen enough. */
  outlookComes = (): void => {
    this.did.push('Outlook comes');
    this.written += PANE_LINE;
    this.end(0);
  };
}

const run = async (words: readonly string[], prepare: (machine: Machine) => void = () => undefined) => {
  const machine = new Machine();
  prepare(machine);
  const code = await sideload(wishOf(words), machine);
  return { code, did: machine.did, said: machine.said.join('\n') };
};
const comes = (machine: Machine): unknown => machine.meanwhile.push(machine.outlookComes);
const elsewhere = (machine: Machine): void => {
  machine.isWindows = false;
};

test('Outlook on Windows gets the add-in by office-addin-debugging, and the service ends with the command', async () => {
  const { code, did, said } = await run([], comes);
  expect({ code, did }).toEqual({
    code: 0,
    did: ['serves real', 'start real.xml', 'Outlook comes', 'stops'],
  });
  expect(said).toContain('The add-in is served');
});

test('a tool that failed, and answers that all is well, is not believed: only Outlook’s asking for the pane is', async () => {
  const { code, did, said } = await run([]);
  expect({ code, did }).toEqual({ code: 1, did: ['serves real', 'start real.xml', 'stops'] });
  expect(said).toContain('start again with --web');
  expect(said).not.toContain('The add-in is served');
});

test('a tool that says itself that it failed ends the command, and nothing goes on being served', async () => {
  const { code, did } = await run([], (machine) => {
    machine.debugCode = 3;
  });
  expect({ code, did }).toEqual({ code: 3, did: ['serves real', 'start real.xml', 'stops'] });
});

test.each([
  ['on Windows with --web', ['--web'], () => undefined],
  ['on Mac and Linux, where the tool knows no Outlook', [], elsewhere],
])(
  '%s the page for adding is opened, and the command waits until Outlook has loaded the pane',
  async (_, words, where) => {
    const { code, did, said } = await run(words, (machine) => {
      where(machine);
      machine.meanwhile.push(() => {
        machine.written += '{"method":"GET","route":"/readyz","status":200}\n';
      });
      comes(machine);
    });
    expect({ code, did }).toEqual({
      code: 0,
      did: ['serves real', `opens ${ADD_PAGE}`, 'Outlook comes', 'stops'],
    });
    expect(said).toContain('Add from file:\n  real.xml');
  },
);

test('13.4: --simulated serves the simulated Microsoft, opens its panel beside Outlook, and adds its own manifest', async () => {
  const panel = 'opens https://localhost:3001/?panel=alone';
  expect((await run(['--simulated'], comes)).did).toEqual([
    'serves simulated',
    panel,
    'start simulated.xml',
    'Outlook comes',
    'stops',
  ]);
  const byHand = await run(['--simulated'], (machine) => {
    elsewhere(machine);
    comes(machine);
  });
  expect(byHand.did).toEqual(['serves simulated', panel, `opens ${ADD_PAGE}`, 'Outlook comes', 'stops']);
});

test('13.4: a service that ends while it is waited for ends the command, with a failure', async () => {
  const { code, did } = await run(['--web']);
  expect({ code, did }).toEqual({ code: 1, did: ['serves real', `opens ${ADD_PAGE}`, 'stops'] });
});

test('a service that never stands shows nobody a page, and leaves nothing to take out', async () => {
  const machine = new Machine();
  machine.written = '{"level":50,"msg":"no"}\n';
  machine.meanwhile.push(() => machine.end(2));
  expect(await sideload(wishOf(['--simulated', '--web']), machine)).toBe(2);
  expect(machine.did).toEqual(['serves simulated', 'stops']);
  expect(machine.outlookHas).toEqual([]);
});

describe('taking out', () => {
  const stop = async (machine: Machine) => {
    machine.did.length = 0;
    machine.said.length = 0;
    const code = await sideload(wishOf(['stop']), machine);
    return { code, did: machine.did, said: machine.said.join('\n') };
  };
  const having = async (...runs: readonly (readonly string[])[]): Promise<Machine> => {
    const machine = new Machine();
    for (const words of runs) await sideload(wishOf(words), machine);
    return machine;
  };

  test('what the tool put in it takes out', async () => {
    const { code, did } = await stop(await having([], ['--simulated']));
    expect({ code, did }).toEqual({ code: 0, did: ['stop real.xml', 'stop simulated.xml'] });
  });

  test('what the person put in, the person is shown where to take out, by its name', async () => {
    const { code, did, said } = await stop(await having(['--simulated', '--web']));
    expect({ code, did }).toEqual({ code: 0, did: [`opens ${ADD_PAGE}`] });
    expect(said).toContain('Custom add-ins: remove ExtendSync (SIMULATED).');
  });

  test('where the tool is gone, it is said how it comes back', async () => {
    const machine = await having([]);
    machine.isWindows = false;
    const { code, did, said } = await stop(machine);
    expect({ code, did }).toEqual({ code: 1, did: [] });
    expect(said).toContain('npm install --no-save office-addin-debugging');
  });

  test('where nothing was put in, that is said', async () => {
    const { code, did, said } = await stop(new Machine());
    expect({ code, did }).toEqual({ code: 0, did: [] });
    expect(said).toBe('Nothing was put into Outlook from this folder.');
  });
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
    const made = manifestFor({ settings }, xml, '1.0.0');
    expect(made).toContain('"https://localhost:3000/taskpane.html"');
    expect(made).not.toContain('example.com');
    expect(read(made).domains).toEqual(['https://localhost:3000', 'https://login.microsoftonline.com']);
  });

  test('13.4: the simulated one lets dialogs go to the simulated sign-in, and stands beside the real add-in', () => {
    const made = manifestFor({ loginOrigin: 'https://localhost:3002' }, xml, '1.0.0');
    expect(made).toContain('"https://localhost:3000/taskpane.html"');
    expect(read(made)).toEqual({
      id: expect.not.stringContaining(read(xml).id) as string,
      name: 'ExtendSync (SIMULATED)',
      domains: ['https://localhost:3000', 'https://localhost:3002'],
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
