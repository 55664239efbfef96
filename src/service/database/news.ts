import type { Clock } from '../../ports';
import type { Database } from './database';
import { createHearing, type Deafness } from './hearing';

/** What one instance of the service tells the others (and itself). */
export type Topic = `request:${string}` | `hint:${string}` | 'follow-ups' | 'spread-checks';

/** Hands what the database's NOTIFY brings to whoever waits for it in this instance. */
export interface News {
  /** Calls `wake` whenever there is news on the topic, or there may have been. The returned function ends it. */
  subscribe(topic: Topic, wake: () => void): () => void;
  /** Hears every topic that begins with `hint:`; a gap is told as undefined. */
  onHint(hear: (tenantId: string | undefined) => void): () => void;
  /** Set where LISTEN delivers nothing: news arrive some seconds late, by looking. */
  deafness(): Deafness | undefined;
  close(): Promise<void>;
}

/** @param onHearingChanged told when the database turns out to deliver nothing, and when it delivers again. */
export async function openNews(
  database: Database,
  clock: Clock,
  onHearingChanged: (deafness: Deafness | undefined) => void,
): Promise<News> {
  const waiting = new Map<string, Set<() => void>>();
  const hintListeners = new Set<(tenantId: string | undefined) => void>();

  const lookAll = (): void => {
    for (const wakes of waiting.values()) for (const wake of wakes) wake();
  };
  const hearing = createHearing({ database, clock, onChanged: onHearingChanged, onLook: lookAll });
  const recover = (): void => {
    lookAll();
    for (const hear of hintListeners) hear(undefined);
    hearing.regain();
  };
  const hear = (news: string): void => {
    if (hearing.take(news)) return;
    for (const wake of waiting.get(news) ?? []) wake();
    if (news.startsWith('hint:')) for (const hearHint of hintListeners) hearHint(news.slice('hint:'.length));
  };
  const stop = await database.listen(hear, recover, hearing.lose);
  await hearing.prove();

  return {
    subscribe(topic, wake) {
      const wakes = waiting.get(topic) ?? new Set();
      waiting.set(topic, wakes.add(wake));
      return () => {
        wakes.delete(wake);
        if (wakes.size === 0 && waiting.get(topic) === wakes) waiting.delete(topic);
      };
    },
    onHint(hearHint) {
      hintListeners.add(hearHint);
      return () => hintListeners.delete(hearHint);
    },
    deafness: hearing.deafness,
    close() {
      hearing.close();
      return stop();
    },
  };
}
