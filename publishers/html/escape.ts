/** Text into HTML: safe between tags and in double-quoted or single-quoted attributes. */
import {directionOf} from '../../content/direction.ts'

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character)

/** ` name="value"`, or nothing when there is no value. */
export const attribute = (name: string, value: string | undefined): string =>
  value === undefined ? '' : ` ${name}="${escapeHtml(value)}"`

/** `lang` and `dir` for a piece in another language than its surroundings. */
export const langAttributes = (language: string): string =>
  `lang="${escapeHtml(language)}" dir="${directionOf(language)}"`
