import { oneOf, permissions, Your, your } from '../phrases/es';
import { permissionsEs } from '../permissions/es';
import type { ApprovalCatalogue } from './catalogue';

export const approvalEs: ApprovalCatalogue = {
  messages: {
    ...permissionsEs.reasons,

    'approval.opening.title': () => 'Un momento, por favor…',
    'approval.opening.lead': () => 'Esta página le ayuda a aprobar ExtendSync para una organización.',

    'approval.lost.title': () => 'Aquí no hay nada que aprobar',
    'approval.lost.lead': () =>
      'Esta página explica las solicitudes para aprobar ExtendSync, pero su dirección no contiene ninguna.',
    'approval.damaged.title': () => 'Este enlace está dañado',
    'approval.damaged.lead': () => 'Falta una parte de la dirección o se modificó por el camino.',
    'approval.lost.next': () =>
      'Abra de nuevo el enlace completo del mensaje o pida uno nuevo a quien se lo envió.',
    'approval.lost.next-in-dialog': () => 'Cierre esta ventana y empiece de nuevo desde Outlook.',

    'approval.gone.title': () => 'Esta solicitud ya no está abierta',
    'approval.gone.lead': () => 'Se retiró o han pasado sus 30 días.',
    'approval.gone.next': () => 'Pida un enlace nuevo a quien le envió este.',

    'approval.invitation.title': ({ organisation }) => `Aprobar ExtendSync para ${your(organisation)}`,
    'approval.invitation.lead': () =>
      'Quien le envió este enlace quiere usar ExtendSync en Outlook. Mantiene sincronizados los mensajes, la configuración de los buzones y los calendarios. Microsoft pide que un administrador lo apruebe una sola vez, para todos.',
    'approval.invitation.decide': () =>
      'El inicio de sesión y la decisión tienen lugar en la página de Microsoft. Este botón todavía no aprueba nada.',

    'approval.approvers': ({ roles }, format) =>
      `Puede aprobarlo quien tenga uno de estos roles: ${oneOf(roles, format)}. Si no es su caso, reenvíe el enlace; no contiene nada personal.`,
    'approval.roles-needed': ({ roles }, format) =>
      `Estos permisos requieren uno de estos roles: ${oneOf(roles, format)}.`,
    'approval.pass-on': () =>
      'Reenvíe el enlace a alguien que tenga uno de esos roles. No contiene nada personal.',
    'approval.question.title': () => '¿Cómo va a usar ExtendSync su organización?',
    'approval.question.lead': () =>
      'Su respuesta decide qué le pedirá aprobar la página de Microsoft. No se envía nada hasta que continúe.',
    'approval.question.suggested': () => 'Sugerido en la solicitud',
    'approval.question.this-list': ({ count }, format) =>
      `Pide los ${format.number(count)} permisos que aparecen abajo.`,
    'approval.question.same-list': () => 'Pide la misma lista.',
    'approval.question.adds': ({ scopes, workAlone }, format) =>
      `${format.number(scopes.length)} más${workAlone ? ', que funcionan sin que nadie haya iniciado sesión' : ''}: ${format.list(scopes)}.`,
    'approval.question.takes': ({ scopes, workAlone }, format) =>
      `${format.number(scopes.length)} menos${workAlone ? ', que funcionan sin que nadie haya iniciado sesión' : ''}: ${format.list(scopes)}.`,

    'approval.not-done.title': () => 'Qué no hace la aprobación',
    'approval.not-done.passwords': () =>
      'No comparte ninguna contraseña: el inicio de sesión es en Microsoft y ExtendSync no ve nada de él.',
    'approval.not-done.other-apps': () => 'No cambia nada en sus demás aplicaciones ni en su configuración.',
    'approval.not-done.no-sending': () => 'No se pide ningún permiso para enviar correo.',
    'approval.not-done.not-here': () =>
      'Leer esta página o continuar hacia Microsoft no aprueba nada. Solo lo hace «Aceptar» en la página de Microsoft.',

    'approval.revoke.title': () => 'Cómo retirar la aprobación',
    'approval.revoke.where': () =>
      'En el Centro de administración de Microsoft Entra, abra Aplicaciones empresariales y, dentro, ExtendSync.',
    'approval.revoke.how': () =>
      'En Permisos puede ver y retirar lo concedido. Al eliminar la entrada se retira todo.',
    'approval.revoke.effect': () =>
      'Los accesos que estén en curso en ese momento terminan en una hora, aproximadamente.',

    'approval.starting.title': () => 'Abriendo Microsoft…',
    'approval.starting.lead': () =>
      'La página de Microsoft se abre en esta ventana. Inicie sesión allí como administrador, lea lo que se muestra y decida.',
    'approval.starting.overdue': () =>
      'La página de Microsoft todavía no ha aparecido. El botón le lleva hasta ella.',
    'approval.starting.failed': () => 'No se ha podido abrir la página de Microsoft',
    'approval.earlier.title': () => 'Esta solicitud se ha aprobado',
    'approval.earlier.lead': ({ atMs }, format) =>
      `Microsoft confirmó la aprobación para toda la organización: ${format.moment(atMs)}. Aquí no queda nada por hacer.`,
    'approval.earlier.next': () =>
      'Puede haber cambiado desde entonces. Inicie sesión para ver la situación actual.',

    'approval.notice.offline': () => 'Parece que no tiene conexión. Seguiremos en cuanto se recupere la red.',
    'approval.notice.details-missing': () =>
      'Ahora mismo no podemos conectar con nuestro servicio, así que faltan los detalles de esta solicitud. Aun así, puede continuar hacia Microsoft.',
    'approval.notice.been-there': ({ atMs }, format) =>
      `Alguien volvió de la página de Microsoft: ${format.moment(atMs)}. Esta página no sabe con qué resultado. Inicie sesión para ver cómo está antes de volver a aprobar.`,
    'approval.notice.turned-down': ({ atMs }, format) =>
      `Alguien rechazó esta solicitud en la página de Microsoft: ${format.moment(atMs)}.`,
    'approval.notice.other-name': ({ domain }) =>
      `Hemos preguntado a Microsoft por el nombre de esta solicitud: ${domain} pertenece a una organización distinta de la que daría la aprobación. Antes de continuar, consúltelo con quien le envió el enlace.`,
    'approval.notice.throttled': ({ untilMs }, format) =>
      untilMs === undefined
        ? 'Ha habido demasiados intentos en poco tiempo. Espere un poco y vuelva a seleccionar el botón.'
        : `Ha habido demasiados intentos en poco tiempo. Vuelva a seleccionar el botón a partir de este momento: ${format.from(untilMs)}.`,
    'approval.notice.service-away': () =>
      'Ahora mismo no podemos conectar con nuestro servicio. Vuelva a seleccionar el botón dentro de un momento.',
    'approval.notice.answer-refused': () =>
      'Nuestro servicio respondió con una dirección que no es de Microsoft, así que no la hemos seguido. Inténtelo de nuevo; si sigue así, póngase en contacto con nuestro soporte técnico.',
    'approval.notice.sign-in-blocked': () =>
      'Se ha bloqueado la ventana de inicio de sesión. Permita las ventanas emergentes para esta página y vuelva a seleccionar el botón.',
    'approval.notice.sign-in-cancelled': () => 'Se ha cancelado el inicio de sesión. No ha cambiado nada.',
    'approval.notice.copied': () => 'El comprobante está en el portapapeles.',
    'approval.notice.not-copied': () =>
      'El navegador no ha permitido copiar. Imprima la página o seleccione el texto y presione Ctrl+C (⌘C en un Mac).',
    'approval.notice.link-copied': () => 'El enlace está en el portapapeles. Péguelo en un mensaje.',
    'approval.notice.link-not-copied': ({ link }) =>
      `El navegador no ha permitido copiar. Seleccione el enlace y presione Ctrl+C (⌘C en un Mac): ${link}`,

    'approval.may-leave': () =>
      'Puede cerrar esta página cuando quiera: el resultado aparece en Outlook sin su ayuda.',
    'approval.outlook-goes-on': () => 'Outlook ya lo sabe y continúa por sí solo. Puede cerrar esta ventana.',
    'approval.outlook-not-told': () =>
      'Cierre esta ventana y vuelva a Outlook. La respuesta aparece allí por sí sola.',
    'approval.back-to-outlook': () =>
      'Cuando termine aquí, cierre esta ventana y vuelva a Outlook. Una aprobación aparecerá allí por sí sola.',
    'approval.organisation': ({ organisation }) =>
      `Esta solicitud es para ${organisation}. Elija en la página de Microsoft una cuenta de esa organización.`,
    'approval.ask-for-new-link': () =>
      'Para continuar, abra de nuevo el enlace del mensaje o pida uno nuevo.',

    'approval.confirmed.title': () => 'Aprobado y confirmado por Microsoft',
    'approval.confirmed.lead': ({ organisation }) =>
      `${Your(organisation)} ha concedido a ExtendSync todo lo que necesita, para todos.`,
    'approval.confirmed.covers.no-autopilot': ({ organisation }) =>
      `${Your(organisation)} ha aprobado ExtendSync para usarlo sin Autopilot, para todos.`,
    'approval.confirmed.covers.group-edition': ({ organisation }) =>
      `${Your(organisation)} ha aprobado ExtendSync sin Autopilot, para uso individual y para Group Edition, en toda la organización.`,
    'approval.confirming.title': () => 'Gracias. Lo estamos comprobando con Microsoft',
    'approval.confirming.lead': () =>
      'Ha vuelto de la página de Microsoft. Antes de darlo por hecho, preguntamos a Microsoft si ha llegado la aprobación.',
    'approval.sign-in.title': () => 'Gracias. ¿Quiere verlo confirmado?',
    'approval.sign-in.lead': () =>
      'Para preguntar a Microsoft desde esta página, necesitamos que inicie sesión una vez más. Eso no cambia nada en la aprobación.',
    'approval.spreading.title': () => 'La aprobación está en camino',
    'approval.spreading.lead': () =>
      'Microsoft aún no la muestra en todas partes. Suele tardar uno o dos minutos. Seguimos preguntando.',
    'approval.confirm.title': () => 'Confirme la aprobación',
    'approval.confirm.lead': () =>
      'Parece que ya hay una aprobación, pero nadie ha confirmado todavía que valga para todos.',
    'approval.confirm.how': () =>
      'Inicie sesión una vez como administrador. Entonces leemos en Microsoft qué se ha concedido para toda la organización. Eso no cambia nada y no guardamos nada sobre usted.',
    'approval.confirm.accepted-title': () => 'Aprobado, pero aún sin confirmar',
    'approval.confirm.not-done-title': () => 'Aún sin confirmar',
    'approval.looked.sign-in-needed': () =>
      'Microsoft pide que inicie sesión antes de mostrar qué se ha concedido.',
    'approval.looked.blocked': () =>
      'Microsoft no ha admitido la cuenta con la que se inició sesión, así que no hemos podido ver qué se ha concedido.',
    'approval.mend.yourself': () => 'Si usted administra la organización:',
    'approval.mend.assign': () =>
      'En el Centro de administración de Microsoft Entra, abra Aplicaciones empresariales, ExtendSync, Usuarios y grupos. Agregue allí su cuenta y las de las demás personas que vayan a usarlo.',
    'approval.mend.enable': () =>
      'En el Centro de administración de Microsoft Entra, abra Aplicaciones empresariales, ExtendSync, Propiedades. Actívelo en «¿Habilitado para que los usuarios inicien sesión?». Si ya está activado, escriba a nuestro soporte técnico.',
    'approval.mend.other': () =>
      'Los registros de inicio de sesión del Centro de administración de Microsoft Entra indican qué lo ha impedido.',
    'approval.mend.then-confirm': () =>
      'Después, vuelva a confirmar, o confirme con la cuenta de otro administrador.',
    'approval.looked.may-not-read': () =>
      'La cuenta con la que se inició sesión no puede ver qué se ha concedido en la organización.',
    'approval.looked.other-tenant': () =>
      'La cuenta con la que se inició sesión es de una organización distinta de la que se indica.',
    'approval.looked.expired': () => 'La confirmación tardó más de los cinco minutos que permitimos.',
    'approval.looked.repeated': () =>
      'Esta respuesta de Microsoft ya se había usado. Cada una cuenta una sola vez.',
    'approval.looked.forged': () =>
      'No habíamos pedido esta respuesta a Microsoft, así que la hemos descartado.',
    'approval.looked.failed': () => 'Microsoft no nos ha dicho qué se ha concedido.',
    'approval.not-arrived.title': () => 'Microsoft aún no muestra ninguna aprobación',
    'approval.not-arrived.lead': () =>
      'Quizá necesite un poco más de tiempo, o se dio con una cuenta distinta de la que ha iniciado sesión aquí. Seguimos preguntando.',
    'approval.not-arrived.lead.nobody': () =>
      'Según lo que muestra Microsoft, aquí nadie ha aprobado aún ExtendSync.',
    'approval.not-arrived.next': () => 'Puede hacerlo ahora o enviar un enlace a otro administrador.',
    'approval.partial.title': ({ missing }, format) =>
      format.plural(missing, {
        one: 'Todavía falta un permiso',
        other: `Todavía faltan ${format.number(missing)} permisos`,
      }),
    'approval.partial.lead': ({ organisation }) =>
      `Ya hay una parte de la aprobación de ${your(organisation)}. Apruebe una vez más: entonces la página de Microsoft lo muestra todo.`,
    'approval.partial.lead.not-known': ({ serviceAway }) =>
      `${serviceAway ? 'Ahora mismo no podemos conectar con nuestro servicio, así que no sabemos' : 'Microsoft no nos ha dicho'} si el resto está aprobado para toda la organización. Si lo aprueba, la página de Microsoft lo muestra todo.`,
    'approval.unproven.title': () => 'Aún no está confirmado para todos',
    'approval.unproven.lead.this-user': () =>
      'Microsoft indica que ExtendSync solo tiene acceso a su propia cuenta, no a toda la organización.',
    'approval.unproven.lead.unproven': () =>
      'ExtendSync tiene acceso a su cuenta. Microsoft no nos ha dicho si se aprobó para toda la organización.',
    'approval.unproven.lead.service-away': () =>
      'ExtendSync tiene acceso a su cuenta. Ahora mismo no podemos conectar con nuestro servicio, así que no sabemos si se aprobó para toda la organización.',
    'approval.blocked.title': () => 'Hay un obstáculo',
    'approval.blocked.taken': () => 'Microsoft ha recibido la aprobación. El obstáculo es otro.',
    'approval.other-account.title': () => 'Ha iniciado sesión en otra organización',
    'approval.other-account.lead': ({ organisation }) =>
      organisation === undefined
        ? 'La cuenta con la que ha iniciado sesión aquí es de una organización distinta de la que se indica, así que no puede mostrar cuál es la situación allí.'
        : `Esta solicitud es para ${organisation}. La cuenta con la que ha iniciado sesión aquí es de otra organización, así que no puede mostrar cuál es la situación allí.`,
    'approval.unknown.title': () => 'Ahora mismo no hemos podido comprobarlo',
    'approval.unknown.next': () =>
      'No se ha perdido nada. Volvemos a preguntar automáticamente, y Outlook también.',

    'approval.unasked.title': () => 'Estamos preguntando a Microsoft',
    'approval.unasked.sign-in-title': () => 'Inicie sesión para ver la situación',
    'approval.unasked.lead': () =>
      'Según la dirección de esta página, ExtendSync se aprobó. Cualquiera puede escribir una dirección, así que solo cuenta lo que diga Microsoft.',
    'approval.unasked.lead.refused': () =>
      'Según la dirección de esta página, no se aprobó nada. Cualquiera puede escribir una dirección, así que solo cuenta lo que diga Microsoft.',
    'approval.unasked.lead.other': () =>
      'La dirección de esta página habla de una visita a la página de Microsoft que no empezó aquí. Aun así, puede haber una aprobación.',
    'approval.unasked.lead.agreed': () =>
      'Así lo indica la dirección de esta página, y Microsoft tampoco muestra ninguna aprobación a la cuenta que ha iniciado sesión aquí.',
    'approval.unasked.next': () =>
      'Aquí nadie ha iniciado sesión, así que Microsoft no nos dice nada. Inicie sesión para ver cuál es la situación.',

    'approval.returned.denied.title': () => 'No se ha aprobado nada',
    'approval.returned.denied.lead': () =>
      'La solicitud se rechazó en la página de Microsoft. Si no era su intención, puede empezar de nuevo.',
    'approval.returned.left.title': () => 'Salió de la página de Microsoft sin aprobar',
    'approval.returned.left.lead': () =>
      'No se ha aprobado ni rechazado nada. Puede continuar cuando quiera.',
    'approval.returned.role-too-small.title': () => 'Su rol no es suficiente para estos permisos',
    'approval.returned.role-too-small.lead': () =>
      'Microsoft solo permite aprobarlos a determinados roles, así que no ha cambiado nada.',
    'approval.returned.expired.title': () => 'Han pasado más de cinco minutos',
    'approval.returned.expired.lead': () =>
      'Por seguridad, solo aceptamos una respuesta de la página de Microsoft durante cinco minutos. Empezar de nuevo es un clic y no se pierde nada.',
    'approval.returned.repeated.title': () => 'Esta respuesta ya se había usado',
    'approval.returned.repeated.lead': () =>
      'Cada respuesta de Microsoft cuenta una sola vez. Si ya lo ha aprobado, sigue siendo válido.',
    'approval.returned.forged.title': () => 'No habíamos pedido esta respuesta',
    'approval.returned.forged.lead': () =>
      'No corresponde a ninguna visita a la página de Microsoft que hayamos iniciado, así que la hemos descartado. Aun así, puede haber una aprobación: se lo preguntamos a Microsoft.',
    'approval.returned.other-tenant.title': () => 'Era otra organización',
    'approval.returned.other-tenant.lead': () =>
      'En Microsoft había iniciado sesión con una cuenta de una organización distinta de la que se indica.',
    'approval.returned.failed.title': () => 'No ha funcionado en Microsoft',
    'approval.returned.failed.lead': () => 'Microsoft comunicó un problema en lugar de su decisión.',

    'approval.action.continue': () => 'Continuar en Microsoft',
    'approval.action.begin-again': () => 'Empezar de nuevo',
    'approval.action.confirm': () => 'Confirmar como administrador',
    'approval.action.pass-on': () => 'Reenviar el enlace',
    'approval.action.copy-link': () => 'Copiar un enlace para otro administrador',
    'approval.action.other-account': () => 'Continuar con otra cuenta',
    'approval.action.show-request': () => 'Mostrar la solicitud',
    'approval.action.approve-again': () => 'Aprobar de nuevo',
    'approval.action.try-again': () => 'Cargar los detalles',
    'approval.action.check-now': () => 'Comprobar ahora',
    'approval.action.sign-in': () => 'Iniciar sesión para confirmar',
    'approval.action.sign-in-to-see': () => 'Iniciar sesión para ver cómo está',
    'approval.action.sign-in-other': () => 'Iniciar sesión con otra cuenta',
    'approval.action.close': () => 'Cerrar esta ventana',
    'approval.action.copy-receipt': () => 'Copiar el comprobante',
    'approval.action.print': () => 'Imprimir',
  },
  labels: {
    ...permissionsEs.labels,

    'facts.title': () => 'La solicitud',
    'facts.organisation': () => 'Organización',
    'facts.organisation-id': () => 'Id. de inquilino',
    'facts.asked-for': () => 'Se pide para',
    'facts.asked-for-unverified': ({ domain }) =>
      `${domain} (según el remitente; sin confirmar por Microsoft)`,
    'facts.asked-by': () => 'Solicitado por',
    'facts.asked-by-words': () =>
      'Quien le envió el enlace. No guardamos ningún nombre, así que asegúrese de conocer a esa persona.',
    'facts.punycode': () =>
      'Un nombre con «xn--» representa otro con letras que no caben en una dirección. Puede parecerse a un nombre conocido, así que compárelo con cuidado.',
    'facts.organisation-not-named': () => 'La de la cuenta con la que inicie sesión',
    'facts.application': () => 'Aplicación',
    'facts.publisher': () => 'Editor',
    'facts.client-id': () => 'Id. de aplicación',
    'facts.made': ({ atMs }, format) => `Solicitado el ${format.day(atMs)}.`,
    'facts.expires': ({ atMs }, format) => `El enlace es válido hasta este momento: ${format.moment(atMs)}.`,

    'asked.title': ({ count }, format) => `Qué pide ExtendSync: ${permissions(count, format)}`,
    'asked.comes-along': () => 'viene incluido en la lista de Microsoft, aquí no hace falta',

    'details.title': () => 'Para nuestro soporte técnico',
    'details.code': () => 'Código de Microsoft',
    'details.correlation-id': () => 'Id. de correlación',

    'receipt.title': () => 'Comprobante',
    'receipt.confirmed': () => 'Confirmado',
    'receipt.check': () => 'Cómo se comprobó',
    'receipt.check-words': () =>
      'Microsoft comunicó a nuestro servicio qué se ha concedido para toda la organización',
    'receipt.look-words': ({ time }) =>
      `Alguien autorizado a verlo inició sesión (${time}) y Microsoft mostró qué se ha concedido para toda la organización`,
    'receipt.approved-by': () => 'Aprobado por',
    'receipt.approved-by-words': () =>
      'No guardamos nombres. Consta en el registro de auditoría de Microsoft Entra.',
    'receipt.permissions': () => 'Permisos concedidos',
  },
};
