import { nonEmpty } from '../../core/fields';
import { declares, type OfficeReady } from './ready';

/** What the host tells about itself, for a diagnostic file. */
export interface OfficeFacts {
  /** The host's version, as `16.0.17928.20114`. */
  readonly hostVersion?: string | undefined;
  /** The version of office.js itself. */
  readonly officeVersion?: string | undefined;
  /** Requirement sets by name, with the highest version that the host declares. */
  readonly requirementSets: Readonly<Record<string, string>>;
}

/**
 * The versions that there are of each set that matters to the pane, newest first
 * (https://learn.microsoft.com/en-us/javascript/api/requirement-sets/common/office-add-in-requirement-sets). A host can
 * declare newer ones than this list has: then the newest of the list is said.
 */
const SETS: Readonly<Record<string, readonly string[]>> = {
  Mailbox: Array.from({ length: 15 }, (_, index) => `1.${String(15 - index)}`),
  NestedAppAuth: ['1.1'],
  DialogApi: ['1.2', '1.1'],
  DialogOrigin: ['1.1'],
  IdentityAPI: ['1.3', '1.2', '1.1'],
  OpenBrowserWindowApi: ['1.1'],
  SharedRuntime: ['1.2', '1.1'],
  RibbonApi: ['1.2', '1.1'],
};

/** Where office.js writes its own version. Microsoft does not document it, so whatever else stands there is none. */
interface OfficeScript {
  readonly OSF?: { readonly ConstantNames?: { readonly FileVersion?: unknown } | null } | null;
}

/** Asks the host; nothing but the empty list where there is none. Never rejects. */
export async function readOfficeFacts(ready: OfficeReady): Promise<OfficeFacts> {
  const hosted = await ready.whenReady();
  if (hosted === undefined) return { requirementSets: {} };
  const { office } = hosted;
  const { diagnostics } = office.context as { readonly diagnostics?: Partial<Office.ContextInformation> };
  const hostVersion = diagnostics?.version;
  const requirementSets = Object.fromEntries(
    Object.entries(SETS).flatMap(([name, versions]) => {
      const highest = versions.find((version) => declares(office, name, version));
      return highest === undefined ? [] : [[name, highest] as const];
    }),
  );
  const officeVersion = (globalThis as OfficeScript).OSF?.ConstantNames?.FileVersion;
  return {
    officeVersion: nonEmpty(officeVersion),
    hostVersion: nonEmpty(hostVersion),
    requirementSets,
  };
}
