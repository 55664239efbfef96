import net from 'node:net';

/**
 * Tests talk to this machine only. Every connection of Node (fetch, https, pg) goes through net.Socket's connect, so
 * the fence stands there. Node's modules are shared by all test files of a worker: it is put up once.
 */

const FENCE = Symbol.for('extendsync.network-fence');
const LOOPBACK =
  /^(localhost|.+\.localhost|127(?:\.\d{1,3}){3}|::1|0:0:0:0:0:0:0:1|::ffff:127(?:\.\d{1,3}){3})$/i;

type Connect = (this: net.Socket, ...args: unknown[]) => net.Socket;

const proto = net.Socket.prototype as unknown as { connect: Connect & { [FENCE]?: true } };

if (proto.connect[FENCE] === undefined) {
  const connect = proto.connect;
  const fenced: Connect & { [FENCE]?: true } = function fencedConnect(...args) {
    const host = hostOf(args);
    if (host !== undefined && !LOOPBACK.test(host)) {
      throw new Error(`A test tried to reach ${host}: tests may talk to this machine only.`);
    }
    return connect.apply(this, args);
  };
  fenced[FENCE] = true;
  proto.connect = fenced;
}

/** The host that a call of connect asks for; undefined for this machine (no host) and for sockets in the file system. */
function hostOf(args: readonly unknown[]): string | undefined {
  // net.connect hands over its arguments already sorted: [[options, callback]].
  const first = Array.isArray(args[0]) ? (args[0] as readonly unknown[])[0] : args[0];
  if (typeof first === 'object' && first !== null) {
    const { host } = first as { host?: unknown };
    return typeof host === 'string' && host !== '' ? host : undefined;
  }
  return typeof args[1] === 'string' ? args[1] : undefined;
}
