/** Components that yield plain semantic HTML: no classes, no styles. Web and partner build on them. */
import type {PortableTextComponents} from '@portabletext/to-html'
import {directionOf} from '../../content/direction.ts'
import type {
  Citation,
  Figure,
  Helpline,
  HelplineRef,
  Image,
  Link,
  PortableNode,
  Table,
  Warning,
  WarningRef,
} from '../../content/model.ts'
import {hoursText, smsHref, telHref} from '../../crisis-notice/lines.ts'
import {noticeWording} from '../../crisis-notice/wording.ts'
import {phrases} from '../phrases.ts'
import {blocksHtml} from './blocks.ts'
import {escapeHtml} from '../html/escape.ts'

/** What differs between the places that show the same text. */
export interface Setting {
  readonly language: string
  /** Where an image of the model is, from the place where the HTML will stand. */
  readonly imageUrl: (image: Image) => string
  /** The same for a link that begins with `/`. */
  readonly linkUrl: (href: string) => string
  readonly citation: (citation: Citation) => string
  /** Put into the outermost element of a call-out, e.g. a class. */
  readonly warningAttributes: (warning: Warning) => string
}

export const imageHtml = (image: Image, alt: string, setting: Setting): string => {
  const size =
    image.width === undefined || image.height === undefined
      ? ''
      : ` width="${image.width}" height="${image.height}"`
  return `<img src="${escapeHtml(setting.imageUrl(image))}" alt="${escapeHtml(alt)}"${size}>`
}

const figureHtml = ({image, alt, caption}: Figure, setting: Setting): string => {
  const words = caption === undefined ? '' : `<figcaption>${escapeHtml(caption)}</figcaption>`
  return `<figure>${imageHtml(image, alt, setting)}${words}</figure>\n`
}

const tableHtml = ({rows, header, caption}: Table): string => {
  const [first, ...rest] = rows
  const cells = (row: Table['rows'][number], tag: string): string =>
    row.cells.map((cell) => `<${tag}>${escapeHtml(cell)}</${tag.split(' ', 1).join('')}>`).join('')
  const head =
    header && first !== undefined ? `<thead><tr>${cells(first, 'th scope="col"')}</tr></thead>` : ''
  const body = (header ? rest : rows).map((row) => `<tr>${cells(row, 'td')}</tr>`).join('')
  const title = caption === undefined ? '' : `<caption>${escapeHtml(caption)}</caption>`
  return `<table>${title}${head}<tbody>${body}</tbody></table>\n`
}

/** A helpline named in the text; its words are those of the notice. */
export const helplineHtml = (helpline: Helpline, language: string): string => {
  const wording = noticeWording(language) ?? noticeWording('en')
  if (wording === undefined) return ''
  const link = (href: string, text: string): string =>
    `<a href="${escapeHtml(href)}">${escapeHtml(text)}</a>`
  const {phone, sms, chatUrl} = helpline
  const number = (pattern: string, value: string, keyword = ''): string =>
    pattern.replace('{number}', () => value).replace('{keyword}', () => keyword)
  const ways = [
    ...(phone === undefined ? [] : [link(telHref(phone.dial), number(wording.call, phone.display))]),
    ...(sms === undefined
      ? []
      : [
          link(
            smsHref(sms),
            number(
              sms.keyword === undefined ? wording.text : wording.textKeyword,
              sms.number,
              sms.keyword,
            ),
          ),
        ]),
    ...(chatUrl === undefined ? [] : [link(chatUrl, wording.chat)]),
    escapeHtml(hoursText(helpline.hours, language, wording)),
  ]
  return `<p><strong>${escapeHtml(helpline.name)}:</strong> ${ways.join(' · ')}</p>\n`
}

export const warningHtml = (warning: Warning, setting: Setting): string => {
  const label = phrases(setting.language).severity[warning.severity]
  const attributes = setting.warningAttributes(warning)
  return `<aside role="note" aria-label="${escapeHtml(`${label}: ${warning.title}`)}"${attributes}>
<p><strong>${escapeHtml(label)}: ${escapeHtml(warning.title)}</strong></p>
${semanticHtml(warning.body, setting)}</aside>\n`
}

const href = (link: Link | undefined, setting: Setting): string => {
  const target = link?.href ?? ''
  return escapeHtml(target.startsWith('/') ? setting.linkUrl(target) : target)
}

const components = (setting: Setting): PortableTextComponents => ({
  types: {
    citation: ({value}: {value: Citation}) => setting.citation(value),
    figure: ({value}: {value: Figure}) => figureHtml(value, setting),
    table: ({value}: {value: Table}) => tableHtml(value),
    warningRef: ({value}: {value: WarningRef}) => warningHtml(value.warning, setting),
    helplineRef: ({value}: {value: HelplineRef}) => helplineHtml(value.helpline, setting.language),
  },
  block: {
    normal: ({children}) => `<p>${children ?? ''}</p>\n`,
    h3: ({children}) => `<h3>${children ?? ''}</h3>\n`,
    h4: ({children}) => `<h4>${children ?? ''}</h4>\n`,
    blockquote: ({children}) => `<blockquote><p>${children ?? ''}</p></blockquote>\n`,
  },
  list: {
    bullet: ({children}) => `<ul>${children ?? ''}</ul>\n`,
    number: ({children}) => `<ol>${children ?? ''}</ol>\n`,
  },
  listItem: {
    bullet: ({children}) => `<li>${children ?? ''}</li>`,
    number: ({children}) => `<li>${children ?? ''}</li>`,
  },
  marks: {
    strong: ({children}) => `<strong>${children}</strong>`,
    em: ({children}) => `<em>${children}</em>`,
    sub: ({children}) => `<sub>${children}</sub>`,
    sup: ({children}) => `<sup>${children}</sup>`,
    link: ({children, value}: {children: string; value?: Link}) =>
      `<a href="${href(value, setting)}">${children}</a>`,
  },
  hardBreak: () => '<br>',
  escapeHTML: escapeHtml,
})

export const semanticHtml = (nodes: readonly PortableNode[], setting: Setting): string =>
  blocksHtml(nodes, components(setting))

/** `lang` and `dir` for a piece in another language than its surroundings. */
export const langAttributes = (language: string): string =>
  `lang="${escapeHtml(language)}" dir="${directionOf(language)}"`
