import type { Catalogue } from './catalogue';
import { ofYour, oneOf, permissions, Your, your } from './phrases/fr';

export const fr: Catalogue = {
  messages: {
    'checking.title': () => 'Vérification de l’accès de votre organisation…',
    'checking.lead': () =>
      'Nous demandons à Microsoft si ExtendSync peut travailler ici. Cela ne prend qu’un instant.',

    'granted.title': () => 'L’accès est approuvé',
    'granted.lead': ({ organisation }) =>
      `${Your(organisation)} a accordé à ExtendSync tout ce qu’il lui faut. Vous n’avez plus rien à faire.`,
    'granted.lead.steps': ({ organisation }) =>
      `${Your(organisation)} a approuvé tout ce dont ExtendSync a besoin de la part de Microsoft. Ce qui reste à faire est indiqué ci-dessous.`,
    'granted.covers.no-autopilot': ({ organisation }) =>
      `${Your(organisation)} a approuvé ExtendSync pour une utilisation sans Autopilot. Vous n’avez plus rien à faire.`,
    'granted.covers.group-edition': ({ organisation }) =>
      `${Your(organisation)} a approuvé ExtendSync sans Autopilot, pour un usage individuel et pour la Group Edition. Vous n’avez plus rien à faire.`,

    'personal.title.this-user': () => 'Accordé pour vous, pas pour tout le monde',
    'personal.title.unproven': () => 'Cela fonctionne pour vous',
    'personal.title.approved': () => 'Approuvé par un administrateur, pas encore confirmé pour tous',
    'personal.lead.this-user': () =>
      'ExtendSync n’a accès qu’à votre compte. Pour vos collègues et pour Autopilot, un administrateur doit l’approuver pour toute l’organisation.',
    'personal.lead.unproven': () =>
      'ExtendSync a accès à votre compte. Microsoft ne nous a pas dit si l’accès est approuvé pour toute l’organisation.',
    'personal.lead.approved': () =>
      'ExtendSync fonctionne pour vous. Microsoft montre aux administrateurs si c’est approuvé pour tous\u00a0: l’un d’eux le confirme une fois.',
    'personal.lead.service-away': () =>
      'ExtendSync a accès à votre compte. Notre service est injoignable pour le moment\u00a0: nous ne pouvons pas voir si toute l’organisation l’a approuvé.',

    'partial.title': ({ missing }, format) =>
      format.plural(missing, {
        one: 'Il manque encore une autorisation',
        other: `Il manque encore ${format.number(missing)} autorisations`,
      }),
    'partial.lead': ({ missing }, format) =>
      `Une partie de l’accès est là. Un administrateur doit encore approuver ${format.plural(missing, { one: 'l’autorisation signalée', other: 'les autorisations signalées' })} ci-dessous.`,
    'partial.lead.new-permissions': ({ missing }, format) =>
      `Tout était approuvé et le reste. Depuis, ExtendSync offre une nouveauté et a besoin ${format.plural(missing, { one: 'd’une autorisation de plus, signalée', other: `de ${format.number(missing)} autorisations de plus, signalées` })} ci-dessous.`,
    'partial.lead.was-granted': ({ missing }, format) =>
      `Tout était approuvé auparavant. Depuis, ${format.plural(missing, { one: 'une autorisation a été ajoutée ou retirée', other: 'des autorisations ont été ajoutées ou retirées' })}, et un administrateur doit approuver encore une fois.`,
    'partial.lead.not-known': ({ missing, serviceAway }, format) =>
      `Un administrateur doit encore approuver ${format.plural(missing, { one: 'l’autorisation signalée', other: 'les autorisations signalées' })} ci-dessous. ${serviceAway ? 'Notre service est injoignable pour le moment\u00a0: nous ne pouvons pas voir' : 'Microsoft ne nous a pas dit'} si le reste est approuvé pour toute l’organisation.`,

    'required.title': () => 'Il manque une approbation',
    'required.lead': ({ organisation }) =>
      `Avant qu’ExtendSync puisse travailler, un administrateur ${ofYour(organisation)} doit l’approuver une seule fois, pour tout le monde.`,
    'required.about': () =>
      'ExtendSync garde synchronisés les messages, les paramètres de boîte aux lettres et les calendriers, directement dans Outlook.',
    'required.title.was-granted': () => 'L’accès a été retiré',
    'required.lead.was-granted': ({ organisation, atMs }, format) =>
      `${Your(organisation)} avait approuvé ExtendSync (dernière confirmation\u00a0: ${format.moment(atMs)}). Cette approbation n’existe plus, et un administrateur doit la donner de nouveau.`,
    'required.approvers': ({ roles }, format) =>
      `Peut approuver toute personne ayant l’un de ces rôles\u00a0: ${oneOf(roles, format)}.`,
    'choice.approve': ({ roles }, format) =>
      `Avec le rôle ${oneOf(roles, format)}. Microsoft vous montre ce que vous approuvez.`,
    'choice.share': () =>
      'Nous préparons le message avec un lien, vous l’envoyez. Ce volet détecte automatiquement l’approbation.',

    'arriving.title': () => 'L’approbation est en route',
    'arriving.lead': () =>
      'Microsoft l’a bien reçue. Il faut parfois une à deux minutes pour qu’elle s’applique partout. Nous continuons à vérifier\u202f; vous n’avez rien à faire.',
    'arriving.lead.host-remembers': () =>
      'Microsoft confirme l’approbation, mais Outlook donne encore l’ancienne réponse. Reconnectez-vous pour qu’il la demande à nouveau.',

    'waiting.title': () => 'En attente de votre administrateur',
    'waiting.title.not-approved': () => 'Non approuvé',
    'waiting.lead': () =>
      'Dès qu’un administrateur aura approuvé, cela s’affichera ici automatiquement. Vous pouvez fermer ce volet.',
    'waiting.lead.returned': () =>
      'Votre administrateur est passé par la page de Microsoft. Nous vérifions si l’approbation est arrivée.',
    'waiting.lead.opened': () =>
      'Le lien a été ouvert. L’approbation peut arriver d’un moment à l’autre. Vous pouvez fermer ce volet.',
    'waiting.lead.denied': () =>
      'La demande a été refusée sur la page de Microsoft. Parlez-en à votre administrateur, puis demandez encore une fois.',
    'waiting.lead.left': () =>
      'Quelqu’un a ouvert le lien puis quitté la page de Microsoft sans approuver. Rien n’a été refusé, et le lien fonctionne toujours.',
    'waiting.lead.role-too-small': ({ roles }, format) =>
      `La personne à qui vous avez demandé ne peut pas approuver cela. Il faut l’un de ces rôles\u00a0: ${oneOf(roles, format)}. Demandez à quelqu’un d’autre.`,

    'approving.title': () => 'Approuvez dans l’autre fenêtre',
    'approving.lead.expired': () =>
      'Par sécurité, nous n’acceptons une réponse de la page de Microsoft que pendant cinq minutes, et elles sont écoulées. Recommencez d’un clic\u202f; rien n’est perdu.',
    'approving.lead': () =>
      'Connectez-vous-y en tant qu’administrateur, lisez ce que Microsoft affiche, puis acceptez. Nous nous occupons du reste.',
    'approving.title.confirm': () => 'Confirmez dans l’autre fenêtre',
    'approving.lead.confirm': () =>
      'Connectez-vous-y en tant qu’administrateur. Nous lisons alors chez Microsoft ce qui est accordé\u202f; cela ne change rien.',

    'sharing.title': () => 'Demander à votre administrateur',
    'sharing.lead': ({ organisation }) =>
      `Envoyez ce lien à une personne qui gère Microsoft 365 pour ${your(organisation)}. Il explique ce qui est demandé et pourquoi.`,
    'sharing.lead.straight': () =>
      'Ce lien mène directement à Microsoft, car notre propre page est injoignable pour le moment. Le résultat est le même.',

    'sign-in.title': () => 'Veuillez vous connecter',
    'sign-in.title.either': () => 'Il manque une étape',
    'sign-in.lead.either': () =>
      'Outlook n’a pas pu nous dire si vous devez vous connecter ou si votre organisation doit encore approuver ExtendSync. La connexion permet de le savoir.',

    'other-tenant.title': () => 'Vous utilisez un autre compte',
    'other-tenant.lead': ({ mailDomain }) =>
      mailDomain === undefined
        ? 'Vous utilisez un compte d’une autre organisation que celle de cette boîte aux lettres.'
        : `Cette boîte aux lettres appartient à ${mailDomain}, mais vous utilisez un compte d’une autre organisation.`,
    'other-tenant.lead.consultant': () =>
      'Connectez-vous avec le compte de cette boîte aux lettres. Si vous n’en avez pas, adressez-vous à l’administrateur de cette organisation.',

    'mailbox.on-premises': () =>
      'Cette boîte aux lettres est sur un serveur propre à votre organisation. ExtendSync n’atteint que les boîtes aux lettres de Microsoft 365.',
    'mailbox.personal': () =>
      'Ouvrez ExtendSync à côté de la boîte aux lettres de votre travail ou de votre école.',
    'mailbox.not-known': () =>
      'Outlook n’a pas dit à qui est cette boîte aux lettres. Ce que vous voyez concerne l’organisation de votre compte.',
    'mailbox.shared': () =>
      'Cette boîte aux lettres est partagée ou appartient à une autre personne. Nous avons vérifié avec votre propre compte.',
    'mailbox.not-placed': ({ mailDomain }) =>
      mailDomain === undefined
        ? 'Si votre compte est d’une autre organisation, connectez-vous avec le compte de cette boîte aux lettres.'
        : `Cette boîte aux lettres appartient à ${mailDomain}. Si votre compte est d’une autre organisation, connectez-vous avec le compte de cette boîte aux lettres.`,

    'blocked.title': () => 'L’accès est bloqué',

    'unknown.title': () => 'La vérification n’a pas abouti',
    'unknown.last-granted': ({ atMs, organisation }, format) =>
      `Lors de la dernière réponse de Microsoft (${format.moment(atMs)}), tout était approuvé pour ${your(organisation)}.`,
    'unknown.last-partial': ({ atMs, organisation }, format) =>
      `Lors de la dernière réponse de Microsoft (${format.moment(atMs)}), il manquait des autorisations pour ${your(organisation)}.`,
    'unknown.last-required': ({ atMs, organisation }, format) =>
      `Lors de la dernière réponse de Microsoft (${format.moment(atMs)}), ${your(organisation)} n’avait pas approuvé ExtendSync.`,
    'unknown.last-personal': ({ atMs }, format) =>
      `Lors de la dernière réponse de Microsoft (${format.moment(atMs)}), ExtendSync avait accès à votre compte.`,
    'unknown.never-confirmed': () => 'Microsoft n’a encore rien confirmé pour cette boîte aux lettres.',

    'situation.title': () => 'Comment allez-vous utiliser ExtendSync\u202f?',
    'situation.lead': () =>
      'Votre réponse détermine ce qui est demandé à votre administrateur. Vous pouvez la changer à tout moment.',
    'situation.autopilot-on': () => 'Autopilot est déjà activé',
    'situation.autopilot-everyone': () => 'Autopilot pour tout le monde',
    'situation.autopilot-groups': () => 'Autopilot pour certains groupes',
    'situation.no-autopilot': () => 'Sans Autopilot',
    'situation.group-edition': () => 'Group Edition',
    'situation.not-sure': () => 'Je ne sais pas',

    'showing.title': () => 'Montrer à votre administrateur',
    'showing.lead': () => 'Pour une personne à côté de vous, ou qui voit votre écran lors d’un appel.',
    'group.title': () => 'Limiter Autopilot à un groupe',
    'group.lead': () =>
      'De manière autonome, ExtendSync n’atteint alors que les boîtes aux lettres d’un groupe. Exchange Online fait respecter cette limite. Nous écrivons le script\u202f; un administrateur l’exécute.',
    'manage.title': () => 'Accès et données',
    'manage.lead': () => 'Ce que votre organisation a accordé, et comment le retirer.',
    'help.title': () => 'Aide',
    'help.lead': () => 'Nous cherchons ce qui pourrait bloquer l’accès. Rien n’est modifié.',

    'notice.reminder': ({ withWhom }) =>
      `Vous avez fait votre demande${withWhom === undefined ? '' : ` à ${withWhom}`} il y a plus d’un jour, et l’approbation n’est pas encore là. Un bref rappel aide souvent.`,
    'notice.offline': () =>
      'Vous semblez être hors connexion. Nous vérifierons de nouveau dès que le réseau sera de retour.',
    'notice.not-renewed': () => 'Impossible d’actualiser cela pour l’instant. Nous réessayons.',
    'notice.not-renewed.throttled': () =>
      'Microsoft nous demande d’attendre un peu. L’actualisation aura lieu ensuite.',

    'action.approve': () => 'Approuver en tant qu’administrateur',
    'action.confirm': () => 'Confirmer en tant qu’administrateur',
    'action.share': () => 'Demander à l’administrateur',
    'action.share-again': () => 'Redemander ou choisir quelqu’un d’autre',
    'action.sign-in': () => 'Se connecter',
    'action.sign-in-again': () => 'Se reconnecter',
    'action.sign-in-other': () => 'Se connecter avec un autre compte',
    'action.check-now': () => 'Vérifier maintenant',
    'action.back': () => 'Retour',
    'action.done': () => 'Terminé',
    'action.add-autopilot': () => 'Ajouter Autopilot',
    'action.pass-on': () => 'Transmettre le lien',
    'action.close-dialog': () => 'Fermer l’autre fenêtre',
    'action.renew': () => 'Recommencer',
    'action.letter-assign': () => 'Demander à être ajouté',
    'action.letter-enable': () => 'Demander la réactivation',
    'action.letter-enable-account': () => 'Demander la réactivation',
    'action.letter-policy': () => 'Se renseigner sur la stratégie',
    'action.letter-refusal': () => 'Se renseigner sur la cause',
    'action.withdraw': () => 'Retirer la demande',

    'action.show': () => 'Montrer à l’écran',
    'action.help': () => 'Aide',
    'action.manage': () => 'Accès et données',
    'action.group': () => 'Créer le script',
    'action.change-situation': () => 'Changer le mode d’utilisation',

    'cause.not-consented': () => 'Votre organisation n’a pas encore approuvé ExtendSync.',
    'cause.consent-declined': () => 'L’approbation a été demandée et refusée.',
    'cause.admin-approval-needed': () => 'Microsoft demande qu’un administrateur donne cette approbation.',
    'cause.consent-failed': () =>
      'Microsoft n’a pas pu terminer l’approbation. Souvent, cela fonctionne quelques minutes plus tard.',
    'cause.application-not-in-tenant': () => 'ExtendSync n’est pas encore configuré dans votre organisation.',
    'cause.application-disabled': () => 'ExtendSync est désactivé dans votre organisation.',
    'cause.application-misconfigured': () =>
      'L’inscription d’ExtendSync chez Microsoft comporte une erreur. C’est à nous de corriger cela.',
    'cause.user-not-assigned': () =>
      'Votre organisation n’autorise que certaines personnes à utiliser ExtendSync, et vous n’en faites pas encore partie.',
    'cause.account-disabled': () => 'Microsoft indique que ce compte est désactivé.',
    'cause.account-not-in-tenant': () =>
      'Le compte que vous utilisez n’est pas connu dans cette organisation.',
    'cause.account-unknown': () => 'Microsoft ne connaît pas ce compte.',
    'cause.wrong-credentials': () => 'La connexion n’a pas réussi.',
    'cause.tenant-unknown': () => 'Microsoft ne connaît aucune organisation de ce nom.',
    'cause.tenant-blocked': () =>
      'Microsoft ne permet pas à cette organisation d’utiliser l’application en ce moment.',
    'cause.tenant-not-named': () => 'Microsoft n’a pas pu déterminer de quelle organisation il s’agit.',
    'cause.several-accounts': () =>
      'Microsoft ne peut pas savoir quel compte utiliser. Plusieurs sont peut-être connectés.',
    'cause.not-signed-in': () => 'Avant de pouvoir interroger Microsoft, nous devons savoir qui vous êtes.',
    'cause.session-expired': () => 'Votre session a expiré.',
    'cause.multi-factor-needed': () =>
      'Votre organisation souhaite que vous confirmiez la connexion par une seconde étape.',
    'cause.conditional-access': () =>
      'Une stratégie de sécurité de votre organisation n’autorise pas cet accès.',
    'cause.device-not-compliant': () =>
      'Une stratégie de sécurité de votre organisation exige un appareil géré.',
    'cause.account-locked': () =>
      'Ce compte est verrouillé pour le moment, ou Microsoft ne fait pas confiance au réseau d’où il vient.',
    'cause.account-restricted': () =>
      'Microsoft ne laisse pas ce compte utiliser des applications de ce type.',
    'cause.other-cloud': () =>
      'ExtendSync est configuré pour un autre cloud de Microsoft que celui de votre organisation. C’est à nous de le corriger.',
    'cause.loop-detected': () =>
      'Microsoft a été interrogé trop souvent en peu de temps et demande une pause.',
    'cause.throttled': () => 'Microsoft est très sollicité et nous a demandé d’attendre un peu.',
    'cause.microsoft-unavailable': () =>
      'Le service de connexion de Microsoft rencontre un problème en ce moment.',
    'cause.network-unreachable': () => 'Nous n’avons pas pu joindre Microsoft par le réseau.',
    'cause.service-unavailable': () => 'Notre propre service est injoignable en ce moment.',
    'cause.newer-version': () => 'ExtendSync a sans doute été mis à jour. Fermez-le, puis rouvrez-le.',
    'cause.host-unavailable': () => 'Outlook ne nous a pas répondu.',
    'cause.consent-or-sign-in': () =>
      'Outlook demande une connexion ou une approbation, sans préciser laquelle.',
    'cause.other-tenant': () => 'Vous utilisez un compte d’une autre organisation.',
    'cause.personal-mailbox': () => 'C’est une boîte aux lettres personnelle',
    'cause.mailbox-not-placed': () =>
      'Nous n’avons pas pu savoir à quelle organisation appartient cette boîte aux lettres.',
    'cause.cancelled': () => 'La connexion a été annulée.',
    'cause.popup-blocked': () =>
      'La fenêtre de connexion a été bloquée. Autorisez les fenêtres contextuelles pour Outlook et réessayez.',
    'cause.request-malformed': () =>
      'Microsoft n’a pas accepté notre façon de demander. C’est à nous de corriger cela.',
    'cause.page-failed': () => 'Cette page ou votre navigateur a empêché notre question à Microsoft.',
    'cause.unrecognised': () => 'Microsoft a donné une réponse que nous ne connaissons pas.',

    'next.approve': () => 'Un administrateur peut l’approuver.',
    'next.ask-admin': () => 'Demandez à votre administrateur de l’approuver.',
    'next.sign-in': () => 'Veuillez vous reconnecter.',
    'next.sign-in-with-other-account': () => 'Connectez-vous avec le compte de cette boîte aux lettres.',
    'next.ask-admin-to-assign': () =>
      'Demandez à votre administrateur de vous ajouter aux personnes qui peuvent utiliser ExtendSync.',
    'next.ask-admin-to-enable': () => 'Demandez à votre administrateur de le réactiver.',
    'next.ask-admin-to-enable-account': () => 'Demandez à votre administrateur de réactiver votre compte.',
    'next.ask-admin-about-policy': () =>
      'Montrez à votre administrateur le code ci-dessous\u202f; il aide à trouver la stratégie.',
    'next.ask-admin-about-refusal': () =>
      'Montrez à votre administrateur le code ci-dessous\u202f; il aide à trouver la cause.',
    'next.wait-and-retry': () => 'Vous n’avez rien à faire\u00a0: nous réessayons automatiquement.',
    'next.open-help': () => '«\u00a0Aide\u00a0» montre ce qui peut bloquer.',
    'next.confirm-as-admin': () => 'Un administrateur peut le confirmer.',
    'next.contact-support': () => 'Si cela persiste, envoyez le code ci-dessous à notre support.',
  },
  labels: {
    'organisation.label': () => 'Organisation',
    'organisation.confirmed': ({ atMs }, format) => `Confirmé par Microsoft\u00a0: ${format.moment(atMs)}`,

    'permissions.title': ({ count }, format) => `Ce que demande ExtendSync (${format.number(count)})`,
    'permissions.all-granted': ({ count }, format) =>
      format.plural(count, {
        one: 'L’autorisation nécessaire est accordée',
        other: `Les ${permissions(count, format)} sont accordées`,
      }),
    'permissions.all-required-granted': ({ count }, format) =>
      `Les ${format.number(count)} autorisations nécessaires sont accordées`,
    'permissions.some-granted': ({ count, granted }, format) =>
      `${format.number(granted)} sur ${permissions(count, format)} ${format.plural(granted, { one: 'accordée', other: 'accordées' })}`,

    'checks.busy': () => 'Microsoft est interrogé…',
    'checks.last': ({ atMs }, format) => `Vérifié\u00a0: ${format.moment(atMs)}`,
    'checks.next': ({ atMs }, format) => `Prochaine vérification\u00a0: ${format.moment(atMs)}`,
    'checks.paused-hidden': () => 'En pause tant que le volet est masqué',

    'later.loading': () => 'Chargement de cette partie',
    'later.failed': () =>
      'Cette partie n’a pas pu être chargée. Le réseau est-il disponible\u202f? Si oui, fermez ExtendSync, puis rouvrez-le.',
    'later.again': () => 'Réessayer',

    'details.title': () => 'Pour votre administrateur ou notre support',
    'details.code': () => 'Code de Microsoft',
    'details.correlation-id': () => 'ID de corrélation',

    'actions.more': () => 'Plus d’options',
  },
};
