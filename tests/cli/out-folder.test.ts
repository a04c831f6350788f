import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import {join} from 'node:path'
import {beforeAll, describe, expect, it} from 'vitest'
import {removedSince} from '../../cli/out/removed.ts'
import {changedExample, copy, EXAMPLE, folder, throwline, TODAY} from './run.ts'

const publish = (dataset: string, out: string, ...more: readonly string[]) =>
  throwline('publish', '--dataset', dataset, '--out', out, '--today', TODAY, ...more)

const verify = (out: string, dataset = EXAMPLE) =>
  throwline('verify', out, '--dataset', dataset, '--today', TODAY)

const read = (...path: readonly string[]): string => readFileSync(join(...path), 'utf8')

const without = (id: string) =>
  changedExample((document) => {
    if (document['_id'] === id) return undefined
    return JSON.stringify(document).includes(id) ? {...document, relatedArticles: []} : document
  })

const withTitle = (title: string) =>
  changedExample((document) =>
    document['_id'] === 'article-child-abuse' ? {...document, title} : document,
  )

let out = ''

beforeAll(() => {
  out = folder()
  const {status, stderr} = publish(EXAMPLE, out)
  if (status !== 0) throw new Error(stderr)
})

describe('the output folder', () => {
  it('has the JSON Schema beside the partner articles, and verify passes over it', () => {
    const schema: unknown = JSON.parse(read(out, 'partner/article.schema.json'))
    expect(schema).toMatchObject({$schema: 'https://json-schema.org/draft/2020-12/schema'})
    expect(read(out, 'manifest.json')).not.toContain('article.schema.json')
    expect(verify(out).stdout).toMatch(/^(\d+) of \1 artefacts/)
    const other = folder()
    publish(EXAMPLE, other, '--channel', 'sms')
    expect(existsSync(join(other, 'partner'))).toBe(false)
  })

  it('an ordinary run puts right what was edited or is lost; --full writes the rest too', () => {
    const place = copy(out)
    const edited = join(place, 'partner/article.schema.json')
    const lost = join(place, 'web/help/index.html')
    writeFileSync(edited, '{}')
    rmSync(lost)
    const untouched = join(place, 'sms/sleep.sms.txt')
    const before = statSync(untouched).mtimeMs
    expect(publish(EXAMPLE, place).stdout).toContain('2 files written')
    expect(read(edited)).toBe(read(out, 'partner/article.schema.json'))
    expect(read(lost)).toBe(read(out, 'web/help/index.html'))
    expect(statSync(untouched).mtimeMs).toBe(before)
    const full = JSON.parse(publish(EXAMPLE, place, '--full', '--json').stdout)
    expect(full).toMatchObject({unchanged: 0, refusals: 0})
    expect(full.written).toBe(full.artefacts.length + full.companions.length)
    expect(statSync(untouched).mtimeMs).toBeGreaterThan(before)
    expect(read(untouched)).toBe(read(out, 'sms/sleep.sms.txt'))
  })

  it('takes back what a killed run left, once the article is gone', () => {
    const place = folder()
    // A run that dies before its manifest: its files and its journal, no manifest.
    const whole = JSON.parse(read(out, 'manifest.json'))
    const lines = whole.artefacts.map((artefact: unknown) => `\n${JSON.stringify(artefact)}\n`)
    for (const path of readdirSync(out, {recursive: true, withFileTypes: true})) {
      if (!path.isFile() || path.name === 'manifest.json') continue
      const target = join(path.parentPath.replace(out, place), path.name)
      mkdirSync(join(target, '..'), {recursive: true})
      writeFileSync(target, readFileSync(join(path.parentPath, path.name)))
    }
    const journal = join(place, '.throwline-journal')
    appendFileSync(journal, `${lines.join('')}\n{"path": "web/tor`)
    const {stdout, status} = publish(without('article-child-abuse'), place)
    expect(status).toBe(0)
    expect(stdout).toContain('4 withdrawn')
    expect(existsSync(join(place, 'web/child-abuse'))).toBe(false)
    expect(existsSync(join(place, 'email/child-abuse.eml'))).toBe(false)
    expect(read(place, 'partner/tombstones.json')).toContain('article-child-abuse')
    expect(existsSync(journal)).toBe(false)
  })

  it('sweeps what a killed run had half written, in whatever folder', () => {
    const place = copy(out)
    const halves = ['.manifest.json.0a-1.throwline-tmp', 'web/sleep/.index.html.0a-2.throwline-tmp']
    for (const half of halves) writeFileSync(join(place, half), 'half a f')
    writeFileSync(join(place, '.throwline-journal'), '')
    publish(EXAMPLE, place)
    const names = readdirSync(place, {recursive: true}).map(String)
    expect(names.filter((name) => name.includes('.throwline-'))).toEqual([])
  })

  it('does not believe a journal that names files elsewhere', () => {
    const place = folder()
    const outside = join(place, '..', 'throwline-outside.html')
    writeFileSync(outside, 'somebody else’s')
    const artefact = {
      ...JSON.parse(read(out, 'manifest.json')).artefacts[0],
      documentId: 'gone',
      path: '../throwline-outside.html',
    }
    writeFileSync(join(place, '.throwline-journal'), `${JSON.stringify(artefact)}\n`)
    publish(EXAMPLE, place, '--channel', 'sms')
    expect(read(outside)).toBe('somebody else’s')
    rmSync(outside)
  })

  it('lists a refused article as the file stands, whichever run wrote it', () => {
    const place = copy(out)
    const other = folder()
    publish(withTitle('Another title'), other)
    // a run that was killed after it had overwritten this page
    const page = 'web/child-abuse/index.html'
    const next = JSON.parse(read(other, 'manifest.json')).artefacts.find(
      ({path}: {readonly path: string}) => path === page,
    )
    writeFileSync(join(place, page), read(other, page))
    appendFileSync(join(place, '.throwline-journal'), `\n${JSON.stringify(next)}\n`)
    expect(publish(withTitle('One\r\nBcc: all@x'), place).status).toBe(1)
    const listed = JSON.parse(read(place, 'manifest.json')).artefacts.find(
      ({path}: {readonly path: string}) => path === page,
    )
    expect(listed.sha256).toBe(next.sha256)
    expect(verify(place).status).toBe(0)
  })

  it('a broken article is no removed one: no tombstone, and its files stay', () => {
    const place = copy(out)
    expect(publish(withTitle('One\r\nBcc: all@x'), place).status).toBe(1)
    expect(read(place, 'partner/tombstones.json')).not.toContain('article-child-abuse')
    expect(existsSync(join(place, 'web/child-abuse/index.html'))).toBe(true)
    expect(read(place, 'manifest.json')).toContain('"web/child-abuse/index.html"')
  })

  it('names what keeps it from writing, and leaves no half file', () => {
    const file = join(folder(), 'a-file')
    writeFileSync(file, '')
    const blocked = publish(EXAMPLE, file)
    expect(blocked.status).toBe(1)
    expect(blocked.stderr).toContain('OUT_UNWRITABLE')
    expect(blocked.stderr).toContain('a file is where a folder must be. Remove it')
    expect(blocked.stderr).not.toContain('    at ')
    const place = folder()
    mkdirSync(join(place, 'sms/sleep.sms.txt'), {recursive: true})
    const folderInPlace = publish(EXAMPLE, place)
    expect(folderInPlace.status).toBe(1)
    expect(folderInPlace.stderr).toContain('a folder is in its place')
    expect(existsSync(join(place, 'manifest.json'))).toBe(false)
    const names = readdirSync(place, {recursive: true}).map(String)
    expect(names.filter((name) => name.endsWith('.throwline-tmp'))).toEqual([])
  })
})

describe('tombstones', () => {
  const artefact = {
    channel: 'web',
    revision: 'r1',
    country: 'US',
    language: 'es',
    noticeId: 'crisisNotice-US-es',
    noticeRevision: 'r1',
    sha256: '',
    bytes: 0,
  } as const
  const page = {...artefact, path: 'web/es/sueno/index.html', documentId: '4b1c-77'}

  it('are made for any id, from the page or from the partner file', () => {
    const tombstone = {
      id: '4b1c-77',
      slug: 'sueno',
      language: 'es',
      reason: 'removed',
      date: TODAY,
    }
    const json = {
      ...artefact,
      channel: 'partner',
      path: 'partner/articles/es/sueno.json',
      documentId: '4b1c-77',
    } as const
    const mail = {...artefact, channel: 'email', path: 'email/x.eml', documentId: 'm'} as const
    const front = {...artefact, path: 'web/help/index.html', documentId: 'site'}
    expect(removedSince([], [mail, front, json], new Set(), TODAY)).toEqual([tombstone])
    expect(removedSince([], [page, json], new Set(), TODAY)).toEqual([tombstone])
    expect(removedSince([], [page], new Set(['4b1c-77']), TODAY)).toEqual([])
  })

  it('keep their day, and go when the article is back', () => {
    const old = {id: '4b1c-77', slug: 'x', language: 'es', reason: 'removed', date: '2026-01-01'}
    const earlier = [{...old, reason: 'removed' as const}]
    expect(removedSince(earlier, [page], new Set(), TODAY)).toEqual([old])
    expect(removedSince(earlier, [page], new Set(['4b1c-77']), TODAY)).toEqual([])
  })
})
