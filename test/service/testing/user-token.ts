import { ownApiScope } from '../../../src/core/consent/own-api';
import { DEMO } from '../../simulator/entra/demo-seed';

/**
 * A fresh token of our own API, as a user's host gets it without asking the user. Throws with Microsoft's answer where there
 * is none.
 * @param fetch trusts the simulated Microsoft at `origin`
 * @param tenant of which the token is; undefined: the user's home
 */
export async function userToken(
  fetch: typeof globalThis.fetch,
  origin: string,
  userId: string,
  {
    tenant,
    clientId = DEMO.appId,
  }: { readonly tenant?: string | undefined; readonly clientId?: string | undefined } = {},
): Promise<string> {
  const answer = await fetch(`${origin}/simulated/broker/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      userId,
      clientId,
      scope: ownApiScope(clientId),
      ...(tenant === undefined ? {} : { authority: `${origin}/${tenant}` }),
    }),
  });
  const body = (await answer.json()) as { access_token?: string };
  if (body.access_token === undefined) throw new Error(`no token: ${JSON.stringify(body)}`);
  return body.access_token;
}
