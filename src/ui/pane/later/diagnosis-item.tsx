import { makeStyles, mergeClasses } from '@fluentui/react-components';
import type { DiagnosisLine, StepWay } from '../../../core/pane/screens/help';
import { Button } from '../../components/button';
import { Icon } from '../../components/icon';
import type { IconName } from '../../components/icon-paths';
import { useRowStyles } from '../../components/row-styles';
import { usePane } from '../pane-context';
import type { LaterKey, LaterMessages } from '../../strings/later/later-messages';
import type { LaterWords } from '../../strings/later/words';
import { tokens } from '../../theme-tokens';
import { OutsideLink } from './outside-link';

const useStyles = makeStyles({
  head: { display: 'block', fontWeight: tokens.fontWeightSemibold },
  reason: { display: 'block', color: tokens.colorNeutralForeground2 },
  next: { listStyleType: 'none', margin: '2px 0 0', padding: 0 },
  advice: { display: 'block', paddingBlock: '2px' },
});

const SIGNS: Readonly<Record<DiagnosisLine['result'], IconName>> = {
  passed: 'check',
  failed: 'cross',
  'not-known': 'question',
  'does-not-apply': 'dash',
};

const LOOKS = {
  passed: 'good',
  failed: 'bad',
  'not-known': 'neutral',
  'does-not-apply': 'neutral',
} as const;

/** One diagnosis: what it is, its result as sign and word, what the result rests on, and what to do. */
export function DiagnosisItem({
  diagnosis,
  later,
}: {
  readonly diagnosis: DiagnosisLine;
  readonly later: LaterWords;
}) {
  const styles = useStyles();
  const rowStyles = useRowStyles();
  const { name, result, reason, values, next } = diagnosis;
  const why = `diagnosis.${name}.${reason}`;
  return (
    <li className={rowStyles.row} data-diagnosis={name} data-result={result} data-reason={reason}>
      <span className={mergeClasses(rowStyles.sign, rowStyles[LOOKS[result]])}>
        <Icon name={SIGNS[result]} size={14} />
      </span>
      <div>
        <span className={styles.head}>{later.tell(`diagnosis.${name}`)}</span>
        <span className={styles.reason}>
          <span className={rowStyles.state}>{later.tell(`diagnosis-result.${result}`)}</span>
          {' · '}
          {later.knows(why)
            ? later.tell(why as KeyWithDiagnosisValues, values)
            : later.tell('diagnosis.other')}
        </span>
        {values.code !== undefined && (
          <span className={rowStyles.small}>{later.tell('help.code', { code: values.code })}</span>
        )}
        {values.correlationId !== undefined && (
          <span className={rowStyles.small}>
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

/** The sentences that take what a diagnosis knows. */
type KeyWithDiagnosisValues = {
  [K in LaterKey]: DiagnosisLine['values'] extends LaterMessages[K] ? K : never;
}[LaterKey];

function NextStep({ way, later }: { readonly way: StepWay; readonly later: LaterWords }) {
  const styles = useStyles();
  const { press } = usePane();
  const { step, event, url } = way;
  const label =
    step.do === 'wait'
      ? later.tell('diagnosis-step.wait', { untilMs: step.untilMs })
      : step.do === 'approve-for-tenant'
        ? later.tell('diagnosis-step.approve-for-tenant', { tenant: step.tenant })
        : later.tell(`diagnosis-step.${step.do}`);
  if (event !== undefined)
    return <Button label={label} look="quiet" name={step.do} onPress={() => press({ event })} />;
  if (url !== undefined) return <OutsideLink url={url} label={label} later={later} />;
  return <span className={styles.advice}>{label}</span>;
}
