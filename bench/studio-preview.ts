/**
 * Milliseconds from a keystroke to all four previews of the ketamine article: parse, policy, four
 * publishers, the gate. `node bench/studio-preview.ts`
 */
import {preview} from '../studio/newsroom/preview.ts'
import {changed, exampleNewsroom, examplePapers} from '../tests/studio/support/example.ts'

const ROUNDS = 200
const papers = examplePapers()
const newsroom = exampleNewsroom(papers)
const times: number[] = []
for (let round = 0; round < ROUNDS; round++) {
  const draft = changed(papers, 'article-ketamine', () => ({title: `Ketamine, keystroke ${round}`}))
  const start = performance.now()
  const result = await preview(newsroom, draft)
  times.push(performance.now() - start)
  if (!result.ok) throw new Error('The example cannot be previewed.')
}
const [first = 0] = times
const sorted = times.slice(10).toSorted((one, other) => one - other)
const at = (share: number): string => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1)
process.stdout.write(
  `first ${first.toFixed(1)} ms, then median ${at(0.5)} ms, 95% under ${at(0.95)} ms (${ROUNDS} keystrokes)\n`,
)
