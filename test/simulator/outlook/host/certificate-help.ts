/** A browser that has not been told to trust the development certificate shows an empty pane: say why, and what helps. */
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
      'Your browser does not trust the certificate of this simulated world yet. Open each link, accept it, and come back:',
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
