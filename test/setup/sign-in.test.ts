import { AggregateAuthenticationError, CredentialUnavailableError } from '@azure/identity';
import { type Cloud, CLOUDS } from '../../src/core/cloud';
import { createSignIn, tellCode, tellFailure } from '../../src/setup/sign-in';

/** Nothing listens on that port. */
const NOWHERE = 'https://localhost:1';
const CUSTOM: Cloud = { ...CLOUDS.global, name: 'custom', loginOrigin: NOWHERE, graphOrigin: NOWHERE };

test('without a network whoever registers is told what cannot be reached, in words', async () => {
  const getToken = createSignIn({ cloud: CUSTOM, tenant: undefined, say: () => undefined });
  await expect(getToken()).rejects.toThrow(
    `Nobody is signed in:\n- ${NOWHERE} cannot be reached from here, or does not know the organisation (--tenant).`,
  );
}, 30_000);

test('where both ways of signing in failed, each is told with its reason', () => {
  const error = new AggregateAuthenticationError([
    new CredentialUnavailableError('Azure CLI could not be found.'),
    new Error('AADSTS53003: Access has been blocked by Conditional Access policies.'),
  ]);
  const [head, ...lines] = tellFailure(error, CLOUDS.global).split('\n');
  expect(head).toBe('Nobody is signed in:');
  expect(lines.slice(0, 2)).toEqual([
    '- Azure CLI could not be found.',
    '- AADSTS53003: Access has been blocked by Conditional Access policies.',
  ]);
  expect(lines.at(-1)).toMatch(/does not allow a sign-in by code, sign in with "az login"/);
});

test('whoever gets a code learns what to do where their organisation blocks it, before they wait for nothing', () => {
  const message = 'Open the page and enter the code ABC.';
  expect(tellCode(message, CLOUDS.china)).toMatch(
    /^Open the page[^]*does not allow[^]*Ctrl\+C[^]*"az login"/,
  );
  // Azure CLI knows Microsoft's clouds alone.
  expect(tellCode(message, CUSTOM)).toBe(message);
});
