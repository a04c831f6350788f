/** Sections of one article need different anchors, or links to one of them lead to the other. */
import type {ValidationContext} from '@sanity/types'
import {fieldsOf, itemsOf, refsOf, textOf} from '../shapes.ts'
import {advise, type Verdict} from '../verdict.ts'
import {ask, publishedId} from './dataset.ts'

const ANCHORS = '*[_type == "section" && _id in $ids]{heading, "anchor": anchor.current}'

/** For an article's `sections`. */
export const anchorsDiffer = async (
  sections: unknown,
  context: ValidationContext,
): Promise<Verdict> => {
  const ids = [...new Set(refsOf(sections))]
  if (ids.length < 2) return true
  const found = itemsOf(await ask(context, ANCHORS, {ids})).map(fieldsOf)
  const headings = Map.groupBy(found, ({anchor}) => textOf(anchor))
  const shared = [...headings].find(([anchor, owners]) => anchor !== '' && owners.length > 1)
  if (shared === undefined) return true
  const [anchor, owners] = shared
  const names = owners.map(({heading}) => `"${textOf(heading)}"`).join(' and ')
  return advise(
    `${names} both have the anchor ${anchor}, so a link could reach only one. Open one of them and change its anchor.`,
  )
}

const NEIGHBOURS =
  '*[_type == "article" && $id in sections[]._ref]{title, "taken": sections[]->{_id, "anchor": anchor.current}}'

/** For a section's `anchor`: asks the articles that use the section. */
export const anchorIsFree = async (
  anchor: {readonly current?: string} | undefined,
  context: ValidationContext,
): Promise<Verdict> => {
  const wanted = textOf(anchor?.current)
  const id = publishedId(context.document?._id ?? '')
  if (wanted === '' || id === '') return true
  const articles = itemsOf(await ask(context, NEIGHBOURS, {id})).map(fieldsOf)
  const clash = articles.find(({taken}) =>
    itemsOf(taken)
      .map(fieldsOf)
      .some((other) => publishedId(textOf(other['_id'])) !== id && other['anchor'] === wanted),
  )
  return clash === undefined
    ? true
    : advise(
        `Another section of "${textOf(clash['title'])}" has the anchor ${wanted}. Choose another one.`,
      )
}
