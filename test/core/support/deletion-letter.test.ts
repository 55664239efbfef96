import { deletionLetter } from '../../../src/core/support/deletion-letter';
import { createFormat } from '../../../src/ui/strings/format';
import { laterEn } from '../../../src/ui/strings/later/en';
import { createLaterWords } from '../../../src/ui/strings/later/words';

const { deletion: words } = createLaterWords(
  { language: 'en', catalogue: laterEn },
  { format: createFormat('en-GB', () => 0) },
);
const clientId = '1b0e7f6c-3c44-4a57-9f2d-0f2f7f1f8a11';
const tenantId = '7d1f3a52-9d0c-4a86-8f0e-5b7c2a9e4d10';

test('the request names the organisation and what support looks it up by', () => {
  const { subject, body } = deletionLetter({ organisation: 'Contoso', tenantId, clientId, words });
  expect(subject).toBe('Please delete the data of Contoso in ExtendSync');
  expect(body).toContain('keeps for Contoso');
  expect(body).toContain(`- Tenant ID: ${tenantId}\n- Application (client) ID: ${clientId}`);
});

test('an organisation that is not known is not named, and no empty line stands for it', () => {
  const { subject, body } = deletionLetter({ clientId, words });
  expect(subject).toBe('Please delete our organisation’s data in ExtendSync');
  expect(body).not.toContain('Organisation:');
  expect(body).not.toContain('Tenant ID');
});

test('a name with line breaks stays on its line', () => {
  const organisation = 'Contoso\r\nBcc: everybody@example.com\u2028x';
  const { subject, body } = deletionLetter({ organisation, clientId, words });
  expect(subject).not.toMatch(/[\r\n\u2028]/);
  expect(body).not.toMatch(/\nBcc/);
});

test('a name of nothing but blanks is no name, and an endless one is cut', () => {
  expect(deletionLetter({ organisation: ' \n ', clientId, words }).subject).toMatch(/^Please delete our/);
  expect(deletionLetter({ organisation: 'x'.repeat(5000), clientId, words }).subject.length).toBeLessThan(
    200,
  );
});
