/** Ways in which partners show a notice, right and wrong, each a row. */
import type {Verdict} from '../../audit/result.ts'
import {notice} from './newsroom.ts'

export const TITLE = 'Ketamine for treatment-resistant depression: help, risks, and doubts'

export const NOTICE = notice('ketamine')

interface Parts {
  readonly notice?: string
  readonly head?: string
  readonly body?: string
  readonly lang?: string
  readonly end?: string
}

const PROSE =
  '<p>Some clinics offer it as an infusion, others as a nasal spray. It acts within hours, and wears off within days. Ask what happens after the last session before you begin the first.</p>'.repeat(
    12,
  )

/** A partner's own layout around whatever stands for the notice. */
export const partnerPage = ({
  notice: shown = NOTICE,
  head = '',
  body = '',
  lang = 'en',
  end = '',
}: Parts = {}) =>
  `<!doctype html>
<html lang="${lang}">
<head><meta charset="utf-8"><title>${TITLE} | Northside Clinic</title>${head}</head>
<body>
<header><a href="/">Northside Clinic</a> <nav><a href="/visit">Visit us</a> <a href="tel:+15550100">Call the desk: 555-0100</a></nav></header>
${body}
<article><h1>${TITLE}</h1>
<div class="slot">${shown}</div>
<section class="text">${PROSE}</section></article>
<footer>Open Mon-Fri 09:00-17:00. Since 1998.</footer>
${end}
</body></html>`

export interface Way {
  readonly name: string
  readonly html: string
  readonly verdict: Verdict
  /** What the reason must say. */
  readonly finds?: RegExp
  /** What it must not say. */
  readonly blames?: RegExp
  /** In the browser, where that is another. */
  readonly rendered?: Verdict
  /** `false`: what its scripts do is not known from the HTML. */
  readonly isStatic?: boolean
}

const styled = (css: string, html = NOTICE): string => `<div style="${css}">${html}</div>`

/** As a script would put it there. */
const inScript = (html: string): string => JSON.stringify(html).replaceAll('</', String.raw`<\/`)

const OWN_LAYOUT = `<div class="card"><b>Help right now</b>
<p>Emergency? Dial <a href="tel:911">9-1-1</a>.</p>
<dl><dt>SAMHSA National Helpline</dt><dd>(800) 662&nbsp;4357</dd>
<dt>988 Suicide &amp; Crisis Lifeline</dt><dd>Call or text <strong>9</strong><strong>8</strong><strong>8</strong>, or <a href="http://www.988lifeline.org/chat/">chat</a></dd>
<dt>Crisis Text Line</dt><dd>Text HOME to 741-741 or <a href="https://crisistextline.org/?from=partner">write online</a></dd></dl></div>`

export const RIGHT: readonly Way[] = [
  {name: 'as we hand it over', html: partnerPage(), verdict: 'current'},
  {name: 'in a layout of its own', html: partnerPage({notice: OWN_LAYOUT}), verdict: 'current'},
  {
    name: 'after the text, in a sidebar',
    html: partnerPage({notice: '', end: `<aside class="side">${NOTICE}</aside>`}),
    verdict: 'current',
  },
  {
    name: 'under a small bar for cookies',
    html: partnerPage({
      end: '<div style="position:fixed;left:0;right:0;bottom:0;height:60px;background:#222;color:#fff">We use cookies. <button>Fine</button></div>',
    }),
    verdict: 'current',
  },
  {
    name: 'in an open <details>',
    html: partnerPage({notice: `<details open><summary>Help</summary>${NOTICE}</details>`}),
    verdict: 'current',
  },
  {
    name: 'with a number of the partner beside it, and figures around it',
    html: partnerPage({
      notice: `<p>In 2025 the 988 Suicide &amp; Crisis Lifeline took 5,000,000 calls, 13500 a day.</p>${NOTICE}<p>Our desk: <a href="tel:+15550100">555-0100</a>, room 1234.</p>`,
    }),
    verdict: 'current',
  },
  {
    name: 'twice, one of them for print alone',
    html: partnerPage({
      head: '<style>.print{display:none}@media print{.print{display:block}.slot{display:none}}</style>',
      end: `<div class="print">${NOTICE}</div>`,
    }),
    verdict: 'current',
  },
  {
    name: 'hidden by a rule that another one overrules',
    html: partnerPage({
      head: '<style>.slot{display:none}article .slot{display:block}@media (max-width:1px){.slot{display:none!important}}</style>',
    }),
    verdict: 'current',
  },
]

const WRONG_NOTICE: readonly Way[] = [
  {name: 'removed', html: partnerPage({notice: ''}), verdict: 'missing'},
  {
    name: 'a helpline in passing alone',
    html: partnerPage({notice: '<p>Some readers call 988 Suicide &amp; Crisis Lifeline: 988.</p>'}),
    verdict: 'missing',
  },
  {
    name: 'without the emergency number',
    html: partnerPage({notice: NOTICE.replace(/<p><a href="tel:911">.*?<\/p>/s, '')}),
    verdict: 'incomplete',
    finds: /emergency number 911/,
  },
  {
    name: 'one helpline left out',
    html: partnerPage({notice: NOTICE.replace(/<li>(?:(?!<li>).)*Crisis Text Line.*?<\/li>/s, '')}),
    verdict: 'incomplete',
    finds: /Not there: Crisis Text Line\./,
  },
  {
    name: 'links to chats without their address',
    html: partnerPage({notice: NOTICE.replaceAll(/<a href="https:[^"]*">/g, '<a href="#">')}),
    verdict: 'incomplete',
    finds: /chat of 988/,
  },
  {
    name: 'the old number',
    html: partnerPage({
      notice: NOTICE.replace(
        '988 Suicide &amp; Crisis Lifeline',
        'National Suicide Prevention Lifeline',
      )
        .replace('tel:988', 'tel:18002738255')
        .replace('Call 988', 'Call 1-800-273-8255'),
    }),
    verdict: 'outdated',
    finds:
      /National Suicide Prevention Lifeline with \+18002738255.*988 Suicide & Crisis Lifeline \(988\)/,
  },
  {
    name: 'the old number further down, beside a right notice',
    html: partnerPage({end: '<p>Or call 800.273.8255 at any time.</p>'}),
    verdict: 'outdated',
    finds: /retired on 2022-07-16/,
  },
  {
    name: 'digits swapped',
    html: partnerPage({
      notice: NOTICE.replaceAll('1-800-662-4357', '1-800-662-4375').replaceAll(
        '+18006624357',
        '+18006624375',
      ),
    }),
    verdict: 'outdated',
    finds: /SAMHSA National Helpline is shown with 1-800-662-4375; it is 1-800-662-4357/,
  },
  {
    name: 'another number to call under the right name',
    html: partnerPage({
      notice: NOTICE.replace('tel:988', 'tel:18885550142').replace(
        'Call 988',
        'Call 1-888-555-0142',
      ),
    }),
    verdict: 'outdated',
    finds: /988 Suicide & Crisis Lifeline is shown with 18885550142; it is 988 today/,
  },
  {
    name: 'a number in words alone, and not the right one',
    html: partnerPage({notice: OWN_LAYOUT.replace('741-741', '741-471')}),
    verdict: 'outdated',
    finds: /Crisis Text Line is shown with 741-471; it is 741741 today/,
  },
  {
    name: 'a line that nobody knows in place of one of ours',
    html: partnerPage({
      notice: NOTICE.replace('988 Suicide &amp; Crisis Lifeline', 'Night Line')
        .replace('tel:988', 'tel:18885550142')
        .replace('Call 988', 'Call 1-888-555-0142'),
    }),
    verdict: 'outdated',
    finds: /dials 18885550142, which is no number of the notice; 988 Suicide & Crisis Lifeline/,
    blames: /SAMHSA/,
  },
  {
    name: 'a link that dials another number than it shows',
    html: partnerPage({notice: NOTICE.replace('tel:+18006624357', 'tel:+18005550199')}),
    verdict: 'outdated',
    finds: /"Call 1-800-662-4357" dials \+18005550199/,
  },
  {
    name: 'the notice of another country',
    html: partnerPage({notice: notice('ketamine', 'GB')}),
    verdict: 'missing',
    finds: /notice for GB; its readers are in US/,
  },
]

const HIDDEN: readonly Way[] = [
  {
    name: 'display: none',
    html: partnerPage({notice: styled('display:none')}),
    verdict: 'hidden',
    finds: /display: none/,
  },
  {
    name: 'display: none by a style sheet',
    html: partnerPage({head: '<style>article>.slot:not(.open){display:none}</style>'}),
    verdict: 'hidden',
    finds: /display: none on <div class="slot">/,
  },
  {
    name: 'visibility: hidden',
    html: partnerPage({notice: styled('visibility:hidden')}),
    verdict: 'hidden',
    finds: /visibility: hidden/,
  },
  {
    name: 'opacity: 0',
    html: partnerPage({notice: styled('opacity:0')}),
    verdict: 'hidden',
    finds: /opacity/,
  },
  {
    name: 'in a closed <details>',
    html: partnerPage({notice: `<details><summary>Help</summary>${NOTICE}</details>`}),
    verdict: 'hidden',
    finds: /closed <details>/,
  },
  {
    name: 'white on white',
    html: partnerPage({head: '<style>.slot,.slot a{color:#fff}</style>'}),
    verdict: 'hidden',
    finds: /letters are/,
  },
  {
    name: 'off the screen',
    html: partnerPage({notice: styled('position:absolute;left:-9999px')}),
    verdict: 'hidden',
    finds: /off the/,
  },
  {
    name: 'for screen readers alone',
    html: partnerPage({
      notice: styled('position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0,0,0,0)'),
    }),
    verdict: 'hidden',
    finds: /height: 1px|clipped away|cuts it off/,
  },
  {
    name: 'too small to read',
    html: partnerPage({notice: styled('font-size:2px')}),
    verdict: 'hidden',
    finds: /2 px high/,
  },
  {
    name: 'under a wall of cookies',
    html: partnerPage({
      end: '<div id="wall" style="position:fixed;inset:0;background:#fff">Accept all cookies to read on. <button>Accept</button></div>',
    }),
    verdict: 'hidden',
    finds: /<div id="wall"> lies over/,
  },
  {
    name: 'cut off by a height',
    html: partnerPage({notice: styled('max-height:44px;overflow:hidden')}),
    verdict: 'hidden',
    finds: /cuts it off/,
  },
  {
    name: 'cut off by a line clamp',
    html: partnerPage({
      notice: styled(
        'display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2;overflow:hidden',
      ),
    }),
    verdict: 'hidden',
    finds: /cuts it off/,
  },
  {
    name: 'in a tab that is not open',
    html: partnerPage({
      notice: `<div role="tablist"><button role="tab" aria-selected="true">About</button><button role="tab">Help</button></div><div role="tabpanel">About us</div><div role="tabpanel" hidden>${NOTICE}</div>`,
    }),
    verdict: 'hidden',
    finds: /hidden on <div>|display: none on <div>/,
  },
  {
    name: 'in a dialog that is not open',
    html: partnerPage({notice: `<dialog>${NOTICE}</dialog>`}),
    verdict: 'hidden',
    finds: /<dialog>/,
  },
  {
    name: 'in a comment',
    html: partnerPage({notice: `<!-- ${NOTICE} -->`}),
    verdict: 'hidden',
    finds: /comment of the HTML/,
  },
  {
    name: 'in <noscript>',
    html: partnerPage({notice: `<noscript>${NOTICE}</noscript>`}),
    verdict: 'hidden',
    finds: /<noscript>/,
  },
  {
    name: 'in <template>',
    html: partnerPage({notice: `<template>${NOTICE}</template>`}),
    verdict: 'hidden',
    finds: /<template>/,
  },
  {
    name: 'in JSON-LD alone',
    html: partnerPage({
      notice: '',
      head: '<script type="application/ld+json">{"@type":"ContactPoint","name":"988 Suicide & Crisis Lifeline","telephone":"988"}</script>',
    }),
    verdict: 'hidden',
    finds: /JSON-LD/,
  },
  {
    name: 'numbers in title attributes alone',
    html: partnerPage({
      notice:
        '<h2>Need help now?</h2><p><abbr title="988 Suicide &amp; Crisis Lifeline: call 988">Somebody will listen</abbr>, or in an emergency <abbr title="911">call</abbr>.</p>',
    }),
    verdict: 'hidden',
    finds: /title attribute/,
  },
  {
    name: 'a picture of the notice',
    html: partnerPage({
      notice:
        '<img src="/help.png" width="600" height="200" alt="Need help now? Call 988, in an emergency 911">',
    }),
    verdict: 'hidden',
    finds: /behind a picture/,
  },
  {
    name: 'kept from screen readers',
    html: partnerPage({notice: `<div aria-hidden="true">${NOTICE}</div>`}),
    verdict: 'hidden',
    finds: /aria-hidden/,
  },
]

const SCRIPTED: readonly Way[] = [
  {
    name: 'put there by a script',
    html: partnerPage({
      notice: '',
      end: `<script>setTimeout(() => {document.querySelector('.slot').innerHTML = ${inScript(NOTICE)}}, 50)</script>`,
    }),
    verdict: 'missing',
    rendered: 'current',
    isStatic: false,
  },
  {
    name: 'put into a shadow by a script',
    html: partnerPage({
      notice: '',
      end: `<script>document.querySelector('.slot').attachShadow({mode: 'open'}).innerHTML = ${inScript(NOTICE)}</script>`,
    }),
    verdict: 'missing',
    rendered: 'current',
    isStatic: false,
  },
  {
    name: 'taken out by a script',
    html: partnerPage({end: `<script>document.querySelector('.slot').remove()</script>`}),
    verdict: 'current',
    rendered: 'missing',
    isStatic: false,
  },
  {
    name: 'gone on phones',
    html: partnerPage({head: '<style>@media (max-width:600px){.slot{display:none}}</style>'}),
    verdict: 'current',
    rendered: 'hidden',
    isStatic: false,
  },
]

export const WRONG: readonly Way[] = [...WRONG_NOTICE, ...HIDDEN]
export const BY_SCRIPT = SCRIPTED
