/**
 * What happened to people in the field, on the real service in front of the simulated Microsoft: each report's id stands
 * in the name.
 */
import { PERMISSION_SET } from '../../src/core/permission-set';
import { DEMO } from '../simulator/entra/demo-seed';
import { onEachDatabase } from './testing/on-each-database';
import { byState, consentOf, get } from './testing/service-world';

const CONTOSO = 'contoso.example';
const MIA = DEMO.users.mia;
const ALL = PERMISSION_SET.map(({ kind, scope }) => `${kind}:${scope}`);

onEachDatabase(
  (scene) => {
    const directory = () => scene.world.entra.directory;
    const asksFor = (part: string): number =>
      scene.world.entra.log.list().filter(({ path }) => path.includes(part)).length;

    test.each([0, 4 * 60_000])(
      'F8: a token of %i ms ago, dated five minutes back, proves that its user is assigned, whatever Graph shows',
      async (ageMs) => {
        directory().grantForTenant(CONTOSO);
        directory().assignUser(MIA);
        const token = await scene.world.tokenOf(MIA);
        directory().setAssignmentRequired(CONTOSO, true);
        // Graph's replicas have not heard of the assignment.
        directory().unassignUser(MIA);
        await scene.world.clock.advance(ageMs);
        const answer = await consentOf(scene.app, token);
        expect(answer).not.toHaveProperty('obstacle');
        expect(byState(answer)).toEqual({ tenant: ALL });
        expect(asksFor(`/users/${MIA}/appRoleAssignments`)).toBe(0);
      },
    );

    test('F16: grants that Graph lists only with the header are found, for the tenant and for one user', async () => {
      directory().setQuirk('grants-need-consistency-level', true);
      directory().grantForTenant(CONTOSO);
      expect(byState(await consentOf(scene.app, await scene.world.tokenOf(MIA)))).toEqual({ tenant: ALL });

      directory().setTenantGrant(CONTOSO, [{ scope: 'Directory.Read.All', kind: 'application' }]);
      directory().grantForUser(MIA);
      await scene.world.clock.advance(60_001);
      expect(byState(await consentOf(scene.app, await scene.world.tokenOf(MIA)))['this-user']).toContain(
        'delegated:Mail.ReadWrite',
      );
    });

    /** What the log tells the operator to change after a token was turned down. */
    const advice = async (token: string): Promise<readonly string[]> => {
      scene.world.logLines.splice(0);
      const answer = await get(scene.app, '/api/consent', { authorization: `Bearer ${token}` });
      expect(answer.statusCode).toBe(401);
      // Nothing of it is told to whoever sent the token.
      expect(answer.body).not.toMatch(/registration|manifest/);
      return scene.world.logLines.flatMap((line) => {
        const { level, change } = JSON.parse(line) as { level: number; change?: string };
        return change === undefined ? [] : [`${String(level)} ${change}`];
      });
    };

    test('F19: a token of version 1 is turned down, and the log says what to set', async () => {
      directory().grantForTenant(CONTOSO);
      directory().setQuirk('version-1-tokens', true);
      expect(await advice(await scene.world.tokenOf(MIA))).toEqual([
        expect.stringMatching(/^40 .*requestedAccessTokenVersion to 2/),
      ]);
    });

    test('F19: so is one for another application', async () => {
      directory().grantForTenant(CONTOSO);
      expect(await advice(await scene.world.appTokenOf(CONTOSO))).toEqual([
        expect.stringMatching(/^40 .*application ID URI must be api:/),
      ]);
    });

    test('F19: so is Microsoft Graph’s own, which is sent here by mistake and whose signature only Graph can check', async () => {
      directory().grantForTenant(CONTOSO);
      const [header = '', claims = '', signature = ''] = (await scene.world.tokenOf(MIA)).split('.');
      const fields = JSON.parse(Buffer.from(claims, 'base64url').toString()) as object;
      const graphs = Buffer.from(
        JSON.stringify({ ...fields, ver: '1.0', aud: '00000003-0000-0000-c000-000000000000' }),
      ).toString('base64url');
      expect(await advice([header, graphs, signature].join('.'))).toEqual([
        expect.stringMatching(/^40 .*it is for Microsoft Graph/),
      ]);
    });

    test.each([
      ['tokens-for-another', /^40 .*it is for another application/],
      ['application-only-key', /^40 .*acceptMappedClaims/],
    ] as const)('F19: the simulated tenant plays it too (%s)', async (quirk, words) => {
      directory().grantForTenant(CONTOSO);
      directory().setQuirk(quirk, true);
      expect(await advice(await scene.world.tokenOf(MIA))).toEqual([expect.stringMatching(words)]);
    });

    test('F19: so is one signed with a key that Entra publishes for the application alone', async () => {
      directory().grantForTenant(CONTOSO);
      const [header = '', ...rest] = (await scene.world.tokenOf(MIA)).split('.');
      const fields = JSON.parse(Buffer.from(header, 'base64url').toString()) as object;
      const other = Buffer.from(JSON.stringify({ ...fields, kid: 'of-the-application' })).toString(
        'base64url',
      );
      expect(await advice([other, ...rest].join('.'))).toEqual([
        expect.stringMatching(/^40 .*acceptMappedClaims/),
      ]);
    });
  },
  { kinds: ['pglite'] },
);
