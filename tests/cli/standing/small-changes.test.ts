/** A run after a small change asks the table of the run before, and leaves what a run from nothing would. */
import {
  cpSync,
  existsSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import {join} from 'node:path'
import {beforeAll, describe, expect, it} from 'vitest'
import {writeCorpus} from '../../../bench/corpus.ts'
import type {PublishCommandOptions} from '../../../cli/commands/publish.ts'
import {inputsFile} from '../../../cli/out/inputs.ts'
import {
  readStandingTable,
  sealedStanding,
  writeStandingTable,
} from '../../../cli/standing/standing-table.ts'
import {
  DATA,
  folder,
  killedAfter,
  publishHere,
  type Ran,
  ROOT,
  snapshot,
  throwline,
  TODAY,
} from '../run.ts'

type Document = Readonly<Record<string, unknown>>
type Edit = (documents: readonly Document[]) => readonly Document[]

/** Twenty of them are in the feeds whole: all but article-6 to -9, by id. */
const ARTICLES = 24

let corpus: readonly Document[] = []

beforeAll(async () => {
  const file = join(folder(), 'corpus.ndjson')
  await writeCorpus(file, ARTICLES)
  corpus = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): Document => JSON.parse(line))
})

const written = (documents: readonly Document[]): string => {
  const place = folder()
  cpSync(join(ROOT, 'examples/images'), join(place, 'images'), {recursive: true})
  const file = join(place, 'data.ndjson')
  writeFileSync(file, documents.map((document) => `${JSON.stringify(document)}\n`).join(''))
  return file
}

const options = (dataset: string, out: string): readonly string[] => {
  return ['publish', '--dataset', dataset, '--out', out, '--today', TODAY]
}

const publish = async (
  dataset: string,
  out: string,
  more: Partial<PublishCommandOptions> = {},
): Promise<Ran> => publishHere({dataset, out, today: TODAY, ...more})

/** A run that asks each article writes the record anew; one that asks the table adds to it. */
const recordOf = (out: string): number => statSync(inputsFile(DATA, out)).ino

const on =
  (id: string, change: (document: Document) => Document): Edit =>
  (documents) =>
    documents.map((each) => (each['_id'] === id ? {...change(each), _rev: 'another'} : each))

const heading = (id: string, words: string): Edit => on(id, (each) => ({...each, heading: words}))

const sectionOf = (documents: readonly Document[], id: string): Document =>
  documents.find((each) => each['_id'] === id) ?? {}

const reference = (id: string): Document => ({_key: id, _type: 'reference', _ref: id})

const FIGURE: Document = {
  _key: 'figure',
  _type: 'figure',
  image: {_type: 'image', _sanityAsset: 'image@file://./images/figure-ketamine-trial.png'},
  alt: 'Forty-one circles, one for each person in the trial.',
  caption: 'Each circle is one of the 41 people.',
}

const PARAGRAPH: Document = {
  _key: 'paragraph',
  _type: 'block',
  style: 'normal',
  markDefs: [],
  children: [{_key: 'span', _type: 'span', marks: [], text: 'Words.'}],
}

/** What an editor does next, the files it takes, and whether the table told. */
const EDITS: readonly (readonly [what: string, edit: Edit, files: string, isTold: boolean])[] = [
  ['nothing', (documents) => documents, '0', true],
  [
    'a section of an article that feeds leave out',
    heading('section-7-3', 'Other words'),
    '3',
    true,
  ],
  ['the same section again', heading('section-7-3', 'Still others'), '3', true],
  ['a section of an article in the feeds', heading('section-12-3', 'Other words'), '5', true],
  ['a section that several share', heading('section-shared-3', 'Other words'), '5', true],
  [
    'a contributor of all',
    on('contributor-editorial-team', (each) => ({...each, name: 'Desk'})),
    '74',
    true,
  ],
  [
    'a section that nobody uses',
    (documents) => [{...sectionOf(documents, 'section-7-3'), _id: 'section-new'}, ...documents],
    '0',
    true,
  ],
  ['a section after rows have moved', heading('section-8-2', 'Other words'), '3', true],
  [
    'documents in another order',
    (documents) => [...documents.slice(200), ...documents.slice(0, 200)],
    '0',
    true,
  ],
  [
    'an article that has another section, under the revision it had',
    (documents) =>
      documents
        .filter(({_id}) => _id !== 'section-9-3')
        .map((each) =>
          each['_id'] === 'article-9' ? {...each, sections: [reference('section-11-3')]} : each,
        ),
    '3',
    true,
  ],
  ['a section that two articles have now', heading('section-11-3', 'Other words'), '8', true],
  ['a title', on('article-9', (each) => ({...each, title: 'Rest'})), '6', true],
  ['a date', on('article-9', (each) => ({...each, publishedAt: '2026-02-01T00:00:00Z'})), '', true],
  ['words after that date', heading('section-11-3', 'Some words'), '', true],
  [
    'first words of an article that its date has brought into the feeds, under the revision it had',
    (documents) =>
      documents.map((each) =>
        each['_id'] === 'article-9' ? {...each, opening: [PARAGRAPH]} : each,
      ),
    '5',
    true,
  ],
  [
    'a slug',
    on('article-8', (each) => ({...each, slug: {_type: 'slug', current: 'rest'}})),
    '',
    false,
  ],
  ['a helpline', on('helpline-us-988', (each) => ({...each, name: 'The Line'})), '', false],
  [
    'an article in another language',
    (documents) => [
      ...documents,
      {...sectionOf(documents, 'article-9'), _id: 'article-9-es', language: 'es'},
    ],
    '',
    false,
  ],
  ['a section of an article with a translation', heading('section-11-3', 'More words'), '11', true],
  ['a figure', on('section-7-3', (each) => ({...each, body: [FIGURE]})), '4', false],
  ['words of a section with a figure', heading('section-7-3', 'A trial'), '3', true],
  [
    'a figure that is gone',
    on('section-7-3', (each) => ({...each, body: [PARAGRAPH]})),
    '3',
    false,
  ],
  [
    'a retraction',
    on('article-6', (each) => ({...each, retraction: {date: '2026-11-20', reason: 'Withdrawn.'}})),
    '',
    false,
  ],
  ['a run after one that withdrew something', heading('section-13-3', 'W'), '5', false],
  ['an article in the feeds, which say that one is gone', heading('section-14-3', 'W'), '5', true],
  [
    'the reason of a retraction',
    on('article-6', (each) => ({
      ...each,
      retraction: {date: '2026-11-20', reason: 'A trial was withdrawn.'},
    })),
    '',
    true,
  ],
  [
    'a title that translations link to',
    on('article-9-es', (each) => ({...each, title: 'Descanso'})),
    '',
    true,
  ],
  ['an article that they leave out', heading('section-8-3', 'W'), '3', true],
]

describe('one small change after another', () => {
  const out = folder()
  let documents: readonly Document[] = []

  beforeAll(async () => {
    documents = corpus
    await publish(written(documents), out)
  })

  it.each(EDITS)('%s', async (_what, edit, files, isTold) => {
    const before = recordOf(out)
    documents = edit(documents)
    const dataset = written(documents)
    const ran = await publish(dataset, out)
    const anew = folder()
    expect((await publish(dataset, anew)).stderr).toBe(ran.stderr)
    expect(snapshot(out)).toEqual(snapshot(anew))
    expect(ran.status).toBe(0)
    const [, count = '0'] = /(\d+) files? written/.exec(ran.stdout) ?? []
    if (files !== '') expect(count).toBe(files)
    expect(recordOf(out) === before).toBe(isTold)
  })
})

describe('an article that is gone', () => {
  it('is told of by its tombstone after a change that lists tell of', async () => {
    const [out, other] = [folder(), folder()]
    const gone = corpus.filter((each) => each['_id'] !== 'article-6')
    const title = on('article-9', (each) => ({...each, title: 'Rest'}))
    let before = 0
    for (const documents of [corpus, gone, heading('section-7-3', 'W')(gone), title(gone)]) {
      const dataset = written(documents)
      before = existsSync(inputsFile(DATA, out)) ? recordOf(out) : 0
      expect((await publish(dataset, out)).status).toBe(0)
      expect((await publish(dataset, other, {full: true})).status).toBe(0)
    }
    expect(recordOf(out)).toBe(before)
    expect(snapshot(out)).toEqual(snapshot(other))
    expect(readFileSync(join(out, 'partner/tombstones.json'), 'utf8')).toContain('article-6')
  })
})

describe('the table', () => {
  const out = folder()
  /** Two states of the dataset, and the folder that each makes. */
  const states: {readonly dataset: string; readonly right: ReadonlyMap<string, string>}[] = []
  let now = 0

  beforeAll(async () => {
    for (const documents of [corpus, heading('section-7-3', 'Other words')(corpus)]) {
      const [dataset, other] = [written(documents), folder()]
      await publish(dataset, other)
      states.push({dataset, right: snapshot(other)})
    }
    await publish(states[0]?.dataset ?? '', out)
  })

  /** The other state is published: whether the table told what to do, and whether it was done. */
  const turn = async (other: Partial<PublishCommandOptions> = {}) => {
    const before = recordOf(out)
    now = 1 - now
    const {dataset = '', right} = states[now] ?? {}
    expect((await publish(dataset, out, other)).status).toBe(0)
    return {isTold: recordOf(out) === before, right}
  }

  const tableOf = (place: string): string => inputsFile(DATA, place).replace(/ndjson$/, 'table')

  const SPOILS: readonly (readonly [
    what: string,
    spoil: (place: string) => void | Promise<void>,
  ])[] = [
    [
      'a page edited by hand',
      (place) => writeFileSync(join(place, 'web/article-3/index.html'), 'Somebody else’s words'),
    ],
    ['a mail that is gone', (place) => rmSync(join(place, 'email/article-3.eml'))],
    [
      'a list edited by hand',
      (place) => writeFileSync(join(place, 'partner/articles.json'), '{"articles":[]}'),
    ],
    [
      'a companion edited by hand',
      (place) => writeFileSync(join(place, 'partner/article.schema.json'), ''),
    ],
    ['no manifest', (place) => rmSync(join(place, 'manifest.json'))],
    [
      'a manifest that was written again',
      (place) => {
        const file = join(place, 'manifest.json')
        writeFileSync(file, readFileSync(file))
        utimesSync(file, new Date(), new Date('2026-11-23T00:00:00Z'))
      },
    ],
    [
      'what a killed run left',
      (place) => writeFileSync(join(place, '.throwline-journal'), '\nnot whole'),
    ],
    [
      'a torn table',
      (place) => writeFileSync(tableOf(place), readFileSync(tableOf(place)).subarray(0, -9)),
    ],
    [
      'a table with one bit turned',
      (place) => {
        const bytes = readFileSync(tableOf(place))
        const at = bytes.length - 5000
        bytes.writeUInt8((bytes[at] ?? 0) ^ 1, at)
        writeFileSync(tableOf(place), bytes)
      },
    ],
    [
      'a table of another version',
      async (place) => {
        const table = await readStandingTable(tableOf(place))
        if (table === undefined) throw new Error('There is no table.')
        const head = {...table.head, program: '0.0.9 1'}
        await writeStandingTable(tableOf(place), head, sealedStanding(table.columns))
      },
    ],
    ['no table', (place) => rmSync(tableOf(place))],
  ]

  it.each(SPOILS)(
    'does not tell with %s, and does after the run that mends it',
    async (_what, spoil) => {
      await spoil(out)
      const {isTold, right} = await turn()
      expect(snapshot(out)).toEqual(right)
      expect(isTold).toBe(false)
      const next = await turn()
      expect(snapshot(out)).toEqual(next.right)
      expect(next.isTold).toBe(true)
    },
  )

  it('does not tell on another day, for another country, or on other channels', async () => {
    const others = [{today: '2026-11-24'}, {country: 'CA'}, {channel: 'web,email'}]
    for (const other of others) {
      expect((await turn(other)).isTold).toBe(false)
      const back = await turn()
      expect(back.isTold).toBe(false)
      expect(snapshot(out)).toEqual(back.right)
    }
  })

  it('does not tell of what is refused, nor of what follows', async () => {
    const before = recordOf(out)
    const broken = on('section-8-2', (each) => ({...each, heading: 7}))(corpus)
    const {status, stderr} = await publish(written(broken), out)
    expect([status, stderr]).toEqual([1, expect.stringContaining('section-8-2 heading')])
    expect(recordOf(out)).not.toBe(before)
    for (const isTold of [false, true]) {
      const next = await turn()
      expect(snapshot(out)).toEqual(next.right)
      expect(next.isTold).toBe(isTold)
    }
  })

  it('tells `--json` all that a longer run would', async () => {
    const other = folder()
    await publish(states[now]?.dataset ?? '', other)
    rmSync(tableOf(other))
    const dataset = states[1 - now]?.dataset ?? ''
    const [small, large] = [out, other].map((each): Record<string, unknown> => {
      return {...JSON.parse(throwline(...options(dataset, each), '--json').stdout), seconds: 0}
    })
    now = 1 - now
    expect(small).toEqual(large)
    expect(small?.['written']).toBe(3)
  })

  it('is right after a run that was killed at any moment', async () => {
    for (let after = 250; after < 1000; after += 125) {
      const dataset = written(heading('section-7-3', `Words ${after}`)(corpus))
      await killedAfter(after, ...options(dataset, out))
      expect(existsSync(join(out, 'manifest.json'))).toBe(true)
    }
    const {right} = await turn()
    expect(snapshot(out)).toEqual(right)
  })
})
