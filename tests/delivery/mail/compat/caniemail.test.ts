/**
 * What mail programs do with the HTML and CSS of every example mail, by the data of caniemail.com. A
 * program that drops a feature must drop nothing that a reader needs: each such feature is
 * named here, with what is lost. Anything new fails.
 */
import {caniemail} from 'caniemail'
import PostalMime from 'postal-mime'
import {describe, expect, it} from 'vitest'
import {exampleMails} from './examples.ts'

/** Not supported by one of the programs at least. */
const LOST: Readonly<Record<string, string>> = {
  '<body> element': 'it becomes a div; the ground colour is on the table too',
  'aria-label attribute': 'the notice has a heading of the same words',
  'border-radius': 'corners are square',
  'caption-side': 'the caption stays above its table',
  'display:none': 'the preheader shows, in letters of 1 px',
  'height property': 'table cells and attributes hold the height',
  'max-height property': 'the preheader is hidden by mso-hide as well',
  opacity: 'the preheader is hidden by more than that',
  overflow: 'corners are square',
  'overflow-wrap': 'a very long word widens the column',
  'role attribute': 'layout tables are announced as tables',
  'word-break': 'a very long word widens the column',
}

const PROGRAMS = ['gmail.*', 'outlook.*', 'apple-mail.*', 'yahoo.*'] as const

const lostIn = (html: string): readonly string[] => {
  const {issues} = caniemail({clients: [...PROGRAMS], html})
  return [...issues.errors.values()].flatMap((errors) => errors.map(({title}) => title))
}

describe('what mail programs drop', () => {
  it('is nothing that a reader needs', async () => {
    const {mails} = await exampleMails()
    const lost = new Set<string>()
    for (const {raw} of mails)
      for (const title of lostIn((await PostalMime.parse(raw)).html ?? '')) lost.add(title)
    expect([...lost].filter((title) => LOST[title] === undefined)).toEqual([])
    expect(Object.keys(LOST).filter((title) => !lost.has(title))).toEqual([])
  })

  it('is seen where something is', () => {
    expect(lostIn('<div style="position:fixed">x</div>')).not.toEqual([])
  })
})
