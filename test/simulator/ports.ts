/** Where the simulated world stands on a developer's machine, so that bookmarks and manifests hold. SIMULATED */
export const PORTS = { pane: 3000, outlook: 3001, entra: 3002 } as const;
