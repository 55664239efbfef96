import { createOfficeHost, type OfficeHost } from '../../../src/adapters/office/host';
import { createOfficeReady } from '../../../src/adapters/office/ready';
import { hexColour, themeOf } from '../../../src/adapters/office/theme';
import type { Theme } from '../../../src/ports';
import { ManualClock, settle } from '../../support/manual-clock';
import { fakeMedia, fakeOffice, giveOffice, takeOffice } from './fake-office';

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
  window.open = realOpen;
  clock.mustBeIdle();
});

const host = (): OfficeHost => createOfficeHost(window, createOfficeReady(window, clock), clock);
const mia = { userProfile: { displayName: 'Mia', emailAddress: 'mia@contoso.example' } };

describe('the host introduces itself', () => {
  test('Outlook tells who is there and what it can do', async () => {
    giveOffice(
      fakeOffice({
        mailbox: { ...mia, displayNewMessageForm: () => undefined, addHandlerAsync: () => undefined },
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
      canOpenDialogs: true,
    });
    expect(await outlook.declaresNestedAppAuth()).toBe(true);
  });

  test('office.js may come after our scripts', async () => {
    const script = document.createElement('script');
    script.id = 'office-js';
    document.body.append(script);
    const ready = host().ready();
    await settle();
    giveOffice(fakeOffice({ mailbox: mia }));
    script.dispatchEvent(new Event('load'));
    expect(await ready).toMatchObject({
      hostName: 'Outlook',
      mailAddress: 'mia@contoso.example',
      canOpenDialogs: false,
    });
  });

  test('a script that cannot be fetched leaves a pane without a host', async () => {
    const script = document.createElement('script');
    script.id = 'office-js';
    document.body.append(script);
    const ready = host().ready();
    script.dispatchEvent(new Event('error'));
    expect(await ready).toEqual({ locale: navigator.language, canOpenDrafts: false, canOpenDialogs: true });
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
      { kind: 'light', bodyBackground: '#ffffff', bodyForeground: '#000000' },
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
    let tell: (event: object) => void = () => undefined;
    giveOffice(
      fakeOffice({
        mailbox: { ...mia, addHandlerAsync: (_type: string, handler: typeof tell) => (tell = handler) },
      }),
    );
    const outlook = host();
    const heard: Theme['kind'][] = [];
    const stop = outlook.onThemeChanged((theme) => heard.push(theme.kind));
    await outlook.ready();
    await settle();
    prefers.add('(prefers-color-scheme: dark)');
    media.change();
    tell({ type: 'officeThemeChanged', officeTheme: { bodyBackgroundColor: '#ffffff' } });
    expect(outlook.theme().kind).toBe('light');
    tell({ officeTheme: { bodyBackgroundColor: '#111111' } });
    // An event without colours changes nothing.
    tell({});
    expect(heard.filter((kind, at) => kind !== heard[at - 1])).toEqual(['dark', 'light', 'dark']);
    stop();
    const count = heard.length;
    tell({ officeTheme: { bodyBackgroundColor: '#ffffff' } });
    media.change();
    expect(heard).toHaveLength(count);
  });

  test('Outlook’s colours of the start are told when they are there', async () => {
    giveOffice(fakeOffice({ mailbox: mia, officeTheme: { bodyBackgroundColor: '#1f1f1f' } }));
    const outlook = host();
    const heard: Theme[] = [];
    outlook.onThemeChanged((theme) => heard.push(theme));
    expect(outlook.theme().kind).toBe('light');
    await outlook.ready();
    expect(heard).toEqual([{ kind: 'dark', bodyBackground: '#1f1f1f' }]);
  });
});

describe('a draft', () => {
  const draft = {
    to: ['adele@contoso.example'],
    subject: 'Please',
    textBody: 'a < b\nc',
    htmlBody: '<p>Hello</p>',
  };

  test('opens filled, and the host’s word counts', async () => {
    const forms: object[] = [];
    let status = 'succeeded';
    giveOffice(
      fakeOffice({
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

  test('silence of the host is no draft, and neither is no host', async () => {
    expect(await host().openDraft(draft)).toBe(false);
    giveOffice(fakeOffice({ mailbox: { ...mia, displayNewMessageFormAsync: () => undefined } }));
    const opened = host().openDraft(draft);
    await clock.advance(10_000);
    expect(await opened).toBe(false);
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
