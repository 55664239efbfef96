import type { PermissionCatalogue } from './catalogue';

export const permissionsJa: PermissionCatalogue = {
  reasons: {
    'reason.delegated:openid': () => '職場のアカウントでサインインする',
    'reason.delegated:profile': () => 'お名前を確認し、あいさつや共有時の署名に使う',
    'reason.delegated:email': () => 'メール アドレスを確認し、正しいメールボックスを見つける',
    'reason.delegated:offline_access': () => '毎回サインインし直さなくても使えるようにする',
    'reason.delegated:User.Read': () => 'プロファイルを読み取り、ExtendSync に表示する',
    'reason.delegated:Mail.ReadWrite': () => 'メッセージの読み取りと整理を行い、同期を保つ',
    'reason.delegated:MailboxSettings.ReadWrite': () =>
      '分類項目、ルール、タイム ゾーンなど、メールボックスの設定を読み取り、変更する',
    'reason.delegated:Mail.ReadWrite.Shared': () => 'あなたに共有されたメールボックスでも同じことを行う',
    'reason.delegated:Directory.Read.All': () =>
      '承認が全員に有効であることを管理者が確認する（見える範囲は誰も広がりません）',
    'reason.application:Mail.ReadWrite': () =>
      '誰もサインインしていない間も、Autopilot でメールボックスの同期を保つ',
    'reason.application:User.Read.All': () => 'Autopilot の対象となるユーザーを見つける',
    'reason.application:Directory.Read.All': () => 'グループを読み取り、この承認が有効であることを確認する',
    'reason.application:Calendars.ReadWrite': () => 'Autopilot で予定表の同期を保つ',
    'reason.other': () => 'ExtendSync の新しい機能に使用する',
  },
  labels: {
    'permission.optional': () => '任意',
    'permissions.delegated': () => 'サインインしているユーザーに代わって',
    'permissions.application': () => 'ユーザーがサインインしていなくても単独で',
    'permissions.sign-in': () => 'サインインし、名前とアドレスを確認する',
    'permission.granted': () => '付与済み',
    'permission.granted-to-you': () => 'あなたのみ',
    'permission.held-by-you': () => 'あなたに付与済み',
    'permission.missing': () => '不足',
    'permission.not-known': () => '不明',
  },
};
