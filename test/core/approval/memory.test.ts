import { NO_MEMORY, parseTabMemory, toKeep, type TabMemory } from '../../../src/core/approval/memory';
import { CONTOSO } from '../../support/evidence';

const whole: TabMemory = {
  dialog: true,
  request: 'AAAAAAAAAAAAAAAAAAAAAA',
  tenant: CONTOSO,
  attempt: { state: 's', madeAtMs: 1, usedAtMs: 2 },
  situation: 'not-sure',
  isAnswered: true,
  returned: {
    outcome: 'accepted',
    isBelieved: true,
    isDirect: false,
    looked: 'confirmed',
    lookKey: 'BBBBBBBBBBBBBBBBBBBBBB',
    code: 'AADSTS650051',
  },
};

test('what was kept is read back whole', () => {
  const kept: unknown = JSON.parse(JSON.stringify(toKeep(whole)));
  expect(parseTabMemory(kept)).toEqual(whole);
});

test.each([undefined, null, 'text', 7, [], {}, { version: 1, dialog: true }])('%j is no memory', (value) => {
  expect(parseTabMemory(value)).toEqual(NO_MEMORY);
});

test.each([
  ['request', '../../etc'],
  ['request', 7],
  ['tenant', '<b>'],
  ['attempt', { state: '', madeAtMs: 1 }],
  ['returned', { outcome: 'granted' }],
  ['returned', 'accepted'],
  ['situation', 'everything'],
  ['isAnswered', 'yes'],
])('a bad %s (%j) is left out', (name, value) => {
  const { [name as 'request']: _, ...rest } = whole;
  expect(parseTabMemory({ ...toKeep(whole), [name]: value })).toEqual(rest);
});

test('a code that is none is not shown after a reload either', () => {
  expect(parseTabMemory({ version: 2, returned: { outcome: 'failed', code: '<i>' } }).returned).toEqual({
    outcome: 'failed',
    isBelieved: false,
    isDirect: false,
  });
});
