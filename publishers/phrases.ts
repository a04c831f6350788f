/**
 * The interface's own words: what stands around an article's text on every channel. A language that
 * has no row here cannot be published in; nothing falls back to English unasked.
 */
import {baseLanguage} from '../content/direction.ts'
import {PublisherError} from '../errors.ts'
import {ar} from './phrases/ar.ts'
import {de} from './phrases/de.ts'
import {en} from './phrases/en.ts'
import {es} from './phrases/es.ts'
import {fr} from './phrases/fr.ts'
import {hi} from './phrases/hi.ts'
import type {Phrases} from './phrases/phrases.ts'

export type {Phrases} from './phrases/phrases.ts'

/** By base language. */
const PHRASES: ReadonlyMap<string, Phrases> = new Map([
  ['ar', ar],
  ['de', de],
  ['en', en],
  ['es', es],
  ['fr', fr],
  ['hi', hi],
])

/**
 * By base language: `es-MX` gets the words of `es`. Throws PublisherError LANGUAGE_UNSUPPORTED;
 * `documentId` names the document whose language it is, where the caller knows it.
 */
export const phrases = (language: string, documentId = ''): Phrases => {
  const found = PHRASES.get(baseLanguage(language))
  if (found !== undefined) return found
  throw new PublisherError({
    documentId,
    path: 'language',
    code: 'LANGUAGE_UNSUPPORTED',
    message: `Throwline has no interface words in ${language}; it has ${[...PHRASES.keys()].join(', ')}. Set one of these languages, or add publishers/phrases/${baseLanguage(language)}.ts (have a native speaker check it).`,
  })
}

/** Puts values in the place of `{name}`; a name without a value stays as it is. */
export const fill = (pattern: string, values: Readonly<Record<string, string>>): string =>
  pattern.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? whole) : whole,
  )
