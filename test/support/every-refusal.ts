import { ENTRA_ERROR_ROWS } from '../../src/core/consent/entra-error-table';
import { refused } from './evidence';

/** One of Microsoft's numbers for each meaning that the table has, and a word for each that comes without a number. */
const ONE_OF_EACH = new Map(
  ENTRA_ERROR_ROWS.map(([number, ...meaning]) => [meaning.join(', '), number] as const).toReversed(),
);

const WORDS = [
  'consent_required',
  'access_denied',
  'login_required',
  'user_switch',
  'refresh_token_expired',
  'user_cancelled',
  'popup_window_error',
  'too_many_requests',
  'server_error',
  'bridge_timeout',
  'unauthorized_client',
  'invalid_scope',
  'native_executor_error',
  '',
];

/** A refusal of every meaning. */
export const REFUSALS_OF_EVERY_CAUSE = [
  ...[...ONE_OF_EACH].map(([meaning, number]) => ({
    what: `AADSTS${String(number)} (${meaning})`,
    report: refused(`AADSTS${String(number)}: as Entra says it`),
  })),
  ...WORDS.map((errorCode) => ({
    what: `the word "${errorCode}"`,
    report: refused('', { errorClass: 'other', errorCode }),
  })),
  {
    what: 'an exception of the browser',
    report: refused('', { errorClass: 'page', errorCode: 'SecurityError' }),
  },
];
