import { makeStyles, Skeleton, SkeletonItem, Spinner } from '@fluentui/react-components';
import { useLayoutEffect, useRef, type ReactNode } from 'react';
import type { TenantQuery } from '../../core/ledger/api';
import type { OperatorsEvent } from '../../core/operators/event';
import type { OperatorsState } from '../../core/operators/state';
import type { TenantId } from '../../core/tenant';
import type { IconName } from '../components/icon-paths';
import { tokens } from '../theme-tokens';
import { Button } from './button';
import { Mark } from './mark';
import { isFiltered, unfiltered } from './query';
import { TenantGrid } from './tenant-grid';
import { ACTIONS, FILTERS, LIST, listFailed, trouble } from './words';

const useStyles = makeStyles({
  area: {
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    minHeight: '320px',
  },
  bones: { display: 'grid', rowGap: '22px', padding: '22px 16px' },
  bone: { '@media (forced-colors: active)': { backgroundColor: 'GrayText' } },
  message: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    rowGap: '8px',
    maxWidth: '440px',
    margin: '0 auto',
    padding: '56px 20px',
    textAlign: 'center',
  },
  icon: { color: tokens.colorNeutralForeground3 },
  title: { margin: 0, fontSize: '18px', lineHeight: '24px', fontWeight: tokens.fontWeightSemibold },
  lead: { margin: 0, color: tokens.colorNeutralForeground2, textWrap: 'pretty' },
  act: { marginBlockStart: '8px' },
  end: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'center',
    gap: '8px 12px',
    padding: '14px 16px',
    color: tokens.colorNeutralForeground2,
  },
});

interface ListAreaProps {
  readonly state: OperatorsState;
  readonly nowMs: number;
  readonly send: (event: OperatorsEvent) => void;
  readonly onQuery: (query: TenantQuery) => void;
  readonly onEndNeared: () => void;
  readonly onOpen: (id: TenantId) => void;
}

/** The list, or why there is none. */
export function ListArea({ state, nowMs, send, onQuery, onEndNeared, onOpen }: ListAreaProps) {
  const styles = useStyles();
  const { list, query, open } = state;
  const retry = (
    <Button className={styles.act} onClick={() => send({ type: 'retry-asked' })}>
      {ACTIONS.tryAgain}
    </Button>
  );
  if (list.tenants.length > 0)
    return (
      <div className={styles.area}>
        <TenantGrid
          list={list}
          query={query}
          openId={open?.id}
          nowMs={nowMs}
          onSort={onQuery}
          onOpen={onOpen}
          onEndNeared={onEndNeared}
        />
        {list.asking.phase === 'under-way' && list.shows === 'this-query' && (
          <div className={styles.end}>
            <Spinner size="tiny" label={LIST.loadingMore} />
          </div>
        )}
        {list.asking.phase === 'failed' && <Failed says={listFailed(list, list.asking.why)}>{retry}</Failed>}
      </div>
    );
  return <div className={styles.area}>{instead()}</div>;

  function instead(): ReactNode {
    if (list.asking.phase === 'failed')
      return (
        <Message icon="offline" title={LIST.failed} lead={trouble(list.asking.why)}>
          {retry}
        </Message>
      );
    if (list.shows !== 'this-query') return <Bones />;
    if (isFiltered(query))
      return (
        <Message icon="question" title={LIST.noMatch} lead={LIST.noMatchLead}>
          <Button className={styles.act} onClick={() => onQuery(unfiltered(query))}>
            {FILTERS.clear}
          </Button>
        </Message>
      );
    return <Message icon="building" title={LIST.nothingYet} lead={LIST.nothingYetLead} />;
  }
}

/**
 * What follows the last row where the rest has failed. When it goes, by a press or as it is read again by itself, nothing
 * comes after it that could inherit its focus, and the page's title is far above: the last row has it.
 */
function Failed({ says, children }: { readonly says: string; readonly children: ReactNode }) {
  const styles = useStyles();
  const own = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const going = own.current;
    return () => {
      if (!going?.contains(document.activeElement)) return;
      const rows = [...(going.parentElement?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
      rows.at(-1)?.focus({ preventScroll: true });
    };
  }, []);
  return (
    <div ref={own} className={styles.end}>
      <span>{says}</span>
      {children}
    </div>
  );
}

interface MessageProps {
  readonly icon: IconName;
  readonly title: string;
  readonly lead: string;
  readonly children?: ReactNode;
}

function Message({ icon, title, lead, children }: MessageProps) {
  const styles = useStyles();
  return (
    <div className={styles.message}>
      <Mark icon={icon} className={styles.icon} />
      <h2 className={styles.title}>{title}</h2>
      <p className={styles.lead}>{lead}</p>
      {children}
    </div>
  );
}

const WIDTHS = ['62%', '48%', '70%', '55%', '44%', '66%'] as const;

/** Grey bars where rows will be. */
function Bones() {
  const styles = useStyles();
  return (
    <Skeleton className={styles.bones} aria-label={LIST.loading} animation="pulse">
      {WIDTHS.map((width) => (
        <SkeletonItem key={width} className={styles.bone} size={16} style={{ width }} />
      ))}
    </Skeleton>
  );
}
