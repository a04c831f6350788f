/** Topic ids of the content model; datasets, queries and partner JSON depend on the spelling. */
export const TOPICS = [
  'suicide',
  'self-harm',
  'depression',
  'anxiety',
  'substance-use',
  'overdose',
  'eating-disorder',
  'domestic-violence',
  'sexual-violence',
  'child-abuse',
  'psychosis',
  'grief',
  'loneliness',
  'sleep',
  'caregiving',
  'general',
] as const

export type Topic = (typeof TOPICS)[number]

const CRISIS_TOPICS: ReadonlySet<string> = new Set<Topic>([
  'suicide',
  'self-harm',
  'depression',
  'substance-use',
  'overdose',
  'eating-disorder',
  'domestic-violence',
  'sexual-violence',
  'child-abuse',
  'psychosis',
])

/** On a crisis topic the web page repeats the notice after the last section. */
export const isCrisis = (topics: readonly string[]): boolean =>
  topics.some((topic) => CRISIS_TOPICS.has(topic))
