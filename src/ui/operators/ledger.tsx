import { makeStyles, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { useCallback, useEffect, useRef } from 'react';
import type { TenantQuery } from '../../core/ledger/api';
import type { OperatorsEvent } from '../../core/operators/event';
import type { OperatorsState } from '../../core/operators/state';
import type { TenantId } from '../../core/tenant';
import { tokens } from '../theme-tokens';
import { Brand } from './brand';
import { Button } from './button';
import { EntryDialog } from './entry-dialog';
import { Filters } from './filters';
import { ListArea } from './list-area';
import { Mark } from './mark';
import { isFiltered, unfiltered } from './query';
import { Summary } from './summary';
import { TenantPanel } from './tenant-panel';
import { useFocusBack } from './use-focus-back';
import { ACTIONS, asOf, FILTERS, listStatus, notice as noticeText, SIGN_IN } from './words';

const useStyles = makeStyles({
  page: {
    boxSizing: 'border-box',
    width: '100%',
    maxWidth: '1360px',
    margin: '0 auto',
    padding: '16px 20px 40px',
    '@media (min-width: 900px)': { padding: '24px 32px 64px' },
  },
  main: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '20px' },
  top: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '12px',
    marginBlockStart: '16px',
  },
  title: {
    margin: 0,
    fontSize: '24px',
    lineHeight: '32px',
    fontWeight: tokens.fontWeightSemibold,
    letterSpacing: '-0.01em',
    borderRadius: tokens.borderRadiusMedium,
    ':focus': { outlineStyle: 'none' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '4px' },
  },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  list: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '8px' },
  // As high as with its button, so that the list does not move when the first filter is set.
  head: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    minHeight: '24px',
    columnGap: '12px',
  },
  shown: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: '12px',
    margin: 0,
    fontSize: '13px',
    color: tokens.colorNeutralForeground2,
  },
});

interface LedgerProps {
  readonly state: OperatorsState;
  readonly nowMs: number;
  readonly send: (event: OperatorsEvent) => void;
}

/** The organisations, for somebody who may see them. */
export function Ledger({ state, nowMs, send }: LedgerProps) {
  const styles = useStyles();
  const { query, notice, csv, entry, open } = state;
  const ask = useCallback(
    (next: TenantQuery, typing = false) => send({ type: 'query-changed', query: next, typing }),
    [send],
  );
  const onOpen = useCallback((id: TenantId) => send({ type: 'tenant-opened', id }), [send]);
  const onEndNeared = useCallback(() => send({ type: 'end-neared' }), [send]);
  const byClick = state.session.phase === 'signed-in' && state.session.byClick;
  useFocusBack();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // The button that signed in has gone, and the focus with it.
    if (byClick) title.current?.focus();
  }, [byClick]);
  const isMakingCsv = csv.phase === 'under-way';
  return (
    <div className={styles.page}>
      <Brand />
      <main className={styles.main}>
        <div className={styles.top}>
          <h1 ref={title} tabIndex={-1} className={styles.title} data-screen-title="">
            {SIGN_IN.title}
          </h1>
          <div className={styles.actions}>
            <Button
              icon={<Mark icon="download" />}
              disabledFocusable={isMakingCsv}
              onClick={() => send({ type: 'csv-asked' })}
            >
              {isMakingCsv ? ACTIONS.csvUnderWay : ACTIONS.csv}
            </Button>
            <Button appearance="primary" onClick={() => send({ type: 'entry-opened' })}>
              {ACTIONS.enter}
            </Button>
          </div>
        </div>
        {notice && (
          <MessageBar intent={notice.kind === 'csv-not-saved' ? 'warning' : 'success'}>
            <MessageBarBody>{noticeText(notice)}</MessageBarBody>
            <MessageBarActions
              containerAction={
                <Button
                  appearance="transparent"
                  aria-label={ACTIONS.dismiss}
                  icon={<Mark icon="cross" />}
                  onClick={() => send({ type: 'notice-dismissed' })}
                />
              }
            />
          </MessageBar>
        )}
        <Summary
          counts={state.counts}
          query={query}
          onQuery={ask}
          onRetry={() => send({ type: 'retry-asked' })}
        />
        <Filters query={query} onQuery={ask} />
        <div className={styles.list}>
          <div className={styles.head}>
            <p className={styles.shown}>
              <span>{listStatus(state.list)}</span>
              {state.list.readAtMs !== undefined && <span>{asOf(state.list.readAtMs)}</span>}
            </p>
            {isFiltered(query) && (
              <Button size="small" appearance="subtle" onClick={() => ask(unfiltered(query))}>
                {FILTERS.clear}
              </Button>
            )}
          </div>
          <ListArea
            state={state}
            nowMs={nowMs}
            send={send}
            onQuery={ask}
            onOpen={onOpen}
            onEndNeared={onEndNeared}
          />
        </div>
      </main>
      {open && <TenantPanel open={open} nowMs={nowMs} send={send} />}
      {entry && <EntryDialog entry={entry} send={send} />}
    </div>
  );
}
