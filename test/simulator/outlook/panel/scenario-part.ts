import { element } from '../host/element';
import { forgetPane } from '../host/forget-pane';
import { hostOptionsQuery } from '../host-options';
import type { PanelContext, PanelPart } from './context';
import { button, chooser, section } from './fields';
import { hostClient } from './host-client';

/** Named scenarios, and back to the beginning. Playing one opens the page anew, as it resets the world. */
export function scenarioPart(context: PanelContext, played: string | undefined): PanelPart {
  const { scenarios } = context.host();
  const story = element('p', { class: 'note' });
  const lookAt = element('p', { class: 'note' });
  const isPlayed = element('p', { class: 'note' });
  const tell = (name: string): void => {
    const known = scenarios.find((one) => one.name === name);
    story.textContent = known?.story ?? '';
    lookAt.textContent = known ? `Look at: ${known.lookAt}` : '';
    isPlayed.textContent = name === played ? 'This is what is played now.' : 'Not played yet.';
  };
  const list = chooser(
    'Scenario',
    scenarios.map(({ name, title }) => ({ value: name, label: title })),
    played ?? scenarios[0]?.name ?? '',
    tell,
  );
  tell(list.input.value);
  const play = (): void => {
    const { theme, language, paneWidthPx, panel } = context.outlook.options();
    const query = new URLSearchParams(
      hostOptionsQuery({ theme, language, paneWidthPx, panel: panel === 'alone' ? 'alone' : 'open' }),
    );
    query.set('scenario', list.input.value);
    location.assign(`/?${query.toString()}`);
  };
  const reset = (): void => {
    context.act('Everything is back at the beginning.', async () => {
      const wrong = await hostClient.reset();
      await forgetPane(context.host().paneOrigin);
      context.outlook.reloadPane();
      return wrong;
    });
  };
  return {
    root: section(
      'Scenario',
      true,
      list.root,
      story,
      lookAt,
      isPlayed,
      element(
        'div',
        { class: 'buttons' },
        button('Play scenario', play, 'primary'),
        button('Reset world', reset),
      ),
    ),
    show: () => undefined,
  };
}
