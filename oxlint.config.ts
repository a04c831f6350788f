import {defineConfig} from 'oxlint'

/** ARCHITECTURE.md, "Who may import whom", as data. A room not named for a room may not be imported by it. */
const ROOMS = [
  'schemas',
  'content',
  'crisis-notice',
  'publishers',
  'verification',
  'delivery',
  'audit',
  'server',
  'studio',
  'lake',
  'client',
  'cli',
] as const

type Room = (typeof ROOMS)[number]

const MAY_IMPORT: Readonly<Record<Room, readonly Room[]>> = {
  schemas: [],
  content: [],
  'crisis-notice': ['content'],
  publishers: ['content', 'crisis-notice'],
  verification: ['crisis-notice'],
  delivery: ['content', 'crisis-notice', 'verification'],
  audit: ['content', 'crisis-notice', 'verification'],
  server: ['schemas', 'content', 'crisis-notice', 'publishers', 'verification', 'delivery'],
  studio: ['schemas', 'content', 'crisis-notice', 'publishers', 'verification'],
  lake: ['content'],
  client: [],
  cli: ROOMS,
}

/** These also run in the Studio, in a browser. */
const ISOMORPHIC: readonly Room[] = ['crisis-notice', 'publishers', 'verification', 'schemas']

const forbidden = (room: Room) => {
  const rooms = ROOMS.filter((other) => other !== room && !MAY_IMPORT[room].includes(other))
  const composition = room === 'cli' ? [] : ['publish', 'config', 'index']
  const walls = [
    ...rooms.map((other) => ({
      // verification may know the shape of what it reads, publisher.ts, and nothing else of the
      // publishers; the engine has no look-ahead and drops a pattern that uses one
      regex:
        room === 'verification' && other === 'publishers'
          ? String.raw`^(\.\./)+publishers/([^p]|p[^u]|publishers|.*/)`
          : String.raw`^(\.\./)+${other}(/|$)`,
      message: `${room} may not import ${other}: see ARCHITECTURE.md, "Who may import whom".`,
    })),
    ...composition.map((file) => ({
      regex: String.raw`^(\.\./)+${file}\.ts$`,
      message: `${room} may not import ${file}.ts: only the composition root does.`,
    })),
  ]
  const shape =
    room === 'verification'
      ? [
          {
            regex: String.raw`^(\.\./)+publishers/publisher\.ts$`,
            allowTypeImports: true,
            message: 'verification may import only types of publishers/publisher.ts.',
          },
        ]
      : []
  const builtins = ISOMORPHIC.includes(room)
    ? [{regex: '^node:', message: `${room} also runs in a browser: no Node built-ins.`}]
    : []
  return [...walls, ...shape, ...builtins]
}

export default defineConfig({
  plugins: ['typescript', 'unicorn', 'oxc', 'import', 'vitest', 'jsx-a11y', 'react', 'promise'],
  categories: {correctness: 'error', suspicious: 'error', perf: 'error'},
  options: {typeAware: true},
  env: {builtin: true},
  ignorePatterns: [
    'dist/**',
    'out/**',
    'coverage/**',
    'reports/**',
    'content/generated.ts',
    '.stryker-tmp/**',
  ],
  rules: {
    'typescript/no-explicit-any': 'error',
    'typescript/no-non-null-assertion': 'error',
    'typescript/consistent-type-assertions': ['error', {assertionStyle: 'never'}],
    'typescript/consistent-type-imports': 'error',
    'typescript/no-floating-promises': 'error',
    'react/react-in-jsx-scope': 'off',
    'no-await-in-loop': 'off',
    'import/no-cycle': 'error',
    'vitest/no-focused-tests': 'error',
    'vitest/no-disabled-tests': 'error',
    'vitest/valid-expect': ['error', {maxArgs: 2}],
    // Sanity's fields begin with an underscore
    'no-underscore-dangle': 'off',
    // default imports that are also namespaces: postal-mime, playwright, saxes
    'import/no-named-as-default-member': 'off',
    'unicorn/consistent-function-scoping': 'off',
    'unicorn/prefer-set-has': 'off',
    'unicorn/no-array-sort': 'off',
    'unicorn/prefer-array-find': 'off',
    'unicorn/no-array-fill-with-reference-type': 'off',
    'typescript/unbound-method': 'off',
    'typescript/no-base-to-string': 'off',
    'promise/always-return': 'off',
    'promise/no-callback-in-promise': 'off',
    'oxc/no-accumulating-spread': 'off',
    'vitest/expect-expect': [
      'error',
      {assertFunctionNames: ['expect', 'expect*', 'assert*', 'fc.assert', 'check*', 'holds*']},
    ],
    // code points are what is meant
    'typescript/no-misused-spread': 'off',
    'oxc/no-map-spread': 'off',
    'vitest/no-conditional-expect': 'off',
    'max-lines': ['error', {max: 400, skipBlankLines: true, skipComments: true}],
  },
  overrides: ROOMS.map((room) => ({
    files: [`${room}/**/*.ts`, `${room}/**/*.tsx`],
    rules: {'no-restricted-imports': ['error', {patterns: forbidden(room)}]},
  })),
})
