/** HTML whose tags match, of elements in any order, so that only what may hold what is in question. */
import {chances} from './mutations.ts'

/** Those that the strict reading knows, */
const KNOWN =
  'p p p div div section article aside main nav header footer h1 h2 h3 h6 ul ul ol dl dl li dt dd blockquote figure figcaption table table tr td a a b b em em strong i s u small code span abbr bdi cite mark q sub sup time'.split(
    ' ',
  )
/** and some that it must leave alone. */
const FOREIGN =
  'pre form button label fieldset legend select option textarea colgroup address details summary center font nobr ruby rt svg math template noscript title style script body html head image plaintext'.split(
    ' ',
  )
const VOIDS = ['br', 'br', 'img', 'img', 'hr', 'input']
const WORDS = [
  '',
  '',
  ' ',
  '\n',
  'word',
  ' two words ',
  '&amp;',
  '&#39;x',
  '&nbsp;',
  '\u00a0',
  '\f',
  '\t',
]
const COMMENTS = ['<!-- x -->', '<!---->', '<!--a-b-->', '<!--<!- -->', '<!--->', '<!--x--!>']
const ATTRIBUTES = [
  '',
  '',
  '',
  ' class="x"',
  ' id="a&amp;b"',
  ' title="<p>"',
  ' lang="en" dir="ltr"',
]

/** What stands in these by right, or the strict reading would never come to it. */
const FITTING: Readonly<Record<string, readonly string[]>> = {
  ul: ['li'],
  ol: ['li'],
  dl: ['dt', 'dd', 'div'],
  table: ['tbody', 'thead', 'tfoot', 'caption', 'tr'],
  tbody: ['tr'],
  thead: ['tr'],
  tfoot: ['tr'],
  tr: ['td', 'th'],
}

type Chance = (below: number) => number

const oneOf = (list: readonly string[], chance: Chance): string => list[chance(list.length)] ?? ''

const element = (parent: string, depth: number, chance: Chance): string => {
  if (chance(12) === 0) return `<${oneOf(VOIDS, chance)}${oneOf(ATTRIBUTES, chance)}>`
  if (chance(60) === 0) return oneOf(COMMENTS, chance)
  const fitting = FITTING[parent]
  const any = oneOf(chance(40) === 0 ? FOREIGN : KNOWN, chance)
  const name = fitting !== undefined && chance(20) > 0 ? oneOf(fitting, chance) : any
  const children = depth === 0 ? '' : content(name, depth - 1, chance)
  return `<${name}${oneOf(ATTRIBUTES, chance)}>${children}</${name}>`
}

const content = (parent: string, depth: number, chance: Chance): string => {
  const isRow = FITTING[parent] !== undefined
  const words = (): string => oneOf(isRow && chance(20) > 0 ? ['', '\n'] : WORDS, chance)
  return (
    Array.from({length: chance(3)}, () => words() + element(parent, depth, chance)).join('') +
    words()
  )
}

/** The same for the same seed; a whole document, or a fragment. */
export const tree = (seed: number, {doctype}: {readonly doctype: boolean}): string => {
  const chance = chances(seed)
  const body = element('body', 4, chance) + content('body', 3, chance)
  return doctype
    ? `<!doctype html>\n<html lang="en">\n<head><title>x &amp; y</title></head>\n<body>${body}</body>\n</html>\n`
    : body
}
