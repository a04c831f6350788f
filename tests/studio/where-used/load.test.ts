import {describe, expect, onTestFinished, test} from 'vitest'
import {openContent} from '../../../content/assemble.ts'
import {baseLanguage} from '../../../content/direction.ts'
import {fileSource} from '../../../content/file-source.ts'
import {NoticeBook} from '../../../crisis-notice/notice-book.ts'
import {NoticeMissingError} from '../../../errors.ts'
import {TODAY} from '../../content/documents.ts'
import {languagesCarrying, noticeLanguageFor} from '../../../studio/where-used/carried.ts'
import {loadUsage} from '../../../studio/where-used/load.ts'
import {askAbout, type Document, example, ref} from './dataset.ts'

const titles = (list: readonly {readonly title: string}[]) => list.map(({title}) => title)

describe('where the example is used', () => {
  test('every source of the ketamine article reaches the article', async () => {
    const usage = await loadUsage(askAbout(example), 'source-lent-2019', 'source')
    expect(usage.reached.map(({id}) => id)).toContain('article-ketamine')
    expect(usage.carried).toEqual([])
  })

  test('a helpline reaches its notice, and all that carries the notice', async () => {
    const notice = example.find(({_id}) => _id === 'crisisNotice-US-en')
    const [line] = JSON.stringify(notice).match(/helpline-[\w-]+/) ?? []
    const usage = await loadUsage(askAbout(example), line ?? '', 'helpline')
    expect(usage.reached.map(({id}) => id)).toContain('crisisNotice-US-en')
    const english = example.filter(
      ({_type, language}) => ['article', 'digest'].includes(_type) && language === 'en',
    )
    const carried = usage.carried.find(({noticeId}) => noticeId === 'crisisNotice-US-en')
    expect(carried?.total).toBe(english.length)
    expect(new Set(titles(carried?.documents ?? []))).toEqual(
      new Set(english.map(({title}) => title)),
    )
  })

  test('a notice is carried by what is written in its language', async () => {
    const usage = await loadUsage(askAbout(example), 'crisisNotice-US-es', 'crisisNotice')
    expect(usage.reached).toEqual([])
    const spanish = example.filter(
      ({_type, language}) => ['article', 'digest'].includes(_type) && language === 'es',
    )
    expect(spanish.length).toBeGreaterThan(0)
    expect(usage.carried).toMatchObject([{total: spanish.length, topics: 'all'}])
  })

  test('a line for one topic is carried by what is about it, and a draft counts once', async () => {
    const documents: readonly Document[] = [
      {_id: 'line', _type: 'helpline', name: 'Line'},
      {
        _id: 'crisisNotice-US-en',
        _type: 'crisisNotice',
        country: 'US',
        language: 'en',
        helplines: [{_key: 'a', ...ref('other')}],
        topicHelplines: [{_key: 't', topic: 'grief', helplines: [{_key: 'b', ...ref('line')}]}],
      },
      {_id: 'grief', _type: 'article', title: 'Grief', language: 'en-GB', topics: ['grief']},
      {_id: 'drafts.grief', _type: 'article', title: 'Grief 2', language: 'en', topics: ['grief']},
      {_id: 'sleep', _type: 'article', title: 'Sleep', language: 'en', topics: ['sleep']},
      {_id: 'letter', _type: 'digest', title: 'Letter', language: 'en', articles: [ref('grief')]},
      {_id: 'deuil', _type: 'article', title: 'Deuil', language: 'fr', topics: ['grief']},
    ]
    const {carried} = await loadUsage(askAbout(documents), 'line', 'helpline')
    expect(carried).toMatchObject([{topics: ['grief'], total: 2}])
    expect(carried[0]?.documents).toMatchObject([
      {title: 'Grief 2', states: ['published', 'draft']},
      {title: 'Letter', states: ['published']},
    ])
  })

  test('what nothing refers to is used nowhere', async () => {
    const usage = await loadUsage(askAbout(example), 'source-nobody', 'source')
    expect(usage).toMatchObject({reached: [], carried: []})
  })
})

describe('which notice a language gets', () => {
  test('is what the notice book says', async () => {
    const file = new URL('../../../examples/health.ndjson', import.meta.url).pathname
    const content = await openContent(fileSource(file), {today: TODAY})
    onTestFinished(() => content.close())
    const site = await content.site()
    const notices = (await content.notices()).items
    const helplines = (await content.helplines()).items
    for (const fallbacks of [[], ['es'], ['fr', 'en']]) {
      const book = new NoticeBook({
        site: {...site, noticeFallbackLanguages: fallbacks},
        notices,
        helplines,
        today: TODAY,
      })
      for (const country of new Set(notices.map((notice) => notice.country))) {
        const own = notices.filter((notice) => notice.country === country)
        const languages = own.map((notice) => notice.language)
        for (const language of ['en', 'en-GB', 'es', 'ar', 'fr', 'de', 'ja']) {
          const found = noticeLanguageFor(language, {languages, fallbacks})
          const asked = () => book.notice({country, language}, []).language
          if (found === undefined) expect(asked).toThrow(NoticeMissingError)
          else expect(asked()).toBe(found)
        }
      }
    }
  })

  const shelf = {languages: ['en', 'es', 'pt-BR'], fallbacks: ['en']}

  test.each([
    ['en', 'en'],
    ['en-GB', 'en'],
    ['es-MX', 'es'],
    ['pt-BR', 'pt-BR'],
    ['pt', 'en'],
    ['de', 'en'],
  ])('%s gets the one in %s', (asked, expected) => {
    expect(noticeLanguageFor(asked, shelf)).toBe(expected)
  })

  test('without a language that stands in there is none', () => {
    expect(noticeLanguageFor('de', {...shelf, fallbacks: []})).toBeUndefined()
  })

  test('each language is carried by one notice', () => {
    const written = ['en', 'en-GB', 'es', 'de', 'pt']
    const all = shelf.languages.flatMap((language) => languagesCarrying(language, written, shelf))
    expect(all.toSorted()).toEqual(written.toSorted())
    expect(baseLanguage('es-MX')).toBe('es')
  })
})
