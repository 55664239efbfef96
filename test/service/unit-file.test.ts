import { readFileSync } from 'node:fs';
import path from 'node:path';

const unit = readFileSync(path.resolve(__dirname, '../../deploy/extendsync.service'), 'utf8');

// Fastify says at which addresses it listens when HOST is 0.0.0.0, and Linux tells a process its addresses by netlink
// (getifaddrs in libuv's uv_interface_addresses): a unit without it never came up, with an error that names no setting.
test('A1: the unit leaves the service every kind of socket that it opens, at whichever HOST', () => {
  const [, families = ''] = /^RestrictAddressFamilies=(.+)$/m.exec(unit) ?? [];
  expect(families.split(' ').toSorted()).toEqual(['AF_INET', 'AF_INET6', 'AF_NETLINK', 'AF_UNIX']);
});
