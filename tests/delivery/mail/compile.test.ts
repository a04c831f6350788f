import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {compileMail} from '../../../delivery/mail/compile.ts'
import {
  compiled,
  digestOutput,
  ed25519Key,
  fieldOf,
  fieldsOf,
  inspect,
  LANGUAGES,
  OPTIONS,
  readings,
  rsaKey,
  tokensOf,
  verdicts,
  verified,
} from './support.ts'

const to = 'reader@mail.example'

describe('a compiled mail', () => {
  it('is of the encodings that the tests are about', () => {
    expect(digestOutput('en').text).toContain('Content-Transfer-Encoding: quoted-printable')
    expect(digestOutput('ar').text).toContain('Content-Transfer-Encoding: base64')
  })

  for (const language of LANGUAGES) {
    it(`differs from what the gate passed by the links alone: ${language}`, async () => {
      const output = digestOutput(language)
      const mail = await compiled(language)
      const tokens = tokensOf(1)
      const {raw} = await mail.fill({to, tokens})
      const [before, after] = [await readings(Buffer.from(output.text)), await readings(raw)]
      const personal = (text: string): string =>
        text
          .replace('/unsubscribe/', `/unsubscribe/${tokens.unsubscribe}`)
          .replace('/preferences/', `/preferences/${tokens.preferences}`)
      expect(after).toEqual(
        before.map(({text, html}) => ({text: personal(text), html: personal(html)})),
      )
      expect(after[0]?.text).not.toBe(before[0]?.text)
      await inspect(raw, output)
    })
  }

  it('has the same octets for the same recipient in every run', async () => {
    const [one, other] = await Promise.all([compiled(), compiled()])
    const values = {to, tokens: tokensOf(7)}
    expect(await one.fill(values)).toEqual(await other.fill(values))
  })

  it('has an id of its own each time when no campaign sends it', async () => {
    const mail = await compiled()
    const idOf = async (deliveryId: number): Promise<string> =>
      fieldOf((await mail.fill({to, tokens: tokensOf(1, deliveryId)})).raw, 'message-id')
    expect(await idOf(0)).toMatch(/^<[a-z2-7]{26}@health\.example>$/)
    expect(await idOf(0)).not.toBe(await idOf(0))
    expect(await idOf(4)).toBe(await idOf(4))
  })

  it('leads to the public address, however long, where that is not the site', async () => {
    const publicUrl = `https://${'long-name.'.repeat(9)}example:8443/letters`
    for (const language of LANGUAGES) {
      const {raw} = await (await compiled(language, {publicUrl})).fill({to, tokens: tokensOf(3)})
      for (const {text, html} of await readings(raw)) {
        expect(text).toContain(`\n${publicUrl}/unsubscribe/${tokensOf(3).unsubscribe}\n`)
        expect(html).toContain(`href="${publicUrl}/preferences/${tokensOf(3).preferences}"`)
      }
      const [, ...body] = raw.toString('latin1').split('\r\n\r\n')
      expect(
        body
          .join('\r\n\r\n')
          .split('\r\n')
          .filter((line) => line.length > 76),
      ).toEqual([])
    }
  })

  it('fills the footer’s link, and leaves an editor’s to the same page', async () => {
    const link = {
      _type: 'block',
      _key: 'b',
      style: 'normal',
      markDefs: [{_type: 'link', _key: 'l', href: 'https://health.example/unsubscribe/'}],
      children: [{_type: 'span', _key: 's', text: 'Leave', marks: ['l']}],
    } as const
    const {raw} = await (await compiled('en', {}, {intro: [link]})).fill({to, tokens: tokensOf(3)})
    const [reading] = await readings(raw)
    expect(reading?.html.split('href="https://health.example/unsubscribe/"').length).toBe(2)
    expect(reading?.html.split(`/unsubscribe/${tokensOf(3).unsubscribe}`).length).toBe(2)
  })

  it('refuses what no gate has passed, and a mail without its links', async () => {
    const {output} = await verified(digestOutput('en'))
    const copy: unknown = JSON.parse(JSON.stringify({output}))
    // @ts-expect-error a copy is no VerifiedOutput, and a cast would not make it one
    expect(() => compileMail(copy, OPTIONS)).toThrow('Only a VerifiedOutput may leave')
    const other = await verified(digestOutput('en'))
    expect(() => compileMail(other, {...OPTIONS, siteUrl: 'https://other.example'})).toThrow(
      expect.objectContaining({code: 'MAIL_LINK_MISSING'}),
    )
  })
})

describe('whatever stands in the slots', () => {
  const token = fc.stringMatching(/^[\w-]{44}$/)
  const address = fc.stringMatching(/^[a-z2-7]{26}$/)
  const values = fc.record({
    unsubscribe: token,
    preferences: token,
    bounce: address,
    leave: address,
    message: address,
  })

  for (const language of LANGUAGES) {
    it(`the notice and all else stay the same in both parts: ${language}`, async () => {
      const output = digestOutput(language)
      const mail = await compiled(language)
      const strip = (text: string, {unsubscribe, preferences}: Record<string, string>): string =>
        text
          .replace(`/unsubscribe/${unsubscribe}`, '/unsubscribe/')
          .replace(`/preferences/${preferences}`, '/preferences/')
      const before = await readings(Buffer.from(output.text))
      await fc.assert(
        fc.asyncProperty(values, fc.emailAddress(), async (tokens, someone) => {
          const {raw} = await mail.fill({to: someone, tokens})
          const after = await readings(raw)
          expect(
            after.map(({text, html}) => ({text: strip(text, tokens), html: strip(html, tokens)})),
          ).toEqual(before)
          await inspect(raw, output)
        }),
        {numRuns: 25},
      )
    })

    it(`only their own octets of the body differ, each slot on one line: ${language}`, async () => {
      const mail = await compiled(language)
      const bodyOf = (raw: Buffer): string => {
        const whole = raw.toString('latin1')
        return whole.slice(whole.indexOf('\r\n\r\n'))
      }
      const lines = async (id: number): Promise<readonly string[]> =>
        bodyOf((await mail.fill({to, tokens: tokensOf(id)})).raw).split('\r\n')
      const [one, other] = [await lines(1), await lines(2)]
      expect(one.length).toBe(other.length)
      const different = one.flatMap((line, index) =>
        line === other[index] ? [] : [[line.length, other[index]?.length]],
      )
      const width = language === 'en' ? [44, 45] : [60, 60]
      expect(different.length).toBe(4)
      for (const [here, there] of different) {
        expect(here).toBe(there)
        expect(here).toBeGreaterThanOrEqual(width[0] ?? 0)
        expect(here).toBeLessThanOrEqual((width[1] ?? 0) + 4)
      }
    })
  }
})

describe('the header', () => {
  it('is that of delivery.md', async () => {
    const mail = await compiled('en', {dkim: [rsaKey]})
    const tokens = tokensOf(5)
    const {raw, envelope} = await mail.fill({to, tokens})
    expect(envelope).toEqual({from: `returns+bounce-${tokens.bounce}@health.example`, to})
    expect(fieldsOf(raw).map(([name]) => name)).toEqual([
      'dkim-signature',
      'from',
      'to',
      'subject',
      'date',
      'message-id',
      'list-id',
      'list-unsubscribe',
      'list-unsubscribe-post',
      'feedback-id',
      'content-language',
      'mime-version',
      'content-type',
    ])
    expect(fieldOf(raw, 'to')).toBe(`<${to}>`)
    expect(fieldOf(raw, 'date')).toBe('Mon, 02 Mar 2026 08:00:00 +0000')
    expect(fieldOf(raw, 'message-id')).toBe(`<${tokens.message}@health.example>`)
    expect(fieldOf(raw, 'list-unsubscribe')).toBe(
      `<https://health.example/unsubscribe/${tokens.unsubscribe}>, <mailto:returns+leave-${tokens.leave}@health.example?subject=unsubscribe>`,
    )
    expect(fieldOf(raw, 'list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click')
    expect(fieldOf(raw, 'list-id')).toContain('<digest.health.example>')
    expect(fieldOf(raw, 'feedback-id').split(':').length).toBe(4)
    expect(
      raw
        .toString('latin1')
        .split('\r\n')
        .every((line) => line.length <= 998),
    ).toBe(true)
  })

  it('names nobody for an address that ASCII cannot write, and writes the domain in ASCII', async () => {
    const mail = await compiled()
    const tokens = tokensOf(5)
    const arabic = await mail.fill({to: 'قارئ@bücher.example', tokens})
    expect(arabic.envelope.to).toBe('قارئ@xn--bcher-kva.example')
    expect(fieldOf(arabic.raw, 'to')).toBe('undisclosed-recipients:;')
    const word = await mail.fill({to: '=?utf-8?q?x?=@b.example', tokens})
    expect(fieldOf(word.raw, 'to')).toBe('undisclosed-recipients:;')
    const german = await mail.fill({to: 'leser@bücher.example', tokens})
    expect(fieldOf(german.raw, 'to')).toBe('<leser@xn--bcher-kva.example>')
  })

  const ATTACKS = [
    'a@b.example\r\nBcc: c@d.example',
    'a@b.example\n',
    '\ra@b.example',
    'a@b.example\0',
    'a@b.example, c@d.example',
    '<a@b.example>',
    'Name <a@b.example>',
    '"a b"@c.example',
    'a@b.example> ORCPT=x',
    'a@b.example ',
    '',
  ]

  it('refuses values that would leave their place, by name', async () => {
    const mail = await compiled()
    const good = tokensOf(1)
    const refused = expect.objectContaining({code: 'MAIL_VALUE_REFUSED'})
    for (const attack of ATTACKS) {
      await expect(mail.fill({to: attack, tokens: good}), attack).rejects.toEqual(refused)
    }
    for (const name of ['unsubscribe', 'preferences', 'bounce', 'leave', 'message'] as const) {
      for (const attack of ['', 'short', `${good[name]}\r\nBcc: x@y.example`, `${good[name]}\n`]) {
        const tokens = {...good, [name]: attack}
        await expect(mail.fill({to, tokens}), `${name} ${attack}`).rejects.toEqual(refused)
      }
    }
    await expect(mail.fill({to, tokens: good})).resolves.toBeDefined()
  })

  it('refuses options that would, and links without https', async () => {
    for (const options of [
      {publicUrl: 'https://health.example/"><b>'},
      {publicUrl: 'https://health.example/\r\nX: y'},
      {publicUrl: 'https://health.example/'},
      {publicUrl: `https://health.example/${'x'.repeat(300)}`},
      {returnAddress: 'returns@health.example>\r\nX: y'},
      {returnAddress: `${'x'.repeat(31)}@health.example`},
    ]) {
      await expect(compiled('en', options)).rejects.toEqual(
        expect.objectContaining({code: 'MAIL_VALUE_REFUSED'}),
      )
    }
    await expect(compiled('en', {publicUrl: 'http://health.example'})).rejects.toEqual(
      expect.objectContaining({code: 'MAIL_LINK_INSECURE'}),
    )
    await expect(compiled('en', {publicUrl: 'http://localhost:4000'})).resolves.toBeDefined()
    await expect(
      compiled('en', {returnAddress: `${'x'.repeat(30)}@a.example`}),
    ).resolves.toBeDefined()
  })
})

describe('the signatures', () => {
  for (const language of LANGUAGES) {
    it(`are good for another implementation: ${language}`, async () => {
      const mail = await compiled(language, {dkim: [rsaKey, ed25519Key]})
      for (const id of [1, 2, 3]) {
        const {raw} = await mail.fill({to, tokens: tokensOf(id)})
        expect(await verdicts(raw)).toEqual({r1: 'pass', e1: 'pass'})
      }
    })
  }

  it('cover what RFC 8058 asks for, and break with any of it', async () => {
    const mail = await compiled('en', {dkim: [rsaKey]})
    const {raw} = await mail.fill({to, tokens: tokensOf(1)})
    const names = /h=([^;]+);/.exec(fieldOf(raw, 'dkim-signature'))?.[1]?.split(/:\s*/) ?? []
    expect(names).toEqual(expect.arrayContaining(['list-unsubscribe', 'list-unsubscribe-post']))
    const whole = raw.toString('latin1')
    const edits = [
      whole.replace('List-Unsubscribe=One-Click', 'List-Unsubscribe=Two-Click'),
      whole.replace('<https://health.example/unsubscribe/', '<https://other.example/unsubscribe/'),
      whole.replace('Feedback-ID: ', 'Feedback-ID: x'),
      whole.replace('\r\nSubject: ', '\r\nSubject: x'),
      `Subject: Another\r\n${whole}`,
      whole.replace('988', '989'),
      whole.replace('\r\nSubject: ', '\r\nSubject: Another\r\nSubject: '),
    ]
    for (const edit of edits) {
      expect(edit).not.toBe(whole)
      expect(await verdicts(Buffer.from(edit, 'latin1')), edit.slice(0, 80)).not.toEqual({
        r1: 'pass',
      })
    }
    expect(await verdicts(raw)).toEqual({r1: 'pass'})
  })

  it('refuse keys that cannot sign', async () => {
    const invalid = expect.objectContaining({code: 'DKIM_KEY_INVALID'})
    for (const key of [
      {...rsaKey, privateKey: 'no key'},
      {...rsaKey, selector: 'a b'},
      {...rsaKey, domain: 'a;d=b.example'},
    ]) {
      await expect(compiled('en', {dkim: [key]})).rejects.toEqual(invalid)
    }
  })
})
