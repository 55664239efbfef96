import { makeStyles } from '@fluentui/react-components';
import { lazy, Suspense, useState, useTransition, type ComponentType, type ReactNode } from 'react';
import { useWords } from '../words-context';
import { Button } from './button';
import { SkeletonLines } from './skeleton-lines';

const useStyles = makeStyles({
  failed: { display: 'grid', justifyItems: 'start', rowGap: '4px', fontSize: '13px', lineHeight: '19px' },
  text: { margin: 0 },
});

interface LaterPartProps<T> {
  /** Fetches the part; the same function in every drawing, until something else is to be fetched. */
  readonly load: () => Promise<T>;
  /** How many lines stand in its place until it comes. */
  readonly lines: number;
  /** What is being loaded, for those who do not see the lines. */
  readonly label?: string;
  readonly children: (part: T) => ReactNode;
}

interface FailedProps {
  /** It is being fetched again. */
  readonly asking: boolean;
  readonly onAgain: () => void;
}

interface ArrivedProps<T> extends FailedProps {
  readonly children: (part: T) => ReactNode;
}

type Arrived<T> = ComponentType<ArrivedProps<T>>;

/** What has come once stands there at once the next time. */
const come = new WeakMap<() => Promise<unknown>, unknown>();

/** What will stand in the part's place. A failure is drawn, too: thrown, it would take the whole pane with it. */
function arrivedFrom<T>(load: () => Promise<T>): Arrived<T> {
  const known = come.get(load) as Arrived<T> | undefined;
  if (known) return known;
  const arrived = lazy<Arrived<T>>(() =>
    load().then(
      (part) => ({ default: ({ children }) => children(part) }),
      () => {
        come.delete(load);
        // Each failure is drawn anew, so that it is said anew.
        return { default: (props) => <Failed {...props} /> };
      },
    ),
  );
  come.set(load, arrived);
  return arrived;
}

/** Fetches a part ahead of need, so that it stands there at once. What does not come is asked for when it is drawn. */
export async function fetchAhead<T>(load: () => Promise<T>): Promise<void> {
  if (come.has(load)) return;
  try {
    const part = await load();
    const Here: Arrived<T> = ({ children }) => children(part);
    if (!come.has(load)) come.set(load, Here);
  } catch {
    // Nobody is waiting for it yet.
  }
}

/**
 * A part of the pane that is fetched when it is asked for, with its placeholder, and with a way to try again where a
 * cut in the network has kept it away. Where a newer version has taken its place, only a new pane has it.
 */
export function LaterPart<T>({ load, lines, label, children }: LaterPartProps<T>) {
  const words = useWords();
  // After a failure the same function is asked anew.
  const [{ from, Arrived }, setArrived] = useState(() => ({ from: load, Arrived: arrivedFrom(load) }));
  const ask = (): void => setArrived({ from: load, Arrived: arrivedFrom(load) });
  // The button that asks anew keeps its place and the focus until something takes it: lines would hide it.
  const [asking, startAsking] = useTransition();
  if (from !== load) ask();
  return (
    <Suspense fallback={<SkeletonLines count={lines} label={label ?? words.label('later.loading')} />}>
      <Arrived asking={asking} onAgain={() => startAsking(ask)}>
        {children}
      </Arrived>
    </Suspense>
  );
}

function Failed({ asking, onAgain }: FailedProps) {
  const styles = useStyles();
  const words = useWords();
  return (
    <div className={styles.failed} role="alert" data-later="failed">
      <p className={styles.text}>{words.label('later.failed')}</p>
      <Button
        icon="refresh"
        label={words.label('later.again')}
        look="quiet"
        busy={asking}
        onPress={onAgain}
      />
    </div>
  );
}
