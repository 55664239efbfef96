import type { ApproverRole } from '../../../core/permissions';
import type { Format } from '../format';
import { permissionsDe } from '../permissions/de';
import type { ApprovalCatalogue } from './catalogue';

// Microsoft's own German names of the roles.
const ROLES: Readonly<Record<ApproverRole, string>> = {
  'global-administrator': 'Globaler Administrator',
  'privileged-role-administrator': 'Administrator für privilegierte Rollen',
  'cloud-application-administrator': 'Cloudanwendungsadministrator',
  'application-administrator': 'Anwendungsadministrator',
  'ai-administrator': 'KI-Administrator',
};

const oneOf = (roles: readonly ApproverRole[], format: Format): string =>
  format.choice(roles.map((role) => `„${ROLES[role]}“`));

const forYour = (organisation: string | undefined): string => organisation ?? 'Ihre Organisation';

export const approvalDe: ApprovalCatalogue = {
  messages: {
    ...permissionsDe.reasons,

    'approval.opening.title': () => 'Einen Moment bitte…',
    'approval.opening.lead': () => 'Diese Seite hilft Ihnen, ExtendSync für eine Organisation zu genehmigen.',

    'approval.lost.title': () => 'Hier gibt es nichts zu genehmigen',
    'approval.lost.lead': () =>
      'Diese Seite erklärt Anfragen, ExtendSync zu genehmigen. In der Adresse steht aber keine.',
    'approval.damaged.title': () => 'Dieser Link ist beschädigt',
    'approval.damaged.lead': () => 'Ein Teil der Adresse fehlt oder wurde unterwegs verändert.',
    'approval.lost.next': () =>
      'Bitte öffnen Sie den Link aus der Nachricht noch einmal, und zwar vollständig, oder lassen Sie sich einen neuen schicken.',
    'approval.lost.next-in-dialog': () =>
      'Bitte schließen Sie dieses Fenster und beginnen Sie in Outlook noch einmal.',

    'approval.gone.title': () => 'Diese Anfrage ist nicht mehr offen',
    'approval.gone.lead': () => 'Sie wurde zurückgezogen, oder ihre 30 Tage sind um.',
    'approval.gone.next': () =>
      'Bitte lassen Sie sich von der Absenderin oder dem Absender einen neuen Link schicken.',

    'approval.invitation.title': ({ organisation }) => `ExtendSync für ${forYour(organisation)} genehmigen`,
    'approval.invitation.lead': () =>
      'Wer Ihnen diesen Link geschickt hat, möchte ExtendSync in Outlook nutzen. Es hält Nachrichten, Postfacheinstellungen und Kalender auf dem gleichen Stand. Microsoft verlangt dafür einmal die Zustimmung der Administration, für alle.',
    'approval.invitation.decide': () =>
      'Sie melden sich direkt bei Microsoft an und entscheiden dort. Diese Schaltfläche genehmigt noch nichts.',

    'approval.approvers': ({ roles }, format) =>
      `Zustimmen kann, wer eine dieser Rollen hat: ${oneOf(roles, format)}. Haben Sie keine davon, geben Sie den Link bitte weiter; er enthält nichts Persönliches.`,
    'approval.roles-needed': ({ roles }, format) =>
      `Für diese Berechtigungen genügt eine dieser Rollen: ${oneOf(roles, format)}.`,
    'approval.pass-on': () =>
      'Bitte geben Sie den Link an jemanden mit einer solchen Rolle weiter. Er enthält nichts Persönliches.',
    'approval.question.title': () => 'Wie wird Ihre Organisation ExtendSync nutzen?',
    'approval.question.lead': () =>
      'Ihre Antwort bestimmt, wozu die Microsoft-Seite Ihre Zustimmung verlangt. Gesendet wird erst etwas, wenn Sie weitergehen.',
    'approval.question.suggested': () => 'Vorschlag aus der Anfrage',
    'approval.question.this-list': ({ count }, format) =>
      `Verlangt die ${format.number(count)} Berechtigungen, die unten stehen.`,
    'approval.question.same-list': () => 'Verlangt dieselben Berechtigungen.',
    'approval.question.adds': ({ scopes, workAlone }, format) =>
      `${format.number(scopes.length)} mehr${workAlone ? ', die ohne Anmeldung arbeiten' : ''}: ${format.list(scopes)}.`,
    'approval.question.takes': ({ scopes, workAlone }, format) =>
      `${format.number(scopes.length)} weniger${workAlone ? ', die ohne Anmeldung arbeiten' : ''}: ${format.list(scopes)}.`,

    'approval.not-done.title': () => 'Was die Zustimmung nicht bewirkt',
    'approval.not-done.passwords': () =>
      'Sie gibt kein Kennwort preis: Sie melden sich bei Microsoft an, und ExtendSync sieht davon nichts.',
    'approval.not-done.other-apps': () => 'An Ihren anderen Apps und Einstellungen ändert sie nichts.',
    'approval.not-done.no-sending': () => 'Eine Berechtigung zum Senden von E-Mails wird nicht verlangt.',
    'approval.not-done.not-here': () =>
      'Mit dem Lesen dieser Seite oder dem Weg zu Microsoft ist noch nichts genehmigt. Das geschieht erst mit „Akzeptieren“ auf der Microsoft-Seite.',

    'approval.revoke.title': () => 'Wie Sie die Zustimmung zurücknehmen',
    'approval.revoke.where': () =>
      'Öffnen Sie im Microsoft Entra Admin Center die Unternehmensanwendungen und dort ExtendSync.',
    'approval.revoke.how': () =>
      'Unter „Berechtigungen“ sehen Sie, was erteilt ist, und nehmen es zurück. Löschen Sie den Eintrag, ist alles zurückgenommen.',
    'approval.revoke.effect': () => 'Ein gerade laufender Zugriff endet innerhalb von etwa einer Stunde.',

    'approval.starting.title': () => 'Weiter zu Microsoft…',
    'approval.starting.lead': () =>
      'Die Microsoft-Seite öffnet sich in diesem Fenster. Melden Sie sich dort mit Ihrem Administratorkonto an, lesen Sie, was aufgelistet ist, und entscheiden Sie.',
    'approval.starting.overdue': () =>
      'Die Microsoft-Seite ist noch nicht erschienen. Die Schaltfläche bringt Sie hin.',
    'approval.starting.failed': () => 'Die Microsoft-Seite konnte nicht geöffnet werden',
    'approval.earlier.title': () => 'Dieser Anfrage wurde zugestimmt',
    'approval.earlier.lead': ({ atMs }, format) =>
      `Microsoft hat die Zustimmung für die ganze Organisation bestätigt: ${format.moment(atMs)}. Hier ist nichts mehr zu tun.`,
    'approval.earlier.next': () =>
      'Seither kann sich das geändert haben. Melden Sie sich an, um zu sehen, wie es jetzt steht.',

    'approval.notice.offline': () =>
      'Sie scheinen offline zu sein. Sobald die Verbindung wieder da ist, geht es weiter.',
    'approval.notice.details-missing': () =>
      'Unser Dienst ist gerade nicht erreichbar, darum fehlen die Einzelheiten dieser Anfrage. Zu Microsoft können Sie trotzdem weitergehen.',
    'approval.notice.been-there': ({ atMs }, format) =>
      `Jemand kam von der Microsoft-Seite zurück: ${format.moment(atMs)}. Was daraus wurde, weiß diese Seite nicht. Melden Sie sich an, um den Stand zu sehen, bevor jemand noch einmal zustimmt.`,
    'approval.notice.turned-down': ({ atMs }, format) =>
      `Jemand hat diese Anfrage auf der Microsoft-Seite abgelehnt: ${format.moment(atMs)}.`,
    'approval.notice.other-name': ({ domain }) =>
      `Wir haben Microsoft nach dem Namen in dieser Anfrage gefragt: ${domain} gehört zu einer anderen Organisation als der, die zustimmen würde. Bitte fragen Sie die Person, die Ihnen den Link geschickt hat, bevor Sie weitergehen.`,
    'approval.notice.throttled': ({ untilMs }, format) =>
      untilMs === undefined
        ? 'Das waren zu viele Versuche in kurzer Zeit. Bitte warten Sie etwas und wählen Sie die Schaltfläche dann noch einmal.'
        : `Das waren zu viele Versuche in kurzer Zeit. Bitte wählen Sie die Schaltfläche ab ${format.from(untilMs)} noch einmal.`,
    'approval.notice.service-away': () =>
      'Unser Dienst ist gerade nicht erreichbar. Bitte klicken Sie gleich noch einmal auf die Schaltfläche.',
    'approval.notice.answer-refused': () =>
      'Unser Dienst nannte eine Adresse, die nicht Microsoft gehört. Wir sind ihr nicht gefolgt. Bitte versuchen Sie es noch einmal; bleibt es dabei, hilft unser Support.',
    'approval.notice.sign-in-blocked': () =>
      'Das Anmeldefenster wurde blockiert. Erlauben Sie Pop-ups für diese Seite und wählen Sie die Schaltfläche noch einmal.',
    'approval.notice.sign-in-cancelled': () => 'Die Anmeldung wurde abgebrochen. Geändert hat sich nichts.',
    'approval.notice.copied': () => 'Der Beleg ist in der Zwischenablage.',
    'approval.notice.not-copied': () =>
      'Der Browser hat das Kopieren nicht erlaubt. Drucken Sie die Seite, oder markieren Sie den Text und drücken Sie Strg+C (auf dem Mac ⌘C).',
    'approval.notice.link-copied': () =>
      'Der Link ist in der Zwischenablage. Fügen Sie ihn in eine Nachricht ein.',
    'approval.notice.link-not-copied': ({ link }) =>
      `Der Browser hat das Kopieren nicht erlaubt. Markieren Sie den Link und drücken Sie Strg+C (⌘C auf einem Mac): ${link}`,

    'approval.may-leave': () =>
      'Sie können diese Seite jederzeit schließen: Das Ergebnis erscheint in Outlook auch ohne Sie.',
    'approval.outlook-goes-on': () =>
      'Outlook weiß Bescheid und macht von selbst weiter. Sie können dieses Fenster schließen.',
    'approval.outlook-not-told': () =>
      'Bitte schließen Sie dieses Fenster und kehren Sie zu Outlook zurück. Dort erscheint die Antwort von selbst.',
    'approval.back-to-outlook': () =>
      'Wenn Sie hier fertig sind, schließen Sie dieses Fenster und kehren Sie zu Outlook zurück. Eine Zustimmung zeigt sich dort von selbst.',
    'approval.organisation': ({ organisation }) =>
      `Diese Anfrage gilt für ${organisation}. Bitte wählen Sie auf der Microsoft-Seite ein Konto dieser Organisation.`,
    'approval.ask-for-new-link': () =>
      'Um weiterzukommen, öffnen Sie den Link aus der Nachricht noch einmal, oder lassen Sie sich einen neuen schicken.',

    'approval.confirmed.title': () => 'Genehmigt und von Microsoft bestätigt',
    'approval.confirmed.lead': ({ organisation }) =>
      `${forYour(organisation)} hat ExtendSync alles erlaubt, was es braucht, und zwar für alle.`,
    'approval.confirmed.covers.no-autopilot': ({ organisation }) =>
      `${forYour(organisation)} hat ExtendSync für die Nutzung ohne Autopilot genehmigt, und zwar für alle.`,
    'approval.confirmed.covers.group-edition': ({ organisation }) =>
      `${forYour(organisation)} hat ExtendSync ohne Autopilot genehmigt, für einzelne Personen und für die Group Edition, und zwar für alle.`,
    'approval.confirming.title': () => 'Vielen Dank. Wir fragen bei Microsoft nach',
    'approval.confirming.lead': () =>
      'Sie kommen von der Microsoft-Seite zurück. Bevor wir es als erledigt ansehen, fragen wir Microsoft, ob die Zustimmung angekommen ist.',
    'approval.sign-in.title': () => 'Vielen Dank. Möchten Sie es bestätigt sehen?',
    'approval.sign-in.lead': () =>
      'Damit wir von hier aus Microsoft fragen können, müssten Sie sich noch einmal anmelden. An der Zustimmung ändert das nichts.',
    'approval.spreading.title': () => 'Die Zustimmung ist unterwegs',
    'approval.spreading.lead': () =>
      'Microsoft zeigt sie noch nicht überall. Oft dauert das ein bis zwei Minuten. Wir fragen weiter.',
    'approval.confirm.title': () => 'Bestätigen Sie die Zustimmung',
    'approval.confirm.lead': () =>
      'Eine Zustimmung ist anscheinend da. Noch hat aber niemand bestätigt, dass sie für alle gilt.',
    'approval.confirm.how': () =>
      'Melden Sie sich einmal mit Ihrem Administratorkonto an. Wir lesen dann bei Microsoft, was der ganzen Organisation erteilt ist. Das ändert nichts, und wir behalten nichts über Sie.',
    'approval.confirm.accepted-title': () => 'Zugestimmt, aber noch nicht bestätigt',
    'approval.confirm.not-done-title': () => 'Noch nicht bestätigt',
    'approval.looked.sign-in-needed': () =>
      'Microsoft verlangt, dass Sie sich anmelden, bevor es zeigt, was erteilt ist.',
    'approval.looked.blocked': () =>
      'Microsoft hat das angemeldete Konto nicht zugelassen, darum konnten wir nicht sehen, was erteilt ist.',
    'approval.mend.yourself': () => 'Wenn Sie selbst zur Administration gehören:',
    'approval.mend.assign': () =>
      'Öffnen Sie im Microsoft Entra Admin Center Unternehmensanwendungen, ExtendSync, Benutzer und Gruppen. Fügen Sie dort sich selbst hinzu und alle anderen, die ExtendSync nutzen sollen.',
    'approval.mend.enable': () =>
      'Öffnen Sie im Microsoft Entra Admin Center Unternehmensanwendungen, ExtendSync, Eigenschaften. „Aktiviert für die Benutzeranmeldung?“ schaltet es ein. Ist es dort schon eingeschaltet, schreiben Sie bitte unserem Support.',
    'approval.mend.other': () => 'Die Anmeldeprotokolle im Microsoft Entra Admin Center nennen den Grund.',
    'approval.mend.then-confirm': () =>
      'Bestätigen Sie danach noch einmal, oder mit einem anderen Administratorkonto.',
    'approval.looked.may-not-read': () =>
      'Das angemeldete Konto darf nicht sehen, was in der Organisation erteilt ist.',
    'approval.looked.other-tenant': () =>
      'Das angemeldete Konto gehört zu einer anderen Organisation als der gefragten.',
    'approval.looked.expired': () =>
      'Die Bestätigung hat länger gedauert als die fünf Minuten, die wir dafür vorsehen.',
    'approval.looked.repeated': () => 'Diese Antwort von Microsoft kam schon einmal. Jede zählt nur einmal.',
    'approval.looked.forged': () =>
      'Diese Antwort hatten wir bei Microsoft nicht angefragt, darum haben wir sie nicht beachtet.',
    'approval.looked.failed': () => 'Microsoft hat uns nicht gesagt, was erteilt ist.',
    'approval.not-arrived.title': () => 'Microsoft zeigt noch keine Zustimmung',
    'approval.not-arrived.lead': () =>
      'Vielleicht braucht sie noch etwas Zeit, oder sie wurde mit einem anderen Konto gegeben als dem, das hier angemeldet ist. Wir fragen weiter.',
    'approval.not-arrived.lead.nobody': () =>
      'Soweit Microsoft es zeigt, hat hier noch niemand ExtendSync genehmigt.',
    'approval.not-arrived.next': () =>
      'Sie können das jetzt tun oder einen Link an jemand anderen aus der Administration weitergeben.',
    'approval.partial.title': ({ missing }, format) =>
      format.plural(missing, {
        one: 'Eine Berechtigung fehlt noch',
        other: `${format.number(missing)} Berechtigungen fehlen noch`,
      }),
    'approval.partial.lead': ({ organisation }) =>
      `Ein Teil der Zustimmung ${organisation === undefined ? 'Ihrer Organisation' : `von ${organisation}`} ist da. Bitte stimmen Sie noch einmal zu: Die Microsoft-Seite führt dann alles auf.`,
    'approval.partial.lead.not-known': ({ serviceAway }) =>
      `${serviceAway ? 'Unser Dienst ist gerade nicht erreichbar, darum sehen wir nicht' : 'Microsoft hat uns nicht gesagt'}, ob der Rest für die ganze Organisation genehmigt ist. Wenn Sie zustimmen, führt die Microsoft-Seite alles auf.`,
    'approval.unproven.title': () => 'Noch nicht für alle bestätigt',
    'approval.unproven.lead.this-user': () =>
      'Microsoft sagt, dass ExtendSync nur auf Ihr eigenes Konto Zugriff hat, nicht für die ganze Organisation.',
    'approval.unproven.lead.unproven': () =>
      'ExtendSync hat auf Ihr Konto Zugriff. Ob die ganze Organisation zugestimmt hat, hat Microsoft uns nicht gesagt.',
    'approval.unproven.lead.service-away': () =>
      'ExtendSync hat auf Ihr Konto Zugriff. Unser Dienst ist gerade nicht erreichbar, darum sehen wir nicht, ob die ganze Organisation zugestimmt hat.',
    'approval.blocked.title': () => 'Etwas steht im Weg',
    'approval.blocked.taken': () =>
      'Microsoft hat die Zustimmung angenommen. Was im Weg steht, ist etwas anderes.',
    'approval.other-account.title': () => 'Sie sind für eine andere Organisation angemeldet',
    'approval.other-account.lead': ({ organisation }) =>
      organisation === undefined
        ? 'Das Konto, das hier angemeldet ist, gehört zu einer anderen Organisation als der gefragten. Darum lässt sich damit nicht sehen, wie es dort steht.'
        : `Diese Anfrage gilt für ${organisation}. Das Konto, das hier angemeldet ist, gehört zu einer anderen Organisation. Darum lässt sich damit nicht sehen, wie es dort steht.`,
    'approval.unknown.title': () => 'Prüfung gerade nicht möglich',
    'approval.unknown.next': () =>
      'Verloren ist nichts. Wir fragen von selbst noch einmal, und Outlook auch.',

    'approval.unasked.title': () => 'Wir fragen Microsoft',
    'approval.unasked.sign-in-title': () => 'Melden Sie sich an, um zu sehen, wie es steht',
    'approval.unasked.lead': () =>
      'Der Adresse dieser Seite nach wurde ExtendSync genehmigt. Eine Adresse kann jeder schreiben. Darum zählt nur, was Microsoft selbst sagt.',
    'approval.unasked.lead.refused': () =>
      'Der Adresse dieser Seite nach wurde nichts genehmigt. Eine Adresse kann jeder schreiben. Darum zählt nur, was Microsoft selbst sagt.',
    'approval.unasked.lead.other': () =>
      'Die Adresse dieser Seite erzählt von einem Besuch der Microsoft-Seite, der nicht hier begonnen hat. Eine Zustimmung kann trotzdem da sein.',
    'approval.unasked.lead.agreed': () =>
      'So sagt es die Adresse dieser Seite, und auch Microsoft zeigt dem Konto, das hier angemeldet ist, keine Zustimmung.',
    'approval.unasked.next': () =>
      'Hier ist niemand angemeldet, darum sagt Microsoft uns nichts. Melden Sie sich an, um zu sehen, wie es steht.',

    'approval.returned.denied.title': () => 'Es wurde nichts genehmigt',
    'approval.returned.denied.lead': () =>
      'Die Anfrage wurde auf der Microsoft-Seite abgelehnt. War das nicht Ihre Absicht, können Sie noch einmal beginnen.',
    'approval.returned.left.title': () => 'Sie haben die Microsoft-Seite verlassen, ohne zuzustimmen',
    'approval.returned.left.lead': () =>
      'Es wurde nichts genehmigt und nichts abgelehnt. Sie können jederzeit weitermachen.',
    'approval.returned.role-too-small.title': () => 'Ihre Rolle reicht für diese Berechtigungen nicht',
    'approval.returned.role-too-small.lead': () =>
      'Microsoft lässt nur bestimmte Rollen zustimmen. Geändert hat sich darum nichts.',
    'approval.returned.expired.title': () => 'Das hat länger als fünf Minuten gedauert',
    'approval.returned.expired.lead': () =>
      'Zur Sicherheit nehmen wir eine Antwort von der Microsoft-Seite nur fünf Minuten lang an. Ein Klick beginnt neu; verloren ist nichts.',
    'approval.returned.repeated.title': () => 'Diese Antwort kam schon einmal',
    'approval.returned.repeated.lead': () =>
      'Jede Antwort von Microsoft zählt einmal. Haben Sie schon zugestimmt, dann gilt das weiterhin.',
    'approval.returned.forged.title': () => 'Diese Antwort hatten wir nicht angefragt',
    'approval.returned.forged.lead': () =>
      'Sie gehört zu keinem Besuch der Microsoft-Seite, den wir begonnen haben. Darum haben wir sie nicht beachtet. Eine Zustimmung kann trotzdem da sein: Wir fragen Microsoft.',
    'approval.returned.other-tenant.title': () => 'Das war eine andere Organisation',
    'approval.returned.other-tenant.lead': () =>
      'Bei Microsoft waren Sie mit einem Konto einer anderen Organisation angemeldet als der gefragten.',
    'approval.returned.failed.title': () => 'Bei Microsoft hat es nicht geklappt',
    'approval.returned.failed.lead': () => 'Statt Ihrer Entscheidung meldete Microsoft ein Problem.',

    'approval.action.continue': () => 'Weiter zu Microsoft',
    'approval.action.begin-again': () => 'Noch einmal beginnen',
    'approval.action.confirm': () => 'Als Administrator bestätigen',
    'approval.action.pass-on': () => 'Link weitergeben',
    'approval.action.copy-link': () => 'Link für jemand anderen aus der Administration kopieren',
    'approval.action.other-account': () => 'Mit einem anderen Konto weitermachen',
    'approval.action.show-request': () => 'Anfrage anzeigen',
    'approval.action.approve-again': () => 'Noch einmal zustimmen',
    'approval.action.try-again': () => 'Einzelheiten laden',
    'approval.action.check-now': () => 'Jetzt prüfen',
    'approval.action.sign-in': () => 'Anmelden und bestätigen',
    'approval.action.sign-in-to-see': () => 'Anmelden und nachsehen',
    'approval.action.sign-in-other': () => 'Mit anderem Konto anmelden',
    'approval.action.close': () => 'Fenster schließen',
    'approval.action.copy-receipt': () => 'Beleg kopieren',
    'approval.action.print': () => 'Drucken',
  },
  labels: {
    ...permissionsDe.labels,

    'facts.title': () => 'Die Anfrage',
    'facts.organisation': () => 'Organisation',
    'facts.organisation-id': () => 'Mandanten-ID',
    'facts.asked-for': () => 'Angefragt für',
    'facts.asked-for-unverified': ({ domain }) =>
      `${domain} (Angabe des Absenders; von Microsoft nicht bestätigt)`,
    'facts.asked-by': () => 'Gefragt hat',
    'facts.asked-by-words': () =>
      'Wer Ihnen den Link geschickt hat. Wir speichern keinen Namen. Vergewissern Sie sich darum bitte, dass Sie die Person kennen.',
    'facts.punycode': () =>
      'Ein Name mit „xn--“ steht für einen mit Buchstaben, die in einer Adresse nicht vorkommen können. Er kann einem anderen Namen gleichen; vergleichen Sie ihn bitte genau.',
    'facts.organisation-not-named': () => 'Die, mit der Sie sich anmelden',
    'facts.application': () => 'Anwendung',
    'facts.publisher': () => 'Herausgeber',
    'facts.client-id': () => 'Anwendungs-ID',
    'facts.made': ({ atMs }, format) => `Angefragt am ${format.day(atMs)}.`,
    'facts.expires': ({ atMs }, format) => `Der Link gilt bis ${format.moment(atMs)}.`,

    'asked.title': ({ count }, format) =>
      `Worum ExtendSync bittet: ${format.number(count)} ${format.plural(count, { one: 'Berechtigung', other: 'Berechtigungen' })}`,
    'asked.comes-along': () => 'steht auf der Liste von Microsoft mit dabei, wird hier nicht gebraucht',

    'details.title': () => 'Für unseren Support',
    'details.code': () => 'Microsofts Code',
    'details.correlation-id': () => 'Korrelations-ID',

    'receipt.title': () => 'Beleg',
    'receipt.confirmed': () => 'Bestätigt',
    'receipt.check': () => 'Wie geprüft wurde',
    'receipt.check-words': () =>
      'Microsoft hat unserem Dienst gesagt, was der ganzen Organisation erteilt ist',
    'receipt.look-words': ({ time }) =>
      `Jemand mit dem Recht dazu hat sich angemeldet (${time}), und Microsoft hat gezeigt, was der ganzen Organisation erteilt ist`,
    'receipt.approved-by': () => 'Zugestimmt hat',
    'receipt.approved-by-words': () =>
      'Wir speichern keine Namen. Im Überwachungsprotokoll von Microsoft Entra steht es.',
    'receipt.permissions': () => 'Erteilte Berechtigungen',
  },
};
