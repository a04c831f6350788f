import {describe, expect, it} from 'vitest'
import type {Format, Output} from '../../publishers/publisher.ts'
import {NoticeLostError} from '../../errors.ts'
import {VerifiedOutput} from '../../verification/gate.ts'
import {AUDIENCE, expectation, gate, page} from './artefacts.ts'

const output = (text = page()): Output => ({
  channel: 'web',
  format: 'page',
  path: 'web/sleep/index.html',
  documentId: 'article-sleep',
  revision: 'r1',
  audience: AUDIENCE,
  text,
})

describe('VerifiedOutput', () => {
  it('comes from the gate, and holds what was read, frozen', async () => {
    const verified = await gate.pass(output(), expectation)
    expect(VerifiedOutput.is(verified)).toBe(true)
    expect(verified.output).toEqual(output())
    expect(Object.isFrozen(verified.output)).toBe(true)
    expect(Object.isFrozen(verified)).toBe(true)
  })

  it('does not come from the gate for a spoiled output', async () => {
    const passing = gate.pass(output(page('')), expectation)
    await expect(passing).rejects.toThrow(NoticeLostError)
    await expect(gate.pass(output(page('')), expectation)).rejects.toMatchObject({
      code: 'NOTICE_LOST',
      channel: 'web',
      artefact: 'web/sleep/index.html',
    })
  })

  const CHANNELS: readonly (readonly [format: Format, channel: string])[] = [
    ['page', 'web'],
    ['atom', 'web'],
    ['jsonFeed', 'web'],
    ['sitemap', 'web'],
    ['mail', 'email'],
    ['sms', 'sms'],
    ['partnerArticle', 'partner'],
    ['partnerArticles', 'partner'],
    ['partnerHelplines', 'partner'],
    ['partnerTombstones', 'partner'],
  ]

  it.each(CHANNELS)('an empty %s is refused in the name of %s', async (format, channel) => {
    const refused = gate.inspect({path: 'x', format, text: ''}, expectation)
    await expect(refused).rejects.toMatchObject({channel, artefact: 'x'})
  })

  it('cannot be told two stories by a getter', async () => {
    let reads = 0
    const shifty: Output = {
      ...output(),
      get text() {
        reads += 1
        return reads === 1 ? page() : page('')
      },
    }
    const verified = await gate.pass(shifty, expectation)
    expect(verified.output.text).toBe(page())
  })

  it('no copy, cast or clone of it is one', async () => {
    const verified = await gate.pass(output(), expectation)
    const forgeries: Readonly<Record<string, unknown>> = {
      spread: {...verified},
      assigned: Object.assign({}, verified),
      json: JSON.parse(JSON.stringify(verified)),
      clone: structuredClone({...verified}),
      created: Object.create(VerifiedOutput.prototype),
      inherits: Object.create(verified),
      proxy: new Proxy(verified, {}),
      plain: {output: output()},
      nothing: null,
      text: 'x',
      missing: undefined,
    }
    for (const [name, forgery] of Object.entries(forgeries)) {
      expect(VerifiedOutput.is(forgery), name).toBe(false)
    }
  })
})
