/** The notice and the helplines as the pages' style sheet knows them. */
import {perFrozen} from '../../content/per-frozen.ts'
import type {CrisisNotice} from '../../crisis-notice/notice.ts'
import {noticeHtml} from '../html/notice.ts'
import {ID} from './ids.ts'

/** Every part is its own class. */
export const webClass = (part: string): string => part

/** Thousands of pages show the same few. */
const noticeAt = (place: 'top' | 'end'): ((notice: CrisisNotice) => string) =>
  perFrozen((notice) => noticeHtml(notice, {headingId: ID.notice(place), classOf: webClass}))

const NOTICES = {top: noticeAt('top'), end: noticeAt('end')} as const

/** `place` makes the heading's id unique: the notice stands twice on a page about a crisis. */
export const webNotice = (notice: CrisisNotice, place: 'top' | 'end'): string =>
  NOTICES[place](notice)
