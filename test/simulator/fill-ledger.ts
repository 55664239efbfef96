/** Lets the fifty organisations show themselves to the product's service, so that the operators' page has something to show. */
import { request } from 'node:https';
import { registeredPermissions } from './app-registration';
import { DEMO } from './entra/demo-seed';
import type { SimulatedEntra } from './entra/entra';
import { ORGANISATIONS, type Organisation } from './organisations';

/** Longer than the service keeps an answer. */
const LATER_MS = 2 * 60_000;
const AT_ONCE = 8;
const READER = registeredPermissions.filter(
  ({ scope, kind }) => kind === 'application' && scope === 'Directory.Read.All',
);
const DELEGATED = registeredPermissions.filter(({ kind }) => kind === 'delegated');

export interface Ledger {
  readonly entra: SimulatedEntra;
  readonly paneOrigin: string;
  readonly certificate: string;
  readonly putForward: (ms: number) => void;
}

/** Rejects when the service refuses: it must run, and know the vendor's tenant. */
export async function fillLedger({ entra, paneOrigin, certificate, putForward }: Ledger): Promise<void> {
  const { directory } = entra;
  const call = (url: string, body: unknown, token?: string, method = 'POST'): Promise<unknown> =>
    callJson({ url, body, token, method, certificate });
  const tokenOf = async (userId: string): Promise<string> => {
    const answer = await call(`${entra.origin}/simulated/broker/token`, {
      userId,
      clientId: DEMO.appId,
      scope: `api://${DEMO.appId}/access_as_user`,
    });
    const { access_token: token } = answer as { readonly access_token?: string };
    if (token === undefined) throw new Error(`No token: ${JSON.stringify(answer)}`);
    return token;
  };
  const olga = await tokenOf(DEMO.users.olga);
  const check = ({ id }: Organisation): Promise<unknown> =>
    call(`${paneOrigin}/api/tenants/${id}/checks`, undefined, olga);
  const eachOf = async (
    organisations: readonly Organisation[],
    work: (organisation: Organisation) => Promise<unknown>,
  ): Promise<void> => {
    for (let first = 0; first < organisations.length; first += AT_ONCE)
      await Promise.all(organisations.slice(first, first + AT_ONCE).map(work));
  };

  // What was granted once can be withdrawn, or fall behind.
  const once = ORGANISATIONS.filter(({ becomes }) => becomes === 'withdrawn' || becomes === 'partial');
  for (const { id } of once) directory.grantForTenant(id);
  await eachOf(once, check);
  putForward(LATER_MS);

  for (const organisation of ORGANISATIONS) become(directory, organisation);
  await eachOf(ORGANISATIONS, async (organisation) => {
    await check(organisation);
    if (organisation.person !== undefined)
      await call(`${paneOrigin}/api/consent`, undefined, await tokenOf(organisation.person.id), 'GET');
  });
}

function become(directory: SimulatedEntra['directory'], { id, becomes, person }: Organisation): void {
  switch (becomes) {
    case 'granted':
      directory.grantForTenant(id);
      return;
    case 'partial':
      directory.setTenantGrant(
        id,
        registeredPermissions.filter(({ scope }) => scope !== 'MailboxSettings.ReadWrite'),
      );
      return;
    case 'withdrawn':
      directory.removeApplication(id);
      return;
    case 'disabled':
      directory.grantForTenant(id);
      directory.setApplicationEnabled(id, false);
      return;
    case 'unproven':
      // Delegated permissions alone, which nobody has looked at.
      directory.setTenantGrant(id, DELEGATED);
      return;
    case 'only-some-people':
      // With what shows the service for whom a grant holds.
      directory.setTenantGrant(id, READER);
      if (person !== undefined) directory.grantForUser(person.id, DELEGATED);
      return;
    case 'could-not-tell':
      directory.injectFault({
        families: ['token'],
        tenant: id,
        trouble: { kind: 'server-error', status: 503 },
      });
      return;
    case 'never-asked':
      return;
    default:
      becomes satisfies never;
  }
}

function callJson(asked: {
  readonly url: string;
  readonly method: string;
  readonly body: unknown;
  readonly token: string | undefined;
  readonly certificate: string;
}): Promise<unknown> {
  const { url, method, body, token, certificate } = asked;
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      {
        method,
        ca: certificate,
        agent: false,
        headers: {
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        },
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => (text += chunk));
        response.on('end', () => {
          if ((response.statusCode ?? 500) < 300) resolve(JSON.parse(text));
          else
            reject(new Error(`${method} ${new URL(url).pathname}: ${String(response.statusCode)} ${text}`));
        });
      },
    );
    sent.on('error', reject);
    sent.end(body === undefined ? undefined : JSON.stringify(body));
  });
}
