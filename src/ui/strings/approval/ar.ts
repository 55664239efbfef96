import { forYour, isolated, leftToRight, menu, oneOf, permissions, your } from '../phrases/ar';
import { permissionsAr } from '../permissions/ar';
import type { ApprovalCatalogue } from './catalogue';

export const approvalAr: ApprovalCatalogue = {
  messages: {
    ...permissionsAr.reasons,

    'approval.opening.title': () => 'لحظة من فضلك…',
    'approval.opening.lead': () => 'تساعد هذه الصفحة على الموافقة على ExtendSync لمؤسسة.',

    'approval.lost.title': () => 'لا يوجد هنا ما تلزم الموافقة عليه',
    'approval.lost.lead': () => 'تشرح هذه الصفحة طلبات الموافقة على ExtendSync، لكن عنوانها لا يذكر أي طلب.',
    'approval.damaged.title': () => 'هذا الرابط تالف',
    'approval.damaged.lead': () => 'جزء من العنوان مفقود أو تغيّر في الطريق.',
    'approval.lost.next': () => 'يُرجى فتح الرابط الكامل من الرسالة مرة أخرى، أو طلب رابط جديد ممن أرسله.',
    'approval.lost.next-in-dialog': () => 'يُرجى إغلاق هذه النافذة والبدء من جديد من Outlook.',

    'approval.gone.title': () => 'لم يعد هذا الطلب مفتوحًا',
    'approval.gone.lead': () => 'تم سحبه، أو انتهت مدته البالغة ثلاثين يومًا.',
    'approval.gone.next': () => 'يُرجى طلب رابط جديد ممن أرسل هذا الرابط.',

    'approval.invitation.title': ({ organisation }) => `الموافقة على ExtendSync ${forYour(organisation)}`,
    'approval.invitation.lead': () =>
      'من أرسل هذا الرابط يرغب في استخدام ExtendSync ضمن Outlook. فهو يُبقي الرسائل وإعدادات علب البريد والتقويمات متزامنة. وتطلب Microsoft أن يوافق أحد المسؤولين على ذلك مرة واحدة عن الجميع.',
    'approval.invitation.decide': () =>
      'يتم تسجيل الدخول واتخاذ القرار في صفحة Microsoft نفسها. لا يمنح هذا الزر أي موافقة بعد.',

    'approval.approvers': ({ roles }, format) =>
      `تتطلب الموافقة أحد هذه الأدوار: ${oneOf(roles, format)}. إن لم يكن لديك أي منها، فيُرجى تمرير الرابط؛ فهو لا يحتوي على أي شيء شخصي.`,
    'approval.roles-needed': ({ roles }, format) =>
      `تتطلب هذه الأذونات أحد هذه الأدوار: ${oneOf(roles, format)}.`,
    'approval.pass-on': () => 'يُرجى تمرير الرابط إلى شخص لديه أحد هذه الأدوار. فهو لا يحتوي على أي شيء شخصي.',
    'approval.question.title': () => 'كيف ستستخدم المؤسسة ExtendSync؟',
    'approval.question.lead': () =>
      'تحدد الإجابة ما ستطلب صفحة Microsoft الموافقة عليه. ولا يُرسل شيء قبل المتابعة.',
    'approval.question.suggested': () => 'مقترح في الطلب',
    'approval.question.this-list': ({ count }, format) =>
      format.plural(count, {
        one: 'تطلب الإذن الوارد أدناه.',
        two: 'تطلب الإذنين الواردين أدناه.',
        few: `تطلب الأذونات الـ${format.number(count)} الواردة أدناه.`,
        many: `تطلب ${format.number(count)} إذنًا واردًا أدناه.`,
        other: `تطلب ${format.number(count)} إذن وارد أدناه.`,
      }),
    'approval.question.same-list': () => 'تطلب القائمة نفسها.',
    'approval.question.adds': ({ scopes, workAlone }, format) =>
      `زيادة (${format.number(scopes.length)})${workAlone ? ' تعمل دون تسجيل دخول أحد' : ''}: ${format.list(scopes.map(isolated))}.`,
    'approval.question.takes': ({ scopes, workAlone }, format) =>
      `نقصان (${format.number(scopes.length)})${workAlone ? ' تعمل دون تسجيل دخول أحد' : ''}: ${format.list(scopes.map(isolated))}.`,

    'approval.not-done.title': () => 'ما لا تفعله الموافقة',
    'approval.not-done.passwords': () =>
      'لا تكشف أي كلمة مرور: يتم تسجيل الدخول لدى Microsoft، ولا يرى ExtendSync شيئًا منه.',
    'approval.not-done.other-apps': () => 'لا تغيّر شيئًا في تطبيقاتك الأخرى ولا في إعداداتك.',
    'approval.not-done.no-sending': () => 'لا تُطلب أي أذونات لإرسال البريد.',
    'approval.not-done.not-here': () =>
      'قراءة هذه الصفحة أو المتابعة إلى Microsoft لا تمنح أي موافقة. لا يمنحها إلا زر «قبول» في صفحة Microsoft.',

    'approval.revoke.title': () => 'كيفية سحب الموافقة',
    'approval.revoke.where': () =>
      `في مركز إدارة Microsoft Entra، يُرجى فتح ${menu('تطبيقات المؤسسة', 'Enterprise applications')} ثم ExtendSync.`,
    'approval.revoke.how': () =>
      `ضمن ${menu('الأذونات', 'Permissions')} يظهر ما مُنح ويمكن سحبه. وحذف التطبيق من القائمة يسحب كل شيء.`,
    'approval.revoke.effect': () => 'ينتهي أي وصول جارٍ في تلك اللحظة خلال ساعة تقريبًا.',

    'approval.starting.title': () => 'جارٍ الانتقال إلى Microsoft…',
    'approval.starting.lead': () =>
      'تظهر صفحة Microsoft في هذه النافذة. يُرجى تسجيل الدخول هناك بحساب مسؤول، وقراءة ما يُعرض، ثم اتخاذ القرار.',
    'approval.starting.overdue': () => 'لم تظهر صفحة Microsoft بعد. يؤدي الزر إليها.',
    'approval.starting.failed': () => 'تعذّر فتح صفحة Microsoft',
    'approval.earlier.title': () => 'تمت الموافقة على هذا الطلب',
    'approval.earlier.lead': ({ atMs }, format) =>
      `أكدت Microsoft الموافقة للمؤسسة بأكملها: ${isolated(format.moment(atMs))}. لم يبقَ هنا ما يلزم فعله.`,
    'approval.earlier.next': () => 'قد يكون ذلك تغيّر منذئذٍ. يُرجى تسجيل الدخول لرؤية الوضع الحالي.',

    'approval.notice.offline': () => 'يبدو أنه لا يوجد اتصال بالشبكة. سنتابع فور عودته.',
    'approval.notice.details-missing': () =>
      'يتعذر الاتصال بخدمتنا حاليًا، لذا فإن تفاصيل هذا الطلب ناقصة. ومع ذلك يمكن المتابعة إلى Microsoft.',
    'approval.notice.been-there': ({ atMs }, format) =>
      `عاد أحدهم من صفحة Microsoft: ${isolated(format.moment(atMs))}. ولا تعرف هذه الصفحة نتيجة ذلك. يُرجى تسجيل الدخول لمعرفة الوضع قبل الموافقة مرة أخرى.`,
    'approval.notice.turned-down': ({ atMs }, format) =>
      `رفض أحدهم هذا الطلب في صفحة Microsoft: ${isolated(format.moment(atMs))}.`,
    'approval.notice.other-name': ({ domain }) =>
      `سألنا Microsoft عن الاسم الوارد في هذا الطلب: ${isolated(domain)} تابع لمؤسسة أخرى غير التي ستمنح الموافقة. يُرجى الاستفسار ممن أرسل الرابط قبل المتابعة.`,
    'approval.notice.throttled': ({ untilMs }, format) =>
      untilMs === undefined
        ? 'جرت محاولات كثيرة جدًا في وقت قصير. يُرجى الانتظار قليلًا ثم الضغط على الزر مرة أخرى.'
        : `جرت محاولات كثيرة جدًا في وقت قصير. يُرجى الضغط على الزر مرة أخرى ابتداءً من هذا الوقت: ${isolated(format.from(untilMs))}.`,
    'approval.notice.service-away': () =>
      'يتعذر الاتصال بخدمتنا حاليًا. يُرجى الضغط على الزر مرة أخرى بعد قليل.',
    'approval.notice.answer-refused': () =>
      'ردت خدمتنا بعنوان لا يخص Microsoft، فلم ننتقل إليه. يُرجى المحاولة مرة أخرى؛ وإن استمر الأمر، فيُرجى الاتصال بالدعم لدينا.',
    'approval.notice.sign-in-blocked': () =>
      'تم حظر نافذة تسجيل الدخول. يُرجى السماح بالنوافذ المنبثقة لهذه الصفحة والضغط على الزر مرة أخرى.',
    'approval.notice.sign-in-cancelled': () => 'أُلغي تسجيل الدخول. لم يتغير شيء.',
    'approval.notice.copied': () => 'الإيصال موجود في الحافظة.',
    'approval.notice.not-copied': () =>
      `لم يسمح المتصفح بالنسخ. يُرجى طباعة الصفحة، أو تحديد النص والضغط على ${leftToRight('Ctrl+C')} (أو ${leftToRight('⌘C')} على Mac).`,
    'approval.notice.link-copied': () => 'الرابط موجود في الحافظة. يُرجى لصقه في رسالة.',
    'approval.notice.link-not-copied': ({ link }) =>
      `لم يسمح المتصفح بالنسخ. يُرجى تحديد الرابط والضغط على ${leftToRight('Ctrl+C')} (أو ${leftToRight('⌘C')} على Mac): ${leftToRight(link)}`,

    'approval.may-leave': () =>
      'يمكن إغلاق هذه الصفحة في أي وقت: ستظهر النتيجة في Outlook دون أي إجراء آخر هنا.',
    'approval.outlook-goes-on': () => 'تم إبلاغ Outlook وهو يتابع تلقائيًا. يمكن إغلاق هذه النافذة.',
    'approval.outlook-not-told': () =>
      'يُرجى إغلاق هذه النافذة والعودة إلى Outlook. ستظهر النتيجة هناك تلقائيًا.',
    'approval.back-to-outlook': () =>
      'عند الانتهاء هنا يُرجى إغلاق هذه النافذة والعودة إلى Outlook. تظهر الموافقة هناك تلقائيًا.',
    'approval.organisation': ({ organisation }) =>
      `هذا الطلب خاص بـ ${isolated(organisation)}. يُرجى اختيار حساب من تلك المؤسسة في صفحة Microsoft.`,
    'approval.ask-for-new-link': () => 'للمتابعة، يُرجى فتح الرابط من الرسالة مرة أخرى، أو طلب رابط جديد.',

    'approval.confirmed.title': () => 'تمت الموافقة وأكدتها Microsoft',
    'approval.confirmed.lead': ({ organisation }) =>
      `منحت ${your(organisation)} تطبيق ExtendSync كل ما يحتاج إليه، عن الجميع.`,
    'approval.confirmed.covers.no-autopilot': ({ organisation }) =>
      `وافقت ${your(organisation)} على استخدام ExtendSync من دون Autopilot، عن الجميع.`,
    'approval.confirmed.covers.group-edition': ({ organisation }) =>
      `وافقت ${your(organisation)} على استخدام ExtendSync من دون Autopilot، للأفراد ولإصدار Group Edition، عن الجميع.`,
    'approval.confirming.title': () => 'شكرًا. نتحقق الآن لدى Microsoft',
    'approval.confirming.lead': () =>
      'تمت العودة من صفحة Microsoft. قبل اعتبار الأمر منتهيًا، نسأل Microsoft هل وصلت الموافقة.',
    'approval.sign-in.title': () => 'شكرًا. هل ترغب في رؤية التأكيد؟',
    'approval.sign-in.lead': () =>
      'لكي نسأل Microsoft من هذه الصفحة، يلزم تسجيل الدخول مرة أخرى. لا يغيّر ذلك شيئًا في الموافقة.',
    'approval.spreading.title': () => 'الموافقة في الطريق',
    'approval.spreading.lead': () =>
      'لا تُظهرها Microsoft في كل مكان بعد. كثيرًا ما يستغرق ذلك دقيقة أو دقيقتين. ونواصل التحقق.',
    'approval.confirm.title': () => 'تأكيد الموافقة',
    'approval.confirm.lead': () => 'يبدو أن هناك موافقة، لكن لم يؤكد أحد بعد أنها تسري على الجميع.',
    'approval.confirm.how': () =>
      'يُرجى تسجيل الدخول مرة واحدة بحساب مسؤول. نقرأ عندئذٍ لدى Microsoft ما مُنح للمؤسسة بأكملها. لا يغيّر ذلك شيئًا، ولا نحتفظ بأي معلومات شخصية.',
    'approval.confirm.accepted-title': () => 'تمت الموافقة، ولم تتأكد بعد',
    'approval.confirm.not-done-title': () => 'لم يتأكد بعد',
    'approval.looked.sign-in-needed': () => 'تطلب Microsoft تسجيل الدخول قبل أن تُظهر ما مُنح.',
    'approval.looked.blocked': () => 'لم تسمح Microsoft بدخول الحساب المستخدم، فلم نتمكن من رؤية ما مُنح.',
    'approval.mend.yourself': () => 'إن كان حسابك حساب مسؤول:',
    'approval.mend.assign': () =>
      `في مركز إدارة Microsoft Entra، يُرجى فتح ${menu('تطبيقات المؤسسة', 'Enterprise applications')}، ثم ExtendSync، ثم ${menu('المستخدمون والمجموعات', 'Users and groups')}، وإضافة حسابك وحسابات كل من سيستخدمه.`,
    'approval.mend.enable': () =>
      `في مركز إدارة Microsoft Entra، يُرجى فتح ${menu('تطبيقات المؤسسة', 'Enterprise applications')}، ثم ExtendSync، ثم ${menu('الخصائص', 'Properties')}، وتشغيله بالخيار ${leftToRight('Enabled for users to sign in?')}. وإن كان مُشغّلًا بالفعل، فيُرجى مراسلة الدعم لدينا.`,
    'approval.mend.other': () => 'تذكر سجلات تسجيل الدخول في مركز إدارة Microsoft Entra سبب المنع.',
    'approval.mend.then-confirm': () => 'بعد ذلك يُرجى التأكيد مجددًا، أو التأكيد بحساب مسؤول آخر.',
    'approval.looked.may-not-read': () => 'لا يحق للحساب المستخدم رؤية ما مُنح في المؤسسة.',
    'approval.looked.other-tenant': () => 'الحساب المستخدم تابع لمؤسسة غير المؤسسة المطلوبة.',
    'approval.looked.expired': () => 'استغرق التأكيد أكثر من الدقائق الخمس التي نسمح بها.',
    'approval.looked.repeated': () => 'سبق استخدام هذا الرد من Microsoft. ويُحتسب كل رد مرة واحدة.',
    'approval.looked.forged': () => 'لم نطلب هذا الرد من Microsoft، فتجاهلناه.',
    'approval.looked.failed': () => 'لم تخبرنا Microsoft بما مُنح.',
    'approval.not-arrived.title': () => 'لا تُظهر Microsoft أي موافقة بعد',
    'approval.not-arrived.lead': () =>
      'ربما تحتاج إلى وقت إضافي، أو مُنحت بحساب غير الحساب المستخدم لتسجيل الدخول هنا. ونواصل التحقق.',
    'approval.not-arrived.lead.nobody': () => 'بحسب ما تُظهره Microsoft، لم يوافق أحد على ExtendSync هنا بعد.',
    'approval.not-arrived.next': () => 'يمكن إتمام الموافقة الآن، أو إرسال رابط إلى مسؤول آخر.',
    'approval.partial.title': ({ missing }, format) =>
      format.plural(missing, {
        one: 'ما زال هناك إذن ناقص',
        two: 'ما زال هناك إذنان ناقصان',
        few: `ما زالت هناك ${format.number(missing)} أذونات ناقصة`,
        many: `ما زال هناك ${format.number(missing)} إذنًا ناقصًا`,
        other: `ما زال هناك ${format.number(missing)} إذن ناقص`,
      }),
    'approval.partial.lead': ({ organisation }) =>
      `وصل جزء من موافقة ${your(organisation)}. يُرجى الموافقة مرة أخرى: ستعرض صفحة Microsoft عندئذٍ كل شيء.`,
    'approval.partial.lead.not-known': ({ serviceAway }) =>
      `${serviceAway ? 'يتعذر الاتصال بخدمتنا حاليًا، لذا لا يمكننا معرفة' : 'لم تخبرنا Microsoft'} هل تمت الموافقة على الباقي للمؤسسة بأكملها. عند الموافقة ستعرض صفحة Microsoft كل شيء.`,
    'approval.unproven.title': () => 'لم تتأكد الموافقة عن الجميع بعد',
    'approval.unproven.lead.this-user': () =>
      'تفيد Microsoft بأن لدى ExtendSync وصولًا إلى حسابك فقط، وليس إلى المؤسسة بأكملها.',
    'approval.unproven.lead.unproven': () =>
      'لدى ExtendSync وصول إلى حسابك. لم تخبرنا Microsoft هل تمت الموافقة عليه للمؤسسة بأكملها.',
    'approval.unproven.lead.service-away': () =>
      'لدى ExtendSync وصول إلى حسابك. يتعذر الاتصال بخدمتنا حاليًا، لذا لا يمكننا معرفة هل تمت الموافقة عليه للمؤسسة بأكملها.',
    'approval.blocked.title': () => 'هناك ما يعترض الطريق',
    'approval.blocked.taken': () => 'تلقت Microsoft الموافقة. وما يعترض الطريق أمر آخر.',
    'approval.other-account.title': () => 'تم تسجيل الدخول في مؤسسة أخرى',
    'approval.other-account.lead': ({ organisation }) =>
      organisation === undefined
        ? 'الحساب المستخدم هنا تابع لمؤسسة غير المؤسسة المطلوبة، لذا لا يمكنه إظهار الوضع هناك.'
        : `هذا الطلب خاص بـ ${isolated(organisation)}. الحساب المستخدم هنا تابع لمؤسسة أخرى، لذا لا يمكنه إظهار الوضع هناك.`,
    'approval.unknown.title': () => 'تعذر التحقق الآن',
    'approval.unknown.next': () => 'لم يضع شيء. سنسأل مرة أخرى تلقائيًا، وكذلك يفعل Outlook.',

    'approval.unasked.title': () => 'نسأل Microsoft',
    'approval.unasked.sign-in-title': () => 'يُرجى تسجيل الدخول لرؤية الوضع',
    'approval.unasked.lead': () =>
      'يفيد عنوان هذه الصفحة بأن الموافقة على ExtendSync قد تمت. وبما أن أي شخص يستطيع كتابة عنوان، فالمعتمد هو رد Microsoft وحده.',
    'approval.unasked.lead.refused': () =>
      'يفيد عنوان هذه الصفحة بأنه لم تتم الموافقة على شيء. وبما أن أي شخص يستطيع كتابة عنوان، فالمعتمد هو رد Microsoft وحده.',
    'approval.unasked.lead.other': () =>
      'يشير عنوان هذه الصفحة إلى زيارة لصفحة Microsoft لم تبدأ من هنا. ومع ذلك قد تكون هناك موافقة.',
    'approval.unasked.lead.agreed': () =>
      'هذا ما يفيد به عنوان هذه الصفحة، كما لا تُظهر Microsoft أي موافقة للحساب المستخدم لتسجيل الدخول هنا.',
    'approval.unasked.next': () =>
      'لم يسجل أحد الدخول هنا، لذا لا تخبرنا Microsoft بشيء. يُرجى تسجيل الدخول لرؤية الوضع.',

    'approval.returned.denied.title': () => 'لم تتم الموافقة على شيء',
    'approval.returned.denied.lead': () =>
      'رُفض الطلب في صفحة Microsoft. وإن لم يكن ذلك مقصودًا، فيمكن البدء من جديد.',
    'approval.returned.left.title': () => 'تمت مغادرة صفحة Microsoft دون موافقة',
    'approval.returned.left.lead': () => 'لم تتم الموافقة على شيء ولم يُرفض شيء. ويمكن المتابعة في أي وقت.',
    'approval.returned.role-too-small.title': () => 'الدور الحالي لا يكفي لهذه الأذونات',
    'approval.returned.role-too-small.lead': () =>
      'لا تسمح Microsoft بالموافقة عليها إلا لأدوار معينة، لذا لم يتغير شيء.',
    'approval.returned.expired.title': () => 'استغرق ذلك أكثر من خمس دقائق',
    'approval.returned.expired.lead': () =>
      'حفاظًا على الأمان، لا نقبل ردًا من صفحة Microsoft إلا خلال خمس دقائق. نقرة واحدة تكفي للبدء من جديد، ولن يضيع شيء.',
    'approval.returned.repeated.title': () => 'سبق استخدام هذا الرد',
    'approval.returned.repeated.lead': () =>
      'يُحتسب كل رد من Microsoft مرة واحدة. وإن كانت الموافقة قد تمت من قبل، فهي ما زالت سارية.',
    'approval.returned.forged.title': () => 'لم نطلب هذا الرد',
    'approval.returned.forged.lead': () =>
      'لا يعود إلى أي زيارة بدأناها لصفحة Microsoft، فتجاهلناه. ومع ذلك قد تكون هناك موافقة، ولذلك نسأل Microsoft.',
    'approval.returned.other-tenant.title': () => 'كانت تلك مؤسسة أخرى',
    'approval.returned.other-tenant.lead': () =>
      'تم تسجيل الدخول لدى Microsoft بحساب من مؤسسة غير المؤسسة المطلوبة.',
    'approval.returned.failed.title': () => 'لم ينجح الأمر لدى Microsoft',
    'approval.returned.failed.lead': () => 'أبلغت Microsoft عن مشكلة بدلًا من القرار.',

    'approval.action.continue': () => 'المتابعة إلى Microsoft',
    'approval.action.begin-again': () => 'البدء من جديد',
    'approval.action.confirm': () => 'التأكيد بصفة مسؤول',
    'approval.action.pass-on': () => 'تمرير الرابط',
    'approval.action.copy-link': () => 'نسخ رابط لمسؤول آخر',
    'approval.action.other-account': () => 'المتابعة بحساب آخر',
    'approval.action.show-request': () => 'عرض الطلب',
    'approval.action.approve-again': () => 'الموافقة مرة أخرى',
    'approval.action.try-again': () => 'تحميل التفاصيل',
    'approval.action.check-now': () => 'التحقق الآن',
    'approval.action.sign-in': () => 'تسجيل الدخول للتأكيد',
    'approval.action.sign-in-to-see': () => 'تسجيل الدخول لمعرفة الوضع',
    'approval.action.sign-in-other': () => 'تسجيل الدخول بحساب آخر',
    'approval.action.close': () => 'إغلاق هذه النافذة',
    'approval.action.copy-receipt': () => 'نسخ الإيصال',
    'approval.action.print': () => 'طباعة',
  },
  labels: {
    ...permissionsAr.labels,

    'facts.title': () => 'الطلب',
    'facts.organisation': () => 'المؤسسة',
    'facts.organisation-id': () => 'معرّف المستأجر',
    'facts.asked-for': () => 'مطلوب لـ',
    'facts.asked-for-unverified': ({ domain }) => `${isolated(domain)} (حسب المرسل، ولم تؤكده Microsoft)`,
    'facts.asked-by': () => 'صاحب الطلب',
    'facts.asked-by-words': () => 'من أرسل الرابط. لا نحتفظ بأي اسم، لذا يُرجى التأكد من معرفة المرسل.',
    'facts.punycode': () =>
      `الاسم الذي يحتوي على ${leftToRight('xn--')} يمثل اسمًا فيه أحرف لا يمكن أن ترد في عنوان. وقد يشبه اسمًا آخر، لذا يُرجى التدقيق فيه.`,
    'facts.organisation-not-named': () => 'مؤسسة الحساب الذي سيُستخدم لتسجيل الدخول',
    'facts.application': () => 'التطبيق',
    'facts.publisher': () => 'الناشر',
    'facts.client-id': () => 'معرّف التطبيق',
    'facts.made': ({ atMs }, format) => `تاريخ الطلب: ${format.day(atMs)}.`,
    'facts.expires': ({ atMs }, format) => `الرابط صالح حتى هذا الوقت: ${isolated(format.moment(atMs))}.`,

    'asked.title': ({ count }, format) => `ما يطلبه ExtendSync: ${permissions(count, format)}`,
    'asked.comes-along': () => 'يرد ضمن قائمة Microsoft، وليس ضروريًا هنا',

    'details.title': () => 'للدعم لدينا',
    'details.code': () => 'رمز Microsoft',
    'details.correlation-id': () => 'معرّف الارتباط',

    'receipt.title': () => 'إيصال',
    'receipt.confirmed': () => 'وقت التأكيد',
    'receipt.check': () => 'طريقة التحقق',
    'receipt.check-words': () => 'أخبرت Microsoft خدمتنا بما مُنح للمؤسسة بأكملها',
    'receipt.look-words': ({ time }) =>
      `سجّل الدخول شخص يحق له الاطلاع على ذلك (${isolated(time)})، وأظهرت Microsoft ما مُنح للمؤسسة بأكملها`,
    'receipt.approved-by': () => 'صاحب الموافقة',
    'receipt.approved-by-words': () => 'لا نحتفظ بالأسماء. يرد ذلك في سجل التدقيق في Microsoft Entra.',
    'receipt.permissions': () => 'الأذونات الممنوحة',
  },
};
