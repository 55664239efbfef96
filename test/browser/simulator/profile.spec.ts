import { expect } from '@playwright/test';
import { originsOf } from '../../simulator/world';
import { test } from '../support/journey';
import { Profile } from '../support/profile';

test('a profile that is put back holds nothing of the journey before', async ({
  browser,
  world,
  witness,
}) => {
  const profile = await Profile.open(browser, world, witness);
  const places = originsOf(world).map((origin) => `${origin}/favicon.ico`);
  witness.expects(/status of 404/);

  const before = await profile.newWindow();
  for (const place of places) {
    await before.goto(place);
    await before.evaluate(async () => {
      localStorage.setItem('left', 'here');
      sessionStorage.setItem('left', 'here');
      document.cookie = 'left=here; path=/';
      window.name = 'left here';
      await caches.open('left');
      await new Promise((resolve, reject) => {
        const opening = indexedDB.open('left');
        opening.addEventListener('success', resolve);
        opening.addEventListener('error', reject);
      });
    });
  }
  const pane = await profile.context.request.get(`${world.paneOrigin}/taskpane.html`);
  const kept = `${world.paneOrigin}${/data-entry="([^"]+)"/.exec(await pane.text())?.[1] ?? ''}`;
  expect(kept).toMatch(/\/static\/.*\.js$/);
  await before.goto(kept);
  await profile.context.setOffline(true);
  await profile.context.grantPermissions(['clipboard-read'], { origin: world.paneOrigin });
  await profile.context.route('**/*', (route) => route.abort());
  expect(profile.windows()).toHaveLength(1);

  await profile.putBack();

  expect(profile.windows()).toHaveLength(0);
  expect(before.isClosed()).toBe(true);
  const after = await profile.newWindow();
  for (const place of places) {
    await after.goto(place);
    expect(
      await after.evaluate(async () => ({
        local: localStorage.length,
        session: sessionStorage.length,
        cookies: document.cookie,
        name: window.name,
        opener: window.opener as unknown,
        caches: await caches.keys(),
        databases: await indexedDB.databases(),
        clipboard: (await navigator.permissions.query({ name: 'clipboard-read' as PermissionName })).state,
      })),
      place,
    ).toEqual({
      local: 0,
      session: 0,
      cookies: '',
      name: '',
      opener: null,
      caches: [],
      databases: [],
      clipboard: 'prompt',
    });
  }
  // What a journey has fetched, the next one fetches again, though it may be kept for a year.
  await profile.context.setOffline(true);
  await expect(after.goto(kept)).rejects.toThrow('ERR_INTERNET_DISCONNECTED');
  await profile.close();
});
