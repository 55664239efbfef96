import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { useId } from 'react';
import type { QuestionModel, QuestionOption } from '../../core/approval/screens/model';
import type { SituationChoice } from '../../core/situation';
import type { Words } from '../strings/words';
import { Disclosure } from '../components/disclosure';
import { softTint } from '../soft-tint';
import { tokens } from '../theme-tokens';
import { useApproval } from './approval-context';

const useStyles = makeStyles({
  card: { margin: 0, padding: 0, border: 'none', minWidth: 0 },
  lead: {
    margin: '4px 0 12px',
    fontSize: '13px',
    lineHeight: '19px',
    color: tokens.colorNeutralForeground2,
    textWrap: 'pretty',
  },
  options: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '6px' },
  option: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    columnGap: '10px',
    padding: '9px 12px',
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    cursor: 'default',
    ':focus-within': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  free: { cursor: 'pointer', ':hover': { border: `1px solid ${tokens.colorBrandStroke1}` } },
  chosen: {
    border: `1px solid ${tokens.colorBrandStroke1}`,
    backgroundColor: softTint(tokens.colorBrandBackground2, 60),
  },
  // WCAG 2.2, 2.5.8: the whole line is the target, the sign alone is 24 pixels all the same.
  sign: {
    width: '24px',
    height: '24px',
    margin: 0,
    accentColor: tokens.colorBrandBackground,
    outlineStyle: 'none',
    cursor: 'inherit',
  },
  label: { fontSize: '14px', lineHeight: '22px', fontWeight: tokens.fontWeightSemibold },
  suggested: {
    fontSize: '12px',
    lineHeight: '16px',
    color: tokens.colorBrandForeground1,
  },
  changes: {
    display: 'block',
    fontSize: '12px',
    lineHeight: '17px',
    color: tokens.colorNeutralForeground3,
    overflowWrap: 'anywhere',
  },
});

/**
 * How the organisation uses ExtendSync: each answer shows what it asks for. It stands open until it is answered; an
 * answer that the request suggests can be changed.
 */
export function QuestionCard({ question }: { readonly question: QuestionModel }) {
  const styles = useStyles();
  const { words } = useApproval();
  const leadId = useId();
  const title = words.tell({ key: 'approval.question.title', values: {} });
  const chosen = question.options.find(({ isChosen }) => isChosen);
  if (chosen === undefined) return null;
  const answer = answerIn(words.pane, chosen.situation);
  return (
    <div data-question="">
      <Disclosure title={`${title} ${answer}`} openAtFirst={!question.isAnswered}>
        <fieldset
          role="radiogroup"
          aria-label={title}
          aria-describedby={leadId}
          className={styles.card}
          disabled={question.off}
        >
          <p id={leadId} className={styles.lead}>
            {words.tell({ key: 'approval.question.lead', values: {} })}
          </p>
          <div className={styles.options}>
            {question.options.map((option) => (
              <Option key={option.situation} option={option} off={question.off} />
            ))}
          </div>
        </fieldset>
      </Disclosure>
    </div>
  );
}

/** The words of the answers are the pane's: whoever asked has read the same. */
const answerIn = (pane: Words, situation: SituationChoice): string =>
  pane.say({ key: `situation.${situation}`, values: {} });

function Option({ option, off }: { readonly option: QuestionOption; readonly off: boolean }) {
  const styles = useStyles();
  const { words, press } = useApproval();
  const id = useId();
  const changesId = `${id}-changes`;
  const { situation, isChosen, isSuggested, changes } = option;
  return (
    <label className={mergeClasses(styles.option, !off && styles.free, isChosen && styles.chosen)}>
      <input
        type="radio"
        name="situation"
        className={styles.sign}
        checked={isChosen}
        // The whole line is its label, to be pressed: what the answer changes would be read as its name, and once more as
        // what describes it.
        aria-labelledby={id}
        aria-describedby={changesId}
        data-answer={situation}
        onChange={() => press(option)}
      />
      <span>
        <span id={id}>
          <span className={styles.label}>{answerIn(words.pane, situation)}</span>
          {isSuggested && (
            <span className={styles.suggested}>
              {' · '}
              {words.tell({ key: 'approval.question.suggested', values: {} })}
            </span>
          )}
        </span>
        <span id={changesId} className={styles.changes}>
          {changes.map(words.tell).join(' ')}
        </span>
      </span>
    </label>
  );
}
