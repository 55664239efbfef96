/** The person whose mailbox is open, as the host page needs to know them. */
export interface Person {
  /** The object id in the simulated tenant. */
  readonly id: string;
  readonly name: string;
  readonly upn: string;
  readonly tenantId: string;
  readonly tenantName: string;
  /** What they may do, in words, for the panel. */
  readonly role: string;
}

/**
 * Finds a person by a short key.
 *
 * @param people everybody who has a mailbox
 * @param key object id, UPN, part of the UPN before the @, or first name; upper and lower case are the same
 */
export function findPerson(people: readonly Person[], key: string): Person | undefined {
  const wanted = key.trim().toLowerCase();
  const keysOf = (person: Person): readonly (string | undefined)[] => [
    person.id,
    person.upn,
    person.upn.split('@')[0],
    person.name.split(' ')[0],
  ];
  return people.find((person) => keysOf(person).some((known) => known?.toLowerCase() === wanted));
}

/** Up to two letters for a round picture. */
export function initialsOf(name: string): string {
  const letters = name
    .split(/\s+/)
    .map((word) => word.charAt(0).toUpperCase())
    .join('');
  return letters.slice(0, 2) || '?';
}
