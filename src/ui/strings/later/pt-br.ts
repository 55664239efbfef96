import type { DiagnosisValues } from '../../../core/support/diagnosis/diagnosis';
import { permissionsPtBR } from '../permissions/pt-br';
import type { LaterCatalogue } from './later-messages';

const mailbox = ({ mailDomain }: DiagnosisValues): string =>
  mailDomain === undefined ? 'Esta caixa de correio' : `Esta caixa de correio (${mailDomain})`;
const account = ({ accountDomain }: DiagnosisValues): string =>
  accountDomain === undefined ? 'sua conta' : `sua conta (${accountDomain})`;

/** Goes on after `para a`. */
const ours = (organisation: string | undefined): string =>
  organisation === undefined ? 'nossa organização' : `organização ${organisation}`;

export const laterPtBR: LaterCatalogue = {
  messages: {
    ...permissionsPtBR.reasons,
    ...permissionsPtBR.labels,

    'situation-hint.autopilot-on': () =>
      'A aprovação veio com a ativação. Se a Microsoft não confirmar, nós a pedimos.',
    'situation-hint.autopilot-everyone': () => 'A ativação pede a aprovação automaticamente.',
    'situation-hint.autopilot-groups': () =>
      'Depois da aprovação, um administrador limita o acesso ao seu grupo no Exchange.',
    'situation-hint.no-autopilot': () => 'O ExtendSync só trabalha enquanto alguém o usa.',
    'situation-hint.group-edition': () => 'Suas equipes trabalham em caixas de correio compartilhadas.',
    'situation-hint.not-sure': () => 'Pedimos tudo de que o ExtendSync pode precisar.',

    'notice.sign-in-window': () => 'Continue na janela de entrada.',
    'notice.window-unseen': () =>
      'O Outlook não vê mais a janela da Microsoft. Se ela ainda estiver aberta, continue nela; se você a fechou, comece de novo. Uma aprovação aparece aqui sozinha.',

    'action.remind': () => 'Enviar um lembrete',
    'action.share-draft': () => 'Escrever uma mensagem no Outlook',
    'action.share-copy': () => 'Copiar o link',
    'action.share-mail': () => 'Usar outro programa de email',
    'action.share-teams': () => 'Compartilhar no Teams',

    'shared.draft': () => 'Você abriu uma mensagem no Outlook',
    'shared.copy': () => 'Você copiou o link',
    'shared.mail': () => 'Você escolheu outro programa de email',
    'shared.teams': () => 'Você abriu o Teams para compartilhar',
    'shared.screen': () => 'Você mostrou na tela',
    'shared.reminder': () => 'Você abriu um lembrete',

    'share-done.draft': () => 'A mensagem está aberta. Clique em Enviar no Outlook.',
    'share-done.copy': () => 'Copiado. Cole em um chat ou email.',
    'share-done.mail': () =>
      'Se o seu programa de email abriu, envie a mensagem por lá. Se nada abriu, escolha outra forma.',
    'share-done.teams': () => 'O Teams abre em outra janela. Escolha lá para quem enviar.',

    'share-failed.draft': () =>
      'O Outlook ainda não abriu uma mensagem. Se nenhuma se abrir, escolha outra forma.',
    'share-failed.copy': () =>
      'O navegador não permitiu copiar. Selecione o link acima e pressione Ctrl+C (⌘C no Mac).',
    'share-failed.mail': () => 'Nenhum programa de email foi aberto. Escolha outra forma.',
    'share-failed.teams': () => 'O Teams não foi aberto. Escolha outra forma.',

    'history.opened': () => 'O link foi aberto',
    'history.returned': () => 'Alguém voltou da página da Microsoft',
    'history.denied': () => 'O pedido foi recusado',
    'history.expired': () => 'O tempo de uma tentativa acabou',
    'history.withdrawn': () => 'O pedido foi retirado',
    'history.proved': () => 'A Microsoft comprovou a aprovação',
    'history.role-too-small': () => 'Alguém cuja função não basta tentou',
    'history.left': () => 'Alguém saiu da página da Microsoft sem aprovar',
    'history.failed': () => 'A Microsoft informou um erro em uma tentativa',
    'history.other-tenant': () => 'Alguém aprovou para outra organização',
    'history.granted': () => 'A Microsoft confirmou a aprovação',

    'handed-over.copy': () => 'Copiado.',
    'handed-over.withdrawal': () => 'Pedido retirado. O link não funciona mais.',
    'handed-over.diagnostics-download': () => 'O arquivo foi salvo. Anexe-o à sua mensagem.',
    'handed-over.diagnostics-copy': () => 'O texto do arquivo foi copiado. Cole-o na sua mensagem.',
    'handed-over.letter-support': () => 'A mensagem está aberta. Conte o que aconteceu e envie.',
    'handed-over.letter-deletion': () => 'A mensagem está aberta. Leia e envie.',
    'handed-over.letter-assign': () => 'A mensagem está aberta. Escolha seu administrador e envie.',
    'handed-over.letter-enable': () => 'A mensagem está aberta. Escolha seu administrador e envie.',
    'handed-over.letter-enable-account': () => 'A mensagem está aberta. Escolha seu administrador e envie.',
    'handed-over.letter-policy': () => 'A mensagem está aberta. Escolha seu administrador e envie.',
    'handed-over.letter-refusal': () => 'A mensagem está aberta. Escolha seu administrador e envie.',
    'handed-over.mail-support': () =>
      'Se o seu programa de email abriu, envie a mensagem por lá. Se nada abriu, escreva diretamente ao nosso suporte.',
    'handed-over.mail-deletion': () =>
      'Se o seu programa de email abriu, envie a mensagem por lá. Se nada abriu, escreva diretamente ao nosso suporte.',
    'handed-over.mail-assign': () =>
      'Se o seu programa de email abriu, escolha seu administrador e envie a mensagem por lá. Se nada abriu, escreva você ao seu administrador.',
    'handed-over.mail-enable': () =>
      'Se o seu programa de email abriu, escolha seu administrador e envie a mensagem por lá. Se nada abriu, escreva você ao seu administrador.',
    'handed-over.mail-enable-account': () =>
      'Se o seu programa de email abriu, escolha seu administrador e envie a mensagem por lá. Se nada abriu, escreva você ao seu administrador.',
    'handed-over.mail-policy': () =>
      'Se o seu programa de email abriu, escolha seu administrador e envie a mensagem por lá. Se nada abriu, escreva você ao seu administrador.',
    'handed-over.mail-refusal': () =>
      'Se o seu programa de email abriu, escolha seu administrador e envie a mensagem por lá. Se nada abriu, escreva você ao seu administrador.',
    'not-handed-over.copy': () =>
      'O navegador não permitiu copiar. Selecione o texto e pressione Ctrl+C (⌘C no Mac).',
    'not-handed-over.withdrawal': () =>
      'Nosso serviço ainda não confirmou a retirada do pedido, então talvez o link ainda funcione. Tentamos de novo sem que você faça nada, também na próxima vez que abrir este painel.',
    'not-handed-over.straight-withdrawal': () =>
      'Este painel não espera mais a aprovação. O link leva direto à Microsoft e não pode ser retirado: ele continua funcionando.',
    'not-handed-over.request': () =>
      'O link do seu pedido não funciona mais: os 30 dias se passaram ou nosso serviço não tem mais o pedido. Peça de novo.',
    'not-handed-over.diagnostics-download': () => 'O navegador não salvou o arquivo. Copie o texto dele.',
    'not-handed-over.diagnostics-copy': () =>
      'O navegador não permitiu copiar. Abra o arquivo abaixo, selecione o texto e pressione Ctrl+C (⌘C no Mac).',
    'not-handed-over.letter-support': () =>
      'Nenhum programa de email foi aberto. Escreva diretamente ao nosso suporte.',
    'not-handed-over.letter-deletion': () =>
      'Nenhum programa de email foi aberto. Escreva diretamente ao nosso suporte.',
    'not-handed-over.letter-assign': () =>
      'Nenhum programa de email abriu. Escreva você ao seu administrador.',
    'not-handed-over.letter-enable': () =>
      'Nenhum programa de email abriu. Escreva você ao seu administrador.',
    'not-handed-over.letter-enable-account': () =>
      'Nenhum programa de email abriu. Escreva você ao seu administrador.',
    'not-handed-over.letter-policy': () =>
      'Nenhum programa de email abriu. Escreva você ao seu administrador.',
    'not-handed-over.letter-refusal': () =>
      'Nenhum programa de email abriu. Escreva você ao seu administrador.',

    'dialog-ended.popup-blocked': () =>
      'A janela foi bloqueada. Permita pop-ups para o Outlook e tente de novo, ou peça ao administrador com um link.',
    'dialog-ended.already-open': () => 'Há outra janela de um suplemento aberta. Feche-a e tente de novo.',
    'dialog-ended.not-supported': () =>
      'O Outlook não consegue abrir a janela aqui. Peça ao administrador com um link.',
    'dialog-ended.dialog-failed': () =>
      'A janela não apareceu. Tente de novo ou peça ao administrador com um link.',
    'dialog-ended.denied': () => 'A aprovação foi recusada na página da Microsoft. Nada mudou.',
    'dialog-ended.left': () => 'Você saiu da página da Microsoft sem aprovar. Nada mudou.',
    'dialog-ended.role-too-small': () =>
      'Sua função não basta para aprovar estas permissões. Passe o link a um administrador que possa.',
    'dialog-ended.expired': () => 'Passou dos cinco minutos que uma tentativa pode durar. Comece de novo.',
    'dialog-ended.repeated': () => 'Essa resposta já tinha sido usada. Comece de novo.',
    'dialog-ended.forged': () =>
      'Chegou uma resposta que não tínhamos pedido, e nós a ignoramos. Comece de novo a partir daqui.',
    'dialog-ended.other-tenant': () =>
      'A aprovação foi dada para outra organização, não para a desta caixa de correio. Comece de novo e entre na Microsoft com uma conta da organização desta caixa de correio.',
    'dialog-ended.failed': () =>
      'A Microsoft informou um erro. Comece de novo; se continuar, fale com nosso suporte.',
    'dialog-ended.look-may-not-read': () =>
      'A conta que entrou não pode ver o que foi concedido na organização. Passe o link a um administrador que possa.',
    'dialog-ended.accepted': () =>
      'A Microsoft recebeu a aprovação. O que impede o acesso desta conta pode ser mudado no Centro de administração do Microsoft Entra. Em Aplicativos empresariais, ExtendSync, os logs de entrada o indicam.',
    'dialog-ended.look-blocked': () =>
      'A Microsoft não admitiu a conta que entrou; os logs de entrada do Centro de administração do Microsoft Entra indicam o motivo. Talvez ela não esteja entre as pessoas que podem usar o ExtendSync. Quando isso estiver corrigido, confirme de novo.',
    'dialog-ended.look-sign-in-needed': () =>
      'A Microsoft só mostra o que foi concedido depois da entrada na conta, que não foi concluída. Confirme de novo e entre lá como administrador.',
    'dialog-ended.look-other-tenant': () =>
      'A conta que entrou não é da organização desta caixa de correio. Confirme de novo com uma conta desta organização.',

    'situation.chosen': () => 'Escolhido',

    'steps.title': () => 'O que fazer',
    'situation-step.switch-autopilot-on': () => 'Ativar o Autopilot na administração do ExtendSync',
    'situation-step.grant-for-organisation': () => 'Aprovar o ExtendSync para toda a organização',
    'situation-step.verify-consent': () => 'A Microsoft confirma a aprovação',
    'situation-step.check-autopilot-prerequisites': () =>
      'Verificar do que mais o Autopilot precisa, na administração do ExtendSync',
    'situation-step.choose-group': () => 'Escolher o grupo para o qual o Autopilot trabalha',
    'situation-step.limit-in-exchange': () => 'Limitar o acesso ao grupo no Exchange',
    'situation-step.revoke-unlimited-in-entra': () =>
      'No Microsoft Entra, revogar as permissões que o Exchange agora limita',
    'situation-step.test-limit': () => 'Testar o limite com uma caixa de correio do grupo e outra de fora',
    'situation-step.check-shared-mailboxes': () =>
      'Abrir uma caixa de correio compartilhada e ver se funciona',
    'step.done': () => 'Concluído',
    'step.next': () => 'A seguir',
    'step.later': () => 'Mais tarde',

    'attempt.until': ({ atMs }, format) =>
      `Você tem até ${format.moment(atMs)}; depois, basta um clique para começar de novo.`,

    'share.link': () => 'Link para seu administrador',
    'share.link-being-made': () => 'Criando o link…',
    'share.ways': () => 'Como você quer enviá-lo?',
    'share.message': () => 'Ler a mensagem antes',
    'share.subject': () => 'Assunto',
    'share.language': () => 'Idioma da mensagem',

    'pending.title': () => 'Seu pedido',
    'pending.story': () => 'Como foi aprovado',
    'pending.asked': ({ withWhom }) => `Pedido feito a: ${withWhom}`,
    'pending.with-whom': () => 'A quem você pediu?',
    'pending.with-whom-hint': () => 'Um nome, só para você',
    'pending.noted': () => 'Anotado',
    'pending.at': ({ atMs }, format) => format.moment(atMs),
    'pending.expires': ({ atMs }, format) => `O link vale até este momento: ${format.moment(atMs)}.`,

    'withdraw.question': () => 'Retirar o pedido? O link deixa de valer na hora.',
    'withdraw.yes': () => 'Retirar',
    'withdraw.no': () => 'Manter',
    'forget.question': () =>
      'Parar de esperar a aprovação? O link leva direto à Microsoft e não pode ser retirado: ele continuará funcionando.',
    'forget.yes': () => 'Parar de esperar',

    'link.opens-outside': () => 'abre fora do Outlook',

    'showing.code': () => 'Código QR do link, para ler com um telefone',
    'showing.link': () => 'Ou digite este endereço',
    'showing.phone.title': () => 'No telefone do administrador',
    'showing.phone.scan': () => 'Aponte a câmera para o código e abra o link.',
    'showing.phone.sign-in': () => 'Leia a página, continue para a Microsoft e entre como administrador.',
    'showing.phone.sign-in-there': () => 'Entre na Microsoft como administrador.',
    'showing.phone.accept': () => 'Confira o que a Microsoft lista e aceite.',
    'showing.phone.then': () =>
      'Este painel detecta o resultado automaticamente. Não é preciso digitar nada aqui.',
    'showing.check.title': () => 'O que a página da Microsoft precisa mostrar',
    'showing.application': () => 'Aplicativo',
    'showing.client-id': () => 'ID do aplicativo (cliente)',
    'showing.copy': () => 'Copiar o link',

    'group.name': () => 'Grupo',
    'group.name-hint': () =>
      'Nome, alias, endereço ou ID de um grupo de segurança habilitado para email, de uma lista de distribuição ou de um grupo do Microsoft 365.',
    'group.make': () => 'Criar o script',
    'group.adds-up': () => 'As permissões concedidas se somam',
    'group.open-entra': () => 'Abrir os aplicativos empresariais no Entra',
    'group.script': () => 'Script para o Exchange Online PowerShell',
    'group.script-lead': ({ group }) =>
      `Ele limita o ExtendSync às caixas de correio de “${group}”. Leia-o e depois execute-o no PowerShell. Ele pergunta antes de cada alteração e pode ser executado de novo.`,
    'group.script-copy': () => 'Copiar o script',
    'group.roles': ({ roles }, format) => `Funções que ele atribui: ${format.list(roles)}.`,
    'group.notes': () => 'Bom saber',
    'group.test': () => 'Ver se funciona',
    'group.test-lead': () =>
      'Este script só consulta. Teste com uma caixa de correio do grupo e depois com outra de fora: “InScope” deve indicar True e, depois, False.',
    'group.mailbox': () => 'Caixa de correio para o teste (pode ficar em branco)',
    'group.mailbox-hint': () => 'Endereço, alias ou nome.',
    'group.test-script': () => 'Script que testa o limite',
    'group.test-copy': () => 'Copiar o teste',
    'group.nothing-to-limit': () => 'Não há nada aqui que o Exchange possa limitar. Fale com nosso suporte.',
    'group.problem.empty': () => 'Informe o grupo.',
    'group.problem.too-long': () => 'Nenhum nome é tão longo: são no máximo 256 caracteres.',
    'group.problem.control-characters': () =>
      'O nome contém uma quebra de linha ou outro caractere de controle.',
    'group.problem.hidden-characters': () =>
      'O nome contém caracteres invisíveis. Digite o nome em vez de colá-lo.',
    'group.problem.broken-characters': () => 'O nome contém um caractere incompleto. Digite-o de novo.',
    'group.problem.wildcard': () =>
      'Um asterisco representa qualquer texto e pode indicar outro grupo. Informe o nome completo.',
    'exchange-note.exchange-administrator-needed': () =>
      'É preciso ser Administrador do Exchange ou membro de Organization Management.',
    'exchange-note.grants-add-up': ({ scopes }, format) =>
      `O que o Microsoft Entra concedeu para todos continua valendo ao lado deste limite. Depois do script, revogue lá como permissão de aplicativo: ${format.list(scopes)}. Só então o ExtendSync fica limitado.`,
    'exchange-note.new-consent-undoes-limit': ({ scopes }, format) =>
      `Se um administrador aprovar tudo de novo mais tarde, estas permissões voltarão a ser concedidas para todos e precisarão ser revogadas outra vez: ${format.list(scopes)}.`,
    'exchange-note.not-limited': ({ scopes }, format) =>
      `O Exchange não tem limite para ${format.list(scopes)}: essas permissões continuam alcançando toda a organização.`,
    'exchange-note.direct-members-only': () =>
      'Só contam os membros diretos, não os de grupos dentro do grupo.',
    'exchange-note.takes-effect-later': ({ fromMinutes, toMinutes }, format) =>
      `Uma alteração leva de ${format.number(fromMinutes)} a ${format.number(toMinutes)} minutos para ter efeito. O teste não espera por isso.`,
    'exchange-note.replaces-access-policies': () =>
      'Isto substitui as políticas de acesso a aplicativos (Application Access Policies), que a Microsoft está desativando.',

    'manage.confirmed': ({ atMs }, format) =>
      `A Microsoft confirmou o acesso para toda a organização (${format.moment(atMs)}).`,
    'manage.confirmed.for-you': ({ atMs }, format) =>
      `A Microsoft confirmou o acesso à sua conta (${format.moment(atMs)}). O acesso para toda a organização não está confirmado.`,
    'manage.not-confirmed': () => 'No momento, nenhum acesso está confirmado.',
    'manage.situation': () => 'Modo de uso',
    'manage.granted': () => 'O que está concedido',
    'manage.revoke': () => 'Retirar o acesso',
    'manage.revoke-lead': () => 'Um administrador pode fazer isso a qualquer momento, sem nós.',
    'manage.revoke.open': () => 'Abra o Microsoft Entra, Aplicativos empresariais.',
    'manage.revoke.find': () => 'Encontre o ExtendSync pelo nome ou pelo ID do aplicativo abaixo.',
    'manage.revoke.permissions': () => 'Para retirar permissões específicas: Permissões e, depois, Revogar.',
    'manage.revoke.delete': () => 'Para retirar tudo: Propriedades e, depois, Excluir.',
    'manage.revoke.after': () =>
      'O ExtendSync para de funcionar para todos em cerca de uma hora. Este painel detecta isso na próxima verificação.',
    'manage.open-entra': () => 'Abrir o Microsoft Entra',
    'manage.client-id': () => 'ID do aplicativo (cliente)',
    'manage.copy-client-id': () => 'Copiar o ID',
    'manage.deletion': () => 'Pedir a exclusão dos seus dados',
    'manage.deletion-lead': () =>
      'A revogação encerra o acesso. O que o ExtendSync guarda da sua organização é excluído a pedido. Nós preparamos a mensagem; você a lê e envia.',
    'manage.deletion-open': () => 'Preparar o pedido',

    'help.diagnoses': () => 'Verificações',
    'help.now': () => 'Como está agora',
    'help.running': () => 'Verificando…',
    'help.passed': ({ count }, format) =>
      format.plural(count, {
        one: 'Uma verificação aprovada',
        other: `${format.number(count)} verificações aprovadas`,
      }),
    'help.run-again': () => 'Verificar de novo',
    'help.code': ({ code }) => `Código da Microsoft: ${code}`,
    'help.correlation-id': ({ correlationId }) => `ID de correlação: ${correlationId}`,
    'help.support': () => 'Falar com nosso suporte',
    'help.support-lead': () =>
      'Um arquivo de diagnóstico nos diz o que aconteceu. Primeiro salve-o ou copie-o; depois, adicione-o à mensagem.',
    'help.letter': () => 'Escrever ao suporte',
    'letter.no-address': () =>
      'Nenhum endereço está configurado aqui. Envie a mensagem a quem fornece o ExtendSync a você.',
    'help.download': () => 'Salvar o arquivo',
    'help.copy': () => 'Copiar o texto do arquivo',
    'help.file': () => 'Ver o que há no arquivo',
    'help.file-holds': () =>
      'Contém: versões, o tipo de Outlook, resultados com os códigos e IDs de correlação da Microsoft, os horários das verificações, o ID e o domínio de email da organização.',
    'help.file-never': () => 'Não contém: tokens de entrada, mensagens, endereços, nomes de pessoas, links.',
    'help.file-loading': () => 'Criando o arquivo',
    'help.file-text': () => 'Texto do arquivo de diagnóstico',

    'diagnosis.service-reachable': () => 'Se nosso serviço responde',
    'diagnosis.sign-in-kind': () => 'Como sua sessão é iniciada',
    'diagnosis.storage-allowed': () => 'O que o navegador mantém',
    'diagnosis.mailbox-of-account': () => 'Caixa de correio e conta',
    'diagnosis.alias-domain': () => 'Os domínios da caixa de correio e da conta',
    'diagnosis.consultant': () => 'Em qual organização você trabalha',
    'diagnosis.consent-tenant': () => 'Qual organização aprovou',
    'diagnosis.user-assigned': () => 'Quem pode usar o ExtendSync',
    'diagnosis.application-enabled': () => 'Se o ExtendSync está ativado',
    'diagnosis.conditional-access': () => 'A política de segurança da organização',
    'diagnosis.grant-spread': () => 'Até onde a aprovação chegou',
    'diagnosis.consent-breadth': () => 'Para quem a aprovação vale',

    'diagnosis-result.passed': () => 'Tudo certo',
    'diagnosis-result.failed': () => 'Requer atenção',
    'diagnosis-result.not-known': () => 'Desconhecido',
    'diagnosis-result.does-not-apply': () => 'Não se aplica',

    'diagnosis.service-reachable.as-it-should-be': () => 'Ele respondeu à última verificação.',
    'diagnosis.service-reachable.offline': () => 'Parece que você está offline, por isso não há como saber.',
    'diagnosis.service-reachable.throttled': () =>
      'Ele está sobrecarregado e pediu que esperássemos um pouco.',
    'diagnosis.service-reachable.no-answer': () =>
      'Ele não respondeu. Sem ele, ninguém pode comprovar uma aprovação para toda a organização.',
    'diagnosis.service-reachable.not-asked-yet': () => 'Ele ainda não foi consultado.',

    'diagnosis.sign-in-kind.as-it-should-be': () => 'O Outlook conecta você automaticamente.',
    'diagnosis.sign-in-kind.standard-client': () =>
      'Este Outlook deixa a entrada para uma janela da Microsoft. Também funciona.',
    'diagnosis.sign-in-kind.outside-outlook': () => 'O painel está sendo executado fora do Outlook.',
    'diagnosis.sign-in-kind.host-silent': () =>
      'O Outlook não respondeu. Em geral, fechar e abrir de novo ajuda.',
    'diagnosis.sign-in-kind.not-asked-yet': () => 'O Outlook ainda não nos disse.',

    'diagnosis.storage-allowed.as-it-should-be': () => 'O navegador permite que o ExtendSync a mantenha.',
    'diagnosis.storage-allowed.blocked': () =>
      'O navegador não guarda nada para páginas inseridas em outras, por isso a sessão se perde a cada vez.',
    'diagnosis.storage-allowed.blocked-not-needed': () =>
      'O navegador não guarda nada aqui, mas o Outlook guarda, por isso nada falta.',
    'diagnosis.storage-allowed.maybe-blocked': () =>
      'A Microsoft não vê nenhuma sessão. Ou não há, ou o navegador a esconde de páginas inseridas em outras.',
    'diagnosis.storage-allowed.not-asked-yet': () => 'Ainda não havia nada para guardar.',

    'diagnosis.mailbox-of-account.as-it-should-be': (values) =>
      `${mailbox(values)} e ${account(values)} são da mesma organização.`,
    'diagnosis.mailbox-of-account.guest': () =>
      'Sua conta é uma conta convidada na organização desta caixa de correio.',
    'diagnosis.mailbox-of-account.same-domain': (values) =>
      `${mailbox(values)} e sua conta têm o mesmo domínio.`,
    'diagnosis.mailbox-of-account.other-tenant': (values) =>
      `${mailbox(values)} é de uma organização diferente da organização da ${account(values)}.`,
    'diagnosis.mailbox-of-account.tenant-not-named': (values) =>
      `${mailbox(values)} só informa o domínio. A Microsoft não disse de qual organização se trata.`,
    'diagnosis.mailbox-of-account.personal': () =>
      'Esta é uma caixa de correio pessoal. Nenhuma organização pode aprovar o ExtendSync para ela.',
    'diagnosis.mailbox-of-account.on-premises': () =>
      'Esta caixa de correio está em um servidor próprio da sua organização. O ExtendSync só alcança caixas de correio no Microsoft 365. Seu administrador pode movê-la para lá.',
    'diagnosis.mailbox-of-account.mailbox-not-known': () =>
      'O Outlook não disse qual é esta caixa de correio.',
    'diagnosis.mailbox-of-account.account-not-known': () => 'Ninguém entrou ainda.',

    'diagnosis.alias-domain.alias': ({ mailDomain, accountDomain }) =>
      mailDomain === undefined || accountDomain === undefined
        ? 'Os domínios são diferentes, e ambos são da mesma organização. Está tudo certo.'
        : `${mailDomain} e ${accountDomain} são da mesma organização. Está tudo certo.`,
    'diagnosis.alias-domain.same-domain': () => 'Há só um domínio.',
    'diagnosis.alias-domain.other-tenant': () => 'Os domínios são de duas organizações.',
    'diagnosis.alias-domain.tenant-not-named': () =>
      'A Microsoft não disse se ambos são de uma só organização.',
    'diagnosis.alias-domain.mailbox-not-known': () => 'O Outlook não disse qual é esta caixa de correio.',
    'diagnosis.alias-domain.account-not-known': () => 'O domínio da conta não é conhecido.',

    'diagnosis.consultant.as-it-should-be': () => 'Sua conta é da organização desta caixa de correio.',
    'diagnosis.consultant.guest': () =>
      'Aqui você usa uma conta convidada, que é de outra organização. O que conta aqui é a aprovação da organização desta caixa de correio. Se a marca faltar na sua, isso pode ser ignorado aqui.',
    'diagnosis.consultant.account-not-in-tenant': () =>
      'A Microsoft não conhece sua conta na organização desta caixa de correio. Se você presta suporte externo, a marca de seleção ausente não é erro seu: só as pessoas daquela organização podem vê-la.',
    'diagnosis.consultant.consultant-or-wrong-account': () =>
      'Você entrou com uma conta de outra organização. Se você presta suporte externo, está certo, e a marca de seleção ausente pode ser ignorada: aprovações valem para as pessoas da própria organização. Se não, é a conta errada.',
    'diagnosis.consultant.tenant-not-named': () =>
      'A Microsoft não disse se sua conta é da organização desta caixa de correio.',
    'diagnosis.consultant.mailbox-not-known': () => 'O Outlook não disse qual é esta caixa de correio.',
    'diagnosis.consultant.account-not-known': () => 'Ninguém entrou ainda.',

    'diagnosis.consent-tenant.as-it-should-be': () =>
      'A aprovação vale para a organização desta caixa de correio.',
    'diagnosis.consent-tenant.right-now-wrong-before': () =>
      'Agora está certo. Antes, outra organização foi aprovada por engano; isso pode ser desfeito.',
    'diagnosis.consent-tenant.wrong-tenant': () =>
      'Alguém aprovou para outra organização. Aprove para a certa, com uma conta dela, e desfaça a outra.',
    'diagnosis.consent-tenant.nobody-returned': () => 'Ninguém voltou da Microsoft com uma aprovação ainda.',
    'diagnosis.consent-tenant.not-proven': () =>
      'Alguém voltou da Microsoft. Ainda não está comprovado que foi para esta organização.',

    'diagnosis.user-assigned.as-it-should-be': () => 'A Microsoft permite sua entrada.',
    'diagnosis.user-assigned.not-assigned': () =>
      'Sua organização permite que só determinadas pessoas usem o ExtendSync. Um administrador pode adicionar você em Usuários e grupos.',
    'diagnosis.user-assigned.not-asked-yet': () => 'A Microsoft ainda não nos disse.',

    'diagnosis.application-enabled.as-it-should-be': () => 'Está ativado na sua organização.',
    'diagnosis.application-enabled.disabled': () =>
      'Está desativado. Em Propriedades, “Habilitado para os usuários entrarem?” o ativa. Se já estiver em Sim, fale com nosso suporte.',
    'diagnosis.application-enabled.not-in-tenant-yet': () =>
      'Ainda não está na sua organização. Chega com a aprovação.',
    'diagnosis.application-enabled.not-asked-yet': () => 'A Microsoft ainda não nos disse.',

    'diagnosis.conditional-access.as-it-should-be': () => 'A Microsoft permitiu este acesso.',
    'diagnosis.conditional-access.policy': () => 'Uma política da sua organização não permite este acesso.',
    'diagnosis.conditional-access.device': () =>
      'Uma política da sua organização exige um dispositivo gerenciado.',
    'diagnosis.conditional-access.multi-factor': () =>
      'Sua organização pede uma segunda etapa na entrada. Ela aparece quando você entra de novo.',
    'diagnosis.conditional-access.not-asked-yet': () => 'A Microsoft ainda não nos disse.',

    'diagnosis.grant-spread.as-it-should-be': () => 'Está em vigor em toda a Microsoft.',
    'diagnosis.grant-spread.arrived': () => 'Sua própria entrada a mostra.',
    'diagnosis.grant-spread.nobody-returned': () => 'Não há nenhuma aprovação em andamento.',
    'diagnosis.grant-spread.spreading': ({ returnedAtMs }, format) =>
      `${returnedAtMs === undefined ? 'Ela foi dada há um instante' : `Momento da aprovação: ${format.moment(returnedAtMs)}`}. Pode levar alguns minutos até que entre em vigor em toda a Microsoft.`,
    'diagnosis.grant-spread.still-refused': ({ returnedAtMs }, format) =>
      `Alguém voltou da Microsoft${returnedAtMs === undefined ? '' : ` (${format.moment(returnedAtMs)})`}, e a Microsoft continua negando. Talvez tenha sido recusada lá, ou o Outlook se lembre da resposta anterior.`,
    'diagnosis.grant-spread.not-proven': () => 'Alguém voltou da Microsoft. Ainda não há nada comprovado.',

    'diagnosis.consent-breadth.as-it-should-be': () => 'O que está concedido vale para toda a organização.',
    'diagnosis.consent-breadth.nothing-granted-yet': () => 'Nada foi concedido ainda.',
    'diagnosis.consent-breadth.only-you': () =>
      'Algumas permissões estão concedidas só para sua conta. Para seus colegas e o Autopilot, é preciso que seja para toda a organização.',
    'diagnosis.consent-breadth.not-proven': () =>
      'Funciona para você. Não está comprovado que foi concedido para todos.',
    'diagnosis.consent-breadth.not-asked-yet': () => 'A Microsoft ainda não nos disse.',
    'diagnosis.other': () => 'Esta versão do painel ainda não conhece este resultado.',

    'diagnosis-step.check-now': () => 'Verificar agora',
    'diagnosis-step.check-network': () => 'Veja se outras páginas abrem.',
    'diagnosis-step.reopen-outlook': () =>
      'Feche o Outlook, abra-o de novo e abra o painel a partir de uma mensagem.',
    'diagnosis-step.allow-third-party-storage': () =>
      'Nas configurações do navegador, permita cookies de outros sites para o Outlook.',
    'diagnosis-step.sign-in': () => 'Entrar',
    'diagnosis-step.sign-in-with-other-account': () => 'Entrar com outra conta',
    'diagnosis-step.ignore-missing-mark': () => 'Você presta suporte externo? Então não há nada a fazer.',
    'diagnosis-step.ask-admin-about-policy': () =>
      'Mostre ao seu administrador o código da Microsoft; ele ajuda a encontrar a política.',
    'diagnosis-step.approve': () => 'Aprovar como administrador',
    'diagnosis-step.confirm': () => 'Confirmar como administrador',
    'diagnosis-step.share': () => 'Pedir ao administrador',
    'diagnosis-step.wait': ({ untilMs }, format) =>
      `Você não precisa fazer nada até este momento: ${format.moment(untilMs)}.`,
    'diagnosis-step.approve-for-tenant': ({ tenant }) => `Aprovar para ${tenant}`,
    'diagnosis-step.undo-consent': () => 'Desfazer a outra aprovação no Entra',
    'diagnosis-step.assign-user': () => 'Atribuir pessoas no Entra',
    'diagnosis-step.enable-application': () => 'Ativar no Entra',
    'diagnosis-step.open-my-apps': () => 'Ver suas próprias aprovações na Microsoft',
  },
  request: {
    subject: ({ organisation }) => `Pedido de aprovação do ExtendSync para a ${ours(organisation)}`,
    confirmSubject: ({ organisation }) =>
      `Pedido de confirmação da aprovação do ExtendSync para a ${ours(organisation)}`,
    reminderSubject: ({ organisation }) =>
      `Lembrete: pedido de aprovação do ExtendSync para a ${ours(organisation)}`,
    greeting: () => 'Olá,',
    ask: ({ organisation }) =>
      `Eu gostaria de usar o ExtendSync para Outlook, que mantém mensagens, configurações e calendários sincronizados. Você poderia aprová-lo para a ${ours(organisation)}?`,
    confirm: ({ organisation }) =>
      `O ExtendSync para Outlook está aprovado e funciona para mim. Você poderia confirmar uma vez que a aprovação vale para todos na ${ours(organisation)}?`,
    remind: ({ organisation }) =>
      `Há algum tempo pedi que você aprovasse o ExtendSync para Outlook para a ${ours(organisation)}, e ainda estou aguardando. Você poderia dar uma olhada?`,
    why: () => 'A Microsoft pede isso a um administrador, uma única vez para todos; leva cerca de um minuto.',
    whyConfirm: () => 'A Microsoft mostra isso aos administradores.',
    link: ({ straightToMicrosoft }) =>
      straightToMicrosoft
        ? 'Este link abre a página da própria Microsoft, onde você vê tudo o que é pedido antes de decidir:'
        : 'Esta página explica o que é pedido e por quê, e leva depois à Microsoft, onde você decide:',
    confirmLink: () => 'Esta página leva à tela de entrada da Microsoft e volta. Nada é aprovado de novo:',
    linkLabel: () => 'Analisar o pedido',
    thanks: () => 'Agradeço desde já.',
  },
  support: () => ({
    subject: ({ paneVersion }) =>
      paneVersion === undefined
        ? 'ExtendSync para Outlook: ajuda'
        : `ExtendSync para Outlook ${paneVersion}: ajuda`,
    greeting: () => 'Olá,',
    describe: () => 'Isto é o que eu esperava e o que aconteceu em vez disso:',
    screenshots: () => '(Capturas de tela ajudam. Adicione-as aqui e confira se não mostram nada privado.)',
    attachFile: ({ fileName }) => `(Anexe o arquivo de diagnóstico ${fileName} ou cole o texto dele abaixo.)`,
    summaryTitle: () => 'Em resumo, segundo o arquivo:',
    thanks: () => 'Agradeço desde já.',
  }),
  deletion: () => ({
    subject: ({ organisation }) =>
      `Pedido de exclusão dos dados da ${organisation === undefined ? 'nossa organização' : `organização ${organisation}`} no ExtendSync`,
    greeting: () => 'Olá,',
    request: ({ organisation }) =>
      `Peço que excluam tudo o que o ExtendSync guarda da ${organisation === undefined ? 'nossa organização' : `organização ${organisation}`}: dados de caixas de correio e calendários, configurações, registros e cópias, salvo o que a lei obrigue vocês a manter.`,
    confirm: () =>
      'Peço que confirmem quando estiver feito e informem o que precisam manter e por quanto tempo.',
    entitled: () =>
      '(Informe aqui em que função você faz o pedido: só pode fazê-lo quem decide pela organização.)',
    factsTitle: () => 'Dados para localizá-la:',
    organisation: () => 'Organização',
    tenantId: () => 'ID do locatário',
    clientId: () => 'ID do aplicativo (cliente)',
    thanks: () => 'Agradeço desde já.',
  }),
  admin: {
    'subject.assign': () => 'ExtendSync: peço que me inclua entre os usuários',
    'subject.enable': () => 'ExtendSync: peço que o ative de novo',
    'subject.enable-account': () => 'Minha conta está desativada',
    'subject.policy': () => 'ExtendSync: uma política de segurança impede minha entrada',
    'subject.refusal': () => 'ExtendSync: a Microsoft não me deixa entrar',
    greeting: () => 'Olá,',
    'ask.assign': () =>
      'Nossa organização permite que só determinadas pessoas usem o ExtendSync, e eu ainda não estou entre elas. Você poderia me adicionar?',
    'ask.enable': () =>
      'O ExtendSync está desativado para a nossa organização. Você poderia ativá-lo de novo?',
    'ask.enable-account': () =>
      'A Microsoft informa que minha conta está desativada. Você poderia ativá-la de novo?',
    'ask.policy': () =>
      'Uma política de segurança da nossa organização não me deixa entrar no ExtendSync. Você poderia dar uma olhada?',
    'ask.refusal': () => 'A Microsoft não me deixa entrar no ExtendSync. Você poderia dar uma olhada?',
    'where.assign': () =>
      'Isso fica no Centro de administração do Microsoft Entra: Aplicativos empresariais, ExtendSync, Usuários e grupos.',
    'where.enable': () =>
      'Isso fica no Centro de administração do Microsoft Entra: Aplicativos empresariais, ExtendSync, Propriedades, “Habilitado para os usuários entrarem?”. Se já estiver em Sim, peço que me avise; então falarei com o suporte do ExtendSync.',
    'where.enable-account': () => 'Isso fica no Centro de administração do Microsoft Entra: Usuários.',
    'where.policy': () =>
      'Os logs de entrada do Centro de administração do Microsoft Entra indicam a política; o ID de correlação abaixo encontra a entrada.',
    'where.refusal': () =>
      'O código abaixo indica a causa; nos logs de entrada do Centro de administração do Microsoft Entra, o ID de correlação encontra a entrada.',
    facts: () => 'O que a Microsoft me disse:',
    time: () => 'Hora',
    thanks: () => 'Agradeço desde já.',
  },
};
