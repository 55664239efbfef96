import { createPrivateKey, X509Certificate } from 'node:crypto';

/**
 * What is wrong with two PEM texts that should be a certificate and its private key, in words that follow the name of the
 * setting; nothing where they belong together. Of a chain the first certificate counts, as in TLS (RFC 8446, 4.4.2).
 */
export function problemsOfPair(
  certificate: string,
  key: string,
): { readonly certificate?: string; readonly key?: string } {
  const parsed = orUndefined(() => new X509Certificate(certificate));
  const privateKey = orUndefined(() => createPrivateKey(key));
  if (parsed && privateKey) {
    return parsed.checkPrivateKey(privateKey) ? {} : { key: 'is not the key of this certificate' };
  }
  return {
    ...(parsed ? {} : { certificate: 'holds no certificate in PEM' }),
    ...(privateKey ? {} : { key: 'holds no private key in PEM that can be read without a passphrase' }),
  };
}

function orUndefined<T>(parse: () => T): T | undefined {
  try {
    return parse();
  } catch {
    return undefined;
  }
}
