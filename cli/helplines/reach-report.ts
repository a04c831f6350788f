/** What a person is told before a helpline changes. */
import colors from 'picocolors'
import {count} from '../../studio/where-used/kinds.ts'
import {audienceName} from '../../studio/newsroom/audiences.ts'
import type {PreparedReplacement} from './replace.ts'
import {type Reach, type ReachedAudience, SENT_DAYS} from './reach.ts'
import {grouped} from '../counted.ts'

const plural = (value: number, one: string, many: string): string =>
  `${grouped(value)} ${value === 1 ? one : many}`

const TOPICS = new Intl.ListFormat('en', {type: 'disjunction'})

const audienceText = ({country, language, documents, topics}: ReachedAudience): string => {
  const about = topics === 'all' ? '' : ` about ${TOPICS.format(topics)}`
  return `${audienceName({country, language})}: ${plural(documents, 'article or digest', 'articles and digests')}${about}`
}

const row = (label: string, lines: readonly string[]): string => {
  const [first = 'none', ...rest] = lines
  const indent = ' '.repeat(14)
  return `  ${colors.dim(label.padEnd(12))}${first}\n${rest.map((line) => `${indent}${line}\n`).join('')}`
}

export const reachText = (name: string, reach: Reach): string => {
  const documents = Object.entries(reach.documents).map(([type, total]) => count(type, total))
  return [
    `${colors.bold(name)} is shown in\n`,
    row('documents', documents.length === 0 ? [] : [documents.join(', ')]),
    row('audiences', reach.audiences.map(audienceText)),
    row('outputs', [
      plural(reach.outputs, 'page, mail, text or file', 'pages, mails, texts and files'),
    ]),
    row('partners', [plural(reach.partners, 'partner reads the API', 'partners read the API')]),
    row('queued', [plural(reach.queued, 'delivery', 'deliveries')]),
    row('sent', [`${plural(reach.sent, 'delivery', 'deliveries')} in ${SENT_DAYS} days`]),
  ].join('')
}

export const preparedText = ({plan, smsTexts, mentions}: PreparedReplacement): string => {
  const texts = (plan.ok ? [...smsTexts] : []).map(([id, text]) => `  ${id}: ${text}\n`)
  const words = mentions.map(({type, title, text}) => `  ${count(type, 1)} ${title}: ${text}\n`)
  return [
    ...(texts.length === 0 ? [] : ['Text messages of notices will say\n', ...texts]),
    ...(words.length === 0
      ? []
      : [
          colors.yellow('These texts name the old number in words. Mend them by hand:\n'),
          ...words,
        ]),
  ].join('')
}
