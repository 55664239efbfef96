import { makeStyles } from '@fluentui/react-components';
import { useId } from 'react';
import type { ShareModel } from '../../../core/pane/screens/model';
import { messageOf } from '../../../core/pane/screens/share-press';
import { useStore } from '../store-context';
import { useWords } from '../../words-context';
import { directionOf, LANGUAGES, type Language } from '../../strings/language';
import type { LaterWords } from '../../strings/later/words';
import { Disclosure } from '../../components/disclosure';
import { LinkField } from './link-field';
import { ShareButton } from './share-button';
import { tokens } from '../../theme-tokens';

const useStyles = makeStyles({
  panel: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '20px' },
  title: { margin: '0 0 8px', fontSize: '14px', lineHeight: '20px', fontWeight: tokens.fontWeightSemibold },
  ways: { display: 'grid', rowGap: '8px' },
  message: {
    padding: '12px 14px',
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground3,
    fontSize: '13px',
    lineHeight: '19px',
    overflowWrap: 'anywhere',
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
  language: {
    display: 'grid',
    justifyItems: 'start',
    rowGap: '4px',
    fontSize: '13px',
    lineHeight: '18px',
    color: tokens.colorNeutralForeground2,
  },
  select: {
    minHeight: '32px',
    maxWidth: '100%',
    paddingInline: '8px',
    fontFamily: 'inherit',
    fontSize: '13px',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusLarge,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  subject: { margin: '0 0 8px', fontWeight: tokens.fontWeightSemibold },
  preview: { margin: 0, whiteSpace: 'pre-line' },
});

interface SharePanelProps {
  readonly share: ShareModel;
  readonly later: LaterWords;
}

/** The link, the ways to hand it over, and the message that goes with it. */
export function SharePanel({ share, later }: SharePanelProps) {
  const styles = useStyles();
  const { format } = useWords();
  const { message } = useStore();
  const titleId = useId();
  const request = share.facts && messageOf(share.facts, message.words ?? later.request);
  return (
    <div className={styles.panel} data-share-panel="">
      <LinkField link={share.link} later={later} />
      <LanguageOfMessage later={later} />
      <section aria-labelledby={titleId}>
        <h2 id={titleId} className={styles.title}>
          {later.tell('share.ways')}
        </h2>
        <div className={styles.ways}>
          {share.ways.map((way, index) => (
            <ShareButton
              key={way.name}
              action={way}
              later={later}
              look={index === 0 ? 'primary' : 'secondary'}
              listed
            />
          ))}
        </div>
      </section>
      {request && (
        <Disclosure title={later.tell('share.message')}>
          <div className={styles.message}>
            <p className={styles.subject}>
              {format.named(later.tell('share.subject'))}
              <bdi lang={message.language}>{request.subject}</bdi>
            </p>
            <p
              className={styles.preview}
              lang={message.language}
              dir={directionOf(message.language)}
              data-preview=""
            >
              {request.textBody}
            </p>
          </div>
        </Disclosure>
      )}
    </div>
  );
}

/** The administrator may read another language than the person who asks. */
function LanguageOfMessage({ later }: { readonly later: LaterWords }) {
  const styles = useStyles();
  const { message } = useStore();
  const id = useId();
  return (
    <div className={styles.language}>
      <label htmlFor={id}>{later.tell('share.language')}</label>
      <select
        id={id}
        className={styles.select}
        value={message.coming ?? message.language}
        onChange={(event) => {
          const chosen = LANGUAGES.find((language) => language === event.currentTarget.value);
          if (chosen) void message.choose(chosen);
        }}
      >
        {LANGUAGES.map((language) => (
          <option key={language} value={language} lang={language}>
            {ownName(language)}
          </option>
        ))}
      </select>
    </div>
  );
}

/** A language's name as its own speakers write it, as the first word of a line. */
function ownName(language: Language): string {
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}
