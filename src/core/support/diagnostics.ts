import { REQUEST_EVENT_KINDS, type RequestEvent } from '../api/request-events';
import { WATCH_EVENTS, WATCH_MODES } from '../asking/watch-words';
import { CLOUD_NAMES } from '../cloud';
import { CAUSES, NEXT_STEPS } from '../consent/cause';
import { CHECK_NAMES } from '../consent/check-name';
import { PROBE_MANNERS } from '../consent/manner';
import { BREADTHS, FINDING_STATES } from '../consent/reach';
import type { Finding, Verdict } from '../consent/verdict';
import { present } from '../fields';
import { SHARED_BY } from '../share-way';
import { THEME_KINDS } from '../theme-kind';
import { parseTenantId } from '../tenant';
import { HOSTS, KINDS, PERMISSION_IDS, PLATFORMS, REQUIREMENT_SETS } from './allowed-words';
import { SIGN_INS } from './diagnosis/diagnosis';
import { redact } from './redact';
import {
  codeOf,
  count,
  duration,
  fitting,
  guid,
  LOCALE,
  mailDomain,
  SET_VERSION,
  time,
  timeOfText,
  VERSION,
  WITHHELD,
  word,
} from './allowed-values';

/*
 * The file that a person can send to support. It is made of what is on the lists of `allowed-words.ts` and of nothing
 * else: whatever is not the word, the number or the id that a field is for becomes "withheld". What it never holds:
 * tokens, mail, addresses (only their domain), names of people, links and ids of requests.
 */

/** One entry of the log, oldest first: what an adapter's `recent()` answers. */
export interface LoggedEvent {
  readonly atMs: number;
  readonly event: string;
  readonly facts: Readonly<Record<string, string | number | boolean>>;
}

/** What is known, as it is known: nothing of it is trusted to be clean. */
export interface DiagnosticFacts {
  readonly madeAtMs: number;
  readonly versions: {
    readonly pane?: string | undefined;
    readonly service?: string | undefined;
    readonly office?: string | undefined;
    readonly msal?: string | undefined;
    readonly host?: string | undefined;
  };
  readonly hostName?: string | undefined;
  readonly platform?: string | undefined;
  readonly signIn?: string | undefined;
  /** Requirement sets by name, with the highest version that the host supports. */
  readonly requirementSets?: Readonly<Record<string, string>>;
  readonly locale?: string | undefined;
  readonly theme?: string | undefined;
  readonly cloudName: string;
  readonly clientId: string;
  readonly tenantId?: string | undefined;
  /** The mailbox's address or domain; only the domain comes into the file. */
  readonly mail?: string | undefined;
  readonly verdict: Verdict;
  readonly verdictAtMs?: number | undefined;
  readonly watch?: {
    readonly mode: string;
    readonly step: number;
    readonly nextProbeAtMs?: number | undefined;
  };
  readonly log: readonly LoggedEvent[];
  readonly request?: { readonly way: string; readonly sharedAtMs: number } | undefined;
  readonly history: readonly RequestEvent[];
}

/** A verdict in the file. Times are ISO 8601 in UTC. */
export interface DiagnosticVerdict {
  readonly at?: string;
  /** The verdict's kind, as `required`. */
  readonly kind: string;
  /** The named check that gave it. */
  readonly because: string;
  readonly breadth?: string;
  readonly cause?: string;
  readonly next?: string;
  /** Microsoft's code, as `AADSTS65001`. */
  readonly code?: string;
  /** Microsoft's correlation id: its support finds the sign-in by it. */
  readonly correlationId?: string;
}

/** The file, version 1. The version rises when a field changes its meaning. */
export interface DiagnosticFile {
  readonly type: 'extendsync.diagnostics';
  readonly version: 1;
  readonly madeAt: string;
  readonly versions: Readonly<Partial<Record<keyof DiagnosticFacts['versions'], string>>>;
  readonly host: {
    readonly name?: string;
    readonly platform?: string;
    /** How tokens are got: over the host's bridge, or by MSAL's standard client. */
    readonly signIn?: string;
    readonly requirementSets: Readonly<Record<string, string>>;
    /** BCP 47. */
    readonly locale?: string;
    readonly theme?: string;
  };
  readonly cloud: string;
  /** The application's own id; public. */
  readonly clientId: string;
  /**
   * The tenant's id. It names an organisation and no person, Microsoft publishes it for every domain, and without it
   * support can look nothing up.
   */
  readonly tenantId?: string;
  readonly mailDomain?: string;
  readonly verdict: DiagnosticVerdict;
  /** Each permission with what was found: `tenant`, `this-user`, `held`, `missing` or `not-known`. */
  readonly permissions: readonly { readonly id: string; readonly state: string }[];
  /** The verdicts of this pane, oldest first. */
  readonly verdicts: readonly DiagnosticVerdict[];
  readonly watch: {
    readonly mode?: string;
    readonly step?: number;
    readonly nextProbeAt?: string;
    /** What the watch did, oldest first. */
    readonly history: readonly {
      readonly at: string;
      readonly event: string;
      readonly mode?: string;
      readonly manner?: string;
      readonly delayMs?: number;
    }[];
  };
  /** The request to an administrator: how and when, and what happened to it; neither its id nor its link. */
  readonly request: {
    readonly way?: string;
    readonly sharedAt?: string;
    readonly history: readonly { readonly at: string; readonly kind: string }[];
  };
}

type VerdictFields = Readonly<Partial<Record<keyof DiagnosticVerdict, unknown>>>;

const verdictOf = (fields: VerdictFields, atMs: unknown): DiagnosticVerdict =>
  present<DiagnosticVerdict>({
    at: time(atMs),
    kind: word(fields.kind, KINDS) ?? WITHHELD,
    because: word(fields.because, CHECK_NAMES) ?? WITHHELD,
    breadth: word(fields.breadth, BREADTHS),
    cause: word(fields.cause, CAUSES),
    next: word(fields.next, NEXT_STEPS),
    code: codeOf(fields.code),
    correlationId: guid(fields.correlationId),
  });

/** Makes the file. It never throws, and nothing comes into it but what the lists above allow. */
export function diagnosticFile(facts: DiagnosticFacts): DiagnosticFile {
  const { versions, verdict, watch, request } = facts;
  const findings: readonly Finding[] = 'findings' in verdict ? verdict.findings : [];
  const sets = facts.requirementSets ?? {};
  return {
    type: 'extendsync.diagnostics',
    version: 1,
    madeAt: time(facts.madeAtMs) ?? WITHHELD,
    versions: present<DiagnosticFile['versions']>({
      pane: fitting(versions.pane, VERSION),
      service: fitting(versions.service, VERSION),
      office: fitting(versions.office, VERSION),
      msal: fitting(versions.msal, VERSION),
      host: fitting(versions.host, VERSION),
    }),
    host: present<DiagnosticFile['host']>({
      name: word(facts.hostName, HOSTS),
      platform: word(facts.platform, PLATFORMS),
      signIn: word(facts.signIn, SIGN_INS),
      requirementSets: Object.fromEntries(
        REQUIREMENT_SETS.flatMap((name) => {
          const version = Object.hasOwn(sets, name) ? fitting(sets[name], SET_VERSION) : undefined;
          return version === undefined ? [] : [[name, version] as const];
        }),
      ),
      locale: fitting(facts.locale, LOCALE),
      theme: word(facts.theme, THEME_KINDS),
    }),
    cloud: word(facts.cloudName, CLOUD_NAMES) ?? WITHHELD,
    clientId: guid(facts.clientId) ?? WITHHELD,
    ...present<{ tenantId?: string; mailDomain?: string }>({
      tenantId: facts.tenantId === undefined ? undefined : (parseTenantId(facts.tenantId) ?? WITHHELD),
      mailDomain: mailDomain(facts.mail),
    }),
    verdict: verdictOf(verdict, facts.verdictAtMs),
    permissions: findings.map(({ id, state }) => ({
      id: PERMISSION_IDS.has(id) ? id : WITHHELD,
      state: word(state, FINDING_STATES) ?? WITHHELD,
    })),
    verdicts: facts.log
      .filter(({ event }) => event === 'verdict')
      .map(({ facts: logged, atMs }) => verdictOf(logged, atMs)),
    watch: {
      ...present<{ mode?: string; step?: number; nextProbeAt?: string }>({
        mode: word(watch?.mode, WATCH_MODES),
        step: count(watch?.step),
        nextProbeAt: time(watch?.nextProbeAtMs),
      }),
      history: facts.log
        .filter(({ event }) => WATCH_EVENTS.some((one) => one === event))
        .map(({ event, atMs, facts: logged }) =>
          present<DiagnosticFile['watch']['history'][number]>({
            at: time(atMs) ?? WITHHELD,
            event,
            mode: word(logged['mode'], WATCH_MODES),
            manner: word(logged['manner'], PROBE_MANNERS),
            delayMs: duration(logged['delayMs']),
          }),
        ),
    },
    request: {
      ...present<{ way?: string; sharedAt?: string }>({
        way: word(request?.way, SHARED_BY),
        sharedAt: time(request?.sharedAtMs),
      }),
      history: facts.history.map(({ kind, at }) => ({
        at: timeOfText(at) ?? WITHHELD,
        kind: word(kind, REQUEST_EVENT_KINDS) ?? WITHHELD,
      })),
    },
  };
}

/** The file as it is copied or downloaded: JSON, passed through the sieve once more. */
export const diagnosticText = (file: DiagnosticFile): string =>
  JSON.stringify(file, (_, value: unknown) => (typeof value === 'string' ? redact(value) : value), 2);

/** A file name without anything in it but the time. */
export const diagnosticFileName = (file: DiagnosticFile): string =>
  `extendsync-diagnostics-${file.madeAt.replace(/[^0-9TZ]/g, '')}.json`;
