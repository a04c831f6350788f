import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {parseRobots} from '../../audit/fetch/robots.ts'

const ask = (text: string, path: string): boolean =>
  parseRobots(text, 'Throwline-Audit').isAllowed(path)

const RULES = [
  ['nothing said', '', '/a', true],
  ['all forbidden', 'User-agent: *\nDisallow: /', '/a', false],
  ['an empty rule', 'User-agent: *\nDisallow:', '/a', true],
  ['the longest rule', 'User-agent: *\nAllow: /a/b\nDisallow: /a', '/a/b/c', true],
  ['a tie', 'User-agent: *\nDisallow: /a\nAllow: /a', '/a', true],
  ['a star', 'User-agent: *\nDisallow: /*.php', '/x/y.php?z', false],
  ['an end', 'User-agent: *\nDisallow: /*.php$', '/x/y.php?z', true],
  [
    'our own group',
    'User-agent: *\nDisallow: /\nUser-agent: THROWLINE-AUDIT\nAllow: /',
    '/a',
    true,
  ],
  [
    'two groups of ours',
    'User-agent: throwline-audit\nDisallow: /a\n\nUser-agent: throwline-audit\nDisallow: /b',
    '/a',
    false,
  ],
  ['agents in one group', 'User-agent: other\nUser-agent: *\nDisallow: /a', '/a', false],
  ['somebody else', 'User-agent: other\nDisallow: /', '/a', true],
  ['a comment', 'User-agent: * # all\nDisallow: /a # not this', '/a', false],
  ['an escape', 'User-agent: *\nDisallow: /%7ejoe', '/~joe', false],
  ['a letter that is escaped', 'User-agent: *\nDisallow: /ä', '/%C3%A4', false],
  ['a slash that is escaped', 'User-agent: *\nDisallow: /a%2Fb', '/a/b', true],
  ['a mark before it', '\u{feff}User-agent: *\r\nDisallow: /', '/a', false],
  ['rules before any agent', 'Disallow: /\nUser-agent: *\nAllow: /a', '/b', true],
] as const

describe('robots.txt (RFC 9309)', () => {
  it.each(RULES)('%s', (_name, text, path, isAllowed) => {
    expect(ask(text, path)).toBe(isAllowed)
  })

  it('may ask for a pause', () => {
    expect(parseRobots('User-agent: *\nCrawl-delay: 2.5', 'x').delay).toBe(2.5)
    expect(parseRobots('User-agent: *\nCrawl-delay: soon', 'x').delay).toBe(undefined)
  })

  it('is read whatever it holds, and one rule for all of a site holds for every path', () => {
    fc.assert(
      fc.property(fc.string({unit: 'binary'}), fc.webPath(), (text, path) => {
        expect(typeof ask(text, path)).toBe('boolean')
        expect(ask('User-agent: *\nDisallow: *', path)).toBe(false)
      }),
    )
  })

  it('does not hang on stars', () => {
    const rule = `${'/*a'.repeat(60)}b`
    expect(ask(`User-agent: *\nDisallow: ${rule}`, `/${'a/'.repeat(2000)}`)).toBe(true)
  })
})
