import { CONFIRM } from '../api/paths';
import type { Verdict } from '../consent/verdict';

/**
 * The link of a request, as it is handed on now. Where an approval is there and nobody has shown that it holds for
 * everybody, it leads to the confirmation: a second approval could be a smaller one, and take the first one away.
 */
export function handedOn(link: string, { next }: Verdict): string {
  const url = new URL(link);
  if (next === 'confirm-as-admin') url.searchParams.set(...CONFIRM);
  else url.searchParams.delete(CONFIRM[0]);
  return url.href;
}

/** Whether the page behind a link of ours asks to confirm an approval instead of to approve. */
export const isToConfirm = (link: string): boolean =>
  new URL(link).searchParams.get(CONFIRM[0]) === CONFIRM[1];
