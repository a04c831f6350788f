import {citedSources} from '../citations.ts'
import type {Article, ArticleSummary, Correction, Reference, Retraction} from '../model.ts'
import {date, datetime, language} from './codes.ts'
import {identity} from './identity.ts'
import {image} from './image.ts'
import type {Lookup} from './lookup.ts'
import {portableText} from './portable-text.ts'
import {array, type Fields, object, type Reader} from './reader.ts'
import {referenced, reportRepeats} from './references.ts'
import {pageSlug} from './slug.ts'
import {folded, gsm7Line, line, text} from './text.ts'
import {topics} from './topics.ts'

const correction: Reader<Correction> = object((fields) => ({
  date: fields.required('date', date),
  note: fields.required('note', text({max: 2000})),
}))

const retraction: Reader<Retraction> = object((fields) => ({
  date: fields.required('date', date),
  reason: fields.required('reason', text({max: 2000})),
}))

const summaryFields = (fields: Fields): ArticleSummary => {
  const smsSummary = fields.optional('smsSummary', gsm7Line({max: 90}))
  const updatedAt = fields.optional('updatedAt', datetime)
  const lastReviewed = fields.optional('lastReviewed', date)
  const retracted = fields.optional('retraction', retraction)
  return {
    ...identity(fields),
    slug: fields.required('slug', pageSlug),
    language: fields.required('language', language),
    title: fields.required('title', line({max: 110})),
    summary: fields.required('summary', folded({max: 300})),
    topics: fields.required('topics', topics),
    publishedAt: fields.required('publishedAt', datetime),
    ...(smsSummary !== undefined && {smsSummary}),
    ...(updatedAt !== undefined && {updatedAt}),
    ...(lastReviewed !== undefined && {lastReviewed}),
    ...(retracted !== undefined && {retraction: retracted}),
  }
}

/** What lists need, read without anything the article refers to. */
export const articleSummary: Reader<ArticleSummary> = object(summaryFields)

const checkReview = (fields: Fields, last: string | undefined, next: string | undefined): void => {
  if (last === undefined || next === undefined || last < next) return
  fields.place
    .field('nextReview')
    .report(
      'INVALID_DATE',
      `The next review (${next}) is not after the last one (${last}). Set a later date.`,
    )
}

const checkAnchors = (fields: Fields, sections: Article['sections']): void => {
  const owners = new Map<string, string>()
  for (const {anchor, id} of sections) {
    const owner = owners.get(anchor)
    if (anchor !== '' && owner !== undefined && owner !== id) {
      fields.place
        .field('sections')
        .report(
          'DUPLICATE_ANCHOR',
          `The sections ${owner} and ${id} both have the anchor ${anchor}, so links could reach only one. Change the anchor of one of them.`,
        )
    }
    owners.set(anchor, id)
  }
}

const references = (ids: readonly string[], lookup: Lookup): readonly Reference[] =>
  ids.flatMap((id, index) => {
    const found = lookup.sources.get(id)
    return found.ok ? [Object.freeze({number: index + 1, source: found.value})] : []
  })

const related = (fields: Fields, lookup: Lookup): Article['relatedArticles'] => {
  const place = fields.place.field('relatedArticles')
  const links = fields.optional('relatedArticles', array(referenced(lookup.articles, lookup))) ?? []
  const ids = links.map(({id}) => id)
  reportRepeats(ids, place, 'reference')
  const self = fields.raw('_id')
  if (self !== '' && ids.some((id) => id === self)) {
    place.report('REFERENCE_CYCLE', 'The article is related to itself. Remove that reference.')
  }
  return links
}

export const article = (lookup: Lookup): Reader<Article> => {
  const opening = portableText(lookup, {citations: true, warnings: 'allowed'})
  const contributor = referenced(lookup.contributors, lookup)
  return object((fields) => {
    const heroImage = fields.optional('heroImage', image(lookup))
    const reviewer = fields.optional('reviewer', contributor)
    const nextReview = fields.optional('nextReview', date)
    const summary = summaryFields(fields)
    checkReview(fields, summary.lastReviewed, nextReview)

    const sections = fields.required(
      'sections',
      array(referenced(lookup.sections, lookup), {min: 1}),
    )
    const sectionIds = sections.map(({id}) => id)
    reportRepeats(sectionIds, fields.place.field('sections'), 'reference')
    checkAnchors(fields, sections)

    const content = {
      opening: fields.optional('opening', opening) ?? [],
      sections,
      warnings: fields.optional('warnings', array(referenced(lookup.warnings, lookup))) ?? [],
    }
    return {
      ...summary,
      ...content,
      ...(heroImage !== undefined && {heroImage}),
      authors: fields.required('authors', array(contributor, {min: 1})),
      ...(reviewer !== undefined && {reviewer}),
      ...(nextReview !== undefined && {nextReview}),
      keyPoints: fields.optional('keyPoints', array(folded({max: 300}), {max: 5})) ?? [],
      relatedArticles: related(fields, lookup),
      corrections: fields.optional('corrections', array(correction)) ?? [],
      references: references(citedSources(content), lookup),
    }
  })
}
