/** Hand-made artefacts that are right, for the drill to spoil. Independent of the publishers. */
import type {CrisisNotice} from '../../crisis-notice/notice.ts'
import {noticeLines, noticeText} from '../../crisis-notice/lines.ts'
import {createGate} from '../../verification/gate.ts'
import {noticeBook} from '../support/model.ts'

export const AUDIENCE = {country: 'US', language: 'en'} as const
export const book = noticeBook()
export const gate = createGate(book, {origin: 'https://health.example'})
export const expectation = {audience: AUDIENCE, topics: ['sleep']} as const
export const notice = book.notice(AUDIENCE, expectation.topics)

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

export const noticeElement = (
  which: CrisisNotice = notice,
  attributes = 'class="notice"',
): string =>
  `<aside lang="en" dir="ltr" ${attributes}>${noticeLines(which)
    .map(
      ({runs}) =>
        `<p>${runs
          .map(({text, href}) =>
            href === undefined ? escape(text) : `<a href="${escape(href)}">${escape(text)}</a>`,
          )
          .join('')}</p>`,
    )
    .join('\n')}</aside>`

export const page = (
  inside: string = noticeElement(),
  {css = '', head = '', after = ''}: {css?: string; head?: string; after?: string} = {},
): string =>
  `<!doctype html>
<html lang="en" dir="ltr"><head><meta charset="utf-8"><title>T</title>${head}<style>
:root{--ink:#111;--paper:#fff}body{color:var(--ink);background:var(--paper)}a{color:var(--ink)}.notice{padding:16px}
@media (prefers-color-scheme:dark){:root{--ink:#eee;--paper:#111}}${css}</style></head>
<body><main><h1>Sleep</h1>
${inside}
<section id="a"><h2>What it is</h2><p>Text.</p></section>
<section id="b"><h2>What helps</h2><p>More.</p></section>
${after}</main></body></html>`

const base64 = (text: string): string =>
  (
    Buffer.from(text, 'utf8')
      .toString('base64')
      .match(/.{1,76}/g) ?? []
  ).join('\r\n')

export const mailHtml = (inside: string = noticeElement()): string =>
  `<!doctype html><html lang="en"><head><title>T</title></head><body style="margin:0"><div style="display:none">A teaser</div><div>${inside}</div><h1>Sleep</h1><h2>What it is</h2><p>Text.</p></body></html>`

export const mailText = (): string => `${noticeText(notice)}\n\nSLEEP\n\nText.\n`

export const mail = (
  {html = mailHtml(), text = mailText()}: {html?: string; text?: string} = {},
  headers: readonly string[] = [],
): string =>
  [
    'From: Lantern <digest@health.example>',
    'To: undisclosed-recipients:;',
    'Subject: Sleep',
    'Date: Mon, 02 Mar 2026 08:00:00 +0000',
    'Message-ID: <a@health.example>',
    'MIME-Version: 1.0',
    ...headers,
    'Content-Type: multipart/alternative; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    base64(text),
    '--b',
    'Content-Type: text/html; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    base64(html),
    '--b--',
    '',
  ].join('\r\n')

export const refusal = async (
  format: 'page' | 'mail' | 'sms' | 'partnerArticle',
  text: string,
  topics: readonly string[] = expectation.topics,
): Promise<string> => {
  try {
    await gate.inspect({path: 'x', format, text}, {audience: AUDIENCE, topics})
  } catch (error) {
    if (error instanceof Error && error.name === 'NoticeLostError') return error.message
    throw error
  }
  return ''
}
