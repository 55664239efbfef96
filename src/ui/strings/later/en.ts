import type { DiagnosisValues } from '../../../core/support/diagnosis/diagnosis';
import { permissionsEn } from '../permissions/en';
import type { LaterCatalogue } from './later-messages';

const mailbox = ({ mailDomain }: DiagnosisValues): string =>
  mailDomain === undefined ? 'This mailbox' : `This mailbox (${mailDomain})`;
const account = ({ accountDomain }: DiagnosisValues): string =>
  accountDomain === undefined ? 'your account' : `your account (${accountDomain})`;

const our = (organisation: string | undefined): string => organisation ?? 'our organisation';

export const laterEn: LaterCatalogue = {
  messages: {
    ...permissionsEn.reasons,
    ...permissionsEn.labels,

    'situation-hint.autopilot-on': () =>
      'The approval came with switching it on. Should Microsoft not confirm it, we ask for it.',
    'situation-hint.autopilot-everyone': () => 'Switching it on asks for the approval by itself.',
    'situation-hint.autopilot-groups': () =>
      'After the approval, an administrator limits it to your group in Exchange.',
    'situation-hint.no-autopilot': () => 'ExtendSync works only while somebody uses it.',
    'situation-hint.group-edition': () => 'Your teams work in mailboxes that they share.',
    'situation-hint.not-sure': () => 'We ask for everything that ExtendSync may need.',

    'notice.sign-in-window': () => 'Please go on in the sign-in window.',
    'notice.window-unseen': () =>
      'Outlook no longer sees Microsoft’s window. If it is still open, go on there; if you have closed it, start again. An approval shows here by itself.',

    'action.remind': () => 'Send a reminder',
    'action.share-draft': () => 'Write a message in Outlook',
    'action.share-copy': () => 'Copy the link',
    'action.share-mail': () => 'Use another mail program',
    'action.share-teams': () => 'Share in Teams',

    'shared.draft': () => 'You opened a message in Outlook',
    'shared.copy': () => 'You copied the link',
    'shared.mail': () => 'You chose another mail program',
    'shared.teams': () => 'You opened Teams to share it',
    'shared.screen': () => 'You showed it on the screen',
    'shared.reminder': () => 'You opened a reminder',

    'share-done.draft': () => 'The message is open. Press Send in Outlook.',
    'share-done.copy': () => 'Copied. Paste it into a chat or a mail.',
    'share-done.mail': () =>
      'If your mail program has opened, send the message there. If nothing opened, take one of the other ways.',
    'share-done.teams': () => 'Teams opens in another window. Choose there whom to send it to.',

    'share-failed.draft': () =>
      'Outlook has not opened a message so far. If none opens, please take one of the other ways.',
    'share-failed.copy': () =>
      'The browser did not allow copying. Select the link above and press Ctrl+C (⌘C on a Mac).',
    'share-failed.mail': () => 'No mail program opened. Please take one of the other ways.',
    'share-failed.teams': () => 'Teams did not open. Please take one of the other ways.',

    'history.opened': () => 'The link was opened',
    'history.returned': () => 'Somebody came back from Microsoft’s page',
    'history.denied': () => 'The request was turned down',
    'history.expired': () => 'An attempt ran out of time',
    'history.withdrawn': () => 'The request was withdrawn',
    'history.proved': () => 'Microsoft has proved the approval',
    'history.role-too-small': () => 'Someone tried whose role is not enough',
    'history.left': () => 'Someone left Microsoft’s page without approving',
    'history.failed': () => 'Microsoft reported an error to someone who tried',
    'history.other-tenant': () => 'Someone approved for another organisation',
    'history.granted': () => 'Microsoft confirmed the approval',

    'handed-over.copy': () => 'Copied.',
    'handed-over.withdrawal': () => 'Withdrawn. The link no longer works.',
    'handed-over.diagnostics-download': () => 'The file is saved. Please attach it to your message.',
    'handed-over.diagnostics-copy': () => 'The file’s text is copied. Please paste it into your message.',
    'handed-over.letter-support': () => 'The message is open. Please say what happened, and send it.',
    'handed-over.letter-deletion': () => 'The message is open. Please read it, and send it.',
    'handed-over.letter-assign': () => 'The message is open. Choose your administrator and send it.',
    'handed-over.letter-enable': () => 'The message is open. Choose your administrator and send it.',
    'handed-over.letter-enable-account': () => 'The message is open. Choose your administrator and send it.',
    'handed-over.letter-policy': () => 'The message is open. Choose your administrator and send it.',
    'handed-over.letter-refusal': () => 'The message is open. Choose your administrator and send it.',
    'handed-over.mail-support': () =>
      'If your mail program has opened, send the message there. If nothing opened, please write to our support by yourself.',
    'handed-over.mail-deletion': () =>
      'If your mail program has opened, send the message there. If nothing opened, please write to our support by yourself.',
    'handed-over.mail-assign': () =>
      'If your mail program has opened, choose your administrator and send the message there. If nothing opened, please write to your administrator by yourself.',
    'handed-over.mail-enable': () =>
      'If your mail program has opened, choose your administrator and send the message there. If nothing opened, please write to your administrator by yourself.',
    'handed-over.mail-enable-account': () =>
      'If your mail program has opened, choose your administrator and send the message there. If nothing opened, please write to your administrator by yourself.',
    'handed-over.mail-policy': () =>
      'If your mail program has opened, choose your administrator and send the message there. If nothing opened, please write to your administrator by yourself.',
    'handed-over.mail-refusal': () =>
      'If your mail program has opened, choose your administrator and send the message there. If nothing opened, please write to your administrator by yourself.',
    'not-handed-over.copy': () =>
      'The browser did not allow copying. Select the text and press Ctrl+C (⌘C on a Mac).',
    'not-handed-over.withdrawal': () =>
      'Our service has not confirmed the withdrawal, so the link may still work. We try again by ourselves, also the next time that you open this pane.',
    'not-handed-over.straight-withdrawal': () =>
      'This pane no longer waits for it. The link leads straight to Microsoft and cannot be withdrawn: it goes on working.',
    'not-handed-over.request': () =>
      'The link of your request no longer works: its 30 days are over, or our service does not have it any more. Please ask once more.',
    'not-handed-over.diagnostics-download': () =>
      'The browser did not save the file. Please copy its text instead.',
    'not-handed-over.diagnostics-copy': () =>
      'The browser did not allow copying. Open the file below, select its text and press Ctrl+C (⌘C on a Mac).',
    'not-handed-over.letter-support': () =>
      'No mail program opened. Please write to our support by yourself.',
    'not-handed-over.letter-deletion': () =>
      'No mail program opened. Please write to our support by yourself.',
    'not-handed-over.letter-assign': () =>
      'No mail program opened. Please write to your administrator by yourself.',
    'not-handed-over.letter-enable': () =>
      'No mail program opened. Please write to your administrator by yourself.',
    'not-handed-over.letter-enable-account': () =>
      'No mail program opened. Please write to your administrator by yourself.',
    'not-handed-over.letter-policy': () =>
      'No mail program opened. Please write to your administrator by yourself.',
    'not-handed-over.letter-refusal': () =>
      'No mail program opened. Please write to your administrator by yourself.',

    'dialog-ended.popup-blocked': () =>
      'The window was blocked. Allow pop-ups for Outlook and try again, or ask your administrator with a link.',
    'dialog-ended.already-open': () => 'There is another window of an add-in open. Close it and try again.',
    'dialog-ended.not-supported': () =>
      'Outlook cannot open the window here. Ask your administrator with a link instead.',
    'dialog-ended.dialog-failed': () =>
      'The window did not come up. Try again, or ask your administrator with a link.',
    'dialog-ended.denied': () => 'The approval was turned down on Microsoft’s page. Nothing has changed.',
    'dialog-ended.left': () => 'You left Microsoft’s page without approving. Nothing has changed.',
    'dialog-ended.role-too-small': () =>
      'Your role is not enough to approve these permissions. Please pass the link on to an administrator who is allowed to.',
    'dialog-ended.expired': () =>
      'That took longer than the five minutes that an attempt may last. Please start again.',
    'dialog-ended.repeated': () => 'That answer had been used before. Please start again.',
    'dialog-ended.forged': () =>
      'An answer came back that we did not ask for, so we ignored it. Please start again from here.',
    'dialog-ended.other-tenant': () =>
      'The approval was given for another organisation than this mailbox’s. Please start again, and sign in at Microsoft with an account of this mailbox’s organisation.',
    'dialog-ended.failed': () =>
      'Microsoft reported an error. Please start again; if it happens once more, contact our support.',
    'dialog-ended.look-may-not-read': () =>
      'The account that was signed in is not allowed to see what is granted in the organisation. Please pass the link on to an administrator who is allowed to.',
    'dialog-ended.accepted': () =>
      'Microsoft has taken the approval. What keeps this account out can be changed in the Microsoft Entra admin center. Under Enterprise applications, ExtendSync, the sign-in logs name it.',
    'dialog-ended.look-blocked': () =>
      'Microsoft did not let the account in that was signed in; the sign-in logs in the Microsoft Entra admin center say why. Perhaps it is not among the people who may use ExtendSync. Once that is changed, please confirm once more.',
    'dialog-ended.look-sign-in-needed': () =>
      'Microsoft shows what is granted only after a sign-in, and that was not completed. Please confirm once more, and sign in there as an administrator.',
    'dialog-ended.look-other-tenant': () =>
      'The account that was signed in does not belong to this mailbox’s organisation. Please confirm once more with an account that does.',

    'situation.chosen': () => 'Chosen',

    'steps.title': () => 'What there is to do',
    'situation-step.switch-autopilot-on': () => 'Switch Autopilot on in ExtendSync’s administration',
    'situation-step.grant-for-organisation': () => 'Approve ExtendSync for the whole organisation',
    'situation-step.verify-consent': () => 'Microsoft confirms the approval',
    'situation-step.check-autopilot-prerequisites': () =>
      'Check what else Autopilot needs, in ExtendSync’s administration',
    'situation-step.choose-group': () => 'Choose the group that Autopilot works for',
    'situation-step.limit-in-exchange': () => 'Limit the access to the group in Exchange',
    'situation-step.revoke-unlimited-in-entra': () =>
      'In Microsoft Entra, revoke the permissions that Exchange limits now',
    'situation-step.test-limit': () => 'Test the limit with a mailbox inside and one outside',
    'situation-step.check-shared-mailboxes': () => 'Open a shared mailbox and see whether it works',
    'step.done': () => 'Done',
    'step.next': () => 'Next',
    'step.later': () => 'Later',

    'attempt.until': ({ atMs }, format) =>
      `You have until ${format.moment(atMs)}; after that, you start again with one click.`,

    'share.link': () => 'Link for your administrator',
    'share.link-being-made': () => 'The link is being made…',
    'share.ways': () => 'How would you like to send it?',
    'share.message': () => 'Read the message first',
    'share.subject': () => 'Subject',
    'share.language': () => 'Language of the message',

    'pending.title': () => 'Your request',
    'pending.story': () => 'How it was approved',
    'pending.asked': ({ withWhom }) => `Asked: ${withWhom}`,
    'pending.with-whom': () => 'Whom did you ask?',
    'pending.with-whom-hint': () => 'A name, for you alone',
    'pending.noted': () => 'Noted',
    'pending.at': ({ atMs }, format) => format.moment(atMs),
    'pending.expires': ({ atMs }, format) => `The link works until ${format.moment(atMs)}.`,

    'withdraw.question': () => 'Withdraw the request? The link stops working at once.',
    'withdraw.yes': () => 'Withdraw it',
    'withdraw.no': () => 'Keep it',
    'forget.question': () =>
      'Stop waiting for it? The link leads straight to Microsoft and cannot be withdrawn: it goes on working.',
    'forget.yes': () => 'Stop waiting',

    'link.opens-outside': () => 'opens outside Outlook',

    'showing.code': () => 'QR code of the link, to be scanned with a phone',
    'showing.link': () => 'Or type this address',
    'showing.phone.title': () => 'On the administrator’s phone',
    'showing.phone.scan': () => 'Point the camera at the code and open the link.',
    'showing.phone.sign-in': () => 'Read the page, go on to Microsoft and sign in as an administrator.',
    'showing.phone.sign-in-there': () => 'Sign in at Microsoft as an administrator.',
    'showing.phone.accept': () => 'Check what Microsoft lists, and accept.',
    'showing.phone.then': () => 'This pane notices the result by itself. Nothing is typed here.',
    'showing.check.title': () => 'What Microsoft’s page must show',
    'showing.application': () => 'Application',
    'showing.client-id': () => 'Application (client) ID',
    'showing.copy': () => 'Copy the link',

    'group.name': () => 'Group',
    'group.name-hint': () =>
      'Name, alias, address or ID of a mail-enabled security group, a distribution list or a Microsoft 365 group.',
    'group.make': () => 'Make the script',
    'group.adds-up': () => 'Grants add up',
    'group.open-entra': () => 'Open the enterprise applications in Entra',
    'group.script': () => 'Script for Exchange Online PowerShell',
    'group.script-lead': ({ group }) =>
      `It limits ExtendSync to the mailboxes of “${group}”. Read it, then run it in PowerShell. It asks before each change, and can be run again.`,
    'group.script-copy': () => 'Copy the script',
    'group.roles': ({ roles }, format) => `Roles that it assigns: ${format.list(roles)}.`,
    'group.notes': () => 'Good to know',
    'group.test': () => 'See whether it works',
    'group.test-lead': () =>
      'This script only looks. Try it with a mailbox of the group, then with one outside it: “InScope” should say True, then False.',
    'group.mailbox': () => 'Mailbox to test with (may stay empty)',
    'group.mailbox-hint': () => 'Address, alias or name.',
    'group.test-script': () => 'Script that tests the limit',
    'group.test-copy': () => 'Copy the test',
    'group.nothing-to-limit': () =>
      'There is nothing here that Exchange could limit. Please contact our support.',
    'group.problem.empty': () => 'Please name the group.',
    'group.problem.too-long': () => 'No name is that long: 256 characters at most.',
    'group.problem.control-characters': () => 'It contains a line break or another control character.',
    'group.problem.hidden-characters': () =>
      'It contains characters that cannot be seen. Please type the name instead of pasting it.',
    'group.problem.broken-characters': () =>
      'It contains an incomplete character. Please type the name anew.',
    'group.problem.wildcard': () =>
      'An asterisk stands for any text, so it could mean another group. Please give the full name.',
    'exchange-note.exchange-administrator-needed': () =>
      'It takes an Exchange Administrator, or a member of Organization Management.',
    'exchange-note.grants-add-up': ({ scopes }, format) =>
      `What Microsoft Entra has granted for everyone stays in force beside this limit. After the script, revoke there as application permission: ${format.list(scopes)}. Only then is ExtendSync limited.`,
    'exchange-note.new-consent-undoes-limit': ({ scopes }, format) =>
      `If an administrator approves everything again later, these are granted for everyone once more and have to be revoked again: ${format.list(scopes)}.`,
    'exchange-note.not-limited': ({ scopes }, format) =>
      `Exchange has no limit for ${format.list(scopes)}: these permissions still reach the whole organisation.`,
    'exchange-note.direct-members-only': () =>
      'Only direct members count. Members of groups inside the group do not.',
    'exchange-note.takes-effect-later': ({ fromMinutes, toMinutes }, format) =>
      `A change takes ${format.number(fromMinutes)} to ${format.number(toMinutes)} minutes to take effect. The test does not wait for that.`,
    'exchange-note.replaces-access-policies': () =>
      'This takes the place of Application Access Policies, which Microsoft is retiring.',

    'manage.confirmed': ({ atMs }, format) =>
      `Microsoft confirmed the access for the whole organisation (${format.moment(atMs)}).`,
    'manage.confirmed.for-you': ({ atMs }, format) =>
      `Microsoft confirmed access to your account (${format.moment(atMs)}). Access for the whole organisation is not confirmed.`,
    'manage.not-confirmed': () => 'At present, no access is confirmed.',
    'manage.situation': () => 'How you use it',
    'manage.granted': () => 'What is granted',
    'manage.revoke': () => 'Take the access back',
    'manage.revoke-lead': () => 'An administrator can do this at any time, without us.',
    'manage.revoke.open': () => 'Open Microsoft Entra, Enterprise applications.',
    'manage.revoke.find': () => 'Find ExtendSync by its name or its application ID below.',
    'manage.revoke.permissions': () => 'To take back single permissions: Permissions, then Revoke.',
    'manage.revoke.delete': () => 'To take back everything: Properties, then Delete.',
    'manage.revoke.after': () =>
      'ExtendSync stops for everyone within about an hour. This pane notices it at its next check.',
    'manage.open-entra': () => 'Open Microsoft Entra',
    'manage.client-id': () => 'Application (client) ID',
    'manage.copy-client-id': () => 'Copy the ID',
    'manage.deletion': () => 'Have your data deleted',
    'manage.deletion-lead': () =>
      'Revoking stops the access. What ExtendSync keeps for your organisation is deleted on request. We prepare the message; you read it and send it.',
    'manage.deletion-open': () => 'Prepare the request',

    'help.diagnoses': () => 'Checks',
    'help.now': () => 'How it stands',
    'help.running': () => 'Checking…',
    'help.passed': ({ count }, format) =>
      format.plural(count, { one: 'One check passed', other: `${format.number(count)} checks passed` }),
    'help.run-again': () => 'Run again',
    'help.code': ({ code }) => `Microsoft’s code: ${code}`,
    'help.correlation-id': ({ correlationId }) => `Correlation ID: ${correlationId}`,
    'help.support': () => 'Ask our support',
    'help.support-lead': () =>
      'A diagnostic file tells us what happened. First save or copy it, then add it to the message.',
    'help.letter': () => 'Write to support',
    'letter.no-address': () =>
      'No address is set up here. Please send the message to whoever provides ExtendSync to you.',
    'help.download': () => 'Save the file',
    'help.copy': () => 'Copy the file’s text',
    'help.file': () => 'See what is in the file',
    'help.file-holds': () =>
      'In it: versions, the kind of Outlook, verdicts with Microsoft’s codes and correlation IDs, the times of the checks, the organisation’s ID and mail domain.',
    'help.file-never': () => 'Not in it: sign-in tokens, messages, addresses, names of people, links.',
    'help.file-loading': () => 'The file is being made',
    'help.file-text': () => 'Text of the diagnostic file',

    'diagnosis.service-reachable': () => 'Whether our service answers',
    'diagnosis.sign-in-kind': () => 'How you are signed in',
    'diagnosis.storage-allowed': () => 'What the browser keeps',
    'diagnosis.mailbox-of-account': () => 'Mailbox and account',
    'diagnosis.alias-domain': () => 'The domains of mailbox and account',
    'diagnosis.consultant': () => 'Whose organisation you work in',
    'diagnosis.consent-tenant': () => 'Which organisation approved',
    'diagnosis.user-assigned': () => 'Who may use ExtendSync',
    'diagnosis.application-enabled': () => 'Whether ExtendSync is switched on',
    'diagnosis.conditional-access': () => 'The organisation’s security policy',
    'diagnosis.grant-spread': () => 'How far the approval has come',
    'diagnosis.consent-breadth': () => 'Whom the approval is for',

    'diagnosis-result.passed': () => 'In order',
    'diagnosis-result.failed': () => 'Needs attention',
    'diagnosis-result.not-known': () => 'Not known',
    'diagnosis-result.does-not-apply': () => 'Does not apply',

    'diagnosis.service-reachable.as-it-should-be': () => 'It answered the last check.',
    'diagnosis.service-reachable.offline': () => 'You seem to be offline, so nobody can tell.',
    'diagnosis.service-reachable.throttled': () => 'It is busy and asked us to wait a little.',
    'diagnosis.service-reachable.no-answer': () =>
      'It did not answer. Without it, nobody can prove an approval for the whole organisation.',
    'diagnosis.service-reachable.not-asked-yet': () => 'It has not been asked yet.',

    'diagnosis.sign-in-kind.as-it-should-be': () => 'Outlook signs you in by itself.',
    'diagnosis.sign-in-kind.standard-client': () =>
      'This Outlook leaves the sign-in to a window of Microsoft’s. That works as well.',
    'diagnosis.sign-in-kind.outside-outlook': () => 'The pane runs outside Outlook.',
    'diagnosis.sign-in-kind.host-silent': () =>
      'Outlook did not answer. Closing and opening it mostly helps.',
    'diagnosis.sign-in-kind.not-asked-yet': () => 'Outlook has not told us yet.',

    'diagnosis.storage-allowed.as-it-should-be': () => 'The browser lets ExtendSync keep it.',
    'diagnosis.storage-allowed.blocked': () =>
      'The browser keeps nothing for pages inside other pages, so the sign-in is lost each time.',
    'diagnosis.storage-allowed.blocked-not-needed': () =>
      'The browser keeps nothing here, but Outlook does, so nothing is missing.',
    'diagnosis.storage-allowed.maybe-blocked': () =>
      'Microsoft sees no sign-in. Either there is none, or the browser hides it from pages inside other pages.',
    'diagnosis.storage-allowed.not-asked-yet': () => 'Nothing has been kept yet.',

    'diagnosis.mailbox-of-account.as-it-should-be': (values) =>
      `${mailbox(values)} and ${account(values)} belong to the same organisation.`,
    'diagnosis.mailbox-of-account.guest': () => 'Your account is a guest in this mailbox’s organisation.',
    'diagnosis.mailbox-of-account.same-domain': (values) =>
      `${mailbox(values)} and your account have the same domain.`,
    'diagnosis.mailbox-of-account.other-tenant': (values) =>
      `${mailbox(values)} belongs to another organisation than ${account(values)}.`,
    'diagnosis.mailbox-of-account.tenant-not-named': (values) =>
      `${mailbox(values)} names its domain alone. Which organisation that is, Microsoft did not tell.`,
    'diagnosis.mailbox-of-account.personal': () =>
      'This is a personal mailbox. No organisation can approve ExtendSync for it.',
    'diagnosis.mailbox-of-account.on-premises': () =>
      'This mailbox is on a server of your organisation’s own. ExtendSync only reaches mailboxes in Microsoft 365. Your administrator can move it there.',
    'diagnosis.mailbox-of-account.mailbox-not-known': () => 'Outlook did not tell which mailbox this is.',
    'diagnosis.mailbox-of-account.account-not-known': () => 'Nobody is signed in yet.',

    'diagnosis.alias-domain.alias': ({ mailDomain, accountDomain }) =>
      mailDomain === undefined || accountDomain === undefined
        ? 'The domains differ, but both belong to the same organisation. Nothing is wrong.'
        : `${mailDomain} and ${accountDomain} belong to the same organisation. Nothing is wrong.`,
    'diagnosis.alias-domain.same-domain': () => 'There is only one domain.',
    'diagnosis.alias-domain.other-tenant': () => 'The domains belong to two organisations.',
    'diagnosis.alias-domain.tenant-not-named': () =>
      'Microsoft did not tell whether both belong to one organisation.',
    'diagnosis.alias-domain.mailbox-not-known': () => 'Outlook did not tell which mailbox this is.',
    'diagnosis.alias-domain.account-not-known': () => 'The domain of the account is not known.',

    'diagnosis.consultant.as-it-should-be': () => 'Your account belongs to this mailbox’s organisation.',
    'diagnosis.consultant.guest': () =>
      'You are a guest here: your account belongs to another organisation. What counts here is the approval of this mailbox’s organisation. If the check mark is missing in your own, that can be ignored here.',
    'diagnosis.consultant.account-not-in-tenant': () =>
      'Microsoft does not know your account in this mailbox’s organisation. If you help there from outside, the missing check mark is no mistake of yours: only that organisation’s own people can see it.',
    'diagnosis.consultant.consultant-or-wrong-account': () =>
      'You are signed in with an account of another organisation. If you help here from outside, that is right, and the missing check mark can be ignored: approvals count for an organisation’s own people. If not, it is the wrong account.',
    'diagnosis.consultant.tenant-not-named': () =>
      'Microsoft did not tell whether your account belongs to this mailbox’s organisation.',
    'diagnosis.consultant.mailbox-not-known': () => 'Outlook did not tell which mailbox this is.',
    'diagnosis.consultant.account-not-known': () => 'Nobody is signed in yet.',

    'diagnosis.consent-tenant.as-it-should-be': () => 'The approval is for this mailbox’s organisation.',
    'diagnosis.consent-tenant.right-now-wrong-before': () =>
      'It is right now. Another organisation was approved by mistake before; that can be undone.',
    'diagnosis.consent-tenant.wrong-tenant': () =>
      'Somebody approved for another organisation. Approve for the right one, signed in with an account of it, and undo the other.',
    'diagnosis.consent-tenant.nobody-returned': () =>
      'Nobody has come back from Microsoft with an approval yet.',
    'diagnosis.consent-tenant.not-proven': () =>
      'Somebody came back from Microsoft. Whether it was for this organisation is not proven yet.',

    'diagnosis.user-assigned.as-it-should-be': () => 'Microsoft lets you in.',
    'diagnosis.user-assigned.not-assigned': () =>
      'Your organisation lets only certain people use ExtendSync. An administrator can add you under Users and groups.',
    'diagnosis.user-assigned.not-asked-yet': () => 'Microsoft has not told us yet.',

    'diagnosis.application-enabled.as-it-should-be': () => 'It is switched on in your organisation.',
    'diagnosis.application-enabled.disabled': () =>
      'It is switched off. Properties, “Enabled for users to sign in?” switches it on. If that says Yes already, contact our support.',
    'diagnosis.application-enabled.not-in-tenant-yet': () =>
      'It is not in your organisation yet. It comes with the approval.',
    'diagnosis.application-enabled.not-asked-yet': () => 'Microsoft has not told us yet.',

    'diagnosis.conditional-access.as-it-should-be': () => 'Microsoft allowed this access.',
    'diagnosis.conditional-access.policy': () => 'A policy of your organisation does not allow this access.',
    'diagnosis.conditional-access.device': () => 'A policy of your organisation asks for a managed device.',
    'diagnosis.conditional-access.multi-factor': () =>
      'Your organisation wants a second step when you sign in. Signing in again brings it up.',
    'diagnosis.conditional-access.not-asked-yet': () => 'Microsoft has not told us yet.',

    'diagnosis.grant-spread.as-it-should-be': () => 'Microsoft knows it everywhere.',
    'diagnosis.grant-spread.arrived': () => 'Your own sign-in shows it.',
    'diagnosis.grant-spread.nobody-returned': () => 'There is none under way.',
    'diagnosis.grant-spread.spreading': ({ returnedAtMs }, format) =>
      returnedAtMs === undefined
        ? 'It was given a moment ago. It can take some minutes until it is known everywhere at Microsoft.'
        : `The approval was given: ${format.moment(returnedAtMs)}. It can take some minutes until it is known everywhere at Microsoft.`,
    'diagnosis.grant-spread.still-refused': ({ returnedAtMs }, format) =>
      returnedAtMs === undefined
        ? 'Somebody came back from Microsoft, and Microsoft still refuses. Perhaps it was turned down there, or Outlook remembers the old answer.'
        : `Somebody came back from Microsoft (${format.moment(returnedAtMs)}), and Microsoft still refuses. Perhaps it was turned down there, or Outlook remembers the old answer.`,
    'diagnosis.grant-spread.not-proven': () => 'Somebody came back from Microsoft. Nothing is proven yet.',

    'diagnosis.consent-breadth.as-it-should-be': () =>
      'What is granted is granted for the whole organisation.',
    'diagnosis.consent-breadth.nothing-granted-yet': () => 'Nothing is granted yet.',
    'diagnosis.consent-breadth.only-you': () =>
      'Some permissions are granted for your account alone. Colleagues and Autopilot need the whole organisation.',
    'diagnosis.consent-breadth.not-proven': () =>
      'It works for you. Whether it is granted for everyone is not proven.',
    'diagnosis.consent-breadth.not-asked-yet': () => 'Microsoft has not told us yet.',
    'diagnosis.other': () => 'This result is new to this version of the pane.',

    'diagnosis-step.check-now': () => 'Check now',
    'diagnosis-step.check-network': () => 'Please see whether other pages open.',
    'diagnosis-step.reopen-outlook': () => 'Close Outlook, open it again, and open the pane from a message.',
    'diagnosis-step.allow-third-party-storage': () =>
      'In the browser’s settings, allow cookies of other sites for Outlook.',
    'diagnosis-step.sign-in': () => 'Sign in',
    'diagnosis-step.sign-in-with-other-account': () => 'Sign in with another account',
    'diagnosis-step.ignore-missing-mark': () => 'You help here from outside? Then there is nothing to do.',
    'diagnosis-step.ask-admin-about-policy': () =>
      'Show your administrator Microsoft’s code; it helps to find the policy.',
    'diagnosis-step.approve': () => 'Approve as administrator',
    'diagnosis-step.confirm': () => 'Confirm as administrator',
    'diagnosis-step.share': () => 'Ask your administrator',
    'diagnosis-step.wait': ({ untilMs }, format) => `You need do nothing until ${format.moment(untilMs)}.`,
    'diagnosis-step.approve-for-tenant': ({ tenant }) => `Approve for ${tenant}`,
    'diagnosis-step.undo-consent': () => 'Undo the other approval in Entra',
    'diagnosis-step.assign-user': () => 'Assign people in Entra',
    'diagnosis-step.enable-application': () => 'Switch it on in Entra',
    'diagnosis-step.open-my-apps': () => 'See your own approvals at Microsoft',
  },
  request: {
    subject: ({ organisation }) => `Please approve ExtendSync for ${our(organisation)}`,
    confirmSubject: ({ organisation }) =>
      `Please confirm the approval of ExtendSync for ${our(organisation)}`,
    reminderSubject: ({ organisation }) => `Reminder: please approve ExtendSync for ${our(organisation)}`,
    greeting: () => 'Hello,',
    ask: ({ organisation }) =>
      `I would like to use ExtendSync for Outlook, which keeps mail, settings and calendars in sync. Could you please approve it for ${our(organisation)}?`,
    confirm: ({ organisation }) =>
      `ExtendSync for Outlook is approved, and works for me. Could you please confirm once that it is approved for everybody in ${our(organisation)}?`,
    remind: ({ organisation }) =>
      `I asked you a while ago to approve ExtendSync for Outlook for ${our(organisation)}, and I am still waiting for it. Could you please have a look?`,
    why: () => 'Microsoft asks an administrator for it, once for everybody; it takes about a minute.',
    whyConfirm: () => 'Microsoft shows that to administrators.',
    link: ({ straightToMicrosoft }) =>
      straightToMicrosoft
        ? 'This link opens Microsoft’s own page, where you see everything that is asked before you decide:'
        : 'This page explains what is asked and why, and leads on to Microsoft, where you decide:',
    confirmLink: () => 'This page leads to Microsoft’s sign-in and back. Nothing is approved anew:',
    linkLabel: () => 'Review the request',
    thanks: () => 'Thank you!',
  },
  support: () => ({
    subject: ({ paneVersion }) =>
      paneVersion === undefined
        ? 'ExtendSync for Outlook: help'
        : `ExtendSync for Outlook ${paneVersion}: help`,
    greeting: () => 'Hello,',
    describe: () => 'This is what I expected, and what happened instead:',
    screenshots: () => '(Screenshots help. Please add them here, and see that they show nothing private.)',
    attachFile: ({ fileName }) => `(Please attach the diagnostic file ${fileName}, or paste its text below.)`,
    summaryTitle: () => 'In short, from the file:',
    thanks: () => 'Thank you!',
  }),
  deletion: () => ({
    subject: ({ organisation }) =>
      organisation === undefined
        ? 'Please delete our organisation’s data in ExtendSync'
        : `Please delete the data of ${organisation} in ExtendSync`,
    greeting: () => 'Hello,',
    request: ({ organisation }) =>
      `Please delete all that ExtendSync keeps for ${organisation ?? 'our organisation'}: data of mailboxes and calendars, settings, logs and copies, as far as no law obliges you to keep them.`,
    confirm: () => 'Please confirm when it is done, and name what you have to keep and for how long.',
    entitled: () =>
      '(Please say here in which role you ask: only somebody who may decide for the organisation can.)',
    factsTitle: () => 'So that you can find it:',
    organisation: () => 'Organisation',
    tenantId: () => 'Tenant ID',
    clientId: () => 'Application (client) ID',
    thanks: () => 'Thank you!',
  }),
  admin: {
    'subject.assign': () => 'ExtendSync: please add me to its users',
    'subject.enable': () => 'ExtendSync: please switch it on again',
    'subject.enable-account': () => 'My account is switched off',
    'subject.policy': () => 'ExtendSync: a security policy stops my sign-in',
    'subject.refusal': () => 'ExtendSync: Microsoft does not let me sign in',
    greeting: () => 'Hello,',
    'ask.assign': () =>
      'Our organisation lets only certain people use ExtendSync, and I am not among them yet. Could you please add me?',
    'ask.enable': () =>
      'ExtendSync is switched off for our organisation. Could you please switch it on again?',
    'ask.enable-account': () =>
      'Microsoft says that my account is switched off. Could you please switch it on again?',
    'ask.policy': () =>
      'A security policy of our organisation does not let me sign in to ExtendSync. Could you please have a look?',
    'ask.refusal': () => 'Microsoft does not let me sign in to ExtendSync. Could you please have a look?',
    'where.assign': () =>
      'This is in the Microsoft Entra admin center: Enterprise applications, ExtendSync, Users and groups.',
    'where.enable': () =>
      'This is in the Microsoft Entra admin center: Enterprise applications, ExtendSync, Properties, “Enabled for users to sign in?”. If that says Yes already, please let me know, and I will ask ExtendSync’s support.',
    'where.enable-account': () => 'This is in the Microsoft Entra admin center: Users.',
    'where.policy': () =>
      'The sign-in logs in the Microsoft Entra admin center name the policy; the Correlation ID below finds the sign-in.',
    'where.refusal': () =>
      'Microsoft’s code below tells the reason; in the sign-in logs of the Microsoft Entra admin center, the Correlation ID finds the sign-in.',
    facts: () => 'What Microsoft told me:',
    time: () => 'Time',
    thanks: () => 'Thank you!',
  },
};
