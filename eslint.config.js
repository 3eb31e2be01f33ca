import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

export default ts.config(
  {
    ignores: [
      'build',
      'builds/',
      '.svelte-kit/',
      '.werkraum/',
      'src/generated/',
      'src/lib/paraglide/',
      'test-results/',
      'playwright-report/',
      '**/*.local.*',
    ],
  },
  js.configs.recommended,
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  prettier,
  ...svelte.configs.prettier,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: {
      // TypeScript knows the names, also those of types.
      'no-undef': 'off',
      // A value that was just checked, or an index that is there by construction, is said with "!".
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-invalid-void-type': 'off',
      'max-lines': ['error', { max: 350, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
      eqeqeq: 'error',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      parserOptions: { extraFileExtensions: ['.svelte'], parser: ts.parser, svelteConfig },
    },
    rules: {
      // Addresses are plain strings here: the program always serves from the root of its origin.
      'svelte/no-navigation-without-resolve': 'off',
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'SvelteElement[kind="component"][name.name=/^((Text|Number|DateTime|Select|Password|Tag|Search)Field|TextArea|Checkbox|ChoiceGroup)$/] > SvelteStartTag > :matches(SvelteAttribute, SvelteShorthandAttribute)[key.name=/^(value|values|checked)$/]',
          message:
            'Bind it, or give defaultValue (defaultValues, defaultChecked): a value that is not bound is put in again over what is typed, whenever the page is fetched again.',
        },
        {
          selector:
            'SvelteElement[name.name="form"]:not(:has(SvelteStartTag > SvelteAttribute[key.name="method"]))',
          message:
            'Give a method. What only the script can do is method="dialog": otherwise what is typed goes into the address of the page when one sends before the script has come.',
        },
        {
          selector:
            'CallExpression[callee.name="superForm"]:not(:has(Property[key.name="applyAction"][value.value="never"]))',
          message:
            "Give applyAction: 'never': otherwise the form begins anew whenever the page is fetched again, over what is typed.",
        },
      ],
    },
  },
  {
    ignores: ['src/lib/ui/fetch-again.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          name: '$app/navigation',
          importNames: ['invalidate', 'invalidateAll', 'refreshAll'],
          message:
            'Fetch again with $lib/ui/fetch-again: one after the other. Two at a time call each other off.',
        },
      ],
    },
  },
  {
    files: ['**/*.cjs'],
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    files: ['scripts/**', 'tests/**', '*.config.*', '**/*.fixture.ts'],
    rules: { 'no-console': 'off' },
  },
);
