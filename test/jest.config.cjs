'use strict';
const path = require('node:path');
const { moduleNameMapper } = require('./support/jest-packages.cjs');

const ROOT = path.resolve(__dirname, '..');

// Packages that are published as ES modules only: jest runs CommonJS, so they are translated like our own files.
const ES_MODULES_ONLY = ['@electric-sql', 'uuid', 'strnum', 'xml-naming', '@nodable', 'strip-bom'];

/** What both projects share: how files are translated, found and left out. */
const common = {
  setupFiles: ['<rootDir>/test/support/jest-network-fence.ts'],
  transform: {
    '\\.[cm]?[jt]sx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(?:.+/node_modules/)?(?:${ES_MODULES_ONLY.join('|')})/)`],
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'cjs', 'jsx', 'json', 'node'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.cache/'],
  moduleNameMapper,
  restoreMocks: true,
};

/** Unit tests (`.test.ts`) run in Node, component tests (`.test.tsx`) in jsdom. */
module.exports = {
  rootDir: ROOT,
  maxWorkers: 2,
  globalSetup: '<rootDir>/test/support/jest-global-setup.cjs',
  projects: [
    {
      ...common,
      rootDir: ROOT,
      displayName: 'unit',
      testEnvironment: '<rootDir>/test/support/jest-environment-node.ts',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
    },
    {
      ...common,
      rootDir: ROOT,
      displayName: 'dom',
      testEnvironment: '<rootDir>/test/support/jest-environment-dom.ts',
      testEnvironmentOptions: {
        url: 'https://localhost:3000/taskpane.html',
        customExportConditions: ['require', 'node'],
      },
      testMatch: ['<rootDir>/test/**/*.test.tsx'],
      setupFilesAfterEnv: ['<rootDir>/test/support/jest-setup-dom.ts'],
    },
  ],
};
