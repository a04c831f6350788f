/** Results as the bench would keep them, with round numbers. */
import type {Outcome, Results} from '../../../bench/compare/results.ts'

/** A run for each number of seconds. */
export const took = (...seconds: readonly number[]): Outcome => ({
  kind: 'measured',
  runs: seconds.map((each) => ({seconds: each, cpuSeconds: each * 2, megabytes: each * 100})),
})

export const RESULTS: Results = {
  date: '2026-11-24',
  command: 'npm run bench',
  machine: {processor: 'A <fast> & quiet processor', cores: 2, gigabytes: 24, system: 'Linux 6.18'},
  versions: {Throwline: '0.1.0', Hugo: '0.111.3'},
  articles: 10_000,
  bytes: 440_000_000,
  rounds: 3,
  contestants: {
    web: took(9, 8, 7),
    four: took(21, 20, 19),
    hugo: took(10, 4, 10),
    astro: took(130, 120, 90),
    eleventy: {kind: 'failed', why: 'ended with 1'},
    'to-html': took(6),
  },
  figures: {
    serializer: {kind: 'measured', values: [2.5]},
    help: {kind: 'measured', values: [151, 149, 190]},
    'one-article': {kind: 'absent', why: 'no disk | no file'},
  },
}
