/** The published schema, compiled as a partner would compile it. */
import {Ajv2020} from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import schema from '../../../publishers/partner/article.schema.json' with {type: 'json'}

const ajv = new Ajv2020({allErrors: true, strict: true, allowUnionTypes: true})
addFormats.default(ajv)
const validate = ajv.compile(schema)

/** What the schema has against `article`, one string a fault. */
export const faults = (article: unknown): readonly string[] =>
  validate(article)
    ? []
    : (validate.errors ?? []).map(({instancePath, message}) => `${instancePath} ${message}`)
