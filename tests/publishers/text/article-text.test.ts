import {describe, expect, it} from 'vitest'
import {noticeText} from '../../../crisis-notice/lines.ts'
import {Publication} from '../../../crisis-notice/policy.ts'
import {PublisherError} from '../../../errors.ts'
import {articleText} from '../../../publishers/text/article-text.ts'
import * as model from '../../support/model.ts'

const cited = model.block('', {
  children: [
    {_type: 'span', _key: '1', text: 'Low mood can last', marks: []},
    {_type: 'citation', _key: '2', sources: ['source-a']},
    {_type: 'span', _key: '3', text: '.', marks: []},
  ],
})

describe('articleText', () => {
  it('is the whole article, the notice first', () => {
    const publication = model.publication({
      sections: [model.section('What it is', [cited])],
      warnings: [model.warning()],
      references: [{number: 1, source: model.source()}],
      corrections: [{date: '2026-04-01', note: 'The dose was wrong.'}],
      updatedAt: '2026-04-01T09:00:00Z',
    })
    expect(articleText(publication)).toBe(
      [
        noticeText(publication.notice),
        '# When low mood will not lift',
        'What to do when you have felt low for weeks.',
        [
          'By Editorial team',
          'Published: March 1, 2026',
          'Updated: April 1, 2026',
          'Last reviewed: March 1, 2026',
          'Next review: March 1, 2027',
        ].join('\n'),
        '## Key points',
        '- Low mood is common.\n- Help works.',
        'Many people feel low at some time.',
        '| Danger: Do not stop at once\n| Stopping suddenly can be dangerous.',
        '## What it is',
        'Low mood can last.[1]',
        '## References',
        '[1] Okafor N. A trial of something. J Trials. 2020;1:1-9. doi:10.1000/trial',
        '## Corrections',
        '- April 1, 2026: The dose was wrong.',
      ].join('\n\n'),
    )
  })

  it('is without the headings of what is not there', () => {
    const bare = articleText(model.publication({keyPoints: [], opening: []}))
    expect(bare).not.toMatch(/Key points|References|Corrections|Retracted|\n{3}/)
  })

  it('wraps all but the notice and addresses', () => {
    const publication = model.publication({
      summary: 'word '.repeat(60).trim(),
      references: [{number: 1, source: model.source({title: 'title '.repeat(30).trim()})}],
    })
    const notice = noticeText(publication.notice)
    const text = articleText(publication, {width: 72})
    expect(text.startsWith(`${notice}\n\n`)).toBe(true)
    const lines = text.slice(notice.length).split('\n')
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(72)
    expect(text).toContain('\n    title title')
  })

  it('says first that an article is retracted', () => {
    const retraction = {date: '2026-05-01', reason: 'The trial was made up.'}
    expect(articleText(model.publication({retraction}))).toContain(
      '# When low mood will not lift\n\nRetracted (May 1, 2026): The trial was made up.\n\n',
    )
  })

  it('speaks the language of the article, isolating numbers in the notice alone', () => {
    const text = articleText(model.publication({language: 'ar'}))
    expect(text).toContain('\u2066911\u2069')
    expect(text).not.toMatch(/Published|Key points/)
  })

  it('refuses a language it has no words in', () => {
    const site = model.site({noticeFallbackLanguages: ['en']})
    const publication = Publication.create({
      site,
      book: model.noticeBook({site}),
      article: model.article({language: 'xx'}),
      country: 'US',
      translations: [],
    })
    expect(() => articleText(publication)).toThrow(PublisherError)
  })
})
