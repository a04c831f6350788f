import {mkdtempSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {type Artefact, type Manifest, manifestPieces} from '../../../cli/out/manifest.ts'
import {ManifestText} from '../../../cli/out/manifest-text.ts'
import {OutFolderError} from '../../../errors.ts'

const NOW = '2026-11-29T10:00:00.000Z'

const artefact = (path: string, more: Partial<Artefact> = {}): Artefact => ({
  path,
  channel: 'web',
  documentId: 'article-sleep',
  revision: 'r1',
  country: 'US',
  language: 'en',
  noticeId: 'crisisNotice-US-en',
  noticeRevision: 'r2',
  sha256: 'a'.repeat(64),
  bytes: 12,
  ...more,
})

const text = (manifest: Partial<Manifest>): string =>
  [
    ...manifestPieces({
      version: 1,
      generatedAt: '2026-11-23T09:00:00.000Z',
      artefacts: [],
      refused: [],
      ...manifest,
    }),
  ].join('')

const folderWith = (manifest: string): string => {
  const folder = mkdtempSync(join(tmpdir(), 'throwline-test-'))
  writeFileSync(join(folder, 'manifest.json'), manifest)
  return folder
}

const inOrder = (artefacts: readonly Artefact[]): readonly Artefact[] =>
  artefacts.toSorted((one, other) => (one.path < other.path ? -1 : 1))

/** Whatever a path may hold: other scripts, quotes, braces, backslashes. */
const paths = fc.uniqueArray(
  fc
    .string({unit: 'grapheme', minLength: 1, maxLength: 20})
    .map((name) => `web/${name.replaceAll('..', '')}/x`),
  {minLength: 1, maxLength: 40},
)

describe('a manifest as it lies on the disk', () => {
  it('says of each path what it would say when it is parsed, and nothing of others', async () => {
    await fc.assert(
      fc.asyncProperty(paths, async (names) => {
        const artefacts = inOrder(names.map((name, index) => artefact(name, {bytes: index})))
        const found = await ManifestText.read(folderWith(text({artefacts})))
        for (const each of artefacts) expect(found?.get(each.path)).toEqual(each)
        for (const other of ['', 'web', `${names[0]}y`, '\u{10ffff}']) {
          if (!names.includes(other)) expect(found?.get(other)).toBeUndefined()
        }
      }),
      {numRuns: 60},
    )
  })

  it('is what a whole writing would be, with some of it replaced', async () => {
    await fc.assert(
      fc.asyncProperty(paths, fc.infiniteStream(fc.boolean()), async (names, coins) => {
        const artefacts = inOrder(names.map((name) => artefact(name)))
        const next = artefacts.map((each) =>
          coins.next().value === true
            ? {...each, revision: 'ü'.repeat(9), bytes: 123_456, segments: 1}
            : each,
        )
        const folder = folderWith(text({artefacts}))
        const found = await ManifestText.read(folder)
        const news = next.filter((each, index) => each !== artefacts[index]).toReversed()
        let calls = 0
        await found?.replace(folder, news, NOW, () => {
          calls += 1
        })
        expect(calls).toBe(1)
        expect(readFileSync(join(folder, 'manifest.json'), 'utf8')).toBe(
          text({artefacts: next, generatedAt: NOW}),
        )
      }),
      {numRuns: 60},
    )
  })

  it('is not read in another layout, or where something was refused', async () => {
    const problem = {
      documentId: 'a',
      path: '',
      code: 'MISSING',
      message: 'It is not there. Mend it.',
    }
    const manifest = {artefacts: [artefact('web/a/index.html')]}
    for (const other of [
      '',
      '{}',
      JSON.stringify(JSON.parse(text(manifest))),
      text({...manifest, refused: [problem]}),
      text(manifest).replace('"version": 1', '"version": 2'),
      text(manifest).slice(0, -2),
      text({}),
    ]) {
      expect(await ManifestText.read(folderWith(other))).toBeUndefined()
    }
    expect(await ManifestText.read(folderWith(text(manifest)))).toBeDefined()
    expect(await ManifestText.read('/nowhere')).toBeUndefined()
  })

  it('writes nothing for a path that it does not have', async () => {
    const before = text({artefacts: [artefact('web/a/index.html')]})
    const folder = folderWith(before)
    const found = await ManifestText.read(folder)
    const replacing = found?.replace(folder, [artefact('web/b/index.html')], NOW, () => {})
    await expect(replacing).rejects.toThrow(RangeError)
    expect(readFileSync(join(folder, 'manifest.json'), 'utf8')).toBe(before)
  })

  it('stands as it was where the work meanwhile fails', async () => {
    const before = text({artefacts: [artefact('web/a/index.html')]})
    const folder = folderWith(before)
    const found = await ManifestText.read(folder)
    const failing = (): void => {
      throw new Error('No memory.')
    }
    const news = [artefact('web/a/index.html', {bytes: 7})]
    await expect(found?.replace(folder, news, NOW, failing)).rejects.toThrow(OutFolderError)
    expect(readFileSync(join(folder, 'manifest.json'), 'utf8')).toBe(before)
    expect(readdirSync(folder)).toEqual(['manifest.json'])
  })
})
