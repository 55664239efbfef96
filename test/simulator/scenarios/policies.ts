import { CONTOSO, GRANTED, MIA, scenario, type Scenario } from './scenario';

export const POLICIES: readonly Scenario[] = [
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
      'user-assigned',
      'Mia is assigned',
      'Only assigned people may use it, and Mia is one of them. Entra dates tokens five minutes back (F8).',
      'It is green: the token of this moment proves that Mia is assigned.',
    ],
    [GRANTED, { set: 'assignment-required', tenant: CONTOSO }, { set: 'assigned', user: MIA }],
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
      'account-disabled',
      'Mia’s account is switched off',
      'Granted, but nobody can sign in with Mia’s account.',
      'Mia asks for their account, and not for ExtendSync, with the code AADSTS50057.',
    ],
    [GRANTED, { set: 'account-disabled', user: MIA }],
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
