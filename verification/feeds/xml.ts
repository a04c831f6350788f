/** XML as a flat list of elements with their text; DTDs refused. */
import {SaxesParser} from 'saxes'

export interface XmlElement {
  /** `{namespace}name`. */
  readonly name: string
  readonly parent: number | undefined
  readonly attributes: Readonly<Record<string, string>>
  readonly text: string
}

/** In document order. Throws Error for anything that is not well-formed, or has a doctype. */
export const parseXml = (xml: string): readonly XmlElement[] => {
  const elements: {
    name: string
    parent: number | undefined
    attributes: Record<string, string>
    text: string
  }[] = []
  const open: number[] = []
  const parser = new SaxesParser({xmlns: true})
  parser.on('error', (error) => {
    throw error
  })
  parser.on('doctype', () => {
    throw new Error('a doctype is not allowed')
  })
  parser.on('opentag', (tag) => {
    const attributes = Object.fromEntries(
      Object.values(tag.attributes).map(({name, value}) => [name, value]),
    )
    elements.push({name: `{${tag.uri}}${tag.local}`, parent: open.at(-1), attributes, text: ''})
    open.push(elements.length - 1)
  })
  parser.on('closetag', () => {
    open.pop()
  })
  const addText = (text: string): void => {
    const element = elements[open.at(-1) ?? -1]
    if (element !== undefined) element.text += text
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.write(xml).close()
  return elements
}
