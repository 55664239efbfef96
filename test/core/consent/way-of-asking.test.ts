import { aadstsCodeIn } from '../../../src/core/consent/entra-errors';
import { ENTRA_ERROR_ROWS } from '../../../src/core/consent/entra-error-table';
import type { NoToken } from '../../../src/core/consent/next-question';
import type { Refusal } from '../../../src/core/consent/refusal';
import {
  isAboutAccount,
  isAboutName,
  isBrokersFault,
  isNews,
  isOfAnotherName,
  isOutOfPlace,
  mayBeAboutName,
} from '../../../src/core/consent/way-of-asking';

const refused = (parts: Partial<Refusal>): NoToken => ({
  kind: 'refused',
  refusal: { errorClass: 'server', errorCode: '', text: '', ...parts },
});
const withText = (text: string): NoToken => refused({ text });

describe('F3: whose fault it is', () => {
  test.each<[Partial<Refusal>]>([
    [{ text: 'The origin is not valid for Nested App Auth.' }],
    [{ errorClass: 'interaction-required', text: 'NestedAppAuth is not supported here' }],
    [{ errorClass: 'other', errorCode: 'TypeError' }],
    [{ errorClass: 'client-auth', errorCode: 'not_supported' }],
    [{ errorClass: 'client-auth', errorCode: 'nested_app_auth_bridge_disabled' }],
    [{ errorCode: 'native_executor_error' }],
    [{ errorCode: 'server_error' }],
    [{ errorCode: 'unauthorized_client' }],
    [{ errorCode: 'invalid_request', text: 'AADSTS700046: Invalid Reply Address' }],
  ])('the broker’s: %j', (parts) => {
    expect(isBrokersFault(refused(parts), 'silent')).toBe(true);
    expect(isBrokersFault(refused(parts), 'interactive')).toBe(true);
  });

  test.each<[Partial<Refusal>]>([
    [{ errorCode: 'temporarily_unavailable' }],
    [{ errorCode: '429' }],
    [{ errorCode: 'server_error', retryAfterMs: 5_000 }],
    [{ errorClass: 'client-auth', errorCode: 'user_canceled' }],
    [{ errorClass: 'client-auth', errorCode: 'no_network_connectivity' }],
    [{ errorCode: 'access_denied' }],
    [{ errorCode: 'timed_out' }],
  ])('not the broker’s: %j', (parts) => {
    expect(isBrokersFault(refused(parts), 'silent')).toBe(false);
    expect(isBrokersFault(refused(parts), 'interactive')).toBe(false);
  });

  test('no number of Entra’s is the broker’s fault, but that of its own address', () => {
    for (const [number] of ENTRA_ERROR_ROWS) {
      const text = `AADSTS${String(number)}: as Entra says it`;
      for (const manner of ['silent', 'interactive'] as const)
        expect([text, isBrokersFault(withText(text), manner)]).toEqual([
          text,
          aadstsCodeIn(text) === 'AADSTS700046',
        ]);
    }
  });

  test('a broker that asks for a click is right in silence, and at fault where it had the click', () => {
    const asksForClick = refused({ errorClass: 'interaction-required', errorCode: '2' });
    expect(isBrokersFault(asksForClick, 'silent')).toBe(false);
    expect(isBrokersFault(asksForClick, 'interactive')).toBe(true);
  });

  test.each<NoToken>([
    { kind: 'no-account' },
    { kind: 'unreachable', what: 'network' },
    { kind: 'unreachable', what: 'microsoft' },
  ])('nor is it where nothing was refused: %j', (seen) => expect(isBrokersFault(seen, 'silent')).toBe(false));

  test('a broker that says nothing is at fault, and one that finds no account after its window', () => {
    for (const manner of ['silent', 'interactive'] as const)
      expect(isBrokersFault({ kind: 'unreachable', what: 'host' }, manner)).toBe(true);
    expect(isBrokersFault({ kind: 'no-account' }, 'interactive')).toBe(true);
  });
});

describe('F3: which word counts, the broker’s or that of the browser’s own way', () => {
  const silent: NoToken = { kind: 'unreachable', what: 'host' };
  const unavailable = refused({ errorCode: 'server_error' });
  const ownFault = withText('The origin is not valid for Nested App Auth.');
  const nobody = withText('AADSTS50058: nobody is signed in');
  const lostFrame = refused({ errorClass: 'browser-auth', errorCode: 'timed_out' });

  test.each<[string, NoToken, NoToken, boolean]>([
    ['nobody is signed in, and the broker was silent', nobody, silent, false],
    ['there is no account, and the broker was silent', { kind: 'no-account' }, silent, false],
    ['the frame did not come back either', lostFrame, silent, false],
    ['consent is missing', withText('AADSTS65001: not consented'), silent, true],
    ['the network has gone meanwhile', { kind: 'unreachable', what: 'network' }, silent, true],
    ['nobody is signed in, and the broker called Microsoft unavailable', nobody, unavailable, false],
    [
      'consent is missing, and the broker called Microsoft unavailable',
      withText('AADSTS65001: no'),
      unavailable,
      true,
    ],
    ['nobody is signed in, and the broker spoke of itself', nobody, ownFault, true],
    ['the frame did not come back, and the broker spoke of itself', lostFrame, ownFault, true],
  ])('%s', (_what, seen, brokersWord, counts) => expect(isNews(seen, brokersWord)).toBe(counts));
});

describe('F7: the name that the account is looked for by', () => {
  test.each([
    ['AADSTS50058: no user is signed in', true, false],
    ['AADSTS50058: sessions do not match the requested login hint', true, true],
    ['AADSTS50034: does not exist (login_hint)', true, true],
    ['AADSTS50057: the account is disabled', true, false],
    ['AADSTS65001: not consented', false, false],
    ['AADSTS50196: loop', false, false],
  ])('%s', (text, about, other) => {
    expect([isAboutName(withText(text)), isOfAnotherName(withText(text))]).toEqual([about, other]);
    expect(mayBeAboutName(withText(text))).toBe(about);
  });

  test.each([
    'AADSTS50020: the account has no place here',
    'AADSTS90072: the account has no place here',
    'AADSTS50014: the account has no place here',
    'AADSTS16000: User account does not exist in tenant',
    'AADSTS16000: Either multiple user identities are available for the current request',
  ])('where another account is asked for (%s), the next window does not name the old one', (text) => {
    const seen = withText(text);
    expect(mayBeAboutName(seen)).toBe(isOutOfPlace(seen));
  });

  test('an account of another organisation is about the name', () => {
    expect(mayBeAboutName(withText('AADSTS50020: User account does not exist in tenant'))).toBe(true);
  });

  test('a window that was left may have asked for the wrong one', () => {
    expect(mayBeAboutName(refused({ errorClass: 'browser-auth', errorCode: 'user_cancelled' }))).toBe(true);
    expect(mayBeAboutName(refused({ errorClass: 'browser-auth', errorCode: 'popup_window_error' }))).toBe(
      false,
    );
  });

  test.each([
    ['AADSTS65001: not consented', true],
    ['AADSTS53003: blocked', true],
    ['AADSTS50058: nobody', false],
    ['AADSTS90033: try later', false],
  ])('%s is about an account: %j', (text, is) => {
    expect(isAboutAccount(withText(text))).toBe(is);
  });
});

describe('an account of another place', () => {
  const seen = withText('AADSTS65001: not consented');

  test('an account without a place in the tenant is told by Entra', () => {
    expect(isOutOfPlace(withText('AADSTS50020: does not exist in tenant'))).toBe(true);
    expect(isOutOfPlace(seen)).toBe(false);
    expect(isOutOfPlace({ kind: 'no-account' })).toBe(false);
  });
});
