/** The product's own English, so that a journey expects what the catalogue says and not a copy of it. */
import type { GrantMessages } from '../../../src/core/approval/message';
import type { Messages } from '../../../src/core/pane/message';
import { en } from '../../../src/ui/strings/en';
import { grantEn } from '../../../src/ui/strings/approval/en';
import { createGrantWords, type GrantWords } from '../../../src/ui/strings/approval/words';
import { laterEn } from '../../../src/ui/strings/later/en';
import { createLaterWords } from '../../../src/ui/strings/later/words';

type NoValues<All> = { [K in keyof All]: object extends All[K] ? K : never }[keyof All];

const grantWords: GrantWords = createGrantWords({
  language: 'en',
  catalogue: en,
  grantCatalogue: grantEn,
  locale: 'en-US',
  now: () => Date.now(),
});

/** The pane's labels, states and times. */
export const { label } = grantWords.pane;

/** A sentence of the pane. */
export function pane<K extends keyof Messages>(
  ...[key, values]: K extends NoValues<Messages>
    ? [key: K, values?: Messages[K]]
    : [key: K, values: Messages[K]]
): string {
  return grantWords.pane.say({ key, values: values ?? {} } as Parameters<typeof grantWords.pane.say>[0]);
}

/** A sentence of the grant page. */
export function grant<K extends keyof GrantMessages>(
  ...[key, values]: K extends NoValues<GrantMessages>
    ? [key: K, values?: GrantMessages[K]]
    : [key: K, values: GrantMessages[K]]
): string {
  return grantWords.tell({ key, values: values ?? {} } as Parameters<typeof grantWords.tell>[0]);
}

/** A sentence of the later screens. */
export const { tell: later } = createLaterWords(laterEn, grantWords.pane);
