import path from 'node:path';

/** Where in the service's data folder the embedded database lies; made at its first start. */
export const embeddedFolder = (dataDir: string): string => path.join(dataDir, 'postgres');

/** What an operator has to do where what lies in it cannot be used. */
export const EMBEDDED_CURE =
  'See that its disk has room and that all of it belongs to this user; where it is damaged, put your backup back, or move it away to begin anew';
