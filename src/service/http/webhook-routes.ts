import { Type } from 'typebox';
import { OPERATOR_PATHS } from '../../core/ledger/api';
import { IN_VAIN, WEBHOOK_TYPES, type WebhookFailures, type WebhookRetries } from '../../core/ledger/webhook';
import type { WebhookFailureList } from '../webhooks/failures';
import type { App } from './app';
import type { OperatorGuard } from './operator-guard';
import { OPERATOR_REFUSALS, WITH_TOKEN } from './operator-schemas';
import { literals, Time } from './schemas';

const WebhookFailuresSchema = Type.Unsafe<WebhookFailures>(
  Type.Object({
    count: Type.Integer(),
    failures: Type.Array(
      Type.Object({
        id: Type.String({ description: 'webhook-id, as the address knows it' }),
        type: literals(WEBHOOK_TYPES),
        tenantId: Type.String({ format: 'uuid' }),
        timestamp: Time,
        host: Type.String(),
        failedAt: Time,
        lastStatus: Type.Optional(Type.Integer()),
        because: Type.Optional(
          Type.Literal(IN_VAIN, {
            description: 'It is not sent again: its address does not stand in the settings',
          }),
        ),
      }),
    ),
  }),
);
const WebhookRetriesSchema = Type.Unsafe<WebhookRetries>(Type.Object({ count: Type.Integer() }));

/** What the operators do about webhooks that an address has not taken. */
export function webhookRoutes(
  app: App,
  parts: {
    readonly guard: OperatorGuard;
    readonly failures: WebhookFailureList;
    /** Told when there is something to send again. */
    readonly onRetry: () => void;
  },
): void {
  const { guard, failures, onRetry } = parts;

  app.get(
    OPERATOR_PATHS.webhookFailures,
    {
      schema: {
        ...WITH_TOKEN,
        summary: 'Webhooks that were given up after all tries',
        response: { 200: WebhookFailuresSchema, ...OPERATOR_REFUSALS },
      },
    },
    async (request, reply) => {
      const caller = await guard.operator(request, reply);
      if (caller === undefined) return reply;
      guard.note(request, caller, 'webhook-failures');
      return reply.send(await failures.list());
    },
  );

  app.post(
    OPERATOR_PATHS.webhookRetries,
    {
      schema: {
        ...WITH_TOKEN,
        summary: 'Sends all of them again whose address stands in the settings',
        response: { 200: WebhookRetriesSchema, ...OPERATOR_REFUSALS },
      },
    },
    async (request, reply) => {
      const caller = await guard.operator(request, reply);
      if (caller === undefined) return reply;
      const retries = await failures.retryAll();
      onRetry();
      guard.note(request, caller, 'webhook-retries');
      return reply.send(retries);
    },
  );
}
