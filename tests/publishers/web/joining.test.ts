import {createHash} from 'node:crypto'
import {describe, expect, it} from 'vitest'
import {SitePublication} from '../../../crisis-notice/policy.ts'
import {NoticeLostError} from '../../../errors.ts'
import {FORM_STYLE, FORM_STYLE_HASH} from '../../../publishers/web/joining/form-style.ts'
import {
  consentText,
  type JoiningPage,
  joiningOutput,
} from '../../../publishers/web/joining/joining-page.ts'
import {createGate} from '../../../verification/gate.ts'
import * as make from '../../support/model.ts'
import {HOSTILE, ORIGIN} from '../publications.ts'
import {page, textOf} from './dom.ts'

const PAGES: readonly JoiningPage[] = [
  {kind: 'signUp', countries: ['US', 'GB', 'ES'], country: 'US', isWrong: true},
  {kind: 'sent'},
  {kind: 'confirm', token: HOSTILE},
  {kind: 'confirmed'},
  {kind: 'leave', token: HOSTILE},
  {kind: 'left'},
  {
    kind: 'preferences',
    token: HOSTILE,
    topics: ['sleep', 'grief'],
    languages: ['en', 'es', 'ar'],
    language: 'es',
    isPaused: true,
  },
  {kind: 'saved'},
  {kind: 'linkInvalid'},
  {kind: 'tooMany'},
]

const LANGUAGES = ['en', 'es', 'fr', 'de', 'ar', 'hi'] as const

const book = make.noticeBook({
  notices: LANGUAGES.map((language) =>
    make.noticeDocument({id: `crisisNotice-US-${language}`, country: 'US', language}),
  ),
})

const publicationIn = (language: string): SitePublication =>
  SitePublication.create({
    site: make.site({defaultLanguage: language}),
    book,
    country: 'US',
    entries: [],
    latest: [],
    helplines: [],
    tombstones: [],
  })

const gate = createGate(book, {origin: ORIGIN})

const pass = (publication: SitePublication, text: string, kind: JoiningPage['kind']) => {
  const output = joiningOutput(
    publication,
    PAGES.find((each) => each.kind === kind) ?? {kind: 'sent'},
  )
  return gate.pass({...output, text}, {audience: publication.audience, topics: []})
}

describe('the pages of signing up and leaving', () => {
  for (const language of LANGUAGES) {
    it(`carry the notice past the gate in ${language}`, async () => {
      const publication = publicationIn(language)
      for (const each of PAGES) {
        const {text} = joiningOutput(publication, each)
        await expect(pass(publication, text, each.kind)).resolves.toBeDefined()
        const cut = text.replace(/<aside[\s\S]*?<\/aside>|<div class="notice[\s\S]*?<\/ul>/, '')
        expect(cut).not.toBe(text)
        await expect(pass(publication, cut, each.kind)).rejects.toBeInstanceOf(NoticeLostError)
      }
    })
  }

  const shown = (each: JoiningPage) => page(joiningOutput(publicationIn('en'), each).text)

  it('label every field, and say what is consented to in the words that are kept', () => {
    for (const each of PAGES) {
      const found = shown(each)
      for (const {attribs} of found.all('input')) {
        const isLabelled =
          found.all(`label[for="${attribs['id']}"]`).length === 1 ||
          found.all(`label > input[name="${attribs['name']}"][value="${attribs['value']}"]`)
            .length === 1
        expect(isLabelled, `${each.kind} ${attribs['name']}`).toBe(true)
      }
    }
    const consent = textOf(
      shown({kind: 'signUp', countries: ['US'], country: 'US'}).one('.consent'),
    )
    expect(consent).toBe(consentText('en', make.site().name))
    expect(consent).toContain(make.site().name)
  })

  it('send forms to the site alone', () => {
    const found = shown({kind: 'leave', token: 'x'})
    const policy = found.one('meta[http-equiv="Content-Security-Policy"]').attribs['content']
    const hash = createHash('sha256').update(FORM_STYLE).digest('base64')
    expect(FORM_STYLE_HASH).toBe(`sha256-${hash}`)
    expect(policy).toContain(`'${FORM_STYLE_HASH}'`)
    expect(policy).toContain("form-action 'self'")
    expect(found.one('form').attribs).toEqual({method: 'post', action: '/unsubscribe/x'})
  })

  it('give back what was chosen, and the token as it came', () => {
    const found = shown(PAGES.find(({kind}) => kind === 'preferences') ?? {kind: 'sent'})
    const chosen = found.all('input').filter(({attribs}) => 'checked' in attribs)
    expect(chosen.map(({attribs}) => attribs['value'])).toEqual(['grief', 'sleep', 'es', 'yes'])
    const {action = ''} = found.one('form').attribs
    expect(decodeURIComponent(action)).toBe(`/preferences/${HOSTILE}`)
  })
})
