/** Mails in the plain spelling, of any two texts. Independent of the publishers. */

const CRLF = '\r\n'

const triplet = (octet: number): string => `=${octet.toString(16).toUpperCase().padStart(2, '0')}`

/** Characters whole, so that a soft break never divides one. */
const quoted = (line: string): readonly string[] => {
  const characters = Array.from(line)
  return characters.map((character, index) => {
    const isBlank = /[ \t]/.test(character) && index < characters.length - 1
    const isSafe = isBlank || /[!-<>-~]/.test(character)
    return isSafe ? character : Array.from(Buffer.from(character), triplet).join('')
  })
}

const folded = (pieces: readonly string[]): string => {
  const lines = ['']
  for (const piece of pieces) {
    const last = lines.at(-1) ?? ''
    if (last.length + piece.length > 75) lines.push(piece)
    else lines[lines.length - 1] = last + piece
  }
  return lines.join('=\r\n')
}

const quotedPrintable = (text: string): string =>
  text
    .split(/\r\n|\r|\n/)
    .map((line) => folded(quoted(line)))
    .join(CRLF)

const base64 = (text: string): string =>
  Buffer.from(text.replace(/\r\n|\r|\n/g, CRLF))
    .toString('base64')
    .replace(/.{76}(?=.)/g, '$&\r\n')

const ENCODERS = {'quoted-printable': quotedPrintable, base64} as const

export type Encoding = keyof typeof ENCODERS

interface Part {
  readonly text: string
  readonly encoding: Encoding
}

const partLines = (type: string, {text, encoding}: Part): readonly string[] => [
  `Content-Type: text/${type}; charset=utf-8`,
  `Content-Transfer-Encoding: ${encoding}`,
  '',
  ENCODERS[encoding](text),
]

export const FIELDS: readonly string[] = [
  'From: Lantern <digest@health.example>',
  'To: undisclosed-recipients:;',
  'Subject: =?utf-8?q?Caf=C3=A9?=\r\n and sleep',
  'Date: Mon, 02 Mar 2026 08:00:00 +0000',
  'Message-ID: <a@health.example>',
  'Content-Language: en',
]

export const BOUNDARY = '=_b'

export const plainMail = (
  {text, html}: {readonly text: Part; readonly html: Part},
  fields: readonly string[] = FIELDS,
): string =>
  [
    ...fields,
    'MIME-Version: 1.0',
    `Content-Type: multipart/alternative; boundary="${BOUNDARY}"`,
    '',
    `--${BOUNDARY}`,
    ...partLines('plain', text),
    `--${BOUNDARY}`,
    ...partLines('html', html),
    `--${BOUNDARY}--`,
    '',
  ].join(CRLF)

/** The same of two texts, each in the shorter encoding, as a newsletter would be. */
export const plainly = ({html, text}: {readonly html: string; readonly text: string}): string => {
  const part = (words: string): Part => ({
    text: words,
    encoding: quotedPrintable(words).length > base64(words).length ? 'base64' : 'quoted-printable',
  })
  return plainMail({text: part(text), html: part(html)})
}
