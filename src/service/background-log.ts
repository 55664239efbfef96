import type { FastifyBaseLogger } from 'fastify';
import { ABOUT_DEAFNESS, type Deafness } from './database/hearing';
import { ABOUT_SHORT_ROOM } from './database/room';
import type { TenantFacts } from './tenant/facts';
import type { Standing } from './tenant/registration';

/** What the log says of that which no request is about, in the words of who has to do something. */
export interface BackgroundLog {
  trouble(error: unknown): void;
  /** @param deafness undefined where LISTEN hears again */
  hearing(deafness: Deafness | undefined): void;
  room(isShort: boolean): void;
  /** How the registration stands at home. */
  standing(standing: Standing, code: string | undefined): void;
  noAnswer(facts: Extract<TenantFacts, { kind: 'no-answer' }>): void;
}

export function createBackgroundLog(log: FastifyBaseLogger): BackgroundLog {
  return {
    trouble(error) {
      log.error({ err: error }, 'trouble in the background');
    },
    hearing(deafness) {
      if (deafness === undefined) {
        log.warn({}, 'LISTEN hears again');
        return;
      }
      const { because, change } = ABOUT_DEAFNESS[deafness.kind];
      const reason = deafness.kind === 'not-connected' ? { reason: deafness.reason } : {};
      log.error({ change, ...reason }, `${because}: events reach the panes seconds late`);
    },
    room(isShort) {
      const { because, change } = ABOUT_SHORT_ROOM;
      if (isShort) log.error({ change }, `${because}: where it is full the service ends`);
      else log.warn({}, 'the disk of DATA_DIR has room again');
    },
    standing(standing, code) {
      if (standing === 'known') log.warn({}, 'Entra knows the registration: tenants are judged');
      else if (standing === 'no-token')
        log.warn(
          { code },
          'Entra gives no token in HOME_TENANT: until it does, no organisation is newly said to have granted nothing',
        );
      else if (standing === 'disabled')
        log.error(
          { code },
          'Entra calls CLIENT_ID switched off in HOME_TENANT too: no organisation is said to have switched it off until the registration is activated, and its enterprise application in HOME_TENANT enabled',
        );
      else
        log.error(
          { code },
          'Entra does not know CLIENT_ID in HOME_TENANT: nobody is judged until CLIENT_ID or the registration is right',
        );
    },
    noAnswer({ because, code }) {
      log.warn({ because, code }, 'Microsoft gave no answer');
    },
  };
}
