/** A link's address in plain text: shown once, in parentheses, unless its text already says it. */

const digits = (text: string): string => text.replace(/\D/g, '')

/** What may stand between the digits of one number: `(800) 273 - 8255`, `0800.111`. */
const BETWEEN = String.raw`[\s().-]*`

/** Not the end of a longer number. */
const STARTS = String.raw`(?<!\d)(?<!\d[-. ])`

/** Not the beginning of one: `988 555 1234` goes on after 988, `988 24/7` and `988 (24 hours)` do not. */
const ENDS = String.raw`(?!\d)(?![-.]\d)(?! \d{3})`

const showsDigits = (text: string, wanted: string): boolean =>
  new RegExp(STARTS + wanted.split('').join(BETWEEN) + ENDS).test(text)

/** A shorter end of an international number could be that of any other. */
const NATIONAL = 7

/**
 * Whether `text` shows `number`, however its digits are grouped and whatever stands beside it. Of an
 * international one the last 7 digits or more will do, with or without a 0 before them. Where it is
 * not clear, the answer is no: a number shown twice is better than one not shown.
 */
const shows = (text: string, number: string): boolean => {
  const wanted = digits(number)
  if (wanted === '') return false
  const shortest = Math.min(wanted.length, NATIONAL)
  const ends = Array.from({length: wanted.length - shortest + 1}, (_, cut) => wanted.slice(cut))
  return ends.some(
    (end) => showsDigits(text, end) || (end !== wanted && showsDigits(text, `0${end}`)),
  )
}

const bare = (address: string): string =>
  address.replace(/^(?:https?:\/\/|mailto:)/i, '').replace(/\/$/, '')

/** `sms:988?body=HOME` gives `HOME`. */
const keywordOf = (href: string): string =>
  new URLSearchParams(href.split('?').slice(1).join('?')).get('body') ?? ''

/** What a reader must see to use `href`; empty when `text` shows it. `origin` completes `/…`. */
const address = (text: string, href: string, origin: string): string => {
  const [scheme = ''] = href.split(':', 1)
  const [target = ''] = href.slice(scheme.length + 1).split('?', 1)
  switch (scheme) {
    case 'tel':
      return shows(text, target) ? '' : target
    case 'sms': {
      const keyword = keywordOf(href)
      if (shows(text, target) && text.includes(keyword)) return ''
      return keyword === '' ? target : `${keyword} > ${target}`
    }
    case 'mailto':
      return text.toLowerCase().includes(target.toLowerCase()) ? '' : target
    default: {
      const whole = href.startsWith('/') ? `${origin}${href}` : href
      return bare(text.trim()).toLowerCase() === bare(whole).toLowerCase() ? '' : whole
    }
  }
}

/** `text (address)`; space at the end of the text stays behind the parenthesis. */
export const linkText = (text: string, href: string, origin: string): string => {
  const shown = address(text, href, origin)
  if (shown === '') return text
  const label = text.trimEnd()
  return label === '' ? `${shown}${text}` : `${label} (${shown})${text.slice(label.length)}`
}
