/** A browser that has not been told to trust the development certificate shows an empty pane: say why, and what helps. It tells no
 * script why an address failed, so the other cause is named too. */
import { element } from './element';

async function answers(url: string): Promise<boolean> {
  try {
    await (await fetch(url)).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}

/**
 * Checks that the browser talks to the other two origins.
 *
 * @returns help to show above the page, or undefined when nothing is wrong
 */
export async function certificateHelp(
  paneOrigin: string,
  entraOrigin: string,
): Promise<HTMLElement | undefined> {
  const places = [
    { name: 'the ExtendSync pane', url: `${paneOrigin}/simulated-host.js` },
    { name: 'the pretended Microsoft', url: `${entraOrigin}/simulated/control/state` },
  ];
  const reached = await Promise.all(places.map(({ url }) => answers(url)));
  const missing = places.filter((_place, index) => reached[index] === false);
  if (missing.length === 0) return undefined;
  return element(
    'section',
    { class: 'help', role: 'alert', 'aria-label': 'Certificate' },
    element(
      'p',
      {},
      'Your browser does not reach all of this simulated world. Most often it does not trust the certificate yet: open each link, accept it, and come back. A link that shows something else, or nothing, was taken by another program, or the world has ended: start it again.',
    ),
    element(
      'ul',
      {},
      ...missing.map(({ name, url }) =>
        element('li', {}, element('a', { href: url, target: '_blank', rel: 'noopener' }, name)),
      ),
    ),
    element('button', { type: 'button', onclick: () => location.reload() }, 'Try again'),
  );
}
