/**
 * A hash that is the same for the same mail address, in whatever case, to tell one mailbox's keys and locks in the browser
 * from another's: nobody reads the address off it. It is no secret: whoever has an address can make its hash. (It is
 * FNV-1a in 64 bits, http://www.isthe.com/chongo/tech/comp/fnv/, over the UTF-16 units.)
 */
export function mailboxHash(mailAddress: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const unit of mailAddress.trim().toLowerCase().split('')) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(unit.charCodeAt(0))) * 0x100000001b3n);
  }
  return hash.toString(16).padStart(16, '0');
}
