/**
 * Reads a reference in the style of the AMA Manual of Style, 11th edition, chapter 3: journal
 * article, book, chapter, report, web page. The reverse of content/ama as far as the text allows: what
 * it leaves out (authors after the third, a journal's full name, a report's kind) stays open and is named.
 */
import {type Authors, isOrganization, readAuthors} from './authors.ts'
import {type Imprint, issueImprint, publisherImprint} from './imprint.ts'
import {missingFrom} from './missing.ts'
import type {ReferenceFields, ReferenceReading} from './reading.ts'
import {joinedJournal, sentences, withoutStop} from './sentences.ts'
import {readTail} from './tail.ts'

interface Front {
  readonly authors?: Authors
  readonly fields: ReferenceFields
  readonly unread?: readonly string[]
  readonly check?: readonly string[]
}

/** Invisible characters come with texts copied from web pages. */
const HIDDEN = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/gu

/** A reference is one line, with its number in the list it was copied from. */
const oneLine = (text: string): string =>
  text
    .replace(HIDDEN, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^(?:\[\d{1,3}\]|\d{1,3}[.)])\s+/u, '')

const titled = (parts: readonly string[]): {readonly title?: string} => {
  const title = withoutStop(parts.join(' '))
  return title === '' ? {} : {title}
}

const withAuthors = (read: Authors | undefined): {readonly authors?: Authors} =>
  read === undefined ? {} : {authors: read}

/** Splits the authors off, when what follows them is enough for a work of its own. */
const splitAuthors = (parts: readonly string[], others: number) => {
  const [first = '', ...rest] = parts
  const read = rest.length >= others ? readAuthors(withoutStop(first)) : undefined
  return {...withAuthors(read), rest: read === undefined ? parts : rest}
}

const journalFront = (before: string): Front => {
  const {rest, ...named} = splitAuthors(joinedJournal(sentences(before)), 2)
  const container = rest.length > 1 ? withoutStop(rest.at(-1) ?? '') : ''
  return {
    ...named,
    fields: {
      ...titled(container === '' ? rest : rest.slice(0, -1)),
      ...(container !== '' && {containerAbbreviation: container}),
    },
  }
}

const EDITION = /^(?:\d+(?:st|nd|rd|th)|[Rr]ev(?:ised)?|First|Second|Third) ed(?:ition)?\.?$/u

const VOLUME = /^Vol(?:ume)? (\S+?)\.?$/u

/** An edition and a volume stand between the title and the publisher. */
const bookTitle = (parts: readonly string[]) => {
  const editions = parts.filter((part) => EDITION.test(part))
  const volume = parts.map((part) => VOLUME.exec(part)?.[1]).find((each) => each !== undefined)
  const title = parts.filter((part) => !EDITION.test(part) && !VOLUME.test(part))
  return {title, unread: editions, ...(volume !== undefined && {volume})}
}

const EDITORS = /^(.+?, eds?\.) /u

const chapterFront = (chapter: string, whole: string): Front => {
  const {rest, ...named} = splitAuthors(sentences(chapter), 1)
  const editors = EDITORS.exec(whole)?.[1]
  const {title, unread, volume} = bookTitle(sentences(whole.replace(EDITORS, '')))
  const container = titled(title).title
  return {
    ...named,
    fields: {
      kind: 'book',
      ...titled(rest),
      ...(container !== undefined && {containerTitle: container}),
      ...(volume !== undefined && {volume}),
    },
    unread: [...(editors === undefined ? [] : [editors]), ...unread],
  }
}

const bookFront = (before: string): Front => {
  const [, chapter, whole] = /^(.*?[.?!]) In: (.+)$/u.exec(before) ?? []
  if (chapter !== undefined && whole !== undefined) return chapterFront(chapter, whole)
  const {rest, ...named} = splitAuthors(sentences(before), 1)
  const {title, unread, volume} = bookTitle(rest)
  const byPerson = named.authors?.authors.some((author) => 'family' in author) === true
  return {
    ...named,
    fields: {
      ...(byPerson && {kind: 'book'}),
      ...titled(title),
      ...(volume !== undefined && {volume}),
    },
    unread,
    check: byPerson ? ['It is read as a book; it could also be a report.'] : [],
  }
}

/** Title, then the site; an organisation that comes first wrote it. */
const pageFront = (body: string): Front => {
  const dated = /^(.*[.?!]) (\d{4})\.?$/u.exec(body)
  const {rest, ...named} = splitAuthors(sentences(dated?.[1] ?? body), 1)
  const site = rest.length > 1 ? withoutStop(rest.at(-1) ?? '') : ''
  const isSite = site !== '' && (rest.length === 2 || isOrganization(site))
  return {
    ...named,
    fields: {
      ...titled(isSite ? rest.slice(0, -1) : rest),
      ...(isSite && {containerTitle: site}),
      ...(dated?.[2] !== undefined && {year: Number(dated[2])}),
    },
  }
}

interface Layout {
  readonly front: Front
  readonly imprint: Omit<Imprint, 'before'>
}

const NOTHING = {fields: {}, unread: []}

const layoutOf = (body: string, tail: ReferenceFields): Layout => {
  const issue = issueImprint(body)
  if (issue !== undefined) return {front: journalFront(issue.before), imprint: issue}
  const published = publisherImprint(body)
  if (published !== undefined) return {front: bookFront(published.before), imprint: published}
  const page = pageFront(body)
  const isPage = tail.url !== undefined && tail.accessedAt !== undefined
  return isPage
    ? {front: {...page, fields: {...page.fields, kind: 'webPage'}}, imprint: NOTHING}
    : {front: page, imprint: NOTHING}
}

const COMMA = 'The authors are read as one organisation; make several of it if they are.'

const hasPlace = ({doi, pmid, url}: ReferenceFields): boolean =>
  [doi, pmid, url].some((each) => each !== undefined)

/** Nothing when the text is no reference: no authors, no imprint, no DOI, PubMed id or address. */
export const parseAma = (text: string): ReferenceReading | undefined => {
  const {body, fields: found, unread} = readTail(oneLine(text))
  const {front, imprint} = layoutOf(body, found)
  const isReference =
    hasPlace(found) || front.authors !== undefined || imprint.fields.year !== undefined
  if (!isReference) return undefined
  const fields: ReferenceFields = {
    ...imprint.fields,
    ...front.fields,
    ...(front.authors !== undefined && {authors: front.authors.authors}),
    ...found,
  }
  return Object.freeze({
    fields: Object.freeze(fields),
    missing: Object.freeze(missingFrom(fields, front.authors?.more)),
    unread: Object.freeze([...imprint.unread, ...(front.unread ?? []), ...unread]),
    check: Object.freeze([
      ...(front.check ?? []),
      ...(front.authors?.commaInName === true ? [COMMA] : []),
    ]),
  })
}
