/**
 * A tiny add-in that uses real office.js and real msal-browser against the simulated host. It is test equipment: its only
 * purpose is to prove the simulator; the product has its own pages.
 */
import { createNestablePublicClientApplication, type IPublicClientApplication } from '@azure/msal-browser';

/** Replaced when the page is bundled. */
declare const CLIENT_ID: string;
declare const ENTRA_ORIGIN: string;

/** What came of a request for a token, as far as MSAL tells. */
interface TokenReport {
  readonly ok: boolean;
  readonly username?: string;
  readonly scopes?: readonly string[];
  readonly accessToken?: string;
  readonly errorName?: string;
  readonly errorCode?: string;
  readonly subError?: string;
  readonly message?: string;
}

const API_SCOPE = `api://${CLIENT_ID}/access_as_user`;

let client: Promise<IPublicClientApplication> | undefined;
let dialog: Office.Dialog | undefined;
const dialogEvents: string[] = [];
const themes: string[] = [];
const subjects: string[] = [];

const ready = Office.onReady().then((info) => {
  const { mailbox } = Office.context;
  if (mailbox) {
    mailbox.addHandlerAsync(
      Office.EventType.OfficeThemeChanged,
      (event: { officeTheme: Office.OfficeTheme }) => {
        themes.push(event.officeTheme.bodyBackgroundColor);
      },
    );
    mailbox.addHandlerAsync(Office.EventType.ItemChanged, () => {
      subjects.push((mailbox.item as Office.MessageRead | undefined)?.subject ?? '');
    });
  }
  document.body.dataset['ready'] = 'yes';
  return { host: String(info.host), platform: String(info.platform) };
});

function msal(): Promise<IPublicClientApplication> {
  client ??= createNestablePublicClientApplication({
    auth: {
      clientId: CLIENT_ID,
      authority: `${ENTRA_ORIGIN}/organizations`,
      knownAuthorities: [new URL(ENTRA_ORIGIN).host],
      redirectUri: `${location.origin}/redirect.html`,
    },
  });
  return client;
}

async function report(
  ask: () => Promise<{ account: { username: string }; scopes: string[]; accessToken: string }>,
): Promise<TokenReport> {
  try {
    const { account, scopes, accessToken } = await ask();
    return { ok: true, username: account.username, scopes, accessToken };
  } catch (error) {
    const { name, errorCode, subError, message } = error as Error & { errorCode?: string; subError?: string };
    return {
      ok: false,
      errorName: name,
      message,
      ...(errorCode === undefined ? {} : { errorCode }),
      ...(subError === undefined ? {} : { subError }),
    };
  }
}

const addin = {
  ready: () => ready,
  profile: () => {
    const { userProfile, item } = Office.context.mailbox;
    return {
      email: userProfile.emailAddress,
      name: userProfile.displayName,
      language: Office.context.displayLanguage,
      subject: (item as Office.MessageRead | undefined)?.subject ?? '',
      supportsNaa: Office.context.requirements.isSetSupported('NestedAppAuth', '1.1'),
      hasBridge: 'nestedAppAuthBridge' in window,
    };
  },
  remember: (name: string, value: unknown) =>
    new Promise<string>((resolve) => {
      Office.context.roamingSettings.set(name, value);
      Office.context.roamingSettings.saveAsync((result) => resolve(String(result.status)));
    }),
  recall: (name: string): unknown => Office.context.roamingSettings.get(name),
  draft: () => {
    Office.context.mailbox.displayNewMessageForm({
      toRecipients: ['adele@contoso.example'],
      subject: 'Please approve',
      htmlBody:
        '<p>Hello <b>Adele</b>, <a href="https://localhost/approve">approve</a><img src=x onerror="document.title=1">' +
        '<script>document.title="pwned"</script></p>',
    });
  },
  openDialog: (inIframe: boolean) =>
    new Promise<string>((resolve) => {
      const options = { width: 40, height: 50, displayInIframe: inIframe, promptBeforeOpen: false };
      Office.context.ui.displayDialogAsync(`${location.origin}/dialog.html`, options, (result) => {
        if (result.status === Office.AsyncResultStatus.Failed) {
          resolve(`failed ${result.error.code}`);
          return;
        }
        dialog = result.value;
        dialog.addEventHandler(Office.EventType.DialogMessageReceived, (event) => {
          dialogEvents.push('message' in event ? `said ${event.message}` : `error ${event.error}`);
        });
        dialog.addEventHandler(Office.EventType.DialogEventReceived, (event) => {
          dialogEvents.push('error' in event ? `event ${event.error}` : 'event');
        });
        resolve('opened');
      });
    }),
  tellDialog: (text: string) => dialog?.messageChild(text),
  closeDialog: () => dialog?.close(),
  dialogEvents: () => dialogEvents,
  themes: () => themes,
  subjects: () => subjects,
  silent: async (scopes: string[] = [API_SCOPE], forceRefresh = true) => {
    const pca = await msal();
    return report(() => pca.acquireTokenSilent({ scopes, forceRefresh }));
  },
  popup: async (scopes: string[] = [API_SCOPE]) => {
    const pca = await msal();
    return report(() => pca.acquireTokenPopup({ scopes }));
  },
  apiScope: API_SCOPE,
};

export type TestAddin = typeof addin;

Object.assign(window, { testAddin: addin });
document.getElementById('popup')?.addEventListener('click', () => {
  void addin.popup().then((result) => {
    document.body.dataset['popup'] = JSON.stringify(result);
  });
});
