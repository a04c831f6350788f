import {describe, expect, it} from 'vitest'
import {child, type JsonObject, followed, get, objects, ofType, string, strings} from './dataset.ts'

/** Every number as the fact sheet gives it: id, country, call, text, chat, languages. */
const SHEET: readonly (readonly [string, string, string, string, string, string])[] = [
  ['us-988', 'US', '988', '988', '988lifeline.org/chat', 'en es'],
  ['us-crisis-text-line', 'US', '', 'HOME 741741', 'crisistextline.org', 'en es'],
  ['us-samhsa', 'US', '+18006624357', '', '', 'en es'],
  ['us-domestic-violence', 'US', '+18007997233', 'START 88788', 'thehotline.org', 'en es'],
  ['ca-988', 'CA', '988', '988', '', 'en fr'],
  ['gb-samaritans', 'GB', '116123', '', '', 'en'],
  ['gb-shout', 'GB', '', 'SHOUT 85258', '', 'en'],
  ['ie-samaritans', 'IE', '116123', '', '', 'en'],
  ['au-lifeline', 'AU', '131114', '+61477131114', 'lifeline.org.au', 'en'],
  ['nz-1737', 'NZ', '1737', '1737', '', 'en'],
  ['in-tele-manas', 'IN', '14416', '', '', 'en hi'],
  ['de-telefonseelsorge', 'DE', '+498001110111', '', 'online.telefonseelsorge.de', 'de'],
  ['es-024', 'ES', '024', '', '', 'es'],
  ['fr-3114', 'FR', '3114', '', '', 'fr'],
]

const EMERGENCY: Readonly<Record<string, string>> = {
  US: '911',
  CA: '911',
  GB: '999',
  IE: '112',
  AU: '000',
  NZ: '111',
  IN: '112',
  DE: '112',
  ES: '112',
  FR: '112',
}

const row = (line: JsonObject) => {
  const text = 'sms' in line ? child(line, 'sms') : {}
  const words = [text['keyword'], text['number']].filter((word) => word !== undefined)
  return [
    string(line['_id']).replace('helpline-', ''),
    line['country'],
    'phone' in line ? child(line, 'phone')['dial'] : '',
    words.join(' '),
    'chatUrl' in line ? string(line['chatUrl']).replace('https://', '') : '',
    strings(line['languages']).join(' '),
  ]
}

describe('helplines', () => {
  it('are the fourteen of the sheet, number for number', () => {
    expect(ofType('helpline').map(row)).toEqual(SHEET)
  })

  it('answer day and night, and were checked on the sheet’s date', () => {
    for (const line of ofType('helpline')) {
      expect(line['hours']).toEqual({always: true})
      expect(line['verifiedAt']).toBe('2026-11-23')
    }
  })

  it('come as a pair in Great Britain, each naming the other', () => {
    const other = (id: string) => followed(child(get(id), 'pairedWith'))['_id']
    expect(other('helpline-gb-samaritans')).toBe('helpline-gb-shout')
    expect(other('helpline-gb-shout')).toBe('helpline-gb-samaritans')
  })
})

describe('notices', () => {
  it('serve every country of the issue', () => {
    expect(ofType('crisisNotice').map((notice) => notice['_id'])).toEqual([
      'crisisNotice-US-en',
      'crisisNotice-US-es',
      'crisisNotice-US-ar',
      'crisisNotice-CA-en',
      'crisisNotice-CA-fr',
      'crisisNotice-GB-en',
      'crisisNotice-IE-en',
      'crisisNotice-AU-en',
      'crisisNotice-NZ-en',
      'crisisNotice-IN-en',
      'crisisNotice-IN-hi',
      'crisisNotice-ES-es',
      'crisisNotice-FR-fr',
      'crisisNotice-DE-de',
    ])
  })

  it.each(ofType('crisisNotice'))('$_id names its own country’s numbers', (notice) => {
    const country = string(notice['country'])
    expect(child(notice, 'emergency')['dial']).toBe(EMERGENCY[country])
    const lines = objects(notice['helplines']).map(followed)
    const first = objects(notice['topicHelplines']).flatMap((entry) =>
      objects(entry['helplines']).map(followed),
    )
    expect(lines.length).toBeGreaterThan(0)
    for (const line of [...lines, ...first]) expect(line['country']).toBe(country)
  })

  it('puts the right line first on drugs and on violence', () => {
    const first = objects(get('crisisNotice-US-en')['topicHelplines']).map((entry) => [
      entry['topic'],
      ...objects(entry['helplines']).map((line) => line['_ref']),
    ])
    expect(first).toEqual([
      ['substance-use', 'helpline-us-samhsa'],
      ['overdose', 'helpline-us-samhsa'],
      ['domestic-violence', 'helpline-us-domestic-violence'],
      ['sexual-violence', 'helpline-us-domestic-violence'],
    ])
  })
})
