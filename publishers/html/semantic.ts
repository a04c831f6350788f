/**
 * Components for every block and mark of the model, as HTML that says what things are and nothing
 * about how they look. A channel decides where links lead and how a citation is printed, and adds
 * its classes.
 */
import {directionOf} from '../../content/direction.ts'
import type {
  Citation,
  Figure,
  HelplineRef,
  Image,
  Link,
  PortableNode,
  Table,
  Warning,
  WarningRef,
} from '../../content/model.ts'
import {phrases} from '../phrases.ts'
import {type BlockComponents, blocksHtml} from './blocks.ts'
import {attribute, escapeHtml} from './escape.ts'
import {figureHtml, imgHtml} from './figure.ts'
import {type ClassOf, helplineHtml} from './notice.ts'
import {tableHtml} from './table.ts'

/** What differs between the places that show the same text. */
export interface Setting {
  readonly language: string
  /** Where an image of the model is, from the place where the HTML will stand. */
  readonly imageUrl: (image: Image) => string
  /** The same for a link that begins with `/`. */
  readonly linkUrl: (href: string) => string
  /** Called once for each citation, in reading order. */
  readonly citation: (citation: Citation) => string
  /** Put into the outermost element of a call-out, e.g. a class. */
  readonly warningAttributes: (warning: Warning) => string
  /** Parts: `warning-label`, `helpline`, and those of a notice's helplines. None when absent. */
  readonly classOf?: ClassOf
  /** A table as it is shown, e.g. in a frame that scrolls; the bare table when absent. */
  readonly table?: (table: Table) => string
}

export const imageHtml = (image: Image, alt: string, {imageUrl}: Setting): string =>
  imgHtml(image, imageUrl(image), alt)

/** `lang` and `dir` for a piece in another language than its surroundings. */
export const langAttributes = (language: string): string =>
  `lang="${escapeHtml(language)}" dir="${directionOf(language)}"`

/** The label says in words what the colour may say. */
export const warningHtml = (warning: Warning, setting: Setting): string => {
  const {classOf} = setting
  const label = phrases(setting.language).severity[warning.severity]
  const name = escapeHtml(`${label}: ${warning.title}`)
  return `<div role="note" aria-label="${name}"${setting.warningAttributes(warning)}>
<p${attribute('class', classOf?.('warning-title'))}><strong><span${attribute('class', classOf?.('warning-label'))}>${escapeHtml(label)}:</span> ${escapeHtml(warning.title)}</strong></p>
${semanticHtml(warning.body, setting)}</div>
`
}

/** Paragraphs that hold nothing, as editors leave them, leave no gap. */
const unlessEmpty = (tag: string, children: string | undefined): string =>
  children === undefined || children.trim() === '' ? '' : `<${tag}>${children}</${tag}>\n`

const quoted = (children: string | undefined): string => {
  const inside = unlessEmpty('p', children)
  return inside === '' ? '' : `<blockquote>\n${inside}</blockquote>\n`
}

const href = (link: Link | undefined, setting: Setting): string => {
  const target = link?.href ?? ''
  return escapeHtml(target.startsWith('/') ? setting.linkUrl(target) : target)
}

export const semanticComponents = (setting: Setting): BlockComponents => ({
  types: {
    citation: ({value}: {value: Citation}) => setting.citation(value),
    figure: ({value}: {value: Figure}) => figureHtml(value, setting.imageUrl(value.image)),
    table: ({value}: {value: Table}) => (setting.table ?? tableHtml)(value),
    helplineRef: ({value: {helpline}}: {value: HelplineRef}) =>
      `<p${attribute('class', setting.classOf?.('helpline'))}>${helplineHtml(helpline, setting.language, setting.classOf)}</p>\n`,
    warningRef: ({value}: {value: WarningRef}) => warningHtml(value.warning, setting),
  },
  block: {
    normal: ({children}) => unlessEmpty('p', children),
    h3: ({children}) => unlessEmpty('h3', children),
    h4: ({children}) => unlessEmpty('h4', children),
    blockquote: ({children}) => quoted(children),
  },
  list: {
    bullet: ({children}) => `<ul>\n${children ?? ''}</ul>\n`,
    number: ({children}) => `<ol>\n${children ?? ''}</ol>\n`,
  },
  listItem: {
    bullet: ({children}) => `<li>${children ?? ''}</li>\n`,
    number: ({children}) => `<li>${children ?? ''}</li>\n`,
  },
  marks: {
    strong: ({children}) => `<strong>${children}</strong>`,
    em: ({children}) => `<em>${children}</em>`,
    sub: ({children}) => `<sub>${children}</sub>`,
    sup: ({children}) => `<sup>${children}</sup>`,
    // to-html's own drops sms: links.
    link: ({children, value}: {children: string; value?: Link}) =>
      `<a href="${href(value, setting)}">${children}</a>`,
  },
})

/** Throws UnknownBlockError. */
export const semanticHtml = (nodes: readonly PortableNode[], setting: Setting): string =>
  blocksHtml(nodes, semanticComponents(setting))
