import {
  AggregateAuthenticationError,
  AzureCliCredential,
  ChainedTokenCredential,
  DeviceCodeCredential,
  type TokenCredential,
} from '@azure/identity';
import type { Cloud } from '../core/cloud';

const WITHOUT_CODE = 'Where the browser says that your organisation does not allow a sign-in by code,';

/**
 * What is said with the code. A code that is blocked is refused in the browser alone, and here it would be waited for until it
 * ends, a quarter of an hour (https://learn.microsoft.com/en-us/entra/identity/conditional-access/policy-block-authentication-flows).
 */
export const tellCode = (message: string, { name }: Cloud): string =>
  name === 'custom'
    ? message
    : `${message}\n${WITHOUT_CODE} end this with Ctrl+C, sign in with "az login", and run it again.`;

/** Why nobody is signed in, a line for each way that was tried, and what is left to do. */
export function tellFailure(error: unknown, { loginOrigin, name }: Cloud): string {
  const tried: readonly unknown[] = error instanceof AggregateAuthenticationError ? error.errors : [error];
  const reasons = tried.map((one) => {
    const text = one instanceof Error ? one.message : String(one);
    if (/\bnetwork_error\b/.test(text)) return `${loginOrigin} cannot be reached from here.`;
    // MSAL has no other word for a host that is away and for an organisation that it does not have.
    return /\bendpoints_resolution_error\b/.test(text)
      ? `${loginOrigin} cannot be reached from here, or does not know the organisation (--tenant).`
      : text;
  });
  const cure = name === 'custom' ? [] : [`${WITHOUT_CODE} sign in with "az login", and run this again.`];
  return ['Nobody is signed in:', ...reasons.map((reason) => `- ${reason}`), ...cure].join('\n');
}

/**
 * The sign-in of whoever registers: Azure CLI's session where there is one, else a code for any browser, as Azure CLI's
 * own application, to which Microsoft gives the right to write registrations (`.default`; other scopes end in AADSTS65002).
 */
export function createSignIn(parts: {
  readonly cloud: Cloud;
  readonly tenant: string | undefined;
  readonly say: (line: string) => void;
}): () => Promise<string> {
  const { cloud, tenant, say } = parts;
  const isOurs = cloud.name === 'custom';
  const device = new DeviceCodeCredential({
    authorityHost: cloud.loginOrigin,
    tenantId: tenant ?? 'organizations',
    // Microsoft's list of clouds knows Microsoft's clouds only.
    disableInstanceDiscovery: isOurs,
    userPromptCallback: ({ message }) => say(tellCode(message, cloud)),
  });
  // A session of the real Azure is never shown to another cloud.
  const credential: TokenCredential = isOurs
    ? device
    : new ChainedTokenCredential(new AzureCliCredential(tenant ? { tenantId: tenant } : {}), device);
  let token: Promise<string> | undefined;
  const ask = async (): Promise<string> => {
    const answer = await credential.getToken(`${cloud.graphOrigin}/.default`).catch((error: unknown) => {
      throw new Error(tellFailure(error, cloud), { cause: error });
    });
    if (!answer) throw new Error('Nobody signed in.');
    return answer.token;
  };
  // One sign-in for the whole run, which takes a minute or two of the token's hour.
  return () => (token ??= ask());
}
