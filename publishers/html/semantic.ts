/**
 * Components for every block and mark of the model, as HTML that says what things are and nothing
 * about how they look. A channel decides where links lead and how a citation is printed; classes,
 * when it wants some, come by `classOf`.
 */
import type {
  Citation,
  Figure,
  HelplineRef,
  Image,
  Link,
  Table,
  WarningRef,
} from '../../content/model.ts'
import {type BlockComponents, blocksHtml} from './blocks.ts'
import {type CallOutOptions, helplineCallOut, warningHtml as warningBox} from './call-outs.ts'
import {escapeHtml} from './escape.ts'
import {figureHtml} from './figure.ts'
import {tableHtml} from './table.ts'

export interface SemanticOptions extends CallOutOptions {
  /** Where a link of the text leads from the place where the HTML will stand. */
  readonly href: (href: string) => string
  readonly imageUrl: (image: Image) => string
  /** Called once for each citation, in reading order. */
  readonly citation: (citation: Citation) => string
  /** A table as it is shown, e.g. in a frame that scrolls; bare when absent. */
  readonly table?: (table: Table) => string
}

/** Paragraphs that hold nothing, as editors leave them, leave no gap. */
const unlessEmpty = (tag: string, children: string | undefined): string =>
  children === undefined || children.trim() === '' ? '' : `<${tag}>${children}</${tag}>\n`

const quoted = (children: string | undefined): string => {
  const inside = unlessEmpty('p', children)
  return inside === '' ? '' : `<blockquote>\n${inside}</blockquote>\n`
}

/** For `blocksHtml`, which throws UnknownBlockError for anything else. */
export const semanticComponents = (options: SemanticOptions): BlockComponents => {
  const components: BlockComponents = {
    types: {
      citation: ({value}: {value: Citation}) => options.citation(value),
      figure: ({value}: {value: Figure}) => figureHtml(value, options.imageUrl(value.image)),
      table: ({value}: {value: Table}) => (options.table ?? tableHtml)(value),
      helplineRef: ({value}: {value: HelplineRef}) => helplineCallOut(value.helpline, options),
      warningRef: ({value: {warning}}: {value: WarningRef}) =>
        warningBox(warning, blocksHtml(warning.body, components), options),
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
        value === undefined
          ? children
          : `<a href="${escapeHtml(options.href(value.href))}">${children}</a>`,
    },
  }
  return components
}

/** `<sup>1,3-5</sup>`: numbers without links. */
export const plainCitation = (numbers: string): string => `<sup>${escapeHtml(numbers)}</sup>`
