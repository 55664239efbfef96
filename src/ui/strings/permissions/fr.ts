import type { PermissionCatalogue } from './catalogue';

export const permissionsFr: PermissionCatalogue = {
  reasons: {
    'reason.delegated:openid': () => 'Vous connecter avec votre compte professionnel',
    'reason.delegated:profile': () => 'Connaître votre nom, pour vous saluer et signer ce que vous partagez',
    'reason.delegated:email': () => 'Connaître votre adresse, pour trouver la bonne boîte aux lettres',
    'reason.delegated:offline_access': () =>
      'Garder votre session ouverte, pour que vous n’ayez pas à vous reconnecter à chaque fois',
    'reason.delegated:User.Read': () => 'Lire votre profil, pour l’afficher dans ExtendSync',
    'reason.delegated:Mail.ReadWrite': () => 'Lire et classer vos messages, pour les garder synchronisés',
    'reason.delegated:MailboxSettings.ReadWrite': () =>
      'Lire et modifier les paramètres de votre boîte aux lettres, comme les catégories, les règles et le fuseau horaire',
    'reason.delegated:Mail.ReadWrite.Shared': () =>
      'Faire de même dans les boîtes aux lettres partagées avec vous',
    'reason.delegated:Directory.Read.All': () =>
      'Permettre à un administrateur de confirmer que l’approbation vaut pour tous\u202f; personne ne voit plus qu’il ne le peut déjà',
    'reason.application:Mail.ReadWrite': () =>
      'Permettre à Autopilot de garder les boîtes aux lettres synchronisées sans que personne ne soit connecté',
    'reason.application:User.Read.All': () => 'Trouver les personnes pour qui Autopilot travaille',
    'reason.application:Directory.Read.All': () =>
      'Lire les groupes et voir que cette approbation est en place',
    'reason.application:Calendars.ReadWrite': () =>
      'Permettre à Autopilot de garder les calendriers synchronisés',
    'reason.other': () => 'Nécessaire à une partie plus récente d’ExtendSync',
  },
  labels: {
    'permission.optional': () => 'facultative',
    'permissions.delegated': () => 'Au nom de la personne connectée',
    'permissions.application': () => 'De manière autonome, sans personne connectée',
    'permissions.sign-in': () => 'Vous connecter et connaître votre nom et votre adresse',
    'permission.granted': () => 'Accordée',
    'permission.granted-to-you': () => 'Pour vous seulement',
    'permission.held-by-you': () => 'Accordée pour vous',
    'permission.missing': () => 'Manquante',
    'permission.not-known': () => 'Inconnue',
  },
};
