/**
 * Changes to HTML that an adversary who knows the gate would make: whole elements moved, wrapped, copied
 * and cut out, attributes and rules that hide or cover, and words written in another way. Chosen by
 * numbers alone; `mutated` (mutations.ts) makes the blind ones.
 */
import {chances, mutated} from './mutations.ts'

type Chance = (below: number) => number
type Span = readonly [from: number, to: number]

const oneOf = (list: readonly string[], chance: Chance): string => list[chance(list.length)] ?? ''

const VOIDS = new Set(['br', 'hr', 'img', 'input', 'link', 'meta'])

/** Every element whose end tag matches, as a span, in the order of their ends. */
const elementSpans = (html: string): readonly Span[] => {
  const open: (readonly [name: string, at: number])[] = []
  const spans: Span[] = []
  const from = html.indexOf('<body')
  const tags = /<(\/?)([a-z][a-z0-9]*)[^>]*>/g
  tags.lastIndex = Math.max(from, 0)
  for (let match = tags.exec(html); match !== null; match = tags.exec(html)) {
    const [whole, slash, name = ''] = match
    if (VOIDS.has(name)) continue
    if (slash === '') open.push([name, match.index])
    else if (open.at(-1)?.[0] === name) {
      const at = open.pop()?.[1] ?? 0
      if (name !== 'body') spans.push([at, match.index + whole.length])
    }
  }
  return spans
}

const isNotice = (element: string): boolean =>
  element.length < 8000 && /^<[a-z]+[^>]* role="note"/.test(element) && element.includes('tel:')

/** Half of the time a notice, or what it stands in. */
const someElement = (html: string, chance: Chance): Span => {
  const spans = elementSpans(html)
  const notices = spans.filter(([from, to]) => isNotice(html.slice(from, to)))
  const notice = notices[chance(Math.max(notices.length, 1))]
  const around = spans.filter(
    ([from, to]) => notice !== undefined && from <= notice[0] && to >= notice[1],
  )
  const within = spans.filter(
    ([from, to]) => notice !== undefined && from > notice[0] && to < notice[1],
  )
  const pool = [spans, notices, around, within, spans, spans][chance(6)] ?? spans
  return pool[chance(Math.max(pool.length, 1))] ?? [0, html.length]
}

const splice = (html: string, [from, to]: Span, text: string): string =>
  html.slice(0, from) + text + html.slice(to)

const WRAPS = [
  'div',
  'div hidden',
  'div hidden=""',
  'div style="display:none"',
  'div style="opacity:0"',
  'div style="position:relative"',
  'div style="transform:none"',
  'div style="--ink:#fff"',
  'div style="colour"',
  'div class="footer"',
  'div class="text"',
  'div class="skip"',
  'div lang="fr"',
  'div dir="rtl"',
  'div aria-hidden="true"',
  'section',
  'section role="doc-endnotes"',
  'footer',
  'header',
  'article',
  'main',
  'nav',
  'aside',
  'details',
  'template',
  'noscript',
  'form',
  'p',
  'b',
  'span',
  'a href="x"',
  'h1',
  'ul',
  'li',
  'blockquote',
]

const ATTRIBUTES = [
  'hidden',
  'hidden=""',
  'inert=""',
  'aria-hidden="true"',
  'popover="manual"',
  'role="note"',
  'role="presentation"',
  'aria-label="x"',
  'class="notice"',
  'class="skip"',
  'class="footer"',
  'class="text"',
  'id="_text"',
  'lang="fr"',
  'dir="rtl"',
  'dir="auto"',
  'title="<!-- [x] -->"',
  'title="a > b"',
  'title="&notit;"',
  'onclick="x"',
  'href="javascript:x"',
  'value="data:x"',
  'style="position:absolute;inset:0"',
  'style="position:sticky;top:0"',
  'style="position:absolute;inset-inline-start:-999rem"',
  'style="margin-top:-400px"',
  'style="display:none"',
  'style="visibility:hidden"',
  'style="opacity:0"',
  'style="transform:scale(0)"',
  'style="z-index:9;float:left"',
  'style="height:9999px"',
  'style="color:#fff"',
  'style="background:#000"',
  'style="font-size:1px"',
  'style="--ink:#fff"',
  'style="color:red;}"',
  'style=""',
  'bgcolor="#000000"',
]

const SELECTORS = [
  '*',
  '.notice',
  'aside',
  'p',
  'a',
  'li',
  'img',
  'h1',
  'div',
  'tbody',
  'head',
  'title',
  'body',
  'html',
  ':root',
  '[id]',
  '[class]',
  '[lang]',
  '.footer',
  'footer a',
  'header a',
  'main',
  'article>*',
  'main>:last-child',
  ':first-child',
  'p:last-child',
  'li:only-child',
  'h1+aside',
  'aside+p',
  '.text~aside',
  'section~aside',
  '.text .cite',
  'section section',
  '.columns+.notice',
  '.summary+div',
  'article:has(h1)',
  'section:not(.x)',
  ':is(.text,.x) p',
  'p:empty',
  'td:nth-child(2)',
  'p::before',
  'a:hover',
  '.x\\79',
  '#_text',
  '.nowhere',
  'svg|a',
]

const DECLARATIONS = [
  'position:absolute',
  'position:fixed;inset:0',
  'position:sticky;top:0',
  'position:relative',
  'margin-top:-500px',
  'margin-top:8px',
  'display:none',
  'display:block',
  'visibility:hidden',
  'opacity:0',
  'transform:none',
  'z-index:9',
  'float:left',
  'height:900px',
  'height:auto',
  'width:100vw',
  'max-height:0',
  'color:#fff',
  'color:var(--paper)',
  'background:#000',
  'font-size:1px',
  'content:"x"',
  'display:none!important',
  '--ink:#fff',
  'future:1',
]

/** Rules at the end of the sheet, or a sheet where there was none. */
const addRule = (html: string, chance: Chance): string => {
  const rule = `${oneOf(SELECTORS, chance)}{${oneOf(DECLARATIONS, chance)}}`
  const css = [
    rule,
    rule,
    `@media print{${rule}}`,
    `@import "x";`,
    '}',
    '/* x */',
    `@page{margin:0}`,
  ]
  const text = oneOf(css, chance)
  const at = html.indexOf('</style>')
  if (at !== -1 && chance(20) > 0) return splice(html, [at, at], text)
  const head = html.indexOf('</head>')
  const where = head === -1 || chance(4) === 0 ? chance(html.length) : head
  return splice(html, [where, where], `<style>${text}</style>`)
}

const addAttribute = (html: string, chance: Chance): string => {
  const [from] = someElement(html, chance)
  const end = html.indexOf('>', from)
  const attribute = oneOf(ATTRIBUTES, chance)
  const name = attribute.replace(/=.*/s, '')
  const tag = html.slice(from, end)
  // In the place of one of that name, since two are refused in any case.
  const without = tag.replace(new RegExp(` ${name}="[^"]*"`), '')
  return splice(html, [from, end], `${without} ${attribute}`)
}

const dropAttribute = (html: string, chance: Chance): string => {
  const [from] = someElement(html, chance)
  const end = html.indexOf('>', from)
  const attributes = [...html.slice(from, end).matchAll(/ [a-z-]+="[^"]*"/g)].map(String)
  return splice(html, [from, end], html.slice(from, end).replace(oneOf(attributes, chance), ''))
}

/** A digit, letter or space as its number. */
const asReference = (character: string): string => `&#${character.charCodeAt(0)};`

const BETWEEN = [
  '<b></b>',
  '<i> </i>',
  '<!-- -->',
  '<!--[if mso]><table><![endif]-->',
  '&nbsp;',
  '\n',
  'x',
  ' ',
]

/** Somewhere in the words of an element. */
const changeWords = (html: string, chance: Chance): string => {
  const [from, to] = someElement(html, chance)
  const at = from + chance(to - from)
  const isInTag = html.lastIndexOf('<', at) > html.lastIndexOf('>', at)
  if (isInTag || at === 0) return html
  const character = html.charAt(at)
  const changes = [
    asReference(character),
    '',
    `<b>${character}</b>`,
    `<span>${character}</span>`,
    `<p>${character}</p>`,
    oneOf(BETWEEN, chance) + character,
    character + oneOf(BETWEEN, chance),
  ]
  return /[<>&;]/.test(character) ? html : splice(html, [at, at + 1], oneOf(changes, chance))
}

type Change = (html: string, chance: Chance) => string

const wrap: Change = (html, chance) => {
  const span = someElement(html, chance)
  const tag = oneOf(WRAPS, chance)
  const [name = ''] = tag.split(' ')
  return splice(html, span, `<${tag}>${html.slice(...span)}</${name}>`)
}

/** To the beginning or the end of another, or beside it. */
const placeIn = (html: string, chance: Chance): number => {
  const [from, to] = someElement(html, chance)
  const places = [from, to, html.indexOf('>', from) + 1, html.lastIndexOf('</', to - 1)]
  return places[chance(places.length)] ?? from
}

const move: Change = (html, chance) => {
  const [from, to] = someElement(html, chance)
  const without = splice(html, [from, to], '')
  const at = placeIn(without, chance)
  return splice(without, [at, at], html.slice(from, to))
}

const copy: Change = (html, chance) => {
  const [from, to] = someElement(html, chance)
  const at = placeIn(html, chance)
  return splice(html, [at, at], html.slice(from, to))
}

const remove: Change = (html, chance) => splice(html, someElement(html, chance), '')

const PUT_IN = [
  'word',
  'word '.repeat(90),
  ' ',
  '&nbsp;',
  '<p>word</p>',
  '<p>Need help now?</p>',
  '<div>Need</div>',
  '<section></section>',
  '<section role="x">a</section>',
  '<footer><section>a</section></footer>',
  '<h2>a</h2>',
  '<div style="display:none">word</div>',
  '<img src="x" alt="">',
  '<img src="x" alt="" style="height:40px">',
  '<a class="skip" href="#x">x</a>',
  '<a style="position:absolute;inset-inline-start:-999rem" href="#x">x</a>',
  '<table><tr><td>a</td></tr></table>',
  '<!-- x -->',
  '<!-- [x] -->',
  '<hr>',
]

const putIn: Change = (html, chance) => {
  const at = placeIn(html, chance)
  return splice(html, [at, at], oneOf(PUT_IN, chance))
}

/** Right before a notice, inside or outside of what it stands in alone. */
const precede: Change = (html, chance) => {
  const notices = elementSpans(html).filter(([from, to]) => isNotice(html.slice(from, to)))
  const [at] = notices[chance(Math.max(notices.length, 1))] ?? [0]
  return splice(html, [at, at], oneOf(PUT_IN, chance))
}

const CHANGES: readonly Change[] = [
  precede,
  wrap,
  move,
  copy,
  remove,
  putIn,
  addRule,
  addRule,
  addAttribute,
  addAttribute,
  dropAttribute,
  changeWords,
  changeWords,
  (html, chance) => mutated(html, chance(2 ** 31)),
]

/** `html` with one to three changes; the same for the same seed. */
export const sabotaged = (html: string, seed: number): string => {
  const chance = chances(Math.imul(seed, 2_654_435_761))
  let changed = html
  for (let left = 1 + chance(3); left > 0 && changed !== ''; left -= 1) {
    changed = CHANGES[chance(CHANGES.length)]?.(changed, chance) ?? changed
  }
  return changed
}
