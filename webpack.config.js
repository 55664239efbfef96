'use strict';
const fs = require('node:fs');
const { isBuiltin } = require('node:module');
const path = require('node:path');
const zlib = require('node:zlib');
const CompressionPlugin = require('compression-webpack-plugin');
const CopyPlugin = require('copy-webpack-plugin');
const HtmlWebpackPlugin = require('html-webpack-plugin');
const MiniCssExtractPlugin = require('mini-css-extract-plugin');
const webpack = require('webpack');

/**
 * Two builds: `pane` (what browsers load, to dist/pane) and `service` (dist/service/main.js).
 *
 * dist/pane/*.html        the pages; the service fills __OFFICE_JS_URL__ and __PANE_SETTINGS__ in when it starts
 * dist/pane/static/       scripts and styles with a hash in their name: may be cached for ever; .br and .gz beside each
 * dist/pane/assets/       icons under the fixed names that the manifest uses
 * dist/maps/              source maps, which the service does not serve
 * dist/chunks.json        which scripts a page loads at once and which later, for test/checks/bundle.ts
 * dist/packages/          which packages stand in the pane, and which the service asks for, for the licences and the archive
 */

// The approval page keeps the address under which its links are shared.
const PAGES = [
  { name: 'taskpane', file: 'taskpane.html' },
  { name: 'approval', file: 'grant.html' },
  { name: 'operators', file: 'operators.html' },
  { name: 'commands', file: 'commands.html' },
  { name: 'redirect', file: 'redirect.html' },
];

// Stands in the pane's page itself, before its entry. See src/pages/taskpane/first.ts.
const FIRST_SCRIPT = 'taskpane-first';

// Parts of MSAL that its index brings along and the pane never asks for: 12 KB before the verdict. See
// src/adapters/msal/left-out.ts.
const LEFT_OUT_OF_MSAL = [
  'broker/nativeBroker/PlatformAuthDOMHandler.mjs',
  'broker/nativeBroker/PlatformAuthExtensionHandler.mjs',
  'cache/LocalStorage.mjs',
  'crypto/TokenBindingKeyManager.mjs',
  'interaction_client/PlatformAuthInteractionClient.mjs',
  'interaction_client/RedirectClient.mjs',
  'interaction_client/SilentAuthCodeClient.mjs',
  'popup_relay/relayClient.mjs',
].map(fileOfMsal);
// MSAL's entry brings both of its controllers along. A host with a bridge needs one of them: in the script for those hosts
// the other is left out, with all that it alone asks for. See src/adapters/msal/bridged-library.ts.
const MSAL_ENTRY = fileOfMsal('app/PublicClientApplication.mjs');
const MSAL_STANDARD_CONTROLLER = fileOfMsal('controllers/StandardController.mjs');
// A browser that opens no window leaves the page to sign in. See src/adapters/msal/leaving-library.ts.
const MSAL_LEAVING = fileOfMsal('interaction_client/RedirectClient.mjs');
const LEFT_OUT = path.join(__dirname, 'src/adapters/msal/left-out.ts');

/** A file of MSAL's, which the build cannot do without. */
function fileOfMsal(name) {
  const file = path.join(__dirname, 'node_modules/@azure/msal-browser/dist', name);
  if (!fs.existsSync(file))
    throw new Error(`MSAL has no ${file} any more: see LEFT_OUT_OF_MSAL and below it.`);
  return file;
}

// Packages of hundreds of small files, which the service's start would look for and read one by one: half of the time in
// which it loads its code. They hold nothing but code.
const BUILT_INTO_SERVICE = ['typebox', '@fastify/type-provider-typebox', 'jose'];

/** @param {{ production?: boolean, pages?: string, dist?: string, cache?: string }} env @returns {webpack.Configuration[]} */
module.exports = (env = {}) => {
  // webpack marks it with a null byte in every path, which Griffel's loader hands on to Node.
  if (__dirname.includes('#'))
    throw new Error(`Nothing can be built in ${__dirname}: rename the folder that has # in its name.`);
  const production = env.production === true;
  const dist = path.resolve(__dirname, env.dist ?? 'dist');
  return [
    pane({ production, pagesFolder: path.resolve(__dirname, env.pages ?? 'src/pages'), dist }),
    service({ production, dist }),
  ].map((build) => (env.cache === 'none' ? { ...build, cache: false } : build));
};

/** @param {{ production: boolean, pagesFolder: string, dist: string }} options @returns {webpack.Configuration} */
function pane({ production, pagesFolder, dist }) {
  const pages = PAGES.map(({ name, file }) => ({ name, file, folder: path.join(pagesFolder, name) }));
  return {
    ...shared({ production, target: 'es2022', bundledFor: 'web' }),
    name: 'pane',
    // Evergreen WebView2 and Safari 16.4 are the oldest that Outlook still runs; both know ES2022. Which
    // functions they know test/checks/bundle.ts looks at.
    target: ['web', 'es2022'],
    entry: {
      [FIRST_SCRIPT]: path.join(__dirname, 'src/pages/taskpane/first.ts'),
      ...Object.fromEntries(
        pages.map(({ name, folder }) => [
          name,
          { import: firstThere(folder, ['index.tsx', 'index.ts']) ?? path.join(folder, 'index.ts') },
        ]),
      ),
    },
    output: {
      path: path.join(dist, 'pane'),
      publicPath: '/',
      // In a development build too: under its old name a changed script would stay in the browser's cache for a day.
      filename: 'static/[name].[contenthash:12].js',
      chunkFilename: 'static/[name].[contenthash:12].js',
      assetModuleFilename: 'static/[name].[contenthash:12][ext]',
      hashFunction: 'xxhash64',
      clean: true,
      // Every build writes every file: their age tells whether dist is stale.
      compareBeforeEmit: false,
    },
    optimization: {
      moduleIds: 'deterministic',
      // A chunk's name is its id: the first script has to know both.
      chunkIds: 'named',
      // webpack's own HTML minimizer drops comments and quotes; html-webpack-plugin does that part, carefully.
      minimizeOptions: { html: false },
      // React changes twice a year, the product every week: apart, its chunk outlives releases in every cache.
      splitChunks: {
        chunks: 'all',
        maxInitialRequests: 8,
        cacheGroups: {
          default: false,
          defaultVendors: false,
          react: {
            test: /[\\/]node_modules[\\/](react|react-dom|scheduler|use-sync-external-store)[\\/]/,
            name: 'react',
            priority: 20,
          },
          // Nothing else is shared: what the pane and the approval page have in common would be cut out of both, and the pane
          // is opened every day, the approval page once. A request saved is worth more than a cache kept.
        },
      },
    },
    // A rough fence against an accident, in bytes before compression; the real budget is test/checks/bundle.ts.
    performance: production
      ? {
          hints: 'error',
          maxEntrypointSize: 800_000,
          maxAssetSize: 600_000,
          assetFilter: (name) => name.endsWith('.js') || name.endsWith('.css'),
        }
      : false,
    plugins: [
      ...pages.map(
        ({ name, file, folder }) =>
          new HtmlWebpackPlugin({
            filename: file,
            template: path.join(folder, `${name}.html`),
            chunks: [name],
            inject: 'head',
            scriptLoading: 'defer',
            // It would not see that the script within the page has changed.
            cache: name !== 'taskpane',
            // Space goes; comments and values stay, for the service looks for its placeholders in them.
            minify: production
              ? {
                  collapseWhitespace: true,
                  conservativeCollapse: true,
                  keepClosingSlash: true,
                  minifyCSS: true,
                }
              : false,
          }),
      ),
      new MiniCssExtractPlugin({
        filename: 'static/[name].[contenthash:12].css',
        chunkFilename: 'static/[name].[contenthash:12].css',
      }),
      // The manifest names the icons, so they keep their names.
      new CopyPlugin({ patterns: [{ from: 'assets/*.{png,svg}', to: '[path][name][ext]' }] }),
      preloadMarkedChunks(),
      preloadMsal(),
      inlineFirstScript(),
      listChunks({ file: path.join(dist, 'chunks.json') }),
      listPackages({ file: path.join(dist, 'packages/pane.json') }),
      ...(production
        ? [
            compiledAtOnce(['taskpane', 'react', 'screens', 'msal-bridged', 'msal-standard']),
            emptied(path.join(dist, 'maps')),
            new webpack.SourceMapDevToolPlugin({ filename: '../maps/[file].map', append: false }),
            compressed('brotliCompress', '.br', {
              params: { [zlib.constants.BROTLI_PARAM_QUALITY]: zlib.constants.BROTLI_MAX_QUALITY },
            }),
            compressed('gzip', '.gz', { level: 9 }),
          ]
        : []),
    ],
  };
}

/** @param {{ production: boolean, dist: string }} options @returns {webpack.Configuration} */
function service({ production, dist }) {
  const common = shared({ production, target: 'es2022', bundledFor: 'node' });
  return {
    ...common,
    name: 'service',
    // The oldest that is promised: for Node 20 alone, and goes up with it.
    target: 'node20.20',
    devtool: 'source-map',
    entry: { main: './src/service/main.ts' },
    output: {
      path: path.join(dist, 'service'),
      filename: '[name].js',
      chunkFilename: '[name].js',
      library: { type: 'commonjs2' },
      clean: true,
      compareBeforeEmit: false,
    },
    // Other packages stay in node_modules: WebAssembly, data files and native parts must lie where they expect them.
    externals: [
      ({ request = '' }, done) =>
        /^(\.{0,2}\/|\.{1,2}$|[a-z]:[\\/])/i.test(request) || isBuiltIntoService(request)
          ? done()
          : done(undefined, `commonjs ${request}`),
    ],
    plugins: [listPackages({ file: path.join(dist, 'packages/service.json') })],
    // Node's own function, that looks for packages while the service runs.
    module: { ...common.module, parser: { javascript: { createRequire: false } } },
    node: { __dirname: false, __filename: false },
    optimization: { minimize: false, nodeEnv: false },
  };
}

const isBuiltIntoService = (request) =>
  BUILT_INTO_SERVICE.some((name) => request === name || request.startsWith(`${name}/`));

/** @param {{ production: boolean, target: string, bundledFor: 'web' | 'node' }} options @returns {webpack.Configuration} */
function shared({ production, target, bundledFor }) {
  return {
    context: __dirname,
    mode: production ? 'production' : 'development',
    devtool: production ? false : bundledFor === 'web' ? 'source-map' : 'inline-source-map',
    bail: production,
    stats: { preset: 'errors-warnings', colors: process.stdout.isTTY },
    resolve: {
      extensions: ['.ts', '.tsx', '.js', '.json'],
      alias: bundledFor === 'web' ? Object.fromEntries(LEFT_OUT_OF_MSAL.map((file) => [file, LEFT_OUT])) : {},
    },
    experiments: { layers: true },
    cache: {
      type: 'filesystem',
      name: `${bundledFor}-${production ? 'production' : 'development'}`,
      cacheDirectory: path.resolve(__dirname, '.cache/webpack'),
      buildDependencies: { config: [__filename] },
    },
    module: {
      rules: [
        // Whatever this file asks for is built once more for it, in a layer of its own.
        { resource: path.join(__dirname, 'src/adapters/msal/bridged-library.ts'), layer: 'bridged' },
        {
          resource: MSAL_ENTRY,
          issuerLayer: 'bridged',
          resolve: { alias: { [MSAL_STANDARD_CONTROLLER]: LEFT_OUT } },
        },
        { resource: path.join(__dirname, 'src/adapters/msal/leaving-library.ts'), layer: 'leaving' },
        {
          resource: MSAL_STANDARD_CONTROLLER,
          issuerLayer: 'leaving',
          resolve: { alias: { [MSAL_LEAVING]: MSAL_LEAVING } },
        },
        {
          test: /\.tsx?$/,
          exclude: /node_modules/,
          use: [
            // Turns `makeStyles` into plain rules while building: the pane need not carry the style compiler.
            ...(bundledFor === 'web'
              ? [
                  {
                    loader: '@griffel/webpack-loader',
                    // It runs the styles to read them, and the files that they import are TypeScript.
                    options: { babelOptions: { presets: ['@babel/preset-typescript'] } },
                  },
                ]
              : []),
            {
              loader: 'swc-loader',
              options: {
                jsc: {
                  parser: { syntax: 'typescript', tsx: true },
                  target,
                  transform: { react: { runtime: 'automatic', development: !production } },
                },
                module: { type: 'es6' },
              },
            },
          ],
        },
        {
          test: /\.css$/,
          oneOf: [
            // For a page's own <style> element: `<%= require('../shell/shell.css?source') %>`.
            { resourceQuery: /^\?source$/, type: 'asset/source' },
            {
              use: [
                MiniCssExtractPlugin.loader,
                { loader: 'css-loader', options: { modules: { auto: true } } },
              ],
            },
          ],
        },
        // What pages share: `<%= require('../shell/head.html?source') %>`.
        { test: /\.html$/, resourceQuery: /^\?source$/, type: 'asset/source' },
        { test: /\.(png|svg|woff2)$/, type: 'asset/resource' },
      ],
    },
  };
}

/** Empties a folder when a build begins; webpack's own `clean` knows only the folder that is served. */
function emptied(folder) {
  return {
    apply(compiler) {
      compiler.hooks.beforeRun.tap('Emptied', () => fs.rmSync(folder, { recursive: true, force: true }));
    },
  };
}

function compressed(algorithm, ending, compressionOptions) {
  return new CompressionPlugin({
    algorithm,
    compressionOptions,
    filename: `[path][base]${ending}`,
    // Not the pages: the service fills them in and compresses what comes out.
    test: /\.(js|css|svg|json)$/,
    threshold: 512,
    minRatio: 0.95,
  });
}

/**
 * A chunk that is imported with `webpackPreload: true` is fetched beside the first script instead of after it: the page
 * gets a preload link for it, and for what it marks in turn. They come after what asks: the pane's entry goes first.
 */
function preloadMarkedChunks() {
  return {
    apply(compiler) {
      compiler.hooks.compilation.tap('PreloadMarkedChunks', (compilation) => {
        HtmlWebpackPlugin.getHooks(compilation).alterAssetTagGroups.tap('PreloadMarkedChunks', (data) => {
          const files = new Set();
          const seen = new Set();
          const collect = (group) => {
            if (group === undefined || seen.has(group)) return;
            seen.add(group);
            const { preload = [] } = group.getChildrenByOrders(
              compilation.moduleGraph,
              compilation.chunkGraph,
            );
            for (const marked of preload) {
              for (const file of marked.getFiles()) if (file.endsWith('.js')) files.add(file);
              collect(marked);
            }
          };
          for (const name of data.plugin.userOptions.chunks) {
            const entry = compilation.entrypoints.get(name);
            collect(entry);
            for (const file of entry?.getFiles() ?? []) files.delete(file);
          }
          data.headTags.unshift(...[...files].map((file) => preloadTag(`${data.publicPath}${file}`, 'low')));
          return data;
        });
      });
    },
  };
}

/**
 * Chromium compiles a function when it is first called, on the thread that draws, unless the script begins with this word:
 * then all of them beside its download (https://v8.dev/blog/explicit-compile-hints). Others read a comment.
 */
function compiledAtOnce(chunks) {
  return new webpack.BannerPlugin({
    banner: '//# allFunctionsCalledOnLoad',
    raw: true,
    test: new RegExp(`^static/(${chunks.join('|')})\\.[0-9a-f]+\\.js$`),
    // After the minimizer, which drops comments, and before the names follow from the contents.
    stage: webpack.Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_SIZE + 1,
  });
}

/** The operators' page fetches MSAL beside its first script. */
function preloadMsal() {
  return {
    apply(compiler) {
      compiler.hooks.compilation.tap('PreloadMsal', (compilation) => {
        HtmlWebpackPlugin.getHooks(compilation).alterAssetTagGroups.tap('PreloadMsal', (data) => {
          if (data.plugin.userOptions.chunks.includes('operators'))
            data.headTags.unshift(preloadTag(data.publicPath + scriptOf(compilation, 'msal-standard')));
          return data;
        });
      });
    },
  };
}

/**
 * The pane's first script stands in the page itself, behind all that it shows. It has the other scripts run, when the page
 * has been painted: they are only fetched ahead. Whether the screens' are, it decides.
 */
function inlineFirstScript() {
  return {
    apply(compiler) {
      // After the plugins that add their own links: the entry's stands before these.
      compiler.hooks.compilation.tap('InlineFirstScript', (compilation) => {
        HtmlWebpackPlugin.getHooks(compilation).alterAssetTagGroups.tap('InlineFirstScript', (data) => {
          if (!data.plugin.userOptions.chunks.includes('taskpane')) return data;
          const entry = data.headTags.find(({ tagName }) => tagName === 'script').attributes.src;
          const first = scriptOf(compilation, FIRST_SCRIPT);
          const isMarked = ({ attributes }) => attributes.rel === 'preload';
          const screens = data.headTags.filter(isMarked).map(({ attributes }) => attributes.href);
          data.headTags = [
            preloadTag(entry, 'high'),
            ...data.headTags.filter((tag) => tag.tagName !== 'script' && !isMarked(tag)),
          ];
          data.bodyTags.push({
            tagName: 'script',
            voidTag: false,
            attributes: {
              'data-entry': entry,
              'data-bridged': data.publicPath + scriptOf(compilation, 'msal-bridged'),
              'data-standard': data.publicPath + scriptOf(compilation, 'msal-standard'),
              'data-screens': screens.join(' '),
            },
            innerHTML: String(compilation.getAsset(first).source.source()),
            meta: { plugin: 'inline-first-script' },
          });
          return data;
        });
      });
      compiler.hooks.thisCompilation.tap('InlineFirstScript', (compilation) => {
        // It is served as a part of the page alone. Its map stays, for whoever asks what the page is made of.
        compilation.hooks.processAssets.tap(
          { name: 'InlineFirstScript', stage: webpack.Compilation.PROCESS_ASSETS_STAGE_SUMMARIZE },
          () => {
            const file = scriptOf(compilation, FIRST_SCRIPT);
            const apart = (info) => ({ ...info, related: undefined });
            compilation.updateAsset(file, (source) => source, apart);
            compilation.deleteAsset(file);
          },
        );
      });
    },
  };
}

/** The one script of a chunk, under the name that it has by now. */
const scriptOf = (compilation, chunk) =>
  [...compilation.namedChunks.get(chunk).files].find((file) => file.endsWith('.js'));

const preloadTag = (href, fetchpriority) => ({
  tagName: 'link',
  voidTag: true,
  attributes: { rel: 'preload', as: 'script', fetchpriority, href },
  meta: { plugin: 'preload' },
});

/**
 * Writes down, for each page, the scripts that its HTML loads and those that it may load later, with their names.
 * Outside of what is served: it is for the size budget.
 */
function listChunks({ file }) {
  return {
    apply(compiler) {
      compiler.hooks.done.tap('ListChunks', ({ compilation }) => {
        if (compilation.errors.length > 0) return;
        const scriptsOf = (group) => group.getFiles().filter((name) => name.endsWith('.js'));
        const pages = [...compilation.entrypoints].map(([name, entry]) => {
          const initial = new Set(scriptsOf(entry));
          const groups = new Set();
          const collect = (group) => {
            for (const child of group.childrenIterable) {
              if (groups.has(child)) continue;
              groups.add(child);
              collect(child);
            }
          };
          collect(entry);
          const lazy = [...groups].map((group) => ({
            name: group.name ?? group.chunks.map((chunk) => chunk.id).join('+'),
            files: scriptsOf(group).filter((one) => !initial.has(one)),
          }));
          return [name, { initial: [...initial], lazy }];
        });
        fs.mkdirSync(path.dirname(file), { recursive: true });
        fs.writeFileSync(file, `${JSON.stringify(Object.fromEntries(pages), undefined, 2)}\n`);
      });
    },
  };
}

/** Writes down the packages that are built in or asked for when running, by their places in node_modules. */
function listPackages({ file }) {
  return {
    apply(compiler) {
      compiler.hooks.done.tap('ListPackages', ({ compilation }) => {
        if (compilation.errors.length > 0) return;
        const { chunkGraph } = compilation;
        const shipped = [...compilation.modules].filter(
          (module) => chunkGraph.getNumberOfModuleChunks(module) > 0,
        );
        const found = shipped
          .flatMap((module) => module.modules ?? [module])
          .map((module) =>
            module.externalType === undefined
              ? placeOf(path.relative(__dirname, module.resource ?? '').replaceAll('\\', '/'))
              : placeOf(`node_modules/${module.userRequest}`),
          )
          .filter((place) => place !== undefined && !isBuiltin(place.slice('node_modules/'.length)));
        fs.mkdirSync(path.dirname(file), { recursive: true });
        fs.writeFileSync(
          file,
          `${JSON.stringify(
            [...new Set(found)].sort((one, other) => (one < other ? -1 : 1)),
            undefined,
            2,
          )}\n`,
        );
      });
    },
  };
}

/** @returns {string | undefined} the folder of the package that a file in node_modules belongs to */
const placeOf = (file) =>
  /^(?:node_modules\/(?:@[^/]+\/)?[^/]+\/)*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0];

/** @returns {string | undefined} the first of the names that is a file in the folder */
function firstThere(folder, names) {
  return names.map((name) => path.join(folder, name)).find((file) => fs.existsSync(file));
}
