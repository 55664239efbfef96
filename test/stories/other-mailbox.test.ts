import { parseStoredConfirmation, parseStoredRequest } from '../../src/core/pane/memory';
import type { ProbeReport } from '../../src/core/consent/evidence';
import {
  ALL_DELEGATED,
  CONTOSO,
  domain,
  FABRIKAM,
  grantedForTenant,
  notConsented,
  ownToken,
  SETUP,
  unreachable,
} from '../support/evidence';
import { StoryWorld, type Pane } from '../support/story-world';

/** A mailbox of another organisation is opened beside Mia's pane: what is known of Contoso is not known of Fabrikam. */

/** Mia is a guest there. */
const FABRIKAMS: ProbeReport = {
  ...notConsented,
  mailbox: { domain: domain('fabrikam.example'), tenant: FABRIKAM },
  account: { tenant: FABRIKAM, adminHint: 'not-known' },
};

/** Mia opens the pane in a world where nothing is approved, unless it says otherwise. */
async function opensPane(world: StoryWorld): Promise<Pane> {
  const pane = await world.opensPane();
  await world.passes(200);
  return pane;
}

/** Microsoft is asked already when Outlook names a mailbox of another organisation. */
async function opensBeforeOutlook(world: StoryWorld, answer: StoryWorld['microsoftSays']): Promise<Pane> {
  world.hostIsLate = true;
  world.microsoftSays = answer;
  const pane = await world.opensPane();
  await pane.standsBeside('mia@contoso.example', 'team@fabrikam.example');
  return pane;
}

/** Each screen that is shown from now on. */
function screensOf(pane: Pane): readonly string[] {
  const shown: string[] = [];
  pane.app.store.subscribe(() => shown.push(pane.screen.name));
  return shown;
}

async function besideFabrikamsMailbox(world: StoryWorld, pane: Pane): Promise<void> {
  world.microsoftSays = FABRIKAMS;
  await pane.standsBeside('mia@contoso.example', 'team@fabrikam.example');
  await world.passes(200);
}

test('the request for Contoso is not shown beside a shared mailbox of Fabrikam, and waits beside Mia’s own', async () => {
  const world = new StoryWorld();
  const pane = await opensPane(world);
  await pane.shares('copy');
  const { request } = pane.app.store.getState();
  await besideFabrikamsMailbox(world, pane);
  expect(pane.screen.name).toBe('required');
  await pane.presses('share');
  expect(world.asked.map(({ tenant }) => tenant)).toEqual([CONTOSO, FABRIKAM]);
  expect(pane.screen.share?.link).not.toBe(request?.link);
  await pane.presses('share-copy');
  await pane.presses('back');
  expect(pane.screen.name).toBe('waiting');

  world.microsoftSays = notConsented;
  await pane.standsBeside('mia@contoso.example');
  await world.passes(200);
  expect(pane.app.store.getState().request).toEqual(request);
});

test('what was last confirmed of Contoso is not said of Fabrikam, and is not written over', async () => {
  const world = new StoryWorld();
  world.microsoftSays = grantedForTenant;
  const pane = await opensPane(world);
  const kept = world.memory.get('extendsync.confirmation');
  expect(parseStoredConfirmation(kept)).toMatchObject({ kind: 'granted', organisation: 'Contoso' });
  await besideFabrikamsMailbox(world, pane);
  expect(pane.app.store.getState().confirmation).toMatchObject({ kind: 'required', organisation: undefined });
  expect(world.memory.get('extendsync.confirmation')).toEqual(kept);
});

describe('a shared mailbox of Mia’s own organisation', () => {
  const besideTheTeams = (pane: Pane): Promise<void> =>
    pane.standsBeside('mia@contoso.example', 'team@contoso.example');

  test('it has the memory that Mia’s has, and both are watched by one', async () => {
    const world = new StoryWorld();
    const pane = await opensPane(world);
    await pane.shares('copy');
    await besideTheTeams(pane);
    expect(pane.screen.name).toBe('waiting');
    pane.closes();
    const another = await world.opensPane();
    await besideTheTeams(another);
    await world.passes(200);
    expect(another.screen.name).toBe('waiting');
    expect(world.watches.at(0)).toBe(world.watches.at(-1));
  });

  test('Microsoft’s window that stands open is not closed', async () => {
    const world = new StoryWorld();
    const pane = await opensPane(world);
    await pane.presses('approve');
    await pane.dialogSays({ kind: 'attempt-started', expiresAtMs: world.clock.now() + 300_000 });
    const closed = world.closedDialogs;
    await besideTheTeams(pane);
    expect(pane.screen.name).toBe('approving');
    expect(world.closedDialogs).toBe(closed);
  });

  test('the ways to share that stand on the screen stay there', async () => {
    const world = new StoryWorld();
    const pane = await opensPane(world);
    await pane.presses('share');
    const link = pane.screen.share?.link;
    await besideTheTeams(pane);
    expect(pane.screen).toMatchObject({ name: 'sharing', share: { link } });
  });

  test('opened and left again and again, it costs no question', async () => {
    const world = new StoryWorld();
    world.microsoftSays = grantedForTenant;
    const pane = await opensPane(world);
    for (let times = 0; times < 10; times += 1) {
      await besideTheTeams(pane);
      expect(pane.screen.name).toBe('granted');
      await pane.standsBeside('mia@contoso.example');
      expect(pane.screen.name).toBe('granted');
    }
    expect(world.questions).toHaveLength(1);
  });
});

test('mailboxes of two organisations in turn: once nobody may be asked, it says so, and when somebody will be', async () => {
  const world = new StoryWorld();
  world.microsoftSays = grantedForTenant;
  const pane = await opensPane(world);
  for (let times = 0; pane.screen.checks?.putOff === undefined; times += 1) {
    expect(times).toBeLessThan(20);
    await pane.standsBeside('mia@contoso.example', times % 2 === 0 ? 'team@fabrikam.example' : undefined);
    expect(pane.screen.name).toBe(pane.screen.checks?.busy ? 'checking' : 'unknown');
    await world.passes(1_000);
  }
  expect(pane.screen).toMatchObject({ name: 'unknown', primary: { name: 'check-now' } });
  const { nextAtMs = 0 } = pane.screen.checks ?? {};
  await world.passes(nextAtMs - world.clock.now() + 200);
  expect(pane.screen.checks?.putOff).toBeUndefined();
  expect(pane.screen.name).not.toBe('unknown');
});

describe('Outlook has not said whose mailbox it is', () => {
  const { mailbox: _, ...MIAS } = notConsented;
  const BOS: ProbeReport = { ...MIAS, account: { tenant: FABRIKAM, adminHint: 'not-known' } };
  const { mailbox: _mailbox, ...GRANTED } = grantedForTenant;

  const withoutOutlook = async (): Promise<readonly [StoryWorld, Pane]> => {
    const world = new StoryWorld();
    world.hostIsLate = true;
    world.microsoftSays = MIAS;
    return [world, await opensPane(world)];
  };

  test('somebody of another organisation signs in: they get a link of their own', async () => {
    const [world, pane] = await withoutOutlook();
    await pane.shares('copy');
    expect(pane.screen.name).toBe('waiting');
    world.microsoftSays = BOS;
    await pane.hears({ type: 'sign-in-asked' });
    await world.passes(200);
    expect(pane.screen.name).toBe('required');
    expect(world.listeners).toBe(0);
    await pane.presses('share');
    expect(world.asked.map(({ tenant }) => tenant)).toEqual([CONTOSO, FABRIKAM]);
  });

  test('somebody of another organisation signs in: what was confirmed of the first one’s is not said of theirs', async () => {
    const [world, pane] = await withoutOutlook();
    world.microsoftSays = GRANTED;
    await pane.presses('check-now');
    await world.passes(200);
    expect(pane.screen.organisation).toBe('Contoso');
    world.microsoftSays = BOS;
    await pane.hears({ type: 'sign-in-asked' });
    await world.passes(200);
    expect(pane.screen).toMatchObject({ name: 'required', organisation: undefined });
    expect(pane.app.store.getState().confirmation?.lastGrantedAtMs).toBeUndefined();
  });

  /** Mia's pane, which is green for Contoso. */
  const green = async (): Promise<readonly [StoryWorld, Pane]> => {
    const [world, pane] = await withoutOutlook();
    await pane.shares('copy');
    world.microsoftSays = GRANTED;
    await pane.presses('check-now');
    await world.passes(200);
    expect(pane.screen).toMatchObject({ name: 'granted', pending: { isOpen: false } });
    return [world, pane];
  };

  test('somebody of another organisation signs in while our service is away: the first one’s green check is not theirs', async () => {
    const [world, pane] = await green();
    const { mailbox: __, ...token } = ownToken(ALL_DELEGATED);
    world.microsoftSays = { ...token, account: BOS.account };
    await pane.hears({ type: 'sign-in-asked' });
    await world.passes(200);
    expect(pane.screen).toMatchObject({ name: 'granted-personally', organisation: undefined });
  });

  test('Outlook names a mailbox of another organisation while Microsoft is asked: that answer is neither shown beside it nor ends its request', async () => {
    const world = new StoryWorld();
    const mailbox = { domain: domain('fabrikam.example'), tenant: FABRIKAM };
    const id = 'an-earlier-panes-reque';
    const link = `https://pane.example/grant.html?request=${id}`;
    const sharedAtMs = world.clock.now();
    const request = { version: 1, id, link, madeAtMs: sharedAtMs, tenant: FABRIKAM, way: 'copy', sharedAtMs };
    // Beside another organisation's mailbox the memory lies under a key of its own.
    const read = world.memory.get.bind(world.memory);
    world.memory.get = (key) => (key.startsWith('extendsync.request:') ? request : read(key));
    const pane = await opensBeforeOutlook(world, GRANTED);
    const shown = screensOf(pane);
    await world.passes(100);
    world.microsoftSays = { ...FABRIKAMS, mailbox };
    await world.passes(200);
    expect(shown).not.toContain('granted');
    expect(pane.screen).toMatchObject({ name: 'waiting' });
    expect(pane.app.store.getState().request?.link).toBe(link);
  });

  test('Outlook names a mailbox of another organisation while Microsoft is asked, and the browser is wrong that there is no network: that answer is not shown beside it either', async () => {
    const world = new StoryWorld();
    world.online = false;
    world.browserIsWrong = true;
    const pane = await opensBeforeOutlook(world, GRANTED);
    const shown = screensOf(pane);
    await world.passes(100);
    world.microsoftSays = FABRIKAMS;
    await world.passes(200);
    expect(shown).not.toContain('granted');
    expect(pane.screen.name).toBe('required');
  });

  test('a question that was asked for nobody’s mailbox counts for the tokens that it has needed', async () => {
    const world = new StoryWorld();
    const pane = await opensBeforeOutlook(world, GRANTED);
    await world.passes(100);
    world.microsoftSays = FABRIKAMS;
    await world.passes(200);
    expect(world.questions).toEqual(['silent', 'silent']);
    expect(pane.app.store.getState().watch.spent).toHaveLength(2);
  });

  test('nor is Microsoft asked anew before the time that it wants', async () => {
    const world = new StoryWorld();
    const pane = await opensBeforeOutlook(world, {
      silentTokenRequests: 1,
      seen: { kind: 'unreachable', what: 'microsoft', retryAfterMs: 120_000 },
    });
    await world.passes(119_000);
    expect(world.questions).toHaveLength(1);
    expect(pane.screen.name).toBe('unknown');
    world.microsoftSays = FABRIKAMS;
    await world.passes(2_000);
    expect(pane.screen.name).toBe('required');
  });

  test('Outlook names a mailbox of another organisation, and then nobody can be reached: the green check is not that one’s', async () => {
    const [world, pane] = await green();
    const mailbox = { domain: domain('fabrikam.example'), tenant: FABRIKAM };
    world.microsoftSays = { ...unreachable, mailbox };
    await pane.standsBeside('mia@contoso.example', 'team@fabrikam.example');
    await world.passes(200);
    expect(pane.screen.name).toBe('unknown');
    expect(pane.screen.lead.map(({ key }) => key)).toContain('unknown.never-confirmed');
    const kept = [...world.memory].filter(([key]) => key.startsWith('extendsync.confirmation:'));
    expect(kept).toEqual([]);
  });

  test('a guest’s request does not call the organisation by the domain of the one that the guest comes from', async () => {
    const [world, pane] = await withoutOutlook();
    const guest = { tenant: CONTOSO, domain: domain('fabrikam.example'), home: FABRIKAM } as const;
    world.microsoftSays = { ...MIAS, account: { ...guest, adminHint: 'not-known' } };
    await pane.presses('check-now');
    await world.passes(200);
    await pane.presses('share');
    expect(world.asked).toEqual([expect.objectContaining({ tenant: CONTOSO, domain: undefined })]);
  });

  test('Outlook names a mailbox of the organisation that a guest comes from: the green check is not that one’s', async () => {
    const [world, pane] = await withoutOutlook();
    const { account } = GRANTED;
    if (!account) throw new Error('The evidence has no account');
    const guest = { ...account, domain: domain('fabrikam.example'), home: FABRIKAM };
    world.microsoftSays = { ...GRANTED, account: guest };
    await pane.presses('check-now');
    await world.passes(200);
    expect(pane.screen.name).toBe('granted');
    await pane.standsBeside('bo@fabrikam.example');
    expect(pane.screen.name).toBe('checking');
  });

  test.each(['another organisation', 'their own'])(
    'Outlook names a mailbox of %s, and there is no network',
    async (whose) => {
      const [, pane] = await green();
      await pane.becomes('offline');
      if (whose === 'their own') {
        await pane.standsBeside('mia@contoso.example');
        expect(pane.screen.name).toBe('granted');
      } else {
        // The green check is not that one's.
        await pane.standsBeside('mia@contoso.example', 'team@fabrikam.example');
        expect(pane.screen.name).toBe('unknown');
      }
    },
  );

  test('an approval that is on its way for the first one is not on its way for theirs', async () => {
    const [world, pane] = await withoutOutlook();
    await pane.shares('copy');
    world.requestIs('returned');
    await world.passes(200);
    expect(pane.screen.name).toBe('arriving');
    world.microsoftSays = BOS;
    await pane.hears({ type: 'sign-in-asked' });
    await world.passes(200);
    expect(pane.screen.name).toBe('required');
  });

  test('the story of a request that led to the grant of the first one is not told of theirs', async () => {
    const [world, pane] = await green();
    const { seen } = grantedForTenant;
    if (seen.kind !== 'service') throw new Error('The story begins with an answer');
    const answer = { ...seen.answer, tenantId: FABRIKAM, tenantName: 'Fabrikam' };
    world.microsoftSays = { ...BOS, seen: { kind: 'service', answer } };
    await pane.hears({ type: 'sign-in-asked' });
    await world.passes(200);
    expect(pane.screen).toMatchObject({ name: 'granted', organisation: 'Fabrikam', pending: undefined });
  });

  test('Outlook says it later: what Mia has done meanwhile is kept with Mia’s mailbox', async () => {
    const [world, pane] = await withoutOutlook();
    await pane.shares('copy');
    const { request, situation } = pane.app.store.getState();
    world.memory.clear();
    await pane.standsBeside('mia@contoso.example');
    await world.passes(200);
    expect(pane.screen.name).toBe('waiting');
    expect(parseStoredRequest(world.memory.get('extendsync.request'), SETUP)).toMatchObject({
      id: request?.id,
      link: request?.link,
    });
    expect(world.memory.get('extendsync.situation')).toBe(situation);
  });

  test('Outlook says later that it is another organisation’s: what was asked of the first one is not kept there', async () => {
    const [world, pane] = await withoutOutlook();
    await pane.shares('copy');
    world.memory.clear();
    world.microsoftSays = { ...BOS, mailbox: { domain: domain('fabrikam.example'), tenant: FABRIKAM } };
    await pane.standsBeside('bo@fabrikam.example');
    await world.passes(2_000);
    expect(pane.screen.name).toBe('required');
    expect(world.memory.get('extendsync.request')).toBeUndefined();
  });

  test('a link stands on the screen when the answer is about another organisation: it is taken away', async () => {
    const [world, pane] = await withoutOutlook();
    await pane.presses('share');
    world.microsoftSays = BOS;
    await pane.hears({ type: 'sign-in-asked' });
    await world.passes(200);
    expect(pane.screen.name).toBe('required');
    expect(pane.app.store.getState().link.phase).toBe('none');
  });
});
