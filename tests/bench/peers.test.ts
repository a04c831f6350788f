import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {insertBehind, offsetOf} from '../../bench/compare/changed-dataset.ts'
import {checkPages, contestants} from '../../bench/compare/contestants.ts'
import {writeMarkdown} from '../../bench/compare/markdown-articles.ts'
import {makeSite} from '../../bench/compare/peers.ts'
import {beforeHeading, writeCorpus} from '../../bench/corpus.ts'
import {isObject} from '../../content/json-object.ts'
import {folder, TODAY} from '../cli/run.ts'

const PEERS = join(import.meta.dirname, '../../bench/peers')

/** What is wrong with the versions that peers are installed in. */
const loose = (manifest: string, lock: string): readonly string[] => {
  const parsed: unknown = JSON.parse(manifest)
  const dependencies =
    isObject(parsed) && isObject(parsed['dependencies']) ? parsed['dependencies'] : {}
  const inexact = Object.entries(dependencies)
    .filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(String(version)))
    .map(([name]) => name)
  return [...inexact, ...(lock.includes('"resolved"') ? ['an address in the lock'] : [])]
}

describe('the peers', () => {
  it('are pinned, and their lock names no place to get them from', () => {
    const [manifest, lock] = ['package.json', 'package-lock.json'].map((name) =>
      readFileSync(join(PEERS, name), 'utf8'),
    )
    expect(manifest).toContain('@11ty/eleventy')
    expect(loose(manifest ?? '', lock ?? '')).toEqual([])
    const planted = '{"dependencies": {"astro": "^7.0.0"}}'
    expect(loose(planted, '{"resolved": "https://a.example/"}')).toEqual([
      'astro',
      'an address in the lock',
    ])
  })

  it('read whole articles, without the notice and with everything else', async () => {
    const place = folder()
    await writeCorpus(join(place, 'corpus.ndjson'), 3)
    await writeMarkdown(join(place, 'corpus.ndjson'), join(place, 'markdown'), TODAY)
    for (const peer of ['hugo', 'astro', 'eleventy'] as const) {
      makeSite(peer, join(place, peer), join(place, 'markdown'))
      const page = readFileSync(join(place, peer, 'content/article-2.md'), 'utf8')
      expect(page).toMatch(/^---\ntitle: "[^"]+"\nlayout: article.liquid\n---\n\n# /)
      expect(page.match(/^## /gm)?.length).toBeGreaterThanOrEqual(9)
      expect(page).toMatch(/^ {2}- \*\*/m)
      expect(page).toContain(
        '](<https://www.health.example/a?b=1&c=2>)'.replace('&', String.raw`\&`),
      )
      // the notice's number; the line named in a text is another
      expect(page).not.toContain('988')
    }
  })
})

describe('a round', () => {
  it('begins without what Node kept of the one before, compiled articles among it', () => {
    const place = folder()
    const markdown = join(place, 'markdown')
    mkdirSync(markdown)
    const field = {folder: place, installed: place, markdown, articles: 0, today: TODAY}
    const astro = contestants({...field, dataset: '', throwline: ''}).find(({id}) => id === 'astro')
    astro?.prepare()
    const kept = String(astro?.command.env?.['NODE_COMPILE_CACHE'])
    expect(kept.startsWith(`${place}/site-`)).toBe(true)
    mkdirSync(kept)
    writeFileSync(join(kept, 'compiled'), '')
    astro?.clear()
    expect(existsSync(kept)).toBe(false)
  })
})

const PAGE = '<h1>A</h1><h2>B</h2>'

describe('the check of what was made', () => {
  const made = (count: number, page: string): string => {
    const place = folder()
    for (let article = 0; article < count; article += 1) {
      mkdirSync(join(place, `article-${article}`))
      writeFileSync(join(place, `article-${article}/index.html`), page)
    }
    return place
  }

  it('lets a full set pass', () => {
    expect(() => checkPages(made(3, PAGE), 3, [/<h1>/, /<h2>/])).not.toThrow()
  })

  it('refuses a page too few or too many, and a folder that is not there', () => {
    expect(() => checkPages(made(2, PAGE), 3, [])).toThrow('2 pages of 3')
    expect(() => checkPages(made(4, PAGE), 3, [])).toThrow('4 pages of 3')
    expect(() => checkPages(join(folder(), 'none'), 3, [])).toThrow('0 pages of 3')
  })

  it('refuses pages without what the article has', () => {
    expect(() => checkPages(made(3, PAGE), 3, [/<h1>/, /<ul>/])).toThrow('is without /<ul>/')
  })
})

describe('a changed dataset', () => {
  it('differs in one heading, wherever that lies', async () => {
    const file = join(folder(), 'corpus.ndjson')
    await writeCorpus(file, 3)
    const before = readFileSync(file, 'utf8').split('\n')
    await insertBehind(file, beforeHeading('section-1-3'), 'Another ')
    const after = readFileSync(file, 'utf8').split('\n')
    const changed = after.filter((line, index) => line !== before[index])
    expect(changed).toHaveLength(1)
    expect(changed[0]).toContain('"_id":"section-1-3"')
    expect(changed[0]).toContain('"heading":"Another ')
    await expect(insertBehind(file, beforeHeading('section-9-3'), 'x')).rejects.toThrow(RangeError)
  })

  it('is searched across the pieces it is read in', async () => {
    const file = join(folder(), 'text')
    writeFileSync(file, 'abcdefghijklmnopqrstuvwxyz')
    for (const [text, offset] of [
      ['abc', 0],
      ['ef', 4],
      ['efgh', 4],
      ['xyz', 23],
      ['defghijkl', 3],
    ] as const) {
      expect(await offsetOf(file, text, 5), text).toBe(offset)
    }
    await expect(offsetOf(file, 'zz', 5)).rejects.toThrow('has no zz')
  })
})
