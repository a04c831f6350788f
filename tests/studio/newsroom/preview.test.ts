import {describe, expect, it} from 'vitest'
import {CHANNELS} from '../../../publishers/publisher.ts'
import {preview, type Preview, type Previewed} from '../../../studio/newsroom/preview.ts'
import {changed, exampleNewsroom, examplePapers} from '../support/example.ts'

const papers = examplePapers()
const KETAMINE = 'article-ketamine'

const shown = (result: Previewed): Preview => {
  if (result.ok) return result.preview
  throw new Error(result.problems.map(({message}) => message).join('\n'))
}

const draft = (fields: Readonly<Record<string, unknown>> = {}) =>
  changed(papers, KETAMINE, () => ({_id: `drafts.${KETAMINE}`, ...fields}))

describe('the preview of a draft', () => {
  it('shows the article on all four channels, past the gate', async () => {
    const {channels, audience, messages} = shown(await preview(exampleNewsroom(papers), draft()))
    expect(audience).toEqual({country: 'US', language: 'en'})
    for (const channel of CHANNELS) {
      expect(channels[channel]).toMatchObject({problems: [], outputs: [{documentId: KETAMINE}]})
    }
    expect(messages).toMatchObject([{encoding: 'gsm7'}])
    expect(channels.web.outputs[0]?.text).toContain('988')
  })

  it('follows every keystroke', async () => {
    const newsroom = exampleNewsroom(papers)
    await preview(newsroom, draft())
    const {channels} = shown(
      await preview(newsroom, draft({title: 'A title as typed', smsSummary: 'Short and new'})),
    )
    expect(channels.web.outputs[0]?.text).toContain('A title as typed')
    expect(channels.email.outputs[0]?.text).toContain('A title as typed')
    expect(channels.partner.outputs[0]?.text).toContain('A title as typed')
    expect(channels.sms.outputs[0]?.text).toContain('Short and new')
  })

  it('has the notice of the country that is picked', async () => {
    const result = await preview(exampleNewsroom(papers), draft(), {country: 'GB'})
    expect(shown(result).notice.id).toBe('crisisNotice-GB-en')
    expect(shown(result).channels.sms.outputs[0]?.text).toContain('116 123')
  })

  it('says what is wrong, where, instead of showing anything', async () => {
    const result = await preview(exampleNewsroom(papers), draft({summary: ''}))
    expect(result).toMatchObject({
      ok: false,
      problems: [{documentId: KETAMINE, path: 'summary', code: 'MISSING'}],
    })
  })

  it('names the notice when the notice is the fault', async () => {
    const broken = new Map(papers)
    const id = 'crisisNotice-US-en'
    broken.set(
      id,
      changed(papers, id, () => ({helplines: [], topicHelplines: []})),
    )
    const result = await preview(exampleNewsroom(broken), draft())
    expect(result).toMatchObject({ok: false, problems: [{documentId: id}]})
  })

  it('needs the site', async () => {
    const without = new Map([...papers].filter(([id]) => id !== 'site'))
    const result = await preview(exampleNewsroom(without), draft())
    expect(result).toMatchObject({ok: false, problems: [{documentId: 'site'}]})
  })

  it('shows on the web alone that an article is taken back', async () => {
    const retraction = {date: '2026-11-20', reason: 'The trial it rested on was withdrawn.'}
    const {channels, retracted} = shown(await preview(exampleNewsroom(papers), draft({retraction})))
    expect(retracted).toBe(true)
    expect(channels.web.outputs[0]?.text).toContain('The trial it rested on')
    expect(channels.sms.outputs).toEqual([])
    expect(channels.email.outputs).toEqual([])
  })

  it('tells which character makes a text message UCS-2', async () => {
    const arabic = changed(papers, 'article-low-mood-ar', (each) => each)
    const {messages} = shown(await preview(exampleNewsroom(papers), arabic))
    expect(messages).toMatchObject([{encoding: 'ucs2', forcedBy: {part: 'notice'}}])
    expect(messages[0]?.forcedBy?.character).toMatch(/\p{Script=Arabic}/u)
  })

  it('previews digests, and refuses one with a retracted article', async () => {
    const digest = changed(papers, 'digest-small-steps', (each) => each)
    const {channels, messages} = shown(await preview(exampleNewsroom(papers), digest))
    expect(channels.email.outputs).toHaveLength(1)
    expect(messages).toHaveLength(5)
    const broken = new Map(papers)
    broken.set(
      'article-sleep',
      changed(papers, 'article-sleep', () => ({
        retraction: {date: '2026-11-20', reason: 'Wrong.'},
      })),
    )
    expect(await preview(exampleNewsroom(broken), digest)).toMatchObject({
      ok: false,
      problems: [{path: 'articles[0]', code: 'DIGEST_ARTICLE_UNAVAILABLE'}],
    })
  })
})
