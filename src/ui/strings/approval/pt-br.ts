import { oneOf, organisationOfYours as yours, permissions } from '../phrases/pt-br';
import { permissionsPtBR } from '../permissions/pt-br';
import type { ApprovalCatalogue } from './catalogue';

export const approvalPtBR: ApprovalCatalogue = {
  messages: {
    ...permissionsPtBR.reasons,

    'approval.opening.title': () => 'Um momento, por favor…',
    'approval.opening.lead': () => 'Esta página ajuda você a aprovar o ExtendSync para uma organização.',

    'approval.lost.title': () => 'Não há nada para aprovar aqui',
    'approval.lost.lead': () =>
      'Esta página explica os pedidos de aprovação do ExtendSync, mas o endereço não contém nenhum.',
    'approval.damaged.title': () => 'Este link está danificado',
    'approval.damaged.lead': () => 'Parte do endereço está faltando ou foi alterada no caminho.',
    'approval.lost.next': () => 'Abra de novo o link completo da mensagem, ou peça um novo a quem o enviou.',
    'approval.lost.next-in-dialog': () => 'Feche esta janela e comece de novo a partir do Outlook.',

    'approval.gone.title': () => 'Este pedido não está mais aberto',
    'approval.gone.lead': () => 'Ele foi retirado, ou seus 30 dias terminaram.',
    'approval.gone.next': () => 'Peça um novo link a quem enviou este.',

    'approval.invitation.title': ({ organisation }) => `Aprovar o ExtendSync para a ${yours(organisation)}`,
    'approval.invitation.lead': () =>
      'Quem enviou este link gostaria de usar o ExtendSync no Outlook. Ele mantém mensagens, configurações de caixa de correio e calendários sincronizados. A Microsoft pede que um administrador aprove isso uma única vez, para todos.',
    'approval.invitation.decide': () =>
      'Você entra e decide na página da própria Microsoft. Este botão ainda não aprova nada.',

    'approval.approvers': ({ roles }, format) =>
      `Pode aprovar quem tem uma destas funções: ${oneOf(roles, format)}. Se não for você, encaminhe o link; não há nada pessoal nele.`,
    'approval.roles-needed': ({ roles }, format) =>
      `Estas permissões exigem uma destas funções: ${oneOf(roles, format)}.`,
    'approval.pass-on': () =>
      'Encaminhe o link a alguém que tenha uma dessas funções. Não há nada pessoal nele.',
    'approval.question.title': () => 'Como sua organização vai usar o ExtendSync?',
    'approval.question.lead': () =>
      'Sua resposta decide o que a página da Microsoft pedirá que você aprove. Nada é enviado antes de você continuar.',
    'approval.question.suggested': () => 'Sugerido no pedido',
    'approval.question.this-list': ({ count }, format) =>
      `Pede as ${format.number(count)} permissões listadas abaixo.`,
    'approval.question.same-list': () => 'Pede a mesma lista.',
    'approval.question.adds': ({ scopes, workAlone }, format) =>
      `${format.number(scopes.length)} a mais${workAlone ? ', que funcionam sem ninguém conectado' : ''}: ${format.list(scopes)}.`,
    'approval.question.takes': ({ scopes, workAlone }, format) =>
      `${format.number(scopes.length)} a menos${workAlone ? ', que funcionam sem ninguém conectado' : ''}: ${format.list(scopes)}.`,

    'approval.not-done.title': () => 'O que a aprovação não faz',
    'approval.not-done.passwords': () =>
      'Ela não compartilha nenhuma senha: você entra na Microsoft, e o ExtendSync não vê nada disso.',
    'approval.not-done.other-apps': () =>
      'Ela não muda nada em seus outros aplicativos nem em suas configurações.',
    'approval.not-done.no-sending': () => 'Não é pedida nenhuma permissão para enviar emails.',
    'approval.not-done.not-here': () =>
      'Ler esta página ou continuar para a Microsoft não aprova nada. Só “Aceitar”, na página da Microsoft, aprova.',

    'approval.revoke.title': () => 'Como retirar a aprovação',
    'approval.revoke.where': () =>
      'No Centro de administração do Microsoft Entra, abra Aplicativos empresariais e, depois, ExtendSync.',
    'approval.revoke.how': () =>
      'Em Permissões, você vê e retira o que foi concedido. Excluir a entrada retira tudo.',
    'approval.revoke.effect': () => 'Um acesso em andamento nesse momento termina em cerca de uma hora.',

    'approval.starting.title': () => 'Abrindo a Microsoft…',
    'approval.starting.lead': () =>
      'A página da Microsoft aparece nesta janela. Entre como administrador, leia o que está listado e decida.',
    'approval.starting.overdue': () => 'A página da Microsoft ainda não apareceu. O botão leva você até lá.',
    'approval.starting.failed': () => 'Não foi possível abrir a página da Microsoft',
    'approval.earlier.title': () => 'Este pedido foi aprovado',
    'approval.earlier.lead': ({ atMs }, format) =>
      `A Microsoft confirmou a aprovação para toda a organização: ${format.moment(atMs)}. Não há mais nada a fazer aqui.`,
    'approval.earlier.next': () => 'Isso pode ter mudado desde então. Entre para ver a situação atual.',

    'approval.notice.offline': () => 'Parece que você está offline. Continuaremos assim que a rede voltar.',
    'approval.notice.details-missing': () =>
      'No momento não conseguimos acessar nosso serviço, por isso faltam os detalhes deste pedido. Mesmo assim, você pode continuar para a Microsoft.',
    'approval.notice.been-there': ({ atMs }, format) =>
      `Alguém voltou da página da Microsoft: ${format.moment(atMs)}. Esta página não sabe com qual resultado. Entre para ver a situação antes de aprovar de novo.`,
    'approval.notice.turned-down': ({ atMs }, format) =>
      `Alguém recusou este pedido na página da Microsoft: ${format.moment(atMs)}.`,
    'approval.notice.other-name': ({ domain }) =>
      `Consultamos a Microsoft sobre o nome deste pedido: ${domain} pertence a uma organização diferente daquela que daria a aprovação. Antes de continuar, fale com quem enviou o link a você.`,
    'approval.notice.throttled': ({ untilMs }, format) =>
      untilMs === undefined
        ? 'Foram tentativas demais em pouco tempo. Espere um pouco e selecione o botão de novo.'
        : `Foram tentativas demais em pouco tempo. Selecione o botão de novo a partir deste momento: ${format.from(untilMs)}.`,
    'approval.notice.service-away': () =>
      'No momento não conseguimos acessar nosso serviço. Selecione o botão de novo daqui a pouco.',
    'approval.notice.answer-refused': () =>
      'Nosso serviço respondeu com um endereço que não é da Microsoft, por isso não o seguimos. Tente de novo; se continuar, fale com nosso suporte.',
    'approval.notice.sign-in-blocked': () =>
      'A janela de entrada foi bloqueada. Permita pop-ups para esta página e selecione o botão de novo.',
    'approval.notice.sign-in-cancelled': () => 'A entrada foi cancelada. Nada mudou.',
    'approval.notice.copied': () => 'O comprovante está na área de transferência.',
    'approval.notice.not-copied': () =>
      'O navegador não permitiu copiar. Imprima a página, ou selecione o texto e pressione Ctrl+C (⌘C no Mac).',
    'approval.notice.link-copied': () => 'O link está na área de transferência. Cole-o em uma mensagem.',
    'approval.notice.link-not-copied': ({ link }) =>
      `O navegador não permitiu copiar. Selecione o link e pressione Ctrl+C (⌘C no Mac): ${link}`,

    'approval.may-leave': () =>
      'Você pode fechar esta página quando quiser: o resultado aparece no Outlook sem sua ajuda.',
    'approval.outlook-goes-on': () => 'O Outlook já sabe e continua sozinho. Você pode fechar esta janela.',
    'approval.outlook-not-told': () =>
      'Feche esta janela e volte ao Outlook. A resposta aparece lá automaticamente.',
    'approval.back-to-outlook': () =>
      'Quando terminar aqui, feche esta janela e volte ao Outlook. Uma aprovação aparece lá sozinha.',
    'approval.organisation': ({ organisation }) =>
      `Este pedido é para a ${yours(organisation)}. Escolha, na página da Microsoft, uma conta dessa organização.`,
    'approval.ask-for-new-link': () => 'Para continuar, abra de novo o link da mensagem, ou peça um novo.',

    'approval.confirmed.title': () => 'Aprovado e confirmado pela Microsoft',
    'approval.confirmed.lead': ({ organisation }) =>
      `A ${yours(organisation)} concedeu ao ExtendSync tudo de que ele precisa, para todos.`,
    'approval.confirmed.covers.no-autopilot': ({ organisation }) =>
      `A ${yours(organisation)} aprovou o ExtendSync para uso sem o Autopilot, para todos.`,
    'approval.confirmed.covers.group-edition': ({ organisation }) =>
      `A ${yours(organisation)} aprovou o ExtendSync sem o Autopilot, para uso individual e para o Group Edition, em toda a organização.`,
    'approval.confirming.title': () => 'Obrigado. Estamos verificando com a Microsoft',
    'approval.confirming.lead': () =>
      'Você voltou da página da Microsoft. Antes de considerar concluído, perguntamos à Microsoft se a aprovação chegou.',
    'approval.sign-in.title': () => 'Obrigado. Quer ver a confirmação?',
    'approval.sign-in.lead': () =>
      'Para perguntar à Microsoft a partir desta página, precisamos que você entre mais uma vez. Isso não muda nada na aprovação.',
    'approval.spreading.title': () => 'A aprovação está a caminho',
    'approval.spreading.lead': () =>
      'A Microsoft ainda não a mostra em todos os lugares. Isso costuma levar um ou dois minutos. Continuamos perguntando.',
    'approval.confirm.title': () => 'Confirme a aprovação',
    'approval.confirm.lead': () =>
      'Parece haver uma aprovação, mas ninguém confirmou ainda que ela vale para todos.',
    'approval.confirm.how': () =>
      'Entre uma vez como administrador. Lemos então na Microsoft o que foi concedido para toda a organização. Isso não muda nada, e não guardamos nada sobre você.',
    'approval.confirm.accepted-title': () => 'Aprovado, mas ainda não confirmado',
    'approval.confirm.not-done-title': () => 'Ainda não confirmado',
    'approval.looked.sign-in-needed': () =>
      'A Microsoft pede que você entre antes de mostrar o que foi concedido.',
    'approval.looked.blocked': () =>
      'A Microsoft não admitiu a conta que entrou, por isso não pudemos ver o que foi concedido.',
    'approval.mend.yourself': () => 'Se você administra a organização:',
    'approval.mend.assign': () =>
      'No Centro de administração do Microsoft Entra, abra Aplicativos empresariais, ExtendSync, Usuários e grupos. Adicione ali a sua conta e as das outras pessoas que vão usá-lo.',
    'approval.mend.enable': () =>
      'No Centro de administração do Microsoft Entra, abra Aplicativos empresariais, ExtendSync, Propriedades. Ative-o em “Habilitado para os usuários entrarem?”. Se já estiver ativado, escreva ao nosso suporte.',
    'approval.mend.other': () =>
      'Os logs de entrada do Centro de administração do Microsoft Entra indicam o que impediu a entrada.',
    'approval.mend.then-confirm': () => 'Depois, confirme de novo, ou com a conta de outro administrador.',
    'approval.looked.may-not-read': () =>
      'A conta que entrou não pode ver o que foi concedido na organização.',
    'approval.looked.other-tenant': () =>
      'A conta que entrou é de uma organização diferente da que recebeu o pedido.',
    'approval.looked.expired': () => 'A confirmação levou mais do que os cinco minutos que permitimos.',
    'approval.looked.repeated': () =>
      'Esta resposta da Microsoft já tinha sido usada. Cada uma vale uma vez.',
    'approval.looked.forged': () => 'Não tínhamos pedido esta resposta à Microsoft, por isso a ignoramos.',
    'approval.looked.failed': () => 'A Microsoft não nos disse o que foi concedido.',
    'approval.not-arrived.title': () => 'A Microsoft ainda não mostra uma aprovação',
    'approval.not-arrived.lead': () =>
      'Talvez ela precise de um pouco mais de tempo, ou tenha sido dada com uma conta diferente da que entrou aqui. Continuamos perguntando.',
    'approval.not-arrived.lead.nobody': () =>
      'Pelo que a Microsoft mostra, ninguém aprovou o ExtendSync aqui ainda.',
    'approval.not-arrived.next': () =>
      'Você pode fazer isso agora ou enviar um link para outro administrador.',
    'approval.partial.title': ({ missing }, format) =>
      format.plural(missing, {
        one: 'Ainda falta uma permissão',
        other: `Ainda faltam ${format.number(missing)} permissões`,
      }),
    'approval.partial.lead': ({ organisation }) =>
      `Parte da aprovação da ${yours(organisation)} já existe. Aprove mais uma vez: a página da Microsoft listará tudo.`,
    'approval.partial.lead.not-known': ({ serviceAway }) =>
      `${serviceAway ? 'No momento não conseguimos acessar nosso serviço, por isso não sabemos' : 'A Microsoft não nos disse'} se o restante está aprovado para toda a organização. Se você aprovar, a página da Microsoft listará tudo.`,
    'approval.unproven.title': () => 'Ainda não confirmado para todos',
    'approval.unproven.lead.this-user': () =>
      'A Microsoft informa que o ExtendSync tem acesso somente à sua própria conta, não a toda a organização.',
    'approval.unproven.lead.unproven': () =>
      'O ExtendSync tem acesso à sua conta. A Microsoft não nos disse se ele foi aprovado para toda a organização.',
    'approval.unproven.lead.service-away': () =>
      'O ExtendSync tem acesso à sua conta. No momento não conseguimos acessar nosso serviço, por isso não sabemos se ele foi aprovado para toda a organização.',
    'approval.blocked.title': () => 'Há um obstáculo',
    'approval.blocked.taken': () => 'A Microsoft recebeu a aprovação. O obstáculo é outro.',
    'approval.other-account.title': () => 'Você entrou em outra organização',
    'approval.other-account.lead': ({ organisation }) =>
      organisation === undefined
        ? 'A conta que entrou aqui é de uma organização diferente da que recebeu o pedido, por isso não pode mostrar a situação de lá.'
        : `Este pedido é para a ${yours(organisation)}. A conta que entrou aqui é de outra organização, por isso não pode mostrar a situação de lá.`,
    'approval.unknown.title': () => 'Não foi possível verificar agora',
    'approval.unknown.next': () => 'Nada se perdeu. Perguntamos de novo automaticamente, e o Outlook também.',

    'approval.unasked.title': () => 'Estamos perguntando à Microsoft',
    'approval.unasked.sign-in-title': () => 'Entre para ver a situação',
    'approval.unasked.lead': () =>
      'O endereço desta página diz que o ExtendSync foi aprovado. Qualquer pessoa pode escrever um endereço, por isso só vale o que a própria Microsoft diz.',
    'approval.unasked.lead.refused': () =>
      'O endereço desta página diz que nada foi aprovado. Qualquer pessoa pode escrever um endereço, por isso só vale o que a própria Microsoft diz.',
    'approval.unasked.lead.other': () =>
      'O endereço desta página fala de uma visita à página da Microsoft que não começou aqui. Mesmo assim, pode haver uma aprovação.',
    'approval.unasked.lead.agreed': () =>
      'É o que diz o endereço desta página, e a Microsoft também não mostra uma aprovação à conta que entrou aqui.',
    'approval.unasked.next': () =>
      'Ninguém entrou aqui, por isso a Microsoft não nos diz nada. Entre para ver a situação.',

    'approval.returned.denied.title': () => 'Nada foi aprovado',
    'approval.returned.denied.lead': () =>
      'O pedido foi recusado na página da Microsoft. Se não era essa a sua intenção, você pode começar de novo.',
    'approval.returned.left.title': () => 'Você saiu da página da Microsoft sem aprovar',
    'approval.returned.left.lead': () => 'Nada foi aprovado nem recusado. Você pode continuar quando quiser.',
    'approval.returned.role-too-small.title': () => 'Sua função não basta para estas permissões',
    'approval.returned.role-too-small.lead': () =>
      'A Microsoft só permite que certas funções as aprovem, por isso nada mudou.',
    'approval.returned.expired.title': () => 'Passou de cinco minutos',
    'approval.returned.expired.lead': () =>
      'Por segurança, só aceitamos uma resposta da página da Microsoft durante cinco minutos. Recomeçar leva um clique, e nada se perde.',
    'approval.returned.repeated.title': () => 'Esta resposta já tinha sido usada',
    'approval.returned.repeated.lead': () =>
      'Cada resposta da Microsoft vale uma vez. Se você já aprovou, isso continua valendo.',
    'approval.returned.forged.title': () => 'Não tínhamos pedido esta resposta',
    'approval.returned.forged.lead': () =>
      'Ela não pertence a nenhuma visita à página da Microsoft que tenhamos iniciado, por isso a ignoramos. Mesmo assim, pode haver uma aprovação: perguntamos à Microsoft.',
    'approval.returned.other-tenant.title': () => 'Era outra organização',
    'approval.returned.other-tenant.lead': () =>
      'Na Microsoft, você entrou com uma conta de uma organização diferente da que recebeu o pedido.',
    'approval.returned.failed.title': () => 'Não funcionou na Microsoft',
    'approval.returned.failed.lead': () => 'A Microsoft informou um problema em vez da sua decisão.',

    'approval.action.continue': () => 'Continuar para a Microsoft',
    'approval.action.begin-again': () => 'Começar de novo',
    'approval.action.confirm': () => 'Confirmar como administrador',
    'approval.action.pass-on': () => 'Encaminhar o link',
    'approval.action.copy-link': () => 'Copiar um link para outro administrador',
    'approval.action.other-account': () => 'Continuar com outra conta',
    'approval.action.show-request': () => 'Mostrar o pedido',
    'approval.action.approve-again': () => 'Aprovar mais uma vez',
    'approval.action.try-again': () => 'Carregar os detalhes',
    'approval.action.check-now': () => 'Verificar agora',
    'approval.action.sign-in': () => 'Entrar para confirmar',
    'approval.action.sign-in-to-see': () => 'Entrar para ver a situação',
    'approval.action.sign-in-other': () => 'Entrar com outra conta',
    'approval.action.close': () => 'Fechar esta janela',
    'approval.action.copy-receipt': () => 'Copiar o comprovante',
    'approval.action.print': () => 'Imprimir',
  },
  labels: {
    ...permissionsPtBR.labels,

    'facts.title': () => 'O pedido',
    'facts.organisation': () => 'Organização',
    'facts.organisation-id': () => 'ID do locatário',
    'facts.asked-for': () => 'Pedido para',
    'facts.asked-for-unverified': ({ domain }) =>
      `${domain} (segundo o remetente; não confirmado pela Microsoft)`,
    'facts.asked-by': () => 'Pedido por',
    'facts.asked-by-words': () =>
      'Quem enviou o link a você. Não guardamos nenhum nome, por isso confira se você conhece a pessoa.',
    'facts.punycode': () =>
      'Um nome com “xn--” representa outro com letras que não cabem em um endereço. Ele pode parecer um nome conhecido, por isso compare com cuidado.',
    'facts.organisation-not-named': () => 'A da conta com a qual você entrar',
    'facts.application': () => 'Aplicativo',
    'facts.publisher': () => 'Editor',
    'facts.client-id': () => 'ID do aplicativo',
    'facts.made': ({ atMs }, format) => `Pedido feito em ${format.day(atMs)}.`,
    'facts.expires': ({ atMs }, format) => `O link vale até este momento: ${format.moment(atMs)}.`,

    'asked.title': ({ count }, format) => `O que o ExtendSync pede: ${permissions(count, format)}`,
    'asked.comes-along': () => 'vem junto na lista da Microsoft, não é necessária aqui',

    'details.title': () => 'Para nosso suporte',
    'details.code': () => 'Código da Microsoft',
    'details.correlation-id': () => 'ID de correlação',

    'receipt.title': () => 'Comprovante',
    'receipt.confirmed': () => 'Confirmado',
    'receipt.check': () => 'Como foi verificado',
    'receipt.check-words': () =>
      'A Microsoft informou ao nosso serviço o que foi concedido para toda a organização',
    'receipt.look-words': ({ time }) =>
      `Uma pessoa autorizada a ver isso entrou (${time}), e a Microsoft mostrou o que foi concedido para toda a organização`,
    'receipt.approved-by': () => 'Aprovado por',
    'receipt.approved-by-words': () => 'Não guardamos nomes. Consta no log de auditoria do Microsoft Entra.',
    'receipt.permissions': () => 'Permissões concedidas',
  },
};
