import type { FastifyReply, FastifyRequest } from 'fastify';
import { OPERATOR_ROLE } from '../../core/registration/wanted';
import type { TenantId } from '../../core/tenant';
import type { Caller } from '../tenant/checks';
import type { LimitName, Limits } from './limits';
import { sendProblem } from './problem';
import type { SignedIn } from './signed-in';

/** Lets the people through who run ExtendSync: users of the vendor's own tenant whose token names our application role. */
export interface OperatorGuard {
  /** The operator who asks; undefined where somebody else does, who is answered already. */
  operator(
    request: FastifyRequest,
    reply: FastifyReply,
    counts?: readonly LimitName[],
  ): Promise<Caller | undefined>;
  /**
   * The log's one line that names somebody, and on purpose: whoever reads customers' states answers for it.
   * @param deleted the organisation, of a deletion alone: it cannot be taken back, and an entry with the tenant id stays
   * anyway. Of what is only read the log would become a list of customers that no deletion empties.
   */
  note(request: FastifyRequest, operator: Caller, did: string, deleted?: TenantId): void;
}

/** @param homeTenant the vendor's tenant; without it nobody is an operator */
export function createOperatorGuard(
  homeTenant: TenantId | undefined,
  { signedIn, limits }: { readonly signedIn: SignedIn; readonly limits: Limits },
): OperatorGuard {
  return {
    async operator(request, reply, counts = ['ledger-by-user']) {
      const caller = await signedIn(request, reply);
      if (caller === undefined) return undefined;
      const { tenant, userId, roles = [] } = caller;
      if (homeTenant === undefined || tenant !== homeTenant || !roles.includes(OPERATOR_ROLE)) {
        if (homeTenant === undefined)
          request.log.warn(
            { change: 'set HOME_TENANT to the tenant of the registration' },
            'nobody is an operator',
          );
        sendProblem(reply, 'not-an-operator');
        return undefined;
      }
      for (const name of counts) {
        const taken = await limits.take(name, { who: `${tenant} ${userId}` });
        if (!taken.ok) {
          sendProblem(reply, 'too-many-requests', { retryAfterMs: taken.retryAfterMs });
          return undefined;
        }
      }
      reply.header('cache-control', 'no-store');
      return caller;
    },
    note: (request, { userId }, did, deleted) =>
      request.log.info({ operator: userId, did, tenant: deleted }, 'ledger'),
  };
}
