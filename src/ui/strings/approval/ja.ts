import { oneOf, permissions, spaced, your } from '../phrases/ja';
import type { GrantCatalogue } from './catalogue';

export const grantJa: GrantCatalogue = {
  messages: {
    'grant.opening.title': () => '少しお待ちください…',
    'grant.opening.lead': () => 'このページで、組織に対して ExtendSync を承認できます。',

    'grant.lost.title': () => 'ここには承認するものがありません',
    'grant.lost.lead': () =>
      'このページは ExtendSync の承認の依頼を説明するものですが、アドレスに依頼が含まれていません。',
    'grant.damaged.title': () => 'このリンクは壊れています',
    'grant.damaged.lead': () => 'アドレスの一部が欠けているか、途中で変わっています。',
    'grant.lost.next': () =>
      'メッセージのリンク全体をもう一度開くか、送信者に新しいリンクを依頼してください。',
    'grant.lost.next-in-dialog': () => 'このウィンドウを閉じて、Outlook からもう一度始めてください。',

    'grant.gone.title': () => 'この依頼は受け付けを終了しました',
    'grant.gone.lead': () => '依頼が取り消されたか、30 日の期限が過ぎました。',
    'grant.gone.next': () => 'リンクの送信者に、新しいリンクを依頼してください。',

    'grant.invitation.title': ({ organisation }) => `${your(organisation)}で ExtendSync を承認する`,
    'grant.invitation.lead': ({ organisation }) =>
      `${your(organisation)}のメンバーが、Outlook で ExtendSync を使いたいと希望しています。ExtendSync は、メッセージ、メールボックスの設定、予定表の同期を保ちます。Microsoft の仕組みでは、管理者が全員分を一度だけ承認する必要があります。`,
    'grant.invitation.decide': () =>
      'サインインと判断は Microsoft のページで行います。このボタンを押しても、まだ何も承認されません。',

    'grant.approvers': ({ roles }, format) =>
      `承認できるのは、${oneOf(roles, format)}のロールを持つユーザーです。該当しない場合は、リンクを転送してください。個人情報は含まれていません。`,

    'grant.not-done.title': () => '承認しても行われないこと',
    'grant.not-done.passwords': () =>
      'パスワードは共有されません。サインインは Microsoft で行われ、ExtendSync からは見えません。',
    'grant.not-done.other-apps': () => 'ほかのアプリや設定は何も変わりません。',
    'grant.not-done.no-sending': () =>
      'ExtendSync がメールを送信できるようにはなりません。送信はアクセス許可に含まれていません。',
    'grant.not-done.not-here': () =>
      'このページを読んだり Microsoft に進んだりしても、何も承認されません。Microsoft のページで「承諾」を選んだときにだけ承認されます。',

    'grant.revoke.title': () => '取り消す方法',
    'grant.revoke.where': () =>
      'Microsoft Entra 管理センターで [エンタープライズ アプリケーション] を開き、[ExtendSync] を開きます。',
    'grant.revoke.how': () =>
      '[アクセス許可] で、付与された内容の確認と取り消しができます。項目を削除すると、すべて取り消されます。',
    'grant.revoke.effect': () => 'その時点で行われているアクセスは、1 時間ほどで終了します。',

    'grant.starting.title': () => 'Microsoft に移動しています…',
    'grant.starting.lead': () =>
      'このウィンドウに Microsoft のページが表示されます。管理者としてサインインし、表示された内容を読んで判断してください。',
    'grant.starting.overdue': () => 'Microsoft のページがまだ表示されていません。ボタンを押すと移動します。',

    'grant.notice.offline': () => 'オフラインです。ネットワークに再接続しだい、続けます。',
    'grant.notice.details-missing': () =>
      '現在、当社のサービスに接続できないため、この依頼の詳細を表示できません。それでも Microsoft に進むことはできます。',
    'grant.notice.other-name': ({ domain }) =>
      `この依頼に書かれた名前を Microsoft に確認したところ、${domain} は、承認することになる組織とは別の組織のものでした。続ける前に、リンクの送信者にご確認ください。`,
    'grant.notice.throttled': ({ untilMs }, format) =>
      untilMs === undefined
        ? '短時間に操作が多すぎました。少し待ってから、もう一度ボタンを押してください。'
        : `短時間に操作が多すぎました。もう一度ボタンを押せるようになるまでの目安: ${format.until(untilMs)}。`,
    'grant.notice.answer-refused': () =>
      '当社のサービスが Microsoft のものではないアドレスを返したため、移動しませんでした。もう一度お試しください。解消しない場合は、当社のサポートにお問い合わせください。',
    'grant.notice.sign-in-blocked': () =>
      'サインインのウィンドウがブロックされました。このページのポップアップを許可して、もう一度ボタンを押してください。',
    'grant.notice.sign-in-cancelled': () => 'サインインがキャンセルされました。何も変わっていません。',
    'grant.notice.copied': () => '控えをクリップボードにコピーしました。',
    'grant.notice.not-copied': () =>
      'ブラウザーがコピーを許可しませんでした。ページを印刷するか、テキストを選択して Ctrl+C (Mac では ⌘C) を押してください。',

    'grant.may-leave': () =>
      'このページはいつ閉じてもかまいません。依頼した人の Outlook には、結果が自動で表示されます。',
    'grant.outlook-goes-on': () =>
      'Outlook に伝わり、自動で処理が続きます。このウィンドウは閉じてかまいません。',
    'grant.outlook-not-told': () =>
      'このウィンドウを閉じて、Outlook に戻ってください。結果は自動で表示されます。',
    'grant.meant': ({ organisation }) =>
      `この依頼は ${spaced(organisation)}に対するものです。Microsoft のページで、その組織のアカウントを選んでください。`,
    'grant.ask-for-new-link': () =>
      '続けるには、メッセージのリンクをもう一度開くか、新しいリンクを依頼してください。',

    'grant.confirmed.title': () => '承認され、Microsoft が確認しました',
    'grant.confirmed.lead': ({ organisation }) =>
      `${your(organisation)}は、ExtendSync に必要な許可をすべて、全員に対して与えました。`,
    'grant.confirming.title': () => 'ありがとうございます。Microsoft に確認しています',
    'grant.confirming.lead': () =>
      'Microsoft のページから戻りました。完了とする前に、承認が届いたかどうかを Microsoft に確認しています。',
    'grant.sign-in.title': () => 'ありがとうございます。結果を確認しますか?',
    'grant.sign-in.lead': () =>
      'このページから Microsoft に確認するには、もう一度サインインが必要です。承認の内容は変わりません。',
    'grant.spreading.title': () => '承認を反映しています',
    'grant.spreading.lead': () =>
      'Microsoft 全体にはまだ反映されていません。多くの場合、1、2 分かかります。引き続き確認しています。',
    'grant.not-arrived.title': () => 'Microsoft ではまだ承認が確認できません',
    'grant.not-arrived.lead': () =>
      'もう少し時間がかかるか、ここでサインインしているものとは別のアカウントで承認された可能性があります。引き続き確認しています。',
    'grant.partial.title': ({ missing }, format) => `アクセス許可があと ${format.number(missing)} 件必要です`,
    'grant.partial.lead': ({ organisation }) =>
      `${your(organisation)}の承認は一部だけ完了しています。もう一度承認してください。Microsoft のページにすべての項目が表示されます。`,
    'grant.unproven.title': () => '全員に対する承認はまだ確認できていません',
    'grant.unproven.lead.this-user': () =>
      'Microsoft によると、ExtendSync がアクセスできるのはあなたのアカウントだけで、組織全体ではありません。',
    'grant.unproven.lead.unproven': () =>
      'ExtendSync はあなたのアカウントにアクセスできます。組織全体で承認されたかどうかは、Microsoft から回答がありませんでした。',
    'grant.unproven.lead.service-away': () =>
      'ExtendSync はあなたのアカウントにアクセスできます。現在、当社のサービスに接続できないため、組織全体で承認されたかどうかを確認できません。',
    'grant.blocked.title': () => '妨げになっているものがあります',
    'grant.other-account.title': () => '別の組織のアカウントでサインインしています',
    'grant.other-account.lead': ({ organisation }) =>
      organisation === undefined
        ? 'ここでサインインしているアカウントは、依頼先とは別の組織のものです。そのため、依頼先の状況を確認できません。'
        : `この依頼は ${spaced(organisation)}に対するものです。ここでサインインしているアカウントは別の組織のものなので、依頼先の状況を確認できません。`,
    'grant.unknown.title': () => '今は確認できませんでした',
    'grant.unknown.next': () =>
      '失われたものはありません。このページも、依頼した人の Outlook も、自動でもう一度確認します。',

    'grant.unasked.title': () => 'Microsoft のページから戻りました',
    'grant.unasked.lead': () =>
      'そのページは、ここで始めたものではないリンクで開かれました。Microsoft に状況を確認しています。',
    'grant.unasked.lead.refused': () =>
      'アドレスによると、何も承認されていません。確かなのは Microsoft の回答だけなので、確認しています。',

    'grant.returned.denied.title': () => '何も承認されませんでした',
    'grant.returned.denied.lead': () =>
      '依頼は Microsoft のページで拒否されました。意図と違う場合は、もう一度始められます。',
    'grant.returned.left.title': () => '承認せずに離れました',
    'grant.returned.left.lead': () => '何も変わっていません。いつでもやり直せます。',
    'grant.returned.role-too-small.title': () => 'お使いのロールでは承認できません',
    'grant.returned.role-too-small.lead': () =>
      'Microsoft は、お使いのアカウントによる承認を認めませんでした。承認できる管理者にリンクを渡してください。',
    'grant.returned.expired.title': () => '5 分を過ぎました',
    'grant.returned.expired.lead': () =>
      '安全のため、Microsoft のページでの操作は 1 回につき 5 分間有効です。ワンクリックでやり直せます。失われるものはありません。',
    'grant.returned.repeated.title': () => 'この回答はすでに使われています',
    'grant.returned.repeated.lead': () =>
      'Microsoft からの回答は、それぞれ 1 回だけ有効です。すでに承認した場合、その承認は有効です。',
    'grant.returned.forged.title': () => '依頼していない回答が届きました',
    'grant.returned.forged.lead': () =>
      'この回答は、ここから始めた Microsoft のページでの操作に対応していないため、無視しました。',
    'grant.returned.other-tenant.title': () => '別の組織でした',
    'grant.returned.other-tenant.lead': () =>
      'Microsoft で、依頼先とは別の組織のアカウントを使ってサインインしていました。',
    'grant.returned.failed.title': () => 'Microsoft で処理できませんでした',
    'grant.returned.failed.lead': () => '承認の結果ではなく、Microsoft から問題が報告されました。',

    'grant.action.continue': () => 'Microsoft に進む',
    'grant.action.begin-again': () => 'もう一度始める',
    'grant.action.try-again': () => '詳細を読み込む',
    'grant.action.check-now': () => '今すぐ確認',
    'grant.action.sign-in': () => 'サインインして確認',
    'grant.action.sign-in-to-see': () => 'サインインして状況を見る',
    'grant.action.sign-in-other': () => '別のアカウントでサインイン',
    'grant.action.close': () => 'このウィンドウを閉じる',
    'grant.action.copy-receipt': () => '控えをコピー',
    'grant.action.print': () => '印刷',
  },
  face: {
    'facts.title': () => '依頼の内容',
    'facts.organisation': () => '組織',
    'facts.organisation-id': () => 'テナント ID',
    'facts.asked-for': () => '依頼の対象',
    'facts.asked-for-unverified': ({ domain }) => `${domain} (送信者の申告。Microsoft は未確認)`,
    'facts.organisation-not-named': () => 'サインインに使うアカウントの組織',
    'facts.application': () => 'アプリケーション',
    'facts.publisher': () => '発行元',
    'facts.client-id': () => 'アプリケーション ID',
    'facts.made': ({ atMs }, format) => `依頼日: ${format.day(atMs)}。`,
    'facts.expires': ({ atMs }, format) => `リンクは ${format.day(atMs)}まで有効です。`,

    'asked.title': ({ count }, format) => `ExtendSync が求める ${permissions(count, format)}`,

    'details.title': () => '当社のサポート向け',
    'details.code': () => 'Microsoft のコード',
    'details.correlation-id': () => '関連付け ID',

    'receipt.title': () => '承認の控え',
    'receipt.confirmed': () => '確認日時',
    'receipt.check': () => '確認の方法',
    'receipt.check-words': () => '組織全体について、新しいトークンで Microsoft に確認',
    'receipt.permissions': () => '付与されたアクセス許可',
  },
};
