import { makeStyles } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { groupOf, type GroupModel } from '../../../core/pane/screens/group';
import { Button } from '../../components/button';
import { Icon } from '../../components/icon';
import { LiveRegion } from '../../components/live-region';
import type { LaterPartProps } from './later-part-props';
import { softTint } from '../../soft-tint';
import type { LaterWords } from '../../strings/later/words';
import { tokens } from '../../theme-tokens';
import { CodeBlock } from './code-block';
import { HandOver } from './hand-over';
import { useLaterStyles } from './later-styles';
import { OutsideLink } from './outside-link';
import { Section } from './section';
import { TextField } from './text-field';

const useStyles = makeStyles({
  form: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '12px' },
  warning: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    columnGap: '10px',
    padding: '12px 14px',
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${softTint(tokens.colorStatusWarningBorder1, 50)}`,
    backgroundColor: softTint(tokens.colorStatusWarningBackground1, 60),
    fontSize: '13px',
    lineHeight: '19px',
    overflowWrap: 'anywhere',
  },
  sign: { color: tokens.colorStatusWarningForeground3 },
  warningTitle: { margin: 0, fontSize: '14px', lineHeight: '20px', fontWeight: tokens.fontWeightSemibold },
  warningText: { margin: '2px 0 4px' },
  notes: {
    margin: 0,
    paddingInlineStart: '18px',
    display: 'grid',
    rowGap: '8px',
    fontSize: '13px',
    lineHeight: '19px',
    overflowWrap: 'anywhere',
  },
});

type Guide = Extract<GroupModel, { kind: 'guide' }>;
type Note = Guide['notes'][number];

/** Limits what ExtendSync may do by itself to one group: asks for the group and writes the scripts. */
export function GroupPart({ state, later }: LaterPartProps) {
  const styles = useStyles();
  const laterStyles = useLaterStyles();
  const [group, setGroup] = useState('');
  const [mailbox, setMailbox] = useState('');
  // Nobody is told of a mistake before they have finished; from then on the script follows what is typed.
  const [asked, setAsked] = useState(false);
  const model = useMemo(() => groupOf(state, { group, mailbox }), [state, group, mailbox]);
  const problem =
    asked && model.kind === 'problem' ? later.tell(`group.problem.${model.problem}`) : undefined;
  return (
    <div className={laterStyles.parts} data-group="">
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
        }}
      >
        <TextField
          label={later.tell('group.name')}
          hint={later.tell('group.name-hint')}
          value={group}
          problem={problem}
          onType={setGroup}
        />
        <Button icon="draft" label={later.tell('group.make')} look="primary" name="make-script" />
      </form>
      {asked && model.kind === 'nothing-to-limit' && (
        <p className={laterStyles.text} role="alert">
          {later.tell('group.nothing-to-limit')}
        </p>
      )}
      {/* It comes below the button, which keeps the focus. */}
      <LiveRegion texts={asked && model.kind === 'guide' ? [later.tell('group.script')] : []} />
      {asked && model.kind === 'guide' && (
        <GuideOfGroup guide={model} later={later} mailbox={mailbox} onMailbox={setMailbox} />
      )}
    </div>
  );
}

interface GuideProps {
  readonly guide: Guide;
  readonly later: LaterWords;
  readonly mailbox: string;
  readonly onMailbox: (mailbox: string) => void;
}

function GuideOfGroup({ guide, later, mailbox, onMailbox }: GuideProps) {
  const styles = useStyles();
  const laterStyles = useLaterStyles();
  const addsUp = guide.notes.filter(({ name }) => name === 'grants-add-up');
  const others = guide.notes.filter(({ name }) => name !== 'grants-add-up');
  const mailboxProblem =
    guide.mailboxProblem === undefined ? undefined : later.tell(`group.problem.${guide.mailboxProblem}`);
  return (
    <>
      <Section title={later.tell('group.script')}>
        <p className={laterStyles.text}>{later.tell('group.script-lead', { group: guide.group })}</p>
        <CodeBlock text={guide.script} label={later.tell('group.script')} />
        <p className={laterStyles.small}>{later.tell('group.roles', { roles: guide.roles })}</p>
        <HandOver
          id="copy-script"
          icon="copy"
          label={later.tell('group.script-copy')}
          look="secondary"
          event={{ type: 'copy-asked', text: guide.script }}
        />
      </Section>
      {addsUp.map((note) => (
        <div key={note.name} className={styles.warning} data-note={note.name}>
          <Icon name="warning" className={styles.sign} />
          <div>
            <h2 className={styles.warningTitle}>{later.tell('group.adds-up')}</h2>
            <p className={styles.warningText}>{noteText(note, later)}</p>
            {guide.entraUrl !== undefined && (
              <OutsideLink url={guide.entraUrl} label={later.tell('group.open-entra')} later={later} />
            )}
          </div>
        </div>
      ))}
      <Section title={later.tell('group.test')}>
        <p className={laterStyles.text}>{later.tell('group.test-lead')}</p>
        <TextField
          label={later.tell('group.mailbox')}
          hint={later.tell('group.mailbox-hint')}
          value={mailbox}
          problem={mailboxProblem}
          onType={onMailbox}
        />
        <CodeBlock text={guide.test} label={later.tell('group.test-script')} />
        <HandOver
          id="copy-test"
          icon="copy"
          label={later.tell('group.test-copy')}
          look="secondary"
          event={{ type: 'copy-asked', text: guide.test }}
        />
      </Section>
      <Section title={later.tell('group.notes')}>
        <ul className={styles.notes}>
          {others.map((note) => (
            <li key={note.name} data-note={note.name}>
              {noteText(note, later)}
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}

function noteText(note: Note, later: LaterWords): string {
  switch (note.name) {
    case 'grants-add-up':
    case 'new-consent-undoes-limit':
    case 'not-limited':
      return later.tell(`exchange-note.${note.name}`, { scopes: note.scopes });
    case 'takes-effect-later':
      return later.tell(`exchange-note.${note.name}`, note);
    case 'exchange-administrator-needed':
    case 'direct-members-only':
    case 'replaces-access-policies':
      return later.tell(`exchange-note.${note.name}`);
    default:
      return note satisfies never;
  }
}
