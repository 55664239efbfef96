'use strict';
const { generateKeyPairSync } = require('node:crypto');
const { makePackages } = require('./jest-packages.cjs');

/** Runs before the workers start, which inherit its variables: one time zone and one language for every machine, and a key. */
module.exports = function globalSetup() {
  process.env.TZ = 'UTC';
  process.env.LANG = 'en_US.UTF-8';
  process.env.LC_ALL = 'en_US.UTF-8';
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  process.env.TEST_SIGNING_KEY = privateKey.export({ type: 'pkcs8', format: 'pem' });
  makePackages();
};
