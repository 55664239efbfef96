/** An answer that can be given again while the service is away. */
export interface RememberedAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: Buffer;
}

/** What decides whether an answer may be kept. */
export interface Answered {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly cacheControl: string | undefined;
  readonly setsCookie: boolean;
}

const STATIC_FILE = /\.(html|js|mjs|css|svg|png|ico|json|map|woff2?|txt|webmanifest)$/i;

/**
 * Is this a page or static file that a content delivery network with stale-if-error (RFC 5861, section 4) would keep?
 * Answers marked `no-store` or `private` are not kept, answers of the API never.
 */
export function isMemorable(answered: Answered): boolean {
  const isFile =
    answered.path === '/' || (STATIC_FILE.test(answered.path) && !answered.path.startsWith('/api/'));
  const isForbidden = /\b(no-store|private)\b/i.test(answered.cacheControl ?? '');
  return (
    answered.method === 'GET' && answered.status === 200 && isFile && !isForbidden && !answered.setsCookie
  );
}

/** The memory: one answer for each path and accepted encoding. The query is ignored, as pages and files ignore it. */
export class AnswerMemory {
  readonly #answers = new Map<string, RememberedAnswer>();

  #key(path: string, encoding: string): string {
    return `${encoding} ${path}`;
  }

  keep(path: string, encoding: string, answer: RememberedAnswer): void {
    this.#answers.set(this.#key(path, encoding), answer);
  }

  find(path: string, encoding: string): RememberedAnswer | undefined {
    return this.#answers.get(this.#key(path, encoding));
  }
}
