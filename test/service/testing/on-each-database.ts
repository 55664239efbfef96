import { setTimeout as turn } from 'node:timers/promises';
import type { App } from '../../../src/service/http/app';
import type { Settings } from '../../../src/service/settings';
import type { ServiceParts } from '../../../src/service/service';
import {
  DATABASE_KINDS,
  emptyTables,
  startDatabases,
  type DatabaseKind,
  type DatabaseServer,
  type EmptyDatabase,
} from './databases';
import { startServiceWorld, type ServiceWorld } from './service-world';
import { watchDatabase, type WatchedDatabase } from './watched-database';

/** Starting an embedded database and a server takes seconds on a busy machine. */
const START_LIMIT_MS = 90_000;

/** What a test finds when it begins: nobody has granted anything, the database is empty, one service is running. */
export interface Scene {
  readonly kind: DatabaseKind;
  readonly world: ServiceWorld;
  readonly app: App;
  readonly empty: EmptyDatabase;
  /** The service is stopped, time passes, and another one is started. */
  sleep(ms: number): Promise<void>;
  /** Resolves when what the service does behind its answers' backs waits for nothing but the clock. */
  settled(): Promise<void>;
  /**
   * Time passes, a step each time that the service waits for it, until `awaited` has come. A fixed number of steps would be
   * over before a busy machine has begun the work that sets a timer.
   */
  untilCome<T>(awaited: Promise<T>, stepMs?: number): Promise<T>;
}

/** Longer than anything of an organisation or a user is remembered outside the database. */
const FORGOTTEN_AFTER_MS = 61_000;

/** Tells the same stories on every kind of database; each story gets an empty database and a service of its own. */
export function onEachDatabase(
  tell: (scene: Scene) => void,
  options: {
    readonly kinds?: readonly DatabaseKind[];
    readonly parts?: Partial<ServiceParts>;
    readonly settings?: Partial<Settings>;
    /** What is so in the world before the service starts. */
    readonly prepare?: (world: ServiceWorld) => void;
    /** The stories share a service too: starting one takes longer than most of them. */
    readonly keepsService?: true;
  } = {},
): void {
  describe.each(options.kinds ?? DATABASE_KINDS)('on %s', (kind) => {
    let world: ServiceWorld;
    let databases: DatabaseServer;
    let empty: EmptyDatabase;
    let watched: WatchedDatabase;
    let app: App;
    let isStanding = false;

    // The machine may be busy; a story that hangs is found all the same.
    jest.setTimeout(30_000);

    beforeAll(async () => {
      [world, databases] = await Promise.all([startServiceWorld(), startDatabases(kind)]);
    }, START_LIMIT_MS);
    beforeEach(async () => {
      world.entra.reset();
      options.prepare?.(world);
      if (isStanding) {
        await world.clock.advance(FORGOTTEN_AFTER_MS);
        await watched.settled();
        await emptyTables(empty.database);
        return;
      }
      const found = await databases.withTables();
      watched = watchDatabase(found.database);
      empty = { ...found, database: watched.database };
      app = await world.startService(empty.database, options.parts, options.settings);
      isStanding = options.keepsService === true;
    }, START_LIMIT_MS);
    afterEach(async () => {
      if (!isStanding) await world.stopServices();
    });
    afterAll(async () => {
      await world.stop();
      await databases.stop();
    }, START_LIMIT_MS);

    const settled = async () => {
      do {
        while (world.unanswered() > 0) await turn(1);
        await watched.settled();
      } while (world.unanswered() > 0);
    };

    tell({
      kind,
      get world() {
        return world;
      },
      get app() {
        return app;
      },
      get empty() {
        return empty;
      },
      settled,
      async untilCome(awaited, stepMs = 1_000) {
        let isThere = false;
        const over = () => {
          isThere = true;
        };
        awaited.then(over, over);
        for (await settled(); !isThere; await settled()) await world.clock.advance(stepMs);
        return awaited;
      },
      async sleep(ms) {
        await world.stopServices();
        await world.clock.advance(ms);
        app = await world.startService(empty.database, options.parts, options.settings);
      },
    });
  });
}
