/** A mail taken apart as a mail program does it. */
import PostalMime from 'postal-mime'

export interface Mail {
  readonly subject: string
  readonly from: string
  readonly address: string
  /** What an inbox shows after the subject. */
  readonly preheader: string
  readonly html: string
  readonly text: string
  /** Octets of the decoded HTML, which Gmail measures. */
  readonly htmlOctets: number
  /** Octets of the whole message as sent. */
  readonly octets: number
}

const octetsOf = (text: string): number => new TextEncoder().encode(text).length

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
}

const plain = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity)
    .trim()

/** The first element of the body, hidden, is the preheader. */
const PREHEADER = /<body[^>]*>\s*<div style="[^"]*display:\s*none[^"]*">([\s\S]*?)<\/div>/

export const readMail = async (message: string): Promise<Mail> => {
  const {subject = '', from, html = '', text = ''} = await PostalMime.parse(message)
  return {
    subject,
    from: from?.name ?? '',
    address: from?.address ?? '',
    preheader: plain(PREHEADER.exec(html)?.[1] ?? ''),
    html,
    text,
    htmlOctets: octetsOf(html),
    octets: octetsOf(message),
  }
}
