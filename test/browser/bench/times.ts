export const say = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

/** Measures so often, one after the other, and says how far it is. */
export async function times<T>(
  count: number,
  what: string,
  measure: () => Promise<T>,
): Promise<readonly T[]> {
  const results: T[] = [];
  for (let run = 1; run <= count; run += 1) {
    say(`  ${what}, ${String(run)} of ${String(count)}`);
    results.push(await measure());
  }
  return results;
}
