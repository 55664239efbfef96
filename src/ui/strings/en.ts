import type { ApproverRole } from '../../core/permissions';
import type { Catalogue } from './catalogue';
import type { Format } from './format';

const ROLES: Readonly<Record<ApproverRole, string>> = {
  'global-administrator': 'Global Administrator',
  'privileged-role-administrator': 'Privileged Role Administrator',
  'cloud-application-administrator': 'Cloud Application Administrator',
  'application-administrator': 'Application Administrator',
  'ai-administrator': 'AI Administrator',
};

/** `a Global Administrator or Privileged Role Administrator`. Microsoft's own names, so that an admin recognises them. */
const oneOf = (roles: readonly ApproverRole[], format: Format): string =>
  `a ${format.choice(roles.map((role) => ROLES[role]))}`;

const permissions = (count: number, format: Format): string =>
  `${format.number(count)} ${format.plural(count, { one: 'permission', other: 'permissions' })}`;

const your = (organisation: string | undefined): string => organisation ?? 'your organisation';
const Your = (organisation: string | undefined): string => organisation ?? 'Your organisation';

export const en: Catalogue = {
  messages: {
    'checking.title': () => 'Checking your organisation’s access…',
    'checking.lead': () => 'We are asking Microsoft whether ExtendSync may work here. This takes a moment.',

    'granted.title': () => 'Access is approved',
    'granted.lead': ({ organisation }) =>
      `${Your(organisation)} has given ExtendSync everything it needs. There is nothing left for you to do.`,
    'granted.lead.steps': ({ organisation }) =>
      `${Your(organisation)} has approved everything that ExtendSync needs from Microsoft. What is left to do is shown below.`,
    'granted.covers.no-autopilot': ({ organisation }) =>
      `${Your(organisation)} has approved ExtendSync for use without Autopilot. There is nothing left for you to do.`,
    'granted.covers.group-edition': ({ organisation }) =>
      `${Your(organisation)} has approved ExtendSync for single users and for the Group Edition, without Autopilot. There is nothing left for you to do.`,

    'personal.title.this-user': () => 'Granted for you, not for everyone',
    'personal.title.unproven': () => 'It works for you',
    'personal.title.approved': () => 'Approved by an administrator, not yet confirmed for everyone',
    'personal.lead.this-user': () =>
      'ExtendSync has access to your account only. For your colleagues, and for Autopilot, an administrator must approve it for the whole organisation.',
    'personal.lead.unproven': () =>
      'ExtendSync has access to your account. Microsoft did not tell us whether it is approved for the whole organisation.',
    'personal.lead.approved': () =>
      'ExtendSync works for you. Microsoft shows administrators whether it is approved for everyone, so one of them confirms it once.',
    'personal.lead.service-away': () =>
      'ExtendSync has access to your account. Our service cannot be reached right now, so we cannot see whether the whole organisation has approved it.',

    'partial.title': ({ missing }, format) =>
      format.plural(missing, {
        one: 'One permission is still missing',
        other: `${format.number(missing)} permissions are still missing`,
      }),
    'partial.lead': ({ missing }, format) =>
      `Part of the access is there. An administrator still has to approve ${format.plural(missing, { one: 'the one', other: 'those' })} marked below.`,
    'partial.lead.new-permissions': ({ missing }, format) =>
      `Everything was approved before, and still is. Since then ExtendSync has learnt something new and needs ${format.plural(missing, { one: 'one more permission', other: `${format.number(missing)} more permissions` })}, marked below.`,
    'partial.lead.was-granted': ({ missing }, format) =>
      `Everything was approved before. Since then ${format.plural(missing, { one: 'one permission has', other: 'some permissions have' })} been added or withdrawn, and an administrator has to approve once more.`,
    'partial.lead.not-known': ({ missing, serviceAway }, format) =>
      `An administrator still has to approve ${format.plural(missing, { one: 'the one', other: 'those' })} marked below. ${serviceAway ? 'Our service cannot be reached right now, so we cannot see' : 'Microsoft did not tell us'} whether the rest is approved for the whole organisation.`,

    'required.title': () => 'One approval is needed',
    'required.lead': ({ organisation }) =>
      `Before ExtendSync can work, an administrator of ${your(organisation)} has to approve it once, for everyone.`,
    'required.about': () =>
      'ExtendSync keeps messages, mailbox settings and calendars in sync, right inside Outlook.',
    'required.title.was-granted': () => 'Access has been withdrawn',
    'required.lead.was-granted': ({ organisation, atMs }, format) =>
      `${Your(organisation)} had approved ExtendSync, last confirmed ${format.moment(atMs)}. Now the approval is gone, and an administrator has to give it again.`,
    'required.approvers': ({ roles }, format) => `It takes ${oneOf(roles, format)} to approve.`,
    'choice.approve': ({ roles }, format) =>
      `For ${oneOf(roles, format)}. Microsoft shows you what you approve.`,
    'choice.share': () =>
      'We prepare the message with a link; you send it. This pane notices the approval by itself.',

    'arriving.title': () => 'The approval is on its way',
    'arriving.lead': () =>
      'Microsoft has taken it. It can take a minute or two until it is known everywhere. We keep asking; you need do nothing.',
    'arriving.lead.host-remembers': () =>
      'Microsoft confirms the approval, but Outlook still gives its old answer. Sign in again, and it asks anew.',

    'waiting.title': () => 'Waiting for your administrator',
    'waiting.title.not-approved': () => 'Not approved',
    'waiting.lead': () =>
      'Once an administrator has approved, it shows here by itself. You can close this pane.',
    'waiting.lead.returned': () =>
      'Your administrator has been to Microsoft’s page. We are checking whether the approval has arrived.',
    'waiting.lead.opened': () =>
      'The link has been opened. The approval may come any moment. You can close this pane.',
    'waiting.lead.denied': () =>
      'The request was turned down on Microsoft’s page. It may help to talk to your administrator and ask once more.',
    'waiting.lead.left': () =>
      'Somebody opened the link and left Microsoft’s page without approving. Nothing was turned down, and the link still works.',
    'waiting.lead.role-too-small': ({ roles }, format) =>
      `The person you asked is not allowed to approve this. It takes ${oneOf(roles, format)}. Please ask someone else.`,

    'approving.title': () => 'Approve in the other window',
    'approving.lead.expired': () =>
      'For safety we accept an answer from Microsoft’s page for five minutes, and they are over. One click starts again; nothing is lost.',
    'approving.lead': () =>
      'Sign in there as an administrator, read what Microsoft lists, and accept. We take care of the rest here.',
    'approving.title.confirm': () => 'Confirm in the other window',
    'approving.lead.confirm': () =>
      'Sign in there as an administrator. We then read at Microsoft what is granted; it changes nothing.',

    'sharing.title': () => 'Ask your administrator',
    'sharing.lead': ({ organisation }) =>
      `Send this link to somebody who manages Microsoft 365 for ${your(organisation)}. It explains what is asked and why.`,
    'sharing.lead.straight': () =>
      'This link leads straight to Microsoft, because our own page cannot be reached right now. It does the same.',

    'sign-in.title': () => 'Please sign in',
    'sign-in.title.either': () => 'One step is missing',
    'sign-in.lead.either': () =>
      'Outlook could not tell us whether you need to sign in or whether your organisation has yet to approve ExtendSync. Signing in settles it.',

    'other-tenant.title': () => 'A different account is signed in',
    'other-tenant.lead': ({ mailDomain }) =>
      mailDomain === undefined
        ? 'You are signed in with an account of another organisation than this mailbox’s.'
        : `This mailbox is at ${mailDomain}, but you are signed in with an account of another organisation.`,
    'other-tenant.lead.consultant': () =>
      'Please sign in with the account of this mailbox. If you have none there, ask that organisation’s administrator.',

    'mailbox.on-premises': () =>
      'This mailbox is on a server of your organisation’s own. ExtendSync only reaches mailboxes in Microsoft 365.',
    'mailbox.personal': () => 'Open ExtendSync beside the mailbox of your work or school.',
    'mailbox.not-known': () =>
      'Outlook did not say whose mailbox this is. What you see is about the organisation of your account.',
    'mailbox.shared': () => 'This mailbox is shared, or another person’s. We checked with your own account.',
    'mailbox.not-placed': ({ mailDomain }) =>
      mailDomain === undefined
        ? 'If your account belongs to another organisation, sign in with the account of this mailbox.'
        : `This mailbox is at ${mailDomain}. If your account belongs to another organisation, sign in with the account of this mailbox.`,

    'blocked.title': () => 'Access is blocked',

    'unknown.title': () => 'We could not check just now',
    'unknown.last-granted': ({ atMs, organisation }, format) =>
      `When we last heard from Microsoft (${format.moment(atMs)}), everything was approved for ${your(organisation)}.`,
    'unknown.last-partial': ({ atMs, organisation }, format) =>
      `When we last heard from Microsoft (${format.moment(atMs)}), some permissions were missing for ${your(organisation)}.`,
    'unknown.last-required': ({ atMs, organisation }, format) =>
      `When we last heard from Microsoft (${format.moment(atMs)}), ${your(organisation)} had not approved ExtendSync.`,
    'unknown.last-personal': ({ atMs }, format) =>
      `When we last heard from Microsoft (${format.moment(atMs)}), ExtendSync had access to your account.`,
    'unknown.never-confirmed': () => 'Microsoft has not confirmed anything for this mailbox yet.',

    'situation.title': () => 'How will you use ExtendSync?',
    'situation.lead': () => 'It decides what your administrator is asked for. You can change it at any time.',
    'situation.autopilot-on': () => 'Autopilot is on already',
    'situation.autopilot-everyone': () => 'Autopilot for everyone',
    'situation.autopilot-groups': () => 'Autopilot for certain groups',
    'situation.no-autopilot': () => 'Without Autopilot',
    'situation.group-edition': () => 'Group Edition',
    'situation.not-sure': () => 'I am not sure',

    'showing.title': () => 'Show it to your administrator',
    'showing.lead': () => 'For somebody beside you, or in a call who sees your screen.',
    'group.title': () => 'Limit Autopilot to a group',
    'group.lead': () =>
      'By itself, ExtendSync then reaches only the mailboxes of one group. Exchange Online keeps that limit. We write the script; an administrator runs it.',
    'manage.title': () => 'Access and data',
    'manage.lead': () => 'What your organisation has granted, and how to take it back.',
    'help.title': () => 'Help',
    'help.lead': () => 'We look for what could stand in the way. Nothing is changed by that.',

    'notice.reminder': ({ withWhom }) =>
      `It has been more than a day since you asked${withWhom === undefined ? '' : ` ${withWhom}`}, and the approval is not there yet. A short reminder often helps.`,
    'notice.offline': () => 'You seem to be offline. We check again as soon as the network is back.',
    'notice.not-renewed': () => 'This could not be renewed just now. We are trying again.',
    'notice.not-renewed.throttled': () =>
      'Microsoft has asked us to wait a little. This will be renewed then.',

    'action.approve': () => 'Approve as administrator',
    'action.confirm': () => 'Confirm as administrator',
    'action.share': () => 'Ask your administrator',
    'action.share-again': () => 'Ask again or someone else',
    'action.sign-in': () => 'Sign in',
    'action.sign-in-again': () => 'Sign in again',
    'action.sign-in-other': () => 'Sign in with another account',
    'action.check-now': () => 'Check now',
    'action.back': () => 'Back',
    'action.done': () => 'Done',
    'action.add-autopilot': () => 'Add Autopilot',
    'action.pass-on': () => 'Pass the link on',
    'action.close-dialog': () => 'Close the other window',
    'action.renew': () => 'Start again',
    'action.letter-assign': () => 'Ask to be added',
    'action.letter-enable': () => 'Ask to switch it on',
    'action.letter-enable-account': () => 'Ask to switch it on',
    'action.letter-policy': () => 'Ask about the policy',
    'action.letter-refusal': () => 'Ask for the reason',
    'action.withdraw': () => 'Withdraw the request',

    'action.show': () => 'Show it on the screen',
    'action.help': () => 'Help',
    'action.manage': () => 'Access and data',
    'action.group': () => 'Make the script',
    'action.change-situation': () => 'Change how you use it',

    'cause.not-consented': () => 'Your organisation has not approved ExtendSync yet.',
    'cause.consent-declined': () => 'The approval was asked for and turned down.',
    'cause.admin-approval-needed': () => 'Microsoft wants an administrator to approve this.',
    'cause.consent-failed': () =>
      'Microsoft could not complete the approval. Often it works a few minutes later.',
    'cause.application-not-in-tenant': () => 'ExtendSync is not set up in your organisation yet.',
    'cause.application-disabled': () => 'ExtendSync is switched off in your organisation.',
    'cause.application-misconfigured': () =>
      'Something is wrong with how ExtendSync is registered at Microsoft. That is ours to mend.',
    'cause.user-not-assigned': () =>
      'Your organisation lets only certain people use ExtendSync, and you are not among them yet.',
    'cause.account-disabled': () => 'Microsoft says that this account is switched off.',
    'cause.account-not-in-tenant': () =>
      'The account that you are signed in with is not known in this organisation.',
    'cause.account-unknown': () => 'Microsoft does not know this account.',
    'cause.wrong-credentials': () => 'Signing in did not succeed.',
    'cause.tenant-unknown': () => 'Microsoft does not know an organisation of this name.',
    'cause.tenant-blocked': () => 'Microsoft does not let this organisation use the app right now.',
    'cause.tenant-not-named': () => 'Microsoft could not tell which organisation is meant.',
    'cause.several-accounts': () =>
      'Microsoft cannot tell which account is meant. You may be signed in with more than one.',
    'cause.not-signed-in': () => 'We need to know who you are before we can ask Microsoft.',
    'cause.session-expired': () => 'Your sign-in has expired.',
    'cause.multi-factor-needed': () =>
      'Your organisation wants you to confirm your sign-in with a second step.',
    'cause.conditional-access': () => 'A security policy of your organisation does not allow this access.',
    'cause.device-not-compliant': () => 'A security policy of your organisation asks for a managed device.',
    'cause.account-locked': () =>
      'This account is locked for the moment, or Microsoft does not trust the network that it comes from.',
    'cause.account-restricted': () => 'Microsoft does not let this account use apps of this kind.',
    'cause.other-cloud': () =>
      'ExtendSync is set up for another of Microsoft’s clouds than your organisation’s. That is ours to mend.',
    'cause.loop-detected': () => 'Microsoft has been asked too often in a short time and wants a pause.',
    'cause.throttled': () => 'Microsoft is busy and asked us to wait a little.',
    'cause.microsoft-unavailable': () => 'Microsoft’s sign-in service has a problem at the moment.',
    'cause.network-unreachable': () => 'We could not reach Microsoft over the network.',
    'cause.service-unavailable': () => 'Our own service cannot be reached at the moment.',
    'cause.newer-version': () => 'ExtendSync has probably been updated. Close it and open it again.',
    'cause.host-unavailable': () => 'Outlook did not answer us.',
    'cause.consent-or-sign-in': () => 'Outlook asks for a sign-in or an approval and does not say which.',
    'cause.other-tenant': () => 'You are signed in with an account of another organisation.',
    'cause.personal-mailbox': () => 'This is a personal mailbox',
    'cause.mailbox-not-placed': () => 'We could not find out to which organisation this mailbox belongs.',
    'cause.cancelled': () => 'The sign-in was cancelled.',
    'cause.popup-blocked': () => 'The sign-in window was blocked. Allow pop-ups for Outlook and try again.',
    'cause.request-malformed': () => 'Microsoft did not accept the way we asked. That is ours to mend.',
    'cause.page-failed': () => 'This page or your browser stopped our question to Microsoft.',
    'cause.unrecognised': () => 'Microsoft gave an answer that we do not know.',

    'next.approve': () => 'An administrator can approve it.',
    'next.ask-admin': () => 'Please ask your administrator to approve it.',
    'next.sign-in': () => 'Please sign in again.',
    'next.sign-in-with-other-account': () => 'Please sign in with the account of this mailbox.',
    'next.ask-admin-to-assign': () =>
      'Ask your administrator to add you to the people who may use ExtendSync.',
    'next.ask-admin-to-enable': () => 'Ask your administrator to switch it on again.',
    'next.ask-admin-to-enable-account': () => 'Ask your administrator to switch your account on again.',
    'next.ask-admin-about-policy': () =>
      'Show your administrator the code below; it helps to find the policy.',
    'next.ask-admin-about-refusal': () =>
      'Show your administrator the code below; it helps to find the reason.',
    'next.wait-and-retry': () => 'You need not do anything: we try again by ourselves.',
    'next.open-help': () => '“Help” shows what may be in the way.',
    'next.confirm-as-admin': () => 'An administrator can confirm it.',
    'next.contact-support': () => 'If it stays like this, send our support the code below.',
  },
  labels: {
    'organisation.label': () => 'Organisation',
    'organisation.confirmed': ({ atMs }, format) => `Confirmed by Microsoft: ${format.moment(atMs)}`,

    'permissions.title': ({ count }, format) => `What ExtendSync asks for (${format.number(count)})`,
    'permissions.all-granted': ({ count }, format) =>
      format.plural(count, {
        one: 'The needed permission is granted',
        other: `All ${permissions(count, format)} granted`,
      }),
    'permissions.all-required-granted': ({ count }, format) =>
      `All ${format.number(count)} required permissions granted`,
    'permissions.some-granted': ({ count, granted }, format) =>
      `${format.number(granted)} of ${permissions(count, format)} granted`,

    'checks.busy': () => 'Asking Microsoft…',
    'checks.last': ({ atMs }, format) => `Checked ${format.moment(atMs)}`,
    'checks.next': ({ atMs }, format) => `Next check: ${format.moment(atMs)}`,
    'checks.paused-hidden': () => 'Paused while the pane is hidden',

    'later.loading': () => 'This part is being loaded',
    'later.failed': () =>
      'This part could not be loaded. Is there a network connection? If so, close ExtendSync and open it again.',
    'later.again': () => 'Try again',

    'details.title': () => 'For your administrator or our support',
    'details.code': () => 'Microsoft’s code',
    'details.correlation-id': () => 'Correlation ID',

    'actions.more': () => 'More',
  },
};
