/**
 * Names under which the parts of a world can stand, each a site of its own, as a vendor's and Microsoft's are. They are reserved
 * (RFC 2606), so no resolver knows them: the browser and the service are told that they are this machine. Outlook alone has
 * Microsoft's name, for office.js serves nobody else but a host of the pane's own name.
 */
export const SITE_NAMES = {
  pane: 'pane.example',
  outlook: 'outlook.office.com',
  officeJs: 'office-js.example',
  login: 'login.example',
  graph: 'graph.example',
} as const;

export type SiteNames = Readonly<Record<keyof typeof SITE_NAMES, string>>;

/** One name for all: the parts are told apart by their ports alone. */
export const ONE_SITE: SiteNames = {
  pane: 'localhost',
  outlook: 'localhost',
  officeJs: 'localhost',
  login: 'localhost',
  graph: 'localhost',
};
