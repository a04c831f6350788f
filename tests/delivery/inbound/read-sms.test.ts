import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {CRISIS_PHRASES} from '../../../delivery/inbound/crisis-phrases.ts'
import {readSms} from '../../../delivery/inbound/read-sms.ts'
import {POLITE, SMS_COMMANDS, SMS_WORDS} from '../../../delivery/inbound/sms-words.ts'

const allWords = Object.entries(SMS_WORDS).flatMap(([language, commands]) =>
  SMS_COMMANDS.flatMap((command) => commands[command].map((word) => ({language, command, word}))),
)

describe('a word texted back', () => {
  it('is understood in its language, in every spelling of a hurry', () => {
    for (const {language, command, word} of allWords) {
      const plain = word.normalize('NFD').replace(/[\u0300-\u036f]/g, '')
      const spellings = [
        word,
        word.toLowerCase(),
        ` ${word}!! `,
        `"${word}".`,
        `${word}\r\n`,
        plain,
      ]
      for (const text of spellings) {
        expect(readSms(text, language).command, text).toBe(command)
        expect(readSms(text).command, text).toBe(command)
      }
    }
    expect(allWords.length).toBeGreaterThan(80)
  })

  it('is understood in English from everybody, and in another language from its own', () => {
    for (const language of ['en', 'es', 'fr-CA', 'DE', 'ar', 'hi', 'ja'])
      expect(readSms('Stop', language).command, language).toBe('stop')
    expect(readSms('Ende', 'de-AT').command).toBe('stop')
    // "fin" is a part of a fish in English
    expect(readSms('fin', 'en').command).toBe(undefined)
    expect(readSms('fin', 'es').command).toBe('stop')
  })

  it('may be polite', () => {
    for (const polite of POLITE) {
      expect(readSms(`${polite}, stop`).command, polite).toBe('stop')
      expect(readSms(`Stop ${polite}!`).command, polite).toBe('stop')
    }
    expect(readSms('Please, please stop. Thank you').command).toBe('stop')
    expect(readSms('please').command).toBe(undefined)
  })

  it('is the whole message, or none', () => {
    for (const text of [
      'stop worrying me',
      'I cannot stop',
      'nonstop',
      'the end',
      '',
      '?!',
      'helpful',
    ])
      expect(readSms(text).command, text).toBe(undefined)
  })

  it('means one thing in each language, and in all together', () => {
    const seen = new Map<string, string>()
    for (const {command, word} of allWords) {
      const key = word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
      expect(seen.get(key) ?? command, word).toBe(command)
      seen.set(key, command)
    }
  })
})

describe('a message that speaks of suicide', () => {
  it('is found by every phrase, amid other words, in any case', () => {
    for (const phrase of Object.values(CRISIS_PHRASES).flat()) {
      const text = phrase.replaceAll('*', '')
      for (const message of [text, text.toUpperCase(), `well, ${text}... ok`])
        expect(readSms(message, 'en').speaksOfSuicide, message).toBe(true)
    }
  })

  const found = [
    'I don’t want to live any more',
    'i WANNA DIE',
    'im suicidal',
    'STOP I want to kill myself',
    'Je n’en peux plus, je veux mourir',
    'Ich möchte nicht mehr leben',
    'me quiero morir :(',
    'أفكر في الانتحار',
    'मैं मरना चाहती हूँ',
    'मैं ख़ुदकुशी कर लूँगा',
    'ｓｕｉｃｉｄｅ',
  ]
  it.each(found)('is found: %s', (text) => {
    expect(readSms(text).speaksOfSuicide).toBe(true)
  })

  const other = [
    'Thanks, that helped',
    'I want to diet',
    'Where can I end my subscription?',
    'Das Leben ist schön',
    'Comment me désabonner ?',
    'What are the side effects of ketamine?',
    '',
  ]
  it.each(other)('is not found: %s', (text) => {
    expect(readSms(text).speaksOfSuicide).toBe(false)
  })

  it('does not hide a command, nor a command it', () => {
    expect(readSms('HELP')).toEqual({command: 'help', speaksOfSuicide: false})
    expect(readSms('please stop')).toEqual({command: 'stop', speaksOfSuicide: false})
  })
})

describe('reading a message', () => {
  it('never throws, and reads no more of a long one than a person writes', () => {
    fc.assert(
      fc.property(fc.string({unit: 'binary', maxLength: 300}), (text) => {
        expect(typeof readSms(text).speaksOfSuicide).toBe('boolean')
      }),
    )
    expect(readSms(`${'x '.repeat(5000)} suicide`).speaksOfSuicide).toBe(false)
    expect(readSms(`${'x '.repeat(1000)} suicide`).speaksOfSuicide).toBe(true)
  })
})

describe('docs/sms-words.md', () => {
  const file = join(import.meta.dirname, '../../../docs/sms-words.md')
  const documented = Array.from(
    readFileSync(file, 'utf8').matchAll(/`([^`]+)`/g),
    ([, word]) => word,
  )

  it('lists every word and phrase, and no other', () => {
    const words = [
      ...allWords.map(({word}) => word),
      ...POLITE,
      ...Object.values(CRISIS_PHRASES).flat(),
    ]
    expect(words.filter((word) => !documented.includes(word))).toEqual([])
    const known = new Set([...words, '*'])
    expect(documented.filter((word) => word === undefined || !known.has(word))).toEqual([])
  })
})
