/**
 * The word for NODE_OPTIONS that has node load a file first. Node splits that variable at spaces, which the folder of a person
 * may well have; within quotes it reads `\` as the mark of an escape (https://nodejs.org/api/cli.html#node_optionsoptions).
 */
export const requiredFirst = (file: string): string =>
  `"--require=${file.replaceAll('\\', String.raw`\\`).replaceAll('"', String.raw`\"`)}"`;
