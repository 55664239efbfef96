import type { NoToken } from '../../core/consent/next-question';
import type { MsalClient, MsalClients } from './client';

/** What a host's broker is reported as that does not answer. */
export const SILENT_BROKER: NoToken = { kind: 'unreachable', what: 'host' };

/** The browser's own way to Entra, in the place of a host's broker that fails. */
export interface StandIn {
  /** Takes the broker's place. Undefined where the browser has no way of its own. Never rejects. */
  take(brokersWord: NoToken): Promise<MsalClient | undefined>;
  /** Has the browser's own way ready, for a click that may need it: its script is not there before. */
  prepare(): void;
  /** The broker has answered for itself. */
  leave(): void;
  /** Who takes the broker's place now: a click does not wait to find out. */
  readonly now: MsalClient | undefined;
  /**
   * Whom to ask first beside this mailbox. A broker that refuses is asked again each time, for it may have come to
   * itself. One that says nothing would keep its user waiting each time: once somebody has signed in past it, it is left
   * alone.
   */
  first(mailAddress: string | undefined): MsalClient | undefined;
}

export function createStandIn(clients: Pick<MsalClients, 'standard'>): StandIn {
  let now: MsalClient | undefined;
  let isSilent = false;
  return {
    async take(brokersWord) {
      isSilent = brokersWord.kind === 'unreachable';
      now = await clients.standard().catch(() => undefined);
      return now;
    },
    prepare() {
      clients.standard().catch(() => undefined);
    },
    leave() {
      now = undefined;
    },
    get now() {
      return now;
    },
    first: (mailAddress) => (isSilent && now?.knowsAccount(mailAddress) === true ? now : undefined),
  };
}
