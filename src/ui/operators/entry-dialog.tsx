import {
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  makeStyles,
} from '@fluentui/react-components';
import { useState, type SyntheticEvent } from 'react';
import type { OperatorsEvent } from '../../core/operators/event';
import type { Entry } from '../../core/operators/state';
import { Button } from './button';
import { useFocusBack } from './use-focus-back';
import { ACTIONS, ENTRY, trouble } from './words';

const useStyles = makeStyles({
  surface: { maxWidth: '480px' },
  content: { display: 'grid', rowGap: '16px' },
  lead: { margin: 0 },
});

interface EntryDialogProps {
  readonly entry: Entry;
  readonly send: (event: OperatorsEvent) => void;
}

/** Enters an organisation that has not shown itself, by its tenant id. */
export function EntryDialog({ entry, send }: EntryDialogProps) {
  const styles = useStyles();
  useFocusBack();
  const [text, setText] = useState('');
  const isUnderWay = entry.phase === 'under-way';
  const problem = problemOf(entry);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    send({ type: 'entry-asked', text });
  };
  return (
    <Dialog
      open
      onOpenChange={(_event, { open }) => {
        if (!open) send({ type: 'entry-dismissed' });
      }}
    >
      <DialogSurface className={styles.surface}>
        <form onSubmit={submit}>
          <DialogBody>
            <DialogTitle>{ENTRY.title}</DialogTitle>
            <DialogContent className={styles.content}>
              <p className={styles.lead}>{ENTRY.lead}</p>
              <Field
                label={ENTRY.field}
                hint={ENTRY.hint}
                {...(problem !== undefined && { validationMessage: problem })}
              >
                <Input
                  value={text}
                  autoComplete="off"
                  spellCheck={false}
                  onChange={(_event, { value }) => setText(value)}
                />
              </Field>
            </DialogContent>
            <DialogActions>
              <Button disabledFocusable={isUnderWay} onClick={() => send({ type: 'entry-dismissed' })}>
                {ACTIONS.cancel}
              </Button>
              <Button type="submit" appearance="primary" disabledFocusable={isUnderWay}>
                {isUnderWay ? ENTRY.underWay : ENTRY.confirm}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}

function problemOf(entry: Entry): string | undefined {
  if (entry.phase === 'failed') return trouble(entry.why);
  return entry.phase === 'open' && entry.problem !== undefined ? ENTRY.noTenantId : undefined;
}
