import { GRANTED, scenario, type Scenario } from './scenario';

/** What stands around the service, as its operators have it. */
export const OPERATORS: readonly Scenario[] = [
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
