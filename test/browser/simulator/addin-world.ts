import { OFFICE_JS_PATH } from '../../simulator/outlook/server';
import { serveTestAddin } from '../../simulator/outlook/test-addin/serve-test-addin';
import { startWorld, type World } from '../../simulator/world';

/** The simulated world with the test add-in in the place of the product's pane. */
export async function startAddinWorld(): Promise<{
  readonly world: World;
  readonly stop: () => Promise<void>;
}> {
  const addin = await serveTestAddin();
  const world = await startWorld({ otherService: addin });
  await addin.point({
    clientId: world.clientId,
    entraOrigin: world.entra.origin,
    officeJsUrl: world.outlookOrigin + OFFICE_JS_PATH,
  });
  return {
    world,
    async stop() {
      await world.stop();
      await addin.stop();
    },
  };
}
