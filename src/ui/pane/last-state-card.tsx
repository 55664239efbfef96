import type { CSSProperties } from 'react';
import type { LastState } from '../../core/pane/last-state';
import { Icon } from '../components/icon';
import { APPROVED_BEFORE } from '../strings/last-state-words';
import { tokens } from '../theme-tokens';
import { useWords } from '../words-context';

// The static shell's own style draws it, so that nothing moves when the shell gives way; Outlook's theme colours it.
const COLOURS = { '--soft': tokens.colorNeutralForeground2 } as CSSProperties;

/**
 * What was confirmed last, while Microsoft is asked anew. It has a clock and a broken line, and nothing of the card and the
 * check of a present answer.
 */
export function LastStateCard({ organisation, atMs }: LastState) {
  const { language, format } = useWords();
  return (
    <div className="last-state" style={COLOURS} data-last-state="">
      <Icon name="clock" />
      <div>
        <bdi>{organisation}</bdi>
        <span>{APPROVED_BEFORE[language](format.moment(atMs))}</span>
      </div>
    </div>
  );
}
