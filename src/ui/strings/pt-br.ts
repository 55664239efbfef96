import type { Catalogue } from './catalogue';
import { oneOf, organisationOfYours as yours, permissions } from './phrases/pt-br';

export const ptBR: Catalogue = {
  messages: {
    'checking.title': () => 'Verificando o acesso da sua organização…',
    'checking.lead': () =>
      'Estamos perguntando à Microsoft se o ExtendSync pode funcionar aqui. Isso leva só um instante.',

    'granted.title': () => 'O acesso está aprovado',
    'granted.lead': ({ organisation }) =>
      `A ${yours(organisation)} concedeu ao ExtendSync tudo de que ele precisa. Você não precisa fazer mais nada.`,
    'granted.lead.steps': ({ organisation }) =>
      `A ${yours(organisation)} aprovou tudo de que o ExtendSync precisa da Microsoft. O que falta fazer está abaixo.`,
    'granted.covers.no-autopilot': ({ organisation }) =>
      `A ${yours(organisation)} aprovou o ExtendSync para uso sem o Autopilot. Você não precisa fazer mais nada.`,
    'granted.covers.group-edition': ({ organisation }) =>
      `A ${yours(organisation)} aprovou o ExtendSync sem o Autopilot, para uso individual e para o Group Edition. Você não precisa fazer mais nada.`,

    'personal.title.this-user': () => 'Concedido a você, não a todos',
    'personal.title.unproven': () => 'Funciona para você',
    'personal.title.approved': () => 'Aprovado por um administrador, ainda não confirmado para todos',
    'personal.lead.this-user': () =>
      'O ExtendSync tem acesso somente à sua conta. Para seus colegas e para o Autopilot, um administrador precisa aprová-lo para toda a organização.',
    'personal.lead.unproven': () =>
      'O ExtendSync tem acesso à sua conta. A Microsoft não nos disse se ele está aprovado para toda a organização.',
    'personal.lead.approved': () =>
      'O ExtendSync funciona para você. A Microsoft mostra aos administradores se ele está aprovado para todos; um deles confirma uma vez.',
    'personal.lead.service-away': () =>
      'O ExtendSync tem acesso à sua conta. No momento não conseguimos acessar nosso serviço, por isso não sabemos se toda a organização o aprovou.',

    'partial.title': ({ missing }, format) =>
      format.plural(missing, {
        one: 'Ainda falta uma permissão',
        other: `Ainda faltam ${format.number(missing)} permissões`,
      }),
    'partial.lead': ({ missing }, format) =>
      `Parte do acesso já existe. Um administrador ainda precisa aprovar ${format.plural(missing, { one: 'a permissão marcada', other: 'as permissões marcadas' })} abaixo.`,
    'partial.lead.new-permissions': ({ missing }, format) =>
      `Tudo estava aprovado e continua assim. Desde então, o ExtendSync ganhou um novo recurso e precisa de ${format.plural(missing, { one: 'mais uma permissão, marcada', other: `mais ${format.number(missing)} permissões, marcadas` })} abaixo.`,
    'partial.lead.was-granted': ({ missing }, format) =>
      `Antes, tudo estava aprovado. Desde então, ${format.plural(missing, { one: 'uma permissão foi adicionada ou retirada', other: 'algumas permissões foram adicionadas ou retiradas' })}, e um administrador precisa aprovar mais uma vez.`,
    'partial.lead.not-known': ({ missing, serviceAway }, format) =>
      `Um administrador ainda precisa aprovar ${format.plural(missing, { one: 'a permissão marcada', other: 'as permissões marcadas' })} abaixo. ${serviceAway ? 'No momento não conseguimos acessar nosso serviço, por isso não sabemos' : 'A Microsoft não nos disse'} se o restante está aprovado para toda a organização.`,

    'required.title': () => 'Falta uma aprovação',
    'required.lead': ({ organisation }) =>
      `Para que o ExtendSync funcione, um administrador da ${yours(organisation)} precisa aprová-lo uma única vez, para todos.`,
    'required.about': () =>
      'O ExtendSync mantém mensagens, configurações da caixa de correio e calendários em sincronia, direto no Outlook.',
    'required.title.was-granted': () => 'O acesso foi retirado',
    'required.lead.was-granted': ({ organisation, atMs }, format) =>
      `A ${yours(organisation)} havia aprovado o ExtendSync (última confirmação: ${format.moment(atMs)}). Essa aprovação não existe mais, e um administrador precisa concedê-la de novo.`,
    'required.approvers': ({ roles }, format) =>
      `Pode aprovar quem tem uma destas funções: ${oneOf(roles, format)}.`,
    'choice.approve': ({ roles }, format) =>
      `Com a função ${oneOf(roles, format)}. A Microsoft mostra o que você está aprovando.`,
    'choice.share': () =>
      'Nós preparamos a mensagem com um link e você a envia. Este painel detecta a aprovação automaticamente.',

    'arriving.title': () => 'A aprovação está a caminho',
    'arriving.lead': () =>
      'A Microsoft a recebeu. Pode levar um ou dois minutos até que ela entre em vigor em todos os lugares. Continuamos verificando; você não precisa fazer nada.',
    'arriving.lead.host-remembers': () =>
      'A Microsoft confirma a aprovação, mas o Outlook ainda dá a resposta anterior. Entre de novo para que ele pergunte outra vez.',

    'waiting.title': () => 'Aguardando seu administrador',
    'waiting.title.not-approved': () => 'Não aprovado',
    'waiting.lead': () =>
      'Assim que um administrador aprovar, isso aparece aqui sozinho. Você pode fechar este painel.',
    'waiting.lead.returned': () =>
      'Seu administrador passou pela página da Microsoft. Estamos verificando se a aprovação chegou.',
    'waiting.lead.opened': () =>
      'O link foi aberto. A aprovação pode chegar a qualquer momento. Você pode fechar este painel.',
    'waiting.lead.denied': () =>
      'O pedido foi recusado na página da Microsoft. Talvez ajude conversar com seu administrador e pedir de novo.',
    'waiting.lead.left': () =>
      'Alguém abriu o link e saiu da página da Microsoft sem aprovar. Nada foi recusado, e o link continua valendo.',
    'waiting.lead.role-too-small': ({ roles }, format) =>
      `A pessoa a quem você pediu não pode aprovar isto. É preciso ter uma destas funções: ${oneOf(roles, format)}. Peça a outra pessoa.`,

    'approving.title': () => 'Aprove na outra janela',
    'approving.lead.expired': () =>
      'Por segurança, só aceitamos uma resposta da página da Microsoft durante cinco minutos, e eles terminaram. Recomece com um clique; nada se perdeu.',
    'approving.lead': () =>
      'Entre como administrador nessa janela, leia o que a Microsoft lista e aceite. Nós cuidamos do resto.',
    'approving.title.confirm': () => 'Confirme na outra janela',
    'approving.lead.confirm': () =>
      'Entre como administrador nessa janela. Lemos então na Microsoft o que foi concedido; isso não muda nada.',

    'sharing.title': () => 'Pedir ao administrador',
    'sharing.lead': ({ organisation }) =>
      `Envie este link a alguém que gerencie o Microsoft 365 na ${yours(organisation)}. Ele explica o que está sendo pedido e por quê.`,
    'sharing.lead.straight': () =>
      'Este link leva direto à Microsoft, porque nossa própria página não pode ser acessada agora. O resultado é o mesmo.',

    'sign-in.title': () => 'Entre na sua conta',
    'sign-in.title.either': () => 'Falta uma etapa',
    'sign-in.lead.either': () =>
      'O Outlook não soube dizer se você precisa entrar ou se sua organização ainda não aprovou o ExtendSync. Ao entrar, isso se esclarece.',

    'other-tenant.title': () => 'Você entrou com outra conta',
    'other-tenant.lead': ({ mailDomain }) =>
      mailDomain === undefined
        ? 'Você entrou com uma conta de outra organização, diferente da desta caixa de correio.'
        : `Esta caixa de correio é de ${mailDomain}, mas você entrou com uma conta de outra organização.`,
    'other-tenant.lead.consultant': () =>
      'Entre com a conta desta caixa de correio. Se não tiver uma, fale com o administrador dessa organização.',

    'mailbox.on-premises': () =>
      'Esta caixa de correio está em um servidor próprio da sua organização. O ExtendSync só alcança caixas de correio no Microsoft 365.',
    'mailbox.personal': () => 'Abra o ExtendSync ao lado da caixa de correio do seu trabalho ou escola.',
    'mailbox.not-known': () =>
      'O Outlook não disse de quem é esta caixa de correio. O que você vê é sobre a organização da sua conta.',
    'mailbox.shared': () =>
      'Esta caixa de correio é compartilhada ou de outra pessoa. Verificamos com a sua própria conta.',
    'mailbox.not-placed': ({ mailDomain }) =>
      mailDomain === undefined
        ? 'Se a sua conta for de outra organização, entre com a conta desta caixa de correio.'
        : `Esta caixa de correio é de ${mailDomain}. Se a sua conta for de outra organização, entre com a conta desta caixa de correio.`,

    'blocked.title': () => 'O acesso está bloqueado',

    'unknown.title': () => 'Não foi possível verificar agora',
    'unknown.last-granted': ({ atMs, organisation }, format) =>
      `Na última resposta da Microsoft (${format.moment(atMs)}), tudo estava aprovado para a ${yours(organisation)}.`,
    'unknown.last-partial': ({ atMs, organisation }, format) =>
      `Na última resposta da Microsoft (${format.moment(atMs)}), faltavam algumas permissões para a ${yours(organisation)}.`,
    'unknown.last-required': ({ atMs, organisation }, format) =>
      `Na última resposta da Microsoft (${format.moment(atMs)}), a ${yours(organisation)} não havia aprovado o ExtendSync.`,
    'unknown.last-personal': ({ atMs }, format) =>
      `Na última resposta da Microsoft (${format.moment(atMs)}), o ExtendSync tinha acesso à sua conta.`,
    'unknown.never-confirmed': () => 'A Microsoft ainda não confirmou nada para esta caixa de correio.',

    'situation.title': () => 'Como você vai usar o ExtendSync?',
    'situation.lead': () =>
      'Disso depende o que será pedido ao seu administrador. Você pode mudar a qualquer momento.',
    'situation.autopilot-on': () => 'O Autopilot já está ativado',
    'situation.autopilot-everyone': () => 'Autopilot para todos',
    'situation.autopilot-groups': () => 'Autopilot para determinados grupos',
    'situation.no-autopilot': () => 'Sem o Autopilot',
    'situation.group-edition': () => 'Group Edition',
    'situation.not-sure': () => 'Não sei ao certo',

    'showing.title': () => 'Mostrar ao seu administrador',
    'showing.lead': () => 'Para alguém ao seu lado, ou que vê sua tela em uma chamada.',
    'group.title': () => 'Limitar o Autopilot a um grupo',
    'group.lead': () =>
      'Assim, por conta própria, o ExtendSync só alcança as caixas de correio de um grupo. O Exchange Online mantém esse limite. Nós escrevemos o script; um administrador o executa.',
    'manage.title': () => 'Acesso e dados',
    'manage.lead': () => 'O que sua organização concedeu e como retirar.',
    'help.title': () => 'Ajuda',
    'help.lead': () => 'Procuramos o que pode estar impedindo o acesso. Nada é alterado.',

    'notice.reminder': ({ withWhom }) =>
      `Faz mais de um dia que você fez o pedido${withWhom === undefined ? '' : ` a ${withWhom}`}, e a aprovação ainda não chegou. Um breve lembrete costuma ajudar.`,
    'notice.offline': () => 'Parece que você está offline. Vamos verificar de novo assim que a rede voltar.',
    'notice.not-renewed': () => 'Não foi possível atualizar isso agora. Estamos tentando de novo.',
    'notice.not-renewed.throttled': () =>
      'A Microsoft pediu que esperemos um pouco. Depois isso será atualizado.',

    'action.approve': () => 'Aprovar como administrador',
    'action.confirm': () => 'Confirmar como administrador',
    'action.share': () => 'Pedir ao administrador',
    'action.share-again': () => 'Pedir de novo ou a outra pessoa',
    'action.sign-in': () => 'Entrar',
    'action.sign-in-again': () => 'Entrar de novo',
    'action.sign-in-other': () => 'Entrar com outra conta',
    'action.check-now': () => 'Verificar agora',
    'action.back': () => 'Voltar',
    'action.done': () => 'Concluir',
    'action.add-autopilot': () => 'Adicionar o Autopilot',
    'action.pass-on': () => 'Passar o link adiante',
    'action.close-dialog': () => 'Fechar a outra janela',
    'action.renew': () => 'Começar de novo',
    'action.letter-assign': () => 'Pedir para ser incluído',
    'action.letter-enable': () => 'Pedir para ativar',
    'action.letter-enable-account': () => 'Pedir para ativar',
    'action.letter-policy': () => 'Perguntar sobre a política',
    'action.letter-refusal': () => 'Perguntar sobre a causa',
    'action.withdraw': () => 'Retirar o pedido',

    'action.show': () => 'Mostrar na tela',
    'action.help': () => 'Ajuda',
    'action.manage': () => 'Acesso e dados',
    'action.group': () => 'Criar o script',
    'action.change-situation': () => 'Mudar o modo de uso',

    'cause.not-consented': () => 'Sua organização ainda não aprovou o ExtendSync.',
    'cause.consent-declined': () => 'A aprovação foi pedida e recusada.',
    'cause.admin-approval-needed': () => 'A Microsoft exige que um administrador aprove isto.',
    'cause.consent-failed': () =>
      'A Microsoft não conseguiu concluir a aprovação. Muitas vezes funciona alguns minutos depois.',
    'cause.application-not-in-tenant': () => 'O ExtendSync ainda não está configurado na sua organização.',
    'cause.application-disabled': () => 'O ExtendSync está desativado na sua organização.',
    'cause.application-misconfigured': () =>
      'Há um erro no registro do ExtendSync na Microsoft. Cabe a nós corrigi-lo.',
    'cause.user-not-assigned': () =>
      'Sua organização permite que só determinadas pessoas usem o ExtendSync, e você ainda não está entre elas.',
    'cause.account-disabled': () => 'A Microsoft informa que esta conta está desativada.',
    'cause.account-not-in-tenant': () => 'A conta com a qual você entrou não é conhecida nesta organização.',
    'cause.account-unknown': () => 'A Microsoft não conhece esta conta.',
    'cause.wrong-credentials': () => 'Não foi possível entrar.',
    'cause.tenant-unknown': () => 'A Microsoft não conhece nenhuma organização com esse nome.',
    'cause.tenant-blocked': () => 'A Microsoft não permite que esta organização use o aplicativo no momento.',
    'cause.tenant-not-named': () => 'A Microsoft não conseguiu saber de qual organização se trata.',
    'cause.several-accounts': () =>
      'A Microsoft não consegue saber qual conta usar. Talvez você tenha entrado com mais de uma.',
    'cause.not-signed-in': () => 'Antes de perguntar à Microsoft, precisamos saber quem você é.',
    'cause.session-expired': () => 'Sua sessão expirou.',
    'cause.multi-factor-needed': () =>
      'Sua organização quer que você confirme a entrada com uma segunda etapa.',
    'cause.conditional-access': () => 'Uma política de segurança da sua organização não permite este acesso.',
    'cause.device-not-compliant': () =>
      'Uma política de segurança da sua organização exige um dispositivo gerenciado.',
    'cause.account-locked': () =>
      'Esta conta está bloqueada no momento, ou a Microsoft não confia na rede de onde ela vem.',
    'cause.account-restricted': () => 'A Microsoft não deixa esta conta usar aplicativos deste tipo.',
    'cause.other-cloud': () =>
      'O ExtendSync está configurado para outra nuvem da Microsoft, e não a da sua organização. Cabe a nós corrigir isso.',
    'cause.loop-detected': () => 'A Microsoft foi consultada vezes demais em pouco tempo e pede uma pausa.',
    'cause.throttled': () => 'A Microsoft está sobrecarregada e pediu que esperássemos um pouco.',
    'cause.microsoft-unavailable': () => 'O serviço de entrada da Microsoft está com um problema no momento.',
    'cause.network-unreachable': () => 'Não conseguimos acessar a Microsoft pela rede.',
    'cause.service-unavailable': () => 'No momento não conseguimos acessar nosso próprio serviço.',
    'cause.newer-version': () => 'Parece que o ExtendSync foi atualizado. Feche-o e abra-o de novo.',
    'cause.host-unavailable': () => 'O Outlook não nos respondeu.',
    'cause.consent-or-sign-in': () => 'O Outlook pede uma entrada ou uma aprovação e não diz qual das duas.',
    'cause.other-tenant': () => 'Você entrou com uma conta de outra organização.',
    'cause.personal-mailbox': () => 'Esta é uma caixa de correio pessoal',
    'cause.mailbox-not-placed': () =>
      'Não conseguimos descobrir a que organização pertence esta caixa de correio.',
    'cause.cancelled': () => 'A entrada foi cancelada.',
    'cause.popup-blocked': () =>
      'A janela de entrada foi bloqueada. Permita pop-ups para o Outlook e tente de novo.',
    'cause.request-malformed': () =>
      'A Microsoft não aceitou nossa forma de perguntar. Cabe a nós corrigi-la.',
    'cause.page-failed': () => 'Esta página ou seu navegador impediu nossa consulta à Microsoft.',
    'cause.unrecognised': () => 'A Microsoft deu uma resposta que não conhecemos.',

    'next.approve': () => 'Um administrador pode aprovar.',
    'next.ask-admin': () => 'Peça ao seu administrador que aprove.',
    'next.sign-in': () => 'Entre novamente.',
    'next.sign-in-with-other-account': () => 'Entre com a conta desta caixa de correio.',
    'next.ask-admin-to-assign': () =>
      'Peça ao seu administrador que adicione você às pessoas que podem usar o ExtendSync.',
    'next.ask-admin-to-enable': () => 'Peça ao seu administrador que o ative novamente.',
    'next.ask-admin-to-enable-account': () => 'Peça ao seu administrador que ative sua conta novamente.',
    'next.ask-admin-about-policy': () =>
      'Mostre ao seu administrador o código abaixo; ele ajuda a encontrar a política.',
    'next.ask-admin-about-refusal': () =>
      'Mostre ao seu administrador o código abaixo; ele ajuda a encontrar a causa.',
    'next.wait-and-retry': () => 'Você não precisa fazer nada: tentamos de novo automaticamente.',
    'next.open-help': () => '“Ajuda” mostra o que pode estar impedindo.',
    'next.confirm-as-admin': () => 'Um administrador pode confirmar.',
    'next.contact-support': () => 'Se continuar assim, envie o código abaixo ao nosso suporte.',
  },
  labels: {
    'organisation.label': () => 'Organização',
    'organisation.confirmed': ({ atMs }, format) => `Confirmado pela Microsoft: ${format.moment(atMs)}`,

    'permissions.title': ({ count }, format) => `O que o ExtendSync pede (${format.number(count)})`,
    'permissions.all-granted': ({ count }, format) =>
      format.plural(count, {
        one: 'A permissão necessária está concedida',
        other: `Todas as ${permissions(count, format)} concedidas`,
      }),
    'permissions.all-required-granted': ({ count }, format) =>
      `Todas as ${format.number(count)} permissões necessárias concedidas`,
    'permissions.some-granted': ({ count, granted }, format) =>
      `${format.number(granted)} de ${permissions(count, format)} ${format.plural(granted, { one: 'concedida', other: 'concedidas' })}`,

    'checks.busy': () => 'Perguntando à Microsoft…',
    'checks.last': ({ atMs }, format) => `Verificado: ${format.moment(atMs)}`,
    'checks.next': ({ atMs }, format) => `Próxima verificação: ${format.moment(atMs)}`,
    'checks.paused-hidden': () => 'Em pausa enquanto o painel está oculto',

    'later.loading': () => 'Carregando esta parte',
    'later.failed': () =>
      'Não foi possível carregar esta parte. Há conexão de rede? Se houver, feche o ExtendSync e abra-o de novo.',
    'later.again': () => 'Tentar de novo',

    'details.title': () => 'Para seu administrador ou nosso suporte',
    'details.code': () => 'Código da Microsoft',
    'details.correlation-id': () => 'ID de correlação',

    'actions.more': () => 'Mais opções',
  },
};
