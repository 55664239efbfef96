import { makeStyles } from '@fluentui/react-components';
import { tokens } from '../../theme-tokens';

/** What the later screens have in common. */
export const useLaterStyles = makeStyles({
  parts: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '28px' },
  text: {
    margin: 0,
    fontSize: '13px',
    lineHeight: '19px',
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
  small: {
    margin: 0,
    fontSize: '12px',
    lineHeight: '17px',
    color: tokens.colorNeutralForeground3,
    overflowWrap: 'anywhere',
  },
  steps: {
    margin: 0,
    paddingInlineStart: '22px',
    display: 'grid',
    rowGap: '6px',
    fontSize: '13px',
    lineHeight: '19px',
    overflowWrap: 'anywhere',
    '::marker': { color: tokens.colorNeutralForeground3 },
  },
  buttons: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '8px' },
  facts: { margin: 0, display: 'grid', rowGap: '10px', fontSize: '13px', lineHeight: '19px' },
  factName: { fontSize: '12px', lineHeight: '16px', color: tokens.colorNeutralForeground3 },
  factValue: { margin: 0, overflowWrap: 'anywhere' },
  mono: { fontFamily: tokens.fontFamilyMonospace, userSelect: 'all' },
});
