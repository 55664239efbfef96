import { makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useWords } from '../pane-context';
import { useLater } from '../use-later';
import { Button } from './button';
import { SkeletonLines } from './skeleton-lines';

const useStyles = makeStyles({
  failed: { display: 'grid', justifyItems: 'start', rowGap: '4px', fontSize: '13px', lineHeight: '19px' },
  text: { margin: 0 },
});

interface LaterPartProps<T> {
  /** Fetches the part; the same function in every drawing. */
  readonly load: () => Promise<T>;
  /** How many lines stand in its place until it comes. */
  readonly lines: number;
  /** What is being loaded, for those who do not see the lines. */
  readonly label?: string;
  readonly children: (part: T) => ReactNode;
}

/** A part of the pane that is fetched when it is asked for, with its placeholder and with a way to try again. */
export function LaterPart<T>({ load, lines, label, children }: LaterPartProps<T>) {
  const styles = useStyles();
  const words = useWords();
  const part = useLater(load);
  switch (part.phase) {
    case 'loading':
      return <SkeletonLines count={lines} label={label ?? words.face('later.loading')} />;
    case 'failed':
      return (
        <div className={styles.failed} role="alert" data-later="failed">
          <p className={styles.text}>{words.face('later.failed')}</p>
          <Button icon="refresh" label={words.face('later.again')} look="quiet" onPress={part.again} />
        </div>
      );
    case 'here':
      return children(part.value);
    default:
      return part satisfies never;
  }
}
