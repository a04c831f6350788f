import {open} from 'node:fs/promises'
import {join} from 'node:path'
import fc from 'fast-check'
import {expect, it, onTestFinished} from 'vitest'
import {FileWindow} from '../../content/file-window.ts'
import {temporaryFiles} from './temporary.ts'

const SIZE = 400_000
const BYTES = Buffer.from(
  Uint32Array.from({length: SIZE / 4}, (_, at) => at * 2_654_435_761).buffer,
)

it('gives the bytes of the file, whatever was asked for before', async () => {
  const folder = await temporaryFiles({'bytes.bin': BYTES})
  const file = await open(join(folder, 'bytes.bin'))
  onTestFinished(() => file.close())
  const piece = fc.tuple(
    fc.nat({max: SIZE}),
    fc.oneof(fc.nat({max: 3000}), fc.nat({max: 70_000}), fc.constant(200_000)),
  )
  // near one another, as the parts of an article are, or anywhere
  const pieces = fc.array(fc.oneof(piece, fc.tuple(fc.nat({max: 90_000}), fc.nat({max: 6000}))), {
    maxLength: 30,
  })
  fc.assert(
    fc.property(pieces, (asked) => {
      const window = new FileWindow(file)
      for (const [offset, length] of asked) {
        const expected = BYTES.subarray(offset, offset + length)
        expect(window.at(offset, length).equals(expected)).toBe(true)
      }
    }),
    {numRuns: 300},
  )
})
