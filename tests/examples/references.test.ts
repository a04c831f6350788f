import {describe, expect, it} from 'vitest'
import {documents, every, type JsonObject, string} from './dataset.ts'

/** References that lead nowhere, as `from -> to`. */
const dangling = (dataset: readonly JsonObject[]): readonly string[] => {
  const ids = new Set(dataset.map((document) => document['_id']))
  return dataset.flatMap((document) =>
    every(document, 'reference')
      .map((reference) => string(reference['_ref']))
      .filter((ref) => !ids.has(ref))
      .map((ref) => `${string(document['_id'])} -> ${ref}`),
  )
}

/** The field or block that holds a reference, and the type it must lead to. */
const TARGETS: Readonly<Record<string, string>> = {
  authors: 'contributor',
  reviewer: 'contributor',
  sections: 'section',
  warnings: 'warning',
  warning: 'warning',
  relatedArticles: 'article',
  articles: 'article',
  helplines: 'helpline',
  helpline: 'helpline',
  pairedWith: 'helpline',
}

describe('references', () => {
  it('lead somewhere, each of them', () => {
    expect(documents.flatMap((document) => every(document, 'reference')).length).toBeGreaterThan(
      200,
    )
    expect(dangling(documents)).toEqual([])
  })

  it('are seen when they do not', () => {
    const planted = {
      _id: 'article-x',
      _type: 'article',
      reviewer: {_type: 'reference', _ref: 'nobody'},
    }
    expect(dangling([...documents, planted])).toEqual(['article-x -> nobody'])
  })

  it('lead to the type that the model asks for', () => {
    const typed = /^([a-zA-Z]+)-/
    let checked = 0
    for (const document of documents) {
      JSON.stringify(document, (field, value: unknown) => {
        const target = TARGETS[field]
        if (target !== undefined) {
          for (const [, ref] of JSON.stringify(value).matchAll(/"_ref":"([^"]+)"/g)) {
            checked += 1
            // topicHelplines nests helplines; source authors hold no references.
            expect(ref?.match(typed)?.[1], `${document._id} ${field}`).toBe(target)
          }
        }
        return value
      })
    }
    expect(checked).toBeGreaterThan(100)
  })

  it('leave no section, source, warning or helpline unused', () => {
    const used = new Set(
      documents.flatMap((document) => every(document, 'reference').map((ref) => ref['_ref'])),
    )
    const idle = documents
      .filter(({_type}) =>
        ['section', 'source', 'warning', 'helpline', 'contributor'].includes(_type),
      )
      .filter(({_id}) => !used.has(_id))
    expect(idle.map(({_id}) => _id)).toEqual([])
  })
})

describe('ids', () => {
  it('are unique, have no dots, and begin with their type', () => {
    expect(new Set(documents.map(({_id}) => _id)).size).toBe(documents.length)
    for (const {_id, _type} of documents) {
      expect(_id).toMatch(/^[A-Za-z0-9-]+$/)
      expect(_id === 'site' || _id.startsWith(`${_type}-`), _id).toBe(true)
    }
  })

  it('come with a revision and dates on every document', () => {
    for (const document of documents) {
      expect(document['_rev'], document._id).toMatch(/^[0-9a-f]{22}$/)
      expect(document['_createdAt']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
      expect(string(document['_updatedAt']) >= string(document['_createdAt'])).toBe(true)
    }
  })
})
