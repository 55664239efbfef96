import { accountTypes, flavours, itemKinds, themes, type HostOptions } from '../host-options';
import { HOST_TROUBLES, hostTroubles, type HostTrouble } from '../host-trouble';
import { element } from '../host/element';
import type { PanelContext, PanelPart } from './context';
import { button, checkbox, chooser, section, textField } from './fields';

const LANGUAGES: readonly (readonly [string, string])[] = [
  ['en-US', 'English'],
  ['de-DE', 'Deutsch'],
  ['fr-FR', 'Fran\u00e7ais'],
  ['es-ES', 'Espa\u00f1ol'],
  ['pt-BR', 'Portugu\u00eas (Brasil)'],
  ['ja-JP', '\u65e5\u672c\u8a9e'],
  ['ar-SA', '\u0627\u0644\u0639\u0631\u0628\u064a\u0629'],
];
const WIDTHS_PX = [280, 320, 400, 560, 800];

const named = (values: readonly string[]): readonly { value: string; label: string }[] =>
  values.map((value) => ({ value, label: value.replaceAll('-', ' ') }));

/** What kind of Outlook this window plays. */
export function windowPart(context: PanelContext): PanelPart {
  const { outlook } = context;
  const change = (wanted: Partial<HostOptions>): void => outlook.change(wanted);
  const now = outlook.options();

  const bridge = checkbox('Nested app authentication bridge', now.bridge === 'present', (isOn) =>
    change({ bridge: isOn ? 'present' : 'absent' }),
  );
  const popups = checkbox('Block pop-up windows', now.popups === 'blocked', (isOn) =>
    change({ popups: isOn ? 'blocked' : 'allowed' }),
  );
  const clipboard = checkbox('Let the pane use the clipboard API', now.clipboard === 'allowed', (isOn) =>
    change({ clipboard: isOn ? 'allowed' : 'blocked' }),
  );
  const memory = checkbox('Broker remembers refusals', now.memory === 'remembers-refusals', (isOn) =>
    change({ memory: isOn ? 'remembers-refusals' : 'fresh' }),
  );
  const scopes = checkbox('Broker leaves the scopes out of its answers', now.scopes === 'omitted', (isOn) =>
    change({ scopes: isOn ? 'omitted' : 'told' }),
  );
  const flavour = chooser('Words refusals like Outlook on', named(flavours), now.flavour, (value) =>
    change({ flavour: value as HostOptions['flavour'] }),
  );
  const source = element('p', { class: 'note' });
  const tellSource = (trouble: HostTrouble): void => {
    source.textContent =
      HOST_TROUBLES[trouble].source === '' ? '' : `Told in ${HOST_TROUBLES[trouble].source}.`;
  };
  const trouble = chooser(
    'What goes wrong in this Outlook',
    hostTroubles.map((value) => ({ value, label: HOST_TROUBLES[value].title })),
    now.trouble,
    (value) => {
      tellSource(value as HostTrouble);
      change({ trouble: value as HostTrouble });
    },
  );
  tellSource(now.trouble);
  const mailbox = textField('Open mailbox (empty: the person\u2019s own)', now.mailbox, { type: 'email' });
  mailbox.input.addEventListener('change', () => change({ mailbox: mailbox.input.value.trim() }));
  const owner = textField('Owner of the open item (empty: it is in no shared folder)', now.owner, {
    type: 'email',
  });
  owner.input.addEventListener('change', () => change({ owner: owner.input.value.trim() }));
  const accountType = chooser('Kind of mailbox', named(accountTypes), now.accountType, (value) =>
    change({ accountType: value as HostOptions['accountType'] }),
  );
  const stranger = new URL(location.href);
  stranger.hostname = '127.0.0.1';
  const item = chooser('Open item', named(itemKinds), now.item, (value) =>
    change({ item: value as HostOptions['item'] }),
  );
  const theme = chooser('Theme', named(themes), now.theme, (value) =>
    change({ theme: value as HostOptions['theme'] }),
  );
  const language = chooser(
    'Office language',
    LANGUAGES.map(([value, label]) => ({ value, label })),
    now.language,
    (value) => change({ language: value }),
  );
  const width = chooser(
    'Pane width',
    [...new Set([...WIDTHS_PX, now.paneWidthPx])].map((px) => ({ value: String(px), label: `${px} pixels` })),
    String(now.paneWidthPx),
    (value) => change({ paneWidthPx: Number(value) }),
  );

  return {
    root: section(
      'This Outlook',
      false,
      theme.root,
      element(
        'p',
        { class: 'note' },
        'High contrast is a setting of the system: this theme plays its colours. To try forced colours, use the browser\u2019s rendering tools.',
      ),
      language.root,
      width.root,
      item.root,
      mailbox.root,
      owner.root,
      accountType.root,
      element(
        'p',
        { class: 'note' },
        'Pin the pane before you open another mailbox: it is told then, else it is loaded anew.',
      ),
      trouble.root,
      source,
      bridge.root,
      flavour.root,
      memory.root,
      scopes.root,
      popups.root,
      clipboard.root,
      element(
        'div',
        { class: 'buttons' },
        button('Reload the pane', () => outlook.reloadPane()),
        // F30: an Outlook whose address the service does not let frame the pane (office-js#4925, #5540).
        element(
          'a',
          { href: stranger.href, target: '_blank', rel: 'noopener' },
          'Open under an address that may not show the pane',
        ),
      ),
    ),
    show: () => {
      const { item: shown, theme: look } = outlook.options();
      item.input.value = shown;
      theme.input.value = look;
      if (document.activeElement !== mailbox.input) mailbox.input.value = outlook.options().mailbox;
    },
  };
}
