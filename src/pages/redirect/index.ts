import { createBrowserClock } from '../../adapters/browser/clock';
import { keepAnswerForMsal } from '../../adapters/msal/redirect';

// Microsoft comes back here after a sign-in; the pane reads the answer. A page that nobody waits for says so.
if (keepAnswerForMsal(window, createBrowserClock()) === 'nobody-waits') {
  document.getElementById('words')?.removeAttribute('hidden');
}
