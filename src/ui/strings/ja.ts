import type { Catalogue } from './catalogue';
import { oneOf, permissions, spaced, your } from './phrases/ja';

export const ja: Catalogue = {
  messages: {
    'checking.title': () => '組織のアクセスを確認しています…',
    'checking.lead': () =>
      'ExtendSync をここで使えるかどうかを Microsoft に確認しています。少しだけお待ちください。',

    'granted.title': () => 'アクセスは承認されています',
    'granted.lead': ({ organisation }) =>
      `${your(organisation)}は ExtendSync に必要な許可をすべて与えています。ほかに必要な操作はありません。`,
    'granted.lead.steps': ({ organisation }) =>
      `${your(organisation)}は、ExtendSync が Microsoft で必要とするすべてを承認しました。残りの作業は下に示しています。`,
    'granted.covers.no-autopilot': ({ organisation }) =>
      `${your(organisation)}は、Autopilot を使わない場合について ExtendSync を承認しています。ほかに必要な操作はありません。`,
    'granted.covers.group-edition': ({ organisation }) =>
      `${your(organisation)}は、Autopilot なしの利用について、個人と Group Edition の両方で ExtendSync を承認しています。ほかに必要な操作はありません。`,

    'personal.title.this-user': () => '全員ではなく、あなただけに許可されています',
    'personal.title.unproven': () => 'あなたのアカウントでは使えます',
    'personal.title.approved': () => '管理者が承認済み、全員への適用は未確認',
    'personal.lead.this-user': () =>
      'ExtendSync がアクセスできるのは、あなたのアカウントだけです。ほかのメンバーや Autopilot で使うには、管理者が組織全体に対して承認する必要があります。',
    'personal.lead.unproven': () =>
      'ExtendSync はあなたのアカウントにアクセスできます。組織全体で承認されているかどうかは、Microsoft から回答がありませんでした。',
    'personal.lead.approved': () =>
      'あなたは ExtendSync を使えます。全員に承認されているかどうかは管理者に表示されるため、管理者が一度だけ確認します。',
    'personal.lead.service-away': () =>
      'ExtendSync はあなたのアカウントにアクセスできます。現在、当社のサービスに接続できないため、組織全体で承認されているかどうかを確認できません。',

    'partial.title': ({ missing }, format) => `アクセス許可があと ${format.number(missing)} 件必要です`,
    'partial.lead': ({ missing }, format) =>
      `アクセスの一部は許可されています。下に印の付いた ${permissions(missing, format)}を、管理者が承認する必要があります。`,
    'partial.lead.new-permissions': ({ missing }, format) =>
      `以前の承認は今も有効です。その後 ExtendSync に新しい機能が加わり、下に印の付いた ${permissions(missing, format)}が新たに必要になりました。`,
    'partial.lead.was-granted': ({ missing }, format) =>
      `以前はすべて承認されていました。その後 ${permissions(missing, format)}が追加されたか取り消されたため、管理者がもう一度承認する必要があります。`,
    'partial.lead.not-known': ({ missing, serviceAway }, format) =>
      `下に印の付いた ${permissions(missing, format)}を、管理者が承認する必要があります。残りが組織全体で承認されているかどうかは、${serviceAway ? '現在、当社のサービスに接続できないため、確認できません' : 'Microsoft から回答がありませんでした'}。`,

    'required.title': () => '管理者の承認が必要です',
    'required.lead': ({ organisation }) =>
      `ExtendSync を使うには、${your(organisation)}の管理者が一度だけ承認する必要があります。承認は全員に適用されます。`,
    'required.about': () =>
      'ExtendSync は、メッセージ、メールボックスの設定、予定表を Outlook の中で同期します。',
    'required.title.was-granted': () => 'アクセスが取り消されました',
    'required.lead.was-granted': ({ organisation, atMs }, format) =>
      `${your(organisation)}は ExtendSync を承認していました (最後の確認: ${format.moment(atMs)})。現在その承認はないため、管理者がもう一度承認する必要があります。`,
    'required.approvers': ({ roles }, format) =>
      `承認できるのは、${oneOf(roles, format)}のロールを持つユーザーです。`,
    'choice.approve': ({ roles }, format) =>
      `${oneOf(roles, format)}の方はこちら。承認する内容は Microsoft の画面に表示されます。`,
    'choice.share': () =>
      'リンクの入ったメッセージをこちらで用意します。送信すると、承認されたことがこの作業ウィンドウに自動で表示されます。',

    'arriving.title': () => '承認を反映しています',
    'arriving.lead': () =>
      'Microsoft が承認を受け付けました。全体に反映されるまで 1、2 分かかることがあります。引き続き確認していますので、操作は必要ありません。',
    'arriving.lead.host-remembers': () =>
      'Microsoft は承認を確認していますが、Outlook がまだ以前の回答を返しています。もう一度サインインすると、問い合わせ直します。',

    'waiting.title': () => '管理者の承認を待っています',
    'waiting.title.not-approved': () => '承認されませんでした',
    'waiting.lead': () =>
      '管理者が承認すると、ここに自動で表示されます。この作業ウィンドウは閉じてもかまいません。',
    'waiting.lead.returned': () =>
      '管理者が Microsoft のページから戻りました。承認が届いたかどうかを確認しています。',
    'waiting.lead.opened': () =>
      'リンクが開かれました。まもなく承認されるかもしれません。この作業ウィンドウは閉じてもかまいません。',
    'waiting.lead.denied': () =>
      '依頼は Microsoft のページで拒否されました。管理者に事情を説明して、もう一度依頼してみてください。',
    'waiting.lead.left': () =>
      'リンクを開いた人が、承認せずに Microsoft のページを離れました。拒否されたわけではなく、リンクはまだ使えます。',
    'waiting.lead.role-too-small': ({ roles }, format) =>
      `依頼した相手はこれを承認できません。必要なロールは${oneOf(roles, format)}です。ほかの人に依頼してください。`,

    'approving.title': () => '別のウィンドウで承認してください',
    'approving.lead.expired': () =>
      '安全のため、Microsoft のページからの回答は 5 分間だけ受け付けます。その時間が過ぎました。ワンクリックでやり直せます。失われるものはありません。',
    'approving.lead': () =>
      'そのウィンドウに管理者としてサインインし、Microsoft が示す内容を読んで承諾してください。あとはこちらで処理します。',
    'approving.title.confirm': () => '別のウィンドウで確認してください',
    'approving.lead.confirm': () =>
      'そのウィンドウに管理者としてサインインしてください。付与されている内容を Microsoft で確認します。何も変更されません。',

    'sharing.title': () => '管理者に依頼する',
    'sharing.lead': ({ organisation }) =>
      `${your(organisation)}の Microsoft 365 を管理している人に、このリンクを送ってください。何をなぜ依頼するのかが説明されています。`,
    'sharing.lead.straight': () =>
      '現在、当社のページに接続できないため、このリンクは直接 Microsoft を開きます。結果は同じです。',

    'sign-in.title': () => 'サインインしてください',
    'sign-in.title.either': () => 'あと 1 つ手順が必要です',
    'sign-in.lead.either': () =>
      'サインインが必要なのか、組織が ExtendSync をまだ承認していないのか、Outlook では判別できませんでした。サインインすると分かります。',

    'other-tenant.title': () => '別のアカウントでサインインしています',
    'other-tenant.lead': ({ mailDomain }) =>
      mailDomain === undefined
        ? 'このメールボックスとは別の組織のアカウントでサインインしています。'
        : `このメールボックスは ${spaced(mailDomain)}のものですが、別の組織のアカウントでサインインしています。`,
    'other-tenant.lead.consultant': () =>
      'このメールボックスのアカウントでサインインしてください。アカウントがない場合は、その組織の管理者に問い合わせてください。',

    'mailbox.on-premises': () =>
      'このメールボックスは、組織自身のサーバーにあります。ExtendSync を使えるのは Microsoft 365 のメールボックスだけです。',
    'mailbox.personal': () => '職場または学校のメールボックスの横で ExtendSync を開いてください。',
    'mailbox.not-known': () =>
      'これが誰のメールボックスか、Outlook から情報を得られませんでした。表示されているのは、あなたのアカウントの組織についての結果です。',
    'mailbox.shared': () =>
      'このメールボックスは共有のもの、または別の人のものです。確認にはあなた自身のアカウントを使いました。',
    'mailbox.not-placed': ({ mailDomain }) =>
      mailDomain === undefined
        ? 'アカウントが別の組織のものである場合は、このメールボックスのアカウントでサインインしてください。'
        : `このメールボックスは ${spaced(mailDomain)}のものです。アカウントが別の組織のものである場合は、このメールボックスのアカウントでサインインしてください。`,

    'blocked.title': () => 'アクセスがブロックされています',

    'unknown.title': () => '今は確認できませんでした',
    'unknown.last-granted': ({ atMs, organisation }, format) =>
      `最後に Microsoft に確認できた時点 (${format.moment(atMs)}) では、${your(organisation)}のすべてが承認されていました。`,
    'unknown.last-partial': ({ atMs, organisation }, format) =>
      `最後に Microsoft に確認できた時点 (${format.moment(atMs)}) では、${your(organisation)}のアクセス許可が一部不足していました。`,
    'unknown.last-required': ({ atMs, organisation }, format) =>
      `最後に Microsoft に確認できた時点 (${format.moment(atMs)}) では、${your(organisation)}は ExtendSync を承認していませんでした。`,
    'unknown.last-personal': ({ atMs }, format) =>
      `最後に Microsoft に確認できた時点 (${format.moment(atMs)}) では、ExtendSync はあなたのアカウントにアクセスできました。`,
    'unknown.never-confirmed': () =>
      'このメールボックスについては、Microsoft の確認がまだ一度も取れていません。',

    'situation.title': () => 'ExtendSync をどのように使いますか?',
    'situation.lead': () => '管理者に依頼する内容は、この選択で決まります。いつでも変更できます。',
    'situation.autopilot-on': () => 'Autopilot はすでに有効',
    'situation.autopilot-everyone': () => '全員に Autopilot',
    'situation.autopilot-groups': () => '特定のグループに Autopilot',
    'situation.no-autopilot': () => 'Autopilot なし',
    'situation.group-edition': () => 'Group Edition',
    'situation.not-sure': () => '分からない',

    'showing.title': () => '管理者に見せる',
    'showing.lead': () => '隣にいる人や、通話であなたの画面を見ている人のための表示です。',
    'group.title': () => 'Autopilot をグループに限定',
    'group.lead': () =>
      'これにより、ExtendSync が単独でアクセスできるのは 1 つのグループのメールボックスだけになります。この制限は Exchange Online が守ります。スクリプトはこちらで作成し、管理者が実行します。',
    'manage.title': () => 'アクセスとデータ',
    'manage.lead': () => '組織が許可した内容と、それを取り消す方法です。',
    'help.title': () => 'ヘルプ',
    'help.lead': () => '妨げになっているものを調べます。設定は何も変更されません。',

    'notice.reminder': ({ withWhom }) =>
      `${withWhom === undefined ? '' : `${spaced(withWhom)}への`}依頼から 1 日以上たちましたが、まだ承認されていません。簡単なリマインダーを送ると効果的です。`,
    'notice.offline': () => 'オフラインのようです。ネットワークに再接続しだい、もう一度確認します。',
    'notice.not-renewed': () => '今は更新できませんでした。もう一度試しています。',
    'notice.not-renewed.throttled': () => 'Microsoft から少し待つように求められました。その後に更新します。',

    'action.approve': () => '管理者として承認',
    'action.confirm': () => '管理者として確認',
    'action.share': () => '管理者に依頼',
    'action.share-again': () => 'もう一度、または別の人に依頼',
    'action.sign-in': () => 'サインイン',
    'action.sign-in-again': () => 'もう一度サインイン',
    'action.sign-in-other': () => '別のアカウントでサインイン',
    'action.check-now': () => '今すぐ確認',
    'action.back': () => '戻る',
    'action.done': () => '完了',
    'action.add-autopilot': () => 'Autopilot を追加',
    'action.pass-on': () => 'リンクを渡す',
    'action.close-dialog': () => '別のウィンドウを閉じる',
    'action.renew': () => 'やり直す',
    'action.letter-assign': () => '追加を依頼する',
    'action.letter-enable': () => '有効化を依頼する',
    'action.letter-enable-account': () => '有効化を依頼する',
    'action.letter-policy': () => 'ポリシーについて問い合わせる',
    'action.letter-refusal': () => '原因について問い合わせる',
    'action.withdraw': () => '依頼を取り下げる',

    'action.show': () => '画面に表示',
    'action.help': () => 'ヘルプ',
    'action.manage': () => 'アクセスとデータ',
    'action.group': () => 'スクリプトを作成',
    'action.change-situation': () => '使い方を変更',

    'cause.not-consented': () => 'お客様の組織は、まだ ExtendSync を承認していません。',
    'cause.consent-declined': () => '承認を依頼しましたが、拒否されました。',
    'cause.admin-approval-needed': () => 'Microsoft は管理者による承認を求めています。',
    'cause.consent-failed': () =>
      'Microsoft が承認を完了できませんでした。数分後にはうまくいくことがよくあります。',
    'cause.application-not-in-tenant': () => 'お客様の組織では、ExtendSync がまだ設定されていません。',
    'cause.application-disabled': () => 'お客様の組織では ExtendSync が無効になっています。',
    'cause.application-misconfigured': () =>
      'Microsoft への ExtendSync の登録に誤りがあります。当社で修正いたします。',
    'cause.user-not-assigned': () =>
      'お客様の組織では、特定のユーザーだけが ExtendSync を使えます。あなたはまだ含まれていません。',
    'cause.account-disabled': () => 'Microsoft によると、このアカウントは無効になっています。',
    'cause.account-not-in-tenant': () => 'サインインに使ったアカウントは、この組織に登録されていません。',
    'cause.account-unknown': () => 'このアカウントは Microsoft に登録されていません。',
    'cause.wrong-credentials': () => 'サインインできませんでした。',
    'cause.tenant-unknown': () => 'この名前の組織は Microsoft に登録されていません。',
    'cause.tenant-blocked': () => '現在、Microsoft はこの組織にアプリの使用を許可していません。',
    'cause.tenant-not-named': () => 'どの組織のことか、Microsoft が判別できませんでした。',
    'cause.several-accounts': () =>
      'どのアカウントを使うのか Microsoft が判別できません。複数のアカウントでサインインしている可能性があります。',
    'cause.not-signed-in': () => 'Microsoft に問い合わせる前に、サインインが必要です。',
    'cause.session-expired': () => 'サインインの有効期限が切れました。',
    'cause.multi-factor-needed': () => 'お客様の組織では、サインインに追加の確認が必要です。',
    'cause.conditional-access': () =>
      'お客様の組織のセキュリティ ポリシーにより、このアクセスは許可されていません。',
    'cause.device-not-compliant': () =>
      'お客様の組織のセキュリティ ポリシーでは、管理対象のデバイスが必要です。',
    'cause.account-locked': () =>
      'このアカウントは一時的にロックされているか、接続元のネットワークが Microsoft に信頼されていません。',
    'cause.account-restricted': () =>
      'Microsoft は、このアカウントがこの種のアプリを使うことを認めていません。',
    'cause.other-cloud': () =>
      'ExtendSync は、お客様の組織とは別の Microsoft クラウド用に設定されています。当社で修正します。',
    'cause.loop-detected': () =>
      '短時間に Microsoft への問い合わせが多すぎたため、しばらく間を置く必要があります。',
    'cause.throttled': () => 'Microsoft が混み合っているため、少し待つよう求められました。',
    'cause.microsoft-unavailable': () => '現在、Microsoft のサインイン サービスに問題が起きています。',
    'cause.network-unreachable': () => 'ネットワーク経由で Microsoft に接続できませんでした。',
    'cause.service-unavailable': () => '現在、当社のサービスに接続できません。',
    'cause.newer-version': () => 'ExtendSync が更新されたようです。いったん閉じて、開き直してください。',
    'cause.host-unavailable': () => 'Outlook から応答がありませんでした。',
    'cause.consent-or-sign-in': () =>
      'Outlook がサインインまたは承認を求めていますが、どちらなのかは示されていません。',
    'cause.other-tenant': () => '別の組織のアカウントでサインインしています。',
    'cause.personal-mailbox': () => '個人用のメールボックスです',
    'cause.mailbox-not-placed': () => 'このメールボックスがどの組織のものか、確認できませんでした。',
    'cause.cancelled': () => 'サインインがキャンセルされました。',
    'cause.popup-blocked': () =>
      'サインインのウィンドウがブロックされました。Outlook のポップアップを許可して、もう一度お試しください。',
    'cause.request-malformed': () =>
      '当社からの問い合わせを Microsoft が受け付けませんでした。当社で修正いたします。',
    'cause.page-failed': () => 'このページまたはお使いのブラウザーが、Microsoft への確認を妨げました。',
    'cause.unrecognised': () => 'Microsoft から、未知の回答が返されました。',

    'next.approve': () => '管理者が承認できます。',
    'next.ask-admin': () => '管理者に承認を依頼してください。',
    'next.sign-in': () => 'もう一度サインインしてください。',
    'next.sign-in-with-other-account': () => 'このメールボックスのアカウントでサインインしてください。',
    'next.ask-admin-to-assign': () =>
      'ExtendSync を使えるユーザーに自分を追加するよう、管理者に依頼してください。',
    'next.ask-admin-to-enable': () => 'もう一度有効にするよう、管理者に依頼してください。',
    'next.ask-admin-to-enable-account': () =>
      'アカウントをもう一度有効にするよう、管理者に依頼してください。',
    'next.ask-admin-about-policy': () => '下のコードを管理者に見せてください。ポリシーの特定に役立ちます。',
    'next.ask-admin-about-refusal': () => '下のコードを管理者に見せてください。原因の特定に役立ちます。',
    'next.wait-and-retry': () => '操作は不要です。自動でもう一度確認します。',
    'next.open-help': () => '「ヘルプ」で、考えられる原因を確認できます。',
    'next.confirm-as-admin': () => '管理者が確認できます。',
    'next.contact-support': () => 'この状態が続く場合は、下のコードを当社のサポートにお送りください。',
  },
  labels: {
    'organisation.label': () => '組織',
    'organisation.confirmed': ({ atMs }, format) => `Microsoft による確認: ${format.moment(atMs)}`,

    'permissions.title': ({ count }, format) => `ExtendSync が求めるアクセス許可 (${format.number(count)})`,
    'permissions.all-granted': ({ count }, format) => `${permissions(count, format)}がすべて付与されています`,
    'permissions.all-required-granted': ({ count }, format) =>
      `必要な ${format.number(count)} 件のアクセス許可がすべて付与されています`,
    'permissions.some-granted': ({ count, granted }, format) =>
      `${permissions(count, format)}のうち ${format.number(granted)} 件が付与されています`,

    'checks.busy': () => 'Microsoft に確認しています…',
    'checks.last': ({ atMs }, format) => `確認: ${format.moment(atMs)}`,
    'checks.next': ({ atMs }, format) => `次の確認: ${format.moment(atMs)}`,
    'checks.paused-hidden': () => '作業ウィンドウが非表示の間は一時停止します',

    'later.loading': () => 'この部分を読み込んでいます',
    'later.failed': () =>
      'この部分を読み込めませんでした。ネットワークに接続している場合は、ExtendSync をいったん閉じて、開き直してください。',
    'later.again': () => 'もう一度試す',

    'details.title': () => '管理者または当社のサポート向け',
    'details.code': () => 'Microsoft のコード',
    'details.correlation-id': () => '関連付け ID',

    'actions.more': () => 'その他',
  },
};
