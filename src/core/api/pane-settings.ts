import { CLOUD_NAMES, type CloudName } from '../cloud';
import { isFields } from '../fields';
import { parseGuid, parseTenantId, type TenantId } from '../tenant';
import { httpsOrigin, oneOf, text } from './parsing';

/** What the service writes into its pages for the pane; nothing in it is secret. */
export interface PaneSettings {
  readonly version: string;
  readonly clientId: string;
  readonly cloudName: CloudName;
  readonly loginOrigin: string;
  readonly graphOrigin: string;
  /** Under which name the service makes links; absent in the pages of an older one. */
  readonly publicOrigin?: string | undefined;
  /** Where messages to support go; without one the person fills it in. */
  readonly supportAddress?: string | undefined;
  /** The host's broker is left alone: it knows the real Microsoft, and the settings name another one. */
  readonly nestedAppAuth?: 'off' | undefined;
  /** In the operators' page alone: the vendor's own tenant. Without it the service refuses those of other tenants. */
  readonly homeTenant?: TenantId | undefined;
}

// A plain address (RFC 5321's dot-string and a domain): nothing in it can add a field to a mailto link.
const MAIL_ADDRESS = /^[A-Za-z0-9._+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.)+[A-Za-z]{2,63}$/;

/** A plain mail address, fit to stand in a mailto link; undefined for anything else. */
export const parseMailAddress = (value: unknown): string | undefined =>
  typeof value === 'string' && value.length <= 254 && MAIL_ADDRESS.test(value) ? value : undefined;

export function parsePaneSettings(value: unknown): PaneSettings | undefined {
  if (!isFields(value)) return undefined;
  const version = text(value['version']);
  const clientId = parseGuid(value['clientId']);
  const cloudName = oneOf(value['cloudName'], CLOUD_NAMES);
  const loginOrigin = httpsOrigin(value['loginOrigin']);
  const graphOrigin = httpsOrigin(value['graphOrigin']);
  if (!version || !clientId || !cloudName || !loginOrigin || !graphOrigin) return undefined;
  const supportAddress = parseMailAddress(value['supportAddress']);
  if (value['supportAddress'] !== undefined && supportAddress === undefined) return undefined;
  return {
    version,
    clientId,
    cloudName,
    loginOrigin,
    graphOrigin,
    publicOrigin: httpsOrigin(value['publicOrigin']),
    supportAddress,
    nestedAppAuth: oneOf(value['nestedAppAuth'], ['off'] as const),
    homeTenant: parseTenantId(text(value['homeTenant'])),
  };
}
