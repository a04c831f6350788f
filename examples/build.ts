/** Makes health.ndjson and images/ out of the texts and drawings beside it: `node examples/build.ts`. */
import {mkdir, writeFile} from 'node:fs/promises'
import {documents, ndjson} from './dataset.ts'
import {renderDrawings} from './drawings.ts'

const images = new URL('images/', import.meta.url)
const pictures = await renderDrawings()

await writeFile(new URL('health.ndjson', import.meta.url), ndjson())
await mkdir(images, {recursive: true})
for (const {name, png} of pictures) await writeFile(new URL(`${name}.png`, images), png)

console.log(`${documents.length} documents and ${pictures.length} images in examples/`)
