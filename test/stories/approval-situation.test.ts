import { PERMISSION_SET } from '../../src/core/permission-set';
import type { Permission } from '../../src/core/permissions';
import { answer, CONTOSO, grantedForTenant, heard, partlyGranted, SETUP } from '../support/evidence';
import { AWAY, ApprovalWorld, REQUEST } from './approval-world';

const isShared = ({ feature }: Permission): boolean => feature === 'shared-mailboxes';
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

test('9.3: where nobody said what is needed, the confirmation says what the approval covers, as the pane does', async () => {
  const byItself = ({ kind }: Permission) => kind === 'application';
  const all = new ApprovalWorld();
  all.microsoftSays = grantedForTenant;
  const everything = await all.returns(`?request=${REQUEST}&returned=accepted`);
  expect(everything.screen.lead.map(({ key }) => key)).toEqual([
    'approval.confirmed.lead',
    'approval.may-leave',
  ]);

  const alone = new ApprovalWorld();
  alone.microsoftSays = heard(answer((one) => (byItself(one) || isShared(one) ? 'missing' : 'tenant')));
  const without = await alone.returns(`?request=${REQUEST}&returned=accepted`);
  expect(without.screen).toMatchObject({
    name: 'confirmed',
    lead: [
      { key: 'approval.confirmed.covers.no-autopilot', values: { organisation: 'Contoso' } },
      { key: 'approval.may-leave' },
    ],
  });

  const shared = new ApprovalWorld();
  shared.microsoftSays = heard(answer((one) => (byItself(one) ? 'missing' : 'tenant')));
  const groups = await shared.returns(`?request=${REQUEST}&returned=accepted`);
  expect(groups.screen.lead[0]?.key).toBe('approval.confirmed.covers.group-edition');
});

test('the suggested one is smaller than what the organisation does, and Microsoft has taken the rest away: nothing is on its way', async () => {
  const world = new ApprovalWorld();
  world.requestFor = CONTOSO;
  world.situation = 'no-autopilot';
  const link = await world.arrives(`?request=${REQUEST}`);
  await link.presses('continue');
  await world.passes(100);
  link.closes();
  world.microsoftSays = heard({
    ...answer(({ kind }) => (kind === 'application' ? 'missing' : 'tenant')),
    situation: 'autopilot-everyone',
  });
  const page = await world.returns(`?request=${REQUEST}&returned=accepted&looked=incomplete`);
  await world.passes(300);
  expect(page.screen).toMatchObject({ name: 'partial', primary: { name: 'continue' } });
});

test('a situation that nobody knows spoils the address', async () => {
  const world = new ApprovalWorld();
  const page = await world.arrives(`?mode=dialog&tenant=${CONTOSO}&situation=everything`);
  expect(page.screen.name).toBe('lost');
  expect(world.made).toEqual([]);
});

test('once the admin has pressed Continue, no other answer can be given: it would be lost', async () => {
  const world = new ApprovalWorld();
  world.answerMs = 5_000;
  const page = await world.arrives(`?request=${REQUEST}`);
  expect(page.screen.question?.off).toBe(false);
  await page.presses('continue');
  expect(page.screen.question?.off).toBe(true);
  world.serviceSays = { ok: false, why: 'throttled', retryAfterMs: 60_000 };
  await world.passes(5_000);
  expect(page.screen.question?.off).toBe(false);
});
