import {mkdtempSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {Listed} from '../../../cli/out/listed.ts'
import {type Artefact, manifestPieces, readManifest} from '../../../cli/out/manifest.ts'

/** Of few documents, with what might be taken for the layout of a manifest. */
const hostile = fc.constantFrom('a', 'b', '    }', '\n    },\n', '  ],', 'é\u2028', '"}')

const artefact = fc
  .record({path: fc.string({unit: 'grapheme', minLength: 1}), documentId: hostile, sha256: hostile})
  .map((own): Artefact => ({
    ...own,
    path: `web/${own.path.replaceAll('..', '')}`,
    channel: 'web',
    revision: 'r1',
    country: 'US',
    language: 'en',
    noticeId: 'crisisNotice-US-en',
    noticeRevision: 'r2',
    bytes: 12,
  }))

const problem = fc.record({documentId: hostile, path: hostile, code: hostile, message: hostile})

const manifest = fc
  .record({
    artefacts: fc.uniqueArray(artefact, {selector: ({path}) => path, maxLength: 8}),
    refused: fc.array(problem, {maxLength: 2}),
  })
  .map((said) =>
    [...manifestPieces({version: 1, generatedAt: '2026-11-23T09:00:00.000Z', ...said})].join(''),
  )

const folderWith = (text: string): string => {
  const folder = mkdtempSync(join(tmpdir(), 'throwline-test-'))
  writeFileSync(join(folder, 'manifest.json'), text)
  return folder
}

/** Everything that can be asked of it, or the code of what was thrown. */
const told = async (folder: string): Promise<unknown> => {
  try {
    const listed = await Listed.read(folder)
    if (listed === undefined) return undefined
    const owners = [...listed.owners()]
    const artefacts = owners.map(([path]) => listed.get(path))
    const of = owners.map(([, id]) => [...listed.of(id)])
    return {size: listed.size, owners, artefacts, of, refused: listed.refused}
  } catch (error) {
    return error instanceof Error && 'code' in error ? error.code : error
  }
}

/** The same from the manifest as a whole. */
const toldWhole = async (folder: string): Promise<unknown> => {
  try {
    const whole = await readManifest(folder)
    if (whole === undefined) return undefined
    const {artefacts, refused} = whole
    const owners = artefacts.map(({path, documentId}) => [path, documentId])
    const of = owners.map(([, id]) => artefacts.filter(({documentId}) => documentId === id))
    return {size: artefacts.length, owners, artefacts, of, refused}
  } catch (error) {
    return error instanceof Error && 'code' in error ? error.code : error
  }
}

/** A line or a character more or less. */
const damage = fc.record({
  kind: fc.constantFrom('no line', 'line twice', 'no character', 'another character'),
  at: fc.double({min: 0, max: 1, noNaN: true}),
})

const damaged = (text: string, {kind, at}: {kind: string; at: number}): string => {
  const lines = text.split('\n')
  const line = Math.floor(at * (lines.length - 1))
  const place = Math.floor(at * (text.length - 1))
  if (kind === 'no line') return lines.toSpliced(line, 1).join('\n')
  if (kind === 'line twice') return lines.toSpliced(line, 0, lines[line] ?? '').join('\n')
  return text.slice(0, place) + (kind === 'no character' ? '' : ' ') + text.slice(place + 1)
}

describe('what the manifest lists', () => {
  it('is what it says when it is parsed as a whole', async () => {
    await fc.assert(
      fc.asyncProperty(manifest, async (text) => {
        const folder = folderWith(text)
        const whole = await toldWhole(folder)
        expect(whole).toHaveProperty('size')
        expect(await told(folder)).toEqual(whole)
      }),
    )
  })

  it('is the same in another layout', async () => {
    await fc.assert(
      fc.asyncProperty(manifest, fc.constantFrom(0, 1, 4), async (text, spaces) => {
        const folder = folderWith(JSON.stringify(JSON.parse(text), null, spaces))
        expect(await told(folder)).toEqual(await toldWhole(folder))
      }),
      {numRuns: 30},
    )
  })

  it('is none wherever the whole would be none', async () => {
    await fc.assert(
      fc.asyncProperty(manifest, damage, async (text, how) => {
        const folder = folderWith(damaged(text, how))
        expect(await told(folder)).toEqual(await toldWhole(folder))
      }),
      {numRuns: 300},
    )
  })

  it('is nothing where there is no manifest', async () => {
    expect(await Listed.read('/nowhere')).toBeUndefined()
  })
})
