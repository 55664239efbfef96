import { makeStyles } from '@fluentui/react-components';
import { useId } from 'react';
import type { ShareModel } from '../../core/screen-model';
import { usePane } from '../pane-context';
import { ActionButton } from './action-button';
import { Disclosure } from './disclosure';
import { LinkField } from './link-field';
import { tokens } from '../theme-tokens';

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
  subject: { margin: '0 0 8px', fontWeight: tokens.fontWeightSemibold },
  preview: { margin: 0, whiteSpace: 'pre-line' },
});

/** The link, the ways to hand it over, and the message that goes with it. */
export function SharePanel({ share }: { readonly share: ShareModel }) {
  const styles = useStyles();
  const { words } = usePane();
  const titleId = useId();
  const ready = share.link !== undefined;
  return (
    <div className={styles.panel} data-share-panel="">
      <LinkField link={share.link} />
      <section aria-labelledby={titleId}>
        <h2 id={titleId} className={styles.title}>
          {words.face('share.ways')}
        </h2>
        <div className={styles.ways}>
          {share.ways.map((way, index) => (
            <ActionButton
              key={way.name}
              action={way}
              look={index === 0 ? 'primary' : 'secondary'}
              off={!ready}
              listed
            />
          ))}
        </div>
      </section>
      {ready && (
        <Disclosure title={words.face('share.message')}>
          <div className={styles.message}>
            <p className={styles.subject}>
              {words.face('share.subject')}: {share.subject}
            </p>
            <p className={styles.preview}>{share.preview}</p>
          </div>
        </Disclosure>
      )}
    </div>
  );
}
