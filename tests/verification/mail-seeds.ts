/** Mails to spoil: those of the example newsroom, and small ones of hostile texts in every encoding. */
import {real} from './example.ts'
import {chances} from './mutations.ts'
import {type Encoding, plainMail} from './plain-mail.ts'

export const newsroomMails: readonly string[] = real('mail').map(({output}) => output.text)

const WORDS = [
  'word ',
  'Need help now?\n',
  '\n',
  '\r\n',
  ' ',
  '\t',
  'x'.repeat(74),
  '=',
  '=3D',
  '=\n',
  '--=_b',
  '\n--=_b--\n',
  '\n--\n',
  '.',
  'From ',
  '<p>',
  '&amp;',
  '</script>',
  '·',
  '’',
  'é',
  '\u0085',
  '\u200b',
  '\u202e',
  '\u2028',
  '\ufffd',
  '😀',
  'مرحبا',
  '睡眠',
] as const

/** What a reader may drop, replace or act upon. */
const HOSTILE = [...WORDS, '\r', '\0', '\u001b', '\u007f', '\ufeff', '\ud800'] as const

const ENCODINGS: readonly Encoding[] = ['quoted-printable', 'base64']

/** The same for the same seed. */
export const smallMail = (seed: number): string => {
  const chance = chances(seed)
  const part = () => {
    const pieces = chance(4) === 0 ? HOSTILE : WORDS
    const text = Array.from({length: chance(20)}, () => pieces[chance(pieces.length)]).join('')
    return {text, encoding: ENCODINGS[chance(2)] ?? 'base64'}
  }
  return plainMail({text: part(), html: part()})
}

/** Every second one is of the newsroom. */
export const mailSeed = (seed: number): string =>
  seed % 2 === 0 ? (newsroomMails[(seed / 2) % newsroomMails.length] ?? '') : smallMail(seed)
