import { parseTenantQuery, tenantQueryParameters, type TenantQuery } from '../core/ledger/api';
import type { Asked, SignInReport } from '../core/operators/asked';
import type { OperatorsEffect } from '../core/operators/effect';
import type { OperatorsEvent, OperatorsTimer } from '../core/operators/event';
import { initialOperatorsState, type OperatorsState } from '../core/operators/state';
import { operatorsTransition } from '../core/operators/transition';
import type { Chance, Clipboard, Clock, OperatorsService } from '../ports';
import { createLoop } from './loop';
import type { Store } from './store';
import { createTimers } from './timers';

/** Everything that the operators' page needs of the world. */
export interface OperatorsPorts {
  readonly clock: Clock;
  readonly chance: Chance;
  readonly signIn: {
    silent(): Promise<SignInReport>;
    /** Opens Microsoft's window, within the click. */
    popup(): Promise<SignInReport>;
  };
  readonly service: OperatorsService;
  readonly clipboard: Clipboard;
  readonly files: { save(name: string, file: Blob): Promise<boolean> };
  /** The query part of the page's address, without its question mark. */
  readonly address: { read(): string; show(query: string): void };
}

export interface OperatorsApp {
  readonly store: Store<OperatorsState>;
  /** Tells the app what happened. What must happen within a click (sign-in) does, before it returns. */
  readonly send: (event: OperatorsEvent) => void;
  /** Ends every timer; later answers are dropped. */
  readonly stop: () => void;
}

/** The operators' page's one loop, on `core/operators`. */
export function createOperatorsApp(ports: OperatorsPorts): OperatorsApp {
  const { clock, chance, signIn, service, address } = ports;
  const { store, send, stop } = createLoop({
    initial: initialOperatorsState(parseTenantQuery(new URLSearchParams(address.read()))),
    transition: operatorsTransition,
    perform,
    clock,
    chance,
  });
  const timers = createTimers<OperatorsTimer>(clock, (timer) => send({ type: 'time-came', timer }));

  function perform(effect: OperatorsEffect): void {
    switch (effect.do) {
      case 'sign-in':
        void signIn[effect.manner]().then((report) => send({ type: 'signed-in', report }));
        return;
      case 'show-query':
        address.show(tenantQueryParameters(effect.query).toString());
        return;
      case 'read-page':
        tell(effect, 'page-answered', service.page(effect.query, effect.cursor));
        return;
      case 'read-counts':
        tell(effect, 'counts-answered', service.counts());
        return;
      case 'read-tenant':
        tell(effect, 'tenant-answered', service.tenant(effect.id));
        return;
      case 'check-tenant':
        tell(effect, 'check-answered', service.check(effect.id));
        return;
      case 'make-link':
        tell(effect, 'link-answered', service.link(effect.tenant, effect.domain));
        return;
      case 'copy-link':
        void ports.clipboard.copy(effect.link).then((ok) => send({ type: 'link-copied', ok }));
        return;
      case 'delete-tenant':
        tell(effect, 'deletion-answered', service.remove(effect.id));
        return;
      case 'save-csv':
        tell(effect, 'csv-answered', saveCsv(effect.query));
        return;
      case 'schedule':
        timers.schedule(effect.timer, effect.delayMs);
        return;
      case 'cancel':
        timers.cancel(effect.timer);
        return;
      default:
        effect satisfies never;
    }
  }

  /** The answer goes back under the number of its question. */
  function tell<T extends AnswerEvent['type']>(
    { number }: { readonly number: number },
    type: T,
    asking: Promise<Extract<AnswerEvent, { type: T }>['answer']>,
  ): void {
    void asking.then((answer) => send({ type, number, answer } as AnswerEvent));
  }

  async function saveCsv(query: TenantQuery): Promise<Asked<boolean>> {
    const answer = await service.csv(query);
    if (!answer.ok) return answer;
    const day = new Date(clock.now()).toISOString().slice(0, 10);
    return { ok: true, value: await ports.files.save(`organisations-${day}.csv`, answer.value) };
  }

  send({ type: 'opened' });
  return {
    store,
    send,
    stop: () => {
      stop();
      timers.cancelAll();
    },
  };
}

/** What tells the answer to a question. */
type AnswerEvent = Extract<OperatorsEvent, { readonly answer: unknown }>;
