import { bridgeAnswer, parseBridgeRequest } from './bridge-messages';

function request(fields: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({
    messageType: 'NestedAppAuthRequest',
    method: 'GetToken',
    requestId: 'one',
    sendTime: 1,
    clientLibrary: 'msal.js.browser',
    tokenParams: {
      clientId: 'app',
      scope: 'api://app/access_as_user',
      authority: 'https://x/common',
      forceRefresh: true,
    },
    ...fields,
  });
}

test('a request for a token is read as MSAL writes it', () => {
  expect(parseBridgeRequest(request({}))).toEqual({
    method: 'GetToken',
    requestId: 'one',
    token: {
      clientId: 'app',
      scope: 'api://app/access_as_user',
      authority: 'https://x/common',
      claims: undefined,
      forceRefresh: true,
    },
  });
});

test('the first request asks for the context and brings no parameters', () => {
  expect(parseBridgeRequest(request({ method: 'GetInitContext', tokenParams: undefined }))).toEqual({
    method: 'GetInitContext',
    requestId: 'one',
    token: undefined,
  });
});

test.each([
  ['garbage', 'garbage'],
  ['null', 'null'],
  ['another kind of message', request({ messageType: 'NestedAppAuthResponse' })],
  ['an unknown method', request({ method: 'StealToken' })],
  ['no request id', request({ requestId: undefined })],
  ['a token request without parameters', request({ tokenParams: undefined })],
  ['a token request without a scope', request({ tokenParams: { clientId: 'app' } })],
])('%s is not answered', (_what, message) => {
  expect(parseBridgeRequest(message)).toBeUndefined();
});

test('an answer says whether it worked', () => {
  const account = {
    homeAccountId: 'a.b',
    environment: 'localhost:3002',
    tenantId: 'b',
    username: 'mia@contoso.example',
    localAccountId: 'a',
    name: 'Mia',
  };
  const token = { access_token: 'x', id_token: 'y', expires_in: 3600 };
  expect(JSON.parse(bridgeAnswer('one', { token, account }))).toEqual({
    messageType: 'NestedAppAuthResponse',
    requestId: 'one',
    success: true,
    token,
    account,
  });
  expect(JSON.parse(bridgeAnswer('two', { error: { status: 'USER_CANCEL' } }))).toMatchObject({
    requestId: 'two',
    success: false,
    error: { status: 'USER_CANCEL' },
  });
});
