/** html-to-text, which knows nothing of the article, must read in the HTML what the text part says. */
import {convert} from 'html-to-text'
import {describe, expect, it} from 'vitest'
import {emailPublisher} from '../../../publishers/email/email-publisher.ts'
import {digestPublication, publication} from '../../support/model.ts'
import {everything, only, read} from './support.ts'

const spoken = (html: string): string =>
  convert(html, {
    wordwrap: false,
    // Without the hidden preheader.
    baseElements: {selectors: ['body > table']},
    selectors: [
      {selector: 'a', options: {ignoreHref: true}},
      {selector: 'img', format: 'inlineString', options: {}},
      {selector: 'img[alt]', format: 'image'},
      {selector: 'h1', options: {uppercase: false}},
      {selector: 'h2', options: {uppercase: false}},
      {selector: 'h3', options: {uppercase: false}},
      {selector: 'h4', options: {uppercase: false}},
      {selector: 'th', format: 'block'},
      {selector: 'td', format: 'block'},
    ],
  })

/** Words and numbers in order, without addresses and without the label that stands for a picture. */
const words = (text: string): readonly string[] =>
  text
    .replace(/\[Image: /g, '[')
    .replace(/\(?\[?https?:\/\/[^\s)\]]+[)\]]?/g, ' ')
    .match(/[\p{L}\p{N}]+/gu) ?? []

describe('the two parts of a mail', () => {
  it('say the same words in the same order: article', async () => {
    // All but the picture under the title, which only sets a mood.
    const {heroImage, ...article} = everything()
    expect(heroImage).toBeDefined()
    const {html, text} = await read(only(emailPublisher.article(publication(article))).text)
    const said = words(spoken(html))
    expect(said.length).toBeGreaterThan(150)
    expect(said).toEqual(words(text))
  })

  it('say the same words in the same order: digest', async () => {
    const {html, text} = await read(only(emailPublisher.digest(digestPublication())).text)
    expect(words(spoken(html))).toEqual(words(text))
  })

  it('would be caught saying different words', async () => {
    const {html, text} = await read(only(emailPublisher.digest(digestPublication())).text)
    expect(words(spoken(html.replace('Dear reader', 'Dear')))).not.toEqual(words(text))
  })
})
