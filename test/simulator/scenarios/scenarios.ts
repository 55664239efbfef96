import { ADMINISTRATORS } from './administrators';
import { ASKED_AND_GRANTED } from './asked-and-granted';
import { HOSTS } from './hosts';
import { MICROSOFT_IN_TROUBLE } from './microsoft-in-trouble';
import { MICROSOFTS_NUMBERS } from './microsofts-numbers';
import { OPERATORS } from './operators';
import { PEOPLE_AND_PLACES } from './people-and-places';
import { POLICIES } from './policies';
import type { Scenario } from './scenario';

/** All scenarios, in the order in which the panel shows them. */
export const scenarios: readonly Scenario[] = [
  ...ASKED_AND_GRANTED,
  ...PEOPLE_AND_PLACES,
  ...ADMINISTRATORS,
  ...POLICIES,
  ...MICROSOFTS_NUMBERS,
  ...MICROSOFT_IN_TROUBLE,
  ...HOSTS,
  ...OPERATORS,
];

/** Finds a scenario by name. */
export function findScenario(name: string): Scenario | undefined {
  return scenarios.find((known) => known.name === name);
}
