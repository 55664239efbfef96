import { helpOf, type StepWay } from '../../src/core/pane/screens/help';
import { CONTOSO, FABRIKAM, grantedForTenant } from '../support/evidence';
import { StoryWorld, type Pane } from '../support/story-world';
import { ApprovalWorld, NEW_REQUEST, REQUEST } from './approval-world';

/*
 * Somebody approves, at Microsoft, for another organisation than the one that is asked (9.10). Which one it was is told,
 * never believed as a proof of anything, and used for one thing: Help leads to where it can be undone.
 */

const toldOf = (world: ApprovalWorld) => world.paneHeard.at(-1);

/** Adele's dialog, back from Microsoft by way of the service. */
async function dialogReturns(search: string): Promise<ApprovalWorld> {
  const world = new ApprovalWorld();
  (await world.arrives(`?mode=dialog&tenant=${CONTOSO}`)).closes();
  (await world.returns(`?request=${NEW_REQUEST}${search}`)).closes();
  return world;
}

async function paneWithDialog(world: StoryWorld): Promise<Pane> {
  const pane = await world.opensPane();
  await world.passes(200);
  await pane.presses('approve');
  return pane;
}

/** What Help offers for undoing, with the reason of its check. */
function undoingIn(
  world: StoryWorld,
  pane: Pane,
): { reason?: string | undefined; way?: StepWay | undefined } {
  const { failed, passed } = helpOf(pane.app.store.getState(), { nowMs: world.clock.now() });
  const line = [...failed, ...passed].find(({ name }) => name === 'consent-tenant');
  return { reason: line?.reason, way: line?.next.find(({ step }) => step.do === 'undo-consent') };
}

describe('the dialog tells its pane', () => {
  test('which organisation it was, by the service’s word', async () => {
    const world = await dialogReturns(`&returned=other-tenant&tenant=${FABRIKAM}`);
    expect(toldOf(world)).toEqual({ kind: 'consent-returned', outcome: 'other-tenant', tenant: FABRIKAM });
  });

  test('the same by Microsoft’s own, without the service', async () => {
    const world = new ApprovalWorld();
    world.serviceSays = { ok: false, why: 'unreachable' };
    (await world.arrives(`?mode=dialog&tenant=${CONTOSO}`)).closes();
    const back = `?admin_consent=True&tenant=${FABRIKAM}&state=${world.sentState}`;
    (await world.arrives(back)).closes();
    expect(toldOf(world)).toEqual({ kind: 'consent-returned', outcome: 'other-tenant', tenant: FABRIKAM });
    // A reload finds the address cleared, and says it again.
    (await world.arrives('')).closes();
    expect(toldOf(world)).toEqual({ kind: 'consent-returned', outcome: 'other-tenant', tenant: FABRIKAM });
  });

  test.each(['accepted', 'denied', 'failed'])('nothing of an organisation after %s', async (outcome) => {
    const world = await dialogReturns(`&returned=${outcome}&tenant=${FABRIKAM}`);
    expect(toldOf(world)).toEqual({ kind: 'consent-returned', outcome });
  });

  test('nothing of what an address says that nobody vouches for, be it only the organisation that is new', async () => {
    const world = await dialogReturns(`&returned=other-tenant&tenant=${FABRIKAM}`);
    const before = world.paneHeard.length;
    (await world.arrives(`?request=${NEW_REQUEST}&returned=other-tenant&tenant=${CONTOSO}`)).closes();
    expect(world.paneHeard.slice(before)).toEqual([{ kind: 'consent-returned', outcome: 'forged' }]);
  });

  test('nothing at all by an address whose organisation is no id', async () => {
    const world = await dialogReturns('&returned=other-tenant&tenant=fabrikam.example');
    expect(world.paneHeard.map(({ kind }) => kind)).not.toContain('consent-returned');
  });
});

test('the administrator who came by the link reads how an approval is taken back', async () => {
  const world = new ApprovalWorld();
  const back = `?request=${REQUEST}&returned=other-tenant&tenant=${FABRIKAM}`;
  const page = await world.returns(back);
  expect(page.screen.name).toBe('other-tenant');
  expect(page.screen.sections?.map(({ name }) => name)).toEqual(['revoke']);
  const unknown = await new ApprovalWorld().returns(`?request=${REQUEST}&returned=other-tenant`);
  expect(unknown.screen.sections).toBeUndefined();
});

describe('Help in the pane', () => {
  const link = `https://portal.azure.com/${FABRIKAM}/`;
  const inTheCloud = (pane: Pane) => {
    // The stories' own cloud has no portal.
    const state = pane.app.store.getState();
    return { ...state, setup: { ...state.setup, cloudName: 'global' as const } };
  };
  const urlIn = (world: StoryWorld, pane: Pane) => {
    const { failed, passed } = helpOf(inTheCloud(pane), { nowMs: world.clock.now() });
    return [...failed, ...passed].flatMap(({ next }) => next).find(({ step }) => step.do === 'undo-consent')
      ?.url;
  };

  test('leads to the organisation where it happened, also after the right one has approved', async () => {
    const world = new StoryWorld();
    const pane = await paneWithDialog(world);
    await pane.dialogSays({ kind: 'consent-returned', outcome: 'other-tenant', tenant: FABRIKAM });
    await world.passes(200);
    expect(undoingIn(world, pane)).toMatchObject({
      reason: 'wrong-tenant',
      way: { step: { tenant: FABRIKAM } },
    });
    expect(urlIn(world, pane)).toContain(link);
    // It proves nothing, either way.
    expect(pane.screen.name).toBe('required');

    await pane.presses('approve');
    await pane.dialogSays({ kind: 'consent-returned', outcome: 'accepted' });
    await world.passes(200);
    // The right one has been approved by now, as far as anybody knows: nobody is sent to approve once more.
    expect(undoingIn(world, pane).reason).not.toBe('wrong-tenant');
    world.microsoftSays = grantedForTenant;
    await world.passes(60_000);
    expect(pane.screen.name).toBe('granted');
    expect(undoingIn(world, pane).reason).toBe('right-now-wrong-before');
    expect(urlIn(world, pane)).toContain(link);
  });

  test('without a word of which one it was, leads to no organisation', async () => {
    const world = new StoryWorld();
    const pane = await paneWithDialog(world);
    await pane.dialogSays({ kind: 'consent-returned', outcome: 'other-tenant' });
    expect(undoingIn(world, pane).reason).toBe('wrong-tenant');
    expect(urlIn(world, pane)).toMatch(/^https:\/\/portal\.azure\.com\/#view/);
  });

  test('never leads to the mailbox’s own organisation, and forgets with the mailbox', async () => {
    const world = new StoryWorld();
    const pane = await paneWithDialog(world);
    await pane.dialogSays({ kind: 'consent-returned', outcome: 'other-tenant', tenant: CONTOSO });
    await world.passes(200);
    expect(undoingIn(world, pane).way?.step).toMatchObject({ tenant: undefined });

    await pane.presses('approve');
    await pane.dialogSays({ kind: 'consent-returned', outcome: 'other-tenant', tenant: FABRIKAM });
    await pane.standsBeside('bo@fabrikam.example');
    await world.passes(200);
    expect(undoingIn(world, pane)).toEqual({});
  });
});
