import { X509Certificate } from 'node:crypto';
import { aadstsCodeIn } from '../../core/consent/entra-errors';
import { compareRegistration } from '../../core/registration/compare';
import { wantedRegistration } from '../../core/registration/wanted';
import { openIdConfigurationUrl } from '../../core/tenant';
import { hasHintOf, isCertificate } from '../registered-credential';
import type { NoToken } from '../tenant/entra-questions';
import type { Examination } from './examination';
import { failed, judgeEnd, ok, type Seen, warning } from './finding';

const REGISTER = 'Run npm run register.';
const REACH =
  'Let this machine reach it over https; for a proxy see “What it has to reach” in docs/OPERATING.md.';

/** Whether Entra's sign-in is there. */
export async function login({ settings, get }: Examination): Promise<Seen> {
  const { loginOrigin } = settings.cloud;
  const tenant = settings.homeTenant ?? 'organizations';
  const answer = await get(openIdConfigurationUrl(loginOrigin, tenant).href);
  if (!answer.ok) {
    return failed(`${loginOrigin} cannot be reached: ${answer.why}.`, REACH);
  }
  return answer.status === 200
    ? ok(`${loginOrigin} answers.`)
    : failed(
        `${loginOrigin} answers ${String(answer.status)} for ${tenant}.`,
        'Check HOME_TENANT and CLOUD, and what stands between this machine and Microsoft.',
      );
}

/** Whether Graph is there: without a token it refuses, in its own way. */
export async function graph({ settings, get }: Examination): Promise<Seen> {
  const { graphOrigin } = settings.cloud;
  const answer = await get(`${graphOrigin}/v1.0/organization`);
  if (!answer.ok) {
    return failed(`${graphOrigin} cannot be reached: ${answer.why}.`, REACH);
  }
  return answer.status === 401 && answer.text.includes('InvalidAuthenticationToken')
    ? ok(`${graphOrigin} answers.`)
    : failed(
        `${graphOrigin} answers ${String(answer.status)}, which is not how Microsoft Graph refuses.`,
        'Check CLOUD, and what stands between this machine and Microsoft.',
      );
}

/** Entra turns away assertions of a clock that is five minutes off (AADSTS700024). */
const CLOCK_FAILS_MS = 5 * 60_000;
const CLOCK_WARNS_MS = 30_000;

export async function clock({ settings, get, world }: Examination): Promise<Seen> {
  const answer = await get(openIdConfigurationUrl(settings.cloud.loginOrigin, 'organizations').href);
  const theirs = Date.parse((answer.ok && answer.headers.get('date')) || '');
  const cure = 'Set the clock by the network (timedatectl set-ntp true, or the host of the container).';
  if (Number.isNaN(theirs)) return warning('The clock could not be compared with Microsoft’s.', cure);
  const offMs = world.clock.now() - theirs;
  const says = `The clock is ${String(Math.round(Math.abs(offMs) / 1000))} s ${offMs < 0 ? 'behind' : 'ahead of'} Microsoft’s.`;
  if (Math.abs(offMs) >= CLOCK_FAILS_MS) return failed(says, cure);
  return Math.abs(offMs) >= CLOCK_WARNS_MS ? warning(says, cure) : ok(says);
}

/** By Entra's number, what has to be done: by whoever runs the service, or in an organisation that is not its home. */
const TOKEN_CURES: Readonly<Record<string, string | { readonly home: string; readonly elsewhere: string }>> =
  {
    AADSTS700016: {
      home: `CLIENT_ID is not registered in HOME_TENANT, or the application is not in it. ${REGISTER}`,
      elsewhere:
        'The organisation has not approved it, or has deleted it: let an administrator there approve.',
    },
    AADSTS7000229: {
      home: `The application has no service principal in HOME_TENANT. ${REGISTER}`,
      elsewhere: 'The organisation has no service principal of it: let an administrator there approve.',
    },
    AADSTS7000215:
      'CLIENT_SECRET is none of the registration’s. Take it out of the settings and run npm run register.',
    AADSTS7000222: 'The secret has ended. Take CLIENT_SECRET out of the settings and run npm run register.',
    AADSTS700027: `The registration does not know the certificate. ${REGISTER}`,
    AADSTS700024: 'Set the clock.',
    AADSTS7000112: {
      home: 'The application is disabled in HOME_TENANT. Activate the registration under App registrations where it is deactivated, and enable the application under Enterprise applications.',
      elsewhere:
        'The organisation has switched the application off: an administrator there enables it under Enterprise applications.',
    },
    AADSTS90002: {
      home: 'HOME_TENANT is no tenant of this cloud: check it, and CLOUD.',
      elsewhere: 'It is no tenant of this cloud: check --tenant, and CLOUD.',
    },
  };

export async function token({ homeToken, settings }: Examination): Promise<Seen> {
  const answer = await homeToken();
  if (answer === undefined) {
    return warning(
      'HOME_TENANT is not set: neither token nor registration can be looked at, and a fault of the registration looks as if every organisation had withdrawn.',
      'Set it to the tenant id of the registration; npm run register writes it.',
    );
  }
  return answer.ok
    ? ok('The application gets a token in its home tenant.')
    : refused(answer, settings.homeTenant ?? '', true);
}

export function refused({ refusal, answer }: NoToken, tenant: string, isHome: boolean): Seen {
  if (answer.kind !== 'http') {
    return failed(
      `Entra gave no answer to the question for a token in ${tenant}.`,
      'See whether it can be reached.',
    );
  }
  const code = aadstsCodeIn(refusal.text);
  const says = `Entra gives no token in ${tenant}: ${code ?? `status ${String(answer.status)}`}.`;
  // The same number as for a certificate that is not registered.
  if (code === 'AADSTS700027' && /key used is expired/i.test(refusal.text)) {
    return failed(says, 'The certificate has ended: see credential.');
  }
  const known = code === undefined ? undefined : TOKEN_CURES[code];
  const lookUp = 'Look the number up at https://login.microsoftonline.com/error';
  const { home, elsewhere } =
    typeof known === 'object'
      ? known
      : { home: known ?? `${lookUp}, and run npm run register.`, elsewhere: known ?? `${lookUp}.` };
  return failed(says, isHome ? home : elsewhere);
}

const NOT_READ = 'The registration could not be read.';

export async function registration(examination: Examination): Promise<Seen> {
  const answer = await examination.application();
  if (!answer) return warning(NOT_READ, 'See the token above.');
  if (!answer.ok) {
    return answer.because === 'not-found'
      ? failed('The registration is not in HOME_TENANT.', REGISTER)
      : warning(`${NOT_READ} (${answer.because})`, 'Try again; npm run register looks at it too.');
  }
  const { publicOrigin } = examination.settings;
  const wanted = wantedRegistration({ publicOrigin, paneOrigin: examination.paneOrigin });
  const { differences } = compareRegistration(wanted, answer.value);
  const lines = differences.map(({ where, says }) => `${where}: ${says}`);
  if (lines.length === 0) return ok('The registration is as the product needs it.');
  return differences.some(({ change }) => change !== undefined)
    ? failed('The registration is not as the product needs it.', REGISTER, lines)
    : warning(
        'The registration holds more than the product needs.',
        'Take it out in the admin center.',
        lines,
      );
}

/** The days that are left of what the service proves itself with. */
export async function credential(examination: Examination): Promise<Seen> {
  const { settings, world, application } = examination;
  const now = world.clock.now();
  const own = settings.credential;
  const registered = await application();
  const known = registered?.ok === true ? registered.value : undefined;
  if (own.kind === 'certificate') {
    if (known && !known.keyCredentials.some((entry) => isCertificate(entry, own.certificate))) {
      return failed('The registration does not know the certificate.', REGISTER);
    }
    const end = Date.parse(new X509Certificate(own.certificate).validTo);
    return judgeEnd(
      'The client certificate',
      end,
      now,
      'Take CLIENT_CERTIFICATE_FILE and CLIENT_KEY_FILE out of the settings, move the files away, and run npm run register.',
    );
  }
  const renew = 'Take CLIENT_SECRET out of the settings, and run npm run register.';
  const ends = (known?.passwordCredentials ?? [])
    .filter((entry) => hasHintOf(entry, own.secret))
    .map(({ endDateTime }) => Date.parse(endDateTime));
  if (ends.length === 0 || ends.some(Number.isNaN)) {
    return warning(
      'How long the secret is good for could not be read.',
      `Look it up in the admin center. ${renew}`,
    );
  }
  return judgeEnd('The secret', Math.min(...ends), now, renew);
}

/**
 * Without a verified publisher Entra warns administrators, and lets users of other organisations consent to nothing. National
 * clouds verify nobody (https://learn.microsoft.com/en-us/graph/api/application-setverifiedpublisher).
 */
export async function publisher({ application, settings }: Examination): Promise<Seen> {
  const { name } = settings.cloud;
  if (name !== 'global' && name !== 'custom') return ok('Microsoft verifies no publishers in this cloud.');
  const answer = await application();
  if (answer?.ok !== true) return warning(NOT_READ, 'See the token above.');
  const { verifiedPublisher } = answer.value;
  return verifiedPublisher === ''
    ? warning(
        'Microsoft has not verified the publisher: administrators see “unverified”.',
        'https://learn.microsoft.com/en-us/entra/identity-platform/publisher-verification-overview',
      )
    : ok(`The publisher is verified: ${verifiedPublisher}.`);
}
