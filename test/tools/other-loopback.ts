import { connect } from 'node:net';

/**
 * Whether somebody answers at this port of ::1. What listens on 127.0.0.1 alone does not meet them, and a browser that is sent
 * to localhost asks them first: its port is another's.
 */
export const isOnIpv6 = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ host: '::1', port }, () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
