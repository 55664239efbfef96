import type { DiagnosisValues } from '../../../core/support/diagnosis/diagnosis';
import { permissionsDe } from '../permissions/de';
import type { LaterCatalogue } from './later-messages';

const mailbox = ({ mailDomain }: DiagnosisValues): string =>
  mailDomain === undefined ? 'Dieses Postfach' : `Dieses Postfach (${mailDomain})`;
const account = ({ accountDomain }: DiagnosisValues): string =>
  accountDomain === undefined ? 'Ihr Konto' : `Ihr Konto (${accountDomain})`;

export const laterDe: LaterCatalogue = {
  messages: {
    ...permissionsDe.reasons,
    ...permissionsDe.labels,

    'situation-hint.autopilot-on': () =>
      'Die Zustimmung kam mit dem Einschalten. Bestätigt Microsoft sie nicht, bitten wir darum.',
    'situation-hint.autopilot-everyone': () => 'Das Einschalten bittet von selbst um die Zustimmung.',
    'situation-hint.autopilot-groups': () =>
      'Nach der Zustimmung begrenzt die Administration den Zugriff in Exchange auf Ihre Gruppe.',
    'situation-hint.no-autopilot': () => 'ExtendSync arbeitet nur, während jemand es nutzt.',
    'situation-hint.group-edition': () => 'Ihre Teams arbeiten in freigegebenen Postfächern.',
    'situation-hint.not-sure': () => 'Wir bitten um alles, was ExtendSync brauchen kann.',

    'notice.sign-in-window': () => 'Bitte machen Sie im Anmeldefenster weiter.',
    'notice.window-unseen': () =>
      'Outlook sieht das Fenster von Microsoft nicht mehr. Ist es noch offen, machen Sie dort weiter; haben Sie es geschlossen, beginnen Sie neu. Eine Zustimmung zeigt sich hier von selbst.',

    'action.remind': () => 'Erinnerung senden',
    'action.share-draft': () => 'Nachricht in Outlook schreiben',
    'action.share-copy': () => 'Link kopieren',
    'action.share-mail': () => 'Anderes E-Mail-Programm nutzen',
    'action.share-teams': () => 'In Teams teilen',

    'shared.draft': () => 'Sie haben in Outlook eine Nachricht geöffnet',
    'shared.copy': () => 'Sie haben den Link kopiert',
    'shared.mail': () => 'Sie haben ein anderes E-Mail-Programm gewählt',
    'shared.teams': () => 'Sie haben Teams geöffnet, um ihn zu teilen',
    'shared.screen': () => 'Sie haben ihn auf dem Bildschirm gezeigt',
    'shared.reminder': () => 'Sie haben eine Erinnerung geöffnet',

    'share-done.draft': () => 'Die Nachricht ist offen. Klicken Sie in Outlook auf „Senden“.',
    'share-done.copy': () => 'Kopiert. Fügen Sie ihn in einen Chat oder eine E-Mail ein.',
    'share-done.mail': () =>
      'Hat sich Ihr E-Mail-Programm geöffnet, senden Sie die Nachricht dort ab. Wenn nicht, wählen Sie einen anderen Weg.',
    'share-done.teams': () =>
      'Teams öffnet sich in einem anderen Fenster. Wählen Sie dort, wem Sie ihn senden.',

    'share-failed.draft': () =>
      'Outlook hat bisher keine Nachricht geöffnet. Öffnet sich keine, wählen Sie bitte einen anderen Weg.',
    'share-failed.copy': () =>
      'Der Browser hat das Kopieren nicht erlaubt. Markieren Sie den Link oben und drücken Sie Strg+C (auf dem Mac ⌘C).',
    'share-failed.mail': () =>
      'Es hat sich kein E-Mail-Programm geöffnet. Bitte wählen Sie einen anderen Weg.',
    'share-failed.teams': () => 'Teams hat sich nicht geöffnet. Bitte wählen Sie einen anderen Weg.',

    'history.opened': () => 'Der Link wurde geöffnet',
    'history.returned': () => 'Jemand kam von der Microsoft-Seite zurück',
    'history.denied': () => 'Die Anfrage wurde abgelehnt',
    'history.expired': () => 'Ein Versuch ist abgelaufen',
    'history.withdrawn': () => 'Die Anfrage wurde zurückgezogen',
    'history.proved': () => 'Microsoft hat die Zustimmung nachgewiesen',
    'history.role-too-small': () => 'Jemand ohne ausreichende Rolle hat es versucht',
    'history.left': () => 'Jemand hat die Microsoft-Seite ohne Zustimmung verlassen',
    'history.failed': () => 'Bei einem Versuch hat Microsoft einen Fehler gemeldet',
    'history.other-tenant': () => 'Jemand hat für eine andere Organisation zugestimmt',
    'history.granted': () => 'Microsoft hat die Zustimmung bestätigt',

    'handed-over.copy': () => 'Kopiert.',
    'handed-over.withdrawal': () => 'Zurückgezogen. Der Link funktioniert nicht mehr.',
    'handed-over.diagnostics-download': () =>
      'Die Datei ist gespeichert. Bitte hängen Sie sie an Ihre Nachricht an.',
    'handed-over.diagnostics-copy': () =>
      'Der Text der Datei ist kopiert. Bitte fügen Sie ihn in Ihre Nachricht ein.',
    'handed-over.letter-support': () =>
      'Die Nachricht ist offen. Bitte beschreiben Sie, was geschah, und senden Sie sie ab.',
    'handed-over.letter-deletion': () =>
      'Die Nachricht ist offen. Bitte lesen Sie sie und senden Sie sie ab.',
    'handed-over.letter-assign': () =>
      'Die Nachricht ist offen. Wählen Sie Ihre Administration als Empfänger und senden Sie sie ab.',
    'handed-over.letter-enable': () =>
      'Die Nachricht ist offen. Wählen Sie Ihre Administration als Empfänger und senden Sie sie ab.',
    'handed-over.letter-enable-account': () =>
      'Die Nachricht ist offen. Wählen Sie Ihre Administration als Empfänger und senden Sie sie ab.',
    'handed-over.letter-policy': () =>
      'Die Nachricht ist offen. Wählen Sie Ihre Administration als Empfänger und senden Sie sie ab.',
    'handed-over.letter-refusal': () =>
      'Die Nachricht ist offen. Wählen Sie Ihre Administration als Empfänger und senden Sie sie ab.',
    'handed-over.mail-support': () =>
      'Hat sich Ihr E-Mail-Programm geöffnet, senden Sie die Nachricht dort ab. Wenn nicht, schreiben Sie bitte unserem Support selbst.',
    'handed-over.mail-deletion': () =>
      'Hat sich Ihr E-Mail-Programm geöffnet, senden Sie die Nachricht dort ab. Wenn nicht, schreiben Sie bitte unserem Support selbst.',
    'handed-over.mail-assign': () =>
      'Hat sich Ihr E-Mail-Programm geöffnet, wählen Sie dort Ihre Administration als Empfänger und senden Sie die Nachricht ab. Wenn nicht, schreiben Sie Ihrer Administration bitte selbst.',
    'handed-over.mail-enable': () =>
      'Hat sich Ihr E-Mail-Programm geöffnet, wählen Sie dort Ihre Administration als Empfänger und senden Sie die Nachricht ab. Wenn nicht, schreiben Sie Ihrer Administration bitte selbst.',
    'handed-over.mail-enable-account': () =>
      'Hat sich Ihr E-Mail-Programm geöffnet, wählen Sie dort Ihre Administration als Empfänger und senden Sie die Nachricht ab. Wenn nicht, schreiben Sie Ihrer Administration bitte selbst.',
    'handed-over.mail-policy': () =>
      'Hat sich Ihr E-Mail-Programm geöffnet, wählen Sie dort Ihre Administration als Empfänger und senden Sie die Nachricht ab. Wenn nicht, schreiben Sie Ihrer Administration bitte selbst.',
    'handed-over.mail-refusal': () =>
      'Hat sich Ihr E-Mail-Programm geöffnet, wählen Sie dort Ihre Administration als Empfänger und senden Sie die Nachricht ab. Wenn nicht, schreiben Sie Ihrer Administration bitte selbst.',
    'not-handed-over.copy': () =>
      'Der Browser hat das Kopieren nicht erlaubt. Markieren Sie den Text und drücken Sie Strg+C (auf dem Mac ⌘C).',
    'not-handed-over.withdrawal': () =>
      'Unser Dienst hat noch nicht bestätigt, dass die Anfrage zurückgezogen ist: Der Link funktioniert vielleicht noch. Wir versuchen es von selbst wieder, auch wenn Sie diesen Bereich das nächste Mal öffnen.',
    'not-handed-over.straight-withdrawal': () =>
      'Dieser Bereich wartet nicht mehr darauf. Der Link führt direkt zu Microsoft und lässt sich nicht zurückziehen: Er funktioniert weiterhin.',
    'not-handed-over.request': () =>
      'Der Link Ihrer Anfrage funktioniert nicht mehr: Seine 30 Tage sind vorbei, oder unser Dienst hat sie nicht mehr. Bitte fragen Sie noch einmal an.',
    'not-handed-over.diagnostics-download': () =>
      'Der Browser hat die Datei nicht gespeichert. Bitte kopieren Sie stattdessen ihren Text.',
    'not-handed-over.diagnostics-copy': () =>
      'Der Browser hat das Kopieren nicht erlaubt. Öffnen Sie unten die Datei, markieren Sie den Text und drücken Sie Strg+C (auf dem Mac ⌘C).',
    'not-handed-over.letter-support': () =>
      'Es hat sich kein E-Mail-Programm geöffnet. Bitte schreiben Sie unserem Support selbst.',
    'not-handed-over.letter-deletion': () =>
      'Es hat sich kein E-Mail-Programm geöffnet. Bitte schreiben Sie unserem Support selbst.',
    'not-handed-over.letter-assign': () =>
      'Es hat sich kein E-Mail-Programm geöffnet. Bitte schreiben Sie Ihrer Administration selbst.',
    'not-handed-over.letter-enable': () =>
      'Es hat sich kein E-Mail-Programm geöffnet. Bitte schreiben Sie Ihrer Administration selbst.',
    'not-handed-over.letter-enable-account': () =>
      'Es hat sich kein E-Mail-Programm geöffnet. Bitte schreiben Sie Ihrer Administration selbst.',
    'not-handed-over.letter-policy': () =>
      'Es hat sich kein E-Mail-Programm geöffnet. Bitte schreiben Sie Ihrer Administration selbst.',
    'not-handed-over.letter-refusal': () =>
      'Es hat sich kein E-Mail-Programm geöffnet. Bitte schreiben Sie Ihrer Administration selbst.',

    'dialog-ended.popup-blocked': () =>
      'Das Fenster wurde blockiert. Erlauben Sie Pop-ups für Outlook und versuchen Sie es noch einmal, oder fragen Sie Ihre Administration mit einem Link.',
    'dialog-ended.already-open': () =>
      'Es ist noch ein anderes Add-In-Fenster offen. Schließen Sie es und versuchen Sie es noch einmal.',
    'dialog-ended.not-supported': () =>
      'Outlook kann das Fenster hier nicht öffnen. Fragen Sie Ihre Administration stattdessen mit einem Link.',
    'dialog-ended.dialog-failed': () =>
      'Das Fenster hat sich nicht geöffnet. Versuchen Sie es noch einmal, oder fragen Sie Ihre Administration mit einem Link.',
    'dialog-ended.denied': () =>
      'Die Zustimmung wurde auf der Microsoft-Seite abgelehnt. Es hat sich nichts geändert.',
    'dialog-ended.left': () =>
      'Sie haben die Microsoft-Seite verlassen, ohne zuzustimmen. Es hat sich nichts geändert.',
    'dialog-ended.role-too-small': () =>
      'Ihre Rolle reicht für diese Berechtigungen nicht aus. Bitte geben Sie den Link an jemanden mit der passenden Rolle weiter.',
    'dialog-ended.expired': () =>
      'Das dauerte länger als die fünf Minuten, die ein Versuch gilt. Bitte beginnen Sie neu.',
    'dialog-ended.repeated': () => 'Diese Antwort war schon einmal verwendet worden. Bitte beginnen Sie neu.',
    'dialog-ended.forged': () =>
      'Es kam eine Antwort, um die wir nicht gebeten hatten; wir haben sie nicht beachtet. Bitte beginnen Sie von hier aus neu.',
    'dialog-ended.other-tenant': () =>
      'Zugestimmt wurde für eine andere Organisation als die dieses Postfachs. Bitte beginnen Sie neu, und melden Sie sich bei Microsoft mit einem Konto der Organisation dieses Postfachs an.',
    'dialog-ended.failed': () =>
      'Microsoft hat einen Fehler gemeldet. Bitte beginnen Sie neu; bleibt es dabei, wenden Sie sich an unseren Support.',
    'dialog-ended.look-may-not-read': () =>
      'Das angemeldete Konto darf nicht sehen, was in der Organisation erteilt ist. Bitte geben Sie den Link an jemanden aus der Administration weiter, der das darf.',
    'dialog-ended.accepted': () =>
      'Microsoft hat die Zustimmung angenommen. Was dieses Konto aussperrt, lässt sich im Microsoft Entra Admin Center ändern. Unter Unternehmensanwendungen, ExtendSync nennen es die Anmeldeprotokolle.',
    'dialog-ended.look-blocked': () =>
      'Microsoft hat das angemeldete Konto nicht zugelassen; die Anmeldeprotokolle im Microsoft Entra Admin Center nennen den Grund. Vielleicht gehört es nicht zu denen, die ExtendSync nutzen dürfen. Ist das geändert, bestätigen Sie bitte noch einmal.',
    'dialog-ended.look-sign-in-needed': () =>
      'Microsoft zeigt erst nach einer Anmeldung, was erteilt ist, und die wurde nicht abgeschlossen. Bitte bestätigen Sie noch einmal, und melden Sie sich dort mit Ihrem Administratorkonto an.',
    'dialog-ended.look-other-tenant': () =>
      'Das angemeldete Konto gehört nicht zur Organisation dieses Postfachs. Bitte bestätigen Sie noch einmal mit einem Konto, das zu ihr gehört.',

    'situation.chosen': () => 'Gewählt',

    'steps.title': () => 'Was zu tun ist',
    'situation-step.switch-autopilot-on': () => 'Autopilot in der ExtendSync-Verwaltung einschalten',
    'situation-step.grant-for-organisation': () => 'ExtendSync für die ganze Organisation genehmigen',
    'situation-step.verify-consent': () => 'Microsoft bestätigt die Zustimmung',
    'situation-step.check-autopilot-prerequisites': () =>
      'Prüfen, was Autopilot sonst noch braucht (in der ExtendSync-Verwaltung)',
    'situation-step.choose-group': () => 'Die Gruppe wählen, für die Autopilot arbeitet',
    'situation-step.limit-in-exchange': () => 'Den Zugriff in Exchange auf die Gruppe begrenzen',
    'situation-step.revoke-unlimited-in-entra': () =>
      'In Microsoft Entra die Berechtigungen widerrufen, die nun Exchange begrenzt',
    'situation-step.test-limit': () => 'Die Grenze prüfen: mit einem Postfach der Gruppe und einem anderen',
    'situation-step.check-shared-mailboxes': () =>
      'Ein freigegebenes Postfach öffnen und sehen, ob es funktioniert',
    'step.done': () => 'Erledigt',
    'step.next': () => 'Als Nächstes',
    'step.later': () => 'Später',

    'attempt.until': ({ atMs }, format) =>
      `Sie haben Zeit bis ${format.moment(atMs)}; danach beginnen Sie mit einem Klick neu.`,

    'share.link': () => 'Link für Ihre Administration',
    'share.link-being-made': () => 'Der Link wird erstellt…',
    'share.ways': () => 'Wie möchten Sie ihn senden?',
    'share.message': () => 'Nachricht vorher lesen',
    'share.subject': () => 'Betreff',
    'share.language': () => 'Sprache der Nachricht',

    'pending.title': () => 'Ihre Anfrage',
    'pending.story': () => 'So kam es zur Zustimmung',
    'pending.asked': ({ withWhom }) => `Gefragt: ${withWhom}`,
    'pending.with-whom': () => 'Wen haben Sie gefragt?',
    'pending.with-whom-hint': () => 'Nur für Sie: ein Name als Merkhilfe',
    'pending.noted': () => 'Notiert',
    'pending.at': ({ atMs }, format) => format.moment(atMs),
    'pending.expires': ({ atMs }, format) => `Der Link gilt bis ${format.moment(atMs)}.`,

    'withdraw.question': () => 'Anfrage zurückziehen? Der Link gilt dann sofort nicht mehr.',
    'withdraw.yes': () => 'Zurückziehen',
    'withdraw.no': () => 'Behalten',
    'forget.question': () =>
      'Nicht mehr darauf warten? Der Link führt direkt zu Microsoft und lässt sich nicht zurückziehen: Er funktioniert weiterhin.',
    'forget.yes': () => 'Nicht mehr warten',

    'link.opens-outside': () => 'öffnet sich außerhalb von Outlook',

    'showing.code': () => 'QR-Code des Links, zum Scannen mit dem Smartphone',
    'showing.link': () => 'Oder diese Adresse eingeben',
    'showing.phone.title': () => 'Auf dem Smartphone der Administration',
    'showing.phone.scan': () => 'Kamera auf den Code richten und den Link öffnen.',
    'showing.phone.sign-in': () =>
      'Die Seite lesen, weiter zu Microsoft gehen und sich mit einem Administratorkonto anmelden.',
    'showing.phone.sign-in-there': () => 'Sich bei Microsoft mit einem Administratorkonto anmelden.',
    'showing.phone.accept': () => 'Prüfen, was Microsoft auflistet, und zustimmen.',
    'showing.phone.then': () => 'Das Ergebnis bemerken wir hier von selbst. Einzutippen ist hier nichts.',
    'showing.check.title': () => 'Was die Microsoft-Seite zeigen muss',
    'showing.application': () => 'Anwendung',
    'showing.client-id': () => 'Anwendungs-ID (Client)',
    'showing.copy': () => 'Link kopieren',

    'group.name': () => 'Gruppe',
    'group.name-hint': () =>
      'Name, Alias, Adresse oder ID einer E-Mail-aktivierten Sicherheitsgruppe, einer Verteilerliste oder einer Microsoft 365-Gruppe.',
    'group.make': () => 'Skript erstellen',
    'group.adds-up': () => 'Erteilte Berechtigungen addieren sich',
    'group.open-entra': () => 'Unternehmens\u00adanwendungen in Entra öffnen',
    'group.script': () => 'Skript für Exchange Online PowerShell',
    'group.script-lead': ({ group }) =>
      `Es begrenzt ExtendSync auf die Postfächer von „${group}“. Lesen Sie es, und führen Sie es dann in PowerShell aus. Vor jeder Änderung fragt es, und es kann wiederholt werden.`,
    'group.script-copy': () => 'Skript kopieren',
    'group.roles': ({ roles }, format) => `Rollen, die es zuweist: ${format.list(roles)}.`,
    'group.notes': () => 'Gut zu wissen',
    'group.test': () => 'Prüfen, ob es wirkt',
    'group.test-lead': () =>
      'Dieses Skript sieht nur nach. Nehmen Sie ein Postfach der Gruppe und dann eines außerhalb: Bei „InScope“ muss erst True stehen, dann False.',
    'group.mailbox': () => 'Postfach für die Prüfung (kann leer bleiben)',
    'group.mailbox-hint': () => 'Adresse, Alias oder Name.',
    'group.test-script': () => 'Skript, das die Grenze prüft',
    'group.test-copy': () => 'Prüfung kopieren',
    'group.nothing-to-limit': () =>
      'Hier gibt es nichts, was Exchange begrenzen könnte. Bitte wenden Sie sich an unseren Support.',
    'group.problem.empty': () => 'Bitte nennen Sie die Gruppe.',
    'group.problem.too-long': () => 'So lang ist kein Name: Es sind höchstens 256 Zeichen.',
    'group.problem.control-characters': () =>
      'Die Eingabe enthält einen Zeilenumbruch oder ein anderes Steuerzeichen.',
    'group.problem.hidden-characters': () =>
      'Die Eingabe enthält unsichtbare Zeichen. Bitte tippen Sie den Namen, statt ihn einzufügen.',
    'group.problem.broken-characters': () =>
      'Die Eingabe enthält ein unvollständiges Zeichen. Bitte geben Sie den Namen neu ein.',
    'group.problem.wildcard': () =>
      'Ein Sternchen steht für beliebigen Text und könnte eine andere Gruppe meinen. Bitte geben Sie den ganzen Namen an.',
    'exchange-note.exchange-administrator-needed': () =>
      'Nötig ist die Rolle Exchange-Administrator oder die Mitgliedschaft in „Organization Management“.',
    'exchange-note.grants-add-up': ({ scopes }, format) =>
      `Was in Microsoft Entra für alle erteilt ist, gilt neben dieser Grenze weiter. Widerrufen Sie dort nach dem Skript als Anwendungsberechtigung: ${format.list(scopes)}. Erst dann ist ExtendSync begrenzt.`,
    'exchange-note.new-consent-undoes-limit': ({ scopes }, format) =>
      `Stimmt die Administration später allem noch einmal zu, gelten diese Berechtigungen wieder für alle und müssen erneut widerrufen werden: ${format.list(scopes)}.`,
    'exchange-note.not-limited': ({ scopes }, format) =>
      `Für ${format.list(scopes)} kennt Exchange keine Grenze: Diese Berechtigungen reichen weiter über die ganze Organisation.`,
    'exchange-note.direct-members-only': () =>
      'Es zählen nur direkte Mitglieder, nicht die von Gruppen in der Gruppe.',
    'exchange-note.takes-effect-later': ({ fromMinutes, toMinutes }, format) =>
      `Bis eine Änderung wirkt, vergehen ${format.number(fromMinutes)} bis ${format.number(toMinutes)} Minuten. Die Prüfung wartet darauf nicht.`,
    'exchange-note.replaces-access-policies': () =>
      'Das ersetzt die Anwendungszugriffsrichtlinien (Application Access Policies), die Microsoft auslaufen lässt.',

    'manage.confirmed': ({ atMs }, format) =>
      `Microsoft hat den Zugriff für die ganze Organisation bestätigt (${format.moment(atMs)}).`,
    'manage.confirmed.for-you': ({ atMs }, format) =>
      `Microsoft hat den Zugriff auf Ihr Konto bestätigt (${format.moment(atMs)}). Für die ganze Organisation ist er nicht bestätigt.`,
    'manage.not-confirmed': () => 'Zurzeit ist kein Zugriff bestätigt.',
    'manage.situation': () => 'Art der Nutzung',
    'manage.granted': () => 'Was erlaubt ist',
    'manage.revoke': () => 'Den Zugriff zurücknehmen',
    'manage.revoke-lead': () => 'Das kann Ihre Administration jederzeit selbst, ohne uns.',
    'manage.revoke.open': () => 'Microsoft Entra öffnen, dort „Unternehmensanwendungen“.',
    'manage.revoke.find': () =>
      'ExtendSync suchen: mit dem Namen oder mit der Anwendungs-ID, die unten steht.',
    'manage.revoke.permissions': () => 'Für einzelne Berechtigungen: „Berechtigungen“, dann „Widerrufen“.',
    'manage.revoke.delete': () => 'Für alles: „Eigenschaften“, dann „Löschen“.',
    'manage.revoke.after': () =>
      'Innerhalb von etwa einer Stunde endet der Zugriff für alle. Dieser Bereich bemerkt es bei der nächsten Prüfung.',
    'manage.open-entra': () => 'Microsoft Entra öffnen',
    'manage.client-id': () => 'Anwendungs-ID (Client)',
    'manage.copy-client-id': () => 'ID kopieren',
    'manage.deletion': () => 'Ihre Daten löschen lassen',
    'manage.deletion-lead': () =>
      'Ein Widerruf beendet den Zugriff. Was ExtendSync für Ihre Organisation aufbewahrt, löschen wir auf Wunsch. Die Nachricht bereiten wir vor; Sie lesen und senden sie.',
    'manage.deletion-open': () => 'Nachricht vorbereiten',

    'help.diagnoses': () => 'Prüfungen',
    'help.now': () => 'So steht es',
    'help.running': () => 'Wird geprüft…',
    'help.passed': ({ count }, format) =>
      format.plural(count, {
        one: 'Eine Prüfung ist in Ordnung',
        other: `${format.number(count)} Prüfungen sind in Ordnung`,
      }),
    'help.run-again': () => 'Noch einmal prüfen',
    'help.code': ({ code }) => `Microsofts Code: ${code}`,
    'help.correlation-id': ({ correlationId }) => `Korrelations-ID: ${correlationId}`,
    'help.support': () => 'Unseren Support fragen',
    'help.support-lead': () =>
      'Eine Diagnosedatei sagt uns, was geschah. Speichern oder kopieren Sie sie zuerst, und fügen Sie sie dann der Nachricht bei.',
    'help.letter': () => 'Support anschreiben',
    'letter.no-address': () =>
      'Hier ist keine Adresse hinterlegt. Bitte senden Sie die Nachricht an die Stelle, von der Sie ExtendSync haben.',
    'help.download': () => 'Datei speichern',
    'help.copy': () => 'Text der Datei kopieren',
    'help.file': () => 'Ansehen, was in der Datei steht',
    'help.file-holds': () =>
      'Darin: Versionen, die Art von Outlook, Ergebnisse mit Microsofts Codes und Korrelations-IDs, die Zeiten der Prüfungen, ID und E-Mail-Domäne der Organisation.',
    'help.file-never': () => 'Nicht darin: Anmeldetoken, Nachrichten, Adressen, Namen von Personen, Links.',
    'help.file-loading': () => 'Die Datei wird erstellt',
    'help.file-text': () => 'Text der Diagnosedatei',

    'diagnosis.service-reachable': () => 'Ob unser Dienst antwortet',
    'diagnosis.sign-in-kind': () => 'Wie Sie angemeldet werden',
    'diagnosis.storage-allowed': () => 'Was der Browser speichert',
    'diagnosis.mailbox-of-account': () => 'Postfach und Konto',
    'diagnosis.alias-domain': () => 'Die Domänen von Postfach und Konto',
    'diagnosis.consultant': () => 'In wessen Organisation Sie arbeiten',
    'diagnosis.consent-tenant': () => 'Welche Organisation zugestimmt hat',
    'diagnosis.user-assigned': () => 'Wer ExtendSync nutzen darf',
    'diagnosis.application-enabled': () => 'Ob ExtendSync eingeschaltet ist',
    'diagnosis.conditional-access': () => 'Die Sicherheitsrichtlinie der Organisation',
    'diagnosis.grant-spread': () => 'Wie weit die Zustimmung ist',
    'diagnosis.consent-breadth': () => 'Für wen die Zustimmung gilt',

    'diagnosis-result.passed': () => 'In Ordnung',
    'diagnosis-result.failed': () => 'Zu klären',
    'diagnosis-result.not-known': () => 'Nicht bekannt',
    'diagnosis-result.does-not-apply': () => 'Trifft nicht zu',

    'diagnosis.service-reachable.as-it-should-be': () => 'Bei der letzten Prüfung hat er geantwortet.',
    'diagnosis.service-reachable.offline': () =>
      'Sie scheinen offline zu sein, darum lässt es sich nicht sagen.',
    'diagnosis.service-reachable.throttled': () => 'Er ist ausgelastet und bat uns, kurz zu warten.',
    'diagnosis.service-reachable.no-answer': () =>
      'Er hat nicht geantwortet. Ohne ihn lässt sich eine Zustimmung für die ganze Organisation nicht belegen.',
    'diagnosis.service-reachable.not-asked-yet': () => 'Er wurde noch nicht gefragt.',

    'diagnosis.sign-in-kind.as-it-should-be': () => 'Outlook meldet Sie von selbst an.',
    'diagnosis.sign-in-kind.standard-client': () =>
      'Dieses Outlook überlässt die Anmeldung einem Fenster von Microsoft. Auch das geht.',
    'diagnosis.sign-in-kind.outside-outlook': () => 'Der Bereich läuft außerhalb von Outlook.',
    'diagnosis.sign-in-kind.host-silent': () =>
      'Outlook hat nicht geantwortet. Meist hilft es, Outlook zu schließen und neu zu öffnen.',
    'diagnosis.sign-in-kind.not-asked-yet': () => 'Outlook hat es uns noch nicht gesagt.',

    'diagnosis.storage-allowed.as-it-should-be': () => 'Der Browser lässt ExtendSync sie speichern.',
    'diagnosis.storage-allowed.blocked': () =>
      'Der Browser speichert nichts für eingebettete Seiten; die Anmeldung geht darum jedes Mal verloren.',
    'diagnosis.storage-allowed.blocked-not-needed': () =>
      'Der Browser speichert hier nichts, Outlook aber schon. Es fehlt also nichts.',
    'diagnosis.storage-allowed.maybe-blocked': () =>
      'Microsoft sieht keine Anmeldung. Entweder gibt es keine, oder der Browser verbirgt sie vor eingebetteten Seiten.',
    'diagnosis.storage-allowed.not-asked-yet': () => 'Bisher war nichts zu speichern.',

    'diagnosis.mailbox-of-account.as-it-should-be': (values) =>
      `${mailbox(values)} und ${account(values)} gehören zur selben Organisation.`,
    'diagnosis.mailbox-of-account.guest': () => 'Ihr Konto ist Gast in der Organisation dieses Postfachs.',
    'diagnosis.mailbox-of-account.same-domain': (values) =>
      `${mailbox(values)} und Ihr Konto haben dieselbe Domäne.`,
    'diagnosis.mailbox-of-account.other-tenant': (values) =>
      `${mailbox(values)} gehört zu einer anderen Organisation als ${account(values)}.`,
    'diagnosis.mailbox-of-account.tenant-not-named': (values) =>
      `${mailbox(values)} nennt nur seine Domäne. Welche Organisation das ist, hat Microsoft nicht gesagt.`,
    'diagnosis.mailbox-of-account.personal': () =>
      'Das ist ein privates Postfach. Dafür kann keine Organisation ExtendSync genehmigen.',
    'diagnosis.mailbox-of-account.on-premises': () =>
      'Dieses Postfach liegt auf einem eigenen Server Ihrer Organisation. ExtendSync erreicht nur Postfächer in Microsoft 365. Ihr Administrator kann es dorthin verschieben.',
    'diagnosis.mailbox-of-account.mailbox-not-known': () =>
      'Outlook hat nicht gesagt, welches Postfach das ist.',
    'diagnosis.mailbox-of-account.account-not-known': () => 'Noch ist niemand angemeldet.',

    'diagnosis.alias-domain.alias': ({ mailDomain, accountDomain }) =>
      mailDomain === undefined || accountDomain === undefined
        ? 'Die Domänen sind verschieden und gehören zur selben Organisation. Das ist in Ordnung.'
        : `${mailDomain} und ${accountDomain} gehören zur selben Organisation. Das ist in Ordnung.`,
    'diagnosis.alias-domain.same-domain': () => 'Es gibt nur eine Domäne.',
    'diagnosis.alias-domain.other-tenant': () => 'Die Domänen gehören zu zwei Organisationen.',
    'diagnosis.alias-domain.tenant-not-named': () =>
      'Microsoft hat nicht gesagt, ob beide zu einer Organisation gehören.',
    'diagnosis.alias-domain.mailbox-not-known': () => 'Outlook hat nicht gesagt, welches Postfach das ist.',
    'diagnosis.alias-domain.account-not-known': () => 'Die Domäne des Kontos ist nicht bekannt.',

    'diagnosis.consultant.as-it-should-be': () => 'Ihr Konto gehört zur Organisation dieses Postfachs.',
    'diagnosis.consultant.guest': () =>
      'Sie sind hier Gast: Ihr Konto gehört zu einer anderen Organisation. Hier zählt die Zustimmung der Organisation dieses Postfachs. Fehlt das Häkchen in Ihrer eigenen, hat das hier nichts zu sagen.',
    'diagnosis.consultant.account-not-in-tenant': () =>
      'Microsoft kennt Ihr Konto in der Organisation dieses Postfachs nicht. Helfen Sie dort von außen, ist das fehlende Häkchen kein Fehler: Das sehen nur Mitglieder jener Organisation.',
    'diagnosis.consultant.consultant-or-wrong-account': () =>
      'Sie sind mit dem Konto einer anderen Organisation angemeldet. Helfen Sie hier von außen, ist das richtig, und das fehlende Häkchen ist unerheblich: Eine Zustimmung gilt für die Mitglieder der Organisation. Sonst ist es das falsche Konto.',
    'diagnosis.consultant.tenant-not-named': () =>
      'Microsoft hat nicht gesagt, ob Ihr Konto zur Organisation dieses Postfachs gehört.',
    'diagnosis.consultant.mailbox-not-known': () => 'Outlook hat nicht gesagt, welches Postfach das ist.',
    'diagnosis.consultant.account-not-known': () => 'Noch ist niemand angemeldet.',

    'diagnosis.consent-tenant.as-it-should-be': () =>
      'Die Zustimmung gilt für die Organisation dieses Postfachs.',
    'diagnosis.consent-tenant.right-now-wrong-before': () =>
      'Jetzt stimmt es. Vorher wurde versehentlich für eine andere Organisation zugestimmt; das lässt sich zurücknehmen.',
    'diagnosis.consent-tenant.wrong-tenant': () =>
      'Zugestimmt wurde für eine andere Organisation. Bitte stimmen Sie mit einem Konto der richtigen zu, und nehmen Sie das andere zurück.',
    'diagnosis.consent-tenant.nobody-returned': () =>
      'Mit einer Zustimmung ist noch niemand von Microsoft zurückgekommen.',
    'diagnosis.consent-tenant.not-proven': () =>
      'Jemand kam von Microsoft zurück. Ob es um diese Organisation ging, ist noch nicht belegt.',

    'diagnosis.user-assigned.as-it-should-be': () => 'Microsoft lässt Ihre Anmeldung zu.',
    'diagnosis.user-assigned.not-assigned': () =>
      'Ihre Organisation lässt ExtendSync nur von bestimmten Personen nutzen. Unter „Benutzer und Gruppen“ kann die Administration Sie hinzufügen.',
    'diagnosis.user-assigned.not-asked-yet': () => 'Microsoft hat es uns noch nicht gesagt.',

    'diagnosis.application-enabled.as-it-should-be': () => 'In Ihrer Organisation ist es eingeschaltet.',
    'diagnosis.application-enabled.disabled': () =>
      'Es ist deaktiviert. Einschalten: „Eigenschaften“, dann „Aktiviert für die Benutzeranmeldung?“. Steht das schon auf Ja, wenden Sie sich an unseren Support.',
    'diagnosis.application-enabled.not-in-tenant-yet': () =>
      'In Ihrer Organisation ist es noch nicht. Es kommt mit der Zustimmung.',
    'diagnosis.application-enabled.not-asked-yet': () => 'Microsoft hat es uns noch nicht gesagt.',

    'diagnosis.conditional-access.as-it-should-be': () => 'Microsoft hat diesen Zugriff zugelassen.',
    'diagnosis.conditional-access.policy': () =>
      'Eine Richtlinie Ihrer Organisation erlaubt diesen Zugriff nicht.',
    'diagnosis.conditional-access.device': () =>
      'Eine Richtlinie Ihrer Organisation verlangt ein verwaltetes Gerät.',
    'diagnosis.conditional-access.multi-factor': () =>
      'Ihre Organisation möchte bei der Anmeldung einen zweiten Schritt. Er erscheint, wenn Sie sich neu anmelden.',
    'diagnosis.conditional-access.not-asked-yet': () => 'Microsoft hat es uns noch nicht gesagt.',

    'diagnosis.grant-spread.as-it-should-be': () => 'Sie wirkt bei Microsoft überall.',
    'diagnosis.grant-spread.arrived': () => 'Ihre eigene Anmeldung zeigt sie.',
    'diagnosis.grant-spread.nobody-returned': () => 'Es ist keine unterwegs.',
    'diagnosis.grant-spread.spreading': ({ returnedAtMs }, format) =>
      `${returnedAtMs === undefined ? 'Sie wurde eben gegeben' : `Zugestimmt wurde: ${format.moment(returnedAtMs)}`}. Bis sie bei Microsoft überall wirkt, kann es einige Minuten dauern.`,
    'diagnosis.grant-spread.still-refused': ({ returnedAtMs }, format) =>
      `Jemand kam von Microsoft zurück${returnedAtMs === undefined ? '' : ` (${format.moment(returnedAtMs)})`}, und Microsoft lehnt weiter ab. Vielleicht wurde dort nicht zugestimmt, oder Outlook kennt noch die alte Antwort.`,
    'diagnosis.grant-spread.not-proven': () => 'Jemand kam von Microsoft zurück. Belegt ist noch nichts.',

    'diagnosis.consent-breadth.as-it-should-be': () => 'Was erlaubt ist, gilt für die ganze Organisation.',
    'diagnosis.consent-breadth.nothing-granted-yet': () => 'Noch ist nichts erlaubt.',
    'diagnosis.consent-breadth.only-you': () =>
      'Einige Berechtigungen gelten nur für Ihr Konto. Für Kolleginnen, Kollegen und Autopilot braucht es die ganze Organisation.',
    'diagnosis.consent-breadth.not-proven': () =>
      'Bei Ihnen funktioniert es. Ob es für alle erlaubt ist, ist nicht belegt.',
    'diagnosis.consent-breadth.not-asked-yet': () => 'Microsoft hat es uns noch nicht gesagt.',
    'diagnosis.other': () => 'Dieses Ergebnis kennt diese Version des Bereichs noch nicht.',

    'diagnosis-step.check-now': () => 'Jetzt prüfen',
    'diagnosis-step.check-network': () => 'Bitte sehen Sie nach, ob sich andere Seiten öffnen.',
    'diagnosis-step.reopen-outlook': () =>
      'Outlook schließen, neu öffnen und den Bereich aus einer Nachricht öffnen.',
    'diagnosis-step.allow-third-party-storage': () =>
      'In den Einstellungen des Browsers für Outlook die Cookies anderer Seiten zulassen.',
    'diagnosis-step.sign-in': () => 'Anmelden',
    'diagnosis-step.sign-in-with-other-account': () => 'Mit anderem Konto anmelden',
    'diagnosis-step.ignore-missing-mark': () => 'Sie helfen hier von außen? Dann ist nichts zu tun.',
    'diagnosis-step.ask-admin-about-policy': () =>
      'Zeigen Sie Ihrer Administration Microsofts Code; damit lässt sich die Richtlinie finden.',
    'diagnosis-step.approve': () => 'Als Administrator zustimmen',
    'diagnosis-step.confirm': () => 'Als Administrator bestätigen',
    'diagnosis-step.share': () => 'Administration fragen',
    'diagnosis-step.wait': ({ untilMs }, format) => `Bis ${format.moment(untilMs)} müssen Sie nichts tun.`,
    'diagnosis-step.approve-for-tenant': ({ tenant }) => `Für ${tenant} zustimmen`,
    'diagnosis-step.undo-consent': () => 'Die andere Zustimmung in Entra zurücknehmen',
    'diagnosis-step.assign-user': () => 'Personen in Entra zuweisen',
    'diagnosis-step.enable-application': () => 'In Entra einschalten',
    'diagnosis-step.open-my-apps': () => 'Eigene Zustimmungen bei Microsoft ansehen',
  },
  request: {
    subject: ({ organisation }) =>
      `Bitte um Zustimmung zu ExtendSync für ${organisation ?? 'unsere Organisation'}`,
    confirmSubject: ({ organisation }) =>
      `Bitte um Bestätigung der Zustimmung zu ExtendSync für ${organisation ?? 'unsere Organisation'}`,
    reminderSubject: ({ organisation }) =>
      `Erinnerung: Bitte um Zustimmung zu ExtendSync für ${organisation ?? 'unsere Organisation'}`,
    greeting: () => 'Guten Tag!',
    ask: ({ organisation }) =>
      `Ich möchte ExtendSync für Outlook nutzen; es gleicht Nachrichten, Einstellungen und Kalender ab. Könnten Sie es bitte für ${organisation ?? 'unsere Organisation'} genehmigen?`,
    confirm: ({ organisation }) =>
      `ExtendSync für Outlook ist genehmigt und funktioniert bei mir. Könnten Sie bitte einmal bestätigen, dass die Zustimmung für alle ${organisation === undefined ? 'in unserer Organisation' : `bei ${organisation}`} gilt?`,
    remind: ({ organisation }) =>
      `Vor einiger Zeit habe ich Sie gebeten, ExtendSync für Outlook für ${organisation ?? 'unsere Organisation'} zu genehmigen, und warte noch darauf. Könnten Sie bitte einen Blick darauf werfen?`,
    why: () => 'Microsoft fragt dafür die Administration, einmal für alle; das dauert etwa eine Minute.',
    whyConfirm: () => 'Microsoft zeigt das der Administration.',
    link: ({ straightToMicrosoft }) =>
      straightToMicrosoft
        ? 'Dieser Link öffnet die Seite von Microsoft selbst; dort sehen Sie alles, worum gebeten wird, bevor Sie entscheiden:'
        : 'Diese Seite erklärt, worum gebeten wird und warum, und führt weiter zu Microsoft, wo Sie entscheiden:',
    confirmLink: () =>
      'Diese Seite führt zur Anmeldung bei Microsoft und zurück. Es wird nichts neu genehmigt:',
    linkLabel: () => 'Anfrage ansehen',
    thanks: () => 'Vielen Dank!',
  },
  support: () => ({
    subject: ({ paneVersion }) =>
      paneVersion === undefined
        ? 'ExtendSync für Outlook: Bitte um Hilfe'
        : `ExtendSync für Outlook ${paneVersion}: Bitte um Hilfe`,
    greeting: () => 'Guten Tag!',
    describe: () => 'Das habe ich erwartet, und das ist stattdessen geschehen:',
    screenshots: () =>
      '(Screenshots helfen. Bitte fügen Sie sie hier ein und achten Sie darauf, dass nichts Privates zu sehen ist.)',
    attachFile: ({ fileName }) =>
      `(Bitte hängen Sie die Diagnosedatei ${fileName} an, oder fügen Sie unten ihren Text ein.)`,
    summaryTitle: () => 'Kurz, aus der Datei:',
    thanks: () => 'Vielen Dank!',
  }),
  deletion: () => ({
    subject: ({ organisation }) =>
      `Bitte um Löschung der Daten ${organisation === undefined ? 'unserer Organisation' : `von ${organisation}`} in ExtendSync`,
    greeting: () => 'Guten Tag!',
    request: ({ organisation }) =>
      `Bitte löschen Sie alles, was ExtendSync für ${organisation ?? 'unsere Organisation'} aufbewahrt: Daten von Postfächern und Kalendern, Einstellungen, Protokolle und Kopien, soweit kein Gesetz Sie zur Aufbewahrung verpflichtet.`,
    confirm: () =>
      'Bitte bestätigen Sie die Löschung, und nennen Sie, was Sie aufbewahren müssen und wie lange.',
    entitled: () =>
      '(Bitte schreiben Sie hier, in welcher Funktion Sie das anfragen: Das darf nur, wer für die Organisation entscheiden kann.)',
    factsTitle: () => 'Angaben zur Organisation:',
    organisation: () => 'Organisation',
    tenantId: () => 'Mandanten-ID',
    clientId: () => 'Anwendungs-ID (Client)',
    thanks: () => 'Vielen Dank!',
  }),
  admin: {
    'subject.assign': () => 'ExtendSync: bitte nehmen Sie mich auf',
    'subject.enable': () => 'ExtendSync: bitte wieder aktivieren',
    'subject.enable-account': () => 'Mein Konto ist deaktiviert',
    'subject.policy': () => 'ExtendSync: eine Richtlinie verhindert meine Anmeldung',
    'subject.refusal': () => 'ExtendSync: Microsoft lässt meine Anmeldung nicht zu',
    greeting: () => 'Guten Tag!',
    'ask.assign': () =>
      'Unsere Organisation lässt ExtendSync nur von bestimmten Personen nutzen, und ich gehöre noch nicht dazu. Könnten Sie mich bitte hinzufügen?',
    'ask.enable': () =>
      'ExtendSync ist für unsere Organisation deaktiviert. Könnten Sie es bitte wieder aktivieren?',
    'ask.enable-account': () =>
      'Laut Microsoft ist mein Konto deaktiviert. Könnten Sie es bitte wieder aktivieren?',
    'ask.policy': () =>
      'Eine Sicherheitsrichtlinie unserer Organisation verhindert, dass ich mich bei ExtendSync anmelde. Könnten Sie bitte einen Blick darauf werfen?',
    'ask.refusal': () =>
      'Microsoft lässt meine Anmeldung bei ExtendSync nicht zu. Könnten Sie bitte einen Blick darauf werfen?',
    'where.assign': () =>
      'Das geht im Microsoft Entra Admin Center: Unternehmensanwendungen, ExtendSync, Benutzer und Gruppen.',
    'where.enable': () =>
      'Das geht im Microsoft Entra Admin Center: Unternehmensanwendungen, ExtendSync, Eigenschaften, „Aktiviert für die Benutzeranmeldung?“. Steht das schon auf Ja, sagen Sie mir bitte Bescheid; dann frage ich den Support von ExtendSync.',
    'where.enable-account': () => 'Das geht im Microsoft Entra Admin Center: Benutzer.',
    'where.policy': () =>
      'Die Anmeldeprotokolle im Microsoft Entra Admin Center nennen die Richtlinie; die Korrelations-ID unten führt zur Anmeldung.',
    'where.refusal': () =>
      'Der Code unten nennt die Ursache; in den Anmeldeprotokollen im Microsoft Entra Admin Center führt die Korrelations-ID zur Anmeldung.',
    facts: () => 'Das hat Microsoft mir gesagt:',
    time: () => 'Zeit',
    thanks: () => 'Vielen Dank!',
  },
};
