/**
 * Components for every block and mark of the model, as HTML that says what things are and nothing
 * about how they look. What a channel prints in its own way is left to `print`.
 */
import type {Citation, Figure, HelplineRef, Link, Table, WarningRef} from '../../content/model.ts'
import type {BlockComponents} from './blocks.ts'
import type {Slot} from './slots.ts'

/** Paragraphs that hold nothing, as editors leave them, leave no gap. */
const unlessEmpty = (tag: string, children: string | undefined): string =>
  children === undefined || children.trim() === '' ? '' : `<${tag}>${children}</${tag}>\n`

const quoted = (children: string | undefined): string => {
  const inside = unlessEmpty('p', children)
  return inside === '' ? '' : `<blockquote>\n${inside}</blockquote>\n`
}

/** For `blocksHtml`, which throws UnknownBlockError for anything else. */
export const componentsWith = (print: (slot: Slot) => string): BlockComponents => ({
  types: {
    citation: ({value}: {value: Citation}) => print(value),
    figure: ({value}: {value: Figure}) => print(value),
    table: ({value}: {value: Table}) => print(value),
    helplineRef: ({value}: {value: HelplineRef}) => print(value),
    warningRef: ({value}: {value: WarningRef}) => print(value),
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
      value === undefined ? children : `<a href="${print(value)}">${children}</a>`,
  },
})
