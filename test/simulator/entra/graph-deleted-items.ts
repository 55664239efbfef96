import type { Exchange } from './exchange';
import { mayManage, type RegistrationCaller } from './graph-applications';
import { graphHeaders, sendGraphError } from './graph-error';
import type { EntraState } from './state';

/**
 * `/directory/deletedItems`: directory-deleteditems-list and -restore (learn.microsoft.com/graph/api), for the world's one
 * registration and its service principal at home. Things stay there for 30 days.
 */
export function answerDeletedItems(
  state: EntraState,
  exchange: Exchange,
  caller: RegistrationCaller,
  segments: readonly string[],
): void {
  const [, , third = '', action] = segments;
  const { directory } = state;
  const isAtHome = directory.application.homeTenantId === caller.tenantId;
  const { registration, application } = directory;
  const principalId = isAtHome ? directory.deletedServicePrincipalId : undefined;
  const gone = {
    application: isAtHome && directory.applicationDeleted ? [registration] : [],
    servicePrincipal: principalId === undefined ? [] : [{ id: principalId, appId: application.appId }],
  };
  if (!mayManage(caller)) {
    const text = 'Insufficient privileges to complete the operation.';
    return sendGraphError(exchange, state.clock, 403, 'Authorization_RequestDenied', text);
  }
  const kind = /^microsoft\.graph\.(application|servicePrincipal)$/.exec(third)?.[1] as keyof typeof gone;
  if (exchange.method === 'GET' && kind !== undefined && action === undefined) {
    return exchange.sendJson(200, { value: gone[kind] }, graphHeaders(exchange));
  }
  const isOf = (list: readonly { readonly id?: unknown }[]): boolean => list.some(({ id }) => id === third);
  if (exchange.method === 'POST' && action === 'restore' && isOf(gone.application)) {
    directory.restoreRegistration();
    return exchange.sendJson(200, registration, graphHeaders(exchange));
  }
  if (exchange.method === 'POST' && action === 'restore' && isOf(gone.servicePrincipal)) {
    directory.restoreServicePrincipal();
    return exchange.sendJson(200, { id: third, appId: application.appId }, graphHeaders(exchange));
  }
  const text = `Resource '${third}' does not exist or one of its queried reference-property objects are not present.`;
  sendGraphError(exchange, state.clock, 404, 'Request_ResourceNotFound', text);
}
