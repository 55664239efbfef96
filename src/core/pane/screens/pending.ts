import { say } from '../message';
import type { State } from '../state';
import type { PendingModel } from './model';

/** The open request, where there is one. */
export function pendingOf(state: State): { readonly pending?: PendingModel } {
  const { request } = state;
  if (!request) return {};
  return {
    pending: {
      sharedAtMs: request.sharedAtMs,
      way: request.way,
      ...(request.expiresAtMs === undefined ? {} : { expiresAtMs: request.expiresAtMs }),
      ...(request.withWhom === undefined ? {} : { withWhom: request.withWhom }),
      isOpen: true,
      history: historyOf(state.history),
    },
  };
}

const historyOf = (events: State['history']): PendingModel['history'] =>
  events
    .filter(({ kind }) => kind !== 'check-again')
    .map(({ kind, at }) => ({ atMs: Date.parse(at), text: say(`history.${kind}`) }));

/** The request that led to the grant, with its whole story. */
export function fulfilledOf({ fulfilled }: State): { readonly pending?: PendingModel } {
  if (!fulfilled) return {};
  const { request, history, atMs } = fulfilled;
  return {
    pending: {
      sharedAtMs: request.sharedAtMs,
      way: request.way,
      ...(request.withWhom === undefined ? {} : { withWhom: request.withWhom }),
      isOpen: false,
      history: [...historyOf(history), { atMs, text: say('history.granted') }],
    },
  };
}
