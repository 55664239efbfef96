import { oneOf, permissions, spaced, your } from '../phrases/ja';
import { permissionsJa } from '../permissions/ja';
import type { ApprovalCatalogue } from './catalogue';

export const approvalJa: ApprovalCatalogue = {
  messages: {
    ...permissionsJa.reasons,

    'approval.opening.title': () => '少しお待ちください…',
    'approval.opening.lead': () => 'このページで、組織に対して ExtendSync を承認できます。',

    'approval.lost.title': () => 'ここには承認するものがありません',
    'approval.lost.lead': () =>
      'このページは ExtendSync の承認の依頼を説明するものですが、アドレスに依頼が含まれていません。',
    'approval.damaged.title': () => 'このリンクは壊れています',
    'approval.damaged.lead': () => 'アドレスの一部が欠けているか、途中で変わっています。',
    'approval.lost.next': () =>
      'メッセージのリンク全体をもう一度開くか、送信者に新しいリンクを依頼してください。',
    'approval.lost.next-in-dialog': () => 'このウィンドウを閉じて、Outlook からもう一度始めてください。',

    'approval.gone.title': () => 'この依頼は受け付けを終了しました',
    'approval.gone.lead': () => '依頼が取り下げられたか、30 日の期限が過ぎました。',
    'approval.gone.next': () => 'リンクの送信者に、新しいリンクを依頼してください。',

    'approval.invitation.title': ({ organisation }) => `${your(organisation)}で ExtendSync を承認する`,
    'approval.invitation.lead': () =>
      'このリンクの送信者が、Outlook で ExtendSync を使いたいと希望しています。ExtendSync は、メッセージ、メールボックスの設定、予定表の同期を保ちます。Microsoft の仕組みでは、管理者が全員分を一度だけ承認する必要があります。',
    'approval.invitation.decide': () =>
      'サインインと判断は Microsoft のページで行います。このボタンを押しても、まだ何も承認されません。',

    'approval.approvers': ({ roles }, format) =>
      `承認できるのは、${oneOf(roles, format)}のロールを持つユーザーです。該当しない場合は、リンクを転送してください。個人情報は含まれていません。`,
    'approval.roles-needed': ({ roles }, format) =>
      `これらのアクセス許可には、${oneOf(roles, format)}のロールが必要です。`,
    'approval.pass-on': () =>
      'このロールを持つユーザーにリンクを転送してください。個人情報は含まれていません。',
    'approval.question.title': () => '組織では ExtendSync をどのように使いますか?',
    'approval.question.lead': () =>
      '回答によって、Microsoft のページで承認を求める内容が決まります。先に進むまで何も送信されません。',
    'approval.question.suggested': () => '依頼者の提案',
    'approval.question.this-list': ({ count }, format) =>
      `下に示す ${format.number(count)} 件のアクセス許可を求めます。`,
    'approval.question.same-list': () => '求めるアクセス許可は同じです。',
    'approval.question.adds': ({ scopes, workAlone }, format) =>
      `${workAlone ? 'サインインなしで動作するものが ' : ''}${format.number(scopes.length)} 件増えます: ${format.list(scopes)}`,
    'approval.question.takes': ({ scopes, workAlone }, format) =>
      `${workAlone ? 'サインインなしで動作するものが ' : ''}${format.number(scopes.length)} 件減ります: ${format.list(scopes)}`,

    'approval.not-done.title': () => '承認しても行われないこと',
    'approval.not-done.passwords': () =>
      'パスワードは共有されません。サインインは Microsoft で行われ、ExtendSync からは見えません。',
    'approval.not-done.other-apps': () => 'ほかのアプリや設定は何も変わりません。',
    'approval.not-done.no-sending': () => 'メールを送信するアクセス許可は求めません。',
    'approval.not-done.not-here': () =>
      'このページを読んだり Microsoft に進んだりしても、何も承認されません。Microsoft のページで「承諾」を選んだときにだけ承認されます。',

    'approval.revoke.title': () => '取り消す方法',
    'approval.revoke.where': () =>
      'Microsoft Entra 管理センターで [エンタープライズ アプリケーション] を開き、[ExtendSync] を開きます。',
    'approval.revoke.how': () =>
      '[アクセス許可] で、付与された内容の確認と取り消しができます。項目を削除すると、すべて取り消されます。',
    'approval.revoke.effect': () => 'その時点で行われているアクセスは、1 時間ほどで終了します。',

    'approval.starting.title': () => 'Microsoft に移動しています…',
    'approval.starting.lead': () =>
      'このウィンドウに Microsoft のページが表示されます。管理者としてサインインし、表示された内容を読んで判断してください。',
    'approval.starting.overdue': () =>
      'Microsoft のページがまだ表示されていません。ボタンを押すと移動します。',
    'approval.starting.failed': () => 'Microsoft のページを開けませんでした',
    'approval.earlier.title': () => 'この依頼は承認済みです',
    'approval.earlier.lead': ({ atMs }, format) =>
      `Microsoft が組織全体に対する承認を確認しました: ${format.moment(atMs)}。ここで行うことはもうありません。`,
    'approval.earlier.next': () =>
      'その後、変わっている可能性があります。現在の状況を確認するには、サインインしてください。',

    'approval.notice.offline': () => 'オフラインのようです。ネットワークに再接続しだい、続けます。',
    'approval.notice.details-missing': () =>
      '現在、当社のサービスに接続できないため、この依頼の詳細を表示できません。それでも Microsoft に進むことはできます。',
    'approval.notice.been-there': ({ atMs }, format) =>
      `Microsoft のページから戻った人がいます: ${format.moment(atMs)}。その結果は、このページではわかりません。もう一度承認する前に、サインインして状況をご確認ください。`,
    'approval.notice.turned-down': ({ atMs }, format) =>
      `この依頼は Microsoft のページで拒否されました: ${format.moment(atMs)}。`,
    'approval.notice.other-name': ({ domain }) =>
      `この依頼に書かれた名前を Microsoft に確認したところ、${domain} は、承認することになる組織とは別の組織のものでした。続ける前に、リンクの送信者にご確認ください。`,
    'approval.notice.throttled': ({ untilMs }, format) =>
      untilMs === undefined
        ? '短時間に操作が多すぎました。少し待ってから、もう一度ボタンを押してください。'
        : `短時間に操作が多すぎました。${format.from(untilMs)} 以降に、もう一度ボタンを押してください。`,
    'approval.notice.service-away': () =>
      '現在、当社のサービスに接続できません。少し待ってから、もう一度ボタンを押してください。',
    'approval.notice.answer-refused': () =>
      '当社のサービスが Microsoft のものではないアドレスを返したため、移動しませんでした。もう一度お試しください。解消しない場合は、当社のサポートにお問い合わせください。',
    'approval.notice.sign-in-blocked': () =>
      'サインインのウィンドウがブロックされました。このページのポップアップを許可して、もう一度ボタンを押してください。',
    'approval.notice.sign-in-cancelled': () => 'サインインがキャンセルされました。何も変わっていません。',
    'approval.notice.copied': () => '控えをクリップボードにコピーしました。',
    'approval.notice.not-copied': () =>
      'ブラウザーがコピーを許可しませんでした。ページを印刷するか、テキストを選択して Ctrl+C (Mac では ⌘C) を押してください。',
    'approval.notice.link-copied': () =>
      'リンクをクリップボードにコピーしました。メッセージに貼り付けてください。',
    'approval.notice.link-not-copied': ({ link }) =>
      `ブラウザーがコピーを許可しませんでした。リンクを選択して Ctrl+C (Mac では ⌘C) を押してください: ${link}`,

    'approval.may-leave': () => 'このページはいつ閉じてもかまいません。結果は Outlook に自動で表示されます。',
    'approval.outlook-goes-on': () =>
      'Outlook に伝わり、自動で処理が続きます。このウィンドウは閉じてかまいません。',
    'approval.outlook-not-told': () =>
      'このウィンドウを閉じて、Outlook に戻ってください。結果は自動で表示されます。',
    'approval.back-to-outlook': () =>
      'ここでの操作が終わったら、このウィンドウを閉じて Outlook に戻ってください。承認は Outlook に自動的に表示されます。',
    'approval.organisation': ({ organisation }) =>
      `この依頼は ${spaced(organisation)}に対するものです。Microsoft のページで、その組織のアカウントを選んでください。`,
    'approval.ask-for-new-link': () =>
      '続けるには、メッセージのリンクをもう一度開くか、新しいリンクを依頼してください。',

    'approval.confirmed.title': () => '承認され、Microsoft が確認しました',
    'approval.confirmed.lead': ({ organisation }) =>
      `${your(organisation)}は、ExtendSync に必要な許可をすべて、全員に対して与えました。`,
    'approval.confirmed.covers.no-autopilot': ({ organisation }) =>
      `${your(organisation)}は、Autopilot を使わない場合について、全員に対して ExtendSync を承認しました。`,
    'approval.confirmed.covers.group-edition': ({ organisation }) =>
      `${your(organisation)}は、Autopilot なしの利用について、個人と Group Edition の両方で、全員に対して ExtendSync を承認しました。`,
    'approval.confirming.title': () => 'ありがとうございます。Microsoft に確認しています',
    'approval.confirming.lead': () =>
      'Microsoft のページから戻りました。完了とする前に、承認が届いたかどうかを Microsoft に確認しています。',
    'approval.sign-in.title': () => 'ありがとうございます。結果を確認しますか?',
    'approval.sign-in.lead': () =>
      'このページから Microsoft に確認するには、もう一度サインインが必要です。承認の内容は変わりません。',
    'approval.spreading.title': () => '承認を反映しています',
    'approval.spreading.lead': () =>
      'Microsoft 全体にはまだ反映されていません。多くの場合、1、2 分かかります。引き続き確認しています。',
    'approval.confirm.title': () => '承認の確認',
    'approval.confirm.lead': () =>
      '承認はされているようですが、全員に対するものかどうかはまだ確認されていません。',
    'approval.confirm.how': () =>
      '管理者として一度サインインしてください。組織全体に付与されている内容を Microsoft で確認します。何も変更されず、個人の情報は保存されません。',
    'approval.confirm.accepted-title': () => '承認されましたが、まだ確認できていません',
    'approval.confirm.not-done-title': () => 'まだ確認できていません',
    'approval.looked.sign-in-needed': () =>
      '付与された内容を表示するために、Microsoft がサインインを求めています。',
    'approval.looked.blocked': () =>
      'サインインしたアカウントを Microsoft が許可しなかったため、付与された内容を確認できませんでした。',
    'approval.mend.yourself': () => 'ご自身が管理者の場合:',
    'approval.mend.assign': () =>
      'Microsoft Entra 管理センターの [エンタープライズ アプリケーション]、[ExtendSync]、[ユーザーとグループ] を開き、ご自身と、ExtendSync を使うほかのユーザーを追加してください。',
    'approval.mend.enable': () =>
      'Microsoft Entra 管理センターの [エンタープライズ アプリケーション]、[ExtendSync]、[プロパティ] を開き、「ユーザーのサインインが有効になっていますか?」で有効にしてください。すでに有効な場合は、当社のサポートにご連絡ください。',
    'approval.mend.other': () =>
      '何が妨げになったかは、Microsoft Entra 管理センターのサインイン ログで確認できます。',
    'approval.mend.then-confirm': () =>
      'その後、もう一度確認するか、別の管理者のアカウントで確認してください。',
    'approval.looked.may-not-read': () =>
      'サインインしたアカウントには、組織に付与された内容を表示する権限がありません。',
    'approval.looked.other-tenant': () => 'サインインしたアカウントは、依頼先とは別の組織のものでした。',
    'approval.looked.expired': () => '確認に、決められた 5 分を超える時間がかかりました。',
    'approval.looked.repeated': () =>
      'Microsoft からのこの回答はすでに使われています。回答はそれぞれ 1 回だけ有効です。',
    'approval.looked.forged': () => 'Microsoft に依頼していない回答だったため、無視しました。',
    'approval.looked.failed': () => '付与された内容について、Microsoft から回答がありませんでした。',
    'approval.not-arrived.title': () => 'Microsoft ではまだ承認が確認できません',
    'approval.not-arrived.lead': () =>
      'もう少し時間がかかるか、ここでサインインしているものとは別のアカウントで承認された可能性があります。引き続き確認しています。',
    'approval.not-arrived.lead.nobody': () =>
      'Microsoft の情報では、ここではまだ誰も ExtendSync を承認していません。',
    'approval.not-arrived.next': () => '今すぐ承認するか、ほかの管理者にリンクを送ることができます。',
    'approval.partial.title': ({ missing }, format) =>
      `アクセス許可があと ${format.number(missing)} 件必要です`,
    'approval.partial.lead': ({ organisation }) =>
      `${your(organisation)}の承認は一部だけ完了しています。もう一度承認してください。Microsoft のページにすべての項目が表示されます。`,
    'approval.partial.lead.not-known': ({ serviceAway }) =>
      `残りが組織全体で承認されているかどうかは、${serviceAway ? '現在、当社のサービスに接続できないため、確認できません' : 'Microsoft から回答がありませんでした'}。承認するときは、Microsoft のページにすべての項目が表示されます。`,
    'approval.unproven.title': () => '全員に対する承認はまだ確認できていません',
    'approval.unproven.lead.this-user': () =>
      'Microsoft によると、ExtendSync がアクセスできるのはあなたのアカウントだけで、組織全体ではありません。',
    'approval.unproven.lead.unproven': () =>
      'ExtendSync はあなたのアカウントにアクセスできます。組織全体で承認されたかどうかは、Microsoft から回答がありませんでした。',
    'approval.unproven.lead.service-away': () =>
      'ExtendSync はあなたのアカウントにアクセスできます。現在、当社のサービスに接続できないため、組織全体で承認されたかどうかを確認できません。',
    'approval.blocked.title': () => '妨げになっているものがあります',
    'approval.blocked.taken': () => 'Microsoft が承認を受け付けました。妨げになっているのは別のことです。',
    'approval.other-account.title': () => '別の組織のアカウントでサインインしています',
    'approval.other-account.lead': ({ organisation }) =>
      organisation === undefined
        ? 'ここでサインインしているアカウントは、依頼先とは別の組織のものです。そのため、依頼先の状況を確認できません。'
        : `この依頼は ${spaced(organisation)}に対するものです。ここでサインインしているアカウントは別の組織のものなので、依頼先の状況を確認できません。`,
    'approval.unknown.title': () => '今は確認できませんでした',
    'approval.unknown.next': () =>
      '失われたものはありません。このページも Outlook も、自動でもう一度確認します。',

    'approval.unasked.title': () => 'Microsoft に確認しています',
    'approval.unasked.sign-in-title': () => '状況を確認するにはサインインしてください',
    'approval.unasked.lead': () =>
      'このページのアドレスによると、ExtendSync は承認されています。アドレスは誰でも書けるため、確かなのは Microsoft の回答だけです。',
    'approval.unasked.lead.refused': () =>
      'このページのアドレスによると、何も承認されていません。アドレスは誰でも書けるため、確かなのは Microsoft の回答だけです。',
    'approval.unasked.lead.other': () =>
      'このページのアドレスは、ここで始めたものではない Microsoft のページでの操作を示しています。それでも、承認されている可能性はあります。',
    'approval.unasked.lead.agreed': () =>
      'このページのアドレスにそう示されており、ここでサインインしているアカウントでも、Microsoft での承認は確認できません。',
    'approval.unasked.next': () =>
      'ここでは誰もサインインしていないため、Microsoft から回答を得られません。状況を確認するには、サインインしてください。',

    'approval.returned.denied.title': () => '何も承認されませんでした',
    'approval.returned.denied.lead': () =>
      '依頼は Microsoft のページで拒否されました。意図と違う場合は、もう一度始められます。',
    'approval.returned.left.title': () => '承認せずに Microsoft のページを離れました',
    'approval.returned.left.lead': () => '何も承認されておらず、拒否もされていません。いつでも続けられます。',
    'approval.returned.role-too-small.title': () =>
      'お使いのロールでは、これらのアクセス許可を承認できません',
    'approval.returned.role-too-small.lead': () =>
      'Microsoft では、特定のロールだけが承認できます。何も変わっていません。',
    'approval.returned.expired.title': () => '5 分を過ぎました',
    'approval.returned.expired.lead': () =>
      '安全のため、Microsoft のページからの回答は 5 分間だけ受け付けます。ワンクリックでやり直せます。失われるものはありません。',
    'approval.returned.repeated.title': () => 'この回答はすでに使われています',
    'approval.returned.repeated.lead': () =>
      'Microsoft からの回答は、それぞれ 1 回だけ有効です。すでに承認した場合、その承認は有効です。',
    'approval.returned.forged.title': () => '依頼していない回答が届きました',
    'approval.returned.forged.lead': () =>
      'この回答は、ここから始めた Microsoft のページでの操作に対応していないため、無視しました。それでも承認されている可能性があるため、Microsoft に確認しています。',
    'approval.returned.other-tenant.title': () => '別の組織でした',
    'approval.returned.other-tenant.lead': () =>
      'Microsoft で、依頼先とは別の組織のアカウントを使ってサインインしていました。',
    'approval.returned.failed.title': () => 'Microsoft で処理できませんでした',
    'approval.returned.failed.lead': () => '承認の結果ではなく、Microsoft から問題が報告されました。',

    'approval.action.continue': () => 'Microsoft に進む',
    'approval.action.begin-again': () => 'もう一度始める',
    'approval.action.confirm': () => '管理者として確認する',
    'approval.action.pass-on': () => 'リンクを転送する',
    'approval.action.copy-link': () => 'ほかの管理者に送るリンクをコピー',
    'approval.action.other-account': () => '別のアカウントで続ける',
    'approval.action.show-request': () => '依頼を表示する',
    'approval.action.approve-again': () => 'もう一度承認する',
    'approval.action.try-again': () => '詳細を読み込む',
    'approval.action.check-now': () => '今すぐ確認',
    'approval.action.sign-in': () => 'サインインして確認',
    'approval.action.sign-in-to-see': () => 'サインインして状況を見る',
    'approval.action.sign-in-other': () => '別のアカウントでサインイン',
    'approval.action.close': () => 'このウィンドウを閉じる',
    'approval.action.copy-receipt': () => '控えをコピー',
    'approval.action.print': () => '印刷',
  },
  labels: {
    ...permissionsJa.labels,

    'facts.title': () => '依頼の内容',
    'facts.organisation': () => '組織',
    'facts.organisation-id': () => 'テナント ID',
    'facts.asked-for': () => '依頼の対象',
    'facts.asked-for-unverified': ({ domain }) => `${domain} (送信者の申告。Microsoft は未確認)`,
    'facts.asked-by': () => '依頼者',
    'facts.asked-by-words': () =>
      'リンクの送信者です。名前は保存していないため、知っている相手かどうかをご確認ください。',
    'facts.punycode': () =>
      '「xn--」を含む名前は、アドレスに使えない文字を含む名前を表します。別の名前に似ていることがあるため、よく確かめてください。',
    'facts.organisation-not-named': () => 'サインインに使うアカウントの組織',
    'facts.application': () => 'アプリケーション',
    'facts.publisher': () => '発行元',
    'facts.client-id': () => 'アプリケーション ID',
    'facts.made': ({ atMs }, format) => `依頼日: ${format.day(atMs)}。`,
    'facts.expires': ({ atMs }, format) => `リンクは ${format.moment(atMs)} まで有効です。`,

    'asked.title': ({ count }, format) => `ExtendSync が求める ${permissions(count, format)}`,
    'asked.comes-along': () => 'Microsoft の一覧に含まれますが、ここでは不要です',

    'details.title': () => '当社のサポート向け',
    'details.code': () => 'Microsoft のコード',
    'details.correlation-id': () => '関連付け ID',

    'receipt.title': () => '承認の控え',
    'receipt.confirmed': () => '確認日時',
    'receipt.check': () => '確認の方法',
    'receipt.check-words': () => '組織全体に付与されている内容を、Microsoft が当社のサービスに回答しました',
    'receipt.look-words': ({ time }) =>
      `閲覧権限のあるユーザーがサインインし (${time})、組織全体に付与されている内容を Microsoft が示しました`,
    'receipt.approved-by': () => '承認者',
    'receipt.approved-by-words': () =>
      '名前は保存していません。Microsoft Entra の監査ログに記録されています。',
    'receipt.permissions': () => '付与されたアクセス許可',
  },
};
