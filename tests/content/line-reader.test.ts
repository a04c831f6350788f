import {open} from 'node:fs/promises'
import {join} from 'node:path'
import fc from 'fast-check'
import {expect, it, onTestFinished} from 'vitest'
import {eachLine} from '../../content/line-reader.ts'
import {temporaryFiles} from './temporary.ts'

const linesOf = async (bytes: Buffer): Promise<readonly string[]> => {
  const folder = await temporaryFiles({'lines.txt': bytes})
  const file = await open(join(folder, 'lines.txt'))
  const told: string[] = []
  try {
    await eachLine(file, ({number, offset, bytes: around, start, end, whole}) => {
      const text = around.toString('latin1', start, end)
      told.push(`${number} ${offset} ${whole} ${text.length} ${text.slice(0, 5)}${text.slice(-5)}`)
    })
  } finally {
    await file.close()
  }
  return told
}

/** By the text as a whole. */
const expected = (text: string): readonly string[] => {
  let offset = 0
  const pieces = text.split('\n')
  return pieces.flatMap((piece, index) => {
    const whole = index < pieces.length - 1
    const at = offset
    offset += piece.length + 1
    if (!whole && piece === '') return []
    return `${index + 1} ${at} ${whole} ${piece.length} ${piece.slice(0, 5)}${piece.slice(-5)}`
  })
}

/** Some end where a chunk of 2 MB does, or where there is room for what was left of one. */
const length = fc.oneof(
  {weight: 6, arbitrary: fc.nat({max: 200})},
  {weight: 3, arbitrary: fc.nat({max: 60_000})},
  {weight: 2, arbitrary: fc.integer({min: 262_100, max: 262_200})},
  {weight: 2, arbitrary: fc.integer({min: 2_097_100, max: 2_097_200})},
  {weight: 1, arbitrary: fc.integer({min: 2_000_000, max: 5_000_000})},
)

it('gives the lines of the file, wherever they end', async () => {
  const lines = fc.array(length, {maxLength: 14})
  await fc.assert(
    fc.asyncProperty(lines, fc.boolean(), async (lengths, isWhole) => {
      const letters = lengths.map((each, index) => String.fromCharCode(97 + index).repeat(each))
      const text = letters.join('\n') + (isWhole ? '\n' : '')
      expect(await linesOf(Buffer.from(text, 'latin1'))).toEqual(expected(text))
    }),
    {numRuns: 60},
  )
})

it('stops where it is told to, and the file can be closed', async () => {
  const folder = await temporaryFiles({'lines.txt': Buffer.from('line\n'.repeat(2_000_000))})
  const file = await open(join(folder, 'lines.txt'))
  onTestFinished(() => file.close())
  const stop = new Error('enough')
  const reading = eachLine(file, () => {
    throw stop
  })
  await expect(reading).rejects.toBe(stop)
})
