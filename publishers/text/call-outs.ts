/** The custom blocks that are not running text: warnings, helplines, figures. */
import type {Figure, Helpline, Warning} from '../../content/model.ts'
import {helplineLine, lineText} from '../../crisis-notice/lines.ts'
import {noticeWording} from '../../crisis-notice/wording.ts'
import {phrases} from '../phrases.ts'
import {brokenLine} from './broken-line.ts'
import type {TextOptions} from './options.ts'
import {narrowed, prefixed, wrap} from './wrap.ts'

/** A bar down the left side shows where a call-out ends. */
const BAR = '| '

export const barred = (text: string): string => prefixed(text.split('\n'), BAR, BAR)

/** The options for text that a bar is put before. */
export const withinBar = (options: TextOptions): TextOptions => ({
  ...options,
  width: narrowed(options.width ?? Infinity, BAR.length),
})

/** `Danger: Do not stop at once`. */
export const warningHeading = ({severity, title}: Warning, options: TextOptions): string => {
  const label = phrases(options.language).severity[severity]
  return wrap(`${label}: ${title}`, options.width ?? Infinity).join('\n')
}

/**
 * Name, ways to reach it and hours: the line a notice would show, behind a bar. Broken only between the
 * ways, never in a number. In the language of the notice, which always has wording.
 */
export const helplineText = (helpline: Helpline, options: TextOptions): string => {
  const language = options.noticeLanguage ?? options.language
  const wording = noticeWording(language)
  if (wording === undefined) throw new RangeError(`No notice wording for ${language}`)
  const {width = Infinity} = withinBar(options)
  return barred(brokenLine(lineText(helplineLine(helpline, language, wording)), width))
}

/** `[Image: what it shows]`, then the caption as a line of its own. */
export const figureText = ({alt, caption}: Figure, options: TextOptions): string => {
  const width = options.width ?? Infinity
  const image = wrap(`[${phrases(options.language).image}: ${alt}]`, width)
  return [...image, ...(caption === undefined ? [] : wrap(caption, width))].join('\n')
}
