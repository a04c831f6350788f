import type {Image} from '../model.ts'
import {imageSource} from '../images/image-source.ts'
import type {Lookup} from './lookup.ts'
import {object, type Reader, reportType} from './reader.ts'
import {folded} from './text.ts'

/** An image as readers get it; `alt` from where the document keeps it. */
export const imageWith =
  (alt: string, lookup: Pick<Lookup, 'image'>): Reader<Image> =>
  (value, place) => {
    const source = imageSource(value)
    if (source === undefined) {
      reportType(value, place, 'an image with its asset')
      return {url: '', alt}
    }
    const found = lookup.image(source)
    if (found.ok) return Object.freeze({...found.value, alt})
    place.report(found.code, found.message)
    return {url: '', alt}
  }

const own = object((fields) => ({alt: fields.required('alt', folded({max: 500}))}))

/** An image that carries its own `alt`. */
export const image =
  (lookup: Pick<Lookup, 'image'>): Reader<Image> =>
  (value, place) =>
    imageWith(own(value, place).alt, lookup)(value, place)
