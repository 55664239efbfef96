import type { Writable } from 'node:stream';

/**
 * Writes to a stream whose reader may go away, as standard output behind a pipe: what nobody can read any more (EPIPE) is
 * dropped, and ends nothing. Any other trouble is thrown, as it would be without a listener.
 */
export function createOutput(stream: Writable): (text: string) => void {
  let isRead = true;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    isRead = false;
  });
  return (text) => {
    if (isRead) stream.write(text);
  };
}
