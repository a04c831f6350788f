import {describe, expect, it} from 'vitest'
import {GOALS, type Judged, judge, judgeAll} from '../../bench/compare/goals.ts'
import {median, parseResults, type Results} from '../../bench/compare/results.ts'
import {RESULTS, took} from './support/results.ts'

const judged = (name: string, results: Results, all: readonly Results[] = [results]): Judged => {
  const goal = GOALS.find((each) => each.name === name)
  if (goal === undefined) throw new RangeError(`no goal ${name}`)
  return judge(goal, results, all)
}

const withContestants = (more: Results['contestants'], articles = 10_000): Results => ({
  ...RESULTS,
  articles,
  contestants: {...RESULTS.contestants, ...more},
})

describe('a median', () => {
  it('is the middle, or between the two in the middle', () => {
    expect(median([9, 1, 2])).toBe(2)
    expect(median([4, 1, 2, 100])).toBe(3)
    expect(median([7])).toBe(7)
    expect(median([])).toBeNaN()
  })

  it('leaves the readings in their order', () => {
    const readings = [3, 1, 2]
    median(readings)
    expect(readings).toEqual([3, 1, 2])
  })
})

describe('a goal', () => {
  it('is held to the ratio of medians, not to the best round or the mean', () => {
    // means 8 and 8, best rounds 7 and 4, medians 8 and 10
    expect(judged('web to Hugo', RESULTS)).toMatchObject({value: 1.25, verdict: 'met'})
    expect(judged('four channels to Hugo', RESULTS)).toMatchObject({value: 0.5, verdict: 'met'})
    expect(judged('four channels to Astro', RESULTS)).toMatchObject({value: 6, verdict: 'met'})
  })

  it('is not met by a little less', () => {
    const slower = withContestants({web: took(10.01), four: took(20.01)})
    for (const name of ['web to Hugo', 'four channels to Hugo', 'four channels to Astro']) {
      expect(judged(name, slower).verdict, name).toBe('not met')
    }
  })

  it('is not measured where a peer is absent, has failed or was left out, and says so', () => {
    expect(judged('four channels to Eleventy', RESULTS)).toMatchObject({
      value: undefined,
      verdict: 'not measured',
      why: 'Eleventy: ended with 1',
    })
    const absent = withContestants({hugo: {kind: 'absent', why: 'no hugo on the path'}})
    expect(judged('web to Hugo', absent)).toMatchObject({
      verdict: 'not measured',
      why: 'Hugo: no hugo on the path',
    })
    const {hugo: _hugo, ...others} = RESULTS.contestants
    const leftOut = judged('web to Hugo', {...RESULTS, contestants: others})
    expect(leftOut).toMatchObject({verdict: 'not measured', why: 'Hugo: left out'})
  })

  it('is not measured where we failed, however slow the peer', () => {
    const broken = withContestants({four: {kind: 'failed', why: 'refused'}})
    for (const {goal, verdict} of judgeAll(broken, [broken])) {
      if (goal.name.startsWith('four channels to')) expect(verdict, goal.name).toBe('not measured')
    }
    const memory = judged('peak memory, four channels', broken)
    expect(memory.why).toBe('Throwline, four channels: refused')
  })

  it('that sets an upper bound is met by less and by as much', () => {
    expect(judged('throwline --help', RESULTS)).toMatchObject({value: 151, verdict: 'not met'})
    const figures = {help: {kind: 'measured' as const, values: [150]}}
    expect(judged('throwline --help', {...RESULTS, figures}).verdict).toBe('met')
  })

  it('for a dataset of another size is never called met', () => {
    const small = withContestants({}, 1000)
    expect(judged('web to Hugo', small).verdict).toBe('would be met')
    expect(judged('four channels to Eleventy', small).verdict).toBe('not measured')
    const slow = withContestants({web: took(11)}, 1000)
    expect(judged('web to Hugo', slow).verdict).toBe('would not be met')
  })

  it('for an amount that grows is not judged by a small dataset, unless that has too much already', () => {
    const grown = (articles: number, peak: number): Results =>
      withContestants({four: {kind: 'measured', runs: [{seconds: 1, megabytes: peak}]}}, articles)
    const verdict = (results: Results) => judged('peak memory, four channels', results).verdict
    expect(verdict(grown(1000, 900))).toBe('too few to tell')
    expect(verdict(grown(1000, 1100))).toBe('would not be met')
    expect(verdict(grown(100_000, 900))).toBe('met')
    expect(verdict(grown(100_000, 1100))).toBe('not met')
    expect(verdict(grown(200_000, 900))).toBe('would be met')
  })

  it('for growth takes the peak at half as many articles, or says what to add', () => {
    const name = 'peak memory to that at half as many'
    const grown = (articles: number, megabytes: number): Results =>
      withContestants({four: {kind: 'measured', runs: [{seconds: 1, megabytes}]}}, articles)
    const whole = grown(100_000, 650)
    const all = [grown(10_000, 100), grown(50_000, 500), whole]
    expect(judged(name, whole, all)).toMatchObject({value: 1.3, verdict: 'met'})
    const more = grown(100_000, 651)
    expect(judged(name, more, [...all, more]).verdict).toBe('not met')
    expect(judged(name, whole)).toMatchObject({
      verdict: 'not measured',
      why: 'add 50,000 to --articles',
    })
  })

  it('without a system that tells of memory is not measured', () => {
    const mute = withContestants({four: {kind: 'measured', runs: [{seconds: 1}]}}, 100_000)
    expect(judged('peak memory, four channels', mute).why).toBe('this system does not tell')
  })
})

describe('kept results', () => {
  it('are read as they were written', () => {
    expect(parseResults(JSON.stringify(RESULTS))).toEqual(RESULTS)
  })

  it('are refused where a contestant is unknown or without a run', () => {
    const {contestants} = RESULTS
    const unknown = {...RESULTS, contestants: {...contestants, other: took(1)}}
    expect(() => parseResults(JSON.stringify(unknown))).toThrow('other')
    const empty = {...RESULTS, contestants: {web: {kind: 'measured', runs: []}}}
    expect(() => parseResults(JSON.stringify(empty))).toThrow('contestants')
  })
})
