import {join} from 'node:path'
import PostalMime from 'postal-mime'
import {beforeAll, describe, expect, it} from 'vitest'
import {openContent} from '../../content/assemble.ts'
import {fileSource} from '../../content/file-source.ts'
import type {Site} from '../../content/model.ts'
import {NoticeBook} from '../../crisis-notice/notice-book.ts'
import {SitePublication} from '../../crisis-notice/policy.ts'
import {NoticeLostError} from '../../errors.ts'
import {webhookMail} from '../../publishers/email/webhook-mail.ts'
import {createGate} from '../../verification/gate.ts'

const TODAY = '2026-11-23'
const MAIL = {
  host: 'hooks.clinic.example:8443',
  failingSince: '2026-11-20T08:00:00Z',
  failure: 'no connection (ECONNREFUSED) <b>&</b>',
  helpUrl: 'https://health.example/api/v1/',
  date: `${TODAY}T08:00:00Z`,
}

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
  const lists = {entries: [], latest: [], helplines: [], tombstones: []}
  return SitePublication.create({site: {...site, defaultLanguage}, book, country, ...lists})
}

describe('the mail about a webhook that is disabled', () => {
  it.each(AUDIENCES)('carries the notice past the gate for %s', async (name) => {
    const publication = publicationFor(name)
    const {audience} = publication
    const mail = webhookMail(publication, MAIL)
    const gate = createGate(book, {origin: site.url})
    await expect(gate.pass(mail, {audience, topics: []})).resolves.toBeDefined()
    const elsewhere = webhookMail(publicationFor(name === 'US-en' ? 'GB-en' : 'US-en'), MAIL)
    const wrong = {...mail, text: elsewhere.text}
    await expect(gate.pass(wrong, {audience, topics: []})).rejects.toBeInstanceOf(NoticeLostError)
    const {text = '', html = '', subject, headers} = await PostalMime.parse(mail.text)
    expect(text).toContain(MAIL.host)
    expect(text.replaceAll(/\s+/g, ' ')).toContain(MAIL.failure)
    expect(html).toContain('&lt;b&gt;&amp;&lt;/b&gt;')
    expect(html).toContain(`href="${MAIL.helpUrl}"`)
    expect([subject, text]).not.toContainEqual(expect.stringMatching(/[{}]/))
    expect(subject).not.toBe('')
    // it goes to one person who is on no list
    expect(headers.map(({key}) => key)).not.toContain('list-unsubscribe')
    expect(text).not.toContain('/unsubscribe/')
  })
})
