/** The reading by an outline says what the whole reading says, or nothing. Of anything: `outline-spoiled.test.ts`. */
import {describe, expect, it} from 'vitest'
import {FRAGMENT, type Kind, MAIL, PAGE} from '../../verification/html/kinds.ts'
import {notice, noticeElement, page} from './artefacts.ts'
import {byHand, compare, samples} from './both-readings.ts'

const HEAD = '<head><title>T</title></head>'
const mail = (body: string, head = HEAD): string =>
  `<!doctype html><html lang="en" dir="ltr">${head}<body>${body}</body></html>`
const own = noticeElement()
const rule = (css: string, body = own, after = ''): string => page(body, {css, after})
const before = (html: string): string => page(html + own)
const opening = notice.heading.slice(0, 8)
/** The same notice, its first letter as a reference. */
const spelled = own.replace(`>${opening}`, `>&#${opening.charCodeAt(0)};${opening.slice(1)}`)

type Case = readonly [html: string, kind: Kind]

/** The outline tells that the notice is where it belongs. */
const READ: Readonly<Record<string, Case>> = {
  'a page': [page(), PAGE],
  'a page without a sheet': [page().replace(/<style>[^]*<\/style>/, ''), PAGE],
  'a title and a masthead before it': [
    before('<header><a href="x">a</a><hr></header>'.replace('<hr>', '')),
    PAGE,
  ],
  'words before it, just few enough': [before(`<div>${'x'.repeat(380)}</div>`), PAGE],
  'a preheader, of any elements': [mail(`<div style="display:none"><p>a</p></div>${own}`), MAIL],
  'white space before it': [mail(`\n \t${own}`), MAIL],
  scaffolding: [mail(`<!--[if mso]><table><![endif]-->${own}<!-- x -->`), MAIL],
  'rows that are in no tbody': [mail(`<table><tr><td>${own}</td></tr></table>`), MAIL],
  'a fragment': [`${own}<p>a</p>`, FRAGMENT],
  'a fragment in one element': [`<article>\n${own}<p>a &amp; b</p></article>`, FRAGMENT],
  'words that begin like it': [
    page(`${own}<p>${opening}</p><p>${opening} x ${'y '.repeat(600)}</p>`),
    PAGE,
  ],
  'a style that hides something else': [page(`${own}<p style="display:none">a</p>`), PAGE],
  'a picture with its height': [
    page(`${own}<p><img src="x" alt="" style="height:40px"></p>`),
    PAGE,
  ],
  'a rule for the children of something else': [
    rule('.x>p:first-child{position:fixed}', own, '<p>x</p>'),
    PAGE,
  ],
  'a rule for something else by its siblings': [rule('h1+p{visibility:hidden}'), PAGE],
  'a skip link': [
    rule('.skip{position:absolute;inset-inline-start:-999rem}').replace(
      '<body>',
      '<body><a class="skip" href="#a">b</a>',
    ),
    PAGE,
  ],
  'something stuck to its own parent': [
    rule('.x{position:sticky}', own, '<div><p class="x">a</p></div>'),
    PAGE,
  ],
  'a notice that begins with a reference': [page(spelled), PAGE],
  'a footer with a section after the last notice': [
    page(undefined, {after: `${own}<footer><section><p>a</p></section></footer>`}),
    PAGE,
  ],
  'a section after a footer, which the last notice must follow': [
    page(undefined, {after: `${own}<footer><p>a</p></footer><section><p>a</p></section>`}),
    PAGE,
  ],
  'a section after a footer that the last notice follows': [
    page(undefined, {after: `<footer><p>a</p></footer><section><p>a</p></section>${own}`}),
    PAGE,
  ],
  'a reference in the title': [page().replace('<title>T', '<title>A &amp; B'), PAGE],
}

/** The whole must be read, whatever comes of it. */
const LEFT: Readonly<Record<string, Case>> = {
  'no notice': [page('<p>a</p>'), PAGE],
  'half a notice': [page(own.replace(/<p>[^]*?<\/p>\n/, '')), PAGE],
  'two halves': [page(`<div>${own.replace(/\n/, '</div><div>')}</div>`), PAGE],
  'a notice in an element without an end tag': [
    page(
      `<table>${own
        .replace(/<\/?aside[^>]*>/g, '')
        .replace(/<p>/g, '<tr><td><p>')
        .replace(/<\/p>/g, '</p></td></tr>')}</table>`,
    ),
    PAGE,
  ],
  'a title that reads like it': [page().replace('<title>T', `<title>${opening}`), PAGE],
  'a title that may': [page().replace('<title>T', '<title>&nbsp;&amp;'), PAGE],
  'too many words before it': [before(`<div>${'x'.repeat(400)}</div>`), PAGE],
  'too many words before it, next to it': [before('x'.repeat(401)), PAGE],
  'an element before it': [before('<p></p>'), PAGE],
  'an element before it, within another': [before('<div><div><p></p></div></div>'), PAGE],
  'words before it in a mail': [mail(`<div style="display:none">a</div>b${own}`), MAIL],
  'an element in a mail': [mail(`<div></div>${own}`), MAIL],
  'a break in a mail': [mail(`<br>${own}`), MAIL],
  'a notice in a preheader': [mail(`<div style="display:none">${own}</div>`), MAIL],
  'a sheet in a mail': [mail(own, '<head><style></style></head>'), MAIL],
  'two sheets': [page().replace('<style>', '<style></style><style>'), PAGE],
  'a sheet that cannot be read': [rule('@import "x";'), PAGE],
  'a rule for all': [rule('*{position:fixed}'), PAGE],
  'a rule for the head': [rule('title{position:fixed}'), PAGE],
  'a rule that hides it by its sibling': [rule('h1+aside{visibility:hidden}'), PAGE],
  'a rule that hides it by its last sibling': [
    rule('aside:last-child{visibility:hidden}').replace(/<section[^]*<\/section>\n/, ''),
    PAGE,
  ],
  'a rule that hides it by a later state': [rule('main:has(h1) aside{visibility:hidden}'), PAGE],
  'a rule that covers it': [rule('section p{position:fixed}'), PAGE],
  'a rule for a tbody that is not there': [
    rule('tbody{position:fixed}', own, '<table><tr><td>a</td></tr></table>'),
    PAGE,
  ],
  'a style that covers it': [page(`${own}<p style="position:fixed">a</p>`), PAGE],
  'a style that covers it, in a mail': [mail(`${own}<p style="position:fixed">a</p>`), MAIL],
  'a link that is not the first, in a mail': [
    mail(`${own}<a href="x" style="position:absolute;inset-inline-start:-999rem">a</a>`),
    MAIL,
  ],
  'a style that cannot be read': [page(`${own}<p style="x">a</p>`), PAGE],
  'a property of its own': [page(`${own}<p style="--a:b">a</p>`), PAGE],
  'a script': [page(undefined, {head: '<script>x</script>'}), PAGE],
  'a link to a sheet': [page(undefined, {head: '<link rel="stylesheet" href="x">'}), PAGE],
  'a script as an address': [page(`${own}<a href="javascript:x">a</a>`), PAGE],
  'an attribute of the body': [page().replace('<body>', '<body onload="x">'), PAGE],
  'a comment that is markup': [page(`${own}<!-- [x] -->`), PAGE],
  'a comment that is markup, in the head': [page(undefined, {head: '<!-- [x] -->'}), PAGE],
  'a comment in an attribute': [page(`${own}<p title="<!-- [x] -->">a</p>`), PAGE],
  'something unclosed': [page(`${own}<p>a`), PAGE],
  'something after the end': [`${page()}<p>a</p>`, PAGE],
  'a second notice that hides': [
    page(undefined, {after: `<div style="opacity:0">${own}</div>`}),
    PAGE,
  ],
  'a second notice that hides, spelled another way': [
    page(undefined, {after: `<div style="opacity:0">${spelled}</div>`}),
    PAGE,
  ],
  'an end tag too many in a fragment': [`${own}</div><p style="position:fixed">a</p>`, FRAGMENT],
  'a form': [page(`${own}<form></form>`), PAGE],
}

describe('the reading by an outline', () => {
  for (const [name, [html, kind]] of Object.entries(READ)) {
    it(`takes ${name}`, () => {
      const {byOutline, difference} = compare(byHand(name, html, kind))
      expect(difference).toBe('')
      expect(byOutline).toBe(true)
    })
  }

  for (const [name, [html, kind]] of Object.entries(LEFT)) {
    it(`leaves ${name}`, () => {
      const {byOutline, difference} = compare(byHand(name, html, kind))
      expect(difference).toBe('')
      expect(byOutline).toBe(false)
    })
  }

  it('says of whatever the publishers make what the whole reading says', () => {
    const readings = samples.map((sample) => ({name: sample.name, ...compare(sample)}))
    expect(readings.filter(({difference}) => difference !== '')).toEqual([])
    expect(readings.filter(({isRefused}) => isRefused)).toEqual([])
    expect(readings.filter(({byOutline}) => byOutline).length).toBeGreaterThan(
      0.85 * readings.length,
    )
  })
})
