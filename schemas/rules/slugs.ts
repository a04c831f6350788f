/** A slug may be shared by translations, never by two documents of one type and language. */
import type {SlugIsUniqueValidator, ValidationContext} from '@sanity/types'
import {itemsOf, refsOf, textOf} from '../shapes.ts'
import {advise, type Verdict} from '../verdict.ts'
import {askRaw, publishedId} from './dataset.ts'

const SAME_SLUG = '*[_type == $type && slug.current == $slug && language == $language]._id'

export const uniquePerLanguage: SlugIsUniqueValidator = async (slug, context) => {
  const {document} = context
  const language = textOf(document?.['language'])
  if (document === undefined || language === '') return true
  const ids = await askRaw(context, SAME_SLUG, {type: document._type, slug, language})
  const own = publishedId(document._id)
  return itemsOf(ids).every((id) => typeof id !== 'string' || publishedId(id) === own)
}

const LANGUAGES = 'array::unique(*[_type == "article"].language)'

/** A language's articles stand in a folder of its name, which no article's own address may be. */
export const noLanguageFolder = async (
  slug: {readonly current?: string} | undefined,
  context: ValidationContext,
): Promise<Verdict> => {
  const text = slug?.current ?? ''
  if (text === '') return true
  const languages = itemsOf(await askRaw(context, LANGUAGES, {}))
  return languages.some((language) => textOf(language).toLowerCase() === text)
    ? advise(`The site keeps its articles in the language ${text} there. Choose another address.`)
    : true
}

/** For an article's `relatedArticles`. */
export const notItself = (references: unknown, id: string | undefined): Verdict =>
  id !== undefined && refsOf(references).includes(publishedId(id))
    ? advise('This is the article itself. Remove it here.')
    : true
