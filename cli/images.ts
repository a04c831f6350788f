/** Which local images a page uses. */
import type {Output} from '../publishers/publisher.ts'

const LOCAL_ASSET = /assets\/[0-9a-f]{8,64}\.(?:png|jpe?g|webp|gif|avif)/g

/** `assets/<content-hash>.<ext>` addresses in an output, each once. */
export const imagesOf = (output: Output): readonly string[] => [
  ...new Set(output.text.match(LOCAL_ASSET) ?? []),
]
