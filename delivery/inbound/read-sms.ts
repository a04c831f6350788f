/** What a text message asks for. Pure: acting on it, and answering, is the caller's. */
import {CRISIS_PHRASES} from './crisis-phrases.ts'
import {plainWords} from './plain-words.ts'
import {POLITE, SMS_COMMANDS, SMS_WORDS, type SmsCommand} from './sms-words.ts'

export interface SmsReading {
  /** The message is this word, in English or in the language given; any language when none is. */
  readonly command?: SmsCommand
  /** Answer with the crisis notice, whatever the command. Neither store nor count it. */
  readonly speaksOfSuicide: boolean
}

const commandsOf = (languages: readonly string[]): ReadonlyMap<string, SmsCommand> =>
  new Map(
    languages.flatMap((language) =>
      SMS_COMMANDS.flatMap((command) =>
        (SMS_WORDS[language]?.[command] ?? []).map((word): [string, SmsCommand] => [
          plainWords(word),
          command,
        ]),
      ),
    ),
  )

const EVERY_LANGUAGE = commandsOf(Object.keys(SMS_WORDS))
const PER_LANGUAGE: ReadonlyMap<string, ReadonlyMap<string, SmsCommand>> = new Map(
  Object.keys(SMS_WORDS).map((language) => [language, commandsOf(['en', language])]),
)
const ENGLISH = commandsOf(['en'])

const POLITE_WORDS = POLITE.map(plainWords)

const withoutPoliteness = (words: string): string => {
  const shorter = POLITE_WORDS.reduce((rest, polite) => {
    if (rest.startsWith(`${polite} `)) return rest.slice(polite.length + 1)
    return rest.endsWith(` ${polite}`) ? rest.slice(0, -polite.length - 1) : rest
  }, words)
  return shorter === words ? words : withoutPoliteness(shorter)
}

/** With a blank where a word must begin or end; the message has one at both ends. */
const NEEDLES: readonly string[] = Object.values(CRISIS_PHRASES)
  .flat()
  .map((phrase) => {
    const start = phrase.startsWith('*') ? '' : ' '
    const end = phrase.endsWith('*') ? '' : ' '
    return `${start}${plainWords(phrase)}${end}`
  })

/** `language`: the subscriber's (BCP 47), when the sender is one. */
export const readSms = (text: string, language?: string): SmsReading => {
  const words = plainWords(text)
  const base = language?.split('-')[0]?.toLowerCase()
  const commands = base === undefined ? EVERY_LANGUAGE : (PER_LANGUAGE.get(base) ?? ENGLISH)
  const command = commands.get(words) ?? commands.get(withoutPoliteness(words))
  const padded = ` ${words} `
  const speaksOfSuicide = NEEDLES.some((needle) => padded.includes(needle))
  return Object.freeze({...(command !== undefined && {command}), speaksOfSuicide})
}
