import fc from 'fast-check';

type Pair = readonly [name: string, value: string];

/**
 * Well-formed queries with zero to two faults: a parameter left out, repeated, given another value, or added. What is made
 * at random from the start is nearly always garbage, and then nothing that is read gets tested.
 * @param good the well-formed ones
 * @param value what a fault puts in a value's place
 */
export function damagedQuery(
  good: fc.Arbitrary<readonly Pair[]>,
  name: fc.Arbitrary<string>,
  value: fc.Arbitrary<string>,
): fc.Arbitrary<URLSearchParams> {
  const fault = fc.record({
    kind: fc.constantFrom('leave-out' as const, 'repeat' as const, 'change' as const, 'add' as const),
    at: fc.nat(9),
    name,
    value,
  });
  return fc.tuple(good, fc.array(fault, { maxLength: 2 })).map(([pairs, faults]) => {
    const all = pairs.map(([key, text]): [string, string] => [key, text]);
    for (const { kind, at, name: added, value: text } of faults) {
      const index = all.length === 0 ? 0 : at % all.length;
      const here = all[index];
      if (kind === 'add' || here === undefined) all.push([added, text]);
      else if (kind === 'leave-out') all.splice(index, 1);
      else if (kind === 'repeat') all.push([here[0], text]);
      else all[index] = [here[0], text];
    }
    return new URLSearchParams(all);
  });
}
