/**
 * Fifty organisations for the operators' page, in every state that the ledger knows. They are plain data; `fill-ledger.ts`
 * lets each of them show itself.
 */

/** How an organisation will stand. */
export type Becomes =
  | 'granted'
  | 'partial'
  | 'only-some-people'
  | 'withdrawn'
  | 'disabled'
  | 'never-asked'
  | 'could-not-tell'
  | 'unproven';

export interface Organisation {
  readonly id: string;
  readonly name: string;
  readonly domain: string;
  readonly becomes: Becomes;
  /** Somebody who consents alone, where that is the organisation's state. */
  readonly person?: { readonly id: string; readonly upn: string; readonly name: string };
}

const TREES = ['Alder', 'Birch', 'Cedar', 'Elm', 'Hazel', 'Larch', 'Maple', 'Oak', 'Rowan', 'Willow'];
const TRADES = ['Foods', 'Logistics', 'Insurance', 'Clinics', 'Works'];

/** As many as a vendor would wish for: most have granted, and every state is there. */
const MIXTURE: readonly Becomes[] = [
  'granted',
  'granted',
  'partial',
  'granted',
  'never-asked',
  'granted',
  'withdrawn',
  'unproven',
  'disabled',
  'granted',
  'only-some-people',
  'granted',
  'could-not-tell',
];

export const ORGANISATIONS: readonly Organisation[] = TRADES.flatMap((trade) =>
  TREES.map((tree) => `${tree} ${trade}`),
).map((name, index): Organisation => {
  const number = String(index + 1).padStart(12, '0');
  const domain = `${name.toLowerCase().replace(' ', '-')}.example`;
  const mixed = MIXTURE[index % MIXTURE.length] ?? 'granted';
  // One person beside the demo's own is enough.
  const becomes = mixed === 'only-some-people' && index >= MIXTURE.length ? 'granted' : mixed;
  return {
    id: `04900000-0000-4000-8000-${number}`,
    name,
    domain,
    becomes,
    ...(becomes === 'only-some-people'
      ? { person: { id: `04900000-0000-4000-9000-${number}`, upn: `pat@${domain}`, name: 'Pat Person' } }
      : {}),
  };
});
