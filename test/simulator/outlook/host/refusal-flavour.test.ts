import { wordRefusal } from './refusal-flavour';

const noConsent = {
  status: 400,
  error: 'invalid_grant',
  errorDescription: 'AADSTS65001: The user or administrator has not consented. Trace ID: x',
  suberror: 'consent_required',
};

test('Outlook on the web passes Microsoft on word by word', () => {
  expect(wordRefusal(noConsent, 'web')).toEqual({
    status: 'USER_INTERACTION_REQUIRED',
    code: 'invalid_grant',
    subError: 'consent_required',
    description: noConsent.errorDescription,
  });
});

test('new Outlook on Windows gives the number 2 and never the AADSTS number', () => {
  const worded = wordRefusal(noConsent, 'windows-new');
  expect(worded).toMatchObject({ status: 'USER_INTERACTION_REQUIRED', code: '2' });
  expect(worded.description).toMatch(/^InteractionRequired \{.*"Domain":"com\.microsoft\.oneauth"/);
  expect(worded.description).not.toContain('AADSTS');
});

test.each(['windows-classic', 'mac', 'mobile'] as const)(
  '%s says that somebody is needed, not why',
  (flavour) => {
    const worded = wordRefusal(noConsent, flavour);
    expect(worded.status).toBe('USER_INTERACTION_REQUIRED');
    expect(JSON.stringify(worded)).not.toContain('AADSTS');
    expect(JSON.stringify(worded)).not.toContain('consent_required');
  },
);

test.each([
  ['nothing was answered', { status: 0, error: 'server_error' }, 'NO_NETWORK'],
  ['throttled', { status: 429, error: 'invalid_grant' }, 'TRANSIENT_ERROR'],
  ['Microsoft is unavailable', { status: 503, error: 'server_error' }, 'TRANSIENT_ERROR'],
  ['busy by name', { status: 400, error: 'temporarily_unavailable' }, 'TRANSIENT_ERROR'],
  ['the client is wrong', { status: 401, error: 'invalid_client' }, 'PERSISTENT_ERROR'],
])('%s: the status follows from the answer', (_what, answer, status) => {
  expect(wordRefusal({ errorDescription: '', ...answer }, 'web').status).toBe(status);
});
