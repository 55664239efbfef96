import { PERMISSION_SET } from '../../src/core/permission-set';
import { CONTOSO, partlyGranted, SETUP } from '../support/evidence';
import { AWAY, ApprovalWorld, REQUEST } from './approval-world';

const DELEGATED = PERMISSION_SET.filter(({ kind }) => kind === 'delegated').length;

test('without Autopilot the admin is shown no application permission, and more roles may approve', async () => {
  const world = new ApprovalWorld();
  world.situation = 'no-autopilot';
  const page = await world.arrives(`?request=${REQUEST}`);
  const asked = page.screen.asked ?? [];
  expect(asked).toHaveLength(DELEGATED);
  expect(asked.every(({ permission }) => permission.kind === 'delegated')).toBe(true);
  const approvers = page.screen.lead.find(({ key }) => key === 'approval.approvers');
  expect(JSON.stringify(approvers ?? page.screen)).toContain('application-administrator');
});

test('and without the service Microsoft is asked for no more than that', async () => {
  const world = new ApprovalWorld();
  world.serviceSays = AWAY;
  await world.arrives(`?mode=dialog&tenant=${CONTOSO}&situation=no-autopilot`);
  const scope = new URL(world.left[0] ?? '').searchParams.get('scope') ?? '';
  expect(scope).toContain(`${SETUP.graphOrigin}/Mail.ReadWrite`);
  expect(scope).not.toContain('.default');
});

test('the dialog tells the service the situation', async () => {
  const world = new ApprovalWorld();
  await world.arrives(`?mode=dialog&tenant=${CONTOSO}&situation=autopilot-groups`);
  expect(world.made).toEqual([{ tenant: CONTOSO, situation: 'autopilot-groups' }]);
});

test('a grant is confirmed by what the situation needs', async () => {
  const world = new ApprovalWorld();
  world.situation = 'no-autopilot';
  world.microsoftSays = partlyGranted;
  const page = await world.returns(`?request=${REQUEST}&returned=accepted`);
  expect(page.screen.name).toBe('confirmed');

  const whole = new ApprovalWorld();
  whole.microsoftSays = partlyGranted;
  const other = await whole.returns(`?request=${REQUEST}&returned=accepted`);
  expect(other.screen.name).not.toBe('confirmed');
});

test('a situation that nobody knows spoils the address', async () => {
  const world = new ApprovalWorld();
  const page = await world.arrives(`?mode=dialog&tenant=${CONTOSO}&situation=everything`);
  expect(page.screen.name).toBe('lost');
  expect(world.made).toEqual([]);
});
