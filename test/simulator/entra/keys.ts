import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto';
import { promisify } from 'node:util';

/** A public key as published at `/discovery/v2.0/keys` (RFC 7517). */
export interface PublishedKey {
  readonly kty: 'RSA';
  readonly use: 'sig';
  readonly alg: 'RS256';
  readonly kid: string;
  readonly n: string;
  readonly e: string;
}

export type Claims = Readonly<Record<string, unknown>>;

/** The key with which the simulated tenant signs. */
export interface SigningKeys {
  readonly published: readonly PublishedKey[];
  /** A signed JWT (RS256, RFC 7519). `kid`: the name of a key that is not among the published ones. */
  sign(claims: Claims, kid?: string): string;
  /** The claims of a JWT signed by us; undefined for anything else. Times are not checked here. */
  read(token: string): Claims | undefined;
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

/** Decodes a JWT's part into an object; undefined for anything that is not one. */
export function decodePart(part: string | undefined): Claims | undefined {
  if (part === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Claims)
      : undefined;
  } catch {
    return undefined;
  }
}

/** Signs with a key that is there, as PEM, or with a new one. */
export async function makeSigningKeys(pem?: string): Promise<SigningKeys> {
  const privateKey =
    pem === undefined
      ? (await promisify(generateKeyPair)('rsa', { modulusLength: 2048 })).privateKey
      : createPrivateKey(pem);
  const publicKey: KeyObject = createPublicKey(privateKey);
  const { n, e } = publicKey.export({ format: 'jwk' });
  if (n === undefined || e === undefined) throw new Error('An RSA key without modulus or exponent');
  const kid = createHash('sha256').update(n).digest('base64url').slice(0, 27);
  const headerWith = (name: string): string => encode({ typ: 'JWT', alg: 'RS256', kid: name });
  return {
    published: [{ kty: 'RSA', use: 'sig', alg: 'RS256', kid, n, e }],
    sign(claims, name = kid) {
      const content = `${headerWith(name)}.${encode(claims)}`;
      return `${content}.${sign('sha256', Buffer.from(content), privateKey).toString('base64url')}`;
    },
    read(token) {
      const [head, body, signature, more] = token.split('.');
      if (head === undefined || body === undefined || signature === undefined || more !== undefined)
        return undefined;
      if (decodePart(head)?.['kid'] !== kid) return undefined;
      const good = verify(
        'sha256',
        Buffer.from(`${head}.${body}`),
        publicKey,
        Buffer.from(signature, 'base64url'),
      );
      return good ? decodePart(body) : undefined;
    },
  };
}
