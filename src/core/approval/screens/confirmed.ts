import { confirmedAtMs, type Verdict } from '../../consent/verdict';
import { linesOf } from '../../shown/permission-lines';
import { tell } from '../message';
import { PUBLISHER } from '../publisher';
import type { ApprovalScreenModel, ReceiptModel } from './model';
import { askedSet, type ApprovalState } from '../state';
import { mayLeave, screen } from './every-screen';
import { answeredName, answeredNameAndId } from './organisation';
import { revokeSections } from './sections';

/** Microsoft's own word for the whole organisation: the one green screen of the page. */
export function confirmedScreen(
  state: ApprovalState,
  verdict: Extract<Verdict, { kind: 'granted' }>,
): ApprovalScreenModel {
  const permissions = linesOf(verdict.findings);
  const organisation = answeredNameAndId(state);
  const { covers, proof } = verdict;
  const receipt: ReceiptModel = {
    organisation: answeredName(state),
    tenant: verdict.tenant,
    publisher: PUBLISHER,
    clientId: state.setup.clientId,
    confirmedAtMs: confirmedAtMs(verdict, state.check.verdictAtMs ?? 0),
    check: verdict.because,
    lookedAtMs: proof?.by === 'look' ? Date.parse(proof.seenAt) : undefined,
    permissions,
  };
  return screen(state, {
    name: 'confirmed',
    tone: 'good',
    title: tell('approval.confirmed.title'),
    lead: [
      covers === undefined
        ? tell('approval.confirmed.lead', { organisation })
        : tell(`approval.confirmed.covers.${covers}`, { organisation }),
      ...mayLeave(state),
    ],
    receipt,
    permissions,
    others: [
      { name: 'copy', label: tell('approval.action.copy-receipt'), composes: receipt },
      { name: 'print', label: tell('approval.action.print'), event: { type: 'print-asked' } },
    ],
    sections: revokeSections(askedSet(state)),
  });
}
