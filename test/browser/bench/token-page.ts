/**
 * Runs in the browser, in the pane's place: the least that a pane needs to get a token, with office.js and msal-browser as
 * they are. It does so in the order of Microsoft's sample of nested app authentication: Office first, then the client, then
 * the token. Without a token it shows nothing, and the benchmark fails.
 */
import { createNestablePublicClientApplication } from '@azure/msal-browser';

async function showToken(): Promise<void> {
  const { clientId = '', authority = '' } = document.body.dataset;
  await Office.onReady();
  const client = await createNestablePublicClientApplication({ auth: { clientId, authority } });
  const { accessToken } = await client.acquireTokenSilent({ scopes: ['User.Read'] });
  if (accessToken === '') return;
  document.body.innerHTML = '<h1 data-screen-title>A token is there</h1>';
}

void showToken();
