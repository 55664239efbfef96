import { say } from '../message';
import { organisationValue, requestFacts, type RequestWords } from '../request-facts';
import type { ShareWay } from '../share-way';
import { neededSet, type State } from '../state';
import { approverRolesFor } from '../../permissions';
import { action, BACK, DONE, SHARE, SHOW } from './actions';
import { screen } from './every-screen';
import type { Action, ScreenModel, ShareModel } from './model';
import { sharingNotice } from './notice';

/** Asking an administrator: by a link, or by showing it on a shared screen. */
export function sharingScreen(state: State, words: RequestWords): ScreenModel {
  const { link } = state;
  const made = link.phase === 'made' ? link : undefined;
  const straightToMicrosoft = made !== undefined && made.id === undefined;
  const showing = state.view === 'showing';
  const busy = state.sharing.phase === 'under-way' ? state.sharing.way : undefined;
  const way = (name: ShareWay): Action =>
    action(`share-${name}`, say(`action.share-${name}`), { type: 'way-chosen', way: name }, busy === name);
  const message = made && words(requestFacts(state, made.link, straightToMicrosoft));
  const share: ShareModel = {
    link: made?.link,
    straightToMicrosoft,
    // Outlook's own draft comes first where the host can open one.
    ways: [
      ...(state.host?.canOpenDrafts === false ? [] : [way('draft')]),
      way('copy'),
      way('mail'),
      way('teams'),
    ],
    subject: message?.subject,
    preview: message?.preview,
  };
  const { sharing } = state;
  const handed = sharing.phase === 'done';
  return screen(state, {
    name: showing ? 'showing' : 'sharing',
    tone: 'plain',
    title: showing ? say('showing.title') : say('sharing.title'),
    lead: showing
      ? [say('showing.lead')]
      : [
          straightToMicrosoft ? say('sharing.lead.straight') : say('sharing.lead', organisationValue(state)),
          say('required.approvers', { roles: approverRolesFor(neededSet(state)) }),
        ],
    share,
    others: showing ? [SHARE, BACK] : handed ? [DONE, SHOW] : [SHOW, BACK],
    notice: sharingNotice(state),
  });
}
