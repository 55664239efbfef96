/** Lets the fifty organisations show themselves to the product's service, so that the operators' page has something to show. */
import { registeredPermissions } from './app-registration';
import { DEMO } from './entra/demo-seed';
import type { SimulatedEntra } from './entra/entra';
import { ask } from './entra/testing/https-client';
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
  const tokenOf = async (userId: string): Promise<string> => {
    const answer = await ask(`${entra.origin}/simulated/broker/token`, certificate, {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        userId,
        clientId: DEMO.appId,
        scope: `api://${DEMO.appId}/access_as_user`,
      }),
    });
    const { access_token: token } = answer.json();
    if (typeof token !== 'string') throw new Error(`No token: ${answer.text}`);
    return token;
  };
  const callService = async (method: string, path: string, token: string): Promise<void> => {
    const answer = await ask(`${paneOrigin}${path}`, certificate, {
      method,
      headers: { authorization: `Bearer ${token}` },
    });
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${String(answer.status)} ${answer.text}`);
  };
  const olga = await tokenOf(DEMO.users.olga);
  const check = ({ id }: Organisation): Promise<void> =>
    callService('POST', `/api/tenants/${id}/checks`, olga);
  const eachOf = async (
    organisations: readonly Organisation[],
    work: (organisation: Organisation) => Promise<void>,
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
      await callService('GET', '/api/consent', await tokenOf(organisation.person.id));
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
