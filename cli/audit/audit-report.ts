/** What a person reads of an audit: a page, its verdict, and what was found there. */
import colors from 'picocolors'
import {type AuditResult, type Verdict, VERDICTS} from '../../audit/result.ts'
import {counted, grouped} from '../counted.ts'

type Paint = (text: string) => string

const SIGNS: Readonly<Record<Verdict, readonly [sign: string, paint: Paint]>> = {
  current: ['✓', colors.green],
  outdated: ['✗', colors.red],
  incomplete: ['✗', colors.yellow],
  hidden: ['✗', colors.red],
  missing: ['✗', colors.red],
  gone: ['–', colors.dim],
  unreachable: ['?', colors.yellow],
  refused: ['?', colors.yellow],
}

const VERDICT_NAMES: readonly Verdict[] = [
  'current',
  'outdated',
  'missing',
  'hidden',
  'incomplete',
  'gone',
  'unreachable',
  'refused',
]

const INDENT = ' '.repeat(15)

const wrapped = (text: string, width: number): string => {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + word.length + 1 > width - INDENT.length) {
      lines.push(line)
      line = word
    } else {
      line = line === '' ? word : `${line} ${word}`
    }
  }
  return [...lines, line].map((each) => `${INDENT}${each}\n`).join('')
}

/** Which article for whom, and the numbers that a reader sees. */
const about = ({article, audience, seen, isRendered}: AuditResult): string =>
  [
    ...(audience === undefined ? [] : [article?.slug ?? 'no article of ours']),
    ...(audience === undefined ? [] : [`${audience.country}-${audience.language}`]),
    ...(seen.length === 0 ? [] : [`shows ${seen.join(', ')}`]),
    ...(isRendered ? ['in a browser'] : []),
  ].join(' · ')

const pageText = (page: AuditResult, width: number): string => {
  const [sign, paint] = SIGNS[page.verdict]
  const detail = about(page)
  return [
    `${paint(`${sign} ${page.verdict.padEnd(11)}`)}  ${colors.bold(page.url)}\n`,
    ...(page.finalUrl === undefined || page.verdict === 'gone'
      ? []
      : [colors.dim(wrapped(`→ ${page.finalUrl}`, width))]),
    ...(detail === '' ? [] : [colors.dim(wrapped(detail, width))]),
    ...page.findings.map(({message}) => wrapped(message, width)),
  ].join('')
}

export const countsOf = (pages: readonly AuditResult[]): Partial<Record<Verdict, number>> =>
  Object.fromEntries(
    VERDICT_NAMES.flatMap((name) => {
      const count = pages.filter(({verdict}) => verdict === name).length
      return count === 0 ? [] : [[name, count]]
    }),
  )

/** `width`: of the terminal, in characters. */
export const auditText = (pages: readonly AuditResult[], width: number): string => {
  const counts = Object.entries(countsOf(pages))
  const total = counted(pages.length, 'page')
  const sum = counts.map(([name, count]) => `${grouped(count)} ${name}`).join(', ')
  const wrong = VERDICT_NAMES.filter(
    (name) => name !== 'current' && pages.some(({verdict}) => verdict === name),
  )
  const legend = wrong.map((name) => colors.dim(`  ${name.padEnd(11)}  ${VERDICTS[name]}\n`))
  return `${pages.map((page) => pageText(page, width)).join('\n')}\n${colors.bold(total)}: ${sum}.\n${legend.join('')}`
}
