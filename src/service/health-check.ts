import { request as askByHttp } from 'node:http';
import { request as askByHttps } from 'node:https';
import { SettingsError } from './settings-error';
import { readFields } from './settings-fields';

/** Shorter than what Docker and others give a health check. */
export const ANSWER_LIMIT_MS = 4_000;
/** Where one's own machine reaches a service that listens at every address. */
const EVERYWHERE: Readonly<Record<string, string>> = { '0.0.0.0': '127.0.0.1', '::': '::1' };

/** Where a service listens on this machine. */
export interface OwnPlace {
  readonly host: string;
  readonly port: number;
  readonly isHttps: boolean;
}

/**
 * The status with which the service that listens on this machine answers, past everything that stands before it. Undefined
 * where nothing answers within four seconds. Never rejects.
 */
export function statusHere({ host, port, isHttps }: OwnPlace, path: string): Promise<number | undefined> {
  // Node's own agent may have a proxy, which does not reach this machine (https://nodejs.org/api/http.html#built-in-proxy-support).
  const own = { host: EVERYWHERE[host] ?? host, port, agent: false } as const;
  const options = { ...own, path, timeout: ANSWER_LIMIT_MS };
  return new Promise((resolve) => {
    // The certificate is for the public name, by which this machine is not asked.
    const asked = isHttps ? askByHttps({ ...options, rejectUnauthorized: false }) : askByHttp(options);
    asked.once('response', (answer) => {
      resolve(answer.statusCode);
      asked.destroy();
    });
    asked.once('timeout', () => asked.destroy());
    asked.once('error', () => resolve(undefined));
    asked.once('close', () => resolve(undefined));
    asked.end();
  });
}

/**
 * Whether the service that these settings start on this machine answers at /healthz: at its HOST and PORT, and by https where
 * it speaks https itself. Throws a `SettingsError` where these settings name no place.
 */
export async function isHealthy(environment: Readonly<Record<string, string | undefined>>): Promise<boolean> {
  const { values, problems } = readFields(environment, ['HOST', 'PORT', 'TLS_CERT_FILE']);
  const { HOST: host = '', PORT: port = 0, TLS_CERT_FILE: certificate } = values;
  if (Object.keys(problems).length > 0) throw new SettingsError(problems, 'Nothing can be asked');
  return (await statusHere({ host, port, isHttps: certificate !== undefined }, '/healthz')) === 200;
}
