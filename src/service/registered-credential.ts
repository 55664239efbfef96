import { X509Certificate } from 'node:crypto';
import type { KeyCredential, PasswordCredential } from '../core/registration/application';

/** Whether an entry of a registration is this certificate, by its key or by its thumbprint in either of Graph's forms. */
export function isCertificate(entry: KeyCredential, certificate: string): boolean {
  const { raw, fingerprint } = new X509Certificate(certificate);
  if (entry.key !== '') return entry.key === raw.toString('base64');
  const hex = fingerprint.replaceAll(':', '');
  return [hex, Buffer.from(hex, 'hex').toString('base64')].some(
    (form) => form.toUpperCase() === entry.thumbprint.toUpperCase(),
  );
}

/** Entra shows the first letters of a secret, and never more; of an old one none. */
export const hasHintOf = ({ hint }: PasswordCredential, secret: string): boolean =>
  hint !== '' && secret.startsWith(hint);
