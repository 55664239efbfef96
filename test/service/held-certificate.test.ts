import { generate } from 'selfsigned';
import { endOfHeld } from '../../src/service/held-certificate';

const DAY_MS = 24 * 60 * 60_000;
const END_MS = Date.UTC(2027, 4, 9);

test('what a service was started with is told from a week before it ends on', async () => {
  const { cert, private: privateKey } = await generate([{ name: 'commonName', value: 'x' }], {
    algorithm: 'sha256',
    notBeforeDate: new Date(END_MS - 365 * DAY_MS),
    notAfterDate: new Date(END_MS),
  });
  const credential = { kind: 'certificate', certificate: cert, privateKey } as const;
  const toldAt = (nowMs: number): string | undefined => endOfHeld(credential, nowMs)?.because;
  expect(toldAt(END_MS - 8 * DAY_MS)).toBeUndefined();
  expect(toldAt(END_MS - 6 * DAY_MS)).toBe(
    'the client certificate that it was started with ends on 2027-05-09',
  );
  expect(toldAt(END_MS)).toBe('the client certificate that it was started with ended on 2027-05-09');
});

test('of a secret the service does not know when it ends', () => {
  expect(endOfHeld({ kind: 'secret', secret: 'x' }, END_MS)).toBeUndefined();
});
