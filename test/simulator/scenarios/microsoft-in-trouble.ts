import type { FaultSpec } from '../entra/faults';
import { faultAtTokens, GRANTED, scenario, type Scenario, type Step } from './scenario';

const faultEverywhere = (trouble: FaultSpec['trouble']): Step => ({ set: 'fault', fault: { trouble } });

export const MICROSOFT_IN_TROUBLE: readonly Scenario[] = [
  scenario(
    [
      'throttled',
      'Microsoft throttles',
      'Every question is answered with 429 and a wait of 20 seconds.',
      'The pane waits as long as it was told to, and says so.',
    ],
    [GRANTED, faultAtTokens({ kind: 'throttle', retryAfterSeconds: 20 })],
  ),
  scenario(
    [
      'loop-detected',
      'Microsoft sees a loop',
      'AADSTS50196: it says "invalid grant", but means "too often".',
      'No approval is asked for: the pane only waits.',
    ],
    [GRANTED, faultAtTokens({ kind: 'aadsts', number: 50196 })],
  ),
  scenario(
    [
      'microsoft-down',
      'Microsoft is unavailable',
      'Sign-in and Graph answer 503.',
      'Neither red nor green. Clear the trouble and it turns green by itself.',
    ],
    [GRANTED, faultEverywhere({ kind: 'server-error', status: 503 })],
  ),
  scenario(
    [
      'garbage',
      'Answers that make no sense',
      'Sign-in and Graph answer with something that is no JSON.',
      'The same calm words as when Microsoft is unavailable.',
    ],
    [GRANTED, faultAtTokens({ kind: 'garbage' })],
  ),
  scenario(
    [
      'unforeseen',
      'A code nobody has seen',
      'AADSTS999999 as an answer to every question.',
      'The code is shown, and nothing is made of it.',
    ],
    [
      GRANTED,
      faultAtTokens({
        kind: 'aadsts',
        number: 999999,
        error: 'invalid_request',
        text: 'Something quite new.',
      }),
    ],
  ),
  scenario(
    [
      'opaque-tokens',
      'Tokens that cannot be read',
      'Graph tokens are opaque, as Microsoft says they may be.',
      'It is green all the same: what was granted is asked, not read out of a token.',
    ],
    [GRANTED, { set: 'opaque-graph-tokens' }],
  ),
  scenario(
    [
      'consistency-level',
      'Grants that are listed only on request',
      'Graph leaves grants out unless the question carries a certain header (F16).',
      'Nothing is said to be missing that is there.',
    ],
    [GRANTED, { set: 'quirk', quirk: 'grants-need-consistency-level' }],
  ),
  scenario(
    [
      'silent-frame',
      'A silent sign-in that never comes back',
      'No bridge, and the hidden frame gets no answer (F2).',
      'After some seconds the pane offers the window, and there sign-in works.',
    ],
    [
      GRANTED,
      { set: 'fault', fault: { trouble: { kind: 'silence', frames: true }, families: ['authorize'] } },
    ],
    { host: { bridge: 'absent' } },
  ),
  scenario(
    [
      'third-party-cookies',
      'A browser without third-party cookies',
      'No bridge, and no hidden frame finds a session.',
      'One click signs in; share, approve and confirm all the same.',
    ],
    [{ set: 'quirk', quirk: 'third-party-cookies-blocked' }],
    { host: { bridge: 'absent' } },
  ),
  scenario(
    [
      'offline',
      'No connection',
      "Neither Microsoft nor ExtendSync's service can be reached.",
      'What the pane says of the last answer, if there was one, and when it tries again.',
    ],
    [GRANTED, faultEverywhere({ kind: 'cut' })],
    { service: 'stopped' },
  ),
  scenario(
    [
      'service-stopped',
      "ExtendSync's service is away",
      'The pane works on its own and says what it can prove.',
      'Grant all under "Consent of the organisation": it is not green until the service is started.',
    ],
    [],
    { service: 'stopped' },
  ),
];
