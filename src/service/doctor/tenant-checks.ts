import { isFields, type Fields } from '../../core/fields';
import type { TenantId } from '../../core/tenant';
import type { GraphAnswer, GraphReader } from '../tenant/graph-reader';
import { rolesIn } from '../tenant/reader';
import { parseServicePrincipal } from '../tenant/graph-objects';
import type { Examination } from './examination';
import { failed, type Finding, ok, type Seen, warning } from './finding';
import { refused } from './microsoft-checks';

/**
 * What one organisation's Microsoft answers: which permission may read grants there, and which words stand in them. No id of
 * a person is read into it; of grants for single people only their number is told.
 */
export async function tenantChecks(examination: Examination, tenant: TenantId): Promise<readonly Finding[]> {
  const token = await examination.tokenIn(tenant);
  const { clientId, homeTenant } = examination.settings;
  if (!token.ok) return [{ check: 'tenant-token', ...refused(token, tenant, tenant === homeTenant) }];
  const roles = (rolesIn(token.accessToken) ?? []).toSorted();
  return examination.read(token.accessToken, async (graph) => {
    const principal = await graph.one(`/v1.0/servicePrincipals(appId='${clientId}')`, parseServicePrincipal);
    const id = principal.ok ? principal.value.id : undefined;
    const flags = principal.ok
      ? `enabled ${String(principal.value.accountEnabled)}, assignment required ${String(principal.value.appRoleAssignmentRequired)}`
      : `its own service principal: ${principal.because}`;
    // Asked once, and looked at for two things.
    const granted = id === undefined ? undefined : await grantsOf(graph, id);
    return [
      {
        check: 'tenant-token' as const,
        ...ok(`The application gets a token in ${tenant}.`, [
          `application permissions: ${roles.join(', ') || 'none'}`,
          flags,
        ]),
      },
      { check: 'tenant-permissions' as const, ...(await permissions(graph, id, granted, roles)) },
      { check: 'tenant-grants' as const, ...grants(granted) },
    ];
  });
}

type Listed = GraphAnswer<readonly Fields[]>;

const listed = (graph: GraphReader, path: string): Promise<Listed> =>
  graph.all(path, (item) => (isFields(item) ? item : undefined));

const grantsOf = (graph: GraphReader, id: string): Promise<Listed> =>
  listed(graph, `/v1.0/oauth2PermissionGrants?$filter=${encodeURIComponent(`clientId eq '${id}'`)}`);

/** Each of Graph's ways to the grants, with what the token holds. */
async function permissions(
  graph: GraphReader,
  id: string | undefined,
  granted: Listed | undefined,
  roles: readonly string[],
): Promise<Seen> {
  if (id === undefined || granted === undefined) {
    return warning(
      'The grants cannot be asked for.',
      'The application’s own service principal must be readable first.',
    );
  }
  const ofPrincipal = async (what: string): Promise<readonly [string, Listed]> => [
    `/servicePrincipals/{id}/${what}`,
    await listed(graph, `/v1.0/servicePrincipals/${id}/${what}`),
  ];
  const answers = [
    ['/oauth2PermissionGrants?$filter=clientId', granted] as const,
    ...(await Promise.all([ofPrincipal('oauth2PermissionGrants'), ofPrincipal('appRoleAssignments')])),
  ];
  const lines = [
    `with ${roles.join(', ') || 'no application permission'}:`,
    ...answers.map(
      ([name, answer]) => `${name}: ${answer.ok ? `${String(answer.value.length)} entries` : answer.because}`,
    ),
  ];
  return answers.every(([, answer]) => answer.ok)
    ? ok('Graph shows the grants.', lines)
    : warning(
        'Graph does not show every grant.',
        'Without Directory.Read.All as application permission this is to be expected: an administrator’s look proves the grant then.',
        lines,
      );
}

function grants(answer: Listed | undefined): Seen {
  if (answer?.ok !== true)
    return warning('The words of the grants were not seen.', 'See the permissions above.');
  const forAll = answer.value.filter((grant) => grant['consentType'] === 'AllPrincipals');
  const lines = forAll.map((grant) => `for everybody: ${JSON.stringify(grant['scope'])}`);
  const people = answer.value.length - forAll.length;
  return forAll.length === 0
    ? failed('Nothing is granted for everybody.', 'Let an administrator of the organisation approve.', [
        `grants for single people: ${String(people)}`,
      ])
    : ok('These words are granted.', [...lines, `grants for single people: ${String(people)}`]);
}
