import { GRANTED, MIA, scenario, type Scenario } from './scenario';

const FABRIKAM = 'fabrikam.example';
/** Where the account is called otherwise than the mailbox. */
const ALIAS_OF_MIA = 'mia@contoso-mail.example';
const SHARED_MAILBOX = 'support@contoso.example';
/** Of a domain that Entra knows nothing of. */
const PERSONAL_MAILBOX = 'mia@personal-mail.example';

export const PEOPLE_AND_PLACES: readonly Scenario[] = [
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
      'on-premises-mailbox',
      'A mailbox on the organisation’s own server',
      'Contoso is hybrid: it has granted, and Mia’s mailbox is still on its own Exchange.',
      'The approval is there, and the pane says that ExtendSync does not reach this mailbox.',
    ],
    [GRANTED],
    { host: { accountType: 'enterprise' } },
  ),
  scenario(
    [
      'personal-mailbox',
      'A personal mailbox',
      'Mia has opened a mailbox of outlook.com, where Outlook has no broker for add-ins.',
      'Nobody is sent to sign in or to an administrator: the pane says that no organisation can approve here.',
    ],
    [GRANTED],
    { host: { accountType: 'outlookCom', mailbox: PERSONAL_MAILBOX, bridge: 'absent' } },
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
