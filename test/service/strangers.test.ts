import { parseRequestEvents } from '../../src/core/api/request-events';
import type { ConsentAnswer } from '../../src/core/api/consent-answer';
import { RENEWED_AFTER_MS } from '../../src/service/tenant/checks';
import { DEMO } from '../simulator/entra/demo-seed';
import { startProcessWorld, type ProcessWorld } from './testing/process-world';
import { SAMPLES, separationOf, whatIsShown } from './testing/separation';
import { kindsOf } from './testing/service-world';

/*
 * What strangers tried on the service, as a process in front of the simulated Microsoft: to find out who is a customer, to
 * use up what a company needs, to make the service work. Contoso is a customer, Fabrikam is not.
 */

const START_LIMIT_MS = 120_000;
jest.setTimeout(90_000);

let world: ProcessWorld;
beforeAll(async () => {
  world = await startProcessWorld();
  world.entra.directory.grantForTenant('contoso.example');
}, START_LIMIT_MS);
afterAll(() => world.stop());

const idOf = async (made: Response): Promise<string> => ((await made.json()) as { id: string }).id;
const stateOf = async (begun: Response): Promise<string> => {
  const { consentUrl } = (await begun.json()) as { consentUrl: string };
  return new URL(consentUrl).searchParams.get('state') ?? '';
};
const isSentToLook = (answer: Response): boolean =>
  /\/oauth2\/v2\.0\/authorize\?.*prompt=none/.test(answer.headers.get('location') ?? '');
/** What Microsoft was asked about anything but a name's tenant and the keys. */
const questions = (): readonly string[] =>
  world.asked.filter(({ family }) => family !== 'openid').map(({ family, path }) => `${family} ${path}`);
const checkedOf = (answer: ConsentAnswer | undefined): Extract<ConsentAnswer, { outcome: 'checked' }> => {
  if (answer?.outcome !== 'checked') throw new Error('Nothing is known of the tenant.');
  return answer;
};
/** All at once, as a machine sends them. */
const times = <T>(count: number, work: (index: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)));

test('S8: 300 returns that name a company, from requests for others, ask nothing about it and take nothing from it', async () => {
  const known = checkedOf(await world.answersMia());
  expect(known).toMatchObject({ outcome: 'checked', proof: { by: 'application' } });
  world.asked.length = 0;
  const addresses = ['203.0.113.1', '203.0.113.2', '203.0.113.3'];
  for (const address of addresses) {
    const returned = await times(100, async (index) => {
      const id = await idOf(await world.makes(`junk-${address.slice(-1)}-${String(index)}.example`, address));
      return world.comesBack(DEMO.tenants.contoso, await stateOf(await world.begins(id, address)), address);
    });
    expect(returned.filter(isSentToLook)).toHaveLength(100);
  }
  expect(questions()).toEqual([]);
  expect(world.asked.filter(({ path }) => path.includes(DEMO.tenants.contoso))).toEqual([]);
  // The grant is known as before, without a new question but the one that its age orders.
  const answer = await world.answersMia();
  const isAged = Date.now() - Date.parse(known.checkedAt) >= RENEWED_AFTER_MS;
  expect(answer).toEqual(
    isAged ? { ...known, checkedAt: expect.any(String), correlationId: expect.any(String) } : known,
  );
  const id = await idOf(await world.makes('contoso.example', '192.0.2.1'));
  const begun = await world.begins(id, '192.0.2.1');
  expect(begun.status).toBe(201);
  expect(isSentToLook(await world.comesBack(DEMO.tenants.contoso, await stateOf(begun), '192.0.2.1'))).toBe(
    true,
  );
});

test('S3: three addresses use up all that they have, and the company begins and makes as before', async () => {
  const victim = '192.0.2.1';
  const id = await idOf(await world.makes('contoso.example', victim));
  const begun: number[] = [];
  for (const address of ['203.0.113.11', '203.0.113.12', '203.0.113.13']) {
    const own = await idOf(await world.makes('contoso.example', address));
    // Even with the company's own link.
    const tries = await times(130, (index) => world.begins(index % 2 === 0 ? own : id, address));
    begun.push(tries.filter(({ status }) => status === 201).length);
  }
  expect(begun).toEqual([120, 120, 120]);
  const made = await times(310, () => world.makes('contoso.example', '203.0.113.11'));
  expect(made.filter(({ status }) => status === 201)).toHaveLength(299);
  expect((await world.begins(id, victim)).status).toBe(201);
  expect((await world.makes('contoso.example', victim)).status).toBe(201);
});

test('S4: what others ask for a company changes no answer to a stranger', async () => {
  await times(7, () => world.makes('northwind.example', '192.0.2.1'));
  const statuses = (await times(310, () => world.makes('northwind.example', '203.0.113.21'))).map(
    ({ status }) => status,
  );
  expect(statuses.filter((status) => status === 201)).toHaveLength(300);
  const refused = await world.makes('northwind.example', '203.0.113.21');
  const { retryAfterMs } = (await refused.json()) as { retryAfterMs: number };
  expect([refused.status, retryAfterMs % 60_000]).toEqual([429, 0]);
});

test('S7: 120 images of the return in an office, then its administrator, who really comes back', async () => {
  const office = '192.0.2.9';
  const image = { 'sec-fetch-dest': 'image', 'sec-fetch-mode': 'no-cors', 'sec-fetch-site': 'cross-site' };
  const id = await idOf(await world.makes('contoso.example', office));
  const state = await stateOf(await world.begins(id, office));
  // Such as name the very request, and such as name nothing.
  for (const target of ['/consent/return', `/consent/return?admin_consent=True&state=${state}`])
    for (let round = 0; round < 120; round += 1) await world.call(target, office, { headers: image });
  const declined = await world.call('/consent/return?error=access_denied', office);
  expect([declined.status, declined.headers.get('location')]).toEqual([
    303,
    expect.stringMatching(/^\/grant\.html\?/),
  ]);
  // The images have used up neither the state nor what the office may do.
  expect(isSentToLook(await world.comesBack(DEMO.tenants.contoso, state, office))).toBe(true);
});

test('S10: while Microsoft turns away questions for keys, forged tokens run out of questions', async () => {
  world.entra.directory.injectFault({
    families: ['openid'],
    trouble: { kind: 'throttle', retryAfterSeconds: 1 },
  });
  world.asked.length = 0;
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const answers = await times(400, (index) => {
    const tid = `dead0000-0000-4000-8000-${String(index).padStart(12, '0')}`;
    const forged = [part({ alg: 'RS256', kid: 'x' }), part({ tid }), ''].join('.');
    return world.call('/api/consent', '203.0.113.31', { headers: { authorization: `Bearer ${forged}` } });
  });
  world.entra.directory.clearFaults();
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(100);
  expect(world.asked.length).toBeLessThanOrEqual(300);
});

test('S11: whoever reads an old address of a return learns no request from it', async () => {
  const id = await idOf(await world.makes('contoso.example', '192.0.2.1'));
  const state = await stateOf(await world.begins(id, '192.0.2.1'));
  /** Where the look leads to which a return was sent on. */
  const lookedAfter = async (returned: Response, address: string): Promise<string | null> => {
    const looking = new URL(returned.headers.get('location') ?? '').searchParams.get('state') ?? '';
    const query = new URLSearchParams({ error: 'login_required', state: looking });
    return (await world.call(`/consent/look?${query.toString()}`, address)).headers.get('location');
  };
  const first = await world.comesBack(DEMO.tenants.contoso, state, '192.0.2.1');
  expect(isSentToLook(first)).toBe(true);
  await lookedAfter(first, '192.0.2.1');
  const again = (await world.comesBack(DEMO.tenants.contoso, state, '192.0.2.1')).headers.get('location');
  expect(again).toMatch(/^\/grant\.html\?returned=repeated&mark=[\w-]{22}$/);
  // In another browser it is worth as much as no state: a look that belongs to no request.
  const elsewhere = await world.comesBack(DEMO.tenants.contoso, state, '203.0.113.41');
  const looked = await lookedAfter(elsewhere, '203.0.113.41');
  expect(looked).toMatch(/^\/grant\.html\?looked=sign-in-needed&mark=[\w-]{22}$/);
});

test('S14: a withdrawn request does nothing more', async () => {
  const id = await idOf(await world.makes('contoso.example', '192.0.2.1'));
  const state = await stateOf(await world.begins(id, '192.0.2.1'));
  expect((await world.call(`/api/requests/${id}`, '192.0.2.1', { method: 'DELETE' })).status).toBe(204);
  const back = await world.comesBack(DEMO.tenants.contoso, state, '192.0.2.1');
  // What the administrator has approved is looked at all the same.
  expect(back.headers.get('location')).toMatch(/\/oauth2\/v2\.0\/authorize\?.*prompt=none/);
  const events = await world.call(`/api/requests/${id}/events?waitMs=0`, '192.0.2.1', {
    headers: { accept: 'application/json' },
  });
  expect(kindsOf(parseRequestEvents(await events.json()) ?? [])).toEqual(['made', 'withdrawn']);
});

test.each(['via', 'x-real-ip', 'forwarded', 'x-forwarded-host'])(
  'S17: the figures are not for who comes through a proxy that says so by %s alone',
  async (header) => {
    expect((await fetch(`${world.origin}/metrics`)).status).toBe(200);
    const proxied = await fetch(`${world.origin}/metrics`, { headers: { [header]: '1.1 proxy' } });
    expect(proxied.status).toBe(404);
  },
);

test('S18: words, ports and mapped forms give a client no second budget', async () => {
  const forms = ['203.0.113.51', '::ffff:203.0.113.51', '"203.0.113.51:4711"', '[::ffff:cb00:7133]:80'];
  const id = await idOf(await world.makes('contoso.example', '192.0.2.1'));
  const answers = await times(70, (index) =>
    world.begins(id, `made-up-${String(index)}, ${forms[index % forms.length] ?? ''}`),
  );
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(10);
});

test('S2: a made-up code for a look says and costs the same in a customer’s name and in another one’s', async () => {
  const stories: unknown[] = [];
  for (const [name, tenant] of [
    ['contoso.example', DEMO.tenants.contoso],
    ['fabrikam.example', DEMO.tenants.fabrikam],
  ] as const) {
    const id = await idOf(await world.makes(name, '203.0.113.61'));
    const state = await stateOf(await world.begins(id, '203.0.113.61'));
    const onward = (await world.comesBack(tenant, state, '203.0.113.61')).headers.get('location') ?? '';
    const look = new URLSearchParams({
      code: 'made-up',
      state: new URL(onward).searchParams.get('state') ?? '',
    });
    world.asked.length = 0;
    const answer = await world.call(`/consent/look?${look.toString()}`, '203.0.113.61');
    const page = new URL(answer.headers.get('location') ?? '', world.origin).searchParams;
    for (const own of ['mark', 'request']) page.delete(own);
    stories.push([page.toString(), questions().map((question) => question.replace(tenant, 'tenant'))]);
  }
  expect(stories[0]).toEqual(stories[1]);
});

test('S2: a made-up token takes a question whether its tenant’s people use the service or not', async () => {
  expect(await world.answersMia()).toMatchObject({ outcome: 'checked' });
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  for (const tid of [DEMO.tenants.contoso, DEMO.tenants.fabrikam]) {
    world.asked.length = 0;
    const forged = [part({ alg: 'RS256', kid: 'x' }), part({ tid }), 'AAAA'].join('.');
    const answer = await world.call('/api/consent', '203.0.113.71', {
      headers: { authorization: `Bearer ${forged}` },
    });
    expect([answer.status, world.asked.map(({ family }) => family)]).toEqual([401, ['openid']]);
  }
});

test('S20: a key that Microsoft publishes for personal accounts makes nobody one of a company’s people', async () => {
  const { directory } = world.entra;
  // Neither company's keys have been asked for here.
  for (const name of ['extendsync.example', 'northwind.example'])
    directory.grantForTenant(name, [{ scope: 'User.Read', kind: 'delegated' }]);
  expect(await world.statusFor(DEMO.users.olga)).toBe(200);
  directory.setQuirk('key-of-personal-accounts', true);
  const status = await world.statusFor(DEMO.users.carl);
  directory.setQuirk('key-of-personal-accounts', false);
  expect(status).toBe(503);
});

/** Only what looks apart takes longer than half a minute. */
const MEASURING_LIMIT_MS = 300_000;

/** Waits until the service has nothing more to do than to say that it is alive. */
async function comesToRest(): Promise<void> {
  for (let before = world.computedMs(); before !== undefined;) {
    await new Promise((resolve) => setTimeout(resolve, 25));
    const now = world.computedMs() ?? 0;
    if (now - before < 3) return;
    before = now;
  }
}

// Microsoft is asked nothing here, so how far away it is does not matter; that the statements are the same is told of
// the return's route.
test(
  'S2: bursts of 20 returns take the same for a customer and for others',
  async () => {
    const returns = 20;
    expect(await world.answersMia()).toMatchObject({ outcome: 'checked', proof: { by: 'application' } });
    const tenants = [
      ['contoso.example', DEMO.tenants.contoso],
      ['fabrikam.example', DEMO.tenants.fabrikam],
    ] as const;
    const ids = await Promise.all(
      tenants.map(async ([name]) => idOf(await world.makes(name, '198.51.100.1'))),
    );
    let addresses = 0;
    /** How long a burst, and a call after it, waits for its answers; and how long the service computes for it. */
    const burst = async (kind: 0 | 1) => {
      addresses += 1;
      const address = `10.0.${String(addresses >> 8)}.${String(addresses & 255)}`;
      const id = ids[kind] ?? '';
      const states = await times(returns, async () => stateOf(await world.begins(id, address)));
      const [beganMs, computedBeforeMs] = [performance.now(), world.computedMs()];
      const answers = await times(returns, (index) =>
        world.comesBack(tenants[kind][1], states[index] ?? '', address),
      );
      await world.call('/readyz', address);
      const waitedMs = performance.now() - beganMs;
      await comesToRest();
      const computed = (world.computedMs() ?? 0) - (computedBeforeMs ?? 0);
      expect(answers.filter(isSentToLook)).toHaveLength(returns);
      return { waitedMs, computedMs: computed };
    };
    // What is slow the first time, as finding out whose names these are, tells nothing about either.
    await burst(0);
    await burst(1);
    world.asked.length = 0;
    const waitedMs: [number[], number[]] = [[], []];
    const workedMs: [number[], number[]] = [[], []];
    let shown: ReturnType<typeof whatIsShown> = 'nothing clear';
    for (let enough: number = SAMPLES.first; shown === 'nothing clear'; enough += SAMPLES.more) {
      while (waitedMs[0].length < enough) {
        // In turns, so that nothing else that changes meanwhile falls on one of them.
        for (const kind of waitedMs[0].length % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)) {
          const took = await burst(kind);
          waitedMs[kind].push(took.waitedMs);
          workedMs[kind].push(took.computedMs);
        }
      }
      shown = whatIsShown([separationOf(...waitedMs), separationOf(...workedMs)], enough);
    }
    expect({ shown, samples: waitedMs[0].length }).toMatchObject({ shown: 'alike' });
    expect(world.asked).toEqual([]);
  },
  MEASURING_LIMIT_MS,
);
