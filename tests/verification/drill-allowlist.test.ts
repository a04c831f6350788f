import {describe, expect, it} from 'vitest'
import {noticeElement, page, refusal} from './artefacts.ts'

const wrap = (before: string, after: string): string => page(`${before}${noticeElement()}${after}`)
const inline = (style: string): string => page(noticeElement(undefined, `style="${style}"`))
const sheet = (css: string): string => page(undefined, {css})
const before = (html: string): string => page(`${html}${noticeElement()}`)
const changed = (from: string, to: string): string => page(noticeElement().replace(from, to))

const SKIP = '.skip{position:absolute;inset-inline-start:-999rem}'

/** The page with a link to its text, as it should be or not. */
const skip = (start = '<body><a class="skip" href="#a">Skip</a>', css = SKIP): string =>
  sheet(css).replace('<body>', start)

/** Ways to lose the notice that no list of known ways would name, and why the gate says no. */
const SABOTAGES: Readonly<Record<string, readonly [html: string, reason: string]>> = {
  'an unknown element around it': [wrap('<x-fold>', '</x-fold>'), 'nobody knows what <x-fold>'],
  marquee: [wrap('<marquee>', '</marquee>'), '<marquee>'],
  math: [wrap('<math><mtext>', '</mtext></math>'), '<math>'],
  'an open dialog': [wrap('<dialog open>', '</dialog>'), '<dialog>'],
  'open details': [wrap('<details open><summary>x</summary>', '</details>'), '<details>'],
  'a form around it': [wrap('<form>', '</form>'), 'it stands in <form>'],
  'a bdo inside it': [changed('Call 988', '<bdo dir="rtl">Call 988</bdo>'), '<bdo>'],
  'an unknown attribute': [page(noticeElement(undefined, 'data-fold="1"')), 'data-fold="1"'],
  'inert above': [wrap('<div inert>', '</div>'), 'inert=""'],
  'links out of the tab order': [changed('<a href', '<a tabindex="-1" href'), 'tabindex="-1"'],
  'links that are no links to a screen reader': [
    changed('<a href', '<a role="presentation" href'),
    'role="presentation"',
  ],
  'renamed by aria-label': [page(noticeElement(undefined, 'aria-label="Ad"')), 'renames it'],
  'a link renamed by aria-label': [
    changed('<a href', '<a aria-label="Nothing" href'),
    'aria-label="Nothing"',
  ],
  'renamed by aria-labelledby': [
    page(`<p id="ad">Ad</p>${noticeElement(undefined, 'aria-labelledby="ad"')}`),
    'aria-labelledby="ad" renames it',
  ],
  'in another language': [page(noticeElement().replace('lang="en"', 'lang="fr"')), 'being in en'],
  'the other way round': [page(noticeElement().replace('"ltr"', '"rtl"')), 'does not run ltr'],
  'a number the other way round': [changed('<p>', '<p dir="rtl">'), 'runs the other way'],
  'a bidi override around a number': [changed('>Call 988<', '>Call \u202e988\u202c<'), 'word for'],
  'bidi isolates that were not there': [
    changed('>Call 988<', '>Call \u2067988\u2069<'),
    'word for',
  ],
  'a zero-width joiner in a number': [changed('>Call 988<', '>Call 9\u200d88<'), 'word for word'],
  'a soft hyphen in a number': [changed('>Call 988<', '>Call 9&shy;88<'), 'word for word'],
  'a Cyrillic letter': [changed('>Call 988<', '>\u0421all 988<'), 'word for word'],
  'a link into another frame': [
    changed('<a href', '<a target="_self" href'),
    'target="_self"> can take it away',
  ],
  'an empty link, its words beside it': [
    changed('<a href="tel:988">Call 988</a>', '<a href="tel:988"></a>Call 988'),
    'no link to tel:988',
  ],
  'two links that changed places': [
    page(
      noticeElement()
        .replace('href="tel:988"', 'href="#"')
        .replace('href="sms:988"', 'href="tel:988"')
        .replace('href="#"', 'href="sms:988"'),
    ),
    'no link to tel:988',
  ],
  'content-visibility auto': [inline('content-visibility:auto'), 'content-visibility: auto'],
  'text-indent': [inline('text-indent:50vw'), 'text-indent'],
  'clip-path to a line': [inline('clip-path:inset(0 0 99% 0)'), 'clip-path'],
  'scale zero': [inline('scale:0'), 'scale: 0'],
  'moved along a path': [inline('offset-path:path(&quot;M0 0&quot;)'), 'offset-path'],
  'font-size 0': [inline('font-size:0'), 'font-size: 0'],
  'font-size by calc': [inline('font-size:calc(1px)'), 'font-size: calc'],
  'font-size by clamp': [inline('font-size:clamp(0px,0px,0px)'), 'font-size: clamp'],
  'font-size shrinking with depth': [sheet('*{font-size:.3em}'), 'font-size: .3em'],
  'font-size by shorthand': [inline('font:1px/1 serif'), 'font: 1px'],
  'enormous type': [inline('font-size:4000px'), 'font-size: 4000px'],
  'user-select none': [sheet('.notice a{user-select:none}'), 'user-select'],
  'pointer-events none on links': [sheet('.notice a{pointer-events:none}'), 'pointer-events'],
  'clamped lines': [
    sheet('.notice{display:-webkit-box;-webkit-line-clamp:1;overflow:hidden}'),
    'can hide it',
  ],
  'upright letters': [inline('writing-mode:vertical-rl'), 'writing-mode'],
  columns: [inline('columns:40'), 'columns'],
  'a narrow column': [sheet('.notice{max-width:20px}'), 'max-width: 20px'],
  'a shape of the future': [inline('vanish:yes'), 'vanish: yes'],
  'letters pulled together': [inline('letter-spacing:-1em'), 'letter-spacing'],
  'all caps': [inline('text-transform:uppercase'), 'text-transform'],
  'a background picture': [inline('background:#fff url(/x.png)'), 'background'],
  'a gradient': [inline('background:linear-gradient(#fff,#111)'), 'background'],
  'the same colour as its background': [inline('color:#777;background:#777'), 'too faint'],
  'nearly the same colour': [inline('color:#767676;background:#999'), 'too faint'],
  'the same colour while the pointer is on it': [
    sheet('.notice:hover{color:#fff}'),
    'its text is #fff on #fff',
  ],
  'the same colour in dark mode': [
    sheet('@media (prefers-color-scheme:dark){.notice{background:#eee}}'),
    'its text is #eee on #eee',
  ],
  'the same colour by a custom property': [sheet(':root{--paper:#111}'), '#111 on #111'],
  'a colour by name': [inline('color:white'), 'color: white'],
  'a colour by function': [inline('color:hsl(0 0% 100%)'), 'color: hsl'],
  'a link in its own blue': [
    sheet('.notice a{color:#0000ee;background:#000033}'),
    'its text is #0000ee on #000033',
  ],
  'only an ink': [page().replace('background:var(--paper)', ''), 'only one of its colours'],
  'a custom property on the notice': [sheet('.notice{--ink:#fff}'), '--ink on .notice'],
  'a custom property in a style attribute': [inline('--ink:#fff'), '--ink on <aside>'],
  'custom properties in a circle': [
    sheet(':root{--a:var(--a)}.notice{color:var(--a)}'),
    'var(--a)',
  ],
  'custom properties beyond counting': [
    sheet(`:root{${'--a:#fff;'.repeat(9)}}`),
    'var(--a) has too many values',
  ],
  'by media conditions': [
    sheet('@media (min-width:320px) and (max-width:400px){.notice{visibility:hidden}}'),
    'visibility: hidden on aside @media (min-width:320px) and (max-width:400px)',
  ],
  'media within media': [
    sheet('@media print{@media (min-width:1px){.notice{display:none}}}'),
    'cannot be read',
  ],
  'by a container query': [sheet('@container (width>1px){.notice{color:#fff}}'), '@container'],
  'by a supports condition': [sheet('@supports (color:red){.notice{color:#fff}}'), '@supports'],
  'by a layer': [sheet('@layer a{.notice{color:#fff}}'), '@layer'],
  'by a font that swaps digits': [
    sheet('@font-face{font-family:serif;src:url(/x.woff2)}'),
    '@font-face',
  ],
  'by a counter style': [sheet('@counter-style x{system:cyclic;symbols:a}'), '@counter-style'],
  'by nesting': [sheet('.notice{color:#111;& a{color:#fff}}'), 'cannot be read'],
  'by CSS that nobody can read': [sheet('.notice{color#111}'), 'its styles cannot be read'],
  'custom properties that differ by case': [
    sheet(':root{--INK:#fff}'),
    '--INK is not in lower case',
  ],
  'a second style sheet': [page(undefined, {head: '<style>/*</style>'}), 'there are two of them'],
  'a link too many': [
    page(noticeElement().replace('</aside>', '<a href="/x"></a></aside>')),
    'it holds a link that is not of the notice',
  ],
  'a link fewer': [
    changed('<a href="https://988lifeline.org/chat">Chat online</a>', 'Chat online'),
    'no link to https://988lifeline.org/chat',
  ],
  'a link without ink': [
    sheet('.notice{color:#fff;background:#14424d}').replace('a{color:var(--ink)}', ''),
    'only one of its colours is said, #14424d',
  ],
  'a skip link that is not the first thing': [
    skip('<body><span>x</span><a class="skip" href="#a">Skip</a>'),
    'position: absolute on <a> can cover it',
  ],
  'a skip link that is no link': [
    skip('<body><div class="skip">Skip</div>'),
    'position: absolute on <div> can cover it',
  ],
  'a skip link in sight': [
    skip(undefined, '.skip{position:absolute;inset-inline-start:-60rem}'),
    'position: absolute on <a> can cover it',
  ],
  'a skip link fixed': [
    skip(undefined, '.skip{position:fixed;inset-inline-start:-999rem}'),
    'position: fixed on <a> can cover it',
  ],
  'a skip link that is turned': [
    skip(undefined, `${SKIP}.skip{rotate:9deg}`),
    'position: absolute on <a> can cover it',
  ],
  'a skip link out of sight on paper only': [
    skip(undefined, `@media print{${SKIP}}`),
    'position: absolute on <a> can cover it',
  ],
  'a skip link that is out of sight, and its shadow is not': [
    skip(undefined, SKIP.replace('.skip', '.skip::before')),
    'position: absolute on <a> can cover it',
  ],
  'a skip link to one side': [
    skip(undefined, '.skip{position:absolute;margin-left:-999rem}'),
    'position: absolute on <a> can cover it',
  ],
  'an image moved down': [
    before('<img src="/x.png" alt="" style="top:999px">'),
    'top: 999px on <img> can cover it',
  ],
  'something else that sticks': [
    page(undefined, {after: '<div><nav style="position:-webkit-sticky">x</nav></div>'}),
    'position: -webkit-sticky on <nav>',
  ],
  'something floating apart': [
    page(undefined, {after: '<div><nav style="float:sticky">x</nav></div>'}),
    'float: sticky on <nav>',
  ],
  'what nothing can overrule': [sheet('.notice{color:#111!important}'), '!important'],
  'in a state': [sheet('a:visited{font-size:1px}'), 'font-size: 1px on a :visited'],
  'words before a link': [sheet('.notice a::before{content:"Not: "}'), 'can hide it'],
  'a first line without ink': [sheet('.notice p::first-line{color:#fff}'), 'can hide it'],
  'a first letter in old notation': [sheet('.notice p:first-letter{font-size:0}'), 'can hide it'],
  'covered by ::before': [
    sheet('h1::before{content:"";position:absolute;top:0;left:0;width:100%;height:100%}'),
    'on <h1> can cover it',
  ],
  'covered by an overlay': [
    before('<div style="position:absolute;top:0;left:0;height:100vh;width:100vw">Ad</div>'),
    'on <div> can cover it',
  ],
  'covered by a shadow': [sheet('h1{box-shadow:0 0 0 9999px #fff}'), 'box-shadow'],
  'covered by an outline': [sheet('h1{outline:2000px solid #fff}'), 'outline'],
  'covered by what is pulled over it': [sheet('section{margin-top:-400px}'), 'margin-top'],
  'covered by what is moved over it': [sheet('section{transform:translateY(-400px)}'), 'transform'],
  'covered in its own grid cell': [sheet('main{display:grid}h1{grid-row:1}'), 'grid-row'],
  'covered by a bar that sticks': [
    before('<div style="position:sticky;top:0">Ad</div>'),
    'position: sticky on <div> can cover it',
  ],
  'covered by a link like a skip link': [
    sheet('h1 a{position:absolute;inset-inline-start:-999rem}').replace(
      '<h1>Sleep',
      '<h1><a href="/">Sleep</a>',
    ),
    'on <a> can cover it',
  ],
  'covered by a popover': [before('<div popover>Ad</div>'), 'popover'],
  'covered by what overflows': [before('<div style="height:0">Words</div>'), 'height: 0 on <div>'],
  'pushed down by an image of any height': [
    before('<img src="/x.png" alt="" style="height:vh">'),
    'height',
  ],
  'pushed down by room': [sheet('h1{padding-top:2000px}'), 'padding-top'],
  'pushed down by words': [before(`<p>${'Words. '.repeat(200)}</p>`), 'stands before it'],
  'pushed down by a list': [before('<ul><li>One</li></ul>'), '<ul> stands before it'],
  'in an element without end': [before('<plaintext>'), 'nobody knows what <plaintext>'],
  'in quirks mode': [page().replace('<!doctype html>\n', ''), 'missing-doctype'],
  'a script address': [before('<a href=" java\nscript:go()">x</a>'), 'a script runs on <a href>'],
  'a page wider than a phone': [
    page(undefined, {head: '<meta name="viewport" content="width=9999">'}),
    '<meta name="viewport">',
  ],
  'a preloaded page': [page(undefined, {head: '<link rel="prerender" href="/x">'}), '<link>'],
  'a conditional comment': [before('<!--[if IE]><div hidden><![endif]-->'), 'a comment is markup'],
}

describe('the drill: what only an allow-list refuses', () => {
  for (const [name, [html, reason]] of Object.entries(SABOTAGES)) {
    it(`refuses: ${name}`, async () => {
      expect(html).not.toBe(page())
      expect(await refusal('page', html)).toContain(reason)
    })
  }

  const HARMLESS: Readonly<Record<string, string>> = {
    'a label that is its heading': page(noticeElement(undefined, 'aria-label="Need help now?"')),
    'a heading that labels it': page(
      noticeElement(undefined, 'aria-labelledby="n"').replace('<p>', '<p id="n">'),
    ),
    'room and lines around it': inline('margin:1rem auto;padding:20px;border:2px solid #ccc'),
    'a wide column': inline('max-width:41rem'),
    'ink on paper': sheet('.notice,.notice a{color:#fff;background:#14424d}'),
    'a colour that something heavier overrules': sheet(
      'main .notice p{color:var(--ink)}.notice p{color:var(--paper)}',
    ),
    'a sheet that a style attribute overrules': page(
      noticeElement().replace('<p>', '<p style="color:#111;background:#fff">'),
      {css: 'html body .notice p:first-child{color:#fff}'},
    ),
    'hover that underlines': sheet('a:hover{text-decoration:underline}'),
    'a skip link': page(undefined, {
      css: '.skip{position:absolute;inset-inline-start:-999rem}.skip:focus{inset-inline-start:1rem}',
    }).replace('<body>', '<body><a class="skip" href="#a">Skip</a>'),
    'contents that stick beside their text': page(undefined, {
      css: 'nav{position:sticky;inset-block-start:2rem}',
      after: '<div><nav>Contents</nav></div>',
    }),
    'a picture of some height': page(undefined, {
      after: '<img src="/x.png" alt="" style="height:400px">',
    }),
    'words that a page adds elsewhere': sheet('section a::after{content:" (" attr(href) ")"}'),
    'structured data': page(undefined, {
      head: '<script type="application/ld+json">{"a":1}</script>',
    }),
    'a picture of no height': page(undefined, {
      after: '<img src="/x.png" alt="" style="height:0">',
    }),
    'a language that the page says': page(noticeElement().replace(' lang="en" dir="ltr"', '')),
    'a line that finds its own direction': changed('<p>', '<p dir="auto">'),
    'a character reference without its end': page(undefined, {after: '<p>a &lt b</p>'}),
    'eight values of one custom property': sheet(`:root{${'--a:#fff;'.repeat(8)}}`),
    'links that leave the frame': changed('<a href', '<a target="_blank" href'),
    'a plain comment': before('<!-- the notice -->'),
    'a form after it': page(undefined, {after: '<form><label>Mail <input></label></form>'}),
  }

  for (const [name, html] of Object.entries(HARMLESS)) {
    it(`passes: ${name}`, async () => {
      expect(html).not.toBe(page())
      expect(await refusal('page', html)).toBe('')
    })
  }
})
