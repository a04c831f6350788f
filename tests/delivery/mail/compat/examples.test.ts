import {simpleParser} from 'mailparser'
import PostalMime from 'postal-mime'
import {beforeAll, describe, expect, it} from 'vitest'
import {createGate} from '../../../../verification/gate.ts'
import {fieldOf, fieldsOf, readings, verdicts} from '../support.ts'
import {type Example, type Examples, exampleMails} from './examples.ts'
import {type Resources, resourcesOf} from './resources.ts'

let examples: Examples
beforeAll(async () => {
  examples = await exampleMails()
})

/** Says of each mail what `check` finds wrong. */
const faults = async (
  check: (mail: Example) => Promise<readonly unknown[]>,
): Promise<readonly string[]> => {
  const found: string[] = []
  for (const mail of examples.mails)
    found.push(...(await check(mail)).map((fault) => `${mail.name}: ${String(fault)}`))
  return found
}

const htmlOf = async (raw: Buffer): Promise<string> => (await PostalMime.parse(raw)).html ?? ''

/** What would tell one reader's opening or click from another's, or call at somebody else's. */
const strangers = ({fetched, images, forbidden}: Resources, origin: string): readonly string[] => [
  ...forbidden,
  ...fetched.filter((src) => !src.startsWith(`${origin}/`) || /[?#]/.test(src)),
  ...images.filter(({width}) => Number(width) < 16).map(({src}) => `small: ${src}`),
]

describe('every mail of the example newsroom', () => {
  it('is there, in several countries and scripts', () => {
    const names = examples.mails.map(({name}) => name)
    expect(names).toContain('US email/digest/small-steps.eml')
    expect(names).toContain('GB email/digest/small-steps.eml')
    expect(names.some((name) => name.includes('email/ar/'))).toBe(true)
    expect(names.length).toBeGreaterThan(30)
  })

  it('carries the notice of its country past the gate, from its final octets', async () => {
    const gate = createGate(examples.book, {origin: examples.site.url})
    for (const {output, topics, raw} of examples.mails) {
      const {path, audience} = output
      const artefact = {path, format: 'mail', text: raw.toString('latin1')} as const
      await expect(gate.inspect(artefact, {audience, topics})).resolves.toBe(undefined)
      const other = {country: audience.country === 'US' ? 'GB' : 'US', language: audience.language}
      await expect(gate.inspect(artefact, {audience: other, topics}), path).rejects.toThrow(
        /crisis notice/i,
      )
    }
  })

  it('reads the same for two parsers, and shows the published text but for the links', async () => {
    const wrong = await faults(async ({output, raw, tokens}) => {
      const [one, other] = await readings(raw)
      const [published] = await readings(Buffer.from(output.text))
      const neutral = (text = ''): string =>
        text
          .replaceAll(`/unsubscribe/${tokens.unsubscribe}`, '/unsubscribe/')
          .replaceAll(`/preferences/${tokens.preferences}`, '/preferences/')
      return [
        ...(one?.text === other?.text && one?.html === other?.html ? [] : ['parsers disagree']),
        ...(neutral(one?.text) === published?.text ? [] : ['another text']),
        ...(neutral(one?.html) === published?.html ? [] : ['another HTML']),
        ...(one?.text === published?.text ? ['no link was filled'] : []),
      ]
    })
    expect(wrong).toEqual([])
  })

  it('has the header that mail services ask for', async () => {
    const wrong = await faults(async ({raw, tokens}) => {
      const once = 'from to subject date message-id list-id list-unsubscribe list-unsubscribe-post'
      const counts = [...once.split(' '), 'feedback-id', 'mime-version', 'content-type'].map(
        (name) => [name, fieldsOf(raw).filter(([each]) => each === name).length] as const,
      )
      const unsubscribe = `<${examples.site.url}/unsubscribe/${tokens.unsubscribe}>, <mailto:returns+leave-${tokens.leave}@health.example?subject=unsubscribe>`
      const {headers} = await simpleParser(raw)
      const list = headers.get('list')
      return [
        ...counts.filter(([, count]) => count !== 1).map(([name, count]) => `${count} ${name}`),
        ...(fieldOf(raw, 'list-unsubscribe') === unsubscribe ? [] : ['List-Unsubscribe']),
        ...(fieldOf(raw, 'list-unsubscribe-post') === 'List-Unsubscribe=One-Click' ? [] : ['Post']),
        ...(JSON.stringify(list).includes(tokens.unsubscribe ?? '-') ? [] : ['list of mailparser']),
        ...(fieldOf(raw, 'to') === '<ana@reader.example>' ? [] : ['To']),
        ...(fieldOf(raw, 'message-id').includes(tokens.message) ? [] : ['Message-ID']),
      ]
    })
    expect(wrong).toEqual([])
  })

  it('is signed, also twice, over the header that RFC 8058 asks for, as mailauth reads it', async () => {
    const wrong = await faults(async ({raw, other}) => {
      const {r1: alone} = await verdicts(raw)
      const {r1, e1} = await verdicts(other)
      const signed = fieldsOf(other)
        .filter(([name]) => name === 'dkim-signature')
        .map(
          ([, value]) =>
            /h=([^;]+);/
              .exec(value)?.[1]
              ?.toLowerCase()
              .split(/\s*:\s*/) ?? [],
        )
      const unsigned = signed.flatMap((names) =>
        [
          'from',
          'to',
          'subject',
          'list-unsubscribe',
          'list-unsubscribe-post',
          'feedback-id',
        ].filter((name) => !names.includes(name)),
      )
      return [
        ...([alone, r1, e1].every((verdict) => verdict === 'pass') ? [] : [`${alone} ${r1} ${e1}`]),
        ...unsigned,
      ]
    })
    expect(wrong).toEqual([])
  })

  it('keeps to the sizes at which nothing is clipped, and to lines that every server takes', async () => {
    const wrong = await faults(async ({raw}) => {
      const html = Buffer.byteLength(await htmlOf(raw))
      const lines = raw.toString('latin1').split('\r\n')
      return [
        ...(html <= 80 * 1024 ? [] : [`${html} octets of HTML`]),
        ...(raw.length <= 102 * 1024 ? [] : [`${raw.length} octets`]),
        ...lines.filter((line) => line.length > 998 || /[^\t -~]/.test(line)),
        ...(lines.includes('.') ? ['a lone dot'] : []),
      ]
    })
    expect(wrong).toEqual([])
  })

  it('says who sent it, with a postal address, in both parts', async () => {
    const wanted = examples.site.postalAddress.split('\n')
    const wrong = await faults(async ({raw}) => {
      const [reading] = await readings(raw)
      const text = reading?.text ?? ''
      const html = reading?.html ?? ''
      return wanted.filter((line) => !text.includes(line) || !html.includes(line))
    })
    expect(wrong).toEqual([])
  })
})

describe('what a reader opens or clicks', () => {
  it('is the same for every reader but for the two links of the footer', async () => {
    const wrong = await faults(async ({raw, other}) => {
      const [mine, yours] = [resourcesOf(await htmlOf(raw)), resourcesOf(await htmlOf(other))]
      const own = mine.links.filter((link, index) => link !== yours.links[index])
      return [
        ...(mine.fetched.join() === yours.fetched.join() ? [] : ['images of its own']),
        ...own.filter((link) => !/\/(?:unsubscribe|preferences)\/[\w-]{44}$/.test(link)),
        ...(own.length === 2 ? [] : [`${own.length} links of its own`]),
      ]
    })
    expect(wrong).toEqual([])
  })

  it('fetches nothing but the site’s own pictures, none of them a pixel', async () => {
    const {url} = examples.site
    const wrong = await faults(async ({raw}) => strangers(resourcesOf(await htmlOf(raw)), url))
    expect(wrong).toEqual([])
  })

  it('leads where the article leads: no link is rewritten', async () => {
    const wrong = await faults(async ({output, raw}) => {
      const published = resourcesOf(await htmlOf(Buffer.from(output.text))).links
      const filled = resourcesOf(await htmlOf(raw)).links
      const slot = /\/(?:unsubscribe|preferences)\/$/
      return published.filter((link, index) => !slot.test(link) && filled[index] !== link)
    })
    expect(wrong).toEqual([])
  })

  const planted = [
    '<img src="https://tracker.example/o.gif" width="100">',
    '<img src="https://health.example/o.gif?r=7" width="100">',
    '<img src="https://health.example/o.gif" width="1">',
    '<p style="background:url(https://health.example.evil/x)">x</p>',
    '<style>@import "https://a.example/x.css";</style>',
    '<table background="https://health.example/x"></table>',
    '<link rel="stylesheet" href="https://health.example/x.css">',
    '<a href="https://health.example/" ping="https://a.example/">x</a>',
  ]
  it.each(planted)('would be caught: %s', (html) => {
    const whole = `<table><tr><td>${html}</td></tr></table>`
    expect(strangers(resourcesOf(html), 'https://health.example').length, whole).toBeGreaterThan(0)
  })
})
