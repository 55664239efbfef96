import type { PermissionCatalogue } from './catalogue';

export const permissionsPtBR: PermissionCatalogue = {
  reasons: {
    'reason.delegated:openid': () => 'Permitir que você entre com sua conta corporativa',
    'reason.delegated:profile': () =>
      'Saber seu nome, para cumprimentar você e assinar o que você compartilha',
    'reason.delegated:email': () => 'Saber seu endereço, para encontrar a caixa de correio certa',
    'reason.delegated:offline_access': () =>
      'Manter sua sessão aberta, para que você não precise entrar toda vez',
    'reason.delegated:User.Read': () => 'Ler seu perfil, para mostrá-lo no ExtendSync',
    'reason.delegated:Mail.ReadWrite': () => 'Ler e organizar suas mensagens, para mantê-las sincronizadas',
    'reason.delegated:MailboxSettings.ReadWrite': () =>
      'Ler e alterar as configurações da sua caixa de correio, como categorias, regras e fuso horário',
    'reason.delegated:Mail.ReadWrite.Shared': () =>
      'Fazer o mesmo nas caixas de correio compartilhadas com você',
    'reason.delegated:Directory.Read.All': () =>
      'Permitir que um administrador confirme que a aprovação vale para todos; ninguém vê mais do que já pode ver',
    'reason.application:Mail.ReadWrite': () =>
      'Permitir que o Autopilot mantenha as caixas de correio sincronizadas sem ninguém conectado',
    'reason.application:User.Read.All': () => 'Encontrar as pessoas para quem o Autopilot trabalha',
    'reason.application:Directory.Read.All': () =>
      'Ler os grupos e verificar que esta aprovação está em vigor',
    'reason.application:Calendars.ReadWrite': () =>
      'Permitir que o Autopilot mantenha os calendários sincronizados',
    'reason.other': () => 'Necessário para uma parte mais recente do ExtendSync',
  },
  labels: {
    'permission.optional': () => 'opcional',
    'permissions.delegated': () => 'Em nome da pessoa que entrou',
    'permissions.application': () => 'Por conta própria, sem ninguém conectado',
    'permissions.sign-in': () => 'Conectar você e saber seu nome e endereço',
    'permission.granted': () => 'Concedida',
    'permission.granted-to-you': () => 'Só para você',
    'permission.held-by-you': () => 'Concedida a você',
    'permission.missing': () => 'Faltando',
    'permission.not-known': () => 'Desconhecida',
  },
};
