import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {type Artefact, manifestPieces, readManifest, writeManifest} from '../../cli/out/manifest.ts'
import {Listed} from '../../cli/out/listed.ts'
import {folder} from './run.ts'

const artefact: fc.Arbitrary<Artefact> = fc.record(
  {
    path: fc.string({unit: 'binary'}).map((text) => `web/a${text.replace(/[/\\]/g, '')}`),
    channel: fc.constantFrom('web', 'email', 'sms', 'partner'),
    documentId: fc.string({unit: 'grapheme'}),
    revision: fc.string(),
    country: fc.constant('US'),
    language: fc.constant('en'),
    noticeId: fc.string(),
    noticeRevision: fc.string(),
    sha256: fc.string(),
    bytes: fc.nat(),
    segments: fc.nat(),
  },
  {
    requiredKeys: [
      'path',
      'channel',
      'documentId',
      'revision',
      'country',
      'language',
      'noticeId',
      'noticeRevision',
      'sha256',
      'bytes',
    ],
  },
)
const problem = fc.record({
  documentId: fc.string(),
  path: fc.string(),
  code: fc.string(),
  message: fc.string({unit: 'binary'}),
})

describe('the manifest', () => {
  it('is written piece by piece as JSON.stringify would', () => {
    fc.assert(
      fc.property(
        fc.array(artefact),
        fc.array(problem),
        fc.string(),
        (artefacts, refused, generatedAt) => {
          const manifest = {version: 1, generatedAt, artefacts, refused} as const
          const text = [...manifestPieces(manifest)].join('')
          expect(text).toBe(`${JSON.stringify(manifest, null, 2)}\n`)
        },
      ),
    )
  })

  it('keeps its date while it says the same', async () => {
    const out = folder()
    const some: Artefact = {
      path: 'web/index.html',
      channel: 'web',
      documentId: 'site',
      revision: 'r1',
      country: 'US',
      language: 'en',
      noticeId: 'crisisNotice-us-en',
      noticeRevision: 'r1',
      sha256: 'f00d',
      bytes: 4,
    }
    const first = {artefacts: [some], refused: []}
    await writeManifest(out, first, undefined, 'Monday')
    await writeManifest(out, first, await Listed.read(out), 'Tuesday')
    expect((await readManifest(out))?.generatedAt).toBe('Monday')
    const next = {artefacts: [{...some, bytes: 5}], refused: []}
    await writeManifest(out, next, await Listed.read(out), 'Wednesday')
    expect((await readManifest(out))?.generatedAt).toBe('Wednesday')
    const none = {artefacts: [], refused: []}
    await writeManifest(out, none, await Listed.read(out), 'Thursday')
    expect((await readManifest(out))?.generatedAt).toBe('Thursday')
  })
})
