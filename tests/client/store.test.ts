/** One contract for every store; then what is the folder's own. */
import {mkdir, mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {describe, expect, it, onTestFinished} from 'vitest'
import {folderStore} from '../../client/folder.ts'
import {memoryStore, type MirrorStore, type PartnerArticle} from '../../client/index.ts'
import {PublisherModel} from './publisher-model.ts'

const articleOf = (id: string, title = 'Title'): PartnerArticle => {
  const model = new PublisherModel()
  model.publish(id, {slug: 'slug'})
  model.edit(id, {title}, 'updated')
  const piece = model.pieces.get(id)
  const article = piece && model.article(piece, 'US')
  if (article === undefined) throw new Error('no article')
  return article
}

const newFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'throwline-mirror-'))
  onTestFinished(() => rm(folder, {recursive: true, force: true}))
  return folder
}

/** Ids that a file system could take for each other, for a path, or for nothing. */
const IDS = [
  'article-a',
  'Article-A',
  'ARTICLE-A',
  '../article-a',
  '..',
  '.',
  '.hidden',
  'a/b',
  'a\\b',
  'a%2Fb',
  'a.b.json',
  'a.half',
  'con*?:<>|"',
  'ü',
  'u\u0308',
  '%C3%BC',
]

const STORES: readonly (readonly [string, () => Promise<MirrorStore>])[] = [
  ['memoryStore', async () => memoryStore()],
  ['folderStore', async () => folderStore(await newFolder())],
  ['folderStore, of a folder to be made', async () => folderStore(join(await newFolder(), 'a/b'))],
]

describe.each(STORES)('%s', (_name, open) => {
  it('has nothing at first', async () => {
    const store = await open()
    expect(await store.state()).toBeUndefined()
    expect(await store.ids()).toEqual([])
    expect(await store.get('article-a')).toBeUndefined()
    expect(await store.remove('article-a')).toBe(false)
  })

  it('gives back what was put, under any id', async () => {
    const store = await open()
    for (const id of IDS) await store.put(articleOf(id, `Title of ${id}`))
    expect((await store.ids()).toSorted()).toEqual(IDS.toSorted())
    for (const id of IDS) expect(await store.get(id)).toEqual(articleOf(id, `Title of ${id}`))
  })

  it('puts over what was there, and removes once', async () => {
    const store = await open()
    await store.put(articleOf('a', 'First'))
    await store.put(articleOf('a', 'Second'))
    expect((await store.get('a'))?.title).toBe('Second')
    expect(await store.remove('a')).toBe(true)
    expect(await store.remove('a')).toBe(false)
    expect(await store.ids()).toEqual([])
  })

  it('remembers the state', async () => {
    const store = await open()
    await store.saveState({scope: 's', cursor: '1', nextLook: 0})
    await store.saveState({scope: 's', cursor: '2', nextLook: 5})
    expect(await store.state()).toEqual({scope: 's', cursor: '2', nextLook: 5})
    expect(await store.ids()).toEqual([])
  })
})

describe('folderStore', () => {
  it('is there for the next process, as files that are named for ids', async () => {
    const folder = await newFolder()
    const store = folderStore(folder)
    await store.put(articleOf('article-a'))
    await store.saveState({scope: 's', cursor: '1', nextLook: 0})
    expect(await readdir(join(folder, 'articles'))).toEqual(['article-a.json'])
    expect(await folderStore(folder).get('article-a')).toEqual(articleOf('article-a'))
    expect(await folderStore(folder).state()).toEqual(await store.state())
  })

  it('has no copy that somebody broke, or took the notice from', async () => {
    const folder = await newFolder()
    const store = folderStore(folder)
    const path = join(folder, 'articles/a.json')
    await store.put(articleOf('a'))
    const whole = await readFile(path, 'utf8')
    for (const broken of [
      whole.slice(0, 200),
      '',
      '[]',
      whole.replace('"id": "a"', '"id": "b"'),
      whole.replaceAll('"helplines": [', '"helplines": [], "lines": ['),
      whole.replace('"text": "911 or 988\\n', '"text": "\\n'),
    ]) {
      expect(broken).not.toBe(whole)
      await writeFile(path, broken)
      expect(await store.get('a')).toBeUndefined()
    }
    await writeFile(path, whole)
    expect(await store.get('a')).toEqual(articleOf('a'))
  })

  it('has no state that somebody broke', async () => {
    const folder = await newFolder()
    for (const broken of ['', '{}', '{"scope": "s", "cursor": 4, "nextLook": 0}']) {
      await writeFile(join(folder, 'mirror.json'), broken)
      expect(await folderStore(folder).state()).toBeUndefined()
    }
  })

  it('leaves files alone that are not its own, and clears what a killed process left half written', async () => {
    const folder = await newFolder()
    await mkdir(join(folder, 'articles'))
    const foreign = ['README.md', 'Upper.json', '%zz.json', '%E0%A4%A.json']
    for (const name of [...foreign, 'a.json.half']) {
      await writeFile(join(folder, 'articles', name), 'x')
    }
    const store = folderStore(folder)
    expect(await store.ids()).toEqual([])
    await store.saveState({scope: 's', cursor: '1', nextLook: 0})
    expect((await readdir(join(folder, 'articles'))).toSorted()).toEqual(foreign.toSorted())
  })
})
