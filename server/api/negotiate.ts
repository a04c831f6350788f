/** Accept and Accept-Encoding (RFC 9110, sections 12.5.1 and 12.5.3). */
import {ENCODINGS, type Encoding} from './prepared.ts'

interface Choice {
  readonly name: string
  /** 0 to 1. */
  readonly weight: number
}

/** Longer than any honest header: what is behind it is not read. */
const LONGEST = 2000

const choicesOf = (header: string): readonly Choice[] =>
  header
    .slice(0, LONGEST)
    .split(',')
    .map((part) => {
      const [name = '', ...parameters] = part.split(';').map((each) => each.trim().toLowerCase())
      const quality = parameters.find((each) => each.startsWith('q='))?.slice(2)
      const weight = quality === undefined ? 1 : Number(quality)
      return {name, weight: weight >= 0 && weight <= 1 ? weight : 0}
    })
    .filter(({name}) => name !== '')

export const MEDIA = ['application/json', 'text/html', 'text/plain', 'text/markdown'] as const
export type Media = (typeof MEDIA)[number]

/** The most exact row that is for `media` counts; nothing said is 0. */
const weightOf = (choices: readonly Choice[], media: string): number => {
  const [type = ''] = media.split('/')
  for (const name of [media, `${type}/*`, '*/*']) {
    const found = choices.find((choice) => choice.name === name)
    if (found !== undefined) return found.weight
  }
  return 0
}

/** JSON where nothing is asked for or several are equal; `undefined` when none is acceptable. */
export const chooseMedia = (
  header: string | undefined,
  offered: readonly Media[] = MEDIA,
): Media | undefined => {
  if (header === undefined || header.trim() === '') return offered[0]
  const choices = choicesOf(header)
  let best: Media | undefined
  let weight = 0
  for (const media of offered) {
    const own = weightOf(choices, media)
    if (own > weight) [best, weight] = [media, own]
  }
  return best
}

/** The smallest that the other side reads; equal weights are ordered as ENCODINGS. */
const chosen = (header: string): Encoding => {
  const choices = choicesOf(header)
  const weight = (name: string): number | undefined =>
    choices.find((choice) => choice.name === name)?.weight
  const others = weight('*')
  const weights = {
    br: weight('br') ?? others ?? 0,
    gzip: weight('gzip') ?? weight('x-gzip') ?? others ?? 0,
    // acceptable unless it is said not to be, and then still better than nothing
    identity: weight('identity') ?? 0.0001,
  }
  let best: Encoding = 'identity'
  for (const encoding of ENCODINGS.toReversed()) {
    if (weights[encoding] > 0 && weights[encoding] >= weights[best]) best = encoding
  }
  return best
}

/** What programs send again and again. */
const KNOWN = new Map<string, Encoding>()
const KNOWN_MOST = 200

export const chooseEncoding = (header: string | undefined): Encoding => {
  if (header === undefined) return 'identity'
  const known = KNOWN.get(header)
  if (known !== undefined) return known
  const encoding = chosen(header)
  if (KNOWN.size >= KNOWN_MOST) KNOWN.clear()
  KNOWN.set(header, encoding)
  return encoding
}
