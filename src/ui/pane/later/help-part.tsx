import { makeStyles } from '@fluentui/react-components';
import { useCallback, useMemo } from 'react';
import { helpOf } from '../../../core/pane/screens/help';
import type { State } from '../../../core/pane/state';
import type { Surroundings } from '../../../core/support/troubleshooting';
import { Button } from '../../components/button';
import { Disclosure } from '../../components/disclosure';
import { LaterPart } from '../../components/later-part';
import type { SupportReader } from '../support-reader';
import { usePane } from '../pane-context';
import { useStore } from '../../store-context';
import type { LaterPartProps } from './later-part-props';
import type { LaterWords } from '../../strings/later/words';
import { CheckItem } from './check-item';
import { CodeBlock } from './code-block';
import { HandOver } from './hand-over';
import { useLaterStyles } from './later-styles';
import { Section } from './section';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
});

/** Runs the checks on what is known, and prepares what support needs. */
export function HelpPart({ model, state, support, later }: LaterPartProps) {
  const styles = useLaterStyles();
  return (
    <div className={styles.parts} data-help="">
      <Section title={later.tell('help.checks')}>
        <Checks state={state} support={support} later={later} busy={model.checks?.busy === true} />
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
        <p className={styles.small}>{later.tell('help.file-holds')}</p>
        <p className={styles.small}>{later.tell('help.file-never')}</p>
        <Disclosure title={later.tell('help.file')}>
          <FileText state={state} support={support} later={later} />
        </Disclosure>
      </Section>
    </div>
  );
}

interface ChecksProps {
  readonly state: State;
  readonly support: SupportReader;
  readonly later: LaterWords;
  readonly busy: boolean;
}

function Checks({ state, support, later, busy }: ChecksProps) {
  const load = useCallback(() => support.surroundings(), [support]);
  return (
    <LaterPart load={load} lines={4} label={later.tell('help.running')}>
      {(surroundings) => <CheckList state={state} surroundings={surroundings} later={later} busy={busy} />}
    </LaterPart>
  );
}

interface CheckListProps extends Omit<ChecksProps, 'support'> {
  readonly surroundings: Omit<Surroundings, 'nowMs'>;
}

function CheckList({ state, surroundings, later, busy }: CheckListProps) {
  const styles = useStyles();
  const laterStyles = useLaterStyles();
  const { words, clock } = usePane();
  const { send } = useStore();
  const help = useMemo(
    () => helpOf(state, { ...surroundings, nowMs: clock.now() }),
    [state, surroundings, clock],
  );
  const { failed, missing, first, rest } = help;
  return (
    <>
      <p className={laterStyles.text} data-failed={failed}>
        {busy
          ? later.tell('help.running')
          : failed > 0
            ? later.tell('help.found', { failed })
            : later.tell('help.found-nothing')}
      </p>
      {!busy && failed === 0 && missing && <p className={laterStyles.text}>{words.say(missing)}</p>}
      {first.length > 0 && (
        <ul className={styles.list}>
          {first.map((check) => (
            <CheckItem key={check.name} check={check} later={later} />
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
          onPress={() => send({ type: 'check-asked' })}
        />
      </div>
      {rest.length > 0 && (
        <Disclosure title={later.tell('help.rest', { count: rest.length })}>
          <ul className={styles.list}>
            {rest.map((check) => (
              <CheckItem key={check.name} check={check} later={later} />
            ))}
          </ul>
        </Disclosure>
      )}
    </>
  );
}

function FileText({ state, support, later }: Pick<ChecksProps, 'state' | 'support' | 'later'>) {
  const load = useCallback(() => support.diagnosticText(state), [support, state]);
  return (
    <LaterPart load={load} lines={6} label={later.tell('help.file-loading')}>
      {(text) => <CodeBlock text={text} label={later.tell('help.file-text')} />}
    </LaterPart>
  );
}
