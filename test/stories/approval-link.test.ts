import {
  CONTOSO,
  CONTOSO_DOMAIN,
  FABRIKAM,
  grantedForTenant,
  noAccount,
  notConsented,
  SETUP,
} from '../support/evidence';
import { AWAY, ApprovalWorld, REQUEST } from './approval-world';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const LINK = `?request=${REQUEST}`;

test('an admin opens the link, reads what is asked, goes to Microsoft, and sees the approval confirmed', async () => {
  const world = new ApprovalWorld();
  const page = await world.opens(LINK);
  expect(page.screen.name).toBe('opening');
  await world.passes(300);
  expect(page.screen).toMatchObject({
    name: 'invitation',
    facts: {
      organisation: { domain: { name: 'contoso.example', isVerified: true }, tenant: CONTOSO },
      clientId: SETUP.clientId,
    },
  });
  expect(page.screen.asked?.map(({ id }) => id)).toContain('application:Directory.Read.All');
  expect(world.openings).toEqual([REQUEST]);
  expect(world.questions).toEqual([]);
  await page.presses('continue');
  await world.passes(100);
  expect(world.left).toEqual([`${SETUP.loginOrigin}/${CONTOSO}/v2.0/adminconsent?state=of-${REQUEST}-1`]);
  page.closes();

  world.microsoftSays = grantedForTenant;
  const back = await world.opens(world.sentOn(`?request=${REQUEST}&returned=accepted`));
  expect(back.screen.tone).not.toBe('good');
  await world.passes(200);
  expect(back.screen).toMatchObject({ name: 'confirming', busy: true });
  await world.passes(200);
  expect(back.screen).toMatchObject({ name: 'confirmed', tone: 'good' });
  expect(back.verdict.because).toBe('all-granted-for-tenant');
  expect(world.questions).toEqual(['silent']);
  expect(world.clock.pending).toBe(0);
});

describe('a request that names the tenant by its id, and calls it by a domain', () => {
  const asked = async (microsoftKnows: ApprovalWorld['microsoftKnows']) => {
    const world = new ApprovalWorld();
    world.requestFor = CONTOSO;
    world.requestCalls = CONTOSO_DOMAIN;
    world.microsoftKnows = microsoftKnows;
    const page = await world.opens(LINK);
    await world.passes(world.answerMs);
    return { world, page };
  };
  const sendersWord = {
    tenant: CONTOSO,
    domain: { name: CONTOSO_DOMAIN, isVerified: false, isCoded: false },
  };

  test('the name is the sender’s word until Microsoft says that it is the same tenant', async () => {
    const { world, page } = await asked(() => CONTOSO);
    expect(page.screen).toMatchObject({ name: 'invitation', facts: { organisation: sendersWord } });
    expect(page.screen.title.values).toEqual({});
    await world.passes(world.answerMs);
    expect(page.screen.facts?.organisation).toEqual({
      ...sendersWord,
      domain: { name: CONTOSO_DOMAIN, isVerified: true, isCoded: false },
    });
    expect(page.screen.title.values).toEqual({ organisation: CONTOSO_DOMAIN });
  });

  test('where Microsoft knows no such domain, it stays the sender’s word', async () => {
    const { world, page } = await asked(() => undefined);
    await world.passes(MINUTE);
    expect(page.screen.facts?.organisation).toEqual(sendersWord);
    expect(page.screen.title.values).toEqual({});
  });

  test('a forged name, of another organisation, is not shown as this one’s, and the admin is warned', async () => {
    const { world, page } = await asked(() => FABRIKAM);
    await world.passes(world.answerMs);
    expect(page.screen.facts?.organisation).toEqual({ tenant: CONTOSO });
    expect(page.screen.title.values).toEqual({});
    expect(page.screen.notice?.text).toEqual({
      key: 'approval.notice.other-name',
      values: { domain: CONTOSO_DOMAIN },
    });
  });

  test('a forged name does not change whose grant is confirmed', async () => {
    const { world, page } = await asked(() => FABRIKAM);
    page.closes();
    world.microsoftSays = grantedForTenant;
    const back = await world.returns(`?request=${REQUEST}&returned=accepted`);
    expect(world.askedIn).toEqual([CONTOSO]);
    expect(back.screen.receipt).toMatchObject({ tenant: CONTOSO, organisation: 'Contoso' });
  });
});

test('the link does not die of five minutes: each click begins a fresh authorization', async () => {
  const world = new ApprovalWorld();
  const page = await world.arrives(LINK);
  await world.passes(3 * 60 * MINUTE);
  await page.presses('continue');
  await world.passes(100);
  expect(world.left).toHaveLength(1);
  await page.comesBack();
  await page.presses('continue');
  await world.passes(100);
  expect(new Set(world.left).size).toBe(2);
});

test('a click while the way is being made does not make two', async () => {
  const world = new ApprovalWorld();
  const page = await world.arrives(LINK);
  await page.presses('continue');
  expect(page.screen.primary?.busy).toBe(true);
  page.app.send({ type: 'continue-asked' });
  await world.passes(200);
  expect(world.attempts).toBe(1);
  expect(world.left).toHaveLength(1);
});

test('the request is gone: the colleague has to be asked for a new one', async () => {
  const world = new ApprovalWorld();
  world.serviceSays = { ok: false, why: 'gone' };
  const page = await world.arrives(LINK);
  expect(page.screen).toMatchObject({ name: 'gone', others: [] });
  expect(page.says).toContain('approval.gone.next');
  expect(page.screen.primary).toBeUndefined();
});

test('the request is withdrawn while the admin reads it', async () => {
  const world = new ApprovalWorld();
  const page = await world.arrives(LINK);
  world.serviceSays = { ok: false, why: 'gone' };
  await page.presses('continue');
  await world.passes(100);
  expect(page.screen.name).toBe('gone');
  expect(world.left).toEqual([]);
});

test('with the service away the page still says what is asked, and goes straight to Microsoft', async () => {
  const world = new ApprovalWorld();
  world.serviceSays = AWAY;
  const page = await world.arrives(LINK);
  expect(page.screen.name).toBe('invitation');
  expect(page.says).toContain('approval.notice.details-missing');
  await page.presses('continue');
  await world.passes(100);
  const url = new URL(world.left[0] ?? '');
  expect(url.origin + url.pathname).toBe(`${SETUP.loginOrigin}/organizations/v2.0/adminconsent`);
  expect(url.searchParams.get('redirect_uri')).toBe(`${SETUP.origin}/grant.html`);
  page.closes();

  world.microsoftSays = grantedForTenant;
  const back = await world.arrives(`?admin_consent=True&tenant=${CONTOSO}&state=${world.sentState}`);
  await world.passes(200);
  expect(back.screen.name).toBe('confirmed');
  expect(world.address).toBe('/grant.html');
});

test('the straight way names the tenant where it is known', async () => {
  const world = new ApprovalWorld();
  const page = await world.arrives(LINK);
  world.serviceSays = AWAY;
  await page.presses('continue');
  await world.passes(100);
  expect(new URL(world.left[0] ?? '').pathname).toBe(`/${CONTOSO}/v2.0/adminconsent`);
});

test('the details come by themselves when the network is back, and by a click', async () => {
  const world = new ApprovalWorld();
  world.serviceSays = AWAY;
  const page = await world.arrives(LINK);
  world.serviceSays = undefined;
  await page.presses('try-again');
  await world.passes(300);
  expect(page.screen.facts?.organisation?.domain?.name).toBe('contoso.example');
  expect(page.screen.others).toEqual([]);

  const other = new ApprovalWorld();
  other.serviceSays = AWAY;
  const offline = await other.arrives(LINK);
  await offline.becomes('offline');
  other.serviceSays = undefined;
  await offline.becomes('online');
  await other.passes(300);
  expect(offline.screen.facts?.organisation?.domain?.name).toBe('contoso.example');
});

// https://developer.mozilla.org/en-US/docs/Web/API/Navigator/onLine : on Windows a VPN or a firewall makes it so.
test('the browser says for good that there is no network, and there is one: whoever goes on comes to Microsoft', async () => {
  const world = new ApprovalWorld();
  const page = await world.arrives(LINK);
  world.browserIsWrong = true;
  await page.becomes('offline');
  expect(page.says).toContain('approval.notice.offline');
  await page.presses('continue');
  await world.passes(300);
  expect(world.left).toHaveLength(1);
  expect(page.says).not.toContain('approval.notice.offline');
});

test('a page that was told from the start that there is no network shows the request, and asks after the return', async () => {
  const world = new ApprovalWorld();
  world.online = false;
  world.browserIsWrong = true;
  const page = await world.arrives(LINK);
  await world.passes(300);
  expect(page.says).not.toContain('approval.notice.offline');
  const back = await world.returns(`?request=${REQUEST}&returned=accepted`);
  await world.passes(2 * SECOND);
  world.microsoftSays = grantedForTenant;
  await world.passes(MINUTE);
  expect(back.verdict.kind).toBe('granted');
});

test('without a network the browser stays here, with our words, until it is back', async () => {
  const world = new ApprovalWorld();
  const page = await world.arrives(LINK);
  await page.becomes('offline');
  await page.presses('continue');
  await world.passes(MINUTE);
  expect(world.left).toEqual([]);
  expect(page.says).toContain('approval.notice.offline');
  await page.becomes('online');
  await page.presses('continue');
  await world.passes(100);
  expect(world.left).toHaveLength(1);
});

test('a throttled service says until when, and the button asks again', async () => {
  const world = new ApprovalWorld();
  const page = await world.arrives(LINK);
  world.serviceSays = { ok: false, why: 'throttled', retryAfterMs: 20 * SECOND };
  await page.presses('continue');
  await world.passes(100);
  expect(page.screen.notice?.text).toEqual({
    key: 'approval.notice.throttled',
    values: { untilMs: world.clock.now() + 20 * SECOND },
  });
  world.serviceSays = undefined;
  await page.presses('continue');
  await world.passes(100);
  expect(world.left).toHaveLength(1);
});

test('an address that is not Microsoft’s is not followed, whoever answered it', async () => {
  for (const url of [
    'https://login.example.evil/x/v2.0/adminconsent',
    'https://login.example/x/v2.0/authorize',
    'https://login.example@evil.example/v2.0/adminconsent',
    'https:///',
  ]) {
    const world = new ApprovalWorld();
    world.consentUrl = () => url;
    const page = await world.arrives(LINK);
    await page.presses('continue');
    await world.passes(100);
    expect(world.left).toEqual([]);
    expect(page.says).toContain('approval.notice.answer-refused');
  }
});

test('a browser that does not leave offers the way once more', async () => {
  const world = new ApprovalWorld();
  world.browserLeaves = false;
  const page = await world.arrives(LINK);
  await page.presses('continue');
  await world.passes(100);
  expect(page.screen.primary?.busy).toBe(false);
  world.browserLeaves = true;
  await page.presses('continue');
  expect(world.left).toHaveLength(1);
  expect(world.attempts).toBe(1);
  await world.passes(10 * MINUTE);
  await page.presses('continue');
  await world.passes(100);
  expect(world.attempts).toBe(2);
});

test.each([
  ['garbage in the request', '?request=..%2F..%2Fetc', 'approval.damaged.title'],
  ['an id that is too short', '?request=AAAA', 'approval.damaged.title'],
  ['two requests', `?request=${REQUEST}&request=${REQUEST}`, 'approval.damaged.title'],
  ['an outcome that nobody knows', `?request=${REQUEST}&returned=granted`, 'approval.damaged.title'],
  ['a mode that nobody knows', '?mode=window', 'approval.damaged.title'],
  ['half of an answer', '?admin_consent=True&tenant=x&state=y', 'approval.damaged.title'],
  ['nothing at all', '', 'approval.lost.title'],
])('%s: clear words, the next step, and nothing is asked of anybody', async (_, search, title) => {
  const world = new ApprovalWorld();
  const page = await world.arrives(search);
  expect(page.screen.name).toBe('lost');
  expect(page.says).toEqual([title, title.replace('title', 'lead'), 'approval.lost.next']);
  expect(world.openings).toEqual([]);
  expect(world.questions).toEqual([]);
  expect(world.clock.pending).toBe(0);
});

test('nobody is signed in silently: a button confirms it, and the page can be left without', async () => {
  const world = new ApprovalWorld();
  world.microsoftSays = noAccount;
  const page = await world.returns(`?request=${REQUEST}&returned=accepted`);
  await world.passes(200);
  expect(page.screen).toMatchObject({ name: 'sign-in', primary: { name: 'sign-in' } });
  expect(page.says).toContain('approval.may-leave');
  // Nothing changes until the person acts, so nothing is asked.
  await world.passes(60 * MINUTE);
  expect(world.questions).toEqual(['silent']);
  world.microsoftSays = grantedForTenant;
  await page.presses('sign-in');
  await world.passes(100);
  expect(world.questions).toEqual(['silent', 'interactive']);
  expect(page.screen.name).toBe('confirmed');
});

test('a grant that spreads slowly: the page asks again, says when, and turns green by itself', async () => {
  const world = new ApprovalWorld();
  world.microsoftSays = notConsented;
  const page = await world.returns(`?request=${REQUEST}&returned=accepted`);
  await world.passes(200);
  expect(page.screen).toMatchObject({ name: 'spreading', tone: 'plain' });
  expect(page.screen.checks?.nextAtMs).toBeGreaterThan(world.clock.now());
  await world.passes(20 * SECOND);
  expect(world.questions.length).toBeGreaterThan(2);
  world.microsoftSays = grantedForTenant;
  await world.passes(MINUTE);
  expect(page.screen.name).toBe('confirmed');
  expect(world.clock.pending).toBe(0);
});

test('what has not arrived after minutes is said so, with a way to begin again', async () => {
  const world = new ApprovalWorld();
  const page = await world.returns(`?request=${REQUEST}&returned=accepted`);
  await world.passes(12 * MINUTE);
  expect(page.says[0]).toBe('approval.not-arrived.title');
  expect(page.screen.primary?.name).toBe('continue');
  await page.presses('continue');
  await world.passes(100);
  expect(world.left).toHaveLength(1);
});

test('nothing is asked while nobody looks, little without a network, and at once when that changes', async () => {
  const world = new ApprovalWorld();
  const page = await world.returns(`?request=${REQUEST}&returned=accepted`);
  await world.passes(200);
  const before = world.questions.length;
  await page.becomes('hidden');
  await world.passes(30 * MINUTE);
  expect(world.questions).toHaveLength(before);
  expect(world.clock.pending).toBe(0);
  expect(page.screen.checks?.paused).toBe('hidden');
  await page.becomes('shown');
  expect(world.questions).toHaveLength(before + 1);
  await world.passes(100);
  await page.becomes('offline');
  expect(page.screen.checks?.isOffline).toBe(true);
  await world.passes(30 * MINUTE);
  expect(world.questions.length - before).toBeLessThanOrEqual(9);
  await page.becomes('online');
  await world.passes(100);
  expect(page.screen.checks?.isOffline).toBeUndefined();
  page.closes();
  expect(world.clock.pending).toBe(0);
});
