import type { PaneSettings } from '../../core/api/pane-settings';
import type { Mailbox, MailboxKind } from '../../core/consent/evidence';
import { domainOfAddress } from '../../core/tenant';
import type { Clock, HostProfile } from '../../ports';
import type { DiscoverTenant } from '../browser/tenant-discovery';
import { TIMED_OUT, within } from '../browser/time-limit';
import type { MsalClients } from './client';
import { SILENT_BROKER, type StandIn } from './stand-in';
import { SILENT_LIMIT_MS, type Question } from './tokens';

export interface HostParts {
  readonly settings: PaneSettings;
  readonly host: () => Promise<HostProfile>;
  /** Whether the host may have a broker for the pane: false only where it says that it has none. */
  readonly mayHaveBroker?: () => Promise<boolean>;
  readonly discoverTenant: DiscoverTenant;
  readonly clock: Clock;
}

/** Everything that a question needs and that does not change from one to the next. */
export interface Prepared extends Readonly<
  Pick<Question, 'client' | 'authority' | 'mailAddress' | 'brokersWord'>
> {
  readonly mailboxAddress: string | undefined;
  readonly mailboxKind: MailboxKind | undefined;
  readonly mailbox: Mailbox | undefined;
}

/** Gets everything ready for a question, or tells what has not come: MSAL's script, or the host's bridge. */
export async function prepare(
  parts: HostParts,
  clients: MsalClients,
  standIn: StandIn,
): Promise<Prepared | { readonly missing: 'network' | 'host' }> {
  const profile = await parts.host();
  const { mailAddress } = profile;
  const mailboxAddress = mailboxAddressOf(profile);
  const wantsNested = parts.mayHaveBroker === undefined || (await parts.mayHaveBroker());
  // Beside the script, not after it. Whose mailbox it is and who is signed in are two things: the verdict is about the
  // one, the token is the other's.
  const discovered = mailboxOf(parts.discoverTenant, mailboxAddress, profile.mailboxKind);
  const loaded = await within(parts.clock, SILENT_LIMIT_MS, clients.loaded(wantsNested)).catch(
    () => TIMED_OUT,
  );
  if (loaded === TIMED_OUT) return { missing: 'network' };
  const chosen = await chosenClient(parts.clock, clients, standIn, { wantsNested, mailAddress });
  if (chosen === undefined) return { missing: 'host' };
  const mailbox = await discovered;
  const authority = `${parts.settings.loginOrigin}/${mailbox?.tenant ?? 'organizations'}`;
  return { ...chosen, authority, mailAddress, mailboxAddress, mailboxKind: profile.mailboxKind, mailbox };
}

/** The host's broker; where it does not get ready in time, the browser's own way to Entra. */
async function chosenClient(
  clock: Clock,
  clients: MsalClients,
  standIn: StandIn,
  host: { readonly wantsNested: boolean; readonly mailAddress: string | undefined },
): Promise<Pick<Question, 'client' | 'brokersWord'> | undefined> {
  const first = standIn.first(host.mailAddress);
  if (first !== undefined) return { client: first };
  const best = await within(clock, SILENT_LIMIT_MS, clients.best(host.wantsNested));
  if (best !== TIMED_OUT) return { client: best };
  clients.forget();
  const client = await within(clock, SILENT_LIMIT_MS, standIn.take(SILENT_BROKER));
  return client === TIMED_OUT || client === undefined ? undefined : { client, brokersWord: SILENT_BROKER };
}

/** Of the mailbox that the pane stands beside: a shared one where the open item is in it. */
export const mailboxAddressOf = ({ sharedMailAddress, mailAddress }: HostProfile): string | undefined =>
  sharedMailAddress ?? mailAddress;

/** Of an address: its domain, and the tenant that Microsoft names for it. Never rejects. */
export async function mailboxOf(
  discoverTenant: DiscoverTenant,
  address: string | undefined,
  kind: MailboxKind | undefined,
): Promise<Mailbox | undefined> {
  const domain = address === undefined ? undefined : domainOfAddress(address);
  return domain === undefined ? undefined : { domain, tenant: await discoverTenant(domain), kind };
}
