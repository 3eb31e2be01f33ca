/**
 * How the message files become functions: the same for pages, server and type check.
 *
 * @type {import("@inlang/paraglide-js").CompilerOptions}
 */
export const paraglide = {
  project: './project.inlang',
  outdir: './src/lib/paraglide',
  // The language is told from outside (hooks.server.ts, hooks.client.ts).
  strategy: ['baseLocale'],
};
