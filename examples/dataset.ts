/** All documents of the example, in the order of the file. */
import {caregivers} from './articles/caregivers.ts'
import {childAbuse} from './articles/child-abuse.ts'
import {eatingDisorders, eatingWarnings} from './articles/eating-disorders.ts'
import {healthNews} from './articles/health-news.ts'
import {ketamine, ketamineWarnings} from './articles/ketamine.ts'
import {leavingSafely, leavingWarnings} from './articles/leaving-safely.ts'
import {lightTherapy} from './articles/light-therapy.ts'
import {lowMoodAr} from './articles/low-mood-ar.ts'
import {opioidOverdose, opioidWarnings} from './articles/opioid-overdose.ts'
import {panicAttacksEs, panicAttacksEsWarnings} from './articles/panic-attacks-es.ts'
import {panicAttacks} from './articles/panic-attacks.ts'
import {psychosis} from './articles/psychosis.ts'
import {selfHarm} from './articles/self-harm.ts'
import {sleepEs} from './articles/sleep-es.ts'
import {sleep, sleepWarnings} from './articles/sleep.ts'
import {suicideLoss} from './articles/suicide-loss.ts'
import {digests} from './digests.ts'
import {helplines} from './helplines.ts'
import {
  articleDocuments,
  type ArticleText,
  type Document,
  sharedSectionDocument,
  warningDocument,
} from './notation/documents.ts'
import {notices} from './notices.ts'
import {helpNow, sharedWarnings} from './shared.ts'
import {contributors, site} from './site.ts'
import {agencySources} from './sources/agencies.ts'
import {journalSources} from './sources/journals.ts'
import {ketamineSources} from './sources/ketamine.ts'

const ARTICLES: readonly ArticleText[] = [
  ketamine,
  opioidOverdose,
  leavingSafely,
  eatingDisorders,
  suicideLoss,
  panicAttacks,
  panicAttacksEs,
  sleep,
  sleepEs,
  selfHarm,
  psychosis,
  childAbuse,
  caregivers,
  lowMoodAr,
  healthNews,
  lightTherapy,
]

const WARNINGS = [
  ...ketamineWarnings,
  ...opioidWarnings,
  ...leavingWarnings,
  ...eatingWarnings,
  ...panicAttacksEsWarnings,
  ...sleepWarnings,
  ...sharedWarnings,
]

export const documents: readonly Document[] = [
  site,
  ...contributors,
  ...notices,
  ...helplines,
  ...digests,
  ...ARTICLES.flatMap(articleDocuments),
  sharedSectionDocument(helpNow),
  ...WARNINGS.map(warningDocument),
  ...ketamineSources,
  ...agencySources,
  ...journalSources,
]

/** One document a line, as an export writes it. */
export const ndjson = (): string =>
  documents.map((document) => `${JSON.stringify(document)}\n`).join('')
