/** How all of jest is run, in this working copy's folder: the options of Node's, the file and its arguments. */
export const JEST = {
  /*
   * Each file of tests loads its modules anew, and most of what they make lives for the length of a test. With at most 16 MB
   * for what is young, a tenth of jest's time is to copy it
   * (https://nodejs.org/api/cli.html#--max-semi-space-sizesize-in-mib).
   */
  nodeOptions: ['--max-semi-space-size=32'],
  script: 'node_modules/jest/bin/jest.js',
  args: ['--ci'],
} as const;
