import {
  AuthenticationHandler,
  Client,
  GraphError,
  RetryHandler,
  type AuthenticationProvider,
  type Context,
  type Middleware,
} from '@microsoft/microsoft-graph-client';
import { type Fields, isFields } from '../core/fields';
import {
  APPLICATION_FIELDS,
  type Application,
  type KeyCredential,
  parseApplication,
} from '../core/registration/application';
import type { ApplicationPatch } from '../core/registration/compare';
import type { WantedRegistration } from '../core/registration/wanted';
import { parseTenantId, type TenantId } from '../core/tenant';

/** The organisation in which somebody is signed in. */
export interface Organisation {
  readonly id: TenantId;
  readonly displayName: string;
}

/** What a registration is found by: its client id, or the key that it was made with. */
export type Sought = { readonly clientId: string } | { readonly uniqueName: string };

/** What was deleted in the last 30 days: so long Entra keeps it, and the registration's name with it. */
export interface Deleted {
  readonly id: string;
  readonly appId: string;
  readonly displayName: string;
}

/** Registrations in Microsoft Graph, with the sign-in of whoever registers. Each call rejects with a `GraphRefusal`. */
export interface GraphApplications {
  organisation(): Promise<Organisation>;
  /** Undefined where there is none. */
  find(by: Sought): Promise<Application | undefined>;
  findDeleted(kind: 'application' | 'servicePrincipal', by: Sought): Promise<Deleted | undefined>;
  /** By the id of what was deleted. A registration comes without its service principal. */
  restore(id: string): Promise<void>;
  create(wanted: WantedRegistration): Promise<Application>;
  update(id: string, patch: ApplicationPatch): Promise<void>;
  /** Adds a certificate (DER in base64) beside those that are there at that moment. */
  addCertificate(id: string, name: string, key: string): Promise<void>;
  /** Answers the secret; Entra tells it this once. */
  addSecret(id: string, name: string): Promise<string>;
  /** Whether the application is in the organisation itself: without that it gets no token there. */
  hasServicePrincipal(clientId: string): Promise<boolean>;
  addServicePrincipal(clientId: string): Promise<void>;
}

/** Graph said no, or nothing; the message is for whoever registers. */
export class GraphRefusal extends Error {
  override readonly name = 'GraphRefusal';
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    cause: unknown,
  ) {
    super(message, { cause });
  }
}

/**
 * What has just been made is not everywhere at once (https://learn.microsoft.com/en-us/graph/api/application-post-applications):
 * the pause before each further try.
 */
const PAUSES_MS = [1_000, 2_000, 4_000, 8_000, 15_000];
/** The same for what may not be there at all, which is to be told soon. */
const SHORT_PAUSES_MS = PAUSES_MS.slice(0, 3);

export function createGraphApplications(parts: {
  readonly graphOrigin: string;
  readonly getToken: () => Promise<string>;
  readonly fetch: typeof globalThis.fetch;
  readonly pause: (ms: number) => Promise<void>;
}): GraphApplications {
  const { graphOrigin, getToken, fetch, pause } = parts;
  const client = clientFor(graphOrigin, getToken, fetch);

  const whenThere = async <T>(task: () => Promise<T>, pausesMs = PAUSES_MS): Promise<T> => {
    for (const ms of pausesMs) {
      try {
        return await task();
      } catch (error) {
        if (!isNotThereYet(error)) throw refusalOf(error);
        await pause(ms);
      }
    }
    return asked(task);
  };
  const asked = async <T>(task: () => Promise<T>): Promise<T> => {
    try {
      return await task();
    } catch (error) {
      throw refusalOf(error);
    }
  };
  const orNothing = async <T>(answer: Promise<T>): Promise<T | undefined> => {
    try {
      return await answer;
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal.status === 404) return undefined;
      throw refusal;
    }
  };

  return {
    organisation: () =>
      asked(async () => {
        const answer: unknown = await client.api('/organization').select('id,displayName').get();
        const first: unknown = isFields(answer) && Array.isArray(answer['value']) ? answer['value'][0] : {};
        const { id, displayName } = isFields(first) ? first : {};
        const tenant = parseTenantId(String(id));
        if (!tenant) throw new Error('Graph named no organisation');
        return { id: tenant, displayName: typeof displayName === 'string' ? displayName : '' };
      }),
    async find(by) {
      const key = 'clientId' in by ? `appId='${by.clientId}'` : `uniqueName='${by.uniqueName}'`;
      const answer = whenThere<unknown>(
        () => client.api(`/applications(${key})`).select(APPLICATION_FIELDS).get(),
        // Where the settings name none, there mostly is none.
        'clientId' in by ? SHORT_PAUSES_MS : [],
      );
      return parseApplication(await orNothing(answer));
    },
    findDeleted: (kind, by) =>
      asked(async () => {
        let path: string | undefined = `/directory/deletedItems/microsoft.graph.${kind}`;
        while (path !== undefined) {
          const answer: unknown = await client.api(path).get();
          const { value, '@odata.nextLink': next } = isFields(answer) ? answer : {};
          const found = (Array.isArray(value) ? value : [])
            .filter(isFields)
            .find((one) =>
              'clientId' in by
                ? String(one['appId']).toLowerCase() === by.clientId
                : one['uniqueName'] === by.uniqueName,
            );
          if (found) {
            const { id, appId, displayName } = found;
            return {
              id: String(id),
              appId: String(appId).toLowerCase(),
              displayName: String(displayName),
            };
          }
          path = typeof next === 'string' ? next : undefined;
        }
        return undefined;
      }),
    restore: (id) => asked(() => client.api(`/directory/deletedItems/${id}/restore`).post({})),
    create: (wanted) =>
      asked(async () => {
        const answer: unknown = await client
          .api('/applications')
          .post(wanted)
          .catch((error: unknown) => {
            // Neither it nor a deleted one was found before.
            throw /value for property uniqueName already exists/.test(String(error))
              ? new Error(
                  'Microsoft has a registration of this name already, and does not show it yet: run this again in a minute. If it stays so, look for it in the admin center, also among the Deleted applications, and write its client id into the settings.',
                  { cause: error },
                )
              : error;
          });
        const made = parseApplication(answer);
        if (!made) throw new Error('Graph answered with no application');
        return made;
      }),
    update: (id, patch) => whenThere(() => client.api(`/applications/${id}`).patch(patch)),
    addCertificate: (id, displayName, key) =>
      whenThere(async () => {
        const path = `/applications/${id}`;
        const there = parseApplication(await client.api(path).select('id,appId,keyCredentials').get());
        await client.api(path).patch({
          keyCredentials: [
            ...(there?.keyCredentials ?? []).map(asItCame),
            { type: 'AsymmetricX509Cert', usage: 'Verify', displayName, key },
          ],
        });
      }),
    async addSecret(id, displayName) {
      let secret: unknown;
      await whenThere(async () => {
        const answer: unknown = await client
          .api(`/applications/${id}/addPassword`)
          .post({ passwordCredential: { displayName } });
        secret = isFields(answer) ? answer['secretText'] : undefined;
      });
      if (typeof secret !== 'string') throw new Error('Graph answered with no secret');
      return secret;
    },
    hasServicePrincipal: async (clientId) =>
      (await orNothing(client.api(`/servicePrincipals(appId='${clientId}')`).select('id').get())) !==
      undefined,
    addServicePrincipal: (appId) =>
      whenThere(async () => {
        try {
          await client.api('/servicePrincipals').post({ appId });
        } catch (error) {
          // It is there already, and was not shown yet.
          if (!(error instanceof GraphError && error.statusCode === 409)) throw error;
        }
      }),
  };
}

/** The list is written whole, with what was just read of the others. */
const asItCame = ({ key, ...entry }: KeyCredential): Fields => ({
  ...Object.fromEntries(Object.entries(entry).filter(([name]) => name !== 'thumbprint')),
  key: key || null,
});

/** 404 for an object made a moment ago; 400 with this sentence for a service principal of such a one. */
const isNotThereYet = (error: unknown): boolean =>
  error instanceof GraphError &&
  (error.statusCode === 404 || /does not reference a valid application object/.test(error.message));

function refusalOf(error: unknown): GraphRefusal {
  if (error instanceof GraphRefusal) return error;
  if (!(error instanceof GraphError)) {
    return new GraphRefusal(0, '', error instanceof Error ? error.message : String(error), error);
  }
  const { statusCode, code, message } = error;
  // What a policy of the organisation forbids, no role allows.
  const roles = /policy/i.test(`${code ?? ''} ${message}`)
    ? ''
    : ' It takes an Application Administrator, Cloud Application Administrator or Global Administrator.';
  const says =
    statusCode === 403
      ? `Microsoft Graph refuses it: ${message}${roles}`
      : statusCode > 0
        ? `Microsoft Graph answered ${statusCode} ${code ?? ''}: ${message}`
        : `Microsoft Graph did not answer: ${message}`;
  return new GraphRefusal(statusCode, code ?? '', says, error);
}

/** The SDK's own chain, on the given `fetch`. */
function clientFor(
  graphOrigin: string,
  getToken: () => Promise<string>,
  fetch: typeof globalThis.fetch,
): Client {
  const provider: AuthenticationProvider = { getAccessToken: getToken };
  const authentication = new AuthenticationHandler(provider);
  const retries = new RetryHandler();
  const network: Middleware = {
    async execute(context: Context) {
      context.response = await fetch(context.request, context.options);
    },
  };
  authentication.setNext(retries);
  retries.setNext(network);
  return Client.initWithMiddleware({
    middleware: authentication,
    baseUrl: graphOrigin,
    defaultVersion: 'v1.0',
    customHosts: new Set([new URL(graphOrigin).hostname]),
  });
}
