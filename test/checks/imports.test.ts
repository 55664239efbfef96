import path from 'node:path';
import { findImportViolations, readGuardedFiles } from './imports';

const ROOT = path.resolve(__dirname, '../..');

const why = (file: string, source: string): readonly string[] =>
  findImportViolations(new Map([[file, source]])).map((violation) => violation.why);

describe('the one-way import rule', () => {
  test('holds in this working copy', () => {
    const files = readGuardedFiles(ROOT);
    expect(files.has('src/ports.ts')).toBe(true);
    expect(findImportViolations(files)).toEqual([]);
  });

  test('a folder without a row fails, even when it imports nothing', () => {
    expect(why('src/helpers/dates.ts', 'export const one = 1;')).toEqual([
      expect.stringContaining('has no row'),
    ]);
    expect(why('src/adapters/teams-share.ts', 'export const one = 1;')).toEqual([
      expect.stringContaining('has no row'),
    ]);
    expect(why('src/stray.ts', 'export const one = 1;')).toEqual([expect.stringContaining('has no row')]);
  });

  test.each([
    ['src/core/consent/judge.ts', `import { loop } from '../../app/loop';`],
    ['src/core/consent/judge.ts', `import type { Clock } from '../../ports';`],
    ['src/core/consent/judge.ts', `export * from '../../adapters/office/host';`],
    ['src/core/consent/judge.ts', `export { x } from '../../ui/pane/app';`],
    ['src/core/consent/judge.ts', `export const f = () => import('../../service/store');`],
    ['src/core/consent/judge.ts', `export type A = import('../../ports').Clock;`],
    ['src/core/consent/judge.ts', `const a = require('../../ports');`],
    ['src/core/consent/judge.ts', `import a = require('../../ports');`],
    ['src/core/consent/judge.ts', `import '../../simulator/world';`],
    ['src/app/create-app.ts', `import { x } from '../adapters/office/host';`],
    ['src/adapters/office/host.ts', `import { x } from '../../app/create-app';`],
    ['src/ui/pane/app.tsx', `import { x } from '../../adapters/office/host';`],
    ['src/service/main.ts', `import { x } from '../ui/pane/app';`],
    ['src/service/main.ts', `import { x } from '../adapters/service/client';`],
    ['test/simulator/world.ts', `import { createApp } from '../../src/app/create-app';`],
    ['src/core/asking/watch.ts', `import { x } from '../pane/state';`],
    ['src/core/support/redact.ts', `import type { State } from '../pane/state';`],
    ['src/ui/components/icon.tsx', `import { usePane } from '../pane/pane-context';`],
    ['src/ui/components/icon.tsx', `import { useApproval } from '../approval/approval-context';`],
    ['src/ui/approval/approval-page.tsx', `import { usePane } from '../pane/pane-context';`],
    ['src/ui/pane/app.tsx', `import { useApproval } from '../approval/approval-context';`],
    ['src/service/database/news.ts', `import { x } from '../http/limits';`],
    ['src/service/database/news.ts', `import { x } from '../requests/store';`],
  ])('%s may not say %s', (file, source) => {
    expect(why(file, source)).toEqual([expect.stringContaining('may not import')]);
  });

  test('types may cross where values may not', () => {
    expect(why('src/ports.ts', `import type { Evidence } from './core/evidence';`)).toEqual([]);
    expect(why('src/ports.ts', `import { judge } from './core/consent';`)).toEqual([
      expect.stringContaining('only types'),
    ]);
    expect(why('src/ui/pane/app.tsx', `import { type Store } from '../../app/store';`)).toEqual([]);
    expect(
      why('src/ui/pane/app.tsx', `import { type Store, createStore } from '../../app/store';`),
    ).toHaveLength(1);
    expect(why('src/ui/pane/app.tsx', `import { screenOf } from '../../core/pane/screens/screen';`)).toEqual(
      [],
    );
    expect(why('src/ui/pane/app.tsx', `import { judge } from '../../core/consent/judge';`)).toHaveLength(1);
  });

  test('the simulator knows the clock and nothing else of our ports', () => {
    expect(why('test/simulator/world.ts', `import type { Clock } from '../../src/ports';`)).toEqual([]);
    expect(why('test/simulator/world.ts', `import type { Clock, Host } from '../../src/ports';`)).toEqual([
      expect.stringContaining('only some names'),
    ]);
    expect(why('test/simulator/world.ts', `import type * as ports from '../../src/ports';`)).toHaveLength(1);
  });

  test.each([
    ['src/core/consent/judge.ts', 'jose', false],
    ['src/core/consent/judge.ts', 'node:crypto', false],
    ['src/core/consent/judge.ts', 'fs', false],
    ['src/app/create-app.ts', 'react', false],
    ['src/adapters/msal/probe.ts', '@azure/msal-browser', true],
    ['src/adapters/msal/probe.ts', '@azure/msal-node', false],
    ['src/adapters/office/host.ts', '@azure/msal-browser', false],
    ['src/adapters/browser/clock.ts', 'react', false],
    ['src/ui/pane/app.tsx', '@fluentui/react-components', true],
    ['src/ui/pane/app.tsx', 'react-dom/client', true],
    ['src/ui/pane/app.tsx', 'react-query', false],
    ['src/service/main.ts', 'fastify', true],
    ['src/service/main.ts', 'node:http', true],
    ['src/service/main.ts', 'react', false],
  ])('%s and the package %s: allowed %s', (file, name, allowed) => {
    expect(why(file, `import * as it from '${name}';`)).toHaveLength(allowed ? 0 : 1);
  });

  test('only the office adapters name the global Office', () => {
    const source = 'export const profile = () => Office.context.mailbox.userProfile;';
    expect(why('src/adapters/office/host.ts', source)).toEqual([]);
    expect(why('src/pages/taskpane/index.ts', source)).toHaveLength(1);
    expect(why('src/ui/office-theme.ts', 'export type T = Office.OfficeTheme;')).toHaveLength(1);
    expect(
      why('src/core/pane/screens/screen.ts', 'export const a = { Office: 1 }; export const b = a.Office;'),
    ).toEqual([]);
  });

  test.each([
    ['Date.now()', true],
    ['new Date()', true],
    ['Date()', true],
    ['[1].map(Date.now)', true],
    ['Reflect.construct(Date, [])', true],
    ['Date.parse("2026-11-24T00:00:00Z")', false],
    ['new Date(0).toISOString()', false],
    ['Date.UTC(2026, 10)', false],
    ['({ Date: 1 }).Date', false],
  ])('core may say %s: reads the clock %s', (code, reads) => {
    const source = `export const when = () => ${code}; export type When = Date;`;
    expect(why('src/core/asking/watch.ts', source)).toHaveLength(reads ? 1 : 0);
    expect(why('src/adapters/browser/clock.ts', source)).toEqual([]);
  });

  test('a computed path is refused, and a file that is no TypeScript is an error', () => {
    expect(why('src/app/create-app.ts', 'export const f = (p: string) => import(p);')).toEqual([
      expect.stringContaining('computed'),
    ]);
    expect(() => why('src/app/create-app.ts', 'import {{{')).toThrow(/Syntax|Expected|expected/i);
  });
});
