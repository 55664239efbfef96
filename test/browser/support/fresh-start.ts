import { expect } from '@playwright/test';
import type { ScenarioApplied } from '../../simulator/outlook/control-api';
import { applyScenario, findScenario } from '../../simulator/scenarios';
import type { World } from '../../simulator/world';

/**
 * Puts a running world into a scenario without a new life of the service, which costs seconds: what the service knows of
 * tenants becomes void by its own rule, that a return from Microsoft's page outdates everything known of the tenant.
 *
 * Throws when there is no such scenario. It does not undo a wait that Microsoft has asked the service for: after a
 * throttle of the service itself, `world.play` is needed.
 */
export async function playSoftly(world: World, name: string): Promise<ScenarioApplied> {
  const scenario = findScenario(name);
  if (!scenario) throw new Error(`There is no scenario "${name}".`);
  const { directory } = world.entra;
  const touched = directory.tenants.filter(
    ({ id }) => directory.latestConsent(id).servicePrincipalId !== undefined,
  );
  if (touched.length > 0) {
    world.entra.reset();
    await world.service.start();
    for (const { id } of touched) await outdate(world, id);
  }
  applyScenario(world.entra, scenario);
  if (scenario.service === 'running') await world.service.start();
  else await world.service.stop();
  return { name, host: scenario.host };
}

/** A visit to Microsoft's page that ends with "no": the service then forgets what it knew of the tenant. */
async function outdate(world: World, tenant: string): Promise<void> {
  const { host, port } = world.service.address;
  const ask = async (path: string, body?: object): Promise<Readonly<Record<string, unknown>>> => {
    const answer = await fetch(`http://${host}:${port}${path}`, {
      method: 'POST',
      ...(body ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {}),
    });
    if (!answer.ok) throw new Error(`${path.split('/')[2]}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as Readonly<Record<string, unknown>>;
  };
  const { id } = await ask('/api/requests', { tenant });
  const { consentUrl } = await ask(`/api/requests/${String(id)}/attempts`);
  const state = new URL(String(consentUrl)).searchParams.get('state') ?? '';
  const refused = new URLSearchParams({ error: 'access_denied', state });
  const returned = await fetch(`http://${host}:${port}/consent/return?${refused.toString()}`, {
    redirect: 'manual',
  });
  const outcome = new URL(returned.headers.get('location') ?? '/', world.paneOrigin).searchParams.get(
    'returned',
  );
  if (outcome !== 'denied') throw new Error(`The service took a refusal for "${String(outcome)}".`);
  // It looks at the tenant at once, behind the answer: the faults of the next scenario must not meet that look.
  await expect
    .poll(() =>
      world.entra.log.list().some(({ family, tenantId }) => family === 'token' && tenantId === tenant),
    )
    .toBe(true);
}
