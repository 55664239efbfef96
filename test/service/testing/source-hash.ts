import { createHash } from 'node:crypto';

/** How a policy names a script or a style by its text (https://www.w3.org/TR/CSP3/#grammardef-hash-source). */
export const sourceHash = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
