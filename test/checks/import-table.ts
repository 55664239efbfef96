/**
 * The import table of the design, as data. A folder that is not here may hold no code.
 * Whoever adds a row decides about the architecture: it belongs into the design first.
 */
export interface Row {
  /** Folders (or files) of the project that code of this row may import. */
  readonly from: readonly Allowed[];
  /** Packages that it may import: a name, or a scope as `@scope/*`. */
  readonly packages: readonly string[];
  /** True where Node's own modules may be used. */
  readonly node?: true;
  /** Any package: test equipment is not bound to vendors. */
  readonly anyPackage?: true;
  /** Code that must not read the clock: time comes in as a value. */
  readonly pure?: true;
  /** The global `Office` may be named here. */
  readonly office?: true;
}

/** A target; with `typesOnly` only its types, with `names` only these. */
export type Allowed =
  string | { readonly target: string; readonly typesOnly: true; readonly names?: readonly string[] };

const typesOf = (target: string): Allowed => ({ target, typesOnly: true });

const UI_PACKAGES = ['react', 'react-dom', '@fluentui/*'] as const;

const SERVICE_PACKAGES = [
  '@azure/msal-node',
  '@electric-sql/*',
  '@fastify/*',
  'ajv-formats',
  'close-with-grace',
  'csv-stringify',
  'envalid',
  'fastify',
  'jose',
  'pg',
  'pg-boss',
  'pino',
  'postgrator',
  'prom-client',
  'standardwebhooks',
  'typebox',
] as const;

/** The one port that code outside the pane knows: tests turn the same clock everywhere. */
const CLOCK: Allowed = { target: 'src/ports.ts', typesOnly: true, names: ['Clock'] };

/** What stands beside the service's rooms and knows none of them. */
const SERVICE_BASE: readonly Allowed[] = [
  'src/service/clock.ts',
  'src/service/error-code.ts',
  'src/service/memory.ts',
  'src/service/settings-error.ts',
  'src/service/shortcoming.ts',
  'src/service/system-refusal.ts',
  'src/core/',
  CLOCK,
];

/** What stands beside core's rooms, and the judgement: every room may use it. */
const CORE_BASE: readonly Allowed[] = [
  'src/core/consent/',
  'src/core/admin-consent.ts',
  'src/core/admin-request.ts',
  'src/core/api/',
  'src/core/cloud.ts',
  'src/core/dialog-message.ts',
  'src/core/fields.ts',
  'src/core/letter-text.ts',
  'src/core/office-dialog.ts',
  'src/core/permissions.ts',
  'src/core/permission-set.ts',
  'src/core/retry-after.ts',
  'src/core/setup.ts',
  'src/core/share-way.ts',
  'src/core/situation.ts',
  'src/core/tenant.ts',
  'src/core/theme-kind.ts',
];

/** What the components and both pages stand on: words, theme and focus. It knows none of them. */
const UI_BASE: readonly Allowed[] = [
  'src/ui/focus-track.ts',
  'src/ui/office-theme.ts',
  'src/ui/soft-tint.ts',
  'src/ui/strings/',
  'src/ui/theme-root.tsx',
  'src/ui/theme-tokens.ts',
  'src/ui/unseen.ts',
  'src/ui/words-context.ts',
  'src/core/shown/',
  typesOf('src/core/'),
  typesOf('src/app/'),
];

/** The most exact row wins: `src/adapters/msal/` before `src/adapters/`. */
export const IMPORT_TABLE: Readonly<Record<string, Row>> = {
  'src/core/': { from: ['src/core/'], packages: [], pure: true },
  // The contract with the service, which both sides read.
  'src/core/api/': {
    from: [
      'src/core/api/',
      'src/core/cloud.ts',
      'src/core/fields.ts',
      'src/core/permission-set.ts',
      'src/core/permissions.ts',
      'src/core/situation.ts',
      'src/core/tenant.ts',
    ],
    packages: [],
    pure: true,
  },
  // The judgement knows no state and no screen: what is green depends on evidence alone.
  'src/core/consent/': {
    from: [
      'src/core/consent/',
      'src/core/permissions.ts',
      'src/core/situation.ts',
      'src/core/tenant.ts',
      'src/core/api/',
      'src/core/fields.ts',
    ],
    packages: [],
    pure: true,
  },
  // The asker serves both pages and knows neither.
  'src/core/asking/': { from: ['src/core/asking/', ...CORE_BASE], packages: [], pure: true },
  'src/core/shown/': {
    from: ['src/core/shown/', 'src/core/asking/', ...CORE_BASE],
    packages: [],
    pure: true,
  },
  'src/core/exchange/': { from: ['src/core/exchange/', ...CORE_BASE], packages: [], pure: true },
  // What Help finds and what leaves the pane for support: the pane shows it, so it does not know the pane.
  'src/core/support/': {
    from: ['src/core/support/', 'src/core/asking/', ...CORE_BASE],
    packages: [],
    pure: true,
  },
  // What the operators read: no page of the pane's knows it.
  'src/core/ledger/': { from: ['src/core/ledger/', ...CORE_BASE], packages: [], pure: true },
  'src/core/operators/': {
    from: ['src/core/operators/', 'src/core/ledger/', 'src/core/asking/', ...CORE_BASE],
    packages: [],
    pure: true,
  },
  // The two pages do not know each other.
  'src/core/pane/': {
    from: [
      'src/core/pane/',
      'src/core/asking/',
      'src/core/shown/',
      'src/core/exchange/',
      'src/core/support/',
      ...CORE_BASE,
    ],
    packages: [],
    pure: true,
  },
  'src/core/approval/': {
    from: ['src/core/approval/', 'src/core/asking/', 'src/core/shown/', ...CORE_BASE],
    packages: [],
    pure: true,
  },
  'src/ports.ts': { from: [typesOf('src/core/')], packages: [] },
  'src/app/': { from: ['src/app/', 'src/core/', 'src/ports.ts'], packages: [], pure: true },
  'src/adapters/office/': {
    from: ['src/adapters/office/', 'src/adapters/browser/', 'src/core/', 'src/ports.ts'],
    packages: [],
    office: true,
  },
  'src/adapters/msal/': {
    from: [
      'src/adapters/msal/',
      'src/adapters/service/',
      'src/adapters/browser/',
      'src/core/',
      'src/ports.ts',
    ],
    packages: ['@azure/msal-browser'],
  },
  'src/adapters/service/': {
    from: ['src/adapters/service/', 'src/adapters/browser/', 'src/core/', 'src/ports.ts'],
    packages: ['eventsource-parser'],
  },
  'src/adapters/browser/': { from: ['src/adapters/browser/', 'src/core/', 'src/ports.ts'], packages: [] },
  'src/ui/': { from: ['src/ui/', typesOf('src/core/')], packages: UI_PACKAGES },
  // The components serve both pages; they and the pages do not know each other.
  'src/ui/components/': { from: ['src/ui/components/', ...UI_BASE], packages: UI_PACKAGES },
  'src/ui/pane/': {
    from: ['src/ui/pane/', 'src/ui/components/', 'src/core/pane/screens/', ...UI_BASE],
    // uqr draws QR codes.
    packages: [...UI_PACKAGES, 'uqr'],
  },
  'src/ui/approval/': { from: ['src/ui/approval/', 'src/ui/components/', ...UI_BASE], packages: UI_PACKAGES },
  // The operators' page is Fluent's own components throughout: it owes the pane's start nothing, and shares no screen.
  'src/ui/operators/': {
    from: [
      'src/ui/operators/',
      'src/ui/components/brand-mark.tsx',
      'src/ui/components/icon-paths.ts',
      'src/ui/components/live-region.tsx',
      'src/ui/components/screen-heading.tsx',
      'src/ui/components/use-focus-heir.ts',
      'src/core/ledger/',
      ...UI_BASE,
    ],
    packages: [...UI_PACKAGES, '@tanstack/react-virtual'],
  },
  'src/ui/strings/': { from: ['src/ui/strings/', typesOf('src/core/')], packages: [] },
  'src/pages/': {
    from: ['src/pages/', 'src/ui/', 'src/adapters/', 'src/app/', 'src/ports.ts', 'src/core/'],
    packages: UI_PACKAGES,
  },
  'src/service/': {
    from: ['src/service/', 'src/core/', CLOCK],
    packages: SERVICE_PACKAGES,
    node: true,
  },
  // Of the service's rooms only http knows routes; the database knows nobody. None reads the settings: each is given what it needs.
  'src/service/database/': {
    from: ['src/service/database/', ...SERVICE_BASE],
    packages: SERVICE_PACKAGES,
    node: true,
  },
  'src/service/tenant/': {
    from: ['src/service/tenant/', 'src/service/database/', ...SERVICE_BASE],
    packages: SERVICE_PACKAGES,
    node: true,
  },
  // The ledger is written of what the checks find, and knows no request.
  'src/service/ledger/': {
    from: ['src/service/ledger/', 'src/service/tenant/', 'src/service/database/', ...SERVICE_BASE],
    packages: SERVICE_PACKAGES,
    node: true,
  },
  // Webhooks tell what stands in the ledger, and know nobody who writes there.
  'src/service/webhooks/': {
    from: ['src/service/webhooks/', 'src/service/database/', ...SERVICE_BASE],
    packages: SERVICE_PACKAGES,
    node: true,
  },
  'src/service/requests/': {
    from: ['src/service/requests/', 'src/service/tenant/', 'src/service/database/', ...SERVICE_BASE],
    packages: SERVICE_PACKAGES,
    node: true,
  },
  // The commands that set an installation up. What they import beside the service's packages is not shipped.
  'src/setup/': {
    from: [
      'src/setup/',
      'src/core/',
      'src/service/env-file.ts',
      'src/service/error-code.ts',
      'src/service/registered-credential.ts',
      'src/service/settings-error.ts',
      'src/service/settings-fields.ts',
    ],
    packages: ['@azure/identity', '@microsoft/microsoft-graph-client', 'selfsigned'],
    node: true,
  },
  'test/simulator/': {
    from: ['test/simulator/', 'test/tools/', typesOf('src/core/'), CLOCK],
    packages: [],
    anyPackage: true,
    node: true,
  },
};

/** Where every file must fall under a row of the table. */
export const GUARDED = ['src/', 'test/simulator/'] as const;
