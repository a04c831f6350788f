import {isReservedSlug, slugText} from './codes.ts'
import {object, type Reader} from './reader.ts'

const current = object((fields) => ({text: fields.required('current', slugText)}))

/** `{_type: 'slug', current}` → the text. */
export const slug: Reader<string> = (value, place) => current(value, place).text

/** A slug that becomes a folder of the site. */
export const pageSlug: Reader<string> = (value, place) => {
  const text = slug(value, place)
  if (isReservedSlug(text)) {
    place.report('RESERVED_SLUG', `/${text}/ is a page of the site itself. Choose another slug.`)
  }
  return text
}
