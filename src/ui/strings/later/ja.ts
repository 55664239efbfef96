import type { DiagnosisValues } from '../../../core/support/diagnosis/diagnosis';
import { spaced } from '../phrases/ja';
import { permissionsJa } from '../permissions/ja';
import type { LaterCatalogue } from './later-messages';

const mailbox = ({ mailDomain }: DiagnosisValues): string =>
  mailDomain === undefined ? 'このメールボックス' : `このメールボックス (${mailDomain}) `;
const account = ({ accountDomain }: DiagnosisValues): string =>
  accountDomain === undefined ? 'あなたのアカウント' : `あなたのアカウント (${accountDomain}) `;

const our = (organisation: string | undefined): string =>
  organisation === undefined ? '当組織' : spaced(organisation);

export const laterJa: LaterCatalogue = {
  messages: {
    ...permissionsJa.reasons,
    ...permissionsJa.labels,

    'situation-hint.autopilot-on': () =>
      '承認は有効化の際に行われています。Microsoft で確認できない場合は、改めて依頼します。',
    'situation-hint.autopilot-everyone': () => '有効化すると、承認が自動的に求められます。',
    'situation-hint.autopilot-groups': () => '承認の後、Exchange でアクセスをグループに限定します。',
    'situation-hint.no-autopilot': () => 'ExtendSync は、誰かが使っている間だけ動作します。',
    'situation-hint.group-edition': () => 'チームで共有メールボックスを使います。',
    'situation-hint.not-sure': () => 'ExtendSync に必要になりうるすべてを依頼します。',

    'notice.sign-in-window': () => 'サインインのウィンドウで続けてください。',
    'notice.window-unseen': () =>
      'Microsoft のウィンドウは Outlook から見えなくなりました。まだ開いている場合は、そこで続けてください。閉じた場合は、やり直してください。承認されると、ここに自動的に表示されます。',

    'action.remind': () => 'リマインダーを送る',
    'action.share-draft': () => 'Outlook でメッセージを書く',
    'action.share-copy': () => 'リンクをコピー',
    'action.share-mail': () => '別のメール アプリを使う',
    'action.share-teams': () => 'Teams で共有',

    'shared.draft': () => 'Outlook でメッセージを開きました',
    'shared.copy': () => 'リンクをコピーしました',
    'shared.mail': () => '別のメール アプリを選びました',
    'shared.teams': () => '共有するために Teams を開きました',
    'shared.screen': () => '画面に表示しました',
    'shared.reminder': () => 'リマインダーを開きました',

    'share-done.draft': () => 'メッセージを開きました。Outlook で「送信」を押してください。',
    'share-done.copy': () => 'コピーしました。チャットやメールに貼り付けてください。',
    'share-done.mail': () =>
      'メール アプリが開いたら、そこから送信してください。何も開かない場合は、ほかの方法を選んでください。',
    'share-done.teams': () => 'Teams が別のウィンドウで開きます。送る相手をそこで選んでください。',

    'share-failed.draft': () =>
      'Outlook ではまだメッセージが開いていません。開かない場合は、ほかの方法を選んでください。',
    'share-failed.copy': () =>
      'ブラウザーがコピーを許可しませんでした。上のリンクを選択し、Ctrl+C (Mac では ⌘C) を押してください。',
    'share-failed.mail': () => 'メール アプリが開きませんでした。ほかの方法を選んでください。',
    'share-failed.teams': () => 'Teams が開きませんでした。ほかの方法を選んでください。',

    'history.opened': () => 'リンクが開かれました',
    'history.returned': () => '誰かが Microsoft のページから戻りました',
    'history.denied': () => '依頼が拒否されました',
    'history.expired': () => '操作が時間切れになりました',
    'history.withdrawn': () => '依頼が取り下げられました',
    'history.proved': () => 'Microsoft が承認を証明しました',
    'history.role-too-small': () => 'ロールの足りない人が承認を試みました',
    'history.left': () => '承認せずに Microsoft のページを離れた人がいます',
    'history.failed': () => '操作中に Microsoft がエラーを報告しました',
    'history.other-tenant': () => '別の組織に対して承認した人がいます',
    'history.granted': () => 'Microsoft が承認を確認しました',

    'handed-over.copy': () => 'コピーしました。',
    'handed-over.withdrawal': () => '取り下げました。リンクはもう使えません。',
    'handed-over.diagnostics-download': () => 'ファイルを保存しました。メッセージに添付してください。',
    'handed-over.diagnostics-copy': () => 'ファイルの内容をコピーしました。メッセージに貼り付けてください。',
    'handed-over.letter-support': () => 'メッセージを開きました。何が起きたかを書いて送信してください。',
    'handed-over.letter-deletion': () => 'メッセージを開きました。内容を確認して送信してください。',
    'handed-over.letter-assign': () => 'メッセージを開きました。宛先に管理者を選んで送信してください。',
    'handed-over.letter-enable': () => 'メッセージを開きました。宛先に管理者を選んで送信してください。',
    'handed-over.letter-enable-account': () =>
      'メッセージを開きました。宛先に管理者を選んで送信してください。',
    'handed-over.letter-policy': () => 'メッセージを開きました。宛先に管理者を選んで送信してください。',
    'handed-over.letter-refusal': () => 'メッセージを開きました。宛先に管理者を選んで送信してください。',
    'handed-over.mail-support': () =>
      'メール アプリが開いたら、そこから送信してください。何も開かない場合は、お手数ですが、当社のサポートに直接ご連絡ください。',
    'handed-over.mail-deletion': () =>
      'メール アプリが開いたら、そこから送信してください。何も開かない場合は、お手数ですが、当社のサポートに直接ご連絡ください。',
    'handed-over.mail-assign': () =>
      'メール アプリが開いたら、宛先に管理者を選んで送信してください。何も開かない場合は、ご自身で管理者に連絡してください。',
    'handed-over.mail-enable': () =>
      'メール アプリが開いたら、宛先に管理者を選んで送信してください。何も開かない場合は、ご自身で管理者に連絡してください。',
    'handed-over.mail-enable-account': () =>
      'メール アプリが開いたら、宛先に管理者を選んで送信してください。何も開かない場合は、ご自身で管理者に連絡してください。',
    'handed-over.mail-policy': () =>
      'メール アプリが開いたら、宛先に管理者を選んで送信してください。何も開かない場合は、ご自身で管理者に連絡してください。',
    'handed-over.mail-refusal': () =>
      'メール アプリが開いたら、宛先に管理者を選んで送信してください。何も開かない場合は、ご自身で管理者に連絡してください。',
    'not-handed-over.copy': () =>
      'ブラウザーがコピーを許可しませんでした。テキストを選択し、Ctrl+C (Mac では ⌘C) を押してください。',
    'not-handed-over.withdrawal': () =>
      '依頼の取り下げを、当社のサービスがまだ確認していません。リンクはまだ使える可能性があります。次にこの作業ウィンドウを開いたときも含め、自動でもう一度試します。',
    'not-handed-over.straight-withdrawal': () =>
      'この作業ウィンドウは承認を待つのをやめました。リンクは直接 Microsoft を開くため取り下げられず、引き続き使えます。',
    'not-handed-over.request': () =>
      '依頼のリンクはもう使えません。30 日の期限が過ぎたか、当社のサービスに依頼が残っていません。もう一度依頼してください。',
    'not-handed-over.diagnostics-download': () =>
      'ブラウザーがファイルを保存しませんでした。代わりに内容をコピーしてください。',
    'not-handed-over.diagnostics-copy': () =>
      'ブラウザーがコピーを許可しませんでした。下のファイルを開いてテキストを選択し、Ctrl+C (Mac では ⌘C) を押してください。',
    'not-handed-over.letter-support': () =>
      'メール アプリが開きませんでした。お手数ですが、当社のサポートに直接ご連絡ください。',
    'not-handed-over.letter-deletion': () =>
      'メール アプリが開きませんでした。お手数ですが、当社のサポートに直接ご連絡ください。',
    'not-handed-over.letter-assign': () =>
      'メール アプリが開きませんでした。ご自身で管理者に連絡してください。',
    'not-handed-over.letter-enable': () =>
      'メール アプリが開きませんでした。ご自身で管理者に連絡してください。',
    'not-handed-over.letter-enable-account': () =>
      'メール アプリが開きませんでした。ご自身で管理者に連絡してください。',
    'not-handed-over.letter-policy': () =>
      'メール アプリが開きませんでした。ご自身で管理者に連絡してください。',
    'not-handed-over.letter-refusal': () =>
      'メール アプリが開きませんでした。ご自身で管理者に連絡してください。',

    'dialog-ended.popup-blocked': () =>
      'ウィンドウがブロックされました。Outlook のポップアップを許可してやり直すか、リンクで管理者に依頼してください。',
    'dialog-ended.already-open': () =>
      'アドインの別のウィンドウが開いています。それを閉じて、もう一度お試しください。',
    'dialog-ended.not-supported': () =>
      'ここでは Outlook がウィンドウを開けません。代わりに、リンクで管理者に依頼してください。',
    'dialog-ended.dialog-failed': () =>
      'ウィンドウが表示されませんでした。やり直すか、リンクで管理者に依頼してください。',
    'dialog-ended.denied': () => '承認は Microsoft のページで拒否されました。何も変わっていません。',
    'dialog-ended.left': () => '承認せずに Microsoft のページを離れました。何も変わっていません。',
    'dialog-ended.role-too-small': () =>
      'お使いのロールではこれらのアクセス許可を承認できません。承認できる管理者にリンクを渡してください。',
    'dialog-ended.expired': () => '1 回の操作に使える 5 分を過ぎました。もう一度始めてください。',
    'dialog-ended.repeated': () => 'その回答はすでに使われています。もう一度始めてください。',
    'dialog-ended.forged': () =>
      '依頼していない回答が返ってきたため、無視しました。ここからもう一度始めてください。',
    'dialog-ended.other-tenant': () =>
      'このメールボックスとは別の組織に対して承認されました。もう一度始めて、このメールボックスの組織のアカウントで Microsoft にサインインしてください。',
    'dialog-ended.failed': () =>
      'Microsoft からエラーが返されました。もう一度始めてください。解消しない場合は、当社のサポートにお問い合わせください。',
    'dialog-ended.look-may-not-read': () =>
      'サインインしたアカウントには、組織に付与された内容を表示する権限がありません。権限のある管理者にリンクを渡してください。',
    'dialog-ended.accepted': () =>
      'Microsoft が承認を受け付けました。このアカウントの妨げになっているものは、Microsoft Entra 管理センターで変更できます。[エンタープライズ アプリケーション]、[ExtendSync] のサインイン ログで確認できます。',
    'dialog-ended.look-blocked': () =>
      'サインインしたアカウントを Microsoft が許可しませんでした。理由は Microsoft Entra 管理センターのサインイン ログで確認できます。ExtendSync を使えるユーザーに含まれていない可能性があります。変更した後、もう一度確認してください。',
    'dialog-ended.look-sign-in-needed': () =>
      '付与された内容はサインインした後にのみ表示されますが、Microsoft へのサインインが完了しませんでした。管理者としてサインインして、もう一度確認してください。',
    'dialog-ended.look-other-tenant': () =>
      'サインインしたアカウントは、このメールボックスの組織のものではありません。この組織のアカウントで、もう一度確認してください。',

    'situation.chosen': () => '選択中',

    'steps.title': () => '必要な作業',
    'situation-step.switch-autopilot-on': () => 'ExtendSync の管理画面で Autopilot を有効にする',
    'situation-step.grant-for-organisation': () => '組織全体に対して ExtendSync を承認する',
    'situation-step.verify-consent': () => 'Microsoft が承認を確認する',
    'situation-step.check-autopilot-prerequisites': () =>
      'ExtendSync の管理画面で、Autopilot のほかの要件を確認する',
    'situation-step.choose-group': () => 'Autopilot の対象にするグループを選ぶ',
    'situation-step.limit-in-exchange': () => 'Exchange でアクセスをグループに限定する',
    'situation-step.revoke-unlimited-in-entra': () =>
      'Exchange で限定したアクセス許可を、Microsoft Entra で取り消す',
    'situation-step.test-limit': () => 'グループ内とグループ外のメールボックスで制限をテストする',
    'situation-step.check-shared-mailboxes': () => '共有メールボックスを開き、動作を確かめる',
    'step.done': () => '完了',
    'step.next': () => '次',
    'step.later': () => '後で',

    'attempt.until': ({ atMs }, format) =>
      `${format.moment(atMs)} まで有効です。過ぎた場合はワンクリックでやり直せます。`,

    'share.link': () => '管理者用のリンク',
    'share.link-being-made': () => 'リンクを作成しています…',
    'share.ways': () => 'どの方法で送りますか?',
    'share.message': () => '先にメッセージを読む',
    'share.subject': () => '件名',
    'share.language': () => 'メッセージの言語',

    'pending.title': () => 'あなたの依頼',
    'pending.story': () => '承認までの経過',
    'pending.asked': ({ withWhom }) => `依頼先: ${withWhom}`,
    'pending.with-whom': () => '誰に依頼しましたか?',
    'pending.with-whom-hint': () => 'あなた専用のメモです。名前を書いておけます',
    'pending.noted': () => 'メモしました',
    'pending.at': ({ atMs }, format) => format.moment(atMs),
    'pending.expires': ({ atMs }, format) => `リンクは ${format.moment(atMs)} まで有効です。`,

    'withdraw.question': () => '依頼を取り下げますか? リンクはすぐに使えなくなります。',
    'withdraw.yes': () => '取り下げる',
    'withdraw.no': () => 'そのままにする',
    'forget.question': () =>
      '承認を待つのをやめますか? リンクは直接 Microsoft を開くため取り下げられず、引き続き使えます。',
    'forget.yes': () => '待つのをやめる',

    'link.opens-outside': () => 'Outlook の外で開きます',

    'showing.code': () => 'リンクの QR コード (スマートフォンで読み取ります)',
    'showing.link': () => 'またはこのアドレスを入力',
    'showing.phone.title': () => '管理者のスマートフォンで',
    'showing.phone.scan': () => 'カメラをコードに向けて、リンクを開きます。',
    'showing.phone.sign-in': () => 'ページを読み、Microsoft に進んで、管理者としてサインインします。',
    'showing.phone.sign-in-there': () => '管理者として Microsoft にサインインします。',
    'showing.phone.accept': () => 'Microsoft が示す内容を確認して、承諾します。',
    'showing.phone.then': () =>
      '結果は、この作業ウィンドウに自動で表示されます。ここに入力するものはありません。',
    'showing.check.title': () => 'Microsoft のページに表示されるべき内容',
    'showing.application': () => 'アプリケーション',
    'showing.client-id': () => 'アプリケーション (クライアント) ID',
    'showing.copy': () => 'リンクをコピー',

    'group.name': () => 'グループ',
    'group.name-hint': () =>
      'メールが有効なセキュリティ グループ、配布リスト、または Microsoft 365 グループの名前、エイリアス、アドレス、ID のいずれか。',
    'group.make': () => 'スクリプトを作成',
    'group.adds-up': () => '付与された許可は合算されます',
    'group.open-entra': () => 'Entra でエンタープライズ アプリケーションを開く',
    'group.script': () => 'Exchange Online PowerShell 用のスクリプト',
    'group.script-lead': ({ group }) =>
      `ExtendSync を「${group}」のメールボックスに限定します。内容を読んでから、PowerShell で実行してください。変更のたびに確認を求め、何度でも実行できます。`,
    'group.script-copy': () => 'スクリプトをコピー',
    'group.roles': ({ roles }, format) => `割り当てるロール: ${format.list(roles)}。`,
    'group.notes': () => '知っておきたいこと',
    'group.test': () => '動作を確かめる',
    'group.test-lead': () =>
      'このスクリプトは確認するだけです。グループ内のメールボックス、続けてグループ外のメールボックスで試してください。「InScope」が True、次に False になるはずです。',
    'group.mailbox': () => 'テストに使うメールボックス (空でも可)',
    'group.mailbox-hint': () => 'アドレス、エイリアス、または名前。',
    'group.test-script': () => '制限をテストするスクリプト',
    'group.test-copy': () => 'テストをコピー',
    'group.nothing-to-limit': () =>
      'ここには Exchange で限定できるものがありません。当社のサポートにお問い合わせください。',
    'group.problem.empty': () => 'グループを入力してください。',
    'group.problem.too-long': () => '名前が長すぎます。最大 256 文字です。',
    'group.problem.control-characters': () => '改行などの制御文字が含まれています。',
    'group.problem.hidden-characters': () =>
      '目に見えない文字が含まれています。貼り付けずに、名前を入力してください。',
    'group.problem.broken-characters': () => '壊れた文字が含まれています。名前を入力し直してください。',
    'group.problem.wildcard': () =>
      'アスタリスクは任意の文字列を表すため、別のグループを指す可能性があります。正確な名前を入力してください。',
    'exchange-note.exchange-administrator-needed': () =>
      'Exchange 管理者、または Organization Management のメンバーが必要です。',
    'exchange-note.grants-add-up': ({ scopes }, format) =>
      `Microsoft Entra で全員に対して付与された許可は、この制限とは別に有効なままです。スクリプトの実行後、Entra で次のアプリケーションのアクセス許可を取り消してください: ${format.list(scopes)}。ExtendSync が限定されるのは、その後です。`,
    'exchange-note.new-consent-undoes-limit': ({ scopes }, format) =>
      `後で管理者がすべてをもう一度承認すると、${format.list(scopes)} が再び全員に対して付与されるため、もう一度取り消す必要があります。`,
    'exchange-note.not-limited': ({ scopes }, format) =>
      `${format.list(scopes)} は Exchange では限定できません。これらのアクセス許可は、引き続き組織全体に及びます。`,
    'exchange-note.direct-members-only': () =>
      '対象になるのは直接のメンバーだけです。グループに含まれるグループのメンバーは対象になりません。',
    'exchange-note.takes-effect-later': ({ fromMinutes, toMinutes }, format) =>
      `変更が有効になるまで ${format.number(fromMinutes)}～${format.number(toMinutes)} 分かかります。テストはそれを待ちません。`,
    'exchange-note.replaces-access-policies': () =>
      'これは、Microsoft が廃止を進めているアプリケーション アクセス ポリシー (Application Access Policies) に代わるものです。',

    'manage.confirmed': ({ atMs }, format) =>
      `組織全体に対するアクセスを Microsoft が確認した日時: ${format.moment(atMs)}。`,
    'manage.confirmed.for-you': ({ atMs }, format) =>
      `あなたのアカウントへのアクセスを Microsoft が確認した日時: ${format.moment(atMs)}。組織全体に対するアクセスは確認されていません。`,
    'manage.not-confirmed': () => '現在、確認されているアクセスはありません。',
    'manage.situation': () => '使い方',
    'manage.granted': () => '付与されている内容',
    'manage.revoke': () => 'アクセスを取り消す',
    'manage.revoke-lead': () => '管理者は、いつでも当社を通さずに取り消せます。',
    'manage.revoke.open': () => 'Microsoft Entra の [エンタープライズ アプリケーション] を開きます。',
    'manage.revoke.find': () => '名前、または下のアプリケーション ID で ExtendSync を探します。',
    'manage.revoke.permissions': () => '個別に取り消すには: [アクセス許可] を開き、[取り消し] を選びます。',
    'manage.revoke.delete': () => 'すべて取り消すには: [プロパティ] を開き、[削除] を選びます。',
    'manage.revoke.after': () =>
      'ExtendSync は 1 時間ほどで全員に対して停止します。この作業ウィンドウには次の確認で反映されます。',
    'manage.open-entra': () => 'Microsoft Entra を開く',
    'manage.client-id': () => 'アプリケーション (クライアント) ID',
    'manage.copy-client-id': () => 'ID をコピー',
    'manage.deletion': () => 'データの削除を依頼する',
    'manage.deletion-lead': () =>
      '取り消すとアクセスは停止します。ExtendSync が保持する組織のデータは、ご依頼に応じて削除します。メッセージはこちらで用意しますので、内容を確認して送信してください。',
    'manage.deletion-open': () => '依頼を用意する',

    'help.diagnoses': () => '確認項目',
    'help.now': () => '現在の状態',
    'help.running': () => '確認しています…',
    'help.passed': ({ count }, format) => `問題のない確認項目: ${format.number(count)} 件`,
    'help.run-again': () => 'もう一度確認',
    'help.code': ({ code }) => `Microsoft のコード: ${code}`,
    'help.correlation-id': ({ correlationId }) => `関連付け ID: ${correlationId}`,
    'help.support': () => '当社のサポートに相談する',
    'help.support-lead': () =>
      '診断ファイルがあれば、何が起きたかが分かります。先に保存またはコピーしてから、メッセージに追加してください。',
    'help.letter': () => 'サポートに連絡',
    'letter.no-address': () => 'ここには宛先が設定されていません。ExtendSync の提供元に送ってください。',
    'help.download': () => 'ファイルを保存',
    'help.copy': () => 'ファイルの内容をコピー',
    'help.file': () => 'ファイルの内容を見る',
    'help.file-holds': () =>
      '含まれるもの: バージョン、Outlook の種類、判定結果と Microsoft のコードおよび関連付け ID、確認の時刻、組織の ID とメール ドメイン。',
    'help.file-never': () => '含まれないもの: サインインのトークン、メッセージ、アドレス、人の名前、リンク。',
    'help.file-loading': () => 'ファイルを作成しています',
    'help.file-text': () => '診断ファイルの内容',

    'diagnosis.service-reachable': () => '当社のサービスの応答',
    'diagnosis.sign-in-kind': () => 'Outlook によるサインイン',
    'diagnosis.storage-allowed': () => 'ブラウザーでのサインインの保持',
    'diagnosis.mailbox-of-account': () => 'メールボックスとアカウントの対応',
    'diagnosis.alias-domain': () => 'メールボックスとアカウントのドメイン',
    'diagnosis.consultant': () => '作業している組織',
    'diagnosis.consent-tenant': () => '承認した組織',
    'diagnosis.user-assigned': () => 'ExtendSync の利用資格',
    'diagnosis.application-enabled': () => 'ExtendSync の有効・無効',
    'diagnosis.conditional-access': () => 'セキュリティ ポリシー',
    'diagnosis.grant-spread': () => '承認の反映状況',
    'diagnosis.consent-breadth': () => '承認の対象者',

    'diagnosis-result.passed': () => '問題なし',
    'diagnosis-result.failed': () => '要対応',
    'diagnosis-result.not-known': () => '不明',
    'diagnosis-result.does-not-apply': () => '対象外',

    'diagnosis.service-reachable.as-it-should-be': () => '前回の確認に応答しました。',
    'diagnosis.service-reachable.offline': () => 'オフラインのようです。そのため、確認できません。',
    'diagnosis.service-reachable.throttled': () => '混み合っているため、少し待つよう求められました。',
    'diagnosis.service-reachable.no-answer': () =>
      '応答がありませんでした。応答がなければ、組織全体の承認を証明できません。',
    'diagnosis.service-reachable.not-asked-yet': () => 'まだ問い合わせていません。',

    'diagnosis.sign-in-kind.as-it-should-be': () => 'Outlook が自動でサインインします。',
    'diagnosis.sign-in-kind.standard-client': () =>
      'この Outlook では、Microsoft のウィンドウでサインインします。それでも問題なく動作します。',
    'diagnosis.sign-in-kind.outside-outlook': () => 'この作業ウィンドウは Outlook の外で動作しています。',
    'diagnosis.sign-in-kind.host-silent': () =>
      'Outlook から応答がありませんでした。Outlook を閉じて開き直すと、たいてい解消します。',
    'diagnosis.sign-in-kind.not-asked-yet': () => 'Outlook からまだ回答がありません。',

    'diagnosis.storage-allowed.as-it-should-be': () => 'ブラウザーは ExtendSync のサインインを保持できます。',
    'diagnosis.storage-allowed.blocked': () =>
      'ブラウザーが、ほかのページに埋め込まれたページの情報を保持しないため、サインインが毎回失われます。',
    'diagnosis.storage-allowed.blocked-not-needed': () =>
      'ブラウザーはここでは何も保持しませんが、Outlook が保持しているため、問題ありません。',
    'diagnosis.storage-allowed.maybe-blocked': () =>
      'Microsoft でサインインを確認できません。サインインしていないか、ほかのページに埋め込まれたページからはブラウザーが隠しています。',
    'diagnosis.storage-allowed.not-asked-yet': () => '保持するものがまだありません。',

    'diagnosis.mailbox-of-account.as-it-should-be': (values) =>
      `${mailbox(values)}と${account(values)}は同じ組織のものです。`,
    'diagnosis.mailbox-of-account.guest': () =>
      'あなたのアカウントは、このメールボックスの組織のゲストです。',
    'diagnosis.mailbox-of-account.same-domain': (values) =>
      `${mailbox(values)}とあなたのアカウントは、ドメインが同じです。`,
    'diagnosis.mailbox-of-account.other-tenant': (values) =>
      `${mailbox(values)}は、${account(values)}とは別の組織のものです。`,
    'diagnosis.mailbox-of-account.tenant-not-named': (values) =>
      `${mailbox(values)}から分かるのはドメインだけです。どの組織のものか、Microsoft から回答がありませんでした。`,
    'diagnosis.mailbox-of-account.personal': () =>
      '個人用のメールボックスです。このメールボックスについて ExtendSync を承認できる組織はありません。',
    'diagnosis.mailbox-of-account.on-premises': () =>
      'このメールボックスは、組織自身のサーバーにあります。ExtendSync を使えるのは Microsoft 365 のメールボックスだけです。管理者はメールボックスを Microsoft 365 に移行できます。',
    'diagnosis.mailbox-of-account.mailbox-not-known': () =>
      'どのメールボックスなのか、Outlook から回答がありませんでした。',
    'diagnosis.mailbox-of-account.account-not-known': () => 'まだ誰もサインインしていません。',

    'diagnosis.alias-domain.alias': ({ mailDomain, accountDomain }) =>
      mailDomain === undefined || accountDomain === undefined
        ? 'ドメインは異なりますが、どちらも同じ組織のものです。問題ありません。'
        : `${mailDomain} と ${accountDomain} は同じ組織のものです。問題ありません。`,
    'diagnosis.alias-domain.same-domain': () => 'ドメインは 1 つだけです。',
    'diagnosis.alias-domain.other-tenant': () => '2 つのドメインは別の組織のものです。',
    'diagnosis.alias-domain.tenant-not-named': () =>
      '両方が同じ組織のものかどうか、Microsoft から回答がありませんでした。',
    'diagnosis.alias-domain.mailbox-not-known': () =>
      'どのメールボックスなのか、Outlook から回答がありませんでした。',
    'diagnosis.alias-domain.account-not-known': () => 'アカウントのドメインが分かりません。',

    'diagnosis.consultant.as-it-should-be': () =>
      'あなたのアカウントは、このメールボックスの組織のものです。',
    'diagnosis.consultant.guest': () =>
      'あなたはこの組織のゲストで、アカウントは別の組織のものです。ここで有効なのは、このメールボックスの組織による承認です。自分の組織でチェック マークが表示されなくても、ここでは無視してかまいません。',
    'diagnosis.consultant.account-not-in-tenant': () =>
      'このメールボックスの組織では、あなたのアカウントは Microsoft に登録されていません。社外から支援している場合、チェック マークが表示されないのは誤りではありません。表示されるのはその組織のメンバーだけです。',
    'diagnosis.consultant.consultant-or-wrong-account': () =>
      '別の組織のアカウントでサインインしています。社外から支援している場合はこれで正しく、チェック マークが表示されなくても無視してかまいません。承認はその組織のメンバーにだけ適用されるためです。そうでなければ、アカウントが間違っています。',
    'diagnosis.consultant.tenant-not-named': () =>
      'あなたのアカウントがこのメールボックスの組織のものかどうか、Microsoft から回答がありませんでした。',
    'diagnosis.consultant.mailbox-not-known': () =>
      'どのメールボックスなのか、Outlook から回答がありませんでした。',
    'diagnosis.consultant.account-not-known': () => 'まだ誰もサインインしていません。',

    'diagnosis.consent-tenant.as-it-should-be': () => '承認は、このメールボックスの組織に対するものです。',
    'diagnosis.consent-tenant.right-now-wrong-before': () =>
      '現在は正しい状態です。以前、別の組織が誤って承認されましたが、取り消すことができます。',
    'diagnosis.consent-tenant.wrong-tenant': () =>
      '別の組織に対して承認されています。正しい組織のアカウントでサインインして承認し、もう一方を取り消してください。',
    'diagnosis.consent-tenant.nobody-returned': () =>
      '承認を済ませて Microsoft から戻った人は、まだいません。',
    'diagnosis.consent-tenant.not-proven': () =>
      '誰かが Microsoft から戻りました。この組織に対する承認だったかどうかは、まだ証明されていません。',

    'diagnosis.user-assigned.as-it-should-be': () => 'Microsoft はあなたの利用を認めています。',
    'diagnosis.user-assigned.not-assigned': () =>
      'お客様の組織では、特定のユーザーだけが ExtendSync を使えます。管理者は [ユーザーとグループ] であなたを追加できます。',
    'diagnosis.user-assigned.not-asked-yet': () => 'Microsoft からまだ回答がありません。',

    'diagnosis.application-enabled.as-it-should-be': () => 'お客様の組織では有効になっています。',
    'diagnosis.application-enabled.disabled': () =>
      '無効になっています。[プロパティ] の「ユーザーのサインインが有効になっていますか?」で有効にできます。すでに [はい] になっている場合は、当社のサポートにお問い合わせください。',
    'diagnosis.application-enabled.not-in-tenant-yet': () =>
      'お客様の組織にはまだありません。承認すると追加されます。',
    'diagnosis.application-enabled.not-asked-yet': () => 'Microsoft からまだ回答がありません。',

    'diagnosis.conditional-access.as-it-should-be': () => 'Microsoft はこのアクセスを許可しました。',
    'diagnosis.conditional-access.policy': () =>
      'お客様の組織のポリシーにより、このアクセスは許可されていません。',
    'diagnosis.conditional-access.device': () => 'お客様の組織のポリシーでは、管理対象のデバイスが必要です。',
    'diagnosis.conditional-access.multi-factor': () =>
      'お客様の組織では、サインインに追加の確認が必要です。もう一度サインインすると表示されます。',
    'diagnosis.conditional-access.not-asked-yet': () => 'Microsoft からまだ回答がありません。',

    'diagnosis.grant-spread.as-it-should-be': () => 'Microsoft 全体に反映されています。',
    'diagnosis.grant-spread.arrived': () => 'ご自身のサインインで確認できます。',
    'diagnosis.grant-spread.nobody-returned': () => '反映を待っている承認はありません。',
    'diagnosis.grant-spread.spreading': ({ returnedAtMs }, format) =>
      `${returnedAtMs === undefined ? '承認は先ほど行われました' : `承認が行われた時刻: ${format.moment(returnedAtMs)}`}。Microsoft 全体に反映されるまで、数分かかることがあります。`,
    'diagnosis.grant-spread.still-refused': ({ returnedAtMs }, format) =>
      `誰かが Microsoft から戻りましたが${returnedAtMs === undefined ? '' : ` (${format.moment(returnedAtMs)})`}、Microsoft は引き続き拒否しています。そこで拒否されたか、Outlook が以前の回答を覚えている可能性があります。`,
    'diagnosis.grant-spread.not-proven': () =>
      '誰かが Microsoft から戻りました。まだ何も証明されていません。',

    'diagnosis.consent-breadth.as-it-should-be': () => '付与されている許可は、組織全体に対するものです。',
    'diagnosis.consent-breadth.nothing-granted-yet': () => 'まだ何も付与されていません。',
    'diagnosis.consent-breadth.only-you': () =>
      '一部のアクセス許可は、あなたのアカウントにだけ付与されています。ほかのメンバーと Autopilot には、組織全体の承認が必要です。',
    'diagnosis.consent-breadth.not-proven': () =>
      'あなたのアカウントでは使えます。全員に対して付与されているかどうかは、証明されていません。',
    'diagnosis.consent-breadth.not-asked-yet': () => 'Microsoft からまだ回答がありません。',
    'diagnosis.other': () => 'この結果は、このバージョンの作業ウィンドウではまだ扱えません。',

    'diagnosis-step.check-now': () => '今すぐ確認',
    'diagnosis-step.check-network': () => 'ほかのページが開くかどうかを確かめてください。',
    'diagnosis-step.reopen-outlook': () =>
      'Outlook を閉じて開き直し、メッセージから作業ウィンドウを開いてください。',
    'diagnosis-step.allow-third-party-storage': () =>
      'ブラウザーの設定で、Outlook に対してほかのサイトの Cookie を許可してください。',
    'diagnosis-step.sign-in': () => 'サインイン',
    'diagnosis-step.sign-in-with-other-account': () => '別のアカウントでサインイン',
    'diagnosis-step.ignore-missing-mark': () => '社外から支援している場合は、何もする必要はありません。',
    'diagnosis-step.ask-admin-about-policy': () =>
      'Microsoft のコードを管理者に見せてください。ポリシーの特定に役立ちます。',
    'diagnosis-step.approve': () => '管理者として承認',
    'diagnosis-step.confirm': () => '管理者として確認',
    'diagnosis-step.share': () => '管理者に依頼',
    'diagnosis-step.wait': ({ untilMs }, format) =>
      `次の時刻までは何もする必要はありません: ${format.moment(untilMs)}。`,
    'diagnosis-step.approve-for-tenant': ({ tenant }) => `${spaced(tenant)}に対して承認`,
    'diagnosis-step.undo-consent': () => 'Entra でもう一方の承認を取り消す',
    'diagnosis-step.assign-user': () => 'Entra でユーザーを割り当てる',
    'diagnosis-step.enable-application': () => 'Entra で有効にする',
    'diagnosis-step.open-my-apps': () => 'Microsoft で自分の承認を見る',
  },
  request: {
    subject: ({ organisation }) => `${our(organisation)}での ExtendSync の承認のお願い`,
    confirmSubject: ({ organisation }) => `${our(organisation)}での ExtendSync の承認の確認のお願い`,
    reminderSubject: ({ organisation }) => `再送: ${our(organisation)}での ExtendSync の承認のお願い`,
    greeting: () => 'お疲れ様です。',
    ask: ({ organisation }) =>
      `メッセージ、設定、予定表を同期する ExtendSync for Outlook を利用したく、${our(organisation)}での承認をお願いいたします。`,
    confirm: ({ organisation }) =>
      `ExtendSync for Outlook は承認されており、私は利用できています。${our(organisation)}の全員に対する承認であることを、一度ご確認いただけますでしょうか。`,
    remind: ({ organisation }) =>
      `先日、${our(organisation)}での ExtendSync for Outlook の承認をお願いしましたが、まだ承認されていないようです。ご確認をお願いいたします。`,
    why: () =>
      'Microsoft の仕組みにより管理者の承認が必要です。全員分をまとめて一度だけで、1 分ほどで完了します。',
    whyConfirm: () => 'Microsoft はこれを管理者に表示します。',
    link: ({ straightToMicrosoft }) =>
      straightToMicrosoft
        ? 'このリンクは Microsoft のページを開きます。求められている内容をすべて確認してから判断できます:'
        : 'このページで依頼の内容と理由を確認し、続けて Microsoft のページで判断できます:',
    confirmLink: () =>
      'このページから Microsoft のサインインに進み、元のページに戻ります。新たな承認は行われません:',
    linkLabel: () => '依頼を確認する',
    thanks: () => 'よろしくお願いいたします。',
  },
  support: () => ({
    subject: ({ paneVersion }) =>
      paneVersion === undefined
        ? 'ExtendSync for Outlook に関するお問い合わせ'
        : `ExtendSync for Outlook ${paneVersion} に関するお問い合わせ`,
    greeting: () => 'お世話になっております。',
    describe: () => '期待していた動作と、実際に起きたこと:',
    screenshots: () =>
      '(画面のスクリーンショットがあると助かります。ここに追加し、個人的な情報が写っていないことを確認してください。)',
    attachFile: ({ fileName }) =>
      `(診断ファイル ${fileName} を添付するか、その内容を下に貼り付けてください。)`,
    summaryTitle: () => 'ファイルからの要約:',
    thanks: () => 'よろしくお願いいたします。',
  }),
  deletion: () => ({
    subject: ({ organisation }) =>
      organisation === undefined
        ? 'ExtendSync にある当組織のデータの削除依頼'
        : `ExtendSync にある ${spaced(organisation)}のデータの削除依頼`,
    greeting: () => 'お世話になっております。',
    request: ({ organisation }) =>
      `ExtendSync が${organisation === undefined ? '当組織' : ` ${spaced(organisation)}`}について保持しているすべてのデータの削除をお願いいたします。対象は、メールボックスと予定表のデータ、設定、ログ、複製です。ただし、法律で保存が義務付けられているものを除きます。`,
    confirm: () =>
      '完了しましたらご連絡ください。保存が必要なものがある場合は、その内容と期間もお知らせください。',
    entitled: () =>
      '(どのような立場で依頼するかを、ここに記入してください。依頼できるのは、組織を代表して決定できる人だけです。)',
    factsTitle: () => '対象の組織の情報:',
    organisation: () => '組織',
    tenantId: () => 'テナント ID',
    clientId: () => 'アプリケーション (クライアント) ID',
    thanks: () => 'よろしくお願いいたします。',
  }),
  admin: {
    'subject.assign': () => 'ExtendSync: ユーザーへの追加のお願い',
    'subject.enable': () => 'ExtendSync: 再有効化のお願い',
    'subject.enable-account': () => 'アカウント再有効化のお願い',
    'subject.policy': () => 'ExtendSync: セキュリティ ポリシーによりサインインできません',
    'subject.refusal': () => 'ExtendSync: Microsoft によりサインインが許可されません',
    greeting: () => 'お疲れ様です。',
    'ask.assign': () =>
      '当組織では特定のユーザーだけが ExtendSync を使えますが、私はまだ含まれていません。追加をお願いいたします。',
    'ask.enable': () => 'ExtendSync が当組織で無効になっています。再度有効にしていただけますか。',
    'ask.enable-account': () =>
      'Microsoft によると、私のアカウントが無効になっています。再度有効にしていただけますか。',
    'ask.policy': () =>
      '当組織のセキュリティ ポリシーにより、ExtendSync にサインインできません。ご確認をお願いいたします。',
    'ask.refusal': () =>
      'Microsoft により、ExtendSync へのサインインが許可されません。ご確認をお願いいたします。',
    'where.assign': () =>
      'Microsoft Entra 管理センターの [エンタープライズ アプリケーション]、[ExtendSync]、[ユーザーとグループ] で追加できます。',
    'where.enable': () =>
      'Microsoft Entra 管理センターの [エンタープライズ アプリケーション]、[ExtendSync]、[プロパティ] の「ユーザーのサインインが有効になっていますか?」で有効にできます。すでに [はい] になっている場合はお知らせください。ExtendSync のサポートに問い合わせます。',
    'where.enable-account': () => 'Microsoft Entra 管理センターの [ユーザー] で有効にできます。',
    'where.policy': () =>
      'Microsoft Entra 管理センターのサインイン ログでポリシーを確認できます。下の関連付け ID でサインインを探せます。',
    'where.refusal': () =>
      '下のコードが原因を示します。Microsoft Entra 管理センターのサインイン ログでは、関連付け ID でサインインを探せます。',
    facts: () => 'Microsoft の回答:',
    time: () => '時刻',
    thanks: () => 'よろしくお願いいたします。',
  },
};
