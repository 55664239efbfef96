/**
 * The simulated Outlook's own control API, JSON on its own origin, for the panel and for tests:
 *
 * - `GET /simulated/host/state` answers `HostState`.
 * - `POST /simulated/host/scenario` with `{ name }` puts the world into a named scenario and answers `ScenarioApplied`.
 * - `POST /simulated/host/service` with `{ action: 'stop' | 'start' | 'restart' | 'kill' }` answers `HostState`.
 * - `POST /simulated/host/clock` with `{ forwardMs }` puts the clock of tenant, service and pane forward.
 * - `POST /simulated/host/office-js` with `{ held: true | false }` holds office.js back, or lets it go.
 * - `POST /simulated/host/ledger` lets fifty organisations show themselves to the service.
 * - `POST /simulated/webhooks` takes the service's webhooks; `HostState` has what came.
 * - `POST /simulated/host/reset` forgets all grants, faults, policies and mailbox settings and starts the service.
 * - `GET` and `PUT /simulated/host/settings/{mailbox}`: the roaming settings of one mailbox, name to JSON text.
 */
import type { HostOptions } from './host-options';
import type { Delivery } from '../webhook-receiver';
import type { Person } from './host/person';

export interface ScenarioSummary {
  readonly name: string;
  /** For people: what has happened before the window opens. */
  readonly title: string;
  readonly story: string;
  /** What to look at, or to do and then look at. */
  readonly lookAt: string;
}

export interface HostState {
  readonly serviceIsRunning: boolean;
  /** How far the world's clock is ahead of the machine's. */
  readonly aheadMs: number;
  readonly scenarios: readonly ScenarioSummary[];
  readonly people: readonly Person[];
  readonly entraOrigin: string;
  readonly paneOrigin: string;
  /** Origins to which the add-in's dialogs may go besides its own. */
  readonly appDomains: readonly string[];
  /** Webhooks of the service, the newest first. */
  readonly webhooks: readonly Delivery[];
}

export interface ScenarioApplied {
  readonly name: string;
  /** Options of the window that belong to the scenario. */
  readonly host: Partial<HostOptions>;
}

export type ServiceAction = 'stop' | 'start' | 'restart' | 'kill';

export const serviceActions: readonly ServiceAction[] = ['stop', 'start', 'restart', 'kill'];
