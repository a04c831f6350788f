import {describe, expect, it, onTestFinished} from 'vitest'
import {formatAuthors} from '../../../content/ama/authors.ts'
import {formatReference} from '../../../content/ama/format-reference.ts'
import {formatPages} from '../../../content/ama/pages.ts'
import {referenceText} from '../../../content/ama/reference.ts'
import {openContent} from '../../../content/assemble.ts'
import {fileSource} from '../../../content/file-source.ts'
import type {Source} from '../../../content/model.ts'

/** As the sheet of facts lists them. */
const KETAMINE = [
  'Zhdanava M, Pilon D, Ghelerter I, et al. The prevalence and national burden of treatment-resistant depression and major depressive disorder in the United States. J Clin Psychiatry. 2021;82(2):20m13699. doi:10.4088/JCP.20m13699',
  'Lent JK, Arredondo A, Pugh MA, Austin PN. Ketamine and treatment-resistant depression. AANA J. 2019;87(5):411-419.',
  'Gaynes BN, Lux L, Gartlehner G, et al. Defining treatment-resistant depression. Depress Anxiety. 2020;37(2):134-145. doi:10.1002/da.22968',
  'Fava M, Freeman MP, Flynn M, et al. Double-blind, placebo-controlled, dose-ranging trial of intravenous ketamine as adjunctive therapy in treatment-resistant depression (TRD). Mol Psychiatry. 2020;25:1592-1603. doi:10.1038/s41380-018-0256-5',
  'Niciu MJ, Shovestul BJ, Jaso BA, et al. Features of dissociation differentially predict antidepressant response to ketamine in treatment-resistant depression. J Affect Disord. 2018;232:310-315. doi:10.1016/j.jad.2018.02.049',
  'Serafini G, Howland RH, Rovedi F, Girardi P, Amore M. The role of ketamine in treatment-resistant depression: a systematic review. Curr Neuropharmacol. 2014;12(5):444-461. doi:10.2174/1570159X12666140619204251',
  'Phillips JL, Norris S, Talbot J, et al. Single, repeated, and maintenance ketamine infusions for treatment-resistant depression: a randomized controlled trial. Am J Psychiatry. 2019;176(5):401-409. doi:10.1176/appi.ajp.2018.18070834',
  'Al Shirawi MI, Kennedy SH, Ho KT, Byrne R, Downar J. Oral ketamine in treatment-resistant depression. J Clin Psychopharmacol. 2017;37(4):464-467. doi:10.1097/JCP.0000000000000717',
  "U.S. Food and Drug Administration. FDA approves new nasal spray medication for treatment-resistant depression; available only at a certified doctor's office or clinic.",
  'Palamar JJ, Rutherford C, Keyes KM. Trends in ketamine use, exposures, and seizures in the United States up to 2019. Am J Public Health. 2021;111(11):2046-2049. doi:10.2105/AJPH.2021.306486',
  'Department of Justice, Drug Enforcement Administration. Drug fact sheet: Ketamine.',
  'U.S. Department of Justice. Ketamine fast facts.',
  'Cheng WJ, Chen CH, Chen CK, et al. Similar psychotic and cognitive profile between ketamine dependence with persistent psychosis and schizophrenia. Schizophr Res. 2018;199:313-318. doi:10.1016/j.schres.2018.02.049',
  'Maloney WJ. The health effects of the abuse of ketamine. Int J Depress Anxiety. 2018;1:006. doi:10.23937/ijda-2017/1710006',
  'Sassano-Higgins S, Baron D, Juarez G, Esmaili N, Gold M. A review of ketamine abuse and diversion. Depress Anxiety. 2016;33(8):718-727. doi:10.1002/da.22536',
  'Acevedo-Diaz EE, Cavanaugh GW, Greenstein D, et al. Comprehensive assessment of side effects associated with a single dose of ketamine in treatment-resistant depression. J Affect Disord. 2020;263:568-575. doi:10.1016/j.jad.2019.11.028',
  "U.S. Department of Health and Human Services. Facing addiction in America: the Surgeon General's report on alcohol, drugs, and health.",
  "Mathai DS, Lee SM, Mora V, O'Donnell KC, Garcia-Romeu A, Storch EA. Mapping consent practices for outpatient psychiatric use of ketamine. J Affect Disord. 2022;312:113-121. doi:10.1016/j.jad.2022.06.036",
]

const source: Source = {
  id: 'source-a',
  revision: 'r1',
  kind: 'journalArticle',
  title: 'A trial',
  authors: [],
  containerTitle: 'Trials',
  year: 2020,
}

describe('references', () => {
  it('of the ketamine article read as its sheet lists them', async () => {
    const file = new URL('../../../examples/health.ndjson', import.meta.url).pathname
    const content = await openContent(fileSource(file), {today: '2026-11-23'})
    onTestFinished(() => content.close())
    const {references} = await content.article('article-ketamine')
    expect(references.map((each) => referenceText(each.source))).toEqual(KETAMINE)
  })

  it('are runs: italics where AMA has them, links where a reader can follow', () => {
    const runs = formatReference({...source, doi: '10.1002/(sici)1<1::aid>3.0.co;2-#'})
    expect(runs).toEqual([
      {text: 'A trial. '},
      {text: 'Trials', italic: true},
      {text: '. Published online 2020. '},
      {
        text: 'doi:10.1002/(sici)1<1::aid>3.0.co;2-#',
        href: 'https://doi.org/10.1002/(sici)1%3C1::aid%3E3.0.co%3B2-%23',
      },
    ])
    expect(Object.isFrozen(runs) && runs.every((run) => Object.isFrozen(run))).toBe(true)
  })

  it('link to the address, and to PubMed when there is nothing better', () => {
    const url = 'https://health.example/a'
    expect(formatReference({...source, pmid: '7', url}).at(-1)).toEqual({text: url, href: url})
    expect(formatReference({...source, pmid: '7'}).at(-1)).toEqual({
      text: 'PMID: 7',
      href: 'https://pubmed.ncbi.nlm.nih.gov/7/',
    })
  })

  it('print the retraction with the source', () => {
    const text = (retraction: Source['retraction']): string =>
      referenceText({...source, volume: '1', ...(retraction !== undefined && {retraction})})
    expect(text(undefined)).toBe('A trial. Trials. 2020;1.')
    expect(text({note: 'data could not be verified', date: '2021-03-04'})).toBe(
      'A trial. Trials. 2020;1. [Retracted March 4, 2021: data could not be verified].',
    )
    expect(text({note: 'fraud'})).toBe('A trial. Trials. 2020;1. [Retracted: fraud].')
    expect(text({note: 'Retracted in: Trials. 2021;2:3', date: '2021-03-04'})).toBe(
      'A trial. Trials. 2020;1. [Retracted in: Trials. 2021;2:3].',
    )
  })
})

describe('authors', () => {
  const NAMES: readonly (readonly [string, string, string])[] = [
    ['Smith', 'JA', 'Smith JA'],
    ['Smith', 'Jane', 'Smith J'],
    ['Smith', 'John, Jr', 'Smith J Jr'],
    ['Smith', 'John, III', 'Smith J 3rd'],
    ['Beethoven', 'Ludwig van', 'Beethoven L'],
    ['Wang', '伟', 'Wang 伟'],
    ['الخطيب', 'ليلى', 'الخطيب ليلى'],
    ['Иванов', 'Пётр', 'Иванов П'],
  ]

  it.each(NAMES)('%s, %s: %s', (family, given, expected) => {
    expect(formatAuthors([{family, given}])).toBe(expected)
  })
})

describe('pages', () => {
  const PAGES: readonly (readonly [string, string])[] = [
    ['411-9', '411-419'],
    ['1129–41', '1129-1141'],
    ['12-15, 18-9', '12-15, 18-19'],
    ['e12–e15', 'e12-e15'],
    ['S1', 'S1'],
    ['99-101', '99-101'],
  ]

  it.each(PAGES)('%s: %s', (pages, expected) => {
    expect(formatPages(pages)).toBe(expected)
  })
})
