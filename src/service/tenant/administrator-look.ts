import { aadstsCodeIn } from '../../core/consent/entra-errors';
import { approverRolesIn } from '../../core/directory-roles';
import { holdsScope } from '../../core/permissions';
import { parseTenantId, type TenantId } from '../../core/tenant';
import type { Clock } from '../../ports';
import { timeLimit } from '../clock';
import type { RedeemCode } from './administrator-token';
import { readDirectory, readOwnRoles, type DirectorySeen } from './directory';
import type { LookFacts } from './facts';
import { createGraphReader, type GraphReader } from './graph-reader';

/** What came of an administrator's sign-in. Nothing here names anybody, and their tokens are gone. */
export type LookSeen =
  | {
      /** `no-tokens`: Entra gave none. `forged`: they do not belong to this sign-in. `unread`: Graph did not answer. */
      readonly kind: 'no-tokens' | 'forged' | 'other-tenant' | 'unread';
      /** Entra's code, for the log and the page. */
      readonly code?: string | undefined;
    }
  | (Visitor & { readonly kind: 'came' | 'may-not-read' })
  | (Visitor & { readonly kind: 'read'; readonly facts: LookFacts });

interface Visitor {
  readonly tenant: TenantId;
  /**
   * Whether Microsoft says that they hold a role that may approve. To read grants shows nothing of the kind: readers of
   * the directory may (https://learn.microsoft.com/en-us/graph/api/oauth2permissiongrant-list), and by one page of
   * Microsoft's every member (https://learn.microsoft.com/en-us/entra/fundamentals/users-default-permissions).
   */
  readonly isAdministrator: boolean;
}

export interface LookQuestion {
  /** Whose grant it is about; undefined: the tenant of the account. */
  readonly tenant: TenantId | undefined;
  readonly code: string;
  readonly codeVerifier: string;
  readonly nonce: string;
  readonly redirectUri: string;
  /** The scopes that were asked for at the sign-in. */
  readonly scopes: readonly string[];
  readonly readsGrants: boolean;
  /** Whether something depends on their roles. */
  readonly asksRoles: boolean;
}

/** Redeems the code and reads what everybody in the tenant has granted. Never rejects. */
export type TakeLook = (question: LookQuestion) => Promise<LookSeen>;

/** A browser waits for it, on a blank page. */
const LOOK_LIMIT_MS = 12_000;
/** The roles are asked for beside the reading, which must not wait for them. */
const ROLES_LIMIT_MS = 6_000;
/**
 * A grant that was made a moment ago may not be shown yet, and only this token can read it: so it is read again while the
 * token is at hand, and then never more.
 */
const READ_AGAIN_AFTER_MS = [700, 1_500, 3_000] as const;

export function createAdministratorLook(parts: {
  readonly clientId: string;
  readonly graphOrigin: string;
  /** The delegated scopes without which nothing is green: a reading that lacks one is repeated. */
  readonly wantedScopes: readonly string[];
  readonly redeem: RedeemCode;
  readonly fetch: typeof globalThis.fetch;
  readonly clock: Clock;
}): TakeLook {
  const { clientId, graphOrigin, wantedScopes, redeem, fetch, clock } = parts;

  const read = (graph: GraphReader): Promise<DirectorySeen> =>
    readDirectory(graph, { clientId, scopes: wantedScopes, roles: undefined });

  /** Tokens name roles only where the registration asks for them. A failure may pass: it is asked once more. */
  const isApprover = async (wids: unknown, accessToken: string, asksRoles: boolean): Promise<boolean> => {
    const told = approverRolesIn(wids);
    if (told || !asksRoles) return (told ?? []).length > 0;
    const limit = timeLimit(clock, ROLES_LIMIT_MS);
    try {
      const graph = createGraphReader({ graphOrigin, accessToken, signal: limit.signal, fetch, clock });
      const roles = (await readOwnRoles(graph)) ?? (await readOwnRoles(graph));
      return (approverRolesIn(roles) ?? []).length > 0;
    } finally {
      limit.end();
    }
  };

  return async (question) => {
    const limit = timeLimit(clock, LOOK_LIMIT_MS);
    try {
      const { code, codeVerifier, nonce, redirectUri, scopes } = question;
      const answer = await redeem(
        { tenant: question.tenant ?? 'organizations', code, codeVerifier, nonce, redirectUri, scopes },
        limit.signal,
      );
      if (!answer.ok) {
        const { refusal } = answer;
        return refusal.errorCode === 'nonce_mismatch'
          ? { kind: 'forged' }
          : { kind: 'no-tokens', code: aadstsCodeIn(refusal.text) };
      }
      const { claims, accessToken } = answer;
      const tenant = parseTenantId(claims['tid']);
      if (!tenant || claims['aud'] !== clientId || claims['nonce'] !== nonce) return { kind: 'forged' };
      if (question.tenant !== undefined && tenant !== question.tenant) return { kind: 'other-tenant' };

      const graph = createGraphReader({ graphOrigin, accessToken, signal: limit.signal, fetch, clock });
      const asked = isApprover(claims['wids'], accessToken, question.asksRoles);
      const visitor = async (): Promise<Visitor> => ({ tenant, isAdministrator: await asked });
      if (!question.readsGrants) return { kind: 'came', ...(await visitor()) };

      let seen = await read(graph);
      for (const pauseMs of READ_AGAIN_AFTER_MS) {
        const { directory } = seen;
        if (seen.trouble || directory.kind === 'not-permitted') break;
        if (
          directory.kind === 'read' &&
          wantedScopes.every((scope) => holdsScope(directory.tenantScopes, scope))
        )
          break;
        await new Promise<void>((resolve) => void clock.after(pauseMs, resolve));
        if (limit.signal.aborted) break;
        const again = await read(graph);
        // What was read stands, whatever became of a second question.
        if (!again.trouble) seen = again;
      }
      if (seen.trouble || seen.directory.kind === 'not-shown') return { kind: 'unread' };
      if (seen.directory.kind === 'not-permitted') return { kind: 'may-not-read', ...(await visitor()) };
      const { tenantName, enabled, assignmentRequired, tenantScopes } = seen.directory;
      return {
        kind: 'read',
        ...(await visitor()),
        facts: { tenantName, enabled, assignmentRequired, tenantScopes },
      };
    } finally {
      limit.end();
    }
  };
}
