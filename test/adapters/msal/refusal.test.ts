import {
  AuthError,
  BrowserAuthError,
  BrowserConfigurationAuthError,
  ClientAuthError,
  ClientConfigurationError,
  InteractionRequiredAuthError,
  ServerError,
} from '@azure/msal-browser';
import { evidenceOfFailure, refusalOf } from '../../../src/adapters/msal/refusal';

const NOW_MS = Date.UTC(2026, 0, 15, 9, 0, 0);
const TRACE = 'c0ffee00-0000-4000-8000-000000000001';

describe('the facts of MSAL’s own errors are copied', () => {
  test.each([
    [
      new InteractionRequiredAuthError('invalid_grant', TRACE, 'AADSTS65001: no consent'),
      'interaction-required',
    ],
    [new ServerError('invalid_client', TRACE, 'AADSTS65001: no consent'), 'server'],
    [new ClientAuthError('user_canceled', TRACE, 'AADSTS65001: no consent'), 'client-auth'],
    [new ClientConfigurationError('authority_mismatch', TRACE), 'client-auth'],
    [new BrowserAuthError('popup_window_error', TRACE), 'browser-auth'],
    [new BrowserConfigurationAuthError('storage_not_supported', TRACE), 'browser-auth'],
    [new AuthError('unknown_error', TRACE, 'AADSTS65001: no consent'), 'auth'],
  ])('%s', (error, errorClass) => {
    expect(refusalOf(error, NOW_MS)).toEqual({
      errorClass,
      errorCode: error.errorCode,
      text: error.errorMessage,
      correlationId: TRACE,
    });
  });

  test('the text is Microsoft’s, without the code before it that MSAL puts into the message', () => {
    const error = new InteractionRequiredAuthError('invalid_grant', '', 'AADSTS65001: no consent');
    expect(error.message).toBe('invalid_grant: AADSTS65001: no consent');
    expect(refusalOf(error, NOW_MS)).toEqual({
      errorClass: 'interaction-required',
      errorCode: 'invalid_grant',
      text: 'AADSTS65001: no consent',
    });
  });
});

describe('the correlation id', () => {
  const withText = (end: string) =>
    new InteractionRequiredAuthError('invalid_grant', '', `AADSTS65001: no consent. ${end}`);

  test('is read from Microsoft’s text where a broker hands on nothing else', () => {
    const error = withText(`Trace ID: 1 Correlation ID: ${TRACE} Timestamp: 2026-01-15 09:00:00Z`);
    expect(refusalOf(error, NOW_MS).correlationId).toBe(TRACE);
  });

  test.each(['', 'Correlation ID: ', 'Correlation ID: mia@contoso.example', `Correlation ID: ${TRACE}0`])(
    'is not made up from %j',
    (end) => expect(refusalOf(withText(end), NOW_MS).correlationId).toBeUndefined(),
  );
});

describe('what is not MSAL’s', () => {
  test.each([
    [new TypeError('x is undefined'), { errorClass: 'page', errorCode: 'TypeError', text: 'x is undefined' }],
    [
      Object.assign(new Error('The operation is insecure.'), { name: 'SecurityError' }),
      { errorClass: 'page', errorCode: 'SecurityError', text: 'The operation is insecure.' },
    ],
    [
      Object.assign(new Error('a new word'), { name: 'BrandNewError', errorCode: 'brand_new' }),
      { errorClass: 'other', errorCode: 'brand_new', text: 'a new word' },
    ],
    ['a thrown string', { errorClass: 'other', errorCode: '', text: '' }],
    [undefined, { errorClass: 'other', errorCode: '', text: '' }],
    [null, { errorClass: 'other', errorCode: '', text: '' }],
    [
      { name: 'constructor', errorCode: 7, errorMessage: [] },
      { errorClass: 'other', errorCode: 'constructor', text: '' },
    ],
    [{ name: 'toString' }, { errorClass: 'other', errorCode: 'toString', text: '' }],
  ])('%p is copied as far as it goes', (error, refusal) => {
    expect(refusalOf(error, NOW_MS)).toEqual(refusal);
    expect(evidenceOfFailure(error, true, NOW_MS)).toEqual({ kind: 'refused', refusal });
  });
});

describe('no answer is no refusal', () => {
  test.each(['no_account_error', 'no_account_found', 'no_account_in_silent_request'])(
    '%s: nobody is signed in',
    (code) => {
      expect(evidenceOfFailure(new BrowserAuthError(code, ''), true, NOW_MS)).toEqual({ kind: 'no-account' });
    },
  );

  test.each([
    'network_error',
    'post_request_failed',
    'get_request_failed',
    'endpoints_resolution_error',
    'openid_config_error',
    'failed_to_parse_response',
  ])('%s: Microsoft, or the network where the browser says that there is none', (code) => {
    const error = new ClientAuthError(code, '');
    expect(evidenceOfFailure(error, true, NOW_MS)).toEqual({ kind: 'unreachable', what: 'microsoft' });
    expect(evidenceOfFailure(error, false, NOW_MS)).toEqual({ kind: 'unreachable', what: 'network' });
  });

  test.each(['timed_out', 'monitor_window_timeout'])(
    'F2: %s is a refusal, which a window may cure, and the network where the browser says that there is none',
    (code) => {
      const error = new BrowserAuthError(code, '');
      expect(evidenceOfFailure(error, true, NOW_MS)).toMatchObject({
        kind: 'refused',
        refusal: { errorClass: 'browser-auth', errorCode: code },
      });
      expect(evidenceOfFailure(error, false, NOW_MS)).toEqual({ kind: 'unreachable', what: 'network' });
    },
  );

  test('no network is no network, whatever the browser believes', () => {
    const error = new ClientAuthError('no_network_connectivity', '');
    expect(evidenceOfFailure(error, true, NOW_MS)).toEqual({ kind: 'unreachable', what: 'network' });
  });

  test('15.3: a part of MSAL whose script did not come is no answer of Microsoft’s', () => {
    const error = Object.assign(new Error('Loading chunk 7 failed.'), { name: 'ChunkLoadError' });
    expect(evidenceOfFailure(error, true, NOW_MS)).toEqual({ kind: 'unreachable', what: 'page' });
    expect(evidenceOfFailure(error, false, NOW_MS)).toEqual({ kind: 'unreachable', what: 'network' });
  });

  test('the wait that came with an answer nobody could read is kept', () => {
    const error = Object.assign(new BrowserAuthError('failed_to_parse_response', ''), {
      name: 'NetworkError',
      httpStatus: 429,
      responseHeaders: { 'Retry-After': '12' },
    });
    expect(evidenceOfFailure(error, true, NOW_MS)).toEqual({
      kind: 'unreachable',
      what: 'microsoft',
      retryAfterMs: 12_000,
    });
  });
});

test('a lost session is a refusal with its number, for the core to read', () => {
  const error = new InteractionRequiredAuthError('login_required', '', 'AADSTS50058: silent sign-in failed');
  expect(evidenceOfFailure(error, true, NOW_MS)).toMatchObject({
    kind: 'refused',
    refusal: { errorCode: 'login_required', text: 'AADSTS50058: silent sign-in failed' },
  });
});
