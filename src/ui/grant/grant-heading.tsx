import { makeStyles } from '@fluentui/react-components';
import type { GrantScreenModel } from '../../core/granting/screen-model';
import { tokens } from '../theme-tokens';
import { useGrant } from './grant-context';
import { GrantEmblem } from './grant-emblem';

const useStyles = makeStyles({
  heading: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start' },
  title: {
    marginBlock: '16px 0',
    marginInline: 0,
    fontSize: '22px',
    lineHeight: '28px',
    fontWeight: tokens.fontWeightSemibold,
    letterSpacing: '-0.01em',
    textWrap: 'balance',
    overflowWrap: 'anywhere',
    borderRadius: tokens.borderRadiusMedium,
    ':focus': { outlineStyle: 'none' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '4px' },
    '@media (min-width: 640px)': { fontSize: '28px', lineHeight: '36px' },
  },
  lead: {
    marginBlock: '8px 0',
    marginInline: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: '21px',
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
    textWrap: 'pretty',
    '@media (min-width: 640px)': { fontSize: '15px', lineHeight: '23px' },
  },
});

/** A screen's picture, its title (which takes the focus when a person's act brought the screen) and what it says. */
export function GrantHeading({ model }: { readonly model: GrantScreenModel }) {
  const styles = useStyles();
  const { words } = useGrant();
  return (
    <div className={styles.heading}>
      <GrantEmblem model={model} />
      <h1 className={styles.title} tabIndex={-1} data-screen-title="">
        {words.tell(model.title)}
      </h1>
      {model.lead.map((message) => (
        <p key={message.key} className={styles.lead}>
          {words.tell(message)}
        </p>
      ))}
    </div>
  );
}
