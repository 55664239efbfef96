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

/** The most exact row wins: `src/adapters/msal-` before `src/adapters/`. */
export const IMPORT_TABLE: Readonly<Record<string, Row>> = {
  'src/core/': { from: ['src/core/'], packages: [], pure: true },
  // The judgement knows no state and no screen: what is green depends on evidence alone.
  'src/core/consent/': {
    from: ['src/core/consent/', 'src/core/permissions.ts', 'src/core/tenant.ts', 'src/core/api.ts'],
    packages: [],
    pure: true,
  },
  'src/ports.ts': { from: [typesOf('src/core/')], packages: [] },
  'src/app/': { from: ['src/app/', 'src/core/', 'src/ports.ts'], packages: [], pure: true },
  'src/adapters/office-': {
    from: ['src/adapters/', 'src/core/', 'src/ports.ts'],
    packages: [],
    office: true,
  },
  'src/adapters/msal-': {
    from: ['src/adapters/', 'src/core/', 'src/ports.ts'],
    packages: ['@azure/msal-browser'],
  },
  'src/adapters/service-': { from: ['src/adapters/', 'src/core/', 'src/ports.ts'], packages: [] },
  'src/adapters/browser-': { from: ['src/adapters/', 'src/core/', 'src/ports.ts'], packages: [] },
  'src/ui/': {
    from: ['src/ui/', 'src/core/screen', typesOf('src/core/'), typesOf('src/app/')],
    // uqr draws QR codes.
    packages: [...UI_PACKAGES, 'uqr'],
  },
  'src/pages/': {
    from: ['src/pages/', 'src/ui/', 'src/adapters/', 'src/app/', 'src/ports.ts', 'src/core/'],
    packages: UI_PACKAGES,
  },
  'src/service/': {
    from: ['src/service/', 'src/core/'],
    packages: [
      '@azure/msal-node',
      '@electric-sql/*',
      '@fastify/*',
      'ajv-formats',
      'envalid',
      'fastify',
      'jose',
      'pg',
      'pino',
      'postgrator',
      'prom-client',
      'rate-limiter-flexible',
      'typebox',
    ],
    node: true,
  },
  'test/simulator/': {
    from: [
      'test/simulator/',
      'test/tools/',
      typesOf('src/core/'),
      { target: 'src/ports.ts', typesOnly: true, names: ['Clock'] },
    ],
    packages: [],
    anyPackage: true,
    node: true,
  },
};

/** Where every file must fall under a row of the table. */
export const GUARDED = ['src/', 'test/simulator/'] as const;
