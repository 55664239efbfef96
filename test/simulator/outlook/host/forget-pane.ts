import { element } from './element';
import { forgetLoadedSettings } from './pane-session';

/** Lets go of what the pane has stored in this browser and of what this page has loaded. Resolves when that is done. */
export async function forgetPane(paneOrigin: string): Promise<void> {
  forgetLoadedSettings();
  // A frame's `load` comes whatever it holds: also for a browser that does not trust the certificate yet.
  const frame = element('iframe', { src: `${paneOrigin}/simulated-forget`, hidden: '', title: 'SIMULATED' });
  await new Promise<void>((resolve) => {
    frame.addEventListener('load', () => resolve());
    document.body.append(frame);
  });
  frame.remove();
}
