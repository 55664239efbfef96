import { expect } from '@playwright/test';
import { DEMO } from '../../simulator/entra/demo-seed';
import type { Administrator } from '../support/administrator';
import { CONTOSO, FABRIKAM, test } from '../support/journey';
import { approval } from '../support/words';

/* Whose approval the admin's page asks for: by a name that Microsoft knows, or by hearsay that is called so. */

/** The first facts of the request, as they are read. */
const factsOf = (person: Administrator) =>
  person.page
    .getByRole('region', { name: 'The request' })
    .getByRole('term')
    .evaluateAll((terms) =>
      terms.slice(0, 2).map((term) => `${term.textContent}: ${term.nextElementSibling?.textContent ?? ''}`),
    );

test('Mia’s request is for their organisation, and the admin reads its name as Microsoft knows it', async ({
  mia,
  adele,
}) => {
  await mia.opensPane();
  await adele.opens(await mia.asksForLink());
  await adele.sees('approval.invitation.title', { organisation: CONTOSO });
  expect(await factsOf(adele)).toEqual([`Organisation: ${CONTOSO}`, `Tenant ID: ${DEMO.tenants.contoso}`]);
});

test.describe('a request that somebody has made by hand', () => {
  for (const { tenant = DEMO.tenants.contoso, calls, story, title, facts, warning } of [
    {
      tenant: 'call-0800-555-0100-to-verify.your-account-is-locked.example',
      calls: undefined,
      story: 'S12: for a name that only the sender gives bears it in no title, and says whose word it is',
      title: {},
      facts:
        'Asked for: call-0800-555-0100-to-verify.your-account-is-locked.example (the sender’s word; not confirmed by Microsoft)',
      warning: undefined,
    },
    {
      calls: FABRIKAM,
      story: 'with the name of another organisation is not shown under it, and warns',
      title: {},
      facts: `Tenant ID: ${DEMO.tenants.contoso}`,
      warning: approval('approval.notice.other-name', { domain: FABRIKAM }),
    },
    {
      calls: 'contoso.example.attacker.example',
      story: 'with a name that Microsoft does not know says whose word it is',
      title: {},
      facts: 'Asked for: contoso.example.attacker.example (the sender’s word; not confirmed by Microsoft)',
      warning: undefined,
    },
  ]) {
    test(story, async ({ world, adele, witness }) => {
      // Microsoft has no such domain, and the browser writes that down.
      witness.expects(/status of 400 .*openid-configuration/);
      await adele.opens(`${world.paneOrigin}/grant.html`);
      const link = await adele.page.evaluate(
        async ([named, domain]) => {
          const answer = await fetch('/api/requests', {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ tenant: named, domain }),
          });
          return ((await answer.json()) as { link: string }).link;
        },
        [tenant, calls],
      );
      await adele.opens(link);
      await adele.sees('approval.invitation.title', title);
      if (warning !== undefined) await expect(adele.page.getByText(warning).first()).toBeVisible();
      await expect.poll(async () => (await factsOf(adele))[0]).toBe(facts);
      expect(witness.greens()).toEqual([]);
    });
  }
});

test('beside the pinned pane a mailbox of another organisation is opened: its request is not the first one’s, which waits', async ({
  mia,
}) => {
  const pane = await mia.opensPane({ panel: 'open' });
  const link = await mia.asksForLink('autopilot-everyone');
  await pane.presses('action.share-draft');
  await pane.shows('waiting.title');
  const opensMailbox = async (address: string): Promise<void> => {
    const field = panel.getByRole('textbox', { name: /^Open mailbox/ });
    await field.fill(address);
    await field.press('Tab');
  };
  await mia.page.getByRole('button', { name: 'Pin ExtendSync' }).click();
  const panel = mia.page.getByRole('complementary', { name: 'Simulation controls' });
  await panel.getByText('This Outlook', { exact: true }).click();
  await opensMailbox('bo@fabrikam.example');
  await pane.shows('sign-in.title');
  expect(await mia.asksForLink()).not.toBe(link);
  await opensMailbox('');
  await pane.shows('waiting.title');
});
