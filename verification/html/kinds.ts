/** Three kinds of HTML that carry the notice: a page, a mail, or a fragment on somebody else's page. */

/** What the three differ in. */
export interface Kind {
  /** Only a page brings its doctype and its style sheet to all readers. */
  readonly doctype: boolean
  readonly sheets: boolean
  /** A page may tell the frame around it how high it is (height-script.ts). */
  readonly scripts: boolean
  /** What may stand before the notice: a page's masthead and title. */
  readonly words: number
  readonly elements: readonly string[]
}

export const PAGE: Kind = {
  doctype: true,
  sheets: true,
  scripts: true,
  words: 400,
  elements: ['a', 'div', 'h1', 'header', 'img', 'span'],
}
export const MAIL: Kind = {doctype: true, sheets: false, scripts: false, words: 0, elements: []}
export const FRAGMENT: Kind = {
  doctype: false,
  sheets: false,
  scripts: false,
  words: 0,
  elements: [],
}
