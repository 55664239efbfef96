import { CONTOSO, FABRIKAM, grantedForTenant, noAccount, notConsented } from '../support/evidence';
import { ApprovalWorld } from './approval-world';

/** 13.6: the service's own address, for an administrator who has no Outlook and no link. */

const FRONT_DOOR = '?show=status';

test('13.6: the front door asks for a sign-in, and shows the green check of the organisation of who has signed in', async () => {
  const world = new ApprovalWorld();
  world.microsoftSays = noAccount;
  const page = await world.arrives(FRONT_DOOR);
  expect(page.screen).toMatchObject({ name: 'sign-in', primary: { name: 'sign-in' } });
  expect(page.says).toContain('approval.unasked.sign-in-title');
  world.microsoftSays = grantedForTenant;
  await page.presses('sign-in');
  await world.passes(5_000);
  expect(world.questions).toEqual(['silent', 'interactive']);
  expect(page.screen).toMatchObject({ name: 'confirmed', tone: 'good', receipt: { tenant: CONTOSO } });
  page.closes();
  expect(world.clock.pending).toBe(0);
});

test('13.6: where nothing is granted, who has signed in goes on to Microsoft for their own organisation', async () => {
  const world = new ApprovalWorld();
  world.microsoftSays = notConsented;
  const page = await world.arrives(FRONT_DOOR);
  expect(page.screen.primary).toMatchObject({ name: 'continue' });
  await page.presses('continue');
  await world.passes(5_000);
  expect(world.made).toMatchObject([{ tenant: CONTOSO }]);
  expect(world.left).toHaveLength(1);
  page.closes();
});

test('13.6: another account, another organisation: the front door is about whoever signed in last', async () => {
  const world = new ApprovalWorld();
  world.microsoftSays = {
    ...notConsented,
    account: notConsented.account && { ...notConsented.account, tenant: FABRIKAM },
  };
  const page = await world.arrives(FRONT_DOOR);
  world.microsoftSays = grantedForTenant;
  await page.presses('sign-in');
  await world.passes(5_000);
  expect(page.screen).toMatchObject({ name: 'confirmed', receipt: { tenant: CONTOSO } });
  page.closes();
});
