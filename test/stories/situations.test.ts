import {
  ALL_DELEGATED,
  answer,
  CONTOSO,
  grantedForTenant,
  heard,
  notConsented,
  nothingGranted,
  partlyGranted,
  seenByLook,
  unproven,
} from '../support/evidence';
import { shareMessage } from '../../src/core/pane/share-message';
import { ADMIN_LETTERS } from '../../src/core/support/admin-letter';
import { openPane, StoryWorld, type Pane } from '../support/story-world';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** A world in which nobody has said yet how the organisation uses ExtendSync. */
function newcomers(): StoryWorld {
  const world = new StoryWorld();
  world.memory.delete('extendsync.situation');
  return world;
}

async function chooses(pane: Pane, situation: string): Promise<void> {
  const option = pane.screen.situations?.find((one) => one.situation === situation);
  if (!option) throw new Error(`${situation} cannot be chosen on the ${pane.screen.name} screen`);
  await pane.hears(option.event);
}

const missingIn = (pane: Pane): readonly string[] =>
  (pane.screen.permissions ?? []).filter(({ state }) => state === 'missing').map(({ id }) => id);

describe('the situation', () => {
  test('is asked once, within the click that wants to go on, and remembered', async () => {
    const world = newcomers();
    const pane = await openPane(world);
    await pane.presses('approve');
    expect(pane.screen.name).toBe('situation');
    expect(world.opened).toHaveLength(0);
    await chooses(pane, 'autopilot-everyone');
    expect(pane.screen.name).toBe('approving');
    expect(world.opened[0]).toContain('situation=autopilot-everyone');
    pane.closes();
    const again = await openPane(world);
    await again.presses('share');
    expect(again.screen.name).toBe('sharing');
  });

  test('is not asked where it changes nothing: everything is granted', async () => {
    const world = newcomers();
    world.microsoftSays = grantedForTenant;
    const pane = await openPane(world);
    expect(pane.screen.name).toBe('granted');
    expect(pane.screen.situations).toBeUndefined();
  });

  test('without Autopilot the delegated permissions are enough, once Microsoft has been asked again', async () => {
    const world = newcomers();
    world.microsoftSays = partlyGranted;
    const pane = await openPane(world);
    expect(pane.screen.name).toBe('partial');
    await pane.hears({ type: 'situation-asked' });
    await chooses(pane, 'no-autopilot');
    // The old answer is not read anew: green comes from a fresh one.
    expect(pane.screen.name).toBe('partial');
    await world.passes(200);
    expect(pane.screen.name).toBe('granted');
    expect(pane.screen.permissions?.some(({ permission }) => permission.kind === 'application')).toBe(false);
  });

  test('without Autopilot the link asks for no application permission', async () => {
    const world = newcomers();
    world.serviceRuns = false;
    const pane = await openPane(world);
    await pane.hears({ type: 'situation-asked' });
    await chooses(pane, 'no-autopilot');
    await pane.presses('share');
    const scope = new URL(pane.screen.share?.link ?? '').searchParams.get('scope') ?? '';
    expect(scope).not.toContain('.default');
    expect(scope).toContain('https://graph.example/Mail.ReadWrite');
  });

  test('the message carries the link of the request that was made for the situation', async () => {
    const world = newcomers();
    const pane = await openPane(world);
    await pane.hears({ type: 'situation-asked' });
    await chooses(pane, 'no-autopilot');
    await pane.shares('draft');
    expect(world.asked.at(-1)).toMatchObject({ tenant: CONTOSO, situation: 'no-autopilot' });
    expect(world.drafts).toHaveLength(1);
    expect(world.drafts[0]).toContain(pane.app.store.getState().request?.link);
    expect(pane.app.store.getState().request).toMatchObject({ situation: 'no-autopilot' });
  });

  test('9.2: without Autopilot, who consented alone is led to an administrator, whose approval proves itself', async () => {
    const world = newcomers();
    world.memory.set('extendsync.situation', 'no-autopilot');
    world.microsoftSays = unproven;
    const pane = await openPane(world);
    expect(pane.screen).toMatchObject({ name: 'granted-personally', tone: 'attention' });
    expect(pane.screen.lead).toEqual([{ key: 'personal.lead.unproven', values: {} }]);
    expect(pane.screen.choices?.map(({ action }) => action.name)).toEqual(['share', 'approve']);
    await pane.presses('approve');
    await pane.dialogSays({ kind: 'consent-returned', outcome: 'accepted' });
    world.microsoftSays = seenByLook();
    await world.passes(2_000);
    expect(pane.screen).toMatchObject({ name: 'granted', tone: 'good' });
  });

  test('with Autopilot the same evidence leads to an administrator', async () => {
    const world = newcomers();
    world.memory.set('extendsync.situation', 'autopilot-everyone');
    world.microsoftSays = unproven;
    const pane = await openPane(world);
    expect(pane.screen).toMatchObject({ name: 'granted-personally', tone: 'attention' });
    expect(pane.screen.choices?.map(({ action }) => action.name)).toEqual(['share', 'approve']);
  });

  test('can be changed; a link that nobody has yet is made anew', async () => {
    const world = newcomers();
    world.serviceRuns = false;
    const pane = await openPane(world);
    await pane.hears({ type: 'situation-asked' });
    await chooses(pane, 'no-autopilot');
    await pane.presses('share');
    await pane.presses('back');
    await pane.presses('change-situation');
    await chooses(pane, 'autopilot-everyone');
    await pane.presses('share');
    expect(new URL(pane.screen.share?.link ?? '').searchParams.get('scope')).toBe(
      'https://graph.example/.default',
    );
  });

  test('shows its steps when granted, done as far as Microsoft has proved them', async () => {
    const world = newcomers();
    world.memory.set('extendsync.situation', 'autopilot-groups');
    world.microsoftSays = grantedForTenant;
    const pane = await openPane(world);
    const steps = pane.screen.steps ?? [];
    expect(steps.find(({ name }) => name === 'verify-consent')?.state).toBe('done');
    expect(steps.filter(({ state }) => state === 'next')).toHaveLength(1);
    expect(steps.find(({ name }) => name === 'choose-group')?.action?.name).toBe('group');
  });

  test('U20: what only a person knows is ticked by a person, kept with the mailbox, and the next step moves on', async () => {
    const world = newcomers();
    world.memory.set('extendsync.situation', 'autopilot-everyone');
    world.microsoftSays = grantedForTenant;
    const pane = await openPane(world);
    const stateOf = (name: string) => pane.screen.steps?.find((step) => step.name === name)?.state;
    // Microsoft has proved a grant, and not that Autopilot was switched on.
    expect(stateOf('switch-autopilot-on')).toBe('next');
    expect(pane.screen.steps?.find(({ name }) => name === 'verify-consent')?.tick).toBeUndefined();
    await pane.hears({ type: 'step-ticked', step: 'switch-autopilot-on', done: true });
    expect(stateOf('switch-autopilot-on')).toBe('done');
    expect(stateOf('check-autopilot-prerequisites')).toBe('next');
    await pane.hears({ type: 'step-ticked', step: 'check-autopilot-prerequisites', done: true });
    expect(pane.screen.lead[0]?.key).toBe('granted.lead');
    pane.closes();
    const again = await openPane(world);
    expect(again.screen.steps?.every(({ state }) => state === 'done')).toBe(true);
    await again.hears({ type: 'step-ticked', step: 'switch-autopilot-on', done: false });
    expect(again.screen.steps?.[0]?.state).toBe('next');
  });

  test('9.3: who only shares is not asked: the link asks the administrator', async () => {
    const world = newcomers();
    const pane = await openPane(world);
    await pane.presses('share');
    expect(pane.screen.name).toBe('sharing');
    expect(world.asked.map(({ situation }) => situation)).toEqual([undefined]);
  });

  test('9.3: the organisation’s own situation counts more than what a person has said, and no smaller link is sent', async () => {
    const world = newcomers();
    world.memory.set('extendsync.situation', 'no-autopilot');
    const told = partlyGranted.seen.kind === 'service' ? partlyGranted.seen.answer : undefined;
    if (!told) throw new Error('no answer');
    const pane = await openPane(world);
    await pane.shares('copy');
    expect(world.asked.map(({ situation }) => situation)).toEqual(['no-autopilot']);
    world.microsoftSays = {
      ...partlyGranted,
      seen: { kind: 'service', answer: { ...told, situation: 'autopilot-everyone' } },
    };
    await pane.presses('check-now');
    await world.passes(200);
    // What Microsoft says of the application permissions counts now.
    expect(pane.screen.name).toBe('waiting');
    await pane.presses('share');
    expect(world.asked.map(({ situation }) => situation)).toEqual(['no-autopilot', 'autopilot-everyone']);
    await pane.presses('back');
    await pane.presses('approve');
    expect(new URL(world.opened[0] ?? '').searchParams.get('situation')).toBe('autopilot-everyone');
  });

  test('garbage in the mailbox’s memory is no situation', async () => {
    const world = newcomers();
    world.memory.set('extendsync.situation', { everything: 'granted' });
    const pane = await openPane(world);
    await pane.presses('approve');
    expect(pane.screen.name).toBe('situation');
  });
});

describe('a pending request', () => {
  test('says with whom it is, survives a reload, and is withdrawn everywhere', async () => {
    const world = new StoryWorld();
    const pane = await openPane(world);
    await pane.shares('draft');
    await pane.hears({ type: 'recipient-noted', withWhom: '  Adele\n from IT ' });
    expect(pane.screen.pending).toMatchObject({ withWhom: 'Adele from IT', isOpen: true });
    pane.closes();
    const elsewhere = await openPane(world);
    expect(elsewhere.screen.pending).toMatchObject({ withWhom: 'Adele from IT', shares: [{ way: 'draft' }] });
    await elsewhere.presses('withdraw');
    expect(world.memory.has('extendsync.request')).toBe(false);
  });

  test('whom it went to is told with its story, also where that was being written when the approval came', async () => {
    const world = new StoryWorld();
    const pane = await openPane(world);
    await pane.shares('draft');
    world.microsoftSays = grantedForTenant;
    await pane.presses('check-now');
    await world.passes(200);
    expect(pane.screen.pending).toMatchObject({ isOpen: false, withWhom: undefined });
    await pane.hears({ type: 'recipient-noted', withWhom: 'Adele' });
    expect(pane.screen.pending).toMatchObject({ isOpen: false, withWhom: 'Adele' });
    // The request is over: nothing of it is kept again.
    expect(world.memory.has('extendsync.request')).toBe(false);
  });

  test('is brought to mind after a day, here and in a pane that is opened later', async () => {
    const world = new StoryWorld();
    const pane = await openPane(world);
    await pane.shares('draft');
    await world.passes(23 * HOUR);
    expect(pane.screen.notice).toBeUndefined();
    await world.passes(2 * HOUR);
    expect(pane.screen).toMatchObject({ name: 'waiting', notice: { text: { key: 'notice.reminder' } } });
    pane.closes();
    const tomorrow = await openPane(world);
    expect(tomorrow.screen.notice).toMatchObject({
      text: { key: 'notice.reminder' },
      reminder: { name: 'remind' },
    });
    // U11: one click to a short letter of its own, and both lines stay.
    await tomorrow.presses('remind');
    expect(world.drafts).toHaveLength(2);
    expect(tomorrow.screen).toMatchObject({
      name: 'waiting',
      notice: { text: { key: 'share-done.draft' } },
      pending: { shares: [{ way: 'draft' }, { way: 'reminder' }] },
    });
  });

  test('a code that was shown on the screen is waited for like a link that was sent', async () => {
    const world = new StoryWorld();
    const pane = await openPane(world);
    await pane.presses('share');
    await pane.presses('show');
    await world.passes(200);
    expect(pane.screen.name).toBe('showing');
    expect(world.memory.get('extendsync.request')).toMatchObject({ way: 'screen' });
    pane.closes();
    const later = await openPane(world);
    expect(later.screen).toMatchObject({
      name: 'waiting',
      pending: { shares: [{ way: 'screen' }], isOpen: true },
    });
    await later.presses('withdraw');
    expect(later.screen.name).toBe('required');
    await later.presses('share');
    await later.presses('show');
    world.microsoftSays = grantedForTenant;
    world.requestIs('returned');
    await world.passes(200);
    expect(later.screen).toMatchObject({
      name: 'granted',
      pending: { shares: [{ way: 'screen' }], isOpen: false },
    });
  });

  test('shown on the screen after it was sent, it stays the same request', async () => {
    const world = new StoryWorld();
    const pane = await openPane(world);
    await pane.shares('draft');
    await pane.presses('share');
    await pane.presses('show');
    expect(world.memory.get('extendsync.request')).toMatchObject({ way: 'draft' });
  });

  test('where nothing can prove more than a token does, it can be taken back, and nobody is reminded', async () => {
    const world = new StoryWorld();
    world.memory.set('extendsync.situation', 'no-autopilot');
    const pane = await openPane(world);
    await pane.shares('draft');
    world.microsoftSays = unproven;
    world.requestIs('returned');
    await world.passes(25 * HOUR);
    expect(pane.screen).toMatchObject({ name: 'granted-personally', pending: { isOpen: true } });
    expect(pane.screen.notice).toBeUndefined();
    await pane.presses('withdraw');
    expect(pane.screen.pending).toBeUndefined();
    expect(world.memory.has('extendsync.request')).toBe(false);
  });

  test('a link straight to Microsoft is not waited for longer than one of the service', async () => {
    const world = new StoryWorld();
    world.serviceRuns = false;
    const pane = await openPane(world);
    await pane.shares('copy');
    pane.closes();
    await world.passes(29 * 24 * HOUR);
    const late = await openPane(world);
    expect(late.screen.name).toBe('waiting');
    late.closes();
    await world.passes(2 * 24 * HOUR);
    const tooLate = await openPane(world);
    expect(tooLate.screen.name).toBe('required');
    expect(world.memory.has('extendsync.request')).toBe(false);
  });

  test('tells its whole story once it is granted; that the link was made the sharing tells', async () => {
    const world = new StoryWorld();
    const pane = await openPane(world);
    await pane.shares('copy');
    world.requestIs('made');
    world.requestIs('opened');
    world.microsoftSays = grantedForTenant;
    world.requestIs('returned');
    await world.passes(200);
    expect(pane.screen.name).toBe('granted');
    expect(pane.screen.pending?.shares).toMatchObject([{ way: 'copy' }]);
    expect(pane.screen.pending?.history.map(({ text }) => text.key)).toEqual([
      'history.opened',
      'history.returned',
      'history.granted',
    ]);
    pane.closes();
    expect(world.clock.pending).toBe(0);
  });

  describe('for other permissions than the organisation needs by now', () => {
    /** Approved for people alone, and then the organisation wants Autopilot. */
    async function nowWithAutopilot(world: StoryWorld): Promise<Pane> {
      world.memory.set('extendsync.situation', 'no-autopilot');
      const pane = await openPane(world);
      await pane.shares('copy');
      world.microsoftSays = unproven;
      world.requestIs('returned');
      await world.passes(200);
      await pane.presses('change-situation');
      await chooses(pane, 'autopilot-everyone');
      await world.passes(200);
      return pane;
    }

    test('is not what the dialog opens', async () => {
      const world = new StoryWorld();
      const pane = await nowWithAutopilot(world);
      await pane.presses('approve');
      const address = new URL(world.opened[0] ?? '').searchParams;
      expect([address.has('request'), address.get('situation')]).toEqual([false, 'autopilot-everyone']);
    });

    test('while it fits, the dialog opens it, and is told the organisation and its use beside it', async () => {
      const world = new StoryWorld();
      const pane = await openPane(world);
      await pane.shares('copy');
      await pane.presses('approve');
      const address = new URL(world.opened[0] ?? '').searchParams;
      expect(address.get('request')).toBe('B'.repeat(22));
      expect(address.get('tenant')).toBe(CONTOSO);
      expect(address.get('situation')).toBe('autopilot-everyone');
    });

    test('is replaced when the right one is shared, here and at the service', async () => {
      const world = new StoryWorld();
      const pane = await nowWithAutopilot(world);
      expect(pane.screen.pending?.isOpen).toBe(true);
      const earlier = world.copied;
      await pane.shares('copy');
      expect(world.copied).not.toBe(earlier);
      expect(world.asked.map(({ situation }) => situation)).toEqual(['no-autopilot', 'autopilot-everyone']);
      expect(world.withdrawn).toEqual(['B'.repeat(22)]);
      expect(world.listeners).toBe(1);
      pane.closes();
      const later = await openPane(world);
      await later.presses('share');
      expect(world.asked).toHaveLength(2);
    });

    test('9.3: nobody is reminded of it: the reminder would carry a link that asks for less', async () => {
      const world = new StoryWorld();
      (await nowWithAutopilot(world)).closes();
      world.microsoftSays = notConsented;
      await world.passes(25 * HOUR);
      const pane = await openPane(world);
      expect(pane.screen.name).toBe('waiting');
      expect(pane.screen.notice?.reminder).toBeUndefined();
      const { request } = pane.app.store.getState();
      if (!request) throw new Error('no request');
      const { link } = request;
      const message = shareMessage('draft', {
        subject: 'Please remember',
        textBody: link,
        shortTextBody: link,
        htmlBody: link,
        chatText: link,
        link,
      });
      await pane.hears({ type: 'reminder-asked', message });
      expect(world.drafts).toEqual([]);
    });

    test('never asks for more in the dialog than the person has chosen', async () => {
      const world = newcomers();
      // Shared by an older version of the pane, which did not know of situations.
      world.memory.set('extendsync.request', {
        version: 1,
        id: 'A'.repeat(22),
        link: `https://pane.example/grant.html?request=${'A'.repeat(22)}`,
        madeAtMs: world.clock.now(),
        way: 'copy',
        sharedAtMs: world.clock.now(),
      });
      const pane = await openPane(world);
      await pane.presses('approve');
      await chooses(pane, 'no-autopilot');
      expect(world.opened[0]).not.toContain('request=');
      expect(world.opened[0]).toContain('situation=no-autopilot');
    });

    test('counts again when the person takes the change back', async () => {
      const world = new StoryWorld();
      const pane = await nowWithAutopilot(world);
      await pane.presses('change-situation');
      await chooses(pane, 'no-autopilot');
      await pane.presses('share');
      expect(pane.screen.share?.link).toBe(world.copied);
      expect(world.asked).toHaveLength(1);
    });
  });

  test('an old story that the stream tells anew is no reason to ask sooner', async () => {
    const world = new StoryWorld();
    const pane = await openPane(world);
    await pane.shares('copy');
    world.requestIs('opened');
    await world.passes(2 * HOUR);
    const asked = world.questions.length;
    await world.passes(HOUR);
    expect(world.questions.length - asked).toBeLessThanOrEqual(20);
  });
});

describe('changes over time', () => {
  test('a new required permission is told from one that was taken back', async () => {
    const world = new StoryWorld();
    world.memory.set('extendsync.confirmation', {
      version: 1,
      kind: 'granted',
      forTenant: true,
      atMs: world.clock.now() - HOUR,
      lastGrantedAtMs: world.clock.now() - HOUR,
      // What was granted when this permission was not asked for yet.
      lastGranted: ['delegated:User.Read', 'application:Mail.ReadWrite'],
    });
    world.microsoftSays = partlyGranted;
    expect((await openPane(world)).screen.lead[0]?.key).toBe('partial.lead.new-permissions');

    const revoked = new StoryWorld();
    revoked.microsoftSays = grantedForTenant;
    (await openPane(revoked)).closes();
    revoked.microsoftSays = partlyGranted;
    expect((await openPane(revoked)).screen.lead[0]?.key).toBe('partial.lead.was-granted');
  });

  test('the organisation keeps the name that Microsoft confirmed, though its refusal names nobody', async () => {
    const world = new StoryWorld();
    world.microsoftSays = grantedForTenant;
    (await openPane(world)).closes();
    world.microsoftSays = notConsented;
    (await openPane(world)).closes();
    expect((await openPane(world)).screen).toMatchObject({
      organisation: 'Contoso',
      lead: [{ key: 'required.lead.was-granted', values: { organisation: 'Contoso' } }],
    });
  });

  test('whoever reads about revoking goes on reading while the check goes on', async () => {
    const world = new StoryWorld();
    world.microsoftSays = grantedForTenant;
    const pane = await openPane(world);
    await pane.presses('manage');
    expect(pane.screen.name).toBe('manage');
    world.microsoftSays = nothingGranted;
    await world.passes(HOUR);
    expect(pane.screen.name).toBe('manage');
    await pane.presses('back');
    expect(pane.screen.title.key).toBe('required.title.was-granted');
  });
});

describe('what leaves the pane', () => {
  test('says what became of it', async () => {
    const world = new StoryWorld();
    const pane = await openPane(world);
    await pane.presses('help');
    await pane.hears({ type: 'diagnostics-asked', how: 'download' });
    expect(world.handedOver).toEqual(['download']);
    expect(pane.screen.notice?.text.key).toBe('handed-over.diagnostics-download');
    world.clipboardWorks = false;
    await pane.hears({ type: 'copy-asked', text: 'script' });
    expect(pane.screen.notice?.text.key).toBe('not-handed-over.copy');
    await pane.presses('back');
    expect(pane.screen.notice).toBeUndefined();
  });

  test.each(['support', 'deletion', ...ADMIN_LETTERS] as const)(
    'a letter (%s) that is left to the mail program is not said to be open',
    async (letter) => {
      const world = new StoryWorld();
      const pane = await openPane(world);
      await pane.presses('help');
      for (const [opens, told] of [
        ['mail', `handed-over.mail-${letter}`],
        [false, `not-handed-over.letter-${letter}`],
        ['draft', `handed-over.letter-${letter}`],
      ] as const) {
        world.letterOpens = opens;
        await pane.hears({ type: 'letter-asked', letter });
        expect(pane.screen.notice?.text.key).toBe(told);
      }
    },
  );
});

describe('an organisation that is approved for use without Autopilot', () => {
  const without = seenByLook(ALL_DELEGATED, 'no-autopilot');

  async function adds(world: StoryWorld): Promise<Pane> {
    world.microsoftSays = without;
    const pane = await openPane(world);
    expect(pane.screen.name).toBe('granted');
    await pane.presses('add-autopilot');
    await chooses(pane, 'autopilot-groups');
    await world.passes(200);
    return pane;
  }

  /** Somebody asks for Autopilot by a link, and opens the pane again later. */
  async function opensAgainAfterAsking(world: StoryWorld): Promise<Pane> {
    const pane = await adds(world);
    await pane.shares('copy');
    pane.closes();
    return openPane(world);
  }

  test('is approved for Autopilot from the green screen: what lacks for it is named, and the dialog asks for it', async () => {
    const world = newcomers();
    const pane = await adds(world);
    expect(pane.screen).toMatchObject({ name: 'partial', tone: 'attention' });
    expect(missingIn(pane).every((id) => id.startsWith('application:'))).toBe(true);
    await pane.presses('approve');
    expect(world.opened[0]).toContain('situation=autopilot-groups');
    world.microsoftSays = heard({ ...answer(() => 'tenant'), situation: 'autopilot-groups' });
    await world.passes(MINUTE);
    await world.passes(200);
    expect(pane.screen.name).toBe('granted');
    expect(pane.screen.others.map(({ name }) => name)).not.toContain('add-autopilot');
  });

  test('whoever thinks better of it is back at the green check', async () => {
    const world = newcomers();
    const pane = await adds(world);
    await pane.presses('change-situation');
    await chooses(pane, 'no-autopilot');
    await world.passes(200);
    expect(pane.screen.name).toBe('granted');
  });

  test('the next pane is green for what the organisation does, and the request for Autopilot goes on', async () => {
    const world = newcomers();
    const next = await opensAgainAfterAsking(world);
    expect(next.screen).toMatchObject({ name: 'granted', pending: { isOpen: true } });
    expect(world.memory.has('extendsync.request')).toBe(true);
    world.microsoftSays = heard({ ...answer(() => 'tenant'), situation: 'autopilot-groups' });
    world.requestIs('returned');
    await world.passes(MINUTE);
    expect(next.screen).toMatchObject({ name: 'granted', pending: { isOpen: false } });
    expect(world.memory.has('extendsync.request')).toBe(false);
  });

  test('an administrator who answers the request with less has answered it, once more could have spread', async () => {
    const world = newcomers();
    const next = await opensAgainAfterAsking(world);
    world.requestIs('returned');
    await world.passes(MINUTE);
    expect(next.screen).toMatchObject({ name: 'granted', pending: { isOpen: true } });
    await world.passes(HOUR);
    expect(next.screen).toMatchObject({ name: 'granted', pending: { isOpen: false } });
  });

  test('what another administrator proves of the smaller part is no answer to the request', async () => {
    const world = newcomers();
    const next = await opensAgainAfterAsking(world);
    world.requestIs('proved');
    await world.passes(HOUR);
    expect(next.screen).toMatchObject({ name: 'granted', pending: { isOpen: true } });
  });

  test('Autopilot that is granted by hand fulfils it where it was asked for', async () => {
    const world = newcomers();
    const pane = await adds(world);
    await pane.shares('copy');
    world.microsoftSays = heard({ ...answer(() => 'tenant'), situation: 'no-autopilot' });
    await pane.presses('check-now');
    await world.passes(200);
    expect(pane.screen).toMatchObject({ name: 'granted', pending: { isOpen: false } });
  });

  test('to look what it would take is no withdrawal: nothing says so, here or at another computer', async () => {
    const world = newcomers();
    const pane = await adds(world);
    expect(pane.screen.lead.map(({ key }) => key)).toEqual(['partial.lead']);
    expect(world.memory.get('extendsync.confirmation')).toMatchObject({ kind: 'granted', forTenant: true });
  });

  test('what a person said before does not outweigh what the organisation does', async () => {
    const world = newcomers();
    world.memory.set('extendsync.situation', 'autopilot-groups');
    world.microsoftSays = without;
    const pane = await openPane(world);
    expect(pane.screen.name).toBe('granted');
    // What is proved for less proves no step of it.
    expect(pane.screen.steps?.map(({ name }) => name)).toEqual(['grant-for-organisation', 'verify-consent']);
  });

  test('an answer that comes while a person chooses leaves the choice where it is', async () => {
    const world = newcomers();
    world.microsoftSays = without;
    const pane = await openPane(world);
    await world.passes(2 * MINUTE);
    await pane.becomes('focused');
    await pane.presses('add-autopilot');
    await world.passes(200);
    expect(pane.screen.name).toBe('situation');
  });

  test('that nothing is approved any more is everybody’s news, whatever a person adds', async () => {
    const world = newcomers();
    const pane = await adds(world);
    world.microsoftSays = nothingGranted;
    await pane.presses('check-now');
    await world.passes(200);
    expect(world.memory.get('extendsync.confirmation')).toMatchObject({ kind: 'required' });
  });
});
