/** Portable Text as mail HTML: inline styles, no classes. Throws UnknownBlockError. */
import type {PortableTextComponents} from '@portabletext/to-html'
import {formatNumbers} from '../../content/citations.ts'
import type {
  Citation,
  Figure,
  HelplineRef,
  Link,
  PortableNode,
  Site,
  Table,
  Warning,
  WarningRef,
} from '../../content/model.ts'
import {blocksHtml} from '../html/blocks.ts'
import {escapeHtml} from '../html/escape.ts'
import {perFrozen} from '../../content/per-frozen.ts'
import {phrases} from '../phrases.ts'
import {figureHtml, helplineBox, warningBox} from './call-outs.ts'
import {tableHtml} from './data-table.ts'
import {headingHtml, linkHtml} from './heading.ts'
import {absolute} from './links.ts'
import {COLOR, css, type Sides} from './style.ts'

interface BlockHtml {
  /** What `blocks` renders with. */
  readonly components: PortableTextComponents
  readonly blocks: (nodes: readonly PortableNode[]) => string
  readonly warning: (warning: Warning) => string
}

const PARAGRAPH = 'margin:0 0 16px'

const listStyle = ({start}: Sides, margin: string): string =>
  css({margin, padding: '0', [`padding-${start}`]: '26px'})

const outerList = perFrozen((sides: Sides) => listStyle(sides, '0 0 16px'))
/** A list within a list stands close to its item. */
const listWithin = perFrozen((sides: Sides) => listStyle(sides, '6px 0 0'))

/** Half as high as the line, so that a raised or lowered word does not push the lines apart. */
const SCRIPT = 'font-size:75%;line-height:0'

/** A citation is no link: few mail programs follow a link within a mail. */
const CITATION = css({'font-size': '75%', 'line-height': '0', color: COLOR.quiet})

const quoteStyle = perFrozen(({start, end}: Sides) =>
  css({
    margin: '8px 0 24px',
    padding: '4px 0',
    [`padding-${start}`]: '18px',
    [`padding-${end}`]: '0',
    [`border-${start}`]: `4px solid ${COLOR.line}`,
    color: COLOR.quiet,
  }),
)

interface BlockHtmlOptions {
  readonly site: Site
  readonly language: string
  /** Of the words around a helpline's numbers. */
  readonly noticeLanguage: string
  /** As `citationNumbers(article)` gives. */
  readonly numbers: (sourceIds: readonly string[]) => readonly number[]
  readonly sides: Sides
}

/** How the blocks of one document look. */
export const blockHtml = ({
  site,
  language,
  noticeLanguage,
  numbers,
  sides,
}: BlockHtmlOptions): BlockHtml => {
  const words = phrases(language)
  const list = outerList(sides)
  const innerList = listWithin(sides)
  const quote = quoteStyle(sides)
  const citation = ({sources}: Citation): string =>
    `<sup style="${CITATION}">${formatNumbers(numbers(sources))}</sup>`
  const warning = ({title, severity, body}: Warning): string =>
    warningBox({label: words.severity[severity], title, severity, body: blocks(body)}, sides)
  const components: PortableTextComponents = {
    types: {
      citation: ({value}: {value: Citation}) => citation(value),
      figure: ({value}: {value: Figure}) => figureHtml(value, site),
      table: ({value}: {value: Table}) => tableHtml(value, sides),
      warningRef: ({value}: {value: WarningRef}) => warning(value.warning),
      helplineRef: ({value}: {value: HelplineRef}) => helplineBox(value.helpline, noticeLanguage),
    },
    block: {
      normal: ({children = ''}) => `<p style="${PARAGRAPH}">${children}</p>\n`,
      h3: ({children = ''}) => headingHtml(3, children),
      h4: ({children = ''}) => headingHtml(4, children),
      blockquote: ({children = ''}) => `<blockquote style="${quote}">${children}</blockquote>\n`,
    },
    list: {
      bullet: ({children = '', value}) =>
        `<ul style="${value.level > 1 ? innerList : list}">\n${children}</ul>\n`,
      number: ({children = '', value}) =>
        `<ol style="${value.level > 1 ? innerList : list}">\n${children}</ol>\n`,
    },
    listItem: {
      bullet: ({children = ''}) => `<li style="margin:0 0 6px">${children}</li>\n`,
      number: ({children = ''}) => `<li style="margin:0 0 6px">${children}</li>\n`,
    },
    marks: {
      strong: ({children}) => `<strong>${children}</strong>`,
      em: ({children}) => `<em>${children}</em>`,
      sub: ({children}) => `<sub style="${SCRIPT}">${children}</sub>`,
      sup: ({children}) => `<sup style="${SCRIPT}">${children}</sup>`,
      link: ({children, value}: {children: string; value?: Link}) =>
        value === undefined ? children : linkHtml(absolute(value.href, site), children),
    },
    hardBreak: () => '<br>\n',
    escapeHTML: escapeHtml,
  }
  const blocks = (nodes: readonly PortableNode[]): string => blocksHtml(nodes, components)
  return {components, blocks, warning}
}
