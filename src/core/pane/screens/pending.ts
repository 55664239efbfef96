import { say } from '../message';
import type { State } from '../state';
import type { PendingModel } from './model';

/** The open request, where there is one. */
export function pendingOf({ request, history }: State): PendingModel | undefined {
  if (!request) return undefined;
  const { sharedAtMs, way, expiresAtMs, withWhom } = request;
  return { sharedAtMs, way, expiresAtMs, withWhom, isOpen: true, history: historyOf(history) };
}

const historyOf = (events: State['history']): PendingModel['history'] =>
  events
    .filter(({ kind }) => kind !== 'check-again')
    .map(({ kind, at }) => ({ atMs: Date.parse(at), text: say(`history.${kind}`) }));

/** The request that led to the grant, with its whole story. */
export function fulfilledOf({ fulfilled }: State): PendingModel | undefined {
  if (!fulfilled) return undefined;
  const { request, history, atMs } = fulfilled;
  const { sharedAtMs, way, withWhom } = request;
  return {
    sharedAtMs,
    way,
    withWhom,
    isOpen: false,
    history: [...historyOf(history), { atMs, text: say('history.granted') }],
  };
}
