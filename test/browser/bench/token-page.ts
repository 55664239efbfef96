/**
 * Runs in the browser, in the pane's place: the least that a pane needs to get a token, with office.js and msal-browser as
 * they are. It carries what Microsoft's sample of nested app authentication carries, and goes in its order: Office first,
 * which shows the page, then the client, then the token. Without a token it shows no answer, and the benchmark fails.
 * (https://github.com/OfficeDev/Office-Add-in-samples, Samples/auth/Outlook-Add-in-SSO-NAA: the entries of its
 * webpack.config.js, `taskpane.ts` and `authConfig.ts`.)
 */
import 'core-js/stable';
import 'regenerator-runtime/runtime';
import { createNestablePublicClientApplication } from '@azure/msal-browser';

async function showToken(): Promise<void> {
  const { clientId = '', authority = '' } = document.body.dataset;
  await Office.onReady();
  document.body.innerHTML = '<p data-interface>Office is ready</p>';
  const client = await createNestablePublicClientApplication({ auth: { clientId, authority } });
  const { accessToken } = await client.acquireTokenSilent({ scopes: ['User.Read'] });
  if (accessToken === '') return;
  document.body.innerHTML = '<h1 data-screen-title>A token is there</h1>';
}

void showToken();
