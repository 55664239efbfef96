import type { DiagnosisValues } from '../../../core/support/diagnosis/diagnosis';
import { isolated, leftToRight, menu } from '../phrases/ar';
import { permissionsAr } from '../permissions/ar';
import type { LaterCatalogue } from './later-messages';

const mailbox = ({ mailDomain }: DiagnosisValues): string =>
  mailDomain === undefined ? 'علبة البريد هذه' : `علبة البريد هذه (${isolated(mailDomain)})`;
const account = ({ accountDomain }: DiagnosisValues): string =>
  accountDomain === undefined ? 'حسابك' : `حسابك (${isolated(accountDomain)})`;

const listed = (scopes: readonly string[]): readonly string[] => scopes.map(isolated);

/** "For": joined to the word, but set apart from a name. */
const forOur = (organisation: string | undefined): string =>
  organisation === undefined ? 'لمؤسستنا' : `لـ ${isolated(organisation)}`;

export const laterAr: LaterCatalogue = {
  messages: {
    ...permissionsAr.reasons,
    ...permissionsAr.labels,

    'situation-hint.autopilot-on': () => 'مُنحت الموافقة عند تشغيله. وإن لم تؤكدها Microsoft، فسنطلبها.',
    'situation-hint.autopilot-everyone': () => 'يطلب تشغيله الموافقة تلقائيًا.',
    'situation-hint.autopilot-groups': () =>
      'بعد الموافقة، يقصر أحد المسؤولين الوصول على مجموعتك في Exchange.',
    'situation-hint.no-autopilot': () => 'لا يعمل ExtendSync إلا أثناء استخدامه.',
    'situation-hint.group-edition': () => 'تعمل فرق مؤسستك في علب بريد مشتركة.',
    'situation-hint.not-sure': () => 'نطلب كل ما قد يحتاج إليه ExtendSync.',

    'notice.sign-in-window': () => 'يُرجى المتابعة في نافذة تسجيل الدخول.',
    'notice.window-unseen': () =>
      'لم يعد Outlook يرى نافذة Microsoft. إذا كانت لا تزال مفتوحة فيُرجى المتابعة فيها؛ وإذا كانت قد أُغلقت فيُرجى البدء من جديد. تظهر الموافقة هنا تلقائيًا.',

    'action.remind': () => 'إرسال تذكير',
    'action.share-draft': () => 'كتابة رسالة في Outlook',
    'action.share-copy': () => 'نسخ الرابط',
    'action.share-mail': () => 'استخدام برنامج بريد آخر',
    'action.share-teams': () => 'المشاركة في Teams',

    'shared.draft': () => 'تم فتح رسالة في Outlook',
    'shared.copy': () => 'تم نسخ الرابط',
    'shared.mail': () => 'تم اختيار برنامج بريد آخر',
    'shared.teams': () => 'تم فتح Teams للمشاركة',
    'shared.screen': () => 'تم عرضه على الشاشة',
    'shared.reminder': () => 'تم فتح تذكير',

    'share-done.draft': () => 'الرسالة مفتوحة. يُرجى الضغط على «إرسال» في Outlook.',
    'share-done.copy': () => 'تم النسخ. يُرجى لصقه في محادثة أو رسالة بريد.',
    'share-done.mail': () =>
      'إن فُتح برنامج البريد لديك، فيُرجى إرسال الرسالة منه. وإن لم يُفتح شيء، فيُرجى اختيار طريقة أخرى.',
    'share-done.teams': () => 'يُفتح Teams في نافذة أخرى. يُرجى اختيار المستلم هناك.',

    'share-failed.draft': () =>
      'لم يفتح Outlook أي رسالة حتى الآن. إذا لم تُفتح رسالة، فيُرجى اختيار طريقة أخرى.',
    'share-failed.copy': () =>
      `لم يسمح المتصفح بالنسخ. يُرجى تحديد الرابط أعلاه والضغط على ${leftToRight('Ctrl+C')} (أو ${leftToRight('⌘C')} على Mac).`,
    'share-failed.mail': () => 'لم يُفتح أي برنامج بريد. يُرجى اختيار طريقة أخرى.',
    'share-failed.teams': () => 'لم يُفتح Teams. يُرجى اختيار طريقة أخرى.',

    'history.opened': () => 'تم فتح الرابط',
    'history.returned': () => 'عاد شخص من صفحة Microsoft',
    'history.denied': () => 'رُفض الطلب',
    'history.expired': () => 'انتهى وقت إحدى المحاولات',
    'history.withdrawn': () => 'تم سحب الطلب',
    'history.proved': () => 'أثبتت Microsoft الموافقة',
    'history.role-too-small': () => 'حاول شخص لا يكفي دوره',
    'history.left': () => 'غادر أحدهم صفحة Microsoft من دون موافقة',
    'history.failed': () => 'أبلغت Microsoft عن خطأ في إحدى المحاولات',
    'history.other-tenant': () => 'وافق أحدهم لمؤسسة أخرى',
    'history.granted': () => 'أكدت Microsoft الموافقة',

    'handed-over.copy': () => 'تم النسخ.',
    'handed-over.withdrawal': () => 'تم سحب الطلب. لم يعد الرابط صالحًا.',
    'handed-over.diagnostics-download': () => 'تم حفظ الملف. يُرجى إرفاقه برسالتك.',
    'handed-over.diagnostics-copy': () => 'تم نسخ نص الملف. يُرجى لصقه في رسالتك.',
    'handed-over.letter-support': () => 'الرسالة مفتوحة. يُرجى وصف ما حدث ثم إرسالها.',
    'handed-over.letter-deletion': () => 'الرسالة مفتوحة. يُرجى قراءتها ثم إرسالها.',
    'handed-over.letter-assign': () => 'الرسالة مفتوحة. يُرجى اختيار مسؤول مؤسستك ثم إرسالها.',
    'handed-over.letter-enable': () => 'الرسالة مفتوحة. يُرجى اختيار مسؤول مؤسستك ثم إرسالها.',
    'handed-over.letter-enable-account': () => 'الرسالة مفتوحة. يُرجى اختيار مسؤول مؤسستك ثم إرسالها.',
    'handed-over.letter-policy': () => 'الرسالة مفتوحة. يُرجى اختيار مسؤول مؤسستك ثم إرسالها.',
    'handed-over.letter-refusal': () => 'الرسالة مفتوحة. يُرجى اختيار مسؤول مؤسستك ثم إرسالها.',
    'handed-over.mail-support': () =>
      'إن فُتح برنامج البريد لديك، فيُرجى إرسال الرسالة منه. وإن لم يُفتح شيء، فيُرجى الكتابة مباشرةً إلى الدعم لدينا.',
    'handed-over.mail-deletion': () =>
      'إن فُتح برنامج البريد لديك، فيُرجى إرسال الرسالة منه. وإن لم يُفتح شيء، فيُرجى الكتابة مباشرةً إلى الدعم لدينا.',
    'handed-over.mail-assign': () =>
      'إن فُتح برنامج البريد لديك، فيُرجى اختيار مسؤول مؤسستك ثم إرسال الرسالة منه. وإن لم يُفتح شيء، فيُرجى الكتابة مباشرةً إلى مسؤول مؤسستك.',
    'handed-over.mail-enable': () =>
      'إن فُتح برنامج البريد لديك، فيُرجى اختيار مسؤول مؤسستك ثم إرسال الرسالة منه. وإن لم يُفتح شيء، فيُرجى الكتابة مباشرةً إلى مسؤول مؤسستك.',
    'handed-over.mail-enable-account': () =>
      'إن فُتح برنامج البريد لديك، فيُرجى اختيار مسؤول مؤسستك ثم إرسال الرسالة منه. وإن لم يُفتح شيء، فيُرجى الكتابة مباشرةً إلى مسؤول مؤسستك.',
    'handed-over.mail-policy': () =>
      'إن فُتح برنامج البريد لديك، فيُرجى اختيار مسؤول مؤسستك ثم إرسال الرسالة منه. وإن لم يُفتح شيء، فيُرجى الكتابة مباشرةً إلى مسؤول مؤسستك.',
    'handed-over.mail-refusal': () =>
      'إن فُتح برنامج البريد لديك، فيُرجى اختيار مسؤول مؤسستك ثم إرسال الرسالة منه. وإن لم يُفتح شيء، فيُرجى الكتابة مباشرةً إلى مسؤول مؤسستك.',
    'not-handed-over.copy': () =>
      `لم يسمح المتصفح بالنسخ. يُرجى تحديد النص والضغط على ${leftToRight('Ctrl+C')} (أو ${leftToRight('⌘C')} على Mac).`,
    'not-handed-over.withdrawal': () =>
      'لم تؤكد خدمتنا سحب الطلب بعد، ولذلك قد يظل الرابط صالحًا. نحاول مرة أخرى تلقائيًا، وكذلك في المرة القادمة التي يُفتح فيها جزء المهام هذا.',
    'not-handed-over.straight-withdrawal': () =>
      'لم يعد جزء المهام هذا ينتظر الموافقة. يؤدي الرابط مباشرةً إلى Microsoft ولا يمكن سحبه، ولذلك يظل صالحًا.',
    'not-handed-over.request': () =>
      'لم يعد رابط طلبك صالحًا: انقضت مدته البالغة 30 يومًا، أو لم يعد الطلب موجودًا لدى خدمتنا. يُرجى تقديم الطلب من جديد.',
    'not-handed-over.diagnostics-download': () => 'لم يحفظ المتصفح الملف. يُرجى نسخ نصه بدلًا من ذلك.',
    'not-handed-over.diagnostics-copy': () =>
      `لم يسمح المتصفح بالنسخ. يُرجى فتح الملف أدناه وتحديد نصه والضغط على ${leftToRight('Ctrl+C')} (أو ${leftToRight('⌘C')} على Mac).`,
    'not-handed-over.letter-support': () => 'لم يُفتح أي برنامج بريد. يُرجى الكتابة مباشرةً إلى الدعم لدينا.',
    'not-handed-over.letter-deletion': () => 'لم يُفتح أي برنامج بريد. يُرجى الكتابة مباشرةً إلى الدعم لدينا.',
    'not-handed-over.letter-assign': () => 'لم يُفتح أي برنامج بريد. يُرجى الكتابة مباشرةً إلى مسؤول مؤسستك.',
    'not-handed-over.letter-enable': () => 'لم يُفتح أي برنامج بريد. يُرجى الكتابة مباشرةً إلى مسؤول مؤسستك.',
    'not-handed-over.letter-enable-account': () =>
      'لم يُفتح أي برنامج بريد. يُرجى الكتابة مباشرةً إلى مسؤول مؤسستك.',
    'not-handed-over.letter-policy': () => 'لم يُفتح أي برنامج بريد. يُرجى الكتابة مباشرةً إلى مسؤول مؤسستك.',
    'not-handed-over.letter-refusal': () => 'لم يُفتح أي برنامج بريد. يُرجى الكتابة مباشرةً إلى مسؤول مؤسستك.',

    'dialog-ended.popup-blocked': () =>
      'تم حظر النافذة. يُرجى السماح بالنوافذ المنبثقة لـ Outlook والمحاولة مرة أخرى، أو إرسال الطلب إلى المسؤول برابط.',
    'dialog-ended.already-open': () =>
      'هناك نافذة أخرى مفتوحة لوظيفة إضافية. يُرجى إغلاقها والمحاولة مرة أخرى.',
    'dialog-ended.not-supported': () =>
      'لا يمكن لـ Outlook فتح النافذة هنا. يُرجى إرسال الطلب إلى المسؤول برابط بدلًا من ذلك.',
    'dialog-ended.dialog-failed': () =>
      'لم تظهر النافذة. يُرجى المحاولة مرة أخرى، أو إرسال الطلب إلى المسؤول برابط.',
    'dialog-ended.denied': () => 'رُفضت الموافقة في صفحة Microsoft. لم يتغير شيء.',
    'dialog-ended.left': () => 'تمت مغادرة صفحة Microsoft من دون موافقة. لم يتغير شيء.',
    'dialog-ended.role-too-small': () =>
      'دورك لا يكفي للموافقة على هذه الأذونات. يُرجى تمرير الرابط إلى مسؤول يمكنه ذلك.',
    'dialog-ended.expired': () => 'استغرق ذلك أكثر من الدقائق الخمس المتاحة لكل محاولة. يُرجى البدء من جديد.',
    'dialog-ended.repeated': () => 'سبق استخدام هذا الرد. يُرجى البدء من جديد.',
    'dialog-ended.forged': () => 'وصل رد لم نطلبه، فتجاهلناه. يُرجى البدء من جديد من هنا.',
    'dialog-ended.other-tenant': () =>
      'مُنحت الموافقة لمؤسسة أخرى غير مؤسسة علبة البريد هذه. يُرجى البدء من جديد وتسجيل الدخول لدى Microsoft بحساب من مؤسسة علبة البريد هذه.',
    'dialog-ended.failed': () =>
      'أبلغت Microsoft عن خطأ. يُرجى البدء من جديد؛ وإن استمر الخطأ، فيُرجى الاتصال بالدعم لدينا.',
    'dialog-ended.look-may-not-read': () =>
      'لا يحق للحساب المستخدم رؤية ما مُنح في المؤسسة. يُرجى تمرير الرابط إلى مسؤول يحق له ذلك.',
    'dialog-ended.accepted': () =>
      `تلقت Microsoft الموافقة. ويمكن تغيير ما يمنع دخول هذا الحساب في مركز إدارة Microsoft Entra. وتذكره سجلات تسجيل الدخول ضمن ${menu('تطبيقات المؤسسة', 'Enterprise applications')}، ثم ExtendSync.`,
    'dialog-ended.look-blocked': () =>
      'لم تسمح Microsoft بدخول الحساب المستخدم، وتذكر سجلات تسجيل الدخول في مركز إدارة Microsoft Entra السبب. ربما ليس الحساب من بين من يمكنهم استخدام ExtendSync. بعد تغيير ذلك، يُرجى التأكيد مجددًا.',
    'dialog-ended.look-sign-in-needed': () =>
      'لا تُظهر Microsoft ما مُنح إلا بعد تسجيل الدخول، ولم يكتمل ذلك. يُرجى التأكيد مجددًا وتسجيل الدخول هناك بحساب مسؤول.',
    'dialog-ended.look-other-tenant': () =>
      'الحساب المستخدم ليس تابعًا لمؤسسة علبة البريد هذه. يُرجى التأكيد مجددًا بحساب من هذه المؤسسة.',

    'situation.chosen': () => 'الاختيار الحالي',

    'steps.title': () => 'المطلوب فعله',
    'situation-step.switch-autopilot-on': () => 'تشغيل Autopilot في إدارة ExtendSync',
    'situation-step.grant-for-organisation': () => 'الموافقة على ExtendSync للمؤسسة بأكملها',
    'situation-step.verify-consent': () => 'تأكيد الموافقة من Microsoft',
    'situation-step.check-autopilot-prerequisites': () =>
      'التحقق مما يحتاج إليه Autopilot أيضًا، في إدارة ExtendSync',
    'situation-step.choose-group': () => 'اختيار المجموعة التي يعمل Autopilot لأجلها',
    'situation-step.limit-in-exchange': () => 'قصر الوصول على المجموعة في Exchange',
    'situation-step.revoke-unlimited-in-entra': () =>
      'إبطال الأذونات التي صار Exchange يقيدها، وذلك في Microsoft Entra',
    'situation-step.test-limit': () => 'اختبار القيد بعلبة بريد من المجموعة وأخرى من خارجها',
    'situation-step.check-shared-mailboxes': () => 'فتح علبة بريد مشتركة والتأكد من أنها تعمل',
    'step.done': () => 'تم',
    'step.next': () => 'التالي',
    'step.later': () => 'لاحقًا',

    'attempt.until': ({ atMs }, format) =>
      `المهلة حتى ${format.moment(atMs)}؛ وبعدها تكفي نقرة واحدة للبدء من جديد.`,

    'share.link': () => 'رابط لمسؤول مؤسستك',
    'share.link-being-made': () => 'جارٍ إنشاء الرابط…',
    'share.ways': () => 'ما طريقة الإرسال المناسبة؟',
    'share.message': () => 'قراءة الرسالة أولًا',
    'share.subject': () => 'الموضوع',
    'share.language': () => 'لغة الرسالة',

    'pending.title': () => 'طلبك',
    'pending.story': () => 'كيف تمت الموافقة',
    'pending.asked': ({ withWhom }) => `طُلبت من: ${isolated(withWhom)}`,
    'pending.with-whom': () => 'ممن طُلبت الموافقة؟',
    'pending.with-whom-hint': () => 'لك وحدك: اسم للتذكّر',
    'pending.noted': () => 'تم التدوين',
    'pending.at': ({ atMs }, format) => format.moment(atMs),
    'pending.expires': ({ atMs }, format) => `الرابط صالح حتى هذا الوقت: ${format.moment(atMs)}.`,

    'withdraw.question': () => 'هل تريد سحب الطلب؟ سيتوقف الرابط عن العمل فورًا.',
    'withdraw.yes': () => 'سحب',
    'withdraw.no': () => 'الإبقاء عليه',
    'forget.question': () =>
      'هل تريد التوقف عن الانتظار؟ يؤدي الرابط مباشرةً إلى Microsoft ولا يمكن سحبه، ولذلك يظل صالحًا.',
    'forget.yes': () => 'التوقف عن الانتظار',

    'link.opens-outside': () => 'يُفتح خارج Outlook',

    'showing.code': () => 'رمز QR للرابط، لمسحه بهاتف',
    'showing.link': () => 'أو كتابة هذا العنوان',
    'showing.phone.title': () => 'على هاتف المسؤول',
    'showing.phone.scan': () => 'توجيه الكاميرا نحو الرمز وفتح الرابط.',
    'showing.phone.sign-in': () => 'قراءة الصفحة، ثم المتابعة إلى Microsoft وتسجيل الدخول بحساب مسؤول.',
    'showing.phone.sign-in-there': () => 'تسجيل الدخول لدى Microsoft بحساب مسؤول.',
    'showing.phone.accept': () => 'مراجعة ما تعرضه Microsoft، ثم القبول.',
    'showing.phone.then': () => 'يكتشف جزء المهام هذا النتيجة تلقائيًا. لا تلزم كتابة أي شيء هنا.',
    'showing.check.title': () => 'ما يجب أن تعرضه صفحة Microsoft',
    'showing.application': () => 'التطبيق',
    'showing.client-id': () => 'معرّف التطبيق (العميل)',
    'showing.copy': () => 'نسخ الرابط',

    'group.name': () => 'المجموعة',
    'group.name-hint': () =>
      'اسم مجموعة أمان ممكّنة للبريد أو قائمة توزيع أو مجموعة Microsoft 365، أو اسمها المستعار أو عنوانها أو معرّفها.',
    'group.make': () => 'إنشاء البرنامج النصي',
    'group.adds-up': () => 'الأذونات الممنوحة تتراكم',
    'group.open-entra': () => 'فتح تطبيقات المؤسسة في Entra',
    'group.script': () => 'برنامج نصي لـ Exchange Online PowerShell',
    'group.script-lead': ({ group }) =>
      `يقصر ExtendSync على علب بريد «${isolated(group)}». يُرجى قراءته ثم تشغيله في PowerShell. يسأل قبل كل تغيير، ويمكن تشغيله مرة أخرى.`,
    'group.script-copy': () => 'نسخ البرنامج النصي',
    'group.roles': ({ roles }, format) => `الأدوار التي يعيّنها: ${format.list(listed(roles))}.`,
    'group.notes': () => 'معلومات مفيدة',
    'group.test': () => 'التأكد من أنه يعمل',
    'group.test-lead': () =>
      'هذا البرنامج النصي يستعلم فقط. يُرجى تجربته بعلبة بريد من المجموعة، ثم بأخرى من خارجها: يجب أن تكون قيمة «InScope» هي True ثم False.',
    'group.mailbox': () => 'علبة البريد للاختبار (يمكن تركها فارغة)',
    'group.mailbox-hint': () => 'العنوان أو الاسم المستعار أو الاسم.',
    'group.test-script': () => 'البرنامج النصي الذي يختبر القيد',
    'group.test-copy': () => 'نسخ الاختبار',
    'group.nothing-to-limit': () => 'لا يوجد هنا ما يمكن لـ Exchange تقييده. يُرجى الاتصال بالدعم لدينا.',
    'group.problem.empty': () => 'يُرجى ذكر المجموعة.',
    'group.problem.too-long': (_values, format) =>
      `لا يوجد اسم بهذا الطول: الحد الأقصى ${format.number(256)} حرفًا.`,
    'group.problem.control-characters': () => 'يحتوي على فاصل أسطر أو حرف تحكم آخر.',
    'group.problem.hidden-characters': () => 'يحتوي على أحرف غير مرئية. يُرجى كتابة الاسم بدلًا من لصقه.',
    'group.problem.broken-characters': () => 'يحتوي على حرف غير مكتمل. يُرجى كتابة الاسم من جديد.',
    'group.problem.wildcard': () =>
      'تعني علامة النجمة أي نص، وقد تشير إلى مجموعة أخرى. يُرجى كتابة الاسم الكامل.',
    'exchange-note.exchange-administrator-needed': () =>
      'يتطلب ذلك دور «مسؤول Exchange» أو العضوية في Organization Management.',
    'exchange-note.grants-add-up': ({ scopes }, format) =>
      `ما منحه Microsoft Entra عن الجميع يظل ساريًا إلى جانب هذا القيد. بعد تشغيل البرنامج النصي، يُرجى إبطال أذونات التطبيق هذه هناك: ${format.list(listed(scopes))}. عندئذٍ فقط يصبح ExtendSync مقيدًا.`,
    'exchange-note.new-consent-undoes-limit': ({ scopes }, format) =>
      `إن وافق أحد المسؤولين على كل شيء مرة أخرى لاحقًا، فسيُمنح ما يلي عن الجميع من جديد ويجب إبطاله ثانيةً: ${format.list(listed(scopes))}.`,
    'exchange-note.not-limited': ({ scopes }, format) =>
      `لا يوفر Exchange قيدًا لما يلي: ${format.list(listed(scopes))}. ما زالت هذه الأذونات تشمل المؤسسة بأكملها.`,
    'exchange-note.direct-members-only': () =>
      'يُحتسب الأعضاء المباشرون فقط، وليس أعضاء المجموعات الموجودة داخل المجموعة.',
    'exchange-note.takes-effect-later': ({ fromMinutes, toMinutes }, format) =>
      `يسري أي تغيير خلال ${format.number(fromMinutes)} إلى ${format.number(toMinutes)} دقيقة. ولا ينتظر الاختبار ذلك.`,
    'exchange-note.replaces-access-policies': () =>
      'يحل هذا محل نُهج الوصول إلى التطبيقات (Application Access Policies) التي توقفها Microsoft تدريجيًا.',

    'manage.confirmed': ({ atMs }, format) =>
      `أكدت Microsoft الوصول للمؤسسة بأكملها (${format.moment(atMs)}).`,
    'manage.confirmed.for-you': ({ atMs }, format) =>
      `أكدت Microsoft الوصول إلى حسابك (${format.moment(atMs)}). أما الوصول للمؤسسة بأكملها فليس مؤكدًا.`,
    'manage.not-confirmed': () => 'لا يوجد وصول مؤكد حاليًا.',
    'manage.situation': () => 'طريقة الاستخدام',
    'manage.granted': () => 'ما تم منحه',
    'manage.revoke': () => 'سحب الوصول',
    'manage.revoke-lead': () => 'يمكن لأحد المسؤولين فعل ذلك في أي وقت، بدوننا.',
    'manage.revoke.open': () =>
      `فتح Microsoft Entra، ثم ${menu('تطبيقات المؤسسة', 'Enterprise applications')}.`,
    'manage.revoke.find': () => 'البحث عن ExtendSync باسمه أو بمعرّف التطبيق المذكور أدناه.',
    'manage.revoke.permissions': () =>
      `لسحب أذونات محددة: ${menu('الأذونات', 'Permissions')} ثم ${menu('إبطال', 'Revoke')}.`,
    'manage.revoke.delete': () =>
      `لسحب كل شيء: ${menu('الخصائص', 'Properties')} ثم ${menu('حذف', 'Delete')}.`,
    'manage.revoke.after': () =>
      'يتوقف ExtendSync عن العمل للجميع خلال ساعة تقريبًا. ويكتشف جزء المهام هذا ذلك عند التحقق التالي.',
    'manage.open-entra': () => 'فتح Microsoft Entra',
    'manage.client-id': () => 'معرّف التطبيق (العميل)',
    'manage.copy-client-id': () => 'نسخ المعرّف',
    'manage.deletion': () => 'طلب حذف بياناتك',
    'manage.deletion-lead': () =>
      'يوقف الإبطال الوصول. أما ما يحتفظ به ExtendSync لمؤسستك فيُحذف عند الطلب. نجهّز الرسالة، وتبقى عليك قراءتها وإرسالها.',
    'manage.deletion-open': () => 'تجهيز الطلب',

    'help.diagnoses': () => 'عمليات التحقق',
    'help.now': () => 'الوضع الحالي',
    'help.running': () => 'جارٍ التحقق…',
    'help.passed': ({ count }, format) =>
      format.plural(count, {
        one: 'عملية تحقق واحدة سليمة',
        two: 'عمليتا تحقق سليمتان',
        few: `${format.number(count)} عمليات تحقق سليمة`,
        many: `${format.number(count)} عملية تحقق سليمة`,
        other: `${format.number(count)} عملية تحقق سليمة`,
      }),
    'help.run-again': () => 'إعادة التحقق',
    'help.code': ({ code }) => `رمز Microsoft: ${isolated(code)}`,
    'help.correlation-id': ({ correlationId }) => `معرّف الارتباط: ${leftToRight(correlationId)}`,
    'help.support': () => 'التواصل مع الدعم لدينا',
    'help.support-lead': () => 'يوضح لنا ملف التشخيص ما حدث. يُرجى حفظه أو نسخه أولًا، ثم إضافته إلى الرسالة.',
    'help.letter': () => 'الكتابة إلى الدعم',
    'letter.no-address': () => 'لا يوجد عنوان مُعدّ هنا. يُرجى إرسال الرسالة إلى الجهة التي توفر لك ExtendSync.',
    'help.download': () => 'حفظ الملف',
    'help.copy': () => 'نسخ نص الملف',
    'help.file': () => 'عرض محتوى الملف',
    'help.file-holds': () =>
      'يحتوي على: الإصدارات، ونوع Outlook، والنتائج مع رموز Microsoft ومعرّفات الارتباط، وأوقات عمليات التحقق، ومعرّف المؤسسة ومجال بريدها.',
    'help.file-never': () =>
      'لا يحتوي على: رموز تسجيل الدخول المميزة، أو الرسائل، أو العناوين، أو أسماء الأشخاص، أو الروابط.',
    'help.file-loading': () => 'جارٍ إنشاء الملف',
    'help.file-text': () => 'نص ملف التشخيص',

    'diagnosis.service-reachable': () => 'استجابة خدمتنا',
    'diagnosis.sign-in-kind': () => 'كيفية تسجيل دخولك',
    'diagnosis.storage-allowed': () => 'ما يحتفظ به المتصفح',
    'diagnosis.mailbox-of-account': () => 'علبة البريد والحساب',
    'diagnosis.alias-domain': () => 'مجالا علبة البريد والحساب',
    'diagnosis.consultant': () => 'المؤسسة التي يتم العمل فيها',
    'diagnosis.consent-tenant': () => 'المؤسسة التي وافقت',
    'diagnosis.user-assigned': () => 'من يمكنه استخدام ExtendSync',
    'diagnosis.application-enabled': () => 'حالة تشغيل ExtendSync',
    'diagnosis.conditional-access': () => 'نهج الأمان في المؤسسة',
    'diagnosis.grant-spread': () => 'مدى وصول الموافقة',
    'diagnosis.consent-breadth': () => 'من تشملهم الموافقة',

    'diagnosis-result.passed': () => 'سليم',
    'diagnosis-result.failed': () => 'يحتاج إلى انتباه',
    'diagnosis-result.not-known': () => 'غير معروف',
    'diagnosis-result.does-not-apply': () => 'لا ينطبق',

    'diagnosis.service-reachable.as-it-should-be': () => 'استجابت لآخر عملية تحقق.',
    'diagnosis.service-reachable.offline': () => 'يبدو أنه لا يوجد اتصال بالشبكة، لذا لا يمكن معرفة ذلك.',
    'diagnosis.service-reachable.throttled': () => 'هي مشغولة وطلبت منا الانتظار قليلًا.',
    'diagnosis.service-reachable.no-answer': () =>
      'لم تستجب. وبدونها لا يمكن لأحد إثبات الموافقة للمؤسسة بأكملها.',
    'diagnosis.service-reachable.not-asked-yet': () => 'لم تُسأل بعد.',

    'diagnosis.sign-in-kind.as-it-should-be': () => 'يسجل Outlook دخولك تلقائيًا.',
    'diagnosis.sign-in-kind.standard-client': () =>
      'يترك Outlook هذا تسجيل الدخول لنافذة من Microsoft. وهذا يعمل أيضًا.',
    'diagnosis.sign-in-kind.outside-outlook': () => 'يعمل جزء المهام خارج Outlook.',
    'diagnosis.sign-in-kind.host-silent': () => 'لم يستجب Outlook. غالبًا ما يفيد إغلاقه وإعادة فتحه.',
    'diagnosis.sign-in-kind.not-asked-yet': () => 'لم يخبرنا Outlook بعد.',

    'diagnosis.storage-allowed.as-it-should-be': () => 'يسمح المتصفح لـ ExtendSync بالاحتفاظ به.',
    'diagnosis.storage-allowed.blocked': () =>
      'لا يحتفظ المتصفح بشيء للصفحات المضمنة في صفحات أخرى، لذا يضيع تسجيل الدخول في كل مرة.',
    'diagnosis.storage-allowed.blocked-not-needed': () =>
      'لا يحتفظ المتصفح بشيء هنا، لكن Outlook يفعل ذلك، فلا ينقص شيء.',
    'diagnosis.storage-allowed.maybe-blocked': () =>
      'لا ترى Microsoft أي تسجيل دخول. إما أنه غير موجود، أو أن المتصفح يخفيه عن الصفحات المضمنة في صفحات أخرى.',
    'diagnosis.storage-allowed.not-asked-yet': () => 'لم يكن هناك ما يُحتفظ به بعد.',

    'diagnosis.mailbox-of-account.as-it-should-be': (values) =>
      `${mailbox(values)} و${account(values)} تابعان للمؤسسة نفسها.`,
    'diagnosis.mailbox-of-account.guest': () => 'حسابك ضيف في مؤسسة علبة البريد هذه.',
    'diagnosis.mailbox-of-account.same-domain': (values) => `${mailbox(values)} وحسابك لهما المجال نفسه.`,
    'diagnosis.mailbox-of-account.other-tenant': (values) =>
      `${mailbox(values)} تابعة لمؤسسة أخرى غير مؤسسة ${account(values)}.`,
    'diagnosis.mailbox-of-account.tenant-not-named': (values) =>
      `${mailbox(values)} لا تُظهر سوى مجالها. ولم تخبرنا Microsoft لأي مؤسسة هو.`,
    'diagnosis.mailbox-of-account.personal': () =>
      'علبة البريد هذه شخصية. لا توجد مؤسسة يمكنها الموافقة على ExtendSync لها.',
    'diagnosis.mailbox-of-account.on-premises': () =>
      'علبة البريد هذه على خادم خاص بمؤسستك. ولا يصل ExtendSync إلا إلى علب البريد في Microsoft 365. ويمكن للمسؤول نقلها إليه.',
    'diagnosis.mailbox-of-account.mailbox-not-known': () => 'لم يخبرنا Outlook ما علبة البريد هذه.',
    'diagnosis.mailbox-of-account.account-not-known': () => 'لم يسجل أحد الدخول بعد.',

    'diagnosis.alias-domain.alias': ({ mailDomain, accountDomain }) =>
      mailDomain === undefined || accountDomain === undefined
        ? 'المجالان مختلفان وكلاهما للمؤسسة نفسها. لا توجد مشكلة.'
        : `${isolated(mailDomain)} و${isolated(accountDomain)} للمؤسسة نفسها. لا توجد مشكلة.`,
    'diagnosis.alias-domain.same-domain': () => 'هناك مجال واحد فقط.',
    'diagnosis.alias-domain.other-tenant': () => 'المجالان لمؤسستين.',
    'diagnosis.alias-domain.tenant-not-named': () => 'لم تخبرنا Microsoft هل كلاهما لمؤسسة واحدة.',
    'diagnosis.alias-domain.mailbox-not-known': () => 'لم يخبرنا Outlook ما علبة البريد هذه.',
    'diagnosis.alias-domain.account-not-known': () => 'مجال الحساب غير معروف.',

    'diagnosis.consultant.as-it-should-be': () => 'حسابك تابع لمؤسسة علبة البريد هذه.',
    'diagnosis.consultant.guest': () =>
      'حسابك ضيف هنا، وهو تابع لمؤسسة أخرى. المهم هنا موافقة مؤسسة علبة البريد هذه. إذا كانت العلامة ناقصة في مؤسستك، فيمكن تجاهل ذلك هنا.',
    'diagnosis.consultant.account-not-in-tenant': () =>
      'لا تعرف Microsoft حسابك في مؤسسة علبة البريد هذه. عند المساعدة هناك من خارجها، لا تكون علامة الاختيار الناقصة خطأً: فلا يراها إلا أفراد تلك المؤسسة.',
    'diagnosis.consultant.consultant-or-wrong-account': () =>
      'تم تسجيل الدخول بحساب من مؤسسة أخرى. عند المساعدة هنا من خارج المؤسسة، فهذا صحيح ويمكن تجاهل علامة الاختيار الناقصة: فالموافقة تسري على أفراد المؤسسة نفسها. وإلا فهو الحساب الخطأ.',
    'diagnosis.consultant.tenant-not-named': () =>
      'لم تخبرنا Microsoft هل حسابك تابع لمؤسسة علبة البريد هذه.',
    'diagnosis.consultant.mailbox-not-known': () => 'لم يخبرنا Outlook ما علبة البريد هذه.',
    'diagnosis.consultant.account-not-known': () => 'لم يسجل أحد الدخول بعد.',

    'diagnosis.consent-tenant.as-it-should-be': () => 'الموافقة لمؤسسة علبة البريد هذه.',
    'diagnosis.consent-tenant.right-now-wrong-before': () =>
      'هي صحيحة الآن. وقد تمت الموافقة من قبل لمؤسسة أخرى خطأً؛ ويمكن التراجع عن ذلك.',
    'diagnosis.consent-tenant.wrong-tenant': () =>
      'تمت الموافقة لمؤسسة أخرى. يُرجى الموافقة للمؤسسة الصحيحة بحساب منها، والتراجع عن الأخرى.',
    'diagnosis.consent-tenant.nobody-returned': () => 'لم يعد أحد من Microsoft بموافقة بعد.',
    'diagnosis.consent-tenant.not-proven': () =>
      'عاد شخص من Microsoft. ولم يثبت بعد أن ذلك كان لهذه المؤسسة.',

    'diagnosis.user-assigned.as-it-should-be': () => 'تسمح لك Microsoft بالدخول.',
    'diagnosis.user-assigned.not-assigned': () =>
      `تسمح مؤسستك لأشخاص محددين فقط باستخدام ExtendSync. يمكن لأحد المسؤولين إضافة حسابك ضمن ${menu('المستخدمون والمجموعات', 'Users and groups')}.`,
    'diagnosis.user-assigned.not-asked-yet': () => 'لم تخبرنا Microsoft بعد.',

    'diagnosis.application-enabled.as-it-should-be': () => 'هو قيد التشغيل في مؤسستك.',
    'diagnosis.application-enabled.disabled': () =>
      `إنه معطّل. يُعاد تشغيله ضمن ${menu('الخصائص', 'Properties')} بالخيار ${leftToRight('Enabled for users to sign in?')}. وإن كانت قيمته ${menu('نعم', 'Yes')} بالفعل، فيُرجى الاتصال بالدعم لدينا.`,
    'diagnosis.application-enabled.not-in-tenant-yet': () => 'ليس موجودًا في مؤسستك بعد. ويأتي مع الموافقة.',
    'diagnosis.application-enabled.not-asked-yet': () => 'لم تخبرنا Microsoft بعد.',

    'diagnosis.conditional-access.as-it-should-be': () => 'سمحت Microsoft بهذا الوصول.',
    'diagnosis.conditional-access.policy': () => 'أحد نُهج مؤسستك لا يسمح بهذا الوصول.',
    'diagnosis.conditional-access.device': () => 'أحد نُهج مؤسستك يتطلب جهازًا مُدارًا.',
    'diagnosis.conditional-access.multi-factor': () =>
      'تطلب مؤسستك خطوة ثانية عند تسجيل الدخول. تظهر عند تسجيل الدخول من جديد.',
    'diagnosis.conditional-access.not-asked-yet': () => 'لم تخبرنا Microsoft بعد.',

    'diagnosis.grant-spread.as-it-should-be': () => 'هي سارية في كل مكان لدى Microsoft.',
    'diagnosis.grant-spread.arrived': () => 'يُظهرها تسجيل دخولك أنت.',
    'diagnosis.grant-spread.nobody-returned': () => 'لا توجد موافقة في الطريق.',
    'diagnosis.grant-spread.spreading': ({ returnedAtMs }, format) =>
      `${returnedAtMs === undefined ? 'مُنحت قبل لحظات' : `وقت الموافقة: ${format.moment(returnedAtMs)}`}. قد يستغرق سريانها في كل مكان لدى Microsoft بضع دقائق.`,
    'diagnosis.grant-spread.still-refused': ({ returnedAtMs }, format) =>
      `عاد شخص من Microsoft${returnedAtMs === undefined ? '' : ` (${format.moment(returnedAtMs)})`}، وما زالت Microsoft ترفض. ربما رُفضت الموافقة هناك، أو ما زال Outlook يتذكر الرد القديم.`,
    'diagnosis.grant-spread.not-proven': () => 'عاد شخص من Microsoft. لم يثبت شيء بعد.',

    'diagnosis.consent-breadth.as-it-should-be': () => 'ما تم منحه ممنوح للمؤسسة بأكملها.',
    'diagnosis.consent-breadth.nothing-granted-yet': () => 'لم يُمنح شيء بعد.',
    'diagnosis.consent-breadth.only-you': () =>
      'بعض الأذونات ممنوحة لحسابك وحده. أما الزملاء وAutopilot فيحتاجون إلى موافقة المؤسسة بأكملها.',
    'diagnosis.consent-breadth.not-proven': () => 'يعمل مع حسابك. ولم يثبت أنه ممنوح للجميع.',
    'diagnosis.consent-breadth.not-asked-yet': () => 'لم تخبرنا Microsoft بعد.',
    'diagnosis.other': () => 'هذه النتيجة جديدة على هذا الإصدار من جزء المهام.',

    'diagnosis-step.check-now': () => 'التحقق الآن',
    'diagnosis-step.check-network': () => 'يُرجى التأكد من أن صفحات أخرى تُفتح.',
    'diagnosis-step.reopen-outlook': () => 'يُرجى إغلاق Outlook وإعادة فتحه، ثم فتح جزء المهام من رسالة.',
    'diagnosis-step.allow-third-party-storage': () =>
      'يُرجى السماح بملفات تعريف الارتباط للمواقع الأخرى مع Outlook، في إعدادات المتصفح.',
    'diagnosis-step.sign-in': () => 'تسجيل الدخول',
    'diagnosis-step.sign-in-with-other-account': () => 'تسجيل الدخول بحساب آخر',
    'diagnosis-step.ignore-missing-mark': () => 'المساعدة من خارج المؤسسة؟ إذن لا يلزم فعل شيء.',
    'diagnosis-step.ask-admin-about-policy': () =>
      'يُرجى عرض رمز Microsoft على مسؤول مؤسستك؛ فهو يساعد على معرفة النهج.',
    'diagnosis-step.approve': () => 'الموافقة بصفة مسؤول',
    'diagnosis-step.confirm': () => 'التأكيد بصفة مسؤول',
    'diagnosis-step.share': () => 'الطلب من المسؤول',
    'diagnosis-step.wait': ({ untilMs }, format) =>
      `لا يلزم فعل شيء حتى هذا الوقت: ${format.moment(untilMs)}.`,
    'diagnosis-step.approve-for-tenant': ({ tenant }) => `الموافقة لـ ${isolated(tenant)}`,
    'diagnosis-step.undo-consent': () => 'التراجع عن الموافقة الأخرى في Entra',
    'diagnosis-step.assign-user': () => 'تعيين أشخاص في Entra',
    'diagnosis-step.enable-application': () => 'تشغيله في Entra',
    'diagnosis-step.open-my-apps': () => 'عرض موافقاتك لدى Microsoft',
  },
  request: {
    subject: ({ organisation }) => `طلب الموافقة على ExtendSync ${forOur(organisation)}`,
    confirmSubject: ({ organisation }) => `طلب تأكيد الموافقة على ExtendSync ${forOur(organisation)}`,
    reminderSubject: ({ organisation }) => `تذكير: طلب الموافقة على ExtendSync ${forOur(organisation)}`,
    greeting: () => 'مرحبًا،',
    ask: ({ organisation }) =>
      `أودّ استخدام ExtendSync for Outlook، فهو يُبقي الرسائل والإعدادات والتقويمات متزامنة. أرجو الموافقة عليه ${forOur(organisation)}.`,
    confirm: ({ organisation }) =>
      `تمت الموافقة على ExtendSync for Outlook، وهو يعمل لديّ. أرجو التأكيد مرة واحدة أن الموافقة تشمل الجميع ${forOur(organisation)}.`,
    remind: ({ organisation }) =>
      `طلبتُ قبل مدة الموافقة على ExtendSync for Outlook ${forOur(organisation)}، وما زلت في الانتظار. أرجو الاطلاع على الطلب.`,
    why: () => 'تطلب Microsoft ذلك من أحد المسؤولين، مرة واحدة عن الجميع، ويستغرق نحو دقيقة.',
    whyConfirm: () => 'تعرض Microsoft ذلك على المسؤولين.',
    link: ({ straightToMicrosoft }) =>
      straightToMicrosoft
        ? 'يفتح هذا الرابط صفحة Microsoft نفسها، حيث يظهر كل المطلوب قبل اتخاذ القرار:'
        : 'تشرح هذه الصفحة المطلوب وسببه، ثم تؤدي إلى Microsoft، حيث يُتخذ القرار:',
    confirmLink: () => 'تؤدي هذه الصفحة إلى تسجيل الدخول لدى Microsoft ثم تعود. ولا تُمنح أي موافقة جديدة:',
    linkLabel: () => 'مراجعة الطلب',
    thanks: () => 'مع خالص الشكر.',
  },
  support: () => ({
    subject: ({ paneVersion }) =>
      paneVersion === undefined
        ? 'طلب مساعدة بشأن ExtendSync for Outlook'
        : `طلب مساعدة بشأن ExtendSync for Outlook ${leftToRight(paneVersion)}`,
    greeting: () => 'مرحبًا،',
    describe: () => 'هذا ما كان متوقعًا، وهذا ما حدث بدلًا منه:',
    screenshots: () => '(تفيد لقطات الشاشة. يُرجى إضافتها هنا، والتأكد من أنها لا تُظهر شيئًا خاصًا.)',
    attachFile: ({ fileName }) => `(يُرجى إرفاق ملف التشخيص ${leftToRight(fileName)}، أو لصق نصه أدناه.)`,
    summaryTitle: () => 'باختصار، من الملف:',
    thanks: () => 'مع خالص الشكر.',
  }),
  deletion: () => ({
    subject: ({ organisation }) =>
      `طلب حذف بيانات ${organisation === undefined ? 'مؤسستنا' : isolated(organisation)} في ExtendSync`,
    greeting: () => 'مرحبًا،',
    request: ({ organisation }) =>
      `يُرجى حذف كل ما يحتفظ به ExtendSync بشأن ${organisation === undefined ? 'مؤسستنا' : isolated(organisation)}: بيانات علب البريد والتقويمات، والإعدادات، والسجلات، والنسخ، ما لم يُلزمكم القانون بالاحتفاظ بها.`,
    confirm: () => 'يُرجى تأكيد إتمام الحذف، وذكر ما يجب الاحتفاظ به ومدة ذلك.',
    entitled: () =>
      '(يُرجى ذكر الصفة التي يُقدَّم بها الطلب هنا: لا يمكن ذلك إلا لمن يحق له اتخاذ القرار عن المؤسسة.)',
    factsTitle: () => 'بيانات للعثور على المؤسسة:',
    organisation: () => 'المؤسسة',
    tenantId: () => 'معرّف المستأجر',
    clientId: () => 'معرّف التطبيق (العميل)',
    thanks: () => 'مع خالص الشكر.',
  }),
  admin: {
    'subject.assign': () => 'ExtendSync: طلب إضافتي إلى المستخدمين',
    'subject.enable': () => 'ExtendSync: طلب تشغيله من جديد',
    'subject.enable-account': () => 'حسابي معطّل',
    'subject.policy': () => 'ExtendSync: أحد نُهج الأمان يمنع تسجيل دخولي',
    'subject.refusal': () => 'ExtendSync: لا تسمح لي Microsoft بتسجيل الدخول',
    greeting: () => 'مرحبًا،',
    'ask.assign': () =>
      'تسمح مؤسستنا لأشخاص محددين فقط باستخدام ExtendSync، وليس حسابي من بينهم بعد. أرجو إضافته.',
    'ask.enable': () => 'ExtendSync معطّل في مؤسستنا. أرجو تشغيله من جديد.',
    'ask.enable-account': () => 'تفيد Microsoft بأن حسابي معطّل. أرجو تفعيله من جديد.',
    'ask.policy': () =>
      'أحد نُهج الأمان في مؤسستنا لا يسمح لي بتسجيل الدخول إلى ExtendSync. أرجو الاطلاع على الأمر.',
    'ask.refusal': () => 'لا تسمح لي Microsoft بتسجيل الدخول إلى ExtendSync. أرجو الاطلاع على الأمر.',
    'where.assign': () =>
      `يوجد ذلك في مركز إدارة Microsoft Entra: ${menu('تطبيقات المؤسسة', 'Enterprise applications')}، ثم ExtendSync، ثم ${menu('المستخدمون والمجموعات', 'Users and groups')}.`,
    'where.enable': () =>
      `يوجد ذلك في مركز إدارة Microsoft Entra: ${menu('تطبيقات المؤسسة', 'Enterprise applications')}، ثم ExtendSync، ثم ${menu('الخصائص', 'Properties')} والخيار ${leftToRight('Enabled for users to sign in?')}. وإن كانت قيمته ${menu('نعم', 'Yes')} بالفعل، فأرجو إخباري لأتواصل مع دعم ExtendSync.`,
    'where.enable-account': () => `يوجد ذلك في مركز إدارة Microsoft Entra: ${menu('المستخدمون', 'Users')}.`,
    'where.policy': () =>
      'تذكر سجلات تسجيل الدخول في مركز إدارة Microsoft Entra النهج؛ ويساعد معرّف الارتباط أدناه على العثور عليها.',
    'where.refusal': () =>
      'يدل الرمز أدناه على السبب؛ وفي سجلات تسجيل الدخول في مركز إدارة Microsoft Entra يساعد معرّف الارتباط على العثور على محاولة تسجيل الدخول.',
    facts: () => 'ما أخبرتني به Microsoft:',
    time: () => 'الوقت',
    thanks: () => 'مع خالص الشكر.',
  },
};
