import path from 'node:path';
import type { BrowserContext } from '@playwright/test';

/** Something that happened in a page, by the page's own clock. */
export interface Mark {
  /** `first-paint`, `last-state`, `screens`, `verdict`, `green`, or `pressed <words of the button>`. */
  readonly name: string;
  /** Origin and path of the page. */
  readonly page: string;
  /** Milliseconds since that page's navigation began. */
  readonly atMs: number;
  /** The same moment since the Unix epoch, to compare pages with each other. */
  readonly wallMs: number;
}

export interface Marks {
  /** The first such mark from now on, or since the last `forget`. Rejects when it has not come within the limit. */
  wait(name: string, page: string): Promise<Mark>;
  /** Those that have come since the last `forget`. */
  list(): readonly Mark[];
  forget(): void;
}

const LIMIT_MS = 30_000;

/** Has every page of the context tell what happens in it. To be called before a page is opened. */
export async function watchMarks(context: BrowserContext): Promise<Marks> {
  let marks: Mark[] = [];
  const listeners = new Set<() => void>();
  await context.exposeBinding('benchMarked', (_source, mark: Mark) => {
    marks.push(mark);
    for (const hear of [...listeners]) hear();
  });
  await context.addInitScript({ path: path.join(__dirname, 'page-marks.js') });
  return {
    wait(name, page) {
      return new Promise((resolve, reject) => {
        const look = (): void => {
          const found = marks.find((mark) => mark.name === name && mark.page === page);
          if (!found) return;
          clearTimeout(timer);
          listeners.delete(look);
          resolve(found);
        };
        const timer = setTimeout(() => {
          listeners.delete(look);
          const seen = marks.map((mark) => `${mark.name} in ${mark.page}`).join('; ');
          reject(new Error(`"${name}" did not come in ${page}. Came: ${seen || 'nothing'}.`));
        }, LIMIT_MS);
        listeners.add(look);
        look();
      });
    },
    list: () => marks,
    forget() {
      marks = [];
    },
  };
}
