import type { Catalogue } from './catalogue';
import { oneOf, permissions, Your, your } from './phrases/es';

export const es: Catalogue = {
  messages: {
    'checking.title': () => 'Comprobando el acceso de su organización…',
    'checking.lead': () =>
      'Estamos preguntando a Microsoft si ExtendSync puede trabajar aquí. Es solo un momento.',

    'granted.title': () => 'El acceso está aprobado',
    'granted.lead': ({ organisation }) =>
      `${Your(organisation)} ha concedido a ExtendSync todo lo que necesita. No tiene que hacer nada más.`,
    'granted.lead.steps': ({ organisation }) =>
      `${Your(organisation)} ha aprobado todo lo que ExtendSync necesita de Microsoft. Lo que queda por hacer se muestra más abajo.`,
    'granted.covers.no-autopilot': ({ organisation }) =>
      `${Your(organisation)} ha aprobado ExtendSync para usarlo sin Autopilot. No tiene que hacer nada más.`,
    'granted.covers.group-edition': ({ organisation }) =>
      `${Your(organisation)} ha aprobado ExtendSync sin Autopilot, para uso individual y para Group Edition. No tiene que hacer nada más.`,

    'personal.title.this-user': () => 'Concedido para usted, no para todos',
    'personal.title.unproven': () => 'En su cuenta funciona',
    'personal.title.approved': () => 'Aprobado por un administrador, sin confirmar aún para todos',
    'personal.lead.this-user': () =>
      'ExtendSync solo tiene acceso a su cuenta. Para sus compañeros y para Autopilot, un administrador debe aprobarlo para toda la organización.',
    'personal.lead.unproven': () =>
      'ExtendSync tiene acceso a su cuenta. Microsoft no nos ha dicho si está aprobado para toda la organización.',
    'personal.lead.approved': () =>
      'ExtendSync le funciona a usted. Microsoft muestra a los administradores si está aprobado para todos, así que uno de ellos lo confirma una vez.',
    'personal.lead.service-away': () =>
      'ExtendSync tiene acceso a su cuenta. Ahora mismo no podemos conectar con nuestro servicio, así que no sabemos si toda la organización lo ha aprobado.',

    'partial.title': ({ missing }, format) =>
      format.plural(missing, {
        one: 'Todavía falta un permiso',
        other: `Todavía faltan ${format.number(missing)} permisos`,
      }),
    'partial.lead': ({ missing }, format) =>
      `Ya hay una parte del acceso. Un administrador todavía tiene que aprobar ${format.plural(missing, { one: 'el permiso marcado', other: 'los permisos marcados' })} más abajo.`,
    'partial.lead.new-permissions': ({ missing }, format) =>
      `Todo estaba aprobado y lo sigue estando. Desde entonces ExtendSync ofrece algo nuevo y necesita ${format.plural(missing, { one: 'un permiso más, marcado', other: `${format.number(missing)} permisos más, marcados` })} más abajo.`,
    'partial.lead.was-granted': ({ missing }, format) =>
      `Antes todo estaba aprobado. Desde entonces se ${format.plural(missing, { one: 'ha agregado o retirado un permiso', other: 'han agregado o retirado algunos permisos' })} y un administrador tiene que aprobarlo otra vez.`,
    'partial.lead.not-known': ({ missing, serviceAway }, format) =>
      `Un administrador todavía tiene que aprobar ${format.plural(missing, { one: 'el permiso marcado', other: 'los permisos marcados' })} más abajo. ${serviceAway ? 'Ahora mismo no podemos conectar con nuestro servicio, así que no sabemos' : 'Microsoft no nos ha dicho'} si el resto está aprobado para toda la organización.`,

    'required.title': () => 'Falta una aprobación',
    'required.lead': ({ organisation }) =>
      `Para que ExtendSync pueda trabajar, un administrador de ${your(organisation)} tiene que aprobarlo una sola vez, para todos.`,
    'required.about': () =>
      'ExtendSync mantiene sincronizados los mensajes, la configuración del buzón y los calendarios, directamente en Outlook.',
    'required.title.was-granted': () => 'Se ha retirado el acceso',
    'required.lead.was-granted': ({ organisation, atMs }, format) =>
      `${Your(organisation)} había aprobado ExtendSync (última confirmación: ${format.moment(atMs)}). Esa aprobación ya no existe y un administrador tiene que darla de nuevo.`,
    'required.approvers': ({ roles }, format) =>
      `Puede aprobarlo quien tenga uno de estos roles: ${oneOf(roles, format)}.`,
    'choice.approve': ({ roles }, format) =>
      `Con el rol ${oneOf(roles, format)}. Microsoft le muestra qué aprueba.`,
    'choice.share': () =>
      'Preparamos el mensaje con un enlace y usted lo envía. Este panel detecta la aprobación por sí solo.',

    'arriving.title': () => 'La aprobación está en camino',
    'arriving.lead': () =>
      'Microsoft la ha recibido. Puede tardar uno o dos minutos en aplicarse en todas partes. Seguimos comprobando; no tiene que hacer nada.',
    'arriving.lead.host-remembers': () =>
      'Microsoft confirma la aprobación, pero Outlook aún da la respuesta anterior. Inicie sesión de nuevo para que vuelva a preguntar.',

    'waiting.title': () => 'A la espera de su administrador',
    'waiting.title.not-approved': () => 'No aprobado',
    'waiting.lead': () =>
      'En cuanto un administrador lo apruebe, aparecerá aquí por sí solo. Puede cerrar este panel.',
    'waiting.lead.returned': () =>
      'Su administrador ha pasado por la página de Microsoft. Estamos comprobando si ha llegado la aprobación.',
    'waiting.lead.opened': () =>
      'Alguien ha abierto el enlace. La aprobación puede llegar en cualquier momento. Puede cerrar este panel.',
    'waiting.lead.denied': () =>
      'La solicitud se ha rechazado en la página de Microsoft. Quizá ayude hablar con su administrador y volver a pedirlo.',
    'waiting.lead.left': () =>
      'Alguien abrió el enlace y salió de la página de Microsoft sin aprobar. No se ha rechazado nada, y el enlace sigue funcionando.',
    'waiting.lead.role-too-small': ({ roles }, format) =>
      `La persona a quien preguntó no puede aprobar esto. Hace falta uno de estos roles: ${oneOf(roles, format)}. Pregunte a otra persona.`,

    'approving.title': () => 'Apruebe en la otra ventana',
    'approving.lead.expired': () =>
      'Por seguridad, solo aceptamos una respuesta de la página de Microsoft durante cinco minutos, y ya han pasado. Con un clic se empieza de nuevo; no se pierde nada.',
    'approving.lead': () =>
      'Inicie sesión allí como administrador, lea lo que muestra Microsoft y acepte. Nosotros nos encargamos del resto.',
    'approving.title.confirm': () => 'Confirme en la otra ventana',
    'approving.lead.confirm': () =>
      'Inicie sesión allí como administrador. Entonces leemos en Microsoft qué se ha concedido; eso no cambia nada.',

    'sharing.title': () => 'Pedírselo a su administrador',
    'sharing.lead': ({ organisation }) =>
      `Envíe este enlace a quien administre Microsoft 365 en ${your(organisation)}. Explica qué se pide y por qué.`,
    'sharing.lead.straight': () =>
      'Este enlace lleva directamente a Microsoft, porque ahora mismo no se puede abrir nuestra página. Sirve para lo mismo.',

    'sign-in.title': () => 'Inicie sesión',
    'sign-in.title.either': () => 'Falta un paso',
    'sign-in.lead.either': () =>
      'Outlook no ha podido decirnos si tiene que iniciar sesión o si su organización aún no ha aprobado ExtendSync. Al iniciar sesión se aclara.',

    'other-tenant.title': () => 'Ha iniciado sesión con otra cuenta',
    'other-tenant.lead': ({ mailDomain }) =>
      mailDomain === undefined
        ? 'Ha iniciado sesión con una cuenta de otra organización, distinta de la de este buzón.'
        : `Este buzón es de ${mailDomain}, pero ha iniciado sesión con una cuenta de otra organización.`,
    'other-tenant.lead.consultant': () =>
      'Inicie sesión con la cuenta de este buzón. Si no tiene ninguna allí, pregunte al administrador de esa organización.',

    'mailbox.on-premises': () =>
      'Este buzón está en un servidor propio de su organización. ExtendSync solo llega a los buzones de Microsoft 365.',
    'mailbox.personal': () => 'Abra ExtendSync junto al buzón de su trabajo o centro educativo.',
    'mailbox.not-known': () =>
      'Outlook no ha dicho de quién es este buzón. Lo que ve se refiere a la organización de su cuenta.',
    'mailbox.shared': () =>
      'Este buzón es compartido o de otra persona. Hemos comprobado con su propia cuenta.',
    'mailbox.not-placed': ({ mailDomain }) =>
      mailDomain === undefined
        ? 'Si su cuenta es de otra organización, inicie sesión con la cuenta de este buzón.'
        : `Este buzón es de ${mailDomain}. Si su cuenta es de otra organización, inicie sesión con la cuenta de este buzón.`,

    'blocked.title': () => 'El acceso está bloqueado',

    'unknown.title': () => 'Ahora mismo no hemos podido comprobarlo',
    'unknown.last-granted': ({ atMs, organisation }, format) =>
      `La última vez que Microsoft nos respondió (${format.moment(atMs)}), todo estaba aprobado para ${your(organisation)}.`,
    'unknown.last-partial': ({ atMs, organisation }, format) =>
      `La última vez que Microsoft nos respondió (${format.moment(atMs)}), faltaban algunos permisos para ${your(organisation)}.`,
    'unknown.last-required': ({ atMs, organisation }, format) =>
      `La última vez que Microsoft nos respondió (${format.moment(atMs)}), ${your(organisation)} no había aprobado ExtendSync.`,
    'unknown.last-personal': ({ atMs }, format) =>
      `La última vez que Microsoft nos respondió (${format.moment(atMs)}), ExtendSync tenía acceso a su cuenta.`,
    'unknown.never-confirmed': () => 'Microsoft todavía no ha confirmado nada para este buzón.',

    'situation.title': () => '¿Cómo va a usar ExtendSync?',
    'situation.lead': () =>
      'De ello depende qué se pide a su administrador. Puede cambiarlo en cualquier momento.',
    'situation.autopilot-on': () => 'Autopilot ya está activado',
    'situation.autopilot-everyone': () => 'Autopilot para todos',
    'situation.autopilot-groups': () => 'Autopilot para determinados grupos',
    'situation.no-autopilot': () => 'Sin Autopilot',
    'situation.group-edition': () => 'Group Edition',
    'situation.not-sure': () => 'No lo sé con seguridad',

    'showing.title': () => 'Mostrárselo a su administrador',
    'showing.lead': () => 'Para quien esté a su lado o vea su pantalla en una llamada.',
    'group.title': () => 'Limitar Autopilot a un grupo',
    'group.lead': () =>
      'Así, por sí mismo, ExtendSync solo llega a los buzones de un grupo. Exchange Online hace respetar ese límite. Nosotros escribimos el script; un administrador lo ejecuta.',
    'manage.title': () => 'Acceso y datos',
    'manage.lead': () => 'Qué ha concedido su organización y cómo retirarlo.',
    'help.title': () => 'Ayuda',
    'help.lead': () => 'Buscamos qué podría impedir el acceso. Con ello no se cambia nada.',

    'notice.reminder': ({ withWhom }) =>
      `Hace más de un día que ${withWhom === undefined ? 'lo pidió' : `se lo pidió a ${withWhom}`} y la aprobación aún no ha llegado. Un breve recordatorio suele ayudar.`,
    'notice.offline': () =>
      'Parece que no tiene conexión. Volveremos a comprobarlo en cuanto se recupere la red.',
    'notice.not-renewed': () => 'No se ha podido actualizar ahora mismo. Lo intentamos de nuevo.',
    'notice.not-renewed.throttled': () => 'Microsoft nos pide que esperemos un poco. Después se actualizará.',

    'action.approve': () => 'Aprobar como administrador',
    'action.confirm': () => 'Confirmar como administrador',
    'action.share': () => 'Pedirlo al administrador',
    'action.share-again': () => 'Pedirlo otra vez o a otra persona',
    'action.sign-in': () => 'Iniciar sesión',
    'action.sign-in-again': () => 'Iniciar sesión de nuevo',
    'action.sign-in-other': () => 'Iniciar sesión con otra cuenta',
    'action.check-now': () => 'Comprobar ahora',
    'action.back': () => 'Atrás',
    'action.done': () => 'Listo',
    'action.add-autopilot': () => 'Agregar Autopilot',
    'action.pass-on': () => 'Pasar el enlace',
    'action.close-dialog': () => 'Cerrar la otra ventana',
    'action.renew': () => 'Empezar de nuevo',
    'action.letter-assign': () => 'Pedir que le agreguen',
    'action.letter-enable': () => 'Pedir que lo activen',
    'action.letter-enable-account': () => 'Pedir que la activen',
    'action.letter-policy': () => 'Preguntar por la directiva',
    'action.letter-refusal': () => 'Preguntar por la causa',
    'action.withdraw': () => 'Retirar la solicitud',

    'action.show': () => 'Mostrar en la pantalla',
    'action.help': () => 'Ayuda',
    'action.manage': () => 'Acceso y datos',
    'action.group': () => 'Crear el script',
    'action.change-situation': () => 'Cambiar el modo de uso',

    'cause.not-consented': () => 'Su organización todavía no ha aprobado ExtendSync.',
    'cause.consent-declined': () => 'Se pidió la aprobación y se rechazó.',
    'cause.admin-approval-needed': () => 'Microsoft exige que lo apruebe un administrador.',
    'cause.consent-failed': () =>
      'Microsoft no ha podido completar la aprobación. A menudo funciona unos minutos después.',
    'cause.application-not-in-tenant': () => 'ExtendSync todavía no está configurado en su organización.',
    'cause.application-disabled': () => 'ExtendSync está desactivado en su organización.',
    'cause.application-misconfigured': () =>
      'Hay un error en el registro de ExtendSync en Microsoft. Nos corresponde a nosotros arreglarlo.',
    'cause.user-not-assigned': () =>
      'Su organización solo permite usar ExtendSync a determinadas personas y usted aún no está entre ellas.',
    'cause.account-disabled': () => 'Microsoft indica que esta cuenta está desactivada.',
    'cause.account-not-in-tenant': () =>
      'La cuenta con la que ha iniciado sesión no existe en esta organización.',
    'cause.account-unknown': () => 'Microsoft no conoce esta cuenta.',
    'cause.wrong-credentials': () => 'No se ha podido iniciar sesión.',
    'cause.tenant-unknown': () => 'Microsoft no conoce ninguna organización con ese nombre.',
    'cause.tenant-blocked': () =>
      'Microsoft no permite que esta organización use la aplicación en este momento.',
    'cause.tenant-not-named': () => 'Microsoft no ha podido saber de qué organización se trata.',
    'cause.several-accounts': () =>
      'Microsoft no puede saber a qué cuenta se refiere. Quizá haya iniciado sesión con varias.',
    'cause.not-signed-in': () => 'Antes de preguntar a Microsoft necesitamos saber quién es usted.',
    'cause.session-expired': () => 'Su sesión ha caducado.',
    'cause.multi-factor-needed': () =>
      'Su organización quiere que confirme el inicio de sesión con un segundo paso.',
    'cause.conditional-access': () => 'Una directiva de seguridad de su organización no permite este acceso.',
    'cause.device-not-compliant': () =>
      'Una directiva de seguridad de su organización exige un dispositivo administrado.',
    'cause.account-locked': () =>
      'Esta cuenta está bloqueada por el momento, o Microsoft no confía en la red de la que procede.',
    'cause.account-restricted': () => 'Microsoft no deja que esta cuenta use aplicaciones de este tipo.',
    'cause.other-cloud': () =>
      'ExtendSync está configurado para otra nube de Microsoft que la de su organización. Nos corresponde a nosotros corregirlo.',
    'cause.loop-detected': () =>
      'Se ha preguntado a Microsoft demasiadas veces en poco tiempo y pide una pausa.',
    'cause.throttled': () => 'Microsoft está muy ocupado y nos ha pedido que esperemos un poco.',
    'cause.microsoft-unavailable': () =>
      'El servicio de inicio de sesión de Microsoft tiene un problema en este momento.',
    'cause.network-unreachable': () => 'No hemos podido conectar con Microsoft a través de la red.',
    'cause.service-unavailable': () => 'En este momento no podemos conectar con nuestro propio servicio.',
    'cause.newer-version': () =>
      'Es probable que ExtendSync se haya actualizado. Ciérrelo y vuelva a abrirlo.',
    'cause.host-unavailable': () => 'Outlook no nos ha respondido.',
    'cause.consent-or-sign-in': () =>
      'Outlook pide un inicio de sesión o una aprobación, y no indica cuál de los dos.',
    'cause.other-tenant': () => 'Ha iniciado sesión con una cuenta de otra organización.',
    'cause.personal-mailbox': () => 'Este es un buzón personal',
    'cause.mailbox-not-placed': () => 'No hemos podido averiguar a qué organización pertenece este buzón.',
    'cause.cancelled': () => 'Se ha cancelado el inicio de sesión.',
    'cause.popup-blocked': () =>
      'Se ha bloqueado la ventana de inicio de sesión. Permita las ventanas emergentes para Outlook e inténtelo de nuevo.',
    'cause.request-malformed': () =>
      'Microsoft no ha aceptado nuestra forma de preguntar. Nos corresponde a nosotros arreglarlo.',
    'cause.page-failed': () => 'Esta página o su navegador ha impedido nuestra consulta a Microsoft.',
    'cause.unrecognised': () => 'Microsoft ha dado una respuesta que no conocemos.',

    'next.approve': () => 'Un administrador puede aprobarlo.',
    'next.ask-admin': () => 'Pida a su administrador que lo apruebe.',
    'next.sign-in': () => 'Vuelva a iniciar sesión.',
    'next.sign-in-with-other-account': () => 'Inicie sesión con la cuenta de este buzón.',
    'next.ask-admin-to-assign': () =>
      'Pida a su administrador que le agregue a las personas que pueden usar ExtendSync.',
    'next.ask-admin-to-enable': () => 'Pida a su administrador que lo active de nuevo.',
    'next.ask-admin-to-enable-account': () => 'Pida a su administrador que active de nuevo su cuenta.',
    'next.ask-admin-about-policy': () =>
      'Muestre a su administrador el código de abajo; ayuda a encontrar la directiva.',
    'next.ask-admin-about-refusal': () =>
      'Muestre a su administrador el código de abajo; ayuda a encontrar la causa.',
    'next.wait-and-retry': () => 'No tiene que hacer nada: lo volvemos a intentar automáticamente.',
    'next.open-help': () => '«Ayuda» muestra qué puede estar impidiéndolo.',
    'next.confirm-as-admin': () => 'Un administrador puede confirmarlo.',
    'next.contact-support': () =>
      'Si sigue así, envíe a nuestro soporte técnico el código que aparece abajo.',
  },
  labels: {
    'organisation.label': () => 'Organización',
    'organisation.confirmed': ({ atMs }, format) => `Confirmado por Microsoft: ${format.moment(atMs)}`,

    'permissions.title': ({ count }, format) => `Qué pide ExtendSync (${format.number(count)})`,
    'permissions.all-granted': ({ count }, format) =>
      format.plural(count, {
        one: 'El permiso necesario está concedido',
        other: `Los ${permissions(count, format)} están concedidos`,
      }),
    'permissions.all-required-granted': ({ count }, format) =>
      `Concedidos los ${format.number(count)} permisos necesarios`,
    'permissions.some-granted': ({ count, granted }, format) =>
      format.plural(granted, {
        one: `${format.number(granted)} de ${permissions(count, format)} concedido`,
        other: `${format.number(granted)} de ${permissions(count, format)} concedidos`,
      }),

    'checks.busy': () => 'Preguntando a Microsoft…',
    'checks.last': ({ atMs }, format) => `Comprobado: ${format.moment(atMs)}`,
    'checks.next': ({ atMs }, format) => `Próxima comprobación: ${format.moment(atMs)}`,
    'checks.paused-hidden': () => 'En pausa mientras el panel está oculto',

    'later.loading': () => 'Cargando esta parte',
    'later.failed': () =>
      'No se ha podido cargar esta parte. ¿Hay conexión a la red? Si la hay, cierre ExtendSync y vuelva a abrirlo.',
    'later.again': () => 'Intentar de nuevo',

    'details.title': () => 'Para su administrador o nuestro soporte técnico',
    'details.code': () => 'Código de Microsoft',
    'details.correlation-id': () => 'Id. de correlación',

    'actions.more': () => 'Más opciones',
  },
};
