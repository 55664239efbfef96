import type { Catalogue } from './catalogue';
import { forYour, isolated, ofPermissions, oneOf, your } from './phrases/ar';

export const ar: Catalogue = {
  messages: {
    'checking.title': () => 'جارٍ التحقق من وصول مؤسستك…',
    'checking.lead': () => 'نسأل Microsoft عما إذا كان بإمكان ExtendSync العمل هنا. لن يستغرق ذلك سوى لحظات.',

    'granted.title': () => 'تمت الموافقة على الوصول',
    'granted.lead': ({ organisation }) =>
      `منحت ${your(organisation)} تطبيق ExtendSync كل ما يحتاج إليه. لم يعد هناك ما يلزم فعله.`,
    'granted.lead.steps': ({ organisation }) =>
      `وافقت ${your(organisation)} على كل ما يحتاج إليه ExtendSync من Microsoft. ما تبقى مذكور أدناه.`,
    'granted.covers.no-autopilot': ({ organisation }) =>
      `وافقت ${your(organisation)} على استخدام ExtendSync من دون Autopilot. لم يعد هناك ما يلزم فعله.`,
    'granted.covers.group-edition': ({ organisation }) =>
      `وافقت ${your(organisation)} على استخدام ExtendSync من دون Autopilot، للأفراد ولإصدار Group Edition. لم يعد هناك ما يلزم فعله.`,

    'personal.title.this-user': () => 'ممنوح لك وحدك، وليس للجميع',
    'personal.title.unproven': () => 'يعمل مع حسابك',
    'personal.title.approved': () => 'وافق عليه أحد المسؤولين، ولم يتأكد بعد للجميع',
    'personal.lead.this-user': () =>
      'لدى ExtendSync وصول إلى حسابك فقط. لكي يعمل مع الزملاء ومع Autopilot، يجب أن يوافق عليه أحد المسؤولين للمؤسسة بأكملها.',
    'personal.lead.unproven': () =>
      'لدى ExtendSync وصول إلى حسابك. لم تخبرنا Microsoft هل تمت الموافقة عليه للمؤسسة بأكملها.',
    'personal.lead.approved': () =>
      'يعمل ExtendSync مع حسابك. تُظهر Microsoft للمسؤولين هل تمت الموافقة عليه للجميع، لذا يؤكد أحدهم ذلك مرة واحدة.',
    'personal.lead.service-away': () =>
      'لدى ExtendSync وصول إلى حسابك. يتعذر الاتصال بخدمتنا حاليًا، لذا لا يمكننا معرفة هل وافقت عليه المؤسسة بأكملها.',

    'partial.title': ({ missing }, format) =>
      format.plural(missing, {
        one: 'ما زال هناك إذن ناقص',
        two: 'ما زال هناك إذنان ناقصان',
        few: `ما زالت هناك ${format.number(missing)} أذونات ناقصة`,
        many: `ما زال هناك ${format.number(missing)} إذنًا ناقصًا`,
        other: `ما زال هناك ${format.number(missing)} إذن ناقص`,
      }),
    'partial.lead': ({ missing }, format) =>
      `جزء من الوصول متوفر. ما زال على أحد المسؤولين الموافقة على ${format.plural(missing, { one: 'الإذن المشار إليه', two: 'الإذنين المشار إليهما', other: 'الأذونات المشار إليها' })} أدناه.`,
    'partial.lead.new-permissions': ({ missing }, format) =>
      `كان كل شيء قد تمت الموافقة عليه، وما زال كذلك. ومنذ ذلك الحين اكتسب ExtendSync قدرة جديدة ويحتاج إلى ${format.plural(missing, { one: 'إذن إضافي مشار إليه', two: 'إذنين إضافيين مشار إليهما', few: `${format.number(missing)} أذونات إضافية مشار إليها`, many: `${format.number(missing)} إذنًا إضافيًا مشارًا إليها`, other: `${format.number(missing)} إذن إضافي مشار إليها` })} أدناه.`,
    'partial.lead.was-granted': ({ missing }, format) =>
      `كان كل شيء قد تمت الموافقة عليه. ومنذ ذلك الحين ${format.plural(missing, { one: 'أُضيف إذن أو سُحب', two: 'أُضيف إذنان أو سُحبا', other: 'أُضيفت بعض الأذونات أو سُحبت' })}، ويلزم أن يوافق أحد المسؤولين مرة أخرى.`,
    'partial.lead.not-known': ({ missing, serviceAway }, format) =>
      `ما زال على أحد المسؤولين الموافقة على ${format.plural(missing, { one: 'الإذن المشار إليه', two: 'الإذنين المشار إليهما', other: 'الأذونات المشار إليها' })} أدناه. ${serviceAway ? 'يتعذر الاتصال بخدمتنا حاليًا، لذا لا يمكننا معرفة' : 'لم تخبرنا Microsoft'} هل تمت الموافقة على الباقي للمؤسسة بأكملها.`,

    'required.title': () => 'تلزم موافقة واحدة',
    'required.lead': ({ organisation }) =>
      `لكي يعمل ExtendSync، يجب أن يوافق عليه أحد مسؤولي ${your(organisation)} مرة واحدة عن الجميع.`,
    'required.about': () =>
      'يُبقي ExtendSync الرسائل وإعدادات علب البريد والتقويمات متزامنة، داخل Outlook مباشرةً.',
    'required.title.was-granted': () => 'تم سحب الوصول',
    'required.lead.was-granted': ({ organisation, atMs }, format) =>
      `كانت ${your(organisation)} قد وافقت على ExtendSync (آخر تأكيد: ${format.moment(atMs)}). لم تعد هذه الموافقة قائمة، ويجب أن يمنحها أحد المسؤولين من جديد.`,
    'required.approvers': ({ roles }, format) => `تتطلب الموافقة أحد هذه الأدوار: ${oneOf(roles, format)}.`,
    'choice.approve': ({ roles }, format) =>
      `لمن لديه دور ${oneOf(roles, format)}. تعرض Microsoft ما ستتم الموافقة عليه.`,
    'choice.share': () => 'نجهّز الرسالة مع رابط، ويبقى عليك إرسالها. يكتشف جزء المهام هذا الموافقة تلقائيًا.',

    'arriving.title': () => 'الموافقة في الطريق',
    'arriving.lead': () =>
      'تلقتها Microsoft. قد يستغرق سريانها في كل مكان دقيقة أو دقيقتين. نواصل التحقق، ولا يلزم فعل شيء.',
    'arriving.lead.host-remembers': () =>
      'تؤكد Microsoft الموافقة، لكن Outlook ما زال يعطي الرد القديم. يُرجى تسجيل الدخول من جديد ليسأل مرة أخرى.',

    'waiting.title': () => 'في انتظار مسؤول مؤسستك',
    'waiting.title.not-approved': () => 'لم تتم الموافقة',
    'waiting.lead': () => 'ما إن يوافق أحد المسؤولين حتى يظهر ذلك هنا تلقائيًا. يمكن إغلاق جزء المهام هذا.',
    'waiting.lead.returned': () => 'زار المسؤول صفحة Microsoft. نتحقق الآن من وصول الموافقة.',
    'waiting.lead.opened': () => 'تم فتح الرابط. قد تصل الموافقة في أي لحظة. يمكن إغلاق جزء المهام هذا.',
    'waiting.lead.denied': () => 'رُفض الطلب في صفحة Microsoft. قد يفيد التحدث إلى المسؤول ثم الطلب مرة أخرى.',
    'waiting.lead.left': () =>
      'فتح أحدهم الرابط ثم غادر صفحة Microsoft من دون موافقة. لم يُرفض شيء، وما زال الرابط صالحًا.',
    'waiting.lead.role-too-small': ({ roles }, format) =>
      `لا يمكن لمن طُلبت منه الموافقة أن يمنحها. يلزم أحد هذه الأدوار: ${oneOf(roles, format)}. يُرجى الطلب من شخص آخر.`,

    'approving.title': () => 'الموافقة في النافذة الأخرى',
    'approving.lead.expired': () =>
      'حفاظًا على الأمان، لا نقبل ردًا من صفحة Microsoft إلا خلال خمس دقائق، وقد انقضت. نقرة واحدة تكفي للبدء من جديد؛ ولن يضيع شيء.',
    'approving.lead': () =>
      'يُرجى تسجيل الدخول هناك بحساب مسؤول، وقراءة ما تعرضه Microsoft، ثم القبول. ونتولى الباقي هنا.',
    'approving.title.confirm': () => 'التأكيد في النافذة الأخرى',
    'approving.lead.confirm': () =>
      'يُرجى تسجيل الدخول هناك بحساب مسؤول. نقرأ عندئذٍ لدى Microsoft ما مُنح، ولا يغيّر ذلك شيئًا.',

    'sharing.title': () => 'الطلب من المسؤول',
    'sharing.lead': ({ organisation }) =>
      `يُرجى إرسال هذا الرابط إلى من يدير Microsoft 365 في ${your(organisation)}. فهو يشرح المطلوب وسببه.`,
    'sharing.lead.straight': () =>
      'يؤدي هذا الرابط مباشرةً إلى Microsoft، لأن صفحتنا غير متاحة حاليًا. والنتيجة واحدة.',

    'sign-in.title': () => 'يُرجى تسجيل الدخول',
    'sign-in.title.either': () => 'تنقص خطوة واحدة',
    'sign-in.lead.either': () =>
      'لم يتمكن Outlook من إخبارنا هل يلزم تسجيل الدخول أم أن مؤسستك لم توافق بعد على ExtendSync. تسجيل الدخول يوضح ذلك.',

    'other-tenant.title': () => 'تم تسجيل الدخول بحساب آخر',
    'other-tenant.lead': ({ mailDomain }) =>
      mailDomain === undefined
        ? 'تم تسجيل الدخول بحساب من مؤسسة أخرى غير مؤسسة علبة البريد هذه.'
        : `علبة البريد هذه تابعة لـ ${isolated(mailDomain)}، لكن تسجيل الدخول تم بحساب من مؤسسة أخرى.`,
    'other-tenant.lead.consultant': () =>
      'يُرجى تسجيل الدخول بحساب علبة البريد هذه. وإن لم يتوفر حساب هناك، فيُرجى سؤال مسؤول تلك المؤسسة.',

    'mailbox.on-premises': () =>
      'علبة البريد هذه على خادم خاص بمؤسستك. ولا يصل ExtendSync إلا إلى علب البريد في Microsoft 365.',
    'mailbox.personal': () => 'يُرجى فتح ExtendSync بجانب علبة بريد العمل أو المدرسة.',
    'mailbox.not-known': () => 'لم يخبرنا Outlook لمن علبة البريد هذه. ما يظهر هنا يخص مؤسسة حسابك.',
    'mailbox.shared': () => 'علبة البريد هذه مشتركة أو تخص شخصًا آخر. وقد تحققنا بحسابك أنت.',
    'mailbox.not-placed': ({ mailDomain }) =>
      mailDomain === undefined
        ? 'إذا كان حسابك تابعًا لمؤسسة أخرى، فيُرجى تسجيل الدخول بحساب علبة البريد هذه.'
        : `علبة البريد هذه تابعة لـ ${isolated(mailDomain)}. إذا كان حسابك تابعًا لمؤسسة أخرى، فيُرجى تسجيل الدخول بحساب علبة البريد هذه.`,

    'blocked.title': () => 'الوصول محظور',

    'unknown.title': () => 'تعذر التحقق الآن',
    'unknown.last-granted': ({ atMs, organisation }, format) =>
      `في آخر رد من Microsoft (${format.moment(atMs)})، كان كل شيء قد تمت الموافقة عليه ${forYour(organisation)}.`,
    'unknown.last-partial': ({ atMs, organisation }, format) =>
      `في آخر رد من Microsoft (${format.moment(atMs)})، كانت بعض الأذونات ناقصة ${forYour(organisation)}.`,
    'unknown.last-required': ({ atMs, organisation }, format) =>
      `في آخر رد من Microsoft (${format.moment(atMs)})، لم تكن ${your(organisation)} قد وافقت على ExtendSync.`,
    'unknown.last-personal': ({ atMs }, format) =>
      `في آخر رد من Microsoft (${format.moment(atMs)})، كان لدى ExtendSync وصول إلى حسابك.`,
    'unknown.never-confirmed': () => 'لم تؤكد Microsoft أي شيء لعلبة البريد هذه بعد.',

    'situation.title': () => 'كيف سيُستخدم ExtendSync لديك؟',
    'situation.lead': () => 'على ذلك يتوقف ما يُطلب من المسؤول. يمكن تغييره في أي وقت.',
    'situation.autopilot-on': () => 'Autopilot قيد التشغيل بالفعل',
    'situation.autopilot-everyone': () => 'Autopilot للجميع',
    'situation.autopilot-groups': () => 'Autopilot لمجموعات محددة',
    'situation.no-autopilot': () => 'بدون Autopilot',
    'situation.group-edition': () => 'إصدار Group Edition',
    'situation.not-sure': () => 'لا أعرف على وجه التأكيد',

    'showing.title': () => 'العرض على المسؤول',
    'showing.lead': () => 'لشخص بجانبك، أو يرى شاشتك في مكالمة.',
    'group.title': () => 'قصر Autopilot على مجموعة',
    'group.lead': () =>
      'عندئذٍ لا يصل ExtendSync بشكل مستقل إلا إلى علب بريد مجموعة واحدة. يتولى Exchange Online فرض هذا القيد. نكتب نحن البرنامج النصي، ويشغّله أحد المسؤولين.',
    'manage.title': () => 'الوصول والبيانات',
    'manage.lead': () => 'ما منحته مؤسستك، وكيفية سحبه.',
    'help.title': () => 'المساعدة',
    'help.lead': () => 'نبحث عما قد يمنع الوصول. لن يغيّر ذلك أي شيء.',

    'notice.reminder': ({ withWhom }) =>
      `مر أكثر من يوم على ${withWhom === undefined ? 'طلبك' : `طلبك من ${isolated(withWhom)}`}، ولم تصل الموافقة بعد. كثيرًا ما يفيد تذكير قصير.`,
    'notice.offline': () => 'يبدو أنه لا يوجد اتصال بالشبكة. سنتحقق مرة أخرى فور عودته.',
    'notice.not-renewed': () => 'تعذر تحديث ذلك الآن. نحاول من جديد.',
    'notice.not-renewed.throttled': () => 'طلبت منا Microsoft الانتظار قليلًا. سيُحدَّث ذلك بعدها.',

    'action.approve': () => 'الموافقة بصفة مسؤول',
    'action.confirm': () => 'التأكيد بصفة مسؤول',
    'action.share': () => 'الطلب من المسؤول',
    'action.share-again': () => 'الطلب مجددًا أو من شخص آخر',
    'action.sign-in': () => 'تسجيل الدخول',
    'action.sign-in-again': () => 'تسجيل الدخول من جديد',
    'action.sign-in-other': () => 'تسجيل الدخول بحساب آخر',
    'action.check-now': () => 'التحقق الآن',
    'action.back': () => 'رجوع',
    'action.done': () => 'إنهاء',
    'action.add-autopilot': () => 'إضافة Autopilot',
    'action.pass-on': () => 'تمرير الرابط',
    'action.close-dialog': () => 'إغلاق النافذة الأخرى',
    'action.renew': () => 'البدء من جديد',
    'action.letter-assign': () => 'طلب الإضافة',
    'action.letter-enable': () => 'طلب التشغيل',
    'action.letter-enable-account': () => 'طلب التفعيل',
    'action.letter-policy': () => 'السؤال عن النهج',
    'action.letter-refusal': () => 'السؤال عن السبب',
    'action.withdraw': () => 'سحب الطلب',

    'action.show': () => 'العرض على الشاشة',
    'action.help': () => 'المساعدة',
    'action.manage': () => 'الوصول والبيانات',
    'action.group': () => 'إنشاء البرنامج النصي',
    'action.change-situation': () => 'تغيير طريقة الاستخدام',

    'cause.not-consented': () => 'لم توافق مؤسستك على ExtendSync بعد.',
    'cause.consent-declined': () => 'طُلبت الموافقة ورُفضت.',
    'cause.admin-approval-needed': () => 'تشترط Microsoft أن يوافق أحد المسؤولين على ذلك.',
    'cause.consent-failed': () =>
      'لم تتمكن Microsoft من إكمال الموافقة. غالبًا ما تنجح المحاولة بعد بضع دقائق.',
    'cause.application-not-in-tenant': () => 'لم يتم إعداد ExtendSync في مؤسستك بعد.',
    'cause.application-disabled': () => 'ExtendSync معطّل في مؤسستك.',
    'cause.application-misconfigured': () =>
      'هناك خطأ في تسجيل ExtendSync لدى Microsoft. إصلاحه من مسؤوليتنا.',
    'cause.user-not-assigned': () =>
      'تسمح مؤسستك لأشخاص محددين فقط باستخدام ExtendSync، وليس حسابك من بينهم بعد.',
    'cause.account-disabled': () => 'تفيد Microsoft بأن هذا الحساب معطّل.',
    'cause.account-not-in-tenant': () => 'الحساب الذي تم تسجيل الدخول به غير معروف في هذه المؤسسة.',
    'cause.account-unknown': () => 'لا تعرف Microsoft هذا الحساب.',
    'cause.wrong-credentials': () => 'لم ينجح تسجيل الدخول.',
    'cause.tenant-unknown': () => 'لا تعرف Microsoft مؤسسة بهذا الاسم.',
    'cause.tenant-blocked': () => 'لا تسمح Microsoft لهذه المؤسسة باستخدام التطبيق حاليًا.',
    'cause.tenant-not-named': () => 'لم تتمكن Microsoft من معرفة المؤسسة المقصودة.',
    'cause.several-accounts': () =>
      'لا تستطيع Microsoft معرفة الحساب المقصود. ربما تم تسجيل الدخول بأكثر من حساب.',
    'cause.not-signed-in': () => 'قبل أن نسأل Microsoft، يلزم تسجيل الدخول لنعرف الحساب.',
    'cause.session-expired': () => 'انتهت صلاحية تسجيل الدخول.',
    'cause.multi-factor-needed': () => 'تطلب مؤسستك تأكيد تسجيل الدخول بخطوة ثانية.',
    'cause.conditional-access': () => 'أحد نُهج الأمان في مؤسستك لا يسمح بهذا الوصول.',
    'cause.device-not-compliant': () => 'أحد نُهج الأمان في مؤسستك يتطلب جهازًا مُدارًا.',
    'cause.account-locked': () => 'هذا الحساب مقفل مؤقتًا، أو أن Microsoft لا تثق بالشبكة التي يأتي منها.',
    'cause.account-restricted': () => 'لا تسمح Microsoft لهذا الحساب باستخدام تطبيقات من هذا النوع.',
    'cause.other-cloud': () =>
      'تم إعداد ExtendSync لسحابة أخرى من Microsoft غير سحابة مؤسستك. إصلاح ذلك علينا.',
    'cause.loop-detected': () => 'وُجهت إلى Microsoft أسئلة كثيرة في وقت قصير، وهي تطلب التوقف قليلًا.',
    'cause.throttled': () => 'Microsoft مشغولة حاليًا وطلبت منا الانتظار قليلًا.',
    'cause.microsoft-unavailable': () => 'هناك مشكلة حاليًا في خدمة تسجيل الدخول لدى Microsoft.',
    'cause.network-unreachable': () => 'تعذر الوصول إلى Microsoft عبر الشبكة.',
    'cause.service-unavailable': () => 'يتعذر الاتصال بخدمتنا حاليًا.',
    'cause.newer-version': () => 'يبدو أنه تم تحديث ExtendSync. يُرجى إغلاقه وفتحه من جديد.',
    'cause.host-unavailable': () => 'لم يستجب Outlook لنا.',
    'cause.consent-or-sign-in': () => 'يطلب Outlook تسجيل الدخول أو الموافقة، ولا يحدد أيهما.',
    'cause.other-tenant': () => 'تم تسجيل الدخول بحساب من مؤسسة أخرى.',
    'cause.personal-mailbox': () => 'علبة البريد هذه شخصية',
    'cause.mailbox-not-placed': () => 'تعذّرت معرفة المؤسسة التي تنتمي إليها علبة البريد هذه.',
    'cause.cancelled': () => 'أُلغي تسجيل الدخول.',
    'cause.popup-blocked': () =>
      'تم حظر نافذة تسجيل الدخول. يُرجى السماح بالنوافذ المنبثقة لـ Outlook والمحاولة مرة أخرى.',
    'cause.request-malformed': () => 'لم تقبل Microsoft طريقة سؤالنا. إصلاح ذلك من مسؤوليتنا.',
    'cause.page-failed': () => 'أوقفت هذه الصفحة أو المتصفح سؤالنا إلى Microsoft.',
    'cause.unrecognised': () => 'قدمت Microsoft ردًا لا نعرفه.',

    'next.approve': () => 'يمكن لأحد المسؤولين الموافقة عليه.',
    'next.ask-admin': () => 'يُرجى طلب الموافقة من مسؤول مؤسستك.',
    'next.sign-in': () => 'يُرجى تسجيل الدخول مرة أخرى.',
    'next.sign-in-with-other-account': () => 'يُرجى تسجيل الدخول بحساب علبة البريد هذه.',
    'next.ask-admin-to-assign': () =>
      'يُرجى الطلب من مسؤول مؤسستك إضافة حسابك إلى من يمكنهم استخدام ExtendSync.',
    'next.ask-admin-to-enable': () => 'يُرجى الطلب من مسؤول مؤسستك تشغيله من جديد.',
    'next.ask-admin-to-enable-account': () => 'يُرجى الطلب من مسؤول مؤسستك تفعيل حسابك من جديد.',
    'next.ask-admin-about-policy': () => 'يُرجى عرض الرمز أدناه على مسؤول مؤسستك؛ فهو يساعد على معرفة النهج.',
    'next.ask-admin-about-refusal': () => 'يُرجى عرض الرمز أدناه على مسؤول مؤسستك؛ فهو يساعد على معرفة السبب.',
    'next.wait-and-retry': () => 'لا يلزم فعل شيء: سنعيد المحاولة تلقائيًا.',
    'next.open-help': () => 'تعرض «المساعدة» ما قد يمنع ذلك.',
    'next.confirm-as-admin': () => 'يمكن لأحد المسؤولين تأكيد ذلك.',
    'next.contact-support': () => 'إن استمر الأمر، فيُرجى إرسال الرمز أدناه إلى الدعم لدينا.',
  },
  labels: {
    'organisation.label': () => 'المؤسسة',
    'organisation.confirmed': ({ atMs }, format) => `أكدته Microsoft: ${format.moment(atMs)}`,

    'permissions.title': ({ count }, format) => `ما يطلبه ExtendSync (${format.number(count)})`,
    'permissions.all-granted': ({ count }, format) =>
      format.plural(count, {
        one: 'الإذن المطلوب ممنوح',
        two: 'الإذنان المطلوبان ممنوحان',
        other: `كل الأذونات المطلوبة ممنوحة (${format.number(count)})`,
      }),
    'permissions.all-required-granted': ({ count }, format) =>
      `كل الأذونات اللازمة ممنوحة (${format.number(count)})`,
    'permissions.some-granted': ({ count, granted }, format) =>
      `مُنح ${format.number(granted)} من ${ofPermissions(count, format)}`,

    'checks.busy': () => 'جارٍ سؤال Microsoft…',
    'checks.last': ({ atMs }, format) => `آخر تحقق: ${format.moment(atMs)}`,
    'checks.next': ({ atMs }, format) => `التحقق القادم: ${format.moment(atMs)}`,
    'checks.paused-hidden': () => 'متوقف مؤقتًا ما دام جزء المهام مخفيًا',

    'later.loading': () => 'جارٍ تحميل هذا القسم',
    'later.failed': () => 'تعذر تحميل هذا القسم. إن كانت الشبكة متصلة، فيُرجى إغلاق ExtendSync وفتحه من جديد.',
    'later.again': () => 'إعادة المحاولة',

    'details.title': () => 'لمسؤول مؤسستك أو للدعم لدينا',
    'details.code': () => 'رمز Microsoft',
    'details.correlation-id': () => 'معرّف الارتباط',

    'actions.more': () => 'المزيد',
  },
};
