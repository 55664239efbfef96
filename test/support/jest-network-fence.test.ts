import http from 'node:http';
import https from 'node:https';
import net from 'node:net';
import type { AddressInfo } from 'node:net';

describe('the fence around the network', () => {
  test('this machine can be reached, by name and by address', async () => {
    const server = http.createServer((_request, response) => response.end('here'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    try {
      for (const host of ['127.0.0.1', 'localhost']) {
        expect(await (await fetch(`http://${host}:${String(port)}/`)).text()).toBe('here');
      }
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });

  test('no other machine can, in no way', async () => {
    const refusal = /tests may talk to this machine only/;
    const cause = await fetch('https://login.microsoftonline.com/common').catch(
      (error: Error) => error.cause,
    );
    expect(String(cause)).toMatch(refusal);
    expect(() => https.get('https://graph.microsoft.com/v1.0/me')).toThrow(refusal);
    expect(() => net.connect(443, '20.20.20.20')).toThrow(refusal);
    expect(() => net.connect({ port: 443, host: 'localhost.example.com' })).toThrow(refusal);
    expect(() => net.connect({ port: 443, host: '127.0.0.1.example.com' })).toThrow(refusal);
  });
});
