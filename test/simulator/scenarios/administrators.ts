import { GRANTED, scenario, type Scenario, type Step } from './scenario';

/** Everything that goes without a screen at sign-in is refused so, as the look is. */
const silentlyRefused = (number: number, error: string): Step => ({
  set: 'fault',
  fault: { trouble: { kind: 'aadsts', number, error }, families: ['authorize'], silently: true },
});

export const ADMINISTRATORS: readonly Scenario[] = [
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
