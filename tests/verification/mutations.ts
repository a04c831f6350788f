/** Changes to HTML that browsers repair, hide things with, or see differently. Chosen by numbers alone. */

/** What goes in: markup, halves of markup, and characters that parsers trip over. */
const INSERTED = [
  '<p>',
  '</p>',
  '<div>',
  '</div>',
  '<div hidden>',
  '<div style="display:none">',
  "<div style='opacity:0'>",
  '<span style="position:absolute;inset:0">',
  '<table>',
  '<tr><td>',
  '</table>',
  '<template>',
  '<noscript>',
  '<details>',
  '<select>',
  '<svg>',
  '<math>',
  '<form>',
  '<a href="x">',
  '</a>',
  '<b>',
  '</b>',
  '<li>',
  '</ul>',
  '<h2>',
  '</h1>',
  '<br>',
  '<br/>',
  '</br>',
  '<div/>',
  '<img src="x" alt="">',
  '<style>.notice{color:#fff}</style>',
  '<style>',
  '</style>',
  '<script>',
  '</script>',
  '<title>',
  '</title>',
  '<textarea>',
  '<plaintext>',
  '<body class="x">',
  '</body>',
  '<html lang="fr">',
  '</html>',
  '<head>',
  '</head>',
  '<!--',
  '-->',
  '<!-- x -->',
  '<!--[if mso]><div><![endif]-->',
  '<![CDATA[x]]>',
  '<?x?>',
  '<!doctype html>',
  '&',
  '&amp;',
  '&#39;',
  '&#x27',
  '&nbsp;',
  '&notit;',
  '&lt',
  '<',
  '>',
  '"',
  "'",
  '/',
  '=',
  ' ',
  '\n',
  '\r',
  '\f',
  '\t',
  '\0',
  '\u000b',
  '\u00a0',
  '\u200b',
  '\ud800',
  '\ufdd0',
  ' hidden',
  ' id="x"',
  ' class="notice"',
  ' CLASS="x"',
  ' onclick="x"',
  ' style="color:#fff"',
  ' dir="rtl"',
  ' lang=fr',
] as const

type Span = readonly [from: number, to: number]

/** Numbers from a seed, each from 0 to `below` exclusive. */
export const chances = (seed: number): ((below: number) => number) => {
  let state = seed >>> 0
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const cut = (html: string, [from, to]: Span): string => html.slice(0, from) + html.slice(to)
const put = (html: string, at: number, text: string): string =>
  html.slice(0, at) + text + html.slice(at)

/** A tag, an attribute, or a run of a few characters. */
const spanOf = (html: string, chance: (below: number) => number): Span => {
  const from = chance(html.length)
  const kind = chance(4)
  if (kind === 0) return [from, Math.min(html.length, from + 1 + chance(3))]
  const pattern = [/<[^>]*>/g, / [\w-]+="[^"]*"/g, /&#?\w+;|["'<>=]/g][kind - 1] ?? /./g
  pattern.lastIndex = from
  const match = pattern.exec(html)
  return match === null ? [from, from + 1] : [match.index, match.index + match[0].length]
}

type Change = (html: string, span: Span, chance: (below: number) => number) => string

const CHANGES: readonly Change[] = [
  (html, span) => cut(html, span),
  (html, [from], chance) => put(html, from, INSERTED[chance(INSERTED.length)] ?? ''),
  (html, [, to], chance) => put(html, to, INSERTED[chance(INSERTED.length)] ?? ''),
  (html, [from, to]) => put(html, to, html.slice(from, to)),
  (html, [from, to], chance) => put(html, chance(html.length), html.slice(from, to)),
  (html, [from, to], chance) =>
    put(cut(html, [from, to]), chance(html.length), html.slice(from, to)),
  (html, [from, to]) => html.slice(0, from) + html.slice(from, to).toUpperCase() + html.slice(to),
  (html, [from, to]) =>
    html.slice(0, from) + html.slice(from, to).replaceAll('"', "'") + html.slice(to),
  (html, [from, to]) =>
    html.slice(0, from) + html.slice(from, to).replaceAll('"', '') + html.slice(to),
  (html, [from, to], chance) =>
    cut(html, [from, to]).slice(0, from) +
    (INSERTED[chance(INSERTED.length)] ?? '') +
    html.slice(to),
]

/** `html` with one to three changes; the same for the same seed. */
export const mutated = (html: string, seed: number): string => {
  const chance = chances(seed)
  let changed = html
  for (let left = 1 + chance(3); left > 0 && changed !== ''; left -= 1) {
    const change = CHANGES[chance(CHANGES.length)]
    if (change !== undefined) changed = change(changed, spanOf(changed, chance), chance)
  }
  return changed
}
