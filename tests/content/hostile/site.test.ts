import {describe, expect, it} from 'vitest'
import {dataset, article, type RawDocument, site} from '../documents.ts'
import {brief, contentOf, problemsOf} from '../temporary.ts'

const SITES: readonly (readonly [string, RawDocument, string])[] = [
  ['a path in its address', site({url: 'https://health.example/blog'}), 'site url INVALID_URL'],
  ['no https', site({url: 'http://health.example'}), 'site url INVALID_URL'],
  ['a long SMS name', site({smsName: 'Lantern Health'}), 'site smsName TOO_LONG'],
  ['no postal address', site({postalAddress: undefined}), 'site postalAddress MISSING'],
  [
    'a sender with a line break',
    site({mailFrom: {name: 'a\nb', address: 'a@b.example'}}),
    'site mailFrom.name NOT_ONE_LINE',
  ],
  [
    'an address that is none',
    site({mailFrom: {name: 'a', address: 'a@b'}}),
    'site mailFrom.address INVALID_EMAIL',
  ],
  ['a list id in brackets', site({listId: '<a.example>'}), 'site listId INVALID_FORMAT'],
]

describe('a site', () => {
  it.each(SITES)('is refused for %s', async (_what, document, expected) => {
    const content = await contentOf(dataset(document))
    expect(brief(await problemsOf(content.site()))).toContain(expected)
  })

  it('is missed by name', async () => {
    const content = await contentOf([article()])
    expect(brief(await problemsOf(content.site()))).toEqual(['site  MISSING'])
  })
})
