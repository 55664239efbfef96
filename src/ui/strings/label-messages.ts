/** The pane's words beside those of its screens: labels, states, times. */
export interface LabelMessages {
  'organisation.label': None;
  'organisation.confirmed': AtTime;

  /** The headings over the permissions; `count` counts what must be granted, `granted` what is. */
  'permissions.title': { readonly count: number };
  'permissions.all-granted': { readonly count: number };
  /** The same where optional ones are not granted. */
  'permissions.all-required-granted': { readonly count: number };
  'permissions.some-granted': { readonly count: number; readonly granted: number };

  'checks.busy': None;
  'checks.last': AtTime;
  'checks.next': AtTime;
  'checks.paused-hidden': None;

  /** A part of the pane that is fetched when it is asked for. */
  'later.loading': None;
  'later.failed': None;
  'later.again': None;

  'details.title': None;
  'details.code': None;
  'details.correlation-id': None;

  /** Opens the quieter actions of a screen. */
  'actions.more': None;
}

type None = Readonly<Record<never, never>>;
type AtTime = { readonly atMs: number };
