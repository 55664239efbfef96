/** A process full of panes: one alone may not hold 20,000 connections. */
import { randomInt } from 'node:crypto';
import { startListeners, type Heard, type Listeners } from '../testing/listeners';

export type Told =
  | { readonly say: 'listen'; readonly ports: readonly number[]; readonly requests: readonly string[] }
  /** Who the load balancer still sends people to. */
  | { readonly say: 'alive'; readonly ports: readonly number[] }
  | { readonly say: 'report' };

export type Says =
  | { readonly said: 'all-in' }
  | { readonly said: 'report'; readonly open: number; readonly heard: readonly Heard[] };

/** As the pane waits for a stream that was cut, in src/adapters/service/hints.ts: half is certain, half is chance. */
const retryMs = (): number => randomInt(500, 1_000);

let listeners: Listeners | undefined;
let alive: readonly number[] = [];
let turn = 0;
const say = (what: Says): void => void process.send?.(what);

process.on('message', (told: Told) => {
  if (told.say === 'alive') alive = told.ports;
  if (told.say === 'listen') {
    alive = told.ports;
    listeners = startListeners(() => alive[(turn += 1) % alive.length] ?? 0, told.requests, retryMs);
    void listeners.allIn.then(() => say({ said: 'all-in' }));
  }
  if (told.say === 'report' && listeners)
    say({ said: 'report', open: listeners.open(), heard: listeners.heard });
});
process.on('disconnect', () => process.exit());
