import type { Language } from './language';

/**
 * That an organisation had approved everything, and when Microsoft confirmed it last: a fact of the past, whatever is true
 * by now. The static shell says it before a catalogue has come, and the first screen says the same.
 */
export const APPROVED_BEFORE: Readonly<Record<Language, (time: string) => string>> = {
  en: (time) => `Approved, last confirmed: ${time}`,
  de: (time) => `Genehmigt, zuletzt bestätigt: ${time}`,
  es: (time) => `Aprobado, última confirmación: ${time}`,
  fr: (time) => `Approuvé, dernière confirmation\u00a0: ${time}`,
  ja: (time) => `承認済み、最後の確認: ${time}`,
  'pt-BR': (time) => `Aprovado, última confirmação: ${time}`,
  ar: (time) => `تمت الموافقة، آخر تأكيد: ${time}`,
};
