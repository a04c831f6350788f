/**
 * robots.txt (RFC 9309): whether a path may be read. The longest rule that matches decides, `allow`
 * on a tie (section 2.2.2); the groups of our own name, and only without one those of `*` (2.2.1).
 */

export interface Robots {
  /** `path` with its query, as in a request line. */
  isAllowed(path: string): boolean
  /** Seconds between requests, where the file asks for some; no part of the RFC, but common. */
  readonly delay: number | undefined
}

interface Rule {
  readonly allow: boolean
  readonly pattern: string
}

interface Group {
  readonly agents: string[]
  readonly rules: Rule[]
  delay: number | undefined
}

/** Section 2.5: at least 500 KiB are read. */
export const ROBOTS_BYTES = 512_000

const LINE = /^\s*([a-z-]+)\s*:\s*(.*?)\s*$/i

const fieldsOf = (text: string): readonly (readonly [name: string, value: string])[] =>
  text
    .replace(/^\u{feff}/u, '')
    .split(/\r\n|\r|\n/)
    .flatMap((line) => {
      const [, name, value] = LINE.exec(line.replace(/#.*/, '')) ?? []
      return name === undefined || value === undefined ? [] : [[name.toLowerCase(), value] as const]
    })

/** Lines of agents that follow each other begin one group. */
const groupsOf = (text: string): readonly Group[] => {
  const groups: Group[] = []
  let isNaming = false
  for (const [name, value] of fieldsOf(text)) {
    const group = groups.at(-1)
    if (name === 'user-agent') {
      if (isNaming && group !== undefined) group.agents.push(value.toLowerCase())
      else groups.push({agents: [value.toLowerCase()], rules: [], delay: undefined})
      isNaming = true
    } else if (group !== undefined && (name === 'allow' || name === 'disallow')) {
      isNaming = false
      // an empty rule says nothing
      if (value !== '') group.rules.push({allow: name === 'allow', pattern: value})
    } else if (group !== undefined && name === 'crawl-delay') {
      isNaming = false
      const seconds = Number(value)
      if (seconds >= 0) group.delay = seconds
    }
  }
  return groups
}

/** One octet one way: `/%7Ejoe` is `/~joe`, `/ä` is `/%C3%A4`; `%2F` stays what it is. */
const normalised = (path: string): string =>
  path
    .replace(/[^\u{21}-\u{7e}]/gu, (character) =>
      character.isWellFormed() ? encodeURIComponent(character) : '',
    )
    .replace(/%([\da-f]{2})/gi, (escape, hex: string) => {
      const character = String.fromCodePoint(Number.parseInt(hex, 16))
      return /[\w.~-]/.test(character) ? character : escape.toUpperCase()
    })

/** `*` is any run, `$` at the end is the end. Two pointers, since a regular expression can be made to hang. */
const matches = (pattern: string, path: string): boolean => {
  const isAnchored = pattern.endsWith('$')
  const wanted = isAnchored ? pattern.slice(0, -1) : `${pattern}*`
  let [at, star, back] = [0, -1, 0]
  for (let index = 0; index < path.length;) {
    if (wanted[at] === '*') {
      star = at++
      back = index
    } else if (wanted[at] === path[index]) {
      at++
      index++
    } else if (star === -1) {
      return false
    } else {
      at = star + 1
      index = ++back
    }
  }
  while (wanted[at] === '*') at++
  return at === wanted.length
}

/** What holds for a crawler whose product token is `agent`. Never throws: what cannot be read says nothing. */
export const parseRobots = (text: string, agent: string): Robots => {
  const groups = groupsOf(text)
  const named = groups.filter(({agents}) => agents.includes(agent.toLowerCase()))
  const chosen = named.length > 0 ? named : groups.filter(({agents}) => agents.includes('*'))
  const rules = chosen
    .flatMap((group) => group.rules)
    .map(({allow, pattern}) => ({allow, pattern: normalised(pattern)}))
  return Object.freeze({
    isAllowed: (path: string) => {
      const asked = normalised(path)
      const found = rules.filter(({pattern}) => matches(pattern, asked))
      const longest = Math.max(0, ...found.map(({pattern}) => pattern.length))
      const deciding = found.filter(({pattern}) => pattern.length === longest)
      return deciding.length === 0 || deciding.some(({allow}) => allow)
    },
    delay: chosen.find(({delay}) => delay !== undefined)?.delay,
  })
}

/** No robots.txt (section 2.3.1.3). */
export const ALL_ALLOWED: Robots = Object.freeze({isAllowed: () => true, delay: undefined})
