import {describe, expect, it} from 'vitest'
import {GOALS} from '../../bench/compare/goals.ts'
import {
  aboutLine,
  contestantGrid,
  goalGrid,
  markdownTable,
  round,
  terminalTable,
} from '../../bench/compare/table.ts'
import {RESULTS} from './support/results.ts'

describe('numbers', () => {
  it('have three significant digits, and thousands in full', () => {
    expect([0.070512, 1.25, 12.345, 123.4, 1234.5, 0].map(round)).toEqual([
      '0.0705',
      '1.25',
      '12.3',
      '123',
      '1,235',
      '0',
    ])
  })
})

describe('the table of contestants', () => {
  it('has medians, articles a second and the ratio to Hugo', () => {
    const {rows} = contestantGrid(RESULTS)
    expect(rows).toContainEqual([
      'Throwline, four channels',
      'four channels, gate on',
      '20',
      '500',
      '40',
      '2,000',
      '0.5',
    ])
  })

  it('keeps a row for whoever is absent or failed, with the reason and without a number', () => {
    const {rows} = contestantGrid(RESULTS)
    const row = rows.find(([name]) => name === 'Eleventy')
    expect(row).toEqual(['Eleventy', 'failed: ended with 1', '–', '–', '–', '–', '–'])
  })

  it('has no ratio to a Hugo that is absent', () => {
    const hugo = {kind: 'absent', why: 'not on the path'} as const
    const results = {...RESULTS, contestants: {...RESULTS.contestants, hugo}}
    for (const row of contestantGrid(results).rows) expect(row.at(-1)).toBe('–')
  })
})

describe('the table of goals', () => {
  it('has every goal with its number and its verdict', () => {
    const {rows} = goalGrid(RESULTS, [RESULTS])
    expect(rows).toHaveLength(GOALS.length)
    expect(rows).toContainEqual(['web to Hugo', '1.25 ×', '≥ 1 ×, at 10,000', 'met'])
    expect(rows).toContainEqual(['throwline --help', '151 ms', '≤ 150 ms', 'not met'])
    const publish = ['publish of one article', '–', '≤ 500 ms']
    expect(rows).toContainEqual([...publish, 'not measured (no disk | no file)'])
  })

  it('is printed whole, on a terminal and in Markdown', () => {
    const grid = goalGrid(RESULTS, [RESULTS])
    const markdown = markdownTable(grid)
    for (const {name} of GOALS) {
      expect(terminalTable(grid)).toContain(name)
      expect(markdown).toContain(`| ${name} |`)
    }
    expect(markdown.split('\n')[1]).toBe('| --- | --: | --- | --- |')
    expect(markdown).toContain(String.raw`no disk \| no file`)
  })
})

describe('the line about a run', () => {
  it('tells size, rounds, machine and versions', () => {
    expect(aboutLine(RESULTS)).toBe(
      '10,000 articles (440 MB), medians of 3 rounds. A <fast> & quiet processor, 2 cores, 24 GB, Linux 6.18. Throwline 0.1.0, Hugo 0.111.3.',
    )
    expect(aboutLine({...RESULTS, rounds: 1})).toContain('one round')
  })
})
