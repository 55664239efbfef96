import { readFileSync } from 'node:fs';
import path from 'node:path';
import { HEARTBEAT_MS } from '../../src/core/api/request-events';
import { REQUEST_LIFETIME_MS } from '../../src/core/api/requests';
import { SHORT_BYTES } from '../../src/service/database/room';
import { REFUSED_FOR_MS } from '../../src/service/database/write-watch';
import { WARN_DAYS } from '../../src/service/doctor/finding';
import { ANSWER_LIMIT_MS } from '../../src/service/health-check';
import { LISTENERS_AT_MOST, PER_ADDRESS_AT_MOST } from '../../src/service/http/event-streams';
import { LONGEST_BODY_BYTES, WAITING_AT_MOST } from '../../src/service/http/server';
import { VALID_DAYS } from '../../src/setup/client-certificate';
import { startIn } from '../service/testing/unit-file';

const read = (name: string): string => readFileSync(path.resolve(__dirname, '../..', name), 'utf8');
/** A page's words in one line, wherever its lines end. */
const operating = read('docs/OPERATING.md').replaceAll(/\s+/g, ' ');
const [nginx, image, unit, compose] = [
  'deploy/nginx.conf',
  'deploy/Dockerfile',
  'deploy/extendsync.service',
  'deploy/compose.yaml',
].map(read) as [string, string, string, string];

/** The number that stands where the pattern has its group. Throws where the text has no such place. */
function numberIn(text: string, pattern: RegExp): number {
  const found = pattern.exec(text)?.[1];
  if (found === undefined) throw new Error(`Nothing is like ${String(pattern)}.`);
  return Number(found.replaceAll(',', ''));
}

const SECOND_MS = 1_000;
const DAY_MS = 24 * 60 * 60_000;

test.each([
  ['a request lives', /requests that are under way \((\d+) days at most\)/, REQUEST_LIFETIME_MS / DAY_MS],
  ['a request can be withdrawn', /listen to it for (\d+) days/, REQUEST_LIFETIME_MS / DAY_MS],
  ['a stream sends something', /Event streams send something every (\d+) seconds/, HEARTBEAT_MS / SECOND_MS],
  ['streams for one address', /One process keeps ([\d,]+) streams for one address/, PER_ADDRESS_AT_MOST],
  ['streams in all', /and ([\d,]+) in all/, LISTENERS_AT_MOST],
  ['connections that wait', /The service lets ([\d,]+) connections wait/, WAITING_AT_MOST],
  ['a disk short of room', /While less than (\d+) MB are free/, SHORT_BYTES / 1024 ** 2],
  ['the doctor warns', /The doctor warns (\d+) days before/, WARN_DAYS],
  ['a client certificate', /makes is good for (\d+) days/, VALID_DAYS],
])('%s: docs/OPERATING.md has the number of the code', (_, told, is) => {
  expect(numberIn(operating, told)).toBe(is);
});

test.each(['CHECK_EVERY_HOURS', 'HISTORY_DAYS', 'DATA_DIR'])('the page has the default of %s', (name) => {
  const [, is = ''] =
    new RegExp(`^  ${name}: .*default: '?([^' }]+)`, 'm').exec(read('src/service/settings-fields.ts')) ?? [];
  const [, told] =
    new RegExp(`^\\| \`${name}\` .*\\bdefault \`?([^\` ]+?)[\`. ]`, 'im').exec(read('docs/OPERATING.md')) ??
    [];
  expect(is).not.toBe('');
  expect(told).toBe(is);
});

test.each([
  ['src/ui/strings/approval/en.ts', /its (\d+) days are over/],
  ['src/ui/strings/later/en.ts', /its (\d+) days are over/],
  ['src/ui/operators/words.ts', /It works for (\d+) days/],
])('the days of a request in %s are those that the service keeps it', (file, told) => {
  expect(numberIn(read(file), told)).toBe(REQUEST_LIFETIME_MS / DAY_MS);
});

test('a refused write counts for the minute that is told of', () => {
  expect(operating).toContain('after a write that was refused `/readyz` stays at 503 for a minute');
  expect(REFUSED_FOR_MS).toBe(60_000);
});

test('nginx waits longer than a stream is silent, and takes every body that the service takes', () => {
  const waits = numberIn(nginx, /proxy_read_timeout (\d+)s;/);
  expect(waits * SECOND_MS).toBeGreaterThan(2 * HEARTBEAT_MS);
  expect(numberIn(operating, /`proxy_read_timeout (\d+)s`/)).toBe(waits);
  expect(numberIn(nginx, /client_max_body_size (\d+)k;/) * 1024).toBeGreaterThanOrEqual(LONGEST_BODY_BYTES);
  for (const setting of ['worker_connections', 'worker_rlimit_nofile'])
    expect(numberIn(compose, new RegExp(`${setting} (\\d+);`))).toBe(
      numberIn(operating, new RegExp(`\`${setting} (\\d+);\``)),
    );
});

test('the image’s health check waits longer than the answer that it asks for', () => {
  const waits = numberIn(image, /^HEALTHCHECK .*--timeout=(\d+)s/m);
  expect(waits * SECOND_MS).toBeGreaterThan(ANSWER_LIMIT_MS);
});

test('systemd waits longer for the end than the service takes at most', () => {
  const takes = numberIn(read('src/service/main.ts').replaceAll('_', ''), /STOPLIMITMS = (\d+);/);
  expect(numberIn(unit, /^TimeoutStopSec=(\d+)$/m) * SECOND_MS).toBeGreaterThan(takes);
});

test('unit, image and page start Node with the same limit for what is young', () => {
  const limit = startIn(unit).nodeOptions.find((option) => option.startsWith('--max-semi-space-size='));
  expect(limit).toBeDefined();
  expect(image).toContain(`"${String(limit)}"`);
  expect(operating).toContain(`node ${String(limit)} dist/service/main.js`);
  expect(operating).toContain(`With \`${String(limit)}\``);
});
