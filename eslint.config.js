import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';

const unused = { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true };

export default ts.config(
  {
    ignores: [
      '.cache/',
      '.svelte-kit/',
      'build/',
      'data/',
      'db/types.ts',
      'node_modules/',
      'playwright-report/',
      'src/paraglide/',
      'test-results/',
    ],
  },
  // A rule that does not fit somewhere is changed here, for everybody to see.
  { linterOptions: { noInlineConfig: true, reportUnusedInlineConfigs: 'error' } },
  ts.configs.recommended,
  ts.configs.strict,
  svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: {
      eqeqeq: 'error',
      'no-console': ['error', { allow: ['error'] }],
      'object-shorthand': 'error',
      // The compiler counts: noUncheckedIndexedAccess makes `rows[0]!` the way to say "there is one".
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': ['error', unused],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-import-type-side-effects': 'error',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser } },
    rules: {
      // $props() and $derived() are declared with let; the rule of the plugin knows them.
      'prefer-const': 'off',
      'svelte/prefer-const': 'error',
      // Links are built from the organisation's slug, which no route id knows.
      'svelte/no-navigation-without-resolve': 'off',
      'svelte/button-has-type': 'error',
      'svelte/no-at-html-tags': 'error',
      'svelte/no-target-blank': 'error',
      'svelte/require-each-key': 'error',
    },
  },
  {
    // A promise that nobody waits for loses its error, and here often the transaction too.
    files: ['src/**/*.ts', 'bin/**/*.ts', 'tests/**/*.ts', 'demo/**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
    },
  },
  { files: ['bin/**', 'demo/**', 'tests/**'], rules: { 'no-console': 'off' } },
);
