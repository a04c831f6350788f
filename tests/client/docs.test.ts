/** The examples of docs/client.md, run as they stand there against the real newsroom. */
import {execFile, spawn} from 'node:child_process'
import {mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {promisify} from 'node:util'
import {describe, expect, it, onTestFinished} from 'vitest'
import {folderStore} from '../../client/folder.ts'
import {openRealNewsroom} from './real-newsroom.ts'

const ROOT = join(import.meta.dirname, '../..')

/** The package is not built here: its entries by another name. */
const ENTRIES = [
  ["'throwline/client/folder'", 'client/folder.ts'],
  ["'throwline/client'", 'client/index.ts'],
] as const

const examples = async (): Promise<ReadonlyMap<string, string>> => {
  const text = await readFile(join(ROOT, 'docs/client.md'), 'utf8')
  return new Map(
    [...text.matchAll(/^```js\n\/\/ (\S+)\n(.*?)^```$/gms)].map(([, name = '', code = '']) => {
      const resolved = ENTRIES.reduce(
        (all, [entry, file]) => all.replaceAll(entry, `'${pathToFileURL(join(ROOT, file)).href}'`),
        code,
      )
      return [name, resolved]
    }),
  )
}

const openFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'throwline-client-docs-'))
  onTestFinished(() => rm(folder, {recursive: true, force: true}))
  for (const [name, code] of await examples()) {
    await writeFile(join(folder, name.replace(/js$/, 'mjs')), code)
  }
  return folder
}

describe('docs/client.md', () => {
  it('has both examples', async () => {
    expect([...(await examples()).keys()]).toEqual(['mirror.js', 'read.js'])
  })

  it('reads', async () => {
    const newsroom = await openRealNewsroom()
    try {
      const folder = await openFolder()
      const {stdout} = await promisify(execFile)(process.execPath, ['read.mjs'], {
        cwd: folder,
        env: {...process.env, PUBLISHER: newsroom.url, KEY: newsroom.key},
      })
      const lines = stdout.trimEnd().split('\n')
      expect(lines).toContain('sleep Better sleep: small steps that work')
      expect(lines).toContain('In an emergency, call 911')
      expect(lines.at(-1)).toBe('404 ARTICLE_UNKNOWN')
    } finally {
      await newsroom.close()
    }
  })

  it('keeps a copy, follows, and stops when it is told to', async () => {
    const newsroom = await openRealNewsroom()
    try {
      const folder = await openFolder()
      const child = spawn(process.execPath, ['mirror.mjs'], {
        cwd: folder,
        env: {...process.env, PUBLISHER: newsroom.url, KEY: newsroom.key},
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      onTestFinished(() => {
        child.kill('SIGKILL')
      })
      const ended = new Promise<number | null>((resolve) => {
        child.once('exit', resolve)
      })
      let told = ''
      const heard = async (words: RegExp): Promise<void> => {
        for await (const chunk of child.stdout.iterator({destroyOnReturn: false})) {
          told += String(chunk)
          if (words.test(told)) return
        }
        throw new Error(`never said ${String(words)}: ${told}`)
      }
      await heard(/fresh/)
      const files = await readdir(join(folder, 'health-articles/articles'))
      const {articles} = await newsroom.standing('US')
      expect(files.length).toBe(articles.size)
      expect(files.length).toBeGreaterThan(10)

      await newsroom.source.change('article-sleep', (document) => ({
        ...document,
        title: 'Sleep well',
        _rev: 'r2',
      }))
      newsroom.tell('article-sleep')
      await heard(/stored article-sleep\nfresh [^\n]*\n$/)
      const copy = await folderStore(join(folder, 'health-articles')).get('article-sleep')
      expect(copy?.title).toBe('Sleep well')

      child.kill('SIGINT')
      expect(await ended).toBe(0)
    } finally {
      await newsroom.close()
    }
  })
})
