/** Paths of problems as Sanity's forms understand them, and as editors do. */
import type {ObjectSchemaType, SchemaType} from 'sanity'

/** What comes after `->` is in another document. */
export const formPath = (path: string): string => path.split('->', 1).join('')

const isObjectType = (type: SchemaType | undefined): type is ObjectSchemaType =>
  type?.jsonType === 'object'

const fieldTitle = (type: SchemaType | undefined, name: string): string | undefined =>
  isObjectType(type) ? type.fields.find((field) => field.name === name)?.type.title : undefined

/** `sections[_key=="x"].body[3]`: `Sections`. Empty for the document as a whole. */
export const fieldName = (type: SchemaType | undefined, path: string): string => {
  const [name = ''] = path.split(/[.[]/, 1)
  return fieldTitle(type, name) ?? name
}

/** The parser speaks of fields by their names in the dataset; editors know them by their titles. */
export const inEditorsWords = (message: string, field: string): string =>
  field === ''
    ? message
    : message.replace(/^\w+ is missing\. Fill it in\.$/, () => `“${field}” is empty. Fill it in.`)

/** Where in a list: `3` for the third; undefined elsewhere. */
export const position = (path: string): number | undefined => {
  const index = /^[^.[]+\[(\d+)\]/.exec(path)?.[1]
  return index === undefined ? undefined : Number(index) + 1
}
