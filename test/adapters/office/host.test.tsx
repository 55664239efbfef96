import { createOfficeHost, type OfficeHost } from '../../../src/adapters/office/host';
import { createOfficeReady } from '../../../src/adapters/office/ready';
import { addOfficeScript } from '../../../src/adapters/office/script';
import { hexColour, themeOf } from '../../../src/adapters/office/theme';
import type { HostProfile } from '../../../src/ports';
import type { OutlookTheme } from '../../../src/core/theme-kind';
import { ManualClock, runPendingPromises } from '../../support/manual-clock';
import { fakeMailbox, fakeMedia, fakeOffice, giveOffice, takeOffice } from './fake-office';

let clock: ManualClock;
let media: { change(): void };
let prefers: Set<string>;
const realOpen = window.open;

beforeEach(() => {
  clock = new ManualClock();
  prefers = new Set();
  media = fakeMedia(prefers);
});

afterEach(() => {
  takeOffice();
  document.body.replaceChildren();
  document.head.replaceChildren();
  window.open = realOpen;
  window.localStorage.clear();
  clock.mustBeIdle();
});

const host = (): OfficeHost => createOfficeHost(window, createOfficeReady(window, clock), clock);
const mia = { userProfile: { displayName: 'Mia', emailAddress: 'mia@contoso.example' } };

describe('the host introduces itself', () => {
  test('Outlook tells who is there and what it can do', async () => {
    giveOffice(
      fakeOffice({
        mailbox: {
          ...mia,
          item: {},
          displayNewMessageForm: () => undefined,
          addHandlerAsync: () => undefined,
        },
        ui: { displayDialogAsync: () => undefined },
        sets: { NestedAppAuth: '1.1' },
      }),
    );
    const outlook = host();
    expect(await outlook.ready()).toEqual({
      hostName: 'Outlook',
      platform: 'OfficeOnline',
      locale: 'de-DE',
      displayName: 'Mia',
      mailAddress: 'mia@contoso.example',
      canOpenDrafts: true,
    });
    expect(await outlook.mayHaveBroker()).toBe(true);
  });

  test('office.js may come after our scripts', async () => {
    const script = document.createElement('script');
    script.id = 'office-js';
    document.body.append(script);
    const ready = host().ready();
    await runPendingPromises();
    giveOffice(fakeOffice({ mailbox: mia }));
    script.dispatchEvent(new Event('load'));
    expect(await ready).toMatchObject({
      hostName: 'Outlook',
      mailAddress: 'mia@contoso.example',
    });
  });

  describe('a script that cannot be fetched', () => {
    const scripts = (): readonly HTMLScriptElement[] => [...document.querySelectorAll('script')];
    const comesToItsEnd = (end: 'load' | 'error'): void =>
      void scripts().at(-1)?.dispatchEvent(new Event(end));

    test.each(['before anybody waits for it', 'while the pane waits for it'])(
      '%s: the pane goes on without a host, and it is asked for until it comes',
      async (when) => {
        addOfficeScript(document, 'https://office.example/office.js');
        if (when.startsWith('before')) comesToItsEnd('error');
        const outlook = host();
        const changes: (string | undefined)[] = [];
        const stop = outlook.onMailboxChanged(({ mailAddress }) => changes.push(mailAddress));
        const ready = outlook.ready();
        comesToItsEnd('error');
        expect(await ready).toEqual({
          locale: navigator.language,
          canOpenDrafts: false,
        });
        await clock.advance(1_000);
        comesToItsEnd('error');
        await clock.advance(3_000);
        expect(scripts().map(({ src }) => src)).toEqual(['https://office.example/office.js']);
        giveOffice(fakeOffice({ mailbox: mia }));
        comesToItsEnd('load');
        await runPendingPromises();
        expect(changes).toEqual(['mia@contoso.example']);
        stop();
      },
    );

    test('says nothing of a broker: only a host can say that it has none', async () => {
      addOfficeScript(document, 'https://office.example/office.js');
      const outlook = host();
      comesToItsEnd('error');
      expect(await outlook.mayHaveBroker()).toBe(true);
      giveOffice(fakeOffice({ mailbox: mia }));
      await clock.advance(1_000);
      expect(await outlook.mayHaveBroker()).toBe(false);
    });
  });

  test('a host that says nothing for ten seconds is taken for none', async () => {
    const office = fakeOffice();
    Object.assign(office, { onReady: () => new Promise(() => undefined) });
    giveOffice(office);
    const ready = host().ready();
    await clock.advance(9_999);
    expect(clock.pending).toBe(1);
    await clock.advance(1);
    expect((await ready).hostName).toBeUndefined();
  });

  test('F14: a host that answers later is taken when it comes', async () => {
    let introduce: (answer: object) => void = () => undefined;
    const office = fakeOffice({
      mailbox: mia,
      officeTheme: { bodyBackgroundColor: '#1f1f1f' },
      ui: { displayDialogAsync: () => undefined },
      sets: { NestedAppAuth: '1.1' },
    });
    Object.assign(office, { onReady: () => new Promise((resolve) => (introduce = resolve)) });
    giveOffice(office);
    const outlook = host();
    const changes: HostProfile[] = [];
    const stop = outlook.onMailboxChanged((profile) => changes.push(profile));
    const first = outlook.ready();
    await clock.advance(11_000);
    expect((await first).hostName).toBeUndefined();
    introduce({ host: 'Outlook', platform: 'PC' });
    await runPendingPromises();
    const profile = {
      hostName: 'Outlook',
      platform: 'PC',
      locale: 'de-DE',
      displayName: 'Mia',
      mailAddress: 'mia@contoso.example',
      canOpenDrafts: false,
    };
    expect(changes).toEqual([profile]);
    expect(await outlook.ready()).toEqual(profile);
    expect(await outlook.mayHaveBroker()).toBe(true);
    expect(outlook.theme().kind).toBe('dark');
    stop();
  });

  test('F14: a script that loads after the time limit is waited for just so', async () => {
    const script = document.createElement('script');
    script.id = 'office-js';
    document.body.append(script);
    const outlook = host();
    const first = outlook.ready();
    await clock.advance(30_000);
    expect((await first).hostName).toBeUndefined();
    giveOffice(fakeOffice({ mailbox: mia }));
    script.dispatchEvent(new Event('load'));
    await runPendingPromises();
    expect(await outlook.ready()).toMatchObject({ hostName: 'Outlook', mailAddress: 'mia@contoso.example' });
  });

  test.each([
    ['outside any host', fakeOffice({ host: null })],
    [
      'with a mailbox that tells nothing',
      fakeOffice({ mailbox: { userProfile: { emailAddress: '', displayName: 7 } } }),
    ],
    ['with something else under its name', {} as typeof Office],
  ])('%s', async (_what, office) => {
    giveOffice(office);
    const profile = await host().ready();
    expect(profile.mailAddress).toBeUndefined();
    expect(profile.displayName).toBeUndefined();
    expect(profile.canOpenDrafts).toBe(false);
  });
});

describe('the theme', () => {
  test.each([
    [undefined, [], { kind: 'light' }],
    [undefined, ['(prefers-color-scheme: dark)'], { kind: 'dark' }],
    [undefined, ['(forced-colors: active)'], { kind: 'high-contrast' }],
    [
      { bodyBackgroundColor: '#FFFFFF', bodyForegroundColor: '#000' },
      ['(prefers-color-scheme: dark)'],
      { kind: 'light', bodyBackground: '#ffffff' },
    ],
    [{ bodyBackgroundColor: '212121' }, [], { kind: 'dark', bodyBackground: '#212121' }],
    [{ bodyBackgroundColor: '#0078d4' }, [], { kind: 'light', bodyBackground: '#0078d4' }],
    [{ bodyBackgroundColor: 'red' }, [], { kind: 'light' }],
    [{ bodyBackgroundColor: 0xffffff }, [], { kind: 'light' }],
    [
      { bodyBackgroundColor: '#000000' },
      ['(forced-colors: active)'],
      { kind: 'high-contrast', bodyBackground: '#000000' },
    ],
  ])('of %j where %j', (colours, queries: string[], theme) => {
    expect(themeOf(colours, (query) => queries.includes(query))).toEqual(theme);
  });

  test.each([
    ['#12', undefined],
    ['#12345g', undefined],
    ['#abcdef80', '#abcdef'],
    [' #ABC ', '#aabbcc'],
    [null, undefined],
  ])('the colour %j is %j', (value, colour) => {
    expect(hexColour(value)).toBe(colour);
  });

  test('follows Outlook’s event and the browser’s preference, until nobody listens any more', async () => {
    const { mailbox, tell } = fakeMailbox();
    giveOffice(fakeOffice({ mailbox }));
    const outlook = host();
    const heard: OutlookTheme['kind'][] = [];
    const stop = outlook.onThemeChanged((theme) => heard.push(theme.kind));
    await outlook.ready();
    await runPendingPromises();
    prefers.add('(prefers-color-scheme: dark)');
    media.change();
    tell('officeThemeChanged', {
      type: 'officeThemeChanged',
      officeTheme: { bodyBackgroundColor: '#ffffff' },
    });
    expect(outlook.theme().kind).toBe('light');
    tell('officeThemeChanged', { officeTheme: { bodyBackgroundColor: '#111111' } });
    // An event without colours changes nothing where the context has none either.
    tell('officeThemeChanged', {});
    await clock.advance(3_000);
    expect(heard.filter((kind, at) => kind !== heard[at - 1])).toEqual(['dark', 'light', 'dark']);
    stop();
    const count = heard.length;
    tell('officeThemeChanged', { officeTheme: { bodyBackgroundColor: '#ffffff' } });
    media.change();
    expect(heard).toHaveLength(count);
  });

  test.each([
    ['without colours', {}],
    ['with null for colours', { officeTheme: null }],
    ['with colours of no value', { officeTheme: { bodyBackgroundColor: null } }],
    ['of nothing at all', null],
  ])(
    'F28: after an event %s the context is looked at again, for it is brought up to date later',
    async (_how, event) => {
      const { mailbox, tell } = fakeMailbox();
      const office = fakeOffice({ mailbox, officeTheme: { bodyBackgroundColor: '#ffffff' } });
      giveOffice(office);
      const outlook = host();
      const heard: OutlookTheme['kind'][] = [];
      outlook.onThemeChanged((theme) => heard.push(theme.kind));
      await outlook.ready();
      await runPendingPromises();
      tell('officeThemeChanged', event);
      await clock.advance(50);
      Object.assign(office.context, { officeTheme: { bodyBackgroundColor: '#1f1f1f' } });
      await clock.advance(1_000);
      expect(heard).toEqual(['light', 'dark']);
      // Colours of a later event end the looking.
      tell('officeThemeChanged', event);
      tell('officeThemeChanged', { officeTheme: { bodyBackgroundColor: '#fafafa' } });
      await clock.advance(5_000);
      expect(heard).toEqual(['light', 'dark', 'light']);
    },
  );

  test.each([
    ['words for colours', { officeTheme: { bodyBackgroundColor: 'dark' } }],
    ['numbers for colours', { officeTheme: { bodyBackgroundColor: 0x1f1f1f } }],
    ['text for a theme', { officeTheme: 'dark' }],
    ['the old colours', { officeTheme: { bodyBackgroundColor: '#ffffff' } }],
    ['the old colours, in other letters', { officeTheme: { bodyBackgroundColor: 'FFFFFF' } }],
  ])('F28: after an event with %s the context is looked at again', async (_how, event) => {
    const { mailbox, tell } = fakeMailbox();
    const office = fakeOffice({ mailbox, officeTheme: { bodyBackgroundColor: '#ffffff' } });
    giveOffice(office);
    const outlook = host();
    await outlook.ready();
    await runPendingPromises();
    tell('officeThemeChanged', event);
    expect(outlook.theme()).toMatchObject({ kind: 'light', bodyBackground: '#ffffff' });
    await clock.advance(50);
    Object.assign(office.context, { officeTheme: { bodyBackgroundColor: '#1f1f1f' } });
    await clock.advance(5_000);
    expect(outlook.theme()).toMatchObject({ kind: 'dark', bodyBackground: '#1f1f1f' });
    expect(clock.pending).toBe(0);
  });

  test('F28: a context that is never brought up to date does not take back what an event has told', async () => {
    const { mailbox, tell } = fakeMailbox();
    giveOffice(fakeOffice({ mailbox, officeTheme: { bodyBackgroundColor: '#ffffff' } }));
    const outlook = host();
    await outlook.ready();
    await runPendingPromises();
    for (const event of [
      { officeTheme: { bodyBackgroundColor: '#1f1f1f' } },
      { officeTheme: { bodyBackgroundColor: '#1f1f1f' } },
      {},
    ]) {
      tell('officeThemeChanged', event);
      await clock.advance(5_000);
      expect(outlook.theme().kind).toBe('dark');
    }
  });

  test('F28: a context that loses its colours for a while leaves those that were told', async () => {
    const { mailbox, tell } = fakeMailbox();
    const office = fakeOffice({ mailbox, officeTheme: { bodyBackgroundColor: '#1f1f1f' } });
    giveOffice(office);
    const outlook = host();
    await outlook.ready();
    await runPendingPromises();
    for (const officeTheme of [null, {}, { bodyBackgroundColor: '' }]) {
      Object.assign(office.context, { officeTheme });
      tell('officeThemeChanged', {});
      await clock.advance(5_000);
      expect(outlook.theme().kind).toBe('dark');
    }
  });

  test('Outlook’s colours of the start are told when they are there', async () => {
    giveOffice(fakeOffice({ mailbox: mia, officeTheme: { bodyBackgroundColor: '#1f1f1f' } }));
    const outlook = host();
    const heard: OutlookTheme[] = [];
    outlook.onThemeChanged((theme) => heard.push(theme));
    expect(outlook.theme().kind).toBe('light');
    await outlook.ready();
    expect(heard).toEqual([{ kind: 'dark', bodyBackground: '#1f1f1f' }]);
  });
});

describe('the theme before Outlook has introduced itself', () => {
  const dark = { bodyBackgroundColor: '#1f1f1f' };
  /** A pane in an Outlook that looks so; answers how it looked first, and what was told. */
  async function opensPane(officeTheme?: object): Promise<readonly OutlookTheme['kind'][]> {
    giveOffice(fakeOffice({ mailbox: mia, ...(officeTheme ? { officeTheme } : {}) }));
    const outlook = host();
    const looks = [outlook.theme().kind];
    outlook.onThemeChanged(({ kind }) => looks.push(kind));
    await outlook.ready();
    await runPendingPromises();
    return looks;
  }

  test('is the one that Outlook had last', async () => {
    expect(await opensPane(dark)).toEqual(['light', 'dark']);
    expect(await opensPane(dark)).toEqual(['dark', 'dark']);
    expect(await opensPane({ bodyBackgroundColor: '#ffffff' })).toEqual(['dark', 'light']);
    prefers.add('(prefers-color-scheme: dark)');
    expect(await opensPane({ bodyBackgroundColor: '#ffffff' })).toEqual(['light', 'light']);
  });

  test('gives way to the system’s where this Outlook tells none, or none comes', async () => {
    await opensPane(dark);
    expect(await opensPane()).toEqual(['dark', 'light']);
    takeOffice();
    const alone = host();
    expect(alone.theme().kind).toBe('dark');
    await alone.ready();
    await runPendingPromises();
    expect(alone.theme().kind).toBe('light');
  });

  test('forced colours of the system go before it', async () => {
    await opensPane(dark);
    prefers.add('(forced-colors: active)');
    expect((await opensPane())[0]).toBe('high-contrast');
  });

  test.each(['"red"', '"high-contrast"', '{"kind":"dark"}', 'null', 'x'])(
    'whatever else stands in the browser’s storage is none: %s',
    async (text) => {
      window.localStorage.setItem('extendsync.theme', text);
      expect((await opensPane())[0]).toBe('light');
    },
  );
});

describe('the mailbox beside the pane changes', () => {
  const changesOf = (outlook: OfficeHost): (string | undefined)[] => {
    const heard: (string | undefined)[] = [];
    outlook.onMailboxChanged(({ mailAddress }) => heard.push(mailAddress));
    return heard;
  };
  const becomeVisible = (): boolean => document.dispatchEvent(new Event('visibilitychange'));

  test('an item of another account is told of, once, and an item of the same is not', async () => {
    const { mailbox, tell } = fakeMailbox();
    giveOffice(fakeOffice({ mailbox }));
    const outlook = host();
    const heard = changesOf(outlook);
    await outlook.ready();
    tell('olkItemSelectedChanged');
    await clock.advance(5_000);
    expect(heard).toEqual([]);
    Object.assign(mailbox, { userProfile: { displayName: 'Mia', emailAddress: 'mia@fabrikam.example' } });
    tell('olkItemSelectedChanged');
    await clock.advance(5_000);
    expect(heard).toEqual(['mia@fabrikam.example']);
    expect((await outlook.ready()).mailAddress).toBe('mia@fabrikam.example');
  });

  test('a pinned pane tells when no item is open beside it, for Outlook then opens no draft', async () => {
    const { mailbox, tell } = fakeMailbox({ item: {}, displayNewMessageForm: () => undefined });
    giveOffice(fakeOffice({ mailbox }));
    const outlook = host();
    const heard: boolean[] = [];
    outlook.onMailboxChanged(({ canOpenDrafts }) => heard.push(canOpenDrafts));
    await outlook.ready();
    for (const item of [null, {}, undefined]) {
      Object.assign(mailbox, { item });
      tell('olkItemSelectedChanged');
      await clock.advance(5_000);
    }
    expect(heard).toEqual([false, true, false]);
  });

  test('a host that brings its profile up to date late is looked at again', async () => {
    const { mailbox, tell } = fakeMailbox();
    giveOffice(fakeOffice({ mailbox }));
    const outlook = host();
    const heard = changesOf(outlook);
    await outlook.ready();
    tell('olkItemSelectedChanged', null);
    await clock.advance(1_000);
    Object.assign(mailbox, { userProfile: { emailAddress: 'mia@fabrikam.example' } });
    await clock.advance(2_000);
    expect(heard).toEqual(['mia@fabrikam.example']);
  });

  test('a host without the event is looked at when the pane is seen again, and at the next question', async () => {
    const { mailbox } = fakeMailbox({
      addHandlerAsync: () => {
        throw new Error('not here');
      },
    });
    giveOffice(fakeOffice({ mailbox }));
    const outlook = host();
    const heard = changesOf(outlook);
    await outlook.ready();
    Object.assign(mailbox, { userProfile: { emailAddress: 'mia@fabrikam.example' } });
    becomeVisible();
    expect(heard).toEqual(['mia@fabrikam.example']);
    Object.assign(mailbox, { userProfile: { emailAddress: 'mia@contoso.example' } });
    await outlook.ready();
    expect(heard).toEqual(['mia@fabrikam.example', 'mia@contoso.example']);
  });

  test('whoever stops listening hears nothing more', async () => {
    const { mailbox } = fakeMailbox();
    giveOffice(fakeOffice({ mailbox }));
    const outlook = host();
    const heard: HostProfile[] = [];
    outlook.onMailboxChanged((profile) => heard.push(profile))();
    await outlook.ready();
    Object.assign(mailbox, { userProfile: { emailAddress: 'mia@fabrikam.example' } });
    becomeVisible();
    await outlook.ready();
    expect(heard).toEqual([]);
  });

  const sharedItem = (owner: unknown, status = 'succeeded'): object => ({
    getSharedPropertiesAsync: (done: (result: object) => void) => done({ status, value: { owner } }),
  });

  test.each([
    ['enterprise', 'on-premises'],
    ['outlookCom', 'personal'],
    ['gmail', 'personal'],
    ['office365', undefined],
    ['something-new', undefined],
    [undefined, undefined],
  ])(
    'a mailbox that Outlook calls %s is told as %s, and a shared one beside it is not',
    async (accountType, kind) => {
      const { mailbox, tell } = fakeMailbox({});
      Object.assign(mailbox, { userProfile: { ...mia.userProfile, accountType } });
      giveOffice(fakeOffice({ mailbox }));
      const outlook = host();
      expect((await outlook.ready()).mailboxKind).toBe(kind);
      const heard: HostProfile[] = [];
      const stop = outlook.onMailboxChanged((profile) => heard.push(profile));
      Object.assign(mailbox, { item: sharedItem('team@contoso.example') });
      tell('olkItemSelectedChanged');
      await runPendingPromises();
      await clock.advance(3_000);
      expect(heard.at(-1)).toMatchObject({ sharedMailAddress: 'team@contoso.example' });
      expect(heard.at(-1)?.mailboxKind).toBeUndefined();
      stop();
    },
  );

  test('the owner of a shared mailbox is told apart from the signed-in account', async () => {
    const { mailbox, tell } = fakeMailbox({ item: sharedItem('team@contoso.example') });
    giveOffice(fakeOffice({ mailbox }));
    const outlook = host();
    const heard: (string | undefined)[] = [];
    outlook.onMailboxChanged(({ sharedMailAddress }) => heard.push(sharedMailAddress));
    await outlook.ready();
    await runPendingPromises();
    expect(await outlook.ready()).toMatchObject({
      mailAddress: 'mia@contoso.example',
      sharedMailAddress: 'team@contoso.example',
    });
    // The next item is one of Mia's own: hosts leave the method away, or refuse.
    Object.assign(mailbox, { item: sharedItem('team@contoso.example', 'failed') });
    tell('olkItemSelectedChanged');
    await clock.advance(5_000);
    Object.assign(mailbox, { item: null });
    tell('olkItemSelectedChanged');
    await clock.advance(5_000);
    expect((await outlook.ready()).sharedMailAddress).toBeUndefined();
    expect(heard.at(-1)).toBeUndefined();
  });

  test('a host that tells of no item is asked for the owner again when the pane is seen', async () => {
    const { mailbox } = fakeMailbox({
      addHandlerAsync: () => {
        throw new Error('not here');
      },
    });
    giveOffice(fakeOffice({ mailbox }));
    const outlook = host();
    const heard: (string | undefined)[] = [];
    outlook.onMailboxChanged(({ sharedMailAddress }) => heard.push(sharedMailAddress));
    await outlook.ready();
    Object.assign(mailbox, { item: sharedItem('team@contoso.example') });
    becomeVisible();
    await runPendingPromises();
    expect(heard).toEqual(['team@contoso.example']);
    // A question for the owner that fails says nothing new of the same item.
    Object.assign(mailbox, { item: sharedItem('team@contoso.example', 'failed') });
    becomeVisible();
    await clock.advance(10_000);
    expect(heard).toEqual(['team@contoso.example']);
    Object.assign(mailbox, { item: {} });
    becomeVisible();
    await clock.advance(10_000);
    expect(heard).toEqual(['team@contoso.example', undefined]);
    expect(clock.pending).toBe(0);
  });

  test.each([
    ['the user’s own address, in another case', sharedItem('Mia@Contoso.example')],
    ['nobody', sharedItem(null)],
    ['no answer', { getSharedPropertiesAsync: () => undefined }],
    [
      'an error that is thrown',
      {
        getSharedPropertiesAsync: () => {
          throw new Error('not here');
        },
      },
    ],
  ])('%s for an owner is no shared mailbox', async (_what, item) => {
    const { mailbox } = fakeMailbox({ item });
    giveOffice(fakeOffice({ mailbox }));
    const outlook = host();
    await outlook.ready();
    await clock.advance(10_000);
    expect((await outlook.ready()).sharedMailAddress).toBeUndefined();
  });
});

describe('a draft', () => {
  const draft = {
    to: ['adele@contoso.example'],
    subject: 'Please',
    textBody: 'a < b\nc',
    htmlBody: '<p>Hello</p>',
  };
  /** The first one with the call that tells whether the form was opened. */
  const sets = { Mailbox: '1.9' };

  test('opens filled, and the host’s word counts', async () => {
    const forms: object[] = [];
    let status = 'succeeded';
    giveOffice(
      fakeOffice({
        sets,
        mailbox: {
          ...mia,
          displayNewMessageFormAsync: (form: object, done: (result: object) => void) => {
            forms.push(form);
            done({ status });
          },
        },
      }),
    );
    const outlook = host();
    expect(await outlook.openDraft(draft)).toBe(true);
    expect(forms).toEqual([
      { toRecipients: ['adele@contoso.example'], subject: 'Please', htmlBody: '<p>Hello</p>' },
    ]);
    status = 'failed';
    expect(await outlook.openDraft(draft)).toBe(false);
  });

  test('an older host opens it without a word, or throws', async () => {
    const forms: { htmlBody: string }[] = [];
    const mailbox = { ...mia, displayNewMessageForm: (form: { htmlBody: string }) => forms.push(form) };
    giveOffice(fakeOffice({ mailbox }));
    expect(await host().openDraft({ ...draft, htmlBody: 'x'.repeat(40_000) })).toBe(true);
    // Too long for a draft: the plain text goes instead, and nothing in it becomes markup.
    expect(forms[0]?.htmlBody).toBe('a &lt; b<br>c');
    Object.assign(mailbox, {
      displayNewMessageForm: () => {
        throw new Error('not here');
      },
    });
    expect(await host().openDraft(draft)).toBe(false);
  });

  test.each([
    ['would refuse', (_form: object, done: (result: object) => void) => done({ status: 'failed' })],
    ['would not answer', () => undefined],
  ])('a phone %s to the newer call, which its office.js has all the same', async (_what, newer) => {
    const forms: object[] = [];
    const displayNewMessageForm = (form: object): void => void forms.push(form);
    const mailbox = { ...mia, displayNewMessageForm, displayNewMessageFormAsync: newer };
    giveOffice(fakeOffice({ sets: { Mailbox: '1.5' }, mailbox }));
    expect(await host().openDraft(draft)).toBe(true);
    expect(forms).toHaveLength(1);
  });

  test('without a host there is no draft, and where it says nothing nobody knows', async () => {
    expect(await host().openDraft(draft)).toBe(false);
    giveOffice(fakeOffice({ sets, mailbox: { ...mia, displayNewMessageFormAsync: () => undefined } }));
    const opened = host().openDraft(draft);
    await clock.advance(30_000);
    expect(await opened).toBe('not-known');
  });

  test('one that a slow host opens after 15 seconds is open', async () => {
    const displayNewMessageFormAsync = (_form: object, done: (result: object) => void): void =>
      void clock.after(15_000, () => done({ status: 'succeeded' }));
    giveOffice(fakeOffice({ sets, mailbox: { ...mia, displayNewMessageFormAsync } }));
    const opened = host().openDraft(draft);
    await clock.advance(15_000);
    expect(await opened).toBe(true);
  });
});

describe('a window outside the pane', () => {
  test('is opened by the host where it can, else by the browser', async () => {
    const opened: string[] = [];
    giveOffice(
      fakeOffice({
        ui: { openBrowserWindow: (url: string) => opened.push(`host ${url}`) },
        sets: { OpenBrowserWindowApi: '1.1' },
      }),
    );
    const outlook = host();
    await outlook.ready();
    expect(await outlook.openWindow('https://example.com/')).toBe(true);
    takeOffice();
    const child = { opener: window } as unknown as Window;
    window.open = (url) => {
      opened.push(`browser ${String(url)}`);
      return child;
    };
    expect(await host().openWindow('https://example.com/a')).toBe(true);
    expect(child.opener).toBeNull();
    window.open = () => null;
    expect(await host().openWindow('https://example.com/b')).toBe(false);
    expect(opened).toEqual(['host https://example.com/', 'browser https://example.com/a']);
  });

  test('a host that takes window.open over answers our own window, which keeps its opener', async () => {
    window.open = () => window;
    const before: unknown = window.opener;
    expect(await host().openWindow('https://example.com/')).toBe(true);
    expect(window.opener).toBe(before);
  });

  test('mail goes to the mail program by a link', async () => {
    const followed: string[] = [];
    document.body.addEventListener('click', (event) => {
      event.preventDefault();
      followed.push((event.target as HTMLAnchorElement).href);
    });
    expect(await host().openWindow('mailto:adele@contoso.example?subject=a')).toBe(true);
    expect(followed).toEqual(['mailto:adele@contoso.example?subject=a']);
    expect(document.querySelector('a')).toBeNull();
  });

  test.each(['javascript:alert(1)', 'http://example.com/', 'data:text/html,x', 'not an address', ''])(
    '%j is not opened',
    async (url) => {
      window.open = () => {
        throw new Error('must not be asked');
      };
      expect(await host().openWindow(url)).toBe(false);
    },
  );
});
