import {describe, expect, it} from 'vitest'
import {noticeText} from '../../../crisis-notice/lines.ts'
import {emailPublisher} from '../../../publishers/email/email-publisher.ts'
import {MAX_HTML, MAX_MESSAGE} from '../../../publishers/email/fit.ts'
import {createGate} from '../../../verification/gate.ts'
import {
  block,
  digestPublication,
  noticeBook,
  publication,
  section,
  source,
  warning,
} from '../../support/model.ts'
import {mailOf, mailOfPublication, only, prose, read} from './support.ts'

const octets = (text: string): number => new TextEncoder().encode(text).length

const expectWithinLimits = async (message: string): Promise<void> => {
  expect(octets(message)).toBe(message.length)
  expect(message.length).toBeLessThanOrEqual(MAX_MESSAGE)
  const {html} = await read(message)
  expect(octets(html.replaceAll('\n', '\r\n'))).toBeLessThanOrEqual(MAX_HTML)
}

const sections = (count: number, size: number, text = prose(size)) =>
  Array.from({length: count}, (_, index) => section(`Part ${index + 1}`, [block(text)]))

const headings = (html: string): readonly string[] =>
  [...html.matchAll(/<h2[^>]*>([^<]*)</g)].map(([, heading]) => String(heading))

const references = (count: number) =>
  Array.from({length: count}, (_, index) => ({
    number: index + 1,
    source: source({id: `source-${index}`, title: prose(200)}),
  }))

describe('a mail within its limits', () => {
  it('is whole', async () => {
    const {html, text} = await read(
      mailOf({sections: sections(6, 2000), references: references(9)}),
    )
    expect(headings(html)).toContain('Part 6')
    expect(text).toContain('[9] ')
    expect(html).not.toContain('Continue reading')
  })
})

describe('a mail that is too long', () => {
  it('first loses its reference list, for a link to it', async () => {
    const message = mailOf({sections: sections(8, 4000), references: references(120)})
    await expectWithinLimits(message)
    const {html, text} = await read(message)
    for (const part of [html, text]) {
      expect(part).toContain('Part 8')
      expect(part).toContain('See the references on the web')
      expect(part).toContain('https://health.example/low-mood/#references')
      expect(part).not.toContain('Okafor')
      expect(part).not.toContain('Continue reading on the web')
    }
  })

  it('then its last sections, at the same place in both parts, and no more than it must', async () => {
    const message = mailOf({sections: sections(30, 4000), references: references(3)})
    await expectWithinLimits(message)
    expect(message.length + 8500).toBeGreaterThan(MAX_MESSAGE)
    const {html, text} = await read(message)
    const shown = headings(html).filter((heading) => heading.startsWith('Part'))
    const inText = text.match(/^## Part \d+$/gm)?.map((heading) => heading.slice(3))
    expect(shown.length).toBeGreaterThan(5)
    expect(inText).toEqual(shown)
    for (const part of [html, text]) {
      expect(part.split('Continue reading on the web')).toHaveLength(2)
      expect(part).toContain(`https://health.example/low-mood/#part-${shown.length + 1}`)
      expect(part).toContain('See the references on the web')
    }
  })

  it('keeps opening and warnings when not even the first section fits', async () => {
    const message = mailOf({
      opening: [block('An opening of one line.')],
      warnings: [warning()],
      sections: [section('Endless', [block(prose(2_000_000))])],
    })
    await expectWithinLimits(message)
    const {html, text} = await read(message)
    for (const part of [html, text]) {
      expect(part).toContain('An opening of one line.')
      expect(part).toContain('Do not stop at once')
      expect(part).not.toContain('Endless')
      expect(part).toContain('Continue reading on the web')
    }
  })

  it('cuts 5,000 blocks and 2,000 sections in time', async () => {
    const blocks = Array.from({length: 5000}, (_, index) => block(`Line ${index} of many.`))
    await expectWithinLimits(
      mailOf({sections: [section('First', [block('a')]), section('b', blocks)]}),
    )
    await expectWithinLimits(mailOf({sections: sections(2000, 500)}))
  })

  it('counts what is sent, not what is read: Arabic letters, emoji', async () => {
    for (const letters of ['اكتئاب ', '🛟🛟🛟 ', 'बातचीत ']) {
      const text = letters.repeat(300)
      const message = mailOf({language: 'ar', sections: sections(60, 0, text)})
      await expectWithinLimits(message)
      expect(message.length + 12_000).toBeGreaterThan(MAX_MESSAGE)
    }
  })

  it('never loses the notice, whatever is too long', async () => {
    const gate = createGate(noticeBook(), {origin: 'https://health.example'})
    const long = prose(300_000)
    const cases = [
      {opening: [block(long)]},
      {warnings: [warning({body: [block(long)]})]},
      {keyPoints: [long]},
      {opening: [block(long)], keyPoints: [long], sections: sections(3, 100_000)},
    ]
    for (const over of cases) {
      const whole = publication(over)
      const message = mailOfPublication(whole)
      await expectWithinLimits(message)
      const {text} = await read(message)
      expect(text.replace(/\s+/g, ' ')).toContain(noticeText(whole.notice).replace(/\s+/g, ' '))
      expect(text).toContain('Continue reading on the web')
      const output = only(emailPublisher.article(whole))
      const expectation = {audience: whole.audience, topics: whole.article.topics}
      await expect(gate.pass(output, expectation)).resolves.toBeDefined()
    }
  })

  it('is refused when what may not be left out is too long by itself', () => {
    expect(() => mailOf({title: prose(90_000)})).toThrow(
      expect.objectContaining({
        code: 'MAIL_TOO_LONG',
        problem: expect.objectContaining({documentId: 'article-low-mood'}),
      }),
    )
  })

  it('may be a digest', async () => {
    const digest = digestPublication({intro: [block(prose(200_000))]})
    await expectWithinLimits(only(emailPublisher.digest(digest)).text)
  })
})
