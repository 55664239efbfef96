import fc from 'fast-check';
import { ENTRA_ERROR_ROWS } from '../../../src/core/consent/entra-error-table';
import type { ConsentAnswer } from '../../../src/core/api/consent-answer';
import type { Refusal } from '../../../src/core/consent/refusal';
import { anotherAccountMayCure, signInMayCure, waitingMayCure } from '../../../src/core/consent/click-cures';
import { judge } from '../../../src/core/consent/judge';
import { PERMISSION_SET } from '../../../src/core/permission-set';
import {
  CONTOSO,
  answerUnproved,
  domain,
  grantedForTenant,
  heard,
  noAccount,
  nothingGranted,
  notConsented,
  refused,
  seenByLook,
  unreachable,
} from '../../support/evidence';

const LISTED = new Set(ENTRA_ERROR_ROWS.map(([number]) => number));
const anyClass = fc.constantFrom<Refusal['errorClass']>(
  'interaction-required',
  'server',
  'client-auth',
  'browser-auth',
  'auth',
  'other',
);
const cures = (report: Parameters<typeof judge>[0]): boolean => signInMayCure(judge(report, PERMISSION_SET));

test('10.2: whatever number nobody knows, in whatever dress, the click is offered unless a wait is asked for', () => {
  fc.assert(
    fc.property(
      anyClass,
      fc.string(),
      fc.integer({ min: 1000, max: 99_999_999 }),
      (errorClass, errorCode, number) => {
        fc.pre(!LISTED.has(number));
        expect(cures(refused(`AADSTS${number}: new`, { errorClass, errorCode }))).toBe(true);
        expect(cures(refused(`AADSTS${number}: new`, { errorClass, errorCode, retryAfterMs: 1000 }))).toBe(
          false,
        );
      },
    ),
  );
});

test('10.2: every number that signing in cures offers it, as the refusal of either token', () => {
  for (const [number, , verdict] of ENTRA_ERROR_ROWS) {
    const text = `AADSTS${number}: as Entra writes it`;
    const report = refused(text);
    if (report.seen.kind !== 'refused') throw new Error('No refusal');
    const offers = verdict === 'sign-in-needed' || verdict === 'required';
    expect({ number, offers: cures(report) }).toEqual({ number, offers });
    if (verdict !== 'sign-in-needed') continue;
    const own = { kind: 'refused', refusal: report.seen.refusal } as const;
    for (const { seen } of [seenByLook(), heard(answerUnproved(() => 'not-known'))]) {
      if (seen.kind !== 'service') throw new Error('No answer');
      expect({ number, offers: cures({ ...report, seen: { ...seen, own } }) }).toEqual({
        number,
        offers: true,
      });
    }
  }
});

test('F29: a broker’s own word that nobody knows, without a number', () => {
  for (const errorCode of ['native_executor_error', 'broker_went_away', '2'])
    expect(cures(refused('something failed', { errorClass: 'other', errorCode }))).toBe(true);
});

test('what no click cures offers none', () => {
  for (const report of [grantedForTenant, nothingGranted, unreachable, refused('AADSTS53003: policy')])
    expect(cures(report)).toBe(false);
  expect([cures(noAccount), cures(notConsented)]).toEqual([true, true]);
});

test('what lies between the service and Microsoft no click of the user’s cures, whatever its number', () => {
  const numbers = [...LISTED, 999_999];
  for (const code of [undefined, ...numbers.map((number) => `AADSTS${number}`)]) {
    const answer: ConsentAnswer = {
      tenantId: CONTOSO,
      checkedAt: '2026-01-15T09:00:00Z',
      outcome: 'no-answer',
      because: code === undefined ? 'unexpected' : 'refused',
      ...(code === undefined ? {} : { code }),
    };
    const verdict = judge(heard(answer), PERMISSION_SET);
    expect(verdict).toMatchObject({ kind: 'unknown', because: 'service-could-not-tell' });
    expect([code, signInMayCure(verdict), anotherAccountMayCure(verdict)]).toEqual([code, false, false]);
  }
});

test.each([700021, 700024])(
  'AADSTS%i is about our own proof of who we are: no waiting cures it',
  (number) => {
    const verdict = judge(refused(`AADSTS${number}: Client assertion`), PERMISSION_SET);
    if (verdict.kind !== 'unknown') throw new Error(verdict.kind);
    expect(verdict).toMatchObject({ cause: 'application-misconfigured', next: 'contact-support' });
    expect(waitingMayCure(verdict)).toBe(false);
  },
);

test('F7, F13: another account is offered where the account is the matter, or whose mailbox it is', () => {
  const another = (report: Parameters<typeof judge>[0]): boolean =>
    anotherAccountMayCure(judge(report, PERMISSION_SET));
  const unplaced = { ...grantedForTenant, mailbox: { domain: domain('elsewhere.example') } };
  for (const number of [50057, 50053, 50034, 50020, 16003])
    expect({ number, another: another(refused(`AADSTS${number}: no`)) }).toEqual({ number, another: true });
  expect(another(unplaced)).toBe(true);
  for (const report of [grantedForTenant, nothingGranted, notConsented, noAccount, unreachable])
    expect(another(report)).toBe(false);
  for (const number of [50105, 53003, 50196, 90002])
    expect({ number, another: another(refused(`AADSTS${number}: no`)) }).toEqual({ number, another: false });
});

test('10.3: every row of the table that is "not known" is cured by waiting, or is ours or an administrator’s to mend', () => {
  for (const [number, cause, , next] of ENTRA_ERROR_ROWS.filter(([, , verdict]) => verdict === 'unknown')) {
    const verdict = judge(refused(`AADSTS${number}: as Entra writes it`), PERMISSION_SET);
    if (verdict.kind !== 'unknown') throw new Error(`${String(number)} is ${verdict.kind}`);
    expect({ number, cause, waits: waitingMayCure(verdict) }).toEqual({
      number,
      cause,
      waits: next === 'wait-and-retry',
    });
  }
});
