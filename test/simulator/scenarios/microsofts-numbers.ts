import { DEMO } from '../entra/demo-seed';
import type { FaultSpec } from '../entra/faults';
import { faultAtTokens, GRANTED, scenario, type Scenario, type Step } from './scenario';

/** The broker's tokens alone are refused so: a window goes another way. */
const faultAtBroker = (trouble: FaultSpec['trouble']): Step => ({
  set: 'fault',
  fault: { trouble, families: ['broker'] },
});

/** Microsoft's numbers that were read wrongly, each with its own way on. */
export const MICROSOFTS_NUMBERS: readonly Scenario[] = [
  scenario(
    [
      'own-api-disabled',
      'Our own API is switched off',
      'AADSTS500014: the service principal of the resource is disabled, and the resource is ExtendSync itself (F6).',
      'Blocked, with a message to the administrator to switch it on; nobody is told to wait.',
    ],
    [
      GRANTED,
      faultAtTokens({
        kind: 'aadsts',
        number: 500014,
        error: 'unauthorized_client',
        text: `The service principal for resource 'api://${DEMO.appId}' is disabled.`,
      }),
    ],
  ),
  scenario(
    [
      'lacks-service-principal',
      'The organisation lacks a service principal',
      'AADSTS650052 with its newer text: "lacks a service principal … or consent to the application" (F21).',
      'Nobody speaks of a licence: approve, or share with an administrator.',
    ],
    [
      faultAtTokens({
        kind: 'aadsts',
        number: 650052,
        error: 'invalid_client',
        text: `The app is trying to access a service '${DEMO.appId}'(ExtendSync) that your organization lacks a service principal for. Contact your IT Admin to review the configuration of your service subscriptions or consent to the application in order to create the required service principal.`,
      }),
    ],
  ),
  scenario(
    [
      'other-cloud',
      'An organisation in another cloud',
      'AADSTS900439: application and organisation are in different clouds (F22).',
      'The pane says so and leads to support. It does not promise that waiting helps.',
    ],
    [
      faultAtTokens({
        kind: 'aadsts',
        number: 900439,
        error: 'invalid_request',
        text: 'USGClientNotSupportedOnPublicEndpoint.',
      }),
    ],
  ),
  scenario(
    [
      'scopes-unauthorized',
      'Scopes that are unauthorized or expired',
      'AADSTS70000: the session is lost, or consent is missing, and the number does not say which (F23).',
      'Sign in: a window opens, and the check turns green.',
    ],
    [
      GRANTED,
      faultAtBroker({
        kind: 'aadsts',
        number: 70000,
        error: 'invalid_grant',
        text: 'The provided request must include scopes that are authorized. The scopes requested are unauthorized or expired.',
      }),
    ],
  ),
  scenario(
    [
      'number-in-no-table',
      'A number that we do not have',
      'AADSTS160021 is in no table of ours, and MSAL says that a person has to act (F5).',
      'Sign in: a window opens, and the check turns green.',
    ],
    [
      GRANTED,
      faultAtBroker({
        kind: 'aadsts',
        number: 160021,
        error: 'interaction_required',
        text: 'Application requested a user session which does not exist.',
      }),
    ],
  ),
];
