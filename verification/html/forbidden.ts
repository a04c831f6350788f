/** What the gate cannot read to the end: then it cannot vouch for the page. */
import {attribute, type Element, isText} from './dom.ts'
import {HEIGHT_SCRIPT} from './height-script.ts'
import type {Test} from './values.ts'

/** An allow-list: everything that an article, a list or a form is made of, and the head's own. */
const ELEMENTS: ReadonlySet<string> = new Set(
  `html head body title meta link style script
  header nav main footer article aside section div h1 h2 h3 h4 h5 h6
  p blockquote ul ol li dl dt dd figure figcaption img hr br
  table caption thead tbody tfoot tr th td
  a abbr b bdi cite code em i mark q s small span strong sub sup time u
  form fieldset legend label input button`.split(/\s+/),
)

/** Hold words, which no browser follows: a title may well begin with `Data:`. */
const WORDS: ReadonlySet<string> = new Set(['alt', 'aria-label', 'content', 'title'])

const isScriptAddress: Test = (value) =>
  // Stryker disable next-line ConditionalExpression: few values begin with one of the letters; saves time
  /^[\0-\x20]*[djv]/i.test(value) &&
  /^(?:javascript|data|vbscript):/i.test(value.replace(/[\0-\x20]/g, ''))

/** `rel` of what a `<link>` may name without fetching it into the page; an icon is shown outside of it. */
const RELATIONS: ReadonlySet<string | undefined> = new Set(['alternate', 'canonical', 'icon'])

/** Any other would shrink the page or make it wider than the screen. */
const VIEWPORT = 'width=device-width, initial-scale=1'

const metaReason = (element: Element): string | undefined => {
  const pragma = attribute(element, 'http-equiv')
  if (pragma !== undefined && pragma !== 'Content-Security-Policy') {
    return `<meta http-equiv="${pragma}"> changes it`
  }
  const isViewport = attribute(element, 'name')?.toLowerCase() === 'viewport'
  return isViewport && attribute(element, 'content') !== VIEWPORT
    ? '<meta name="viewport"> changes it'
    : undefined
}

const textOf = ({children}: Element): string =>
  children.map((child) => (isText(child) ? child.data : '')).join('')

export interface Scripts {
  readonly scripts: boolean
}

/** To the letter, and without a `src` that would run in its place. */
const isHeightScript = (element: Element): boolean =>
  Object.keys(element.attribs).length === 0 && textOf(element) === HEIGHT_SCRIPT

/** Data, or the one script whose every letter is known, where the kind of HTML may have it. */
const scriptReason = (element: Element, {scripts}: Scripts): string | undefined =>
  attribute(element, 'type') === 'application/ld+json' || (scripts && isHeightScript(element))
    ? undefined
    : 'a script runs in it'

const BY_KIND: ReadonlyMap<string, (element: Element, kind: Scripts) => string | undefined> =
  new Map([
    ['script', scriptReason],
    [
      'link',
      (element) =>
        RELATIONS.has(attribute(element, 'rel'))
          ? undefined
          : 'a <link> brings something from outside into it',
    ],
    ['meta', metaReason],
  ])

/** By itself, wherever it stands. */
export const elementReason = (element: Element, kind: Scripts): string | undefined => {
  const {name, attribs} = element
  if (!ELEMENTS.has(name)) return `nobody knows what <${name}> does to it`
  for (const key in attribs) {
    if (key.startsWith('on') || (!WORDS.has(key) && isScriptAddress(attribs[key] ?? ''))) {
      return `a script runs on <${name} ${key}>`
    }
  }
  if (attribute(element, 'popover') !== undefined) return `<${name} popover> can cover it`
  return BY_KIND.get(name)?.(element, kind)
}

/** Conditional comments are markup to some mail clients; these hold table scaffolding alone. */
const SCAFFOLD =
  /^<!--\[if mso\]>(?:<\/?(?:table|tr|td)(?: (?:role="presentation"|width="\d{3}"|(?:cellpadding|cellspacing|border)="0"))*>)+<!\[endif\]-->$/

/** `comment` with its marks at both ends. */
export const isMarkup = (comment: string): boolean =>
  comment.includes('[') && !SCAFFOLD.test(comment)

/** `undefined` when the page is of a kind the gate can read to the end. */
export const forbiddenReason = (
  html: string,
  elements: readonly Element[],
  kind: Scripts,
): string | undefined => {
  for (const element of elements) {
    const reason = elementReason(element, kind)
    if (reason !== undefined) return reason
  }
  const isHiddenMarkup = html.match(/<!--.*?-->/gs)?.some(isMarkup) === true
  return isHiddenMarkup ? 'a comment is markup to some clients' : undefined
}
