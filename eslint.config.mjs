import lit from 'eslint-plugin-lit';
import wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

/** Restricted globals: only the guard may use the network, only the storage module may use storage. */
const restrictedGlobals = [
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'EventSource',
  'localStorage',
  'sessionStorage',
  'indexedDB',
  'caches',
  'cookieStore'
];

export default tseslint.config(
  { ignores: ['dist', '.cache', 'node_modules', 'demo/media', 'test-results', 'test/release/consumers/*/**'] },
  ...tseslint.configs.recommended,
  {
    files: ['src/**/*.ts'],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    plugins: { lit, wc },
    rules: {
      ...lit.configs.recommended.rules,
      ...wc.configs['flat/recommended'].rules,
      'no-restricted-globals': ['error', ...restrictedGlobals],
      'max-lines': ['error', 250],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/unbound-method': 'off',
      // hls.js names its events and errors with enums, whose values exist only inside the sealed code.
      '@typescript-eslint/no-unsafe-enum-comparison': 'off'
    }
  },
  {
    // A table of texts, whose length says nothing about its complexity.
    files: ['src/i18n/locales/*.ts'],
    rules: { 'max-lines': ['error', 300] }
  }
);
