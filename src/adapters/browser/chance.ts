import type { Chance } from '../../ports';

/** The browser's cryptographic randomness. */
export function createBrowserChance(crypto: Pick<Crypto, 'getRandomValues'>): Chance {
  return {
    fraction() {
      const word = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
      return word / 2 ** 32;
    },
    id() {
      const bytes = crypto.getRandomValues(new Uint8Array(16));
      // base64url without padding (RFC 4648, section 5): 16 bytes are 22 characters.
      return btoa(String.fromCharCode(...bytes))
        .replaceAll('+', '-')
        .replaceAll('/', '_')
        .replace(/=+$/, '');
    },
  };
}
