import type { DiagnosisValues } from '../../../core/support/diagnosis/diagnosis';
import { permissionsFr } from '../permissions/fr';
import type { LaterCatalogue } from './later-messages';

const mailbox = ({ mailDomain }: DiagnosisValues): string =>
  mailDomain === undefined ? 'Cette boîte aux lettres' : `Cette boîte aux lettres (${mailDomain})`;
const account = ({ accountDomain }: DiagnosisValues): string =>
  accountDomain === undefined ? 'votre compte' : `votre compte (${accountDomain})`;

const our = (organisation: string | undefined): string => organisation ?? 'notre organisation';

export const laterFr: LaterCatalogue = {
  messages: {
    ...permissionsFr.reasons,
    ...permissionsFr.labels,

    'situation-hint.autopilot-on': () =>
      'L’approbation est venue avec l’activation. Si Microsoft ne la confirme pas, nous la demandons.',
    'situation-hint.autopilot-everyone': () => 'L’activation demande automatiquement l’approbation.',
    'situation-hint.autopilot-groups': () =>
      'Après l’approbation, un administrateur limite l’accès à votre groupe dans Exchange.',
    'situation-hint.no-autopilot': () => 'ExtendSync ne travaille que lorsque quelqu’un l’utilise.',
    'situation-hint.group-edition': () => 'Vos équipes travaillent dans des boîtes aux lettres partagées.',
    'situation-hint.not-sure': () => 'Nous demandons tout ce dont ExtendSync peut avoir besoin.',

    'notice.sign-in-window': () => 'Continuez dans la fenêtre de connexion.',
    'notice.window-unseen': () =>
      'Outlook ne voit plus la fenêtre de Microsoft. Si elle est encore ouverte, continuez-y\u202f; si vous l’avez fermée, recommencez. Une approbation apparaît ici d’elle-même.',

    'action.remind': () => 'Envoyer un rappel',
    'action.share-draft': () => 'Écrire un message dans Outlook',
    'action.share-copy': () => 'Copier le lien',
    'action.share-mail': () => 'Utiliser une autre messagerie',
    'action.share-teams': () => 'Partager dans Teams',

    'shared.draft': () => 'Vous avez ouvert un message dans Outlook',
    'shared.copy': () => 'Vous avez copié le lien',
    'shared.mail': () => 'Vous avez choisi une autre messagerie',
    'shared.teams': () => 'Vous avez ouvert Teams pour le partager',
    'shared.screen': () => 'Vous l’avez montré à l’écran',
    'shared.reminder': () => 'Vous avez ouvert un rappel',

    'share-done.draft': () => 'Le message est ouvert. Appuyez sur Envoyer dans Outlook.',
    'share-done.copy': () => 'Copié. Collez-le dans une conversation ou un e-mail.',
    'share-done.mail': () =>
      'Si votre messagerie s’est ouverte, envoyez-y le message. Si rien ne s’est ouvert, choisissez une autre solution.',
    'share-done.teams': () => 'Teams s’ouvre dans une autre fenêtre. Choisissez-y à qui l’envoyer.',

    'share-failed.draft': () =>
      'Outlook n’a pas encore ouvert de message. S’il ne s’en ouvre pas, choisissez une autre solution.',
    'share-failed.copy': () =>
      'Le navigateur n’a pas permis la copie. Sélectionnez le lien ci-dessus et appuyez sur Ctrl+C (⌘C sur un Mac).',
    'share-failed.mail': () => 'Aucune messagerie ne s’est ouverte. Choisissez une autre solution.',
    'share-failed.teams': () => 'Teams ne s’est pas ouvert. Choisissez une autre solution.',

    'history.opened': () => 'Le lien a été ouvert',
    'history.returned': () => 'Quelqu’un est revenu de la page de Microsoft',
    'history.denied': () => 'La demande a été refusée',
    'history.expired': () => 'Une tentative a dépassé le temps imparti',
    'history.withdrawn': () => 'La demande a été retirée',
    'history.proved': () => 'Microsoft a prouvé l’approbation',
    'history.role-too-small': () => 'Une personne au rôle insuffisant a essayé',
    'history.left': () => 'Quelqu’un a quitté la page de Microsoft sans approuver',
    'history.failed': () => 'Microsoft a signalé une erreur lors d’une tentative',
    'history.other-tenant': () => 'Quelqu’un a approuvé pour une autre organisation',
    'history.granted': () => 'Microsoft a confirmé l’approbation',

    'handed-over.copy': () => 'Copié.',
    'handed-over.withdrawal': () => 'Demande retirée. Le lien ne fonctionne plus.',
    'handed-over.diagnostics-download': () =>
      'Le fichier est enregistré. Veuillez le joindre à votre message.',
    'handed-over.diagnostics-copy': () =>
      'Le texte du fichier est copié. Veuillez le coller dans votre message.',
    'handed-over.letter-support': () =>
      'Le message est ouvert. Veuillez dire ce qui s’est passé, puis l’envoyer.',
    'handed-over.letter-deletion': () => 'Le message est ouvert. Veuillez le lire, puis l’envoyer.',
    'handed-over.letter-assign': () =>
      'Le message est ouvert. Choisissez votre administrateur, puis envoyez-le.',
    'handed-over.letter-enable': () =>
      'Le message est ouvert. Choisissez votre administrateur, puis envoyez-le.',
    'handed-over.letter-enable-account': () =>
      'Le message est ouvert. Choisissez votre administrateur, puis envoyez-le.',
    'handed-over.letter-policy': () =>
      'Le message est ouvert. Choisissez votre administrateur, puis envoyez-le.',
    'handed-over.letter-refusal': () =>
      'Le message est ouvert. Choisissez votre administrateur, puis envoyez-le.',
    'handed-over.mail-support': () =>
      'Si votre messagerie s’est ouverte, envoyez-y le message. Si rien ne s’est ouvert, veuillez écrire vous-même à notre support.',
    'handed-over.mail-deletion': () =>
      'Si votre messagerie s’est ouverte, envoyez-y le message. Si rien ne s’est ouvert, veuillez écrire vous-même à notre support.',
    'handed-over.mail-assign': () =>
      'Si votre messagerie s’est ouverte, choisissez-y votre administrateur, puis envoyez le message. Si rien ne s’est ouvert, écrivez vous-même à votre administrateur.',
    'handed-over.mail-enable': () =>
      'Si votre messagerie s’est ouverte, choisissez-y votre administrateur, puis envoyez le message. Si rien ne s’est ouvert, écrivez vous-même à votre administrateur.',
    'handed-over.mail-enable-account': () =>
      'Si votre messagerie s’est ouverte, choisissez-y votre administrateur, puis envoyez le message. Si rien ne s’est ouvert, écrivez vous-même à votre administrateur.',
    'handed-over.mail-policy': () =>
      'Si votre messagerie s’est ouverte, choisissez-y votre administrateur, puis envoyez le message. Si rien ne s’est ouvert, écrivez vous-même à votre administrateur.',
    'handed-over.mail-refusal': () =>
      'Si votre messagerie s’est ouverte, choisissez-y votre administrateur, puis envoyez le message. Si rien ne s’est ouvert, écrivez vous-même à votre administrateur.',
    'not-handed-over.copy': () =>
      'Le navigateur n’a pas permis la copie. Sélectionnez le texte et appuyez sur Ctrl+C (⌘C sur un Mac).',
    'not-handed-over.withdrawal': () =>
      'Notre service n’a pas encore confirmé le retrait de la demande\u202f; le lien fonctionne peut-être encore. Nous réessayons automatiquement, y compris la prochaine fois que vous ouvrirez ce volet.',
    'not-handed-over.straight-withdrawal': () =>
      'Ce volet n’attend plus l’approbation. Le lien mène directement à Microsoft et ne peut pas être retiré\u202f; il fonctionne toujours.',
    'not-handed-over.request': () =>
      'Le lien de votre demande ne fonctionne plus\u202f; ses 30 jours sont écoulés ou notre service ne l’a plus. Veuillez refaire la demande.',
    'not-handed-over.diagnostics-download': () =>
      'Le navigateur n’a pas enregistré le fichier. Copiez plutôt son texte.',
    'not-handed-over.diagnostics-copy': () =>
      'Le navigateur n’a pas permis la copie. Ouvrez le fichier ci-dessous, sélectionnez son texte et appuyez sur Ctrl+C (⌘C sur un Mac).',
    'not-handed-over.letter-support': () =>
      'Aucune messagerie ne s’est ouverte. Veuillez écrire vous-même à notre support.',
    'not-handed-over.letter-deletion': () =>
      'Aucune messagerie ne s’est ouverte. Veuillez écrire vous-même à notre support.',
    'not-handed-over.letter-assign': () =>
      'Aucune messagerie ne s’est ouverte. Écrivez vous-même à votre administrateur.',
    'not-handed-over.letter-enable': () =>
      'Aucune messagerie ne s’est ouverte. Écrivez vous-même à votre administrateur.',
    'not-handed-over.letter-enable-account': () =>
      'Aucune messagerie ne s’est ouverte. Écrivez vous-même à votre administrateur.',
    'not-handed-over.letter-policy': () =>
      'Aucune messagerie ne s’est ouverte. Écrivez vous-même à votre administrateur.',
    'not-handed-over.letter-refusal': () =>
      'Aucune messagerie ne s’est ouverte. Écrivez vous-même à votre administrateur.',

    'dialog-ended.popup-blocked': () =>
      'La fenêtre a été bloquée. Autorisez les fenêtres contextuelles pour Outlook et réessayez, ou demandez à votre administrateur avec un lien.',
    'dialog-ended.already-open': () => 'Une autre fenêtre de complément est ouverte. Fermez-la et réessayez.',
    'dialog-ended.not-supported': () =>
      'Outlook ne peut pas ouvrir la fenêtre ici. Demandez plutôt à votre administrateur avec un lien.',
    'dialog-ended.dialog-failed': () =>
      'La fenêtre ne s’est pas affichée. Réessayez, ou demandez à votre administrateur avec un lien.',
    'dialog-ended.denied': () => 'L’approbation a été refusée sur la page de Microsoft. Rien n’a changé.',
    'dialog-ended.left': () => 'Vous avez quitté la page de Microsoft sans approuver. Rien n’a changé.',
    'dialog-ended.role-too-small': () =>
      'Votre rôle ne suffit pas pour approuver ces autorisations. Transmettez le lien à un administrateur qui le peut.',
    'dialog-ended.expired': () =>
      'Les cinq minutes que peut durer une tentative sont dépassées. Veuillez recommencer.',
    'dialog-ended.repeated': () => 'Cette réponse avait déjà servi. Veuillez recommencer.',
    'dialog-ended.forged': () =>
      'Une réponse que nous n’avions pas demandée est arrivée\u202f; nous l’avons ignorée. Veuillez recommencer à partir d’ici.',
    'dialog-ended.other-tenant': () =>
      'L’approbation a été donnée pour une autre organisation que celle de cette boîte aux lettres. Veuillez recommencer et vous connecter chez Microsoft avec un compte de l’organisation de cette boîte aux lettres.',
    'dialog-ended.failed': () =>
      'Microsoft a signalé une erreur. Veuillez recommencer\u202f; si elle persiste, contactez notre support.',
    'dialog-ended.look-may-not-read': () =>
      'Le compte connecté n’est pas autorisé à voir ce qui est accordé dans l’organisation. Transmettez le lien à un administrateur qui l’est.',
    'dialog-ended.accepted': () =>
      'Microsoft a bien reçu l’approbation. Ce qui bloque ce compte peut être changé dans le Centre d’administration Microsoft Entra. Sous Applications d’entreprise, ExtendSync, les journaux de connexion l’indiquent.',
    'dialog-ended.look-blocked': () =>
      'Microsoft n’a pas admis le compte connecté\u202f; les journaux de connexion du Centre d’administration Microsoft Entra indiquent pourquoi. Peut-être ne fait-il pas partie des personnes qui peuvent utiliser ExtendSync. Une fois cela corrigé, confirmez de nouveau.',
    'dialog-ended.look-sign-in-needed': () =>
      'Microsoft n’indique ce qui est accordé qu’après une connexion, et celle-ci n’a pas abouti. Confirmez de nouveau, en vous connectant en tant qu’administrateur.',
    'dialog-ended.look-other-tenant': () =>
      'Le compte connecté n’appartient pas à l’organisation de cette boîte aux lettres. Confirmez de nouveau avec un compte de cette organisation.',

    'situation.chosen': () => 'Choisi',

    'steps.title': () => 'Ce qu’il faut faire',
    'situation-step.switch-autopilot-on': () => 'Activer Autopilot dans l’administration d’ExtendSync',
    'situation-step.grant-for-organisation': () => 'Approuver ExtendSync pour toute l’organisation',
    'situation-step.verify-consent': () => 'Microsoft confirme l’approbation',
    'situation-step.check-autopilot-prerequisites': () =>
      'Vérifier ce qu’il faut d’autre à Autopilot, dans l’administration d’ExtendSync',
    'situation-step.choose-group': () => 'Choisir le groupe pour lequel Autopilot travaille',
    'situation-step.limit-in-exchange': () => 'Limiter l’accès au groupe dans Exchange',
    'situation-step.revoke-unlimited-in-entra': () =>
      'Dans Microsoft Entra, révoquer les autorisations que limite désormais Exchange',
    'situation-step.test-limit': () =>
      'Tester la limite avec une boîte aux lettres du groupe et une autre, extérieure',
    'situation-step.check-shared-mailboxes': () =>
      'Ouvrir une boîte aux lettres partagée et voir si cela fonctionne',
    'step.done': () => 'Terminé',
    'step.next': () => 'À suivre',
    'step.later': () => 'Plus tard',

    'attempt.until': ({ atMs }, format) =>
      `Délai\u00a0: ${format.moment(atMs)}\u202f; ensuite, un clic suffit pour recommencer.`,

    'share.link': () => 'Lien pour votre administrateur',
    'share.link-being-made': () => 'Création du lien…',
    'share.ways': () => 'Comment souhaitez-vous l’envoyer\u202f?',
    'share.message': () => 'Lire d’abord le message',
    'share.subject': () => 'Objet',
    'share.language': () => 'Langue du message',

    'pending.title': () => 'Votre demande',
    'pending.story': () => 'Comment cela a été approuvé',
    'pending.asked': ({ withWhom }) => `Demandé à\u00a0: ${withWhom}`,
    'pending.with-whom': () => 'À qui l’avez-vous demandé\u202f?',
    'pending.with-whom-hint': () => 'Un nom, rien que pour vous',
    'pending.noted': () => 'Noté',
    'pending.at': ({ atMs }, format) => format.moment(atMs),
    'pending.expires': ({ atMs }, format) =>
      `Le lien est valable jusqu’à ce moment\u00a0: ${format.moment(atMs)}.`,

    'withdraw.question': () => 'Retirer la demande\u202f? Le lien cessera aussitôt de fonctionner.',
    'withdraw.yes': () => 'Retirer',
    'withdraw.no': () => 'Conserver',
    'forget.question': () =>
      'Ne plus attendre l’approbation\u202f? Le lien mène directement à Microsoft et ne peut pas être retiré\u202f; il continuera de fonctionner.',
    'forget.yes': () => 'Ne plus attendre',

    'link.opens-outside': () => 's’ouvre en dehors d’Outlook',

    'showing.code': () => 'Code QR du lien, à scanner avec un téléphone',
    'showing.link': () => 'Ou saisissez cette adresse',
    'showing.phone.title': () => 'Sur le téléphone de l’administrateur',
    'showing.phone.scan': () => 'Dirigez l’appareil photo vers le code et ouvrez le lien.',
    'showing.phone.sign-in': () =>
      'Lisez la page, continuez vers Microsoft et connectez-vous en tant qu’administrateur.',
    'showing.phone.sign-in-there': () => 'Connectez-vous chez Microsoft en tant qu’administrateur.',
    'showing.phone.accept': () => 'Vérifiez ce que Microsoft affiche, puis acceptez.',
    'showing.phone.then': () => 'Ce volet détecte automatiquement le résultat. Il n’y a rien à saisir ici.',
    'showing.check.title': () => 'Ce que la page de Microsoft doit afficher',
    'showing.application': () => 'Application',
    'showing.client-id': () => 'ID d’application (client)',
    'showing.copy': () => 'Copier le lien',

    'group.name': () => 'Groupe',
    'group.name-hint': () =>
      'Nom, alias, adresse ou ID d’un groupe de sécurité à extension messagerie, d’une liste de distribution ou d’un groupe Microsoft 365.',
    'group.make': () => 'Créer le script',
    'group.adds-up': () => 'Les autorisations accordées s’additionnent',
    'group.open-entra': () => 'Ouvrir les applications d’entreprise dans Entra',
    'group.script': () => 'Script pour Exchange Online PowerShell',
    'group.script-lead': ({ group }) =>
      `Il limite ExtendSync aux boîtes aux lettres de «\u00a0${group}\u00a0». Lisez-le, puis exécutez-le dans PowerShell. Il demande confirmation avant chaque modification et peut être exécuté plusieurs fois.`,
    'group.script-copy': () => 'Copier le script',
    'group.roles': ({ roles }, format) => `Rôles qu’il attribue\u00a0: ${format.list(roles)}.`,
    'group.notes': () => 'Bon à savoir',
    'group.test': () => 'Voir si cela fonctionne',
    'group.test-lead': () =>
      'Ce script ne fait que consulter. Essayez-le avec une boîte aux lettres du groupe, puis avec une autre, extérieure\u00a0: «\u00a0InScope\u00a0» doit indiquer True, puis False.',
    'group.mailbox': () => 'Boîte aux lettres pour le test (facultatif)',
    'group.mailbox-hint': () => 'Adresse, alias ou nom.',
    'group.test-script': () => 'Script qui teste la limite',
    'group.test-copy': () => 'Copier le test',
    'group.nothing-to-limit': () =>
      'Il n’y a rien ici qu’Exchange puisse limiter. Veuillez contacter notre support.',
    'group.problem.empty': () => 'Veuillez indiquer le groupe.',
    'group.problem.too-long': () => 'Aucun nom n’est aussi long\u00a0: 256 caractères au plus.',
    'group.problem.control-characters': () =>
      'Il contient un saut de ligne ou un autre caractère de contrôle.',
    'group.problem.hidden-characters': () =>
      'Il contient des caractères invisibles. Veuillez saisir le nom au lieu de le coller.',
    'group.problem.broken-characters': () =>
      'Il contient un caractère incomplet. Veuillez saisir le nom à nouveau.',
    'group.problem.wildcard': () =>
      'Un astérisque remplace n’importe quel texte et pourrait désigner un autre groupe. Veuillez donner le nom complet.',
    'exchange-note.exchange-administrator-needed': () =>
      'Il faut un Administrateur Exchange, ou un membre d’Organization Management.',
    'exchange-note.grants-add-up': ({ scopes }, format) =>
      `Ce que Microsoft Entra a accordé pour tout le monde reste en vigueur à côté de cette limite. Après le script, révoquez-y comme autorisation d’application\u00a0: ${format.list(scopes)}. C’est seulement alors qu’ExtendSync est limité.`,
    'exchange-note.new-consent-undoes-limit': ({ scopes }, format) =>
      `Si un administrateur approuve de nouveau le tout plus tard, ces autorisations seront encore accordées pour tout le monde et devront être révoquées à nouveau\u00a0: ${format.list(scopes)}.`,
    'exchange-note.not-limited': ({ scopes }, format) =>
      `Exchange n’a pas de limite pour ${format.list(scopes)}\u00a0: ces autorisations atteignent toujours l’organisation entière.`,
    'exchange-note.direct-members-only': () =>
      'Seuls les membres directs comptent, pas ceux des groupes contenus dans le groupe.',
    'exchange-note.takes-effect-later': ({ fromMinutes, toMinutes }, format) =>
      `Une modification prend effet au bout de ${format.number(fromMinutes)} à ${format.number(toMinutes)} minutes. Le test n’attend pas.`,
    'exchange-note.replaces-access-policies': () =>
      'Cela remplace les stratégies d’accès aux applications (Application Access Policies), que Microsoft abandonne.',

    'manage.confirmed': ({ atMs }, format) =>
      `Microsoft a confirmé l’accès pour toute l’organisation (${format.moment(atMs)}).`,
    'manage.confirmed.for-you': ({ atMs }, format) =>
      `Microsoft a confirmé l’accès à votre compte (${format.moment(atMs)}). L’accès pour toute l’organisation n’est pas confirmé.`,
    'manage.not-confirmed': () => 'Aucun accès n’est confirmé actuellement.',
    'manage.situation': () => 'Mode d’utilisation',
    'manage.granted': () => 'Ce qui est accordé',
    'manage.revoke': () => 'Retirer l’accès',
    'manage.revoke-lead': () => 'Un administrateur peut le faire à tout moment, sans nous.',
    'manage.revoke.open': () => 'Ouvrez Microsoft Entra, Applications d’entreprise.',
    'manage.revoke.find': () => 'Cherchez ExtendSync par son nom ou par son ID d’application, ci-dessous.',
    'manage.revoke.permissions': () =>
      'Pour retirer certaines autorisations\u00a0: Autorisations, puis Révoquer.',
    'manage.revoke.delete': () => 'Pour tout retirer\u00a0: Propriétés, puis Supprimer.',
    'manage.revoke.after': () =>
      'ExtendSync s’arrête pour tout le monde au bout d’une heure environ. Ce volet le détecte à la vérification suivante.',
    'manage.open-entra': () => 'Ouvrir Microsoft Entra',
    'manage.client-id': () => 'ID d’application (client)',
    'manage.copy-client-id': () => 'Copier l’ID',
    'manage.deletion': () => 'Faire supprimer vos données',
    'manage.deletion-lead': () =>
      'La révocation met fin à l’accès. Ce qu’ExtendSync conserve pour votre organisation est supprimé sur demande. Nous préparons le message\u202f; vous le lisez et l’envoyez.',
    'manage.deletion-open': () => 'Préparer la demande',

    'help.diagnoses': () => 'Vérifications',
    'help.now': () => 'Où en est-on',
    'help.running': () => 'Vérification en cours…',
    'help.passed': ({ count }, format) =>
      format.plural(count, {
        one: 'Une vérification réussie',
        other: `${format.number(count)} vérifications réussies`,
      }),
    'help.run-again': () => 'Vérifier à nouveau',
    'help.code': ({ code }) => `Code de Microsoft\u00a0: ${code}`,
    'help.correlation-id': ({ correlationId }) => `ID de corrélation\u00a0: ${correlationId}`,
    'help.support': () => 'Demander à notre support',
    'help.support-lead': () =>
      'Un fichier de diagnostic nous dit ce qui s’est passé. Enregistrez-le ou copiez-le d’abord, puis ajoutez-le au message.',
    'help.letter': () => 'Écrire au support',
    'letter.no-address': () =>
      'Aucune adresse n’est configurée ici. Envoyez le message à la personne ou au service qui vous fournit ExtendSync.',
    'help.download': () => 'Enregistrer le fichier',
    'help.copy': () => 'Copier le texte du fichier',
    'help.file': () => 'Voir ce que contient le fichier',
    'help.file-holds': () =>
      'Il contient\u00a0: les versions, le type d’Outlook, les résultats avec les codes et les ID de corrélation de Microsoft, les heures des vérifications, l’ID et le domaine de messagerie de l’organisation.',
    'help.file-never': () =>
      'N’y figurent pas\u00a0: jetons de connexion, messages, adresses, noms de personnes, liens.',
    'help.file-loading': () => 'Création du fichier',
    'help.file-text': () => 'Texte du fichier de diagnostic',

    'diagnosis.service-reachable': () => 'Si notre service répond',
    'diagnosis.sign-in-kind': () => 'Votre connexion',
    'diagnosis.storage-allowed': () => 'Ce que le navigateur conserve',
    'diagnosis.mailbox-of-account': () => 'Boîte aux lettres et compte',
    'diagnosis.alias-domain': () => 'Les domaines de la boîte aux lettres et du compte',
    'diagnosis.consultant': () => 'Dans quelle organisation vous travaillez',
    'diagnosis.consent-tenant': () => 'Quelle organisation a approuvé',
    'diagnosis.user-assigned': () => 'Qui peut utiliser ExtendSync',
    'diagnosis.application-enabled': () => 'Si ExtendSync est activé',
    'diagnosis.conditional-access': () => 'La stratégie de sécurité de l’organisation',
    'diagnosis.grant-spread': () => 'Où en est l’approbation',
    'diagnosis.consent-breadth': () => 'Pour qui l’approbation vaut',

    'diagnosis-result.passed': () => 'Correct',
    'diagnosis-result.failed': () => 'À examiner',
    'diagnosis-result.not-known': () => 'Inconnu',
    'diagnosis-result.does-not-apply': () => 'Sans objet',

    'diagnosis.service-reachable.as-it-should-be': () => 'Il a répondu à la dernière vérification.',
    'diagnosis.service-reachable.offline': () =>
      'Vous semblez être hors connexion\u00a0: impossible de le savoir.',
    'diagnosis.service-reachable.throttled': () =>
      'Il est très sollicité et nous a demandé d’attendre un peu.',
    'diagnosis.service-reachable.no-answer': () =>
      'Il n’a pas répondu. Sans lui, personne ne peut prouver une approbation pour toute l’organisation.',
    'diagnosis.service-reachable.not-asked-yet': () => 'Il n’a pas encore été interrogé.',

    'diagnosis.sign-in-kind.as-it-should-be': () => 'Outlook vous connecte de lui-même.',
    'diagnosis.sign-in-kind.standard-client': () =>
      'Cet Outlook confie la connexion à une fenêtre de Microsoft. Cela fonctionne aussi.',
    'diagnosis.sign-in-kind.outside-outlook': () => 'Le volet fonctionne en dehors d’Outlook.',
    'diagnosis.sign-in-kind.host-silent': () =>
      'Outlook n’a pas répondu. Le fermer et le rouvrir aide le plus souvent.',
    'diagnosis.sign-in-kind.not-asked-yet': () => 'Outlook ne nous l’a pas encore dit.',

    'diagnosis.storage-allowed.as-it-should-be': () => 'Le navigateur permet à ExtendSync de la conserver.',
    'diagnosis.storage-allowed.blocked': () =>
      'Le navigateur ne conserve rien pour les pages intégrées à d’autres pages\u00a0: la connexion est perdue à chaque fois.',
    'diagnosis.storage-allowed.blocked-not-needed': () =>
      'Le navigateur ne conserve rien ici, mais Outlook le fait\u00a0: il ne manque rien.',
    'diagnosis.storage-allowed.maybe-blocked': () =>
      'Microsoft ne voit pas de connexion. Soit il n’y en a pas, soit le navigateur la cache aux pages intégrées à d’autres pages.',
    'diagnosis.storage-allowed.not-asked-yet': () => 'Il n’y avait encore rien à conserver.',

    'diagnosis.mailbox-of-account.as-it-should-be': (values) =>
      `${mailbox(values)} et ${account(values)} appartiennent à la même organisation.`,
    'diagnosis.mailbox-of-account.guest': () =>
      'Votre compte est un compte invité dans l’organisation de cette boîte aux lettres.',
    'diagnosis.mailbox-of-account.same-domain': (values) =>
      `${mailbox(values)} et votre compte ont le même domaine.`,
    'diagnosis.mailbox-of-account.other-tenant': (values) =>
      `${mailbox(values)} appartient à une autre organisation que ${account(values)}.`,
    'diagnosis.mailbox-of-account.tenant-not-named': (values) =>
      `${mailbox(values)} n’indique que son domaine. Microsoft n’a pas dit de quelle organisation il s’agit.`,
    'diagnosis.mailbox-of-account.personal': () =>
      'C’est une boîte aux lettres personnelle. Aucune organisation ne peut approuver ExtendSync pour elle.',
    'diagnosis.mailbox-of-account.on-premises': () =>
      'Cette boîte aux lettres est sur un serveur propre à votre organisation. ExtendSync n’atteint que les boîtes aux lettres de Microsoft 365. Votre administrateur peut l’y déplacer.',
    'diagnosis.mailbox-of-account.mailbox-not-known': () =>
      'Outlook n’a pas dit de quelle boîte aux lettres il s’agit.',
    'diagnosis.mailbox-of-account.account-not-known': () => 'Personne n’est encore connecté.',

    'diagnosis.alias-domain.alias': ({ mailDomain, accountDomain }) =>
      mailDomain === undefined || accountDomain === undefined
        ? 'Les domaines diffèrent, mais appartiennent à la même organisation. Tout est correct.'
        : `${mailDomain} et ${accountDomain} appartiennent à la même organisation. Tout est correct.`,
    'diagnosis.alias-domain.same-domain': () => 'Il n’y a qu’un domaine.',
    'diagnosis.alias-domain.other-tenant': () => 'Les domaines appartiennent à deux organisations.',
    'diagnosis.alias-domain.tenant-not-named': () =>
      'Microsoft n’a pas dit si les deux appartiennent à une même organisation.',
    'diagnosis.alias-domain.mailbox-not-known': () =>
      'Outlook n’a pas dit de quelle boîte aux lettres il s’agit.',
    'diagnosis.alias-domain.account-not-known': () => 'Le domaine du compte n’est pas connu.',

    'diagnosis.consultant.as-it-should-be': () =>
      'Votre compte appartient à l’organisation de cette boîte aux lettres.',
    'diagnosis.consultant.guest': () =>
      'Vous êtes ici avec un compte invité, qui est d’une autre organisation. Ce qui compte ici est l’approbation de l’organisation de cette boîte aux lettres. Si la coche manque dans la vôtre, vous pouvez l’ignorer ici.',
    'diagnosis.consultant.account-not-in-tenant': () =>
      'Microsoft ne connaît pas votre compte dans l’organisation de cette boîte aux lettres. Si vous y intervenez de l’extérieur, la coche manquante n’est pas une erreur de votre part\u00a0: seules les personnes de cette organisation peuvent la voir.',
    'diagnosis.consultant.consultant-or-wrong-account': () =>
      'Vous utilisez un compte d’une autre organisation. Si vous intervenez ici de l’extérieur, c’est normal, et la coche manquante peut être ignorée\u00a0: une approbation vaut pour les personnes de l’organisation. Sinon, ce n’est pas le bon compte.',
    'diagnosis.consultant.tenant-not-named': () =>
      'Microsoft n’a pas dit si votre compte appartient à l’organisation de cette boîte aux lettres.',
    'diagnosis.consultant.mailbox-not-known': () =>
      'Outlook n’a pas dit de quelle boîte aux lettres il s’agit.',
    'diagnosis.consultant.account-not-known': () => 'Personne n’est encore connecté.',

    'diagnosis.consent-tenant.as-it-should-be': () =>
      'L’approbation vaut pour l’organisation de cette boîte aux lettres.',
    'diagnosis.consent-tenant.right-now-wrong-before': () =>
      'C’est bon maintenant. Une autre organisation avait été approuvée par erreur\u202f; cela peut être annulé.',
    'diagnosis.consent-tenant.wrong-tenant': () =>
      'Quelqu’un a approuvé pour une autre organisation. Approuvez pour la bonne avec un compte de celle-ci, et annulez l’autre.',
    'diagnosis.consent-tenant.nobody-returned': () =>
      'Personne n’est encore revenu de Microsoft avec une approbation.',
    'diagnosis.consent-tenant.not-proven': () =>
      'Quelqu’un est revenu de Microsoft. Rien ne prouve encore que c’était pour cette organisation.',

    'diagnosis.user-assigned.as-it-should-be': () => 'Microsoft vous autorise à vous connecter.',
    'diagnosis.user-assigned.not-assigned': () =>
      'Votre organisation n’autorise que certaines personnes à utiliser ExtendSync. Un administrateur peut vous ajouter sous Utilisateurs et groupes.',
    'diagnosis.user-assigned.not-asked-yet': () => 'Microsoft ne nous l’a pas encore dit.',

    'diagnosis.application-enabled.as-it-should-be': () => 'Il est activé dans votre organisation.',
    'diagnosis.application-enabled.disabled': () =>
      'Il est désactivé. Sous Propriétés, «\u00a0Connexion permise pour les utilisateurs\u202f?\u00a0» le réactive. Si l’option est déjà sur Oui, contactez notre support.',
    'diagnosis.application-enabled.not-in-tenant-yet': () =>
      'Il n’est pas encore dans votre organisation. Il arrive avec l’approbation.',
    'diagnosis.application-enabled.not-asked-yet': () => 'Microsoft ne nous l’a pas encore dit.',

    'diagnosis.conditional-access.as-it-should-be': () => 'Microsoft a autorisé cet accès.',
    'diagnosis.conditional-access.policy': () =>
      'Une stratégie de votre organisation n’autorise pas cet accès.',
    'diagnosis.conditional-access.device': () =>
      'Une stratégie de votre organisation exige un appareil géré.',
    'diagnosis.conditional-access.multi-factor': () =>
      'Votre organisation demande une seconde étape à la connexion. Elle apparaît quand vous vous reconnectez.',
    'diagnosis.conditional-access.not-asked-yet': () => 'Microsoft ne nous l’a pas encore dit.',

    'diagnosis.grant-spread.as-it-should-be': () => 'Elle s’applique partout chez Microsoft.',
    'diagnosis.grant-spread.arrived': () => 'Votre propre connexion la montre.',
    'diagnosis.grant-spread.nobody-returned': () => 'Aucune approbation n’est en cours.',
    'diagnosis.grant-spread.spreading': ({ returnedAtMs }, format) =>
      `${returnedAtMs === undefined ? 'Elle a été donnée à l’instant' : `Moment de l’approbation\u00a0: ${format.moment(returnedAtMs)}`}. Quelques minutes peuvent passer avant qu’elle s’applique partout chez Microsoft.`,
    'diagnosis.grant-spread.still-refused': ({ returnedAtMs }, format) =>
      `Quelqu’un est revenu de Microsoft${returnedAtMs === undefined ? '' : ` (${format.moment(returnedAtMs)})`}, et Microsoft refuse toujours. Peut-être que l’approbation y a été refusée, ou qu’Outlook se souvient de l’ancienne réponse.`,
    'diagnosis.grant-spread.not-proven': () => 'Quelqu’un est revenu de Microsoft. Rien n’est encore prouvé.',

    'diagnosis.consent-breadth.as-it-should-be': () => 'Ce qui est accordé l’est pour toute l’organisation.',
    'diagnosis.consent-breadth.nothing-granted-yet': () => 'Rien n’est encore accordé.',
    'diagnosis.consent-breadth.only-you': () =>
      'Certaines autorisations ne sont accordées que pour votre compte. Pour vos collègues et Autopilot, il faut toute l’organisation.',
    'diagnosis.consent-breadth.not-proven': () =>
      'Cela fonctionne pour vous. Rien ne prouve que l’accès est accordé pour tout le monde.',
    'diagnosis.consent-breadth.not-asked-yet': () => 'Microsoft ne nous l’a pas encore dit.',
    'diagnosis.other': () => 'Cette version du volet ne connaît pas encore ce résultat.',

    'diagnosis-step.check-now': () => 'Vérifier maintenant',
    'diagnosis-step.check-network': () => 'Vérifiez si d’autres pages s’ouvrent.',
    'diagnosis-step.reopen-outlook': () =>
      'Fermez Outlook, rouvrez-le, puis ouvrez le volet à partir d’un message.',
    'diagnosis-step.allow-third-party-storage': () =>
      'Dans les paramètres du navigateur, autorisez pour Outlook les cookies d’autres sites.',
    'diagnosis-step.sign-in': () => 'Se connecter',
    'diagnosis-step.sign-in-with-other-account': () => 'Se connecter avec un autre compte',
    'diagnosis-step.ignore-missing-mark': () =>
      'Vous intervenez ici de l’extérieur\u202f? Alors il n’y a rien à faire.',
    'diagnosis-step.ask-admin-about-policy': () =>
      'Montrez le code de Microsoft à votre administrateur\u202f; il aide à trouver la stratégie.',
    'diagnosis-step.approve': () => 'Approuver en tant qu’administrateur',
    'diagnosis-step.confirm': () => 'Confirmer en tant qu’administrateur',
    'diagnosis-step.share': () => 'Demander à l’administrateur',
    'diagnosis-step.wait': ({ untilMs }, format) =>
      `Vous n’avez rien à faire jusqu’à ce moment\u00a0: ${format.moment(untilMs)}.`,
    'diagnosis-step.approve-for-tenant': ({ tenant }) => `Approuver pour ${tenant}`,
    'diagnosis-step.undo-consent': () => 'Annuler l’autre approbation dans Entra',
    'diagnosis-step.assign-user': () => 'Affecter des personnes dans Entra',
    'diagnosis-step.enable-application': () => 'L’activer dans Entra',
    'diagnosis-step.open-my-apps': () => 'Voir vos propres approbations chez Microsoft',
  },
  request: {
    subject: ({ organisation }) => `Demande d’approbation d’ExtendSync pour ${our(organisation)}`,
    confirmSubject: ({ organisation }) =>
      `Demande de confirmation de l’approbation d’ExtendSync pour ${our(organisation)}`,
    reminderSubject: ({ organisation }) =>
      `Rappel\u00a0: demande d’approbation d’ExtendSync pour ${our(organisation)}`,
    greeting: () => 'Bonjour,',
    ask: ({ organisation }) =>
      `J’aimerais utiliser ExtendSync pour Outlook, qui garde synchronisés les messages, les paramètres et les calendriers. Pourriez-vous l’approuver pour ${our(organisation)}\u202f?`,
    confirm: ({ organisation }) =>
      `ExtendSync pour Outlook est approuvé et fonctionne pour moi. Pourriez-vous confirmer une fois que l’approbation vaut pour ${organisation === undefined ? 'toute notre organisation' : `toute l’organisation ${organisation}`}\u202f?`,
    remind: ({ organisation }) =>
      `Il y a quelque temps, je vous ai demandé d’approuver ExtendSync pour Outlook pour ${our(organisation)}, et j’attends toujours. Pourriez-vous y jeter un coup d’œil\u202f?`,
    why: () =>
      'Microsoft le demande à un administrateur, une seule fois pour tout le monde\u202f; cela prend environ une minute.',
    whyConfirm: () => 'Microsoft le montre aux administrateurs.',
    link: ({ straightToMicrosoft }) =>
      straightToMicrosoft
        ? 'Ce lien ouvre la page de Microsoft, où vous voyez tout ce qui est demandé avant de décider\u00a0:'
        : 'Cette page explique ce qui est demandé et pourquoi, puis mène à Microsoft, où vous décidez\u00a0:',
    confirmLink: () =>
      'Cette page mène à la connexion chez Microsoft, puis revient. Rien n’est approuvé de nouveau\u00a0:',
    linkLabel: () => 'Examiner la demande',
    thanks: () => 'Merci beaucoup\u202f!',
  },
  support: () => ({
    subject: ({ paneVersion }) =>
      paneVersion === undefined
        ? 'ExtendSync pour Outlook\u00a0: demande d’aide'
        : `ExtendSync pour Outlook ${paneVersion}\u00a0: demande d’aide`,
    greeting: () => 'Bonjour,',
    describe: () => 'Voici ce que j’attendais, et ce qui s’est passé à la place\u00a0:',
    screenshots: () =>
      '(Les captures d’écran aident. Veuillez les ajouter ici, en veillant à ce qu’elles ne montrent rien de privé.)',
    attachFile: ({ fileName }) =>
      `(Veuillez joindre le fichier de diagnostic ${fileName}, ou coller son texte ci-dessous.)`,
    summaryTitle: () => 'En bref, d’après le fichier\u00a0:',
    thanks: () => 'Merci beaucoup\u202f!',
  }),
  deletion: () => ({
    subject: ({ organisation }) =>
      `Demande de suppression des données ${organisation === undefined ? 'de notre organisation' : `de l’organisation ${organisation}`} dans ExtendSync`,
    greeting: () => 'Bonjour,',
    request: ({ organisation }) =>
      `Veuillez supprimer tout ce qu’ExtendSync conserve pour ${organisation ?? 'notre organisation'}\u00a0: données de boîtes aux lettres et de calendriers, paramètres, journaux et copies, sauf ce qu’une loi vous oblige à garder.`,
    confirm: () =>
      'Merci de confirmer quand ce sera fait, et d’indiquer ce que vous devez garder et pendant combien de temps.',
    entitled: () =>
      '(Veuillez indiquer ici à quel titre vous le demandez\u00a0: seule une personne habilitée à décider pour l’organisation le peut.)',
    factsTitle: () => 'Informations pour la retrouver\u00a0:',
    organisation: () => 'Organisation',
    tenantId: () => 'ID de locataire',
    clientId: () => 'ID d’application (client)',
    thanks: () => 'Merci beaucoup\u202f!',
  }),
  admin: {
    'subject.assign': () => 'ExtendSync\u00a0: merci de m’ajouter aux utilisateurs',
    'subject.enable': () => 'ExtendSync\u00a0: merci de le réactiver',
    'subject.enable-account': () => 'Mon compte est désactivé',
    'subject.policy': () => 'ExtendSync\u00a0: une stratégie de sécurité bloque ma connexion',
    'subject.refusal': () => 'ExtendSync\u00a0: Microsoft ne me laisse pas me connecter',
    greeting: () => 'Bonjour,',
    'ask.assign': () =>
      'Notre organisation n’autorise que certaines personnes à utiliser ExtendSync, et je n’en fais pas encore partie. Pourriez-vous m’ajouter\u202f?',
    'ask.enable': () => 'ExtendSync est désactivé pour notre organisation. Pourriez-vous le réactiver\u202f?',
    'ask.enable-account': () =>
      'Microsoft indique que mon compte est désactivé. Pourriez-vous le réactiver\u202f?',
    'ask.policy': () =>
      'Une stratégie de sécurité de notre organisation ne me laisse pas me connecter à ExtendSync. Pourriez-vous y jeter un coup d’œil\u202f?',
    'ask.refusal': () =>
      'Microsoft ne me laisse pas me connecter à ExtendSync. Pourriez-vous y jeter un coup d’œil\u202f?',
    'where.assign': () =>
      'Cela se trouve dans le Centre d’administration Microsoft Entra\u00a0: Applications d’entreprise, ExtendSync, Utilisateurs et groupes.',
    'where.enable': () =>
      'Cela se trouve dans le Centre d’administration Microsoft Entra\u00a0: Applications d’entreprise, ExtendSync, Propriétés, «\u00a0Connexion permise pour les utilisateurs\u202f?\u00a0». Si l’option est déjà sur Oui, merci de me le dire\u202f; je m’adresserai alors au support d’ExtendSync.',
    'where.enable-account': () =>
      'Cela se trouve dans le Centre d’administration Microsoft Entra\u00a0: Utilisateurs.',
    'where.policy': () =>
      'Les journaux de connexion du Centre d’administration Microsoft Entra indiquent la stratégie\u202f; l’ID de corrélation ci-dessous retrouve la connexion.',
    'where.refusal': () =>
      'Le code ci-dessous indique la cause\u202f; dans les journaux de connexion du Centre d’administration Microsoft Entra, l’ID de corrélation retrouve la connexion.',
    facts: () => 'Ce que Microsoft m’a indiqué\u00a0:',
    time: () => 'Heure',
    thanks: () => 'Merci beaucoup\u202f!',
  },
};
