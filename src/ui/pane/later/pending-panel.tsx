import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { useId, useLayoutEffect, useRef, useState } from 'react';
import type { LaterMessage } from '../../../core/pane/message';
import type { PendingModel } from '../../../core/pane/screens/model';
import type { LaterWords } from '../../strings/later/words';
import { useStore } from '../store-context';
import { Disclosure } from '../../components/disclosure';
import { Icon } from '../../components/icon';
import { tokens } from '../../theme-tokens';

const useStyles = makeStyles({
  panel: {
    padding: '14px',
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  title: { margin: '0 0 10px', fontSize: '14px', lineHeight: '20px', fontWeight: tokens.fontWeightSemibold },
  steps: { listStyleType: 'none', margin: 0, padding: 0 },
  step: {
    position: 'relative',
    paddingInlineStart: '20px',
    paddingBlockEnd: '10px',
    fontSize: '13px',
    lineHeight: '18px',
    // The dot, and the line that leads on to the next one.
    '::before': {
      content: '""',
      position: 'absolute',
      insetInlineStart: 0,
      insetBlockStart: '5px',
      width: '8px',
      height: '8px',
      borderRadius: '50%',
      backgroundColor: tokens.colorNeutralStrokeAccessible,
      '@media (forced-colors: active)': { backgroundColor: 'CanvasText' },
    },
    '::after': {
      content: '""',
      position: 'absolute',
      insetInlineStart: '3.5px',
      insetBlockStart: '17px',
      insetBlockEnd: '-1px',
      width: '1px',
      backgroundColor: tokens.colorNeutralStroke2,
    },
    ':last-child': { paddingBlockEnd: 0, '::after': { display: 'none' } },
  },
  latest: { '::before': { backgroundColor: tokens.colorBrandBackground } },
  at: { display: 'block', fontSize: '12px', lineHeight: '16px', color: tokens.colorNeutralForeground3 },
  asked: { margin: '0 0 10px', fontSize: '13px', lineHeight: '18px', overflowWrap: 'anywhere' },
  note: { marginBlockEnd: '14px' },
  label: {
    display: 'flex',
    justifyContent: 'space-between',
    columnGap: '8px',
    marginBlockEnd: '4px',
    fontSize: '12px',
    lineHeight: '16px',
    color: tokens.colorNeutralForeground3,
  },
  noted: {
    display: 'flex',
    alignItems: 'center',
    columnGap: '4px',
    color: tokens.colorStatusSuccessForeground1,
  },
  field: {
    width: '100%',
    boxSizing: 'border-box',
    height: '36px',
    paddingInline: '10px',
    fontFamily: 'inherit',
    fontSize: '13px',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusLarge,
    '::placeholder': { color: tokens.colorNeutralForeground3 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  expires: {
    margin: '12px 0 0',
    fontSize: '12px',
    lineHeight: '17px',
    color: tokens.colorNeutralForeground3,
  },
});

interface Step {
  readonly key: string;
  readonly atMs: number;
  readonly text: LaterMessage;
}

interface PendingProps {
  readonly pending: PendingModel;
  readonly later: LaterWords;
}

/** The open request: whom the user asked, and what has become of it so far, oldest first. */
export function PendingPanel({ pending, later }: PendingProps) {
  const styles = useStyles();
  const titleId = useId();
  return (
    <section className={styles.panel} aria-labelledby={titleId} data-pending="">
      <h2 id={titleId} className={styles.title}>
        {later.tell('pending.title')}
      </h2>
      <RecipientNote withWhom={pending.withWhom ?? ''} later={later} />
      {/* It grows by itself: what has to be read or typed does not move for it. */}
      <History pending={pending} later={later} />
      {pending.expiresAtMs !== undefined && (
        <p className={styles.expires}>{later.tell('pending.expires', { atMs: pending.expiresAtMs })}</p>
      )}
    </section>
  );
}

/** The request that led to the grant, for whoever wants to read how it came. */
export function PendingStory({ pending, later }: PendingProps) {
  const styles = useStyles();
  return (
    <Disclosure title={later.tell('pending.story')}>
      {pending.withWhom !== undefined && (
        <p className={styles.asked}>{later.tell('pending.asked', { withWhom: pending.withWhom })}</p>
      )}
      <History pending={pending} later={later} />
    </Disclosure>
  );
}

function History({ pending, later }: PendingProps) {
  const styles = useStyles();
  const steps: readonly Step[] = [
    ...pending.shares.map(({ way, atMs }, index) => ({
      key: `shared-${String(index)}`,
      atMs,
      text: { key: `shared.${way}`, values: {} } as const,
    })),
    ...pending.history.map((one, index) => ({ ...one, key: `history-${String(index)}` })),
  ].toSorted((a, b) => a.atMs - b.atMs);
  return (
    <ol className={styles.steps}>
      {steps.map(({ key, atMs, text }, index) => (
        <li key={key} className={mergeClasses(styles.step, index === steps.length - 1 && styles.latest)}>
          {later.say(text)}
          <span className={styles.at}>{later.tell('pending.at', { atMs })}</span>
        </li>
      ))}
    </ol>
  );
}

// What core keeps of it (`WITH_WHOM_MOST`): a test holds the two together.
const NOTE_MOST_CHARACTERS = 100;

/** The user's own note of whom they asked. It is kept when the field is left, at Enter, and when another screen comes. */
function RecipientNote({ withWhom, later }: { readonly withWhom: string; readonly later: LaterWords }) {
  const styles = useStyles();
  const { send } = useStore();
  const id = useId();
  const [typed, setTyped] = useState<string>();
  const [noted, setNoted] = useState(false);
  const keep = (): void => {
    if (typed === undefined) return;
    setTyped(undefined);
    if (typed.trim() === withWhom) return;
    setNoted(true);
    send({ type: 'recipient-noted', withWhom: typed });
  };
  const keepLast = useRef(keep);
  useLayoutEffect(() => {
    keepLast.current = keep;
  });
  useLayoutEffect(() => () => keepLast.current(), []);
  return (
    <form
      className={styles.note}
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
    >
      <span className={styles.label}>
        <label htmlFor={id}>{later.tell('pending.with-whom')}</label>
        <span className={styles.noted} aria-live="polite">
          {noted && (
            <>
              <Icon name="check" size={14} /> {later.tell('pending.noted')}
            </>
          )}
        </span>
      </span>
      <input
        id={id}
        name="with-whom"
        className={styles.field}
        type="text"
        dir="auto"
        autoComplete="off"
        maxLength={NOTE_MOST_CHARACTERS}
        placeholder={later.tell('pending.with-whom-hint')}
        value={typed ?? withWhom}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setNoted(false);
        }}
        onBlur={keep}
      />
    </form>
  );
}
