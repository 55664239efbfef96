import { say } from '../message';
import type { State } from '../state';
import { action } from './actions';
import { causeMessage } from '../../shown/cause-message';
import type { Notice } from './model';

/** What became of the last thing that the person did, or what stands in the way at the moment. */
export function noticeOf(state: State): Notice | undefined {
  const { dialog, verdict } = state;
  const { handedOver } = state;
  if (handedOver) {
    return handedOver.ok
      ? { tone: 'plain', text: say(`handed-over.${handedOver.what}`) }
      : { tone: 'attention', text: say(`not-handed-over.${handedOver.what}`) };
  }
  if (!state.online) return { tone: 'attention', text: say('notice.offline') };
  if (verdict.kind === 'granted' && verdict.breadth === 'tenant') return undefined;
  if (state.signInEnded !== undefined) return { tone: 'attention', text: causeMessage(state.signInEnded) };
  if (dialog.phase === 'ended') {
    if (dialog.how !== 'accepted') return { tone: 'attention', text: say(`dialog-ended.${dialog.how}`) };
    return { tone: 'plain', text: state.probing ? say('dialog-ended.accepted') : say('notice.spreading') };
  }
  // Everything is held, and nothing can prove more: there is nothing left to remind anybody of.
  const held = verdict.kind === 'granted' && verdict.breadth === 'unproven';
  if (state.request && state.reminderDue && !held) {
    const { withWhom } = state.request;
    return {
      tone: 'plain',
      text: say('notice.reminder', { withWhom }),
      action: action('remind', say('action.remind'), { type: 'share-asked' }),
    };
  }
  return state.refusedAfterReturn ? { tone: 'plain', text: say('notice.broker-remembers') } : undefined;
}
