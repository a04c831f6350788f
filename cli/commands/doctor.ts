/** `throwline doctor`: what is wrong with configuration and dataset, and the mend for each fault. */
import colors from 'picocolors'
import type {Content} from '../../content/content.ts'
import {NoticeBook} from '../../crisis-notice/notice-book.ts'
import type {Audience} from '../../crisis-notice/notice.ts'
import {ContentError, NoticeMissingError, type Problem} from '../../errors.ts'
import {openConfiguredContent, parseToday} from '../open-content.ts'
import {problemLine} from '../report.ts'

export interface DoctorCommandOptions {
  readonly dataset?: string
  readonly today?: string
  readonly json: boolean
}

interface Unserved extends Audience {
  readonly reason: Problem
}

export interface Diagnosis {
  readonly dataset: string
  readonly served: readonly Audience[]
  readonly unserved: readonly Unserved[]
  readonly problems: readonly Problem[]
  readonly warnings: readonly Problem[]
}

/** Every country that has a notice, in every language that an article or a notice has. */
const audiencesToServe = (book: NoticeBook, languages: readonly string[]): readonly Audience[] => {
  const noticed = book.audiences()
  const countries = [...new Set(noticed.map(({country}) => country))].toSorted()
  return countries.flatMap((country) => {
    const own = noticed.filter((audience) => audience.country === country)
    const all = new Set([...own.map(({language}) => language), ...languages])
    return [...all].toSorted().map((language) => ({country, language}))
  })
}

const articleProblems = async (
  content: Content,
  ids: readonly string[],
): Promise<readonly Problem[]> => {
  const problems: Problem[] = []
  for (const id of ids) {
    try {
      await content.article(id)
    } catch (error) {
      if (!(error instanceof ContentError)) throw error
      problems.push(...error.problems)
    }
  }
  return problems
}

export const diagnose = async (content: Content, today: string): Promise<Diagnosis> => {
  const site = await content.site()
  const notices = await content.notices()
  const helplines = await content.helplines()
  const summaries = await content.summaries()
  const digests = await content.digests()
  const book = new NoticeBook({
    site,
    notices: notices.items,
    helplines: helplines.items,
    today,
  })
  const languages = [...new Set(summaries.items.map(({language}) => language))]
  const served: Audience[] = []
  const unserved: Unserved[] = []
  for (const audience of audiencesToServe(book, languages)) {
    try {
      book.notice(audience, [])
      served.push(audience)
    } catch (error) {
      if (!(error instanceof NoticeMissingError)) throw error
      unserved.push({...audience, reason: error.problem})
    }
  }
  const ids = summaries.items.map(({id}) => id)
  const problems = [
    ...notices.problems,
    ...helplines.problems,
    ...summaries.problems,
    ...digests.problems,
    ...book.problems,
    ...(await articleProblems(content, ids)),
  ]
  return {dataset: content.name, served, unserved, problems, warnings: book.warnings}
}

const audienceName = ({country, language}: Audience): string => `${country}-${language}`

const print = (diagnosis: Diagnosis): void => {
  const {dataset, served, unserved, problems, warnings} = diagnosis
  process.stdout.write(`${colors.bold(dataset)}\n\n`)
  process.stdout.write(`Served: ${served.map(audienceName).join(', ') || 'nobody'}\n`)
  if (unserved.length > 0) process.stdout.write('\nAudiences without a usable notice:\n')
  for (const audience of unserved) {
    process.stdout.write(`  ${colors.bold(audienceName(audience))}  ${audience.reason.message}\n`)
  }
  if (warnings.length > 0) process.stdout.write('\nWarnings:\n')
  for (const warning of warnings) process.stdout.write(problemLine(warning))
  if (problems.length > 0) process.stdout.write('\nFaults:\n')
  for (const problem of problems) process.stdout.write(problemLine(problem))
  if (problems.length === 0) process.stdout.write('\nNo faults.\n')
}

/**
 * The exit status: 1 for any fault in a document. An audience nobody wrote a notice for is listed
 * and is no fault: its articles are refused when somebody publishes for it.
 */
export const doctorCommand = async (options: DoctorCommandOptions): Promise<number> => {
  const today = parseToday(options.today)
  const content = await openConfiguredContent(options.dataset, today)
  try {
    const diagnosis = await diagnose(content, today)
    if (options.json) process.stdout.write(`${JSON.stringify(diagnosis, null, 2)}\n`)
    else print(diagnosis)
    return diagnosis.problems.length === 0 ? 0 : 1
  } finally {
    await content.close()
  }
}
