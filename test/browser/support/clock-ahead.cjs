/*
 * Test equipment: puts the clock of the service forward by the milliseconds in the file that CLOCK_AHEAD_FILE names, read
 * once at start. The product knows nothing of it: node loads it before (`NODE_OPTIONS=--require`).
 */
'use strict';
const { readFileSync } = require('node:fs');

function aheadMs() {
  try {
    return Number(readFileSync(process.env.CLOCK_AHEAD_FILE, 'utf8')) || 0;
  } catch {
    return 0;
  }
}

const offsetMs = aheadMs();
if (offsetMs !== 0) {
  const RealDate = Date;
  globalThis.Date = class extends RealDate {
    constructor(...parts) {
      if (parts.length === 0) super(RealDate.now() + offsetMs);
      else super(...parts);
    }
    static now() {
      return RealDate.now() + offsetMs;
    }
  };
}
