import type { Clock } from '../../ports';
import { loadAgain } from '../browser/load-again';
import { TIMED_OUT, within } from '../browser/time-limit';
import { officeScript } from './script';

export type OfficeApi = typeof Office;

/** office.js once it has met its host. */
export interface HostedOffice {
  readonly office: OfficeApi;
  readonly hostName: string;
  readonly platform?: string | undefined;
}

export interface OfficeReady {
  /** The host; undefined where there is none, or none that has answered within the time limit. */
  whenReady(): Promise<HostedOffice | undefined>;
  /** The same, at once: undefined as long as the host has not answered. For calls that a click's permission must reach. */
  now(): HostedOffice | undefined;
  /** Hands the host over once, whenever it comes: also one that answers after the time limit. */
  onHost(hear: (hosted: HostedOffice) => void): void;
}

/** A window in which office.js may have put its `Office`. */
export type OfficeWindow = Window & { Office?: OfficeApi };

// Measured: 1.3 to 2.2 seconds until onReady in a slow frame. The pane goes on without a host that takes longer than
// this, and takes it when it comes (https://github.com/OfficeDev/office-js/issues/3330).
const LIMIT_MS = 10_000;

/**
 * Waits for the office.js script element, which loads beside the page's own scripts, then for `Office.onReady`
 * (https://learn.microsoft.com/en-us/office/dev/add-ins/develop/initialize-add-in). Outside any host Office.js answers
 * with host null. A script that was blocked or cut is asked for again until it comes; nobody waits for that.
 */
export function createOfficeReady(window: OfficeWindow, clock: Clock): OfficeReady {
  let hosted: HostedOffice | undefined;
  let introduced: Promise<HostedOffice | undefined> | undefined;
  let awaited: Promise<HostedOffice | undefined> | undefined;
  let giveUp: (answer: undefined) => void;
  const failure = new Promise<undefined>((resolve) => (giveUp = resolve));
  const introduction = (): Promise<HostedOffice | undefined> =>
    (introduced ??= loadAgain(
      () => scriptLoaded(window),
      clock,
      () => giveUp(undefined),
    )
      .then(() => introduce(window))
      .then(
        (answer) => (hosted = answer),
        () => undefined,
      ));
  return {
    whenReady() {
      if (hosted !== undefined) return Promise.resolve(hosted);
      awaited ??= within(clock, LIMIT_MS, Promise.race([introduction(), failure])).then((answer) =>
        answer === TIMED_OUT ? undefined : answer,
      );
      return awaited;
    },
    now: () => hosted,
    onHost(hear) {
      void introduction().then((answer) => {
        if (answer !== undefined) hear(answer);
      });
    },
  };
}

async function introduce(window: OfficeWindow): Promise<HostedOffice | undefined> {
  const office = window.Office;
  if (office === undefined || typeof office.onReady !== 'function') return undefined;
  // The declarations promise a host; outside one it is null.
  const { host, platform } = (await office.onReady()) as {
    readonly host: unknown;
    readonly platform: unknown;
  };
  if (typeof host !== 'string' || host === '') return undefined;
  return { office, hostName: host, platform: typeof platform === 'string' ? platform : undefined };
}

function scriptLoaded(window: OfficeWindow): Promise<void> {
  const script = officeScript(window.document);
  if (window.Office !== undefined || script === undefined) return Promise.resolve();
  return new Promise((resolve, reject) => {
    script.addEventListener('load', () => resolve(), { once: true });
    script.addEventListener('error', reject, { once: true });
  });
}

/** Whether the host declares a requirement set; false where office.js cannot tell. */
export function declares(office: OfficeApi, set: string, version: string): boolean {
  try {
    return office.context.requirements.isSetSupported(set, version);
  } catch {
    return false;
  }
}
