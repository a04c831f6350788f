import {createConfig, lintFromString} from '@redocly/openapi-core'
import {describe, expect, it} from 'vitest'
import {apiDocument} from '../../../server/api/document/document.ts'
import {PROBLEMS} from '../../../server/api/problems.ts'

const document = apiDocument({siteName: 'Lantern', publicUrl: 'https://api.health.example'})

const faults = async (source: unknown): Promise<readonly string[]> => {
  const config = await createConfig({extends: ['recommended-strict']})
  const problems = await lintFromString({source: JSON.stringify(source), config})
  return problems.map(
    ({ruleId, message, location}) => `${ruleId}: ${message} ${location[0]?.pointer ?? ''}`,
  )
}

describe('the OpenAPI document', () => {
  it('has nothing for a linter to say', async () => {
    expect(await faults(document)).toEqual([])
  })

  it.each([
    ['an operation without an id', {paths: {'/x': {get: {responses: {200: {description: 'x'}}}}}}],
    ['no paths', {paths: undefined}],
    ['a server that is no address', {servers: []}],
  ])('which speaks up at %s', async (_name, over) => {
    expect(await faults({...document, ...over})).not.toEqual([])
  })

  it('is 3.1, and names every operation once', () => {
    expect(document.openapi).toBe('3.1.0')
    const ids = Object.values(document.paths ?? {}).flatMap((item) => item.get?.operationId ?? [])
    expect(ids.toSorted()).toEqual([
      'listArticles',
      'listChanges',
      'listHelplines',
      'readArticle',
      'readNotice',
    ])
  })

  it('names every problem', () => {
    const text = JSON.stringify(document)
    for (const code of Object.keys(PROBLEMS)) expect(text).toContain(code)
  })
})
