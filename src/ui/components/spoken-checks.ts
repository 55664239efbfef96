import { useCallback, useState } from 'react';
import type { ChecksModel } from '../../core/shown/model';
import type { Words } from '../strings/words';

// What becomes of the check that the person wants, in turn.
const NONE = 0;
const ASKED = 1;
const RUNNING = 2;
const ANSWERED = 3;

/**
 * What is said aloud of the checks (WCAG 2.2, 4.1.3): that the one runs that the person has asked for, and that it has been
 * answered, for the answer may change nothing; and until when one has to wait. Of those that the page makes by itself
 * nothing is said.
 */
export function useSpokenChecks(
  checks: ChecksModel | undefined,
  { label }: Pick<Words, 'label'>,
): { readonly texts: readonly string[]; readonly asked: () => void } {
  const [wanted, setWanted] = useState<number>(NONE);
  const { busy, lastAtMs, nextAtMs, putOff } = checks ?? {};
  if (wanted !== NONE && (wanted === RUNNING) !== (busy === true)) setWanted((wanted + 1) % 4);
  return {
    texts: [
      wanted === RUNNING ? label('checks.busy') : '',
      wanted === ANSWERED && lastAtMs !== undefined ? label('checks.last', { atMs: lastAtMs }) : '',
      putOff && nextAtMs !== undefined ? label('checks.next', { atMs: nextAtMs }) : '',
    ],
    asked: useCallback(() => setWanted(ASKED), []),
  };
}
