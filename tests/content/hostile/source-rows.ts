/** Sources that may not be cited. */
import {source} from '../documents.ts'
import {type Row} from './row.ts'

export const SOURCES: readonly Row[] = [
  ['an unknown kind', [source({kind: 'blog'})], 'source-a kind UNKNOWN_VALUE'],
  ['a source nobody finds', [source({year: undefined})], 'source-a  SOURCE_UNFINDABLE'],
  [
    'a book by nobody',
    [source({kind: 'book', containerTitle: undefined})],
    'source-a  SOURCE_UNFINDABLE',
  ],
  [
    'a DOI with its address',
    [source({doi: 'https://doi.org/10.1/x'})],
    'source-a doi INVALID_FORMAT',
  ],
  ['an address without s', [source({url: 'http://x.example'})], 'source-a url INVALID_URL'],
  [
    'an author without a name',
    [source({authors: [{given: 'J'}]})],
    'source-a authors[0].family MISSING',
  ],
  ['a year in words', [source({year: '2020'})], 'source-a year WRONG_TYPE'],
]
