import path from 'node:path';

/** Where in the service's data folder the embedded database lies; made at its first start. */
export const embeddedFolder = (dataDir: string): string => path.join(dataDir, 'postgres');
