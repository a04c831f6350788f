import {globSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {PROBLEM_CODES} from '../../content/problem-codes.ts'

const ROOT = join(import.meta.dirname, '../..')
const ROOMS = [
  'content',
  'crisis-notice',
  'publishers',
  'verification',
  'lake',
  'delivery',
  'audit',
  'cli',
]

/** `code: 'X'`, `code = 'X'`, `report(…, 'X'`: every way in which the code names a failure. */
const CODE = /'([A-Z][A-Z0-9]+(?:_[A-Z0-9]+)+|USAGE)'/g

const files = (): readonly string[] => [
  join(ROOT, 'errors.ts'),
  join(ROOT, 'publish.ts'),
  ...globSync(
    ROOMS.map((room) => join(ROOT, room, '**/*.ts')),
    {exclude: ['**/generated.ts']},
  ),
]

/** Constants that look like codes and are not. */
const NOT_CODES = new Set([
  'SANITY_PROJECT_ID',
  'SANITY_DATASET',
  'SANITY_API_HOST',
  'EAI_AGAIN',
  'ERR_WORKER_OUT_OF_MEMORY',
  'UND_ERR_CONNECT_TIMEOUT',
  'UPGRADE_TIMEOUT',
  'THROWLINE_SECRET',
  'SMPP_URL',
  'SMTP_URL',
  'INBOUND_SMTP_HOST',
  'INBOUND_SMTP_PORT',
  'INBOUND_TLS_CERT',
  'INBOUND_TLS_KEY',
  // kinds of phone number
  'FIXED_LINE',
  'PREMIUM_RATE',
  'SHARED_COST',
  'TOLL_FREE',
])

const codesInCode = (): ReadonlySet<string> =>
  new Set(
    files()
      .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(CODE)])
      .flatMap(([, code]) => code ?? [])
      .filter((code) => !NOT_CODES.has(code))
      .concat(Object.keys(PROBLEM_CODES)),
  )

const codesInDocs = (): ReadonlySet<string> =>
  new Set(
    [
      ...readFileSync(join(ROOT, 'docs/errors.md'), 'utf8').matchAll(/^\| `([A-Z0-9_]+)` \|/gm),
    ].flatMap(([, code]) => code ?? []),
  )

describe('docs/errors.md', () => {
  it('lists every code that the product can name', () => {
    const missing = [...codesInCode()].filter((code) => !codesInDocs().has(code))
    expect(missing).toEqual([])
    expect(codesInCode().size).toBeGreaterThan(20)
  })

  it('lists no code that the product cannot name', () => {
    expect([...codesInDocs()].filter((code) => !codesInCode().has(code))).toEqual([])
  })

  it('says of each what to do', () => {
    const rows = readFileSync(join(ROOT, 'docs/errors.md'), 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('| `'))
    for (const row of rows) expect(row.split('|').map((cell) => cell.trim())[3], row).not.toBe('')
  })
})
