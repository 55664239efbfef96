import { X509Certificate, createPrivateKey } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { generate } from 'selfsigned';
import { SITE_NAMES } from '../simulator/site-names';

/** A certificate for https://localhost, as PEM texts, and the file in which the certificate lies. */
export interface DevelopmentCertificate {
  readonly key: string;
  readonly cert: string;
  /** Absolute path: what NODE_EXTRA_CA_CERTS and `certutil` want. */
  readonly certFile: string;
  readonly keyFile: string;
}

const DAY_MS = 24 * 60 * 60 * 1000;
/** A world left open over a holiday should not lose its certificate. */
const MIN_DAYS_LEFT = 7;
/** Apple's platforms turn down certificates that are valid for more than 825 days; a year is plenty here. */
const VALID_DAYS = 365;
const KEY_FILE = 'localhost.key';
const CERT_FILE = 'localhost.crt';
/** Browsers that go by other names are told to trust the key. */
const NAMES = ['localhost', SITE_NAMES.pane, SITE_NAMES.login, SITE_NAMES.graph];
const ADDRESSES = ['127.0.0.1', '::1'];

/**
 * The certificate of this working copy for localhost, 127.0.0.1 and ::1, and for the names of a simulated world. It is made on the spot, kept in .cache/certs,
 * and made anew when fewer than 7 days are left. Nobody trusts it by itself: browsers ask, NODE_EXTRA_CA_CERTS makes
 * Node trust it. For a certificate that this machine trusts, see `installTrustedCertificate`.
 */
export async function loadCertificate(
  folder = path.resolve(__dirname, '../../.cache/certs'),
  now: Date = new Date(),
): Promise<DevelopmentCertificate> {
  const pairFolder = path.join(folder, 'localhost');
  const kept = await readPair(pairFolder);
  if (kept !== undefined && isUsable(kept, now)) return kept;

  // Key and certificate lie in one folder that is moved into place whole: two processes that start at the same time
  // never leave the key of one beside the certificate of the other.
  await mkdir(folder, { recursive: true });
  const draft = await mkdtemp(path.join(folder, 'draft-'));
  const made = await makeCertificate(now);
  await writeFile(path.join(draft, KEY_FILE), made.key, { mode: 0o600 });
  await writeFile(path.join(draft, CERT_FILE), made.cert);
  if (kept !== undefined || !(await moveTo(draft, pairFolder))) {
    const other = await readPair(pairFolder);
    if (other !== undefined && isUsable(other, now)) {
      await rm(draft, { recursive: true, force: true });
      return other;
    }
    await rm(pairFolder, { recursive: true, force: true });
    await moveTo(draft, pairFolder);
  }
  const stored = await readPair(pairFolder);
  if (stored === undefined)
    throw new Error(`The development certificate could not be written to ${pairFolder}.`);
  return stored;
}

/** Files of a certificate that this machine trusts; absolute paths. */
export interface TrustedCertificateFiles {
  readonly certFile: string;
  readonly keyFile: string;
  /** Of the authority that signed it. */
  readonly authorityFile: string;
}

/** The same with its texts, for servers of this process. */
export async function readTrustedCertificate({
  certFile,
  keyFile,
  authorityFile,
}: TrustedCertificateFiles): Promise<DevelopmentCertificate> {
  const [cert, key] = await Promise.all([certFile, keyFile].map((file) => readFile(file, 'utf8')));
  return { cert: cert ?? '', key: key ?? '', certFile: authorityFile, keyFile };
}

/**
 * Has office-addin-dev-certs make a certificate and install its authority on this machine, which asks the user for
 * consent (and for an administrator's password on some systems). Throws with what to do when it cannot.
 */
export async function installTrustedCertificate(): Promise<TrustedCertificateFiles> {
  const { ensureCertificatesAreInstalled, verifyCertificates } = await import('office-addin-dev-certs');
  // The folder in the home directory where the package keeps what it makes.
  const folder = path.join(homedir(), '.office-addin-dev-certs');
  const files = {
    certFile: path.join(folder, 'localhost.crt'),
    keyFile: path.join(folder, 'localhost.key'),
    authorityFile: path.join(folder, 'ca.crt'),
  };
  let cause: unknown;
  try {
    await ensureCertificatesAreInstalled();
    if (verifyCertificates(files.certFile, files.keyFile)) return files;
  } catch (error) {
    cause = error;
  }
  throw new Error(
    'The development certificate could not be installed. Run `npx office-addin-dev-certs install` to see why; ' +
      'on Linux it needs an administrator and the package libnss3-tools.',
    { cause },
  );
}

async function makeCertificate(now: Date): Promise<{ key: string; cert: string }> {
  const made = await generate([{ name: 'commonName', value: 'localhost' }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    // Clocks of containers and hosts differ: valid since yesterday.
    notBeforeDate: new Date(now.getTime() - DAY_MS),
    notAfterDate: new Date(now.getTime() + VALID_DAYS * DAY_MS),
    extensions: [
      // Trusted as a root by NODE_EXTRA_CA_CERTS, so it must be allowed to sign: itself, and nothing below.
      { name: 'basicConstraints', cA: true, pathLenConstraint: 0, critical: true },
      { name: 'keyUsage', digitalSignature: true, keyCertSign: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          ...NAMES.map((value) => ({ type: 2, value }) as const),
          ...ADDRESSES.map((ip) => ({ type: 7, ip }) as const),
        ],
      },
    ],
  });
  return { key: made.private, cert: made.cert };
}

async function readPair(folder: string): Promise<DevelopmentCertificate | undefined> {
  const certFile = path.join(folder, CERT_FILE);
  try {
    const [key, cert] = await Promise.all([
      readFile(path.join(folder, KEY_FILE), 'utf8'),
      readFile(certFile, 'utf8'),
    ]);
    return { key, cert, certFile, keyFile: path.join(folder, KEY_FILE) };
  } catch {
    return undefined;
  }
}

function isUsable(pair: { key: string; cert: string }, now: Date): boolean {
  try {
    const certificate = new X509Certificate(pair.cert);
    return (
      certificate.checkPrivateKey(createPrivateKey(pair.key)) &&
      Date.parse(certificate.validTo) - now.getTime() >= MIN_DAYS_LEFT * DAY_MS &&
      NAMES.every((name) => certificate.checkHost(name) !== undefined) &&
      ADDRESSES.every((address) => certificate.checkIP(address) !== undefined)
    );
  } catch {
    return false;
  }
}

/** False when the target is there already, with something in it. */
async function moveTo(source: string, target: string): Promise<boolean> {
  try {
    await rename(source, target);
    return true;
  } catch {
    return false;
  }
}
