import { LOOK_ENDS, type ToldOutcome } from './admin-consent';
import { parseRequestId, RETURN_OUTCOMES, type RequestId } from './api/requests';
import { isFields, type Fields } from './fields';
import { parseTenantId, type TenantId } from './tenant';

const TOLD_OUTCOMES: readonly ToldOutcome[] = [...RETURN_OUTCOMES, ...LOOK_ENDS];

/** What the approval page in the dialog tells the pane by `messageParent`. */
export type DialogMessage =
  /** A fresh authorization has begun; Microsoft's page follows. It is good until `expiresAtMs`. */
  /** `request`: the service's request that the attempt belongs to; what happens to it can be listened to. */
  | {
      readonly kind: 'attempt-started';
      readonly expiresAtMs: number;
      readonly request?: RequestId | undefined;
    }
  | {
      readonly kind: 'consent-returned';
      readonly outcome: ToldOutcome;
      /** After `other-tenant`: the organisation in which it was approved, as far as that is known. No proof of anything. */
      readonly tenant?: TenantId | undefined;
    }
  | { readonly kind: 'closing' };

// The number rises when the fields change, so that a page of another version is not misread.
const DIALOG_MESSAGE_TYPE = 'extendsync.grant.1';
const DIALOG_MESSAGE_MOST_CHARACTERS = 1000;

export const dialogMessage = (message: DialogMessage): string =>
  JSON.stringify({ type: DIALOG_MESSAGE_TYPE, ...message });

/** Reads text that came from the dialog; undefined for anything that `dialogMessage` does not write. */
export function parseDialogMessage(text: string): DialogMessage | undefined {
  const fields = text.length <= DIALOG_MESSAGE_MOST_CHARACTERS ? parseFields(text) : undefined;
  if (fields?.['type'] !== DIALOG_MESSAGE_TYPE) return undefined;
  if (fields['kind'] === 'closing') return { kind: 'closing' };
  if (fields['kind'] === 'attempt-started') {
    const { expiresAtMs } = fields;
    const request = parseRequestId(fields['request']);
    return typeof expiresAtMs === 'number' && Number.isFinite(expiresAtMs) && expiresAtMs > 0
      ? { kind: 'attempt-started', expiresAtMs, request }
      : undefined;
  }
  const outcome = TOLD_OUTCOMES.find((name) => name === fields['outcome']);
  if (fields['kind'] !== 'consent-returned' || outcome === undefined) return undefined;
  const tenant = outcome === 'other-tenant' ? parseTenantId(fields['tenant']) : undefined;
  return { kind: 'consent-returned', outcome, tenant };
}

function parseFields(text: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isFields(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
