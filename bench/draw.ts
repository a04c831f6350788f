/** `node bench/draw.ts FILE…`: the chart and the tables, in Markdown, of results that were kept. */
import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {drawChart} from './compare/chart.ts'
import {parseResults} from './compare/results.ts'
import {aboutLine, contestantGrid, goalGrid, markdownTable} from './compare/table.ts'

const all = process.argv.slice(2).map((file) => parseResults(readFileSync(file, 'utf8')))
writeFileSync(join(import.meta.dirname, 'results/throughput.svg'), drawChart(all))
for (const results of all) {
  const tables = [contestantGrid(results), goalGrid(results, all)].map(markdownTable)
  process.stdout.write(`${aboutLine(results)}\n\n${tables.join('\n\n')}\n\n`)
}
