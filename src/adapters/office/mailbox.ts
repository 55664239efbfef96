import type { MailboxKind } from '../../core/consent/evidence';
import { nonEmpty } from '../../core/fields';
import type { Clock, HostProfile } from '../../ports';
import { TIMED_OUT, within } from '../browser/time-limit';
import type { HostedOffice, OfficeReady, OfficeWindow } from './ready';

// The owner of a shared item is asked for at the server.
const OWNER_LIMIT_MS = 10_000;
// Some hosts bring the profile up to date a while after they have told that another item is open
// (https://github.com/OfficeDev/office-js/issues/5271, https://github.com/OfficeDev/office-js/issues/4259).
const LOOK_AGAIN_AFTER_MS = [500, 3_000];

/**
 * The host's profile, and its changes. A pinned pane stays open while its user goes to another mailbox or account: the
 * host tells by `ItemChanged` where it has it
 * (https://learn.microsoft.com/en-us/office/dev/add-ins/outlook/pinnable-taskpane); besides, the profile is looked at
 * whenever the pane is seen again.
 */
export function watchMailbox(
  window: OfficeWindow,
  ready: OfficeReady,
  clock: Clock,
): {
  profile(): Promise<HostProfile>;
  /** The same as it is at this moment, for a click that cannot wait. */
  now(): HostProfile;
  onChanged(hear: (profile: HostProfile) => void): () => void;
} {
  const listeners = new Set<(profile: HostProfile) => void>();
  let sharedMailAddress: string | undefined;
  let told: string | undefined;

  const now = (): HostProfile => profileOf(window, ready.now(), sharedMailAddress);
  /** The profile as it is now; whoever listens is told where it is not what was told last. */
  const lookNow = (): HostProfile => {
    const profile = now();
    const text = JSON.stringify(profile);
    const isNews = told !== undefined && told !== text;
    told = text;
    if (isNews) for (const hear of listeners) hear(profile);
    return profile;
  };
  const look = (): void => {
    // Before anybody has asked, there is nothing that could have changed.
    if (told !== undefined) lookNow();
  };

  let items = 0;
  /** Looks at the open item as well. `isOther`: it is not the one of which the owner is known. */
  const lookAtItem = async (hosted: HostedOffice, isOther: boolean): Promise<void> => {
    const item = (items += 1);
    look();
    const owner = await ownerOfItem(hosted, clock);
    // Another item was opened meanwhile: its own answer counts.
    if (item !== items) return;
    if (owner !== 'no-answer') sharedMailAddress = owner.address;
    else if (isOther) sharedMailAddress = undefined;
    look();
  };

  ready.onHost((hosted) => {
    void lookAtItem(hosted, true);
    let looks: (() => void)[] = [];
    onItemChanged(hosted, () => {
      for (const cancel of looks) cancel();
      void lookAtItem(hosted, true);
      looks = LOOK_AGAIN_AFTER_MS.map((ms) => clock.after(ms, look));
    });
  });

  return {
    now,
    async profile() {
      await ready.whenReady();
      return lookNow();
    },
    onChanged(hear) {
      const { document } = window;
      const turned = (): void => {
        const hosted = ready.now();
        if (document.visibilityState !== 'visible' || hosted === undefined) return;
        // A host without the event: the item may be another by now.
        void lookAtItem(hosted, false);
      };
      listeners.add(hear);
      document.addEventListener('visibilitychange', turned);
      return () => {
        listeners.delete(hear);
        document.removeEventListener('visibilitychange', turned);
      };
    },
  };
}

/**
 * What hosts call a mailbox that is none of Microsoft 365; in a hybrid organisation it depends on where the mailbox is
 * (https://learn.microsoft.com/en-us/javascript/api/outlook/office.userprofile).
 */
const KINDS: Readonly<Partial<Record<string, MailboxKind>>> = {
  enterprise: 'on-premises',
  gmail: 'personal',
  outlookCom: 'personal',
};

function profileOf(
  window: OfficeWindow,
  hosted: HostedOffice | undefined,
  sharedMailAddress: string | undefined,
): HostProfile {
  if (hosted === undefined) {
    return { locale: window.navigator.language || 'en-US', canOpenDrafts: false };
  }
  const { office, hostName, platform } = hosted;
  const { mailbox } = office.context as { readonly mailbox?: Office.Mailbox };
  const user = mailbox?.userProfile as Partial<Office.UserProfile> | null | undefined;
  const displayName = nonEmpty(user?.displayName);
  const mailAddress = nonEmpty(user?.emailAddress);
  const isShared =
    sharedMailAddress !== undefined && sharedMailAddress.toLowerCase() !== mailAddress?.toLowerCase();
  return {
    hostName,
    platform,
    locale: nonEmpty(office.context.displayLanguage) ?? (window.navigator.language || 'en-US'),
    displayName,
    mailAddress,
    sharedMailAddress: isShared ? sharedMailAddress : undefined,
    mailboxKind: isShared ? undefined : KINDS[user?.accountType ?? ''],
    canOpenDrafts: opensDrafts(mailbox),
  };
}

/**
 * Outlook opens drafts only beside an item that is being read. As long as none is open beside a pinned pane, office.js throws
 * (1.1.110, `createNullItemError`), or nothing opens and Outlook says that it did (https://github.com/OfficeDev/office-js/issues/6848).
 */
const opensDrafts = (mailbox: Office.Mailbox | undefined): boolean =>
  typeof mailbox?.displayNewMessageForm === 'function' && Boolean(mailbox.item);

function onItemChanged({ office }: HostedOffice, hear: () => void): void {
  try {
    const { mailbox } = office.context as { readonly mailbox?: Office.Mailbox };
    mailbox?.addHandlerAsync(office.EventType.ItemChanged, hear);
  } catch {
    // A host without the event: the pane is not kept from one item to the next there.
  }
}

/**
 * Whose mailbox the open item is in, where the host knows it for a shared one
 * (https://learn.microsoft.com/en-us/office/dev/add-ins/outlook/delegate-access: the method is there only for items of
 * shared folders and mailboxes). Without an address it is the user's own. Never rejects.
 */
async function ownerOfItem(
  { office }: HostedOffice,
  clock: Clock,
): Promise<{ readonly address?: string | undefined } | 'no-answer'> {
  try {
    const { mailbox } = office.context as { readonly mailbox?: Office.Mailbox };
    const item = mailbox?.item as Partial<Office.MessageRead> | null | undefined;
    if (typeof item?.getSharedPropertiesAsync !== 'function') return {};
    const asked = new Promise<Awaited<ReturnType<typeof ownerOfItem>>>((resolve) => {
      item.getSharedPropertiesAsync?.((result: Office.AsyncResult<Office.SharedProperties>) => {
        const shared = result.value as Partial<Office.SharedProperties> | null | undefined;
        const isTold = result.status === office.AsyncResultStatus.Succeeded;
        resolve(isTold ? { address: nonEmpty(shared?.owner) } : 'no-answer');
      });
    });
    const owner = await within(clock, OWNER_LIMIT_MS, asked);
    return owner === TIMED_OUT ? 'no-answer' : owner;
  } catch {
    return 'no-answer';
  }
}
