import { present } from '../fields';
import {
  checkLocalReturn,
  refusalOutcome,
  useUp,
  type ConsentReturn,
  type ToldOutcome,
} from '../admin-consent';
import type { Arrival } from './arrival';
import type { ApprovalEffect } from './effect';
import type { ApprovalEvent } from './event';
import { startCheck } from './check';
import { isPanesWindow, isParted, NO_MEMORY, type Returned, type TabMemory } from './memory';
import { begin, beginLook } from './redirect';
import { lookUp, readRequest } from './request';
import { organisationNamed, type ApprovalState, type ApprovalStep } from './state';
import type { Moment } from '../asking/watch';

/** The page opens: what its address says, and what its tab remembers, make its first screen. */
export function arrive(
  state: ApprovalState,
  event: Extract<ApprovalEvent, { type: 'arrived' }>,
  moment: Moment,
): ApprovalStep {
  const { arrival, hasOpener, isSignedIn, visible, online } = event;
  // Where the pane cannot be told, the page goes on as in a browser of its own.
  const memory: TabMemory = isParted(event.memory, hasOpener)
    ? { ...event.memory, dialog: false }
    : event.memory;
  const here: ApprovalState = { ...state, visible, online, comesSignedIn: isSignedIn || undefined };
  switch (arrival.kind) {
    case 'link':
      return arriveByLink(here, arrival, memory);
    case 'dialog':
      return arriveInDialog(here, arrival, memory, hasOpener, moment);
    case 'returned':
      return arriveFromService(here, arrival, memory, moment);
    case 'direct':
      return arriveDirectly(here, memory, arrival.returned, moment);
    case 'status':
      return startCheck({ ...here, memory: NO_MEMORY, place: { at: 'status' } }, moment);
    case 'bare':
      // The address of a return was cleared: a reload finds here what it said.
      if (memory.returned !== undefined) return comeFromMicrosoft(here, memory, memory.returned, [], moment);
      return isSignedIn
        ? startCheck({ ...here, memory, place: { at: 'status' } }, moment)
        : [{ ...here, memory, place: { at: 'lost', why: 'nothing' } }, []];
    case 'garbage':
      return [
        {
          ...here,
          memory: { ...NO_MEMORY, dialog: memory.dialog || arrival.dialog, hadOpener: memory.hadOpener },
          place: { at: 'lost', why: 'damaged' },
        },
        [],
      ];
    default:
      return arrival satisfies never;
  }
}

function arriveByLink(
  state: ApprovalState,
  { request: id, confirm }: Extract<Arrival, { kind: 'link' }>,
  kept: TabMemory,
): ApprovalStep {
  // The browser's Back may lead here: its Forward finds what the tab had heard of this request.
  const heard: TabMemory = kept.request === id ? kept : { ...NO_MEMORY, request: id };
  const memory: TabMemory = { ...heard, dialog: false, hadOpener: undefined };
  const at = state.comesSignedIn ? 'status' : confirm ? 'confirm' : 'invitation';
  // Who was sent away to sign in had answered before.
  const answered = state.comesSignedIn && heard.isAnswered ? heard.situation : undefined;
  const [reading, effects] = readRequest({ ...state, memory, answered, place: { at } }, id);
  return [reading, [{ do: 'keep', memory }, ...effects]];
}

/** The dialog goes on to Microsoft at once. A reload goes on with the request that it made before. */
function arriveInDialog(
  state: ApprovalState,
  arrival: Extract<Arrival, { kind: 'dialog' }>,
  kept: TabMemory,
  hasOpener: boolean,
  moment: Moment,
): ApprovalStep {
  const { tenant, situation, confirm } = arrival;
  const sameTenant = isPanesWindow(kept) && tenant !== undefined && kept.tenant === tenant;
  const id = arrival.request ?? (sameTenant ? kept.request : undefined);
  const memory: TabMemory = {
    dialog: !isParted(kept, hasOpener),
    hadOpener: hasOpener ? true : kept.hadOpener,
    request: id,
    tenant,
    situation,
  };
  const opened: ApprovalState = {
    ...state,
    memory,
    place: { at: 'dialog', to: confirm ? 'look' : 'approve' },
    request: id === undefined ? state.request : { phase: 'unread', id },
    organisation: tenant === undefined ? undefined : organisationNamed(tenant),
    suggested: situation,
  };
  const [begun, effects] = confirm ? beginLook(opened, moment) : begin(opened, moment);
  return [begun, [{ do: 'keep', memory }, ...effects]];
}

/** The address says that our service sent the browser here. It is believed with the service's mark, and quoted without. */
function arriveFromService(
  state: ApprovalState,
  arrival: Extract<Arrival, { kind: 'returned' }>,
  memory: TabMemory,
  moment: Moment,
): ApprovalStep {
  const { request, looked, lookKey, consentedIn, code } = arrival;
  const outcome = arrival.outcome ?? 'looked';
  const isOurs = request === undefined || request === memory.request;
  // A reload repeats what was believed before.
  const isRepeated =
    isOurs &&
    memory.returned?.outcome === outcome &&
    memory.returned.looked === looked &&
    memory.returned.consentedIn === consentedIn &&
    memory.returned.isBelieved;
  const isBelieved = arrival.isMarked || isRepeated;
  const returned: Returned = {
    outcome,
    isBelieved,
    isDirect: false,
    looked,
    lookKey,
    consentedIn,
    code,
  };
  // What was kept for another request says nothing of this one.
  const { dialog, hadOpener } = memory;
  const ours: TabMemory = isOurs ? memory : { dialog, hadOpener, request };
  const next: TabMemory = { ...ours, returned };
  const before: ApprovalEffect[] = [{ do: 'keep', memory: next }];
  // Whoever is given this address could read along for as long as the key lives.
  if (lookKey !== undefined) before.push({ do: 'clear-address' });
  return comeFromMicrosoft(state, next, returned, before, moment);
}

/** Microsoft sent the browser here without the service: what this tab had begun, or the straight link of a pane. */
function arriveDirectly(
  state: ApprovalState,
  memory: TabMemory,
  returned: Exclude<ConsentReturn, { kind: 'garbage' }>,
  moment: Moment,
): ApprovalStep {
  const { attempt } = memory;
  const clear: ApprovalEffect = { do: 'clear-address' };
  const code = returned.kind === 'refused' ? returned.code : undefined;
  const keepAndGo = (next: TabMemory, kept: Returned): ApprovalStep =>
    comeFromMicrosoft(state, next, kept, [clear, { do: 'keep', memory: next }], moment);
  // Microsoft's own sample of a refusal names no state
  // (https://learn.microsoft.com/en-us/entra/identity-platform/v2-oauth2-client-creds-grant-flow#admin-consent). Nothing can be
  // gained by making one up, and whoever cancelled finds what they had before them. A pane's window is nobody else's: there it
  // is the answer.
  const isNameless = returned.kind === 'refused' && returned.state === undefined;
  if (isNameless && memory.dialog) {
    const kept: Returned = { outcome: refusalOutcome(returned), isBelieved: true, isDirect: true, code };
    return keepAndGo({ ...memory, returned: kept }, kept);
  }
  if (isNameless || (attempt === undefined && !memory.dialog)) {
    const outcome = returned.kind === 'accepted' ? 'accepted' : 'failed';
    const kept: Returned = { outcome, isBelieved: false, isDirect: true, code };
    const { hadOpener } = memory;
    return keepAndGo({ ...(isNameless ? memory : { dialog: false, hadOpener }), returned: kept }, kept);
  }
  const organisation = memory.tenant === undefined ? undefined : organisationNamed(memory.tenant);
  const outcome = checkLocalReturn(attempt, returned, moment.nowMs, organisation?.tenant);
  // The same answer once more, by the browser's Back or Forward: what it meant the first time holds.
  if (outcome === 'repeated' && memory.returned !== undefined) {
    return comeFromMicrosoft(state, memory, memory.returned, [clear], moment);
  }
  const consentedIn =
    outcome === 'other-tenant' && returned.kind === 'accepted' ? returned.tenant : undefined;
  const kept: Returned = { outcome, isBelieved: true, isDirect: true, consentedIn, code };
  const usedUp = attempt === undefined || outcome === 'forged' ? attempt : useUp(attempt, moment.nowMs);
  return keepAndGo({ ...memory, attempt: usedUp, returned: kept }, kept);
}

/** Back from Microsoft, by whichever way. In a dialog the pane is told; elsewhere this page asks Microsoft itself. */
function comeFromMicrosoft(
  state: ApprovalState,
  memory: TabMemory,
  returned: Returned,
  before: readonly ApprovalEffect[],
  moment: Moment,
): ApprovalStep {
  const { request: id, tenant, situation, isAnswered } = memory;
  const here: ApprovalState = {
    ...state,
    memory,
    place: { at: 'returned', ...returned },
    request: id === undefined ? { phase: 'none' } : { phase: 'unread', id },
    organisation: tenant === undefined ? undefined : organisationNamed(tenant),
    // Nobody suggests that they are not sure.
    ...(isAnswered || situation === 'not-sure' ? { answered: situation } : { suggested: situation }),
  };
  const log: ApprovalEffect = { do: 'log', event: 'returned', facts: logFactsOf(returned) };
  if (memory.dialog) {
    const outcome = outcomeToTell(returned);
    const consentedElsewhere = outcome === 'other-tenant' ? returned.consentedIn : undefined;
    const message = { kind: 'consent-returned', outcome, tenant: consentedElsewhere } as const;
    return [here, [...before, log, { do: 'tell-parent', message }]];
  }
  // A dialog has opened no link: to read its request would tell that somebody has.
  const [next, effects] = id === undefined || memory.hadOpener ? lookUp(here, moment) : readRequest(here, id);
  return [next, [...before, log, ...effects]];
}

/** What the pane is told: it asks Microsoft itself after whatever may have granted or shown something. */
function outcomeToTell({ outcome, isBelieved, looked = 'failed' }: Returned): ToldOutcome {
  if (!isBelieved) return 'forged';
  if (outcome !== 'looked') return outcome;
  switch (looked) {
    case 'confirmed':
    case 'incomplete':
      return 'accepted';
    case 'may-not-read':
    case 'sign-in-needed':
    case 'blocked':
    case 'other-tenant':
      return `look-${looked}`;
    case 'expired':
    case 'repeated':
    case 'forged':
    case 'failed':
      return looked;
    default:
      return looked satisfies never;
  }
}

const logFactsOf = ({ outcome, isBelieved, looked, code }: Returned): Record<string, string | boolean> =>
  present<Record<string, string | boolean>>({ outcome, isBelieved, looked, code });
