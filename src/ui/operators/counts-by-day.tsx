import {
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
} from '@fluentui/react-components';
import type { TenantCounts } from '../../core/ledger/api';
import { TENANT_STATES } from '../../core/ledger/state';
import { tokens } from '../theme-tokens';
import { Button } from './button';
import { day, number } from './formats';
import { useFocusBack } from './use-focus-back';
import { ACTIONS, COUNTS, STATE_NAMES } from './words';

const useStyles = makeStyles({
  surface: { maxWidth: '920px' },
  scroll: {
    maxHeight: '60vh',
    overflow: 'auto',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  table: {
    borderCollapse: 'collapse',
    width: '100%',
    fontSize: '13px',
    lineHeight: '20px',
    fontVariantNumeric: 'tabular-nums',
    '& th, & td': {
      padding: '4px 10px',
      textAlign: 'end',
      whiteSpace: 'nowrap',
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    },
    '& th': { fontWeight: tokens.fontWeightSemibold },
    '& thead th': {
      position: 'sticky',
      insetBlockStart: 0,
      backgroundColor: tokens.colorNeutralBackground1,
    },
    '& th:first-child': { textAlign: 'start' },
  },
});

/** Every number that the small lines are drawn from, the newest first. */
export function CountsByDay({
  counts,
  onClose,
}: {
  readonly counts: TenantCounts;
  readonly onClose: () => void;
}) {
  useFocusBack();
  const styles = useStyles();
  const rows = [
    { name: COUNTS.today, counts: counts.now },
    ...counts.days.map((one) => ({ name: day(one.day), counts: one.counts })).toReversed(),
  ];
  return (
    <Dialog
      open
      onOpenChange={(_event, { open }) => {
        if (!open) onClose();
      }}
    >
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>{COUNTS.byDayTitle}</DialogTitle>
          <DialogContent>
            {/* Whoever has no pointer scrolls it by keys. */}
            {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
            <div className={styles.scroll} tabIndex={0} role="region" aria-label={COUNTS.byDayTitle}>
              <table className={styles.table}>
                <thead>
                  <tr>
                    <th scope="col">{COUNTS.day}</th>
                    {TENANT_STATES.map((state) => (
                      <th key={state} scope="col">
                        {STATE_NAMES[state]}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {rows.map((row) => (
                    <tr key={row.name}>
                      <th scope="row">{row.name}</th>
                      {TENANT_STATES.map((state) => (
                        <td key={state}>{number(row.counts[state])}</td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{ACTIONS.close}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
