import adapter from '@sveltejs/adapter-node';

/** @type {import('@sveltejs/kit').Config} */
export default {
  compilerOptions: { runes: true },
  kit: {
    typescript: {
      config: (config) => ({
        ...config,
        include: [...config.include, '../prisma/**/*.ts'],
      }),
    },
    // Two builds of the same sources must be the same bytes; the moment of the build is none of them.
    version: { name: process.env.WERKRAUM_VERSION },
    adapter: adapter({ out: process.env.WERKRAUM_BUILD_DIR ?? 'build', precompress: true }),
    // 'unsafe-inline' holds for style attributes alone: those of `style:` and of SvelteKit's route announcer.
    csp: {
      mode: 'nonce',
      directives: {
        'default-src': ['none'],
        'script-src': ['self', 'wasm-unsafe-eval'],
        'worker-src': ['self'],
        'style-src': ['self'],
        'style-src-attr': ['unsafe-inline'],
        // blob: pictures that were opened in the browser (consultation/thread).
        'img-src': ['self', 'data:', 'blob:'],
        'font-src': ['self'],
        'connect-src': ['self'],
        'manifest-src': ['self'],
        'form-action': ['self'],
        'frame-ancestors': ['none'],
        'base-uri': ['none'],
        'require-trusted-types-for': ['script'],
        'trusted-types': ['svelte-trusted-html', 'sveltekit-trusted-url'],
      },
    },
  },
};
