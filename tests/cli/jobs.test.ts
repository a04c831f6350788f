import {appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {changedExample, EXAMPLE, folder, killedAfter, snapshot, throwline, TODAY} from './run.ts'

const publish = (dataset: string, out: string, jobs: number) => {
  const options = ['--dataset', dataset, '--out', out, '--today', TODAY, '--jobs', String(jobs)]
  return throwline('publish', ...options)
}

describe('a run of several threads', () => {
  it('leaves what one thread would, and the next run has nothing to do', () => {
    const [one, three] = [folder(), folder()]
    const alone = publish(EXAMPLE, one, 1)
    const together = publish(EXAMPLE, three, 3)
    expect([together.status, together.stdout]).toEqual([
      0,
      expect.stringContaining('93 files written'),
    ])
    expect(alone.stdout).toContain('93 files written')
    expect(snapshot(three)).toEqual(snapshot(one))
    expect(publish(EXAMPLE, three, 2).stdout).toContain('Nothing had changed')
  })

  it('leaves the same where threads start before anybody knows what is to be made', () => {
    const dataset = changedExample((document) => document)
    const line = readFileSync(EXAMPLE, 'utf8')
      .split('\n')
      .find((each) => each.includes('"_type":"contributor"'))
    const others = Array.from({length: 10_000}, (_, at) => {
      const contributor = {...JSON.parse(line ?? ''), _id: `contributor-${at}`}
      return `${JSON.stringify(contributor)}\n`
    })
    appendFileSync(dataset, others.join(''))
    const [one, two] = [folder(), folder()]
    expect(publish(dataset, one, 1).status).toBe(0)
    expect(publish(dataset, two, 2).stdout).toContain('93 files written')
    expect(snapshot(two)).toEqual(snapshot(one))
  })

  it('tells of each refusal once, as one thread would', () => {
    const broken = changedExample((document) =>
      document['_id'] === 'article-self-harm' || document['_id'] === 'section-sleep-habits'
        ? {...document, heading: 7, summary: 7}
        : document,
    )
    const [one, two] = [folder(), folder()]
    for (const out of [one, two]) publish(EXAMPLE, out, 1)
    const alone = publish(broken, one, 1)
    const together = publish(broken, two, 2)
    const told = (stderr: string) => stderr.replace(/^.* of .* articles.*\n/gm, '')
    expect(together.status).toBe(1)
    expect(told(together.stderr)).toBe(told(alone.stderr))
    expect(snapshot(two)).toEqual(snapshot(one))
  })

  it('killed at any moment leaves whole files, and the next run completes', async () => {
    const other = folder()
    publish(EXAMPLE, other, 1)
    const right = snapshot(other)
    const out = folder()
    const options = ['--dataset', EXAMPLE, '--out', out, '--today', TODAY, '--jobs', '2']
    for (let after = 200; after < 3000; after += 280) {
      await killedAfter(after, 'publish', ...options)
      if (!existsSync(join(out, 'web'))) continue
      for (const [path, text] of snapshot(out)) {
        const isWhole = path.includes('.throwline-') || text === right.get(path)
        expect([path, isWhole || path === '/manifest.json']).toEqual([path, true])
      }
    }
    expect(publish(EXAMPLE, out, 2).status).toBe(0)
    expect(snapshot(out)).toEqual(right)
  })

  it('names what keeps a thread from its work', () => {
    const nowhere = join(EXAMPLE, 'out')
    const {status, stderr} = publish(EXAMPLE, nowhere, 2)
    expect([status, stderr]).toEqual([1, expect.stringMatching(/^[A-Z_]+: /)])
    const out = folder()
    mkdirSync(out, {recursive: true})
    writeFileSync(join(out, 'email'), 'no folder')
    const inTheWay = publish(EXAMPLE, out, 2)
    expect(inTheWay.status).toBe(1)
    expect(inTheWay.stderr.startsWith(`OUT_UNWRITABLE: ${join(out, 'email')}`)).toBe(true)
    expect(inTheWay.stderr).toMatch(/^[^\n]+publish again[^\n]+\n$/)
    for (const jobs of [0, 65, 1.5]) {
      expect(publish(EXAMPLE, folder(), jobs)).toMatchObject({
        status: 2,
        stderr: expect.stringContaining('--jobs'),
      })
    }
  })
})
