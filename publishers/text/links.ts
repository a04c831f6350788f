/** A link's address in plain text: shown once, in parentheses, unless its text already says it. */

const digits = (text: string): string => text.replace(/\D/g, '')

/** Whether `text` shows `number`, however it is spaced; a national form counts from 7 digits on. */
const shows = (text: string, number: string): boolean => {
  const wanted = digits(number)
  return (text.match(/\d(?:[\d\s().-]*\d)?/g) ?? []).some((run) => {
    const found = digits(run)
    return found === wanted || (found.length >= 7 && wanted.endsWith(found.replace(/^0/, '')))
  })
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
