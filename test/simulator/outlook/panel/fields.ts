/** The panel's controls: each with a visible label that is its accessible name. */
import { element } from '../host/element';

let ids = 0;
function freshId(): string {
  ids += 1;
  return `control-${ids}`;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** A labelled drop-down list. */
export function chooser(
  label: string,
  choices: readonly Choice[],
  selected: string,
  chosen: (value: string) => void,
): { readonly root: HTMLElement; readonly input: HTMLSelectElement } {
  const id = freshId();
  const input = element(
    'select',
    { id, onchange: () => chosen(input.value) },
    ...choices.map((choice) => element('option', { value: choice.value }, choice.label)),
  );
  input.value = selected;
  return { root: element('div', { class: 'field' }, element('label', { for: id }, label), input), input };
}

/** A labelled line of text or a number. */
export function textField(
  label: string,
  value: string,
  attributes: Readonly<Record<string, string>> = {},
): { readonly root: HTMLElement; readonly input: HTMLInputElement } {
  const id = freshId();
  const input = element('input', { id, type: 'text', value, autocomplete: 'off', ...attributes });
  return { root: element('div', { class: 'field' }, element('label', { for: id }, label), input), input };
}

/** A labelled checkbox. */
export function checkbox(
  label: string,
  isChecked: boolean,
  changed: (isChecked: boolean) => void,
): { readonly root: HTMLElement; readonly input: HTMLInputElement } {
  const id = freshId();
  const input = element('input', { id, type: 'checkbox', onchange: () => changed(input.checked) });
  input.checked = isChecked;
  return { root: element('div', { class: 'check' }, input, element('label', { for: id }, label)), input };
}

/** A push button. */
export function button(
  name: string,
  pressed: () => void,
  kind: 'plain' | 'primary' = 'plain',
): HTMLButtonElement {
  return element(
    'button',
    { type: 'button', class: kind === 'primary' ? 'primary' : '', onclick: pressed },
    name,
  );
}

/** A part of the panel that can be folded away. */
export function section(title: string, isOpen: boolean, ...content: readonly (Node | string)[]): HTMLElement {
  return element(
    'details',
    { open: isOpen },
    element('summary', {}, title),
    element('div', { class: 'panel-group' }, ...content),
  );
}
