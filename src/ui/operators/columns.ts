import { makeStyles } from '@fluentui/react-components';

/** The measures that the heads and the rows share. */
export const useColumns = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns:
      'minmax(0, 2.4fr) minmax(0, 1.7fr) minmax(0, 1.4fr) minmax(0, 1.1fr) minmax(0, 1.2fr) minmax(0, 1fr)',
    alignItems: 'center',
    columnGap: '12px',
    paddingInline: '16px',
  },
});
