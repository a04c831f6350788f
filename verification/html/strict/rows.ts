/**
 * Where an element may stand so that every parser reads it alike: where none of the repairs of the
 * HTML standard (section 13.2.6, tree construction) has anything to do. Stricter than the standard's
 * own content models; what is not here is for the full parser.
 */

export interface Row {
  /** Holds nothing and has no end tag. */
  readonly isVoid: boolean
  /** Bits of GROUPS that it opens. */
  readonly opens: number
  /** Bits of GROUPS that must not be open around it, at any depth. */
  readonly refuses: number
  /** It stands in one of these and nowhere else. */
  readonly parents: ReadonlySet<string> | undefined
  /** It holds only what names it among its `parents`, and white space: all else would be moved out. */
  readonly isFrame: boolean
}

/** Those that some start tag would close. Formatting elements are opened again after a wrong end. */
const GROUPS = [
  'p',
  'heading',
  'term',
  'a',
  'b',
  'code',
  'em',
  'i',
  's',
  'small',
  'strong',
  'u',
] as const

const bit = (group: (typeof GROUPS)[number]): number => 1 << GROUPS.indexOf(group)

const P = bit('p')
const HEADING = bit('heading')
/** `dd` and `dt` close one another, through any `div` between them. */
const TERM = bit('term')

const row = (changes: Partial<Row> = {}): Row =>
  Object.freeze({
    isVoid: false,
    opens: 0,
    refuses: 0,
    parents: undefined,
    isFrame: false,
    ...changes,
  })

const rows = (names: readonly string[], each: Row): readonly (readonly [string, Row])[] =>
  names.map((name) => [name, each])

const inside = (...parents: readonly string[]): ReadonlySet<string> => new Set(parents)

const BLOCKS = [
  'article',
  'aside',
  'blockquote',
  'div',
  'dl',
  'figcaption',
  'figure',
  'footer',
  'header',
  'main',
  'nav',
  'ol',
  'section',
  'ul',
]
const HEADINGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6']
/** They never close anything, and their end tags end them alone. */
const WORDS = ['abbr', 'bdi', 'cite', 'mark', 'q', 'span', 'sub', 'sup', 'time']
const FORMATTING = ['a', 'b', 'code', 'em', 'i', 's', 'small', 'strong', 'u'] as const
const PARTS = ['tbody', 'tfoot', 'thead']

/** By name: what a body may hold. */
export const BODY_ROWS: ReadonlyMap<string, Row> = new Map([
  ...rows(BLOCKS, row({refuses: P})),
  ...rows(HEADINGS, row({opens: HEADING, refuses: P | HEADING})),
  ...rows(WORDS, row()),
  ...FORMATTING.map((name) => [name, row({opens: bit(name), refuses: bit(name)})] as const),
  ...rows(['br', 'img'], row({isVoid: true})),
  ['hr', row({isVoid: true, refuses: P})],
  ['p', row({opens: P, refuses: P})],
  ['li', row({refuses: P, parents: inside('ol', 'ul')})],
  ...rows(['dd', 'dt'], row({opens: TERM, refuses: P | TERM, parents: inside('div', 'dl')})),
  ['table', row({refuses: P, isFrame: true})],
  ['caption', row({parents: inside('table')})],
  ...rows(PARTS, row({parents: inside('table'), isFrame: true})),
  ['tr', row({parents: inside(...PARTS), isFrame: true})],
  ...rows(['td', 'th'], row({parents: inside('tr')})),
])

/** By name: what a head may hold. */
export const HEAD_VOIDS: ReadonlySet<string> = new Set(['link', 'meta'])

/** Their words are no markup; here they may hold no `<` either. Only of a title are references read. */
export const HEAD_TEXTS: ReadonlySet<string> = new Set(['script', 'style', 'title'])
