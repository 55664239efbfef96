'use strict';
const { createHash } = require('node:crypto');
const { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } = require('node:fs');
const path = require('node:path');

/*
 * Packages of many small files, each as one. Every file of tests loads what it needs anew, and jest takes a millisecond for
 * each file of a package: Fluent has 3,000, typebox 700. What is run is the same code, of the versions that are installed.
 */

const ROOT = path.resolve(__dirname, '../..');

/**
 * The packages that become one file together, since they share what they hold: there must be one
 * react-dom. A package that stands in another row is left out of a file, and asked for where it is needed.
 */
const TOGETHER = [
  [
    'fastify',
    '@fastify/static',
    '@fastify/swagger',
    '@fastify/type-provider-typebox',
    'ajv-formats',
    'typebox',
    'typebox/value',
  ],
  ['jose'],
  ['pg', 'pg-boss', 'postgrator'],
  ['prom-client', 'csv-stringify'],
  ['@azure/msal-node'],
  ['selfsigned'],
  ['fast-check'],
  [
    'react-dom',
    'react-dom/client',
    'react-dom/test-utils',
    '@tanstack/react-virtual',
    '@testing-library/dom',
    '@testing-library/jest-dom',
    '@testing-library/react',
    '@testing-library/user-event',
  ],
];
/** As webpack takes it: of its icons, which are 17 MB, it keeps those that its components show. */
const FLUENT = '@fluentui/react-components';

const NAMES = [...TOGETHER.flat(), FLUENT];
/** React stays as it is, a few files: its `act` asks the module in which it stands for Node's timers. `pg-native` is absent. */
const LEFT_OUT = ['react', 'react/jsx-runtime', 'pg-native'];

// npm's own record of what is installed: package-lock.json says what should be, and may be ahead of it.
const key = createHash('sha256')
  .update(readFileSync(path.join(ROOT, 'node_modules/.package-lock.json')))
  .update(readFileSync(__filename))
  .digest('hex');
const FOLDER = path.join(ROOT, 'node_modules/.cache/jest-packages', key.slice(0, 16));

/** For jest: whoever asks for a package gets the one file. */
const moduleNameMapper = { [`^(${NAMES.join('|')})$`]: path.join(FOLDER, '$1.cjs') };

/** Makes the files unless they are there. */
function makePackages() {
  if (existsSync(FOLDER)) return;
  const unfinished = `${FOLDER}.${String(process.pid)}`;
  TOGETHER.forEach((names, row) => {
    const whole = `row-${String(row)}.cjs`;
    const members = names.map((name) => `${JSON.stringify(name)}: () => require(${JSON.stringify(name)})`);
    bundle(`module.exports = { ${members.join(', ')} };`, names, path.join(unfinished, whole), {
      platform: 'node',
      // Without these, what is imported and what is required are two copies of one package.
      conditions: [],
      mainFields: ['main', 'module'],
    });
    for (const name of names) {
      const file = path.join(unfinished, `${name}.cjs`);
      const back = path.relative(path.dirname(file), path.join(unfinished, whole)).replaceAll('\\', '/');
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, `module.exports = require('./${back}')[${JSON.stringify(name)}]();\n`);
    }
  });
  bundle(`export * from '${FLUENT}';`, [FLUENT], path.join(unfinished, `${FLUENT}.cjs`), {
    platform: 'browser',
  });
  try {
    // In one step: another run that starts now finds all of them or none.
    renameSync(unfinished, FOLDER);
  } catch (error) {
    rmSync(unfinished, { recursive: true });
    if (!existsSync(FOLDER)) throw error;
  }
}

function bundle(contents, names, outfile, options) {
  require('esbuild').buildSync({
    ...options,
    stdin: { contents, resolveDir: ROOT },
    outfile,
    bundle: true,
    format: 'cjs',
    target: 'node20',
    define: { 'process.env.NODE_ENV': '"test"' },
    external: [...LEFT_OUT, ...NAMES.filter((name) => !names.includes(name))],
    legalComments: 'none',
    logLevel: 'warning',
  });
}

module.exports = { makePackages, moduleNameMapper };
