import { isFields } from '../../core/fields';
import { parseTenantId, type TenantId } from '../../core/tenant';

/**
 * The vendor's own tenant, as the service has written it into this page. Without it anybody's account may sign in, and the
 * service refuses those of other tenants.
 */
export function readHomeTenant(document: Document): TenantId | undefined {
  try {
    const settings: unknown = JSON.parse(document.querySelector('script#pane-settings')?.textContent ?? '');
    const id = isFields(settings) ? settings['homeTenant'] : undefined;
    return typeof id === 'string' ? parseTenantId(id) : undefined;
  } catch {
    return undefined;
  }
}
