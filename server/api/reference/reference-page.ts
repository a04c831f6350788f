/** The reference page of the API, made of its document, with the notice as on every page. In English. */
import type {SitePublication} from '../../../crisis-notice/policy.ts'
import {escapeHtml} from '../../../publishers/html/escape.ts'
import type {Output} from '../../../publishers/publisher.ts'
import {pageHtml} from '../../../publishers/web/frame.ts'
import {rootedLinks} from '../../../publishers/web/links.ts'
import {webNotice} from '../../../publishers/web/notice.ts'
import type {ApiDocument} from '../document/document.ts'
import {PROBLEMS} from '../problems.ts'
import {block, code, operationHtml, prose, table} from './operation-html.ts'
import {REFERENCE_SHEET} from './reference-style.ts'

const startHtml = (publicUrl: string): string => `<h2 id="start">Start</h2>
<p>You need a key from the publisher. It looks like ${code('tl_<id>_<secret>')} and goes with every request:</p>
${block(`export KEY=tl_…\ncurl -H "Authorization: Bearer $KEY" "${publicUrl}/api/v1/articles?limit=1"`)}
<p>Keep it on your server. Where a browser of a reader must ask, tell the publisher the origin of your pages. For tools there is the
<a href="openapi.json">OpenAPI 3.1 document</a>.</p>
<h2 id="notice">The crisis notice</h2>
<p>Some of those who read about depression, addiction or abuse are in danger while they read. Every answer that holds text of an
article holds the notice for its readers: as ${code('crisisNotice')}, and first in ${code('html')} and ${code('text')}. Show it with
the text, first and whole. No choice of ${code('fields')} drops it. ${prose('`country` decides which notice it is: say where your readers are.')}</p>
<h2 id="fresh">Stay fresh</h2>
<p>Send back the ${code('ETag')} in ${code('If-None-Match')}: what has not changed costs a 304 without a body. For a copy of your own:</p>
<ol class="steps">
<li>${prose('Note the `cursor` of `/api/v1/changes?since=latest`.')}</li>
<li>${prose('Read all pages of `/api/v1/articles`, following `nextCursor`.')}</li>
<li>${prose('Ask for `/api/v1/changes?since=<cursor>` every few minutes. Fetch again what was published, updated or corrected; take down what was `retracted` or `removed`; after `helplineChanged` and `noticeChanged` ask for all articles again: those with another notice have another ETag.')}</li>
</ol>
<h2 id="limits">Limits</h2>
<p>${prose('`RateLimit-Policy` says how many requests a minute your key has, `RateLimit` how many are left. Beyond them the answer is 429 with `Retry-After` in seconds.')}</p>`

const problemsHtml = (): string => {
  const rows = Object.entries(PROBLEMS).map(([name, {status, title, mend}]) => [
    `<span id="${name}">${code(name)}</span>`,
    code(String(status)),
    `${escapeHtml(title)}. ${escapeHtml(mend)}`,
  ])
  return `<h2 id="problems">Problems</h2>
<p>${prose('An answer that is none is `application/problem+json` (RFC 9457): `type`, `title`, `status`, `detail`, `code` and `instance`. Go by `code`; it stays the same.')}</p>
${table(['Code', 'Status', 'What to do'], rows)}`
}

/** Throws PublisherError for a site in a language without interface words. */
export const referenceOutput = (publication: SitePublication, document: ApiDocument): Output => {
  const {site, notice, audience} = publication
  const publicUrl = document.servers?.[0]?.url ?? site.url
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    item.get === undefined ? [] : [{path, operation: item.get}],
  )
  const {info} = document
  const contents = [
    ['start', 'Start'],
    ['notice', 'The crisis notice'],
    ['fresh', 'Stay fresh'],
    ['limits', 'Limits'],
    ...operations.map(({operation: {operationId = '', summary = ''}}) => [operationId, summary]),
    ['problems', 'Problems'],
  ].map(([id = '', name = '']) => `<li><a href="#${id}">${escapeHtml(name)}</a></li>`)
  const example = {publicUrl, slug: 'small-steps'}
  return Object.freeze({
    channel: 'web',
    format: 'page',
    path: 'web/api/v1/index.html',
    documentId: site.id,
    revision: site.revision,
    audience,
    text: pageHtml({
      site,
      language: site.defaultLanguage,
      documentId: site.id,
      title: info.title,
      description: info.description ?? '',
      url: `${publicUrl}/api/v1/`,
      links: rootedLinks(site),
      images: [],
      head: ['<meta name="robots" content="noindex">'],
      sheet: REFERENCE_SHEET,
      main: `<div class="article">
<h1>${escapeHtml(info.title)}</h1>
${webNotice(notice, 'top')}
<div class="columns">
<nav class="contents" aria-labelledby="contents" lang="en" dir="ltr">
<p id="contents">On this page</p>
<ul>
${contents.join('\n')}
</ul>
</nav>
<div class="text" lang="en" dir="ltr">
<p class="summary">${escapeHtml(info.description ?? '')}</p>
${startHtml(publicUrl)}
<h2 id="operations">Requests</h2>
${operations.map(({path, operation}) => operationHtml(path, operation, example)).join('\n')}
${problemsHtml()}
</div>
</div>
</div>`,
    }),
  })
}
