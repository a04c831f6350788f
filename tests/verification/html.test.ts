import {describe, expect, it} from 'vitest'
import {elementsOf, parseHtml} from '../../verification/html/dom.ts'
import {forbiddenReason} from '../../verification/html/forbidden.ts'
import {HEIGHT_SCRIPT} from '../../verification/html/height-script.ts'
import {FRAGMENT, fragmentReason, MAIL, PAGE, readHtml} from '../../verification/html/read.ts'
import {textWithin} from '../../verification/html/text.ts'
import {directionOf} from '../../verification/html/visibility.ts'
import {expectedNotice} from '../../verification/expected.ts'
import {book, expectation, noticeElement, page, refusal} from './artefacts.ts'

const expected = expectedNotice(book, expectation)
const elements = (html: string) => elementsOf(parseHtml(html, {doctype: false}).document)
const forbidden = (html: string): string | undefined =>
  forbiddenReason(html, elements(html), {scripts: false})

const SCAFFOLD =
  '<!--[if mso]><table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->'

describe('what the gate cannot read to the end', () => {
  const REFUSED: Readonly<Record<string, string>> = {
    '<script>go()</script>': 'a script runs in it',
    '<script type="module">go()</script>': 'a script runs in it',
    '<link rel="stylesheet" href="x">': 'a <link> brings something from outside into it',
    '<link href="x">': 'a <link> brings something from outside into it',
    '<link rel="icon stylesheet" href="x">': 'a <link> brings something from outside into it',
    '<meta http-equiv="refresh" content="0">': '<meta http-equiv="refresh"> changes it',
    '<meta http-equiv="">': '<meta http-equiv=""> changes it',
    '<meta name="viewport" content="width=1">': '<meta name="viewport"> changes it',
    '<meta name="VIEWPORT">': '<meta name="viewport"> changes it',
    '<p onclick="go()">': 'a script runs on <p onclick>',
    '<p onfuture="go()">': 'a script runs on <p onfuture>',
    '<a href="javascript:go()">': 'a script runs on <a href>',
    '<a href=" JavaScript:go()">': 'a script runs on <a href>',
    '<a href="java&#9;script:go()">': 'a script runs on <a href>',
    '<a href="vbscript:go()">': 'a script runs on <a href>',
    '<p lang="data:x">': 'a script runs on <p lang>',
    '<img src="data:image/png;base64,AA">': 'a script runs on <img src>',
    '<p popover>': '<p popover> can cover it',
    '<p popover="manual">': '<p popover> can cover it',
    '<dialog>': 'nobody knows what <dialog> does to it',
    '<constructor>': 'nobody knows what <constructor> does to it',
    '<!--[if IE]><p><![endif]-->': 'a comment is markup to some clients',
    '<p><!-- a --><!--[endif]--></p>': 'a comment is markup to some clients',
    '<!--\n[if mso]><table><![endif]-->': 'a comment is markup to some clients',
    '<!--[if mso]><div><![endif]-->': 'a comment is markup to some clients',
    '<!--[if mso]><table hidden><![endif]-->': 'a comment is markup to some clients',
    '<!--[if mso]><table width="6"><![endif]-->': 'a comment is markup to some clients',
    '<!--[if mso]>words<![endif]-->': 'a comment is markup to some clients',
    '<!--[if mso]><table><![endif] -->': 'a comment is markup to some clients',
    '<!--[if mso]><![endif]-->': 'a comment is markup to some clients',
  }
  for (const [html, reason] of Object.entries(REFUSED)) {
    it(`refuses ${html}`, () => {
      expect(forbidden(html)).toBe(reason)
    })
  }

  it('passes the script that tells how high a page is, in a page and to the letter alone', () => {
    const reasonOf = (html: string, scripts: boolean): string | undefined =>
      forbiddenReason(html, elements(html), {scripts})
    const script = `<script>${HEIGHT_SCRIPT}</script>`
    expect(reasonOf(script, true)).toBe(undefined)
    const wrong = [
      script.replace('<script>', '<script src="x.js">'),
      script.replace('<script>', '<script type="module">'),
      script.replace('.height', '.width'),
      script.replace('</script>', ';</script>'),
      '<script></script>',
    ]
    for (const html of wrong) expect(reasonOf(html, true), html).toBe('a script runs in it')
    expect(reasonOf(script, false)).toBe('a script runs in it')
    for (const kind of [MAIL, FRAGMENT]) expect(kind.scripts).toBe(false)
    expect(readHtml(page(undefined, {head: script}), expected, PAGE)).toBeTypeOf('object')
  })

  const PASSED = [
    '<script type="application/ld+json">{}</script>',
    '<link rel="canonical" href="x"><link rel="alternate" href="x"><link rel="icon" href="x">',
    '<meta http-equiv="Content-Security-Policy" content="default-src">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="description" content="x"><meta charset="utf-8"><meta name="constructor">',
    '<a href="https://x.example/?javascript:1">The onion, on top</a>',
    '<p aria-label="Data: a study"><img alt="data: x" title="javascript: y"><meta content="Data: z"></p>',
    '<!-- a comment --><!---->',
    SCAFFOLD,
    '<!--[if mso]></td></tr></table><![endif]-->',
  ]
  for (const html of PASSED) {
    it(`passes ${html}`, () => {
      expect(forbidden(html)).toBe(undefined)
    })
  }
})

describe('what stands before the notice', () => {
  const inMail = (before: string): unknown => {
    const html = `<!doctype html><html lang="en" dir="ltr"><head><title>Long title</title></head><body>${before}<div>${noticeElement()}</div><p>After</p></body></html>`
    const read = readHtml(html, expected, MAIL)
    return typeof read === 'string' ? read : ''
  }

  it('is nothing in a mail but its preheader', () => {
    expect(inMail('')).toBe('')
    expect(inMail(' \n')).toBe('')
    expect(inMail('<!-- x -->')).toBe('')
    expect(inMail('<div style="display:none">Teaser</div>')).toBe('')
    expect(inMail('<div style="margin:0;display:none;opacity:0">Teaser</div>')).toBe('')
    expect(inMail('Words')).toBe('"Words" stands before it')
    expect(inMail('<div>Words</div>')).toBe('"Words" stands before it')
    expect(inMail(`<p>${'w'.repeat(50)}</p>`)).toBe(`"${'w'.repeat(40)}" stands before it`)
    expect(inMail('<img src="/a.png" alt="">')).toBe('<img> stands before it')
    expect(inMail('<div></div>')).toBe('<div> stands before it')
    expect(inMail('<div style="xdisplay:none">Teaser</div>')).toBe('"Teaser" stands before it')
    expect(inMail('<div style="display:nonesuch">T</div>')).toBe('"T" stands before it')
  })

  it('is a masthead and a title on a page, and little of it', async () => {
    const words = (length: number): string =>
      page(`<p-x></p-x>`)
        .replace('<p-x></p-x>', noticeElement())
        .replace('Sleep', 'w'.repeat(length))
    expect(await refusal('page', words(400))).toBe('')
    expect(await refusal('page', words(401))).toContain(`"${'w'.repeat(40)}" stands before it`)
    const before = (html: string): Promise<string> => refusal('page', page(html + noticeElement()))
    expect(
      await before('<header><a href="/"><img src="/a.png" alt=""><span>x</span></a></header>'),
    ).toBe('')
    for (const name of ['h2', 'section', 'nav', 'ul', 'p', 'table', 'form', 'figure']) {
      const html = name === 'table' ? '<table><tr><td></td></tr></table>' : `<${name}></${name}>`
      expect(await before(html), name).toContain(`<${name}> stands before it`)
    }
  })

  it('may be a section that the notice itself stands in', () => {
    const html = page('').replace('<h1>', `<div><div>${noticeElement()}</div></div><h1>`)
    expect(typeof readHtml(html, expected, PAGE)).toBe('object')
  })
})

describe('a fragment', () => {
  it('is the notice first of all, without sheets', () => {
    expect(fragmentReason(noticeElement(), expected)).toBe(undefined)
    expect(fragmentReason(`<article>${noticeElement()}<p>x</p></article>`, expected)).toBe(
      undefined,
    )
    expect(fragmentReason(`<p>x</p>${noticeElement()}`, expected)).toBe('"x" stands before it')
    expect(fragmentReason(`${noticeElement()}<style></style>`, expected)).toBe(
      'it leans on <style>, which readers drop',
    )
    for (const nothing of [undefined, null, '', 5, {}]) {
      expect(fragmentReason(nothing, expected)).toBe(
        'no element reads as the notice, whole and word for word',
      )
    }
    expect(fragmentReason(`${noticeElement()}<p style="x">`, expected)).toContain(
      'its styles cannot be read: ',
    )
    expect(fragmentReason(`${noticeElement()}<!-- `, expected)).toBe(
      'the HTML is broken (eof-in-comment)',
    )
  })
})

describe('colours in many conditions', () => {
  const media = (count: number): string =>
    Array.from({length: count}, (_, index) => `@media (min-width:${index}px){.notice{color:#111}}`)
      .join('')
      .replaceAll('#111', 'var(--ink)')

  it('are worked out for all of them together, up to four', async () => {
    expect(await refusal('page', page(undefined, {css: media(3)}))).toBe('')
    expect(await refusal('page', page(undefined, {css: media(4)}))).toContain(
      'its colours depend on too much',
    )
  })

  it('are those of both at once', async () => {
    const css =
      '@media print{.notice p{color:#fff;background:#000}}@media (min-width:1px){.notice p{background:#fff}}'
    expect(await refusal('page', page(undefined, {css}))).toContain('#fff on #fff, too faint')
  })

  it('come from bgcolor too, and are overruled by any style', () => {
    const cell = (attributes: string): string =>
      page(
        `<table bgcolor="#ffffff"><tbody><tr><td ${attributes}>${noticeElement()}</td></tr></tbody></table>`,
      )
    const refused = (attributes: string): string => {
      const html = cell(attributes).replace(/@media \(prefers[^}]*\}\}/, '')
      const read = readHtml(html, expected, PAGE)
      return typeof read === 'string' ? read : ''
    }
    expect(refused('bgcolor="#FFFFFF"')).toBe('')
    expect(refused('bgcolor="#111111" style="background:#fff"')).toBe('')
    expect(refused('bgcolor="#111111"')).toContain('its text is #111 on #111111, too faint')
    expect(refused('bgcolor="white"')).toContain('background-color: white on td can hide it')
  })
})

describe('selectors', () => {
  const hidden = (selector: string): Promise<string> =>
    refusal('page', page(undefined, {css: `${selector}{visibility:hidden}`}))

  it('that reach the notice, or may', async () => {
    for (const selector of [
      '.notice',
      'aside',
      '*',
      'main *',
      'h1 + aside',
      '[lang]',
      'aside:not(.x)',
      'main:has(a)',
      ':where(aside)',
      ':is(.x,.notice)',
      'svg|aside',
      'aside:future',
      ':hover aside',
      ':hover',
      'p:first-child',
      'p:last-child',
      'a:hover > span, .notice:focus-within',
      'body :is(.x)',
    ]) {
      expect(await hidden(selector), selector).toContain('visibility: hidden')
    }
  })

  it('that do not', async () => {
    for (const selector of [
      '.other',
      'nav',
      '#notice',
      'aside > aside',
      'h1',
      'section *',
      'p:only-child',
    ]) {
      expect(await hidden(selector), selector).toBe('')
    }
  })
})

describe('the text of an element', () => {
  it('stands apart in blocks and together in lines', () => {
    const [, , body] = elements('<body>a<p>b</p><p>c<b>d</b><!-- x --></p>e<br>f</body>')
    if (body === undefined) throw new Error('There is no body')
    expect(textWithin(body, 100)?.replace(/ +/g, ' ')).toBe(' a b cd e f ')
    const whole = textWithin(body, 100) ?? ''
    expect(textWithin(body, whole.length)).toBe(whole)
    expect(textWithin(body, whole.length - 1)).toBe(undefined)
    expect(textWithin(body, 1)).toBe(undefined)
  })
})

describe('directions', () => {
  it('are known by language', () => {
    for (const language of ['ar', 'ar-EG', 'HE', 'fa', 'ur-PK', 'ps', 'ckb']) {
      expect(directionOf(language)).toBe('rtl')
    }
    for (const language of ['en', 'es-AR', 'hi', 'de', '', 'are']) {
      expect(directionOf(language)).toBe('ltr')
    }
  })

  it('and language are those of the page', async () => {
    const said = (from: string, to: string): Promise<string> =>
      refusal('page', page().replace(from, to))
    expect(await said('<html lang="en"', '<html lang="fr"')).toContain('in fr, not in en')
    expect(await said('<html lang="en"', '<html')).toContain('in undefined, not in en')
    expect(await said('<html lang="en" dir="ltr"', '<html lang="en"')).toContain(
      'the page does not run ltr',
    )
  })
})

describe('the second notice', () => {
  const topics = ['depression']
  const said = (after: string): Promise<string> => refusal('page', page(undefined, {after}), topics)

  it('stands after the last section of the text', async () => {
    const footer = '<footer><section><h2>About</h2></section></footer>'
    const references = '<section role="doc-endnotes"><h2>References</h2></section>'
    expect(await said(noticeElement() + references + footer)).toBe('')
    expect(await said(`${noticeElement()}<section><h2>More</h2></section>`)).toContain(
      'it is not there again after the last section',
    )
  })

  it('is not asked for where there are no sections', async () => {
    const bare = page().replaceAll(/<section[\s\S]*?<\/section>/g, '')
    expect(await refusal('page', bare, topics)).toBe('')
  })
})
