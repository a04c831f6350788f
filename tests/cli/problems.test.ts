import {spawn} from 'node:child_process'
import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {type Paint, problemText} from '../../cli/problem-list.ts'
import {changedExample, EXAMPLE, folder, ROOT, throwline, TODAY} from './run.ts'

const problem = (documentId: string, path: string, message: string) => ({
  documentId,
  path,
  code: 'NOTICE_MISSING',
  message,
})

const plain: Paint = {code: (text) => text, place: (text) => text}

describe('the list of problems', () => {
  it('says once what holds for many, and names each of them', () => {
    const problems = [
      problem('article-a', 'language', 'Write one.'),
      problem('article-b', '', 'Something else.'),
      problem('article-c', 'language', 'Write one.'),
    ]
    expect(problemText(problems, plain)).toBe(
      `NOTICE_MISSING 2 documents
  Write one.
  article-a language, article-c language
NOTICE_MISSING article-b
  Something else.
`,
    )
  })

  it('leaves none out and keeps lines readable when there are thousands', () => {
    const ids = Array.from({length: 10_000}, (_, index) => `article-${index}`)
    const text = problemText(
      ids.map((id) => problem(id, '', 'Write one.')),
      plain,
    )
    expect(text).toContain('NOTICE_MISSING 10,000 documents\n')
    for (const id of ids) expect(text).toContain(id)
    const lines = text.split('\n')
    expect(lines.length).toBeLessThan(2000)
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100)
  })

  it('is empty when nothing is wrong', () => {
    expect(problemText([], plain)).toBe('')
  })
})

describe('a site document that cannot be used', () => {
  const dataset = changedExample((document) =>
    document['_id'] === 'site' ? {...document, name: ''} : document,
  )

  it('keeps publish from making even a folder', () => {
    const out = join(folder(), 'out')
    const {status, stderr} = throwline('publish', '--dataset', dataset, '--out', out)
    expect(status).toBe(1)
    expect(stderr).toContain('site name\n')
    expect(existsSync(out)).toBe(false)
  })

  it('is one fault among others to the doctor', () => {
    const {status, stdout} = throwline('doctor', '--dataset', dataset, '--today', TODAY)
    expect(status).toBe(1)
    expect(stdout).toContain('site name\n')
    expect(stdout).toContain('16 articles, 2 digests, 14 notices, 14 helplines')
    expect(stdout).toContain('US-en')
  })
})

describe('the end of a pipe', () => {
  const doctor = (): Promise<{readonly status: number | null; readonly stderr: string}> => {
    const child = spawn(
      process.execPath,
      [join(ROOT, 'cli/throwline.ts'), 'doctor', '--dataset', EXAMPLE, '--today', TODAY],
      {stdio: ['ignore', 'pipe', 'pipe']},
    )
    child.stdout.destroy()
    let stderr = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text
    })
    return new Promise((resolve) => {
      child.on('close', (status) => resolve({status, stderr}))
    })
  }

  it('is no failure', async () => {
    expect(await doctor()).toEqual({status: 0, stderr: ''})
  })
})
