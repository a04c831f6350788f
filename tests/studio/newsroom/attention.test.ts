import {describe, expect, it} from 'vitest'
import type {JsonObject} from '../../../content/json-object.ts'
import {attention} from '../../../studio/newsroom/attention.ts'
import {changed, exampleNewsroom, examplePapers} from '../support/example.ts'

const papers = examplePapers()

const withChange = (id: string, fields: JsonObject) =>
  attention(exampleNewsroom(new Map([...papers, [id, changed(papers, id, () => fields)]])))

describe('what needs attention', () => {
  it('is nothing in the examples', () => {
    const found = attention(exampleNewsroom(papers))
    expect(found).toEqual({stale: [], overdue: [], refused: [], unserved: []})
  })

  it('is a helpline that nobody has called for too long, and more so after twice that', () => {
    const line = exampleNewsroom(papers).ids('helpline')[0] ?? ''
    const item = {id: line, type: 'helpline'}
    expect(withChange(line, {verifiedAt: '2026-04-01'}).stale).toMatchObject([
      {...item, isUrgent: false},
    ])
    expect(withChange(line, {verifiedAt: '2024-04-01'}).stale).toMatchObject([
      {...item, isUrgent: true},
    ])
  })

  it('is a review that is overdue, but not of an article that was taken back', () => {
    const due = {lastReviewed: '2025-01-01', nextReview: '2026-01-01'}
    expect(withChange('article-sleep', due).overdue).toMatchObject([{id: 'article-sleep'}])
    const retraction = {date: '2026-11-20', reason: 'Wrong.'}
    expect(withChange('article-sleep', {...due, retraction}).overdue).toEqual([])
  })

  it('is an article that cannot go out, and names the document at fault', () => {
    const {refused} = withChange('article-psychosis', {summary: ''})
    const own = refused.find(({id}) => id === 'article-psychosis')
    expect(own?.detail).toBe('summary is missing. Fill it in.')
    const others = refused.filter(({id}) => id !== 'article-psychosis')
    expect(others.every(({detail}) => detail.startsWith('“Psychosis'))).toBe(true)
  })

  it('is a reader without a notice', () => {
    const without = new Map([...papers].filter(([id]) => id !== 'crisisNotice-US-ar'))
    expect(attention(exampleNewsroom(without)).unserved).toMatchObject([
      {id: 'crisisNotice-US-ar', type: 'crisisNotice', title: 'United States (Arabic)'},
    ])
    expect(withChange('crisisNotice-ES-es', {smsText: 'Llama'}).unserved).toMatchObject([
      {id: 'crisisNotice-ES-es', title: 'Spain (Spanish)', isUrgent: true},
    ])
  })
})
