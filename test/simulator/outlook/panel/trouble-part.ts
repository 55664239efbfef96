import type { RouteFamily, Trouble } from '../../entra/faults';
import { QUIRKS, type Quirk } from '../../entra/quirks';
import { element } from '../host/element';
import type { PanelContext, PanelPart } from './context';
import { button, checkbox, chooser, section, textField } from './fields';

const TROUBLES: Readonly<
  Record<string, { readonly label: string; readonly make: (code: number) => Trouble }>
> = {
  throttle: { label: '429, wait 10 seconds', make: () => ({ kind: 'throttle', retryAfterSeconds: 10 }) },
  'server-error': { label: '503, no reason given', make: () => ({ kind: 'server-error', status: 503 }) },
  latency: { label: 'Answers take 5 seconds', make: () => ({ kind: 'latency', delayMs: 5_000 }) },
  garbage: { label: 'Answers are garbage', make: () => ({ kind: 'garbage' }) },
  silence: { label: 'Silent frames never come back', make: () => ({ kind: 'silence', frames: true }) },
  cut: { label: 'Connections are cut', make: () => ({ kind: 'cut' }) },
  aadsts: { label: 'The AADSTS number below', make: (number) => ({ kind: 'aadsts', number }) },
};

const FAMILIES: readonly RouteFamily[] = ['openid', 'authorize', 'token', 'broker', 'adminconsent', 'graph'];
/** A number that says little by itself, for a start. */
const FIRST_CODE = 50196;

const isQuirk = (name: string): name is Quirk => Object.hasOwn(QUIRKS, name);

/** What goes wrong at Microsoft. */
export function troublePart(context: PanelContext): PanelPart {
  const kind = chooser(
    'Trouble',
    Object.entries(TROUBLES).map(([value, { label }]) => ({ value, label })),
    'throttle',
    () => undefined,
  );
  const place = chooser(
    'Where',
    [{ value: '', label: 'Everywhere' }, ...FAMILIES.map((family) => ({ value: family, label: family }))],
    '',
    () => undefined,
  );
  const code = textField('AADSTS number', String(FIRST_CODE), { type: 'number', min: '1' });
  const times = textField('How many times (empty: until cleared)', '', { type: 'number', min: '1' });
  const active = element('ul', { class: 'grants', 'aria-label': 'Active trouble', tabindex: '0' });

  const inject = (): void => {
    const trouble = TROUBLES[kind.input.value]?.make(Number(code.input.value) || FIRST_CODE);
    if (!trouble) return;
    const family = FAMILIES.find((one) => one === place.input.value);
    const count = Number(times.input.value);
    context.act('Trouble is on.', () =>
      context.tenant.send('inject-fault', {
        trouble,
        ...(family ? { families: [family] } : {}),
        ...(count > 0 ? { times: count } : {}),
      }),
    );
  };
  const clear = (): void =>
    context.act('All trouble is over.', () => context.tenant.send('clear-faults', {}));

  const quirks = Object.entries(QUIRKS).flatMap(([name, { title }]) =>
    isQuirk(name)
      ? [
          {
            name,
            ...checkbox(title, false, (on) =>
              context.act('The switch is set.', () => context.tenant.send('set-quirk', { quirk: name, on })),
            ),
          },
        ]
      : [],
  );

  return {
    root: section(
      'Trouble at Microsoft',
      false,
      kind.root,
      place.root,
      code.root,
      times.root,
      element('div', { class: 'buttons' }, button('Cause trouble', inject), button('Clear trouble', clear)),
      active,
      element('p', { class: 'note' }, 'And what Microsoft is known to do at times:'),
      ...quirks.map(({ root }) => root),
    ),
    show: ({ tenant }) => {
      const faults = tenant?.faults ?? [];
      for (const { name, input } of quirks) input.checked = tenant?.quirks.includes(name) === true;
      active.replaceChildren(
        ...(faults.length > 0
          ? faults.map((fault) =>
              element(
                'li',
                {},
                `${fault.trouble.kind} at ${fault.families?.join(', ') ?? 'everything'}, hit ${fault.hits} times`,
              ),
            )
          : [element('li', {}, 'None.')]),
      );
    },
  };
}
