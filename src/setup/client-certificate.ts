import { X509Certificate } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { generate } from 'selfsigned';

const DAY_MS = 24 * 60 * 60_000;
/** The doctor warns a month before. */
export const VALID_DAYS = 365;

export interface ClientCertificate {
  readonly certificateFile: string;
  readonly keyFile: string;
  /** PEM. */
  readonly certificate: string;
}

/** As the settings name a file: Windows takes such a path too, and the service may run elsewhere. */
export const inSettings = (file: string, separator: string = path.sep): string =>
  file.split(separator).join('/');

const filesIn = (folder: string): { readonly certificateFile: string; readonly keyFile: string } => ({
  certificateFile: path.join(folder, 'client-certificate.pem'),
  keyFile: path.join(folder, 'client-key.pem'),
});

/** Which of the files that would be made are there already: they may be all that there is of another certificate's key. */
export const filesInTheWay = (folder: string): readonly string[] =>
  Object.values(filesIn(folder)).filter((file) => existsSync(file));

/**
 * Makes the certificate with which the service proves itself to Entra, RSA as Entra wants it
 * (https://learn.microsoft.com/en-us/entra/identity-platform/certificate-credentials). The key stays in its file, which
 * nobody else may read. Rejects where one of the files is there already.
 */
export async function makeClientCertificate(folder: string, now: Date): Promise<ClientCertificate> {
  const made = await generate([{ name: 'commonName', value: 'ExtendSync consent service' }], {
    keySize: 2048,
    algorithm: 'sha256',
    // Entra's clock may be a little behind ours.
    notBeforeDate: new Date(now.getTime() - DAY_MS),
    notAfterDate: new Date(now.getTime() + VALID_DAYS * DAY_MS),
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', clientAuth: true },
    ],
  });
  const { certificateFile, keyFile } = filesIn(folder);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(keyFile, made.private, { mode: 0o600, flag: 'wx' });
  writeFileSync(certificateFile, made.cert, { flag: 'wx' });
  return { certificateFile, keyFile, certificate: made.cert };
}

/** The certificate as Graph takes it: DER in base64. */
export const keyOf = (certificate: string): string => new X509Certificate(certificate).raw.toString('base64');
