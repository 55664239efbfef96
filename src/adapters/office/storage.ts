import { mailboxHash } from '../../core/mailbox-hash';
import type { Clock, Storage } from '../../ports';
import type { BrowserValues } from '../browser/storage';
import { within } from '../browser/time-limit';
import type { OfficeApi, OfficeReady } from './ready';

// https://learn.microsoft.com/en-us/javascript/api/outlook/office.roamingsettings : 32 KB for all settings together.
const ROOM_BYTES = 32 * 1_024;
const LIMIT_MS = 15_000;

/** Beside the values, the bag holds when each was written: only so can the newer of two be told. */
const TIMES_KEY = 'extendsync.times';

interface Bag {
  readonly office: OfficeApi;
  readonly roaming: Office.RoamingSettings;
}

interface Mailbox {
  /** Undefined where the host has handed out none, or another account's. */
  readonly bag: Bag | undefined;
  /** Where what is written is mirrored. */
  readonly values: BrowserValues;
  /** The name of this mailbox's entry there. */
  readonly mirrorKey: string;
}

/** What this browser has written last to a mailbox, by key; a value that is absent was removed. */
type Mirror = Map<string, { readonly atMs: number; readonly value?: unknown }>;

/**
 * Roaming settings of the mailbox. As long as nobody has said whose mailbox it is, the pane keeps for itself what it wants to
 * remember, or in the bag that the host has handed out: the browser's storage is everybody's who uses it, and what the next
 * one found there would not be theirs.
 *
 * After a reload of the pane the host hands out the settings as they were when Outlook started, whatever was saved
 * since, and each save stores the whole bag
 * (https://learn.microsoft.com/en-us/javascript/api/outlook/office.roamingsettings, remarks). So the browser also mirrors
 * what was written, with its time, and the newer of the two counts, key by key, before every reading and every save. The
 * mirror is written first: a pane may be closed while the mailbox is still saving. What the mailbox does not save stays in
 * the mirror, and goes along with the next save. A key that nobody wrote in this browser stays as it was loaded. A save
 * stores those as well, so it takes away what another computer has written since Outlook started; that computer puts its
 * own back as soon as it sees the newer bag.
 *
 * office.js hands the bag out once (1.1.110 defines it by its value): beside a pinned pane that has gone to another account
 * it is still the first one's. That account has the mirror alone, which goes into its own bag the next time.
 */
export function createOfficeStorage(ready: OfficeReady, clock: Clock, browser: BrowserValues): Storage {
  let bagOf = '';
  const ofNobody = new Map<string, unknown>();
  const nobodys: BrowserValues = {
    read: (key) => ofNobody.get(key),
    // The next pane does not find it.
    write: (key, value) => !ofNobody.set(key, value),
  };
  const open = async (): Promise<Mailbox> => {
    const office = (await ready.whenReady())?.office;
    const context = office?.context as
      { readonly roamingSettings?: Office.RoamingSettings; readonly mailbox?: Office.Mailbox } | undefined;
    const roaming = context?.roamingSettings;
    const address = addressOf(context?.mailbox);
    const values = address === '' ? nobodys : browser;
    const mirrorKey = `roaming:${mailboxHash(address)}`;
    takeOverOldMirror(values, `roaming:${address}`, mirrorKey);
    bagOf ||= address;
    const bag = office && roaming && address === bagOf ? { office, roaming } : undefined;
    return { bag, values, mirrorKey };
  };

  /** Saves the bag with what another computer's save has taken away, and remembers what that computer wrote. */
  const putBack = async (mailbox: Mailbox, bag: Bag): Promise<void> => {
    const { values, mirrorKey } = mailbox;
    const { roaming } = bag;
    if (!(await saveBag(bag, clock))) return;
    const mirror = readMirror(mailbox);
    for (const [key, atMs] of timesIn(roaming)) {
      if (atMs > (mirror.get(key)?.atMs ?? -Infinity)) mirror.set(key, entryOf(atMs, roaming.get(key)));
    }
    values.write(mirrorKey, Object.fromEntries(mirror));
  };

  return {
    async read(key) {
      const mailbox = await open();
      const { bag } = mailbox;
      // Earlier versions left it there where nobody had said whose it was.
      browser.write(key, undefined);
      try {
        const mirror = readMirror(mailbox);
        if (bag === undefined) return mirror.get(key)?.value;
        // Nobody waits for that: what is read is there already.
        if (catchUp(bag.roaming, mirror) === 'taken-away') putBack(mailbox, bag).catch(() => undefined);
        return (bag.roaming.get(key) as unknown) ?? undefined;
      } catch {
        return undefined;
      }
    },
    async write(key, value) {
      const mailbox = await open();
      if (value !== undefined && sizeOf(value) > ROOM_BYTES) return false;
      const { bag, values, mirrorKey } = mailbox;
      try {
        const mirror = readMirror(mailbox);
        if (bag !== undefined) catchUp(bag.roaming, mirror);
        const times = bag ? timesIn(bag.roaming) : new Map<string, number>();
        // What is written last is the newest, also where a clock was ahead when the one before was written.
        const beforeMs = Math.max(times.get(key) ?? 0, mirror.get(key)?.atMs ?? 0);
        const atMs = Math.max(clock.now(), beforeMs + 1);
        if (bag !== undefined) {
          put(bag.roaming, key, value);
          bag.roaming.set(TIMES_KEY, Object.fromEntries(times.set(key, atMs)));
        }
        const kept = values.write(mirrorKey, Object.fromEntries(mirror.set(key, entryOf(atMs, value))));
        const saving = bag && saveBag(bag, clock).catch(() => false);
        // Without a mirror, as in a browser that is denied storage, it is the mailbox that keeps the value or does not.
        return kept || (await saving) === true;
      } catch {
        return false;
      }
    },
  };
}

const entryOf = (atMs: number, value: unknown): { readonly atMs: number; readonly value?: unknown } => ({
  atMs,
  value: value ?? undefined,
});

/** Earlier versions had the address itself in the name of the mirror. */
function takeOverOldMirror(browser: BrowserValues, oldKey: string, mirrorKey: string): void {
  const old = browser.read(oldKey);
  if (old === undefined) return;
  if (browser.read(mirrorKey) === undefined) browser.write(mirrorKey, old);
  browser.write(oldKey, undefined);
}

/**
 * Brings the bag up to what this browser has written since the bag was loaded. `taken-away`: somebody else has saved
 * later than this browser, and without what it had written.
 */
function catchUp(roaming: Office.RoamingSettings, mirror: Mirror): 'taken-away' | 'caught-up' {
  const times = timesIn(roaming);
  const lastMs = Math.max(-Infinity, ...[...mirror.values()].map(({ atMs }) => atMs));
  const isNewer = [...times.values()].some((atMs) => atMs > lastMs);
  const missing = [...mirror].filter(([key, { atMs }]) => atMs > (times.get(key) ?? -Infinity));
  for (const [key, { atMs, value }] of missing) {
    put(roaming, key, value);
    times.set(key, atMs);
  }
  if (missing.length > 0) roaming.set(TIMES_KEY, Object.fromEntries(times));
  return isNewer && missing.length > 0 ? 'taken-away' : 'caught-up';
}

/** What Outlook refuses to save it often takes when it is asked again (https://github.com/OfficeDev/office-js/issues/3983). */
async function saveBag(bag: Bag, clock: Clock, again = true): Promise<boolean> {
  const { office, roaming } = bag;
  const saved = new Promise<boolean>((resolve) => {
    roaming.saveAsync((result) => {
      resolve(result.status === office.AsyncResultStatus.Succeeded);
    });
  });
  const answer = await within(clock, LIMIT_MS, saved);
  return answer === true || (answer === false && again && saveBag(bag, clock, false));
}

function put(roaming: Office.RoamingSettings, key: string, value: unknown): void {
  if (value === undefined || value === null) roaming.remove(key);
  else roaming.set(key, value);
}

/** When each key was written; what is no time counts as never. */
function timesIn(roaming: Office.RoamingSettings): Map<string, number> {
  return new Map(
    entriesOf(roaming.get(TIMES_KEY)).filter((entry): entry is [string, number] => isTime(entry[1])),
  );
}

/** Anything of this origin may write to the browser's storage: an entry without a time is none. */
function readMirror({ values, mirrorKey }: Mailbox): Mirror {
  const mirror: Mirror = new Map();
  for (const [key, entry] of entriesOf(values.read(mirrorKey))) {
    const fields = new Map(entriesOf(entry));
    const atMs = fields.get('atMs');
    if (isTime(atMs)) mirror.set(key, { atMs, value: fields.get('value') });
  }
  return mirror;
}

const isTime = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

const entriesOf = (value: unknown): [string, unknown][] =>
  typeof value === 'object' && value !== null ? Object.entries(value) : [];

/** Whose mailbox it is; empty where the host does not say. */
function addressOf(mailbox: Office.Mailbox | undefined): string {
  try {
    return mailbox?.userProfile.emailAddress.toLowerCase() ?? '';
  } catch {
    return '';
  }
}

/** The bytes that a value takes as JSON; more than there is room for when it is none. */
function sizeOf(value: unknown): number {
  try {
    const text = JSON.stringify(value) as string | undefined;
    return text === undefined ? Infinity : new TextEncoder().encode(text).length;
  } catch {
    return Infinity;
  }
}
