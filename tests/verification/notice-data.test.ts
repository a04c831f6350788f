/** What is remembered of a notice is of that notice alone, and only of what was right. */
import {describe, expect, it} from 'vitest'
import {noticeJson} from '../../publishers/partner/json.ts'
import {expectedNotice} from '../../verification/expected.ts'
import {noticeDataReason} from '../../verification/partner/notice-data.ts'
import {noticeBook} from '../support/model.ts'

const US = {audience: {country: 'US', language: 'en'}, topics: ['sleep']} as const
const GB = {audience: {country: 'GB', language: 'en'}, topics: ['sleep']} as const

const setUp = () => {
  const book = noticeBook()
  return {us: expectedNotice(book, US), gb: expectedNotice(book, GB)}
}

describe('the notice as data', () => {
  it('is refused without its HTML, though nothing was read before', () => {
    const {us} = setUp()
    const {html: _html, ...rest} = noticeJson(us.notice)
    expect(noticeDataReason(rest, us)).toContain('in crisisNotice.html')
    expect(noticeDataReason({...rest, html: undefined}, us)).toContain('in crisisNotice.html')
  })

  it('is refused with other HTML, before and after the right one was read', () => {
    const {us} = setUp()
    const right = noticeJson(us.notice)
    const wrong = {...right, html: right.html.replace('988', '989')}
    for (const _time of [1, 2]) {
      expect(noticeDataReason(wrong, us)).toContain('in crisisNotice.html')
      expect(noticeDataReason(wrong, us)).toContain('in crisisNotice.html')
      expect(noticeDataReason(right, us)).toBe(undefined)
      expect(noticeDataReason(right, us)).toBe(undefined)
    }
  })

  it("is refused with another country's HTML that was right there", () => {
    const {us, gb} = setUp()
    const [ours, theirs] = [noticeJson(us.notice), noticeJson(gb.notice)]
    expect(noticeDataReason(ours, us)).toBe(undefined)
    expect(noticeDataReason(theirs, gb)).toBe(undefined)
    expect(noticeDataReason({...ours, html: theirs.html}, us)).toContain('in crisisNotice.html')
    expect(noticeDataReason(theirs, us)).toContain('is not that of')
  })
})
