import { Field, Input, makeStyles } from '@fluentui/react-components';
import type { OperatorsEvent } from '../../core/operators/event';
import type { OpenTenant } from '../../core/operators/state';
import { tokens } from '../theme-tokens';
import { Button } from './button';
import { Mark } from './mark';
import { checked, PANEL, trouble } from './words';

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', rowGap: '12px' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  told: { margin: 0, fontSize: '13px', lineHeight: '20px', color: tokens.colorNeutralForeground2 },
  // It stands there also while it is empty: what comes together with its region is not said aloud.
  status: { display: 'grid', rowGap: '4px', ':empty': { marginBlockStart: '-12px' } },
});

interface PanelActionsProps {
  readonly open: OpenTenant;
  readonly send: (event: OperatorsEvent) => void;
}

/** What an operator can do about the organisation, and what came of it. */
export function PanelActions({ open, send }: PanelActionsProps) {
  const styles = useStyles();
  const { check, link } = open;
  const isChecking = check.phase === 'under-way';
  const isMaking = link.phase === 'under-way';
  const told = [checkTold(check), linkTold(link)].filter((text) => text !== undefined);
  return (
    <div className={styles.all}>
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          icon={<Mark icon="refresh" />}
          disabledFocusable={isChecking}
          onClick={() => send({ type: 'check-asked' })}
        >
          {isChecking ? PANEL.checking : PANEL.check}
        </Button>
        <Button
          icon={<Mark icon="copy" />}
          disabledFocusable={isMaking}
          onClick={() => send({ type: 'link-asked' })}
        >
          {isMaking ? PANEL.linkMaking : PANEL.link}
        </Button>
        <Button
          appearance="subtle"
          icon={<Mark icon="trash" />}
          onClick={() => send({ type: 'deletion-asked' })}
        >
          {PANEL.remove}
        </Button>
      </div>
      {link.phase === 'made' && (
        <Field label={PANEL.linkLabel}>
          <Input readOnly value={link.link} onFocus={(event) => event.currentTarget.select()} />
        </Field>
      )}
      <div className={styles.status} role="status">
        {told.map((text) => (
          <p key={text} className={styles.told}>
            {text}
          </p>
        ))}
      </div>
    </div>
  );
}

function checkTold(check: OpenTenant['check']): string | undefined {
  if (check.phase === 'failed') return trouble(check.why);
  return check.phase === 'checked' ? checked(check.found) : undefined;
}

function linkTold(link: OpenTenant['link']): string | undefined {
  if (link.phase === 'failed') return trouble(link.why);
  if (link.phase !== 'made' || link.isCopied === undefined) return undefined;
  return link.isCopied ? PANEL.linkCopied : PANEL.linkNotCopied;
}
