import {join} from 'node:path'
import PostalMime from 'postal-mime'
import {beforeAll, describe, expect, it} from 'vitest'
import {openContent} from '../../content/assemble.ts'
import {fileSource} from '../../content/file-source.ts'
import type {Site} from '../../content/model.ts'
import {NoticeBook} from '../../crisis-notice/notice-book.ts'
import {SitePublication} from '../../crisis-notice/policy.ts'
import {joiningMail} from '../../publishers/email/joining-mail.ts'
import {joiningSms} from '../../publishers/sms/joining-sms.ts'
import {createGate} from '../../verification/gate.ts'

const TODAY = '2026-11-23'
const URL = `https://health.example/subscribe/confirm/?t=${'Ab3_'.repeat(11)}`
const KINDS = ['confirm', 'already'] as const

/** The example's own audiences, each as the site's default. */
const AUDIENCES =
  'US-en US-es US-ar CA-en CA-fr GB-en IE-en AU-en NZ-en IN-en IN-hi ES-es FR-fr DE-de'.split(' ')

let book: NoticeBook
let site: Site
beforeAll(async () => {
  const file = join(import.meta.dirname, '../../examples/health.ndjson')
  const content = await openContent(fileSource(file), {today: TODAY})
  site = await content.site()
  const [notices, helplines] = await Promise.all([content.notices(), content.helplines()])
  book = new NoticeBook({site, notices: notices.items, helplines: helplines.items, today: TODAY})
  await content.close()
})

const publicationFor = (audience: string): SitePublication => {
  const [country = '', defaultLanguage = ''] = audience.split('-')
  return SitePublication.create({
    site: {...site, defaultLanguage},
    book,
    country,
    entries: [],
    latest: [],
    helplines: [],
    tombstones: [],
  })
}

describe('the messages of signing up', () => {
  it.each(AUDIENCES)('carry the notice past the gate for %s', async (name) => {
    const publication = publicationFor(name)
    const {audience} = publication
    const gate = createGate(book, {origin: site.url})
    for (const kind of KINDS) {
      const mail = joiningMail(publication, {kind, url: URL, date: `${TODAY}T08:00:00Z`})
      const sms = joiningSms(publication, kind)
      for (const output of [mail, sms]) {
        await expect(gate.pass(output, {audience, topics: []})).resolves.toBeDefined()
      }
      const {text = '', html = '', subject} = await PostalMime.parse(mail.text)
      expect(text.split(/\r?\n/)).toContain(URL)
      expect(html).toContain(`href="${URL}"`)
      expect(subject).not.toBe('')
      expect(sms.messages).toHaveLength(1)
      expect(sms.text).toContain('STOP')
    }
    expect(joiningSms(publication, 'confirm').text).toContain('YES')
    for (const kind of ['joined', 'stopped', 'help'] as const) {
      const sms = joiningSms(publication, kind)
      await expect(gate.pass(sms, {audience, topics: []})).resolves.toBeDefined()
      expect(sms.text.includes('STOP')).toBe(kind !== 'stopped')
    }
  })

  it('ask whoever is not subscribed to leave nothing', async () => {
    const publication = publicationFor('US-en')
    const textOf = async (kind: (typeof KINDS)[number]): Promise<string> => {
      const {text} = joiningMail(publication, {kind, url: URL, date: `${TODAY}T08:00:00Z`})
      return (await PostalMime.parse(text)).text ?? ''
    }
    expect(await textOf('already')).toContain('/unsubscribe/')
    expect(await textOf('confirm')).not.toContain('/unsubscribe/')
  })
})
