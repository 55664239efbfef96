import type { ServiceAction } from '../control-api';
import { element } from '../host/element';
import type { PanelContext, PanelPart } from './context';
import { button, section } from './fields';
import { hostClient } from './host-client';

/** ExtendSync's own service: on, off, restarted, crashed. */
export function servicePart(context: PanelContext): PanelPart {
  const status = element('p', {});
  const steer = (action: ServiceAction, words: string): (() => void) => {
    return () => context.act(words, () => hostClient.steerService(action));
  };
  return {
    root: section(
      'ExtendSync service',
      false,
      status,
      element(
        'div',
        { class: 'buttons' },
        button('Stop service', steer('stop', 'The service has stopped.')),
        button('Start service', steer('start', 'The service is running.')),
        button('Relaunch service', steer('restart', 'The service is running again.')),
        button('Crash service', steer('kill', 'The service has crashed.')),
      ),
    ),
    show: ({ host }) => {
      status.textContent = host.serviceIsRunning ? 'The service is running.' : 'The service is not running.';
    },
  };
}
