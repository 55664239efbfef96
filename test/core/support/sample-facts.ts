import { PERMISSION_SET } from '../../../src/core/permission-set';
import { permissionId } from '../../../src/core/permissions';
import type { DiagnosticFacts } from '../../../src/core/support/diagnostics';

export const CLIENT_ID = '33333333-aaaa-4bbb-8ccc-333333333333';
export const TENANT = '11111111-aaaa-4bbb-8ccc-111111111111';
export const CORRELATION = '77777777-4444-4333-8222-777777777777';
export const MADE_AT_MS = Date.parse('2026-03-02T10:00:00.000Z');

export const GOOD: DiagnosticFacts = {
  madeAtMs: MADE_AT_MS,
  versions: {
    pane: '0.1.0',
    service: '0.2.0-beta.1',
    office: '16.0.15407.10000',
    msal: '5.30.0',
    host: '16.89.24090815',
  },
  hostName: 'Outlook',
  platform: 'OfficeOnline',
  signIn: 'bridge',
  requirementSets: { Mailbox: '1.15', NestedAppAuth: '1.1', Invented: '1.1' },
  locale: 'de-DE',
  theme: 'high-contrast',
  cloudName: 'global',
  clientId: CLIENT_ID,
  tenantId: TENANT,
  mail: 'mia.example@contoso.com',
  verdict: {
    kind: 'required',
    because: 'refusal-explained',
    cause: 'not-consented',
    next: 'approve',
    code: 'AADSTS65001',
    correlationId: CORRELATION,
    tenantName: 'Contoso Ltd',
    findings: PERMISSION_SET.map((permission) => ({
      id: permissionId(permission),
      permission,
      state: 'missing',
    })),
  },
  verdictAtMs: MADE_AT_MS - 1000,
  watch: { mode: 'pending', step: 3, nextProbeAtMs: MADE_AT_MS + 30_000 },
  log: [
    { atMs: MADE_AT_MS - 9000, event: 'probe-asked', facts: { manner: 'silent', mode: 'idle' } },
    {
      atMs: MADE_AT_MS - 8000,
      event: 'verdict',
      facts: {
        kind: 'granted',
        because: 'held-by-this-user',
        breadth: 'this-user',
        correlationId: CORRELATION,
      },
    },
    { atMs: MADE_AT_MS - 7000, event: 'probe-planned', facts: { mode: 'pending', delayMs: 25_000.4 } },
    { atMs: MADE_AT_MS - 6000, event: 'something-else', facts: { note: 'is not for the file' } },
    {
      atMs: MADE_AT_MS - 1000,
      event: 'verdict',
      facts: { kind: 'required', because: 'refusal-explained', code: 'AADSTS65001' },
    },
  ],
  request: { way: 'teams', sharedAtMs: MADE_AT_MS - 60_000 },
  history: [
    { number: 1, kind: 'made', at: '2026-03-02T09:58:00Z' },
    { number: 2, kind: 'opened', at: '2026-03-02T09:59:00Z' },
  ],
};

/** Each kind of thing that must not come out, with the part of it that would give it away. */
export const SECRETS: readonly (readonly [text: string, giveaway: string])[] = [
  [
    'eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9.eyJhdWQiOiJhcGk6Ly8zMyIsInVwbiI6Im1pYSJ9.c2lnbmF0dXJlLW9mLW1pYQ',
    'eyJ0eXAi',
  ],
  ['Bearer 0.AXoAzY-secretsecret', 'secretsecret'],
  ['M.C507_BAY.2.U.12345678-refresh', 'C507_BAY'],
  ['mia.example@contoso.com', 'mia'],
  ['"Mia Example"@contoso.com', 'Mia'],
  ['https://consent.extendsync.example/grant.html?request=q7Xw9sT2uV4yZ6aB8cD0eF#frag', 'q7Xw9sT2'],
  ['q7Xw9sT2uV4yZ6aB8cD0eF', 'q7Xw9sT2'],
  ['+1 (206) 555-0100', '555'],
  ['206.555.0100', '555'],
  ['0041 44 668 18 00', '668'],
  ['TWlhIEV4YW1wbGUgd3JpdGVzIGEgbG9uZyBtYWlsIHRvIFBhdWwu', 'TWlhIEV4'],
  ['client_secret=hunter2', 'hunter2'],
  ['Mia Example', 'Mia'],
  ['Dear Paul, the figures are attached', 'Paul'],
];

/** The same facts with every string replaced (those that the shape of the input stands on as well). */
export function poisoned(value: unknown, secret: () => string): unknown {
  if (typeof value === 'string') return secret();
  if (Array.isArray(value)) return value.map((item) => poisoned(item, secret));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, poisoned(item, secret)]));
  return value;
}
