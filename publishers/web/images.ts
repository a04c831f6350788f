/** Every image that an article's page shows. */
import type {Article, Image, PortableNode} from '../../content/model.ts'

const collect = (nodes: readonly PortableNode[], images: Image[]): void => {
  for (const node of nodes) {
    if (node._type === 'figure') images.push(node.image)
    if (node._type === 'warningRef') collect(node.warning.body, images)
  }
}

export const imagesOf = (article: Article): readonly Image[] => {
  const {heroImage, opening, warnings, sections} = article
  const images = heroImage === undefined ? [] : [heroImage]
  collect(opening, images)
  for (const {body} of warnings) collect(body, images)
  for (const {body} of sections) collect(body, images)
  return images
}
