/** Somebody's system that takes the service's webhooks in the simulated world, and keeps what it got. SIMULATED */
import type { IncomingHttpHeaders } from 'node:http';
import { Webhook } from 'standardwebhooks';

/** Where it listens, on the simulated Outlook's origin. */
export const WEBHOOK_PATH = '/simulated/webhooks';
export const SIMULATED_WEBHOOK_SECRET = `whsec_${Buffer.from('a secret of the simulated world').toString('base64')}`;

/** One webhook, as the panel shows it. */
export interface Delivery {
  readonly type: string;
  /** The organisation's name, or its id where it has none. */
  readonly organisation: string;
  /** Whether it bears the signature that the secret makes. */
  readonly isVerified: boolean;
}

export interface WebhookReceiver {
  /** Takes one; answers whether it bore the right signature. */
  take(headers: IncomingHttpHeaders, body: string): boolean;
  /** The newest first, as many as anybody reads. */
  deliveries(): readonly Delivery[];
  clear(): void;
}

const KEPT = 20;

export function createWebhookReceiver(): WebhookReceiver {
  const webhook = new Webhook(SIMULATED_WEBHOOK_SECRET);
  let kept: readonly Delivery[] = [];
  return {
    take(headers, body) {
      const isVerified = isSigned(webhook, headers, body);
      kept = [{ ...contentOf(body), isVerified }, ...kept].slice(0, KEPT);
      return isVerified;
    },
    deliveries: () => kept,
    clear() {
      kept = [];
    },
  };
}

/** The library's own `verify` goes by the machine's clock, and this world has one of its own. */
function isSigned(webhook: Webhook, headers: IncomingHttpHeaders, body: string): boolean {
  const at = Number(headers['webhook-timestamp']);
  const id = String(headers['webhook-id'] ?? '');
  if (!Number.isInteger(at) || id === '') return false;
  return headers['webhook-signature'] === webhook.sign(id, new Date(at * 1_000), body);
}

function contentOf(body: string): Pick<Delivery, 'type' | 'organisation'> {
  try {
    const { type, data } = JSON.parse(body) as { readonly type?: unknown; readonly data?: unknown };
    const { name, tenantId } = (data ?? {}) as { readonly name?: unknown; readonly tenantId?: unknown };
    return { type: String(type), organisation: String(name ?? tenantId) };
  } catch {
    return { type: 'not understood', organisation: '' };
  }
}
