import fc from 'fast-check'
import type {Nodes} from 'mdast'
import {fromMarkdown} from 'mdast-util-from-markdown'
import {gfmFromMarkdown} from 'mdast-util-gfm'
import {gfm} from 'micromark-extension-gfm'
import {describe, expect, it} from 'vitest'
import type {Span, TextBlock} from '../../../content/model.ts'
import {articleMarkdown} from '../../../publishers/markdown/article-markdown.ts'
import {blocksMarkdown, type MarkdownOptions} from '../../../publishers/markdown/blocks.ts'
import {createGate} from '../../../verification/gate.ts'
import * as make from '../../support/model.ts'
import {book, ORIGIN, publications} from '../publications.ts'

const options: MarkdownOptions = {
  language: 'en',
  noticeLanguage: 'en',
  numbers: (ids) => ids.map((_, index) => index + 1),
  origin: ORIGIN,
  imageUrl: (url) => new URL(url, `${ORIGIN}/`).href,
}

const span = (text: string, marks: readonly string[] = []): Span => ({
  _type: 'span',
  _key: 'k',
  text,
  marks,
})

const block = (children: readonly Span[], over: Partial<TextBlock> = {}): TextBlock =>
  make.block('', {children, ...over})

const READERS = [
  ['CommonMark', (text: string) => fromMarkdown(text)],
  [
    "GitHub's",
    (text: string) =>
      fromMarkdown(text, {extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()]}),
  ],
] as const

/** What is shown as text; raw HTML is not. */
const wordsOf = (node: Nodes): string => {
  if (node.type === 'text' || node.type === 'code' || node.type === 'inlineCode') return node.value
  return 'children' in node ? node.children.map(wordsOf).join('') : ''
}

const collapsed = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** Controls and white space that is none to Markdown. */
const STRANGE = /(?![\n\t])\p{Cc}|[\p{Zl}\p{Zp}\p{Cf}]|(?! )\p{Zs}/gu

/** Words as hostile to Markdown as can be. */
const words = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...'\\`*_{}[]<>()#+-.!|~&:=$^@"\'/;1 \n\t'.split(''),
        '<!--',
        '-->',
        '```',
        '~~~',
        '](',
        '[x]: y',
        '[^1]:',
        '&amp;',
        '&#35;',
        '    ',
        '1.',
        '---',
        '| a |',
        'http://',
        'www.a.example',
        'a@b.example',
        'mailto:',
        'xmpp:a@b.example/c',
      ),
      fc.string({unit: 'grapheme', maxLength: 4}),
    ),
    {maxLength: 12},
  )
  // what content/clean.ts lets through
  .map((parts) => parts.join('').replace(STRANGE, ''))

describe('Markdown of running text', () => {
  it.each(READERS)('reads as the same words by %s reading, whatever they are', (_name, read) => {
    fc.assert(
      fc.property(words, fc.constantFrom('normal', 'h3', 'h4', 'blockquote'), (text, style) => {
        const markdown = blocksMarkdown([block([span(text)], {style})], options)
        const shown = wordsOf(read(markdown))
        expect(collapsed(shown).replaceAll(' ', '')).toBe(collapsed(text).replaceAll(' ', ''))
      }),
      {numRuns: 300},
    )
  })

  it.each(READERS)(
    'keeps them when they are bold, linked or in lists, by %s reading',
    (_n, read) => {
      const marks = fc.subarray(['strong', 'em', 'web'])
      fc.assert(
        fc.property(
          fc.array(fc.tuple(words, marks), {maxLength: 5}),
          fc.constantFrom('bullet', 'number', undefined),
          fc.integer({min: 1, max: 5}),
          (spans, listItem, level) => {
            const made = block(
              spans.map(([text, own]) => span(text, own)),
              {
                markDefs: [{_type: 'link', _key: 'web', href: 'https://x.example/a_(b)?c=1&d=<e>'}],
                ...(listItem !== undefined && {listItem, level}),
              },
            )
            const tree = read(blocksMarkdown([made, make.block('The end.')], options))
            const found = collapsed(wordsOf(tree)).replaceAll(' ', '')
            for (const [text] of spans) expect(found).toContain(collapsed(text).replaceAll(' ', ''))
            expect(found.endsWith('Theend.')).toBe(true)
            expect(JSON.stringify(tree)).not.toContain('"type":"html"')
            expect(JSON.stringify(tree)).not.toContain('"type":"code"')
          },
        ),
        {numRuns: 300},
      )
    },
  )
})

describe('Markdown of articles', () => {
  const gate = createGate(book, {origin: ORIGIN})

  it.each(Object.entries(publications))('%s passes the gate', async (_name, publication) => {
    const {article, audience} = publication
    const artefact = {path: 'x.md', format: 'markdown', text: articleMarkdown(publication)} as const
    await expect(gate.inspect(artefact, {audience, topics: article.topics})).resolves.toBe(
      undefined,
    )
  })

  it('has a form for every block and mark', () => {
    const publication = publications['an article with everything']
    if (publication === undefined) throw new Error('There is no such publication')
    expect(articleMarkdown(publication)).toMatchSnapshot()
  })

  it('throws for a block or mark it does not know', () => {
    const strange = [
      make.block('x', {style: JSON.parse('"h1"')}),
      block([span('x', ['underline'])]),
      make.block('x', {listItem: JSON.parse('"square"')}),
    ]
    for (const each of strange) {
      expect(() => blocksMarkdown([each], options)).toThrow('No publisher knows')
    }
  })
})
