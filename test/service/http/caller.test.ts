import { generateKeyPair, exportJWK, SignJWT, UnsecuredJWT, type CryptoKey, type JWTPayload } from 'jose';
import { CLOUDS, type Cloud } from '../../../src/core/cloud';
import {
  createFindCaller,
  KEYS_AWAY_MS,
  KEYS_RENEWED_AFTER_MS,
  type Proof,
} from '../../../src/service/http/caller';
import { createMemory } from '../../../src/service/memory';
import { ManualClock } from '../../support/manual-clock';

const TENANT = 'c0450000-0000-4000-8000-000000000001';
const OTHER_TENANT = 'fab21ca0-0000-4000-8000-000000000002';
const CLIENT_ID = 'e57e4d57-4c00-4a11-9a00-000000000001';
const MIA = '11a00000-0000-4000-8000-000000000011';
const LOGIN = 'https://login.example';
const CLOUD: Cloud = {
  name: 'custom',
  loginOrigin: LOGIN,
  graphOrigin: 'https://graph.example',
  officeJsUrl: LOGIN,
};

/** Claims in place of the good ones; undefined leaves one out. */
type Changed = Readonly<Record<string, unknown>>;

interface Signer {
  readonly privateKey: CryptoKey;
  readonly kid: string;
  readonly jwk: object;
}

async function makeSigner(kid: string): Promise<Signer> {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
  return { privateKey, kid, jwk: { ...(await exportJWK(publicKey)), kid, use: 'sig', alg: 'RS256' } };
}

let current: Signer;
let next: Signer;
beforeAll(async () => {
  [current, next] = await Promise.all([makeSigner('current'), makeSigner('next')]);
});

/** Microsoft's keys endpoint, as far as this needs it: which keys each tenant publishes, and who asked. */
function makeWorld(cloud: Cloud = CLOUD, keySetsAtMost?: number) {
  const clock = new ManualClock(Date.now());
  const published = new Map([
    [TENANT, [current.jwk]],
    [OTHER_TENANT, [next.jwk]],
  ]);
  const asked: string[] = [];
  let status = 200;
  let instead: (() => Response) | undefined;
  const check = createFindCaller(
    { clientId: CLIENT_ID, cloud },
    (input) => {
      asked.push(String(input));
      const tenant = new URL(String(input)).pathname.split('/')[1] ?? '';
      const keys = published.get(tenant);
      if (status === 0) return Promise.reject(new TypeError('fetch failed'));
      if (instead) return Promise.resolve(instead());
      return Promise.resolve(
        keys && status === 200
          ? Response.json({ keys })
          : Response.json(keys ? {} : { error: 'invalid_tenant' }, { status: keys ? status : 400 }),
      );
    },
    clock,
    createMemory<Proof>(clock, 10),
    keySetsAtMost,
  );
  const nowS = Math.floor(clock.now() / 1000);
  const claims: JWTPayload = {
    ver: '2.0',
    iss: `${LOGIN}/${TENANT}/v2.0`,
    aud: CLIENT_ID,
    tid: TENANT,
    oid: MIA,
    scp: 'access_as_user',
    iat: nowS,
    nbf: nowS,
    exp: nowS + 3600,
  };
  const sign = (changed: Changed = {}, signer: Signer = current): Promise<string> =>
    new SignJWT({ ...claims, ...changed })
      .setProtectedHeader({ alg: 'RS256', kid: signer.kid, typ: 'JWT' })
      .sign(signer.privateKey);
  return {
    clock,
    published,
    asked,
    claims,
    sign,
    answer: (with_: typeof instead) => {
      instead = with_;
    },
    fail: (with_: number) => {
      status = with_;
    },
    seen: async (token: string) => check(`Bearer ${token}`, () => Promise.resolve({ ok: true })),
    check,
  };
}

test('a token of the tenant, for us, with our scope, is a caller', async () => {
  const world = makeWorld();
  expect(await world.seen(await world.sign())).toEqual({
    ok: true,
    caller: { tenant: TENANT, userId: MIA, roles: [], tokenIssuedAtMs: (world.claims.iat ?? 0) * 1000 },
  });
  expect(world.asked).toEqual([`${LOGIN}/${TENANT}/discovery/v2.0/keys`]);
});

test.each([
  ['the other name of our API', { aud: `api://${CLIENT_ID}` }],
  ['one scope among several', { scp: 'other access_as_user' }],
  ['a tenant written in capitals', { tid: TENANT.toUpperCase() }],
])('%s is accepted', async (_title, changed) => {
  const world = makeWorld();
  expect(await world.seen(await world.sign(changed))).toMatchObject({ ok: true });
});

test.each([
  ['for Microsoft Graph', { aud: '00000003-0000-0000-c000-000000000000' }],
  ['for everybody', { aud: undefined }],
  ['issued by another tenant', { iss: `${LOGIN}/${OTHER_TENANT}/v2.0` }],
  ['issued for all tenants', { iss: `${LOGIN}/common/v2.0` }],
  ['issued by another login host', { iss: `https://login.evil.example/${TENANT}/v2.0` }],
  ['of version 1.0', { iss: `https://sts.windows.net/${TENANT}/` }],
  ['without a tenant', { tid: undefined }],
  ['of a tenant that is a path', { tid: '../../evil' }],
  ['without a user', { oid: undefined }],
  ['of a user that is no object id', { oid: "' or 1=1" }],
  ['without an expiry', { exp: undefined }],
])('a token %s is turned down', async (_title, changed) => {
  const world = makeWorld();
  expect(await world.seen(await world.sign(changed))).toMatchObject({ ok: false, status: 401 });
});

test.each([
  ['without our scope', { scp: 'User.Read' }],
  ['with a longer word that holds it', { scp: 'access_as_user2' }],
  ['of an application, which has roles and no scope', { scp: undefined, roles: ['access_as_user'] }],
  ['that says that it is an application', { idtyp: 'app' }],
])('a token %s is genuine and not enough', async (_title, changed) => {
  const world = makeWorld();
  expect(await world.seen(await world.sign(changed))).toEqual({ ok: false, status: 403, why: 'scope' });
});

test('time: not before, not after, with a minute for clocks that differ', async () => {
  const world = makeWorld();
  const token = await world.sign();
  await world.clock.advance(3600_000 + 59_000);
  expect(await world.seen(token)).toMatchObject({ ok: true });
  await world.clock.advance(2_000);
  expect(await world.seen(token)).toMatchObject({ ok: false, status: 401, why: 'ERR_JWT_EXPIRED' });

  const early = makeWorld();
  const nowS = early.claims.iat ?? 0;
  expect(await early.seen(await early.sign({ nbf: nowS + 59 }))).toMatchObject({ ok: true });
  expect(await early.seen(await early.sign({ nbf: nowS + 62 }))).toMatchObject({ ok: false, status: 401 });
});

describe('a token that has held is not computed again', () => {
  /** As long as the keys are not asked for, nothing can be computed: the fence is the count of questions. */
  const HELD_MS = 10 * 60_000;

  test('until the keys of its tenant must be asked for anew: one that Microsoft has taken back is out by then', async () => {
    const world = makeWorld();
    const token = await world.sign();
    expect(await world.seen(token)).toMatchObject({ ok: true });
    world.published.set(TENANT, [next.jwk]);
    await world.clock.advance(KEYS_RENEWED_AFTER_MS - 1);
    expect(await world.seen(token)).toMatchObject({ ok: true });
    expect(world.asked).toHaveLength(1);
    await world.clock.advance(HELD_MS - KEYS_RENEWED_AFTER_MS + 1);
    expect(await world.seen(token)).toMatchObject({ ok: false, status: 401 });
  });

  test('and one that differs in a single character has proved nothing', async () => {
    const world = makeWorld();
    const token = await world.sign();
    await world.seen(token);
    const at = token.length - 10;
    const changed = `${token.slice(0, at)}${token[at] === 'A' ? 'B' : 'A'}${token.slice(at + 1)}`;
    expect(await world.seen(changed)).toMatchObject({ ok: false, status: 401 });
    expect(await world.seen(token)).toMatchObject({ ok: true });
  });

  test('and one that was turned down is turned down again', async () => {
    const world = makeWorld();
    const token = await world.sign({ scp: 'User.Read' });
    await world.seen(token);
    expect(await world.seen(token)).toMatchObject({ ok: false, status: 403 });
  });
});

describe('forged tokens', () => {
  test('signed with the key of another tenant', async () => {
    const world = makeWorld();
    expect(await world.seen(await world.sign({}, { ...next, kid: 'current' }))).toMatchObject({
      ok: false,
      status: 401,
    });
  });

  describe('S20: signed with a key that Microsoft publishes for others than the token’s tenant', () => {
    const naming = (issuer: unknown) => ({ ...next.jwk, issuer });

    test.each([
      ['for personal accounts', `${LOGIN}/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0`],
      ['for another tenant', `${LOGIN}/${OTHER_TENANT}/v2.0`],
      ['by another login host', `https://login.evil.example/${TENANT}/v2.0`],
    ])('%s, beside the tenant’s own', async (_whose, issuer) => {
      const world = makeWorld();
      world.published.set(TENANT, [current.jwk, naming(issuer)]);
      expect(await world.seen(await world.sign({}, next))).toMatchObject({ ok: false, status: 401 });
      expect(await world.seen(await world.sign())).toMatchObject({ ok: true });
    });

    test('and by no other: nothing is known of the tenant’s own', async () => {
      const world = makeWorld();
      world.published.set(TENANT, [naming(`${LOGIN}/${OTHER_TENANT}/v2.0`)]);
      expect(await world.seen(await world.sign({}, next))).toMatchObject({ status: 503 });
    });

    test.each([
      ['the tenant’s', `${LOGIN}/${TENANT}/v2.0`],
      ['every tenant’s', `${LOGIN}/{tenantid}/v2.0`],
      ['every tenant’s, with other letters large', `${LOGIN}/{tenantId}/v2.0`],
      ['nobody’s', undefined],
      ['an empty name’s', ''],
    ])('%s it may be', async (_whose, issuer) => {
      const world = makeWorld();
      world.published.set(TENANT, [naming(issuer)]);
      expect(await world.seen(await world.sign({}, next))).toMatchObject({ ok: true });
    });
  });

  test('without a signature', async () => {
    const world = makeWorld();
    expect(await world.seen(new UnsecuredJWT(world.claims).encode())).toMatchObject({
      ok: false,
      status: 401,
    });
    expect(world.asked).toEqual([]);
  });

  test('signed with the public key as if it were a secret', async () => {
    const world = makeWorld();
    const secret = new TextEncoder().encode(JSON.stringify(current.jwk));
    const token = await new SignJWT(world.claims)
      .setProtectedHeader({ alg: 'HS256', kid: 'current' })
      .sign(secret);
    expect(await world.seen(token)).toMatchObject({ ok: false, status: 401 });
    expect(world.asked).toEqual([]);
  });

  test('with a claim changed after signing', async () => {
    const world = makeWorld();
    const [header = '', , signature = ''] = (await world.sign()).split('.');
    const changed = Buffer.from(JSON.stringify({ ...world.claims, oid: OTHER_TENANT })).toString('base64url');
    expect(await world.seen(`${header}.${changed}.${signature}`)).toMatchObject({ ok: false, status: 401 });
  });

  test('not a token at all', async () => {
    const world = makeWorld();
    for (const authorization of [
      undefined,
      '',
      'Bearer',
      'Bearer a.b',
      'Bearer a.b.c.d',
      `Bearer ${'a'.repeat(17_000)}.b.c`,
      'Bearer ..',
      'Basic abc',
    ]) {
      expect(await world.check(authorization, () => Promise.resolve({ ok: true }))).toMatchObject({
        ok: false,
        status: 401,
      });
    }
    expect(world.asked).toEqual([]);
  });
});

describe('keys', () => {
  test('are fetched once per tenant', async () => {
    const world = makeWorld();
    await Promise.all(Array.from({ length: 20 }, async () => world.seen(await world.sign())));
    await world.seen(await world.sign({ tid: OTHER_TENANT, iss: `${LOGIN}/${OTHER_TENANT}/v2.0` }, next));
    expect(world.asked).toHaveLength(2);
  });

  test('that cannot be fetched say nothing against the token; the next try may succeed', async () => {
    for (const failure of [0, 429, 500, 503]) {
      const world = makeWorld();
      const token = await world.sign();
      world.fail(failure);
      expect(await world.seen(token)).toEqual({ ok: false, status: 503, why: 'keys-unavailable' });
      world.fail(200);
      await world.clock.advance(KEYS_AWAY_MS);
      expect(await world.seen(token)).toMatchObject({ ok: true });
    }
  });

  test.each<[string, () => Response]>([
    ['refuses', () => new Response('<html>blocked', { status: 403 })],
    ['refuses in JSON', () => Response.json({ error: 'policy' }, { status: 403 })],
    ['wants to be signed in to', () => new Response('', { status: 407 })],
    [
      'sends elsewhere',
      () => new Response('', { status: 302, headers: { location: 'https://proxy.example' } }),
    ],
    ['knows no such page', () => new Response('{}', { status: 404 })],
    ['does not like it, and is not Entra', () => new Response('{}', { status: 400 })],
    ['answers with a page of its own', () => new Response('<html>sign in to the proxy</html>')],
    ['answers with something else', () => Response.json({ error: 'x' })],
    ['has no key', () => Response.json({ keys: [] })],
    ['has keys that are none', () => Response.json({ keys: ['x'] })],
  ])('are asked for, and a proxy %s: that says nothing against the token', async (_what, answer) => {
    const world = makeWorld();
    const token = await world.sign();
    world.answer(answer);
    expect(await world.seen(token)).toEqual({ ok: false, status: 503, why: 'keys-unavailable' });
    world.answer(undefined);
    await world.clock.advance(KEYS_AWAY_MS);
    expect(await world.seen(token)).toMatchObject({ ok: true });
  });

  test('S10: that cannot be fetched are not asked for again for some seconds', async () => {
    const world = makeWorld();
    const token = await world.sign();
    world.fail(429);
    for (let round = 0; round < 5; round += 1) await world.seen(token);
    expect(world.asked).toHaveLength(1);
    await world.clock.advance(KEYS_AWAY_MS - 1);
    await world.seen(token);
    expect(world.asked).toHaveLength(1);
  });

  test('S10: are asked for only where it is allowed; what is known needs no leave', async () => {
    const world = makeWorld();
    const token = await world.sign();
    const never = () => Promise.resolve({ ok: false, retryAfterMs: 7 } as const);
    expect(await world.check(`Bearer ${token}`, never)).toMatchObject({ status: 429, retryAfterMs: 7 });
    expect(world.asked).toEqual([]);
    await world.seen(token);
    expect(await world.check(`Bearer ${token}`, never)).toMatchObject({ ok: true });
  });

  test('of a tenant whose people are here are renewed beside them, counted for nobody', async () => {
    const world = makeWorld();
    const never = () => Promise.resolve({ ok: false, retryAfterMs: 7 } as const);
    const seenBeside = async (token: string) => {
      const found = await world.check(`Bearer ${token}`, never);
      await world.clock.advance(0);
      return found;
    };
    const token = await world.sign();
    await world.seen(token);
    // One token that has held, and ever new ones, all through an hour in which their address may ask nothing.
    for (let minute = 5; minute < 60; minute += 5) {
      await world.clock.advance(5 * 60_000);
      expect(await seenBeside(token)).toMatchObject({ ok: true });
      expect(await seenBeside(await world.sign({ oid: OTHER_TENANT }))).toMatchObject({ ok: true });
    }
    expect(world.asked).toHaveLength(12);
    // A key that Microsoft has taken back goes with the next renewal.
    world.published.set(TENANT, [next.jwk]);
    await world.clock.advance(KEYS_RENEWED_AFTER_MS - 60_000);
    await seenBeside(token);
    await world.clock.advance(60_000);
    await seenBeside(token);
    expect(await world.check(`Bearer ${token}`, never)).toMatchObject({ ok: false, status: 429 });
    expect(await seenBeside(await world.sign({}, next))).toMatchObject({ ok: true });
  });

  test('that cannot be renewed hold as long as they were to, and are asked for again', async () => {
    const world = makeWorld();
    const token = await world.sign();
    await world.seen(token);
    await world.clock.advance(KEYS_RENEWED_AFTER_MS);
    world.fail(503);
    await world.seen(token);
    await world.clock.advance(0);
    expect(await world.seen(token)).toMatchObject({ ok: true });
    expect(world.asked).toHaveLength(2);
    world.fail(200);
    await world.clock.advance(KEYS_AWAY_MS);
    await world.seen(token);
    expect(world.asked).toHaveLength(3);
  });

  test('many who ask for the same keys at the same moment are one question, counted once', async () => {
    const world = makeWorld();
    const token = await world.sign();
    let counted = 0;
    const allow = () => {
      counted += 1;
      return Promise.resolve({ ok: true } as const);
    };
    await Promise.all(Array.from({ length: 50 }, () => world.check(`Bearer ${token}`, allow)));
    expect([counted, world.asked.length]).toEqual([1, 1]);
  });

  test('one who may not ask keeps nobody else out: who comes beside them asks and is served', async () => {
    const world = makeWorld();
    const token = await world.sign();
    const [turnedAway, served] = await Promise.all([
      world.check(`Bearer ${token}`, () => Promise.resolve({ ok: false, retryAfterMs: 7 } as const)),
      world.check(`Bearer ${token}`, () => Promise.resolve({ ok: true } as const)),
    ]);
    expect(turnedAway).toMatchObject({ ok: false, status: 429 });
    expect(served).toMatchObject({ ok: true });
  });

  test('S2: a made-up token takes a question and a count, whether its tenant’s people were here or not', async () => {
    const world = makeWorld();
    const forged = async (tid: string): Promise<string> =>
      (await world.sign({ tid, iss: `${LOGIN}/${tid}/v2.0` })).replace(/[^.]+$/, 'AAAA');
    world.published.set(OTHER_TENANT, [current.jwk]);
    expect(await world.seen(await world.sign())).toMatchObject({ ok: true });
    const stories: unknown[] = [];
    for (const tid of [TENANT, OTHER_TENANT]) {
      let counted = 0;
      const allow = () => {
        counted += 1;
        return Promise.resolve({ ok: true } as const);
      };
      const never = () => Promise.resolve({ ok: false, retryAfterMs: 7 } as const);
      for (const lateMs of [0, 31_000, 11 * 60_000]) {
        await world.clock.advance(lateMs);
        world.asked.length = 0;
        stories.push([
          await world.check(`Bearer ${await forged(tid)}`, allow),
          world.asked.length,
          await world.check(`Bearer ${await forged(tid)}`, never),
          counted,
        ]);
      }
    }
    expect(stories.slice(3)).toEqual(stories.slice(0, 3));
    expect(stories[0]).toMatchObject([{ status: 401 }, 1, { status: 429 }, 1]);
  });

  test('of hundreds of tenants are known side by side; where they are the same, they are made ready once', async () => {
    const world = makeWorld();
    const made = jest.spyOn(crypto.subtle, 'importKey');
    const tokens: string[] = [];
    for (let index = 0; index < 510; index += 1) {
      const tid = `dead0000-0000-4000-8000-${String(index).padStart(12, '0')}`;
      const iss = `${LOGIN}/${tid}/v2.0`;
      // As Microsoft's do, the keys name their tenant.
      world.published.set(tid, [{ ...current.jwk, issuer: iss }]);
      const token = await world.sign({ tid, iss });
      expect(await world.seen(token)).toMatchObject({ ok: true });
      tokens.push(token);
    }
    expect(await world.seen(tokens[0] ?? '')).toMatchObject({ ok: true });
    expect(world.asked).toHaveLength(510);
    expect(made).toHaveBeenCalledTimes(1);
    made.mockRestore();
    // A tenant with keys of its own is held to those.
    const claims = { tid: OTHER_TENANT, iss: `${LOGIN}/${OTHER_TENANT}/v2.0` };
    expect(await world.seen(await world.sign(claims))).toMatchObject({ ok: false, status: 401 });
  });

  test('made-up tokens push no keys out that a good one has shown', async () => {
    const world = makeWorld(CLOUD, 10);
    const token = await world.sign();
    await world.seen(token);
    for (let index = 0; index < 20; index += 1) {
      const tid = `dead0000-0000-4000-8000-${String(index).padStart(12, '0')}`;
      world.published.set(tid, [next.jwk]);
      await world.seen(await world.sign({ tid, iss: `${LOGIN}/${tid}/v2.0` }));
    }
    world.asked.length = 0;
    expect(await world.seen(token)).toMatchObject({ ok: true });
    expect(world.asked).toEqual([]);
  });

  test('of a tenant that Microsoft does not know: the token is wrong', async () => {
    const world = makeWorld();
    const tid = 'dead0000-0000-4000-8000-000000000009';
    expect(await world.seen(await world.sign({ tid, iss: `${LOGIN}/${tid}/v2.0` }))).toMatchObject({
      status: 401,
    });
  });

  test("are changed by Microsoft: a token with the new key is accepted after jose's pause, and the old key goes", async () => {
    const world = makeWorld();
    await world.seen(await world.sign());
    world.published.set(TENANT, [next.jwk]);
    jest.useFakeTimers({
      now: Date.now() + 31_000,
      doNotFake: ['setTimeout', 'setImmediate', 'nextTick', 'queueMicrotask'],
    });
    try {
      expect(await world.seen(await world.sign({}, next))).toMatchObject({ ok: true });
      expect(await world.seen(await world.sign())).toMatchObject({ ok: false, status: 401 });
    } finally {
      jest.useRealTimers();
    }
  });
});

test('in China tokens are issued under the name under which people sign in', async () => {
  const world = makeWorld({ ...CLOUD, name: 'china', loginOrigin: CLOUDS.china.loginOrigin });
  const iss = `https://login.partner.microsoftonline.cn/${TENANT}/v2.0`;
  expect(await world.seen(await world.sign({ iss }))).toMatchObject({ ok: true });
  expect(await world.seen(await world.sign())).toMatchObject({ ok: false, status: 401 });
});
