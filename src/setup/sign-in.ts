import {
  AzureCliCredential,
  ChainedTokenCredential,
  DeviceCodeCredential,
  type TokenCredential,
} from '@azure/identity';
import type { Cloud } from '../core/cloud';

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
    userPromptCallback: ({ message }) => say(message),
  });
  // A session of the real Azure is never shown to another cloud.
  const credential: TokenCredential = isOurs
    ? device
    : new ChainedTokenCredential(new AzureCliCredential(tenant ? { tenantId: tenant } : {}), device);
  let token: Promise<string> | undefined;
  const ask = async (): Promise<string> => {
    const answer = await credential.getToken(`${cloud.graphOrigin}/.default`);
    if (!answer) throw new Error('Nobody signed in.');
    return answer.token;
  };
  // One sign-in for the whole run, which takes a minute or two of the token's hour.
  return () => (token ??= ask());
}
