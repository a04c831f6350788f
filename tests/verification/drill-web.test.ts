import {describe, expect, it} from 'vitest'
import {AUDIENCE, book, noticeElement, page, refusal} from './artefacts.ts'

const wrap = (before: string, after: string): string => page(`${before}${noticeElement()}${after}`)
const inline = (style: string): string => page(noticeElement(undefined, `style="${style}"`))
const sheet = (css: string): string => page(undefined, {css})

/** Every way of losing the notice that somebody has met, by name. */
const SABOTAGES: Readonly<Record<string, string>> = {
  'left out': page(''),
  'in a comment': wrap('<!--', '-->'),
  'in a template': wrap('<template>', '</template>'),
  'in noscript': wrap('<noscript>', '</noscript>'),
  'in a textarea': wrap('<textarea>', '</textarea>'),
  'in an iframe': wrap('<iframe>', '</iframe>'),
  'in an svg': wrap('<svg><foreignObject>', '</foreignObject></svg>'),
  'in a canvas': wrap('<canvas>', '</canvas>'),
  'in a video': wrap('<video>', '</video>'),
  'in an object': wrap('<object>', '</object>'),
  'in a closed dialog': wrap('<dialog>', '</dialog>'),
  'in closed details': wrap('<details><summary>Help</summary>', '</details>'),
  'with hidden': page(noticeElement(undefined, 'hidden')),
  'with hidden above': wrap('<div hidden>', '</div>'),
  'with aria-hidden': wrap('<div aria-hidden="true">', '</div>'),
  'with inert': wrap('<div inert>', '</div>'),
  'with popover': wrap('<div popover>', '</div>'),
  'display none': inline('display:none'),
  'display none, important': inline('display: none !important'),
  'display none, escaped': inline('displ\\61y:none'),
  'display none by a rule': sheet('.notice{display:none}'),
  'display none above': sheet('main{display:none}'),
  'display none inside': sheet('.notice a{display:none}'),
  'display none in print': sheet('@media print{.notice{display:none}}'),
  'display none on phones': sheet('@media (max-width:400px){aside{display:none}}'),
  'display none in a layer': sheet('@layer x{@supports (display:grid){.notice{display:none}}}'),
  'display none, nested': sheet('main{& .notice{display:none}}'),
  'display none by a variable': sheet(':root{--d:none}.notice{display:var(--d)}'),
  'display none by an unknown variable': sheet('.notice{display:var(--who)}'),
  'display none by :is': sheet(':is(main,div) > .notice{display:none}'),
  'display none by :has': sheet('main:has(.notice) aside{display:none}'),
  'display none by an unknown selector': sheet('aside:future-thing{display:none}'),
  'visibility hidden': inline('visibility:hidden'),
  'opacity 0': inline('opacity:0'),
  'opacity 1%': inline('opacity:1%'),
  'content-visibility': inline('content-visibility:hidden'),
  'height 0': inline('height:0;overflow:hidden'),
  'max-height 1px': inline('max-height:1px;overflow:hidden'),
  'width 0': inline('width:0;overflow:hidden'),
  'clip-path': inline('clip-path:inset(100%)'),
  clip: inline('position:absolute;clip:rect(0,0,0,0)'),
  'far left': inline('position:absolute;left:-9999px'),
  'far up': inline('position:relative;top:-200em'),
  'far by margin': inline('margin-left:-9999px'),
  indented: inline('text-indent:-9999px'),
  transformed: inline('transform:scale(0)'),
  translated: inline('translate:-200vw'),
  masked: inline('mask-image:linear-gradient(transparent,transparent)'),
  blurred: inline('filter:blur(20px)'),
  'tiny type': inline('font-size:1px'),
  'no line height': inline('line-height:0'),
  'transparent ink': inline('color:transparent'),
  'faint ink': inline('color:rgba(0,0,0,0.1)'),
  'faint ink in hex': inline('color:#00000011'),
  'ink on its own colour': inline('color:#fff;background:#ffffff'),
  "ink of the page's colour": inline('color:#fff'),
  'dark ink in dark mode': sheet('@media (prefers-color-scheme:dark){.notice{color:#111}}'),
  'behind the page': inline('position:relative;z-index:-1'),
  'dead links': inline('pointer-events:none'),
  'animated away': sheet('@keyframes go{to{opacity:0}}.notice{animation:go 1s forwards}'),
  'covered by a banner': page(undefined, {
    after: '<div style="position:fixed;top:0;left:0;width:100%;height:100%">Ad</div>',
  }),
  'reversed digits': inline('unicode-bidi:bidi-override;direction:rtl'),
  'words added by CSS': sheet('.notice p::before{content:"Do not "}'),
  'a style sheet from outside': page(undefined, {head: '<link rel="stylesheet" href="x.css">'}),
  'an imported style sheet': page(undefined, {head: '<style>@import "x.css";</style>'}),
  'a script': page(undefined, {after: '<script>document.body.remove()</script>'}),
  'a script in an attribute': page(undefined, {after: '<img src="x" onerror="go()">'}),
  'a base': page(undefined, {head: '<base href="https://evil.example/">'}),
  'a refresh': page(undefined, {head: '<meta http-equiv="refresh" content="0;url=/x">'}),
  'after the first section': page('', {after: noticeElement()}),
  "another country's notice": page(noticeElement(book.notice({country: 'GB', language: 'en'}, []))),
  'the wrong language': page().replace('lang="en"', 'lang="fr"'),
  'a number changed in the address only': page(
    noticeElement().replace('href="tel:988"', 'href="tel:989"'),
  ),
  'a number changed in the text only': page(noticeElement().replace('>Call 988<', '>Call 989<')),
  'a dead link': page(noticeElement().replace('href="tel:988"', 'name="x"')),
  'a link too many': page(noticeElement().replace('</aside>', '<a href="/x"></a></aside>')),
  'a word too many': page(noticeElement().replace('</aside>', '<p>Or not.</p></aside>')),
  'Arabic-Indic digits': page(noticeElement().replace('>Call 988<', '>Call ٩٨٨<')),
  'fullwidth digits': page(noticeElement().replace('>Call 988<', '>Call ９８８<')),
  'a zero-width character': page(noticeElement().replace('>Call 988<', '>Call 9\u200b88<')),
  'an open quote': page('<a href="x>' + noticeElement()),
  'an open comment': page(`<!-- ${noticeElement()}`),
}

describe('the drill: web pages', () => {
  it('a right page passes', async () => {
    expect(await refusal('page', page())).toBe('')
  })

  for (const [name, html] of Object.entries(SABOTAGES)) {
    it(`refuses: ${name}`, async () => {
      expect(html).not.toBe(page())
      expect(await refusal('page', html)).toContain('the crisis notice is not there')
    })
  }

  it('CSS that hides something else is nobody’s business', async () => {
    const css = '.skip{position:absolute;left:-9999px}@media print{nav,footer{display:none}}'
    expect(await refusal('page', sheet(css))).toBe('')
  })

  it('wants it again after the last section of a crisis article', async () => {
    const topics = ['depression']
    expect(await refusal('page', page(), topics)).toContain('again after the last section')
    const twice = page(undefined, {after: noticeElement()})
    expect(await refusal('page', twice, topics)).toBe('')
    const hidden = page(undefined, {after: noticeElement(undefined, 'hidden')})
    expect(await refusal('page', hidden, topics)).toContain('<aside hidden="">')
  })

  it('knows for whom it reads', () => {
    expect(AUDIENCE.country).toBe(book.notice(AUDIENCE, []).audience.country)
  })
})
