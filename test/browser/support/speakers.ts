/** The product's words in the languages that it speaks beside English, for journeys in them. */
import { createWords, type Words } from '../../../src/ui/strings/words';
import { createLaterWords, type LaterWords } from '../../../src/ui/strings/later/words';
import { ar } from '../../../src/ui/strings/ar';
import { de } from '../../../src/ui/strings/de';
import { es } from '../../../src/ui/strings/es';
import { fr } from '../../../src/ui/strings/fr';
import { ja } from '../../../src/ui/strings/ja';
import { ptBR } from '../../../src/ui/strings/pt-br';
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
}

const CATALOGUES = [
  ['de-AT', 'de', de, laterDe],
  ['ja-JP', 'ja', ja, laterJa],
  ['ar-EG', 'ar', ar, laterAr],
  ['pt-BR', 'pt-BR', ptBR, laterPtBR],
  ['fr-CA', 'fr', fr, laterFr],
  ['es-MX', 'es', es, laterEs],
] as const;

export const SPEAKERS: readonly Speaker[] = CATALOGUES.map(
  ([locale, language, catalogue, laterCatalogue]) => {
    const words = createWords({ language, catalogue, locale, now: () => Date.now() });
    return { locale, words, later: createLaterWords({ language, catalogue: laterCatalogue }, words) };
  },
);
