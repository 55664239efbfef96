import { say, sayLater, type Message } from '../message';
import { organisationValue, requestFacts, type RequestFacts } from '../request-facts';
import { canShareInTeams, type ShareWay } from '../../share-way';
import { neededSet, type State } from '../state';
import { approverRolesFor } from '../../permissions';
import { BACK, DONE, SHARE, SHOW } from './actions';
import { screen } from './every-screen';
import type { ScreenModel, ShareAction, ShareModel } from './model';
import { sharingNotice } from './notice';

/** Asking an administrator: by a link, or by showing it on a shared screen. */
export function sharingScreen(state: State): ScreenModel {
  const { link } = state;
  const made = link.phase === 'made' ? link : undefined;
  const showing = state.view === 'showing';
  const underWay = state.sharing.phase === 'under-way' ? state.sharing.way : undefined;
  const facts = made && requestFacts(state, made);
  const way = (name: ShareWay): ShareAction => ({
    name: `share-${name}`,
    label: sayLater(`action.share-${name}`),
    way: name,
    facts,
    busy: underWay === name,
    off: underWay !== undefined && underWay !== name,
    asks: 'way-chosen',
  });
  const share: ShareModel = {
    link: made?.link,
    facts,
    // Outlook's own draft comes first where the host can open one, or is about to.
    ways: [
      ...(state.host?.canOpenDrafts === false && underWay !== 'draft' ? [] : [way('draft')]),
      way('copy'),
      way('mail'),
      ...(canShareInTeams(state.setup.cloudName) ? [way('teams')] : []),
    ],
  };
  const notice = sharingNotice(state);
  // Whoever has pressed a way stands below the screen's top: what follows is where they read that it worked.
  const done = !showing && state.sharing.phase === 'done' ? DONE : undefined;
  return screen(state, {
    name: showing ? 'showing' : 'sharing',
    tone: 'plain',
    title: showing ? say('showing.title') : say('sharing.title'),
    lead: showing ? [say('showing.lead')] : aboutLink(state, facts),
    share,
    others: showing ? [SHARE, BACK] : [SHOW, BACK],
    notice: notice && { ...notice, action: done },
  });
}

/** What the link leads to, or will once it is made, and who is needed there. To confirm takes no role that may approve. */
function aboutLink(state: State, facts: RequestFacts | undefined): readonly Message[] {
  if (facts?.confirms ?? state.verdict.next === 'confirm-as-admin') return [say('personal.lead.approved')];
  return [
    facts?.straightToMicrosoft ? say('sharing.lead.straight') : say('sharing.lead', organisationValue(state)),
    say('required.approvers', { roles: approverRolesFor(neededSet(state)) }),
  ];
}
