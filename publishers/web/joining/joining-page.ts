/**
 * Pages of signing up, choosing and leaving. They are made as readers ask, and like every page they
 * carry the notice and go through the gate. Nothing in them tells whether an address is known.
 */
import {TOPICS} from '../../../content/topics.ts'
import type {SitePublication} from '../../../crisis-notice/policy.ts'
import {escapeHtml} from '../../html/escape.ts'
import {phrases} from '../../phrases.ts'
import {countryName, languageName} from '../../phrases/names.ts'
import type {Output} from '../../publisher.ts'
import {pageHtml} from '../frame.ts'
import {rootedLinks} from '../links.ts'
import {webNotice} from '../notice.ts'
import {button, choice, choices, textField} from './fields.ts'
import {joiningWords} from '../../phrases/joining.ts'
import type {JoiningWords} from '../../phrases/joining/words.ts'

/** What a page says and no more. */
const MESSAGES = ['sent', 'confirmed', 'left', 'saved', 'linkInvalid', 'tooMany'] as const

export type JoiningPage =
  | {
      readonly kind: 'signUp'
      /** Countries that have a notice, ISO 3166-1. */
      readonly countries: readonly string[]
      readonly country: string
      /** What was sent was no address. */
      readonly isWrong?: boolean
    }
  | {readonly kind: 'confirm' | 'leave'; readonly token: string}
  | {
      readonly kind: 'preferences'
      readonly token: string
      readonly topics: readonly string[]
      readonly languages: readonly string[]
      readonly language: string
      readonly isPaused: boolean
    }
  | {readonly kind: (typeof MESSAGES)[number]}

/** Where each page is and its form goes, below the site; a reader's token stands at the end. */
export const JOINING_PATHS = {
  signUp: 'subscribe/',
  confirm: 'confirm/',
  leave: 'unsubscribe/',
  preferences: 'preferences/',
} as const

interface Context {
  readonly words: JoiningWords
  readonly language: string
  readonly siteName: string
  /** Of the site, with a final slash. */
  readonly root: string
}

const form = (action: string, parts: readonly string[]): string =>
  `<form method="post" action="${escapeHtml(action)}">
${parts.join('\n')}
</form>`

const topicChoices = (chosen: readonly string[], {words, language}: Context): string => {
  const names = phrases(language).topic
  return choices({
    name: 'topics',
    type: 'checkbox',
    legend: words.topics,
    hint: words.topicsHint,
    choices: TOPICS.map((topic) => ({
      value: topic,
      label: names[topic],
      isChosen: chosen.includes(topic),
    })),
  })
}

const withToken = (
  root: string,
  {kind, token}: {readonly kind: 'confirm' | 'leave' | 'preferences'; readonly token: string},
): string => `${root}${JOINING_PATHS[kind]}${encodeURIComponent(token)}`

/** The wording that is consented to, as it is kept with a subscription. */
export const consentText = (language: string, siteName: string): string =>
  joiningWords(language).consent.replaceAll('{site}', siteName)

const bodyOf = (page: JoiningPage, context: Context): string => {
  const {words, language, root, siteName} = context
  switch (page.kind) {
    case 'signUp':
      return form(`${root}${JOINING_PATHS.signUp}`, [
        page.isWrong === true ? `<p class="wrong">${escapeHtml(words.addressWrong)}</p>` : '',
        `<p class="hint">${escapeHtml(words.oneIsEnough)}</p>`,
        textField({name: 'email', type: 'email', label: words.email}),
        textField({name: 'phone', type: 'tel', label: words.phone, hint: words.phoneHint}),
        choices({
          name: 'country',
          type: 'radio',
          legend: words.country,
          hint: words.countryHint,
          choices: page.countries.map((country) => ({
            value: country,
            label: countryName(country, language),
            isChosen: country === page.country,
          })),
        }),
        topicChoices([], context),
        `<p class="consent">${escapeHtml(consentText(language, siteName))}</p>`,
        button(words.signUpButton),
      ])
    case 'confirm':
      return form(withToken(root, page), [button(words.confirmButton)])
    case 'leave':
      return form(withToken(root, page), [button(words.leaveButton)])
    case 'preferences':
      return form(withToken(root, page), [
        topicChoices(page.topics, context),
        choices({
          name: 'language',
          type: 'radio',
          legend: words.language,
          choices: page.languages.map((each) => ({
            value: each,
            label: languageName(each, each),
            isChosen: each === page.language,
          })),
        }),
        `<div class="field">${choice('checkbox', 'pause', {value: 'yes', label: words.pause, isChosen: page.isPaused})}</div>`,
        button(words.saveButton),
      ])
    default:
      return ''
  }
}

/** Throws PublisherError for a language without interface words. */
export const joiningOutput = (publication: SitePublication, page: JoiningPage): Output => {
  const {site, notice, audience} = publication
  const language = site.defaultLanguage
  const links = rootedLinks(site)
  const words = joiningWords(language)
  const {title, text} = words[page.kind]
  const context = {words, language, siteName: site.name, root: links.root}
  return Object.freeze({
    channel: 'web',
    format: 'page',
    path: `web/joining/${page.kind}.html`,
    documentId: site.id,
    revision: site.revision,
    audience,
    text: pageHtml({
      site,
      language,
      documentId: site.id,
      title,
      description: text,
      url: `${site.url}/${JOINING_PATHS.signUp}`,
      links,
      images: [],
      head: ['<meta name="robots" content="noindex">'],
      hasForm: true,
      main: `<div class="article">
<h1>${escapeHtml(title)}</h1>
${webNotice(notice, 'top')}
<div class="text">
<p class="summary">${escapeHtml(text)}</p>
${bodyOf(page, context)}
</div>
</div>`,
    }),
  })
}
