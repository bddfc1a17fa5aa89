import js from '@eslint/js'
import prettier from 'eslint-config-prettier'
import vue from 'eslint-plugin-vue'
import tseslint from 'typescript-eslint'

const restricted = (patterns, message) => ['error', { patterns: [{ group: patterns, message }] }]

export default tseslint.config(
  { ignores: ['out/**', 'node_modules/**', 'test-results/**', 'playwright-report/**', 'resources/**'] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  ...vue.configs['flat/recommended'],
  {
    files: ['**/*.vue'],
    languageOptions: { parserOptions: { parser: tseslint.parser } },
    rules: {
      'no-undef': 'off',
      'vue/require-default-prop': 'off',
    },
  },
  {
    rules: {
      'no-undef': 'off',
      // Control characters are part of the subject here: text that must not contain them.
      'no-control-regex': 'off',
      'no-irregular-whitespace': ['error', { skipStrings: true, skipRegExps: true, skipTemplates: true }],
      'no-misleading-character-class': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      'no-console': 'off',
    },
  },
  {
    // The compiler holds the rooms apart (one tsconfig each); this names the reason where a package slips through.
    files: ['src/core/**/*.ts'],
    ignores: ['src/core/**/*.test.ts', 'src/core/**/fixtures/*.ts'],
    rules: {
      'no-restricted-imports': restricted(
        [
          'node:*',
          'electron',
          'vue',
          'pinia',
          'monaco-editor',
          'monaco-editor/*',
          'better-sqlite3',
          '#contract/*',
          '#engine/*',
          '#hosts/*',
        ],
        'core is pure: values in, values out',
      ),
      'no-restricted-globals': ['error', 'process', 'window', 'document', 'Buffer', 'setTimeout', 'fetch'],
    },
  },
  {
    files: ['src/ui/**/*.{ts,vue}'],
    ignores: ['src/ui/editor/**', 'src/ui/**/*.test.ts'],
    rules: {
      'no-restricted-imports': restricted(
        ['monaco-editor', 'monaco-editor/*', 'better-sqlite3', 'electron', 'node:*', '#engine/*', '#hosts/*'],
        'the window speaks the contract; only ui/editor imports monaco',
      ),
    },
  },
  prettier,
)
