import { makeStyles } from '@fluentui/react-components';
import { SkeletonLines } from '../../components/skeleton-lines';
import type { LaterPartProps } from './later-part-props';
import { tokens } from '../../theme-tokens';
import { HandOver } from './hand-over';
import { useLaterStyles } from './later-styles';
import { linkChunks } from './link-chunks';
import { QrCode } from './qr-code';
import { Section } from './section';

const useStyles = makeStyles({
  link: {
    margin: 0,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: '22px',
    lineHeight: '34px',
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
    textAlign: 'left',
  },
  // Blocks keep a group together; the gap is none in what is copied.
  chunk: { display: 'inline-block', marginInlineEnd: '0.35em' },
  quietChunk: { color: tokens.colorNeutralForeground3 },
  steps: {
    margin: 0,
    paddingInlineStart: '28px',
    display: 'grid',
    rowGap: '8px',
    fontSize: '18px',
    lineHeight: '26px',
    overflowWrap: 'anywhere',
  },
  big: { margin: 0, fontSize: '18px', lineHeight: '26px', overflowWrap: 'anywhere' },
});

/** For an administrator who looks at this screen: the link as picture and in large type, and how to go on. */
export function ShowingPart({ model, state, later }: LaterPartProps) {
  const own = useStyles();
  const styles = useLaterStyles();
  const facts = model.share?.facts;
  if (facts === undefined) return <SkeletonLines count={4} label={later.tell('share.link-being-made')} />;
  const { link, confirms, straightToMicrosoft } = facts;
  const chunks = linkChunks(link);
  return (
    <div className={styles.parts} data-showing="">
      <QrCode text={link} label={later.tell('showing.code')} />
      <Section title={later.tell('showing.phone.title')}>
        <ol className={own.steps}>
          <li>{later.tell('showing.phone.scan')}</li>
          <li>{later.tell(straightToMicrosoft ? 'showing.phone.sign-in-there' : 'showing.phone.sign-in')}</li>
          {!confirms && <li>{later.tell('showing.phone.accept')}</li>}
        </ol>
        <p className={styles.text}>{later.tell('showing.phone.then')}</p>
      </Section>
      {chunks !== undefined && (
        <Section title={later.tell('showing.link')}>
          <p className={own.link} dir="ltr" translate="no" data-link="">
            {chunks.map(({ text, isQuiet }, index) => (
              <span
                // The same group can stand in a link twice.
                // oxlint-disable-next-line react/no-array-index-key
                key={index}
                className={isQuiet ? `${own.chunk} ${own.quietChunk}` : own.chunk}
              >
                {text}
              </span>
            ))}
          </p>
        </Section>
      )}
      <HandOver
        id="copy-link"
        icon="copy"
        label={later.tell('showing.copy')}
        look="quiet"
        event={{ type: 'copy-asked', text: link }}
      />
      {/* Microsoft's sign-in, where something is confirmed, shows neither. */}
      {!confirms && (
        <Section title={later.tell('showing.check.title')}>
          <dl className={styles.facts}>
            <div>
              <dt className={styles.factName}>{later.tell('showing.application')}</dt>
              <dd className={own.big} translate="no">
                ExtendSync
              </dd>
            </div>
            <div>
              <dt className={styles.factName}>{later.tell('showing.client-id')}</dt>
              <dd className={own.big}>
                <bdi className={styles.mono} dir="ltr" translate="no">
                  {state.setup.clientId}
                </bdi>
              </dd>
            </div>
          </dl>
        </Section>
      )}
    </div>
  );
}
