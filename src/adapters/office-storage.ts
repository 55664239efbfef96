import type { Clock, Storage } from '../ports';
import { within } from './browser-time-limit';
import type { OfficeApi, OfficeReady } from './office-ready';

// https://learn.microsoft.com/en-us/javascript/api/outlook/office.roamingsettings : 32 KB for all settings together.
const ROOM_BYTES = 32 * 1_024;
const LIMIT_MS = 15_000;

/** Roaming settings of the mailbox; `fallback` where the host has none. */
export function createOfficeStorage(ready: OfficeReady, clock: Clock, fallback: Storage): Storage {
  const settings = async (): Promise<{ office: OfficeApi; roaming: Office.RoamingSettings } | undefined> => {
    const office = (await ready.whenReady())?.office;
    const roaming = (office?.context as { readonly roamingSettings?: Office.RoamingSettings } | undefined)
      ?.roamingSettings;
    return office === undefined || roaming === undefined ? undefined : { office, roaming };
  };
  return {
    async read(key) {
      const found = await settings();
      if (found === undefined) return fallback.read(key);
      try {
        return (found.roaming.get(key) as unknown) ?? undefined;
      } catch {
        return undefined;
      }
    },
    async write(key, value) {
      const found = await settings();
      if (found === undefined) return fallback.write(key, value);
      return save(found.office, found.roaming, clock, key, value);
    },
  };
}

async function save(
  office: OfficeApi,
  roaming: Office.RoamingSettings,
  clock: Clock,
  key: string,
  value: unknown,
): Promise<boolean> {
  if (value !== undefined && sizeOf(value) > ROOM_BYTES) return false;
  try {
    const before = roaming.get(key) as unknown;
    put(roaming, key, value);
    const saved = new Promise<boolean>((resolve) => {
      roaming.saveAsync((result) => {
        resolve(result.status === office.AsyncResultStatus.Succeeded);
      });
    });
    const kept = (await within(clock, LIMIT_MS, saved)) === true;
    // What could not be saved must not look saved until the next start.
    if (!kept) put(roaming, key, before);
    return kept;
  } catch {
    return false;
  }
}

function put(roaming: Office.RoamingSettings, key: string, value: unknown): void {
  if (value === undefined || value === null) roaming.remove(key);
  else roaming.set(key, value);
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
