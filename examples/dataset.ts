/** All documents of the example, in the order of the file. */
import {ketamine, ketamineWarnings} from './articles/ketamine.ts'
import {helplines} from './helplines.ts'
import {articleDocuments, type Document, warningDocument} from './notation/documents.ts'
import {notices} from './notices.ts'
import {contributors, site} from './site.ts'
import {ketamineSources} from './sources/ketamine.ts'

export const ARTICLES = [ketamine]
const WARNINGS = [...ketamineWarnings]

export const documents: readonly Document[] = [
  site,
  ...contributors,
  ...notices,
  ...helplines,
  ...ARTICLES.flatMap(articleDocuments),
  ...WARNINGS.map(warningDocument),
  ...ketamineSources,
]

/** One document a line, as an export writes it. */
export const ndjson = (): string =>
  documents.map((document) => `${JSON.stringify(document)}\n`).join('')
