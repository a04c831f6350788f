import {execFileSync} from 'node:child_process'
import {existsSync, readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {beforeAll, describe, expect, it} from 'vitest'
import {changedExample, copy, EXAMPLE, folder, killedAfter, ROOT, throwline, TODAY} from './run.ts'

const publish = (dataset: string, out: string, ...more: readonly string[]) =>
  throwline('publish', '--dataset', dataset, '--out', out, '--today', TODAY, ...more)

const verify = (out: string, dataset = EXAMPLE, ...more: readonly string[]) =>
  throwline('verify', out, '--dataset', dataset, '--today', TODAY, ...more)

const files = (out: string): readonly string[] =>
  readdirSync(out, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()

const snapshot = (out: string): ReadonlyMap<string, string> =>
  new Map(
    files(out)
      .filter((file) => !file.endsWith('manifest.json'))
      .map((file) => [file.slice(out.length), readFileSync(file).toString('base64')]),
  )

const withoutNotice = (id: string) =>
  changedExample((document) => (document['_id'] === id ? undefined : document))

let out = ''

beforeAll(() => {
  out = folder()
  const {status, stderr} = publish(EXAMPLE, out)
  if (status !== 0) throw new Error(stderr)
})

describe('throwline publish', () => {
  it('lays out the files of contracts.md', () => {
    const expected = [
      'manifest.json',
      'web/index.html',
      'web/ketamine/index.html',
      'web/es/sleep/index.html',
      'web/help/index.html',
      'web/sitemap.xml',
      'web/feed.xml',
      'web/feed.json',
      'email/ketamine.eml',
      'sms/ketamine.sms.txt',
      'partner/articles/ketamine.json',
      'partner/articles.json',
      'partner/helplines.json',
      'partner/tombstones.json',
    ]
    for (const path of expected) expect(existsSync(join(out, path)), path).toBe(true)
    expect(readdirSync(join(out, 'email/digest')).length).toBeGreaterThan(0)
    expect(readdirSync(join(out, 'sms/digest')).length).toBeGreaterThan(0)
    expect(readdirSync(join(out, 'web/assets')).length).toBeGreaterThan(5)
  })

  it('lists every artefact in the manifest', () => {
    const manifest = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'))
    expect(manifest).toMatchObject({version: 1, refused: []})
    const page = manifest.artefacts.find(
      ({path}: {path: string}) => path === 'sms/ketamine.sms.txt',
    )
    expect(page).toMatchObject({
      channel: 'sms',
      documentId: 'article-ketamine',
      country: 'US',
      language: 'en',
      noticeId: 'crisisNotice-US-en',
      segments: 1,
      bytes: statSync(join(out, 'sms/ketamine.sms.txt')).size,
    })
    expect(page.sha256).toMatch(/^[0-9a-f]{64}$/)
  })

  it('a second run writes nothing and says so', () => {
    const before = files(out).map((file) => statSync(file).mtimeMs)
    const {stdout, status} = publish(EXAMPLE, out)
    expect(status).toBe(0)
    expect(stdout).toContain('Nothing had changed')
    expect(files(out).map((file) => statSync(file).mtimeMs)).toEqual(before)
  })

  it('another run elsewhere gives the same bytes', () => {
    const other = folder()
    publish(EXAMPLE, other)
    expect(snapshot(other)).toEqual(snapshot(out))
  })

  it('mends a file that somebody changed by hand', () => {
    const place = copy(out)
    const file = join(place, 'sms/sleep.sms.txt')
    const right = readFileSync(file, 'utf8')
    writeFileSync(file, right.replace('988', '989'))
    expect(publish(EXAMPLE, place).stdout).toContain('1 file written')
    expect(readFileSync(file, 'utf8')).toBe(right)
  })

  it('ends with a command that reads everything back, as it must be typed', () => {
    const place = `${copy(out)}/it's here`
    const last = publish(EXAMPLE, place).stdout.trimEnd().split('\n').at(-1) ?? ''
    const [, line] = /: npm run -s throwline -- (verify .+)$/.exec(last) ?? []
    expect(line).toBeDefined()
    const command = `"${process.execPath}" "${join(ROOT, 'cli/throwline.ts')}" ${line}`
    expect(execFileSync('sh', ['-c', command], {encoding: 'utf8'})).toContain('carry their notice')
  })

  it('prints a report for machines', () => {
    const {stdout} = publish(EXAMPLE, copy(out), '--json')
    expect(JSON.parse(stdout)).toMatchObject({written: 0, refusals: 0, withdrawn: [], kept: []})
  })

  it('publishes only the channel asked for and leaves the others alone', () => {
    const place = copy(out)
    const {stdout, status} = publish(EXAMPLE, place, '--channel', 'sms', '--country', 'GB')
    expect(status).toBe(1)
    expect(stdout).toContain('written')
    expect(readFileSync(join(place, 'sms/sleep.sms.txt'), 'utf8')).toContain('116 123')
    expect(readFileSync(join(place, 'email/sleep.eml'), 'utf8')).toBe(
      readFileSync(join(out, 'email/sleep.eml'), 'utf8'),
    )
  })

  it('without a notice there is no output, and what stood stays', () => {
    const dataset = withoutNotice('crisisNotice-US-es')
    const place = copy(out)
    const page = join(place, 'web/es/sleep/index.html')
    const {status, stderr} = publish(dataset, place)
    expect(status).toBe(1)
    expect(stderr).toContain('article-sleep-es')
    expect(stderr).toContain('Create and publish the document crisisNotice-US-es')
    expect(existsSync(page)).toBe(true)
    const fresh = folder()
    expect(publish(dataset, fresh).status).toBe(1)
    expect(existsSync(join(fresh, 'web/es/sleep/index.html'))).toBe(false)
    expect(existsSync(join(fresh, 'web/sleep/index.html'))).toBe(true)
    const manifest = JSON.parse(readFileSync(join(fresh, 'manifest.json'), 'utf8'))
    expect(manifest.refused).toContainEqual(
      expect.objectContaining({documentId: 'article-sleep-es', code: 'NOTICE_MISSING'}),
    )
  })

  it('an article that is gone is withdrawn, with a tombstone that stays', () => {
    const place = copy(out)
    const dataset = changedExample((document) => {
      if (document['_id'] === 'article-child-abuse') return undefined
      const text = JSON.stringify(document)
      return text.includes('article-child-abuse') ? {...document, relatedArticles: []} : document
    })
    expect(publish(dataset, place).status).toBe(0)
    for (const path of ['web/child-abuse/index.html', 'sms/child-abuse.sms.txt']) {
      expect(existsSync(join(place, path)), path).toBe(false)
    }
    const tombstones = () => readFileSync(join(place, 'partner/tombstones.json'), 'utf8')
    expect(tombstones()).toContain('article-child-abuse')
    publish(dataset, place)
    expect(tombstones()).toContain('article-child-abuse')
  })

  it('a retracted article keeps a page that says so, and nothing else', () => {
    const dataset = changedExample((document) =>
      document['_id'] === 'article-child-abuse'
        ? {...document, retraction: {date: '2026-11-20', reason: 'The advice was out of date.'}}
        : document,
    )
    const place = copy(out)
    publish(dataset, place)
    const page = readFileSync(join(place, 'web/child-abuse/index.html'), 'utf8')
    expect(page).toContain('The advice was out of date.')
    expect(existsSync(join(place, 'email/child-abuse.eml'))).toBe(false)
    expect(existsSync(join(place, 'partner/articles/child-abuse.json'))).toBe(false)
    expect(verify(place, dataset).status).toBe(0)
  })

  it('a broken article is named with its path, and the others are published', () => {
    const dataset = changedExample((document) =>
      document['_id'] === 'article-sleep' ? {...document, title: 'One\r\nBcc: all@x'} : document,
    )
    const place = folder()
    const {status, stderr} = publish(dataset, place)
    expect(status).toBe(1)
    expect(stderr).toContain('article-sleep title')
    expect(existsSync(join(place, 'web/ketamine/index.html'))).toBe(true)
    expect(existsSync(join(place, 'web/sleep/index.html'))).toBe(false)
  })

  /** What a dead run leaves beside whole files: one under way, and the list of those it wrote. */
  const NOT_YET = /\.throwline-tmp$|\/\.throwline-journal$/

  it('killed at any moment it leaves whole files, and the next run completes', async () => {
    const place = folder()
    const right = snapshot(out)
    let killed = 0
    for (let round = 0; round < 50; round += 1) {
      const moment = 80 + Math.random() * 700
      const dead = await killedAfter(
        moment,
        'publish',
        '--dataset',
        EXAMPLE,
        '--out',
        place,
        '--today',
        TODAY,
      )
      if (dead) killed += 1
      const found = existsSync(place) ? snapshot(place) : new Map<string, string>()
      for (const [path, bytes] of found) {
        if (!NOT_YET.test(path)) expect(right.get(path), path).toBe(bytes)
      }
    }
    expect(killed).toBeGreaterThan(10)
    expect(publish(EXAMPLE, place).status).toBe(0)
    expect(snapshot(place)).toEqual(right)
  })
})

describe('throwline verify', () => {
  it('passes what was published', () => {
    const {status, stdout} = verify(out)
    expect(stdout).toMatch(/^(\d+) of \1 artefacts carry their notice\.\n$/)
    expect(status).toBe(0)
  })

  it('fails after any hand edit of a notice', () => {
    const edits = [
      ['web/ketamine/index.html', 'Call 988', 'Call 989'],
      ['sms/ketamine.sms.txt', '988', '98'],
      ['partner/articles/ketamine.json', 'tel:988', 'tel:987'],
      ['web/feed.xml', 'Call 988', 'Call 98'],
      ['partner/helplines.json', '"dial": "911"', '"dial": "912"'],
    ] as const
    for (const [path, from, to] of edits) {
      const place = copy(out)
      const file = join(place, path)
      const text = readFileSync(file, 'utf8')
      expect(text, path).toContain(from)
      writeFileSync(file, text.replace(from, to))
      const {status, stderr} = verify(place)
      expect(status, path).toBe(1)
      expect(stderr).toContain(path)
    }
  })

  it('misses what the manifest lists and the folder has lost', () => {
    const {status, stdout} = verify(out, EXAMPLE, '--json')
    expect(status).toBe(0)
    expect(JSON.parse(stdout).verdicts.length).toBeGreaterThan(60)
  })

  it('reads a loose file for the audience asked for', () => {
    const file = join(out, 'sms/sleep.sms.txt')
    expect(verify(file).status).toBe(0)
    expect(verify(file, EXAMPLE, '--country', 'GB').status).toBe(1)
  })
})

describe('wrong usage', () => {
  it('exits with 2 and says what to do', () => {
    const cases = [
      [
        ['publish', '--channel', 'fax', '--dataset', EXAMPLE],
        'choose from web, email, sms, partner',
      ],
      [['publish', '--country', 'USA', '--dataset', EXAMPLE], 'write two letters'],
      [['publish', '--today', '2026-02-30', '--dataset', EXAMPLE], 'there is no such day'],
      [['publish', '--out', folder()], 'name a file with --dataset FILE'],
      [['publish', '--today', '2026-13-01', '--dataset', EXAMPLE], 'there is no such day'],
      [['publish', '--today', 'tomorrow', '--dataset', EXAMPLE], 'write a date as YYYY-MM-DD'],
      [['publish', '--channel', ' ,', '--dataset', EXAMPLE], 'names none: choose from web'],
      [['verify', '/no/such/place', '--dataset', EXAMPLE], 'there is no such file or folder'],
      [['verify', EXAMPLE, '--dataset', EXAMPLE], 'not an artefact'],
      [['frobnicate'], 'unknown command'],
      [['publish', 'out'], 'too many arguments'],
      [['publish', '--frobnicate'], 'unknown option'],
      [['verify'], 'missing required argument'],
    ] as const
    for (const [options, message] of cases) {
      const {status, stderr} = throwline(...options)
      expect(stderr, options.join(' ')).toContain(message)
      expect(status, options.join(' ')).toBe(2)
    }
  })

  it('a dataset that is not there is named', () => {
    const {status, stderr} = throwline('publish', '--dataset', '/no/such.ndjson')
    expect(stderr).toContain('There is no such file')
    expect(status).toBe(1)
  })

  it('helps', () => {
    for (const command of ['publish', 'verify', 'doctor', 'serve', 'lake']) {
      const {status, stdout} = throwline(command, '--help')
      expect(status, command).toBe(0)
      expect(stdout, command).toContain('--dataset')
      expect(stdout, command).toContain(`For example:\n  throwline ${command}`)
      expect(stdout, command).not.toContain('default: false')
    }
    expect(throwline('--help').stdout).toContain('Exit status: 0 done')
  })
})

describe('throwline doctor', () => {
  it('lists who could not be served and why', () => {
    const {status, stdout} = throwline('doctor', '--dataset', EXAMPLE, '--today', TODAY)
    expect(status).toBe(0)
    expect(stdout).toContain('US-ar')
    expect(stdout).toContain('No crisis notice for country GB in language es')
    expect(stdout).toContain('No faults.')
  })

  it('names a helpline that has gone stale, and one that is past all trust', () => {
    const stale = throwline('doctor', '--dataset', EXAMPLE, '--today', '2027-06-01')
    expect(stale.stdout).toContain('HELPLINE_STALE')
    expect(stale.status).toBe(0)
    const expired = throwline('doctor', '--dataset', EXAMPLE, '--today', '2028-01-01', '--json')
    expect(JSON.parse(expired.stdout).problems[0].code).toBe('HELPLINE_EXPIRED')
    expect(expired.status).toBe(1)
  })
})
