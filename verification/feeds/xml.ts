/** XML as a flat list of elements with their text; DTDs refused. */
import {SaxesParser} from 'saxes'

export interface XmlElement {
  /** `{namespace}name`. */
  readonly name: string
  readonly parent: XmlElement | undefined
  readonly attributes: Readonly<Record<string, string>>
  readonly text: string
}

/** In document order. Throws Error for anything that is not well-formed, or has a doctype. */
export const parseXml = (xml: string): readonly XmlElement[] => {
  const elements: XmlElement[] = []
  const open: (XmlElement & {text: string})[] = []
  const parser = new SaxesParser({xmlns: true})
  parser.on('doctype', () => {
    throw new Error('a doctype is not allowed')
  })
  parser.on('opentag', (tag) => {
    const attributes = Object.fromEntries(
      Object.values(tag.attributes).map(({name, value}) => [name, value]),
    )
    const name = `{${tag.uri}}${tag.local}`
    const element = {name, parent: open.at(-1), attributes, text: ''}
    elements.push(element)
    open.push(element)
  })
  parser.on('closetag', () => {
    open.pop()
  })
  const addText = (text: string): void => {
    const element = open.at(-1)
    if (element !== undefined) element.text += text
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.write(xml).close()
  return elements
}
