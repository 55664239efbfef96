import { makeStyles } from '@fluentui/react-components';
import { softTint } from '../soft-tint';
import { tokens } from '../theme-tokens';

/** The rows of permissions, checks and steps: a round sign, and words beside it. */
export const useRowStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  row: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr)',
    columnGap: '10px',
    paddingBlock: '8px',
    fontSize: '13px',
    lineHeight: '19px',
    overflowWrap: 'anywhere',
  },
  sign: {
    width: '20px',
    height: '20px',
    borderRadius: '50%',
    display: 'grid',
    placeItems: 'center',
    boxSizing: 'border-box',
    '@media (forced-colors: active)': {
      border: '1px solid CanvasText',
      color: 'CanvasText',
      backgroundColor: 'Canvas',
    },
  },
  good: {
    backgroundColor: softTint(tokens.colorStatusSuccessBackground2, 50),
    color: tokens.colorStatusSuccessForeground1,
  },
  attention: {
    backgroundColor: softTint(tokens.colorStatusWarningBackground2, 50),
    color: tokens.colorStatusWarningForeground3,
  },
  bad: {
    backgroundColor: softTint(tokens.colorStatusDangerBackground2, 50),
    color: tokens.colorStatusDangerForeground1,
  },
  neutral: { backgroundColor: tokens.colorNeutralStencil1, color: tokens.colorNeutralForeground2 },
  strong: { fontWeight: tokens.fontWeightSemibold },
  state: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground2 },
  small: {
    display: 'block',
    fontSize: '12px',
    lineHeight: '17px',
    color: tokens.colorNeutralForeground3,
  },
});
