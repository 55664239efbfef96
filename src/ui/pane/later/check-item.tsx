import { makeStyles, mergeClasses } from '@fluentui/react-components';
import type { CheckLine, StepWay } from '../../../core/pane/screens/help';
import { Button } from '../../components/button';
import { Icon } from '../../components/icon';
import type { IconName } from '../../components/icon-paths';
import { usePane } from '../pane-context';
import { softTint } from '../../soft-tint';
import type { LaterKey, LaterMessages } from '../../strings/later/later-messages';
import type { LaterWords } from '../../strings/later/words';
import { tokens } from '../../theme-tokens';
import { OutsideLink } from './outside-link';

const useStyles = makeStyles({
  check: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr)',
    columnGap: '10px',
    paddingBlock: '9px',
    fontSize: '13px',
    lineHeight: '19px',
    overflowWrap: 'anywhere',
  },
  sign: {
    width: '20px',
    height: '20px',
    borderRadius: '50%',
    display: 'grid',
    placeItems: 'center',
    boxSizing: 'border-box',
    '@media (forced-colors: active)': {
      border: '1px solid CanvasText',
      color: 'CanvasText',
      backgroundColor: 'Canvas',
    },
  },
  passed: {
    backgroundColor: softTint(tokens.colorStatusSuccessBackground2, 50),
    color: tokens.colorStatusSuccessForeground1,
  },
  failed: {
    backgroundColor: softTint(tokens.colorStatusDangerBackground2, 50),
    color: tokens.colorStatusDangerForeground1,
  },
  'not-known': {
    backgroundColor: tokens.colorNeutralStencil1,
    color: tokens.colorNeutralForeground2,
    '@media (forced-colors: active)': { backgroundColor: 'Canvas', color: 'CanvasText' },
  },
  'does-not-apply': {
    backgroundColor: tokens.colorNeutralStencil1,
    color: tokens.colorNeutralForeground2,
    '@media (forced-colors: active)': { backgroundColor: 'Canvas', color: 'CanvasText' },
  },
  head: { display: 'block', fontWeight: tokens.fontWeightSemibold },
  result: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground2 },
  reason: { display: 'block', color: tokens.colorNeutralForeground2 },
  fact: {
    display: 'block',
    fontSize: '12px',
    lineHeight: '17px',
    color: tokens.colorNeutralForeground3,
  },
  next: { listStyleType: 'none', margin: '2px 0 0', padding: 0 },
  advice: { display: 'block', paddingBlock: '2px' },
});

const SIGNS: Readonly<Record<CheckLine['result'], IconName>> = {
  passed: 'check',
  failed: 'cross',
  'not-known': 'question',
  'does-not-apply': 'dash',
};

/** One check: what it is, its result as sign and word, what the result rests on, and what to do. */
export function CheckItem({ check, later }: { readonly check: CheckLine; readonly later: LaterWords }) {
  const styles = useStyles();
  const { name, result, reason, values, next } = check;
  const why = `check.${name}.${reason}`;
  return (
    <li className={styles.check} data-check={name} data-result={result} data-reason={reason}>
      <span className={mergeClasses(styles.sign, styles[result])}>
        <Icon name={SIGNS[result]} size={14} />
      </span>
      <div>
        <span className={styles.head}>{later.tell(`check.${name}`)}</span>
        <span className={styles.reason}>
          <span className={styles.result}>{later.tell(`check-result.${result}`)}</span>
          {' · '}
          {later.knows(why) ? later.tell(why as KeyWithCheckValues, values) : later.tell('check.other')}
        </span>
        {values.code !== undefined && (
          <span className={styles.fact}>{later.tell('help.code', { code: values.code })}</span>
        )}
        {values.correlationId !== undefined && (
          <span className={styles.fact}>
            {later.tell('help.correlation-id', { correlationId: values.correlationId })}
          </span>
        )}
        {next.length > 0 && (
          <ul className={styles.next}>
            {next.map((way) => (
              <li key={way.step.do}>
                <NextStep way={way} later={later} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </li>
  );
}

/** The sentences that take what a check knows. */
type KeyWithCheckValues = {
  [K in LaterKey]: CheckLine['values'] extends LaterMessages[K] ? K : never;
}[LaterKey];

function NextStep({ way, later }: { readonly way: StepWay; readonly later: LaterWords }) {
  const styles = useStyles();
  const { press } = usePane();
  const { step, event, url } = way;
  const label =
    step.do === 'wait'
      ? later.tell('check-step.wait', { untilMs: step.untilMs })
      : step.do === 'grant-for-tenant'
        ? later.tell('check-step.grant-for-tenant', { tenant: step.tenant })
        : later.tell(`check-step.${step.do}`);
  if (event !== undefined)
    return <Button label={label} look="quiet" name={step.do} onPress={() => press({ event })} />;
  if (url !== undefined) return <OutsideLink url={url} label={label} later={later} />;
  return <span className={styles.advice}>{label}</span>;
}
