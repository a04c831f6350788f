/** The strict reading is the full one, or none. A long run of the same: `long/strict.ts`. */
import {describe, expect, it} from 'vitest'
import {parseFully, parseHtml} from '../../verification/html/dom.ts'
import {readStrictly} from '../../verification/html/strict/read.ts'
import {bothReadings} from './long/strict.ts'
import {difference, linesOf} from './same-tree.ts'
import {pieces} from './strict-html.ts'

const DOCUMENT = {doctype: true}
const FRAGMENT = {doctype: false}

const SAME: readonly string[] = [
  '<p>a</p>',
  '<p>a</p> b',
  '<a href="x" title="a &amp; &quot;b&quot; &#39;c&#39; &lt;&gt;&nbsp;&middot;">x</a>',
  '<table><tr><td>a</td></tr>\n<tr><th>b</th></tr>\n</table>',
  '<table>\n<caption>a</caption><thead><tr><th><p>b</p></th></tr></thead><tbody>\n<tr></tr></tbody></table>',
  '<ul>\n<li>a<ul><li>b</li></ul></li>\n</ul>',
  '<dl><div><dt>a</dt><dd><p>b</p></dd></div><dt>c</dt></dl>',
  '<b><div><i><p>a</p></i> b</div></b> c',
  '<p>a<br>b<img src="x" alt="">c</p><hr>',
  '<p><!-- x --></p><!--[if mso]><table><![endif]-->',
  '<div><h2>a</h2><h3>b</h3></div>',
]

/** Each is repaired or read in more than one way; some have the same tree even so. */
const LEFT: readonly string[] = [
  '',
  'a<p></p>',
  '<!-- x --><p></p>',
  '<p>',
  '<p>a',
  '</p>',
  '<p><p></p></p>',
  '<p><div></div></p>',
  '<p><span><ul></ul></span></p>',
  '<h2><span><h3></h3></span></h2>',
  '<a href="x"><span><a href="y"></a></span></a>',
  '<b><b></b></b>',
  '<li>a</li>',
  '<dl><dt><div><dd>a</dd></div></dt></dl>',
  '<tr><td>a</td></tr>',
  '<table>a</table>',
  '<table><p></p></table>',
  '<table><td>a</td></table>',
  '<table><tr>a</tr></table>',
  '<table><tr><td></td></tr><tbody></tbody></table>',
  '<table><tr></tr></tbody></table>',
  '<a href="x"><table><tr></tr></table><a href="y"></a></a>',
  '<p><table></table></p>',
  '<b></p></b>',
  '<div></span></div>',
  '<br/>',
  '<br></br>',
  '<P></P>',
  '<p ></p>',
  '<p></p >',
  '<p id=x></p>',
  "<p id='x'></p>",
  '<p hidden></p>',
  '<p id="x"id="y"></p>',
  '<p id="x" id="y"></p>',
  '<p ID="x"></p>',
  '<p id="&copy"></p>',
  '<p>&</p>',
  '<p>&lt</p>',
  '<p>&ltx</p>',
  '<p>&#65a;</p>',
  '<p>&notin;</p>',
  '<p>&#128;</p>',
  '<p>&#0;</p>',
  '<p>&#xd800;</p>',
  '<p>a < b</p>',
  '<p>\0</p>',
  '<p>a\r\nb</p>',
  '<p><!--></p>',
  '<p><!-- -- --></p>',
  '<p><!-- --!></p>',
  '<p><!-- <!-- --></p>',
  '<p><![CDATA[x]]></p>',
  '<p><!x><br>--></p>',
  '<p><?x?></p>',
  '<template></template>',
  '<form></form>',
  '<svg></svg>',
  '<pre>\n</pre>',
  '<p-x></p-x>',
  '<style></style>',
  '<body></body>',
]

const HEAD = '<head><meta charset="utf-8"><title>a &amp; b</title><style>p{}</style></head>'
const LEFT_DOCUMENTS: readonly string[] = [
  '<p>a</p>',
  '<html><head></head><body></body></html>',
  `<!doctype html><html>${HEAD}<body></body></html>a`,
  `<!doctype html><html>${HEAD}<body></body></html><!-- x -->`,
  `<!doctype html><html>${HEAD}<body></body><!-- x --></html>`,
  `<!doctype html><html>${HEAD}<body></body></html><p></p>`,
  `<!doctype html><html>${HEAD}<body><p></body></html>`,
  `<!doctype html><html>${HEAD}a<body></body></html>`,
  `<!doctype html><html>a${HEAD}<body></body></html>`,
  `<!doctype html><html>${HEAD}<p></p></html>`,
  `<!doctype html><html>${HEAD}<body></i><p></p></body></html>`,
  // where the doctype's own length would lead to
  `${'a'.repeat('<!doctype html>'.length)}<html>${HEAD}<body><!--<!doctype html>--></body></html>`,
  '<!doctype html><html><head><title><b></title></head><body></body></html>',
  '<!doctype html><html><head><title>&x</title></head><body></body></html>',
  '<!doctype html><html><head><script><!-- <script></script></head><body></body></html>',
  '<!doctype html><html><head><title></title </head><body></body></html>',
  '<!doctype html><html><head>a</head><body></body></html>',
  '<!doctype html><html><head><p></p></head><body></body></html>',
  '<!doctype html><html><body></body></html>',
  '<!doctype html SYSTEM "x"><html><head></head><body></body></html>',
]

describe('the strict reading', () => {
  for (const html of SAME) {
    it(`takes ${html}`, () => {
      expect(difference(html, FRAGMENT)).toBe('')
    })
  }

  it('takes a whole document, and its white space', () => {
    const html = `<!DOCTYPE html>\n\n<html lang="en">\n${HEAD}\n<body class="x">\n<p>a</p>\n</body>\n</html>\n`
    expect(difference(html, DOCUMENT)).toBe('')
    expect(difference(html, FRAGMENT)).toBe('')
  })

  for (const html of LEFT) {
    it(`leaves ${JSON.stringify(html)}`, () => {
      expect(difference(html, FRAGMENT)).toBe('fallback')
    })
  }

  for (const html of LEFT_DOCUMENTS) {
    it(`leaves ${html}`, () => {
      expect(difference(html, DOCUMENT)).toBe('fallback')
    })
  }

  it('gives way to the full one', () => {
    const {document} = parseHtml('<p>a<p>b', FRAGMENT)
    expect(linesOf(document)).toEqual(linesOf(parseFully('<p>a<p>b', FRAGMENT).document))
    expect(parseHtml('<p>a', DOCUMENT).repaired).toBe('missing-doctype')
  })

  it('says nothing of a repair where there is none', () => {
    expect(parseHtml('<p>a</p>', FRAGMENT).repaired).toBe(undefined)
  })

  it('takes references to visible characters alone, by any number', () => {
    const edges = [0, 0x20, 0x7f, 0xa0, 0x100, 0xd800, 0xe000, 0xfffe, 0x10000, 99_999]
    const codes = edges.flatMap((edge) => [edge - 1, edge, edge + 1]).filter((code) => code > 9)
    for (const code of codes) {
      const isVisible = (code >= 0x20 && code < 0x7f) || (code >= 0xa0 && code < 0xd800)
      const expected = isVisible ? '' : 'fallback'
      expect(difference(`<p>a&#${code};b</p>`, FRAGMENT), String(code)).toBe(expected)
      expect(difference(`<p id="&#${code};"></p>`, FRAGMENT), String(code)).toBe(expected)
    }
    for (const name of ['#00', '#9', '#00065', '#000065', '#-65', '#+65', '#6 5', '#x41', '']) {
      const expected = name === '#00065' ? '' : 'fallback'
      expect(difference(`<p>&${name};</p>`, FRAGMENT), name).toBe(expected)
    }
  })

  it('takes what the publishers make', () => {
    const left = pieces.filter((piece) => difference(piece.html, piece) !== '')
    // Mails in base64 keep their CRLF.
    expect(left.every(({html}) => html.includes('\r\n'))).toBe(true)
    expect(left.length).toBeLessThan(pieces.length / 10)
  })
})

describe('both readings', () => {
  it('are told apart where they differ', () => {
    const lines = (html: string) => linesOf(parseFully(html, FRAGMENT).document)
    expect(lines('<p>a</p>')).not.toEqual(lines('<p>b</p>'))
    expect(lines('<p id="a"></p>')).not.toEqual(lines('<p id="b"></p>'))
    expect(lines('<b><p></p></b>')).not.toEqual(lines('<b></b><p></p>'))
    expect(lines('<p></p>')).not.toEqual(lines('<p></p><!-- -->'))
    expect(lines('<p></p>')).not.toEqual(lines('<!doctype html><p></p>'))
    expect(readStrictly('<p>', FRAGMENT)).toBe(undefined)
  })

  it('are one of anything spoiled, and of any elements in one another', () => {
    // Another part of the long run each time.
    const first = Math.floor(Math.random() * 1e9)
    const {spoiled, trees} = bothReadings(2000, first)
    for (const tally of [spoiled, trees]) {
      expect(tally?.differences).toEqual([])
      expect(tally?.same).toBeGreaterThan(200)
      expect(tally?.fallback).toBeGreaterThan(200)
    }
  })
})
