import { makeStyles } from '@fluentui/react-components';
import type { TenantEntry } from '../../core/ledger/api';
import { tokens } from '../theme-tokens';
import { ago, moment } from './formats';
import { noAnswer, PANEL, PROOF_NAMES, requests, seenBy, SITUATION_NAMES, LIST } from './words';

const useStyles = makeStyles({
  heading: {
    margin: '0 0 8px',
    fontSize: '14px',
    lineHeight: '20px',
    fontWeight: tokens.fontWeightSemibold,
  },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'minmax(120px, 2fr) minmax(0, 3fr)',
    gap: '8px 16px',
    margin: 0,
    '& dt': { color: tokens.colorNeutralForeground3 },
    '& dd': { margin: 0, overflowWrap: 'anywhere' },
    '@media (max-width: 479px)': {
      gridTemplateColumns: 'minmax(0, 1fr)',
      rowGap: '0',
      '& dd': { marginBlockEnd: '8px' },
    },
  },
});

/** What the ledger knows of the organisation beside its state. Times are in UTC, as in the CSV. */
export function TenantFacts({ tenant, nowMs }: { readonly tenant: TenantEntry; readonly nowMs: number }) {
  const styles = useStyles();
  const { openRequests, trouble, checkedAt, proof, grantedVersion } = tenant;
  const { oldestAt } = openRequests;
  const waiting = [PANEL.requests, requests(openRequests.count, oldestAt && ago(oldestAt, nowMs))] as const;
  const facts: readonly (readonly [string, string])[] =
    tenant.deletedAt !== undefined
      ? // All else is deleted: it would read as if it were known.
        [[PANEL.tenantId, tenant.tenantId], waiting]
      : [
          [PANEL.tenantId, tenant.tenantId],
          [PANEL.domains, tenant.domains.length === 0 ? PANEL.none : tenant.domains.join(', ')],
          [PANEL.situation, SITUATION_NAMES[tenant.situation ?? 'unknown']],
          [PANEL.proof, proof === undefined ? PANEL.notProved : PROOF_NAMES[proof]],
          [PANEL.version, grantedVersion === undefined ? PANEL.none : String(grantedVersion)],
          [PANEL.checkedAt, checkedAt === undefined ? LIST.neverChecked : moment(checkedAt)],
          ...(trouble ? [[noAnswer(trouble.because), moment(trouble.at)] as const] : []),
          waiting,
          [PANEL.firstSeen, seenBy(moment(tenant.firstSeenAt), tenant.seenBy)],
        ];
  return (
    <section aria-labelledby="panel-facts">
      <h3 id="panel-facts" className={styles.heading}>
        {PANEL.facts}
      </h3>
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <FactLine key={name} name={name} value={value} />
        ))}
      </dl>
    </section>
  );
}

function FactLine({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}
