import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { useState } from 'react';
import type { TenantQuery } from '../../core/ledger/api';
import { TENANT_STATES, type TenantState } from '../../core/ledger/state';
import type { OperatorsState, ReadCounts } from '../../core/operators/state';
import { tokens } from '../theme-tokens';
import { Button } from './button';
import { CountsByDay } from './counts-by-day';
import { Mark, StateName } from './mark';
import { Sparkline } from './sparkline';
import { daysBetween, number } from './formats';
import { ACTIONS, asOf, change, COUNTS, countsFailed, STATE_MEANINGS } from './words';

const FORCED = '@media (forced-colors: active)';

const useStyles = makeStyles({
  title: { margin: 0, fontSize: '14px', lineHeight: '20px', fontWeight: tokens.fontWeightSemibold },
  foot: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: '16px',
    marginBlockStart: '8px',
    fontSize: '12px',
    lineHeight: '16px',
    color: tokens.colorNeutralForeground3,
  },
  hint: { display: 'flex', flexWrap: 'wrap', columnGap: '12px', margin: 0 },
  tiles: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: '4px',
    margin: '8px 0 0',
    padding: 0,
    listStyleType: 'none',
    // Two in a row, four or eight: never seven and a lonely one.
    '@media (min-width: 480px)': { gridTemplateColumns: 'repeat(2, minmax(0, 1fr))', gap: '8px' },
    '@media (min-width: 720px)': { gridTemplateColumns: 'repeat(4, minmax(0, 1fr))' },
    '@media (min-width: 1240px)': { gridTemplateColumns: 'repeat(8, minmax(0, 1fr))' },
  },
  tile: {
    // In a narrow window name and number share one line, and there is none over time.
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: '8px',
    width: '100%',
    height: '100%',
    boxSizing: 'border-box',
    margin: 0,
    padding: '5px 12px',
    '@media (min-width: 480px)': {
      flexDirection: 'column',
      alignItems: 'stretch',
      justifyContent: 'flex-start',
      rowGap: '4px',
      padding: '10px 12px',
    },
    font: 'inherit',
    textAlign: 'start',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':active': { backgroundColor: tokens.colorNeutralBackground1Pressed },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  pressed: {
    border: `1px solid ${tokens.colorBrandStroke1}`,
    boxShadow: `inset 0 0 0 1px ${tokens.colorBrandStroke1}`,
    [FORCED]: { border: '1px solid Highlight', outline: '1px solid Highlight' },
  },
  head: {
    flexGrow: 1,
    '@media (min-width: 480px)': { flexGrow: 0 },
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: '4px',
    minWidth: 0,
    fontSize: '13px',
    lineHeight: '20px',
  },
  count: {
    fontSize: '16px',
    lineHeight: '28px',
    '@media (min-width: 480px)': { fontSize: '24px', lineHeight: '32px' },
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  line: { minHeight: '28px', '@media (max-width: 479px)': { display: 'none' } },
  change: {
    fontSize: '12px',
    lineHeight: '16px',
    color: tokens.colorNeutralForeground3,
    '@media (max-width: 479px)': { display: 'none' },
  },
  unknown: { color: tokens.colorNeutralForeground3 },
});

interface SummaryProps {
  readonly counts: OperatorsState['counts'];
  readonly query: TenantQuery;
  readonly onQuery: (query: TenantQuery) => void;
  readonly onRetry: () => void;
}

/** How many organisations stand in which state, and how that has changed. A state is also a filter. */
export function Summary({ counts, query, onQuery, onRetry }: SummaryProps) {
  const styles = useStyles();
  const [byDay, setByDay] = useState(false);
  const { known, asking } = counts;
  const toggle = (state: TenantState): void =>
    onQuery({
      ...query,
      states: query.states.includes(state)
        ? query.states.filter((one) => one !== state)
        : [...query.states, state],
    });
  return (
    <section aria-labelledby="counts-title">
      <h2 id="counts-title" className={styles.title}>
        {COUNTS.title}
      </h2>
      <ul className={styles.tiles}>
        {TENANT_STATES.map((state) => (
          <li key={state}>
            <StateTile
              state={state}
              counts={known}
              isPressed={query.states.includes(state)}
              onPress={() => toggle(state)}
            />
          </li>
        ))}
      </ul>
      <div className={styles.foot}>
        <p className={styles.hint}>
          <span>{asking.phase === 'failed' ? countsFailed(asking.why) : COUNTS.hint}</span>
          {known && <span>{asOf(known.readAtMs)}</span>}
        </p>
        {asking.phase === 'failed' && (
          <Button size="small" onClick={onRetry}>
            {ACTIONS.tryAgain}
          </Button>
        )}
        {known !== undefined && known.days.length > 0 && (
          <Button appearance="transparent" size="small" onClick={() => setByDay(true)}>
            {COUNTS.byDay}
          </Button>
        )}
      </div>
      {known && byDay && <CountsByDay counts={known} onClose={() => setByDay(false)} />}
    </section>
  );
}

interface StateTileProps {
  readonly state: TenantState;
  readonly counts: ReadCounts | undefined;
  readonly isPressed: boolean;
  readonly onPress: () => void;
}

function StateTile({ state, counts, isPressed, onPress }: StateTileProps) {
  const styles = useStyles();
  const now = counts?.now[state];
  // A day on which nobody counted is not there: how long ago each was is told by its date.
  const counted = counts?.days.map(({ day, counts: on }) => ({
    daysAgo: daysBetween(day, counts.readAtMs),
    value: on[state],
  }));
  const first = counted?.[0];
  return (
    <button
      type="button"
      className={mergeClasses(styles.tile, isPressed && styles.pressed)}
      aria-pressed={isPressed}
      title={STATE_MEANINGS[state]}
      data-state={state}
      onClick={onPress}
    >
      <span className={styles.head}>
        <StateName state={state} />
        {isPressed && <Mark icon="check" />}
      </span>
      <span className={mergeClasses(styles.count, now === undefined && styles.unknown)}>
        {now === undefined ? '–' : number(now)}
      </span>
      <span className={styles.line}>
        {counted && now !== undefined && <Sparkline points={[...counted, { daysAgo: 0, value: now }]} />}
      </span>
      {now !== undefined && (
        <span className={styles.change}>
          {first === undefined ? change(0, 0) : change(now - first.value, first.daysAgo)}
        </span>
      )}
    </button>
  );
}
