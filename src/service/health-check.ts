import { request as askByHttp } from 'node:http';
import { request as askByHttps } from 'node:https';
import { SettingsError } from './settings-error';
import { readFields } from './settings-fields';

/** Shorter than what Docker and others give a health check. */
const ANSWER_LIMIT_MS = 4_000;
/** Where one's own machine reaches a service that listens at every address. */
const EVERYWHERE: Readonly<Record<string, string>> = { '0.0.0.0': '127.0.0.1', '::': '::1' };

/**
 * Whether the service that these settings start on this machine answers at /healthz: at its HOST and PORT, and by https where
 * it speaks https itself. Throws a `SettingsError` where these settings name no place.
 */
export async function isHealthy(environment: Readonly<Record<string, string | undefined>>): Promise<boolean> {
  const { values, problems } = readFields(environment, ['HOST', 'PORT', 'TLS_CERT_FILE']);
  const { HOST: host = '', PORT: port = 0, TLS_CERT_FILE: certificate } = values;
  if (Object.keys(problems).length > 0) throw new SettingsError(problems, 'Nothing can be asked');
  // Node's own agent may have a proxy, which does not reach this machine (https://nodejs.org/api/http.html#built-in-proxy-support).
  const own = { host: EVERYWHERE[host] ?? host, port, agent: false } as const;
  const options = { ...own, path: '/healthz', timeout: ANSWER_LIMIT_MS };
  return new Promise((resolve) => {
    // The certificate is for the public name, by which this machine is not asked.
    const asked =
      certificate === undefined ? askByHttp(options) : askByHttps({ ...options, rejectUnauthorized: false });
    asked.once('response', (answer) => {
      resolve(answer.statusCode === 200);
      asked.destroy();
    });
    asked.once('timeout', () => asked.destroy());
    asked.once('error', () => resolve(false));
    asked.once('close', () => resolve(false));
    asked.end();
  });
}
