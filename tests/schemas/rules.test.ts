import {afterAll, beforeAll, describe, expect, it, vi} from 'vitest'
import {articleCases} from './cases/article.ts'
import {helplineCases} from './cases/helpline.ts'
import {noticeCases} from './cases/notice.ts'
import {othersCases} from './cases/others.ts'
import {portableTextCases} from './cases/portable-text.ts'
import {type Desk, openDesk, type Told} from './support/desk.ts'
import {dataset, whole} from './support/documents.ts'
import type {Doc} from './support/lake.ts'

const CASES = [
  {subject: 'an article', cases: articleCases},
  {subject: 'its text', cases: portableTextCases},
  {subject: 'a helpline', cases: helplineCases},
  {subject: 'a crisis notice', cases: noticeCases},
  {subject: 'everything else', cases: othersCases},
]

const changed = (type: string, change: Readonly<Record<string, unknown>>): Doc => {
  const document = whole[type]
  if (document === undefined) throw new Error(`There is no whole ${type}.`)
  return {...document, ...change}
}

describe('what editors are told', () => {
  let desk: Desk

  const told = (document: Doc, beside: readonly Doc[] = []): Promise<readonly Told[]> =>
    desk.told(document, [...dataset.filter(({_id}) => _id !== document._id), ...beside])

  beforeAll(async () => {
    vi.useFakeTimers({toFake: ['Date'], now: new Date('2026-11-23T12:00:00Z')})
    desk = await openDesk()
  })
  afterAll(async () => {
    vi.useRealTimers()
    await desk.close()
  })

  it.each(Object.entries(whole))('a whole %s needs nothing', async (_type, document) => {
    expect(await told(document)).toEqual([])
  })

  describe.each(CASES)('$subject', ({cases}) => {
    it.each(cases)('$rule', async ({of, bad, good, at, says, level = 'error', beside}) => {
      const answer = {level, path: at, message: says}
      expect(await told(changed(of, bad), beside)).toContainEqual(answer)
      expect(await told(changed(of, good ?? {}), beside)).not.toContainEqual(answer)
    })
  })
})
