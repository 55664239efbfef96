import { X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import { connect } from 'node:tls';
import type { ShownCertificate } from './examination';

const CONNECT_LIMIT_MS = 5_000;

/** A handshake, and nothing more; whether the certificate is trusted is told and not demanded. */
export function certificateAt(origin: string): Promise<ShownCertificate | undefined> {
  const { hostname, port } = new URL(origin);
  const host = hostname.replaceAll(/[[\]]/g, '');
  return new Promise((resolve) => {
    const socket = connect({
      host,
      port: Number(port || 443),
      // A server is never asked for by an address (RFC 6066, section 3).
      servername: isIP(host) === 0 ? host : '',
      rejectUnauthorized: false,
      timeout: CONNECT_LIMIT_MS,
    });
    const end = (shown: ShownCertificate | undefined): void => {
      socket.destroy();
      resolve(shown);
    };
    socket.once('secureConnect', () => {
      const { raw } = socket.getPeerCertificate();
      const distrust = socket.authorized ? undefined : String(socket.authorizationError);
      end(raw ? { certificate: new X509Certificate(raw), distrust } : undefined);
    });
    socket.once('timeout', () => end(undefined));
    socket.once('error', () => end(undefined));
  });
}
