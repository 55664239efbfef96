import { parseConsentAnswer } from '../../src/core/api/consent-answer';
import type { App } from '../../src/service/http/app';
import { LIMIT_RULES } from '../../src/service/http/limits';
import type { FaultSpec } from '../simulator/entra/faults';
import { DEMO } from '../simulator/entra/demo-seed';
import type { DatabaseServer } from '../service/testing/databases';
import {
  adminAccepts,
  attempt,
  byState,
  get,
  makeRequest,
  returnTo,
  startServiceWorld,
  type ServiceWorld,
} from '../service/testing/service-world';
import { heapBytes } from './heap';

/** An hour of the service, with everything that comes to it. */
export interface ServiceSoak {
  readonly simulatedMs: number;
  /** What panes were told. */
  readonly granted: number;
  readonly notGranted: number;
  readonly withoutAnswer: number;
  readonly returns: number;
  readonly looks: number;
  readonly faults: number;
  /** Answers to nonsense, by status. */
  readonly nonsense: Readonly<Record<string, number>>;
  /** Each answer that was not true when it was given, or in the time for which it may be told again. */
  readonly falseVerdicts: readonly string[];
  readonly heapBytes: readonly number[];
  readonly timersLeft: number;
}

const STEP_MS = 5_000;
/** An answer may be so old. */
const GRANTED_FOR_MS = 60_000;
const NOT_GRANTED_FOR_MS = 5_000;
/** How long after the last fault an answer may be missing: Microsoft's wait, and a check's own time. */
const FAULT_COUNTS_MS = 40_000;

const COMPANIES = [
  {
    domain: 'contoso.example',
    admin: 'Adele Admin adele@contoso.example',
    people: [DEMO.users.mia, DEMO.users.alex],
  },
  { domain: 'fabrikam.example', admin: 'Bo Admin bo@fabrikam.example', people: [DEMO.users.bo] },
] as const;
type Company = (typeof COMPANIES)[number];

const FAULTS: readonly FaultSpec[] = [
  { families: ['token'], trouble: { kind: 'throttle', retryAfterSeconds: 10 } },
  { families: ['graph'], trouble: { kind: 'server-error' } },
  { families: ['token'], trouble: { kind: 'cut' } },
  {
    families: ['graph'],
    trouble: { kind: 'garbage', body: '[]', status: 200, contentType: 'application/json' },
  },
  { families: ['token'], trouble: { kind: 'aadsts', number: 50196 } },
  { families: ['graph'], trouble: { kind: 'throttle', retryAfterSeconds: 7 } },
  { families: ['token'], trouble: { kind: 'garbage', body: '<html>', status: 200 } },
  { families: ['openid'], trouble: { kind: 'server-error' } },
];

/** When an organisation's approval began and ended, as Microsoft knows it. */
interface Truth {
  readonly fromMs: number;
  readonly isGranted: boolean;
}

export async function soakService(databases: DatabaseServer, simulatedMs: number): Promise<ServiceSoak> {
  const world = await startServiceWorld();
  try {
    const { database } = await databases.empty();
    const { directory } = world.entra;
    // The machine's minute counts in them, and the hour passes in a few.
    const limitRules = Object.fromEntries(
      Object.entries(LIMIT_RULES).map(([name, rule]) => [name, { ...rule, points: 1e6 }]),
    );
    const app = await world.startService(database, { limitRules }, { logLevel: 'warn' });
    const truths = new Map<Company, Truth[]>();
    const hintedAtMs = new Map<Company, number>();
    const now = (): number => world.clock.now();
    const become = (company: Company, isGranted: boolean): void => {
      if (isGranted) directory.grantForTenant(company.domain);
      else directory.revokeForTenant(company.domain);
      directory.setApiGrant(company.domain, true);
      truths.set(company, [...(truths.get(company) ?? []), { fromMs: now(), isGranted }]);
    };
    for (const company of COMPANIES) become(company, company.domain === 'contoso.example');

    const tally = { granted: 0, notGranted: 0, withoutAnswer: 0, returns: 0, looks: 0, faults: 0 };
    const nonsense: Record<string, number> = {};
    const falseVerdicts: string[] = [];
    const heap: number[] = [];
    let tokens = await tokensOf(world);
    let faultAtMs = Number.NEGATIVE_INFINITY;

    const ask = async (company: Company, token: string): Promise<void> => {
      const answer = await get(app, '/api/consent', { authorization: `Bearer ${token}` });
      const parsed = answer.statusCode === 200 ? parseConsentAnswer(answer.json()) : undefined;
      const wrong = (what: string): void =>
        void falseVerdicts.push(`${company.domain} at ${new Date(now()).toISOString()}: ${what}`);
      if (parsed?.outcome !== 'checked') {
        tally.withoutAnswer += 1;
        if (now() - faultAtMs > FAULT_COUNTS_MS) wrong(`no answer: ${answer.body}`);
        return;
      }
      const states = Object.keys(byState(parsed));
      const isGranted = states.length === 1 && states[0] === 'tenant';
      if (isGranted) tally.granted += 1;
      else tally.notGranted += 1;
      const sinceMs = Math.max(
        now() - (isGranted ? GRANTED_FOR_MS : NOT_GRANTED_FOR_MS),
        hintedAtMs.get(company) ?? 0,
      );
      if (!wasTrue(truths.get(company) ?? [], isGranted, sinceMs)) wrong(`told ${states.join(' and ')}`);
    };

    const startMs = now();
    const steps = simulatedMs / STEP_MS;
    for (let step = 0; step < steps; step += 1) {
      // Tokens live an hour.
      if (step % 360 === 359) tokens = await tokensOf(world);
      for (const [index, company] of COMPANIES.entries()) {
        const isQuiet = directory.listFaults().length === 0;
        if (step % 17 === 5 * (index + 1)) become(company, truths.get(company)?.at(-1)?.isGranted === false);
        if (isQuiet && step % 47 === 20 + index) {
          await approve(world, app, company, become);
          hintedAtMs.set(company, now());
          tally.looks += 1;
        }
        await Promise.all((tokens.get(company) ?? []).map((token) => ask(company, token)));
      }
      if (step % 6 === 3) {
        await strangerComesBack(app);
        tally.returns += 1;
      }
      for (const status of await sendNonsense(app, step)) nonsense[status] = (nonsense[status] ?? 0) + 1;
      if (step % 13 === 7) {
        directory.injectFault(FAULTS[tally.faults % FAULTS.length] ?? { trouble: { kind: 'cut' } });
        tally.faults += 1;
      }
      if (directory.listFaults().length > 0) faultAtMs = now();
      if (step % 13 === 10) directory.clearFaults();
      world.logLines.length = 0;
      await world.clock.advance(STEP_MS);
      if (step % Math.ceil(steps / 4) === Math.ceil(steps / 4) - 1) heap.push(heapBytes());
    }
    const passedMs = now() - startMs;
    await world.stopServices();
    const timersLeft = world.clock.pending;
    return { simulatedMs: passedMs, ...tally, nonsense, falseVerdicts, heapBytes: heap, timersLeft };
  } finally {
    await world.stop();
  }
}

/** Whether it was so at some moment from then on. */
function wasTrue(truths: readonly Truth[], isGranted: boolean, sinceMs: number): boolean {
  return truths.some(
    (truth, index) =>
      truth.isGranted === isGranted && (truths[index + 1]?.fromMs ?? Number.POSITIVE_INFINITY) >= sinceMs,
  );
}

async function tokensOf(world: ServiceWorld): Promise<ReadonlyMap<Company, readonly string[]>> {
  const found = new Map<Company, readonly string[]>();
  for (const company of COMPANIES)
    found.set(company, await Promise.all(company.people.map((person) => world.tokenOf(person))));
  return found;
}

/** The administrator's whole way, after which nothing from before may be told. */
async function approve(
  world: ServiceWorld,
  app: App,
  company: Company,
  become: (company: Company, isGranted: boolean) => void,
): Promise<void> {
  const { id } = await makeRequest(app, company.domain);
  become(company, true);
  await adminAccepts(world, app, id, company.admin);
}

/** Somebody who never was at Microsoft comes back as if they had approved for Contoso. */
async function strangerComesBack(app: App): Promise<void> {
  const { id } = await makeRequest(app, 'contoso.example');
  const state = (await attempt(app, id)).searchParams.get('state') ?? '';
  const query = new URLSearchParams({ admin_consent: 'True', tenant: DEMO.tenants.contoso, state });
  await returnTo(app, `/consent/return?${query.toString()}`);
}

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** What the internet sends: none of it may be taken for anything, and none may be the service's fault. */
async function sendNonsense(app: App, step: number): Promise<readonly number[]> {
  const forged = `${part({ alg: 'RS256', kid: 'x' })}.${part({ tid: DEMO.tenants.contoso, step })}.eA`;
  const answers = await Promise.all([
    get(app, '/api/consent', { authorization: `Bearer ${forged}` }),
    get(app, `/consent/return?admin_consent=True&state=${'x'.repeat(step % 500)}`),
    get(app, `/api/requests/${'A'.repeat(22)}/events`, { accept: 'application/json' }),
    app.inject({
      method: 'POST',
      url: '/api/requests',
      headers: { 'content-type': 'application/json' },
      payload: '{"tenant":',
    }),
    get(app, '/%61pi/consent', { 'sec-fetch-site': 'cross-site' }),
    get(app, `/${String(step)}.php`),
  ]);
  return answers.map(({ statusCode }) => statusCode);
}
