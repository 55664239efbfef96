import {
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import type { OperatorsEvent } from '../../core/operators/event';
import type { OpenTenant } from '../../core/operators/state';
import { Button } from './button';
import { useFocusBack } from './use-focus-back';
import { ACTIONS, DELETION, trouble } from './words';

interface DeletionDialogProps {
  readonly name: string;
  readonly deletion: OpenTenant['deletion'];
  readonly send: (event: OperatorsEvent) => void;
}

/** Asks before anything is deleted: it cannot be taken back. The way out has the focus. */
export function DeletionDialog({ name, deletion, send }: DeletionDialogProps) {
  useFocusBack();
  const isUnderWay = deletion.phase === 'under-way';
  return (
    <Dialog
      open
      modalType="alert"
      onOpenChange={(_event, { open }) => {
        if (!open) send({ type: 'deletion-dismissed' });
      }}
    >
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{DELETION.title(name)}</DialogTitle>
          <DialogContent>
            {DELETION.lead}
            {deletion.phase === 'failed' && <p role="alert">{trouble(deletion.why)}</p>}
          </DialogContent>
          <DialogActions>
            <Button onClick={() => send({ type: 'deletion-dismissed' })} disabledFocusable={isUnderWay}>
              {ACTIONS.cancel}
            </Button>
            <Button
              appearance="primary"
              disabledFocusable={isUnderWay}
              onClick={() => send({ type: 'deletion-confirmed' })}
            >
              {isUnderWay ? DELETION.underWay : DELETION.confirm}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
