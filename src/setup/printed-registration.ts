import { bicepOf } from '../core/registration/bicep';
import { wantedRegistration, withOwnApi } from '../core/registration/wanted';
import type { RegistrationSettings } from './registration-settings';

export interface PrintedRegistration {
  /** By name. */
  readonly files: Readonly<Record<string, string>>;
  /** What the files cannot do, a line each. */
  readonly notes: readonly string[];
}

/** The registration as files, for whoever does not let the command write it. */
export function printedRegistration({
  installation,
  clientId,
  cloud,
}: RegistrationSettings): PrintedRegistration {
  const wanted = wantedRegistration(installation);
  const body = clientId === undefined ? wanted : withOwnApi(wanted, clientId);
  // https://learn.microsoft.com/en-us/graph/templates/limitations
  const hasBicep = cloud.name === 'global';
  return {
    files: {
      'registration.json': `${JSON.stringify(body, undefined, 2)}\n`,
      ...(hasBicep ? { 'registration.bicep': bicepOf(wanted, clientId) } : {}),
    },
    notes: [
      ...(clientId === undefined
        ? [
            'What names the client id is missing, which Entra gives at the first registration: set CLIENT_ID then, and print it again.',
          ]
        : []),
      'Written over a registration that is there it replaces whole lists, with what was added to them by hand; npm run register keeps that.',
      ...(hasBicep ? [] : ['There is no Bicep file: Microsoft supports it in the global cloud only.']),
    ],
  };
}
