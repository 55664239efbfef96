import { makeStyles } from '@fluentui/react-components';
import { useMemo } from 'react';
import { encode } from 'uqr';

const useStyles = makeStyles({
  // Black on white in every theme: that is what cameras expect.
  code: {
    display: 'block',
    width: '100%',
    maxWidth: '280px',
    height: 'auto',
    borderRadius: '8px',
    forcedColorAdjust: 'none',
  },
});

/** ISO/IEC 18004, 9.1: four modules of light all around. */
const QUIET_MODULES = 4;

/** A text as QR code, drawn here: what it says goes nowhere. It stands a fold or a stain (error correction M). */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const styles = useStyles();
  const { size, path } = useMemo(() => draw(text), [text]);
  const side = size + 2 * QUIET_MODULES;
  return (
    <svg
      className={styles.code}
      viewBox={`0 0 ${String(side)} ${String(side)}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
      data-qr=""
    >
      <rect width={side} height={side} fill="#ffffff" />
      <path d={path} fill="#000000" />
    </svg>
  );
}

/** One run of dark modules after another, as path data. */
function draw(text: string): { readonly size: number; readonly path: string } {
  const { size, data } = encode(text, { ecc: 'M', border: 0 });
  const runs = data.flatMap((row, y) => {
    const parts: string[] = [];
    for (let x = 0; x < size; x += 1) {
      if (row[x] !== true) continue;
      const from = x;
      while (row[x + 1] === true) x += 1;
      parts.push(
        `M${String(from + QUIET_MODULES)} ${String(y + QUIET_MODULES)}h${String(x - from + 1)}v1h-${String(x - from + 1)}z`,
      );
    }
    return parts;
  });
  return { size, path: runs.join('') };
}
