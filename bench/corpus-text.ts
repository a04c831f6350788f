/** The words of the generated dataset: sections of about 200 words, with everything an editor can set. */

type Json = Readonly<Record<string, unknown>>

const WORDS =
  'sleep rest light walk talk doctor day night help plan small step breath calm friend water food work home time mind body don’t you’re rest&sleep'.split(
    ' ',
  )
/** For what also goes out as a text message. */
const PLAIN_WORDS = WORDS.slice(0, 22)

/** Deterministic, so that two runs read the same bytes. From 0, less than 1. */
export type Random = () => number

export const random = (seed: number): Random => {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

const running = (next: Random, words: number, from = WORDS): string =>
  Array.from({length: words}, () => from[Math.floor(next() * from.length)]).join(' ')

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`

const sentence = (next: Random, words: number): string => `${capital(running(next, words))}.`

/** Without a full stop, in letters of the GSM alphabet. */
export const headline = (next: Random, words: number): string =>
  capital(running(next, words, PLAIN_WORDS))

export const plainSentence = (next: Random, words: number): string => `${headline(next, words)}.`

/** As long as the keys that the Studio makes. */
const key = (next: Random): string =>
  Math.floor(next() * 2 ** 32)
    .toString(16)
    .padStart(12, 'a')

export const reference = (id: string): Json => ({_type: 'reference', _ref: id})

export const keyed = (id: string, index: number): Json => ({
  ...reference(id),
  _key: index.toString(16).padStart(12, 'b'),
})

const span = (next: Random, text: string, marks: readonly string[] = []): Json => ({
  _key: key(next),
  _type: 'span',
  marks,
  text,
})

const citation = (next: Random, sources: readonly string[]): Json => ({
  _key: key(next),
  _type: 'citation',
  sources: sources.map(keyed),
})

const block = (
  next: Random,
  children: readonly Json[],
  more: {readonly [name: string]: unknown} = {},
): Json => ({
  _key: key(next),
  _type: 'block',
  style: 'normal',
  ...more,
  children,
  markDefs: more['markDefs'] ?? [],
})

/** Sentences with words marked, the second mark within the first, and a citation. */
const marked = (next: Random, sources: readonly string[]): Json =>
  block(next, [
    span(next, sentence(next, 20)),
    span(next, ` ${running(next, 3)} `, ['strong']),
    span(next, running(next, 2), ['strong', 'em']),
    span(next, ` ${running(next, 18)}.`),
    citation(next, sources),
    span(next, ''),
  ])

const linking = (next: Random, article: string): Json => {
  const inner = key(next)
  const outer = key(next)
  return block(
    next,
    [
      span(next, `${capital(running(next, 8))} `),
      span(next, running(next, 3), [inner]),
      span(next, ` ${running(next, 9)} `),
      span(next, running(next, 2), ['em', outer]),
      span(next, ` ${running(next, 6)}.`),
    ],
    {
      markDefs: [
        {_key: inner, _type: 'link', href: `/${article}/`},
        {_key: outer, _type: 'link', href: 'https://www.health.example/a?b=1&c=2'},
      ],
    },
  )
}

/** Two lists of one article: `1 1 2 2 1` by level. */
const LEVELS = [1, 1, 2, 2, 1] as const

const list = (next: Random, listItem: 'bullet' | 'number'): readonly Json[] =>
  LEVELS.map((level) =>
    block(
      next,
      [
        span(next, capital(running(next, 2)), ['strong']),
        span(next, ` ${running(next, 5)} `),
        span(next, running(next, 2), ['em']),
        span(next, ` ${running(next, 2)}${listItem === 'number' ? '.' : ''}`),
      ],
      {listItem, level},
    ),
  )

export interface SectionPlan {
  readonly next: Random
  /** From 0. */
  readonly index: number
  /** At least two. */
  readonly sources: readonly string[]
  /** `_id`s of what is shown within the text. */
  readonly warning?: string
  readonly helpline?: string
  /** The slug of another article. */
  readonly linked: string
}

/** Ten or eleven blocks: every list, mark, link and citation that a reader meets. */
export const sectionBody = (plan: SectionPlan): readonly Json[] => {
  const {next, index, sources, warning, helpline, linked} = plan
  const [first = '', second = ''] = sources
  return [
    marked(next, [first]),
    block(next, [span(next, headline(next, 3))], {style: index % 2 === 0 ? 'h3' : 'h4'}),
    linking(next, linked),
    ...list(next, index % 3 === 2 ? 'number' : 'bullet'),
    ...(warning === undefined
      ? []
      : [{_key: key(next), _type: 'warningRef', warning: reference(warning)}]),
    ...(helpline === undefined
      ? []
      : [{_key: key(next), _type: 'helplineRef', helpline: reference(helpline)}]),
    block(
      next,
      [
        span(next, `${capital(running(next, 14))} `),
        span(next, running(next, 2), ['strong']),
        span(next, ` ${running(next, 6)}.`),
      ],
      {style: index === 4 ? 'blockquote' : 'normal'},
    ),
    block(next, [
      span(next, `${sentence(next, 16)} ${capital(running(next, 6))} `),
      span(next, running(next, 2), ['em']),
      span(next, ` ${running(next, 10)}.`),
      citation(next, [first, second]),
      span(next, ` ${sentence(next, 15)}`),
    ]),
  ]
}

export const openingBody = (next: Random, sources: readonly string[]): readonly Json[] => [
  marked(next, sources),
  block(next, [span(next, sentence(next, 18))]),
]
