/** The client in a browser, as its source stands with the types taken off; and what it imports. */
import {globSync, readFileSync} from 'node:fs'
import {stripTypeScriptTypes} from 'node:module'
import {join, posix} from 'node:path'
import {describe, expect, it} from 'vitest'
import {launchChromium} from '../browser/chromium.ts'
import {openScene} from './scene.ts'
import {KEY} from './test-api.ts'

const ROOM = join(import.meta.dirname, '../../client')

const read = (file: string): string => readFileSync(join(ROOM, file), 'utf8')

/** `from 'x'`, `import('x')`, `import 'x'` */
const IMPORT = /\b(?:from|import)\s*\(?\s*'([^']+)'/g

const importsOf = (code: string): readonly string[] =>
  [...code.matchAll(IMPORT)].flatMap(([, name]) => name ?? [])

/** What a module and all that it imports import, by file. */
const graph = (entry: string): ReadonlyMap<string, readonly string[]> => {
  const seen = new Map<string, readonly string[]>()
  const visit = (file: string): void => {
    if (seen.has(file)) return
    const names = importsOf(read(file))
    seen.set(file, names)
    for (const name of names) {
      if (name.startsWith('.')) visit(posix.join(posix.dirname(file), name))
    }
  }
  visit(entry)
  return seen
}

const strangers = (modules: ReadonlyMap<string, readonly string[]>): readonly string[] =>
  [...modules].flatMap(([file, names]) =>
    names.filter(
      (name) => !name.startsWith('.') || posix.join(posix.dirname(file), name).startsWith('..'),
    ),
  )

describe('the client', () => {
  it('imports nothing but itself', () => {
    const modules = graph('index.ts')
    expect(modules.size).toBeGreaterThan(12)
    expect(strangers(modules)).toEqual([])
    expect(strangers(new Map([['mirror/a.ts', ['../../errors.ts', 'hono', './b.ts']]]))).toEqual([
      '../../errors.ts',
      'hono',
    ])
  })

  it('imports in its folder store what Node has, and no more', () => {
    expect([...new Set(strangers(graph('folder.ts')))]).toEqual(['node:fs/promises', 'node:path'])
  })

  it('has no file that no entry reaches', () => {
    const reached = new Set([...graph('index.ts').keys(), ...graph('folder.ts').keys()])
    const files = globSync('**/*.ts', {cwd: ROOM})
    expect(files.filter((file) => !reached.has(file))).toEqual([])
  })

  it('reads and mirrors in a browser', async () => {
    const {model, api} = await openScene()
    for (let number = 0; number < 20; number += 1) model.publish(`a${number}`)
    model.retract('a7')
    const browser = await launchChromium()
    try {
      const page = await browser.newPage()
      const problems: string[] = []
      page.on('pageerror', (error) => problems.push(error.message))
      await page.route(`${api.url}/page/**`, async (route) => {
        const path = new URL(route.request().url()).pathname.replace('/page/', '')
        await route.fulfill(
          path === 'index.html'
            ? {contentType: 'text/html', body: '<!doctype html><title>Partner</title>'}
            : {contentType: 'text/javascript', body: stripTypeScriptTypes(read(path))},
        )
      })
      await page.goto(`${api.url}/page/index.html`)
      const ids: unknown = await page.evaluate(
        `import('/page/index.ts').then(async ({createClient, memoryStore, mirror}) => {
          const client = createClient({url: location.origin, key: '${KEY}'})
          const store = memoryStore()
          await mirror({client, store, follow: false})
          await mirror({client, store, follow: false, lookEvery: 0})
          const listed = []
          for await (const {id} of client.listArticles()) listed.push(id)
          return [listed.sort().join(), (await store.ids()).sort().join()]
        })`,
      )
      const standing = model
        .standing()
        .map(({id}) => id)
        .toSorted()
        .join()
      expect(ids).toEqual([standing, standing])
      expect(problems).toEqual([])
    } finally {
      await browser.close()
    }
  })
})
