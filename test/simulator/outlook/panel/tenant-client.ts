/** The panel's line to the simulated tenant: its control API over HTTP. */
import {
  CONTROL_PATH,
  type ControlAnswer,
  type ControlState,
  type ControlVerbs,
} from '../../entra/control-api';

export interface TenantClient {
  /** Undefined when the tenant cannot be reached. */
  state(): Promise<ControlState | undefined>;
  /** Performs one verb; answers undefined when it worked, else what was wrong. */
  send<Verb extends keyof ControlVerbs>(verb: Verb, body: ControlVerbs[Verb]): Promise<string | undefined>;
}

export function createTenantClient(entraOrigin: string): TenantClient {
  return {
    state: async () => {
      try {
        const response = await fetch(`${entraOrigin}${CONTROL_PATH}/state`);
        return response.ok ? ((await response.json()) as ControlState) : undefined;
      } catch {
        return undefined;
      }
    },
    send: async (verb, body) => {
      try {
        const response = await fetch(`${entraOrigin}${CONTROL_PATH}/${verb}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        });
        const answer = (await response.json()) as ControlAnswer;
        return answer.ok ? undefined : answer.message;
      } catch {
        return 'The simulated tenant cannot be reached.';
      }
    },
  };
}
