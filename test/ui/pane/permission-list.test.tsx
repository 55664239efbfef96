import { screen } from '@testing-library/react';
import { PERMISSION_SET } from '../../../src/core/permission-set';
import { permissionId, type Permission } from '../../../src/core/permissions';
import { renderPane } from './render-pane';
import { SAMPLE_STATES } from './sample-states';

const FOR_THE_PERSON = 'On behalf of the signed-in person';
const BY_ITSELF = 'By itself, without anybody signed in';

/** Opens the pane on a partial grant; `missing` tells what is not there. Answers the rows and headings as they are read. */
async function readList(missing: (permission: Permission) => boolean) {
  const { verdict } = SAMPLE_STATES.partial;
  if (verdict.kind !== 'partial') throw new Error('The sample is no partial grant.');
  const findings = PERMISSION_SET.map((permission) => ({
    id: permissionId(permission),
    permission,
    state: missing(permission) ? ('missing' as const) : ('tenant' as const),
  }));
  renderPane({ ...SAMPLE_STATES.partial, verdict: { ...verdict, findings } });
  return {
    rows: (await screen.findAllByRole('listitem')).map(
      ({ dataset }) => `${dataset['permission'] ?? ''}: ${dataset['state'] ?? ''}`,
    ),
    headings: screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent),
  };
}

describe('U19: what is missing is read first', () => {
  test('a whole kind that is missing goes before the other', async () => {
    const { rows, headings } = await readList(({ kind }) => kind === 'application');
    expect(headings).toEqual([BY_ITSELF, FOR_THE_PERSON]);
    expect(rows[0]).toMatch(/^application:.*: missing$/);
    expect(rows.findLastIndex((row) => row.endsWith(': missing'))).toBeLessThan(
      rows.findIndex((row) => row.endsWith(': granted')),
    );
  });

  test('the permissions of the sign-in do as well, folded as they are', async () => {
    const { rows, headings } = await readList(({ scope }) => scope === 'openid');
    expect(headings).toEqual([FOR_THE_PERSON, FOR_THE_PERSON, BY_ITSELF]);
    expect(rows[0]).toBe('sign-in: missing');
    expect(rows).toContain('sign-in: granted');
  });

  test('of both kinds, before anything that is granted', async () => {
    const { rows, headings } = await readList(
      ({ scope }) => scope === 'MailboxSettings.ReadWrite' || scope === 'User.Read.All',
    );
    expect(headings).toEqual([FOR_THE_PERSON, BY_ITSELF, FOR_THE_PERSON, BY_ITSELF]);
    const missing = rows.filter((row) => row.endsWith(': missing'));
    expect(missing.length).toBeGreaterThan(1);
    expect(rows.slice(0, missing.length)).toEqual(missing);
  });

  test('where all is alike the order is the one in which it is asked', async () => {
    const { rows, headings } = await readList(() => false);
    expect(headings).toEqual([FOR_THE_PERSON, BY_ITSELF]);
    expect(rows.at(0)).toMatch(/^delegated:/);
  });
});
