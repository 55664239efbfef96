import type { State } from './state';

/** Stands at the end of a request's link, which names the request before it. */
const CONFIRM = '&confirm=1';

/** Whether the page behind a link of ours asks to confirm an approval instead of to approve. */
export const isToConfirm = (link: string): boolean => link.endsWith(CONFIRM);

/**
 * The link of a request, as it is handed on now. Where an administrator has approved and nobody has shown that it holds
 * for everybody, it leads to the confirmation: a second approval could be a smaller one, and take the first one away.
 */
export function asHandedOn({ verdict }: State, link: string): string {
  const plain = link.replace(CONFIRM, '');
  return verdict.next === 'confirm-as-admin' ? plain + CONFIRM : plain;
}
