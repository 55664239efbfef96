import { ofYour, oneOf, permissions, Your, your } from '../phrases/fr';
import type { ApprovalCatalogue } from './catalogue';

export const approvalFr: ApprovalCatalogue = {
  messages: {
    'approval.opening.title': () => 'Un instant, s’il vous plaît…',
    'approval.opening.lead': () => 'Cette page vous aide à approuver ExtendSync pour une organisation.',

    'approval.lost.title': () => 'Il n’y a rien à approuver ici',
    'approval.lost.lead': () =>
      'Cette page explique les demandes d’approbation d’ExtendSync, mais son adresse n’en contient aucune.',
    'approval.damaged.title': () => 'Ce lien est endommagé',
    'approval.damaged.lead': () => 'Une partie de l’adresse manque ou a été modifiée en chemin.',
    'approval.lost.next': () =>
      'Ouvrez encore une fois le lien complet du message, ou demandez-en un nouveau à la personne qui l’a envoyé.',
    'approval.lost.next-in-dialog': () => 'Fermez cette fenêtre et recommencez à partir d’Outlook.',

    'approval.gone.title': () => 'Cette demande n’est plus ouverte',
    'approval.gone.lead': () => 'Elle a été retirée, ou ses 30 jours sont écoulés.',
    'approval.gone.next': () => 'Demandez un nouveau lien à la personne qui vous a envoyé celui-ci.',

    'approval.invitation.title': ({ organisation }) => `Approuver ExtendSync pour ${your(organisation)}`,
    'approval.invitation.lead': ({ organisation }) =>
      `Une personne ${ofYour(organisation)} souhaite utiliser ExtendSync dans Outlook. Il garde synchronisés les messages, les paramètres de boîte aux lettres et les calendriers. Microsoft demande qu’un administrateur l’approuve une seule fois, pour tout le monde.`,
    'approval.invitation.decide': () =>
      'La connexion et la décision se font sur la page de Microsoft. Ce bouton n’approuve encore rien.',

    'approval.approvers': ({ roles }, format) =>
      `Peut approuver toute personne ayant l’un de ces rôles\u00a0: ${oneOf(roles, format)}. Si ce n’est pas votre cas, transmettez le lien\u202f; il ne contient rien de personnel.`,

    'approval.not-done.title': () => 'Ce que l’approbation ne fait pas',
    'approval.not-done.passwords': () =>
      'Elle ne communique aucun mot de passe\u00a0: vous vous connectez chez Microsoft, et ExtendSync n’en voit rien.',
    'approval.not-done.other-apps': () =>
      'Elle ne change rien à vos autres applications ni à vos paramètres.',
    'approval.not-done.no-sending': () =>
      'Elle ne permet pas à ExtendSync d’envoyer des messages\u00a0: l’envoi ne fait pas partie des autorisations.',
    'approval.not-done.not-here': () =>
      'Lire cette page ou continuer vers Microsoft n’approuve rien. Seul «\u00a0Accepter\u00a0», sur la page de Microsoft, le fait.',

    'approval.revoke.title': () => 'Comment retirer l’approbation',
    'approval.revoke.where': () =>
      'Dans le Centre d’administration Microsoft Entra, ouvrez Applications d’entreprise, puis ExtendSync.',
    'approval.revoke.how': () =>
      'Sous Autorisations, vous voyez ce qui a été accordé et pouvez le retirer. Supprimer l’entrée retire tout.',
    'approval.revoke.effect': () => 'Un accès en cours à ce moment-là prend fin au bout d’une heure environ.',

    'approval.starting.title': () => 'Ouverture de Microsoft…',
    'approval.starting.lead': () =>
      'La page de Microsoft s’ouvre dans cette fenêtre. Connectez-vous-y en tant qu’administrateur, lisez ce qui s’affiche, puis décidez.',
    'approval.starting.overdue': () =>
      'La page de Microsoft n’est pas encore apparue. Le bouton vous y amène.',

    'approval.notice.offline': () =>
      'Vous êtes hors connexion. Nous continuerons dès que le réseau sera de retour.',
    'approval.notice.details-missing': () =>
      'Notre service est injoignable pour le moment, et les détails de cette demande manquent. Vous pouvez malgré tout continuer vers Microsoft.',
    'approval.notice.other-name': ({ domain }) =>
      `Nous avons interrogé Microsoft sur le nom indiqué dans cette demande\u00a0: ${domain} appartient à une autre organisation que celle qui donnerait son accord. Avant de continuer, renseignez-vous auprès de la personne qui vous a envoyé le lien.`,
    'approval.notice.throttled': ({ untilMs }, format) =>
      untilMs === undefined
        ? 'Il y a eu trop de tentatives en peu de temps. Attendez un peu, puis sélectionnez de nouveau le bouton.'
        : `Il y a eu trop de tentatives en peu de temps. Sélectionnez de nouveau le bouton ${format.until(untilMs)}.`,
    'approval.notice.answer-refused': () =>
      'Notre service a répondu par une adresse qui n’est pas celle de Microsoft\u202f; nous ne l’avons pas suivie. Réessayez\u202f; si cela persiste, contactez notre support.',
    'approval.notice.sign-in-blocked': () =>
      'La fenêtre de connexion a été bloquée. Autorisez les fenêtres contextuelles pour cette page et sélectionnez de nouveau le bouton.',
    'approval.notice.sign-in-cancelled': () => 'La connexion a été annulée. Rien n’a changé.',
    'approval.notice.copied': () => 'Le reçu est dans le presse-papiers.',
    'approval.notice.not-copied': () =>
      'Le navigateur n’a pas permis la copie. Imprimez la page, ou sélectionnez le texte et appuyez sur Ctrl+C (⌘C sur un Mac).',

    'approval.may-leave': () =>
      'Vous pouvez fermer cette page à tout moment\u00a0: la personne qui vous a sollicité voit le résultat dans Outlook sans vous.',
    'approval.outlook-goes-on': () =>
      'Outlook est informé et continue automatiquement. Vous pouvez fermer cette fenêtre.',
    'approval.outlook-not-told': () =>
      'Fermez cette fenêtre et revenez à Outlook. La réponse s’y affiche automatiquement.',
    'approval.organisation': ({ organisation }) =>
      `Cette demande concerne ${organisation}. Choisissez sur la page de Microsoft un compte de cette organisation.`,
    'approval.ask-for-new-link': () =>
      'Pour continuer, ouvrez encore une fois le lien du message, ou demandez-en un nouveau.',

    'approval.confirmed.title': () => 'Approuvé et confirmé par Microsoft',
    'approval.confirmed.lead': ({ organisation }) =>
      `${Your(organisation)} a accordé à ExtendSync tout ce qu’il lui faut, pour tout le monde.`,
    'approval.confirming.title': () => 'Merci. Nous vérifions auprès de Microsoft',
    'approval.confirming.lead': () =>
      'Vous revenez de la page de Microsoft. Avant de considérer que c’est fait, nous demandons à Microsoft si l’approbation est arrivée.',
    'approval.sign-in.title': () => 'Merci. Souhaitez-vous une confirmation\u202f?',
    'approval.sign-in.lead': () =>
      'Pour interroger Microsoft à partir de cette page, il faut vous connecter encore une fois. Cela ne change rien à l’approbation.',
    'approval.spreading.title': () => 'L’approbation est en route',
    'approval.spreading.lead': () =>
      'Microsoft ne l’affiche pas encore partout. Cela prend souvent une à deux minutes. Nous continuons à vérifier.',
    'approval.not-arrived.title': () => 'Microsoft n’affiche pas encore d’approbation',
    'approval.not-arrived.lead': () =>
      'Il lui faut peut-être un peu plus de temps, ou elle a été donnée avec un autre compte que celui connecté ici. Nous continuons à vérifier.',
    'approval.partial.title': ({ missing }, format) =>
      format.plural(missing, {
        one: 'Il manque encore une autorisation',
        other: `Il manque encore ${format.number(missing)} autorisations`,
      }),
    'approval.partial.lead': ({ organisation }) =>
      `Une partie de l’approbation ${ofYour(organisation)} est là. Approuvez encore une fois\u00a0: la page de Microsoft affichera tout.`,
    'approval.unproven.title': () => 'Pas encore confirmé pour tout le monde',
    'approval.unproven.lead.this-user': () =>
      'Microsoft indique qu’ExtendSync n’a accès qu’à votre propre compte, et non à toute l’organisation.',
    'approval.unproven.lead.unproven': () =>
      'ExtendSync a accès à votre compte. Microsoft ne nous a pas dit si l’accès a été approuvé pour toute l’organisation.',
    'approval.unproven.lead.service-away': () =>
      'ExtendSync a accès à votre compte. Notre service est injoignable pour le moment\u00a0: nous ne pouvons pas voir si l’accès a été approuvé pour toute l’organisation.',
    'approval.blocked.title': () => 'Quelque chose fait obstacle',
    'approval.other-account.title': () => 'Vous utilisez un compte d’une autre organisation',
    'approval.other-account.lead': ({ organisation }) =>
      organisation === undefined
        ? 'Le compte connecté ici appartient à une autre organisation que celle de la demande\u202f; il ne peut pas montrer ce qu’il en est là-bas.'
        : `Cette demande concerne ${organisation}. Le compte connecté ici appartient à une autre organisation\u202f; il ne peut pas montrer ce qu’il en est là-bas.`,
    'approval.unknown.title': () => 'La vérification n’a pas abouti',
    'approval.unknown.next': () =>
      'Rien n’est perdu. Nous vérifions à nouveau automatiquement, et Outlook aussi, pour la personne qui vous a sollicité.',

    'approval.unasked.title': () => 'Vous venez de la page de Microsoft',
    'approval.unasked.lead': () =>
      'Elle a été ouverte par un lien qui n’a pas commencé ici. Nous demandons à Microsoft ce qu’il en est.',
    'approval.unasked.lead.refused': () =>
      'D’après l’adresse, rien n’y a été approuvé. Seule la réponse de Microsoft compte\u00a0: nous la demandons.',

    'approval.returned.denied.title': () => 'Rien n’a été approuvé',
    'approval.returned.denied.lead': () =>
      'La demande a été refusée sur la page de Microsoft. Si ce n’était pas votre intention, vous pouvez recommencer.',
    'approval.returned.left.title': () => 'Vous n’avez pas donné d’approbation',
    'approval.returned.left.lead': () => 'Rien n’a changé. Vous pouvez recommencer à tout moment.',
    'approval.returned.role-too-small.title': () => 'Votre rôle ne suffit pas',
    'approval.returned.role-too-small.lead': () =>
      'Microsoft n’a pas laissé votre compte approuver ces autorisations. Transmettez le lien à un administrateur qui le peut.',
    'approval.returned.expired.title': () => 'Plus de cinq minutes se sont écoulées',
    'approval.returned.expired.lead': () =>
      'Par sécurité, chaque visite de la page de Microsoft est valable cinq minutes. Un clic suffit pour recommencer, et rien n’est perdu.',
    'approval.returned.repeated.title': () => 'Cette réponse avait déjà servi',
    'approval.returned.repeated.lead': () =>
      'Chaque réponse de Microsoft compte une seule fois. Si vous avez déjà approuvé, cela reste valable.',
    'approval.returned.forged.title': () => 'Nous n’avions pas demandé cette réponse',
    'approval.returned.forged.lead': () =>
      'Elle n’appartient à aucune visite de la page de Microsoft que nous ayons lancée\u202f; nous l’avons ignorée.',
    'approval.returned.other-tenant.title': () => 'C’était une autre organisation',
    'approval.returned.other-tenant.lead': () =>
      'Chez Microsoft, vous avez utilisé un compte d’une autre organisation que celle de la demande.',
    'approval.returned.failed.title': () => 'Cela n’a pas fonctionné chez Microsoft',
    'approval.returned.failed.lead': () =>
      'Microsoft a signalé un problème au lieu de transmettre votre décision.',

    'approval.action.continue': () => 'Continuer vers Microsoft',
    'approval.action.begin-again': () => 'Recommencer',
    'approval.action.try-again': () => 'Charger les détails',
    'approval.action.check-now': () => 'Vérifier maintenant',
    'approval.action.sign-in': () => 'Se connecter pour confirmer',
    'approval.action.sign-in-to-see': () => 'Se connecter pour voir l’état',
    'approval.action.sign-in-other': () => 'Se connecter avec un autre compte',
    'approval.action.close': () => 'Fermer cette fenêtre',
    'approval.action.copy-receipt': () => 'Copier le reçu',
    'approval.action.print': () => 'Imprimer',
  },
  face: {
    'facts.title': () => 'La demande',
    'facts.organisation': () => 'Organisation',
    'facts.organisation-id': () => 'ID de locataire',
    'facts.asked-for': () => 'Demandé pour',
    'facts.asked-for-unverified': ({ domain }) =>
      `${domain} (selon l’expéditeur\u202f; non confirmé par Microsoft)`,
    'facts.organisation-not-named': () => 'Celle du compte avec lequel vous vous connectez',
    'facts.application': () => 'Application',
    'facts.publisher': () => 'Éditeur',
    'facts.client-id': () => 'ID d’application',
    'facts.made': ({ atMs }, format) => `Demandé le ${format.day(atMs)}.`,
    'facts.expires': ({ atMs }, format) => `Le lien est valable jusqu’au ${format.day(atMs)}.`,

    'asked.title': ({ count }, format) => `Ce que demande ExtendSync\u00a0: ${permissions(count, format)}`,

    'details.title': () => 'Pour notre support',
    'details.code': () => 'Code de Microsoft',
    'details.correlation-id': () => 'ID de corrélation',

    'receipt.title': () => 'Reçu',
    'receipt.confirmed': () => 'Confirmé',
    'receipt.check': () => 'Comment cela a été vérifié',
    'receipt.check-words': () =>
      'Microsoft a été interrogé avec de nouveaux jetons, pour toute l’organisation',
    'receipt.permissions': () => 'Autorisations accordées',
  },
};
