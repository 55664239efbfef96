import { readFileSync } from 'node:fs';
import { connect, type AddressInfo } from 'node:net';
import { platform } from 'node:os';
import { createServer, listeningAt } from '../../../src/service/http/server';

const SYN_SENT = '02';

/** How many connections to a port of this machine are still knocking (https://docs.kernel.org/networking/proc_net_tcp.html). */
function knockingAt(port: number): number {
  const at = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  return readFileSync('/proc/net/tcp', 'utf8')
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([, , remote, state]) => remote?.endsWith(at) && state === SYN_SENT).length;
}

(platform() === 'linux' ? describe : describe.skip)('on Linux', () => {
  test('15.5: a thousand panes that come at once are let wait at the door, and none is sent to knock again', async () => {
    const app = createServer({ logLevel: 'silent', trustProxy: false, tls: undefined }, {}, undefined);
    await app.listen(listeningAt({ port: 0, host: '127.0.0.1' }));
    const { port } = app.server.address() as AddressInfo;
    const atOnce = Math.min(1_000, Number(readFileSync('/proc/sys/net/core/somaxconn', 'utf8')));
    const panes = Array.from({ length: atOnce }, () => connect(port, '127.0.0.1'));
    // They have all asked, and this thread has taken none yet.
    await new Promise<void>((resolve) => process.nextTick(resolve));
    const knocking = knockingAt(port);
    for (const pane of panes) pane.destroy();
    await app.close();
    expect(knocking).toBe(0);
  });
});
