/** Holds answers of the API against the document that it serves. */
import {Ajv2020} from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'

export type Json = Readonly<Record<string, unknown>>

export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const object = (value: unknown, what = 'value'): Json => {
  if (isJson(value)) return value
  throw new Error(`${what} is no object: ${JSON.stringify(value)}`)
}

export const array = (value: unknown): readonly unknown[] => {
  if (Array.isArray(value)) return value
  throw new Error(`No list: ${JSON.stringify(value)}`)
}

export const jsonOf = async (response: Response): Promise<Json> => object(await response.json())

const bare = (type: string | null): string => (type ?? '').split(';', 1)[0] ?? ''

export type Contract = (operationId: string, response: Response) => Promise<readonly string[]>

/** What an answer does that its document does not say; nothing when all is well. HEAD has no body to check. */
export const contractOf = (document: Json): Contract => {
  const ajv = new Ajv2020({allErrors: true, strict: false})
  addFormats.default(ajv)
  ajv.addSchema({...document, $id: 'https://api.invalid/'})
  const operations = new Map(
    Object.entries(object(document['paths'])).flatMap(([path, item]) =>
      Object.entries(object(item)).map(([method, operation]) => {
        const pointer = ['paths', path, method]
        return [String(object(operation)['operationId']), {operation: object(operation), pointer}]
      }),
    ),
  )
  return async (operationId, response) => {
    const known = operations.get(operationId)
    if (known === undefined) return [`no operation ${operationId}`]
    const status = String(response.status)
    const answers = object(known.operation['responses'])
    if (!isJson(answers[status])) return [`${status} is not in the document`]
    const answer = answers[status]
    const faults: string[] = []
    for (const name of Object.keys(isJson(answer['headers']) ? answer['headers'] : {})) {
      if (!response.headers.has(name)) faults.push(`no header ${name}`)
    }
    const text = await response.text()
    if (!isJson(answer['content'])) {
      return text === '' ? faults : [...faults, 'a body that is not in the document']
    }
    const type = bare(response.headers.get('content-type'))
    const media = answer['content'][type]
    if (!isJson(media)) return [...faults, `${type} is not in the document`]
    if (!type.endsWith('json')) return faults
    const pointer = [...known.pointer, 'responses', status, 'content', type, 'schema']
      .map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1')))
      .join('/')
    const validate = ajv.compile({$ref: `https://api.invalid/#/${pointer}`})
    if (!validate(JSON.parse(text))) faults.push(ajv.errorsText(validate.errors))
    return faults
  }
}
