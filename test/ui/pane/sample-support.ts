import { diagnosticFile, diagnosticText } from '../../../src/core/support/diagnostics';
import type { SupportReader } from '../../../src/ui/pane/support-reader';
import { SAMPLE_NOW_MS } from './sample-states';

/** An Outlook on the desktop, with the bridge, on an ordinary day. */
export const SAMPLE_SUPPORT: SupportReader = {
  namesAddress: true,
  fetchAhead: () => Promise.resolve(),
  surroundings: () => Promise.resolve({ signIn: 'bridge', storage: 'open' }),
  diagnosticText: ({ setup, verdict, mailbox, history }) =>
    Promise.resolve(
      diagnosticText(
        diagnosticFile({
          madeAtMs: SAMPLE_NOW_MS,
          versions: { pane: '0.1.0', host: '16.0.17928.20114' },
          hostName: 'Outlook',
          platform: 'PC',
          signIn: 'bridge',
          requirementSets: { Mailbox: '1.15', NestedAppAuth: '1.1' },
          locale: 'en-GB',
          theme: 'light',
          cloudName: 'global',
          clientId: setup.clientId,
          ...(mailbox?.tenant === undefined ? {} : { tenantId: mailbox.tenant, mail: mailbox.domain }),
          verdict,
          log: [],
          history,
        }),
      ),
    ),
};
