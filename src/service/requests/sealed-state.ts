import { EncryptJWT, jwtDecrypt } from 'jose';

/**
 * A `state` for Microsoft to bring back: a JWE (RFC 7516, `dir` with A256GCM). It is sealed, so that nobody can make or
 * change one, and closed, because what it holds travels through addresses that Microsoft and the browser keep.
 */
export const sealState = (key: Uint8Array, content: Readonly<Record<string, string>>): Promise<string> =>
  new EncryptJWT({ ...content }).setProtectedHeader({ alg: 'dir', enc: 'A256GCM' }).encrypt(key);

/** What one of our states holds; undefined for anything else. */
export async function openState(
  key: Uint8Array,
  state: string,
): Promise<Readonly<Record<string, unknown>> | undefined> {
  try {
    const { payload } = await jwtDecrypt(state, key, {
      keyManagementAlgorithms: ['dir'],
      contentEncryptionAlgorithms: ['A256GCM'],
    });
    return payload;
  } catch {
    return undefined;
  }
}
