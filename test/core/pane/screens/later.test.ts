import fc from 'fast-check';
import { REQUEST_EVENT_KINDS } from '../../../../src/core/api/request-events';
import { groupOf } from '../../../../src/core/pane/screens/group';
import { helpOf } from '../../../../src/core/pane/screens/help';
import { manageOf } from '../../../../src/core/pane/screens/manage';
import type { State } from '../../../../src/core/pane/state';
import { PERMISSION_SET } from '../../../../src/core/permission-set';
import { parseTenantId } from '../../../../src/core/tenant';
import { laterEn } from '../../../../src/ui/strings/later/en';
import { SAMPLE_NAMES, SAMPLE_NOW_MS, SAMPLE_STATES } from '../../../ui/pane/sample-states';

const around = { nowMs: SAMPLE_NOW_MS, signIn: 'bridge', storage: 'open' } as const;

describe('the diagnoses of the help screen', () => {
  test('U4, U10: the verdict and its step come first, then what failed; nobody reads what is not known', () => {
    const { now, failed, passed } = helpOf(SAMPLE_STATES['help-not-assigned'], around);
    expect(now.title.key).toBe('blocked.title');
    expect(now.lead.map(({ key }) => key)).toEqual(['cause.user-not-assigned', 'next.ask-admin-to-assign']);
    expect(now.step?.event).toEqual({ type: 'letter-asked', letter: 'assign' });
    expect(failed[0]).toMatchObject({ name: 'user-assigned', result: 'failed', reason: 'not-assigned' });
    // U4: no row of help prepares an approval that mends nothing.
    expect(failed[0]?.next.map(({ event }) => event?.type)).not.toContain('share-asked');
    expect([...failed, ...passed].map(({ result }) => result)).not.toContain('not-known');
    expect(passed.every(({ result }) => result === 'passed')).toBe(true);
  });

  test('U10: help never says that nothing stands in the way of somebody who still needs an approval', () => {
    const { now, failed } = helpOf(SAMPLE_STATES.required, around);
    expect(failed).toEqual([]);
    expect(now.title.key).toBe('required.title');
    expect(now.step?.name).toBe('share');
  });

  test('a next step is a press, a link or advice; "check now" stands over all of them and not in each', () => {
    const state = SAMPLE_STATES.help;
    const tenant = parseTenantId('11111111-aaaa-4bbb-8ccc-111111111111')!;
    const elsewhere = { tenant, adminHint: 'not-known' } as const;
    const { failed, passed } = helpOf({ ...state, account: elsewhere }, around);
    const ways = [...failed, ...passed].flatMap(({ next }) => next);
    expect(ways.map(({ step }) => step.do)).not.toContain('check-now');
    expect(ways).toContainEqual({
      step: { do: 'sign-in-with-other-account' },
      event: { type: 'sign-in-asked' },
    });
  });

  test('a link goes to Microsoft, in the organisation’s own portal', () => {
    const { failed } = helpOf(SAMPLE_STATES['help-not-assigned'], around);
    const [way] = failed[0]?.next ?? [];
    expect(way?.url).toMatch(/^https:\/\/portal\.azure\.com\/7d1f3a52-/);
  });

  test('every diagnosis and every reason that can come out has its words', () => {
    const tenants = [undefined, parseTenantId('11111111-aaaa-4bbb-8ccc-111111111111')!];
    const facts = fc.record({
      state: fc.constantFrom(...SAMPLE_NAMES).map((name): State => SAMPLE_STATES[name]),
      other: fc.constantFrom(...tenants),
      online: fc.boolean(),
      hasMailbox: fc.boolean(),
      hasAccount: fc.boolean(),
      kind: fc.constantFrom(...REQUEST_EVENT_KINDS),
      agoMs: fc.constantFrom(1_000, 86_400_000),
      how: fc.constantFrom('accepted' as const, 'other-tenant' as const, 'denied' as const),
      signIn: fc.constantFrom(undefined, 'bridge' as const, 'standard' as const, 'no-host' as const),
      storage: fc.constantFrom(undefined, 'open' as const, 'blocked' as const),
    });
    fc.assert(
      fc.property(facts, (given) => {
        const { mailbox, account, ...rest } = given.state;
        const state: State = {
          ...rest,
          online: given.online,
          ...(given.hasMailbox && mailbox ? { mailbox } : {}),
          ...(given.hasAccount && account
            ? { account: given.other === undefined ? account : { ...account, tenant: given.other } }
            : {}),
          dialog: { phase: 'ended', how: given.how, atMs: SAMPLE_NOW_MS - given.agoMs },
          history: [{ number: 1, kind: given.kind, at: new Date(SAMPLE_NOW_MS - given.agoMs).toISOString() }],
        };
        const { failed, passed } = helpOf(state, {
          nowMs: SAMPLE_NOW_MS,
          ...(given.signIn === undefined ? {} : { signIn: given.signIn }),
          ...(given.storage === undefined ? {} : { storage: given.storage }),
        });
        for (const { name, reason } of [...failed, ...passed])
          expect(Object.keys(laterEn.messages)).toContain(`diagnosis.${name}.${reason}`);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the limit to a group', () => {
  const state = SAMPLE_STATES.group;

  test('a group gives the script for this installation and this organisation', () => {
    const model = groupOf(state, { group: ' Sales EMEA ', mailbox: '' });
    if (model.kind !== 'guide') throw new Error(model.kind);
    expect(model.group).toBe('Sales EMEA');
    expect(model.script).toContain(state.setup.clientId);
    expect(model.script).toContain("$domain = 'contoso.com'");
    expect(model.script).toContain("'O365Default'");
    expect(model.roles).toContain('Application Mail.ReadWrite');
    expect(model.notes.map(({ name }) => name)).toContain('grants-add-up');
    expect(model.entraUrl).toMatch(/^https:\/\/portal\.azure\.com\//);
  });

  test('the clouds that share a place to sign in are told apart', () => {
    const dod = { ...state, setup: { ...state.setup, cloudName: 'usgov-dod' as const } };
    const model = groupOf(dod, { group: 'Sales', mailbox: '' });
    expect(model.kind === 'guide' && model.script).toContain("'O365USGovDoD'");
  });

  test.each(['', '  ', 'Sales*', 'a\u202Eb', 'x'.repeat(300)])('"%s" is no group', (group) => {
    expect(groupOf(state, { group, mailbox: '' }).kind).toBe('problem');
  });

  test('a mailbox that is none is told, and the test is made without it', () => {
    const good = groupOf(state, { group: 'Sales', mailbox: 'mia@contoso.com' });
    const bad = groupOf(state, { group: 'Sales', mailbox: '*' });
    if (good.kind !== 'guide' || bad.kind !== 'guide') throw new Error('no guide');
    expect(good.test).toContain('mia@contoso.com');
    expect(good.mailboxProblem).toBeUndefined();
    expect(bad.mailboxProblem).toBe('wildcard');
    expect(bad.test).not.toContain('*;');
  });

  test('an installation without a client id limits nothing', () => {
    const broken = { ...state, setup: { ...state.setup, clientId: 'x' } };
    expect(groupOf(broken, { group: 'Sales', mailbox: '' })).toEqual({ kind: 'nothing-to-limit' });
  });
});

describe('access and data', () => {
  test('a grant for the tenant is confirmed for everybody', () => {
    const { confirmed, permissions, situation } = manageOf(SAMPLE_STATES.manage);
    expect(confirmed).toEqual({ atMs: SAMPLE_STATES.manage.verdictAtMs, forTenant: true });
    expect(permissions).toHaveLength(PERMISSION_SET.length);
    expect(situation?.key).toBe('situation.autopilot-everyone');
  });

  test('a grant for one person is confirmed for that person alone', () => {
    expect(manageOf(SAMPLE_STATES['granted-only-you']).confirmed?.forTenant).toBe(false);
  });

  test('after a revocation nothing is confirmed, whatever was before', () => {
    expect(manageOf(SAMPLE_STATES['required-after-grant']).confirmed).toBeUndefined();
  });

  test('while nobody answers, the last confirmation stands with its own time', () => {
    expect(manageOf(SAMPLE_STATES.unknown).confirmed).toEqual({
      atMs: SAMPLE_STATES.unknown.confirmation.atMs,
      forTenant: true,
    });
    expect(manageOf(SAMPLE_STATES.checking).confirmed).toBeUndefined();
  });

  test('a cloud of the installation’s own has no portal that we know', () => {
    const { manage } = SAMPLE_STATES;
    const own = { ...manage, setup: { ...manage.setup, cloudName: 'custom' as const } };
    expect(manageOf(own).entraUrl).toBeUndefined();
  });
});
