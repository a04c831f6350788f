/** What `sanity build` makes, with and without a hosted project. */
import {execFile} from 'node:child_process'
import {globSync, mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {promisify} from 'node:util'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'

const ROOT = join(import.meta.dirname, '../..')
const SANITY = join(ROOT, 'node_modules/sanity/bin/sanity')

/** What belongs to the local Studio alone. */
const LOCAL = ['localhost:3900', 'throwline-lake']

let folder = ''

const build = async (name: string, env: Readonly<Record<string, string>>): Promise<string> => {
  const out = join(folder, name)
  await promisify(execFile)(process.execPath, [SANITY, 'build', out, '--yes'], {
    cwd: ROOT,
    env: {...process.env, ...env},
  })
  const files = globSync('**/*.{js,html,json,webmanifest}', {cwd: out})
  return files.map((file) => readFileSync(join(out, file), 'utf8')).join('\n')
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'throwline-studio-'))
})

afterAll(() => {
  rmSync(folder, {recursive: true, force: true})
})

describe('the Studio as files', () => {
  it('has nothing local in it when it is for a hosted project', async () => {
    const bundle = await build('hosted', {
      SANITY_STUDIO_PROJECT_ID: 'abc12345',
      SANITY_STUDIO_DATASET: 'newsroom',
    })
    expect(bundle).toContain('abc12345')
    expect(LOCAL.filter((word) => bundle.includes(word))).toEqual([])
  })

  it('finds the lake when it is for this machine', async () => {
    const bundle = await build('local', {SANITY_STUDIO_PROJECT_ID: '', SANITY_STUDIO_DATASET: ''})
    expect(LOCAL.filter((word) => !bundle.includes(word))).toEqual([])
  })
})
