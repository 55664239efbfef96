import { ofYour, oneOf, permissions, Your, your } from '../phrases/fr';
import { permissionsFr } from '../permissions/fr';
import type { ApprovalCatalogue } from './catalogue';

export const approvalFr: ApprovalCatalogue = {
  messages: {
    ...permissionsFr.reasons,

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
    'approval.invitation.lead': () =>
      'La personne qui vous a envoyé ce lien souhaite utiliser ExtendSync dans Outlook. Il garde synchronisés les messages, les paramètres de boîte aux lettres et les calendriers. Microsoft demande qu’un administrateur l’approuve une seule fois, pour tout le monde.',
    'approval.invitation.decide': () =>
      'La connexion et la décision se font sur la page de Microsoft. Ce bouton n’approuve encore rien.',

    'approval.approvers': ({ roles }, format) =>
      `Peut approuver toute personne ayant l’un de ces rôles\u00a0: ${oneOf(roles, format)}. Si ce n’est pas votre cas, transmettez le lien\u202f; il ne contient rien de personnel.`,
    'approval.roles-needed': ({ roles }, format) =>
      `Pour ces autorisations, il faut l’un de ces rôles\u00a0: ${oneOf(roles, format)}.`,
    'approval.pass-on': () =>
      'Transmettez le lien à une personne qui a un tel rôle. Il ne contient rien de personnel.',
    'approval.question.title': () => 'Comment votre organisation utilisera-t-elle ExtendSync\u202f?',
    'approval.question.lead': () =>
      'Votre réponse détermine ce que la page de Microsoft vous demandera d’approuver. Rien n’est envoyé avant que vous ne continuiez.',
    'approval.question.suggested': () => 'Suggéré dans la demande',
    'approval.question.this-list': ({ count }, format) =>
      `Demande les ${format.number(count)} autorisations ci-dessous.`,
    'approval.question.same-list': () => 'Demande la même liste.',
    'approval.question.adds': ({ scopes, workAlone }, format) =>
      `${format.number(scopes.length)} de plus${workAlone ? ', sans personne connectée' : ''}\u00a0: ${format.list(scopes)}.`,
    'approval.question.takes': ({ scopes, workAlone }, format) =>
      `${format.number(scopes.length)} de moins${workAlone ? ', sans personne connectée' : ''}\u00a0: ${format.list(scopes)}.`,

    'approval.not-done.title': () => 'Ce que l’approbation ne fait pas',
    'approval.not-done.passwords': () =>
      'Elle ne communique aucun mot de passe\u00a0: vous vous connectez chez Microsoft, et ExtendSync n’en voit rien.',
    'approval.not-done.other-apps': () =>
      'Elle ne change rien à vos autres applications ni à vos paramètres.',
    'approval.not-done.no-sending': () => 'Aucune autorisation d’envoyer des messages n’est demandée.',
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
    'approval.starting.failed': () => 'La page de Microsoft n’a pas pu être ouverte',
    'approval.earlier.title': () => 'Cette demande a été approuvée',
    'approval.earlier.lead': ({ atMs }, format) =>
      `Microsoft a confirmé l’approbation pour toute l’organisation\u00a0: ${format.moment(atMs)}. Il n’y a plus rien à faire ici.`,
    'approval.earlier.next': () =>
      'Cela a pu changer depuis. Connectez-vous pour voir la situation actuelle.',

    'approval.notice.offline': () =>
      'Vous semblez être hors connexion. Nous continuerons dès que le réseau sera de retour.',
    'approval.notice.details-missing': () =>
      'Notre service est injoignable pour le moment, et les détails de cette demande manquent. Vous pouvez malgré tout continuer vers Microsoft.',
    'approval.notice.been-there': ({ atMs }, format) =>
      `Quelqu’un est revenu de la page de Microsoft\u00a0: ${format.moment(atMs)}. Cette page ne sait pas avec quel résultat. Connectez-vous pour voir où en sont les choses avant d’approuver de nouveau.`,
    'approval.notice.turned-down': ({ atMs }, format) =>
      `Quelqu’un a refusé cette demande sur la page de Microsoft\u00a0: ${format.moment(atMs)}.`,
    'approval.notice.other-name': ({ domain }) =>
      `Nous avons interrogé Microsoft sur le nom indiqué dans cette demande\u00a0: ${domain} appartient à une autre organisation que celle qui donnerait son accord. Avant de continuer, renseignez-vous auprès de la personne qui vous a envoyé le lien.`,
    'approval.notice.throttled': ({ untilMs }, format) =>
      untilMs === undefined
        ? 'Il y a eu trop de tentatives en peu de temps. Attendez un peu, puis sélectionnez de nouveau le bouton.'
        : `Il y a eu trop de tentatives en peu de temps. Sélectionnez de nouveau le bouton à partir de ce moment\u00a0: ${format.from(untilMs)}.`,
    'approval.notice.service-away': () =>
      'Notre service est injoignable pour le moment. Appuyez de nouveau sur le bouton dans un instant.',
    'approval.notice.answer-refused': () =>
      'Notre service a répondu par une adresse qui n’est pas celle de Microsoft\u202f; nous ne l’avons pas suivie. Réessayez\u202f; si cela persiste, contactez notre support.',
    'approval.notice.sign-in-blocked': () =>
      'La fenêtre de connexion a été bloquée. Autorisez les fenêtres contextuelles pour cette page et sélectionnez de nouveau le bouton.',
    'approval.notice.sign-in-cancelled': () => 'La connexion a été annulée. Rien n’a changé.',
    'approval.notice.copied': () => 'Le reçu est dans le presse-papiers.',
    'approval.notice.not-copied': () =>
      'Le navigateur n’a pas permis la copie. Imprimez la page, ou sélectionnez le texte et appuyez sur Ctrl+C (⌘C sur un Mac).',
    'approval.notice.link-copied': () => 'Le lien est dans le presse-papiers. Collez-le dans un message.',
    'approval.notice.link-not-copied': ({ link }) =>
      `Le navigateur n’a pas autorisé la copie. Sélectionnez le lien et appuyez sur Ctrl+C (⌘C sur un Mac)\u00a0: ${link}`,

    'approval.may-leave': () =>
      'Vous pouvez fermer cette page à tout moment\u00a0: le résultat s’affiche dans Outlook sans vous.',
    'approval.outlook-goes-on': () =>
      'Outlook est informé et continue automatiquement. Vous pouvez fermer cette fenêtre.',
    'approval.outlook-not-told': () =>
      'Fermez cette fenêtre et revenez à Outlook. La réponse s’y affiche automatiquement.',
    'approval.back-to-outlook': () =>
      'Quand vous avez terminé ici, fermez cette fenêtre et revenez à Outlook. Une approbation y apparaît d’elle-même.',
    'approval.organisation': ({ organisation }) =>
      `Cette demande concerne ${organisation}. Choisissez sur la page de Microsoft un compte de cette organisation.`,
    'approval.ask-for-new-link': () =>
      'Pour continuer, ouvrez encore une fois le lien du message, ou demandez-en un nouveau.',

    'approval.confirmed.title': () => 'Approuvé et confirmé par Microsoft',
    'approval.confirmed.lead': ({ organisation }) =>
      `${Your(organisation)} a accordé à ExtendSync tout ce qu’il lui faut, pour tout le monde.`,
    'approval.confirmed.covers.no-autopilot': ({ organisation }) =>
      `${Your(organisation)} a approuvé ExtendSync pour une utilisation sans Autopilot, pour tout le monde.`,
    'approval.confirmed.covers.group-edition': ({ organisation }) =>
      `${Your(organisation)} a approuvé ExtendSync sans Autopilot, pour un usage individuel et pour la Group Edition, dans toute l’organisation.`,
    'approval.confirming.title': () => 'Merci. Nous vérifions auprès de Microsoft',
    'approval.confirming.lead': () =>
      'Vous revenez de la page de Microsoft. Avant de considérer que c’est fait, nous demandons à Microsoft si l’approbation est arrivée.',
    'approval.sign-in.title': () => 'Merci. Souhaitez-vous une confirmation\u202f?',
    'approval.sign-in.lead': () =>
      'Pour interroger Microsoft à partir de cette page, il faut vous connecter encore une fois. Cela ne change rien à l’approbation.',
    'approval.spreading.title': () => 'L’approbation est en route',
    'approval.spreading.lead': () =>
      'Microsoft ne l’affiche pas encore partout. Cela prend souvent une à deux minutes. Nous continuons à vérifier.',
    'approval.confirm.title': () => 'Confirmez l’approbation',
    'approval.confirm.lead': () =>
      'Une approbation semble exister, mais personne n’a encore confirmé qu’elle vaut pour tout le monde.',
    'approval.confirm.how': () =>
      'Connectez-vous une fois en tant qu’administrateur. Nous lisons alors chez Microsoft ce qui est accordé pour toute l’organisation. Cela ne change rien, et nous ne gardons rien sur vous.',
    'approval.confirm.accepted-title': () => 'Approuvé, mais pas encore confirmé',
    'approval.confirm.not-done-title': () => 'Pas encore confirmé',
    'approval.looked.sign-in-needed': () =>
      'Microsoft demande que vous vous connectiez avant d’indiquer ce qui est accordé.',
    'approval.looked.blocked': () =>
      'Microsoft n’a pas admis le compte connecté\u202f; nous n’avons donc pas pu voir ce qui est accordé.',
    'approval.mend.yourself': () => 'Si vous administrez vous-même l’organisation\u00a0:',
    'approval.mend.assign': () =>
      'Dans le Centre d’administration Microsoft Entra, ouvrez Applications d’entreprise, ExtendSync, Utilisateurs et groupes. Ajoutez-y votre compte et ceux des autres personnes qui doivent utiliser ExtendSync.',
    'approval.mend.enable': () =>
      'Dans le Centre d’administration Microsoft Entra, ouvrez Applications d’entreprise, ExtendSync, Propriétés. «\u00a0Connexion permise pour les utilisateurs\u202f?\u00a0» permet de le réactiver. S’il est déjà activé, écrivez à notre support.',
    'approval.mend.other': () =>
      'Les journaux de connexion du Centre d’administration Microsoft Entra indiquent ce qui l’a bloqué.',
    'approval.mend.then-confirm': () =>
      'Confirmez ensuite de nouveau, ou avec le compte d’un autre administrateur.',
    'approval.looked.may-not-read': () =>
      'Le compte connecté n’est pas autorisé à voir ce qui est accordé dans l’organisation.',
    'approval.looked.other-tenant': () =>
      'Le compte connecté appartient à une autre organisation que celle de la demande.',
    'approval.looked.expired': () => 'La confirmation a pris plus que les cinq minutes que nous prévoyons.',
    'approval.looked.repeated': () =>
      'Cette réponse de Microsoft avait déjà servi. Chacune compte une seule fois.',
    'approval.looked.forged': () =>
      'Nous n’avions pas demandé cette réponse à Microsoft\u202f; nous l’avons ignorée.',
    'approval.looked.failed': () => 'Microsoft ne nous a pas indiqué ce qui est accordé.',
    'approval.not-arrived.title': () => 'Microsoft n’affiche pas encore d’approbation',
    'approval.not-arrived.lead': () =>
      'Il lui faut peut-être un peu plus de temps, ou elle a été donnée avec un autre compte que celui connecté ici. Nous continuons à vérifier.',
    'approval.not-arrived.lead.nobody': () =>
      'D’après ce que Microsoft affiche, personne n’a encore approuvé ExtendSync ici.',
    'approval.not-arrived.next': () =>
      'Vous pouvez le faire maintenant, ou transmettre un lien à un autre administrateur.',
    'approval.partial.title': ({ missing }, format) =>
      format.plural(missing, {
        one: 'Il manque encore une autorisation',
        other: `Il manque encore ${format.number(missing)} autorisations`,
      }),
    'approval.partial.lead': ({ organisation }) =>
      `Une partie de l’approbation ${ofYour(organisation)} est là. Approuvez encore une fois\u00a0: la page de Microsoft affichera tout.`,
    'approval.partial.lead.not-known': ({ serviceAway }) =>
      `${serviceAway ? 'Notre service est injoignable pour le moment\u00a0: nous ne pouvons pas voir' : 'Microsoft ne nous a pas dit'} si le reste est approuvé pour toute l’organisation. Si vous approuvez, la page de Microsoft affichera tout.`,
    'approval.unproven.title': () => 'Pas encore confirmé pour tout le monde',
    'approval.unproven.lead.this-user': () =>
      'Microsoft indique qu’ExtendSync n’a accès qu’à votre propre compte, et non à toute l’organisation.',
    'approval.unproven.lead.unproven': () =>
      'ExtendSync a accès à votre compte. Microsoft ne nous a pas dit si l’accès a été approuvé pour toute l’organisation.',
    'approval.unproven.lead.service-away': () =>
      'ExtendSync a accès à votre compte. Notre service est injoignable pour le moment\u00a0: nous ne pouvons pas voir si l’accès a été approuvé pour toute l’organisation.',
    'approval.blocked.title': () => 'Quelque chose fait obstacle',
    'approval.blocked.taken': () =>
      'Microsoft a bien reçu l’approbation. C’est autre chose qui fait obstacle.',
    'approval.other-account.title': () => 'Vous utilisez un compte d’une autre organisation',
    'approval.other-account.lead': ({ organisation }) =>
      organisation === undefined
        ? 'Le compte connecté ici appartient à une autre organisation que celle de la demande\u202f; il ne peut pas montrer ce qu’il en est là-bas.'
        : `Cette demande concerne ${organisation}. Le compte connecté ici appartient à une autre organisation\u202f; il ne peut pas montrer ce qu’il en est là-bas.`,
    'approval.unknown.title': () => 'La vérification n’a pas abouti',
    'approval.unknown.next': () =>
      'Rien n’est perdu. Nous vérifions à nouveau automatiquement, et Outlook aussi.',

    'approval.unasked.title': () => 'Nous interrogeons Microsoft',
    'approval.unasked.sign-in-title': () => 'Connectez-vous pour voir ce qu’il en est',
    'approval.unasked.lead': () =>
      'D’après l’adresse de cette page, ExtendSync a été approuvé. N’importe qui peut écrire une adresse\u00a0: seule la réponse de Microsoft compte.',
    'approval.unasked.lead.refused': () =>
      'D’après l’adresse de cette page, rien n’a été approuvé. N’importe qui peut écrire une adresse\u00a0: seule la réponse de Microsoft compte.',
    'approval.unasked.lead.other': () =>
      'L’adresse de cette page fait état d’une visite de la page de Microsoft qui n’a pas commencé ici. Une approbation peut exister malgré tout.',
    'approval.unasked.lead.agreed': () =>
      'C’est ce qu’indique l’adresse de cette page, et Microsoft ne montre pas non plus d’approbation au compte connecté ici.',
    'approval.unasked.next': () =>
      'Personne n’est connecté ici, et Microsoft ne nous dit donc rien. Connectez-vous pour voir ce qu’il en est.',

    'approval.returned.denied.title': () => 'Rien n’a été approuvé',
    'approval.returned.denied.lead': () =>
      'La demande a été refusée sur la page de Microsoft. Si ce n’était pas votre intention, vous pouvez recommencer.',
    'approval.returned.left.title': () => 'Vous avez quitté la page de Microsoft sans approuver',
    'approval.returned.left.lead': () =>
      'Rien n’a été approuvé ni refusé. Vous pouvez continuer quand vous le souhaitez.',
    'approval.returned.role-too-small.title': () => 'Votre rôle ne suffit pas pour ces autorisations',
    'approval.returned.role-too-small.lead': () =>
      'Microsoft ne permet qu’à certains rôles de les approuver. Rien n’a donc changé.',
    'approval.returned.expired.title': () => 'Plus de cinq minutes se sont écoulées',
    'approval.returned.expired.lead': () =>
      'Par sécurité, nous n’acceptons une réponse de la page de Microsoft que pendant cinq minutes. Un clic suffit pour recommencer, et rien n’est perdu.',
    'approval.returned.repeated.title': () => 'Cette réponse avait déjà servi',
    'approval.returned.repeated.lead': () =>
      'Chaque réponse de Microsoft compte une seule fois. Si vous avez déjà approuvé, cela reste valable.',
    'approval.returned.forged.title': () => 'Nous n’avions pas demandé cette réponse',
    'approval.returned.forged.lead': () =>
      'Elle n’appartient à aucune visite de la page de Microsoft que nous ayons lancée\u202f; nous l’avons ignorée. Une approbation peut exister malgré tout\u00a0: nous interrogeons Microsoft.',
    'approval.returned.other-tenant.title': () => 'C’était une autre organisation',
    'approval.returned.other-tenant.lead': () =>
      'Chez Microsoft, vous avez utilisé un compte d’une autre organisation que celle de la demande.',
    'approval.returned.failed.title': () => 'Cela n’a pas fonctionné chez Microsoft',
    'approval.returned.failed.lead': () =>
      'Microsoft a signalé un problème au lieu de transmettre votre décision.',

    'approval.action.continue': () => 'Continuer vers Microsoft',
    'approval.action.begin-again': () => 'Recommencer',
    'approval.action.confirm': () => 'Confirmer en tant qu’administrateur',
    'approval.action.pass-on': () => 'Transmettre le lien',
    'approval.action.copy-link': () => 'Copier un lien pour un autre administrateur',
    'approval.action.other-account': () => 'Continuer avec un autre compte',
    'approval.action.show-request': () => 'Afficher la demande',
    'approval.action.approve-again': () => 'Approuver encore une fois',
    'approval.action.try-again': () => 'Charger les détails',
    'approval.action.check-now': () => 'Vérifier maintenant',
    'approval.action.sign-in': () => 'Se connecter pour confirmer',
    'approval.action.sign-in-to-see': () => 'Se connecter pour voir l’état',
    'approval.action.sign-in-other': () => 'Se connecter avec un autre compte',
    'approval.action.close': () => 'Fermer cette fenêtre',
    'approval.action.copy-receipt': () => 'Copier le reçu',
    'approval.action.print': () => 'Imprimer',
  },
  labels: {
    ...permissionsFr.labels,

    'facts.title': () => 'La demande',
    'facts.organisation': () => 'Organisation',
    'facts.organisation-id': () => 'ID de locataire',
    'facts.asked-for': () => 'Demandé pour',
    'facts.asked-for-unverified': ({ domain }) =>
      `${domain} (selon l’expéditeur\u202f; non confirmé par Microsoft)`,
    'facts.asked-by': () => 'Demandé par',
    'facts.asked-by-words': () =>
      'La personne qui vous a envoyé le lien. Nous ne conservons aucun nom\u00a0: assurez-vous de la connaître.',
    'facts.punycode': () =>
      'Un nom contenant «\u00a0xn--\u00a0» en représente un autre, dont certaines lettres ne peuvent figurer dans une adresse. Il peut ressembler à un nom connu\u00a0: comparez-le avec soin.',
    'facts.organisation-not-named': () => 'Celle du compte avec lequel vous vous connectez',
    'facts.application': () => 'Application',
    'facts.publisher': () => 'Éditeur',
    'facts.client-id': () => 'ID d’application',
    'facts.made': ({ atMs }, format) => `Demandé le ${format.day(atMs)}.`,
    'facts.expires': ({ atMs }, format) =>
      `Le lien est valable jusqu’à ce moment\u00a0: ${format.moment(atMs)}.`,

    'asked.title': ({ count }, format) => `Ce que demande ExtendSync\u00a0: ${permissions(count, format)}`,
    'asked.comes-along': () => 'figure aussi dans la liste de Microsoft, pas nécessaire ici',

    'details.title': () => 'Pour notre support',
    'details.code': () => 'Code de Microsoft',
    'details.correlation-id': () => 'ID de corrélation',

    'receipt.title': () => 'Reçu',
    'receipt.confirmed': () => 'Confirmé',
    'receipt.check': () => 'Comment cela a été vérifié',
    'receipt.check-words': () =>
      'Microsoft a indiqué à notre service ce qui est accordé pour toute l’organisation',
    'receipt.look-words': ({ time }) =>
      `Une personne autorisée à le voir s’est connectée (${time}), et Microsoft a indiqué ce qui est accordé pour toute l’organisation`,
    'receipt.approved-by': () => 'Approuvé par',
    'receipt.approved-by-words': () =>
      'Nous ne conservons aucun nom. Le journal d’audit de Microsoft Entra l’indique.',
    'receipt.permissions': () => 'Autorisations accordées',
  },
};
