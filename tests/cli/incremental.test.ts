/** A run after some documents have changed leaves what a run from nothing would. */
import {readFileSync, rmSync, statSync, utimesSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {changedExample, EXAMPLE, folder, publishHere, snapshot, throwline, TODAY} from './run.ts'

const publish = (dataset: string, out: string, ...more: readonly string[]) => {
  const {status, stdout} = throwline(
    'publish',
    '--dataset',
    dataset,
    '--out',
    out,
    '--today',
    TODAY,
    '--json',
    ...more,
  )
  const report: {readonly written: number; readonly unchanged: number} = JSON.parse(stdout)
  return {status, ...report}
}

/** What a later run finds, or is held to. */
const prepare = async (dataset: string, out: string, isFull = false): Promise<void> => {
  await publishHere({dataset, out, today: TODAY, json: true, full: isFull})
}

type Document = Readonly<Record<string, unknown>>

const on =
  (id: string, change: (document: Document) => Document | undefined) =>
  (document: Record<string, unknown>): Record<string, unknown> | undefined => {
    if (document['_id'] !== id) return document
    const changed = change(document)
    return changed && {...changed, _rev: 'another'}
  }

/** What editors do, and how many files of the 93 have to be written at most. */
const EDITS: readonly (readonly [string, ReturnType<typeof on>, number])[] = [
  ['nothing', (document) => document, 0],
  ['a section', on('section-sleep-habits', (each) => ({...each, heading: 'Habits'})), 10],
  ['a source', on('source-lent-2019', (each) => ({...each, title: 'Another title'})), 10],
  ['a contributor', on('contributor-editorial-team', (each) => ({...each, name: 'The desk'})), 93],
  ['a title that others link to', on('article-sleep', (each) => ({...each, title: 'Rest'})), 40],
  ['a helpline', on('helpline-us-samhsa', (each) => ({...each, name: 'SAMHSA Line'})), 93],
  [
    'a notice',
    on('crisisNotice-US-es', (each) => ({...each, heading: '¿Necesita ayuda ya mismo?'})),
    40,
  ],
  ['the site', on('site', (each) => ({...each, name: 'Lantern'})), 93],
  [
    'a retraction',
    on('article-health-news', (each) => ({
      ...each,
      retraction: {date: '2026-11-20', reason: 'A study was withdrawn.'},
    })),
    40,
  ],
  ['a broken article', on('article-self-harm', (each) => ({...each, title: 7})), 40],
  ['an article that is gone', on('article-light-therapy', () => undefined), 20],
]

describe('a later run', () => {
  it.each(EDITS)(
    'is what a run from nothing would be after a change of %s',
    async (_what, edit, most) => {
      const out = folder()
      await prepare(EXAMPLE, out)
      const dataset = changedExample(edit)
      const later = publish(dataset, out)
      expect(later.written).toBeLessThanOrEqual(most)
      const anew = folder()
      // what an earlier run left belongs to it: removals and refusals are reckoned from there
      await prepare(EXAMPLE, anew)
      await prepare(dataset, anew, true)
      expect(snapshot(out)).toEqual(snapshot(anew))
    },
  )

  it('goes by the times of files, and so sees an edit by hand that keeps the length', async () => {
    const out = folder()
    await prepare(EXAMPLE, out)
    const page = join(out, 'web/sleep/index.html')
    const text = readFileSync(page, 'utf8')
    writeFileSync(page, text.replaceAll('tel:988', 'tel:989'))
    expect(publish(EXAMPLE, out).written).toBe(1)
    expect(readFileSync(page, 'utf8')).toBe(text)
  })

  it('does not make again what stands, or it could not be fooled', async () => {
    const out = folder()
    await prepare(EXAMPLE, out)
    // of an article that the feeds do not carry whole
    const page = join(out, 'web/light-therapy/index.html')
    const {atime, mtime, mtimeMs} = statSync(page)
    const forged = readFileSync(page, 'utf8').replaceAll('tel:988', 'tel:989')
    writeFileSync(page, forged)
    utimesSync(page, atime, mtime)
    // some systems keep finer times than can be set
    const isFooled = statSync(page).mtimeMs === mtimeMs
    publish(EXAMPLE, out)
    expect(readFileSync(page, 'utf8') === forged).toBe(isFooled)
    publish(EXAMPLE, out, '--full')
    expect(readFileSync(page, 'utf8')).not.toBe(forged)
  })

  it('leaves lists alone that say what they said, and makes those that were edited', async () => {
    const out = folder()
    await prepare(EXAMPLE, out)
    const front = join(out, 'web/index.html')
    const list = join(out, 'partner/articles.json')
    const [text, before] = [readFileSync(list, 'utf8'), statSync(list)]
    const forged = text.replaceAll('988', '989')
    writeFileSync(list, forged)
    utimesSync(list, before.atime, before.mtime)
    const isFooled = statSync(list).mtimeMs === before.mtimeMs
    writeFileSync(front, 'Somebody else’s words')
    const dataset = changedExample(EDITS[1]?.[1] ?? ((each) => each))
    publish(dataset, out)
    expect(readFileSync(front, 'utf8')).not.toContain('Somebody')
    expect(readFileSync(list, 'utf8') === forged).toBe(isFooled)
    publish(dataset, out, '--full')
    expect(readFileSync(list, 'utf8')).toBe(text)
  })

  it('takes nothing to stand where the manifest is gone', async () => {
    const out = folder()
    await prepare(EXAMPLE, out)
    const manifest = join(out, 'manifest.json')
    const before = snapshot(out)
    rmSync(manifest)
    expect(publish(EXAMPLE, out).status).toBe(0)
    expect(snapshot(out)).toEqual(before)
  })

  it('makes what another run published on one channel alone', async () => {
    const out = folder()
    publish(EXAMPLE, out, '--channel', 'web')
    publish(EXAMPLE, out)
    const anew = folder()
    await prepare(EXAMPLE, anew)
    expect(snapshot(out)).toEqual(snapshot(anew))
    const dataset = changedExample(EDITS[1]?.[1] ?? ((each) => each))
    publish(dataset, out, '--channel', 'web')
    publish(dataset, out)
    await prepare(dataset, anew, true)
    expect(snapshot(out)).toEqual(snapshot(anew))
  })
})
