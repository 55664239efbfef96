import { confirmedAtMs, type Verdict } from '../../consent/verdict';
import { linesOf } from '../../shown/permission-lines';
import { tell } from '../message';
import { PUBLISHER } from '../publisher';
import type { GrantScreenModel, ReceiptModel } from './model';
import { askedSet, type GrantState } from '../state';
import { screen } from './every-screen';
import { domainOf } from './organisation';
import { sectionsOf } from './sections';

/** Microsoft's own word for the whole organisation: the one green screen of the page. */
export function confirmedScreen(
  state: GrantState,
  verdict: Extract<Verdict, { kind: 'granted' }>,
): GrantScreenModel {
  const permissions = linesOf(verdict.findings);
  const organisation = verdict.tenantName ?? domainOf(state);
  const receipt: ReceiptModel = {
    ...(organisation === undefined ? {} : { organisation }),
    tenant: verdict.tenant,
    publisher: PUBLISHER,
    clientId: state.setup.clientId,
    confirmedAtMs: confirmedAtMs(verdict, state.check.verdictAtMs ?? 0),
    check: verdict.because,
    permissions,
  };
  return screen(state, {
    name: 'confirmed',
    tone: 'good',
    title: tell('grant.confirmed.title'),
    lead: [
      tell('grant.confirmed.lead', organisation === undefined ? {} : { organisation }),
      tell('grant.may-leave'),
    ],
    receipt,
    permissions,
    others: [
      { name: 'copy', label: tell('grant.action.copy-receipt'), event: { type: 'copy-asked' } },
      { name: 'print', label: tell('grant.action.print'), event: { type: 'print-asked' } },
    ],
    sections: sectionsOf(askedSet(state)).filter(({ name }) => name === 'revoke'),
    ...(state.copied === undefined
      ? {}
      : {
          notice: state.copied
            ? { tone: 'good', text: tell('grant.notice.copied') }
            : { tone: 'attention', text: tell('grant.notice.not-copied') },
        }),
  });
}
