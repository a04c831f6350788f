/** `throwline doctor`: what is wrong with configuration and dataset, and the mend for each fault. */
import colors from 'picocolors'
import type {Content} from '../../content/content.ts'
import {NoticeBook} from '../../crisis-notice/notice-book.ts'
import type {Audience} from '../../crisis-notice/notice.ts'
import {deliveryConfig} from '../../config.ts'
import {ConfigError, ContentError, NoticeMissingError, type Problem} from '../../errors.ts'
import {type ConfiguredPart, configuredParts} from '../delivery/configured.ts'
import {openConfiguredContent, parseToday} from '../open-content.ts'
import {problemText, WARNED} from '../problem-list.ts'

export interface DoctorCommandOptions {
  readonly dataset?: string
  readonly today?: string
  readonly json?: boolean
}

interface Unserved extends Audience {
  readonly reason: Problem
}

export interface Diagnosis {
  readonly dataset: string
  /** What can be read. */
  readonly counts: Readonly<Record<'articles' | 'digests' | 'notices' | 'helplines', number>>
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

/** Without a usable site everything else is checked all the same. */
const readSite = async (
  content: Content,
): Promise<{readonly fallbacks: readonly string[]; readonly problems: readonly Problem[]}> => {
  try {
    return {fallbacks: (await content.site()).noticeFallbackLanguages, problems: []}
  } catch (error) {
    if (error instanceof ContentError) return {fallbacks: [], problems: error.problems}
    throw error
  }
}

export const diagnose = async (content: Content, today: string): Promise<Diagnosis> => {
  const site = await readSite(content)
  const notices = await content.notices()
  const helplines = await content.helplines()
  const summaries = await content.summaries()
  const digests = await content.digests()
  const book = new NoticeBook({
    site: {noticeFallbackLanguages: site.fallbacks},
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
    ...site.problems,
    ...notices.problems,
    ...helplines.problems,
    ...summaries.problems,
    ...digests.problems,
    ...book.problems,
    ...(await articleProblems(content, ids)),
  ]
  const counts = {
    articles: summaries.items.length,
    digests: digests.items.length,
    notices: notices.items.length,
    helplines: helplines.items.length,
  }
  return {dataset: content.name, counts, served, unserved, problems, warnings: book.warnings}
}

/** How mail and text messages leave and come back, or the setting that is wrong. */
interface DeliveryDiagnosis {
  readonly parts: readonly ConfiguredPart[]
  readonly fault?: {readonly code: string; readonly message: string}
}

const diagnoseDelivery = (): DeliveryDiagnosis => {
  try {
    return {parts: configuredParts(deliveryConfig())}
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    return {parts: [], fault: {code: error.code, message: error.message}}
  }
}

const audienceName = ({country, language}: Audience): string => `${country}-${language}`

const LONGEST_PART = 'returned mail'.length

const printDelivery = ({parts}: DeliveryDiagnosis): void => {
  if (parts.length > 0) process.stdout.write('\nDelivery:\n')
  for (const {part, way} of parts) {
    process.stdout.write(`  ${colors.bold(part.padEnd(LONGEST_PART))}  ${way}\n`)
  }
}

const print = (diagnosis: Diagnosis, delivery: DeliveryDiagnosis): void => {
  const {dataset, counts, served, unserved, problems, warnings} = diagnosis
  const holdings = Object.entries(counts).map(([what, number]) => `${number} ${what}`)
  process.stdout.write(`${colors.bold(dataset)}  ${holdings.join(', ')}\n\n`)
  process.stdout.write(`Served: ${served.map(audienceName).join(', ') || 'nobody'}\n`)
  if (unserved.length > 0) process.stdout.write('\nAudiences without a usable notice:\n')
  for (const audience of unserved) {
    process.stdout.write(`  ${colors.bold(audienceName(audience))}  ${audience.reason.message}\n`)
  }
  printDelivery(delivery)
  if (warnings.length > 0) process.stdout.write('\nWarnings:\n')
  process.stdout.write(problemText(warnings, WARNED))
  const {fault} = delivery
  const count = problems.length + (fault === undefined ? 0 : 1)
  if (count > 0) process.stdout.write('\nFaults:\n')
  process.stdout.write(problemText(problems))
  if (fault !== undefined) process.stdout.write(`${colors.red(fault.code)} ${fault.message}\n`)
  if (count === 0) process.stdout.write('\nNo faults.\n')
  else process.stdout.write(`\n${colors.red(`${count} to mend.`)}\n`)
}

/**
 * The exit status: 1 for any fault in a document or a setting. An audience nobody wrote a notice for is listed
 * and is no fault: its articles are refused when somebody publishes for it.
 */
export const doctorCommand = async (options: DoctorCommandOptions): Promise<number> => {
  const today = parseToday(options.today)
  const content = await openConfiguredContent(options.dataset, today)
  try {
    const diagnosis = await diagnose(content, today)
    const delivery = diagnoseDelivery()
    if (options.json === true) {
      process.stdout.write(`${JSON.stringify({...diagnosis, delivery}, null, 2)}\n`)
    } else print(diagnosis, delivery)
    return diagnosis.problems.length === 0 && delivery.fault === undefined ? 0 : 1
  } finally {
    await content.close()
  }
}
