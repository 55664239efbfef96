/**
 * What Microsoft's current office.js does and the one of the npm package (2022) does not: `Office.context.officeTheme` on the web, and
 * a profile that goes along when another mailbox is opened beside a pinned pane. The Outlook page says what is to be seen there.
 */

type Loose = Readonly<Record<string, unknown>>;

interface OfficeContext {
  readonly mailbox?: { readonly userProfile: object };
}

function record(value: unknown): Loose | undefined {
  return typeof value === 'object' && value !== null ? (value as Loose) : undefined;
}

/** office.js seals the profile when it makes it; here it stays open, so that it can be brought up to date in place. */
function keepProfileOpen(): void {
  const define = Object.defineProperties.bind(Object);
  Object.defineProperties = <T>(target: T, properties: PropertyDescriptorMap & ThisType<unknown>): T => {
    if (!('emailAddress' in properties) || !('accountType' in properties)) return define(target, properties);
    const open = Object.entries(properties).map(([name, how]) => [name, { ...how, configurable: true }]);
    return define(target, Object.fromEntries(open) as PropertyDescriptorMap);
  };
}

function showProfile({ mailbox }: OfficeContext, profile: Loose): void {
  if (!mailbox) return;
  for (const [name, value] of Object.entries(profile))
    Object.defineProperty(mailbox.userProfile, name, { value, configurable: true });
}

/** Listens to the Outlook page. Called before any other script of the page runs. */
export function playNewerOffice(hostOrigin: string): void {
  keepProfileOpen();
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (event.source !== window.parent || event.origin !== hostOrigin) return;
    const said = record(event.data);
    const colours = record(said?.['simulatedColours']);
    const profile = record(said?.['simulatedProfile']);
    if (!colours && !profile) return;
    event.stopImmediatePropagation();
    const { Office } = window as { Office?: { context?: OfficeContext } };
    if (!Office?.context) return;
    if (colours) Object.defineProperty(Office.context, 'officeTheme', { value: colours, configurable: true });
    if (profile) showProfile(Office.context, profile);
  });
}
