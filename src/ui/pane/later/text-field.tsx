import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { useId } from 'react';
import { Icon } from '../../components/icon';
import { tokens } from '../../theme-tokens';

const useStyles = makeStyles({
  field: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '4px' },
  label: { fontSize: '13px', lineHeight: '18px', fontWeight: tokens.fontWeightSemibold },
  input: {
    width: '100%',
    boxSizing: 'border-box',
    height: '40px',
    paddingInline: '12px',
    fontFamily: 'inherit',
    fontSize: '14px',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusLarge,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  wrong: { border: `1px solid ${tokens.colorStatusDangerForeground1}` },
  hint: { margin: 0, fontSize: '12px', lineHeight: '17px', color: tokens.colorNeutralForeground3 },
  problem: {
    margin: 0,
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    columnGap: '6px',
    fontSize: '13px',
    lineHeight: '18px',
    color: tokens.colorStatusDangerForeground1,
  },
});

interface TextFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  /** What is wrong with it; it is said aloud when it appears. */
  readonly problem?: string | undefined;
  readonly onType: (value: string) => void;
}

/** One line to write in, with its hint and, where there is one, its problem. */
export function TextField({ label, hint, value, problem, onType }: TextFieldProps) {
  const styles = useStyles();
  const id = useId();
  const hintId = `${id}-hint`;
  const problemId = `${id}-problem`;
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className={mergeClasses(styles.input, problem !== undefined && styles.wrong)}
        type="text"
        dir="auto"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        value={value}
        aria-describedby={problem === undefined ? hintId : `${problemId} ${hintId}`}
        aria-invalid={problem !== undefined || undefined}
        onChange={(event) => onType(event.currentTarget.value)}
      />
      {problem !== undefined && (
        <p id={problemId} className={styles.problem} role="alert">
          <Icon name="warning" size={16} />
          <span>{problem}</span>
        </p>
      )}
      <p id={hintId} className={styles.hint}>
        {hint}
      </p>
    </div>
  );
}
