import { Writable } from 'node:stream';
import { createOutput } from '../../src/service/standard-output';

/** Takes the first text; then whoever read it is gone. */
function pipeThatBreaks() {
  const asked: string[] = [];
  const stream = new Writable({
    decodeStrings: false,
    autoDestroy: false,
    write(text: string, _encoding, done) {
      asked.push(text);
      done(asked.length > 1 ? Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }) : undefined);
    },
  });
  return { stream, asked };
}

test('15.3: whoever reads the output is gone: the rest is dropped, and nothing ends', async () => {
  const { stream, asked } = pipeThatBreaks();
  const write = createOutput(stream);
  const isBroken = new Promise((resolve) => void stream.once('error', resolve));
  write('read');
  write('too late');
  await isBroken;
  write('dropped');
  expect(asked).toEqual(['read', 'too late']);
});

test('15.3: any other trouble of the output is not hidden', () => {
  const { stream } = pipeThatBreaks();
  createOutput(stream);
  const full = Object.assign(new Error('write ENOSPC'), { code: 'ENOSPC' });
  expect(() => stream.emit('error', full)).toThrow(full);
});
