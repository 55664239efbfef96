import { readOfficeFacts } from '../../../src/adapters/office/facts';
import { createOfficeReady } from '../../../src/adapters/office/ready';
import { ManualClock } from '../../support/manual-clock';
import { fakeOffice, giveOffice, takeOffice } from './fake-office';

afterEach(takeOffice);

const ready = () => createOfficeReady(window, new ManualClock());

test('of each requirement set the highest version is told that the host declares', async () => {
  const office = fakeOffice();
  const minor: Readonly<Record<string, number>> = { Mailbox: 13, NestedAppAuth: 1, Unheard: 9 };
  Object.assign(office.context, {
    diagnostics: { host: 'Outlook', version: '16.0.17928.20114' },
    requirements: {
      isSetSupported: (set: string, version: string) => (minor[set] ?? 0) >= Number(version.split('.')[1]),
    },
  });
  giveOffice(office);
  expect(await readOfficeFacts(ready())).toEqual({
    hostVersion: '16.0.17928.20114',
    requirementSets: { Mailbox: '1.13', NestedAppAuth: '1.1' },
  });
});

test('a host without diagnostics or requirements tells nothing, and nothing fails', async () => {
  const office = fakeOffice();
  Object.assign(office.context, { requirements: undefined });
  giveOffice(office);
  expect(await readOfficeFacts(ready())).toEqual({ requirementSets: {} });
});

test('outside any host there is nothing to tell', async () => {
  giveOffice(fakeOffice({ host: null }));
  expect(await readOfficeFacts(ready())).toEqual({ requirementSets: {} });
});

test('office.js tells its own version where it has written one', async () => {
  const office = fakeOffice();
  Object.assign(office.context, { requirements: undefined });
  giveOffice(office);
  const withScript = globalThis as { OSF?: unknown };
  try {
    withScript.OSF = { ConstantNames: { FileVersion: '16.0.15407.10000' } };
    expect(await readOfficeFacts(ready())).toEqual({
      officeVersion: '16.0.15407.10000',
      requirementSets: {},
    });
    for (const odd of [
      undefined,
      null,
      {},
      { ConstantNames: null },
      { ConstantNames: { FileVersion: 16 } },
    ]) {
      withScript.OSF = odd;
      expect(await readOfficeFacts(ready())).toEqual({ requirementSets: {} });
    }
  } finally {
    delete withScript.OSF;
  }
});
