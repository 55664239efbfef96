import { errors, UnsecuredJWT } from 'jose';
import { adviceFor } from '../../../src/service/http/token-advice';

const CLIENT_ID = '2d3c4b5a-1111-4222-8333-944445555666';
const token = (claims: Record<string, unknown>): string => new UnsecuredJWT(claims).encode();
const wrong = (claim: string) => new errors.JWTClaimValidationFailed('', {}, claim, 'check_failed');

test.each([
  [
    'F19: a token of version 1',
    token({ ver: '1.0', iss: 'https://sts.windows.net/x/', aud: `api://pane.example/${CLIENT_ID}` }),
    wrong('iss'),
    'requestedAccessTokenVersion',
  ],
  [
    'F19: a token of version 1 for Microsoft Graph',
    token({ ver: '1.0', iss: 'https://sts.windows.net/x/', aud: '00000003-0000-0000-c000-000000000000' }),
    wrong('iss'),
    'api://<client id>',
  ],
  ['F19: another audience', token({ aud: 'api://pane.example/x' }), wrong('aud'), 'api://<client id>'],
  [
    'F19: Microsoft Graph’s own token, whose signature only Graph can check',
    token({ ver: '1.0', aud: '00000003-0000-0000-c000-000000000000' }),
    new errors.JWSSignatureVerificationFailed(),
    'Microsoft Graph',
  ],
  [
    'F19: the same, with Graph’s address for an audience',
    token({ ver: '1.0', aud: 'https://graph.microsoft.com/' }),
    new errors.JWSSignatureVerificationFailed(),
    'Microsoft Graph',
  ],
  [
    'F19: Graph’s of another cloud',
    token({
      ver: '1.0',
      iss: 'https://sts.chinacloudapi.cn/x/',
      aud: 'https://microsoftgraph.chinacloudapi.cn',
    }),
    wrong('iss'),
    'Microsoft Graph',
  ],
  [
    'F19: another application’s, whose key nobody knows',
    token({ aud: ['api://elsewhere'] }),
    new errors.JWKSNoMatchingKey(),
    'CLIENT_ID',
  ],
  [
    'F19: another application’s, whose signature does not hold',
    token({ aud: 'api://elsewhere' }),
    new errors.JWSSignatureVerificationFailed(),
    'CLIENT_ID',
  ],
  [
    'F19: a key that Entra publishes only for the application',
    token({}),
    new errors.JWKSNoMatchingKey(),
    'acceptMappedClaims',
  ],
])('%s: the log says what to change', (_what, text, error, words) => {
  expect(adviceFor(text, error, CLIENT_ID)).toContain(words);
});

test('a token that is merely old, or was made by a stranger, is no matter for an operator', () => {
  expect(adviceFor(token({}), new errors.JWTExpired('', {}, 'exp'), CLIENT_ID)).toBeUndefined();
  expect(
    adviceFor(token({ ver: '2.0', iss: 'https://evil.example' }), wrong('iss'), CLIENT_ID),
  ).toBeUndefined();
  expect(adviceFor(token({}), new Error('signature'), CLIENT_ID)).toBeUndefined();
  const forged = new errors.JWSSignatureVerificationFailed();
  for (const aud of [CLIENT_ID, `api://${CLIENT_ID.toUpperCase()}`, undefined, 7, null, [], {}])
    expect(adviceFor(token({ aud }), forged, CLIENT_ID)).toBeUndefined();
});
