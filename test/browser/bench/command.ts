import { endWith } from '../../tools/exit-codes';
import { missedIn, renderTable, type Figure } from './figures';
import { describeMachine, thisMachine } from './machine';

/** Runs a command that measures, called `name` to whoever waits: whatever hangs, it ends after `limitMs`, with code 1. */
export function runMeasurement(name: string, limitMs: number, command: () => Promise<number>): void {
  setTimeout(() => {
    console.error(`The ${name} took too long and is ended.`);
    process.exit(1);
  }, limitMs).unref();
  endWith(command);
}

/**
 * Measures without a browser, and prints the figures below the machine as it was before. Answers how many miss their aims.
 */
export async function reportFigures(measure: () => Promise<readonly Figure[]>): Promise<number> {
  const machine = describeMachine({ ...thisMachine(), chromium: 'not used' });
  const figures = await measure();
  const missed = missedIn(figures).length;
  console.log(`${machine}\n\n${renderTable(figures)}\n\n${String(missed)} aims missed`);
  return missed;
}
