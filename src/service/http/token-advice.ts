import { decodeJwt, errors } from 'jose';

/**
 * What to change in the registration, where a token was turned down for a reason that an operator can cure. For the log:
 * it says nothing of whom the token names. The token is not proved, so a stranger can cause the line, and no more.
 */
export function adviceFor(token: string, error: unknown, clientId: string): string | undefined {
  const isNotOurs =
    error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWSSignatureVerificationFailed;
  // Whose key it would have to be is said by the audience. Nobody but Graph can check its own tokens
  // (https://learn.microsoft.com/en-us/entra/identity-platform/access-tokens#validate-tokens).
  if (isNotOurs && namesAnother(token, clientId)) return forAnother(token);
  if (error instanceof errors.JWKSNoMatchingKey) {
    return (
      'its key is not among those that the tenant publishes for everybody: remove custom claims and acceptMappedClaims ' +
      'from the registration, or Entra signs with a key that it publishes only with ?appid='
    );
  }
  if (!(error instanceof errors.JWTClaimValidationFailed)) return undefined;
  const isFirstVersion = error.claim === 'iss' && isVersion1(token);
  // Microsoft Graph's own tokens are of version 1 as well, and no registration changes that.
  if (isFirstVersion && isAbout(token, clientId))
    return 'it is of version 1: set api.requestedAccessTokenVersion to 2 in the manifest of the registration';
  return isFirstVersion || error.claim === 'aud' ? forAnother(token) : undefined;
}

// Its application id, and its addresses in every cloud (https://learn.microsoft.com/en-us/graph/deployments).
const GRAPH =
  /^(?:00000003-0000-0000-c000-000000000000|https:\/\/[^/]*(?:graph\.microsoft|microsoftgraph)[^/]*\/?)$/i;

const forAnother = (token: string): string =>
  audiencesOf(token).some((name) => GRAPH.test(name))
    ? 'it is for Microsoft Graph, which alone can check it: this service takes tokens for api://<client id>/access_as_user, ' +
      'and the application ID URI must be api://<client id>'
    : 'it is for another application: the application ID URI must be api://<client id>, the pane and the service must ' +
      'have the same CLIENT_ID';

/** Nobody has looked at the claim's type by then. */
const audiencesOf = (token: string): readonly string[] =>
  [decodeJwt(token).aud as unknown].flat().filter((name) => typeof name === 'string');

/** Whether the audience names our application: by its id, or by an address with the id in it. */
const isAbout = (token: string, clientId: string): boolean =>
  audiencesOf(token).some((name) => name.toLowerCase().includes(clientId.toLowerCase()));

const namesAnother = (token: string, clientId: string): boolean =>
  audiencesOf(token).length > 0 && !isAbout(token, clientId);

/** https://learn.microsoft.com/en-us/entra/identity-platform/access-tokens#token-formats */
function isVersion1(token: string): boolean {
  const { ver, iss } = decodeJwt(token);
  return ver === '1.0' || iss?.startsWith('https://sts.') === true;
}
