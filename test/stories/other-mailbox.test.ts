import { parseStoredConfirmation } from '../../src/core/pane/memory';
import type { ProbeReport } from '../../src/core/consent/evidence';
import { domain, FABRIKAM, grantedForTenant, MIA, notConsented } from '../support/evidence';
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
  expect(world.asked.map(({ tenant }) => tenant)).toEqual([MIA.mailbox.tenant, FABRIKAM]);
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

test('a shared mailbox of Mia’s own organisation has the memory that Mia’s has', async () => {
  const world = new StoryWorld();
  const pane = await opensPane(world);
  await pane.shares('copy');
  await pane.standsBeside('mia@contoso.example', 'team@contoso.example');
  await world.passes(200);
  expect(pane.screen.name).toBe('waiting');
});
