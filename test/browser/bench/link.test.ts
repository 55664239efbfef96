import { ManualClock } from '../../support/manual-clock';
import { Line } from './link';

/** A thousand bytes take a millisecond, and 30 more to arrive. */
const LINK = { name: 'a link', latencyMs: 60, bitsPerSecond: 8_000_000 };

describe('15.1: one direction of a link', () => {
  async function arrivals(send: (line: Line, tell: (what: string) => () => void) => void): Promise<string[]> {
    const clock = new ManualClock(0);
    const seen: string[] = [];
    send(new Line(LINK, clock), (what) => () => void seen.push(`${what} at ${String(clock.now())}`));
    await clock.advance(1_000);
    clock.mustBeIdle();
    return seen;
  }

  test('takes half of the latency, and the time of its bytes', async () => {
    expect(
      await arrivals((line, tell) => {
        const send = line.sender();
        send(1_000, tell('first'));
        send(4_000, tell('second'));
        send(0, tell('end'));
      }),
    ).toEqual(['first at 31', 'second at 35', 'end at 35']);
  });

  test('is shared: whoever sends takes turns, whatever lies ready', async () => {
    expect(
      await arrivals((line, tell) => {
        const [large, small] = [line.sender(), line.sender()];
        for (const name of ['a', 'b', 'c']) large(1_000, tell(name));
        small(1_000, tell('small'));
      }),
    ).toEqual(['a at 31', 'b at 32', 'small at 33', 'c at 34']);
  });
});
