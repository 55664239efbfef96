import {
  diagnosticFile,
  diagnosticFileName,
  type DiagnosticFacts,
} from '../../../src/core/support/diagnostics';
import { supportMessage, type SupportWords } from '../../../src/core/support/support-message';
import { CLIENT_ID, CORRELATION, GOOD, MADE_AT_MS, poisoned, SECRETS, TENANT } from './sample-facts';

describe('the message to support', () => {
  const WORDS: SupportWords = {
    subject: ({ paneVersion }) => `ExtendSync for Outlook ${paneVersion ?? ''}\nneeds help`,
    greeting: () => 'Hello,',
    describe: () => 'Please describe briefly what happened:',
    screenshots: () => 'Please add screenshots.',
    attachFile: ({ fileName }) => `Please attach ${fileName}.`,
    summaryTitle: () => 'In short:',
    thanks: () => 'Thank you!',
  };

  test('has room for a description, reminds of screenshots and of the file, and sums up', () => {
    const file = diagnosticFile(GOOD);
    const { subject, body } = supportMessage({ file, words: WORDS });
    expect(subject).toBe('ExtendSync for Outlook 0.1.0 needs help');
    expect(body).toContain('Please describe briefly what happened:\n\n\n\n\nPlease add screenshots.');
    expect(body).toContain(`Please attach ${diagnosticFileName(file)}.`);
    for (const line of [
      '- verdict required',
      '- code AADSTS65001',
      `- correlation id ${CORRELATION}`,
      `- tenant ${TENANT}`,
      '- host Outlook OfficeOnline 16.89.24090815',
      '- time 2026-03-02T10:00:00.000Z',
    ])
      expect(body).toContain(line);
    expect(body).not.toContain('mia');
  });

  test('says nothing of what is not known', () => {
    const { body } = supportMessage({
      file: diagnosticFile({
        madeAtMs: MADE_AT_MS,
        versions: {},
        cloudName: 'global',
        clientId: CLIENT_ID,
        verdict: { kind: 'checking', because: 'nobody-asked-yet' },
        log: [],
        history: [],
      }),
      words: WORDS,
    });
    expect(body).not.toContain('undefined');
    expect(body).not.toMatch(/^- (?:code|host|tenant)/m);
  });

  test.each(SECRETS)('%s does not get into it', (secret, giveaway) => {
    const file = diagnosticFile(poisoned(GOOD, () => secret) as DiagnosticFacts);
    const { subject, body } = supportMessage({ file, words: WORDS });
    expect(`${subject}\n${body}`.toLowerCase()).not.toContain(giveaway.toLowerCase());
  });
});
