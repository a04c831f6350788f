/** What bench/studio-preview.ts runs in Chromium: a page without a document of its own. */
import type {JsonObject} from '../content/json-object.ts'
import {Newsroom} from '../studio/newsroom/newsroom.ts'
import {preview} from '../studio/newsroom/preview.ts'

const ARTICLE = 'article-ketamine'

export interface PreviewJob {
  readonly papers: readonly (readonly [id: string, document: JsonObject])[]
  readonly today: string
  readonly keystrokes: number
}

/** Milliseconds of each keystroke: parse, policy, four publishers, the gate. */
const measurePreview = async (job: PreviewJob): Promise<readonly number[]> => {
  const papers = new Map(job.papers)
  const newsroom = new Newsroom(papers, {today: job.today})
  const article = papers.get(ARTICLE)
  const times: number[] = []
  for (let keystroke = 0; keystroke < job.keystrokes; keystroke += 1) {
    const draft = {...article, title: `Ketamine, keystroke ${keystroke}`}
    const started = performance.now()
    const result = await preview(newsroom, draft)
    times.push(performance.now() - started)
    if (!result.ok) throw new Error('The example cannot be previewed.')
    const {channels} = result.preview
    if (
      Object.values(channels).some(
        ({outputs, problems}) => outputs.length === 0 || problems.length > 0,
      )
    ) {
      throw new Error('A channel shows nothing, or the gate refused it.')
    }
  }
  return times
}

Object.assign(globalThis, {measurePreview})
