import { helpOf, type HelpModel } from '../../../../src/core/pane/screens/help';
import type { State } from '../../../../src/core/pane/state';
import { diagnose } from '../../../../src/core/support/diagnosis/diagnose';
import type { DiagnosisName } from '../../../../src/core/support/diagnosis/diagnosis';
import { approvedNotConfirmed, FABRIKAM } from '../../../support/evidence';
import { StoryWorld } from '../../../support/story-world';

/*
 * Approved by an administrator, not confirmed for everyone (9.10): what Help says beside it must fit. Nobody has to
 * approve a second time, nobody has to wait, and the one thing to do is an administrator's look.
 */

const MINUTE = 60_000;

/** Mia's pane, whose user holds what only an administrator can grant, while nobody has looked. */
async function unconfirmed(change: Partial<State> = {}): Promise<{ state: State; nowMs: number }> {
  const world = new StoryWorld();
  world.memory.set('extendsync.situation', 'no-autopilot');
  world.microsoftSays = approvedNotConfirmed;
  const pane = await world.opensPane();
  await world.passes(200);
  const state: State = { ...pane.app.store.getState(), view: 'help', ...change };
  expect(state.verdict.because).toBe('approved-not-confirmed');
  pane.closes();
  return { state, nowMs: world.clock.now() };
}

const around = (nowMs: number) => ({ nowMs, signIn: 'bridge', storage: 'open' }) as const;
const stepsIn = ({ failed, passed }: HelpModel): readonly string[] =>
  [...failed, ...passed].flatMap(({ next }) => next).map(({ step }) => step.do);

/** Every way in which somebody may have come back before. */
const returns = (nowMs: number): readonly Partial<State>[] => [
  {},
  ...[10_000, 2 * MINUTE, 60 * MINUTE].flatMap((agoMs): readonly Partial<State>[] => [
    { dialog: { phase: 'ended', how: 'accepted', atMs: nowMs - agoMs } },
    { history: [{ number: 1, kind: 'returned', at: new Date(nowMs - agoMs).toISOString() }] },
    { dialog: { phase: 'ended', how: 'other-tenant', atMs: nowMs - agoMs }, consentedIn: FABRIKAM },
  ]),
];

test('9.10: the first advice is the administrator’s confirmation, and nothing beside it approves, waits or fails', async () => {
  const { nowMs } = await unconfirmed();
  for (const change of returns(nowMs)) {
    const { state } = await unconfirmed(change);
    const help = helpOf(state, around(nowMs));
    expect(help.now.title.key).toBe('personal.title.approved');
    expect(help.now.step?.event).toEqual({ type: 'confirmation-asked' });
    expect(help.failed).toEqual([]);
    const steps = stepsIn(help);
    for (const step of ['approve', 'approve-for-tenant', 'share', 'wait', 'reopen-outlook'])
      expect(steps).not.toContain(step);
  }
});

test('9.10: what approving elsewhere has left behind can still be undone', async () => {
  const { nowMs } = await unconfirmed();
  const dialog = { phase: 'ended', how: 'other-tenant', atMs: nowMs - 1000 } as const;
  const { state } = await unconfirmed({ dialog, consentedIn: FABRIKAM });
  const line = helpOf(state, around(nowMs)).passed.find(({ name }) => name === 'consent-tenant');
  expect(line?.reason).toBe('right-now-wrong-before');
  expect(line?.next.map(({ step }) => step)).toEqual([
    expect.objectContaining({ do: 'undo-consent', tenant: FABRIKAM }),
  ]);
});

test('9.10: each diagnosis says what is known of it, and advises the look where it is the approval that is open', async () => {
  const { nowMs } = await unconfirmed();
  for (const change of returns(nowMs).filter(({ consentedIn }) => consentedIn === undefined)) {
    const { state } = await unconfirmed(change);
    const said = new Map(diagnose(state, around(nowMs)).map((one) => [one.name, one]));
    const lineOf = (name: DiagnosisName): readonly (string | undefined)[] => {
      const one = said.get(name);
      return [one?.result, one?.reason, ...(one?.next ?? []).map((step) => step.do)];
    };
    expect(lineOf('service-reachable')).toEqual(['passed', 'as-it-should-be']);
    // Microsoft gave a token: nothing of these stands in the way.
    for (const name of ['user-assigned', 'application-enabled', 'conditional-access'] as const)
      expect(lineOf(name)).toEqual(['passed', 'as-it-should-be']);
    expect(lineOf('consent-tenant')).toEqual(['passed', 'as-it-should-be']);
    expect(lineOf('grant-spread')).toEqual(['passed', 'arrived']);
    expect(lineOf('consent-breadth')).toEqual(['not-known', 'not-proven', 'confirm', 'share', 'check-now']);
  }
});
