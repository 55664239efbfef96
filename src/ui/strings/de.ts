import type { ApproverRole } from '../../core/permissions';
import type { Catalogue } from './catalogue';
import type { Format } from './format';

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

const permissions = (count: number, format: Format): string =>
  `${format.number(count)} ${format.plural(count, { one: 'Berechtigung', other: 'Berechtigungen' })}`;

// Names do not take an ending, "Ihre Organisation" does.
const forYour = (organisation: string | undefined): string =>
  organisation === undefined ? 'Ihre Organisation' : organisation;
const from = (organisation: string | undefined): string =>
  organisation === undefined ? 'Ihrer Organisation' : `von ${organisation}`;

export const de: Catalogue = {
  messages: {
    'checking.title': () => 'Zugriff Ihrer Organisation wird geprüft…',
    'checking.lead': () =>
      'Wir fragen Microsoft, ob ExtendSync hier arbeiten darf. Das dauert nur einen Moment.',

    'granted.title': () => 'Der Zugriff ist genehmigt',
    'granted.lead': ({ organisation }) =>
      `${forYour(organisation)} hat ExtendSync alles erlaubt, was es braucht. Sie müssen nichts weiter tun.`,
    'granted.lead.steps': ({ organisation }) =>
      `${forYour(organisation)} hat alles genehmigt, was ExtendSync von Microsoft braucht. Was noch zu tun ist, steht unten.`,
    'granted.covers.no-autopilot': ({ organisation }) =>
      `${forYour(organisation)} hat ExtendSync für die Nutzung ohne Autopilot genehmigt. Sie müssen nichts weiter tun.`,
    'granted.covers.group-edition': ({ organisation }) =>
      `${forYour(organisation)} hat ExtendSync ohne Autopilot genehmigt, für einzelne Personen und für die Group Edition. Sie müssen nichts weiter tun.`,

    'personal.title.this-user': () => 'Für Sie erlaubt, nicht für alle',
    'personal.title.unproven': () => 'Bei Ihnen funktioniert es',
    'personal.title.approved': () => 'Von der Administration genehmigt, noch nicht für alle bestätigt',
    'personal.lead.this-user': () =>
      'ExtendSync hat nur auf Ihr Konto Zugriff. Für Ihre Kolleginnen und Kollegen und für Autopilot muss eine Administratorin oder ein Administrator zustimmen, einmal für die ganze Organisation.',
    'personal.lead.unproven': () =>
      'ExtendSync hat auf Ihr Konto Zugriff. Ob die ganze Organisation zugestimmt hat, hat Microsoft uns nicht gesagt.',
    'personal.lead.approved': () =>
      'Bei Ihnen funktioniert ExtendSync. Ob es für alle genehmigt ist, zeigt Microsoft der Administration; sie bestätigt es einmal.',
    'personal.lead.service-away': () =>
      'ExtendSync hat auf Ihr Konto Zugriff. Unser Dienst ist gerade nicht erreichbar, darum sehen wir nicht, ob die ganze Organisation zugestimmt hat.',

    'partial.title': ({ missing }, format) =>
      format.plural(missing, {
        one: 'Eine Berechtigung fehlt noch',
        other: `${format.number(missing)} Berechtigungen fehlen noch`,
      }),
    'partial.lead': ({ missing }, format) =>
      `Ein Teil des Zugriffs ist da. ${format.plural(missing, { one: 'Der unten markierten Berechtigung', other: 'Den unten markierten Berechtigungen' })} muss Ihre Administration noch zustimmen.`,
    'partial.lead.new-permissions': ({ missing }, format) =>
      `Bisher war alles erlaubt, und das gilt weiter. Inzwischen kann ExtendSync mehr und braucht ${format.plural(missing, { one: 'eine weitere Berechtigung', other: `${format.number(missing)} weitere Berechtigungen` })}, unten markiert.`,
    'partial.lead.was-granted': ({ missing }, format) =>
      `Bisher war alles erlaubt. Seitdem ${format.plural(missing, { one: 'ist eine Berechtigung', other: 'sind einige Berechtigungen' })} dazugekommen oder entzogen worden, und Ihre Administration muss noch einmal zustimmen.`,
    'partial.lead.not-known': ({ missing, serviceAway }, format) =>
      `${format.plural(missing, { one: 'Der unten markierten Berechtigung', other: 'Den unten markierten Berechtigungen' })} muss Ihre Administration noch zustimmen. ${serviceAway ? 'Unser Dienst ist gerade nicht erreichbar, darum sehen wir nicht' : 'Microsoft hat uns nicht gesagt'}, ob der Rest für die ganze Organisation genehmigt ist.`,

    'required.title': () => 'Eine Zustimmung fehlt noch',
    'required.lead': ({ organisation }) =>
      `Damit ExtendSync arbeiten kann, muss die Administration ${from(organisation)} einmal zustimmen. Das gilt dann für alle.`,
    'required.about': () =>
      'ExtendSync gleicht Nachrichten, Postfacheinstellungen und Kalender ab, direkt in Outlook.',
    'required.title.was-granted': () => 'Der Zugriff wurde entzogen',
    'required.lead.was-granted': ({ organisation, atMs }, format) =>
      `${forYour(organisation)} hatte ExtendSync zugestimmt, zuletzt bestätigt ${format.moment(atMs)}. Jetzt gilt die Zustimmung nicht mehr, und die Administration muss sie neu geben.`,
    'required.approvers': ({ roles }, format) =>
      `Zustimmen kann, wer eine dieser Rollen hat: ${oneOf(roles, format)}.`,
    'choice.approve': ({ roles }, format) =>
      `Mit der Rolle ${oneOf(roles, format)}. Microsoft zeigt Ihnen, wozu Sie zustimmen.`,
    'choice.share': () =>
      'Wir bereiten die Nachricht mit einem Link vor, Sie senden sie. Die Zustimmung bemerken wir hier von selbst.',

    'arriving.title': () => 'Die Zustimmung ist unterwegs',
    'arriving.lead': () =>
      'Microsoft hat sie angenommen. Bis sie überall wirkt, kann es ein bis zwei Minuten dauern. Wir fragen weiter; Sie müssen nichts tun.',
    'arriving.lead.host-remembers': () =>
      'Microsoft bestätigt die Zustimmung, aber Outlook gibt noch die alte Antwort. Melden Sie sich neu an, dann fragt es neu.',

    'waiting.title': () => 'Warten auf Ihre Administration',
    'waiting.title.not-approved': () => 'Nicht genehmigt',
    'waiting.lead': () =>
      'Sobald jemand aus der Administration zugestimmt hat, steht es hier von selbst. Sie können diesen Bereich schließen.',
    'waiting.lead.returned': () =>
      'Ihre Administration war auf der Microsoft-Seite. Wir prüfen, ob die Zustimmung angekommen ist.',
    'waiting.lead.opened': () =>
      'Der Link wurde geöffnet. Die Zustimmung kann jeden Moment kommen. Sie können diesen Bereich schließen.',
    'waiting.lead.denied': () =>
      'Die Anfrage wurde auf der Microsoft-Seite abgelehnt. Vielleicht hilft ein Gespräch mit Ihrer Administration und eine neue Anfrage.',
    'waiting.lead.left': () =>
      'Jemand hat den Link geöffnet und die Microsoft-Seite ohne Zustimmung verlassen. Abgelehnt wurde nichts, und der Link gilt weiter.',
    'waiting.lead.role-too-small': ({ roles }, format) =>
      `Die Person, die Sie gefragt haben, darf dem nicht zustimmen. Nötig ist eine dieser Rollen: ${oneOf(roles, format)}. Bitte fragen Sie jemand anderen.`,

    'approving.title': () => 'Bitte im anderen Fenster zustimmen',
    'approving.lead': () =>
      'Melden Sie sich dort mit Ihrem Administratorkonto an, lesen Sie, was Microsoft auflistet, und stimmen Sie zu. Um den Rest kümmern wir uns.',
    'approving.lead.expired': () =>
      'Zur Sicherheit nehmen wir eine Antwort von der Microsoft-Seite nur fünf Minuten lang an, und die sind vorbei. Ein Klick beginnt neu; verloren ist nichts.',
    'approving.title.confirm': () => 'Bitte im anderen Fenster bestätigen',
    'approving.lead.confirm': () =>
      'Melden Sie sich dort mit Ihrem Administratorkonto an. Wir lesen dann bei Microsoft, was erteilt ist; das ändert nichts.',

    'sharing.title': () => 'Administration fragen',
    'sharing.lead': ({ organisation }) =>
      `Senden Sie diesen Link an jemanden, der Microsoft 365 ${organisation === undefined ? 'Ihrer Organisation' : `bei ${organisation}`} verwaltet. Er erklärt, worum es geht und warum.`,
    'sharing.lead.straight': () =>
      'Dieser Link führt direkt zu Microsoft, weil unsere eigene Seite gerade nicht erreichbar ist. Er leistet dasselbe.',

    'sign-in.title': () => 'Bitte anmelden',
    'sign-in.title.either': () => 'Ein Schritt fehlt noch',
    'sign-in.lead.either': () =>
      'Outlook konnte uns nicht sagen, ob Sie sich anmelden müssen oder ob Ihre Organisation noch zustimmen muss. Mit der Anmeldung klärt es sich.',

    'other-tenant.title': () => 'Ein anderes Konto ist angemeldet',
    'other-tenant.lead': ({ mailDomain }) =>
      mailDomain === undefined
        ? 'Sie sind mit einem Konto einer anderen Organisation angemeldet als der dieses Postfachs.'
        : `Dieses Postfach gehört zu ${mailDomain}, angemeldet sind Sie aber mit einem Konto einer anderen Organisation.`,
    'other-tenant.lead.consultant': () =>
      'Bitte melden Sie sich mit dem Konto dieses Postfachs an. Haben Sie dort keines, fragen Sie die Administration jener Organisation.',

    'mailbox.on-premises': () =>
      'Dieses Postfach liegt auf einem eigenen Server Ihrer Organisation. ExtendSync erreicht nur Postfächer in Microsoft 365.',
    'mailbox.personal': () => 'Öffnen Sie ExtendSync bitte neben dem Postfach Ihrer Arbeit oder Schule.',
    'mailbox.not-known': () =>
      'Outlook hat nicht gesagt, wessen Postfach das ist. Was Sie sehen, gilt für die Organisation Ihres Kontos.',
    'mailbox.shared': () =>
      'Dieses Postfach ist freigegeben oder gehört jemand anderem. Geprüft haben wir mit Ihrem eigenen Konto.',
    'mailbox.not-placed': ({ mailDomain }) =>
      mailDomain === undefined
        ? 'Gehört Ihr Konto zu einer anderen Organisation, melden Sie sich bitte mit dem Konto dieses Postfachs an.'
        : `Dieses Postfach gehört zu ${mailDomain}. Gehört Ihr Konto zu einer anderen Organisation, melden Sie sich bitte mit dem Konto dieses Postfachs an.`,

    'blocked.title': () => 'Der Zugriff ist gesperrt',

    'unknown.title': () => 'Prüfung gerade nicht möglich',
    'unknown.last-granted': ({ atMs, organisation }, format) =>
      `Als wir zuletzt von Microsoft hörten (${format.moment(atMs)}), war für ${forYour(organisation)} alles erlaubt.`,
    'unknown.last-partial': ({ atMs, organisation }, format) =>
      `Als wir zuletzt von Microsoft hörten (${format.moment(atMs)}), fehlten für ${forYour(organisation)} einige Berechtigungen.`,
    'unknown.last-required': ({ atMs, organisation }, format) =>
      `Als wir zuletzt von Microsoft hörten (${format.moment(atMs)}), hatte ${forYour(organisation)} noch nicht zugestimmt.`,
    'unknown.last-personal': ({ atMs }, format) =>
      `Als wir zuletzt von Microsoft hörten (${format.moment(atMs)}), hatte ExtendSync auf Ihr Konto Zugriff.`,
    'unknown.never-confirmed': () => 'Microsoft hat für dieses Postfach noch nichts bestätigt.',

    'situation.title': () => 'Wie nutzen Sie ExtendSync?',
    'situation.lead': () =>
      'Davon hängt ab, worum Ihre Administration gebeten wird. Sie können es jederzeit ändern.',
    'situation.autopilot-on': () => 'Autopilot läuft schon',
    'situation.autopilot-everyone': () => 'Autopilot für alle',
    'situation.autopilot-groups': () => 'Autopilot für bestimmte Gruppen',
    'situation.no-autopilot': () => 'Ohne Autopilot',
    'situation.group-edition': () => 'Group Edition',
    'situation.not-sure': () => 'Ich bin nicht sicher',

    'showing.title': () => 'Ihrer Administration zeigen',
    'showing.lead': () => 'Für jemanden neben Ihnen oder in einer Besprechung, der Ihren Bildschirm sieht.',
    'group.title': () => 'Autopilot auf eine Gruppe begrenzen',
    'group.lead': () =>
      'Von sich aus erreicht ExtendSync dann nur die Postfächer einer Gruppe. Diese Grenze wahrt Exchange Online. Das Skript schreiben wir; ausführen muss es die Administration.',
    'manage.title': () => 'Zugriff und Daten',
    'manage.lead': () => 'Was Ihre Organisation erlaubt hat und wie sie es zurücknimmt.',
    'help.title': () => 'Hilfe',
    'help.lead': () => 'Wir suchen, was im Weg stehen könnte. Verändert wird dabei nichts.',

    'notice.reminder': ({ withWhom }) =>
      `${withWhom === undefined ? 'Ihre Anfrage ist' : `Ihre Anfrage an ${withWhom} ist`} mehr als einen Tag alt, und die Zustimmung fehlt noch. Oft hilft eine kurze Erinnerung.`,
    'notice.offline': () => 'Sie scheinen offline zu sein. Ist die Verbindung wieder da, prüfen wir erneut.',
    'notice.not-renewed': () => 'Das ließ sich gerade nicht erneuern. Wir versuchen es weiter.',
    'notice.not-renewed.throttled': () => 'Microsoft bittet uns, etwas zu warten. Danach wird das erneuert.',

    'action.approve': () => 'Als Administrator zustimmen',
    'action.confirm': () => 'Als Administrator bestätigen',
    'action.share': () => 'Administration fragen',
    'action.share-again': () => 'Noch einmal oder jemand anderen fragen',
    'action.sign-in': () => 'Anmelden',
    'action.sign-in-again': () => 'Erneut anmelden',
    'action.sign-in-other': () => 'Mit anderem Konto anmelden',
    'action.check-now': () => 'Jetzt prüfen',
    'action.back': () => 'Zurück',
    'action.done': () => 'Fertig',
    'action.add-autopilot': () => 'Autopilot hinzufügen',
    'action.pass-on': () => 'Link weitergeben',
    'action.close-dialog': () => 'Anderes Fenster schließen',
    'action.renew': () => 'Neu beginnen',
    'action.letter-assign': () => 'Um Aufnahme bitten',
    'action.letter-enable': () => 'Um Aktivierung bitten',
    'action.letter-enable-account': () => 'Um Aktivierung bitten',
    'action.letter-policy': () => 'Nach der Richtlinie fragen',
    'action.letter-refusal': () => 'Nach der Ursache fragen',
    'action.withdraw': () => 'Anfrage zurückziehen',

    'action.show': () => 'Auf dem Bildschirm zeigen',
    'action.help': () => 'Hilfe',
    'action.manage': () => 'Zugriff und Daten',
    'action.group': () => 'Skript erstellen',
    'action.change-situation': () => 'Art der Nutzung ändern',

    'cause.not-consented': () => 'Ihre Organisation hat ExtendSync noch nicht zugestimmt.',
    'cause.consent-declined': () => 'Die Zustimmung wurde angefragt und abgelehnt.',
    'cause.admin-approval-needed': () => 'Microsoft verlangt, dass jemand aus der Administration zustimmt.',
    'cause.consent-failed': () =>
      'Microsoft konnte die Zustimmung nicht abschließen. Oft gelingt es einige Minuten später.',
    'cause.application-not-in-tenant': () => 'ExtendSync ist in Ihrer Organisation noch nicht eingerichtet.',
    'cause.application-disabled': () => 'ExtendSync ist in Ihrer Organisation deaktiviert.',
    'cause.application-misconfigured': () =>
      'An der Registrierung von ExtendSync bei Microsoft stimmt etwas nicht. Das müssen wir beheben.',
    'cause.user-not-assigned': () =>
      'Ihre Organisation lässt ExtendSync nur von bestimmten Personen nutzen, und Sie gehören noch nicht dazu.',
    'cause.account-disabled': () => 'Laut Microsoft ist dieses Konto deaktiviert.',
    'cause.account-not-in-tenant': () =>
      'Das Konto, mit dem Sie angemeldet sind, ist in dieser Organisation nicht bekannt.',
    'cause.account-unknown': () => 'Microsoft kennt dieses Konto nicht.',
    'cause.wrong-credentials': () => 'Die Anmeldung ist nicht gelungen.',
    'cause.tenant-unknown': () => 'Microsoft kennt keine Organisation dieses Namens.',
    'cause.tenant-blocked': () => 'Microsoft lässt diese Organisation die App gerade nicht nutzen.',
    'cause.tenant-not-named': () => 'Microsoft konnte nicht erkennen, welche Organisation gemeint ist.',
    'cause.several-accounts': () =>
      'Microsoft kann nicht erkennen, welches Konto gemeint ist. Vielleicht sind Sie mit mehreren angemeldet.',
    'cause.not-signed-in': () => 'Bevor wir Microsoft fragen können, müssen wir wissen, wer Sie sind.',
    'cause.session-expired': () => 'Ihre Anmeldung ist abgelaufen.',
    'cause.multi-factor-needed': () =>
      'Ihre Organisation möchte, dass Sie die Anmeldung mit einem zweiten Schritt bestätigen.',
    'cause.conditional-access': () =>
      'Eine Sicherheitsrichtlinie Ihrer Organisation erlaubt diesen Zugriff nicht.',
    'cause.device-not-compliant': () =>
      'Eine Sicherheitsrichtlinie Ihrer Organisation verlangt ein verwaltetes Gerät.',
    'cause.account-locked': () =>
      'Dieses Konto ist vorübergehend gesperrt, oder Microsoft traut dem Netzwerk nicht, aus dem es kommt.',
    'cause.account-restricted': () => 'Microsoft lässt dieses Konto Apps dieser Art nicht verwenden.',
    'cause.other-cloud': () =>
      'ExtendSync ist für eine andere Microsoft-Cloud eingerichtet als die Ihrer Organisation. Das müssen wir beheben.',
    'cause.loop-detected': () => 'Microsoft wurde in kurzer Zeit zu oft gefragt und möchte eine Pause.',
    'cause.throttled': () => 'Microsoft ist ausgelastet und bat uns, kurz zu warten.',
    'cause.microsoft-unavailable': () => 'Microsofts Anmeldedienst hat gerade eine Störung.',
    'cause.network-unreachable': () => 'Wir konnten Microsoft über das Netzwerk nicht erreichen.',
    'cause.service-unavailable': () => 'Unser eigener Dienst ist gerade nicht erreichbar.',
    'cause.newer-version': () =>
      'ExtendSync wurde vermutlich aktualisiert. Schließen Sie es und öffnen Sie es neu.',
    'cause.host-unavailable': () => 'Outlook hat uns nicht geantwortet.',
    'cause.consent-or-sign-in': () =>
      'Outlook verlangt eine Anmeldung oder eine Zustimmung und sagt nicht, welche.',
    'cause.other-tenant': () => 'Sie sind mit einem Konto einer anderen Organisation angemeldet.',
    'cause.personal-mailbox': () => 'Das ist ein privates Postfach',
    'cause.mailbox-not-placed': () =>
      'Wir konnten nicht herausfinden, zu welcher Organisation dieses Postfach gehört.',
    'cause.cancelled': () => 'Die Anmeldung wurde abgebrochen.',
    'cause.popup-blocked': () =>
      'Das Anmeldefenster wurde blockiert. Erlauben Sie Pop-ups für Outlook und versuchen Sie es noch einmal.',
    'cause.request-malformed': () =>
      'Microsoft hat unsere Frage so nicht angenommen. Das müssen wir beheben.',
    'cause.page-failed': () => 'Diese Seite oder Ihr Browser hat unsere Frage an Microsoft verhindert.',
    'cause.unrecognised': () => 'Microsoft hat eine Antwort gegeben, die wir nicht kennen.',

    'next.approve': () => 'Ihre Administration kann zustimmen.',
    'next.ask-admin': () => 'Bitten Sie Ihre Administration um Zustimmung.',
    'next.sign-in': () => 'Bitte melden Sie sich neu an.',
    'next.sign-in-with-other-account': () => 'Bitte melden Sie sich mit dem Konto dieses Postfachs an.',
    'next.ask-admin-to-assign': () =>
      'Bitten Sie Ihre Administration, Sie zu denen hinzuzufügen, die ExtendSync nutzen dürfen.',
    'next.ask-admin-to-enable': () => 'Bitten Sie Ihre Administration, ExtendSync wieder zu aktivieren.',
    'next.ask-admin-to-enable-account': () =>
      'Bitten Sie Ihre Administration, Ihr Konto wieder zu aktivieren.',
    'next.ask-admin-about-policy': () =>
      'Zeigen Sie Ihrer Administration den Code unten; damit lässt sich die Richtlinie finden.',
    'next.ask-admin-about-refusal': () =>
      'Zeigen Sie Ihrer Administration den Code unten; damit lässt sich die Ursache finden.',
    'next.wait-and-retry': () => 'Sie müssen nichts tun: Wir versuchen es von selbst wieder.',
    'next.open-help': () => '„Hilfe“ zeigt, was im Weg sein kann.',
    'next.confirm-as-admin': () => 'Ihre Administration kann das bestätigen.',
    'next.contact-support': () => 'Bleibt es so, senden Sie unserem Support den Code unten.',
  },
  labels: {
    'organisation.label': () => 'Organisation',
    'organisation.confirmed': ({ atMs }, format) => `Von Microsoft bestätigt: ${format.moment(atMs)}`,

    'permissions.title': ({ count }, format) => `Worum ExtendSync bittet (${format.number(count)})`,
    'permissions.all-granted': ({ count }, format) =>
      format.plural(count, {
        one: 'Die nötige Berechtigung ist erteilt',
        other: `Alle ${permissions(count, format)} erteilt`,
      }),
    'permissions.all-required-granted': ({ count }, format) =>
      `Alle ${format.number(count)} nötigen Berechtigungen erteilt`,
    'permissions.some-granted': ({ count, granted }, format) =>
      `${format.number(granted)} von ${permissions(count, format)} erteilt`,

    'checks.busy': () => 'Microsoft wird gefragt…',
    'checks.last': ({ atMs }, format) => `Geprüft: ${format.moment(atMs)}`,
    'checks.next': ({ atMs }, format) => `Nächste Prüfung: ${format.moment(atMs)}`,
    'checks.paused-hidden': () => 'Pausiert, solange der Bereich ausgeblendet ist',

    'later.loading': () => 'Dieser Teil wird geladen',
    'later.failed': () =>
      'Dieser Teil ließ sich nicht laden. Besteht eine Netzwerkverbindung? Dann schließen Sie ExtendSync und öffnen Sie es neu.',
    'later.again': () => 'Noch einmal versuchen',

    'details.title': () => 'Für Ihre Administration oder unseren Support',
    'details.code': () => 'Microsofts Code',
    'details.correlation-id': () => 'Korrelations-ID',

    'actions.more': () => 'Mehr',
  },
};
