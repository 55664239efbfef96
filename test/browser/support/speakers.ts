/** The product's words in the languages that it speaks beside English, for journeys in them. */
import { createWords, type Words } from '../../../src/ui/strings/words';
import { createApprovalWords, type ApprovalWords } from '../../../src/ui/strings/approval/words';
import { createLaterWords, type LaterWords } from '../../../src/ui/strings/later/words';
import { ar } from '../../../src/ui/strings/ar';
import { de } from '../../../src/ui/strings/de';
import { es } from '../../../src/ui/strings/es';
import { fr } from '../../../src/ui/strings/fr';
import { ja } from '../../../src/ui/strings/ja';
import { ptBR } from '../../../src/ui/strings/pt-br';
import { approvalAr } from '../../../src/ui/strings/approval/ar';
import { approvalDe } from '../../../src/ui/strings/approval/de';
import { approvalEs } from '../../../src/ui/strings/approval/es';
import { approvalFr } from '../../../src/ui/strings/approval/fr';
import { approvalJa } from '../../../src/ui/strings/approval/ja';
import { approvalPtBR } from '../../../src/ui/strings/approval/pt-br';
import { laterAr } from '../../../src/ui/strings/later/ar';
import { laterDe } from '../../../src/ui/strings/later/de';
import { laterEs } from '../../../src/ui/strings/later/es';
import { laterFr } from '../../../src/ui/strings/later/fr';
import { laterJa } from '../../../src/ui/strings/later/ja';
import { laterPtBR } from '../../../src/ui/strings/later/pt-br';

/** Outlook's own language, and what the pane says in it. */
export interface Speaker {
  readonly locale: string;
  readonly words: Words;
  readonly later: LaterWords;
  /** And the administrator's page. */
  readonly approval: ApprovalWords;
}

const CATALOGUES = [
  ['de-AT', 'de', de, laterDe, approvalDe],
  ['ja-JP', 'ja', ja, laterJa, approvalJa],
  ['ar-EG', 'ar', ar, laterAr, approvalAr],
  ['pt-BR', 'pt-BR', ptBR, laterPtBR, approvalPtBR],
  ['fr-CA', 'fr', fr, laterFr, approvalFr],
  ['es-MX', 'es', es, laterEs, approvalEs],
] as const;

export const SPEAKERS: readonly Speaker[] = CATALOGUES.map(
  ([locale, language, catalogue, laterCatalogue, approvalCatalogue]) => {
    const parts = { language, catalogue, locale, now: () => Date.now() };
    const words = createWords(parts);
    return {
      locale,
      words,
      later: createLaterWords({ language, catalogue: laterCatalogue }, words),
      approval: createApprovalWords({ ...parts, approvalCatalogue }),
    };
  },
);
