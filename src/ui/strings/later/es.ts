import type { DiagnosisValues } from '../../../core/support/diagnosis/diagnosis';
import { permissionsEs } from '../permissions/es';
import type { LaterCatalogue } from './later-messages';

const mailbox = ({ mailDomain }: DiagnosisValues): string =>
  mailDomain === undefined ? 'Este buzón' : `Este buzón (${mailDomain})`;
const account = ({ accountDomain }: DiagnosisValues): string =>
  accountDomain === undefined ? 'su cuenta' : `su cuenta (${accountDomain})`;

const our = (organisation: string | undefined): string => organisation ?? 'nuestra organización';

export const laterEs: LaterCatalogue = {
  messages: {
    ...permissionsEs.reasons,
    ...permissionsEs.labels,

    'situation-hint.autopilot-on': () =>
      'La aprobación llegó al activarlo. Si Microsoft no la confirma, la pedimos.',
    'situation-hint.autopilot-everyone': () => 'Al activarlo se pide la aprobación automáticamente.',
    'situation-hint.autopilot-groups': () =>
      'Después de la aprobación, un administrador limita el acceso a su grupo en Exchange.',
    'situation-hint.no-autopilot': () => 'ExtendSync solo trabaja mientras alguien lo usa.',
    'situation-hint.group-edition': () => 'Sus equipos trabajan en buzones compartidos.',
    'situation-hint.not-sure': () => 'Pedimos todo lo que ExtendSync pueda necesitar.',

    'notice.sign-in-window': () => 'Continúe en la ventana de inicio de sesión.',
    'notice.window-unseen': () =>
      'Outlook ya no ve la ventana de Microsoft. Si sigue abierta, continúe en ella; si la ha cerrado, empiece de nuevo. Una aprobación aparecerá aquí por sí sola.',

    'action.remind': () => 'Enviar un recordatorio',
    'action.share-draft': () => 'Escribir un mensaje en Outlook',
    'action.share-copy': () => 'Copiar el enlace',
    'action.share-mail': () => 'Usar otro programa de correo',
    'action.share-teams': () => 'Compartir en Teams',

    'shared.draft': () => 'Abrió un mensaje en Outlook',
    'shared.copy': () => 'Copió el enlace',
    'shared.mail': () => 'Eligió otro programa de correo',
    'shared.teams': () => 'Abrió Teams para compartirlo',
    'shared.screen': () => 'Lo mostró en la pantalla',
    'shared.reminder': () => 'Abrió un recordatorio',

    'share-done.draft': () => 'El mensaje está abierto. Pulse Enviar en Outlook.',
    'share-done.copy': () => 'Copiado. Péguelo en un chat o un correo.',
    'share-done.mail': () =>
      'Si se ha abierto su programa de correo, envíe el mensaje desde allí. Si no se ha abierto nada, elija otra forma.',
    'share-done.teams': () => 'Teams se abre en otra ventana. Elija allí a quién enviarlo.',

    'share-failed.draft': () =>
      'Outlook no ha abierto ningún mensaje por ahora. Si no se abre, pruebe otra de las opciones.',
    'share-failed.copy': () =>
      'El navegador no ha permitido copiar. Seleccione el enlace de arriba y presione Ctrl+C (⌘C en un Mac).',
    'share-failed.mail': () => 'No se ha abierto ningún programa de correo. Pruebe otra de las opciones.',
    'share-failed.teams': () => 'Teams no se ha abierto. Pruebe otra de las opciones.',

    'history.opened': () => 'Se abrió el enlace',
    'history.returned': () => 'Alguien volvió de la página de Microsoft',
    'history.denied': () => 'Se rechazó la solicitud',
    'history.expired': () => 'Se agotó el tiempo de un intento',
    'history.withdrawn': () => 'Se retiró la solicitud',
    'history.proved': () => 'Microsoft ha demostrado la aprobación',
    'history.role-too-small': () => 'Lo intentó alguien cuyo rol no basta',
    'history.left': () => 'Alguien salió de la página de Microsoft sin aprobar',
    'history.failed': () => 'Microsoft notificó un error en un intento',
    'history.other-tenant': () => 'Alguien aprobó para otra organización',
    'history.granted': () => 'Microsoft confirmó la aprobación',

    'handed-over.copy': () => 'Copiado.',
    'handed-over.withdrawal': () => 'Solicitud retirada. El enlace ya no funciona.',
    'handed-over.diagnostics-download': () => 'El archivo se ha guardado. Adjúntelo a su mensaje.',
    'handed-over.diagnostics-copy': () => 'Se ha copiado el texto del archivo. Péguelo en su mensaje.',
    'handed-over.letter-support': () => 'El mensaje está abierto. Cuente qué ha ocurrido y envíelo.',
    'handed-over.letter-deletion': () => 'El mensaje está abierto. Léalo y envíelo.',
    'handed-over.letter-assign': () => 'El mensaje está abierto. Elija a su administrador y envíelo.',
    'handed-over.letter-enable': () => 'El mensaje está abierto. Elija a su administrador y envíelo.',
    'handed-over.letter-enable-account': () => 'El mensaje está abierto. Elija a su administrador y envíelo.',
    'handed-over.letter-policy': () => 'El mensaje está abierto. Elija a su administrador y envíelo.',
    'handed-over.letter-refusal': () => 'El mensaje está abierto. Elija a su administrador y envíelo.',
    'handed-over.mail-support': () =>
      'Si se ha abierto su programa de correo, envíe el mensaje desde allí. Si no se ha abierto nada, escriba directamente a nuestro soporte técnico.',
    'handed-over.mail-deletion': () =>
      'Si se ha abierto su programa de correo, envíe el mensaje desde allí. Si no se ha abierto nada, escriba directamente a nuestro soporte técnico.',
    'handed-over.mail-assign': () =>
      'Si se ha abierto su programa de correo, elija allí a su administrador y envíe el mensaje. Si no se ha abierto nada, escriba usted a su administrador.',
    'handed-over.mail-enable': () =>
      'Si se ha abierto su programa de correo, elija allí a su administrador y envíe el mensaje. Si no se ha abierto nada, escriba usted a su administrador.',
    'handed-over.mail-enable-account': () =>
      'Si se ha abierto su programa de correo, elija allí a su administrador y envíe el mensaje. Si no se ha abierto nada, escriba usted a su administrador.',
    'handed-over.mail-policy': () =>
      'Si se ha abierto su programa de correo, elija allí a su administrador y envíe el mensaje. Si no se ha abierto nada, escriba usted a su administrador.',
    'handed-over.mail-refusal': () =>
      'Si se ha abierto su programa de correo, elija allí a su administrador y envíe el mensaje. Si no se ha abierto nada, escriba usted a su administrador.',
    'not-handed-over.copy': () =>
      'El navegador no ha permitido copiar. Seleccione el texto y presione Ctrl+C (⌘C en un Mac).',
    'not-handed-over.withdrawal': () =>
      'Nuestro servicio todavía no ha confirmado que la solicitud esté retirada, así que el enlace quizá siga funcionando. Lo intentamos de nuevo sin que haga nada, también la próxima vez que abra este panel.',
    'not-handed-over.straight-withdrawal': () =>
      'Este panel ya no espera la aprobación. El enlace lleva directamente a Microsoft y no se puede retirar: sigue funcionando.',
    'not-handed-over.request': () =>
      'El enlace de su solicitud ya no funciona: han pasado sus 30 días o nuestro servicio ya no la tiene. Vuelva a pedir la aprobación.',
    'not-handed-over.diagnostics-download': () =>
      'El navegador no ha guardado el archivo. En su lugar, copie el texto.',
    'not-handed-over.diagnostics-copy': () =>
      'El navegador no ha permitido copiar. Abra el archivo más abajo, seleccione su texto y presione Ctrl+C (⌘C en un Mac).',
    'not-handed-over.letter-support': () =>
      'No se ha abierto ningún programa de correo. Escriba directamente a nuestro soporte técnico.',
    'not-handed-over.letter-deletion': () =>
      'No se ha abierto ningún programa de correo. Escriba directamente a nuestro soporte técnico.',
    'not-handed-over.letter-assign': () =>
      'No se ha abierto ningún programa de correo. Escriba usted a su administrador.',
    'not-handed-over.letter-enable': () =>
      'No se ha abierto ningún programa de correo. Escriba usted a su administrador.',
    'not-handed-over.letter-enable-account': () =>
      'No se ha abierto ningún programa de correo. Escriba usted a su administrador.',
    'not-handed-over.letter-policy': () =>
      'No se ha abierto ningún programa de correo. Escriba usted a su administrador.',
    'not-handed-over.letter-refusal': () =>
      'No se ha abierto ningún programa de correo. Escriba usted a su administrador.',

    'dialog-ended.popup-blocked': () =>
      'Se ha bloqueado la ventana. Permita las ventanas emergentes para Outlook e inténtelo de nuevo, o pídaselo a su administrador con un enlace.',
    'dialog-ended.already-open': () =>
      'Hay abierta otra ventana de un complemento. Ciérrela e inténtelo de nuevo.',
    'dialog-ended.not-supported': () =>
      'Outlook no puede abrir la ventana aquí. Pídaselo a su administrador con un enlace.',
    'dialog-ended.dialog-failed': () =>
      'La ventana no ha aparecido. Inténtelo de nuevo o pídaselo a su administrador con un enlace.',
    'dialog-ended.denied': () =>
      'La aprobación se ha rechazado en la página de Microsoft. No ha cambiado nada.',
    'dialog-ended.left': () => 'Ha salido de la página de Microsoft sin aprobar. No ha cambiado nada.',
    'dialog-ended.role-too-small': () =>
      'Su rol no basta para aprobar estos permisos. Pase el enlace a un administrador que pueda hacerlo.',
    'dialog-ended.expired': () =>
      'Han pasado más de los cinco minutos que puede durar un intento. Empiece de nuevo.',
    'dialog-ended.repeated': () => 'Esa respuesta ya se había usado. Empiece de nuevo.',
    'dialog-ended.forged': () =>
      'Ha llegado una respuesta que no habíamos pedido y la hemos descartado. Empiece de nuevo desde aquí.',
    'dialog-ended.other-tenant': () =>
      'La aprobación se ha dado para otra organización, no para la de este buzón. Empiece de nuevo e inicie sesión en Microsoft con una cuenta de la organización de este buzón.',
    'dialog-ended.failed': () =>
      'Microsoft ha comunicado un error. Empiece de nuevo; si continúa, póngase en contacto con nuestro soporte técnico.',
    'dialog-ended.look-may-not-read': () =>
      'La cuenta con la que se inició sesión no puede ver qué se ha concedido en la organización. Pase el enlace a un administrador que sí pueda.',
    'dialog-ended.accepted': () =>
      'Microsoft ha recibido la aprobación. Lo que impide el acceso a esta cuenta se puede cambiar en el Centro de administración de Microsoft Entra. En Aplicaciones empresariales, ExtendSync, lo indican los registros de inicio de sesión.',
    'dialog-ended.look-blocked': () =>
      'Microsoft no ha admitido la cuenta con la que se inició sesión; los registros de inicio de sesión del Centro de administración de Microsoft Entra indican el motivo. Quizá no esté entre las personas que pueden usar ExtendSync. Cuando lo haya corregido, vuelva a confirmar.',
    'dialog-ended.look-sign-in-needed': () =>
      'Microsoft solo muestra qué se ha concedido tras iniciar sesión, y el inicio de sesión no se completó. Vuelva a confirmar e inicie sesión allí como administrador.',
    'dialog-ended.look-other-tenant': () =>
      'La cuenta con la que se inició sesión no es de la organización de este buzón. Vuelva a confirmar con una cuenta de esta organización.',

    'situation.chosen': () => 'Elegido',

    'steps.title': () => 'Qué hay que hacer',
    'situation-step.switch-autopilot-on': () => 'Activar Autopilot en la administración de ExtendSync',
    'situation-step.grant-for-organisation': () => 'Aprobar ExtendSync para toda la organización',
    'situation-step.verify-consent': () => 'Microsoft confirma la aprobación',
    'situation-step.check-autopilot-prerequisites': () =>
      'Comprobar qué más necesita Autopilot, en la administración de ExtendSync',
    'situation-step.choose-group': () => 'Elegir el grupo para el que trabaja Autopilot',
    'situation-step.limit-in-exchange': () => 'Limitar el acceso al grupo en Exchange',
    'situation-step.revoke-unlimited-in-entra': () =>
      'En Microsoft Entra, revocar los permisos que ahora limita Exchange',
    'situation-step.test-limit': () => 'Probar el límite con un buzón del grupo y otro de fuera',
    'situation-step.check-shared-mailboxes': () => 'Abrir un buzón compartido y ver si funciona',
    'step.done': () => 'Hecho',
    'step.next': () => 'Siguiente',
    'step.later': () => 'Más adelante',

    'attempt.until': ({ atMs }, format) =>
      `Dispone de tiempo hasta este momento: ${format.moment(atMs)}; después, se empieza de nuevo con un clic.`,

    'share.link': () => 'Enlace para su administrador',
    'share.link-being-made': () => 'Creando el enlace…',
    'share.ways': () => '¿Cómo quiere enviarlo?',
    'share.message': () => 'Leer antes el mensaje',
    'share.subject': () => 'Asunto',
    'share.language': () => 'Idioma del mensaje',

    'pending.title': () => 'Su solicitud',
    'pending.story': () => 'Cómo se aprobó',
    'pending.asked': ({ withWhom }) => `Se pidió a: ${withWhom}`,
    'pending.with-whom': () => '¿A quién se lo pidió?',
    'pending.with-whom-hint': () => 'Un nombre, solo para usted',
    'pending.noted': () => 'Anotado',
    'pending.at': ({ atMs }, format) => format.moment(atMs),
    'pending.expires': ({ atMs }, format) =>
      `El enlace es válido hasta este momento: ${format.moment(atMs)}.`,

    'withdraw.question': () => '¿Retirar la solicitud? El enlace deja de funcionar enseguida.',
    'withdraw.yes': () => 'Retirarla',
    'withdraw.no': () => 'Mantenerla',
    'forget.question': () =>
      '¿Dejar de esperar la aprobación? El enlace lleva directamente a Microsoft y no se puede retirar: seguirá funcionando.',
    'forget.yes': () => 'Dejar de esperar',

    'link.opens-outside': () => 'se abre fuera de Outlook',

    'showing.code': () => 'Código QR del enlace, para escanearlo con un teléfono',
    'showing.link': () => 'O escriba esta dirección',
    'showing.phone.title': () => 'En el teléfono del administrador',
    'showing.phone.scan': () => 'Apunte la cámara al código y abra el enlace.',
    'showing.phone.sign-in': () =>
      'Lea la página, continúe hacia Microsoft e inicie sesión como administrador.',
    'showing.phone.sign-in-there': () => 'Inicie sesión en Microsoft como administrador.',
    'showing.phone.accept': () => 'Revise lo que muestra Microsoft y acepte.',
    'showing.phone.then': () => 'Este panel detecta el resultado por sí solo. Aquí no hay que escribir nada.',
    'showing.check.title': () => 'Qué debe mostrar la página de Microsoft',
    'showing.application': () => 'Aplicación',
    'showing.client-id': () => 'Id. de aplicación (cliente)',
    'showing.copy': () => 'Copiar el enlace',

    'group.name': () => 'Grupo',
    'group.name-hint': () =>
      'Nombre, alias, dirección o id. de un grupo de seguridad habilitado para correo, una lista de distribución o un grupo de Microsoft 365.',
    'group.make': () => 'Crear el script',
    'group.adds-up': () => 'Los permisos concedidos se suman',
    'group.open-entra': () => 'Abrir las aplicaciones empresariales en Entra',
    'group.script': () => 'Script para Exchange Online PowerShell',
    'group.script-lead': ({ group }) =>
      `Limita ExtendSync a los buzones de «${group}». Léalo y ejecútelo después en PowerShell. Pregunta antes de cada cambio y se puede volver a ejecutar.`,
    'group.script-copy': () => 'Copiar el script',
    'group.roles': ({ roles }, format) => `Roles que asigna: ${format.list(roles)}.`,
    'group.notes': () => 'Conviene saberlo',
    'group.test': () => 'Ver si funciona',
    'group.test-lead': () =>
      'Este script solo consulta. Pruébelo con un buzón del grupo y después con otro de fuera: «InScope» debe indicar True y luego False.',
    'group.mailbox': () => 'Buzón para la prueba (puede quedar vacío)',
    'group.mailbox-hint': () => 'Dirección, alias o nombre.',
    'group.test-script': () => 'Script que prueba el límite',
    'group.test-copy': () => 'Copiar la prueba',
    'group.nothing-to-limit': () =>
      'Aquí no hay nada que Exchange pueda limitar. Póngase en contacto con nuestro soporte técnico.',
    'group.problem.empty': () => 'Indique el grupo.',
    'group.problem.too-long': () => 'Ningún nombre es tan largo: 256 caracteres como máximo.',
    'group.problem.control-characters': () => 'Contiene un salto de línea u otro carácter de control.',
    'group.problem.hidden-characters': () =>
      'Contiene caracteres que no se ven. Escriba el nombre en lugar de pegarlo.',
    'group.problem.broken-characters': () => 'Contiene un carácter incompleto. Escriba el nombre de nuevo.',
    'group.problem.wildcard': () =>
      'Un asterisco representa cualquier texto y podría referirse a otro grupo. Indique el nombre completo.',
    'exchange-note.exchange-administrator-needed': () =>
      'Se necesita un Administrador de Exchange o un miembro de Organization Management.',
    'exchange-note.grants-add-up': ({ scopes }, format) =>
      `Lo que Microsoft Entra ha concedido para todos sigue vigente junto a este límite. Después del script, revoque allí como permiso de aplicación: ${format.list(scopes)}. Solo entonces queda limitado ExtendSync.`,
    'exchange-note.new-consent-undoes-limit': ({ scopes }, format) =>
      `Si más adelante un administrador vuelve a aprobarlo todo, estos permisos se concederán otra vez para todos y habrá que revocarlos de nuevo: ${format.list(scopes)}.`,
    'exchange-note.not-limited': ({ scopes }, format) =>
      `Exchange no tiene ningún límite para ${format.list(scopes)}: estos permisos siguen alcanzando a toda la organización.`,
    'exchange-note.direct-members-only': () =>
      'Solo cuentan los miembros directos, no los de los grupos que haya dentro del grupo.',
    'exchange-note.takes-effect-later': ({ fromMinutes, toMinutes }, format) =>
      `Un cambio tarda entre ${format.number(fromMinutes)} y ${format.number(toMinutes)} minutos en surtir efecto. La prueba no lo espera.`,
    'exchange-note.replaces-access-policies': () =>
      'Esto sustituye a las directivas de acceso a aplicaciones (Application Access Policies), que Microsoft está retirando.',

    'manage.confirmed': ({ atMs }, format) =>
      `Microsoft confirmó el acceso para toda la organización (${format.moment(atMs)}).`,
    'manage.confirmed.for-you': ({ atMs }, format) =>
      `Microsoft confirmó el acceso a su cuenta (${format.moment(atMs)}). El acceso para toda la organización no está confirmado.`,
    'manage.not-confirmed': () => 'En este momento no hay ningún acceso confirmado.',
    'manage.situation': () => 'Modo de uso',
    'manage.granted': () => 'Qué está concedido',
    'manage.revoke': () => 'Retirar el acceso',
    'manage.revoke-lead': () => 'Un administrador puede hacerlo en cualquier momento, sin nosotros.',
    'manage.revoke.open': () => 'Abra Microsoft Entra, Aplicaciones empresariales.',
    'manage.revoke.find': () =>
      'Busque ExtendSync por su nombre o por el id. de aplicación que figura abajo.',
    'manage.revoke.permissions': () => 'Para retirar permisos concretos: Permisos y, después, Revocar.',
    'manage.revoke.delete': () => 'Para retirarlo todo: Propiedades y, después, Eliminar.',
    'manage.revoke.after': () =>
      'ExtendSync deja de funcionar para todos en una hora, aproximadamente. Este panel lo detecta en la próxima comprobación.',
    'manage.open-entra': () => 'Abrir Microsoft Entra',
    'manage.client-id': () => 'Id. de aplicación (cliente)',
    'manage.copy-client-id': () => 'Copiar el id.',
    'manage.deletion': () => 'Pedir que se eliminen sus datos',
    'manage.deletion-lead': () =>
      'La revocación detiene el acceso. Lo que ExtendSync guarda de su organización se elimina a petición. Preparamos el mensaje; usted lo lee y lo envía.',
    'manage.deletion-open': () => 'Preparar la petición',

    'help.diagnoses': () => 'Comprobaciones',
    'help.now': () => 'Cómo está ahora',
    'help.running': () => 'Comprobando…',
    'help.passed': ({ count }, format) =>
      format.plural(count, {
        one: 'Una comprobación superada',
        other: `${format.number(count)} comprobaciones superadas`,
      }),
    'help.run-again': () => 'Comprobar de nuevo',
    'help.code': ({ code }) => `Código de Microsoft: ${code}`,
    'help.correlation-id': ({ correlationId }) => `Id. de correlación: ${correlationId}`,
    'help.support': () => 'Preguntar a nuestro soporte técnico',
    'help.support-lead': () =>
      'Un archivo de diagnóstico nos dice qué ha ocurrido. Primero guárdelo o cópielo; después, agréguelo al mensaje.',
    'help.letter': () => 'Escribir al soporte técnico',
    'letter.no-address': () =>
      'Aquí no hay ninguna dirección configurada. Envíe el mensaje a quien le proporciona ExtendSync.',
    'help.download': () => 'Guardar el archivo',
    'help.copy': () => 'Copiar el texto del archivo',
    'help.file': () => 'Ver qué contiene el archivo',
    'help.file-holds': () =>
      'Contiene: versiones, el tipo de Outlook, resultados con los códigos y los id. de correlación de Microsoft, las horas de las comprobaciones, y el id. y el dominio de correo de la organización.',
    'help.file-never': () =>
      'No contiene: tokens de inicio de sesión, mensajes, direcciones, nombres de personas ni enlaces.',
    'help.file-loading': () => 'Creando el archivo',
    'help.file-text': () => 'Texto del archivo de diagnóstico',

    'diagnosis.service-reachable': () => 'Si nuestro servicio responde',
    'diagnosis.sign-in-kind': () => 'Cómo se inicia su sesión',
    'diagnosis.storage-allowed': () => 'Qué conserva el navegador',
    'diagnosis.mailbox-of-account': () => 'Buzón y cuenta',
    'diagnosis.alias-domain': () => 'Los dominios del buzón y de la cuenta',
    'diagnosis.consultant': () => 'En qué organización trabaja',
    'diagnosis.consent-tenant': () => 'Qué organización aprobó',
    'diagnosis.user-assigned': () => 'Quién puede usar ExtendSync',
    'diagnosis.application-enabled': () => 'Si ExtendSync está activado',
    'diagnosis.conditional-access': () => 'La directiva de seguridad de la organización',
    'diagnosis.grant-spread': () => 'Hasta dónde ha llegado la aprobación',
    'diagnosis.consent-breadth': () => 'Para quién es la aprobación',

    'diagnosis-result.passed': () => 'Correcto',
    'diagnosis-result.failed': () => 'Requiere atención',
    'diagnosis-result.not-known': () => 'Desconocido',
    'diagnosis-result.does-not-apply': () => 'No procede',

    'diagnosis.service-reachable.as-it-should-be': () => 'Respondió a la última comprobación.',
    'diagnosis.service-reachable.offline': () => 'Parece que no tiene conexión, así que no se puede saber.',
    'diagnosis.service-reachable.throttled': () => 'Está ocupado y nos ha pedido que esperemos un poco.',
    'diagnosis.service-reachable.no-answer': () =>
      'No ha respondido. Sin él, nadie puede demostrar una aprobación para toda la organización.',
    'diagnosis.service-reachable.not-asked-yet': () => 'Todavía no se le ha preguntado.',

    'diagnosis.sign-in-kind.as-it-should-be': () => 'Outlook inicia la sesión automáticamente.',
    'diagnosis.sign-in-kind.standard-client': () =>
      'Este Outlook deja el inicio de sesión en manos de una ventana de Microsoft. También funciona.',
    'diagnosis.sign-in-kind.outside-outlook': () => 'El panel se ejecuta fuera de Outlook.',
    'diagnosis.sign-in-kind.host-silent': () =>
      'Outlook no ha respondido. Por lo general ayuda cerrarlo y volver a abrirlo.',
    'diagnosis.sign-in-kind.not-asked-yet': () => 'Outlook todavía no nos lo ha dicho.',

    'diagnosis.storage-allowed.as-it-should-be': () => 'El navegador permite que ExtendSync lo conserve.',
    'diagnosis.storage-allowed.blocked': () =>
      'El navegador no conserva nada para las páginas incrustadas en otras, así que el inicio de sesión se pierde cada vez.',
    'diagnosis.storage-allowed.blocked-not-needed': () =>
      'El navegador no conserva nada aquí, pero Outlook sí, así que no falta nada.',
    'diagnosis.storage-allowed.maybe-blocked': () =>
      'Microsoft no ve ningún inicio de sesión. O no lo hay, o el navegador lo oculta a las páginas incrustadas en otras.',
    'diagnosis.storage-allowed.not-asked-yet': () => 'Todavía no había nada que conservar.',

    'diagnosis.mailbox-of-account.as-it-should-be': (values) =>
      `${mailbox(values)} y ${account(values)} son de la misma organización.`,
    'diagnosis.mailbox-of-account.guest': () =>
      'Su cuenta es una cuenta invitada en la organización de este buzón.',
    'diagnosis.mailbox-of-account.same-domain': (values) =>
      `${mailbox(values)} y su cuenta tienen el mismo dominio.`,
    'diagnosis.mailbox-of-account.other-tenant': (values) =>
      `${mailbox(values)} es de una organización distinta de la de ${account(values)}.`,
    'diagnosis.mailbox-of-account.tenant-not-named': (values) =>
      `${mailbox(values)} solo indica su dominio. Microsoft no ha dicho de qué organización es.`,
    'diagnosis.mailbox-of-account.personal': () =>
      'Este es un buzón personal. Ninguna organización puede aprobar ExtendSync para él.',
    'diagnosis.mailbox-of-account.on-premises': () =>
      'Este buzón está en un servidor propio de su organización. ExtendSync solo llega a los buzones de Microsoft 365. Su administrador puede moverlo allí.',
    'diagnosis.mailbox-of-account.mailbox-not-known': () => 'Outlook no ha dicho qué buzón es este.',
    'diagnosis.mailbox-of-account.account-not-known': () => 'Todavía nadie ha iniciado sesión.',

    'diagnosis.alias-domain.alias': ({ mailDomain, accountDomain }) =>
      mailDomain === undefined || accountDomain === undefined
        ? 'Los dominios son distintos y ambos son de la misma organización. Todo está bien.'
        : `${mailDomain} y ${accountDomain} son de la misma organización. Todo está bien.`,
    'diagnosis.alias-domain.same-domain': () => 'Solo hay un dominio.',
    'diagnosis.alias-domain.other-tenant': () => 'Los dominios son de dos organizaciones.',
    'diagnosis.alias-domain.tenant-not-named': () =>
      'Microsoft no ha dicho si ambos son de una misma organización.',
    'diagnosis.alias-domain.mailbox-not-known': () => 'Outlook no ha dicho qué buzón es este.',
    'diagnosis.alias-domain.account-not-known': () => 'No se conoce el dominio de la cuenta.',

    'diagnosis.consultant.as-it-should-be': () => 'Su cuenta es de la organización de este buzón.',
    'diagnosis.consultant.guest': () =>
      'Aquí usa una cuenta invitada, que es de otra organización. Lo que cuenta aquí es la aprobación de la organización de este buzón. Si la marca falta en la suya, aquí puede ignorarlo.',
    'diagnosis.consultant.account-not-in-tenant': () =>
      'Microsoft no conoce su cuenta en la organización de este buzón. Si ayuda allí desde fuera, la marca de verificación que falta no es un error suyo: solo pueden verla las personas de esa organización.',
    'diagnosis.consultant.consultant-or-wrong-account': () =>
      'Ha iniciado sesión con una cuenta de otra organización. Si ayuda aquí desde fuera, es lo correcto y puede ignorar la marca de verificación que falta: las aprobaciones valen para las personas de la propia organización. Si no, es la cuenta equivocada.',
    'diagnosis.consultant.tenant-not-named': () =>
      'Microsoft no ha dicho si su cuenta es de la organización de este buzón.',
    'diagnosis.consultant.mailbox-not-known': () => 'Outlook no ha dicho qué buzón es este.',
    'diagnosis.consultant.account-not-known': () => 'Todavía nadie ha iniciado sesión.',

    'diagnosis.consent-tenant.as-it-should-be': () => 'La aprobación es para la organización de este buzón.',
    'diagnosis.consent-tenant.right-now-wrong-before': () =>
      'Ahora es correcta. Antes se aprobó otra organización por error; eso se puede deshacer.',
    'diagnosis.consent-tenant.wrong-tenant': () =>
      'Alguien aprobó para otra organización. Apruebe para la correcta con una cuenta de ella y deshaga la otra.',
    'diagnosis.consent-tenant.nobody-returned': () =>
      'Todavía nadie ha vuelto de Microsoft con una aprobación.',
    'diagnosis.consent-tenant.not-proven': () =>
      'Alguien ha vuelto de Microsoft. Aún no está demostrado que fuera para esta organización.',

    'diagnosis.user-assigned.as-it-should-be': () => 'Microsoft le permite el acceso.',
    'diagnosis.user-assigned.not-assigned': () =>
      'Su organización solo permite usar ExtendSync a determinadas personas. Un administrador puede agregarle en Usuarios y grupos.',
    'diagnosis.user-assigned.not-asked-yet': () => 'Microsoft todavía no nos lo ha dicho.',

    'diagnosis.application-enabled.as-it-should-be': () => 'Está activado en su organización.',
    'diagnosis.application-enabled.disabled': () =>
      'Está desactivado. En Propiedades se activa con «¿Habilitado para que los usuarios inicien sesión?». Si ya dice Sí, póngase en contacto con nuestro soporte técnico.',
    'diagnosis.application-enabled.not-in-tenant-yet': () =>
      'Todavía no está en su organización. Llega con la aprobación.',
    'diagnosis.application-enabled.not-asked-yet': () => 'Microsoft todavía no nos lo ha dicho.',

    'diagnosis.conditional-access.as-it-should-be': () => 'Microsoft ha permitido este acceso.',
    'diagnosis.conditional-access.policy': () => 'Una directiva de su organización no permite este acceso.',
    'diagnosis.conditional-access.device': () =>
      'Una directiva de su organización exige un dispositivo administrado.',
    'diagnosis.conditional-access.multi-factor': () =>
      'Su organización pide un segundo paso al iniciar sesión. Aparece al iniciar sesión de nuevo.',
    'diagnosis.conditional-access.not-asked-yet': () => 'Microsoft todavía no nos lo ha dicho.',

    'diagnosis.grant-spread.as-it-should-be': () => 'Se aplica en todo Microsoft.',
    'diagnosis.grant-spread.arrived': () => 'Su propio inicio de sesión la muestra.',
    'diagnosis.grant-spread.nobody-returned': () => 'No hay ninguna en camino.',
    'diagnosis.grant-spread.spreading': ({ returnedAtMs }, format) =>
      `${returnedAtMs === undefined ? 'Se dio hace un momento' : `Momento de la aprobación: ${format.moment(returnedAtMs)}`}. Puede tardar unos minutos en aplicarse en todo Microsoft.`,
    'diagnosis.grant-spread.still-refused': ({ returnedAtMs }, format) =>
      `Alguien volvió de Microsoft${returnedAtMs === undefined ? '' : ` (${format.moment(returnedAtMs)})`} y Microsoft sigue denegando el acceso. Quizá se rechazó allí, o Outlook recuerda la respuesta anterior.`,
    'diagnosis.grant-spread.not-proven': () => 'Alguien ha vuelto de Microsoft. Aún no hay nada demostrado.',

    'diagnosis.consent-breadth.as-it-should-be': () =>
      'Lo concedido está concedido para toda la organización.',
    'diagnosis.consent-breadth.nothing-granted-yet': () => 'Todavía no hay nada concedido.',
    'diagnosis.consent-breadth.only-you': () =>
      'Algunos permisos están concedidos solo para su cuenta. Sus compañeros y Autopilot necesitan que sea para toda la organización.',
    'diagnosis.consent-breadth.not-proven': () =>
      'En su cuenta funciona. No está demostrado que esté concedido para todos.',
    'diagnosis.consent-breadth.not-asked-yet': () => 'Microsoft todavía no nos lo ha dicho.',
    'diagnosis.other': () => 'Esta versión del panel todavía no conoce este resultado.',

    'diagnosis-step.check-now': () => 'Comprobar ahora',
    'diagnosis-step.check-network': () => 'Compruebe si se abren otras páginas.',
    'diagnosis-step.reopen-outlook': () =>
      'Cierre Outlook, ábralo de nuevo y abra el panel desde un mensaje.',
    'diagnosis-step.allow-third-party-storage': () =>
      'En la configuración del navegador, permita las cookies de otros sitios para Outlook.',
    'diagnosis-step.sign-in': () => 'Iniciar sesión',
    'diagnosis-step.sign-in-with-other-account': () => 'Iniciar sesión con otra cuenta',
    'diagnosis-step.ignore-missing-mark': () => '¿Ayuda aquí desde fuera? Entonces no hay que hacer nada.',
    'diagnosis-step.ask-admin-about-policy': () =>
      'Muestre a su administrador el código de Microsoft; ayuda a encontrar la directiva.',
    'diagnosis-step.approve': () => 'Aprobar como administrador',
    'diagnosis-step.confirm': () => 'Confirmar como administrador',
    'diagnosis-step.share': () => 'Pedirlo al administrador',
    'diagnosis-step.wait': ({ untilMs }, format) =>
      `No tiene que hacer nada hasta este momento: ${format.moment(untilMs)}.`,
    'diagnosis-step.approve-for-tenant': ({ tenant }) => `Aprobar para ${tenant}`,
    'diagnosis-step.undo-consent': () => 'Deshacer la otra aprobación en Entra',
    'diagnosis-step.assign-user': () => 'Asignar personas en Entra',
    'diagnosis-step.enable-application': () => 'Activarlo en Entra',
    'diagnosis-step.open-my-apps': () => 'Ver sus propias aprobaciones en Microsoft',
  },
  request: {
    subject: ({ organisation }) => `Solicitud de aprobación de ExtendSync para ${our(organisation)}`,
    confirmSubject: ({ organisation }) =>
      `Solicitud de confirmación de la aprobación de ExtendSync para ${our(organisation)}`,
    reminderSubject: ({ organisation }) =>
      `Recordatorio: solicitud de aprobación de ExtendSync para ${our(organisation)}`,
    greeting: () => 'Hola:',
    ask: ({ organisation }) =>
      `Me gustaría usar ExtendSync para Outlook, que mantiene sincronizados los mensajes, la configuración y los calendarios. ¿Podría aprobarlo para ${our(organisation)}?`,
    confirm: ({ organisation }) =>
      `ExtendSync para Outlook está aprobado y me funciona. ¿Podría confirmar una vez que la aprobación vale para todos en ${our(organisation)}?`,
    remind: ({ organisation }) =>
      `Hace un tiempo le pedí que aprobara ExtendSync para Outlook para ${our(organisation)}, y sigo a la espera. ¿Podría echarle un vistazo?`,
    why: () => 'Microsoft se lo pide a un administrador, una sola vez para todos; lleva cerca de un minuto.',
    whyConfirm: () => 'Microsoft se lo muestra a los administradores.',
    link: ({ straightToMicrosoft }) =>
      straightToMicrosoft
        ? 'Este enlace abre la página de Microsoft, donde verá todo lo que se pide antes de decidir:'
        : 'Esta página explica qué se pide y por qué, y lleva después a Microsoft, donde usted decide:',
    confirmLink: () =>
      'Esta página lleva al inicio de sesión de Microsoft y vuelve. No se aprueba nada de nuevo:',
    linkLabel: () => 'Revisar la solicitud',
    thanks: () => 'Muchas gracias.',
  },
  support: () => ({
    subject: ({ paneVersion }) =>
      paneVersion === undefined
        ? 'ExtendSync para Outlook: ayuda'
        : `ExtendSync para Outlook ${paneVersion}: ayuda`,
    greeting: () => 'Hola:',
    describe: () => 'Esto es lo que esperaba y esto es lo que ha ocurrido:',
    screenshots: () =>
      '(Las capturas de pantalla ayudan. Agréguelas aquí y compruebe que no muestren nada privado.)',
    attachFile: ({ fileName }) =>
      `(Adjunte el archivo de diagnóstico ${fileName} o pegue su texto más abajo.)`,
    summaryTitle: () => 'En resumen, según el archivo:',
    thanks: () => 'Muchas gracias.',
  }),
  deletion: () => ({
    subject: ({ organisation }) =>
      `Solicitud de eliminación de los datos de ${organisation ?? 'nuestra organización'} en ExtendSync`,
    greeting: () => 'Hola:',
    request: ({ organisation }) =>
      `Solicito que eliminen todo lo que ExtendSync guarda de ${organisation ?? 'nuestra organización'}: datos de buzones y calendarios, configuración, registros y copias, salvo lo que la ley les obligue a conservar.`,
    confirm: () =>
      'Les ruego que confirmen cuando esté hecho y que indiquen qué tienen que conservar y durante cuánto tiempo.',
    entitled: () =>
      '(Indique aquí en calidad de qué lo solicita: solo puede hacerlo quien tenga capacidad de decidir por la organización.)',
    factsTitle: () => 'Datos para localizarla:',
    organisation: () => 'Organización',
    tenantId: () => 'Id. de inquilino',
    clientId: () => 'Id. de aplicación (cliente)',
    thanks: () => 'Muchas gracias.',
  }),
  admin: {
    'subject.assign': () => 'ExtendSync: le pido que me agregue a sus usuarios',
    'subject.enable': () => 'ExtendSync: le pido que lo active de nuevo',
    'subject.enable-account': () => 'Mi cuenta está desactivada',
    'subject.policy': () => 'ExtendSync: una directiva de seguridad impide mi inicio de sesión',
    'subject.refusal': () => 'ExtendSync: Microsoft no me deja iniciar sesión',
    greeting: () => 'Hola:',
    'ask.assign': () =>
      'Nuestra organización solo permite usar ExtendSync a determinadas personas, y yo todavía no estoy entre ellas. ¿Podría agregarme?',
    'ask.enable': () => 'ExtendSync está desactivado para nuestra organización. ¿Podría activarlo de nuevo?',
    'ask.enable-account': () =>
      'Microsoft indica que mi cuenta está desactivada. ¿Podría activarla de nuevo?',
    'ask.policy': () =>
      'Una directiva de seguridad de nuestra organización no me deja iniciar sesión en ExtendSync. ¿Podría echarle un vistazo?',
    'ask.refusal': () => 'Microsoft no me deja iniciar sesión en ExtendSync. ¿Podría echarle un vistazo?',
    'where.assign': () =>
      'Está en el Centro de administración de Microsoft Entra: Aplicaciones empresariales, ExtendSync, Usuarios y grupos.',
    'where.enable': () =>
      'Está en el Centro de administración de Microsoft Entra: Aplicaciones empresariales, ExtendSync, Propiedades, «¿Habilitado para que los usuarios inicien sesión?». Si ya dice Sí, avíseme, por favor, y preguntaré al soporte técnico de ExtendSync.',
    'where.enable-account': () => 'Está en el Centro de administración de Microsoft Entra: Usuarios.',
    'where.policy': () =>
      'Los registros de inicio de sesión del Centro de administración de Microsoft Entra nombran la directiva; el id. de correlación de abajo lleva al inicio de sesión.',
    'where.refusal': () =>
      'El código de abajo indica la causa; en los registros de inicio de sesión del Centro de administración de Microsoft Entra, el id. de correlación lleva al inicio de sesión.',
    facts: () => 'Lo que me ha dicho Microsoft:',
    time: () => 'Hora',
    thanks: () => 'Muchas gracias.',
  },
};
