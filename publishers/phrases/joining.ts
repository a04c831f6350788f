/** The words of these pages by base language; the same languages as the interface's own. */
import {baseLanguage} from '../../content/direction.ts'
import {phrases} from '../phrases.ts'
import {ar} from './joining/ar.ts'
import {de} from './joining/de.ts'
import {en} from './joining/en.ts'
import {es} from './joining/es.ts'
import {fr} from './joining/fr.ts'
import {hi} from './joining/hi.ts'
import type {JoiningWords} from './joining/words.ts'

const WORDS: ReadonlyMap<string, JoiningWords> = new Map([
  ['ar', ar],
  ['de', de],
  ['en', en],
  ['es', es],
  ['fr', fr],
  ['hi', hi],
])

/** Throws PublisherError LANGUAGE_UNSUPPORTED. */
export const joiningWords = (language: string): JoiningWords => {
  phrases(language)
  const words = WORDS.get(baseLanguage(language))
  if (words === undefined) throw new RangeError(`No words for joining in ${language}`)
  return words
}
