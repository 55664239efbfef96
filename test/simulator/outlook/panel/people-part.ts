import { element } from '../host/element';
import { hostOptionsQuery } from '../host-options';
import type { Person } from '../host/person';
import type { PanelContext, PanelPart } from './context';
import { button, chooser, section, textField } from './fields';

const describe = (person: Person): string => `${person.name} (${person.tenantName}, ${person.role})`;

/** Who has this window, and how somebody else joins: a second Outlook, or the shared link in a window of its own. */
export function peoplePart(context: PanelContext): PanelPart {
  const { people } = context.host();
  const choices = people.map((person) => ({ value: person.id, label: describe(person) }));
  const who = chooser('Signed-in person', choices, context.outlook.person().id, (id) =>
    context.outlook.change({ person: id, mailbox: '' }),
  );
  const admin = people.find(
    (person) => person.tenantId === context.outlook.person().tenantId && person.role.startsWith('Global'),
  );
  const second = chooser('Second person', choices, admin?.id ?? choices[0]?.value ?? '', () => drawLinks());
  const link = textField('Shared link', '', { type: 'url', placeholder: 'Appears when a draft holds one' });
  link.input.addEventListener('input', () => drawLinks());

  const secondOutlook = element('a', { target: '_blank', rel: 'noopener' }, 'Open a second Outlook');
  const openLink = button('Open the shared link', () => {
    // A window of its own, so that closing it leaves this Outlook as it is.
    window.open(link.input.value, '_blank', 'noopener,width=900,height=760');
  });

  function drawLinks(): void {
    const query = hostOptionsQuery({ person: second.input.value });
    secondOutlook.setAttribute('href', `/?${query}`);
    openLink.disabled = !link.input.value.startsWith('https://');
  }
  drawLinks();

  let lastSeen = '';
  return {
    root: section(
      'People',
      true,
      who.root,
      second.root,
      link.root,
      element('div', { class: 'buttons' }, openLink, secondOutlook),
      element('p', { class: 'note' }, 'The sign-in page asks who it is: pick the second person there.'),
    ),
    show: () => {
      who.input.value = context.outlook.person().id;
      const seen = context.outlook.sharedLink();
      if (seen !== undefined && seen !== lastSeen) {
        lastSeen = seen;
        link.input.value = seen;
        drawLinks();
      }
    },
  };
}
