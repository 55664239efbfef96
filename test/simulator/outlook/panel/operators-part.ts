import { element } from '../host/element';
import type { PanelContext, PanelPart } from './context';
import { button, section } from './fields';
import { hostClient } from './host-client';

/** The people who run ExtendSync: fifty organisations for their page. */
export function operatorsPart(context: PanelContext): PanelPart {
  const link = element('a', { target: '_blank', rel: 'noopener' }, 'Open the operators’ page');
  const told = element('ul', {});
  return {
    root: section(
      'Operators',
      false,
      element(
        'div',
        { class: 'buttons' },
        button('Let fifty organisations show themselves', () =>
          context.act('Fifty organisations stand in the ledger.', async () => {
            const wrong = await hostClient.fillLedger();
            const host = await hostClient.state();
            if (host) context.outlook.clockMoved(host.aheadMs);
            return wrong;
          }),
        ),
      ),
      element('p', {}, link),
      element(
        'p',
        { class: 'note' },
        'Sign in there as Olga Operator. It takes two minutes of the world’s clock.',
      ),
      element('p', {}, 'What the service has told by webhooks:'),
      told,
    ),
    show: ({ host }) => {
      link.setAttribute('href', `${host.paneOrigin}/operators`);
      const lines = host.webhooks.map(
        ({ type, organisation, isVerified }) =>
          `${type} ${organisation}, ${isVerified ? 'signature verified' : 'signature WRONG'}`,
      );
      told.replaceChildren(
        ...(lines.length === 0 ? ['Nothing yet'] : lines).map((line) => element('li', {}, line)),
      );
    },
  };
}
