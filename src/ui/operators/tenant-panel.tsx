import {
  DrawerBody,
  DrawerHeader,
  DrawerHeaderTitle,
  makeStyles,
  OverlayDrawer,
  Spinner,
} from '@fluentui/react-components';
import { stateShown } from '../../core/ledger/api';
import type { OperatorsEvent } from '../../core/operators/event';
import type { OpenTenant } from '../../core/operators/state';
import { tokens } from '../theme-tokens';
import { Button } from './button';
import { DeletionDialog } from './deletion-dialog';
import { HistoryList } from './history-list';
import { Mark, StateName } from './mark';
import { PanelActions } from './panel-actions';
import { TenantFacts } from './tenant-facts';
import { useFocusBack } from './use-focus-back';
import { useIsNarrow } from './use-is-narrow';
import { day } from './formats';
import { ACTIONS, deletedOn, LIST, PANEL, permission, sinceDay, STATE_MEANINGS, trouble } from './words';

const useStyles = makeStyles({
  body: { display: 'grid', alignContent: 'start', rowGap: '20px', paddingBlockEnd: '32px' },
  title: { overflowWrap: 'anywhere' },
  state: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 12px', fontSize: '16px' },
  since: { color: tokens.colorNeutralForeground3, fontSize: '13px' },
  meaning: { margin: '4px 0 0', color: tokens.colorNeutralForeground2, textWrap: 'pretty' },
  section: { margin: 0 },
  heading: {
    margin: '0 0 8px',
    fontSize: '14px',
    lineHeight: '20px',
    fontWeight: tokens.fontWeightSemibold,
  },
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'grid', rowGap: '4px' },
  scope: { fontFamily: tokens.fontFamilyMonospace, fontSize: '13px', overflowWrap: 'anywhere' },
  kind: { color: tokens.colorNeutralForeground3, fontSize: '12px' },
  failed: { marginBlock: '8px' },
});

interface TenantPanelProps {
  readonly open: OpenTenant;
  readonly nowMs: number;
  readonly send: (event: OperatorsEvent) => void;
}

/** One organisation: how it stands, what can be done, its facts and what has changed. */
export function TenantPanel({ open, nowMs, send }: TenantPanelProps) {
  const styles = useStyles();
  const isNarrow = useIsNarrow();
  useFocusBack();
  const { tenant, history, reading } = open;
  const name = tenant?.name ?? tenant?.domains[0] ?? open.id;
  const close = (): void => send({ type: 'tenant-closed' });
  return (
    <OverlayDrawer
      open
      position="end"
      size={isNarrow ? 'full' : 'medium'}
      aria-label={PANEL.label}
      onOpenChange={(_event, { open: stays }) => {
        if (!stays) close();
      }}
    >
      <DrawerHeader>
        <DrawerHeaderTitle
          action={
            <Button
              appearance="subtle"
              aria-label={ACTIONS.close}
              icon={<Mark icon="cross" />}
              onClick={close}
            />
          }
        >
          <span className={styles.title} data-screen-title="">
            {tenant?.deletedAt === undefined ? name : LIST.deleted}
          </span>
        </DrawerHeaderTitle>
      </DrawerHeader>
      <DrawerBody className={styles.body}>
        {tenant && (
          <div>
            <div className={styles.state}>
              <StateName state={stateShown(tenant)} />
              <span className={styles.since}>{sinceDay(day(tenant.since))}</span>
            </div>
            <p className={styles.meaning}>
              {tenant.deletedAt === undefined
                ? STATE_MEANINGS[tenant.state]
                : deletedOn(day(tenant.deletedAt))}
            </p>
          </div>
        )}
        {tenant?.deletedAt === undefined && <PanelActions open={open} send={send} />}
        {tenant && tenant.missing.length > 0 && (
          <section className={styles.section} aria-labelledby="panel-missing">
            <h3 id="panel-missing" className={styles.heading}>
              {PANEL.missing}
            </h3>
            <ul className={styles.list}>
              {tenant.missing.map((id) => {
                const { scope, kind } = permission(id);
                return (
                  <li key={id}>
                    <span className={styles.scope}>{scope}</span> <span className={styles.kind}>{kind}</span>
                  </li>
                );
              })}
            </ul>
          </section>
        )}
        {/* It is deleted with the rest: that nothing stands there says nothing of what was. */}
        {tenant?.deletedAt === undefined && (
          <section className={styles.section} aria-labelledby="panel-history">
            <h3 id="panel-history" className={styles.heading}>
              {PANEL.history}
            </h3>
            <div role="status">{reading.phase === 'failed' && trouble(reading.why)}</div>
            {reading.phase === 'failed' && (
              <div className={styles.failed}>
                <Button size="small" onClick={() => send({ type: 'tenant-retry-asked' })}>
                  {ACTIONS.tryAgain}
                </Button>
              </div>
            )}
            {history === undefined && reading.phase === 'under-way' && (
              <Spinner size="tiny" label={PANEL.readingHistory} labelPosition="after" />
            )}
            {history && <HistoryList history={history} />}
          </section>
        )}
        {tenant && <TenantFacts tenant={tenant} nowMs={nowMs} />}
        {open.deletion.phase !== 'none' && (
          <DeletionDialog name={name} deletion={open.deletion} send={send} />
        )}
      </DrawerBody>
    </OverlayDrawer>
  );
}
