// @ts-check
import { builtinModules } from 'node:module';
import js from '@eslint/js';
import { importX, createNodeResolver } from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

/**
 * The rooms of server/src in the order in which the data goes through them: each may import those before it, none after.
 * docs/architecture.md says what each is for.
 */
export const ROOMS = [
  ...['text', 'calendar', 'yaml', 'plan', 'edits', 'inventory', 'rules', 'score', 'findings', 'explanation', 'protocol'],
  ...['checkedDocument.ts', 'analysis.ts', 'features', 'export', 'node'],
];

/** What client and server share: the score, its explanation and the messages. */
export const SHARED_ROOMS = ['score', 'explanation', 'protocol'];

/** And what is said alike everywhere: words, dates and numbers, and what a TIN looks like. Only these may be more than types to the client. */
const SHARED_VALUES = ['text', 'plan/names.ts', 'score/waysInWords.ts', 'explanation/names.ts'];

/** The words that findings are spoken of with, which the rooms before it know too. */
const SHARED_WORDS = { findings: ['./finding.ts'] };

const roomsInOrder = ROOMS.flatMap((room, index) =>
  ROOMS.slice(index + 1).map((later) => ({
    target: `./server/src/${room}`,
    from: `./server/src/${later}`,
    except: SHARED_WORDS[/** @type {keyof typeof SHARED_WORDS} */ (later)] ?? [],
    message: `${room} comes before ${later} and knows nothing of it.`,
  })),
);

const NODE = { regex: `^(node:.*|(${builtinModules.join('|')})(/.*)?)$`, message: 'This runs without Node.' };
const VSCODE = { regex: '^vscode$', message: 'This runs without VS Code.' };
const CONNECTION = { regex: '^vscode-(languageserver|languageclient|jsonrpc)(/.*)?$', message: 'This knows no connection.' };
const SERVER_VALUES = {
  regex: `/server/src/(?!protocol/|${SHARED_VALUES.join('|')})`,
  allowTypeImports: true,
  message: "Take only types and words from the server's sources: the client must not carry the server.",
};

/**
 * @param {object[]} patterns
 * @returns {import('eslint').Linter.RulesRecord}
 */
const restrictedImports = (...patterns) => ({ '@typescript-eslint/no-restricted-imports': ['error', { patterns }] });

const TESTS = ['**/*.test.ts', '**/*.test.tsx', 'test/**'];

export default tseslint.config(
  { ignores: ['dist/', 'out/', 'coverage/', 'node_modules/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.tsx', '.mjs', '.json'] })] },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      eqeqeq: 'error',
      'import-x/extensions': ['error', 'ignorePackages', { checkTypeImports: true }],
      'import-x/no-cycle': 'error',
      'import-x/no-duplicates': ['error', { 'prefer-inline': true }],
      'import-x/no-restricted-paths': [
        'error',
        {
          basePath: import.meta.dirname,
          zones: [
            ...roomsInOrder,
            { target: './server', from: './client', message: 'The server knows no client.' },
            { target: './client/view', from: './client/src', message: 'The page runs without the extension.' },
            {
              target: './client',
              from: './server/src',
              except: [...SHARED_ROOMS, ...SHARED_VALUES].map((part) => `./${part}`),
              message: 'Client and server share the score, its explanation, the messages and the words, nothing else.',
            },
          ],
        },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      // File formats are made of control characters.
      'no-control-regex': 'off',
      // `return report(…)` says in one line that something is wrong and that there is no value.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // Where the compiler cannot know, `as` names what is there; `!` would hide it.
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: ['server/src/**'],
    ignores: ['server/src/node/**', ...TESTS],
    rules: restrictedImports(NODE, VSCODE, CONNECTION),
  },
  { files: ['client/src/**'], ignores: TESTS, rules: restrictedImports(SERVER_VALUES) },
  {
    files: ['client/src/**'],
    ignores: ['client/src/notifications.ts'],
    rules: {
      'no-restricted-syntax': ['error', {
        selector: 'MemberExpression[property.name=/^show(Information|Warning|Error)Message$/]',
        message: 'VS Code makes links that run commands of what a notification says; notifications.ts keeps it from that.',
      }],
    },
  },
  { files: ['client/view/**'], ignores: TESTS, rules: restrictedImports(NODE, VSCODE, CONNECTION, SERVER_VALUES) },
  {
    // Scripts are JavaScript with types in comments; the type checker reads those that say so.
    files: ['**/*.{mjs,cjs}'],
    extends: [tseslint.configs.disableTypeChecked],
    rules: { 'no-undef': 'off' },
  },
  {
    files: ['**/*.cjs'],
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
);
