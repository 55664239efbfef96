import type { ReactNode } from 'react';
import { LaterPart } from '../components/later-part';
import { LANGUAGES, type Language } from '../strings/language';
import { createLaterWords, loadLaterLanguage, type LaterWords } from '../strings/later/words';
import { useWords } from '../words-context';

/** Components and words that no first verdict needs. The pane fetches them ahead of need, once a verdict is there. */
async function load(language: Language) {
  const [{ AFTER_VERDICT_PARTS: parts }, spoken] = await Promise.all([
    import(/* webpackChunkName: "later-after-verdict" */ './later/after-verdict'),
    loadLaterLanguage(language),
  ]);
  return { parts, spoken };
}

type Loader = () => ReturnType<typeof load>;

/** The same function for the same language: what it has brought stands there at once the next time. */
export const AFTER_VERDICT = Object.fromEntries(
  LANGUAGES.map((language) => [language, () => load(language)]),
) as Readonly<Record<Language, Loader>>;

interface AfterVerdictProps {
  /** How many lines stand in its place until it comes. */
  readonly lines: number;
  readonly children: (parts: Awaited<ReturnType<Loader>>['parts'], later: LaterWords) => ReactNode;
}

/** Something that is drawn by those components and words. */
export function AfterVerdict({ lines, children }: AfterVerdictProps) {
  const words = useWords();
  return (
    <LaterPart load={AFTER_VERDICT[words.language]} lines={lines}>
      {({ parts, spoken }) => children(parts, createLaterWords(spoken, words))}
    </LaterPart>
  );
}
