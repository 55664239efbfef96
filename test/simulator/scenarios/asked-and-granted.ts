import type { GraphPermission } from '../entra/seed';
import { CONTOSO, GRANTED, MIA, scenario, type Scenario } from './scenario';

/** What an older version of ExtendSync did not ask for yet. */
const NEW_PERMISSIONS: readonly GraphPermission[] = [
  { scope: 'MailboxSettings.ReadWrite', kind: 'delegated' },
  { scope: 'Mail.ReadWrite', kind: 'application' },
];

export const ASKED_AND_GRANTED: readonly Scenario[] = [
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
