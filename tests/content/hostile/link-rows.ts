/** Links that may not be published. */
import {linked} from '../documents.ts'
import {body, type Row} from './row.ts'

export const LINKS: readonly Row[] = [
  'javascript:alert(1)',
  'JavaScript:alert(1)',
  'data:text/html,x',
  'vbscript:x',
  'file:///etc/passwd',
  '//evil.example',
  'page.html',
  '#top',
  '/\\evil.example',
  'https:\\\\evil.example',
  'ftp://x.example',
].map((href) => [
  `a link to ${href}`,
  body(linked(href)),
  'section-a body[_key=="b1"].markDefs[_key=="l1"].href LINK_REFUSED',
])

export const BAD_LINKS: readonly Row[] = [
  ['java\nscript:alert(1)', 'HIDDEN_CHARACTER'],
  ['https://x.example/\u202e', 'HIDDEN_CHARACTER'],
  ['https://bank.example@evil.example', 'INVALID_URL'],
  ['https://', 'LINK_REFUSED'],
  ['tel:call-me', 'INVALID_URL'],
  ['mailto:a@b.example?subject=x%0D%0ABcc:c@d.example', 'INVALID_URL'],
  ['sms:', 'INVALID_URL'],
].map(([href, code]) => [
  `a link to ${JSON.stringify(href)}`,
  body(linked(href ?? '')),
  `section-a body[_key=="b1"].markDefs[_key=="l1"].href ${code}`,
])
