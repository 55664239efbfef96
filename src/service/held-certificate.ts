import { X509Certificate } from 'node:crypto';
import type { Shortcoming } from './shortcoming';
import type { Credential } from './tenant/entra-questions';

/** The doctor has warned for weeks by then, of the one in the settings; a start that was forgotten takes a minute. */
const SOON_MS = 7 * 24 * 60 * 60_000;

/**
 * Where the certificate with which this process proves itself ends soon, or has ended. It was read at the start: the file
 * may hold a newer one for long, and the doctor, which reads the file, would find all well.
 */
export function endOfHeld(credential: Credential, nowMs: number): Shortcoming | undefined {
  if (credential.kind === 'secret') return undefined;
  const endMs = Date.parse(new X509Certificate(credential.certificate).validTo);
  if (endMs - nowMs > SOON_MS) return undefined;
  const end = new Date(endMs).toISOString().slice(0, 10);
  return {
    because: `the client certificate that it was started with ${endMs <= nowMs ? 'ended' : 'ends'} on ${end}`,
    change: 'renew it where its settings still name this one, and start the service again',
  };
}
