import type { StoredRequest } from '../memory';
import type { RequestEventKind, ReturnFailure } from '../../api/request-events';
import { sayLater, type ToldEventKind } from '../message';
import type { State } from '../state';
import type { PendingModel } from './model';

/** The open request, where there is one. */
export function pendingOf({ request, history }: State): PendingModel | undefined {
  if (!request) return undefined;
  const { expiresAtMs, withWhom } = request;
  return { shares: sharesOf(request), expiresAtMs, withWhom, isOpen: true, history: historyOf(history) };
}

const sharesOf = ({ earlier = [], way, sharedAtMs }: StoredRequest): PendingModel['shares'] => [
  ...earlier,
  { way, atMs: sharedAtMs },
];

const historyOf = (events: State['history']): PendingModel['history'] =>
  events.flatMap(({ kind, failure, at }) => {
    const told = failure ?? kind;
    return isTold(told) ? [{ atMs: Date.parse(at), text: sayLater(`history.${told}`) }] : [];
  });

const isTold = (kind: RequestEventKind | ReturnFailure): kind is ToldEventKind =>
  kind !== 'made' && kind !== 'check-again';

/** The request that led to the grant, with its whole story. */
export function fulfilledOf({ fulfilled }: State): PendingModel | undefined {
  if (!fulfilled) return undefined;
  const { request, history, atMs } = fulfilled;
  return {
    shares: sharesOf(request),
    withWhom: request.withWhom,
    isOpen: false,
    history: [...historyOf(history), { atMs, text: sayLater('history.granted') }],
  };
}
