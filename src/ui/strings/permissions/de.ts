import type { PermissionCatalogue } from './catalogue';

export const permissionsDe: PermissionCatalogue = {
  reasons: {
    'reason.delegated:openid': () => 'Sie mit Ihrem Arbeitskonto anmelden',
    'reason.delegated:profile': () =>
      'Ihren Namen kennen, für die Anrede und als Absender, wenn Sie etwas teilen',
    'reason.delegated:email': () => 'Ihre Adresse kennen, um das richtige Postfach zu finden',
    'reason.delegated:offline_access': () =>
      'Sie angemeldet lassen, damit Sie sich nicht jedes Mal neu anmelden müssen',
    'reason.delegated:User.Read': () => 'Ihr Profil lesen, um es in ExtendSync zu zeigen',
    'reason.delegated:Mail.ReadWrite': () =>
      'Ihre Nachrichten lesen und ablegen, damit sie abgeglichen bleiben',
    'reason.delegated:MailboxSettings.ReadWrite': () =>
      'Einstellungen Ihres Postfachs lesen und setzen, etwa Kategorien, Regeln und Zeitzone',
    'reason.delegated:Mail.ReadWrite.Shared': () => 'Dasselbe in Postfächern, die für Sie freigegeben sind',
    'reason.delegated:Directory.Read.All': () =>
      'Jemand aus der Administration kann bestätigen, dass die Zustimmung für alle gilt; niemand sieht dadurch mehr als bisher',
    'reason.application:Mail.ReadWrite': () =>
      'Postfächer durch Autopilot abgleichen, auch wenn niemand angemeldet ist',
    'reason.application:User.Read.All': () => 'Die Personen finden, für die Autopilot arbeitet',
    'reason.application:Directory.Read.All': () =>
      'Gruppen lesen und erkennen, dass diese Zustimmung vorliegt',
    'reason.application:Calendars.ReadWrite': () => 'Kalender durch Autopilot abgleichen',
    'reason.other': () => 'Wird von einem neueren Teil von ExtendSync gebraucht',
  },
  labels: {
    'permission.optional': () => 'optional',
    'permissions.delegated': () => 'Im Namen der angemeldeten Person',
    'permissions.application': () => 'Selbstständig, ohne dass jemand angemeldet ist',
    'permissions.sign-in': () => 'Sie anmelden und Ihren Namen und Ihre Adresse kennen',
    'permission.granted': () => 'Erteilt',
    'permission.granted-to-you': () => 'Nur für Sie',
    'permission.held-by-you': () => 'Ihnen erteilt',
    'permission.missing': () => 'Fehlt',
    'permission.not-known': () => 'Nicht bekannt',
  },
};
