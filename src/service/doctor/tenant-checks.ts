import { decodeJwt } from 'jose';
import { isFields } from '../../core/fields';
import type { TenantId } from '../../core/tenant';
import type { GraphReader } from '../tenant/graph-reader';
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
  if (!token.ok) return [{ check: 'tenant-token', ...refused(token, `in ${tenant}`) }];
  const roles = rolesOf(token.accessToken);
  const { clientId } = examination.settings;
  return examination.read(token.accessToken, async (graph) => {
    const principal = await graph.one(`/v1.0/servicePrincipals(appId='${clientId}')`, parseServicePrincipal);
    const id = principal.ok ? principal.value.id : undefined;
    const flags = principal.ok
      ? `enabled ${String(principal.value.accountEnabled)}, assignment required ${String(principal.value.appRoleAssignmentRequired)}`
      : `its own service principal: ${principal.because}`;
    return [
      {
        check: 'tenant-token' as const,
        ...ok(`The application gets a token in ${tenant}.`, [
          `application permissions: ${roles.join(', ') || 'none'}`,
          flags,
        ]),
      },
      { check: 'tenant-permissions' as const, ...(await permissions(graph, id, roles)) },
      { check: 'tenant-grants' as const, ...(await grants(graph, id)) },
    ];
  });
}

/** Each of Graph's ways to the grants, with what the token holds. */
async function permissions(
  graph: GraphReader,
  id: string | undefined,
  roles: readonly string[],
): Promise<Seen> {
  const filter = encodeURIComponent(`clientId eq '${id ?? ''}'`);
  const ways = [
    ['/oauth2PermissionGrants?$filter=clientId', `/v1.0/oauth2PermissionGrants?$filter=${filter}`],
    [
      '/servicePrincipals/{id}/oauth2PermissionGrants',
      `/v1.0/servicePrincipals/${id ?? ''}/oauth2PermissionGrants`,
    ],
    ['/servicePrincipals/{id}/appRoleAssignments', `/v1.0/servicePrincipals/${id ?? ''}/appRoleAssignments`],
  ] as const;
  if (id === undefined) {
    return warning(
      'The grants cannot be asked for.',
      'The application’s own service principal must be readable first.',
    );
  }
  const answers = await Promise.all(
    ways.map(async ([name, way]) => {
      const answer = await graph.all(way, (item) => (isFields(item) ? item : undefined));
      return {
        name,
        ok: answer.ok,
        says: answer.ok ? `${String(answer.value.length)} entries` : answer.because,
      };
    }),
  );
  const lines = [`with ${roles.join(', ') || 'no application permission'}:`].concat(
    answers.map(({ name, says }) => `${name}: ${says}`),
  );
  return answers.every((answer) => answer.ok)
    ? ok('Graph shows the grants.', lines)
    : warning(
        'Graph does not show every grant.',
        'Without Directory.Read.All as application permission this is to be expected: an administrator’s look proves the grant then.',
        lines,
      );
}

async function grants(graph: GraphReader, id: string | undefined): Promise<Seen> {
  const filter = encodeURIComponent(`clientId eq '${id ?? ''}'`);
  const answer =
    id === undefined
      ? undefined
      : await graph.all(`/v1.0/oauth2PermissionGrants?$filter=${filter}`, (item) =>
          isFields(item) ? item : undefined,
        );
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

function rolesOf(accessToken: string): readonly string[] {
  try {
    return [decodeJwt(accessToken)['roles']]
      .flat()
      .filter((role): role is string => typeof role === 'string')
      .toSorted();
  } catch {
    return [];
  }
}
