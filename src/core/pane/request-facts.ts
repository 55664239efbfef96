import type { RequestEvent } from '../api/request-events';
import { lastNewsIn } from '../api/request-news';
import type { RequestId } from '../api/requests';
import { isToConfirm } from '../shown/handed-on';
import type { State } from './state';

/** What the message to the administrator is made of, besides the words. */
export interface RequestFacts {
  readonly link: string;
  readonly straightToMicrosoft: boolean;
  /** The approval is there: the link asks an administrator to confirm it for everybody. */
  readonly confirms: boolean;
  /** The administrator has been asked already. */
  readonly reminder?: boolean | undefined;
  /** The asking person's display name, as the host tells it. */
  readonly requesterName?: string | undefined;
  readonly organisation?: string | undefined;
}

/** The facts for a link, from what the state knows of the person and the organisation. */
export function requestFacts(
  state: State,
  { id, link }: { readonly id?: RequestId | undefined; readonly link: string },
): RequestFacts {
  return {
    link,
    // A request that the service did not make has no page of ours to go by.
    straightToMicrosoft: id === undefined,
    confirms: isToConfirm(link),
    requesterName: state.host?.displayName,
    organisation: organisationToTell(state),
  };
}

/**
 * The organisation that the verdict is about, for what goes out in the user's name: as Microsoft names it now, else the
 * mailbox's domain. A name that was kept beside the mailbox can be another program's.
 */
export const organisationToTell = ({ verdict, mailbox, host }: State): string | undefined =>
  verdict.tenantName ?? mailbox?.domain ?? host?.mailDomain;

/** The same as the pane shows it: it may be the name by which Microsoft last confirmed something for this mailbox. */
export const organisationOf = (state: State): string | undefined =>
  state.verdict.tenantName ?? state.confirmation?.organisation ?? organisationToTell(state);

/** The same as a message's value. */
export const organisationValue = (state: State): { readonly organisation: string | undefined } => ({
  organisation: organisationOf(state),
});

/** The last that is told of the request since it was handed on: whoever asks somebody else waits for them. */
export const newsOf = ({ request, history }: State): RequestEvent | undefined =>
  lastNewsIn(history.filter(({ number }) => number > (request?.heard ?? 0)));
