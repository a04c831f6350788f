import {stripVTControlCharacters} from 'node:util'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {MessageReport} from '../../cli/messages.ts'
import {shapeOf} from '../../publishers/sms/message.ts'
import {smsMessage} from '../../publishers/sms/sms-publisher.ts'
import * as model from '../support/model.ts'
import {EXAMPLE, folder, throwline, TODAY} from './run.ts'

const message = smsMessage(model.publication())
const terse = smsMessage(model.publication({title: 'x'.repeat(99)}))

const reportOf = (count: number, verbose = false): MessageReport => {
  const report = new MessageReport({verbose})
  for (let index = 0; index < count; index += 1) {
    report.add(`sms/a${index}.sms.txt`, [index === count - 1 ? terse : message])
  }
  return report
}

const textOf = (report: MessageReport): readonly string[] =>
  stripVTControlCharacters(report.text()).split('\n')

describe('the report of messages', () => {
  it('draws each of a few, by file, with what it is and how full', () => {
    const report = new MessageReport({verbose: false})
    report.add('sms/es/sleep.sms.txt', [terse])
    report.add('sms/digest/news.sms.txt', [message, message])
    expect(textOf(report)).toEqual([
      'SMS  3 messages, each one SMS with the whole notice, 1 without room for a headline.',
      'name  Crisis notice  headline  link  stop words',
      '',
      'digest/news 1/2  GSM-7  nnCCCCCCCCChhhhhhhllllllllssss.......... 119/160',
      'digest/news 2/2  GSM-7  nnCCCCCCCCChhhhhhhllllllllssss.......... 119/160',
      'es/sleep         GSM-7  nnCCCCCCCCCllllllllssss.................  91/160 no headline',
    ])
  })

  it('shows only the fullest of thousands, and all of them when asked', () => {
    const report = reportOf(10_000)
    const lines = textOf(report)
    expect(lines).toHaveLength(13)
    expect(lines[0]).toBe(
      'SMS  10,000 messages, each one SMS with the whole notice, 1 without room for a headline. The 10 fullest follow; --verbose shows all.',
    )
    const all = textOf(reportOf(10_000, true))
    expect(all).toHaveLength(10_003)
    expect(all[3]).toContain('119 of 160 septets: name 9, notice 34, headline 28, link 32, stop 16')
    expect(all.filter((line) => line.includes('no room for a headline'))).toHaveLength(1)
  })

  it('shows of many the fullest, whatever order they come in', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(160), {minLength: 25, maxLength: 200}), (fills) => {
        const report = new MessageReport({verbose: false})
        for (const [index, units] of fills.entries()) {
          report.add(`sms/${String(index).padStart(3, '0')}.sms.txt`, [
            {...shapeOf(message), units},
          ])
        }
        const fullest = [...fills.entries()].toSorted(([, one], [, other]) => other - one)
        const shown = textOf(report)
          .slice(3)
          .map((line) => line.split(/ +/))
        expect(shown.map(([name, , , size]) => [Number(name), size])).toEqual(
          fullest.slice(0, 10).map(([index, units]) => [index, `${units}/160`]),
        )
      }),
    )
  })

  it('has a limit to the lines it draws without being asked', () => {
    expect(textOf(reportOf(24))).toHaveLength(27)
    expect(textOf(reportOf(25))).toHaveLength(13)
  })

  it('cuts a long name in its middle', () => {
    const report = new MessageReport({verbose: false})
    report.add(`sms/digest/${'long-'.repeat(20)}end.sms.txt`, [message])
    expect(textOf(report)[3]).toMatch(/^digest\/long-lon…long-end {2}GSM-7/)
  })

  it('says nothing when there is no message', () => {
    expect(new MessageReport({verbose: true}).text()).toBe('')
  })

  it('gives the same as data, where it has all', () => {
    expect(() => reportOf(60).rows()).toThrow(RangeError)
    expect(reportOf(60, true).rows()).toHaveLength(60)
    const report = new MessageReport({verbose: true})
    report.add('sms/a.sms.txt', [message])
    expect(report.rows()).toEqual([
      {
        path: 'sms/a.sms.txt',
        encoding: 'gsm7',
        used: 119,
        limit: 160,
        segments: 1,
        parts: {name: 9, notice: 34, headline: 28, link: 32, stop: 16},
      },
    ])
  })
})

describe('throwline publish', () => {
  const publish = (...options: readonly string[]) =>
    throwline(
      'publish',
      '--dataset',
      EXAMPLE,
      '--out',
      folder(),
      '--today',
      TODAY,
      '--channel',
      'sms',
      ...options,
    )

  it('shows the messages to people, in plain letters where there is no terminal', () => {
    const {stdout} = publish()
    expect(stdout).toContain('ketamine  ')
    expect(stdout).toMatch(/^ar\/low-mood +UCS-2 +n+C+[hls.]+ +\d+\/70/m)
    expect(stdout).not.toContain('\u001b')
    expect(publish('--verbose').stdout).toMatch(/ in the (?:name|notice|headline)$/m)
  })

  it('and to machines', () => {
    const {messages} = JSON.parse(publish('--json').stdout)
    expect(messages.length).toBeGreaterThan(20)
    for (const {path, used, limit, segments} of messages) {
      expect(used, path).toBeLessThanOrEqual(limit)
      expect(segments, path).toBe(1)
    }
  })
})
