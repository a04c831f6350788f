import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {createServer} from 'node:net'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {describe, expect, it, onTestFinished} from 'vitest'
import {readyData} from '../support/ready-database.ts'
import {serve, type Serving} from './serving.ts'

const ROOT = join(import.meta.dirname, '../..')
const EXAMPLE = join(ROOT, 'examples/health.ndjson')

const folder = async (): Promise<string> => {
  const path = await mkdtemp(join(tmpdir(), 'throwline-serve-'))
  onTestFinished(() => rm(path, {recursive: true, force: true}))
  return path
}

/** With a database that need not be made. */
const ready = async (): Promise<string> => {
  const path = await readyData('throwline-serve-')
  onTestFinished(() => rm(path, {recursive: true, force: true}))
  return path
}

const fresh = (data: string, ...more: readonly string[]): readonly string[] => {
  const ports = ['--port', '0', '--lake-port', '0']
  return ['serve', ...ports, '--data', data, '--today', '2026-11-23', ...more]
}

describe('throwline serve', () => {
  it('serves the example, ends on Ctrl-C, and starts again with what it had', async () => {
    const data = await folder()
    const first = serve(fresh(data, '--dataset', EXAMPLE))
    const site = await first.says(/Site\s+(http:\S+)/)
    const page = await fetch(`${site}ketamine/`)
    expect([page.status, (await page.text()).includes('href="tel:988"')]).toEqual([200, true])
    first.child.kill('SIGINT')
    expect(await first.ended).toBe(0)

    const second = serve(fresh(data))
    const again = await second.says(/Site\s+(http:\S+)/)
    expect((await fetch(`${again}ketamine/`)).status).toBe(200)
    second.child.kill('SIGTERM')
    expect(await second.ended).toBe(0)
  })

  it('without a dataset says what an empty newsroom needs', async () => {
    const serving = serve(fresh(await ready()))
    const site = await serving.says(/Site\s+(http:\S+)/)
    const page = await fetch(`${site}`)
    expect(page.status).toBe(503)
    expect(await page.text()).toContain('no site document')
  })
})

describe('throwline serve, when it cannot', () => {
  const failed = async (serving: Serving): Promise<readonly [number | null, string]> => [
    await serving.ended,
    serving.said(),
  ]

  it('names a port that another program has', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => {
      other.listen(0, '127.0.0.1', resolve)
    })
    onTestFinished(() => {
      other.close()
    })
    const address = other.address()
    const port = typeof address === 'object' && address !== null ? String(address.port) : ''
    const args = fresh(await ready())
    const [status, said] = await failed(serve([...args, '--port', port]))
    expect([status, said.includes('PORT_TAKEN'), said.includes(port)]).toEqual([1, true, true])
    const lake = await failed(serve([...args, '--lake-port', port]))
    expect([lake[0], lake[1].includes('PORT_TAKEN'), lake[1].includes(port)]).toEqual([
      1,
      true,
      true,
    ])
  })

  it('names a folder that it may not write, or that another process has', async () => {
    const data = await ready()
    const file = join(data, 'file')
    await writeFile(file, '')
    const [status, said] = await failed(serve(fresh(file)))
    expect([status, said.includes('LAKE_FOLDER_UNWRITABLE')]).toEqual([1, true])
    const holder = serve(fresh(data))
    await holder.says(/Site\s+(http:\S+)/)
    const second = await failed(serve(fresh(data)))
    expect([second[0], second[1].includes('LAKE_LOCKED')]).toEqual([1, true])
    expect(second[1]).toContain(String(holder.child.pid))
  })

  it('names a dataset that is not whole, and wrong usage', async () => {
    const data = await ready()
    const dataset = join(data, 'torn.ndjson')
    await writeFile(dataset, '{"_id":"site","_type":"site"}\n{"_id":"a')
    const torn = await failed(serve(fresh(data, '--dataset', dataset)))
    expect([torn[0], torn[1].includes('SOURCE_LINE_INVALID')]).toEqual([1, true])
    // nothing of it was kept: a whole one fills the folder still
    const mended = serve(fresh(data, '--dataset', EXAMPLE))
    const site = await mended.says(/Site\s+(http:\S+)/)
    expect((await fetch(`${site}ketamine/`)).status).toBe(200)
    const usage = await failed(serve(fresh(data, '--port', '70000')))
    expect([usage[0], usage[1].includes('--port 70000')]).toEqual([2, true])
    const both = {SANITY_PROJECT_ID: 'abc', SANITY_DATASET: 'production'}
    const two = await failed(serve(fresh(data, '--dataset', EXAMPLE), both))
    expect([two[0], two[1].includes('Use one of them')]).toEqual([2, true])
  })
})
