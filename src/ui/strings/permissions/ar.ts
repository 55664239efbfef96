import type { PermissionCatalogue } from './catalogue';

export const permissionsAr: PermissionCatalogue = {
  reasons: {
    'reason.delegated:openid': () => 'تسجيل دخولك بحساب العمل',
    'reason.delegated:profile': () => 'معرفة اسمك، للترحيب بك وتوقيع ما تتم مشاركته',
    'reason.delegated:email': () => 'معرفة عنوان بريدك، للعثور على علبة البريد الصحيحة',
    'reason.delegated:offline_access': () => 'إبقاء تسجيل دخولك قائمًا، حتى لا يلزم تكراره في كل مرة',
    'reason.delegated:User.Read': () => 'قراءة ملفك الشخصي، لعرضه في ExtendSync',
    'reason.delegated:Mail.ReadWrite': () => 'قراءة رسائلك وحفظها في مجلداتها، لتبقى متزامنة',
    'reason.delegated:MailboxSettings.ReadWrite': () =>
      'قراءة إعدادات علبة بريدك وتعديلها، مثل الفئات والقواعد والمنطقة الزمنية',
    'reason.delegated:Mail.ReadWrite.Shared': () => 'فعل الأمر نفسه في علب البريد المشتركة معك',
    'reason.delegated:Directory.Read.All': () =>
      'تمكين أحد المسؤولين من تأكيد أن الموافقة تسري على الجميع؛ ولا يرى أحد أكثر مما يُسمح له أصلًا',
    'reason.application:Mail.ReadWrite': () =>
      'تمكين Autopilot من إبقاء علب البريد متزامنة دون أن يسجل أحد الدخول',
    'reason.application:User.Read.All': () => 'العثور على الأشخاص الذين يعمل Autopilot لأجلهم',
    'reason.application:Directory.Read.All': () => 'قراءة المجموعات والتأكد من أن هذه الموافقة سارية',
    'reason.application:Calendars.ReadWrite': () => 'تمكين Autopilot من إبقاء التقويمات متزامنة',
    'reason.other': () => 'يحتاج إليه جزء أحدث من ExtendSync',
  },
  labels: {
    'permission.optional': () => 'اختياري',
    'permissions.delegated': () => 'بالنيابة عن الشخص الذي سجل الدخول',
    'permissions.application': () => 'بشكل مستقل، دون أن يسجل أحد الدخول',
    'permissions.sign-in': () => 'تسجيل دخولك ومعرفة اسمك وعنوان بريدك',
    'permission.granted': () => 'ممنوح',
    'permission.granted-to-you': () => 'لك فقط',
    'permission.held-by-you': () => 'ممنوح لك',
    'permission.missing': () => 'ناقص',
    'permission.not-known': () => 'غير معروف',
  },
};
