import fc from 'fast-check';
import { PERMISSION_SET } from '../../../src/core/permission-set';
import {
  diagnosticFile,
  diagnosticFileName,
  diagnosticText,
  type DiagnosticFacts,
} from '../../../src/core/support/diagnostics';
import { CLIENT_ID, CORRELATION, GOOD, MADE_AT_MS, poisoned, SECRETS, TENANT } from './sample-facts';

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
        next: 'approve',
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
