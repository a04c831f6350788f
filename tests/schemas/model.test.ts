import {createSchema} from 'sanity'
import {describe, expect, it} from 'vitest'
import {documentTypes, objectTypes, schemaTypes} from '../../schemas/index.ts'

/** content-model.md, a type a row. */
const FIELDS: Readonly<Record<string, string>> = {
  article:
    'title slug language summary smsSummary topics heroImage authors reviewer publishedAt updatedAt lastReviewed nextReview keyPoints opening sections warnings relatedArticles corrections retraction',
  section: 'heading anchor body',
  source:
    'kind title authors containerTitle containerAbbreviation year volume issue pages articleNumber publisher doi pmid url accessedAt retraction',
  warning: 'title severity body smsText',
  helpline:
    'name country languages topics phone sms chatUrl hours pairedWith sourceUrl verifiedAt verifyEvery retiredAt replacedBy',
  crisisNotice: 'country language heading lead smsText emergency helplines topicHelplines',
  contributor: 'kind name role credentials bio url',
  digest: 'title slug language subject preheader intro articles channels scheduledAt audience',
  site: 'name url smsName postalAddress mailFrom replyTo listId defaultCountry defaultLanguage partnerAttribution logo noticeFallbackLanguages',
  audience: 'countries topics',
  citation: 'sources',
  correction: 'date note',
  figure: 'image alt caption',
  helplineRef: 'helpline',
  hours: 'always timeZone spans',
  hoursSpan: 'days opens closes',
  link: 'href',
  mailbox: 'name address',
  phone: 'display dial',
  retraction: 'date reason',
  sourceAuthor: 'family given organization',
  sourceRetraction: 'date note',
  table: 'rows header caption',
  tableRow: 'cells',
  textLine: 'number keyword',
  topicHelplines: 'topic helplines',
  warningRef: 'warning',
}

const REQUIRED: Readonly<Record<string, string>> = {
  article: 'title slug language summary topics authors publishedAt sections',
  section: 'heading anchor body',
  source: 'kind title',
  warning: 'title severity body',
  helpline: 'name country languages topics hours verifiedAt',
  crisisNotice: 'country language heading lead smsText emergency helplines',
  contributor: 'kind name',
  digest: 'title slug language subject articles channels',
  site: 'name url smsName postalAddress mailFrom listId defaultCountry defaultLanguage partnerAttribution',
}

interface Shape {
  readonly name: string
  readonly title?: unknown
  readonly description?: unknown
  readonly icon?: unknown
  readonly preview?: {readonly select?: object; readonly prepare?: unknown}
  readonly fields: readonly Shape[]
  readonly validation?: unknown
}

const property = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && name in value
    ? Object.getOwnPropertyDescriptor(value, name)?.value
    : undefined

const shapeOf = (value: unknown): Shape => {
  const fields = property(value, 'fields')
  const preview = property(value, 'preview')
  const select = property(preview, 'select')
  return {
    name: String(property(value, 'name')),
    title: property(value, 'title'),
    description: property(value, 'description'),
    icon: property(value, 'icon'),
    validation: property(value, 'validation'),
    preview: {
      ...(typeof select === 'object' && select !== null && {select}),
      prepare: property(preview, 'prepare'),
    },
    fields: Array.isArray(fields) ? fields.map(shapeOf) : [],
  }
}

const shapes = schemaTypes.map(shapeOf)

const words = (text = ''): readonly string[] => text.split(' ').toSorted()

/** A rule that remembers only whether `required()` was called. */
const isRequired = (validation: unknown): boolean => {
  if (typeof validation !== 'function') return false
  let required = false
  const rule: unknown = new Proxy(
    {},
    {
      get: (_target, method) => () => {
        if (method === 'required') required = true
        return rule
      },
    },
  )
  validation(rule)
  return required
}

const isSentence = (text: unknown): boolean =>
  typeof text === 'string' && /^[A-Z0-9].{8,}[.?"]$/su.test(text)

describe('the schema', () => {
  it('has the types of the content model, and compiles', () => {
    expect(shapes.map(({name}) => name).toSorted()).toEqual(
      [...Object.keys(FIELDS), 'portableText'].toSorted(),
    )
    const compiled = createSchema({name: 'default', types: schemaTypes})
    const problems = compiled._validation?.flatMap((group) => group.problems) ?? []
    expect(problems).toEqual([])
    expect(documentTypes.length + objectTypes.length).toBe(shapes.length)
  })

  it('would report a type that does not compile', () => {
    const broken = {
      name: 'broken',
      type: 'document',
      fields: [{name: 'not a name', type: 'string'}],
    }
    const compiled = createSchema({name: 'default', types: [broken]})
    expect(compiled._validation?.flatMap((group) => group.problems).length).toBeGreaterThan(0)
  })

  it.each(shapes.filter(({name}) => name !== 'portableText'))(
    '$name has exactly its fields',
    ({name, fields}) => {
      expect(fields.map((field) => field.name).toSorted()).toEqual(words(FIELDS[name]))
    },
  )

  it.each(documentTypes.map(shapeOf))('$name wants what it must have', ({name, fields}) => {
    const required = fields.filter(({validation}) => isRequired(validation))
    expect(required.map((field) => field.name).toSorted()).toEqual(words(REQUIRED[name]))
  })

  it.each(shapes)('$name is explained to editors', ({title, description, icon, fields}) => {
    expect(title).toEqual(expect.any(String))
    expect(description).toSatisfy(isSentence)
    expect(icon).toBeDefined()
    for (const field of fields) {
      expect(field.title, field.name).toEqual(expect.any(String))
      expect(field.description, field.name).toSatisfy(isSentence)
    }
  })

  it.each(shapes.filter(({name}) => name !== 'portableText'))(
    '$name shows itself in lists, also when it is empty',
    ({name, preview}) => {
      const selected = Object.values(preview?.select ?? {}).map(
        (path) => String(path).split('.')[0],
      )
      expect(selected.length).toBeGreaterThan(0)
      expect(words(FIELDS[name])).toEqual(expect.arrayContaining(selected))
      const {prepare} = preview ?? {}
      const shown: unknown = typeof prepare === 'function' ? prepare({}) : {}
      expect(shown).toEqual(expect.any(Object))
    },
  )
})

describe('the text of articles', () => {
  const members = property(
    schemaTypes.find(({name}) => name === 'portableText'),
    'of',
  )
  const [block, ...objects]: readonly unknown[] = Array.isArray(members) ? members : []

  const values = (list: unknown): readonly unknown[] =>
    Array.isArray(list) ? list.map((item) => property(item, 'value')) : []

  const types = (list: unknown): readonly unknown[] =>
    Array.isArray(list) ? list.map((item) => property(item, 'type')) : []

  it('has the styles, lists, marks and blocks of the content model', () => {
    expect(values(property(block, 'styles'))).toEqual(['normal', 'h3', 'h4', 'blockquote'])
    expect(values(property(block, 'lists'))).toEqual(['bullet', 'number'])
    expect(values(property(property(block, 'marks'), 'decorators'))).toEqual([
      'strong',
      'em',
      'sub',
      'sup',
    ])
    expect(types(property(property(block, 'marks'), 'annotations'))).toEqual(['link'])
    expect(types(property(block, 'of'))).toEqual(['citation'])
    expect(types(objects)).toEqual(['figure', 'warningRef', 'helplineRef', 'table'])
  })
})
