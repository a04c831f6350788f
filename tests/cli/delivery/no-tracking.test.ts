/** Every octet that is sent, of both digests and to every audience: nothing in it tells who reads what. */
import PostalMime from 'postal-mime'
import {beforeAll, describe, expect, it} from 'vitest'
import {campaignMailWay} from '../../../cli/delivery/campaign-way.ts'
import {openDigestDesk, textsOf} from '../../../cli/delivery/digest-desk.ts'
import {openContent} from '../../../content/assemble.ts'
import {fileSource} from '../../../content/file-source.ts'
import {NoticeBook} from '../../../crisis-notice/notice-book.ts'
import {createTokens} from '../../../delivery/links/tokens.ts'
import {EXAMPLE, TODAY} from '../run.ts'

const START = new Date('2026-11-23T12:00:00Z')
const DIGESTS = ['small-steps', 'pasos-cortos']

interface Sent {
  readonly name: string
  readonly html: string
  readonly text: string
}

/** What would be asked for without a tap. */
const FETCHED =
  /<(?:img|picture|source|video|audio|iframe|object|embed|script|link|input|svg)\b|\b(?:src|srcset|background|poster|data|lowsrc|dynsrc)\s*=|url\s*\(|@import|image-set/i
/** What marks a link. */
const MARKED =
  /[?&#](?:utm_\w+|fbclid|gclid|mc_[ce]id|_hs\w+|ref|cid|sid|uid|email|subscriber|click|track\w*)=/i

const linksIn = ({html, text}: Pick<Sent, 'html' | 'text'>): readonly string[] =>
  [...html.matchAll(/href="([^"]*)"/g), ...text.matchAll(/(https?:\/\/[^\s<>")]+)/g)].flatMap(
    ([, link]) => link?.replaceAll('&amp;', '&') ?? [],
  )

/** The reasons why a message is not fit to be sent; `known`: addresses that stand in the content itself. */
const reasons = (sent: Sent, known: ReadonlySet<string>): readonly string[] => {
  const fetched = FETCHED.exec(sent.html)?.[0]
  const links = linksIn(sent).filter((link) => /^https?:/.test(link))
  return [
    ...(fetched === undefined ? [] : [`it fetches something: ${fetched}`]),
    ...links.filter((link) => MARKED.test(link)).map((link) => `${link} is marked`),
    ...links.filter((link) => !known.has(link)).map((link) => `${link} is not of the content`),
  ]
}

describe('what is sent', () => {
  const sent: Sent[] = []
  const known = new Set<string>()

  beforeAll(async () => {
    const content = await openContent(fileSource(EXAMPLE), {today: TODAY})
    const site = await content.site()
    const helplines = (await content.helplines()).items
    const notices = (await content.notices()).items
    const book = new NoticeBook({site, notices, helplines, today: TODAY})
    const audiences = book.audiences().map((audience) => ({...audience, subscribers: 1}))
    const tokens = createTokens('a secret of the tests')
    const ticket = {subscriberId: 1, deliveryId: 1, issuedAt: START}
    for (const {slug, language} of (await content.summaries()).items) {
      const folder = language === site.defaultLanguage ? '' : `${language}/`
      // a text message saves the slash, and the site adds it
      for (const end of ['', '/']) known.add(`${site.url}/${folder}${slug}${end}`)
    }
    for (const {chatUrl} of helplines) if (chatUrl !== undefined) known.add(chatUrl)
    for (const path of ['/', '/help/']) known.add(`${site.url}${path}`)
    // the reader's own, which no click is told by: leaving, and choosing
    for (const purpose of ['unsubscribe', 'preferences'] as const) {
      known.add(`${site.url}/${purpose}/${tokens.link(purpose, ticket)}`)
    }

    for (const slug of DIGESTS) {
      const desk = await openDigestDesk(content, slug, TODAY)
      const {variants} = await desk.plan('email', audiences)
      const current = variants.map((variant, id) => ({...variant, id, revision: 0}))
      const raws: Buffer[] = []
      const transport = {
        name: 'kept',
        send: async ({raw}: {readonly raw: Buffer}) => {
          raws.push(raw)
          return {state: 'sent', response: '250'} as const
        },
        close: async () => {},
      }
      const way = campaignMailWay(transport, {
        campaign: {startsAt: START, createdAt: START},
        material: {desk, variants: current},
        reload: async () => ({desk, variants: current}),
        tokens,
        publicUrl: undefined,
        dkim: [],
      })
      for (const {id} of current) {
        await way.send({
          id: 1,
          campaignId: 1,
          variantId: id,
          variantRevision: 0,
          subscriberId: 1,
          part: 0,
          attempts: 1,
          destination: 'mail.example',
          address: 'ana@mail.example',
          suppressionKey: '',
        })
      }
      for (const [index, raw] of raws.entries()) {
        const {html = '', text = ''} = await PostalMime.parse(raw)
        sent.push({name: `mail ${slug} ${index}`, html, text})
      }
      const texts = await desk.plan('sms', audiences)
      for (const {output} of texts.variants) {
        for (const text of textsOf(output.output)) sent.push({name: `sms ${slug}`, html: '', text})
      }
    }
    await content.close()
  })

  it('asks the network for nothing, and sends nobody by another way', () => {
    expect(sent.length).toBeGreaterThan(20)
    const wrong = sent.flatMap((each) => reasons(each, known).map((why) => `${each.name}: ${why}`))
    expect(wrong).toEqual([])
  })

  it('says the same to everybody but for the links that leave and choose', () => {
    const all = new Set(sent.flatMap(linksIn).filter((link) => link.startsWith('https:')))
    const own = [...all].filter((link) => /\/(?:unsubscribe|preferences)\//.test(link))
    expect(own.length).toBe(2)
    expect(all.size).toBeGreaterThan(10)
  })

  const PLANTED: readonly (readonly [string, Partial<Sent>])[] = [
    ['a pixel', {html: '<img src="https://health.example/o.gif?u=1" width="1" height="1">'}],
    ['a background', {html: '<td background="https://health.example/o.gif">x</td>'}],
    ['a style that fetches', {html: '<p style="background:url(//t.example/o)">x</p>'}],
    ['a counted link', {html: '<a href="https://health.example/r/abc">Read</a>'}],
    ['a marked link', {text: 'Read https://health.example/sleep/?utm_source=mail'}],
    ['a link of a counting service', {text: 'Read https://click.example/x'}],
  ]

  it.each(PLANTED)('would be caught with %s', (_what, planted) => {
    expect(reasons({name: 'planted', html: '', text: '', ...planted}, known)).not.toEqual([])
  })
})
