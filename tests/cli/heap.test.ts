import {execFileSync} from 'node:child_process'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {expect, it} from 'vitest'

const HEAP = join(import.meta.dirname, '../../cli/publishing/heap.ts')

/** In a process of its own: V8's switches are the process's. Megabytes. */
const SCRIPT = `
  const {getHeapSpaceStatistics} = await import('node:v8')
  const {giveBack, growOnce} = await import(${JSON.stringify(HEAP)})
  const room = () =>
    getHeapSpaceStatistics().find(({space_name}) => space_name === 'new_space').space_size / 2 ** 20
  const surviving = () => {
    const kept = []
    for (let at = 0; at < 3_000_000; at += 1) kept.push({at})
    return kept.length
  }
  surviving()
  const grown = room()
  const before = process.memoryUsage.rss()
  giveBack()
  growOnce()
  const returned = (before - process.memoryUsage.rss()) / 2 ** 20
  const left = room()
  surviving()
  console.log(grown, returned, left, room())
`

it('gives back what it holds without need, and does not take it again', () => {
  const options = ['--max-semi-space-size=64', '--input-type=module', '-e', SCRIPT]
  const printed = execFileSync(process.execPath, options, {encoding: 'utf8'})
  const [grown, returned, left, later] = printed.split(' ').map(Number)
  expect({grown, left, later}).toEqual({grown: 128, left: 32, later: 32})
  expect(returned).toBeGreaterThan(100)
})

/** A thread that has held 100 MB, and gives it back before it ends, or does not. Megabytes that its process has more. */
const ended = (gives: boolean): number => {
  const thread = `
    const {giveBack} = await import(${JSON.stringify(pathToFileURL(HEAP).href)})
    globalThis.kept = Array.from({length: 1_000_000}, (_, at) => ({at, text: [at]}))
    globalThis.kept = undefined
    if (${gives}) giveBack()
  `
  const script = `
    import {once} from 'node:events'
    import {Worker} from 'node:worker_threads'
    const before = process.memoryUsage.rss()
    const worker = new Worker(new URL('data:text/javascript,' + ${JSON.stringify(encodeURIComponent(thread))}))
    await once(worker, 'exit')
    console.log((process.memoryUsage.rss() - before) / 2 ** 20)
  `
  const options = ['--input-type=module', '-e', script]
  return Number(execFileSync(process.execPath, options, {encoding: 'utf8'}))
}

it('leaves nothing of a thread that has ended to the process', () => {
  const [given, left] = [ended(true), ended(false)]
  expect(given).toBeLessThan(left - 50)
})
