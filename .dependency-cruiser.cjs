// The walls of the house (ARCHITECTURE.md), one rule each.

const PLATFORM = '^src/lib/(ui|platform)/';
const NOT_A_ROOM = 'ui|platform|access|vault|paraglide';
const ROOM = `^src/lib/(?!(?:${NOT_A_ROOM})/)([^/]+)/`;
const DATABASE_FILES = '/(queries|commands|jobs|session|scope|mail)\\.server\\.ts$';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or miss a third.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'routes-have-one-door',
      comment:
        'Pages reach the server through locals.api or the tRPC client; types may be imported.',
      severity: 'error',
      from: { path: '^src/routes/' },
      to: {
        path: '(\\.server\\.ts$|^src/server/|^src/generated/)',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'only-data-files-touch-the-database',
      comment: 'In a room, queries, commands and jobs talk to the database, nothing else.',
      severity: 'error',
      from: { path: ROOM, pathNot: `(${DATABASE_FILES}|\\.test\\.ts$)` },
      to: {
        path: '(^src/generated/prisma|^src/lib/platform/db/|^node_modules/(pg|@prisma)/)',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'rooms-have-doors',
      comment:
        'A room reaches another one through its queries, commands, schema, policy, words or parts.',
      severity: 'error',
      from: { path: ROOM },
      to: {
        path: `^src/lib/(?!(?:${NOT_A_ROOM})/)[^/]+/`,
        pathNot: [
          '^src/lib/$1/',
          '/(queries|commands)\\.server\\.ts$',
          '/(schema|policy|kinds|names|subject|text|href)\\.ts$',
          // Ends the sessions of a person who loses a role.
          '^src/lib/account/session\\.server\\.ts$',
          // What a browser does with keys has one place.
          '^src/lib/key/(keyring\\.svelte|own-keys|directory/(key-directory|trust|own-entry))\\.ts$',
          '^src/lib/account/password-work\\.svelte\\.ts$',
          // What a state of the cohort is open for has one place.
          '^src/lib/cohort/life\\.ts$',
          // What a browser does with files has one place.
          '^src/lib/upload/(href|uploading\\.svelte)\\.ts$',
          // What a day's clock shows, what a programme says and when a workshop is have one place each.
          '^src/lib/agenda/(clock|document|published)\\.ts$',
          '^src/lib/workshop/(days|words)\\.ts$',
          // How an agreement is said has one place, on paper too.
          '^src/lib/agreement/words\\.ts$',
          // What counts as found, and is marked, has one place.
          '^src/lib/search/mark\\.ts$',
          // What an agenda is, and when everything of it begins, has one place.
          '^src/lib/agenda/(document|operations|clock|timing|published|words|links)\\.ts$',
          // How a page hears of what it fetches by itself.
          '^src/lib/live/heard\\.ts$',
          '/default-texts/',
          '\\.svelte$',
        ],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'platform-and-ui-know-no-concept',
      comment: 'The design system and the platform would serve any other product as well.',
      severity: 'error',
      from: { path: PLATFORM },
      to: { path: '^src/', pathNot: [PLATFORM, '^src/generated/', '^src/lib/paraglide/'] },
    },
    {
      name: 'ui-stays-in-the-browser',
      severity: 'error',
      from: { path: '^src/lib/ui/' },
      to: { path: '\\.server\\.ts$' },
    },
    {
      name: 'pure-rules-stay-pure',
      comment: 'What may run in the browser imports nothing that does input or output.',
      severity: 'error',
      from: {
        path: '^src/lib/.+\\.ts$',
        pathNot: '(\\.server|\\.test|\\.fixture|\\.svelte)\\.ts$',
      },
      to: {
        path: '(\\.server\\.ts$|^src/generated/|^src/server/)',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'pure-rules-know-no-node',
      severity: 'error',
      from: { path: '^src/lib/.+\\.ts$', pathNot: '(\\.server|\\.test|\\.fixture)\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'server-rooms-know-no-sveltekit',
      comment: 'The Fastify side is a bundle of its own, without $app and $env.',
      severity: 'error',
      from: { path: '(^src/lib/.+\\.server\\.ts$|^src/server/)' },
      to: { path: '(^\\$app|^\\$env|^node_modules/@sveltejs/)' },
    },
    {
      name: 'lib-knows-no-routes',
      severity: 'error',
      from: { path: '^src/(lib|server)/' },
      to: { path: '^src/routes/' },
    },
    {
      name: 'one-file-vocabulary',
      comment: 'Server files of a room are named as ARCHITECTURE.md says.',
      severity: 'error',
      from: {},
      to: {
        path: `${ROOM}[^/]+\\.server\\.ts$`,
        pathNot: '/(router|queries|commands|jobs|mail|session)\\.server\\.ts$',
      },
    },
    {
      name: 'no-barrels',
      severity: 'error',
      from: {},
      to: { path: '^src/.+/index\\.ts$' },
    },
    {
      name: 'lucia-has-one-place',
      comment: 'Lucia gets no more releases: one file knows it, so that it can be replaced.',
      severity: 'error',
      from: { pathNot: '^src/lib/account/session\\.server\\.ts$' },
      to: { path: '^node_modules/lucia/' },
    },
    {
      name: 'nothing-unresolved',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(\\$(app|env)/|\\./\\$types$)' },
    },
  ],
  options: {
    doNotFollow: { path: '(node_modules|^src/lib/paraglide|^src/generated)' },
    webpackConfig: { fileName: 'scripts/alias.cjs' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['svelte', 'import', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.mjs', '.svelte', '.svelte.ts', '.json', '.css'],
    },
  },
};
