/** Sources of every shape: what is known of them differs, and how their authors are called. */
import type {Source} from '../../../content/model.ts'

const journal: Source = {
  id: 'source',
  revision: 'r1',
  kind: 'journalArticle',
  title: 'Sleep and mood in adults: a cohort study',
  authors: [{family: 'Smith', given: 'J. A.'}],
  containerTitle: 'Journal of Affective Disorders',
  containerAbbreviation: 'J Affect Disord',
  year: 2018,
  volume: '232',
  issue: '4',
  pages: '310-315',
  doi: '10.1016/j.jad.2018.02.049',
}

type Field = keyof Source

const without = (source: Source, ...fields: readonly Field[]): Source => {
  const kept = Object.entries(source).filter(([name]) => !fields.some((field) => field === name))
  return {...minimal(source), ...Object.fromEntries(kept)}
}

const minimal = ({id, revision, kind, title, authors}: Source): Source => ({
  id,
  revision,
  kind,
  title,
  authors,
})

const people = (count: number): Source['authors'] =>
  Array.from({length: count}, (_, index) => ({
    family: `Author${String.fromCharCode(65 + index)}`,
    given: String.fromCharCode(65 + index),
  }))

const URL = 'https://health.example/facts'
const online = {url: URL, accessedAt: '2026-11-05'}

const thing = (kind: Source['kind'], over: Partial<Source>): Source => ({
  id: 'source',
  revision: 'r1',
  kind,
  title: 'Opioid Overdose',
  authors: [{organization: 'World Health Organization'}],
  ...over,
})

const SHAPES: readonly (readonly [string, Source])[] = [
  ['an article', journal],
  ['an article without an issue', without(journal, 'issue')],
  ['an article without a DOI', without(journal, 'doi')],
  ['an article at an address', {...without(journal, 'doi'), ...online}],
  ['an article at an address, undated', {...without(journal, 'doi'), url: URL}],
  ['a DOI and an address', {...journal, ...online}],
  ['an article number', {...without(journal, 'pages'), articleNumber: '20m13699'}],
  ['an article number among pages', {...journal, pages: 'e1920622'}],
  ['an article without pages', without(journal, 'pages')],
  ['an article without a year', without(journal, 'year')],
  ['an article ahead of its issue', without(journal, 'volume', 'issue', 'pages')],
  ['an article of which little is known', without(journal, 'volume', 'issue', 'pages', 'year')],
  ['a journal without an abbreviation', without(journal, 'containerAbbreviation')],
  ['a supplement', {...journal, issue: 'suppl 1'}],
  ['a short page range', {...journal, pages: '411-9'}],
  ['a page range with a dash', {...journal, pages: '411\u2013419'}],
  ['one page', {...journal, pages: '12'}],
  ['a question', {...journal, title: 'Does sleep help?'}],
  ['an exclamation', {...journal, title: 'Sleep!'}],
  ['a title with a full stop', {...journal, title: 'Sleep and mood.'}],
  ['a subtitle', {...journal, title: 'Sleep: a review'}],
  ['an ampersand', {...journal, title: 'Sleep & mood <in> adults'}],
  ['no author', {...journal, authors: []}],
  ['an organization', {...journal, authors: [{organization: 'World Health Organization'}]}],
  [
    'a person and an organization',
    {...journal, authors: [{family: 'Smith', given: 'Jane'}, {organization: 'STAR*D Team'}]},
  ],
  ['two authors', {...journal, authors: people(2)}],
  ['six authors', {...journal, authors: people(6)}],
  ['seven authors', {...journal, authors: people(7)}],
  ['26 authors', {...journal, authors: people(26)}],
  ['given names in full', {...journal, authors: [{family: 'Smith', given: 'Jane Mary Ann'}]}],
  ['initials run together', {...journal, authors: [{family: 'Smith', given: 'J.A.'}]}],
  ['a double given name', {...journal, authors: [{family: 'Roux', given: 'Jean-Pierre'}]}],
  ['a double family name', {...journal, authors: [{family: 'Garcia-Romeu', given: 'Albert'}]}],
  ['a family name of two words', {...journal, authors: [{family: 'Al Shirawi', given: 'M. I.'}]}],
  ['an accent', {...journal, authors: [{family: 'Müller', given: 'Émile'}]}],
  ['a family name alone', {...journal, authors: [{family: 'Plato'}]}],
  ['a book', thing('book', {publisher: 'Oxford University Press', year: 2018})],
  ['a book with a DOI', thing('book', {publisher: 'APA', year: 2022, doi: '10.1176/appi.books.9'})],
  ['pages of a book', thing('book', {publisher: 'APA', year: 2022, pages: '12-15'})],
  ['a volume of a book', thing('book', {publisher: 'APA', year: 2022, volume: '2'})],
  ['a book at an address', thing('book', {publisher: 'APA', year: 2022, ...online})],
  [
    'a chapter',
    thing('book', {containerTitle: 'Handbook', publisher: 'APA', year: 2022, pages: '12-15'}),
  ],
  ['a report', thing('report', {publisher: 'Pub House', year: 2018})],
  ['a report at an address', thing('report', {publisher: 'Pub House', year: 2018, ...online})],
  ['a report with nothing but a name', thing('report', {})],
  ['a report, undated, at an address', thing('report', online)],
  ['a report by nobody', thing('report', {authors: [], publisher: 'Pub House', year: 2018})],
  ['a web page', thing('webPage', online)],
  ['a web page of a year', thing('webPage', {year: 2018, ...online})],
  ['a web page of a site', thing('webPage', {containerTitle: 'Health Facts', ...online})],
  ['a web page of a publisher', thing('webPage', {publisher: 'Pub House', ...online})],
  ['a web page without a date of access', thing('webPage', {url: URL})],
  ['a web page by nobody', thing('webPage', {authors: [], ...online})],
  ['a data set', thing('dataset', online)],
  ['a data set of a year', thing('dataset', {year: 2018, ...online})],
  ['a data set with a DOI', thing('dataset', {year: 2018, doi: '10.5061/dryad.1'})],
]

/** Ids of their own, so that all can be formatted in one go. */
export const shapes: readonly (readonly [string, Source])[] = SHAPES.map(
  ([what, source], index) => [what, {...source, id: `source-${index}`}],
)
