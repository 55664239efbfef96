import {
  answerThatCounts,
  holdsForMailbox,
  nextQuestionAhead,
  type Heard,
} from '../../../src/core/consent/early-answer';
import type { Account } from '../../../src/core/consent/evidence';
import type { NoToken, OwnApiReply, SoFar } from '../../../src/core/consent/next-question';
import { PERMISSION_SET } from '../../../src/core/permission-set';
import type { TenantId } from '../../../src/core/tenant';
import { CONTOSO, FABRIKAM } from '../../support/evidence';

const account = (tenant: TenantId): Account => ({ tenant, adminHint: 'not-known' });
const withText = (text: string): NoToken => ({
  kind: 'refused',
  refusal: { errorClass: 'server', errorCode: '', text },
});
const noConsent = withText('AADSTS65001: not consented');
const throttled = withText('AADSTS50196: loop');
const noPlace = withText('AADSTS50020: does not exist in tenant');

describe('what was asked before the mailbox’s tenant was known', () => {
  test('holds where the token is of the mailbox’s tenant, or the tenant is not known', () => {
    const seen = noConsent;
    expect(holdsForMailbox({ seen, account: account(CONTOSO) }, CONTOSO)).toBe(true);
    expect(holdsForMailbox({ seen, account: account(FABRIKAM) }, CONTOSO)).toBe(false);
    expect(holdsForMailbox({ seen, account: account(FABRIKAM) }, undefined)).toBe(true);
  });

  test('a refusal holds only where it says nothing of consent or of the account', () => {
    expect(holdsForMailbox({ seen: noConsent, account: undefined }, CONTOSO)).toBe(false);
    expect(holdsForMailbox({ seen: throttled, account: undefined }, CONTOSO)).toBe(true);
    expect(holdsForMailbox({ seen: { kind: 'no-account' }, account: undefined }, CONTOSO)).toBe(true);
  });
});

describe('which answer counts', () => {
  const ofContoso: Heard = { seen: noConsent, account: account(CONTOSO) };
  const ofFabrikam: Heard = { seen: noConsent, account: account(FABRIKAM) };
  const nobodys: Heard = { seen: noConsent, account: undefined };
  const wait: Heard = { seen: throttled, account: undefined };
  const outOfPlace: Heard = { seen: noPlace, account: undefined };
  const bridged = true;

  test.each<
    [
      what: string,
      early: Heard | undefined,
      later: Heard | undefined,
      tenant: TenantId | undefined,
      isBridged: boolean,
      counts: Heard | undefined,
    ]
  >([
    ['nothing was asked ahead', undefined, undefined, CONTOSO, bridged, undefined],
    ['a token of the mailbox’s tenant', ofContoso, undefined, CONTOSO, bridged, ofContoso],
    ['a token of another tenant', ofFabrikam, undefined, CONTOSO, bridged, undefined],
    ['a token, and no tenant is known', ofFabrikam, undefined, undefined, bridged, ofFabrikam],
    ['a refusal for want of consent', nobodys, undefined, CONTOSO, bridged, undefined],
    ['a throttle', wait, undefined, CONTOSO, bridged, wait],
    ['a token of the broker, which is asked no more', ofContoso, undefined, CONTOSO, !bridged, undefined],
    ['asked again, without an early answer', undefined, nobodys, CONTOSO, bridged, nobodys],
    ['asked again: the new answer', ofFabrikam, nobodys, CONTOSO, bridged, nobodys],
    ['asked again: the account has no place there', ofFabrikam, outOfPlace, CONTOSO, bridged, ofFabrikam],
    [
      'asked again: no place, and nobody knows whose it is',
      nobodys,
      outOfPlace,
      CONTOSO,
      bridged,
      outOfPlace,
    ],
  ])('%s', (_what, early, later, tenant, isBridged, counts) => {
    expect(answerThatCounts({ early, later, tenant, isBridged })).toBe(counts);
  });
});

describe('what is asked ahead', () => {
  const refused = (seen: NoToken): OwnApiReply => ({ kind: 'no-token', seen });
  const trouble: OwnApiReply = { kind: 'trouble', trouble: { why: 'timeout' } };

  test.each<[what: string, soFar: Partial<SoFar>, next: ReturnType<typeof nextQuestionAhead>]>([
    ['the first question', {}, { ask: 'own-api' }],
    ['a token, and no answer of the service', { ownApi: trouble }, { ask: 'graph' }],
    ['a refusal that is taken at its word', { ownApi: refused(throttled) }, { evidence: throttled }],
    ['a refusal for want of consent', { ownApi: refused(noConsent) }, { askLater: 'graph' }],
    [
      'a refusal that asks for the bare id',
      { ownApi: refused(withText('AADSTS90009: for itself')) },
      { askLater: 'own-api-by-id' },
    ],
    [
      'a refusal of the bare id for want of consent',
      { byId: true, ownApiById: refused(noConsent) },
      { askLater: 'graph' },
    ],
  ])('%s', (_what, soFar, next) => {
    expect(nextQuestionAhead({ byId: false, ...soFar }, PERMISSION_SET)).toEqual(next);
  });
});
