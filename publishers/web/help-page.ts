/** `/help/`: every helpline by country. */
import type {Helpline} from '../../content/model.ts'
import type {SitePublication} from '../../crisis-notice/policy.ts'
import {attribute, escapeHtml} from '../html/escape.ts'
import {helplineHtml} from '../html/notice.ts'
import {formatDate} from '../phrases/dates.ts'
import {countryName, languageName, listOf} from '../phrases/names.ts'
import {fill, phrases} from '../phrases.ts'
import {pageHtml} from './frame.ts'
import {ID} from './ids.ts'
import {webLinks} from './links.ts'
import {webClass, webNotice} from './notice.ts'

interface Country {
  readonly code: string
  readonly name: string
  readonly helplines: readonly Helpline[]
}

/** The site's own country first, then by name. */
const byCountry = (
  helplines: readonly Helpline[],
  language: string,
  own: string,
): readonly Country[] => {
  const collator = new Intl.Collator(language)
  return [...Map.groupBy(helplines, ({country}) => country)]
    .map(([code, lines]) => ({code, name: countryName(code, language), helplines: lines}))
    .toSorted(
      (a, b) => Number(b.code === own) - Number(a.code === own) || collator.compare(a.name, b.name),
    )
}

const helplineItem = (helpline: Helpline, language: string): string => {
  const words = phrases(language)
  const {languages, verifiedAt, sourceUrl} = helpline
  const spoken = listOf(
    languages.map((each) => languageName(each, language)),
    language,
  )
  const facts = [
    escapeHtml(fill(words.helplineLanguages, {languages: spoken})),
    escapeHtml(fill(words.helplineVerified, {date: formatDate(verifiedAt, language)})),
    ...(sourceUrl === undefined
      ? []
      : [
          `<a${attribute('href', sourceUrl)}${attribute('aria-label', `${words.helplineSource}: ${helpline.name}`)}>${escapeHtml(words.helplineSource)}</a>`,
        ]),
  ]
  return `<li>
<p class="helpline">${helplineHtml(helpline, language, webClass)}</p>
<p class="facts">${facts.join(' · ')}</p>
</li>`
}

const countryHtml = ({code, name, helplines}: Country, language: string): string => {
  const anchor = code.toLowerCase()
  const id = ID.heading(anchor)
  return `<section id="${anchor}" aria-labelledby="${id}">
<h2 id="${id}">${escapeHtml(name)}</h2>
<ul class="helplines">
${helplines.map((helpline) => helplineItem(helpline, language)).join('\n')}
</ul>
</section>
`
}

export const helpPage = ({site, helplines, notice, audience}: SitePublication): string => {
  const language = site.defaultLanguage
  const words = phrases(language, site.id)
  const countries = byCountry(helplines, language, audience.country)
  const items = countries.map(
    ({code, name}) => `<li><a href="#${code.toLowerCase()}">${escapeHtml(name)}</a></li>`,
  )
  return pageHtml({
    site,
    language,
    documentId: site.id,
    title: words.helpAllCountries,
    description: words.helpIntro,
    url: `${site.url}/help/`,
    links: webLinks(site, 'help'),
    images: [],
    head: [],
    main: `<div class="article">
<h1>${escapeHtml(words.helpAllCountries)}</h1>
${webNotice(notice, 'top')}
<p class="summary">${escapeHtml(words.helpIntro)}</p>
<div class="columns">
<nav class="contents" aria-labelledby="${ID.contents}">
<p id="${ID.contents}">${escapeHtml(words.contents)}</p>
<ul>
${items.join('\n')}
</ul>
</nav>
<div class="text">
${countries.map((country) => countryHtml(country, language)).join('')}</div>
</div>
</div>`,
  })
}
