import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Application } from '../core/registration/application';
import { codeOf } from '../service/error-code';
import { hasHintOf, isCertificate } from '../service/registered-credential';
import { filesInTheWay, inSettings, keyOf, makeClientCertificate } from './client-certificate';
import type { GraphApplications } from './graph-applications';
import type { RegistrationSettings } from './registration-settings';
import { NOTHING_TO_DO, type Step } from './step';

export interface CredentialWishes {
  readonly secret: boolean;
  /** Where a certificate is put. */
  readonly folder: string;
}

/** Shown in the registration beside the certificate or secret. */
const CREDENTIAL_NAME = 'ExtendSync consent service';

/**
 * What the service proves itself with: the certificate or secret that the settings name, else a new one. Throws where the
 * wishes contradict the settings, and where a registration would be made that the service cannot use.
 */
export function credentialStep(
  existing: Application | undefined,
  { secret, certificateFile }: RegistrationSettings,
  wishes: CredentialWishes,
  world: {
    readonly graph: GraphApplications;
    readonly now: () => Date;
    readonly keep: (values: Readonly<Record<string, string>>) => void;
  },
): Step {
  const { graph, now, keep } = world;
  if (wishes.secret && certificateFile !== undefined) {
    throw new Error(
      'The settings name a certificate, and --secret asks for a secret: take CLIENT_CERTIFICATE_FILE and CLIENT_KEY_FILE out of the settings, or leave --secret out.',
    );
  }
  if (secret !== undefined) {
    const isUnknown =
      existing?.passwordCredentials.every((entry) => entry.hint !== '' && !hasHintOf(entry, secret)) ?? true;
    return isUnknown
      ? unusable('CLIENT_SECRET is none of its secrets. Take it out of the settings, and run this again.')
      : NOTHING_TO_DO;
  }
  if (certificateFile !== undefined) {
    const certificate = certificateIn(certificateFile);
    if (!certificate.ok) {
      return unusable(
        `CLIENT_CERTIFICATE_FILE is ${certificateFile}, and ${certificate.why}: whether the registration knows it cannot be seen here.`,
      );
    }
    const { pem } = certificate;
    if (existing?.keyCredentials.some((entry) => isCertificate(entry, pem)) === true) return NOTHING_TO_DO;
    return {
      says: [`The certificate ${certificateFile} is added; its private key stays here.`],
      run: ({ id }) => graph.addCertificate(id, CREDENTIAL_NAME, keyOf(pem)),
    };
  }
  if (wishes.secret) {
    return {
      says: ['A secret is made and written to the settings.'],
      run: async ({ id }) => keep({ CLIENT_SECRET: await graph.addSecret(id, CREDENTIAL_NAME) }),
    };
  }
  const inTheWay = filesInTheWay(wishes.folder);
  if (inTheWay.length > 0) {
    throw new Error(
      `${inTheWay.join(' and ')}: there already, and no setting names it. Move it away, give another --folder, or name it in CLIENT_CERTIFICATE_FILE and CLIENT_KEY_FILE.`,
    );
  }
  return {
    says: [`A certificate is made in ${wishes.folder} and added; its private key stays there.`],
    run: async ({ id }) => {
      const made = await makeClientCertificate(wishes.folder, now());
      keep({
        CLIENT_CERTIFICATE_FILE: inSettings(made.certificateFile),
        CLIENT_KEY_FILE: inSettings(made.keyFile),
      });
      await graph.addCertificate(id, CREDENTIAL_NAME, keyOf(made.certificate));
    },
  };

  /** A registration that is there may be brought up to date all the same: the service may run elsewhere, with its own files. */
  function unusable(why: string): Step {
    if (!existing) throw new Error(`No registration is made: ${why}`);
    return { ...NOTHING_TO_DO, leaves: [why] };
  }
}

type Certificate = { readonly ok: true; readonly pem: string } | { readonly ok: false; readonly why: string };

function certificateIn(file: string): Certificate {
  let pem: string;
  try {
    pem = readFileSync(file, 'utf8');
  } catch (error) {
    return {
      ok: false,
      why: `the file cannot be read (${codeOf(error) ?? 'no reason'})`,
    };
  }
  try {
    return { ok: true, pem: new X509Certificate(pem).toString() };
  } catch {
    return { ok: false, why: 'the file holds no certificate in PEM' };
  }
}
