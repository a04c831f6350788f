/** Where the Studio finds the image behind an image field. */
import {assetParts, hostedImage} from '../../content/images/hosted.ts'
import type {ImageSource} from '../../content/images/image-source.ts'
import {stringField} from '../../content/json-object.ts'
import type {ImageResult} from '../../content/parse/lookup.ts'
import type {ImageHost} from '../../content/source.ts'
import type {Papers} from './papers.ts'

/** Sanity's own images are at this host; a lake's are where their documents say. */
const HOSTED = 'https://cdn.sanity.io/'

const missing = (what: string): ImageResult => ({
  ok: false,
  code: 'ASSET_MISSING',
  message: `The image ${what} is not in the dataset. Upload it again, or remove the image.`,
})

/**
 * A lake's image gets the kind of address that publishing gives it, `assets/<hash>.<extension>`, so
 * that sizes and policies are those of the real thing; `address` tells where it really is.
 */
export const pictures = (papers: () => Papers, host: ImageHost | undefined) => {
  const addresses = new Map<string, string>()

  const find = (image: ImageSource): ImageResult => {
    if (image.kind === 'file') return missing(image.path)
    const parts = assetParts(image.id)
    if (parts === undefined) return missing(image.id)
    if (parts.extension === 'svg') {
      return {
        ok: false,
        code: 'ASSET_REFUSED',
        message: `The image ${image.id} is an SVG, which can carry scripts. Upload it as a PNG, JPEG, WebP, GIF or AVIF.`,
      }
    }
    const url = stringField(papers().get(image.id), 'url')
    if (url === undefined) return missing(image.id)
    if (url.startsWith(HOSTED) && host !== undefined) {
      return {ok: true, value: hostedImage(image.image, parts, host)}
    }
    const {hash, width, height, extension} = parts
    const published = `assets/${hash.slice(0, 16)}.${extension}`
    addresses.set(published, url)
    return {ok: true, value: {url: published, width, height}}
  }

  return {find, addresses}
}
