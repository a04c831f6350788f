import {execFileSync} from 'node:child_process'
import {mkdtempSync, readdirSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'

const ROOT = join(import.meta.dirname, '../..')

let project = ''

const npm = (cwd: string, ...options: readonly string[]): string =>
  execFileSync('npm', [...options, '--loglevel=error'], {cwd, encoding: 'utf8'})

/** Runs as a consumer would write it: an ES module of the empty project. */
const run = (code: string): unknown => {
  const file = join(project, 'try.mjs')
  writeFileSync(file, code)
  return JSON.parse(execFileSync(process.execPath, [file], {cwd: project, encoding: 'utf8'}))
}

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'throwline-package-'))
  writeFileSync(join(project, 'package.json'), '{"name":"empty","private":true,"type":"module"}')
  npm(ROOT, 'pack', '--pack-destination', project)
  const [tarball] = readdirSync(project).filter((name) => name.endsWith('.tgz'))
  if (tarball === undefined) throw new Error('npm pack made no tarball')
  npm(project, 'install', `./${tarball}`, '--prefer-offline', '--ignore-scripts')
})

afterAll(() => {
  rmSync(project, {recursive: true, force: true})
})

describe('the package, installed in an empty project', () => {
  it('publishes an article', () => {
    const dataset = JSON.stringify(join(ROOT, 'examples/health.ndjson'))
    const channels = run(`
      import {createPublisher, fileSource, openContent, VerifiedOutput} from 'throwline'
      const today = '2026-11-23'
      const content = await openContent(fileSource(${dataset}), {today})
      const publisher = await createPublisher({content, today})
      const seen = {}
      for await (const event of publisher.publish({channels: ['sms', 'partner']})) {
        if (event.kind !== 'output' || !VerifiedOutput.is(event.output)) continue
        const {channel} = event.output.output
        seen[channel] = (seen[channel] ?? 0) + 1
      }
      await content.close()
      console.log(JSON.stringify(seen))
    `)
    expect(channels).toMatchObject({sms: expect.any(Number), partner: expect.any(Number)})
  })

  it('gives the schemas without a Studio', () => {
    const names = run(`
      import {schemaTypes} from 'throwline/schemas'
      console.log(JSON.stringify(schemaTypes.map(({name}) => name)))
    `)
    expect(names).toEqual(
      expect.arrayContaining([
        'article',
        'section',
        'source',
        'warning',
        'helpline',
        'crisisNotice',
      ]),
    )
  })

  it('has a command', () => {
    const help = execFileSync(process.execPath, ['node_modules/.bin/throwline', '--help'], {
      cwd: project,
      encoding: 'utf8',
    })
    expect(help).toContain('publish')
  })

  it('lets nobody in by a side door', () => {
    const code = run(`
      const reason = await import('throwline/dist/verification/gate.js').catch((error) => error.code)
      console.log(JSON.stringify(reason))
    `)
    expect(code).toBe('ERR_PACKAGE_PATH_NOT_EXPORTED')
  })

  it('does not bring Node, the Studio or the test tools', () => {
    const installed = readdirSync(join(project, 'node_modules'))
    expect(installed).toContain('throwline')
    for (const name of ['node', 'sanity', 'vitest', 'playwright-core', 'citeproc']) {
      expect(installed).not.toContain(name)
    }
  })
})
