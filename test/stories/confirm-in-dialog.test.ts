import { approvedNotConfirmed, CONTOSO } from '../support/evidence';
import { StoryWorld, type Pane } from '../support/story-world';
import { ApprovalWorld, REQUEST } from './approval-world';

/*
 * An administrator confirms from the pane what is approved already: "It changes nothing". Whatever goes wrong on the way,
 * the next press leads to another look, and not to a second approval, which could be a smaller one.
 */

async function confirms(world: StoryWorld): Promise<Pane> {
  world.memory.set('extendsync.situation', 'no-autopilot');
  world.microsoftSays = approvedNotConfirmed;
  const pane = await world.opensPane();
  await world.passes(200);
  await pane.presses('confirm');
  return pane;
}

const isToConfirm = (url: string | undefined): boolean =>
  new URL(url ?? '').searchParams.get('confirm') === '1';

describe('in the pane', () => {
  test('the words are about a confirmation: there is no list to read, and nothing to accept', async () => {
    const world = new StoryWorld();
    const pane = await confirms(world);
    expect(pane.screen).toMatchObject({
      name: 'approving',
      title: { key: 'approving.title.confirm' },
      lead: [{ key: 'approving.lead.confirm' }],
    });
  });

  test.each([
    ['while it stands', 0],
    ['after its five minutes', 5 * 60_000],
  ])('%s, "Start again" confirms again', async (_, ms) => {
    const world = new StoryWorld();
    const pane = await confirms(world);
    await pane.dialogSays({ kind: 'attempt-started', expiresAtMs: world.clock.now() + 300_000 });
    await world.passes(ms);
    await pane.presses('renew');
    expect(world.opened.map(isToConfirm)).toEqual([true, true]);
    expect(pane.screen.title.key).toBe('approving.title.confirm');
  });

  test('a press on "Start again" that comes after the end of the window confirms again as well', async () => {
    const world = new StoryWorld();
    const pane = await confirms(world);
    await pane.dialogIs({ kind: 'closed' });
    await pane.hears({ type: 'renewal-asked' });
    expect(world.opened.map(isToConfirm)).toEqual([true, true]);
  });

  test('who approves afterwards reads the words of an approval, and gets one', async () => {
    const world = new StoryWorld();
    const pane = await confirms(world);
    await pane.presses('close-dialog');
    await pane.hears({ type: 'approval-asked' });
    expect(world.opened.map(isToConfirm)).toEqual([true, false]);
    expect(pane.screen.title.key).toBe('approving.title');
  });
});

describe('in the dialog, where the pane did not hear', () => {
  test.each(['may-not-read', 'blocked', 'other-tenant', 'expired', 'repeated', 'sign-in-needed', 'failed'])(
    'a look that ended %s leads to another look',
    async (looked) => {
      const world = new ApprovalWorld();
      world.paneListens = false;
      (await world.arrives(`?mode=dialog&confirm=1&tenant=${CONTOSO}&request=${REQUEST}`)).closes();
      const page = await world.returns(`?request=${REQUEST}&looked=${looked}`);
      expect(page.says).toContain(`approval.looked.${looked}`);
      expect(page.screen.others.map(({ name }) => name)).toEqual(['confirm']);
      await page.presses('confirm');
      await world.passes(1_000);
      expect(world.left).toHaveLength(2);
      expect(world.left[1]).toContain('/oauth2/v2.0/authorize');
      expect(world.attempts).toBe(0);
    },
  );

  test('whom Microsoft keeps out reads why, and how an administrator mends it', async () => {
    const world = new ApprovalWorld();
    world.paneListens = false;
    (await world.arrives(`?mode=dialog&confirm=1&tenant=${CONTOSO}&request=${REQUEST}`)).closes();
    const page = await world.returns(`?request=${REQUEST}&looked=blocked&code=AADSTS50105`);
    expect(page.says).toEqual(
      expect.arrayContaining(['approval.looked.blocked', 'cause.user-not-assigned', 'approval.mend.assign']),
    );
    expect(page.screen.details).toEqual({ code: 'AADSTS50105' });
  });

  test('so does a word about a look that nobody vouches for', async () => {
    const world = new ApprovalWorld();
    world.paneListens = false;
    (await world.arrives(`?mode=dialog&confirm=1&tenant=${CONTOSO}`)).closes();
    const page = await world.arrives('?looked=failed');
    expect(page.says).toContain('approval.unasked.title');
    expect(page.screen.others.map(({ name }) => name)).toEqual(['confirm']);
  });
});

/** What the dialog tells of a look that showed nothing. The rest reads the same after a look and after an approval. */
const TOLD = [
  ['may-not-read', 'look-may-not-read'],
  ['sign-in-needed', 'look-sign-in-needed'],
  ['blocked', 'look-blocked'],
  ['other-tenant', 'look-other-tenant'],
  ['expired', 'expired'],
  ['repeated', 'repeated'],
  ['forged', 'forged'],
  ['failed', 'failed'],
] as const;

describe.each(TOLD)('a look that ended %s', (looked, outcome) => {
  test('is told to the pane as what it was', async () => {
    const world = new ApprovalWorld();
    (await world.arrives(`?mode=dialog&confirm=1&tenant=${CONTOSO}`)).closes();
    await world.returns(`?looked=${looked}`);
    expect(world.paneHeard.at(-1)).toEqual({ kind: 'consent-returned', outcome });
  });

  test('has its words in the pane, which promises no approval and offers what helps', async () => {
    const world = new StoryWorld();
    const pane = await confirms(world);
    await pane.dialogSays({ kind: 'consent-returned', outcome });
    await world.passes(200);
    const { name, notice, primary, others } = pane.screen;
    expect([name, notice?.text.key]).toEqual(['granted-personally', `dialog-ended.${outcome}`]);
    // Alex, who may not read grants, may not do so the second time either.
    expect([primary?.name, others[0]?.name]).toEqual(
      looked === 'may-not-read' ? ['share', 'confirm'] : ['confirm', 'share'],
    );
  });
});
