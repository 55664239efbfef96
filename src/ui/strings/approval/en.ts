import type { ApproverRole } from '../../../core/permissions';
import type { Format } from '../format';
import { permissionsEn } from '../permissions/en';
import type { ApprovalCatalogue } from './catalogue';

const ROLES: Readonly<Record<ApproverRole, string>> = {
  'global-administrator': 'Global Administrator',
  'privileged-role-administrator': 'Privileged Role Administrator',
  'cloud-application-administrator': 'Cloud Application Administrator',
  'application-administrator': 'Application Administrator',
  'ai-administrator': 'AI Administrator',
};

const oneOf = (roles: readonly ApproverRole[], format: Format): string =>
  `a ${format.choice(roles.map((role) => ROLES[role]))}`;

const your = (organisation: string | undefined): string => organisation ?? 'your organisation';
const Your = (organisation: string | undefined): string => organisation ?? 'Your organisation';

/** For the page of an administrator who may never have heard of ExtendSync. */
export const approvalEn: ApprovalCatalogue = {
  messages: {
    ...permissionsEn.reasons,

    'approval.opening.title': () => 'One moment, please…',
    'approval.opening.lead': () => 'This page helps you approve ExtendSync for an organisation.',

    'approval.lost.title': () => 'There is nothing to approve here',
    'approval.lost.lead': () =>
      'This page explains requests to approve ExtendSync, but its address names none.',
    'approval.damaged.title': () => 'This link is damaged',
    'approval.damaged.lead': () => 'Part of the address is missing or was changed on its way to you.',
    'approval.lost.next': () =>
      'Please open the link from the message once more, whole, or ask whoever sent it for a new one.',
    'approval.lost.next-in-dialog': () => 'Please close this window and start again from Outlook.',

    'approval.gone.title': () => 'This request is no longer open',
    'approval.gone.lead': () => 'It was withdrawn, or its 30 days are over.',
    'approval.gone.next': () => 'Please ask whoever sent you the link for a new one.',

    'approval.invitation.title': ({ organisation }) => `Approve ExtendSync for ${your(organisation)}`,
    'approval.invitation.lead': () =>
      'Whoever sent you this link would like to use ExtendSync in Outlook. It keeps messages, mailbox settings and calendars in sync. Microsoft asks an administrator to approve that once, for everybody.',
    'approval.invitation.decide': () =>
      'You sign in and decide on Microsoft’s own page. This button approves nothing yet.',

    'approval.approvers': ({ roles }, format) =>
      `It takes ${oneOf(roles, format)} to approve. If that is not you, please pass the link on; there is nothing personal in it.`,
    'approval.roles-needed': ({ roles }, format) => `These permissions take ${oneOf(roles, format)}.`,
    'approval.pass-on': () =>
      'Please pass the link on to somebody who has such a role. There is nothing personal in it.',
    'approval.question.title': () => 'How will your organisation use ExtendSync?',
    'approval.question.lead': () =>
      'Your answer decides what Microsoft’s page asks you to approve. Nothing is sent before you go on.',
    'approval.question.suggested': () => 'Suggested by the sender',
    'approval.question.this-list': ({ count }, format) =>
      `Asks for the ${format.number(count)} permissions below.`,
    'approval.question.same-list': () => 'Asks for the same list.',
    'approval.question.adds': ({ scopes, workAlone }, format) =>
      `Adds ${format.number(scopes.length)}${workAlone ? ' that work without anybody signed in' : ''}: ${format.list(scopes)}.`,
    'approval.question.takes': ({ scopes, workAlone }, format) =>
      `Takes ${format.number(scopes.length)} away${workAlone ? ' that work without anybody signed in' : ''}: ${format.list(scopes)}.`,

    'approval.not-done.title': () => 'What approving does not do',
    'approval.not-done.passwords': () =>
      'It shares no password: you sign in at Microsoft, and ExtendSync sees nothing of it.',
    'approval.not-done.other-apps': () => 'It changes nothing about your other apps or your settings.',
    'approval.not-done.no-sending': () => 'It asks for no permission to send mail.',
    'approval.not-done.not-here': () =>
      'Reading this page, or going on to Microsoft, approves nothing. Only “Accept” on Microsoft’s page does.',

    'approval.revoke.title': () => 'How to take it back',
    'approval.revoke.where': () =>
      'In the Microsoft Entra admin center, open Enterprise applications and there ExtendSync.',
    'approval.revoke.how': () =>
      'Under Permissions you see, and take back, what was granted. Deleting the entry takes back everything.',
    'approval.revoke.effect': () => 'Access that is under way at that moment ends within about an hour.',

    'approval.starting.title': () => 'Taking you to Microsoft…',
    'approval.starting.lead': () =>
      'Microsoft’s page opens in this window. Sign in there as an administrator, read what is listed, and decide.',
    'approval.starting.overdue': () => 'Microsoft’s page has not come up yet. The button takes you there.',
    'approval.starting.failed': () => 'Microsoft’s page could not be opened',
    'approval.earlier.title': () => 'This request has been approved',
    'approval.earlier.lead': ({ atMs }, format) =>
      `Microsoft confirmed the approval for the whole organisation: ${format.moment(atMs)}. Nothing is left to do here.`,
    'approval.earlier.next': () => 'That can have changed since. Sign in to see how things stand now.',

    'approval.notice.offline': () => 'You seem to be offline. We go on as soon as the network is back.',
    'approval.notice.details-missing': () =>
      'Our service cannot be reached right now, so the details of this request are missing. You can go on to Microsoft all the same.',
    'approval.notice.been-there': ({ atMs }, format) =>
      `Somebody came back from Microsoft’s page: ${format.moment(atMs)}. What came of it, this page cannot tell. Sign in to see how it stands before anybody approves once more.`,
    'approval.notice.turned-down': ({ atMs }, format) =>
      `Somebody turned this request down on Microsoft’s page: ${format.moment(atMs)}.`,
    'approval.notice.other-name': ({ domain }) =>
      `We asked Microsoft about the name in this request: ${domain} belongs to another organisation than the one that would approve. Please ask whoever sent you the link before you go on.`,
    'approval.notice.throttled': ({ untilMs }, format) =>
      untilMs === undefined
        ? 'There were too many tries in a short time. Please wait a little and press the button again.'
        : `There were too many tries in a short time. Please press the button again from ${format.from(untilMs)} on.`,
    'approval.notice.service-away': () =>
      'Our service cannot be reached right now. Please press the button again in a moment.',
    'approval.notice.answer-refused': () =>
      'Our service answered with an address that is not Microsoft’s, so we did not go there. Please try again; if it stays like this, contact our support.',
    'approval.notice.sign-in-blocked': () =>
      'The sign-in window was blocked. Allow pop-ups for this page and press the button again.',
    'approval.notice.sign-in-cancelled': () => 'The sign-in was cancelled. Nothing has changed.',
    'approval.notice.copied': () => 'The receipt is on the clipboard.',
    'approval.notice.not-copied': () =>
      'The browser did not allow copying. Print the page, or select the text and press Ctrl+C (⌘C on a Mac).',
    'approval.notice.link-copied': () => 'The link is on the clipboard. Paste it into a message.',
    'approval.notice.link-not-copied': ({ link }) =>
      `The browser did not allow copying. Select the link and press Ctrl+C (⌘C on a Mac): ${link}`,

    'approval.may-leave': () =>
      'You can close this page at any time: the result shows in Outlook without you.',
    'approval.outlook-goes-on': () =>
      'Outlook has been told and goes on by itself. You can close this window.',
    'approval.outlook-not-told': () =>
      'Please close this window and go back to Outlook. The answer shows there by itself.',
    'approval.back-to-outlook': () =>
      'When you are done here, close this window and go back to Outlook. An approval shows there by itself.',
    'approval.organisation': ({ organisation }) =>
      `This request is for ${organisation}. Please choose an account of that organisation on Microsoft’s page.`,
    'approval.ask-for-new-link': () =>
      'To go on, open the link from the message once more, or ask for a new one.',

    'approval.confirmed.title': () => 'Approved, and confirmed by Microsoft',
    'approval.confirmed.lead': ({ organisation }) =>
      `${Your(organisation)} has granted ExtendSync everything it needs, for everybody.`,
    'approval.confirmed.covers.no-autopilot': ({ organisation }) =>
      `${Your(organisation)} has approved ExtendSync for use without Autopilot, for everybody.`,
    'approval.confirmed.covers.group-edition': ({ organisation }) =>
      `${Your(organisation)} has approved ExtendSync for single users and for the Group Edition, without Autopilot, for everybody.`,
    'approval.confirming.title': () => 'Thank you. We are checking with Microsoft',
    'approval.confirming.lead': () =>
      'You came back from Microsoft’s page. Before we call it done, we ask Microsoft whether the approval has arrived.',
    'approval.sign-in.title': () => 'Thank you. Would you like to see it confirmed?',
    'approval.sign-in.lead': () =>
      'To ask Microsoft from this page we need you to sign in once more. That changes nothing about the approval.',
    'approval.spreading.title': () => 'The approval is on its way',
    'approval.spreading.lead': () =>
      'Microsoft does not show it everywhere yet. That often takes a minute or two. We keep asking.',
    'approval.confirm.title': () => 'Confirm the approval',
    'approval.confirm.lead': () =>
      'An approval seems to be there, but nobody has confirmed yet that it holds for everybody.',
    'approval.confirm.how': () =>
      'Sign in once as an administrator. We then read at Microsoft what is granted to the whole organisation. It changes nothing, and we keep nothing about you.',
    'approval.confirm.accepted-title': () => 'Approved, but not confirmed yet',
    'approval.confirm.not-done-title': () => 'Not confirmed yet',
    'approval.looked.sign-in-needed': () => 'Microsoft wants you to sign in before it shows what is granted.',
    'approval.looked.blocked': () =>
      'Microsoft did not let the account in that was signed in, so we could not see what is granted.',
    'approval.mend.yourself': () => 'If you are an administrator yourself:',
    'approval.mend.assign': () =>
      'In the Microsoft Entra admin center, open Enterprise applications, ExtendSync, Users and groups. Add yourself there, and everybody else who is to use it.',
    'approval.mend.enable': () =>
      'In the Microsoft Entra admin center, open Enterprise applications, ExtendSync, Properties. “Enabled for users to sign in?” switches it on. If it is on already, please write to our support.',
    'approval.mend.other': () => 'The sign-in logs in the Microsoft Entra admin center say what stopped it.',
    'approval.mend.then-confirm': () => 'Then confirm again, or with another administrator’s account.',
    'approval.looked.may-not-read': () =>
      'The account that was signed in is not allowed to see what is granted in the organisation.',
    'approval.looked.other-tenant': () =>
      'The account that was signed in belongs to another organisation than the one that is asked.',
    'approval.looked.expired': () => 'Confirming took longer than the five minutes that we allow for it.',
    'approval.looked.repeated': () => 'This answer of Microsoft’s was used before. Each one counts once.',
    'approval.looked.forged': () => 'We had not asked Microsoft for this answer, so we ignored it.',
    'approval.looked.failed': () => 'Microsoft did not tell us what is granted.',
    'approval.not-arrived.title': () => 'Microsoft does not show an approval yet',
    'approval.not-arrived.lead': () =>
      'Perhaps it needs a little longer, or it was given with another account than the one that is signed in here. We keep asking.',
    'approval.not-arrived.lead.nobody': () =>
      'As far as Microsoft shows, nobody has approved ExtendSync here yet.',
    'approval.not-arrived.next': () => 'You can do so now, or pass a link on to another administrator.',
    'approval.partial.title': ({ missing }, format) =>
      format.plural(missing, {
        one: 'One permission is still missing',
        other: `${format.number(missing)} permissions are still missing`,
      }),
    'approval.partial.lead': ({ organisation }) =>
      `Part of the approval of ${your(organisation)} is there. Please approve once more: Microsoft’s page then lists everything.`,
    'approval.partial.lead.not-known': ({ serviceAway }) =>
      `${serviceAway ? 'Our service cannot be reached right now, so we cannot see' : 'Microsoft did not tell us'} whether the rest is approved for the whole organisation. When you approve, Microsoft’s page lists everything.`,
    'approval.unproven.title': () => 'Not confirmed for everybody yet',
    'approval.unproven.lead.this-user': () =>
      'Microsoft says that ExtendSync has access to your own account only, not for the whole organisation.',
    'approval.unproven.lead.unproven': () =>
      'ExtendSync has access to your account. Microsoft did not tell us whether it was approved for the whole organisation.',
    'approval.unproven.lead.service-away': () =>
      'ExtendSync has access to your account. Our service cannot be reached right now, so we cannot see whether it was approved for the whole organisation.',
    'approval.blocked.title': () => 'Something stands in the way',
    'approval.blocked.taken': () =>
      'Microsoft has taken the approval. What stands in the way is something else.',
    'approval.other-account.title': () => 'You are signed in for another organisation',
    'approval.other-account.lead': ({ organisation }) =>
      organisation === undefined
        ? 'The account that is signed in here belongs to another organisation than the one that is asked, so it cannot show how things stand there.'
        : `This request is for ${organisation}. The account that is signed in here belongs to another organisation, so it cannot show how things stand there.`,
    'approval.unknown.title': () => 'We could not check just now',
    'approval.unknown.next': () => 'Nothing is lost. We ask again by ourselves, and so does Outlook.',

    'approval.unasked.title': () => 'We are asking Microsoft',
    'approval.unasked.sign-in-title': () => 'Sign in to see how things stand',
    'approval.unasked.lead': () =>
      'The address of this page says that ExtendSync was approved. Anybody can write an address, so only Microsoft’s own word counts.',
    'approval.unasked.lead.refused': () =>
      'The address of this page says that nothing was approved. Anybody can write an address, so only Microsoft’s own word counts.',
    'approval.unasked.lead.other': () =>
      'The address of this page tells of a visit to Microsoft’s page that did not begin here. An approval can be there all the same.',
    'approval.unasked.lead.agreed': () =>
      'The address of this page says so, and Microsoft shows no approval to the account that is signed in here either.',
    'approval.unasked.next': () =>
      'Nobody is signed in here, so Microsoft does not tell us. Sign in to see how things stand.',

    'approval.returned.denied.title': () => 'Nothing was approved',
    'approval.returned.denied.lead': () =>
      'The request was turned down on Microsoft’s page. If that was not your intention, you can begin again.',
    'approval.returned.left.title': () => 'You left Microsoft’s page without approving',
    'approval.returned.left.lead': () =>
      'Nothing was approved, and nothing was turned down. You can go on whenever you like.',
    'approval.returned.role-too-small.title': () => 'Your role is not enough for these permissions',
    'approval.returned.role-too-small.lead': () =>
      'Microsoft lets only certain roles approve them, so nothing has changed.',
    'approval.returned.expired.title': () => 'That took longer than five minutes',
    'approval.returned.expired.lead': () =>
      'For safety we accept an answer from Microsoft’s page for five minutes. Beginning again takes one click, and nothing is lost.',
    'approval.returned.repeated.title': () => 'This answer was used before',
    'approval.returned.repeated.lead': () =>
      'Each answer of Microsoft’s counts once. If you have approved already, that still holds.',
    'approval.returned.forged.title': () => 'We had not asked for this answer',
    'approval.returned.forged.lead': () =>
      'It does not belong to any visit to Microsoft’s page that we began, so we ignored it. An approval can be there all the same: we ask Microsoft.',
    'approval.returned.other-tenant.title': () => 'That was another organisation',
    'approval.returned.other-tenant.lead': () =>
      'At Microsoft you were signed in with an account of another organisation than the one that is asked.',
    'approval.returned.failed.title': () => 'It did not work at Microsoft',
    'approval.returned.failed.lead': () => 'Microsoft reported a problem instead of your decision.',

    'approval.action.continue': () => 'Continue to Microsoft',
    'approval.action.begin-again': () => 'Begin again',
    'approval.action.confirm': () => 'Confirm as administrator',
    'approval.action.pass-on': () => 'Pass the link on',
    'approval.action.copy-link': () => 'Copy a link for another administrator',
    'approval.action.other-account': () => 'Go on with another account',
    'approval.action.show-request': () => 'Show the request',
    'approval.action.approve-again': () => 'Approve once more',
    'approval.action.try-again': () => 'Load the details',
    'approval.action.check-now': () => 'Check now',
    'approval.action.sign-in': () => 'Sign in to confirm',
    'approval.action.sign-in-to-see': () => 'Sign in to see how it stands',
    'approval.action.sign-in-other': () => 'Sign in with another account',
    'approval.action.close': () => 'Close this window',
    'approval.action.copy-receipt': () => 'Copy the receipt',
    'approval.action.print': () => 'Print',
  },
  labels: {
    ...permissionsEn.labels,

    'facts.title': () => 'The request',
    'facts.organisation': () => 'Organisation',
    'facts.organisation-id': () => 'Tenant ID',
    'facts.asked-for': () => 'Asked for',
    'facts.asked-for-unverified': ({ domain }) => `${domain} (the sender’s word; not confirmed by Microsoft)`,
    'facts.asked-by': () => 'Asked by',
    'facts.asked-by-words': () =>
      'Whoever sent you the link. We keep no name, so please make sure that you know the sender.',
    'facts.punycode': () =>
      'A name with “xn--” stands for one with letters that an address cannot hold. It can look like another name, so compare it carefully.',
    'facts.organisation-not-named': () => 'The one that you sign in with',
    'facts.application': () => 'Application',
    'facts.publisher': () => 'Publisher',
    'facts.client-id': () => 'Application ID',
    'facts.made': ({ atMs }, format) => `Asked on ${format.day(atMs)}.`,
    'facts.expires': ({ atMs }, format) => `The link works until ${format.moment(atMs)}.`,

    'asked.title': ({ count }, format) =>
      `What ExtendSync asks for: ${format.number(count)} ${format.plural(count, { one: 'permission', other: 'permissions' })}`,
    'asked.comes-along': () => 'comes along with Microsoft’s list, not needed here',

    'details.title': () => 'For our support',
    'details.code': () => 'Microsoft’s code',
    'details.correlation-id': () => 'Correlation ID',

    'receipt.title': () => 'Receipt',
    'receipt.confirmed': () => 'Confirmed',
    'receipt.check': () => 'How it was checked',
    'receipt.check-words': () => 'Microsoft told our service what is granted to the whole organisation',
    'receipt.look-words': ({ time }) =>
      `Somebody who is allowed to see it signed in (${time}), and Microsoft showed what is granted to the whole organisation`,
    'receipt.approved-by': () => 'Approved by',
    'receipt.approved-by-words': () => 'We keep no names. The audit log in Microsoft Entra has it.',
    'receipt.permissions': () => 'Granted permissions',
  },
};
