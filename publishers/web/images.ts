/** Every image that an article's page shows. */
import type {Article, Image, PortableNode} from '../../content/model.ts'

const within = (nodes: readonly PortableNode[]): readonly Image[] =>
  nodes.flatMap((node) => {
    if (node._type === 'figure') return [node.image]
    return node._type === 'warningRef' ? within(node.warning.body) : []
  })

export const imagesOf = (article: Article): readonly Image[] => {
  const {heroImage, opening, warnings, sections} = article
  return [
    ...(heroImage === undefined ? [] : [heroImage]),
    ...within(opening),
    ...warnings.flatMap(({body}) => within(body)),
    ...sections.flatMap(({body}) => within(body)),
  ]
}
