import type { State } from '../../../src/core/pane/state';
import { parseDomain, parseTenantId } from '../../../src/core/tenant';
import { createHandOver, type HandOver } from '../../../src/pages/taskpane/hand-over';
import type { HandOverParts } from '../../../src/pages/taskpane/hand-over-later';
import type { OfficeHost } from '../../../src/adapters/office/host';
import type { Draft, HostProfile } from '../../../src/ports';
import { ManualClock } from '../../support/manual-clock';
import { SAMPLE_NOW_MS, SAMPLE_STATES } from '../../ui/pane/sample-states';

const outlook: HostProfile = {
  hostName: 'Outlook',
  platform: 'PC',
  locale: 'de-DE',
  mailAddress: 'mia@contoso.com',
  displayName: 'Mia Berger',
  canOpenDrafts: true,
};

interface World {
  readonly handOver: HandOver;
  readonly copied: string[];
  readonly saved: (readonly [name: string, text: string])[];
  readonly drafts: Draft[];
  readonly opened: string[];
}

interface Weather {
  readonly profile?: HostProfile;
  readonly draftOpens?: boolean;
  readonly windowOpens?: boolean;
  readonly supportAddress?: string;
}

function world({
  profile = outlook,
  draftOpens = true,
  windowOpens = true,
  supportAddress,
}: Weather = {}): World {
  const clock = new ManualClock(SAMPLE_NOW_MS);
  const copied: string[] = [];
  const saved: (readonly [string, string])[] = [];
  const drafts: Draft[] = [];
  const opened: string[] = [];
  const host: OfficeHost = {
    ready: () => Promise.resolve(profile),
    now: () => profile,
    theme: () => ({ kind: 'dark' }),
    onThemeChanged: () => () => {},
    onMailboxChanged: () => () => {},
    openDraft: (draft) => {
      if (draftOpens) drafts.push(draft);
      return Promise.resolve(draftOpens);
    },
    openWindow: (url) => {
      opened.push(url);
      return Promise.resolve(windowOpens);
    },
    mayHaveBroker: () => Promise.resolve(true),
  };
  const parts: HandOverParts = {
    window,
    settings: {
      version: '0.1.0',
      clientId: SAMPLE_STATES.help.setup.clientId,
      cloudName: 'global',
      loginOrigin: 'https://login.microsoftonline.com',
      graphOrigin: 'https://graph.microsoft.com',
      ...(supportAddress === undefined ? {} : { supportAddress }),
    },
    clock,
    host,
    ready: { whenReady: () => Promise.resolve(undefined), now: () => undefined, onHost: () => undefined },
    clipboard: {
      copy: (text) => {
        copied.push(text);
        return Promise.resolve(true);
      },
    },
    files: () =>
      Promise.resolve({
        save: (name, text) => {
          saved.push([name, text]);
          return Promise.resolve(true);
        },
      }),
    log: {
      recent: () => [
        {
          atMs: SAMPLE_NOW_MS,
          event: 'verdict',
          facts: { kind: 'required', because: 'nothing-granted', code: 'AADSTS65001' },
        },
      ],
    },
    msalVersion: () => Promise.resolve('5.30.0'),
  };
  return { handOver: createHandOver(parts), copied, saved, drafts, opened };
}

const { help } = SAMPLE_STATES;

test('the file that is saved, copied and shown is the same, and names neither the person nor the address', async () => {
  const { handOver, copied, saved } = world();
  expect(await handOver.handOverDiagnostics('download', help)).toBe(true);
  expect(await handOver.handOverDiagnostics('copy', help)).toBe(true);
  const [name, text] = saved[0] ?? [];
  expect(name).toMatch(/^extendsync-diagnostics-\d{8}T\d{9}Z\.json$/);
  expect(copied).toEqual([text]);
  expect(await handOver.diagnosticText(help)).toBe(text);
  expect(text).not.toMatch(/mia|Berger|request=/i);
  expect(JSON.parse(text ?? '')).toMatchObject({
    versions: { pane: '0.1.0', msal: '5.30.0' },
    host: { name: 'Outlook', platform: 'PC', locale: 'de-DE', theme: 'dark', signIn: 'standard' },
    mailDomain: 'contoso.com',
    verdicts: [{ kind: 'required', code: 'AADSTS65001' }],
  });
});

test('the surroundings are what the probe goes by', async () => {
  expect(await world().handOver.surroundings()).toEqual({ signIn: 'standard', storage: 'open' });
  Object.assign(window, { nestedAppAuthBridge: {} });
  expect((await world().handOver.surroundings()).signIn).toBe('bridge');
  const outside = { locale: 'de-DE', canOpenDrafts: false };
  // An Outlook whose office.js did not come.
  expect((await world({ profile: outside }).handOver.surroundings()).signIn).toBe('bridge');
  Reflect.deleteProperty(window, 'nestedAppAuthBridge');
  expect((await world({ profile: outside }).handOver.surroundings()).signIn).toBe('no-host');
});

test('U13: a letter to support is a draft in the pane’s language, to the address of the installation', async () => {
  const { handOver, drafts } = world({ supportAddress: 'help@extendsync.example' });
  expect(await handOver.openLetter('support', help)).toBe('draft');
  const [draft] = drafts;
  expect(draft?.to).toEqual(['help@extendsync.example']);
  expect(draft?.subject).toBe('ExtendSync für Outlook 0.1.0: Bitte um Hilfe');
  expect(draft?.textBody).toContain('extendsync-diagnostics-');
  expect(draft?.htmlBody).toMatch(/^<div lang="de" dir="ltr">Guten Tag!<br>/);
});

test('where no draft opens, the mail program does, with an address that is not too long', async () => {
  const { handOver, opened } = world({ draftOpens: false, supportAddress: 'help@extendsync.example' });
  expect(await handOver.openLetter('deletion', help)).toBe('mail');
  expect(opened[0]).toMatch(/^mailto:help@extendsync\.example\?subject=Bitte%20um%20L%C3%B6schung/);
  expect(opened[0]?.length).toBeLessThan(2100);
  expect(decodeURIComponent(opened[0] ?? '')).toContain('7d1f3a52-9d0c-4a86-8f0e-5b7c2a9e4d10');
});

test.each([
  ['assign', 'help-not-assigned'],
  ['enable', 'blocked'],
  ['enable-account', 'blocked'],
  ['policy', 'blocked'],
  ['refusal', 'blocked'],
] as const)(
  'U4: the letter to %s is in the first person, and holds the code, the correlation id and the time',
  async (letter, sample) => {
    const { handOver, drafts } = world();
    const verdictAtMs = SAMPLE_NOW_MS;
    const { verdict } = SAMPLE_STATES[sample];
    const state = { ...SAMPLE_STATES[sample], host: outlook, verdictAtMs };
    expect(await handOver.openLetter(letter, state)).toBe('draft');
    const [draft] = drafts;
    expect(draft?.to).toEqual([]);
    expect(draft?.textBody).toMatch(/\b(ich|mich|mir|meine)\b/i);
    expect(verdict.code).toMatch(/^AADSTS/);
    for (const fact of [
      verdict.code,
      verdict.correlationId,
      new Date(verdictAtMs).toISOString(),
      'Mia Berger',
    ])
      expect(draft?.textBody).toContain(fact ?? '');
    // It asks for no approval: that would mend nothing.
    expect(draft?.textBody).not.toContain('grant.html');
  },
);

test('where neither a draft nor the mail program can be opened, that is said', async () => {
  const { handOver } = world({ profile: { ...outlook, canOpenDrafts: false }, windowOpens: false });
  expect(await handOver.openLetter('assign', help)).toBe(false);
});

test('U13: without an address the person fills it in', async () => {
  const { handOver, drafts } = world();
  await handOver.openLetter('deletion', SAMPLE_STATES.manage);
  expect(drafts[0]?.to).toEqual([]);
  expect(drafts[0]?.subject).toContain('Contoso Manufacturing');
});

test('beside a mailbox that nobody could place, the deletion letter takes no id from the account', async () => {
  const { handOver, drafts } = world({ supportAddress: 'help@extendsync.example' });
  const state: State = {
    ...SAMPLE_STATES.manage,
    mailbox: { domain: parseDomain('fabrikam.example')!, tenant: undefined },
    account: { tenant: parseTenantId('11111111-1111-4111-8111-111111111111')!, adminHint: 'not-known' },
    confirmation: undefined,
    verdict: {
      kind: 'unknown',
      because: 'mailbox-of-unknown-tenant',
      cause: 'mailbox-not-placed',
      next: 'wait-and-retry',
    },
  };
  await handOver.openLetter('deletion', state);
  expect(drafts[0]?.textBody).toContain('fabrikam.example');
  expect(drafts[0]?.textBody).not.toContain('11111111-1111');
});
