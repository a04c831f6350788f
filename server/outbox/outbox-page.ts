/** The pages of the outbox, as HTML. */
import {escapeHtml} from '../../publishers/html/escape.ts'
import type {CaughtMail, CaughtText} from './mailbox.ts'
import {OUTBOX_STYLE} from './outbox-style.ts'

export const MAIL_VIEWS = ['phone', 'desktop', 'text', 'source'] as const
export type MailView = (typeof MAIL_VIEWS)[number]

const LABELS: Readonly<Record<MailView, string>> = {
  phone: 'Phone',
  desktop: 'Desktop',
  text: 'Text part',
  source: 'Source',
}

const time = (at: Date): string => at.toISOString().slice(0, 16).replace('T', ' ')

const page = (kind: 'mails' | 'texts', main: string): string => {
  const link = (href: string, label: string, isHere: boolean): string =>
    `<a href="${href}"${isHere ? ' aria-current="page"' : ''}>${label}</a>`
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Outbox · Throwline</title>
<style>${OUTBOX_STYLE}</style>
</head>
<body>
<header>
<h1>Outbox</h1>
<nav class="kinds" aria-label="Channels">${link('/outbox/', 'Mail', kind === 'mails')}${link('/outbox/texts/', 'Text messages', kind === 'texts')}</nav>
<p>Everything that was sent, caught on this machine. Nobody else got it.</p>
<a href="/">Site</a>
</header>
<main>
${main}
</main>
</body>
</html>
`
}

const EMPTY = `<p class="empty">Nothing was sent yet. <a href="/subscribe/">Sign up</a> with any address, or send a digest:<br><code>npm run -s throwline -- send digest SLUG</code></p>`

const listItem = (mail: CaughtMail, chosen: string | undefined): string =>
  `<li><a href="/outbox/mails/${encodeURIComponent(mail.id)}/"${mail.id === chosen ? ' aria-current="page"' : ''}><strong>${escapeHtml(mail.subject)}</strong><span>${escapeHtml(mail.to)} · ${time(mail.at)}</span></a></li>`

const shown = (mail: CaughtMail, view: MailView): string => {
  if (view === 'text') return `<pre>${escapeHtml(mail.text)}</pre>`
  if (view === 'source') return `<pre>${escapeHtml(mail.source)}</pre>`
  const look = view === 'phone' ? ' class="narrow"' : ''
  return `<iframe${look} title="${escapeHtml(mail.subject)}" src="/outbox/mails/${encodeURIComponent(mail.id)}/html" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>`
}

const RETURNS: Readonly<Record<string, string>> = {
  bounce: 'Let it bounce',
  complaint: 'Report as spam',
  leave: 'Unsubscribe by mail',
}

/** What a mail program or its service would do, to see what becomes of it. */
const returnForm = ({id, returns}: CaughtMail): string => {
  const buttons = returns.flatMap((kind) => {
    const label = RETURNS[kind]
    return label === undefined
      ? []
      : [`<button name="kind" value="${kind}" type="submit">${label}</button>`]
  })
  return buttons.length === 0
    ? ''
    : `<form class="returns" method="post" action="/outbox/mails/${encodeURIComponent(id)}/returned">${buttons.join('')}</form>`
}

export interface ChosenMail {
  readonly mail: CaughtMail
  readonly view: MailView
  /** What was done about it, having come back. */
  readonly said?: string
}

/** `chosen` with its view, or the list alone. */
export const mailsPage = (mails: readonly CaughtMail[], chosen?: ChosenMail): string => {
  if (mails.length === 0) return page('mails', EMPTY)
  const list = `<ul class="list">
${mails.map((mail) => listItem(mail, chosen?.mail.id)).join('\n')}
</ul>`
  if (chosen === undefined) return page('mails', `${list}\n<p class="empty">Choose a mail.</p>`)
  const {mail, view, said} = chosen
  const views = MAIL_VIEWS.map(
    (each) =>
      `<a href="/outbox/mails/${encodeURIComponent(mail.id)}/?view=${each}"${each === view ? ' aria-current="page"' : ''}>${LABELS[each]}</a>`,
  )
  return page(
    'mails',
    `${list}
<section class="letter" aria-labelledby="subject">
<div>
<h2 id="subject">${escapeHtml(mail.subject)}</h2>
<p class="meta">From ${escapeHtml(mail.from)} to ${escapeHtml(mail.to)} · ${time(mail.at)}</p>
</div>
${
  said === undefined
    ? ''
    : `<p role="status">${escapeHtml(said)}</p>
`
}<nav class="views" aria-label="Views">${views.join('')}</nav>
${shown(mail, view)}
${returnForm(mail)}
</section>`,
  )
}

const bubble = ({text, isAnswer}: CaughtText): string =>
  `<p class="bubble${isAnswer ? ' mine' : ''}">${escapeHtml(text)}</p>`

/** Oldest first on each phone, the phone with the latest message first. */
export const textsPage = (texts: readonly CaughtText[]): string => {
  if (texts.length === 0) return page('texts', EMPTY)
  const phones = [...Map.groupBy(texts, ({to}) => to)].map(
    ([to, own]) => `<section class="phone">
<h2>${escapeHtml(to)}</h2>
${own.toReversed().map(bubble).join('\n')}
<form method="post" action="/outbox/texts/">
<input type="hidden" name="from" value="${escapeHtml(to)}">
<input name="text" aria-label="Answer from ${escapeHtml(to)}" placeholder="YES, STOP, HELP …" required>
<button type="submit">Send</button>
</form>
</section>`,
  )
  return page('texts', `<div class="phones">\n${phones.join('\n')}\n</div>`)
}
