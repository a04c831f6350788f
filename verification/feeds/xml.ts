/** XML as elements with their text, one by one or as a flat list; DTDs refused. */
import {SaxesParser} from 'saxes'

export interface XmlElement {
  /** `{namespace}name`. */
  readonly name: string
  readonly parent: XmlElement | undefined
  readonly attributes: Readonly<Record<string, string>>
  readonly text: string
}

type Visit = (element: XmlElement) => void

const IGNORE: Visit = () => undefined

/**
 * One element after the other: `opened` in document order, before its text is known; `closed` with it,
 * inner ones first. Throws Error for anything that is not well-formed, or has a doctype.
 */
export const readXml = (xml: string, closed: Visit, opened: Visit = IGNORE): void => {
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
    open.push(element)
    opened(element)
  })
  parser.on('closetag', () => {
    const element = open.pop()
    if (element !== undefined) closed(element)
  })
  const addText = (text: string): void => {
    const element = open.at(-1)
    if (element !== undefined) element.text += text
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.write(xml).close()
}

/** All of them in document order. Throws as `readXml` does. */
export const parseXml = (xml: string): readonly XmlElement[] => {
  const elements: XmlElement[] = []
  readXml(xml, IGNORE, (element) => elements.push(element))
  return elements
}
