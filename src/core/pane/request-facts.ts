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
    organisation: organisationOf(state),
  };
}

/**
 * The organisation that the verdict is about: as Microsoft names it, now or when it last confirmed something for this
 * mailbox, else the mailbox's domain.
 */
export function organisationOf(state: State): string | undefined {
  const { verdict, confirmation } = state;
  return verdict.tenantName ?? confirmation?.organisation ?? state.mailbox?.domain ?? state.host?.mailDomain;
}

/** The same as a message's value. */
export const organisationValue = (state: State): { readonly organisation: string | undefined } => ({
  organisation: organisationOf(state),
});

/** The last that is told of the request since it was handed on: whoever asks somebody else waits for them. */
export const newsOf = ({ request, history }: State): RequestEvent | undefined =>
  lastNewsIn(history.filter(({ number }) => number > (request?.heard ?? 0)));
