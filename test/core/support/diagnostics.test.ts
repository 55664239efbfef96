import fc from 'fast-check';
import {
  diagnosticFile,
  diagnosticFileName,
  diagnosticText,
  redact,
  supportMessage,
  type DiagnosticFacts,
  type SupportWords,
} from '../../../src/core/support/diagnostics';
import { PERMISSION_SET } from '../../../src/core/permission-set';
import { permissionId } from '../../../src/core/permissions';

const CLIENT_ID = '33333333-aaaa-4bbb-8ccc-333333333333';
const TENANT = '11111111-aaaa-4bbb-8ccc-111111111111';
const CORRELATION = '77777777-4444-4333-8222-777777777777';
const MADE_AT_MS = Date.parse('2026-03-02T10:00:00.000Z');

const GOOD: DiagnosticFacts = {
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
    next: 'grant',
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
        because: 'all-granted-but-some-only-for-this-user',
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
const SECRETS: readonly (readonly [text: string, giveaway: string])[] = [
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
function poisoned(value: unknown, secret: () => string): unknown {
  if (typeof value === 'string') return secret();
  if (Array.isArray(value)) return value.map((item) => poisoned(item, secret));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, poisoned(item, secret)]));
  return value;
}

const textOf = (facts: DiagnosticFacts): string => diagnosticText(diagnosticFile(facts));

describe('the file', () => {
  test('holds what support needs', () => {
    const file = diagnosticFile(GOOD);
    expect(file).toMatchObject({
      type: 'extendsync.diagnostics',
      version: 1,
      madeAt: '2026-03-02T10:00:00.000Z',
      versions: GOOD.versions,
      host: {
        name: 'Outlook',
        platform: 'OfficeOnline',
        signIn: 'bridge',
        requirementSets: { Mailbox: '1.15', NestedAppAuth: '1.1' },
        locale: 'de-DE',
        theme: 'high-contrast',
      },
      cloud: 'global',
      clientId: CLIENT_ID,
      tenantId: TENANT,
      mailDomain: 'contoso.com',
      verdict: {
        at: '2026-03-02T09:59:59.000Z',
        kind: 'required',
        because: 'refusal-explained',
        cause: 'not-consented',
        next: 'grant',
        code: 'AADSTS65001',
        correlationId: CORRELATION,
      },
      watch: { mode: 'pending', step: 3, nextProbeAt: '2026-03-02T10:00:30.000Z' },
    });
    expect(file.permissions).toHaveLength(PERMISSION_SET.length);
    expect(file.permissions[5]).toEqual({ id: 'delegated:Mail.ReadWrite', state: 'missing' });
    expect(file.verdicts.map(({ at, kind, breadth, code }) => [at, kind, breadth, code])).toEqual([
      ['2026-03-02T09:59:52.000Z', 'granted', 'this-user', undefined],
      ['2026-03-02T09:59:59.000Z', 'required', undefined, 'AADSTS65001'],
    ]);
    expect(file.watch.history).toEqual([
      { at: '2026-03-02T09:59:51.000Z', event: 'probe-asked', mode: 'idle', manner: 'silent' },
      { at: '2026-03-02T09:59:53.000Z', event: 'probe-planned', mode: 'pending', delayMs: 25_000 },
    ]);
    expect(file.request).toEqual({
      way: 'teams',
      sharedAt: '2026-03-02T09:59:00.000Z',
      history: [
        { at: '2026-03-02T09:58:00.000Z', kind: 'made' },
        { at: '2026-03-02T09:59:00.000Z', kind: 'opened' },
      ],
    });
  });

  test('the sieve takes nothing away from a clean file', () => {
    const file = diagnosticFile(GOOD);
    expect(JSON.parse(diagnosticText(file))).toEqual(file);
    expect(diagnosticText(file)).not.toContain('withheld');
  });

  test('what is not known is left out, and does not become a claim', () => {
    const file = diagnosticFile({
      madeAtMs: MADE_AT_MS,
      versions: {},
      cloudName: 'global',
      clientId: CLIENT_ID,
      verdict: { kind: 'checking', because: 'nobody-asked-yet' },
      log: [],
      history: [],
    });
    expect(file.verdict).toEqual({ kind: 'checking', because: 'nobody-asked-yet' });
    expect(file.host).toEqual({ requirementSets: {} });
    expect([file.permissions, file.verdicts, file.watch, file.request]).toEqual([
      [],
      [],
      { history: [] },
      { history: [] },
    ]);
    expect(file).not.toHaveProperty('tenantId');
    expect(file).not.toHaveProperty('mailDomain');
  });

  test('neither the name of the organisation nor a foreign permission comes in', () => {
    expect(textOf(GOOD)).not.toContain('Contoso Ltd');
    const [first] = PERMISSION_SET;
    if (first === undefined) throw new Error('The set is empty');
    const text = textOf({
      ...GOOD,
      verdict: {
        kind: 'required',
        because: 'nothing-granted',
        findings: [{ id: 'delegated:MiaExample.Read', permission: first, state: 'missing' }],
      },
    });
    expect(text).toContain('withheld');
    expect(text).not.toContain('MiaExample');
  });

  test('an unforeseen code of Microsoft stays; a host’s own word does not', () => {
    const code = (text: string) =>
      diagnosticFile({
        ...GOOD,
        verdict: { kind: 'unknown', because: 'unforeseen-refusal', cause: 'unrecognised', code: text },
      }).verdict.code;
    expect(code('AADSTS9999999')).toBe('AADSTS9999999');
    expect(code('mia@contoso.com')).toBe('withheld');
  });

  test('times and numbers that are none do not break it', () => {
    const file = diagnosticFile({
      ...GOOD,
      madeAtMs: Number.NaN,
      verdictAtMs: Number.POSITIVE_INFINITY,
      watch: { mode: 'idle', step: -1, nextProbeAtMs: 9e99 },
      log: [{ atMs: Number.NaN, event: 'probe-planned', facts: { delayMs: 12_065_550_100 } }],
      history: [{ number: 1, kind: 'made', at: 'yesterday' }],
    });
    expect(file.madeAt).toBe('withheld');
    expect(file.verdict).not.toHaveProperty('at');
    expect(file.watch).toEqual({ mode: 'idle', history: [{ at: 'withheld', event: 'probe-planned' }] });
    expect(file.request.history).toEqual([{ at: 'withheld', kind: 'made' }]);
  });

  test('its name holds the time and nothing else', () => {
    expect(diagnosticFileName(diagnosticFile(GOOD))).toBe('extendsync-diagnostics-20260302T100000000Z.json');
  });
});

describe('nothing private comes out', () => {
  test.each(SECRETS)('%s in every string', (secret, giveaway) => {
    const facts = poisoned(GOOD, () => secret) as DiagnosticFacts;
    expect(textOf(facts).toLowerCase()).not.toContain(giveaway.toLowerCase());
    // The log keeps its events, so that its facts are read and not only left out.
    const log = GOOD.log.map((entry) => ({
      ...entry,
      facts: poisoned(entry.facts, () => secret) as Record<string, string>,
    }));
    expect(textOf({ ...GOOD, mail: 'contoso.com', log }).toLowerCase()).not.toContain(giveaway.toLowerCase());
  });

  test('in any one string at a time, whatever surrounds the secret', () => {
    let strings = 0;
    poisoned(GOOD, () => {
      strings += 1;
      return '';
    });
    expect(strings).toBeGreaterThan(40);
    fc.assert(
      fc.property(
        fc.constantFrom(...SECRETS),
        fc.nat({ max: strings - 1 }),
        fc.string({ maxLength: 8 }),
        fc.boolean(),
        ([secret, giveaway], place, around, before) => {
          let at = -1;
          const walk = (value: unknown): unknown => {
            if (typeof value === 'string') {
              at += 1;
              if (at !== place) return value;
              return before ? `${around} ${secret}` : `${secret} ${around}`;
            }
            if (Array.isArray(value)) return value.map(walk);
            if (typeof value === 'object' && value !== null)
              return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, walk(item)]));
            return value;
          };
          const text = textOf(walk(GOOD) as DiagnosticFacts).toLowerCase();
          expect(text).not.toContain(giveaway.toLowerCase());
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('any text at all in every string: only words of the lists remain', () => {
    const clean = new Set(
      textOf(GOOD)
        .match(/"[^"]*"/g)
        ?.map((text) => text.slice(1, -1)),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 9, maxLength: 60 }), (text) => {
        const file = diagnosticText(diagnosticFile(poisoned(GOOD, () => text) as DiagnosticFacts));
        const seen = JSON.parse(file) as unknown;
        const strings: string[] = [];
        const collect = (value: unknown): void => {
          if (typeof value === 'string') strings.push(value);
          else if (typeof value === 'object' && value !== null) Object.values(value).forEach(collect);
        };
        collect(seen);
        for (const value of strings)
          expect(clean.has(value) || value === 'withheld' || /^\d{4}-.*Z$/.test(value)).toBe(true);
      }),
    );
  });

  test('facts under names that no field is for are not read', () => {
    const log = [
      { atMs: MADE_AT_MS, event: 'verdict', facts: { kind: 'required', user: 'mia', subject: 'Figures' } },
      { atMs: MADE_AT_MS, event: 'mia signed in', facts: {} },
    ];
    const text = textOf({ ...GOOD, mail: 'contoso.com', log });
    expect(text).not.toContain('mia');
    expect(text).not.toContain('Figures');
  });

  test('names that every object has are no words of a list', () => {
    const text = textOf({ ...GOOD, theme: 'constructor', hostName: 'toString', platform: '__proto__' });
    expect(text).not.toMatch(/constructor|toString|__proto__/);
  });
});

describe('the sieve', () => {
  test.each([
    ['sign-in of mia.example@contoso.com failed', 'sign-in of @contoso.com failed'],
    ['mailto:mia%40contoso.com', 'mailto:@contoso.com'],
    ['mia @ contoso.com', '@contoso.com'],
    ['<mia@contoso.com>', '<@contoso.com>'],
    ['Authorization: Bearer abc.def', 'Authorization: [token]'],
    ['see https://a.example/x?state=1#code=2 there', 'see https://a.example/x there'],
    ['https://mia:pw@a.example/x', 'https://a.example/x'],
    ['call +49 (30) 1234-5678', 'call [number]'],
    ['call ٠١٢٣٤٥٦٧٨٩', 'call [number]'],
    ['id q7Xw9sT2uV4yZ6aB8cD0eF', 'id [withheld]'],
    ['password: hunter2', '[withheld]'],
  ])('%s', (text, clean) => {
    expect(redact(text)).toBe(clean);
  });

  test.each([
    'AADSTS65001: the user has not consented',
    `correlation ${CORRELATION} at 2026-03-02T10:00:00Z`,
    'code: AADSTS65001',
    'Outlook 16.0.17928.20114 on a Mac 16.89.24090815',
    'all-granted-but-some-only-for-this-user',
    'delegated:MailboxSettings.ReadWrite',
    'https://learn.microsoft.com/en-us/entra/identity-platform/reference-error-codes',
    'monkeybusiness.com and eyeglasses.com',
  ])('leaves alone: %s', (text) => {
    expect(redact(text)).toBe(text);
  });

  test('any request id, any token and any address of mail, wherever it stands', () => {
    const base64url = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');
    const id = fc.uint8Array({ minLength: 16, maxLength: 16 }).map(base64url);
    const token = fc
      .tuple(fc.uint8Array({ minLength: 20, maxLength: 60 }), fc.uint8Array({ minLength: 20, maxLength: 60 }))
      .map(
        ([body, signature]) =>
          `${base64url(Buffer.from('{"alg":"RS256"}'))}.${base64url(body)}.${base64url(signature)}`,
      );
    const mail = fc.emailAddress();
    const word = fc.constantFrom('', 'the', 'user', '(', ')', '"', 'x:', '\n', 'https://a.example/');
    fc.assert(
      fc.property(fc.oneof(id, token), word, word, (secret, before, after) => {
        expect(redact(`${before} ${secret} ${after}`)).not.toContain(secret);
      }),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(mail, word, word, (address, before, after) => {
        const clean = redact(`${before} ${address} ${after}`);
        expect(clean).not.toContain(address);
        expect(clean).not.toMatch(/[^\s[\]()<>,;:"@]@/);
      }),
      { numRuns: 500 },
    );
  });

  test('what came through once comes through again unchanged', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string(), fc.constantFrom(...SECRETS.map(([text]) => text))), { maxLength: 5 }),
        (parts) => {
          const once = redact(parts.join(' '));
          expect(redact(once)).toBe(once);
        },
      ),
    );
  });

  test('long texts do not keep it busy', () => {
    for (const text of ['a'.repeat(100_000), '1-'.repeat(50_000), 'ey'.repeat(50_000), '@'.repeat(50_000)])
      expect(redact(text).length).toBeLessThanOrEqual(4001);
  });
});

describe('the message to support', () => {
  const WORDS: SupportWords = {
    subject: ({ paneVersion }) => `ExtendSync for Outlook ${paneVersion ?? ''}\nneeds help`,
    greeting: () => 'Hello,',
    describe: () => 'Please describe briefly what happened:',
    screenshots: () => 'Please add screenshots.',
    attachFile: ({ fileName }) => `Please attach ${fileName}.`,
    summaryTitle: () => 'In short:',
    thanks: () => 'Thank you!',
  };

  test('has room for a description, reminds of screenshots and of the file, and sums up', () => {
    const file = diagnosticFile(GOOD);
    const { subject, body } = supportMessage({ file, words: WORDS });
    expect(subject).toBe('ExtendSync for Outlook 0.1.0 needs help');
    expect(body).toContain('Please describe briefly what happened:\n\n\n\n\nPlease add screenshots.');
    expect(body).toContain(`Please attach ${diagnosticFileName(file)}.`);
    for (const line of [
      '- verdict required',
      '- code AADSTS65001',
      `- correlation id ${CORRELATION}`,
      `- tenant ${TENANT}`,
      '- host Outlook OfficeOnline 16.89.24090815',
      '- time 2026-03-02T10:00:00.000Z',
    ])
      expect(body).toContain(line);
    expect(body).not.toContain('mia');
  });

  test('says nothing of what is not known', () => {
    const { body } = supportMessage({
      file: diagnosticFile({
        madeAtMs: MADE_AT_MS,
        versions: {},
        cloudName: 'global',
        clientId: CLIENT_ID,
        verdict: { kind: 'checking', because: 'nobody-asked-yet' },
        log: [],
        history: [],
      }),
      words: WORDS,
    });
    expect(body).not.toContain('undefined');
    expect(body).not.toMatch(/^- (?:code|host|tenant)/m);
  });

  test.each(SECRETS)('%s does not get into it', (secret, giveaway) => {
    const file = diagnosticFile(poisoned(GOOD, () => secret) as DiagnosticFacts);
    const { subject, body } = supportMessage({ file, words: WORDS });
    expect(`${subject}\n${body}`.toLowerCase()).not.toContain(giveaway.toLowerCase());
  });
});
