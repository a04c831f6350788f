/** Changes to mails that readers repair, or take in more than one way. Chosen by numbers alone. */
import {chances} from './mutations.ts'

/** What goes in: halves of what MIME is made of, and characters that readers trip over. */
const INSERTED = [
  '=',
  '==',
  '=\r\n',
  '= \r\n',
  '=\n',
  '=3D',
  '=3d',
  '=C2',
  '=B7',
  '=c2=b7',
  '=C2=\r\n=B7',
  '=E2=80=99',
  '=F0=9F=98=80',
  '=ED=A0=80',
  '=EF=BB=BF',
  '=00',
  '=09',
  '=0D=0A',
  '=1B',
  '=20',
  '=7F',
  '=C2=85',
  '=2D',
  '=41',
  '=4G',
  ' ',
  '\t',
  ' \r\n',
  '\t\r\n',
  '\r\n',
  '\r\n\r\n',
  '\r\n ',
  '\r\n\t',
  '\r\n \r\n',
  '\r',
  '\n',
  '\0',
  '\u0007',
  '\f',
  '\u007f',
  '\u0085',
  '\u2028',
  '\ufeff',
  '\u200b',
  '\ud800',
  'é',
  '😀',
  'A',
  'AAAA',
  'AA==',
  'AAA=',
  'AB==',
  '77u/',
  '\r\n--',
  '--',
  '-',
  '.',
  'From ',
  '(a)',
  '"',
  "'",
  '\\',
  ':',
  ': ',
  ';',
  '=?utf-8?q?=0D=0A?=',
  ' (a)',
  '; charset=utf-7',
  '; charset="utf-8"',
  '; format=flowed',
  '; format=flowed; delsp=yes',
  '; boundary=x',
  "; boundary*0=x; charset*=utf-7''x",
  'Subject: x\r\n',
  'To: a:b,(c),"d <e@f>;\r\n',
  'Date: never\r\n',
  'X-A: b\r\n',
  'X-A:b\r\n',
  'X A: b\r\n',
  'DKIM-Signature: a\r\n',
  'Content-Type: text/html\r\n',
  'Content-Type: text/plain; charset=iso-8859-1\r\n',
  'Content-Type : text/html\r\n',
  'Content-Transfer-Encoding: base64\r\n',
  'Content-Transfer-Encoding: 7bit\r\n',
  'Content-Disposition: attachment\r\n',
  'Content-ID: <a>\r\n',
  'MIME-Version: 2.0\r\n',
  'x'.repeat(78),
  'x'.repeat(999),
] as const

/** One spelling for another, wherever it stands first from some place on. */
const SWAPPED: readonly (readonly [from: string, to: string])[] = [
  ['quoted-printable', 'base64'],
  ['quoted-printable', '7bit'],
  ['quoted-printable', 'Quoted-Printable'],
  ['base64', 'quoted-printable'],
  ['base64', '8bit'],
  ['utf-8', 'UTF-8'],
  ['utf-8', 'us-ascii'],
  ['alternative', 'mixed'],
  ['alternative', 'digest'],
  ['text/plain', 'text/html'],
  ['text/html', 'text/plain'],
  ['text/html', 'message/rfc822'],
  ['Content-', 'content-'],
  ['MIME-Version: 1.0', 'MIME-Version: 1.0 (a)'],
  ['boundary="', 'boundary="x'],
  ['\r\n', '\n'],
  ['\r\n', '\r'],
  ['\r\n', ''],
  ['\r\n', ' \r\n'],
  ['=\r\n', '=\r\n\r\n'],
  ['=\r\n', '= \r\n'],
  [' ', '\t'],
]

type Chance = (below: number) => number
type Change = (mail: string, at: number, chance: Chance) => string

const of = <T>(rows: readonly T[], chance: Chance): T => {
  const row = rows[chance(rows.length)]
  if (row === undefined) throw new RangeError('There are no rows')
  return row
}

const replaced = (mail: string, from: number, to: number, text: string): string =>
  mail.slice(0, from) + text + mail.slice(to)

/** The line around `at`, with its line break. */
const lineAt = (mail: string, at: number): readonly [from: number, to: number] => {
  const from = mail.lastIndexOf('\n', at - 1) + 1
  const next = mail.indexOf('\n', at)
  return [from, next === -1 ? mail.length : next + 1]
}

const boundaryOf = (mail: string): string => /boundary="([^"]*)"/.exec(mail)?.[1] ?? 'b'

const CHANGES: readonly Change[] = [
  (mail, at, chance) => replaced(mail, at, at, of(INSERTED, chance)),
  (mail, at, chance) => replaced(mail, at, at + 1, of(INSERTED, chance)),
  (mail, at, chance) => replaced(mail, at, at + 1 + chance(3), ''),
  // At the edges of a line, where most of what MIME says is said.
  (mail, at, chance) => {
    const [from] = lineAt(mail, at)
    return replaced(mail, from, from, of(INSERTED, chance))
  },
  (mail, at, chance) => {
    const [, to] = lineAt(mail, at)
    return replaced(mail, to - 2, to - 2, of(INSERTED, chance))
  },
  (mail, at) => replaced(mail, ...lineAt(mail, at), ''),
  (mail, at) => {
    const [from, to] = lineAt(mail, at)
    return replaced(mail, from, from, mail.slice(from, to))
  },
  (mail, at, chance) => {
    const [from, to] = lineAt(mail, at)
    const [place] = lineAt(mail, chance(mail.length))
    return replaced(mail, place, place, mail.slice(from, to))
  },
  (mail, at, chance) => {
    const [from, to] = of(SWAPPED, chance)
    const found = mail.indexOf(from, at)
    return found === -1 ? mail : replaced(mail, found, found + from.length, to)
  },
  (mail, at, chance) => {
    const [from] = lineAt(mail, at)
    const end = of(['', '--', ' ', '--\r\n', '\r\n', '\r\n\r\n', 'x\r\n'], chance)
    return replaced(mail, from, from, `--${boundaryOf(mail)}${end}`)
  },
  (mail, at) => replaced(mail, at, at + 8, mail.slice(at, at + 8).toLowerCase()),
  (mail, at) => replaced(mail, at, mail.length, ''),
]

/** Half of all places in the head or near a delimiter, which are the smallest part of a mail. */
const placeIn = (mail: string, chance: Chance): number => {
  const kind = chance(4)
  if (kind > 1) return chance(mail.length)
  if (kind === 1) return chance(Math.max(1, mail.indexOf('\r\n\r\n')))
  const delimiters = [...mail.matchAll(/\r\n--/g)].map(({index}) => index)
  const near = delimiters.length === 0 ? 0 : of(delimiters, chance)
  return Math.min(mail.length, Math.max(0, near - 40 + chance(200)))
}

/** `mail` with one to three changes; the same for the same seed. */
export const mutatedMail = (mail: string, seed: number): string => {
  const chance = chances(seed)
  let changed = mail
  for (let left = 1 + chance(3); left > 0 && changed !== ''; left -= 1) {
    changed = of(CHANGES, chance)(changed, placeIn(changed, chance), chance)
  }
  return changed
}
