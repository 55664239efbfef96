import { appContextFor } from './app-context';
import { initialDataFor } from './item-data';
import { themeEventPayload } from './office-theme';
import { outlookMethod, type DraftRequest, type OutlookState } from './outlook-methods';
import { findPerson, initialsOf } from './person';

const mia = {
  id: '11a00000-0000-4000-8000-000000000011',
  name: 'Mia Moreno',
  upn: 'mia@contoso.example',
  tenantId: 'contoso',
  tenantName: 'Contoso',
  role: 'no admin role',
};
const item = {
  id: 'm1',
  subject: 'Re: Fair',
  fromName: 'Noor Haddad',
  fromAddress: 'noor@contoso.example',
  receivedMs: 1_000,
  body: '<p>Hi</p>',
};

function stateWith(changes: Partial<OutlookState> = {}): {
  readonly state: OutlookState;
  readonly drafts: DraftRequest[];
} {
  const drafts: DraftRequest[] = [];
  return {
    drafts,
    state: {
      itemKind: () => 'message-read',
      item: () => item,
      owner: () => '',
      showDraft: (draft) => drafts.push(draft),
      saveRoamingSettings: () => Promise.resolve(true),
      openBrowserWindow: () => undefined,
      closeTaskPane: () => undefined,
      ...changes,
    },
  };
}

test('office.js gets every field that it refuses to start without', () => {
  const context = appContextFor({
    controlId: 'c',
    locale: 'ja-JP',
    addinOrigin: 'https://localhost:3000',
    appDomains: ['https://localhost:3002'],
    settings: { shared: '{"with":"Adele"}' },
    widthPx: 1200,
    heightPx: 800,
  });
  for (const needed of [
    '_id',
    '_appName',
    '_appVersion',
    '_appUILocale',
    '_dataLocale',
    '_docUrl',
    '_clientMode',
    '_settings',
    '_reason',
  ]) {
    expect(context).toHaveProperty(needed);
  }
  expect(context).toMatchObject({
    _appUILocale: 'ja-JP',
    _settings: { shared: '{"with":"Adele"}' },
    _appDomains: ['https://localhost:3000', 'https://localhost:3002'],
  });
  expect(JSON.parse(String(context['_requirementMatrix']))).toMatchObject({ NestedAppAuth: '1.1' });
  expect(JSON.parse(String(context['_dialogRequirementMatrix']))).not.toHaveProperty('NestedAppAuth');
});

test('each kind of item has its own number and only what can be read of it', () => {
  const read = initialDataFor('message-read', item, mia, 'https://localhost:3001', 0);
  expect(read).toMatchObject({
    itemType: 1,
    subject: 'Re: Fair',
    normalizedSubject: 'Fair',
    permissionLevel: 1,
  });
  const compose = initialDataFor('message-compose', item, mia, 'https://localhost:3001', 0);
  expect(compose).toMatchObject({ itemType: 4 });
  expect(compose).not.toHaveProperty('subject');
  expect(initialDataFor('none', item, mia, 'https://localhost:3001', 0)).not.toHaveProperty('id');
  expect(initialDataFor('appointment-attendee', item, mia, 'https://localhost:3001', 0)).toMatchObject({
    itemType: 2,
  });
});

test('a draft is shown with its recipients, subject and body', async () => {
  const { state, drafts } = stateWith();
  const params = { toRecipients: ['adele@contoso.example', 3], subject: 'Please', htmlBody: '<p>Hi</p>' };
  expect(await outlookMethod(state, 44, params)).toEqual({ ok: true });
  expect(drafts).toEqual([
    { to: ['adele@contoso.example'], cc: [], bcc: [], subject: 'Please', htmlBody: '<p>Hi</p>' },
  ]);
  expect(await outlookMethod(state, 178, null)).toEqual({ ok: true });
  expect(drafts[1]).toMatchObject({ to: [], subject: '' });
});

test('roaming settings are saved as texts, and a server that is away is an error of Outlook', async () => {
  const saved: unknown[] = [];
  const { state } = stateWith({
    saveRoamingSettings: (settings) => {
      saved.push(settings);
      return Promise.resolve(saved.length === 1);
    },
  });
  expect(await outlookMethod(state, 404, [{ shared: '"x"', broken: 5 }])).toEqual({ ok: true });
  expect(saved).toEqual([{ shared: '"x"' }]);
  expect(await outlookMethod(state, 404, [{}])).toEqual({ ok: false, errorCode: 9019 });
  expect(await outlookMethod(state, 404, 'garbage')).toEqual({ ok: false, errorCode: 9019 });
});

test('10.4 who owns a shared folder is told, and of any other item there is nothing to tell', async () => {
  const { state } = stateWith({ owner: () => 'support@contoso.example' });
  expect(await outlookMethod(state, 108, undefined)).toMatchObject({
    ok: true,
    data: { owner: 'support@contoso.example' },
  });
  expect(await outlookMethod(stateWith().state, 108, undefined)).toMatchObject({ ok: false });
});

test('a method that this Outlook does not have is refused, not ignored', async () => {
  expect(await outlookMethod(stateWith().state, 2, {})).toEqual({ ok: false, errorCode: 9043 });
  expect(await outlookMethod(stateWith().state, -1, undefined)).toEqual({ ok: false, errorCode: 9043 });
});

test('theme colours travel as whole numbers', () => {
  expect(JSON.parse(themeEventPayload('light')[0] ?? '')).toMatchObject({ bodyBackgroundColor: 0xffffff });
  expect(JSON.parse(themeEventPayload('black')[0] ?? '')).toMatchObject({ bodyBackgroundColor: 0 });
});

test('people are found by first name, address and id, in any case', () => {
  expect(findPerson([mia], 'MIA')).toBe(mia);
  expect(findPerson([mia], ' mia@contoso.example ')).toBe(mia);
  expect(findPerson([mia], mia.id)).toBe(mia);
  expect(findPerson([mia], 'moreno')).toBeUndefined();
  expect(initialsOf('Mia Moreno')).toBe('MM');
  expect(initialsOf('')).toBe('?');
});
