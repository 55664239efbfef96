import { createMsalClients, type MsalClients } from '../../../src/adapters/msal/client';
import { HostBridge } from './host-bridge';
import { CLIENT_ID, signsInThroughThePage } from './sign-in';

/*
 * 15.3: each host is sent the part of MSAL that it needs. As webpack.config.js builds the part for hosts with a bridge, it
 * knows no standard client, and MSAL throws where it would make one: when the bridge has turned it away.
 */

signsInThroughThePage();

const mockFetched: string[] = [];

jest.mock('../../../src/adapters/msal/bridged-library', () => {
  mockFetched.push('bridged');
  return {
    createNestablePublicClientApplication: () => Promise.reject(new Error('This part of MSAL is left out.')),
  };
});
jest.mock('../../../src/adapters/msal/standard-library', () => {
  mockFetched.push('standard');
  return jest.requireActual<object>('../../../src/adapters/msal/standard-library');
});

beforeEach(() => {
  mockFetched.length = 0;
  jest.resetModules();
});

const clients = (): MsalClients =>
  createMsalClients({
    settings: { clientId: CLIENT_ID, loginOrigin: 'https://login.microsoftonline.com' },
    origin: 'https://localhost:3000',
    window,
  });

test('15.3: without a bridge the standard part comes, and no other', async () => {
  const { loaded, best } = clients();
  await loaded(true);
  expect((await best(true)).kind).toBe('standard');
  expect(mockFetched).toEqual(['standard']);
});

test('15.3: with a bridge the small part comes alone; where the bridge turns MSAL away, the standard one follows', async () => {
  Object.assign(window, { nestedAppAuthBridge: new HostBridge(() => 'silence') });
  const { loaded, best } = clients();
  await loaded(true);
  expect(mockFetched).toEqual(['bridged']);
  expect((await best(true)).kind).toBe('standard');
  expect(mockFetched).toEqual(['bridged', 'standard']);
});
