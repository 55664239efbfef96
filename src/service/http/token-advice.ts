import { decodeJwt, errors } from 'jose';

/**
 * What to change in the registration, where a token was turned down for a reason that an operator can cure. For the log:
 * it says nothing of whom the token names. The token is not proved, so a stranger can cause the line, and no more.
 */
export function adviceFor(token: string, error: unknown, clientId: string): string | undefined {
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
  if (isFirstVersion || error.claim === 'aud') {
    return (
      'it is for another application: the application ID URI must be api://<client id>, the pane and the service must ' +
      'have the same CLIENT_ID'
    );
  }
  return undefined;
}

/** Whether the audience names our application: by its id, or by an address with the id in it. */
function isAbout(token: string, clientId: string): boolean {
  // Nobody has looked at the claim's type by then.
  const names: readonly unknown[] = [decodeJwt(token).aud].flat();
  return names.some(
    (name) => typeof name === 'string' && name.toLowerCase().includes(clientId.toLowerCase()),
  );
}

/** https://learn.microsoft.com/en-us/entra/identity-platform/access-tokens#token-formats */
function isVersion1(token: string): boolean {
  const { ver, iss } = decodeJwt(token);
  return ver === '1.0' || iss?.startsWith('https://sts.') === true;
}
