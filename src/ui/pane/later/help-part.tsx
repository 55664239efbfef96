import { makeStyles } from '@fluentui/react-components';
import { useCallback, useMemo } from 'react';
import { helpOf } from '../../../core/pane/screens/help';
import type { State } from '../../../core/pane/state';
import type { Surroundings } from '../../../core/support/diagnosis/diagnosis';
import { ActionButton } from '../action-button';
import { Button } from '../../components/button';
import { useOffClass } from '../../components/later-button';
import { Disclosure } from '../../components/disclosure';
import { LaterPart } from '../../components/later-part';
import type { SupportReader } from '../support-reader';
import { usePane } from '../pane-context';
import { useWords } from '../../words-context';
import type { LaterPartProps } from './later-part-props';
import type { LaterWords } from '../../strings/later/words';
import { DiagnosisItem } from './diagnosis-item';
import { CodeBlock } from './code-block';
import { HandOver } from './hand-over';
import { useLaterStyles } from './later-styles';
import { Section } from './section';
import { tokens } from '../../theme-tokens';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  now: { margin: '0 0 4px', fontSize: '14px', lineHeight: '20px', fontWeight: tokens.fontWeightSemibold },
});

/** Shows the diagnoses of what is known, and prepares what support needs. */
export function HelpPart({ model, state, support, later }: LaterPartProps) {
  const styles = useLaterStyles();
  return (
    <div className={styles.parts} data-help="">
      <Section title={later.tell('help.now')}>
        <Diagnoses state={state} support={support} later={later} busy={model.checks?.busy === true} />
      </Section>
      <Section title={later.tell('help.support')}>
        <p className={styles.text}>{later.tell('help.support-lead')}</p>
        <div className={styles.buttons}>
          <HandOver
            id="diagnostics-download"
            icon="download"
            label={later.tell('help.download')}
            look="secondary"
            event={{ type: 'diagnostics-asked', how: 'download' }}
          />
          <HandOver
            id="diagnostics-copy"
            icon="copy"
            label={later.tell('help.copy')}
            look="secondary"
            event={{ type: 'diagnostics-asked', how: 'copy' }}
          />
          <HandOver
            id="letter-support"
            icon="mail"
            label={later.tell('help.letter')}
            look="secondary"
            event={{ type: 'letter-asked', letter: 'support' }}
          />
        </div>
        {!support.namesAddress && <p className={styles.text}>{later.tell('letter.no-address')}</p>}
        <p className={styles.small}>{later.tell('help.file-holds')}</p>
        <p className={styles.small}>{later.tell('help.file-never')}</p>
        <Disclosure title={later.tell('help.file')}>
          <FileText state={state} support={support} later={later} />
        </Disclosure>
      </Section>
    </div>
  );
}

interface DiagnosesProps {
  readonly state: State;
  readonly support: SupportReader;
  readonly later: LaterWords;
  readonly busy: boolean;
}

function Diagnoses({ state, support, later, busy }: DiagnosesProps) {
  const load = useCallback(() => support.surroundings(), [support]);
  return (
    <LaterPart load={load} lines={4} label={later.tell('help.running')}>
      {(surroundings) => (
        <DiagnosisList state={state} surroundings={surroundings} later={later} busy={busy} />
      )}
    </LaterPart>
  );
}

interface DiagnosisListProps extends Omit<DiagnosesProps, 'support'> {
  readonly surroundings: Omit<Surroundings, 'nowMs'>;
}

function DiagnosisList({ state, surroundings, later, busy }: DiagnosisListProps) {
  const styles = useStyles();
  const laterStyles = useLaterStyles();
  const words = useWords();
  const { clock, press } = usePane();
  const help = useMemo(
    () => helpOf(state, { ...surroundings, nowMs: clock.now() }),
    [state, surroundings, clock],
  );
  const offClass = useOffClass('quiet');
  const { now, failed, passed } = help;
  return (
    <>
      <div data-now="" data-failed={failed.filter(({ result }) => result === 'failed').length}>
        <p className={styles.now}>{busy ? later.tell('help.running') : words.say(now.title)}</p>
        {!busy &&
          now.lead.map((message) => (
            <p key={message.key} className={laterStyles.text}>
              {words.say(message)}
            </p>
          ))}
      </div>
      {now.step && (
        <div>
          {/* It stays where it is while the answer comes that it set off; another step is another button. */}
          <ActionButton
            key={now.step.name}
            action={now.step}
            look="quiet"
            off={busy}
            className={busy ? offClass : undefined}
          />
        </div>
      )}
      <Section title={later.tell('help.diagnoses')}>
        {failed.length > 0 && (
          <ul className={styles.list}>
            {failed.map((diagnosis) => (
              <DiagnosisItem key={diagnosis.name} diagnosis={diagnosis} later={later} />
            ))}
          </ul>
        )}
        <div>
          <Button
            icon="refresh"
            label={later.tell('help.run-again')}
            look="quiet"
            busy={busy}
            name="run-again"
            onPress={() => press({ event: { type: 'check-asked' } })}
          />
        </div>
        {passed.length > 0 && (
          <Disclosure title={later.tell('help.passed', { count: passed.length })}>
            <ul className={styles.list}>
              {passed.map((diagnosis) => (
                <DiagnosisItem key={diagnosis.name} diagnosis={diagnosis} later={later} />
              ))}
            </ul>
          </Disclosure>
        )}
      </Section>
    </>
  );
}

function FileText({ state, support, later }: Pick<DiagnosesProps, 'state' | 'support' | 'later'>) {
  const load = useCallback(() => support.diagnosticText(state), [support, state]);
  return (
    <LaterPart load={load} lines={6} label={later.tell('help.file-loading')}>
      {(text) => <CodeBlock text={text} label={later.tell('help.file-text')} />}
    </LaterPart>
  );
}
