import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {writeCorpus} from '../../bench/corpus.ts'
import {folder, throwline, TODAY} from '../cli/run.ts'

describe('the generated corpus', () => {
  it('is the same whenever it is written, and as long as it says', async () => {
    const place = folder()
    const bytes = await writeCorpus(join(place, 'one.ndjson'), 3)
    await writeCorpus(join(place, 'two.ndjson'), 3)
    const one = readFileSync(join(place, 'one.ndjson'))
    expect(one.equals(readFileSync(join(place, 'two.ndjson')))).toBe(true)
    expect(one.length).toBe(bytes)
    await writeCorpus(join(place, 'more.ndjson'), 4)
    expect(readFileSync(join(place, 'more.ndjson')).length).toBeGreaterThan(bytes)
  })

  it('is valid content: every article is published on every channel', async () => {
    const place = folder()
    const dataset = join(place, 'corpus.ndjson')
    await writeCorpus(dataset, 5)
    const options = ['--dataset', dataset, '--out', join(place, 'out'), '--today', TODAY, '--json']
    const {status, stdout, stderr} = throwline('publish', ...options)
    expect(stderr).toBe('')
    expect(status).toBe(0)
    const {artefacts} = JSON.parse(stdout)
    for (const channel of ['web', 'email', 'sms', 'partner']) {
      const own = artefacts.filter(
        (artefact: {readonly channel: string; readonly documentId: string}) =>
          artefact.channel === channel && artefact.documentId.startsWith('article-'),
      )
      expect(own, channel).toHaveLength(5)
    }
  })
})
