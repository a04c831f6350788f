import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {referenceText} from '../../../content/ama/reference.ts'
import {parsed} from '../../../content/parse/reader.ts'
import {source} from '../../../content/parse/source.ts'
import type {Source} from '../../../content/model.ts'
import {readReference} from '../../../studio/citations/read-reference.ts'
import type {ReferenceFields} from '../../../studio/citations/reading.ts'
import {citationsOf, get, ofType} from '../../examples/dataset.ts'

const read = (document: object, id: string): Source => {
  const result = parsed(id, {_rev: 'r', ...document}, source)
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.value
}

const KETAMINE = [...new Set(citationsOf(get('article-ketamine')).flat())].map((id) =>
  read(get(id), id),
)

const ALL = ofType('source').map((document) => read(document, String(document['_id'])))

const fieldsOf = (text: string): ReferenceFields => {
  const reading = readReference(text)
  if (reading === undefined) throw new Error(`not read: ${text}`)
  return reading.fields
}

/** What the text prints of the fields, with the kind it was printed as. */
const printed = (kind: Source['kind'], fields: ReferenceFields): string =>
  referenceText({id: '', revision: '', title: '', authors: [], ...fields, kind})

describe('our own references, read back', () => {
  test('the ketamine article has its 18 sources', () => {
    expect(KETAMINE).toHaveLength(18)
  })

  test.each([...KETAMINE, ...ALL].map((each) => [each.id, each] as const))(
    '%s',
    (_id, original) => {
      const text = referenceText(original)
      const reading = readReference(text)
      const fields = fieldsOf(text)
      const named = original.authors.length > 6 ? original.authors.slice(0, 3) : original.authors
      expect(fields.authors ?? []).toEqual(named)
      expect(fields.title).toBe(original.title)
      expect(fields.doi).toBe(original.doi)
      expect(fields.url).toBe(original.doi === undefined ? original.url : undefined)
      expect(fields.accessedAt).toBe(original.accessedAt)
      expect(fields.year).toBe(original.year)
      expect(fields.volume).toBe(original.volume)
      expect(fields.issue).toBe(original.issue)
      expect(fields.pages).toBe(original.pages)
      expect(fields.articleNumber).toBe(original.articleNumber)
      const more = reading?.missing.some(({say}) => say.includes('et al'))
      expect(more).toBe(original.authors.length > 6)
      const again = printed(original.kind, fields)
      expect(more === true ? again.replace(/\./, ', et al.') : again).toBe(text)
    },
  )

  test.each(KETAMINE.filter(({kind}) => kind === 'journalArticle').map((each) => [each.id, each]))(
    '%s is a journal article',
    (_id, original) => {
      const fields = fieldsOf(referenceText(original))
      expect(fields.kind).toBe('journalArticle')
      expect(fields.containerAbbreviation).toBe(original.containerAbbreviation)
    },
  )

  test('what the text cannot settle is left open and named', () => {
    const reading = readReference('U.S. Department of Justice. Ketamine fast facts.')
    expect(reading?.fields).toEqual({
      authors: [{organization: 'U.S. Department of Justice'}],
      title: 'Ketamine fast facts',
    })
    expect(reading?.missing.map(({field}) => field)).toEqual(['kind', 'year'])
  })
})

interface Shape {
  readonly name: string
  readonly text: string
  readonly fields: ReferenceFields
  readonly unread?: readonly string[]
}

const SHAPES: readonly Shape[] = [
  {name: 'a bare DOI', text: '10.1002/da.22536', fields: {doi: '10.1002/da.22536'}},
  {
    name: 'a DOI as an address, with a full stop',
    text: 'https://doi.org/10.1002/da.22536.',
    fields: {doi: '10.1002/da.22536'},
  },
  {name: 'a DOI with its name', text: 'DOI: 10.1002/da.22536', fields: {doi: '10.1002/da.22536'}},
  {name: 'a PubMed id', text: ' 34618598 ', fields: {pmid: '34618598'}},
  {name: 'a PubMed id with its name', text: 'PMID: 34618598', fields: {pmid: '34618598'}},
  {
    name: 'a PubMed address',
    text: 'https://pubmed.ncbi.nlm.nih.gov/34618598/',
    fields: {pmid: '34618598'},
  },
  {
    name: 'a supplement, a particle, a question in the title, a number in front',
    text: '12. Smith JA Jr, van der Berg M. Is sleep enough? A trial. N Engl J Med. 2020;382(suppl 1):S12-S20. doi:10.1056/x1.',
    fields: {
      kind: 'journalArticle',
      authors: [
        {family: 'Smith', given: 'J. A., Jr'},
        {family: 'van der Berg', given: 'M.'},
      ],
      title: 'Is sleep enough? A trial',
      containerAbbreviation: 'N Engl J Med',
      year: 2020,
      volume: '382',
      issue: 'suppl 1',
      pages: 'S12-S20',
      doi: '10.1056/x1',
    },
  },
  {
    name: 'full stops in the journal, short pages',
    text: 'Roe C. A title with 3.5 mg/kg doses. J. Affect. Disord. 2018;12 suppl 2:310–5.',
    fields: {
      kind: 'journalArticle',
      authors: [{family: 'Roe', given: 'C.'}],
      title: 'A title with 3.5 mg/kg doses',
      containerAbbreviation: 'J Affect Disord',
      year: 2018,
      volume: '12 suppl 2',
      pages: '310-315',
    },
  },
  {
    name: 'no authors, a title that could be one',
    text: 'Vitamin D. N Engl J Med. 2007;357(3):266-281.',
    fields: {
      kind: 'journalArticle',
      title: 'Vitamin D',
      containerAbbreviation: 'N Engl J Med',
      year: 2007,
      volume: '357',
      issue: '3',
      pages: '266-281',
    },
  },
  {
    name: 'a book in its third edition',
    text: 'Skeggs J. Feeling low: a guide. 3rd ed. Oxford University Press; 2018.',
    fields: {
      kind: 'book',
      authors: [{family: 'Skeggs', given: 'J.'}],
      title: 'Feeling low: a guide',
      publisher: 'Oxford University Press',
      year: 2018,
    },
    unread: ['3rd ed.'],
  },
  {
    name: 'a chapter',
    text: 'Knox EG. Grief in families. In: Doe J, Roe R, eds. Handbook of Loss. 2nd ed. Springer; 2015:45-67.',
    fields: {
      kind: 'book',
      authors: [{family: 'Knox', given: 'E. G.'}],
      title: 'Grief in families',
      containerTitle: 'Handbook of Loss',
      publisher: 'Springer',
      year: 2015,
      pages: '45-67',
    },
    unread: ['Doe J, Roe R, eds.', '2nd ed.'],
  },
  {
    name: 'a publisher with its place, as the tenth edition wrote it',
    text: 'Black DW, Grant JE. Treating gambling. New York, NY: Guilford Press; 2014:12-15.',
    fields: {
      kind: 'book',
      authors: [
        {family: 'Black', given: 'D. W.'},
        {family: 'Grant', given: 'J. E.'},
      ],
      title: 'Treating gambling',
      publisher: 'Guilford Press',
      year: 2014,
      pages: '12-15',
    },
    unread: ['New York, NY'],
  },
  {
    name: 'a web page without an author, published and changed',
    text: 'Depression. Mayo Clinic. Published February 3, 2018. Updated October 14, 2022. Accessed November 5, 2026. https://www.mayoclinic.example/depression',
    fields: {
      kind: 'webPage',
      title: 'Depression',
      containerTitle: 'Mayo Clinic',
      year: 2018,
      accessedAt: '2026-11-05',
      url: 'https://www.mayoclinic.example/depression',
    },
    unread: ['Updated October 14, 2022'],
  },
  {
    name: 'an article that appeared on line only',
    text: 'Lee K, Park S. Apps for anxiety. J Med Internet Res. Published online May 3, 2019. doi:10.2196/11111',
    fields: {
      kind: 'journalArticle',
      authors: [
        {family: 'Lee', given: 'K.'},
        {family: 'Park', given: 'S.'},
      ],
      title: 'Apps for anxiety',
      containerAbbreviation: 'J Med Internet Res',
      year: 2019,
      doi: '10.2196/11111',
    },
  },
  {
    name: 'a group as author, DOI and PubMed id',
    text: 'COVID-19 Mental Disorders Collaborators. Global prevalence of depression. Lancet. 2021;398(10312):1700-1712. doi:10.1016/S0140-6736(21)02143-7 PMID: 34634250',
    fields: {
      kind: 'journalArticle',
      authors: [{organization: 'COVID-19 Mental Disorders Collaborators'}],
      title: 'Global prevalence of depression',
      containerAbbreviation: 'Lancet',
      year: 2021,
      volume: '398',
      issue: '10312',
      pages: '1700-1712',
      doi: '10.1016/S0140-6736(21)02143-7',
      pmid: '34634250',
    },
  },
  {
    name: 'persons on behalf of a group',
    text: 'Smith J, Jones K; for the ABC Trial Investigators. A trial. JAMA. 2020;323(4):300-310.',
    fields: {
      kind: 'journalArticle',
      authors: [
        {family: 'Smith', given: 'J.'},
        {family: 'Jones', given: 'K.'},
        {organization: 'ABC Trial Investigators'},
      ],
      title: 'A trial',
      containerAbbreviation: 'JAMA',
      year: 2020,
      volume: '323',
      issue: '4',
      pages: '300-310',
    },
  },
  {
    name: 'an article number, a PubMed Central id, "and" before the last author',
    text: "de la Cruz M, D'Angelo P, and Wu X. Title. BMJ. 2021;372:n71. PMID: 33782057. PMCID: PMC8005924.",
    fields: {
      kind: 'journalArticle',
      authors: [
        {family: 'de la Cruz', given: 'M.'},
        {family: "D'Angelo", given: 'P.'},
        {family: 'Wu', given: 'X.'},
      ],
      title: 'Title',
      containerAbbreviation: 'BMJ',
      year: 2021,
      volume: '372',
      articleNumber: 'n71',
      pmid: '33782057',
    },
    unread: ['PMCID: PMC8005924'],
  },
  {
    name: 'a retracted article',
    text: 'Poe D. A claim. Lancet. 1998;351(9103):637-641. doi:10.1016/x [Retracted February 6, 2010: the data were made up].',
    fields: {
      kind: 'journalArticle',
      authors: [{family: 'Poe', given: 'D.'}],
      title: 'A claim',
      containerAbbreviation: 'Lancet',
      year: 1998,
      volume: '351',
      issue: '9103',
      pages: '637-641',
      doi: '10.1016/x',
      retraction: {date: '2010-02-06', note: 'the data were made up'},
    },
  },
  {
    name: 'line breaks and invisible characters of a copied page',
    text: '[3]  Kübler-Ross\u00a0E.\nOn Death\u200b and Dying.\n Macmillan; 1969.',
    fields: {
      kind: 'book',
      authors: [{family: 'Kübler-Ross', given: 'E.'}],
      title: 'On Death and Dying',
      publisher: 'Macmillan',
      year: 1969,
    },
  },
]

describe('references as others write them', () => {
  test.each(SHAPES)('$name', ({text, fields, unread = []}) => {
    const reading = readReference(text)
    expect(reading?.fields).toEqual(fields)
    expect(reading?.unread).toEqual(unread)
  })

  test('a DOI alone names what is missing', () => {
    expect(readReference('10.1002/da.22536')?.missing.map(({field}) => field)).toEqual([
      'kind',
      'title',
      'authors',
      'year',
    ])
  })

  test('an address without encryption is not taken, but named', () => {
    const reading = readReference('Roe C. Title. BMJ. 2021;372:71. http://health.example/x')
    expect(reading?.fields.url).toBeUndefined()
    expect(reading?.unread).toEqual(['http://health.example/x'])
  })

  test('a name with a comma is one organisation, to be checked', () => {
    const reading = readReference(
      'Department of Justice, Drug Enforcement Administration. Drug fact sheet: Ketamine.',
    )
    expect(reading?.fields.authors).toHaveLength(1)
    expect(reading?.check).toHaveLength(1)
  })
})

const GARBAGE = [
  '',
  '   ',
  'hello world',
  '....',
  '2018;',
  '12',
  'Call 988 now. You are not alone.',
  'lorem ipsum dolor sit amet. consectetur adipiscing elit; 20 sed.',
  '{"doi": 5}',
  '<script>alert(1)</script>',
  'الاكتئاب مرض شائع.',
]

describe('what is no reference', () => {
  test.each(GARBAGE)('%j', (text) => {
    expect(readReference(text)).toBeUndefined()
  })

  test('nothing throws, and nothing is invented', () => {
    const piece = fc.oneof(
      fc.string({unit: 'grapheme', maxLength: 30}),
      fc.constantFrom('Smith JA', ', et al', '. ', '; ', '2018', ';12(3):4-5', 'doi:10.1/', 'In: '),
    )
    fc.assert(
      fc.property(fc.array(piece, {maxLength: 12}), (pieces) => {
        const text = pieces.join('')
        const fields = readReference(text)?.fields ?? {}
        const clean = text.replace(/[^\p{L}\p{N}]/gu, '')
        for (const value of [fields.title, fields.publisher, fields.doi, fields.volume]) {
          expect(clean).toContain((value ?? '').replace(/[^\p{L}\p{N}]/gu, ''))
        }
      }),
      {numRuns: 300},
    )
  })
})
