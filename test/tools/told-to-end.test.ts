import { whenToldToEnd } from './told-to-end';

const told: string[] = [];
const signals = ['SIGINT', 'SIGTERM'] as const;
let exit: jest.SpyInstance;

beforeEach(() => {
  jest.useFakeTimers();
  told.length = 0;
  exit = jest.spyOn(process, 'exit').mockImplementation((code) => {
    told.push(`exit ${String(code)}`);
    return undefined as never;
  });
  whenToldToEnd((signal) => told.push(signal));
});
afterEach(() => {
  for (const signal of signals) process.removeAllListeners(signal);
  exit.mockRestore();
  jest.useRealTimers();
});

const arrives = (signal: (typeof signals)[number], afterMs = 0): void => {
  jest.advanceTimersByTime(afterMs);
  process.emit(signal);
};

test('one Ctrl+C that comes by several ways is one', () => {
  arrives('SIGINT');
  arrives('SIGINT', 40);
  arrives('SIGTERM', 200);
  expect(told).toEqual(['SIGINT']);
});

test('a person who presses it again does not wait any longer', () => {
  arrives('SIGINT');
  arrives('SIGINT', 1_500);
  expect(told).toEqual(['SIGINT', 'exit 1']);
});
