/** What several commands say in their `--help`. */

export const DATASET =
  'dataset file, .ndjson or .tar.gz; without it the project in SANITY_PROJECT_ID'
export const TODAY = 'YYYY-MM-DD that decides which helplines are stale (default: today, UTC)'
export const JSON_REPORT = 'print a report for machines instead'

/** Shown after the options. */
export const examples = (...lines: readonly string[]): string =>
  `\nFor example:\n${lines.map((line) => `  ${line}\n`).join('')}`
