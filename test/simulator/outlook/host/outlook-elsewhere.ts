import type { HostState } from '../control-api';
import type { HostOptions } from '../host-options';
import { element } from './element';
import type { OutlookWindow } from './outlook-window';
import { findPerson, type Person } from './person';

/** No Outlook is drawn: the pane stands in a real one, which nobody here can steer. */
export function outlookElsewhere(state: HostState, options: HostOptions): OutlookWindow {
  const nobody = (): Person => {
    throw new Error('The simulated world has no people.');
  };
  const person = findPerson(state.people, options.person) ?? state.people[0] ?? nobody();
  return {
    root: element(
      'main',
      { class: 'elsewhere' },
      element('h1', {}, 'The pane stands in your own Outlook'),
      element(
        'p',
        {},
        `Whatever your mailbox is, its organisation is ${person.tenantName} of the SIMULATED Microsoft. `,
        'Sign in as any of its people. After a change here, load the pane anew or press "Check now" in it.',
      ),
    ),
    options: () => options,
    person: () => person,
    change: () => undefined,
    reloadPane: () => undefined,
    clockMoved: () => undefined,
    sharedLink: () => undefined,
  };
}
