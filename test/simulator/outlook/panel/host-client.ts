/** The panel's line to the simulated Outlook's own control API. */
import type { HostState, ServiceAction } from '../control-api';

async function post(path: string, body: unknown): Promise<string | undefined> {
  try {
    const response = await fetch(`/simulated/host/${path}`, { method: 'POST', body: JSON.stringify(body) });
    if (response.ok) return undefined;
    const answer = (await response.json()) as { readonly error?: unknown };
    return String(answer.error ?? response.status);
  } catch {
    return 'The simulated Outlook cannot be reached.';
  }
}

/** Each answers undefined when it worked, else what was wrong. */
export const hostClient = {
  steerService: (action: ServiceAction): Promise<string | undefined> => post('service', { action }),
  putForward: (forwardMs: number): Promise<string | undefined> => post('clock', { forwardMs }),
  fillLedger: (): Promise<string | undefined> => post('ledger', {}),
  reset: (): Promise<string | undefined> => post('reset', {}),
  state: async (): Promise<HostState | undefined> => {
    try {
      const response = await fetch('/simulated/host/state');
      return response.ok ? ((await response.json()) as HostState) : undefined;
    } catch {
      return undefined;
    }
  },
};
