/** What office.js is told when it asks `getAppContextAsync`: names as in office.js 1.1.110, OSF.OfficeAppContext. */

export interface AppContextInput {
  readonly controlId: string;
  readonly locale: string;
  readonly addinOrigin: string;
  /** Origins besides the add-in's own to which its dialogs may go. */
  readonly appDomains: readonly string[];
  /** Office roaming settings: name to JSON text. */
  readonly settings: Readonly<Record<string, string>>;
  readonly widthPx: number;
  readonly heightPx: number;
}

const OUTLOOK_WEB_APP = 64;
const HOST_VERSION = '16.01';

/**
 * The requirement sets of this host. Mailbox 1.11 is what the office.js of the npm package implements. NestedAppAuth is
 * claimed with and without the bridge, as Outlook on the web was seen to do (msal-js issue 7723).
 */
export const requirementMatrix: Readonly<Record<string, string>> = {
  Mailbox: '1.11',
  DialogApi: '1.2',
  DialogOrigin: '1.1',
  NestedAppAuth: '1.1',
  // office.js hands its telemetry to the host only where this word occurs; elsewhere it would try a server of Microsoft's.
  react: '1.1',
};

/** In a dialog nested app authentication is not claimed: msal-js issue 7684. */
const dialogRequirementMatrix: Readonly<Record<string, string>> = {
  DialogApi: '1.2',
  DialogOrigin: '1.1',
  react: '1.1',
};

/** The add-in's licence as the store would give it, an encoded line of XML; empty here, but it must be readable as XML. */
const E_TOKEN = encodeURIComponent('<r v="0"><t cid="" oid=""/></r>');

export function appContextFor(input: AppContextInput): Readonly<Record<string, unknown>> {
  return {
    _id: input.controlId,
    _appName: OUTLOOK_WEB_APP,
    _appVersion: HOST_VERSION,
    _appMinorVersion: 0,
    _appUILocale: input.locale,
    _dataLocale: input.locale,
    _docUrl: '',
    _clientMode: 0,
    _settings: input.settings,
    _reason: 'documentOpened',
    _osfControlType: 1,
    _eToken: E_TOKEN,
    _correlationId: input.controlId,
    _appInstanceId: input.controlId,
    _requirementMatrix: JSON.stringify(requirementMatrix),
    _dialogRequirementMatrix: JSON.stringify(dialogRequirementMatrix),
    _hostCustomMessage: '',
    _hostFullVersion: '16.0.15407.10000',
    _clientWindowHeight: input.heightPx,
    _clientWindowWidth: input.widthPx,
    _addinName: 'ExtendSync',
    _appDomains: [input.addinOrigin, ...input.appDomains],
    _featureGates: {},
    _initialDisplayMode: 0,
    _wacHostEnvironment: '0',
    _isFromWacAutomation: false,
    _marketplaceType: '',
  };
}
