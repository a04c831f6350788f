import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {stuffed} from '../../../delivery/mail/stuffing.ts'
import {compiled, tokensOf} from './support.ts'

const onTheWire = (text: string): string =>
  Buffer.concat(stuffed(Buffer.from(text, 'latin1'))).toString('latin1')

/** What a server makes of it (RFC 5321 4.5.2). */
const received = (wire: string): string => {
  const lines = wire.split('\r\n')
  const end = lines.indexOf('.')
  expect(end, 'the final dot is the last line').toBe(lines.length - 2)
  return lines
    .slice(0, end)
    .map((line) => `${line.replace(/^\./, '')}\r\n`)
    .join('')
}

/** Much of what is hard to get right. */
const piece = fc.constantFrom(
  '.',
  '..',
  '\r',
  '\n',
  '\r\n',
  'a',
  ' ',
  '\r\n.\r\n',
  '\n.\n',
  '\r.\r',
)

describe('a message after DATA', () => {
  it('is given back as it was by what a server does, with ends of line that are one', () => {
    fc.assert(
      fc.property(fc.array(piece, {maxLength: 12}), (pieces) => {
        const text = pieces.join('')
        const even = text.replace(/\r\n|\r|\n/g, '\r\n')
        const wanted = even === '' || even.endsWith('\r\n') ? even : `${even}\r\n`
        expect(received(onTheWire(text))).toBe(wanted)
        // nothing that another server could take for the end
        expect(onTheWire(text)).not.toMatch(/[^\r]\n|\r[^\n]/)
      }),
    )
  })

  it('is the very octets of a compiled mail', async () => {
    const {raw} = await (await compiled()).fill({to: 'reader@mail.example', tokens: tokensOf(1)})
    expect(stuffed(raw)[0]).toBe(raw)
    const dotted = Buffer.concat([raw, Buffer.from('.\r\n')])
    expect(stuffed(dotted)[0]).not.toBe(dotted)
  })
})
