/**
 * `node bench/to-html-files.ts DATASET OUT`: what is the least that can be done with Node and toHTML. Each
 * article's sections to HTML and into a file: no page around it, no references, no check.
 */
import {createReadStream, mkdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {createInterface} from 'node:readline'
import {type PortableTextHtmlComponents, toHTML} from '@portabletext/to-html'
import {isObject, type JsonObject, stringField} from '../content/json-object.ts'

const [, , dataset = '', out = ''] = process.argv

const objects = (value: unknown): readonly JsonObject[] =>
  Array.isArray(value) ? value.filter(isObject) : []

const components: Partial<PortableTextHtmlComponents> = {
  types: {
    citation: ({value}) => `<sup>${objects(value.sources).length}</sup>`,
    warningRef: () => '<aside></aside>',
    helplineRef: () => '<aside></aside>',
  },
}

const blocksHtml = (value: unknown): string =>
  toHTML(
    objects(value).map((block) => ({...block, _type: stringField(block, '_type') ?? ''})),
    {components},
  )

const references = (value: unknown): readonly string[] =>
  objects(value).flatMap((reference) => stringField(reference, '_ref') ?? [])

/** By `_id`. An article stands after its sections. */
const sections = new Map<string, string>()

mkdirSync(out, {recursive: true})
for await (const line of createInterface({input: createReadStream(dataset)})) {
  const document: unknown = JSON.parse(line)
  if (!isObject(document)) continue
  const id = stringField(document, '_id') ?? ''
  if (document['_type'] === 'section') {
    const heading = stringField(document, 'heading') ?? ''
    sections.set(id, `<h2>${heading}</h2>${blocksHtml(document['body'])}`)
  }
  if (document['_type'] === 'article') {
    const parts = references(document['sections']).map((section) => {
      const html = sections.get(section) ?? ''
      // what no other article has
      if (section.startsWith(`section-${id.slice('article-'.length)}-`)) sections.delete(section)
      return html
    })
    const folder = join(out, stringField(document['slug'], 'current') ?? '')
    mkdirSync(folder)
    const opening = blocksHtml(document['opening'])
    writeFileSync(
      join(folder, 'index.html'),
      `<h1>${stringField(document, 'title')}</h1>${opening}${parts.join('')}`,
    )
  }
}
