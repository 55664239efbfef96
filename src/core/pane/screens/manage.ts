import { say, type Message } from '../message';
import { situationShown, tenantOf, type State } from '../state';
import { linesOf } from '../../shown/permission-lines';
import type { PermissionLine } from '../../shown/model';
import { applicationsUrl } from '../../support/portals';
import { confirmedAtMs, isGreen } from '../../consent/verdict';

/** What is granted, since when it is known, and where it is taken back. */
export interface ManageModel {
  /** When Microsoft last said so, and how far it reaches; undefined while no access is confirmed. */
  readonly confirmed?: { readonly atMs: number; readonly forTenant: boolean } | undefined;
  readonly situation?: Message | undefined;
  readonly permissions: readonly PermissionLine[];
  readonly clientId: string;
  /** The list of enterprise applications of the organisation; undefined in a cloud of the installation's own. */
  readonly entraUrl?: string | undefined;
}

export function manageOf(state: State): ManageModel {
  const { setup, verdict } = state;
  const situation = situationShown(state);
  const confirmed = confirmedOf(state);
  const entraUrl = applicationsUrl(setup.cloudName, tenantOf(state));
  return {
    confirmed,
    situation: situation && say(`situation.${situation}`),
    permissions: 'findings' in verdict ? linesOf(verdict.findings) : [],
    clientId: setup.clientId,
    entraUrl,
  };
}

function confirmedOf({ verdict, verdictAtMs, confirmation }: State): ManageModel['confirmed'] {
  if (verdict.kind === 'granted' && verdictAtMs !== undefined)
    return { atMs: confirmedAtMs(verdict, verdictAtMs), forTenant: isGreen(verdict) };
  // Nothing is known now: what was confirmed last still stands, with its own time.
  if (verdict.kind === 'unknown' && confirmation?.kind === 'granted')
    return { atMs: confirmation.atMs, forTenant: confirmation.forTenant };
  return undefined;
}
