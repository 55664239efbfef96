/** Named situations as plain data: what the tenant looks like, what is broken, and which window shows it. */
import type { Directory } from './entra/directory';
import type { SimulatedEntra } from './entra/entra';
import type { FaultSpec } from './entra/faults';
import { needsAdministrator } from './entra/graph-permissions';
import type { Quirk } from './entra/quirks';
import type { GraphPermission } from './entra/seed';
import type { HostOptions } from './outlook/host-options';

/** One fact that a scenario establishes in the simulated tenant. Tenants are named by domain, people by UPN. */
export type Step =
  | { readonly set: 'granted'; readonly tenant: string; readonly without?: readonly GraphPermission[] }
  /** By hand in Entra: everything delegated for everybody, and no application permission. */
  | { readonly set: 'granted-delegated'; readonly tenant: string }
  | { readonly set: 'granted-by-user'; readonly user: string; readonly without?: readonly GraphPermission[] }
  /** By an administrator's script: everything delegated, for this one person, of Graph alone. */
  | { readonly set: 'granted-by-script'; readonly user: string }
  | { readonly set: 'user-consent'; readonly tenant: string; readonly policy: 'on' | 'off' | 'low-risk-only' }
  | { readonly set: 'assignment-required'; readonly tenant: string }
  | { readonly set: 'application-disabled'; readonly tenant: string }
  | { readonly set: 'conditional-access'; readonly tenant: string; readonly policy: 'block' | 'require-mfa' }
  | { readonly set: 'propagation-delay'; readonly delayMs: number }
  | { readonly set: 'opaque-graph-tokens' }
  | { readonly set: 'quirk'; readonly quirk: Quirk }
  | { readonly set: 'fault'; readonly fault: FaultSpec };

export type Surrounding =
  /** The proxy writes the client's port behind its address. */
  | 'proxy-writes-ports'
  /** A pooler takes LISTEN and delivers nothing. */
  | 'database-tells-nothing';

export interface Scenario {
  readonly name: string;
  readonly title: string;
  /** What has happened before the window opens. */
  readonly story: string;
  /** What to look at, or to do and then look at. */
  readonly lookAt: string;
  readonly steps: readonly Step[];
  /** Is the product's service running? */
  readonly service: 'running' | 'stopped';
  /** What stands before and behind the service, where it is not as usual. */
  readonly surroundings: readonly Surrounding[];
  readonly host: Partial<HostOptions>;
}

const CONTOSO = 'contoso.example';
const FABRIKAM = 'fabrikam.example';
const MIA = 'mia@contoso.example';
/** Where the account is called otherwise than the mailbox. */
const ALIAS_OF_MIA = 'mia@contoso-mail.example';
const SHARED_MAILBOX = 'support@contoso.example';

/** What an older version of ExtendSync did not ask for yet. */
const NEW_PERMISSIONS: readonly GraphPermission[] = [
  { scope: 'MailboxSettings.ReadWrite', kind: 'delegated' },
  { scope: 'Mail.ReadWrite', kind: 'application' },
];

/** A scenario's words, in the order in which people read them. */
type Words = readonly [name: string, title: string, story: string, lookAt: string];

function scenario(
  [name, title, story, lookAt]: Words,
  steps: readonly Step[] = [],
  rest: Partial<Pick<Scenario, 'service' | 'host' | 'surroundings'>> = {},
): Scenario {
  const { service = 'running', host = {}, surroundings = [] } = rest;
  return { name, title, story, lookAt, steps, service, host, surroundings };
}

const GRANTED: Step = { set: 'granted', tenant: CONTOSO };

const faultEverywhere = (trouble: FaultSpec['trouble']): Step => ({ set: 'fault', fault: { trouble } });

const faultAtTokens = (trouble: FaultSpec['trouble']): Step => ({
  set: 'fault',
  fault: { trouble, families: ['token', 'broker', 'graph'] },
});

/** Everything that goes without a screen at sign-in is refused so, as the look is. */
const silentlyRefused = (number: number, error: string): Step => ({
  set: 'fault',
  fault: { trouble: { kind: 'aadsts', number, error }, families: ['authorize'], silently: true },
});

const ASKED_AND_GRANTED: readonly Scenario[] = [
  scenario([
    'not-asked',
    'Nobody has consented',
    'Mia opens the pane. Share with an admin, or grant as one.',
    'The one button that leads on. Share the link, open it as Adele from "People", accept, and watch the pane turn green by itself.',
  ]),
  scenario(
    [
      'granted',
      'Granted for the organisation',
      'An admin consented before. The check is green at once.',
      'The green check, the name of the organisation and when Microsoft said so. Revoke under "Consent of the organisation" and check again.',
    ],
    [GRANTED],
  ),
  scenario(
    [
      'partial',
      'An older, smaller grant',
      'Consent was given before ExtendSync asked for two more permissions.',
      'The two that are missing come first, each with its reason.',
    ],
    [{ set: 'granted', tenant: CONTOSO, without: NEW_PERMISSIONS }],
  ),
  scenario(
    [
      'only-you',
      'Mia consented alone',
      'Mia’s own token has everything that a user can consent to, but the organisation has not granted.',
      'It is not green: the pane says for whom it holds and offers the way to an administrator.',
    ],
    [{ set: 'granted-by-user', user: MIA }],
  ),
  scenario(
    [
      'granted-by-hand',
      'Granted in Entra by hand, without Autopilot',
      'Every delegated permission is there for everybody. No administrator has shown it to ExtendSync yet.',
      '"Approved, not yet confirmed for everyone" and "Confirm as administrator". Choose Adele as the signed-in person, confirm, and it is green for Mia too.',
    ],
    [{ set: 'granted-delegated', tenant: CONTOSO }],
  ),
  scenario(
    [
      'granted-by-script',
      'Granted to Mia alone, by a script',
      'An administrator wrote a grant for one person, with the permission that only an administrator can give.',
      'It is not green, though Mia’s token holds everything; a colleague has nothing at all.',
    ],
    [{ set: 'granted-by-script', user: MIA }],
  ),
  scenario(
    [
      'sign-in-words-absent',
      'A grant without the sign-in words',
      'Everything is granted; the list leaves out openid, profile, email and offline_access.',
      'It is green: these four come with any grant.',
    ],
    [GRANTED, { set: 'quirk', quirk: 'sign-in-words-absent' }],
  ),
];

const PEOPLE_AND_PLACES: readonly Scenario[] = [
  scenario(
    [
      'other-tenant',
      'Signed in from another organisation',
      "The mailbox is Contoso's, the account that signs in is Fabrikam's.",
      'Fabrikam has granted everything, and yet nothing is green: the mailbox counts.',
    ],
    [{ set: 'granted', tenant: FABRIKAM }],
    { host: { person: 'bo', mailbox: MIA } },
  ),
  scenario(
    [
      'consultant',
      'A consultant with a Contoso mailbox',
      'Carl works for Northwind and is a guest of Contoso, which has granted.',
      'Which of the two organisations the pane names. "Help" tells of the guest.',
    ],
    [GRANTED],
    { host: { person: 'carl', mailbox: 'carl@contoso.example' } },
  ),
  scenario(
    [
      'alias-domain',
      'A second domain of the same organisation',
      'contoso-mail.example and contoso.example are one tenant.',
      'It is green for Contoso. "Help" explains the second domain.',
    ],
    [GRANTED],
    { host: { mailbox: ALIAS_OF_MIA } },
  ),
  scenario(
    [
      'domain-not-found',
      'A domain about which Microsoft says nothing',
      'The mailbox has a second domain, and the question whose it is meets a throttle (F13).',
      'Neither green nor "another account": the pane could not tell, and tries again.',
    ],
    [
      GRANTED,
      {
        set: 'fault',
        fault: {
          trouble: { kind: 'throttle', retryAfterSeconds: 20 },
          families: ['openid'],
          segment: 'contoso-mail.example',
        },
      },
    ],
    { host: { mailbox: ALIAS_OF_MIA } },
  ),
  scenario(
    [
      'address-differs',
      'An address that is no account name',
      'The mailbox is mia@contoso-mail.example, Mia signs in as mia@contoso.example, and there is no bridge (F7).',
      'Sign in as Mia: the window lets them pick, and the pane turns green.',
    ],
    [GRANTED],
    { host: { bridge: 'absent', mailbox: ALIAS_OF_MIA } },
  ),
  scenario(
    [
      'shared-mailbox',
      'A shared mailbox',
      'Mia has opened support@contoso.example; nobody can sign in with it (F7).',
      'Sign in: the window lets Mia pick an account of Mia’s own, and the pane says in whose name it answers.',
    ],
    [GRANTED],
    { host: { bridge: 'absent', mailbox: SHARED_MAILBOX } },
  ),
  scenario(
    [
      'shared-folder',
      'A message in a folder that is shared',
      'Mia reads a message of support@contoso.example, in Mia’s own Outlook.',
      'The pane says that the mailbox is not Mia’s own, and that it was asked with Mia’s account.',
    ],
    [GRANTED],
    { host: { owner: SHARED_MAILBOX } },
  ),
  scenario(
    [
      'pinned-pane',
      'A pinned pane and two mailboxes',
      'Pin the pane, then open another mailbox under "This Outlook".',
      "The pane follows: with carl@northwind.example it speaks of another organisation, and comes back with Mia's own.",
    ],
    [GRANTED],
    { host: { panel: 'open' } },
  ),
];

const ADMINISTRATORS: readonly Scenario[] = [
  scenario(
    [
      'role-too-small',
      'An administrator whose role is not enough',
      'Alex may approve what is delegated. Autopilot needs more.',
      'Approve for Autopilot: Microsoft sends Alex back, and the pane names the roles that are enough.',
    ],
    [],
    { host: { person: 'alex' } },
  ),
  scenario(
    [
      'may-not-look',
      'An administrator who may approve and not look',
      'Ira is AI Administrator: the role may consent, and may not read what was granted.',
      'Approve without Autopilot: the approval counts, and another administrator is asked to confirm it.',
    ],
    [],
    { host: { person: 'ira' } },
  ),
  scenario(
    [
      'look-needs-sign-in',
      'The look finds nobody signed in',
      'After Accept Microsoft says "login required" to what goes without a screen.',
      'Approve: the approval page says what is missing and offers "Confirm as administrator".',
    ],
    [silentlyRefused(50058, 'login_required')],
  ),
  scenario(
    [
      'look-needs-somebody',
      'The look needs a second factor',
      'After Accept Microsoft says "interaction required" to what goes without a screen.',
      'Approve: the approval page says so and offers "Confirm as administrator", which goes through.',
    ],
    [silentlyRefused(50076, 'interaction_required')],
  ),
  scenario(
    [
      'look-finds-two',
      'Two accounts in the browser',
      'Microsoft cannot tell without a screen which account is meant.',
      'Approve: the approval page offers "Confirm as administrator", where the account is picked.',
    ],
    [silentlyRefused(16000, 'account_selection_required')],
  ),
  scenario(
    [
      'consent-replaces',
      'A smaller consent that takes a larger one away',
      'Contoso has everything. Microsoft warns that a new consent may revoke what was granted before.',
      'Nowhere does the pane offer a link that asks for less than there is.',
    ],
    [GRANTED, { set: 'quirk', quirk: 'consent-replaces' }],
  ),
  scenario(
    [
      'slow-propagation',
      'A grant that takes its time',
      'After consent Microsoft needs 20 seconds to tell its servers.',
      'Approve: the pane says that the approval is on its way, and is green some moments after the 20 seconds.',
    ],
    [{ set: 'propagation-delay', delayMs: 20_000 }],
  ),
  scenario(
    [
      'consent-known-late',
      'Not even the sign-in knows of the consent',
      'For 20 seconds after Accept the same browser is told that nobody has consented.',
      'Approve without Autopilot: the look is refused first; "Confirm as administrator" succeeds after the 20 seconds.',
    ],
    [
      { set: 'propagation-delay', delayMs: 20_000 },
      { set: 'quirk', quirk: 'consent-known-late' },
    ],
  ),
];

const POLICIES: readonly Scenario[] = [
  scenario(
    [
      'declined-policy',
      'Users may not consent',
      'The organisation lets only administrators consent.',
      'Mia is not sent into a window in which they can only fail.',
    ],
    [{ set: 'user-consent', tenant: CONTOSO, policy: 'off' }],
  ),
  scenario(
    [
      'user-not-assigned',
      'Mia is not assigned',
      'Granted, but only assigned people may use it.',
      'What Mia can tell their administrator, with the code AADSTS50105.',
    ],
    [GRANTED, { set: 'assignment-required', tenant: CONTOSO }],
  ),
  scenario(
    [
      'app-disabled',
      'Switched off by an admin',
      'Granted once, then disabled for sign-in.',
      'The pane does not offer another approval: it would change nothing.',
    ],
    [GRANTED, { set: 'application-disabled', tenant: CONTOSO }],
  ),
  scenario(
    [
      'conditional-access',
      'Stopped by conditional access',
      'Granted, but a policy blocks this access.',
      'Whom to ask, and what to tell.',
    ],
    [GRANTED, { set: 'conditional-access', tenant: CONTOSO, policy: 'block' }],
  ),
  scenario(
    [
      'own-api-needs-consent',
      'A registration that lacks a step',
      'Our own API is not pre-authorised, and the grant names Graph alone.',
      'Mia is not told that nobody has approved: Graph has been asked as well.',
    ],
    [
      { set: 'quirk', quirk: 'own-api-needs-consent' },
      { set: 'granted-delegated', tenant: CONTOSO },
    ],
  ),
];

/** The broker's tokens alone are refused so: a window goes another way. */
const faultAtBroker = (trouble: FaultSpec['trouble']): Step => ({
  set: 'fault',
  fault: { trouble, families: ['broker'] },
});

/** Microsoft's numbers that were read wrongly, each with its own way on. */
const MICROSOFTS_NUMBERS: readonly Scenario[] = [
  scenario(
    [
      'own-api-disabled',
      'Our own API is switched off',
      'AADSTS500014: the service principal of the resource is disabled, and the resource is ExtendSync itself (F6).',
      'Blocked, with a message to the administrator to switch it on; nobody is told to wait.',
    ],
    [
      GRANTED,
      faultAtTokens({
        kind: 'aadsts',
        number: 500014,
        error: 'unauthorized_client',
        text: 'The service principal for the resource is disabled.',
      }),
    ],
  ),
  scenario(
    [
      'lacks-service-principal',
      'The organisation lacks a service principal',
      'AADSTS650052 with its newer text: "lacks a service principal … or consent to the application" (F21).',
      'Nobody speaks of a licence: approve, or share with an administrator.',
    ],
    [
      faultAtTokens({
        kind: 'aadsts',
        number: 650052,
        error: 'invalid_client',
        text: 'The organization lacks a service principal for the resource, or consent to the application in order to create it.',
      }),
    ],
  ),
  scenario(
    [
      'other-cloud',
      'An organisation in another cloud',
      'AADSTS900439: application and organisation are in different clouds (F22).',
      'The pane says so and leads to support. It does not promise that waiting helps.',
    ],
    [
      faultAtTokens({
        kind: 'aadsts',
        number: 900439,
        error: 'invalid_request',
        text: 'USGClientNotSupportedOnPublicEndpoint.',
      }),
    ],
  ),
  scenario(
    [
      'scopes-unauthorized',
      'Scopes that are unauthorized or expired',
      'AADSTS70000: the session is lost, or consent is missing, and the number does not say which (F23).',
      'Sign in: a window opens, and the check turns green.',
    ],
    [
      GRANTED,
      faultAtBroker({
        kind: 'aadsts',
        number: 70000,
        error: 'invalid_grant',
        text: 'The provided request must include scopes that are authorized. The scopes requested are unauthorized or expired.',
      }),
    ],
  ),
];

/** What stands around the service, as its operators have it. */
const OPERATORS: readonly Scenario[] = [
  scenario(
    [
      'proxy-writes-ports',
      'A gateway that writes ports',
      'X-Forwarded-For carries address and port, as Azure Application Gateway writes it (F9).',
      'All is as ever. Three hundred links from one address in ten minutes are the limit, whichever ports they come from.',
    ],
    [],
    { surroundings: ['proxy-writes-ports'] },
  ),
  scenario(
    [
      'listen-hears-nothing',
      'A pooler that delivers no news',
      'LISTEN is taken and nothing arrives, as behind PgBouncer in transaction mode (F10, F17).',
      'Share, open the link as Adele and approve: the pane is green some seconds later than usual. /readyz at the address of the pane says "degraded" and which settings cure it.',
    ],
    [],
    { surroundings: ['database-tells-nothing'] },
  ),
  scenario([
    'link-made-by-hand',
    'A consent link that ExtendSync did not make',
    'An administrator declined at a link of their own, and Microsoft sends them to us without a state of ours (F11).',
    'Open /consent/return?error=access_denied&error_description=AADSTS65004&state=12345 at the address of the pane, in a tab: the page quotes it with the code and asks Microsoft.',
  ]),
  scenario(
    [
      'version-1-tokens',
      'A registration with tokens of version 1',
      'Granted, but the service cannot take the tokens (F19).',
      'No green and no red: the operator reads the reason in the log of the service.',
    ],
    [GRANTED, { set: 'quirk', quirk: 'version-1-tokens' }],
  ),
  scenario(
    [
      'tokens-for-another',
      'Tokens with the audience of another application',
      'Granted, but the tokens for our own API are not for us (F19).',
      'No green and no red: the log of the service says what to change in the registration.',
    ],
    [GRANTED, { set: 'quirk', quirk: 'tokens-for-another' }],
  ),
  scenario(
    [
      'application-only-key',
      'Tokens with a key of the application’s own',
      'Entra signs with a key that it publishes for this application alone (F19).',
      'No green and no red: the log of the service names custom claims and acceptMappedClaims.',
    ],
    [GRANTED, { set: 'quirk', quirk: 'application-only-key' }],
  ),
];

const MICROSOFT_IN_TROUBLE: readonly Scenario[] = [
  scenario(
    [
      'throttled',
      'Microsoft throttles',
      'Every question is answered with 429 and a wait of 20 seconds.',
      'The pane waits as long as it was told to, and says so.',
    ],
    [GRANTED, faultAtTokens({ kind: 'throttle', retryAfterSeconds: 20 })],
  ),
  scenario(
    [
      'loop-detected',
      'Microsoft sees a loop',
      'AADSTS50196: it says "invalid grant", but means "too often".',
      'No approval is asked for: the pane only waits.',
    ],
    [GRANTED, faultAtTokens({ kind: 'aadsts', number: 50196 })],
  ),
  scenario(
    [
      'microsoft-down',
      'Microsoft is unavailable',
      'Sign-in and Graph answer 503.',
      'Neither red nor green. Clear the trouble and it turns green by itself.',
    ],
    [GRANTED, faultEverywhere({ kind: 'server-error', status: 503 })],
  ),
  scenario(
    [
      'garbage',
      'Answers that make no sense',
      'Sign-in and Graph answer with something that is no JSON.',
      'The same calm words as when Microsoft is unavailable.',
    ],
    [GRANTED, faultAtTokens({ kind: 'garbage' })],
  ),
  scenario(
    [
      'unforeseen',
      'A code nobody has seen',
      'AADSTS999999 as an answer to every question.',
      'The code is shown, and nothing is made of it.',
    ],
    [
      GRANTED,
      faultAtTokens({
        kind: 'aadsts',
        number: 999999,
        error: 'invalid_request',
        text: 'Something quite new.',
      }),
    ],
  ),
  scenario(
    [
      'opaque-tokens',
      'Tokens that cannot be read',
      'Graph tokens are opaque, as Microsoft says they may be.',
      'It is green all the same: what was granted is asked, not read out of a token.',
    ],
    [GRANTED, { set: 'opaque-graph-tokens' }],
  ),
  scenario(
    [
      'consistency-level',
      'Grants that are listed only on request',
      'Graph leaves grants out unless the question carries a certain header (F16).',
      'Nothing is said to be missing that is there.',
    ],
    [GRANTED, { set: 'quirk', quirk: 'grants-need-consistency-level' }],
  ),
  scenario(
    [
      'silent-frame',
      'A silent sign-in that never comes back',
      'No bridge, and the hidden frame gets no answer (F2).',
      'After some seconds the pane offers the window, and there sign-in works.',
    ],
    [
      GRANTED,
      { set: 'fault', fault: { trouble: { kind: 'silence', frames: true }, families: ['authorize'] } },
    ],
    { host: { bridge: 'absent' } },
  ),
  scenario(
    [
      'third-party-cookies',
      'A browser without third-party cookies',
      'No bridge, and no hidden frame finds a session.',
      'One click signs in; share, approve and confirm all the same.',
    ],
    [{ set: 'quirk', quirk: 'third-party-cookies-blocked' }],
    { host: { bridge: 'absent' } },
  ),
  scenario(
    [
      'offline',
      'No connection',
      "Neither Microsoft nor ExtendSync's service can be reached.",
      'What the pane says of the last answer, if there was one, and when it tries again.',
    ],
    [GRANTED, faultEverywhere({ kind: 'cut' })],
    { service: 'stopped' },
  ),
  scenario(
    [
      'service-stopped',
      "ExtendSync's service is away",
      'The pane works on its own and says what it can prove.',
      'Grant all under "Consent of the organisation": it is not green until the service is started.',
    ],
    [],
    { service: 'stopped' },
  ),
];

const HOSTS: readonly Scenario[] = [
  scenario(
    [
      'popup-blocked',
      'Windows are blocked',
      'The browser does not let the pane open a dialog.',
      'Approve: the pane offers a link instead.',
    ],
    [],
    { host: { popups: 'blocked' } },
  ),
  scenario(
    [
      'no-bridge',
      'An Outlook without the bridge',
      'Sign-in goes through a window, as in older Outlooks.',
      'One button signs in; afterwards all is as with the bridge.',
    ],
    [],
    { host: { bridge: 'absent' } },
  ),
  scenario(
    [
      'windows-new',
      'New Outlook on Windows',
      "The host refuses without Microsoft's number.",
      'The pane does not pretend to know why, and leads on all the same.',
    ],
    [],
    { host: { flavour: 'windows-new' } },
  ),
  scenario(
    [
      'stubborn-host',
      'A host that remembers refusals',
      'The broker repeats its refusal until somebody signs in.',
      'Approve from the link: the pane offers to sign in again, and that cures it.',
    ],
    [],
    { host: { memory: 'remembers-refusals' } },
  ),
  scenario(
    [
      'windows-classic-broker',
      'Classic Outlook on Windows with its broker',
      'Our own API is refused by its address: AADSTS90009. By the bare id it works.',
      'It is green without a word about it.',
    ],
    [GRANTED],
    { host: { flavour: 'windows-classic', trouble: 'broker-bare-ids-only' } },
  ),
  scenario(
    [
      'broker-refuses-origin',
      'A broker that does not know the pane',
      '"The origin is not valid for Nested App Auth" (F3).',
      'The pane signs in like a web page instead.',
    ],
    [GRANTED],
    { host: { trouble: 'broker-refuses-origin' } },
  ),
  scenario(
    [
      'broker-says-nothing',
      'A broker whose error is empty',
      'It refuses for good, with no word and no number (F3).',
      'The pane signs in like a web page instead.',
    ],
    [GRANTED],
    { host: { trouble: 'broker-says-nothing' } },
  ),
  scenario(
    [
      'broker-silent',
      'A broker that never answers',
      'No question for a token is ever answered (F2, F3).',
      'After some seconds the pane offers to sign in; a window of the browser opens, and the check turns green.',
    ],
    [GRANTED],
    { host: { trouble: 'broker-silent' } },
  ),
  scenario(
    [
      'broker-never-ready',
      'A broker that does not introduce itself',
      'The bridge is there, and nobody speaks on the other side (F3).',
      'As with a broker that never answers: the window of the browser leads on.',
    ],
    [GRANTED],
    { host: { trouble: 'broker-never-ready' } },
  ),
  scenario(
    [
      'broker-unavailable',
      'A broker that sends the pane away',
      'It says that nested sign-in is not there, with a code beside it (F4).',
      'The pane signs in like a web page instead.',
    ],
    [GRANTED],
    { host: { trouble: 'broker-unavailable' } },
  ),
  scenario(
    [
      'broker-window-fails',
      'A broker whose window does not open',
      'Sign-in is needed, and the window fails with native_executor_error (F29).',
      'Signing in stays on offer.',
    ],
    [GRANTED],
    { host: { trouble: 'broker-window-fails' } },
  ),
  scenario(
    [
      'dialog-reports-closed',
      'A dialog that is said to be closed',
      'Outlook reports it closed as soon as Microsoft stands there (F1).',
      'Approve as Adele in that window: the pane did not give up, and is green at once.',
    ],
    [],
    { host: { person: 'adele', trouble: 'dialog-reports-closed' } },
  ),
  scenario(
    [
      'dialog-believed-open',
      'A dialog that is gone and still believed in',
      'The second attempt meets 12007 (F25).',
      'Approve, close the window, approve again: a plain window opens.',
    ],
    [],
    { host: { person: 'adele', trouble: 'dialog-believed-open' } },
  ),
  scenario(
    [
      'dialog-message-lost',
      'A dialog whose message is lost',
      'What the window tells the pane never arrives (F26).',
      'Approve and let the window close: it is green some moments later, and nobody is blamed.',
    ],
    [],
    { host: { person: 'adele', trouble: 'dialog-message-lost' } },
  ),
  scenario(
    [
      'office-late',
      'office.js comes late',
      'Eleven seconds pass before office.js is there (F14).',
      'The pane says what it waits for, and takes the host when it comes.',
    ],
    [GRANTED],
    { host: { trouble: 'office-late' } },
  ),
  scenario(
    [
      'theme-told-late',
      'Colours that come after their event',
      'Outlook tells of a new theme before its colours are known (F28).',
      'Choose the dark theme under "This Outlook": the pane follows a moment later.',
    ],
    [GRANTED],
    { host: { trouble: 'theme-told-late', panel: 'open' } },
  ),
  scenario(
    [
      'mailbox-not-told',
      'A mailbox that Outlook does not name',
      'Outlook tells no address, as on a Mac with an Exchange of one’s own (F15).',
      'The pane is green for the organisation of the account, and says that it is no more than that.',
    ],
    [GRANTED],
    { host: { trouble: 'mailbox-not-told' } },
  ),
  scenario(
    [
      'profile-kept',
      'A pinned pane that is not told of the other mailbox',
      'The host changes the mailbox and keeps the old profile.',
      'Pin the pane and open another mailbox: what the pane says stays true of the one it knows.',
    ],
    [GRANTED],
    { host: { trouble: 'profile-kept', panel: 'open' } },
  ),
];

/** All scenarios, in the order in which the panel shows them. */
export const scenarios: readonly Scenario[] = [
  ...ASKED_AND_GRANTED,
  ...PEOPLE_AND_PLACES,
  ...ADMINISTRATORS,
  ...POLICIES,
  ...MICROSOFTS_NUMBERS,
  ...MICROSOFT_IN_TROUBLE,
  ...HOSTS,
  ...OPERATORS,
];

/** Finds a scenario by name. */
export function findScenario(name: string): Scenario | undefined {
  return scenarios.find((known) => known.name === name);
}

function isIn(list: readonly GraphPermission[], permission: GraphPermission): boolean {
  return list.some((other) => other.scope === permission.scope && other.kind === permission.kind);
}

const delegated = (list: readonly GraphPermission[]): readonly GraphPermission[] =>
  list.filter(({ kind }) => kind === 'delegated');

function take(directory: Directory, step: Step): void {
  const permissions = (without: readonly GraphPermission[] = []): readonly GraphPermission[] =>
    directory.application.requestedPermissions.filter((permission) => !isIn(without, permission));
  switch (step.set) {
    case 'granted':
      return directory.setTenantGrant(step.tenant, permissions(step.without));
    case 'granted-delegated':
      return directory.grantForTenant(step.tenant, delegated(permissions()), false);
    case 'granted-by-user': {
      // A user cannot consent to what only an administrator can.
      const own = delegated(permissions(step.without)).filter(({ scope }) => !needsAdministrator(scope));
      return directory.grantForUser(step.user, own);
    }
    case 'granted-by-script':
      return directory.grantForUser(step.user, delegated(permissions()), undefined, false);
    case 'quirk':
      return directory.setQuirk(step.quirk, true);
    case 'user-consent':
      return directory.setUserConsentPolicy(step.tenant, step.policy);
    case 'assignment-required':
      return directory.setAssignmentRequired(step.tenant, true);
    case 'application-disabled':
      return directory.setApplicationEnabled(step.tenant, false);
    case 'conditional-access':
      return directory.setConditionalAccess(step.tenant, step.policy);
    case 'propagation-delay':
      return directory.setPropagationDelay(step.delayMs);
    case 'opaque-graph-tokens':
      return directory.setOpaqueGraphTokens(true);
    case 'fault':
      directory.injectFault(step.fault);
      return;
    default:
      return step satisfies never;
  }
}

/** Brings the tenant from any state into the scenario's: everything is reset first, sign-ins too. */
export function applyScenario(entra: Pick<SimulatedEntra, 'directory' | 'reset'>, chosen: Scenario): void {
  entra.reset();
  for (const step of chosen.steps) take(entra.directory, step);
}
