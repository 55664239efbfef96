import fc from 'fast-check';
import { mailboxHash } from '../../src/core/mailbox-hash';

test('S: the mark of a mailbox shows nothing of its address, and is the same in any case of it', () => {
  fc.assert(
    fc.property(fc.emailAddress(), (address) => {
      const mark = mailboxHash(address);
      expect(mark).toMatch(/^[0-9a-f]{16}$/);
      expect(mailboxHash(address.toUpperCase())).toBe(mark);
    }),
  );
});

test('two mailboxes have two marks', () => {
  const addresses = [
    '',
    'mia@contoso.example',
    'mia@fabrikam.example',
    'aim@contoso.example',
    'ab@c.de',
    'ba@c.de',
  ];
  expect(new Set(addresses.map(mailboxHash)).size).toBe(addresses.length);
});
