/** The Outlook methods (`ExecuteMethod`) that this host carries out, by office.js's dispatch ids. */
import type { ItemKind } from '../host-options';
import type { ShownItem } from './item-data';
import type { OutlookResult } from './office-frame';

/** A draft as an add-in asks for it (`displayNewMessageForm`). */
export interface DraftRequest {
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly subject: string;
  readonly htmlBody: string;
}

export interface OutlookState {
  readonly itemKind: () => ItemKind;
  readonly item: () => ShownItem;
  /** The owner of the open item, where it lies in a shared folder; else empty. */
  readonly owner: () => string;
  showDraft(draft: DraftRequest): void;
  /** Keeps the settings for this mailbox; false when the mailbox's server is away. */
  saveRoamingSettings(settings: Readonly<Record<string, string>>): Promise<boolean>;
  openBrowserWindow(url: string): void;
  closeTaskPane(): void;
}

const UNSUPPORTED = 9043; // OperationNotSupported in office.js's own error table
const SAVE_FAILED = 9019; // SettingsSaveError

/** office.js flattens recipients to addresses; limits are Microsoft's for displayNewMessageForm. */
function addresses(value: unknown): readonly string[] {
  return Array.isArray(value)
    ? value.filter((entry): entry is string => typeof entry === 'string').slice(0, 100)
    : [];
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function parseDraft(params: unknown): DraftRequest {
  const asked = (typeof params === 'object' && params !== null ? params : {}) as Readonly<
    Record<string, unknown>
  >;
  return {
    to: addresses(asked['toRecipients']),
    cc: addresses(asked['ccRecipients']),
    bcc: addresses(asked['bccRecipients']),
    subject: text(asked['subject']),
    htmlBody: text(asked['htmlBody']),
  };
}

function parseSettings(params: unknown): Readonly<Record<string, string>> | undefined {
  const first: unknown = Array.isArray(params) ? params[0] : params;
  if (typeof first !== 'object' || first === null) return undefined;
  const entries = Object.entries(first).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return Object.fromEntries(entries);
}

/** Carries out one Outlook method; what is not known is refused with Outlook's "not supported", as old hosts do. */
export async function outlookMethod(
  state: OutlookState,
  dispatchId: number,
  params: unknown,
): Promise<OutlookResult> {
  switch (dispatchId) {
    case 44: // displayNewMessageForm
    case 178: // displayNewMessageFormAsync
      state.showDraft(parseDraft(params));
      return { ok: true };
    case 404: {
      // roamingSettings.saveAsync
      const settings = parseSettings(params);
      if (!settings) return { ok: false, errorCode: SAVE_FAILED };
      return (await state.saveRoamingSettings(settings))
        ? { ok: true }
        : { ok: false, errorCode: SAVE_FAILED };
    }
    case 403: {
      // window.open, where the host takes it over
      const url = (params as { readonly launchUrl?: unknown } | null)?.launchUrl;
      if (typeof url === 'string') state.openBrowserWindow(url);
      return { ok: true };
    }
    case 14: // body.getTypeAsync
      return { ok: true, data: 'html' };
    case 37: // body.getAsync
      return { ok: true, data: state.item().body };
    case 17: // subject.getAsync in a draft
      return { ok: true, data: state.itemKind() === 'message-compose' ? '' : state.item().subject };
    case 15: // recipients.getAsync in a draft
      return { ok: true, data: [] };
    case 42: // closeApp
      state.closeTaskPane();
      return { ok: true };
    case 108: // getSharedPropertiesAsync
      return state.owner() === ''
        ? { ok: false, errorCode: UNSUPPORTED }
        : { ok: true, data: { owner: state.owner(), targetMailbox: state.owner(), delegatePermissions: 1 } };
    case 163: // logTelemetry
    case 400: // trackCtq
      return { ok: true };
    default:
      return { ok: false, errorCode: UNSUPPORTED };
  }
}
