import {describe, expect, it} from 'vitest'
import {preview} from '../../studio/newsroom/preview.ts'
import {displayHtml} from '../../studio/preview/display-html.ts'
import {readMail} from '../../studio/preview/mail.ts'
import {changed, exampleNewsroom, examplePapers} from './support/example.ts'

const papers = examplePapers()

const ketamine = async () => {
  const newsroom = exampleNewsroom(papers)
  const result = await preview(
    newsroom,
    changed(papers, 'article-ketamine', (each) => each),
  )
  if (!result.ok) throw new Error('The example can be published.')
  const {web, email} = result.preview.channels
  return {
    page: web.outputs[0]?.text ?? '',
    message: email.outputs[0]?.text ?? '',
    options: {addresses: newsroom.addresses, siteUrl: 'https://health.example', scheme: 'light'},
  } as const
}

const images = (html: string): readonly string[] =>
  [...html.matchAll(/<img src="([^"]*)"/g)].map(([, address = '']) => address)

describe('what a preview shows', () => {
  it('takes its images from the lake, and its policy lets them in', async () => {
    const {page, options} = await ketamine()
    expect(images(page).some((address) => address.includes('assets/'))).toBe(true)
    const shown = displayHtml(page, options)
    expect(images(shown).length).toBeGreaterThan(1)
    expect(
      images(shown).filter((address) => !address.startsWith('http://localhost:3900/')),
    ).toEqual([])
    expect(shown).toContain('img-src http://localhost:3900')
  })

  it('takes the images of a mail from the lake too', async () => {
    const {message, options} = await ketamine()
    const {html} = await readMail(message)
    const shown = images(displayHtml(html, options))
    expect(shown.length).toBeGreaterThan(0)
    expect(shown.filter((address) => !address.startsWith('http://localhost:3900/'))).toEqual([])
  })

  it('follows no link but those within the page', async () => {
    const {page, options} = await ketamine()
    const links = [...displayHtml(page, options).matchAll(/<a\b[^>]*>/g)].map(([link]) => link)
    const within = links.filter((link) => / href="#/.test(link))
    const others = links.filter((link) => !/ href="#/.test(link))
    expect(within.length).toBeGreaterThan(5)
    expect(others.length).toBeGreaterThan(5)
    expect(within.filter((link) => link.includes('target='))).toEqual([])
    expect(others.filter((link) => !link.includes('target="_blank"'))).toEqual([])
  })

  it('is light or dark as asked, whatever the browser is', async () => {
    const {page, options} = await ketamine()
    expect(page).toContain('prefers-color-scheme:dark')
    const dark = displayHtml(page, {...options, scheme: 'dark'})
    expect(dark).not.toContain('prefers-color-scheme')
    expect(dark).toContain('<meta name="color-scheme" content="dark">')
    expect(dark).toContain('@media (min-width:0){:root{--paper:#0f191d')
    expect(displayHtml(page, options)).toContain('@media (max-width:0){:root{--paper:#0f191d')
    expect(dark).toContain('style-src &#39;unsafe-inline&#39;')
  })

  it('reads a mail as a mail program does', async () => {
    const {message} = await ketamine()
    const mail = await readMail(message)
    expect(mail).toMatchObject({from: 'Lantern Health', address: 'letters@health.example'})
    expect(mail.subject).toContain('Ketamine')
    expect(mail.preheader).toMatch(/^Ketamine can lift depression fast/)
    expect(mail.text).toContain('988')
    expect(mail.octets).toBeGreaterThan(mail.htmlOctets)
  })
})
