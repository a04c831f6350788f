import {execFileSync, spawnSync} from 'node:child_process'
import {copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'

const ROOT = join(import.meta.dirname, '../..')

/** A violation a wall: the file, what it imports, and the words of the refusal. */
const PLANTED = [
  ['schemas/a.ts', '../content/model.ts', 'schemas may not import content'],
  ['content/a.ts', '../publishers/paths.ts', 'content may not import publishers'],
  ['content/deep/a.ts', '../../crisis-notice/policy.ts', 'content may not import crisis-notice'],
  ['crisis-notice/a.ts', '../publishers/paths.ts', 'crisis-notice may not import publishers'],
  ['crisis-notice/b.ts', 'node:fs', 'no Node built-ins'],
  ['publishers/web/a.ts', '../../verification/gate.ts', 'publishers may not import verification'],
  ['publishers/web/b.ts', 'node:crypto', 'no Node built-ins'],
  ['publishers/web/c.ts', '../../config.ts', 'only the composition root does'],
  ['verification/a.ts', '../publishers/paths.ts', 'verification may not import publishers'],
  ['verification/web/b.ts', '../../publishers/html/escape.ts', 'verification may not import'],
  ['verification/c.ts', '../content/model.ts', 'verification may not import content'],
  ['verification/d.ts', '../publishers/publisher.ts', 'may import only types'],
  ['studio/a.ts', '../delivery/x.ts', 'studio may not import delivery'],
  ['audit/a.ts', '../publishers/paths.ts', 'audit may not import publishers'],
  ['audit/deep/a.ts', '../../config.ts', 'only the composition root does'],
  ['server/a.ts', '../audit/auditor.ts', 'server may not import audit'],
  ['lake/a.ts', '../crisis-notice/policy.ts', 'lake may not import crisis-notice'],
] as const

let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'throwline-layers-'))
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
  // The patterns of the config's overrides are relative to the config file.
  copyFileSync(join(ROOT, 'oxlint.config.ts'), join(folder, 'oxlint.config.ts'))
  for (const [file, imported] of PLANTED) {
    mkdirSync(join(folder, dirname(file)), {recursive: true})
    writeFileSync(join(folder, file), `import * as x from '${imported}'\nexport const y = x\n`)
  }
  mkdirSync(join(folder, 'verification'), {recursive: true})
  writeFileSync(
    join(folder, 'verification/allowed.ts'),
    "import type {Output} from '../publishers/publisher.ts'\nexport type Y = Output\n",
  )
})

afterAll(() => {
  rmSync(folder, {recursive: true, force: true})
})

const lint = (cwd: string, paths: readonly string[]): string =>
  spawnSync(
    process.execPath,
    [
      join(ROOT, 'node_modules/oxlint/bin/oxlint'),
      '-c',
      join(cwd, 'oxlint.config.ts'),
      '--format=default',
      ...paths,
    ],
    {cwd, encoding: 'utf8'},
  ).stdout

describe('who may import whom', () => {
  for (const [file, imported, message] of PLANTED) {
    it(`${file} may not import ${imported}`, () => {
      expect(lint(folder, [file])).toContain(message)
    })
  }

  it('lets verification know the shape of what it reads', () => {
    expect(lint(folder, ['verification/allowed.ts'])).not.toContain('may import')
  })

  it('the house keeps to it, and the check has read the house', () => {
    const rooms = [
      'content',
      'crisis-notice',
      'publishers',
      'verification',
      'schemas',
      'audit',
      'cli',
    ]
    const files = execFileSync('git', ['ls-files', ...rooms], {cwd: ROOT, encoding: 'utf8'})
    expect(files.split('\n').length).toBeGreaterThan(50)
    expect(lint(ROOT, rooms)).not.toContain('may not import')
  })
})
