import type { PermissionCatalogue } from './catalogue';

export const permissionsEs: PermissionCatalogue = {
  reasons: {
    'reason.delegated:openid': () => 'Iniciar su sesión con la cuenta de trabajo',
    'reason.delegated:profile': () => 'Conocer su nombre, para saludarle y firmar lo que comparta',
    'reason.delegated:email': () => 'Conocer su dirección, para encontrar el buzón correcto',
    'reason.delegated:offline_access': () =>
      'Mantener su sesión iniciada, para que no tenga que iniciarla cada vez',
    'reason.delegated:User.Read': () => 'Leer su perfil, para mostrarlo en ExtendSync',
    'reason.delegated:Mail.ReadWrite': () => 'Leer y organizar sus mensajes, para mantenerlos sincronizados',
    'reason.delegated:MailboxSettings.ReadWrite': () =>
      'Leer y cambiar la configuración de su buzón, como las categorías, las reglas y la zona horaria',
    'reason.delegated:Mail.ReadWrite.Shared': () =>
      'Hacer lo mismo en los buzones que se comparten con usted',
    'reason.delegated:Directory.Read.All': () =>
      'Que un administrador pueda confirmar que la aprobación vale para todos; nadie ve más de lo que ya puede ver',
    'reason.application:Mail.ReadWrite': () =>
      'Permitir que Autopilot mantenga sincronizados los buzones aunque nadie haya iniciado sesión',
    'reason.application:User.Read.All': () => 'Encontrar a las personas para las que trabaja Autopilot',
    'reason.application:Directory.Read.All': () =>
      'Leer los grupos y comprobar que esta aprobación está vigente',
    'reason.application:Calendars.ReadWrite': () =>
      'Permitir que Autopilot mantenga sincronizados los calendarios',
    'reason.other': () => 'Lo necesita una parte más reciente de ExtendSync',
  },
  labels: {
    'permission.optional': () => 'opcional',
    'permissions.delegated': () => 'En nombre de la persona que inició sesión',
    'permissions.application': () => 'Por sí mismo, sin que nadie haya iniciado sesión',
    'permissions.sign-in': () => 'Iniciar su sesión y conocer su nombre y su dirección',
    'permission.granted': () => 'Concedido',
    'permission.granted-to-you': () => 'Solo para usted',
    'permission.held-by-you': () => 'Concedido a usted',
    'permission.missing': () => 'Falta',
    'permission.not-known': () => 'Desconocido',
  },
};
