/** Warnings and helplines in the text: notes with a label that says in words what the colour says. */
import type {Helpline, Warning} from '../../content/model.ts'
import {phrases} from '../phrases.ts'
import {attribute, escapeHtml, langAttributes} from './escape.ts'
import {type ClassOf, helplineHtml} from './notice.ts'

export interface CallOutOptions {
  /** Of the article. */
  readonly language: string
  /** Of its notice, whose words the helplines in the text use. */
  readonly noticeLanguage: string
  /** Parts: `warning`, `warning-<severity>`, `warning-title`, `helpline`, and those of a notice. */
  readonly classOf?: ClassOf
}

/** `body` is the warning's text as HTML. */
export const warningHtml = (
  {title, severity}: Warning,
  body: string,
  {language, classOf = () => undefined}: CallOutOptions,
): string => {
  const label = phrases(language).severity[severity]
  const classes = [classOf('warning'), classOf(`warning-${severity}`)].filter(
    (name) => name !== undefined,
  )
  const name = attribute('aria-label', `${label}: ${title}`)
  return `<div${attribute('class', classes.length === 0 ? undefined : classes.join(' '))} role="note"${name}>
<p${attribute('class', classOf('warning-title'))}><strong>${escapeHtml(label)}: ${escapeHtml(title)}</strong></p>
${body}</div>
`
}

/** A line the article names in its text, live as in the notice. */
export const helplineCallOut = (
  helpline: Helpline,
  {noticeLanguage, language, classOf}: CallOutOptions,
): string => {
  const other = noticeLanguage === language ? '' : ` ${langAttributes(noticeLanguage)}`
  return `<p${attribute('class', classOf?.('helpline'))}${other}>${helplineHtml(helpline, noticeLanguage, classOf)}</p>\n`
}
